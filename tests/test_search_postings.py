"""What is written of stories and places is read again, and costs few bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import search_scripts
from newsroom.search.postings import (
    ANOTHER_NAME,
    HEADLINE,
    MOST,
    Occurrences,
    encode,
    encode_places,
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


def _places(data: bytes, stories: int) -> list[list[int]]:
    numbers = _numbers(data)
    found: list[list[int]] = []
    for _ in range(stories):
        place = -1
        found.append([place := place + next(numbers) + 1 for _ in range(next(numbers))])
    return found


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


@given(st.lists(st.sets(st.integers(0, 5000)).map(sorted)))
def test_places_are_read_again(places: list[list[int]]) -> None:
    """Story by story, the first word's place included."""
    found = [Occurrences(story, places=listed) for story, listed in enumerate(places)]
    assert places == _places(encode_places(found), len(places))


def test_the_browser_reads_what_is_written(tmp_path: Path) -> None:
    """Stories, weights, flags and places; the first story is number 0, and gaps are wide."""
    found = [
        Occurrences(0, headline=1, body=2, places=[0, 7, 200]),
        Occurrences(1, body=1, places=[3]),
        Occurrences(300, is_another_name=True),
    ]
    lengths = [100] * 301
    answer = search_scripts.answer(
        tmp_path, DECODE, {"stories": encode(found, lengths, 100).hex(), "places": encode_places(found).hex()}
    )
    assert [[0, 7, 200], [3], []] == answer[1]
    assert [(0, HEADLINE), (1, 0), (300, ANOTHER_NAME)] == [(one["story"], one["flags"]) for one in answer[0]]
    assert all(0 < one["weight"] <= 1 for one in answer[0])


def _weight(one: Occurrences, length: int = 100) -> int:
    return encode([one], [length], 100)[-1] & MOST


def test_weights_grow_with_what_a_word_tells() -> None:
    """More occurrences weigh more, a headline most, and the same in a long text less; none is 0 or above 15."""
    once, often = Occurrences(0, body=1), Occurrences(0, body=9)
    headline = Occurrences(0, body=1, headline=1)
    assert _weight(once) < _weight(headline)
    assert _weight(once) < _weight(often)
    assert _weight(once, 1000) < _weight(once)
    assert _weight(Occurrences(0, body=1), 10**9) == 1
    assert _weight(Occurrences(0, body=10**9)) == MOST
