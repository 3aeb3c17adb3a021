"""Read out of a text what its translations share: numbers, days, names, countries, international words.

A key has one form in every language: `n:12000`, `d:09-15`, `p:BE`, `e:` with the name of an entry of
`articles/names.yml`, and for words the skeleton of their consonants.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsroom.keys.gazetteer import Gazetteer
from newsroom.keys.numbers import Figure, FigureReader, Token, tokens
from newsroom.keys.profile import Held, Mention, Profile, Stock, Unit
from newsroom.keys.register import Register
from newsroom.keys.skeleton import skeleton, stems
from newsroom.keys.units import UnitReader
from newsroom.keys.weights import Kind, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.languages import Language
    from newsroom.model import Article
    from newsroom.names import Name

__all__ = ["Held", "Kind", "Mention", "Profile", "Reader", "Register", "Stock", "Unit", "begins_sentence"]

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
LEAD = 200
"""A first paragraph shorter than so many characters is no lead yet: the next one belongs to it."""
BESIDE = 2
"""So many words before and behind a number may say that it is not exact."""
SENTENCE_END = re.compile(r"[.!?…:;]['\"»”’)]*\s*[–—-]?\s*['\"«“„(]*\s*$")
KINDS = {"n": Kind.NUMBER, "d": Kind.DATE, "m": Kind.MONTH, "p": Kind.PLACE, "e": Kind.NAME}
"""Kind of the key of a figure, a country or a listed name, by the letter it begins with."""


class Reader:
    """Reads the keys of texts in one language."""

    def __init__(self, language: Language, names: Iterable[Name] = ()) -> None:
        """Prepare for `language`, and for the `names` that are listed by hand."""
        self._figures = FigureReader(language)
        self._gazetteer = Gazetteer(language)
        self._register = Register(language, names)
        self._units = UnitReader(language)
        self._rounding = frozenset(language.keys.rounding)
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._concepts = {stem: name for name, all_ in language.keys.concepts.items() for stem in all_}
        self._latin = language.alphabet.script == "LATIN"
        self._known: dict[tuple[str, bool, bool], Unit | None] = {}
        # Words that are the same key wherever they stand: no name and no beginning of one.
        self._plain: dict[str, Unit | None] = {}

    def profile(self, article: Article) -> Profile:
        """Return the keys of `article`."""
        texts = [block.text for block in article.body]
        words = [tokens(text) for text in texts]
        names = _names_inside(texts, words)
        paragraphs = tuple(tuple(self._read(text, found, names)) for text, found in zip(texts, words, strict=True))
        title = tuple(self._read(article.title, tokens(article.title), names)) if article.title else ()
        counts = Counter(mention.unit.key for part in (title, *paragraphs) for mention in part)
        units = {mention.unit.key: mention.unit for part in (*paragraphs, title) for mention in part}
        held = tuple(Held.of({mention.unit.key: mention.unit for mention in found}) for found in paragraphs)
        lead, stock = _lead(texts, title, paragraphs), Stock.of(units.values(), counts)
        return Profile(article, paragraphs, held, title, counts, units, _holders(units.values()), lead, stock)

    def keys(self, word: str) -> Iterator[tuple[Kind, str]]:
        """Yield the keys that `word`, in lower case, has as an ordinary word and as a name."""
        for is_name in (False, True):
            unit = self._word(Token(word, word, 0, len(word)), is_name=is_name)
            if unit and (unit.kind is Kind.NAME or not is_name):
                yield unit.kind, unit.key

    def _read(self, text: str, words: Sequence[Token], names: frozenset[str]) -> Iterable[Mention]:
        """Yield the keys of one paragraph; `names` are the words that have a capital inside a sentence."""
        figures, used = self._figures.read(text, words)
        behind = {word.end: at for at, word in enumerate(words, 1)}
        for figure in figures:
            kind = KINDS[figure.key[0]]
            yield Mention(
                _unit(kind, figure.key),
                figure.start,
                figure.end,
                figure.digits,
                self._units.read(text, words, behind[figure.end], figure.start) if kind is Kind.NUMBER else "",
                not self._is_rounded(words, behind[figure.end], figure),
            )
        at = 0
        while at < len(words):
            word, at = words[at], at + 1
            if at - 1 in used or word.text[0].isdecimal():
                continue
            if word.text in self._plain:
                plain = self._plain[word.text]
                if plain is not None:
                    yield Mention(plain, word.start, word.end)
                continue
            known = self._known_name(text, words, at - 1)
            if known:
                key, at = known
                yield Mention(_unit(KINDS[key[0]], key), word.start, words[at - 1].end)
                continue
            found = self._word(word, is_name=self._is_name(text, words, at - 1, names))
            if word.text[0].islower() and (self._latin or not word.text.isascii()) and not self._gazetteer.may(word):
                self._plain[word.text] = found
            if found is not None:
                yield Mention(found, word.start, word.end)

    def _known_name(self, text: str, words: Sequence[Token], at: int) -> tuple[str, int] | None:
        """Return the key of the listed name or the country that begins at `words[at]`, and the index behind it.

        The longer of the two is meant. A country is one key whether it is listed or not.
        """
        country = self._gazetteer.read(words, at)
        listed = self._register.read(text, words, at) if words[at].text[0].isupper() else None
        if listed and (country is None or listed.behind > country[1]):
            return f"e:{listed.name_id}", listed.behind
        return country

    def _is_rounded(self, words: Sequence[Token], behind: int, figure: Figure) -> bool:
        """Say whether a word beside a figure says that it is about so much, or more, or less."""
        first = next((at for at in range(behind - 1, -1, -1) if words[at].start <= figure.start), 0)
        beside = (*words[max(0, first - BESIDE) : first], *words[behind : behind + BESIDE])
        return any(word.low in self._rounding for word in beside)

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
        return joined or not begins_sentence(text, word.start)

    def _word(self, word: Token, *, is_name: bool) -> Unit | None:
        """Return the key of a word that is neither a figure nor a country; None where it is too short to tell much."""
        reading = word.low, is_name, len(word.text) > 1 and word.text.isupper()
        if reading not in self._known:
            self._known[reading] = self._make(*reading)
        return self._known[reading]

    def _make(self, word: str, is_name: bool, is_acronym: bool) -> Unit | None:  # noqa: FBT001 - a key of `_known`
        forms, concept = self._forms(word), self._concept(word)
        cognate = (f"w:{forms[0][:COGNATE]}",) if forms and len(forms[0]) >= TELLING else ()
        if concept:
            return _unit(Kind.WORD, f"c:{concept}", *cognate)
        if is_name:
            forms = forms or ((f"l:{word}",) if is_acronym else ())
            return _unit(Kind.NAME, *forms, *cognate) if forms else None
        return _unit(Kind.WORD, *cognate) if cognate else None

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


def _unit(kind: Kind, key: str, *others: str) -> Unit:
    """Return the unit of a key, with the other forms in which a text may hold it."""
    return Unit(kind, key, (key, *others), weigh(kind, key))


def _holders(units: Iterable[Unit]) -> Mapping[str, tuple[Unit, ...]]:
    holders: dict[str, tuple[Unit, ...]] = {}
    for unit in units:
        for form in unit.forms:
            holders[form] = (*holders.get(form, ()), unit)
    return holders


def _lead(texts: Sequence[str], title: Sequence[Mention], paragraphs: Sequence[Sequence[Mention]]) -> tuple[Unit, ...]:
    """Return the facts of the headline and of as many paragraphs as make a lead."""
    mentions = list(title)
    length = 0
    for text, found in zip(texts, paragraphs, strict=True):
        mentions += found
        length += len(text)
        if length >= LEAD:
            break
    units = {mention.unit.key: mention.unit for mention in mentions}
    return tuple(unit for unit in units.values() if unit.kind is not Kind.WORD)


def _names_inside(texts: Sequence[str], words: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Return the words, in lower case, that have a capital where no sentence begins."""
    return frozenset(
        word.low
        for text, found in zip(texts, words, strict=True)
        for word in found
        if word.text[0].isupper() and not begins_sentence(text, word.start)
    )


def begins_sentence(text: str, start: int) -> bool:
    """Say whether the word that stands at `start` in `text` is the first of its sentence."""
    before = text[max(0, start - 8) : start]
    return SENTENCE_END.search(before) is not None or not any(letter.isalnum() for letter in text[:start][-12:])
