"""Under which entries a word of a text is found: by forms of its lemma, by stems that its endings allow, or by itself.

What knows a language is under `[search]` in its TOML file.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import pymorphy3
import snowballstemmer

from newsroom.search import affixes
from newsroom.search.folding import fold
from newsroom.search.matching import SOFT, Entry, ending, softly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsroom.languages import Language, Search
    from newsroom.search.matching import Definition

    Kind = tuple[str, ...]
    """Tense and voice of a participle; nothing for any other form."""

SUPERLATIVE = "Supr"
"""OpenCorpora's mark of новейший, which is another word than новый to whoever looks for it."""
LIKELY = 0.25
"""A reading of a word counts where the dictionary gives it this probability (pymorphy3, estimated from OpenCorpora)."""
BEGINNING = 2
"""Forms of one lemma that have not even so many letters in common are found apart: человек, люди."""
LONG = 3
"""A shorter stem is found by itself only: nearly any word might be one with endings."""
SURNAME = 5
"""A surname has so many letters at least, its ending included."""
SEPARATOR = "|"
ITSELF = "="
"""The class of a word that is found by itself only."""


class Morphology:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        tables = _affix_patterns(language.search)
        self._rules: list[Callable[[str], Iterable[Entry]]] = list(_rules(language.search, tables))
        self.patterns = (*tables, *((_stem_pattern(language.search),) if language.search.stemmer else ()))
        """The names of the classes that are patterns."""
        self.cases = _cases(language.search, tables.values())
        """The regular expression of the endings, folded, that names from other languages may have in this one."""
        self.classes: dict[str, Definition] = {name: spelled_out(name) for name in (ITSELF, *self.patterns)}

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries under which the `word` of a text is found."""
        found = dict.fromkeys(entry for rule in self._rules for entry in rule(word.lower()))
        found = found or {_itself(word.lower()): None}
        self.classes.update((entry.endings, spelled_out(entry.endings)) for entry in found)
        return tuple(found)


def _itself(word: str) -> Entry:
    stem = fold(word)
    return Entry(stem, ITSELF + ending(softly(word), len(stem)))


def _rules(search: Search, tables: Mapping[str, affixes.Pattern]) -> Iterator[Callable[[str], Iterable[Entry]]]:
    """Yield the ways in which a language's words are looked up."""
    if search.dictionary:
        yield _by_lemma
        yield _by_surname(search.surnames.split(), search.surname_cases.split())
    if tables:
        yield lambda word: (
            Entry(fold(stem), name if len(stem) >= LONG else ITSELF)
            for name, pattern in tables.items()
            for stem in pattern.stems(word)
        )
    if search.stemmer:
        yield _by_stem(search)


def _by_stem(search: Search) -> Callable[[str], list[Entry]]:
    """Return what looks words up by Snowball's stem, behind which the language's endings stand, and by other forms."""
    stem_of = snowballstemmer.stemmer(search.stemmer).stemWord
    lemmas = {form: lemma for lemma, forms in search.irregular.items() for form in forms.split()}
    others = {stem_of(lemma): [*map(fold, forms.split())] for lemma, forms in search.irregular.items()}
    endings = _stem_pattern(search)

    def _looked_up(word: str) -> list[Entry]:
        stem = stem_of(lemmas.get(word, word))
        return [Entry(fold(stem), endings), *(Entry(form, ITSELF) for form in others.get(stem, ()))]

    return _looked_up


def _cases(search: Search, tables: Iterable[affixes.Pattern]) -> str:
    sure = (one.folded for one in tables if not one.affixes.guessed)
    return SEPARATOR.join((*map(fold, search.cases.split()), *sure))


def _affix_patterns(search: Search) -> dict[str, affixes.Pattern]:
    """Return name to pattern of each sort of word whose endings are taken off one by one."""
    patterns = (affixes.Pattern(affix, search) for affix in search.affixes)
    return {_pattern(one.folded, one.written, "guess" if one.affixes.guessed else ""): one for one in patterns}


def _stem_pattern(search: Search) -> str:
    return _pattern(SEPARATOR.join(map(fold, search.stem_endings)) + SEPARATOR)


def _pattern(folded: str, written: str = "", guess: str = "") -> str:
    return f"/{folded}/{written}/{guess}"


@cache
def spelled_out(name: str) -> Definition:
    """Return the class that a name spells out: patterns behind slashes, or the endings themselves."""
    if name.startswith("/"):
        _, folded, written, guess = name.split("/")
        return {"pattern": folded, "written": written} | ({"guess": guess} if guess else {})
    return name.removeprefix(ITSELF).split(SEPARATOR)


def _by_surname(surnames: list[str], cases: list[str]) -> Callable[[str], list[Entry]]:
    """Return what looks up surnames that the dictionary does not know: it takes Ахтанов for many of Ахтан."""
    endings = ITSELF + SEPARATOR.join(["", *map(fold, cases)])

    def _looked_up(word: str) -> list[Entry]:
        stems = (word.removesuffix(case) for case in ("", *cases) if word.endswith(case))
        found = [stem for stem in stems if stem.endswith(tuple(surnames)) and len(stem) >= SURNAME]
        return [Entry(fold(found[0]), endings)] if found and not _analyser().word_is_known(word) else []

    return _looked_up


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=200_000)
def _by_lemma(word: str) -> tuple[Entry, ...]:
    """Return the entries of all forms of every lemma that the word is likely a form of."""
    parses = _analyser().parse(word)
    lemmas: dict[tuple[str, str, bool], pymorphy3.analyzer.Parse] = {}
    for parse in parses:
        if parse.score >= LIKELY or parse is parses[0]:
            lemmas.setdefault((parse.normal_form, parse.tag.POS, SUPERLATIVE in parse.tag), parse)
    return tuple(dict.fromkeys(entry for parse in lemmas.values() for entry in _forms_of(parse)))


def _forms_of(parse: pymorphy3.analyzer.Parse) -> tuple[Entry, ...]:
    """Return the entries of all forms of a parse's lemma; which form of it was met makes no difference."""
    is_highest = SUPERLATIVE in parse.tag
    forms = [(form.word, _kind(form.tag)) for form in parse.lexeme if (SUPERLATIVE in form.tag) is is_highest]
    return _entries_of(tuple(sorted(forms)))


@lru_cache(maxsize=100_000)
def _entries_of(forms: tuple[tuple[str, Kind], ...]) -> tuple[Entry, ...]:
    groups: dict[Kind, set[str]] = {}
    for word, kind in forms:
        groups.setdefault(kind, set()).add(softly(word))
    return tuple(entry for words in groups.values() for entry in _covering(words))


def _kind(tag: pymorphy3.tagset.OpencorporaTag) -> Kind:
    """Return what a form is: participles end as adjectives do, and apart from verbs few sets of endings do."""
    return (str(tag.tense), str(tag.voice)) if tag.POS in {"PRTF", "PRTS"} else ()


def _covering(forms: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries that hold just these forms: by their common beginning, or in groups that have one."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for bare, form in sorted((form.replace(SOFT, ""), form) for form in forms):
        groups.setdefault(bare[:BEGINNING], []).append((bare, form))
    for group in groups.values():
        stem = _beginning(group[0][0], group[-1][0])
        yield Entry(stem, ITSELF + SEPARATOR.join(ending(form, len(stem)) for _, form in group))


def _beginning(first: str, last: str) -> str:
    """Return what two words begin with; of sorted words the first and the last have in common what all have."""
    at = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), None)
    return first[:at] if at is not None else min(first, last, key=len)
