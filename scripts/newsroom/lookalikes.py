"""Find the pairs of texts that may be nearly the same, at a cost that grows with the number of texts.

Every text is reduced to fingerprints of runs of its words, chosen so that two texts with a long enough run in common
have a fingerprint in common (winnowing: Schleimer, Wilkerson and Aiken 2003), and looked up by them. The fingerprints
depend on the words alone: not on the order of the texts, and not on Python's hash seed.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 5
"""A fingerprint is made of so many words in a row."""
WINDOW = 8
"""Of so many fingerprints in a row at least one is kept: a power of two."""
NEIGHBOURS = 8
"""Of the texts that share a fingerprint each is paired with so many that follow it: a phrase that stands in every text
of a newsroom does not pair all with all."""
SHARED = 0.25
"""Two texts must have so many fingerprints in common, as a share of those of the poorer one that few texts have."""


def propose(texts: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the pairs of `texts`, each a sequence of words, that are worth a closer look.

    The texts should stand in the order of their days: one that many others resemble is paired with those after it.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for at, words in enumerate(texts):
        for one in _fingerprints(words):
            holders[one].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    telling: Counter[int] = Counter()
    for held in holders.values():
        if len(held) <= NEIGHBOURS:
            telling.update(held)
        for index, at in enumerate(held):
            shared.update((at, other) for other in islice(held, index + 1, index + 1 + NEIGHBOURS))
    return sorted(pair for pair, count in shared.items() if count >= SHARED * min(telling[at] for at in pair))


def _fingerprints(words: Sequence[str]) -> set[int]:
    """Return the least number of every window of `WINDOW` runs; a text too short for a run is one run."""
    codes = [zlib.crc32(word.encode()) for word in words]
    codes += [0] * (RUN - len(codes)) if codes else []
    shifted = [codes[start:] for start in range(RUN)]
    runs = [a ^ b << 7 ^ c << 14 ^ d << 21 ^ e << 28 for a, b, c, d, e in zip(*shifted, strict=False)]
    span = 1
    while span < WINDOW and runs:
        runs = list(map(min, runs, runs[span:])) or [min(runs)]
        span *= 2
    return set(runs)
