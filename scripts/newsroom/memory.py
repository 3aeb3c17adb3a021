"""Remember what was found out about articles and pairs of them, by their content, so that it is found out once.

Whatever is remembered could be found out again with the same result: the file may be removed at any time. It is
forgotten as a whole where its version changes, and what a run did not ask for is forgotten when that run ends.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsroom.model import Article

PACKAGE = Path(__file__).parent
PROGRAM = ("*.json", "*.py", "*.toml", "*.txt")
"""The files of this package on which a result may depend."""
DIGEST = 16
"""Bytes of a digest."""


class Memory:
    """Values by kind and key, both of which the caller chooses; in a file where there is a folder for it."""

    def __init__(self, path: Path | None = None, *, version: bytes = b"") -> None:
        """Recall what the file at `path` holds, unless it is of another version."""
        self._path = path
        self._version = version
        self._known: dict[str, dict[bytes, bytes]] = defaultdict(dict)
        self._asked: dict[str, set[bytes]] = defaultdict(set)
        self._new: dict[str, dict[bytes, bytes]] = defaultdict(dict)
        self._is_spoilt = False
        for kind, key, value in self._read(path) if path else ():
            self._known[kind][key] = value

    def recall(self, kind: str, key: bytes) -> bytes | None:
        """Return the value that was remembered, or None."""
        value = self._known[kind].get(key)
        if value is not None:
            self._asked[kind].add(key)
        return value

    def remember(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep a value."""
        self._known[kind][key] = self._new[kind][key] = value
        self._asked[kind].add(key)

    def everything(self, kind: str) -> Mapping[bytes, bytes]:
        """Return every key of one kind with its value, without asking for them."""
        return self._known[kind]

    def save(self) -> None:
        """Write what is new, and remove what nobody asked for."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._is_spoilt:
            self._path.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._path)) as file, file:
            file.execute("CREATE TABLE IF NOT EXISTS version (digest BLOB)")
            file.execute("CREATE TABLE IF NOT EXISTS found (kind TEXT, key BLOB, value BLOB, PRIMARY KEY (kind, key))")
            if file.execute("SELECT digest FROM version").fetchall() != [(self._version,)]:
                file.execute("DELETE FROM version")
                file.execute("DELETE FROM found")
                file.execute("INSERT INTO version VALUES (?)", (self._version,))
            for kind in sorted(self._known):
                stale = sorted(self._known[kind].keys() - self._asked[kind])
                file.executemany("DELETE FROM found WHERE kind = ? AND key = ?", ((kind, key) for key in stale))
                rows = ((kind, key, value) for key, value in sorted(self._new[kind].items()))
                file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)

    def _read(self, path: Path) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield what the file holds; nothing where there is none, or none of this version."""
        if not path.is_file():
            return
        try:
            with closing(sqlite3.connect(path)) as file:
                if file.execute("SELECT digest FROM version").fetchall() == [(self._version,)]:
                    yield from file.execute("SELECT kind, key, value FROM found")
        except sqlite3.DatabaseError:
            # Somebody else's file, or one cut off in the middle: nothing is lost but time. Only `save` writes.
            self._is_spoilt = True


def key(article: Article) -> bytes:
    """Return the digest of an article's name and of everything in it by which it is grouped."""
    head = (article.source, article.language, article.title or "\n", str(article.published), str(article.event_date))
    kinds = (f"{block.kind}{block.text}" for block in article.body)
    return digest(*(text.encode() for text in (*head, *kinds)))


def digest(*parts: bytes) -> bytes:
    """Return the digest of `parts`, each with its length, so that no two lists of parts are one."""
    whole = blake2b(digest_size=DIGEST)
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.digest()


def program(*salt: str) -> bytes:
    """Return the digest of this program, and of what else a result depends on."""
    paths = sorted(path for pattern in PROGRAM for path in PACKAGE.rglob(pattern))
    return digest(*(path.read_bytes() for path in paths), *(text.encode() for text in salt))
