"""Look closely at two articles: how much of what each says stands in the other, and in the same paragraphs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsroom.keys import Held, Kind, Profile, Stock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

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
    is_aligned: bool = False
    """Whether somebody has looked at the paragraphs."""


class _InBead(NamedTuple):
    """What the two sides of a bead have, and what of it is on both."""

    facts: float
    facts_shared: float
    words: float
    words_shared: float


def compare(left: Profile, right: Profile) -> Comparison:
    """Return what `left` and `right` have in common."""
    common = left.forms.keys() & right.forms.keys()
    shared = [_shared(side, common) for side in (left, right)]
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


def in_place(comparison: Comparison, left: Profile, right: Profile, *, alignment: Alignment) -> Comparison:
    """Return the `comparison` with what stands in corresponding paragraphs."""
    beads = [_bead(left, right, bead) for bead in alignment.beads]
    every = sum(bead.words for bead in beads)
    facts = sum(bead.facts for bead in beads)
    return replace(
        comparison,
        stock=facts,
        facts_in_place=_share(sum(bead.facts_shared for bead in beads), facts),
        words_in_place=_share(sum(bead.words_shared for bead in beads), every),
        is_aligned=True,
    )


def _bead(left: Profile, right: Profile, bead: Bead) -> _InBead:
    mine, its = hold(left, bead.left), hold(right, bead.right)
    facts = words = 0.0
    for side, other in ((mine, its), (its, mine)):
        for unit in side.units.values():
            if has(unit, other.forms):
                words += unit.weight
                facts += unit.weight if unit.kind is not Kind.WORD else 0.0
    return _InBead(mine.facts + its.facts, facts, mine.words + its.words, words)


def has(unit: Unit, forms: AbstractSet[str]) -> bool:
    """Say whether a text with these `forms` holds `unit`."""
    return not forms.isdisjoint(unit.forms)


def _shared(side: Profile, forms: AbstractSet[str]) -> Mapping[str, Unit]:
    """Return the units of one side with one of the `forms`, in the order of the text: no sum depends on a set's."""
    keys = {unit.key for form in forms for unit in side.forms[form]}
    return {key: unit for key, unit in side.units.items() if key in keys}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _lead(mine: Profile, shared: Mapping[str, Unit]) -> float:
    """Return the weighted share of the facts of my headline and lead that are `shared`."""
    return _share(sum(unit.weight for unit in mine.lead if unit.key in shared), sum(unit.weight for unit in mine.lead))


def hold(profile: Profile, paragraphs: Sequence[int]) -> Held:
    """Return what some paragraphs hold together."""
    if len(paragraphs) == 1:
        return profile.held[paragraphs[0]]
    return Held.of({key: unit for at in paragraphs for key, unit in profile.held[at].units.items()})
