"""What is written of stories and places is read again, and costs few bytes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import search_scripts
from newsroom.search.counting import count
from newsroom.search.documents import Document
from newsroom.search.postings import (
    ANOTHER_NAME,
    HEADLINE,
    MOST,
    Postings,
    encode,
    in_order,
    sizes_of,
    varint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DECODE = """
const { decode, decodePlaces } = await import("./postings.js");
const bytes = (hex) => Uint8Array.from(Buffer.from(hex, "hex"));
return [decode(bytes(given.stories), { stories: 3, postings: 0 }),
    decodePlaces(bytes(given.places), { stories: 3, places: 0 })];
"""


def _numbers(data: bytes) -> Iterator[int]:
    """Yield the numbers that the bytes hold."""
    value, shift = 0, 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value
            value, shift = 0, 0


def _rows(*rows: tuple[int, int, int, int, int]) -> Postings:
    """Return a table of form, story, and how often it stands in headline, body and names."""
    return Postings(*np.array(rows, np.int64).T)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, b"\x00"),
        (127, b"\x7f"),
        (128, b"\x80\x01"),
        (16_383, b"\xff\x7f"),
        (16_384, b"\x80\x80\x01"),
        (2**31, b"\x80\x80\x80\x80\x08"),
    ],
)
def test_a_number_has_no_byte_too_many(number: int, written: bytes) -> None:
    """Seven bits a byte, the lowest first."""
    assert written == varint(number)


@given(st.lists(st.integers(0, 2**53 - 1)))
def test_numbers_are_read_again(numbers: list[int]) -> None:
    """One behind the other, up to the greatest that JavaScript counts exactly."""
    assert numbers == list(_numbers(b"".join(map(varint, numbers))))


@given(st.lists(st.integers(0, 2**53 - 1)))
def test_all_numbers_at_once_are_as_one_by_one(numbers: list[int]) -> None:
    """The table is written as single numbers are: here each is a story's, the first of its form."""
    rows = Postings(np.arange(len(numbers)), np.array(numbers, np.int64), *np.ones((3, len(numbers)), np.int64))
    sizes = sizes_of(rows.story)
    assert [len(varint(number)) for number in numbers] == sizes.tolist()


@given(st.lists(st.tuples(st.integers(0, 5), st.sets(st.integers(0, 70_000), min_size=1))))
def test_stories_are_read_again(listed: list[tuple[int, set[int]]]) -> None:
    """Form by form; each begins anew."""
    forms = {form: sorted(stories) for form, stories in sorted(listed)}
    rows = _rows((0, 0, 0, 1, 0), *((form + 1, story, 0, 1, 0) for form, found in forms.items() for story in found))
    data, sizes = encode(rows, np.full(70_001, 100), 100)
    pieces = [data[end - size : end].tobytes() for size, end in zip(sizes, np.cumsum(sizes), strict=True)]
    gaps = [next(_numbers(piece[:-1])) for piece in pieces][1:]
    assert [b - a - 1 for found in forms.values() for a, b in pairwise([-1, *found])] == gaps


def test_pieces_are_put_in_order() -> None:
    """Pieces of different lengths, one of them empty."""
    data = np.frombuffer(b"abbccc", np.uint8)
    assert b"cccabb" == in_order(data, np.array([1, 2, 0, 3]), np.array([3, 2, 0, 1])).tobytes()


def test_the_browser_reads_what_is_written(tmp_path: Path) -> None:
    """Stories, weights, flags and places; the first story is number 0, and gaps are wide."""
    rows = _rows((0, 0, 1, 2, 0), (0, 1, 0, 1, 0), (0, 300, 0, 0, 0))
    data, _ = encode(rows, np.full(301, 100), 100)
    document = Document("a", "en", "a/", "Zebra", "", None, (), "one zebra " + "word " * 200 + "zebra")
    places = count(document).places
    answer = search_scripts.answer(
        tmp_path, DECODE, {"stories": data.tobytes().hex(), "places": (places[:5] + b"\x01\x03\0").hex()}
    )
    assert [[0, 3, 204], [3], []] == [answer[1][0], *answer[1][1:]]
    assert [(0, HEADLINE), (1, 0), (300, ANOTHER_NAME)] == [(one["story"], one["flags"]) for one in answer[0]]
    assert all(0 < one["weight"] <= 1 for one in answer[0])


def _weight(*, headline: int = 0, body: int, length: int = 100) -> int:
    return int(encode(_rows((0, 0, headline, body, 0)), np.array([length]), 100)[0][-1]) & MOST


def test_weights_grow_with_what_a_word_tells() -> None:
    """More occurrences weigh more, a headline most, and the same in a long text less; none is 0 or above 15."""
    assert _weight(body=1) < _weight(body=1, headline=1)
    assert _weight(body=1) < _weight(body=9)
    assert _weight(body=1, length=1000) < _weight(body=1)
    assert _weight(body=1, length=10**9) == 1
    assert _weight(body=10**9) == MOST
