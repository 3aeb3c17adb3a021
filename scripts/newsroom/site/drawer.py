"""Where drawn pictures are kept from one build to the next, so that a headline is drawn once.

Whatever is kept could be drawn again with the same result: the folder may be removed at any time. An entry that is
not what was put there is not taken out again, and what a build did not ask for is thrown away when it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.memory import DIGEST, digest

if TYPE_CHECKING:
    from pathlib import Path


class Drawer:
    """Bytes by key, each in a file of its own behind its digest."""

    def __init__(self, folder: Path) -> None:
        """Keep things in `folder`, which need not exist."""
        self._folder = folder
        self._asked: set[str] = set()

    def take(self, key: bytes) -> bytes | None:
        """Return what was put there for `key`, or None."""
        path = self._place(key)
        whole = path.read_bytes() if path.is_file() else b""
        kept, seal = whole[DIGEST:], whole[:DIGEST]
        return kept if seal == digest(key, kept) else None

    def put(self, key: bytes, kept: bytes) -> None:
        """Keep something for `key`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._place(key).write_bytes(digest(key, kept) + kept)

    def tidy(self) -> None:
        """Throw away what nobody asked for."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._asked:
                    path.unlink()

    def _place(self, key: bytes) -> Path:
        """Return where `key` has its place."""
        name = digest(key).hex()
        self._asked.add(name)
        return self._folder / name
