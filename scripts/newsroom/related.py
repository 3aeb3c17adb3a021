"""Find stories about the same people, institutions, places and topics: what few stories are about says most."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from newsroom.subjects import Subject

COMMON = 10
"""What more than one in so many stories is about says nothing of any of them,"""
FEW = 2
"""But what so few are about always does."""
NEAR = 8
"""Of all stories about a subject, so many before and behind a story are looked at: its cost does not grow with them."""
MOST = 12
"""So many are found for a story at most, so that some of them may be in the reader's language."""


class Related(NamedTuple):
    """Another story, and what it shares."""

    story_id: str
    """The other story."""
    about: Subject
    """The rarest subject of both."""


class _Place(NamedTuple):
    """A story on the shelf of a subject."""

    subject: Subject
    """The subject."""
    shelf: Sequence[str]
    """All stories about it, in the order of their days."""
    at: int
    """Where on it the story stands."""

    @property
    def beside(self) -> Sequence[str]:
        """The stories a little before and behind, and this one."""
        return self.shelf[max(0, self.at - NEAR) : self.at + NEAR + 1]


def find(
    order: Sequence[str], *, subjects: Sequence[Subject], apart: Mapping[str, Collection[str]]
) -> dict[str, tuple[Related, ...]]:
    """Return for each story the others that share the rarest of its `subjects`, the nearest first.

    `order` are all stories in the order of their days; of two that share as much, the one nearer to the story in it
    comes first. `apart` is a story to others that are never named: those that its page shows already.
    """
    rank = {story_id: at for at, story_id in enumerate(order)}
    limit = min(max(FEW, len(order) // COMMON), len(order) - 1)
    places: dict[str, list[_Place]] = defaultdict(list)
    for subject in subjects:
        if len(subject.stories) <= limit:
            shelf = sorted(subject.stories, key=rank.__getitem__)
            for at, story_id in enumerate(shelf):
                places[story_id].append(_Place(subject, shelf, at))
    return {one: _nearest(places[one], rank, {one, *apart.get(one, ())}, rank[one]) for one in order if one in places}


def _nearest(
    places: Sequence[_Place], rank: Mapping[str, int], apart: Collection[str], here: int
) -> tuple[Related, ...]:
    """Return the others for the story that has these `places` and is `here` in the order."""
    mine = [place.subject for place in places]
    others = {other for place in places for other in place.beside} - set(apart)
    shared = {other: [subject for subject in mine if other in subject.stories] for other in others}
    weights = {other: sum(_weight(subject, len(rank)) for subject in found) for other, found in shared.items()}
    best = sorted(others, key=lambda other: (-weights[other], abs(rank[other] - here), rank[other]))
    return tuple(
        Related(other, min(shared[other], key=lambda one: (len(one.stories), one.path))) for other in best[:MOST]
    )


def _weight(subject: Subject, stories: int) -> float:
    """Return how much it says that two of so many stories share `subject`, in nats."""
    return math.log(stories / len(subject.stories))
