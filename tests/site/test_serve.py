"""`make serve` shows what an editor saves."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from socket import socket
from typing import TYPE_CHECKING
from urllib.request import urlopen

import building

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60
"""Seconds within which a change must show on a busy machine."""
ARTICLE = """Mons and Almaty count their zebras

Published on 5 April 2026

Mons and Almaty have counted their zebras on Monday, said the two universities. The count is the first of its kind.

The result will be published by the two universities within the year.
"""


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    """Run `mkdocs serve` in `root` and yield its address."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with (root / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=root, stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}/newsroom/"
        finally:
            server.terminate()
            server.wait()


def _shows(address: str, text: str) -> bool:
    """Wait until the page at `address` holds `text`; say whether it came to that."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urlopen(address) as answer:
            if text in answer.read().decode():
                return True
        time.sleep(0.2)
    return False


def test_saved_files_show(tmp_path: Path) -> None:
    """A saved article, page or word shows without a restart, and a broken article leaves the last good pages up.

    The script by which MkDocs does so is an inline one, so these pages have no policy that would refuse it.
    """
    root = building.workshop(tmp_path / "project").root
    with _serving(root) as address:
        assert _shows(address, "Latest news")
        (root / "articles/900_new.txt").write_text(ARTICLE, "utf-8")
        assert _shows(address, "count their zebras")
        (root / "articles/901_empty.txt").write_bytes(b"")
        about = root / "docs/en/about.md"
        about.write_text(about.read_text("utf-8") + "\nA line more.\n", "utf-8")
        assert _shows(f"{address}about/", "A line more.")
        assert _shows(address, "count their zebras")
        words = root / "scripts/newsroom/languages/en.toml"
        words.write_text(words.read_text("utf-8").replace("Latest news", "Newest news"), "utf-8")
        assert _shows(address, "Newest news")
        with urlopen(address) as answer:
            page = answer.read().decode()
        assert ("livereload(" in page, "Content-Security-Policy" in page) == (True, False)
    assert "901_empty.txt:1: error" in (root / "serve.log").read_text("utf-8")
