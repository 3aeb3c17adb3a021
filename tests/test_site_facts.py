"""What front matter says to the templates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interfaces import ALL, EN
from newsroom.site import facts

DAY = date(2026, 1, 13)
VERSIONS = [
    {"lang": "en", "title": "A", "url": "news/2026/s/", "date": DAY},
    {"lang": "ru", "title": "Б", "url": "ru/news/2026/s/", "date": DAY},
]
STORY = {"template": "article.html", "title": "A <b>", "versions": VERSIONS, "date": DAY}
ABSENT = {"absent": [{"lang": "kk", "url": "kk/news/2026/s/", "state": "coverage"}]}


def _gather(meta: dict[str, Any], counterparts: dict[str, str] | None = None) -> facts.Facts:
    return facts.gather(
        meta,
        title="By MkDocs",
        here=EN,
        languages=ALL,
        counterparts=counterparts or {"en": "s/", "ru": "ru/s/", "kk": "kk/s/"},
        site_url="https://example.org/",
    )


@pytest.mark.parametrize(
    ("meta", "kind", "headline"),
    [
        (STORY, "article", "A <b>"),
        ({"template": "home.html"}, "home", "News in en"),
        ({"template": "archive.html"}, "archive", "All news"),
        ({"template": "archive.html", "year": 2026}, "archive", "News of 2026"),
        ({"template": "archive.html", "undated": True}, "archive", "News without a date"),
        ({"template": "reading.html"}, "reading", "Reading settings"),
        ({"template": "kept.html"}, "kept", "Kept pages"),
        ({"template": "archive.html", "year": 2026, "month": 1}, "archive", "January 2026"),
        ({"template": "archive.html", "year": 2026, "month": 1, "page": 1}, "archive", "January 2026"),
        ({"template": "archive.html", "year": 2026, "month": 1, "page": 2}, "archive", "January 2026, page 2"),
        ({"template": "archive.html", "title": "Ghent", "kind": "place"}, "archive", "Ghent"),
        ({"template": "archive.html", "title": "2026", "kind": "topic", "page": 3}, "archive", "2026, page 3"),
        ({"template": "names.html"}, "names", "People, institutions, topics"),
        ({"title": 2026}, "page", "2026"),
        ({}, "page", "By MkDocs"),
    ],
)
def test_kind_and_headline(meta: dict[str, Any], kind: str, headline: str) -> None:
    """A page is called by its front matter, a list by the interface, a front page by the site."""
    found = _gather(meta)
    assert (kind, headline) == (found.kind, found.headline)


def test_story_alternates_come_from_front_matter() -> None:
    """The short page for a missing language is a file too, and no version."""
    found = _gather({**STORY, **ABSENT})
    assert ["exists", "exists", "coverage"] == [switch.state for switch in found.switches]
    assert ["en", "ru", "x-default"] == [code for code, _ in found.hreflang]


def test_hidden_page_names_no_alternates() -> None:
    """A page that search engines shall leave out tells them of no other."""
    found = _gather({**STORY, **ABSENT, "robots": "noindex"})
    assert (False, ()) == (found.indexed, found.hreflang)


def test_inferred_date_comes_from_the_version_with_the_same() -> None:
    """An inferred date is another version's, where one has the same."""
    found = _gather({**STORY, "inferred": ["date"]}).date_from
    assert found
    assert "ru" == found.language.code
    assert _gather({**STORY, "date": date(2026, 1, 1), "inferred": ["date"]}).date_from is None
    assert _gather(STORY).date_from is None


def test_first_and_last_day() -> None:
    """A page was first published, and last changed, when its text says: what was inferred is no word of the text."""
    later, latest = date(2026, 2, 1), date(2026, 3, 1)
    cases: list[tuple[dict[str, Any], date | None, date | None]] = [
        ({}, None, None),
        ({"date": DAY}, DAY, DAY),
        ({"date": DAY, "updated": later}, DAY, later),
        ({"date": later, "first_published": DAY, "corrected": latest}, DAY, latest),
        ({"date": DAY, "updated": later, "inferred": ["date"]}, None, later),
        ({"date": DAY, "corrected": later, "inferred": ["corrected", "title"]}, DAY, DAY),
    ]
    for meta, first, last in cases:
        assert (first, last) == (facts.first_day(meta), facts.last_change(meta))
