"""Say which paragraphs of two versions correspond: many to many, with omissions, and crossings where they happened.

The method is a dynamic programme over beads (Gale and Church 1993) that gains by the keys which both sides of a bead
share and loses by unlike lengths. The cost of a bead grows with the product of its sides, or everything would merge.
The constants were found by searching on real documents whose paragraphs had been merged and dropped at random.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsroom.keys import Kind, Profile
from newsroom.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsroom.keys import Unit
    from newsroom.keys.weights import Weights

GAP = 2.5
"""Cost, in nats, of a paragraph without a counterpart."""
CELL = 4.0
"""Cost of every cell of a bead after the first: a bead of two by one has two cells."""
FULL = 30
"""A paragraph of fewer characters, a heading for example, costs less where it has no counterpart."""
BEAD = 2.0
"""Cost of any bead with two sides."""
LENGTH = 6.0
"""Cost of unlike lengths: times the squared logarithm of how many times one side is longer than expected."""
USUAL = 0.2
"""Logarithm of how many times longer one language may be than another: beyond, paragraphs are missing."""
MOST = 14.0
"""Nats that two paragraphs may gain at most by their keys, so that one long list of names does not rule the rest; the
more they share, the slower it grows."""
WORD = 1.3
"""Ordinary words tell this much more about paragraphs of two versions than about two unknown texts."""
CROSSING = 5.0
"""Nats that two paragraphs left alone must share to be joined across others."""
EVERYWHERE = 40
"""A key found in so many pairs of paragraphs says nothing about any of them."""
MARGIN = 10
"""Characters added to every paragraph's length, so that very short ones may differ."""
SHAPES = tuple(
    (left, right, -BEAD - CELL * (left * right - 1))
    for left, right in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1), (2, 2))
)
"""How many paragraphs a bead may have on its sides, and what that costs."""

Matrix = list[list[float]]
"""A number for every paragraph of one version and every paragraph of the other."""


class _Step(NamedTuple):
    """The best way to a point of the table."""

    score: float
    left: int
    right: int


def align(left: Profile, right: Profile, *, weights: Weights) -> Alignment:
    """Return how the paragraphs of two versions correspond, in the order of `left`."""
    agreement = _agreement(left, right, weights)
    lengths = _lengths(left), _lengths(right)
    gaps = _gaps(agreement, lengths[0]), _gaps(_turned(agreement), lengths[1])
    beads = _monotone(agreement, lengths, gaps)
    return Alignment((left.article.language, right.article.language), _cross(beads, agreement, *lengths))


def _lengths(profile: Profile) -> list[int]:
    return [len(block.text) + MARGIN for block in profile.article.body]


def _turned(agreement: Matrix) -> Matrix:
    return [list(column) for column in zip(*agreement, strict=True)]


def _gaps(agreement: Matrix, lengths: Sequence[int]) -> list[float]:
    """Return what it costs to leave each paragraph alone: less where it may find its counterpart across others."""
    costs = []
    for at, length in enumerate(lengths):
        best = max(agreement[at], default=0.0) if agreement else 0.0
        costs.append(GAP * min(1.0, length / FULL) - max(0.0, best - CROSSING) / 2)
    return costs


def _agreement(left: Profile, right: Profile, weights: Weights) -> Matrix:
    """Return for each two paragraphs how much their shared keys tell, in nats."""
    mine, its = _places(left), _places(right)
    best: dict[tuple[int, int, str], float] = {}
    for form in mine.keys() & its.keys():
        rows, columns = mine[form], its[form]
        if len(rows) * len(columns) <= EVERYWHERE:
            for row, unit in rows.items():
                weight = weights.of(unit) / max(len(rows), len(columns)) * (WORD if unit.kind is Kind.WORD else 1.0)
                for column in columns:
                    place = row, column, unit.key
                    best[place] = max(weight, best.get(place, 0.0))
    matrix = [[0.0] * len(right.paragraphs) for _ in left.paragraphs]
    for (row, column, _), weight in sorted(best.items()):
        matrix[row][column] += weight
    return [[MOST * (1 - math.exp(-cell / MOST)) for cell in row] for row in matrix]


def _places(profile: Profile) -> Mapping[str, Mapping[int, Unit]]:
    """Return form to the paragraphs that hold it, with the unit that it stands for there."""
    found: dict[str, dict[int, Unit]] = {}
    for at, mentions in enumerate(profile.paragraphs):
        for mention in mentions:
            for form in mention.unit.forms:
                found.setdefault(form, {})[at] = mention.unit
    return found


def _monotone(
    agreement: Matrix, lengths: tuple[list[int], list[int]], gaps: tuple[list[float], list[float]]
) -> list[Bead]:
    """Return the best beads that keep the order of both sides."""
    left, right = lengths
    if not left or not right:
        return _spelled([(1, 0)] * len(left) + [(0, 1)] * len(right))
    sums = _sums(agreement, len(right))
    ends = [0, *accumulate(left)], [0, *accumulate(right)]
    ratio = max(-USUAL, min(USUAL, math.log(ends[1][-1] / ends[0][-1])))
    table: list[list[_Step]] = []
    for row in range(len(left) + 1):
        table.append([])
        for column in range(len(right) + 1):
            table[row].append(_best(table, sums, ends, gaps, ratio, row, column))
    steps = []
    row, column = len(left), len(right)
    while row or column:
        step = table[row][column]
        steps.append((step.left, step.right))
        row, column = row - step.left, column - step.right
    return _spelled(reversed(steps))


def _best(  # noqa: PLR0913, PLR0917 - the innermost step of the table, called for every cell
    table: list[list[_Step]],
    sums: Matrix,
    ends: tuple[list[int], list[int]],
    gaps: tuple[list[float], list[float]],
    ratio: float,
    row: int,
    column: int,
) -> _Step:
    """Return the best way to the point of the table behind `row` and `column` paragraphs."""
    best = _Step(0.0 if row == column == 0 else -math.inf, 0, 0)
    if row:
        best = max(best, _Step(table[row - 1][column].score - gaps[0][row - 1], 1, 0))
    if column:
        best = max(best, _Step(table[row][column - 1].score - gaps[1][column - 1], 0, 1))
    for rows, columns, cost in SHAPES:
        if rows <= row and columns <= column:
            top, start = row - rows, column - columns
            gain = sums[row][column] - sums[top][column] - sums[row][start] + sums[top][start]
            unlike = math.log((ends[1][column] - ends[1][start]) / (ends[0][row] - ends[0][top])) - ratio
            score = table[top][start].score + gain + cost - LENGTH * unlike * unlike
            if score > best.score:
                best = _Step(score, rows, columns)
    return best


def _sums(agreement: Matrix, columns: int) -> Matrix:
    """Return the sums over the rectangle above and left of every point."""
    sums = [[0.0] * (columns + 1)]
    for cells in agreement:
        sums.append([above + here for above, here in zip(sums[-1], [0.0, *accumulate(cells)], strict=True)])
    return sums


def _spelled(steps: Iterable[tuple[int, int]]) -> list[Bead]:
    beads, row, column = [], 0, 0
    for rows, columns in steps:
        beads.append(Bead(tuple(range(row, row + rows)), tuple(range(column, column + columns))))
        row, column = row + rows, column + columns
    return beads


def _cross(beads: Sequence[Bead], agreement: Matrix, left: Sequence[int], right: Sequence[int]) -> tuple[Bead, ...]:
    """Return the beads with those paragraphs joined that were left alone on both sides and agree strongly."""
    alone_left = [bead.left[0] for bead in beads if not bead.right]
    alone_right = [bead.right[0] for bead in beads if not bead.left]
    ranked = sorted(
        (LENGTH * math.log(right[column] / left[row]) ** 2 - agreement[row][column], row, column)
        for row in alone_left
        for column in alone_right
    )
    joined: dict[int, int] = {}
    for cost, row, column in ranked:
        if cost <= -CROSSING and row not in joined and column not in joined.values():
            joined[row] = column
    return tuple(
        Bead(bead.left, (joined[bead.left[0]],)) if not bead.right and bead.left[0] in joined else bead
        for bead in beads
        if bead.left or bead.right[0] not in joined.values()
    )
