"""Numbers and days of two corresponding passages that contradict each other.

A figure that only one side has is compared with those that only the other side has. Two of them contradict each other
where they seem to stand for one thing: they count the same, the same words stand around them, and they stand in about
the same place. What is merely rounded, converted or told by another clock does not.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from newsroom.differences.passage import Passage, Said, agreement
from newsroom.keys import Kind
from newsroom.keys.units import DEGREES, FREEZING, Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

SPELLED = 10
"""Numbers below this that are written out have other uses: they must count the same thing to contradict each other."""
CLOCK = 12.0
"""Hours of two clocks: 5 p.m. and 17:00."""
HOURS = 24.0
"""No clock goes further."""
CONVERTED = 0.04
"""So much may a converted number be off."""
CONVERTIBLE = frozenset({"length", "area", "mass", "volume", "speed"})
"""What is measured in two systems of units."""
FACTORS = (0.3048, 0.4047, 0.4536, 0.9144, 1.609, 2.54, 6.35)
"""Factors between units of two systems, where one of the units has no name that is known."""
ROUNDED = 0.5
"""Of the last digit that counts: a rounded number is off by less."""
YEARS = range(1900, 2100)
"""Whole numbers that are told as dates."""
SAME_THING = 1.5
"""Nats that two figures must gain to stand for one thing."""
SAME_MEASURE = 3.0
"""Gained where both count in one unit."""
SAME_MONTH = 2.0
"""Gained by two days of one month."""
ONLY_ONES = 3.0
"""Gained where each is the only one left on its side."""
MOVED = 2.0
"""Lost by one at the beginning against one at the end of their passages."""


def contradictions(left: Passage, right: Passage) -> Iterator[tuple[str, tuple[Said, Said]]]:
    """Yield `number` or `date`, and the two figures that contradict each other, in the order of `left`."""
    mine, its = _alone(left, right), _alone(right, left)
    ranked = sorted(
        (-_likeness(left, right, one, other) - ONLY_ONES * _are_only(one, other, mine, its), at, place)
        for at, one in enumerate(mine)
        for place, other in enumerate(its)
        if _are_comparable(one, other)
    )
    found: dict[int, int] = {}
    for cost, at, place in ranked:
        if cost <= -SAME_THING and at not in found and place not in found.values():
            found[at] = place
    for at, place in sorted(found.items()):
        one, other = mine[at], its[place]
        if _contradict(left, right, one, other):
            yield _kind(one), (one, other)


def _alone(mine: Passage, its: Passage) -> list[Said]:
    """Return the figures of my passage that the other one lacks, and that the other version has nowhere as often."""
    found: dict[str, Said] = {}
    for said in mine.said:
        key, kind = said.mention.unit.key, said.mention.unit.kind
        elsewhere = its.profile.counts.get(key, 0)
        if kind in {Kind.NUMBER, Kind.DATE} and key not in its.keys and mine.profile.counts[key] > elsewhere:
            found.setdefault(key, said)
    theirs = [other for other in its.said if other.mention.unit.kind is Kind.NUMBER]
    return [said for said in found.values() if not any(_is_converted(said, other) for other in theirs)]


def _amount(said: Said) -> Amount:
    return Amount(float(said.mention.unit.key[2:]), said.mention.measure)


def _is_converted(one: Said, other: Said) -> bool:
    """Say whether two numbers are one amount in two units."""
    if one.mention.unit.kind is not Kind.NUMBER:
        return False
    mine, its = _amount(one), _amount(other)
    if not (mine.measure and its.measure) or mine.measure == its.measure or mine.dimension != its.dimension:
        return False
    return math.isclose(mine.size, its.size, rel_tol=CONVERTED)


def _kind(said: Said) -> str:
    return "date" if said.mention.unit.kind is Kind.DATE or _is_year(said) else "number"


def _is_year(said: Said) -> bool:
    value = _amount(said).value
    return value == int(value) and int(value) in YEARS and not said.mention.measure.removeprefix("duration-year")


def _are_comparable(one: Said, other: Said) -> bool:
    """Say whether two figures can stand for one thing: both days, both years, or numbers in comparable units."""
    if one.mention.unit.kind is not other.mention.unit.kind:
        return False
    if one.mention.unit.kind is Kind.DATE:
        return True
    mine, its = _amount(one), _amount(other)
    return _is_year(one) == _is_year(other) and (not (mine.measure and its.measure) or mine.dimension == its.dimension)


def _are_only(one: Said, other: Said, mine: list[Said], its: list[Said]) -> bool:
    return all(sum(_kind(said) == _kind(figure) for said in side) == 1 for figure, side in ((one, mine), (other, its)))


def _likeness(left: Passage, right: Passage, one: Said, other: Said) -> float:
    """Return how likely two figures stand for one thing, in nats."""
    gain = agreement(left.around(one), right.around(other))
    gain += SAME_MEASURE * (one.mention.measure == other.mention.measure != "")
    if one.mention.unit.kind is Kind.DATE:
        gain += SAME_MONTH * (one.mention.unit.key[:5] == other.mention.unit.key[:5])
    return gain - MOVED * abs(left.position(one) - right.position(other))


def _contradict(left: Passage, right: Passage, one: Said, other: Said) -> bool:
    """Say whether two figures that stand for one thing say different things."""
    if one.mention.unit.kind is Kind.DATE or (_is_year(one) and _is_year(other)):
        return True
    mine, its = _amount(one), _amount(other)
    if min(mine.value, its.value) < SPELLED and not (one.mention.digits and other.mention.digits):
        same = agreement(left.following(one), right.following(other)) > 0
        if not same and not (mine.measure and mine.measure == its.measure):
            return False
    is_clock = math.isclose(abs(mine.value - its.value), CLOCK) and max(mine.value, its.value) <= HOURS
    return not (is_clock or _is_rounded(one, other) or _may_be_converted(mine, its))


def _is_rounded(one: Said, other: Said) -> bool:
    """Say whether one number is the other with fewer digits, and a word beside one of them says so."""
    if one.mention.is_exact and other.mention.is_exact:
        return False
    digits = [len(f"{abs(_amount(said).value):.6g}".replace(".", "").strip("0")) for said in (one, other)]
    if digits[0] == digits[1]:
        return False
    coarse, fine = (one, other) if digits[0] < digits[1] else (other, one)
    value = _amount(coarse).value
    step = 10 ** (math.floor(math.log10(value)) - min(digits) + 1) if value else 1.0
    return abs(value - _amount(fine).value) < ROUNDED * step


def _may_be_converted(mine: Amount, its: Amount) -> bool:
    """Say whether two numbers may be one amount in two units of which one is not known by its name."""
    known = mine.dimension or its.dimension
    if known == "temperature":
        return any(math.isclose((one - FREEZING) / DEGREES, other, abs_tol=1) for one, other in _both_ways(mine, its))
    if bool(mine.measure) == bool(its.measure) or known not in CONVERTIBLE or not min(mine.value, its.value):
        return False
    ratio = max(mine.value, its.value) / min(mine.value, its.value)
    return any(math.isclose(ratio, max(factor, 1 / factor), rel_tol=CONVERTED) for factor in FACTORS)


def _both_ways(mine: Amount, its: Amount) -> tuple[tuple[float, float], tuple[float, float]]:
    return (mine.value, its.value), (its.value, mine.value)
