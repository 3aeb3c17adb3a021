"""Breaking a headline into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.site import lines
from newsroom.site.lines import ELLIPSIS, measure

WORDS = st.lists(st.text("abcң", min_size=1, max_size=12), min_size=1, max_size=20).map(" ".join)
ROOM = st.integers(min_value=3, max_value=30)


def _wrap(text: str, room: float) -> list[str]:
    return lines.wrap(measure(text, len), room, space=1)


def test_lines_are_filled_with_whole_words() -> None:
    """A word goes to the next line where it has no room, and a word wider than a line has one to itself."""
    assert ["aa bb", "cccccccc", "d"] == _wrap("aa bb cccccccc d", 5)


@given(text=WORDS, room=ROOM)
def test_no_word_is_lost_or_broken(text: str, room: int) -> None:
    """The lines are the text, and each fits unless it is one word."""
    wrapped = _wrap(text, room)
    assert text == " ".join(wrapped)
    assert all(len(line) <= room or " " not in line for line in wrapped)


@given(text=WORDS, room=ROOM)
def test_balancing_changes_neither_words_nor_the_number_of_lines(text: str, room: int) -> None:
    """It only moves the words that make lines unequal."""
    balanced = lines.balance(measure(text, len), room, space=1)
    assert (text, len(_wrap(text, room))) == (" ".join(balanced), len(balanced))


def test_balanced_lines_are_of_about_one_length() -> None:
    """No word is left alone on the last line where the first could be shorter."""
    text = "aaaa bbbb cccc dddd"
    assert ["aaaa bbbb cccc", "dddd"] == _wrap(text, 14)
    assert ["aaaa bbbb", "cccc dddd"] == lines.balance(measure(text, len), 14, space=1)


@pytest.mark.parametrize(
    ("whole", "most", "expected"),
    [
        (["aa bb", "cc"], 2, ["aa bb", "cc"]),
        (["aa bb", "cc dd", "ee"], 2, ["aa bb", f"cc{ELLIPSIS}"]),
        (["aa", "cc d", "ee"], 2, ["aa", f"cc d{ELLIPSIS}"]),
        (["aaaaaaaa", "b"], 2, [f"aaaa{ELLIPSIS}", "b"]),
        (["aaaaaaaa", "b"], 1, [f"aaaa{ELLIPSIS}"]),
        (["aaaaa", "b"], 1, [f"aaaa{ELLIPSIS}"]),
    ],
)
def test_what_is_cut_says_so(whole: list[str], most: int, expected: list[str]) -> None:
    """The last line ends behind a word, a word without end inside, and both with an ellipsis."""
    assert expected == lines.cut(whole, most, 5, width=len)


@given(text=WORDS, room=ROOM, most=st.integers(min_value=1, max_value=4))
def test_a_cut_text_fits_and_is_marked(text: str, room: int, most: int) -> None:
    """Every line fits; where a letter is missing, an ellipsis stands in its place."""
    kept = lines.cut(_wrap(text, room), most, room, width=len)
    assert len(kept) <= most
    assert all(len(line) <= room for line in kept)
    assert (" ".join(kept) == text) == all(ELLIPSIS not in line for line in kept)


def test_a_line_is_shortened_to_its_room() -> None:
    """A text on one line keeps its beginning."""
    assert (f"aa{ELLIPSIS}", "aa b", ELLIPSIS) == (
        lines.shorten("aa bbb", 4, width=len),
        lines.shorten("aa b", 4, width=len),
        lines.shorten("aa", 1, width=len),
    )
