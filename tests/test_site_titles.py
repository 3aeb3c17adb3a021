"""What windows are called."""

from __future__ import annotations

from dataclasses import replace

from interfaces import ALL, EN, RU
from newsroom.site.titles import Called, distinct, edition


def test_a_headline_of_its_own_stays() -> None:
    """A page that nobody shares a headline with is called by it, as a window shows it."""
    assert {"a/": "One day"} == distinct([Called("a/", " One\n day", "1 May 2026")])


def test_shared_headlines_get_their_days() -> None:
    """Pages with one headline get their days behind it; a page without a day keeps the headline."""
    pages = [Called("b/", "Notice", "2 May"), Called("a/", "Notice", "1 May"), Called("c/", "Notice ", None)]
    assert {"a/": "Notice, 1 May", "b/": "Notice, 2 May", "c/": "Notice"} == distinct(pages)


def test_the_rest_is_counted() -> None:
    """Pages with one headline on one day are counted by address, whatever order they come in, and past taken names."""
    pages = [Called(f"{letter}/", "Notice", None) for letter in "cba"] + [Called("0/", "Notice (2)", None)]
    expected = {"0/": "Notice (2)", "a/": "Notice", "b/": "Notice (3)", "c/": "Notice (4)"}
    assert expected == distinct(pages) == distinct(reversed(pages))


def test_editions_of_one_name() -> None:
    """Where two languages call the site alike, the language stands behind its name."""
    assert "News in en" == edition(EN, ALL)
    same = replace(RU, site_name="News in en", name="Русский")
    assert "News in en (Русский)" == edition(same, (EN, same))
