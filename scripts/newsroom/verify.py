"""Look closely at two articles: how much of what each says stands in the other, paragraph by paragraph."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom import align
from newsroom.keys import Kind, Mention, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.keys import Unit
    from newsroom.keys.weights import Weights
    from newsroom.model import Alignment

LEAD = 200
"""A first paragraph shorter than so many characters is no lead yet: the next one belongs to it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles have in common; shares are from 0 to 1."""

    facts: float
    """Weighted share of the figures, names and places of both that the other has anywhere."""
    facts_in_place: float
    """The same, counted only within corresponding paragraphs."""
    words_in_place: float
    """Weighted share of all keys, counted only within corresponding paragraphs."""
    lead: tuple[float, float]
    """For either side, the weighted share of the facts of its headline and lead that the other has anywhere."""
    focus: tuple[float, float]
    """For either side, the weighted share of its names, the more often named the heavier, that the other has."""
    evidence: float
    """Weight, in nats, of the facts that both have."""
    stock: float
    """Weight, in nats, of all facts of both."""
    length: float
    """How many times longer one is than the other, as a logarithm without sign."""
    alignment: Alignment | None
    """How the paragraphs correspond; None where both are in one language."""


def compare(left: Profile, right: Profile, *, weights: Weights) -> Comparison:
    """Return what `left` and `right` have in common."""
    sides = ((left, right), (right, left))
    shares = [_facts(mine, its, weights) for mine, its in sides]
    alignment = align.align(left, right, weights=weights)
    facts, words, stock = _in_place(left, right, alignment, weights)
    lengths = [sum(len(block.text) for block in side.article.body) or 1 for side in (left, right)]
    return Comparison(
        facts=math.sqrt(shares[0][0] * shares[1][0]),
        facts_in_place=facts,
        words_in_place=words,
        lead=(_lead(left, right, weights), _lead(right, left, weights)),
        focus=(_focus(left, right, weights), _focus(right, left, weights)),
        evidence=min(shares[0][1], shares[1][1]),
        stock=stock,
        length=abs(math.log(lengths[0] / lengths[1])),
        alignment=alignment,
    )


def has(unit: Unit, forms: Iterable[str]) -> bool:
    """Say whether a text with these `forms` holds `unit`."""
    return any(form in forms for form in unit.forms)


def _facts(mine: Profile, its: Profile, weights: Weights) -> tuple[float, float]:
    """Return the weighted share of my facts that the other has, and their weight."""
    total = shared = 0.0
    for key, unit in mine.units.items():
        if unit.kind is not Kind.WORD:
            weight = weights.of(unit) * (1 + math.log(mine.counts[key]))
            total += weight
            shared += weight * has(unit, its.forms)
    return (shared / total if total else 0.0), shared


def _focus(mine: Profile, its: Profile, weights: Weights) -> float:
    total = shared = 0.0
    for key, unit in mine.units.items():
        if unit.kind in (Kind.NAME,):
            weight = weights.of(unit) * mine.counts[key]
            total += weight
            shared += weight * has(unit, its.forms)
    return shared / total if total else 0.0


def _lead(mine: Profile, its: Profile, weights: Weights) -> float:
    mentions = list(mine.title)
    length = 0
    for block, found in zip(mine.article.body, mine.paragraphs, strict=True):
        mentions += found
        length += len(block.text)
        if length >= LEAD:
            break
    units = {mention.unit.key: mention.unit for mention in mentions if mention.unit.kind is not Kind.WORD}
    total = sum(map(weights.of, units.values()))
    shared = sum(weights.of(unit) for unit in units.values() if has(unit, its.forms))
    return shared / total if total else 0.0


def _in_place(left: Profile, right: Profile, alignment: Alignment, weights: Weights) -> tuple[float, float, float]:
    """Return the shares of facts and of all keys that stand in corresponding paragraphs, and the facts' weight."""
    facts = facts_shared = every = shared = 0.0
    for bead in alignment.beads:
        mine = _units(left, bead.left)
        its = _units(right, bead.right)
        for side, other in ((mine, its), (its, mine)):
            forms = {form for unit in other.values() for form in unit.forms}
            for unit in side.values():
                weight = weights.of(unit)
                hit = weight * has(unit, forms)
                every += weight
                shared += hit
                if unit.kind is not Kind.WORD:
                    facts += weight
                    facts_shared += hit
    return (facts_shared / facts if facts else 0.0), (shared / every if every else 0.0), facts


def _units(profile: Profile, paragraphs: Iterable[int]) -> Mapping[str, Unit]:
    return {mention.unit.key: mention.unit for at in paragraphs for mention in profile.paragraphs[at]}
