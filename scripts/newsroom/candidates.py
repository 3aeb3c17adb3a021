"""Find the pairs of articles that are worth a closer look, at a cost that grows with the number of articles.

An inverted index lists for every form of a key the articles that hold it. Forms that many articles hold are passed
over, so that the work for one article does not depend on how many others there are; and the work for an article is done
again only where an article that came, went or changed holds a form that it is looked up by.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from newsroom.keys import Profile

    Ids = NDArray[np.uint32]
    Weights = NDArray[np.float32]
    Places = NDArray[np.intp]
    Scores = NDArray[np.float64]

COMMON = 60
"""A form that more articles of one language hold leads to nobody."""
RAREST = 60
"""So many of an article's keys are looked up, the heaviest first."""
NEAREST = 6
"""So many articles of every language are proposed to each article at most,"""
NEARLY = 0.5
"""And none that shares less than this of what the nearest one of its language shares."""
LEAST = 5.0
"""Nats that two articles must share to be looked at."""
AT_ONCE = 256
"""Articles that are looked up in one go: more of them take more memory and are hardly faster."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the index knows of an article."""

    language: str
    """Its language."""
    forms: Ids
    """A checksum of every form of every key, each once, in order."""
    asked: Ids
    """The forms by which it looks for others: those of its heaviest keys."""
    weights: Weights
    """For each of these, what it counts: its key's weight, shared among the key's forms."""
    size: float
    """The square root of the weight of all its keys: by it a long article is not everybody's neighbour."""


def card(profile: Profile) -> Card:
    """Return what the index needs to know of an article."""
    units = nlargest(RAREST, profile.units.values(), key=lambda unit: (unit.weight, unit.key))
    asked = [(zlib.crc32(form.encode()), unit.weight / len(unit.forms)) for unit in units for form in unit.forms]
    forms = sorted({zlib.crc32(form.encode()) for form in profile.forms})
    size = (sum(unit.weight for unit in profile.units.values()) + 1.0) ** 0.5
    ids, weights = zip(*asked, strict=True) if asked else ((), ())
    return Card(
        profile.article.language,
        np.array(forms, np.uint32),
        np.array(ids, np.uint32),
        np.array(weights, np.float32),
        size,
    )


def propose(cards: Sequence[Card], *, known: Mapping[int, Sequence[int]] | None = None) -> list[tuple[int, ...]]:
    """Return for every article the indexes of others that may be versions of it or report the same event.

    `known` are such lists of an earlier run that still hold: see `touched`.
    """
    kept = known or {}
    found: list[tuple[int, ...]] = [tuple(kept.get(at, ())) for at in range(len(cards))]
    rows = [at for at in range(len(cards)) if at not in kept]
    sizes = np.array([one.size for one in cards], np.float32)
    for language in _tongues(cards):
        members = np.array([at for at, one in enumerate(cards) if one.language == language], np.intp)
        index = _Index([cards[at].forms for at in members])
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            for at, others in zip(some, index.nearest(some, cards, members, sizes[members]), strict=True):
                found[at] = (*found[at], *others)
    return found


def touched(cards: Sequence[Card], changed: Sequence[Card]) -> set[int]:
    """Return the articles that may find others than before, now that the `changed` ones came or went.

    They are looked up by a form that one of these holds, and that not so many hold that it leads to nobody anyway.
    """
    forms = [
        _telling(cards, [one for one in changed if one.language == tongue], tongue) for tongue in _tongues(changed)
    ]
    ends = np.cumsum([len(one.asked) for one in cards])
    hits = np.flatnonzero(np.isin(_joined([one.asked for one in cards]), _joined(forms)))
    return {int(at) for at in np.unique(np.searchsorted(ends, hits, side="right"))}


def _tongues(cards: Sequence[Card]) -> list[str]:
    return sorted({one.language for one in cards})


def _joined(forms: Sequence[Ids]) -> Ids:
    return np.concatenate([np.empty(0, np.uint32), *forms])


def _telling(cards: Sequence[Card], changed: Sequence[Card], language: str) -> Ids:
    """Return the forms of the `changed` articles of one language that lead to somebody, or did before."""
    forms = np.unique(_joined([one.forms for one in changed]))
    every = _joined([one.forms for one in cards if one.language == language])
    where = np.minimum(np.searchsorted(forms, every), len(forms) - 1)
    counts = np.bincount(where[forms[where] == every], minlength=len(forms))
    return forms[counts <= COMMON + len(changed)]


class _Index:
    """The forms of all articles in one language, and who holds each."""

    def __init__(self, forms: Sequence[Ids]) -> None:
        """Sort the forms of the articles, and leave out those that many hold."""
        holders = np.repeat(np.arange(len(forms)), [len(one) for one in forms])
        every = _joined(forms)
        order = np.argsort(every, kind="stable")
        self._forms, starts, counts = np.unique(every[order], return_index=True, return_counts=True)
        self._holders = holders[order]
        self._starts, self._counts = starts, np.where(counts <= COMMON, counts, 0)
        self._size = len(forms)

    def nearest(
        self, rows: Sequence[int], cards: Sequence[Card], members: Places, sizes: Weights
    ) -> list[tuple[int, ...]]:
        """Return for each article of `rows` the `members` that share most with it, the nearest first."""
        scores = self._scores([cards[at] for at in rows])
        places = {int(at): place for place, at in enumerate(members)}
        for row, at in enumerate(rows):
            if at in places:
                scores[row, places[at]] = 0.0
        hits, columns = np.nonzero(scores >= LEAST)
        values = scores[hits, columns] / sizes[columns]
        # Of equal ones the earlier comes first: what is proposed must not depend on how the work is split.
        order = np.lexsort((columns, -values, hits))
        hits, columns, values = hits[order], columns[order], values[order]
        starts = np.searchsorted(hits, np.arange(len(rows)))
        rank = np.arange(len(hits)) - starts[hits]
        near = (rank < NEAREST) & (values >= NEARLY * values[starts[hits]])
        found: list[list[int]] = [[] for _ in rows]
        for row, column in zip(hits[near].tolist(), columns[near].tolist(), strict=True):
            found[row].append(int(members[column]))
        return [tuple(others) for others in found]

    def _scores(self, asking: Sequence[Card]) -> Scores:
        """Return for each article that asks, and each of the index, the weight that they share."""
        asked = _joined([one.asked for one in asking])
        weights = np.concatenate([np.empty(0, np.float32), *(one.weights for one in asking)])
        rows = np.repeat(np.arange(len(asking)), [len(one.asked) for one in asking])
        if not len(self._forms):
            return np.zeros((len(asking), self._size))
        where = np.minimum(np.searchsorted(self._forms, asked), len(self._forms) - 1)
        counts = np.where(self._forms[where] == asked, self._counts[where], 0)
        inside = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        others = self._holders[np.repeat(self._starts[where], counts) + inside]
        cells = np.repeat(rows, counts) * self._size + others
        scores = np.bincount(cells, np.repeat(weights, counts), minlength=len(asking) * self._size)
        return scores.astype(np.float64).reshape((len(asking), self._size))
