"""The entries of every form that occurs, looked up once and remembered between runs.

A line of what is remembered is a form, its skeleton, and its entries as stem and class; the classes that are patterns
are long, and are called by their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsroom.search.folding import fold
from newsroom.search.matching import Entry

if TYPE_CHECKING:
    from newsroom.search.morphology import Morphology

PATTERN = "#"
"""Stands before the number of a pattern."""


class Known(NamedTuple):
    """What is known of a form."""

    skeleton: str
    """The form folded."""
    entries: tuple[Entry, ...]
    """What it is found by."""


class Vocabulary:
    """The forms of one language's morphology."""

    def __init__(self, morphology: Morphology, remembered: bytes = b"") -> None:
        self._morphology = morphology
        self._numbers = {name: f"{PATTERN}{at}" for at, name in enumerate(morphology.patterns)}
        self._names = {number: name for name, number in self._numbers.items()}
        lines = (line.split("\t") for line in remembered.decode().split("\n") if line)
        self._remembered = {form: facts for form, *facts in lines}
        self._known: dict[str, Known] = {}
        self.is_changed = False

    def of(self, form: str) -> Known:
        """Return what is known of a form."""
        if form not in self._known:
            facts = self._remembered.get(form)
            self._known[form] = self._recalled(facts) if facts else self._learnt(form)
        return self._known[form]

    def _recalled(self, facts: list[str]) -> Known:
        skeleton, *entries = facts
        pairs = zip(entries[::2], entries[1::2], strict=True)
        return Known(skeleton, tuple(Entry(stem, self._names.get(name, name)) for stem, name in pairs))

    def _learnt(self, form: str) -> Known:
        self.is_changed = True
        return Known(fold(form), self._morphology.entries(form))

    def remembered(self) -> bytes:
        """Return what is worth remembering: the forms that were asked for."""
        lines = (
            "\t".join((form, skeleton, *(part for one in entries for part in (one.stem, self._short(one)))))
            for form, (skeleton, entries) in sorted(self._known.items())
        )
        return "\n".join(lines).encode()

    def _short(self, entry: Entry) -> str:
        return self._numbers.get(entry.endings, entry.endings)
