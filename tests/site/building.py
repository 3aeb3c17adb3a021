"""Build a site aside: a copy of the project's pages, theme and scripts, with other articles or languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "https://example.org/newsroom/"
"""What the site is told of its address: no test may depend on where it stands while it is tried."""


LANGUAGES = ["en", "ru", "kk"]
"""The languages of `mkdocs.yml`, in its order."""
ABOUT_NAME = re.compile(r"(\w*/?news/(?:people|institutions|places|topics)/)[^/]+/(?!page-)")
"""The first page of a name's stories."""


class BuildError(AssertionError):
    """A command that had to succeed did not."""


@dataclass(frozen=True)
class Workshop:
    """A copy of the project in which pages can be put and built."""

    root: Path
    """The copy's folder."""

    @property
    def docs(self) -> Path:
        """The folder of its pages."""
        return self.root / "docs"

    def convert(self) -> None:
        """Turn its articles into pages."""
        self._run("scripts/build_articles.py", "--articles", "articles", "--docs", "docs", "--config", "mkdocs.yml")

    def build(self, name: str = "site") -> Path:
        """Build it strictly and return the folder of the site."""
        self._run("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", name)
        return self.root / name

    def _run(self, *command: str) -> None:
        environment = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            [sys.executable, *command], cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            message = f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
            raise BuildError(message)


def workshop(root: Path) -> Workshop:
    """Copy the project to `root`, without the pages that its build made."""
    generated = shutil.ignore_patterns("news", "__pycache__", ".news-staging")
    for folder in ("docs", "scripts", "articles"):
        shutil.copytree(ROOT / folder, root / folder, ignore=generated)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return Workshop(root)


@dataclass(frozen=True)
class Site:
    """A built site, served as GitHub Pages would."""

    folder: Path
    """Where it was built."""
    address: str
    """Where it is served, with a slash at the end."""

    @property
    def kinds(self) -> list[str]:
        """The addresses of its pages, of those about a name one a language and kind: the others are built alike."""
        first: dict[str, str] = {}
        for address in self.pages:
            about = ABOUT_NAME.match(address)
            first.setdefault(about[1] if about else address, address)
        return list(first.values())

    @property
    def pages(self) -> list[str]:
        """The addresses of its pages from the root; redirects and 404.html are none."""
        found = sorted(self.folder.rglob("index.html"))
        addresses = [path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in found]
        return [
            one
            for one in addresses
            if 'http-equiv="refresh"' not in (self.folder / one / "index.html").read_text("utf-8")
        ]
