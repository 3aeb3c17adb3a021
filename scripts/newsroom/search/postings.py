"""In which stories a word stands, and where: lists of small numbers, each written in as few bytes as it needs.

A posting is the distance to the story before, then one byte: how much the word tells of the story (four bits), and
whether it stands in the headline, or is there only as another name of what is meant. Places, which only a phrase asks
for, are kept apart: for each story how many there are, then the distance of each to the one before.

The postings of all forms are one table, and all rows are written at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Bytes = NDArray[np.uint8]

HEADLINE = 0x10
"""Set where the word stands in the headline."""
ANOTHER_NAME = 0x20
"""Set where the word does not stand in the text: `names.yml` says that it means what does."""
MOST = 15
"""The greatest weight."""
SATURATION = 1.2
"""BM25's k1: how soon a further occurrence adds nothing (Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009, section 3.4.2)."""
LENGTH = 0.6
"""BM25's b: how much a long text is held against its words."""
IN_HEADLINE = 4
"""One occurrence in the headline counts for so many."""
IN_NAMES = 2
"""One occurrence in a byline or a tag counts for so many."""
LONGEST = 8
"""A number takes no more bytes: it is below 2**56, and JavaScript counts up to 2**53."""


@dataclass(frozen=True, slots=True)
class Postings:
    """A table with a row for each form and story, in the order of the forms and then of the stories."""

    form: Numbers
    """The form's number in the order of the lexicon."""
    story: Numbers
    """The story's number."""
    headline: Numbers
    """How often the form stands in the headline."""
    body: Numbers
    """How often in the text."""
    names: Numbers
    """How often in bylines and tags; nowhere at all where it is only another name of what is meant."""


def encode(rows: Postings, lengths: Numbers, average: float) -> tuple[Bytes, Numbers]:
    """Return the postings as bytes, and how many of them each row takes.

    `lengths` are the words of each story's version, `average` their mean.
    """
    is_first = np.append(True, rows.form[1:] != rows.form[:-1])[: len(rows.form)]
    before = np.where(is_first, -1, np.append(0, rows.story[:-1])[: len(rows.story)])
    gaps = rows.story - before - 1
    sizes = sizes_of(gaps) + 1
    ends = np.cumsum(sizes)
    data = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    _put(data, ends - sizes, gaps, sizes - 1)
    is_another_name = rows.headline + rows.body + rows.names == 0
    flags = np.where(rows.headline > 0, HEADLINE, 0) | np.where(is_another_name, ANOTHER_NAME, 0)
    data[ends - 1] = _weights(rows, is_another_name, lengths[rows.story] / average) | flags
    return data, sizes


def sizes_of(numbers: Numbers) -> Numbers:
    """Return how many bytes each number takes: one for seven bits."""
    sizes = np.ones(len(numbers), np.int64)
    for more in range(1, LONGEST):
        sizes += numbers >> (7 * more) > 0
    return sizes


def _put(data: Bytes, starts: Numbers, numbers: Numbers, sizes: Numbers) -> None:
    """Write each number from its place on: seven bits a byte, the lowest first; all but the last have the highest."""
    for at in range(int(sizes.max(initial=0))):
        is_so_long = sizes > at
        goes_on = np.where(sizes[is_so_long] > at + 1, 0x80, 0)
        data[starts[is_so_long] + at] = (numbers[is_so_long] >> (7 * at)) & 0x7F | goes_on


def varint(number: int) -> bytes:
    """Return one number as `encode` writes them."""
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def in_order(data: Bytes, sizes: Numbers, order: Numbers) -> Bytes:
    """Return pieces of bytes, which lie one behind the other, in another order."""
    starts = np.cumsum(sizes) - sizes
    wanted = sizes[order]
    places = np.repeat(starts[order] - (np.cumsum(wanted) - wanted), wanted) + np.arange(int(wanted.sum()))
    return data[places]


def _weights(rows: Postings, is_another_name: NDArray[np.bool_], length: NDArray[np.float64]) -> Numbers:
    """Return how much each form tells of the story, from 1 to 15; `length` is its version's over the average."""
    count = rows.body + IN_HEADLINE * rows.headline + IN_NAMES * rows.names + is_another_name
    share = count / (count + SATURATION * (1 - LENGTH + LENGTH * length))
    return np.maximum(1, np.rint(MOST * share)).astype(np.int64)
