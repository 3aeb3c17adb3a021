"""Look closely at two articles: how much of what each says stands in the other, and in the same paragraphs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsroom import align
from newsroom.keys import Kind, Profile, Stock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.keys import Unit
    from newsroom.model import Alignment, Bead


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
    alignment: Alignment | None = None
    """How the paragraphs correspond; None where nobody has looked."""


class _InBead(NamedTuple):
    """What the two sides of a bead have, and what of it is on both."""

    facts: float
    facts_shared: float
    words: float
    words_shared: float


def compare(left: Profile, right: Profile) -> Comparison:
    """Return what `left` and `right` have in common."""
    common = left.forms.keys() & right.forms.keys()
    shared = [{unit.key: unit for form in common for unit in side.forms[form]} for side in (left, right)]
    mine, its = (Stock.of(found.values(), side.counts) for side, found in zip((left, right), shared, strict=True))
    lengths = [sum(len(block.text) for block in side.article.body) or 1 for side in (left, right)]
    return Comparison(
        facts=math.sqrt(_share(mine.facts, left.stock.facts) * _share(its.facts, right.stock.facts)),
        words=math.sqrt(_share(mine.words, left.stock.words) * _share(its.words, right.stock.words)),
        lead=(_lead(left, shared[0]), _lead(right, shared[1])),
        focus=(_share(mine.names, left.stock.names), _share(its.names, right.stock.names)),
        names=min(left.stock.names, right.stock.names),
        evidence=min(mine.facts, its.facts),
        stock=left.stock.bare + right.stock.bare,
        length=abs(math.log(lengths[0] / lengths[1])),
    )


def in_place(comparison: Comparison, left: Profile, right: Profile) -> Comparison:
    """Return the `comparison` with the alignment of the paragraphs and what stands in corresponding ones."""
    alignment = align.align(left, right)
    beads = [_bead(left, right, bead) for bead in alignment.beads]
    every = sum(bead.words for bead in beads)
    facts = sum(bead.facts for bead in beads)
    return replace(
        comparison,
        stock=facts,
        facts_in_place=_share(sum(bead.facts_shared for bead in beads), facts),
        words_in_place=_share(sum(bead.words_shared for bead in beads), every),
        alignment=alignment,
    )


def _bead(left: Profile, right: Profile, bead: Bead) -> _InBead:
    mine, its = _units(left, bead.left), _units(right, bead.right)
    facts = facts_shared = words = words_shared = 0.0
    for side, other in ((mine, its), (its, mine)):
        forms = {form for unit in other.values() for form in unit.forms}
        for unit in side.values():
            weight = unit.weight
            hit = weight if has(unit, forms) else 0.0
            words += weight
            words_shared += hit
            if unit.kind is not Kind.WORD:
                facts += weight
                facts_shared += hit
    return _InBead(facts, facts_shared, words, words_shared)


def has(unit: Unit, forms: Iterable[str]) -> bool:
    """Say whether a text with these `forms` holds `unit`."""
    return any(form in forms for form in unit.forms)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _lead(mine: Profile, shared: Mapping[str, Unit]) -> float:
    """Return the weighted share of the facts of my headline and lead that are `shared`."""
    return _share(sum(unit.weight for unit in mine.lead if unit.key in shared), sum(unit.weight for unit in mine.lead))


def _units(profile: Profile, paragraphs: Iterable[int]) -> Mapping[str, Unit]:
    return {mention.unit.key: mention.unit for at in paragraphs for mention in profile.paragraphs[at]}
