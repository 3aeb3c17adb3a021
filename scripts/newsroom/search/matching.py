"""Say which query finds which word: the reference of what the browser does (docs/assets/js/search/match.js).

Nothing is stemmed where a query is answered. A word of a text lies under entries: the beginning that all its forms
have in common, and a class of endings. A query finds it where it is such a beginning with an ending of the class.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsroom.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    Classes = Mapping[str, "Definition"]
    Definition = list[str] | dict[str, str]
    """The endings, an apostrophe for each soft sign; or two regular expressions for the whole ending: `pattern` in
    folded letters, `written` in those of the language, and `guess` where it is tried only on words that stand nowhere.
    Behind a pattern's stem the last consonant may be the voiced one: кітап, кітабы."""

VOICED = {"p": "b", "k": "g", "t": "d"}
"""What a consonant at the end of a stem becomes before a vowel."""
VOICELESS = {voiced: plain for plain, voiced in VOICED.items()}
ALIKE = str.maketrans({"ё": "е", "y": "i"})
"""Letters that are commonly written for one another: ученый, учёный; university, universities."""
LATIN = re.compile(r"[a-z\u00df-\u024f]")
FELLOWS = {"б": "п", "г": "к", "ғ": "қ", "д": "т"}
VOWELS = frozenset("aeiou")
SOFT_SIGN = "ь"
SOFT = "'"
"""Stands for a soft sign where an ending is written with it: брат is not брать."""
SHORT_ENDING = 3
"""Where a word is known as a stem, it is not taken apart for an ending shorter than this: more likely it is one."""


class Entry(NamedTuple):
    """What a word of a text is found by."""

    stem: str
    """The folded beginning of all forms that are found with each other."""
    endings: str
    """The name of the class of endings with which the forms end."""


def candidates(folded: str) -> tuple[str, ...]:
    """Return every stem under which a text's word may lie that the `folded` query finds, the longest first."""
    found = []
    for end in range(len(folded), 0, -1):
        stem, rest = folded[:end], folded[end:]
        found.append(stem)
        if rest[:1] in VOWELS and stem[-1] in VOICELESS:
            found.append(stem[:-1] + VOICELESS[stem[-1]])
    return tuple(found)


def readings(query: str) -> tuple[str, ...]:
    """Return the query folded; and with a letter twice where a stem may end and an ending begin: студент-тер."""
    folded = fold(query)
    halves = [(fold(query[:at]), fold(query[at:])) for at in range(len(query))]
    meeting = [start + end for start, end in halves if start and start[-1:] == end[:1]]
    return (folded, *(one for one in meeting if len(one) == len(folded) + 1))


def matches(query: str, entry: Entry, classes: Classes) -> bool:
    """Say whether the word `query` finds what lies under `entry`."""
    return any(_ends(reading, entry, classes) for reading in readings(query))


def _ends(folded: str, entry: Entry, classes: Classes) -> bool:
    """Say whether a folded query is the entry's stem with one of its endings."""
    stem, rest = folded[: len(entry.stem)], folded[len(entry.stem) :]
    definition = classes[entry.endings]
    if isinstance(definition, list):
        return stem == entry.stem and any(rest == ending.replace(SOFT, "") for ending in definition)
    is_voiced = stem[:-1] + VOICELESS.get(stem[-1:], "-") == entry.stem and rest[:1] in VOWELS
    return (stem == entry.stem or is_voiced) and bool(_compiled(definition["pattern"]).fullmatch(folded, len(stem)))


def is_spelled_alike(query: str, form: str, entry: Entry, classes: Classes) -> bool:
    """Say whether a query and a form that share an entry also write it with the same letters.

    Қазақстан is found by казакстан; but where a reader types құн, күн is another word, though both are `kun`. A form
    that does not begin as the others of its word do (люди, человек) can only be in the same script.
    """
    small, other = query.lower(), form.lower()
    forms = {start for start, _ in _beginnings(other, entry.stem)}
    if not forms:
        return bool(LATIN.search(small)) == bool(LATIN.search(other))
    ends = [end for start, end in _beginnings(small, entry.stem) if start in forms]
    definition = classes[entry.endings]
    if isinstance(definition, list):
        return bool(ends) and ending(softly(small), len(entry.stem)) in definition
    written = definition["written"]
    return any(not written or _compiled(written).fullmatch(small, end) for end in ends)


def is_far_fetched(folded: str, entry: Entry, classes: Classes, *, is_stem: bool, own: frozenset[Entry]) -> bool:
    """Say whether the `folded` query is rather another word than a form of what lies under a pattern's entry.

    `is_stem` says that forms in the texts have it as a stem; `own` are its entries where it stands in a text itself.
    Of such a word a short ending is no ending, none is that only a guess takes off, nor one that the entries do not.
    """
    definition = classes[entry.endings]
    rest = len(folded) - len(entry.stem)
    if isinstance(definition, list) or rest == 0:
        return False
    is_known = is_stem or bool(own)
    is_short = is_stem and rest < SHORT_ENDING
    is_another = bool(own) and entry not in own
    return is_short or is_another or (is_known and "guess" in definition)


def softly(word: str) -> str:
    """Return the skeleton of `word` with an apostrophe for each soft sign, where it can be told where they stand."""
    folded = SOFT.join(map(fold, word.split(SOFT_SIGN)))
    return folded if folded.replace(SOFT, "") == fold(word) else fold(word)


def ending(soft: str, length: int) -> str:
    """Return what stands behind the first `length` letters of such a skeleton, soft signs not counted."""
    for at, letter in enumerate(soft):
        if length == 0:
            return soft[at:]
        length -= letter != SOFT
    return ""


def _beginnings(word: str, stem: str) -> list[tuple[str, int]]:
    """Return the beginnings of a word that are folded to `stem`, letters that are alike in one form, and their ends.

    A voiced consonant at the end is taken for its fellow.
    """
    found = ((word[:end], end) for end in range(1, len(word) + 1))
    return [
        ((start[:-1] + FELLOWS.get(start[-1], start[-1])).translate(ALIKE), end)
        for start, end in found
        if _devoiced(fold(start)) == _devoiced(stem)
    ]


def _devoiced(stem: str) -> str:
    return stem[:-1] + VOICELESS.get(stem[-1:], stem[-1:])


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})")
