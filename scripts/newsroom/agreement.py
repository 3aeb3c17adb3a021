"""Say how much every paragraph of one version has in common with every paragraph of another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.keys import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.keys import Profile, Unit
    from newsroom.semantic import Likeness

    Matrix = list[list[float]]

MOST = 40.0
"""Nats that two paragraphs may gain at most by their keys, so that one long list of names does not rule the rest; the
more they share, the slower it grows."""
WORD = 0.78
"""Ordinary words tell this much about paragraphs of two versions against two unknown texts."""
EVERYWHERE = 40
"""A key found in so many pairs of paragraphs says nothing about any of them."""
MARGIN = 10
"""Characters added to every paragraph's length, so that very short ones may differ."""
TELLING = 11.0
"""Nats of facts of one paragraph that count as missing at most."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the paragraphs of two versions have in common; weights are in nats."""

    gains: Matrix
    """For every paragraph of the first and every one of the second, how much their shared keys tell."""
    shared: Matrix
    """The weight of the facts that both have."""
    facts: tuple[list[float], list[float]]
    """The weight of all facts of every paragraph, on either side."""
    lengths: tuple[list[int], list[int]]
    """The length of every paragraph in characters, on either side."""
    likeness: Likeness | None = None
    """How alike their meanings are, where a model was asked."""

    def lack(self, rows: range, columns: range) -> float:
        """Return the weight of the facts that only one side has of a bead of these paragraphs."""
        mine, its = self.facts
        missing = [mine[row] - sum(self.shared[row][columns.start : columns.stop]) for row in rows]
        missing += [its[column] - sum(self.shared[row][column] for row in rows) for column in columns]
        return sum(min(TELLING, weight) for weight in missing if weight > 0)


def find(left: Profile, right: Profile, *, likeness: Likeness | None = None) -> Agreement:
    """Return what the paragraphs of two versions have in common, and how alike their meanings are, if known."""
    gains, shared = ([[0.0] * len(right.paragraphs) for _ in left.paragraphs] for _ in range(2))
    for (row, column, _), (weight, unit) in sorted(_common(left, right).items(), key=lambda item: item[0]):
        gains[row][column] += weight
        if unit.kind is not Kind.WORD:
            shared[row][column] += unit.weight
    return Agreement(
        [[MOST * (1 - math.exp(-gain / MOST)) for gain in row] for row in gains],
        shared,
        ([held.facts for held in left.held], [held.facts for held in right.held]),
        (_lengths(left), _lengths(right)),
        likeness,
    )


def _common(left: Profile, right: Profile) -> Mapping[tuple[int, int, str], tuple[float, Unit]]:
    """Return how much it tells that two paragraphs share a key: less of one that many of them share."""
    mine, its = _places(left), _places(right)
    best: dict[tuple[int, int, str], tuple[float, Unit]] = {}
    for form in mine.keys() & its.keys():
        rows, columns = mine[form], its[form]
        if len(rows) * len(columns) <= EVERYWHERE:
            for row, unit in rows.items():
                weight = unit.weight / max(len(rows), len(columns)) * (WORD if unit.kind is Kind.WORD else 1.0)
                for column in columns:
                    place = row, column, unit.key
                    if place not in best or weight > best[place][0]:
                        best[place] = weight, unit
    return best


def _places(profile: Profile) -> Mapping[str, Mapping[int, Unit]]:
    """Return form to the paragraphs that hold it, with the unit that it stands for there."""
    found: dict[str, dict[int, Unit]] = {}
    for at, held in enumerate(profile.held):
        for unit in held.units.values():
            for form in unit.forms:
                found.setdefault(form, {})[at] = unit
    return found


def _lengths(profile: Profile) -> list[int]:
    return [len(block.text) + MARGIN for block in profile.article.body]
