"""In which stories a word stands, and where: lists of small numbers, each written in as few bytes as it needs.

A posting is the distance to the story before, then one byte: how much the word tells of the story (four bits), and
whether it stands in the headline, or is there only as another name of what is meant. Places, which only a phrase asks
for, are kept apart: for each story how many there are, then the distance of each to the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


@dataclass(slots=True)
class Occurrences:
    """Where one form stands in one story's version."""

    story: int
    """The story's number."""
    headline: int = 0
    """How often it stands in the headline."""
    names: int = 0
    """How often in bylines and tags."""
    body: int = 0
    """How often in the text."""
    is_another_name: bool = False
    """Whether it stands for a name that is spelled otherwise there."""
    places: list[int] | None = None
    """The places in headline and text, counted in words."""


def encode(found: Iterable[Occurrences], lengths: Sequence[int], average: float) -> bytes:
    """Return the postings of a form; `lengths` are the words of each story's version, `average` their mean."""
    out = bytearray()
    before = -1
    for one in found:
        out += varint(one.story - before - 1)
        before = one.story
        out.append(
            _weight(one, lengths[one.story] / average)
            | (HEADLINE if one.headline else 0)
            | (ANOTHER_NAME if one.is_another_name else 0)
        )
    return bytes(out)


def encode_places(found: Iterable[Occurrences]) -> bytes:
    """Return the places of a form, story by story in the order of its postings."""
    out = bytearray()
    for one in found:
        places = one.places or []
        out += varint(len(places))
        before = -1
        for place in places:
            out += varint(place - before - 1)
            before = place
    return bytes(out)


def varint(number: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first; all but the last byte have the highest bit set."""
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _weight(one: Occurrences, length: float) -> int:
    """Return how much the form tells of the story, from 1 to 15; `length` is its version's over the average."""
    count = one.body + IN_HEADLINE * one.headline + IN_NAMES * one.names + one.is_another_name
    share = count / (count + SATURATION * (1 - LENGTH + LENGTH * length))
    return max(1, round(MOST * share))
