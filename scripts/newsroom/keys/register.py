"""Find in a text the names that `articles/names.yml` lists: in any spelling, with any ending, and across scripts.

A word of a text is a word of a name where it is that word with endings (Vassilenko and «Василенконың»), or where both
leave the same stem when endings are taken off both (Гентский and Гентского). A name that nobody has spelled in the
letters of the text's language is compared by its consonants (see `skeleton`), where it has enough of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsroom.keys.numbers import tokens
from newsroom.keys.skeleton import every_stem, skeleton
from newsroom.names import TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.keys.numbers import Token
    from newsroom.languages import Language
    from newsroom.names import Name

INITIAL = re.compile(r"(?<!\w)\w\.\s*")
"""An initial, which texts write or leave out."""
VOWELS = frozenset("aeiouаеёиоуыэюяәіөұү")
"""Endings of one such letter take each other's place: Рига, Риги."""
LONG_STEM = 4
"""A word without an ending of a text needs so many letters to be compared with another one without its ending."""
BARE = 5
"""The same for a word of a text that never had one: «программ» of «программы»; "Mon" is no form of Mons."""
VOWEL_STEM = 3
"""The same where it lost no more than a vowel."""
ACRONYM = 3
"""Capitals that stand for so few words must be capitals in the text too: WHO is not Who."""
CONSONANTS = 6
"""A name is compared across scripts where its words have so many consonants together,"""
PARTS = 2
"""And where it has so many words."""
BREAK = re.compile(r"[,;:!?()\[\]…\n]")
"""What never stands between two words of one name."""
SHORT = 3
"""A full stop does where it ends an abbreviation, of so few letters: St. Petersburg."""
WITHOUT_ENDING, SOUND = "-", "~"
"""How marks of a word begin that are a stem, or the consonants of one."""


class Found(NamedTuple):
    """A listed name where it stands."""

    name_id: str
    """The entry."""
    behind: int
    """The index behind its last word."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a listed name."""

    name_id: str
    words: tuple[frozenset[str], ...]
    """For each word, the marks of which a word of a text must have one."""
    capitals: tuple[int, ...]
    """With how many capitals each must begin in the text."""


class Register:
    """Finds listed names as one language writes them."""

    def __init__(self, language: Language, names: Iterable[Name]) -> None:
        """Prepare to look for `names` in all their spellings: texts keep names in the letters of other languages."""
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._first: dict[str, list[_Spelling]] = defaultdict(list)
        # What has been found out about a word of a text: its marks, and the names that may begin with it.
        self._known: dict[str, frozenset[str]] = {}
        self._beginning: dict[str, tuple[_Spelling, ...]] = {}
        self._is_sounded = False
        for name in names:
            for spelling in name.every_spelling:
                self._learn(name, spelling)
            if not any(_is_in(language.alphabet.script, spelling) for spelling in name.every_spelling):
                for spelling in name.every_spelling:
                    self._learn_by_sound(name.name_id, spelling)

    def read(self, text: str, words: Sequence[Token], at: int) -> Found | None:
        """Return the listed name that begins at `words[at]` in `text`, the longest one; None where there is none."""
        candidates = self._candidates(words[at].low)
        fitting = [one for one in candidates if self._fits(one, text, words[at : at + len(one.words)])]
        if not fitting:
            return None
        best = min(fitting, key=lambda one: (-len(one.words), one.name_id))
        return Found(best.name_id, at + len(best.words))

    def names(self, text: str) -> Iterator[str]:
        """Yield the entry of every listed name that stands in `text`, a longer one in the place of those inside it."""
        words, at = tokens(text), 0
        while at < len(words):
            found = self.read(text, words, at)
            at = found.behind if found else at + 1
            if found:
                yield found.name_id

    def _learn(self, name: Name, spelling: str) -> None:
        words = tokens(INITIAL.sub("", spelling))
        marks = tuple(frozenset({word.low, *self._stems_of_name(word.low)}) for word in words)
        if words:
            self._keep(_Spelling(name.name_id, marks, tuple(_capitals(words, name.kind))))

    def _learn_by_sound(self, name_id: str, spelling: str) -> None:
        sounds = [skeleton(token.low) for token in tokens(INITIAL.sub("", spelling))]
        if len(sounds) >= PARTS and all(sounds) and len("".join(sounds)) >= CONSONANTS:
            self._is_sounded = True
            marks = tuple(frozenset({SOUND + sound}) for sound in sounds)
            self._keep(_Spelling(name_id, marks, (1,) * len(sounds)))

    def _keep(self, spelling: _Spelling) -> None:
        for mark in spelling.words[0]:
            self._first[mark].append(spelling)

    def _stems_of_name(self, word: str) -> Iterator[str]:
        """Yield the stems by which a word of a name is known when a text gives it another ending."""
        for stem in every_stem(word, endings=self._endings)[1:]:
            lost = word[len(stem) :]
            if len(stem) >= LONG_STEM or (lost in VOWELS and len(stem) >= VOWEL_STEM):
                yield WITHOUT_ENDING + stem

    def _candidates(self, word: str) -> tuple[_Spelling, ...]:
        """Return the spellings that may begin with a word of a text."""
        if word not in self._beginning:
            found = (one for mark in sorted(self._marks(word)) for one in self._first.get(mark, ()))
            self._beginning[word] = tuple(dict.fromkeys(found))
        return self._beginning[word]

    def _marks(self, word: str) -> frozenset[str]:
        """Return all marks of a word of a text, in lower case: by one of them it is a word of a name."""
        if word not in self._known:
            found = every_stem(word, endings=self._endings)
            sounds = (SOUND + skeleton(stem) for stem in found) if self._is_sounded else ()
            bare = found[1:] if len(word) < BARE else found
            self._known[word] = frozenset((*found, *(WITHOUT_ENDING + stem for stem in bare), *sounds))
        return self._known[word]

    def _fits(self, spelling: _Spelling, text: str, words: Sequence[Token]) -> bool:
        """Say whether `words`, which stand side by side in `text`, are the name."""
        if len(words) != len(spelling.words):
            return False
        each = zip(words, spelling.words, spelling.capitals, strict=True)
        return all(
            self._marks(word.low) & marks and (not capitals or word.text[:capitals].isupper())
            for word, marks, capitals in each
        ) and all(_belong_together(text, one, other) for one, other in pairwise(words))


def _belong_together(text: str, one: Token, other: Token) -> bool:
    """Say whether nothing between two words parts them."""
    between = text[one.end : other.start]
    return not BREAK.search(between) and ("." not in between or len(one.text) <= SHORT)


def _capitals(words: Sequence[Token], kind: str | None) -> Iterator[int]:
    """Yield with how many capitals each word of a spelling must begin in a text.

    The first needs none where another has one: in a sentence it may be written small («университет Монса»).
    """
    have = [word.text[0].isupper() and kind != TOPIC for word in words]
    is_acronym = len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= ACRONYM
    yield len(words[0].text) if is_acronym else int(have[0] and not any(have[1:]))
    yield from map(int, have[1:])


def _is_in(script: str, spelling: str) -> bool:
    """Say whether a spelling begins in the letters of `script`."""
    letter = next((letter for letter in spelling if letter.isalpha()), "")
    return unicodedata.name(letter, "").startswith(script) if letter else False
