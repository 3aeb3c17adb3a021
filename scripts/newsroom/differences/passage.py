"""One side of a bead: its paragraphs with everything that is mentioned in them, in order."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.keys import Mention, Profile, Unit

NEAR = 4
"""So many mentions on either side of one are its surroundings."""


class Said(NamedTuple):
    """A mention with the paragraph it stands in."""

    at: int
    """The paragraph's index in the body, from 0."""
    mention: Mention
    """What stands there."""


@dataclass(frozen=True)
class Passage:
    """Paragraphs of one version that correspond to some of another."""

    profile: Profile
    """The version."""
    paragraphs: tuple[int, ...]
    """Indexes into its body, from 0."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Everything that is mentioned, in the order of the text."""
        found = (Said(at, mention) for at in self.paragraphs for mention in self.profile.paragraphs[at])
        return tuple(sorted(found, key=lambda said: (said.at, said.mention.start)))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The key of every mention."""
        return frozenset(said.mention.unit.key for said in self.said)

    def around(self, said: Said) -> Mapping[str, Unit]:
        """Return the units mentioned a little before and behind `said`, by each of their forms."""
        place = self.said.index(said)
        near = (*self.said[max(0, place - NEAR) : place], *self.said[place + 1 : place + 1 + NEAR])
        return by_form(other.mention.unit for other in near)

    def following(self, said: Said) -> Mapping[str, Unit]:
        """Return the unit of the very next word behind `said`, by each of its forms."""
        place = self.said.index(said)
        following = self.said[place + 1 : place + 2]
        return by_form(other.mention.unit for other in following if other.mention.start == said.mention.end + 1)

    def position(self, said: Said) -> float:
        """Return where in the passage `said` stands, from 0 to 1."""
        return (self.said.index(said) + 0.5) / len(self.said)


def by_form(units: Iterable[Unit]) -> dict[str, Unit]:
    """Return form to unit."""
    return {form: unit for unit in units for form in unit.forms}


def agreement(mine: Mapping[str, Unit], its: Mapping[str, Unit]) -> float:
    """Return what two surroundings have in common, in nats; each unit counts once, in whatever order."""
    return math.fsum({mine[form].key: mine[form].weight for form in mine.keys() & its.keys()}.values())
