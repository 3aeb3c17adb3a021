"""Count the words of one text: how often each form stands in its headline, its body and its names, and where.

What was counted is packed into bytes, so that it can be remembered between runs: most articles are those of yesterday.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from newsroom.search.postings import varint
from newsroom.search.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from newsroom.search.documents import Document

HEAD = struct.Struct("<III")
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of one version of a story."""

    forms: tuple[str, ...]
    """Each form once, in small letters, in the order in which they come."""
    numbers: NDArray[np.uint32]
    """A row a form: how often it stands in the headline, in the body, in the names; bytes of its places."""
    places: bytes
    """Form by form how many places there are, then the distance of each to the one before: see `postings`."""
    length: int
    """Words of the text, and one between two of its fields."""


def count(document: Document) -> Counted:
    """Return where the words of a document stand."""
    found: dict[str, list[int]] = defaultdict(list)
    starts = []
    place = 0
    for texts in ((document.headline,), (document.body,), document.names):
        starts.append(place)
        for word in chain.from_iterable(map(words, texts)):
            found[word.text.lower()].append(place)
            place += 1
        place += 1
    written = [_written(places) for places in found.values()]
    rows = [(*_shares(places, starts), len(data)) for places, data in zip(found.values(), written, strict=True)]
    return Counted(tuple(found), np.array(rows, np.uint32).reshape(-1, COLUMNS), b"".join(written), place)


def _shares(places: list[int], starts: Iterable[int]) -> tuple[int, int, int]:
    """Return how many of the places are in the headline, in the body, in the names, which begin at `starts`."""
    _, body, names = (bisect_left(places, start) for start in starts)
    return body, names - body, len(places) - names


def _written(places: list[int]) -> bytes:
    gaps = (place - before - 1 for place, before in zip(places, [-1, *places], strict=False))
    return b"".join(map(varint, (len(places), *gaps)))


def pack(counted: Counted) -> bytes:
    """Return what was counted as bytes."""
    forms = "\n".join(counted.forms).encode()
    head = HEAD.pack(len(forms), len(counted.forms), counted.length)
    return head + forms + counted.numbers.astype("<u4").tobytes() + counted.places


def unpack(data: bytes) -> Counted:
    """Return what `pack` made bytes of."""
    size, rows, length = HEAD.unpack_from(data)
    forms = data[HEAD.size : HEAD.size + size].decode()
    at = HEAD.size + size
    end = at + rows * COLUMNS * 4
    numbers = np.frombuffer(data[at:end], "<u4").astype(np.uint32).reshape(-1, COLUMNS)
    return Counted(tuple(forms.split("\n")) if rows else (), numbers, data[end:], length)
