"""The sites that are audited: the five articles of this repository, a site of years, and a broken one."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import building
from building import LANGUAGES, Site
from pages_server import PublishedHandler, serving

from audit import crowd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from audit.finding import Fault

KIND = re.compile(r'class="page page--(\w+)"')
"""Where a page says what it is."""
MEASURED = ("home", "article", "archive")
"""The kinds of pages that are timed: those that readers come to."""
BROKEN = "about/"
"""The page that the faults are put into."""


def articles(folder: Path) -> Path:
    """Build the site of the articles in this repository below `folder` and return where it is."""
    shop = building.workshop(folder)
    shop.convert()
    return shop.build()


def years(folder: Path, *, stories: int) -> Path:
    """Build a site of so many invented stories below `folder` and return where it is."""
    shop = building.workshop(folder)
    crowd.write(shop.root / "articles", stories=stories)
    shop.convert()
    return shop.build()


def broken(site: Path, folder: Path, faults: Iterable[Fault]) -> Path:
    """Copy `site` to `folder`, put all `faults` into one of its pages, and return where it is."""
    shutil.copytree(site, folder)
    page = folder / BROKEN / "index.html"
    html = page.read_text("utf-8")
    for fault in faults:
        html = fault.seed(html)
    page.write_text(html, "utf-8")
    return folder


@contextmanager
def published(folder: Path) -> Iterator[Site]:
    """Serve the site in `folder` as GitHub Pages would, its answers packed."""
    with serving(folder, handler=PublishedHandler) as address:
        yield Site(folder, address)


def heaviest(site: Site) -> dict[tuple[str, str], list[str]]:
    """Return language and kind to the addresses of such pages, the longest first."""
    read = {page: (site.folder / page / "index.html").read_text("utf-8") for page in site.pages}
    found: dict[tuple[str, str], list[str]] = {}
    for page in sorted(read, key=lambda page: (-len(read[page]), page)):
        kind = KIND.search(read[page])
        found.setdefault((_language(page), kind[1] if kind else "page"), []).append(page)
    return found


def measured(found: Mapping[tuple[str, str], Sequence[str]]) -> tuple[str, ...]:
    """Return in each language the longest of the `found` pages of the kinds that readers come to."""
    return tuple(found[code, kind][0] for code in LANGUAGES for kind in MEASURED if (code, kind) in found)


def visits(found: Mapping[tuple[str, str], Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return in each language the two longest of the `found` articles, or its only one and the front page."""
    read = ([*found.get((code, "article"), ()), *found[code, "home"]] for code in LANGUAGES)
    return tuple((pages[0], pages[1]) for pages in read if len(pages) > 1)


def _language(page: str) -> str:
    prefix = page.partition("/")[0]
    return prefix if prefix in LANGUAGES else LANGUAGES[0]
