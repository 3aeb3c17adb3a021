"""What was counted once is not counted again, and makes no difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import languages
from newsroom.memory import Memory
from newsroom.search import counting, index
from newsroom.search.documents import Document
from newsroom.search.morphology import Morphology
from test_search_index import SOME

if TYPE_CHECKING:
    from pathlib import Path

SPELLINGS: index.Spellings = {"Astana": (("ru", "Астана"), ("kk", "Нұр-Сұлтан"))}


def _built(documents: list[Document], path: Path) -> dict[str, bytes]:
    """Return the index as a run makes it that remembers what the runs before it found."""
    morphologies = {code: Morphology(languages.load(code)) for code in ("en", "ru", "kk")}
    memory = Memory(path, version=b"1")
    made = index.build(documents, morphologies=morphologies, spellings=SPELLINGS, memory=memory)
    memory.save()
    return made


@pytest.mark.parametrize(
    "after",
    [SOME, SOME[1:], [*SOME, replace(SOME[0], story="new", url="news/new/")], [replace(SOME[0], body="Zebras.")]],
    ids=["the same", "one less", "one more", "another"],
)
def test_a_run_that_remembers_makes_the_same(after: list[Document], tmp_path: Path) -> None:
    """Whatever was there before, the files are those of a run that knows nothing."""
    _built(SOME, tmp_path / "one")
    assert _built(after, tmp_path / "other") == _built(after, tmp_path / "one")


def test_what_is_known_is_not_looked_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run counts no text and asks no dictionary."""
    made = _built(SOME, tmp_path / "one")
    monkeypatch.setattr(counting, "count", None)
    monkeypatch.setattr(Morphology, "entries", None)
    assert made == _built(SOME, tmp_path / "one")


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_what_was_counted_is_unpacked_as_it_was(headline: str, body: str, names: list[str]) -> None:
    """Texts without a word as well."""
    counted = counting.count(Document("a", "en", "a/", headline, "", None, tuple(names), body))
    again = counting.unpack(counting.pack(counted))
    assert (counted.forms, counted.places, counted.length) == (again.forms, again.places, again.length)
    assert counted.numbers.tolist() == again.numbers.tolist()


def test_words_are_counted_by_where_they_stand() -> None:
    """In the headline, in the body, in the names; the last number is the bytes of the places."""
    counted = counting.count(Document("a", "en", "a/", "Zebra runs", "", None, ("Ann Zebra",), "A zebra. Zebra!"))
    rows = dict(zip(counted.forms, counted.numbers.tolist(), strict=True))
    assert {"zebra": [1, 2, 1, 5], "runs": [1, 0, 0, 2], "a": [0, 1, 0, 2], "ann": [0, 0, 1, 2]} == rows
