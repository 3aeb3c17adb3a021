"""What a page shows where somebody links to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import building
import honesty
from PIL import Image
from reading import Html, read

if TYPE_CHECKING:
    from building import Site

USUAL = 15_000
"""Bytes that a picture has on average."""
MOST = 20_000
"""Bytes that no picture exceeds."""


def _told(html: Html) -> dict[str, str]:
    """Return what a page says of its picture."""
    found = html.all("meta")
    named = [(one.attributes.get("property") or one.attributes.get("name", ""), one.attributes) for one in found]
    return {name: one["content"] for name, one in named if name.startswith(("og:image", "twitter:"))}


def test_every_page_has_a_picture_that_is_there(site: Site) -> None:
    """Its address is whole, its size as said, and every picture belongs to a page; a hidden page says nothing."""
    named = set()
    for html in honesty.pages(site.folder).values():
        told = _told(html)
        if honesty.is_hidden(html):
            assert {} == told
            continue
        path = site.folder / told["og:image"].removeprefix(building.SITE_URL)
        named.add(path)
        size = (int(told["og:image:width"]), int(told["og:image:height"]))
        with Image.open(path) as picture:
            assert ("PNG", (1200, 630)) == (picture.format, size) == (picture.format, picture.size)
        assert "summary_large_image" == told["twitter:card"]
    assert named == set((site.folder / "assets/share").rglob("*.png"))


def test_pictures_are_small(site: Site) -> None:
    """So that ten thousand of them are affordable."""
    sizes = [path.stat().st_size for path in (site.folder / "assets/share").rglob("*.png")]
    assert sum(sizes) / len(sizes) <= USUAL
    assert max(sizes) <= MOST


def test_each_version_shows_its_own_headline(sample_site: Site) -> None:
    """The picture is described in the words that stand on it, and a page that is no article shows the site's."""
    story = "news/2026/rector-receives-ambassador/"
    pages = (f"{story}index.html", f"ru/{story}index.html", "kk/index.html")
    told = [_told(read(sample_site.folder / page)) for page in pages]
    assert [
        "The rector receives the ambassador – Kazakhstan–Belgium: science and education news",
        "Ректор принял посла – Казахстан — Бельгия: новости науки и образования",
        "Қазақстан — Бельгия: ғылым және білім жаңалықтары",
    ] == [one["og:image:alt"] for one in told]
    assert [
        f"{building.SITE_URL}assets/share/{name}.png" for name in (f"en/{story[:-1]}", f"ru/{story[:-1]}", "kk")
    ] == [one["og:image"] for one in told]


def test_a_headline_is_text_there_too(sample_site: Site) -> None:
    """Markup in a headline stands in the description as it was written."""
    told = _told(read(sample_site.folder / "news/2024/not-markup/index.html"))
    headline = 'A <b>bold</b> headline & {{ config.site_name }} <img src=x onerror=alert(1)> "quoted"'
    assert told["og:image:alt"].startswith(headline)
