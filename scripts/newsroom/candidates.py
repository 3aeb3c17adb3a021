"""Find the pairs of articles that are worth a closer look, at a cost that grows with the number of articles.

An inverted index lists for every key the articles that hold it. Keys that many articles hold are passed over, so that
the work for one article does not depend on how many others there are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.keys import Profile

COMMON = 60
"""A key that more articles of one language hold leads to nobody."""
RAREST = 60
"""So many of an article's keys are looked up, the heaviest first."""
NEAREST = 6
"""So many articles of every language are proposed to each article."""
LEAST = 5.0
"""Nats that two articles must share to be looked at."""


def propose(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of indexes into `profiles`, the smaller first, in order: possible versions or coverage."""
    index = _index(profiles)
    sizes = [math.sqrt(sum(unit.weight for unit in profile.units.values()) + 1.0) for profile in profiles]
    pairs = set()
    for at, profile in enumerate(profiles):
        for other in _nearest(profile, at, sizes, index):
            pairs.add((min(at, other), max(at, other)))
    return sorted(pairs)


def _index(profiles: Sequence[Profile]) -> Mapping[str, Mapping[str, list[int]]]:
    """Return language to form to the articles that hold it, common forms left out."""
    index: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, profile in enumerate(profiles):
        postings = index[profile.article.language]
        for form in sorted(profile.forms):
            postings[form].append(at)
    return {
        language: {form: found for form, found in postings.items() if len(found) <= COMMON}
        for language, postings in index.items()
    }


def _nearest(
    profile: Profile,
    at: int,
    sizes: Sequence[float],
    index: Mapping[str, Mapping[str, list[int]]],
) -> Iterator[int]:
    """Yield the articles that share most with the article at `at`, a few of every language."""
    units = nlargest(RAREST, profile.units.values(), key=lambda unit: (unit.weight, unit.key))
    for postings in index.values():
        shared: dict[int, float] = defaultdict(float)
        for unit in units:
            for other in {other for form in unit.forms for other in postings.get(form, ())}:
                shared[other] += unit.weight
        shared.pop(at, None)
        ranked = ((score / sizes[other], -other) for other, score in shared.items() if score >= LEAST)
        yield from (-other for _, other in nlargest(NEAREST, ranked))
