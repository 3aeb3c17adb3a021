"""The sitemap of the newest articles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

import sitemap_schema
from newsroom.site import news_sitemap
from newsroom.site.news_sitemap import Piece

SITE = "https://example.org/x/"
NEWEST = date(2026, 3, 1)
EXPECTED = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url>
  <loc>https://example.org/x/kk/a/</loc>
  <news:news>
    <news:publication>
      <news:name>A &amp; B</news:name>
      <news:language>kk</news:language>
    </news:publication>
    <news:publication_date>2026-03-01</news:publication_date>
    <news:title>&lt;b&gt; &amp;</news:title>
  </news:news>
</url>
</urlset>
"""


def _piece(url: str, *, days_before: int = 0) -> Piece:
    return Piece(url, NEWEST - timedelta(days=days_before), "<b> &", "kk", "A & B")


def _addresses(text: str) -> list[str]:
    return [one.text.removeprefix(SITE) for one in etree.fromstring(text.encode()).iter("{*}loc")]


def test_piece() -> None:
    """A piece has the site's name in its language, the day that its text gives, and its headline."""
    assert EXPECTED == news_sitemap.render([_piece("kk/a/")], site_url=SITE)
    assert [] == sitemap_schema.lies(EXPECTED)


def test_window_ends_with_the_newest() -> None:
    """What is more than two days older than the newest article is left out; the newest come first, then by address."""
    pieces = [_piece("old/", days_before=3), _piece("c/", days_before=2), _piece("b/"), _piece("a/")]
    assert ["a/", "b/", "c/"] == _addresses(news_sitemap.render(pieces, site_url=SITE))


def test_no_more_than_google_reads() -> None:
    """Of a day with more articles than the file may hold, the rest is left out."""
    pieces = [_piece(f"{number:04}/") for number in range(news_sitemap.MOST + 1)]
    assert [f"{number:04}/" for number in range(1000)] == _addresses(news_sitemap.render(pieces, site_url=SITE))


def test_nothing_dated() -> None:
    """Without an article there is no news sitemap: the protocol knows no empty one."""
    assert "" == news_sitemap.render([], site_url=SITE)


@pytest.mark.parametrize(
    ("old", "new"),
    [("2026-03-01", "1 March"), (">kk<", ">kazakh<"), ("&lt;b&gt; &amp;", " "), ("news:name>", "news:names>")],
)
def test_a_false_news_sitemap_is_found(old: str, new: str) -> None:
    """The check by the schemas sees what it is there for."""
    assert old in EXPECTED
    assert [] != sitemap_schema.lies(EXPECTED.replace(old, new))
