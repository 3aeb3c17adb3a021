"""How many forms of a word a search for the word finds, and how few of others: floors that only rise."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import languages
from newsroom.search.folding import fold
from newsroom.search.matching import Entry, candidates, is_far_fetched, is_spelled_alike, matches
from newsroom.search.morphology import Morphology

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHARED = raw.EVALUATION / "morphology"
"""Lemmas and forms of treebanks that do not belong to the repository."""
VERBS = frozenset({"VERB"})
NOMINALS = frozenset({"NOUN", "PROPN", "ADJ"})
FLOORS = {
    ("ru", "all", VERBS | NOMINALS): (0.984, 0.975),
    ("ru", "verbs", VERBS): (0.973, 0.986),
    ("kk", "nominals", NOMINALS): (0.98, 0.958),
    ("kk", "verbs", VERBS): (0.807, 0.854),
}
"""Language and parts of speech to the least recall and precision."""


@dataclass
class Found:
    """What searches for all lemmas of a treebank found, counted by part of speech."""

    recalled: Counter[str] = field(default_factory=Counter)
    """Pairs of a lemma and another form of it that were found."""
    asked: Counter[str] = field(default_factory=Counter)
    """All such pairs."""
    wrong: Counter[str] = field(default_factory=Counter)
    """Pairs that were found and don't belong together, by the lemma's part of speech."""

    def recall(self, parts: Iterable[str]) -> float:
        """Return the share of the pairs that are found."""
        return sum(self.recalled[part] for part in parts) / sum(self.asked[part] for part in parts)

    def precision(self, parts: Iterable[str]) -> float:
        """Return the share of what is found that belongs together."""
        right = sum(self.recalled[part] for part in parts)
        return right / (right + sum(self.wrong[part] for part in parts))


class Lexicon:
    """All forms of a treebank, looked up as the browser does."""

    def __init__(self, language: str, forms: Iterable[str]) -> None:
        self.morphology = Morphology(languages.load(language))
        self._lines: dict[str, set[tuple[str, Entry]]] = defaultdict(set)
        self._own = {form: frozenset(self.morphology.entries(form)) for form in forms}
        for form, entries in self._own.items():
            for entry in entries:
                self._lines[entry.stem].add((form, entry))

    def meant(self, typed: str) -> set[str]:
        """Return the forms that a query finds: those in the same letters, or else those in other letters."""
        classes = self.morphology.classes
        alike: set[str] = set()
        otherwise: set[str] = set()
        for form, entry in self._near(typed, fold(typed)):
            if matches(typed, entry, classes):
                (alike if is_spelled_alike(typed, form, entry, classes) else otherwise).add(form)
        return alike or otherwise

    def _near(self, typed: str, folded: str) -> Iterator[tuple[str, Entry]]:
        """Yield what lies under the query's stems, without those far-fetched where it is a stem itself."""
        under = self._lines.get(folded, ())
        classes = self.morphology.classes
        is_stem = any(fold(form) != folded and is_spelled_alike(typed, form, one, classes) for form, one in under)
        own = self._own.get(typed, frozenset())
        for stem in candidates(folded):
            for form, entry in self._lines.get(stem, ()):
                if not is_far_fetched(folded, entry, classes, is_stem=is_stem, own=own):
                    yield form, entry


def _rows(language: str) -> list[list[str]]:
    """Return lemma, form and part of speech of each line."""
    lines = (SHARED / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def _measure(language: str) -> Found:
    rows = _rows(language)
    lexicon = Lexicon(language, [form for _, form, _ in rows])
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for lemma, form, part in rows:
        forms[lemma][form] = part
    found = Found()
    for lemma, own in forms.items():
        _count(found, lemma, own, lexicon.meant(lemma))
    return found


def _count(found: Found, lemma: str, own: dict[str, str], meant: set[str]) -> None:
    """Count what a search for `lemma` found; `own` are its forms."""
    others = {form: part for form, part in own.items() if form != lemma}
    found.asked.update(others.values())
    found.recalled.update(part for form, part in others.items() if form in meant)
    found.wrong[next(iter(own.values()))] += len(meant - own.keys() - {lemma})


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"{raw.ABSENT}: {SHARED}")
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_forms_are_found_with_their_lemma(language: str) -> None:
    """A search for a word finds its forms in all cases, persons and tenses, and few other words."""
    found = _measure(language)
    print(f"\n{language}    recall  precision  pairs")
    for part in sorted(found.asked):
        figures = f"{found.recall([part]):.3f}  {found.precision([part]):9.3f}"
        print(f"{part:5}  {figures}  {found.asked[part]:5}")
    for (of, name, parts), (recall, precision) in FLOORS.items():
        if of == language:
            measured = {"recall": (found.recall(parts), recall), "precision": (found.precision(parts), precision)}
            raw.show(f"{language} {name}", measured)
            assert all(value >= floor for value, floor in measured.values())
