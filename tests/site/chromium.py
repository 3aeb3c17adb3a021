"""Find a Chromium for the browser tests, or install one where this machine allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET = ("--disable-background-networking", "--disable-component-update", "--no-first-run")
"""A browser that asks for nothing by itself: what it requests, the page asked for."""


class NoChromiumError(RuntimeError):
    """There is no Chromium here, and none could be installed."""


def arguments() -> list[str]:
    """Return the arguments to start it with; root has no sandbox."""
    return [*QUIET, *(["--no-sandbox"] if _is_root() else [])]


def find(playwright: Playwright) -> str:
    """Return the path of a Chromium: the one named by `CHROMIUM`, Playwright's own, or the system's.

    Where there is none, installs Playwright's, or else the system's package. Raises `NoChromiumError`.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            message = f"CHROMIUM names {named!r}, which is no program: correct it, or unset it to have one found"
            raise NoChromiumError(message)
        return named
    for prepare in (_nothing, _install_playwrights, _install_systems):
        prepare()
        found = next(_candidates(playwright), None)
        if found:
            return found
    message = "The browser tests need Chromium and none could be installed: install it, or name it in CHROMIUM"
    raise NoChromiumError(message)


def _candidates(playwright: Playwright) -> Iterator[str]:
    """Yield every Chromium there is, the best first."""
    places: list[Callable[[], str | None]] = [lambda: _existing(playwright.chromium.executable_path)]
    places += [lambda name=name: shutil.which(name) for name in ON_PATH]  # type: ignore[misc]
    places += [lambda path=path: _existing(path) for path in ON_MACOS]  # type: ignore[misc]
    yield from filter(None, (place() for place in places))


def _existing(path: str) -> str | None:
    return path if Path(path).is_file() else None


def _nothing() -> None:
    """Look at what is there before installing anything."""


@cache
def _install_playwrights() -> None:
    """Install the Chromium that Playwright was made for; it may be out of reach."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


@cache
def _install_systems() -> None:
    """Install the system's package, where the system is Debian's kind and we may."""
    if not (_is_root() and shutil.which("apt-get")):
        return
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends"]):
        subprocess.run([*command, *(["chromium"] if "install" in command else [])], check=False)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
