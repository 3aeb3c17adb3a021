"""Write the pages, all or nothing: a failed or killed run leaves the previous pages whole.

The new tree of every language is laid out beside the old ones first; only when all are complete are they exchanged,
by renaming. A run that was killed between two renames is finished by the next one.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

STAGING = ".news-staging"
"""The folder in `docs/` in which the new pages are laid out; MkDocs does not read folders with a dot."""
COMPLETE = "complete"
"""The file in it that says that every page is there."""
NEWS = "news"
"""The folder of each language that belongs to the build script."""


def write(pages: Mapping[str, str], *, docs: Path, codes: Sequence[str]) -> bool:
    """Make `docs/<code>/news/` hold exactly `pages`; return whether anything changed.

    `pages` maps paths below `docs`, each in one of those folders, to texts. Where the folders hold just that, not one
    file is touched, so that a watching server does not run in circles.
    """
    staging = docs / STAGING
    if (staging / COMPLETE).is_file():
        _exchange(staging, docs, codes)
    if _current(docs, codes) == pages:
        return False
    _lay_out(pages, staging, codes)
    _exchange(staging, docs, codes)
    return True


def _current(docs: Path, codes: Sequence[str]) -> dict[str, str]:
    """Return the pages that the folders hold now; a file that is no UTF-8 text counts as another one."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for code in codes
        for path in (docs / code / NEWS).rglob("*")
        if path.is_file()
    }


def _lay_out(pages: Mapping[str, str], staging: Path, codes: Sequence[str]) -> None:
    shutil.rmtree(staging, ignore_errors=True)
    for code in codes:
        (staging / code / NEWS).mkdir(parents=True)
    for name, text in pages.items():
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    (staging / COMPLETE).touch()


def _exchange(staging: Path, docs: Path, codes: Sequence[str]) -> None:
    """Put the laid-out folders in the place of the old ones, and throw those away last."""
    for code in codes:
        new, old = staging / code / NEWS, docs / code / NEWS
        if new.is_dir():
            if old.exists():
                shutil.rmtree(staging / code / "old", ignore_errors=True)
                old.rename(staging / code / "old")
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)
    shutil.rmtree(staging)
