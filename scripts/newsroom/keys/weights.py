"""Say how much it tells that two texts share a key.

A key weighs the more, the less often a text of the kind holds it: minus the logarithm of its document frequency. What
is frequent must not depend on the folder, where five articles say nothing and where every new article would change the
weight of all others; so frequencies are counted beforehand, in large collections of text (`frequencies.txt` beside this
file says in which and by what), and typical of the key's kind and form where none were counted.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a key is made of."""

    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    NAME = "name"
    PLACE = "place"
    WORD = "word"


COUNTED = Path(__file__).parent / "frequencies.txt"
"""Document frequencies of keys: on each line a share of all articles, a tab, and the keys that so many hold."""
TYPICAL = {Kind.DATE: 0.01, Kind.MONTH: 0.12, Kind.PLACE: 0.08}
"""Share of articles that hold one given key of a kind."""
HALF = 0.5
"""Written as a word in most articles that hold it."""
RECENT = range(2010, 2036)
"""Years that news speak of."""
TYPICAL_NAME = {2: 0.1, 3: 0.03, 4: 0.012}
"""Share of articles that hold a name, by the number of its consonants; longer ones are rarer still."""
TYPICAL_LONG_NAME = 0.006
"""The same for names with more consonants."""
TYPICAL_WORD = 0.02
"""The same for ordinary words that were not counted, as those of languages without a list are not,"""
TYPICAL_CONCEPT = 0.03
"""And for common words known by their meaning."""
MOST = 0.6
"""No key is taken to be more common than this."""


@cache
def counted() -> Mapping[str, float]:
    """Return key to the share of articles that hold it, for keys that were counted."""
    shares: dict[str, float] = {}
    for line in COUNTED.read_text(encoding="utf-8").splitlines():
        share, _, keys = line.partition("\t")
        if keys:
            shares.update(dict.fromkeys(keys.split(), float(share)))
    return shares


def weigh(kind: Kind, key: str) -> float:
    """Return how much it tells that two texts share a key, in nats."""
    return -math.log(typical(kind, key))


def typical(kind: Kind, key: str) -> float:
    """Return the share of articles that may be expected to hold `key`."""
    if kind is Kind.NUMBER:
        return _typical_number(float(key[2:]))
    if kind is Kind.NAME:
        known = TYPICAL_NAME.get(len(key), TYPICAL_LONG_NAME)
        return min(MOST, max(known, counted().get(key, 0.0)))
    if kind is Kind.WORD:
        return min(MOST, counted().get(key) or (TYPICAL_CONCEPT if key[0] == "c" else TYPICAL_WORD))
    return TYPICAL[kind]


def _typical_number(value: float) -> float:
    """Return the share of articles that hold a number: small, round and recent ones are common."""
    bounds = ((10, 0.25), (31, 0.1), (100, 0.05))
    if value == HALF or value in RECENT:
        return 0.15
    if value != int(value):
        return 0.015
    for bound, share in bounds:
        if value <= bound:
            return share
    return {1: 0.04, 2: 0.02}.get(len(str(int(value)).rstrip("0")), 0.008)
