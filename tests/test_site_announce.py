"""What the whole site tells search engines."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import etree

import site_pages as pages
from interfaces import EN
from newsroom.site.announce import Described, files

LINE = {"url": "s/"}
VERSIONS = [{"lang": "en", "title": "A", "url": "s/"}, {"lang": "ru", "title": "Б", "url": "ru/s/"}]


def _page(address: str, meta: dict[str, Any]) -> Described:
    return Described(address, pages.gather(meta), meta, EN)


def _days(text: str) -> dict[str, str | None]:
    urls = etree.fromstring(text.encode()).iter("{*}url")
    return {url.findtext("{*}loc").removeprefix(pages.SITE): url.findtext("{*}lastmod") for url in urls}


def test_lists_change_with_their_stories() -> None:
    """A page changed when its text says; a list, and the front page, with the newest of its stories' versions."""
    found = files(
        [
            _page("", {"template": "home.html"}),
            _page("news/", {"template": "archive.html", "stories": [LINE]}),
            _page("s/", {**pages.STORY, "versions": VERSIONS}),
            _page("ru/s/", {**pages.STORY, "updated": date(2026, 1, 20)}),
            _page("new/", {**pages.STORY, "date": date(2026, 2, 1)}),
            _page("inferred/", {**pages.STORY, "inferred": ["date"]}),
        ],
        site_url=pages.SITE,
    )
    assert {
        "": "2026-01-20",
        "news/": "2026-01-20",
        "s/": "2026-01-13",
        "ru/s/": "2026-01-20",
        "new/": "2026-02-01",
        "inferred/": None,
    } == _days(found["sitemap.xml"])


def test_hidden_pages_are_not_told() -> None:
    """A page that is to stay unknown is in no file; without articles there is no news sitemap."""
    found = files([_page("", {}), _page("s/", {**pages.STORY, "robots": "noindex"})], site_url=pages.SITE)
    assert {"": None} == _days(found["sitemap.xml"])
    assert ["sitemap.xml", "robots.txt"] == list(found)


def test_articles_are_news() -> None:
    """Articles are in the news sitemap under the day of their first publication, and robots.txt names it."""
    found = files([_page("s/", pages.RICH), _page("about/", {"date": pages.DAY})], site_url=pages.SITE)
    assert f"Sitemap: {pages.SITE}news-sitemap.xml\n" in found["robots.txt"]
    assert ["s/"] == list(_days(found["news-sitemap.xml"]))
    assert "<news:publication_date>2026-01-12<" in found["news-sitemap.xml"]
