"""The page for an address that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Site
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CASES = [
    ("nowhere/", "en", "Page not found", ""),
    ("news/2031/none/", "en", "Page not found", ""),
    ("ru/news/none/", "ru", "Страница не найдена", "ru/"),
    ("kk/none", "kk", "Бет табылмады", "kk/"),
    ("kkk/none", "en", "Page not found", ""),
]


@pytest.mark.parametrize(("asked", "language", "title", "home"), CASES)
def test_speaks_the_language_of_the_address(
    sample_site: Site, browser: Browser, asked: str, language: str, title: str, home: str
) -> None:
    """It speaks the language whose addresses the one asked for belongs to, and leads to its front page."""
    page = browser.new_page()
    answer = page.goto(sample_site.address + asked)
    page.wait_for_function("() => document.title !== '404'")
    assert answer
    assert 404 == answer.status
    assert (language, title) == (page.evaluate("document.documentElement.lang"), page.title())
    assert [title] == [one.inner_text() for one in page.locator("h2").all() if one.is_visible()]
    page.locator(f"section[lang={language}] a").last.click()
    assert sample_site.address + home == page.url
    page.close()


def test_speaks_every_language_without_javascript(sample_site: Site, browser: Browser) -> None:
    """Without JavaScript it says so in every language, and offers no search that would find nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample_site.address}kk/none/")
    titles = [one.inner_text() for one in page.locator("h2").all() if one.is_visible()]
    fields = [one for one in page.locator("input").all() if one.is_visible()]
    context.close()
    assert [] == fields
    assert ["Page not found", "Страница не найдена", "Бет табылмады"] == titles


@pytest.mark.parametrize(
    ("asked", "words", "home", "first"),
    [
        ("nowhere", "zebra", "", "news/undated/in-every-language/"),
        ("ru/news/2031/a/b/c/", "ректор", "ru/", "ru/news/2026/rector-receives-ambassador/"),
        ("kk/a/b/c.html", "ғарыш", "kk/", "kk/news/2025/gharysh/"),
    ],
)
def test_offers_a_search(sample_site: Site, browser: Browser, asked: str, words: str, home: str, first: str) -> None:
    """At any depth it searches in the language of the address: the page of the search opens with what was found."""
    page = browser.new_page()
    page.goto(sample_site.address + asked)
    page.wait_for_function("document.title !== '404'")
    (field,) = [one for one in page.get_by_role("searchbox").all() if one.is_visible()]
    field.fill(words)
    field.press("Enter")
    result = page.locator(".found__item > a").first
    result.wait_for(state="visible")
    assert f"{sample_site.address}{home}search/" == page.url.split("?")[0]
    assert sample_site.address + first == result.evaluate("({ origin, pathname }) => origin + pathname")
    page.close()
