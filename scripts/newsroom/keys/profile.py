"""The records of what was read out of an article: keys, where they stand, and what they weigh."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.keys.weights import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.model import Article


@dataclass(frozen=True, slots=True)
class Unit:
    """A key with the forms in which another text may hold it."""

    kind: Kind
    """What it is."""
    key: str
    """Its canonical form."""
    forms: tuple[str, ...]
    """Forms of which one in common is enough: with and without an ending."""
    weight: float
    """How much it tells that another text holds it too, in nats."""


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
    measure: str = ""
    """What a number counts, where that is a unit of measure or a currency."""
    is_exact: bool = True
    """Whether no word beside a number says that it is about so much."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What the keys of a text weigh, in nats."""

    words: float
    """All keys, one that stands there more often somewhat heavier."""
    facts: float
    """The same for all but ordinary words."""
    bare: float
    """The facts, each as often as once."""
    names: float
    """The names, as often as each stands there."""

    @classmethod
    def of(cls, units: Iterable[Unit], counts: Mapping[str, int]) -> Stock:
        """Return what `units` weigh that stand in a text as often as `counts` says."""
        words = facts = bare = names = 0.0
        for unit in units:
            heavy = unit.weight * (1 + math.log(counts[unit.key]))
            words += heavy
            if unit.kind is not Kind.WORD:
                facts += heavy
                bare += unit.weight
            if unit.kind is Kind.NAME:
                names += unit.weight * counts[unit.key]
        return cls(words, facts, bare, names)


@dataclass(frozen=True, slots=True)
class Held:
    """What a passage holds."""

    units: Mapping[str, Unit]
    """Key to its unit, each as often as once."""
    forms: frozenset[str]
    """Every form of every unit."""
    facts: float
    """What all but its ordinary words weigh, in nats."""
    words: float
    """What all its keys weigh."""

    @classmethod
    def of(cls, units: Mapping[str, Unit]) -> Held:
        """Return what a passage with these `units` holds."""
        forms = frozenset(form for unit in units.values() for form in unit.forms)
        facts = sum(unit.weight for unit in units.values() if unit.kind is not Kind.WORD)
        return cls(units, forms, facts, sum(unit.weight for unit in units.values()))


@dataclass(frozen=True, slots=True)
class Profile:
    """All keys of one article."""

    article: Article
    """The article."""
    paragraphs: tuple[tuple[Mention, ...], ...]
    """The keys of every block of the body."""
    held: tuple[Held, ...]
    """What every block of the body holds, each key once."""
    title: tuple[Mention, ...]
    """The keys of the headline that the text gives."""
    counts: Mapping[str, int]
    """Key to how often it stands in the title and the body."""
    units: Mapping[str, Unit]
    """Key to its unit."""
    forms: Mapping[str, tuple[Unit, ...]]
    """Every form of every unit, and the units that have it."""
    lead: tuple[Unit, ...]
    """The facts of the headline and the first sentences."""
    stock: Stock
    """What all its keys weigh."""
