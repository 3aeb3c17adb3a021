"""Which files a built site publishes beside its pages: those that something asks for."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import building

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from building import Site

FOR_PEOPLE = {"assets/fonts/LICENSE.txt", "assets/schema/sidecar.json"}
"""What no page asks for: the fonts' licence has to lie beside them, and editors' programs ask for the schema."""
NAMED = re.compile(r"""["'(=]([^"'()\s<>]+)""")
"""Whatever could be an address in a page, a style or a script."""
MODULE = re.compile(r'data-module="([\w-]+)"')
WORKER = re.compile(r"importScripts\('([^']+)'\)")
"""What the service worker runs; it also lists every script there is, which reaches none."""


def _reached(site: Path) -> set[str]:
    """Return the addresses of the assets that pages name, and of those that these name in turn."""
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    found = set(WORKER.findall((site / "sw.js").read_text("utf-8")))
    waiting = [*pages, *found]
    while waiting:
        new = set(_assets(site, _named(site, waiting.pop()))) - found
        found |= new
        waiting += [one for one in new if one.endswith((".css", ".js"))]
    return found


def _named(site: Path, address: str) -> Iterator[str]:
    """Yield what the file at `address` names, as addresses from the root of the site."""
    text = (site / address).read_text("utf-8")
    for one in NAMED.findall(text):
        yield urljoin(building.SITE_URL + address, one).removeprefix(building.SITE_URL)
    if address.endswith(".html"):
        yield from (f"assets/js/modules/{name}.js" for name in MODULE.findall(text))


def _assets(site: Path, addresses: Iterable[str]) -> Iterator[str]:
    """Yield those of the `addresses` at which there is an asset."""
    for one in addresses:
        path = unquote(one.partition("#")[0].partition("?")[0])
        if path.startswith("assets/") and (site / path).is_file():
            yield path


def _unasked(site: Path) -> set[str]:
    """Return the assets that nothing asks for."""
    there = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    return there - _reached(site) - FOR_PEOPLE


def test_every_asset_is_asked_for(articles_site: Site) -> None:
    """Each asset is named by a page, or by a style or script that pages name; of Material's there is the bundle."""
    assert set() == _unasked(articles_site.folder)
    (bundle,) = (articles_site.folder / "assets/javascripts").rglob("*")
    assert re.fullmatch(r"bundle\.\w+\.min\.js", bundle.name)


def test_no_script_names_a_map_that_is_not_there(articles_site: Site) -> None:
    """A reader who opens the browser's tools sees no complaint about a file that the site leaves out."""
    scripts = (path.read_text("utf-8") for path in articles_site.folder.rglob("*.js"))
    assert [] == [text[-200:] for text in scripts if "sourceMappingURL=" in text]


def test_what_nothing_asks_for_is_found(articles_site: Site, tmp_path: Path) -> None:
    """A style, a script and a map that nobody names are told, though the service worker lists every script."""
    copy = tmp_path / "site"
    shutil.copytree(articles_site.folder, copy)
    unasked = {"assets/css/spare.css", "assets/js/modules/spare.js", "assets/javascripts/bundle.js.map"}
    for name in unasked:
        (copy / name).write_text("spare", "utf-8")
    with (copy / "sw.js").open("a", encoding="utf-8") as worker:
        worker.write('// "assets/js/modules/spare.js"\n')
    assert unasked == _unasked(copy)
