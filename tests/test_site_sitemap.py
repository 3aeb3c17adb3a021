"""The sitemap and robots.txt."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

import sitemap_schema
from newsroom.site import sitemap

SITE = "https://example.org/x/"
EXPECTED = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url>
  <loc>https://example.org/x/</loc>
</url>
<url>
  <loc>https://example.org/x/ru/a&amp;b/</loc>
  <lastmod>2026-01-15</lastmod>
  <xhtml:link rel="alternate" hreflang="ru" href="https://example.org/x/ru/a&amp;b/"/>
</url>
</urlset>
"""
INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap>
  <loc>https://example.org/x/sitemap-1.xml</loc>
  <lastmod>2026-01-02</lastmod>
</sitemap>
<sitemap>
  <loc>https://example.org/x/sitemap-2.xml</loc>
  <lastmod>2026-01-03</lastmod>
</sitemap>
</sitemapindex>
"""
ENTRIES = [
    sitemap.Entry(f"{number}/", date(2026, 1, 1) + timedelta(days=number), (("kk", f"{SITE}{number}/"),))
    for number in range(3)
]


def _addresses(files: dict[str, str]) -> dict[str, list[str]]:
    return {
        name: [one.text for one in etree.fromstring(text.encode()).iter("{*}loc")]
        for name, text in files.items()
        if name != sitemap.NAME
    }


def test_sitemap() -> None:
    """An entry has its address, the day of its last change where that is known, and its versions."""
    entries = [
        sitemap.Entry("", None, ()),
        sitemap.Entry("ru/a&b/", date(2026, 1, 15), (("ru", "https://example.org/x/ru/a&b/"),)),
    ]
    assert {"sitemap.xml": EXPECTED} == sitemap.files(entries, site_url=SITE)
    assert [] == sitemap_schema.lies(EXPECTED)


def test_many_addresses_stand_in_several_files() -> None:
    """More addresses than one file may hold stand in several, and the sitemap is the index of them."""
    files = sitemap.files(ENTRIES, site_url=SITE, most_urls=2)
    assert INDEX == files["sitemap.xml"]
    assert {"sitemap-1.xml": [f"{SITE}0/", f"{SITE}1/"], "sitemap-2.xml": [f"{SITE}2/"]} == _addresses(files)
    assert [[]] * 3 == [sitemap_schema.lies(text) for text in files.values()]


@pytest.mark.parametrize("spare", [0, -1])
def test_no_file_is_too_large(spare: int) -> None:
    """A file holds as much as it may in bytes, and not one more."""
    whole = len(sitemap.files(ENTRIES[:2], site_url=SITE)["sitemap.xml"].encode())
    files = sitemap.files(ENTRIES, site_url=SITE, most_bytes=whole + spare)
    assert (2 if spare == 0 else 1) == len(_addresses(files)["sitemap-1.xml"])
    assert whole + spare >= max(len(text.encode()) for name, text in files.items() if name != "sitemap.xml")


def test_robots() -> None:
    """Everyone may come in, and is told where the sitemaps are."""
    expected = (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/x/sitemap.xml\nSitemap: https://example.org/x/n.xml\n"
    )
    assert expected == sitemap.robots(site_url=SITE, names=("sitemap.xml", "n.xml"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-01-15", "15.01.2026"),
        ("<loc>https://example.org/x/</loc>", ""),
        (' hreflang="ru"', ' hreflang="Russian"'),
        ("xhtml:link", "xhtml:a"),
        ("</loc>\n", "</loc>\n<changefreq>sometimes</changefreq>\n"),
    ],
)
def test_a_false_sitemap_is_found(old: str, new: str) -> None:
    """The check by the schemas sees what it is there for."""
    assert old in EXPECTED
    assert [] != sitemap_schema.lies(EXPECTED.replace(old, new))
