"""Render the site with MkDocs beside the one there is, and put it in its place only when all went well.

    python scripts/build_site.py [--config FILE] [--site DIR]

A run that fails or is killed leaves the previous site as it was. The address comes from `SITE_URL`, as `mkdocs.yml`
reads it; an empty one counts as none.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORK = Path(".cache")
"""The folder, beside the configuration, in which the new site grows: git ignores it, `make clean` removes it."""

AT_FDCWD = -100
"""Linux: paths given to `renameat2` are relative to the working directory."""

EXCHANGE = 2
"""Linux' `RENAME_EXCHANGE` and macOS' `RENAME_SWAP`: the two names change places in one step."""


class SiteError(Exception):
    """MkDocs did not render the site; the message says what to do."""


def build(config: Path, *, site: Path) -> None:
    """Render the site that `config` describes, strictly, and put it in place of `site`.

    Two runs at once take turns. Raises `SiteError` where MkDocs fails; `site` is then what it was.
    """
    work = config.parent / WORK
    work.mkdir(exist_ok=True)
    fresh = work / "site.fresh"
    with _turn(work / "site.lock") as turn:
        restore(site, spare=spare_of(fresh))
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            _render(config, into=fresh, turn=turn)
            put_in_place(fresh, place=site)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def put_in_place(fresh: Path, *, place: Path) -> None:
    """Make the folder `fresh` stand at `place`; what stood there stands at `fresh` afterwards.

    Linux and macOS exchange two folders in one step, so that there is no moment without a whole site. On a file
    system that can't, the old one steps aside first, to where `restore` finds it.
    """
    if not place.exists():
        fresh.rename(place)
    elif not exchange(fresh, place):
        spare = spare_of(fresh)
        place.rename(spare)
        fresh.rename(place)
        spare.rename(fresh)


def restore(place: Path, *, spare: Path) -> None:
    """Put `spare` back at `place` where a run was killed between the two steps of `put_in_place`."""
    if spare.exists() and not place.exists():
        spare.rename(place)
    shutil.rmtree(spare, ignore_errors=True)


def spare_of(fresh: Path) -> Path:
    """Return where the old site steps aside while `fresh` takes its place."""
    return fresh.with_name(f"{fresh.name}.old")


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step; say whether this system and file system can."""
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), EXCHANGE) == 0)
    return False


@contextmanager
def _turn(lock: Path) -> Iterator[int]:
    """Wait for other runs to end; yield the descriptor that holds the turn, to be handed on to child processes."""
    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def _render(config: Path, *, into: Path, turn: int) -> None:
    """Let MkDocs render into the folder `into`; the child holds the `turn` too, should it outlive this process."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL" or value}
    ended = subprocess.run(
        [*mkdocs, "--config-file", config, "--site-dir", into.resolve()],
        env=environment,
        pass_fds=(turn,),
        check=False,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    # MkDocs' own --quiet would also hide the warnings from --strict.
    told = [line for line in ended.stderr.splitlines() if not line.startswith("INFO ")]
    print("\n".join(told), end="\n" * bool(told), file=sys.stderr)
    if ended.returncode:
        message = (
            "MkDocs did not render the site, so nothing was replaced; mend what its lines above name, and try again"
        )
        raise SiteError(message)


def summary(site: Path) -> str:
    """Say what the built `site` holds and how to look at it, for a person."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    megabytes = sum(path.stat().st_size for path in files) / 1_000_000
    return (
        f"Made {site}/: {pages} pages, {len(files)} files, {megabytes:.1f} MB.\n"
        "Look at it: 'make serve', then open the address that it prints; it shows every change at once."
    )


def main(arguments: list[str]) -> int:
    """Build the site as `arguments` say; return the exit status."""
    parser = argparse.ArgumentParser(description="Render the site and put it in place only when all went well.")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="default: mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="where the site goes (default: site)")
    options = parser.parse_args(arguments)
    try:
        build(options.config, site=options.site)
    except SiteError as problem:
        print(f"build_site: {problem}", file=sys.stderr)
        return 1
    print(summary(options.site))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
