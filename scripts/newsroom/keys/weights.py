"""Say how much it tells that two texts share a key.

A key weighs the more, the less often a text of the kind holds it: minus the logarithm of its document frequency. A
folder of five articles has no statistics of its own, so every key begins with a frequency that is typical of its kind
and form, and the folder's own counts take over as it grows (additive smoothing of document frequencies). Frequencies
are counted within each language, so that a story in three languages does not make its own keys look common.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from newsroom.keys import Kind, Profile, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

BACKGROUND = 20
"""The typical frequencies count as much as so many articles."""
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
TYPICAL_WORD = {4: 0.08}
"""The same for ordinary words, by their consonants."""
TYPICAL_LONG_WORD = 0.05
"""The same for longer words, and for common words known by their meaning."""


class Weights:
    """The weights of all keys of a folder."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Count the document frequencies of the `profiles`."""
        self._counts: dict[str, Counter[str]] = {}
        sizes: Counter[str] = Counter()
        for profile in profiles:
            language = profile.article.language
            sizes[language] += 1
            self._counts.setdefault(language, Counter()).update(profile.units.keys())
        self._most: dict[str, int] = {}
        for counts in self._counts.values():
            for key, count in counts.items():
                self._most[key] = max(count, self._most.get(key, 0))
        self._size = max(sizes.values(), default=0)
        self._known: dict[str, float] = {}

    def of(self, unit: Unit) -> float:
        """Return the weight of `unit` in nats."""
        known = self._known.get(unit.key)
        if known is None:
            expected = BACKGROUND * typical(unit)
            known = -math.log((expected + self._most.get(unit.key, 0)) / (BACKGROUND + self._size + 1))
            known = self._known[unit.key] = max(known, 0.0)
        return known


def typical(unit: Unit) -> float:
    """Return the share of articles that may be expected to hold `unit`."""
    if unit.kind is Kind.NUMBER:
        return _typical_number(float(unit.key[2:]))
    if unit.kind is Kind.NAME:
        return TYPICAL_NAME.get(len(unit.key), TYPICAL_LONG_NAME)
    if unit.kind is Kind.WORD:
        return TYPICAL_WORD.get(len(unit.key) - 2, TYPICAL_LONG_WORD)
    return TYPICAL[unit.kind]


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
