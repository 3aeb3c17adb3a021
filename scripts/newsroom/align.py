"""Say which paragraphs of two versions correspond: many to many, with omissions, and crossings where they happened.

The method is a dynamic programme over beads (Gale and Church 1993) that gains by the keys which both sides of a bead
share, and loses by unlike lengths and by facts of one side that the other lacks. The cost of a bead grows with the
product of its sides, or everything would merge.
The constants were found by searching on real documents whose paragraphs had been merged and dropped at random.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsroom import agreement
from newsroom.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.agreement import Agreement, Matrix
    from newsroom.keys import Profile
    from newsroom.semantic import Likeness

GAP = 2.5
"""Cost, in nats, of a paragraph without a counterpart."""
CELL = 4.1
"""Cost of every cell of a bead after the first: a bead of two by one has two cells."""
FULL = 17
"""A paragraph of fewer characters, a heading for example, costs less where it has no counterpart."""
BEAD = 1.8
"""Cost of any bead with two sides."""
LENGTH = 6.9
"""Cost of unlike lengths: times the squared logarithm of how many times one side is longer than expected."""
USUAL = 0.13
"""Logarithm of how many times longer one language may be than another: beyond, paragraphs are missing."""
CROSSING = 2.5
"""Nats that two paragraphs left alone must share to be joined across others."""
MEANING = 110.0
"""Gained, where a model was asked, for how much more alike the meanings of both sides are than usual."""
LACK = 0.14
"""Cost of every nat of facts in a bead that only one of its sides has."""
SHAPES = tuple(
    (left, right, -BEAD - CELL * (left * right - 1))
    for left, right in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1))
)
"""How many paragraphs a bead may have on its sides, and what that costs. Two by two is none: what is taken for it is
nearly always two beads whose paragraphs share a name or two crosswise."""
LONGEST = max(side for shape in SHAPES for side in shape[:2])
"""So many paragraphs a side of a bead has at most."""


class _Step(NamedTuple):
    """The best way to a point of the table."""

    score: float
    left: int
    right: int


def align(left: Profile, right: Profile, *, likeness: Likeness | None = None) -> Alignment:
    """Return how the paragraphs of two versions correspond, in the order of `left`.

    `likeness` says how alike the meanings of every two paragraphs are, where a model was asked.
    """
    common = agreement.find(left, right, likeness=likeness)
    turned = [list(column) for column in zip(*common.gains, strict=True)]
    gaps = _gaps(common.gains, common.lengths[0]), _gaps(turned, common.lengths[1])
    beads = _cross(_monotone(common, gaps), common)
    return Alignment((left.article.language, right.article.language), beads)


def _gaps(gains: Matrix, lengths: Sequence[int]) -> list[float]:
    """Return what it costs to leave each paragraph alone: less where it may find its counterpart across others."""
    costs = []
    for at, length in enumerate(lengths):
        best = max(gains[at], default=0.0) if gains else 0.0
        costs.append(GAP * min(1.0, length / FULL) - max(0.0, best - CROSSING) / 2)
    return costs


def _monotone(common: Agreement, gaps: tuple[list[float], list[float]]) -> list[Bead]:
    """Return the best beads that keep the order of both sides."""
    row, column = map(len, common.lengths)
    if not row or not column:
        return _spelled([(1, 0)] * row + [(0, 1)] * column)
    table = _table(common, gaps)
    steps = []
    while row or column:
        step = table[row][column]
        steps.append((step.left, step.right))
        row, column = row - step.left, column - step.right
    return _spelled(reversed(steps))


def _table(common: Agreement, gaps: tuple[list[float], list[float]]) -> list[list[_Step]]:
    """Return the best way to every point: behind so many paragraphs of the one side and so many of the other."""
    sums = _sums(common.gains, len(common.lengths[1]))
    spans = _spans(common.lengths[0]), _spans(common.lengths[1])
    ratio = max(-USUAL, min(USUAL, spans[1][-1][-1] - spans[0][-1][-1]))
    table: list[list[_Step]] = []
    for row, mine in enumerate(spans[0]):
        table.append([])
        for column, its in enumerate(spans[1]):
            best = _Step(0.0 if row == column == 0 else -math.inf, 0, 0)
            if row and (score := table[row - 1][column].score - gaps[0][row - 1]) > best.score:
                best = _Step(score, 1, 0)
            if column and (score := table[row][column - 1].score - gaps[1][column - 1]) > best.score:
                best = _Step(score, 0, 1)
            for rows, columns, cost in SHAPES:
                if rows <= row and columns <= column:
                    top, start = row - rows, column - columns
                    gain = sums[row][column] - sums[top][column] - sums[row][start] + sums[top][start]
                    unlike = its[columns] - mine[rows] - ratio
                    score = table[top][start].score + gain + cost - LENGTH * unlike * unlike
                    if common.likeness is not None:
                        score += MEANING * common.likeness.of(range(top, row), range(start, column))
                    # What is missing costs most to find out, so only of a bead that would be the best without it.
                    if score > best.score:
                        score -= LACK * common.lack(range(top, row), range(start, column))
                    if score > best.score:
                        best = _Step(score, rows, columns)
            table[row].append(best)
    return table


def _spans(lengths: Sequence[int]) -> list[list[float]]:
    """Return for every point the logarithms of the length of the last 0, 1, 2 … paragraphs before it, and of all."""
    ends = [0, *accumulate(lengths)]
    return [
        [0.0, *(math.log(end - ends[at - size]) for size in range(1, min(at, LONGEST) + 1)), math.log(end or 1)]
        for at, end in enumerate(ends)
    ]


def _sums(gains: Matrix, columns: int) -> Matrix:
    """Return the sums over the rectangle above and left of every point."""
    sums = [[0.0] * (columns + 1)]
    for cells in gains:
        sums.append([above + here for above, here in zip(sums[-1], [0.0, *accumulate(cells)], strict=True)])
    return sums


def _spelled(steps: Iterable[tuple[int, int]]) -> list[Bead]:
    beads, row, column = [], 0, 0
    for rows, columns in steps:
        beads.append(Bead(tuple(range(row, row + rows)), tuple(range(column, column + columns))))
        row, column = row + rows, column + columns
    return beads


def _cross(beads: Sequence[Bead], common: Agreement) -> tuple[Bead, ...]:
    """Return the beads with those paragraphs joined that were left alone on both sides and agree strongly."""
    left, right = common.lengths
    alone_left = [bead.left[0] for bead in beads if not bead.right]
    alone_right = [bead.right[0] for bead in beads if not bead.left]
    ranked = sorted(
        (LENGTH * math.log(right[column] / left[row]) ** 2 - common.gains[row][column], row, column)
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
