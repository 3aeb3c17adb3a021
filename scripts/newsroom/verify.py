"""Look closely at two articles: how much of what each says stands in the other, and in the same paragraphs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsroom import align
from newsroom.keys import Kind, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.keys import Unit
    from newsroom.keys.weights import Weights
    from newsroom.model import Alignment, Bead

LEAD = 200
"""A first paragraph shorter than so many characters is no lead yet: the next one belongs to it."""

RETOLD = 0.1
"""Paragraphs that share so much of their keys tell the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles have in common; shares are weighted and from 0 to 1, weights are in nats."""

    facts: float
    """Share of the figures, names and places of both that the other has anywhere."""
    words: float
    """The same for all keys."""
    lead: tuple[float, float]
    """For either side, the share of the facts of its headline and lead that the other has anywhere."""
    focus: tuple[float, float]
    """For either side, the share of its names, every mention counted, that the other has anywhere."""
    names: float
    """Weight of the names of the side that has fewer, every mention counted."""
    evidence: float
    """Weight of the facts that both have."""
    stock: float
    """Weight of all facts of both."""
    length: float
    """How many times longer one is than the other, as a logarithm without sign."""
    facts_in_place: float = 0.0
    """Share of the facts of both that the other has in the corresponding paragraphs."""
    words_in_place: float = 0.0
    """The same for all keys."""
    retold: float = 0.0
    """Share of both texts, by length, in paragraphs whose counterpart clearly tells the same."""
    alignment: Alignment | None = None
    """How the paragraphs correspond; None where nobody has looked."""


class _Side(NamedTuple):
    """What the other article has of one article's keys."""

    facts: float
    words: float
    focus: float
    names: float
    evidence: float
    stock: float


class _InBead(NamedTuple):
    """What the two sides of a bead have, and what of it is on both; and their characters."""

    facts: float
    facts_shared: float
    words: float
    words_shared: float
    length: int


def compare(left: Profile, right: Profile, *, weights: Weights) -> Comparison:
    """Return what `left` and `right` have in common, wherever it stands in them."""
    mine, its = _side(left, right, weights), _side(right, left, weights)
    lengths = [sum(len(block.text) for block in side.article.body) or 1 for side in (left, right)]
    return Comparison(
        facts=math.sqrt(mine.facts * its.facts),
        words=math.sqrt(mine.words * its.words),
        lead=(_lead(left, right, weights), _lead(right, left, weights)),
        focus=(mine.focus, its.focus),
        names=min(mine.names, its.names),
        evidence=min(mine.evidence, its.evidence),
        stock=mine.stock + its.stock,
        length=abs(math.log(lengths[0] / lengths[1])),
    )


def in_place(comparison: Comparison, left: Profile, right: Profile, *, weights: Weights) -> Comparison:
    """Return the `comparison` with the alignment of the paragraphs and what stands in corresponding ones."""
    alignment = align.align(left, right, weights=weights)
    beads = [_bead(left, right, bead, weights) for bead in alignment.beads]
    every = sum(bead.words for bead in beads)
    facts = sum(bead.facts for bead in beads)
    return replace(
        comparison,
        stock=facts,
        facts_in_place=_share(sum(bead.facts_shared for bead in beads), facts),
        words_in_place=_share(sum(bead.words_shared for bead in beads), every),
        retold=_share(
            sum(bead.length for bead in beads if bead.words_shared >= RETOLD * bead.words and bead.words),
            sum(bead.length for bead in beads),
        ),
        alignment=alignment,
    )


def _bead(left: Profile, right: Profile, bead: Bead, weights: Weights) -> _InBead:
    mine, its = _units(left, bead.left), _units(right, bead.right)
    facts = facts_shared = words = words_shared = 0.0
    for side, other in ((mine, its), (its, mine)):
        forms = {form for unit in other.values() for form in unit.forms}
        for unit in side.values():
            weight = weights.of(unit)
            hit = weight if has(unit, forms) else 0.0
            words += weight
            words_shared += hit
            if unit.kind is not Kind.WORD:
                facts += weight
                facts_shared += hit
    length = sum(len(left.article.body[at].text) for at in bead.left)
    length += sum(len(right.article.body[at].text) for at in bead.right)
    return _InBead(facts, facts_shared, words, words_shared, length)


def has(unit: Unit, forms: Iterable[str]) -> bool:
    """Say whether a text with these `forms` holds `unit`."""
    return any(form in forms for form in unit.forms)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _side(mine: Profile, its: Profile, weights: Weights) -> _Side:
    facts = evidence = stock = every = shared = names = names_shared = 0.0
    for key, unit in mine.units.items():
        weight = weights.of(unit)
        heavy = weight * (1 + math.log(mine.counts[key]))
        hit = has(unit, its.forms)
        every += heavy
        shared += heavy if hit else 0.0
        if unit.kind is not Kind.WORD:
            stock += weight
            facts += heavy
            evidence += heavy if hit else 0.0
        if unit.kind is Kind.NAME:
            names += weight * mine.counts[key]
            names_shared += weight * mine.counts[key] if hit else 0.0
    return _Side(_share(evidence, facts), _share(shared, every), _share(names_shared, names), names, evidence, stock)


def _lead(mine: Profile, its: Profile, weights: Weights) -> float:
    """Return the weighted share of the facts of my headline and lead that the other has."""
    mentions = list(mine.title)
    length = 0
    for block, found in zip(mine.article.body, mine.paragraphs, strict=True):
        mentions += found
        length += len(block.text)
        if length >= LEAD:
            break
    units = {mention.unit.key: mention.unit for mention in mentions if mention.unit.kind is not Kind.WORD}
    return _share(
        sum(weights.of(unit) for unit in units.values() if has(unit, its.forms)), sum(map(weights.of, units.values()))
    )


def _units(profile: Profile, paragraphs: Iterable[int]) -> Mapping[str, Unit]:
    return {mention.unit.key: mention.unit for at in paragraphs for mention in profile.paragraphs[at]}
