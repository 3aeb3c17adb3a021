"""What a page tells those who show a link to it."""

from __future__ import annotations

from typing import Any

import pytest

import site_pages as pages
from newsroom.site import open_graph


def _properties(meta: dict[str, Any], *, site_url: str = pages.SITE) -> list[tuple[str, str]]:
    page = pages.gather(meta, site_url=site_url)
    return list(open_graph.properties(page, meta, publication=pages.PUBLICATION))


def test_article() -> None:
    """An article says what it is, where it is, in which other languages it exists, and what its text says of it."""
    expected = [
        ("og:type", "article"),
        ("og:title", "A <b>"),
        ("og:description", "The lead"),
        ("og:url", pages.URL),
        ("og:site_name", "News in en"),
        ("og:locale", "en_GB"),
        ("og:locale:alternate", "ru_RU"),
        ("article:published_time", "2026-01-12T12:00:00+00:00"),
        ("article:modified_time", "2026-01-16T12:00:00+00:00"),
        ("article:author", "Anna de Vries"),
        ("article:author", "Timur Seitov"),
        ("article:section", "Science"),
        ("article:tag", "space"),
        ("article:tag", "</script>"),
    ]
    assert expected == _properties(pages.RICH)


def test_any_other_page() -> None:
    """Every other page is a part of the website, described as the site is where it has no description."""
    found = dict(_properties({"template": "archive.html", "year": 2026, "date": pages.DAY}))
    assert ("website", "News of 2026", "About the site") == (
        found["og:type"],
        found["og:title"],
        found["og:description"],
    )
    assert [] == [name for name in found if name.startswith("article:")]


def test_what_was_inferred_is_not_told() -> None:
    """Machines read no notes: what the text does not say is not told."""
    names = ["date", "authors", "section", "tags"]
    found = _properties({**pages.STORY, "authors": ["A"], "section": "S", "tags": ["t"], "inferred": names})
    assert [] == [name for name, _ in found if name.startswith("article:")]


@pytest.mark.parametrize(("robots", "site_url"), [("noindex", pages.SITE), ("", "")])
def test_nothing_is_told(robots: str, site_url: str) -> None:
    """A hidden page tells nothing, nor does one whose address is not known."""
    assert [] == _properties({**pages.RICH, "robots": robots}, site_url=site_url)
