"""The site as machines are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from babel import Locale

from interfaces import RU
from newsroom.site.publication import Publication, moment, territory_form

SITE = "https://example.org/x/"
CALLED = {"ru/": "Сайт", "ru/news/": "Все новости", "ru/news/2026/s/": "Б", "news/": "All news"}


@pytest.mark.parametrize(
    ("locale", "form"),
    [
        ("en_GB", "en_GB"),
        ("en", "en_US"),
        ("ru", "ru_RU"),
        ("kk", "kk_KZ"),
        ("kk_Arab", "kk_CN"),
        ("zh_Hant", "zh_TW"),
        ("ar", "ar_EG"),
        ("eo", "eo"),
    ],
)
def test_territory_form(locale: str, form: str) -> None:
    """A language without a territory gets the one where CLDR says that it is most likely spoken."""
    assert form == territory_form(Locale.parse(locale))


def test_trail() -> None:
    """The way to a page leads from the front page through the pages above it that exist in its language."""
    publication = Publication(RU, SITE, "", CALLED)
    expected = [("Сайт", f"{SITE}ru/"), ("Все новости", f"{SITE}ru/news/"), ("Б", f"{SITE}ru/news/2026/s/")]
    assert expected == list(publication.trail(f"{SITE}ru/news/2026/s/"))
    assert expected[:1] == list(publication.trail(f"{SITE}ru/"))


def test_trail_in_the_default_language() -> None:
    """The default language's front page is the site's root."""
    publication = Publication(replace(RU, prefix=""), SITE, "", {"": "Site", "news/": "All news"})
    assert [("Site", SITE), ("All news", f"{SITE}news/")] == list(publication.trail(f"{SITE}news/"))


def test_moment() -> None:
    """A day becomes a moment with its offset that is on that day nearly everywhere."""
    assert "2026-01-13T12:00:00+00:00" == moment(date(2026, 1, 13))
