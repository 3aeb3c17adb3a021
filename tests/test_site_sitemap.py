"""The sitemap and robots.txt."""

from __future__ import annotations

from datetime import date

from newsroom.site import sitemap

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


def test_sitemap() -> None:
    """An entry has its address, the day of its last change where that is known, and its versions."""
    entries = [
        sitemap.Entry("", None, ()),
        sitemap.Entry("ru/a&b/", date(2026, 1, 15), (("ru", "https://example.org/x/ru/a&b/"),)),
    ]
    assert EXPECTED == sitemap.render(entries, site_url="https://example.org/x/")


def test_robots() -> None:
    """Everyone may come in, and is told where the sitemap is."""
    expected = "User-agent: *\nAllow: /\n\nSitemap: https://example.org/x/sitemap.xml\n"
    assert expected == sitemap.robots(site_url="https://example.org/x/")
