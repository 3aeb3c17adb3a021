"""Every page in one typeface, which comes from the site itself and weighs little."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from building import ROOT
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from reading import read

from newsroom import languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building import Site
    from playwright.sync_api import Browser, CDPSession, Page

pytestmark = pytest.mark.browser

FAMILY = "Noto Serif"
FONTS = ROOT / "docs/assets/fonts"
BUDGET = 70_000
"""Bytes of fonts that a page may need."""
MOST = 2
"""Files of fonts that a page may need."""
KAZAKH_PAGE = "kk/news/2025/gharysh/"
LOADED = "document.fonts.ready"
MADE_UP = """
() => [...document.querySelectorAll("body *")].filter((one) => {
  const { fontStyle, fontWeight } = getComputedStyle(one);
  return fontStyle !== "normal" || !["400", "700"].includes(fontWeight);
}).map((one) => one.outerHTML.slice(0, 100))
"""
"""What a browser would have to make up: the files hold no italics, and are tried in two weights."""


def _strange(page: Page) -> list[str]:
    """Return the families, other than the site's own from its own files, in which the page shows anything."""
    cdp = page.context.new_cdp_session(page)
    page.evaluate(LOADED)
    cdp.send("DOM.enable")
    cdp.send("CSS.enable")
    fonts = [font for node in _nodes(cdp) for font in _fonts(cdp, node)]
    assert any(font["familyName"] == FAMILY for font in fonts)
    return sorted(
        {font["familyName"] for font in fonts if (font["familyName"], font["isCustomFont"]) != (FAMILY, True)}
    )


def _nodes(cdp: CDPSession) -> Iterator[int]:
    """Yield every element of the page's body."""
    root = cdp.send("DOM.getDocument")["root"]["nodeId"]
    yield from cdp.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body, body *"})["nodeIds"]


def _fonts(cdp: CDPSession, node: int) -> list[dict[str, Any]]:
    """Return the fonts in which the glyphs of one element are shown."""
    found: list[dict[str, Any]] = cdp.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return found


def test_pages_are_set_in_the_typeface(site: Site, browser: Browser) -> None:
    """No glyph of any page comes from another family or the reader's system, and none is made up by the browser.

    A page asks for two font files at most, and they weigh little.
    """
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    complaints = []
    for address in [*site.kinds, "404.html"]:
        asked.clear()
        page.goto(site.address + address)
        found = [f"from {family}" for family in _strange(page)]
        found += [f"made up: {html}" for html in page.evaluate(MADE_UP)]
        names = {url.rpartition("/")[2] for url in asked if url.endswith(".woff2")}
        if not 0 < len(names) <= MOST or sum((FONTS / name).stat().st_size for name in names) > BUDGET:
            found.append(f"asked for {names}")
        complaints += [f"{address}: {one}" for one in found]
    page.close()
    assert [] == complaints


def test_a_missing_letter_is_found(sample_site: Site, browser: Browser) -> None:
    """A file without ң shows: one word would be set from two families."""
    font = TTFont(FONTS / "noto-serif-cyrillic.woff2")
    letters = set(font.getBestCmap()) - {ord("ң")}
    subsetter = Subsetter(Options(layout_features=[]))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    without = BytesIO()
    font.save(without)
    page = browser.new_page()
    page.route("**/noto-serif-cyrillic.woff2", lambda route: route.fulfill(body=without.getvalue()))
    page.goto(sample_site.address + KAZAKH_PAGE)
    strange = _strange(page)
    page.close()
    assert strange


@pytest.mark.parametrize(("prefix", "code"), [("", "en"), ("ru/", "ru"), ("kk/", "kk")])
def test_a_page_announces_what_its_language_needs(sample_site: Site, prefix: str, code: str) -> None:
    """The browser is told of the fonts before it has read a style sheet, as the language's own file says."""
    assert [f"noto-serif-{part}.woff2" for part in languages.load(code).alphabet.faces] == _announced(
        sample_site.folder / prefix / "reading/index.html"
    )


def test_a_list_announces_what_its_stories_need(sample_site: Site) -> None:
    """So do lists for the other languages in them, so that no line is set anew when their letters come."""
    faces = ["noto-serif-latin.woff2", "noto-serif-cyrillic.woff2"]
    assert [faces, faces] == [_announced(sample_site.folder / page / "index.html") for page in ("", "news")]


def _announced(page: Path) -> list[str]:
    """Return the names of the fonts that `page` tells the browser of."""
    return [link.attributes["href"].rpartition("/")[2] for link in read(page).all("link", rel="preload", as_="font")]


def test_the_licence_goes_with_the_fonts(sample_site: Site) -> None:
    """The Open Font License asks for its text beside the files."""
    assert "SIL OPEN FONT LICENSE" in (sample_site.folder / "assets/fonts/LICENSE.txt").read_text("utf-8")
