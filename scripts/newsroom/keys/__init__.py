"""Read out of a text what its translations share: numbers, days, names, countries, international words.

A key has one form in every language: `n:12000`, `d:09-15`, `p:BE`, and for words the skeleton of their consonants.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.keys.numbers import FigureReader, Token, tokens
from newsroom.keys.places import PlaceReader
from newsroom.keys.skeleton import skeleton, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from newsroom.languages import Language
    from newsroom.model import Article

TELLING = 4
"""An ordinary word of fewer consonants is no key: too many others share them."""
STEM = 3
"""A name without its ending needs so many consonants to be compared."""
SHORTEST = 3
"""A stem of a common word that takes endings has at least so many letters."""
LONGEST_ENDING = 8
"""Letters that may follow a stem of a common word: Kazakh endings add up."""
COGNATE = 5
"""So many consonants of an ordinary word are compared: endings differ, beginnings of international words do not."""
SENTENCE_END = re.compile(r"[.!?…:;]['\"»”’)]*\s*[–—-]?\s*['\"«“„(]*\s*$")


class Kind(StrEnum):
    """What a key is made of."""

    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    NAME = "name"
    PLACE = "place"
    WORD = "word"


KINDS = {"n": Kind.NUMBER, "d": Kind.DATE, "m": Kind.MONTH, "p": Kind.PLACE}
"""Kind of a figure's or a country's key, by the letter it begins with."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A key with the forms in which another text may hold it."""

    kind: Kind
    """What it is."""
    key: str
    """Its canonical form."""
    forms: tuple[str, ...]
    """Forms of which one in common is enough: with and without an ending."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit where it stands in a paragraph."""

    unit: Unit
    """What stands there."""
    start: int
    """Where it begins in the paragraph."""
    end: int
    """Where it ends."""
    digits: bool = False
    """Whether it stands in digits."""


@dataclass(frozen=True, slots=True)
class Profile:
    """All keys of one article."""

    article: Article
    """The article."""
    paragraphs: tuple[tuple[Mention, ...], ...]
    """The keys of every block of the body."""
    title: tuple[Mention, ...]
    """The keys of the headline that the text gives."""
    counts: Mapping[str, int]
    """Key to how often it stands in the title and the body."""
    units: Mapping[str, Unit]
    """Key to its unit."""
    forms: frozenset[str]
    """Every form of every unit."""

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        return self.article.published


class Reader:
    """Reads the keys of texts in one language."""

    def __init__(self, language: Language) -> None:
        """Prepare for `language`."""
        self._figures = FigureReader(language)
        self._places = PlaceReader(language)
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._concepts = {stem: name for name, all_ in language.keys.concepts.items() for stem in all_}
        self._latin = language.alphabet.script == "LATIN"
        self._known: dict[str, tuple[tuple[str, ...], str | None]] = {}

    def profile(self, article: Article) -> Profile:
        """Return the keys of `article`."""
        texts = [block.text for block in article.body]
        words = [tokens(text) for text in texts]
        names = _names_inside(texts, words)
        paragraphs = tuple(tuple(self._read(text, found, names)) for text, found in zip(texts, words, strict=True))
        title = tuple(self._read(article.title, tokens(article.title), names)) if article.title else ()
        counts = Counter(mention.unit.key for part in (title, *paragraphs) for mention in part)
        units = {mention.unit.key: mention.unit for part in (*paragraphs, title) for mention in part}
        forms = frozenset(form for unit in units.values() for form in unit.forms)
        return Profile(article, paragraphs, title, counts, units, forms)

    def _read(self, text: str, words: Sequence[Token], names: frozenset[str]) -> Iterable[Mention]:
        """Yield the keys of one paragraph; `names` are the words that have a capital inside a sentence."""
        figures, used = self._figures.read(text, words)
        for figure in figures:
            unit = Unit(KINDS[figure.key[0]], figure.key, (figure.key,))
            yield Mention(unit, figure.start, figure.end, figure.digits)
        at = 0
        while at < len(words):
            word, at = words[at], at + 1
            if at - 1 in used or word.text[0].isdecimal():
                continue
            place = self._places.read(words, at - 1)
            if place:
                at = place[1]
                key = f"p:{place[0]}"
                yield Mention(Unit(Kind.PLACE, key, (key,)), word.start, words[at - 1].end)
                continue
            found = self._word(word, is_name=self._is_name(text, words, at - 1, names))
            if found is not None:
                yield Mention(found, word.start, word.end)

    def _is_name(self, text: str, words: Sequence[Token], at: int, names: frozenset[str]) -> bool:
        word = words[at]
        if not self._latin and word.text.isascii():
            return True
        if not word.text[0].isupper():
            return False
        if word.low in names or (len(word.text) > 1 and word.text.isupper()):
            return True
        after = words[at + 1] if at + 1 < len(words) else None
        joined = after is not None and after.text[0].isupper() and text[word.end : after.start].isspace()
        return joined or not _begins_sentence(text, word)

    def _word(self, word: Token, *, is_name: bool) -> Unit | None:
        known = self._known.get(word.low)
        if known is None:
            known = self._known[word.low] = self._forms(word.low), self._concept(word.low)
        forms, concept = known
        cognate = (f"w:{forms[0][:COGNATE]}",) if forms and len(forms[0]) >= TELLING else ()
        if concept:
            return Unit(Kind.WORD, f"c:{concept}", (f"c:{concept}", *cognate))
        if is_name:
            forms = forms or ((f"l:{word.low}",) if len(word.text) > 1 and word.text.isupper() else ())
            return Unit(Kind.NAME, forms[0], forms + cognate) if forms else None
        return Unit(Kind.WORD, cognate[0], cognate) if cognate else None

    def _forms(self, word: str) -> tuple[str, ...]:
        """Return the skeletons of `word`, without endings first."""
        found = [skeleton(stem) for stem in stems(word, endings=self._endings)]
        kept = [form for form in reversed(found[1:]) if len(form) >= STEM] + [
            form for form in found[:1] if len(form) > 1
        ]
        return tuple(dict.fromkeys(kept))

    def _concept(self, word: str) -> str | None:
        """Return the meaning of a common word of news, where the language's data know it."""
        whole = self._concepts.get(word + "$")
        if whole:
            return whole
        for length in range(len(word), max(SHORTEST, len(word) - LONGEST_ENDING) - 1, -1):
            if word[:length] in self._concepts:
                return self._concepts[word[:length]]
        return None


def _names_inside(texts: Sequence[str], words: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Return the words, in lower case, that have a capital where no sentence begins."""
    return frozenset(
        word.low
        for text, found in zip(texts, words, strict=True)
        for word in found
        if word.text[0].isupper() and not _begins_sentence(text, word)
    )


def _begins_sentence(text: str, word: Token) -> bool:
    before = text[max(0, word.start - 8) : word.start]
    return SENTENCE_END.search(before) is not None or not any(letter.isalnum() for letter in text[: word.start][-12:])
