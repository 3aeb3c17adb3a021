"""Forms stand in the order of their skeletons, in files of about one size, with the endings that each file needs."""

from __future__ import annotations

import json

import pytest

from newsroom.search.folding import fold
from newsroom.search.lexicon import DIRECTORY, Line, Place, base36, files, lines
from newsroom.search.matching import Entry
from newsroom.search.vocabulary import Known

PLACE = Place(1, 0, 36, 5)
ENTRIES = {
    "университеты": [Entry("universitet", "=|i|ami")],
    "люди": [Entry("liud", "=i|ei"), Entry("chelovek", "=|a")],
    "абай": [Entry("abai", "=")],
}


def _lines(entries: dict[str, list[Entry]]) -> list[Line]:
    return lines(dict.fromkeys(entries, PLACE), lambda form: Known(fold(form), tuple(entries[form])))


def _files(size: int, shared: dict[str, str] | None = None) -> tuple[list[str], list[str]]:
    return files(_lines(ENTRIES), size=size, shared=shared or {})


@pytest.mark.parametrize(("number", "digits"), [(0, "0"), (35, "z"), (36, "10"), (1_000_000, "lfls")])
def test_numbers_are_short(number: int, digits: str) -> None:
    """And JavaScript reads them."""
    assert digits == base36(number)
    assert number == int(digits, 36)


def test_each_form_has_a_line_and_hidden_stems_have_theirs() -> None:
    """A stem that is long and begins the skeleton stands beside its form; the others are found at their own place."""
    at = "\t1\t0\t10\t5"
    assert [
        Line("abai", "abai\t", (("", "="),), "\tабай" + at),
        Line("abai", "абай\t", (), at),
        Line("chelovek", "chelovek\t", (("", "=|a"),), "\tлюди" + at),
        Line("liud", "liud\t", (("", "=i|ei"),), "\tлюди" + at),
        Line("liudi", "люди\t", (), at),
        Line("universiteti", "университеты\t", (("b", "=|i|ami"),), at),
    ] == _lines(ENTRIES)


def test_lengths_and_order_are_those_of_javascript() -> None:
    """A letter beyond U+FFFF counts twice, and stands before U+FFFD, as its two halves do."""
    entries = {"\ufffdabel": [Entry("\ufffdabel", "=")], "𐐀𐐁𐐂𐐃𐐄": [Entry("𐐨𐐩𐐪𐐫𐐬", "=")]}
    first, second = _lines(entries)
    assert ("𐐨𐐩𐐪𐐫𐐬", "\ufffdabel") == (first.key, second.key)
    assert (("a", "="),) == first.classes


def test_a_file_says_its_endings_once() -> None:
    """By short names with a capital letter; what the index knows already is called by its number there."""
    texts, directory = _files(10_000, shared={"=i|ei": "7"})
    head, *body = texts[0].split("\n")
    assert {"A": [""], "B": ["", "a"], "C": "7", "D": ["", "i", "ami"]} == json.loads(head)
    assert ["abai"] == directory
    assert "университеты\tbD\t1\t0\t10\t5" == body[-1]


def test_files_have_about_one_size() -> None:
    """Together they hold all lines; the directory knows how each begins."""
    texts, directory = _files(40)
    bodies = [text.split("\n")[1:] for text in texts]
    assert len(_lines(ENTRIES)) == sum(map(len, bodies))
    assert len(texts) == len(directory) > 2
    assert ["abai", "chelovek", "liudi"] == directory
    assert all(len(key) <= DIRECTORY for key in directory)


def test_many_classes_get_names_that_differ() -> None:
    """Behind Z comes A1."""
    entries = {f"слово{at:03}": [Entry(f"slovo{at:03}", f"=|{'a' * at}")] for at in range(60)}
    (text,), _ = files(_lines(entries), size=10**6, shared={})
    head = json.loads(text.split("\n")[0])
    assert len(head) == 60
    assert ["A", "Z", "A1", "H2"] == [[*head][at] for at in (0, 25, 26, 59)]


def test_no_form_makes_no_file() -> None:
    """A language without an article has an empty lexicon."""
    assert ([], []) == files([], size=10, shared={})
