"""Files that speak of the whole site: the sitemap, robots.txt, old addresses, and the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import building
import honesty
import pytest
import sample
from building import LANGUAGES, Site
from reading import read

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_sitemap_holds_what_may_be_found(site: Site) -> None:
    """The sitemap holds every page that search engines may know, and the alternates that the page itself names."""
    urls = ET.parse(site.folder / "sitemap.xml").findall("s:url", NAMESPACES)  # noqa: S314 - our own file
    listed = {url.findtext("s:loc", "", NAMESPACES).removeprefix(building.SITE_URL): url for url in urls}
    found = honesty.pages(site.folder)
    assert sorted(address for address, html in found.items() if not honesty.is_hidden(html)) == sorted(listed)
    for address, url in listed.items():
        told = [(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NAMESPACES)]
        links = [link for link in found[address].all("link", rel="alternate") if "hreflang" in link.attributes]
        assert [(link.attributes["hreflang"], link.attributes["href"]) for link in links] == told


def test_sitemap_takes_days_from_the_text(sample_site: Site) -> None:
    """A page changed on the day that its text names, and on no other."""
    days = {
        url.findtext("s:loc", "", NAMESPACES).removeprefix(building.SITE_URL): url.findtext(
            "s:lastmod", None, NAMESPACES
        )
        for url in ET.parse(sample_site.folder / "sitemap.xml").findall("s:url", NAMESPACES)  # noqa: S314 - our own file
    }
    assert days["ru/news/2026/rector-receives-ambassador/"] == "2026-01-15"
    assert days["kk/news/2025/gharysh/"] == "2025-12-31"
    assert days["news/2026/"] == days["news/"] == days[""] == "2026-01-15"
    assert days["news/undated/in-every-language/"] is days["news/2026/rector-receives-ambassador/"] is None


def test_robots_names_the_sitemaps(site: Site) -> None:
    """`robots.txt` lets everyone in, and says where the sitemaps are."""
    named = "".join(f"Sitemap: {building.SITE_URL}{name}\n" for name in ("sitemap.xml", "news-sitemap.xml"))
    expected = f"User-agent: *\nAllow: /\n\n{named}"
    assert expected == (site.folder / "robots.txt").read_text()


@pytest.mark.parametrize("alias", ["news/undated/rector-receives-ambassador/", "news/2026/old-name/"])
@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"])
def test_old_addresses_lead_to_the_story(sample_site: Site, alias: str, prefix: str) -> None:
    """A story's old address leads to it in every language, and search engines are told where it is now."""
    story = f"{prefix}news/2026/rector-receives-ambassador/"
    html = read(sample_site.folder / prefix / alias / "index.html")
    delay, _, target = html.one("meta", http_equiv="refresh").attributes["content"].partition("; url=")
    assert ("0", story) == (delay, honesty.resolve(prefix + alias, target))
    assert story == honesty.resolve(prefix + alias, html.one("a").attributes["href"])
    assert building.SITE_URL + story == html.one("link", rel="canonical").attributes["href"]
    assert honesty.is_hidden(html)


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Two builds of the same pages are the same to the byte."""
    shop = building.workshop(tmp_path / "project")
    sample.write(shop.docs, languages=LANGUAGES)
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        for folder in (shop.build("one"), shop.build("two"))
    )
    assert first == second


def test_nothing_else_is_published(site: Site) -> None:
    """Neither the theme's templates nor the decisions are part of the site."""
    assert [] == list(site.folder.rglob(".*"))
    assert [] == [*site.folder.rglob("*.md"), *site.folder.rglob("sitemap.xml.gz")]
