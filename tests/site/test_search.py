"""The search, as a reader uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Site
    from playwright.sync_api import Browser, Page
    from watching import Watch

pytestmark = pytest.mark.browser

CHANGED = "before => document.querySelector('.md-search-result__meta').textContent !== before"


@pytest.fixture
def watched(browser: Browser, sample_site: Site) -> Iterator[Watch]:
    """A page that fails the test where anything complains."""
    watched = watch(browser.new_page(), home=sample_site.address)
    yield watched
    watched.page.close()
    assert [] == watched.complaints


@pytest.fixture
def page(watched: Watch) -> Page:
    """The watched page."""
    return watched.page


def _search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses of the results."""
    status = page.locator(".md-search-result__meta")
    before = status.text_content()
    page.locator(".search input").click()
    page.wait_for_function(CHANGED, arg=before)
    before = status.text_content()
    page.locator(".search input").fill(words)
    page.wait_for_function(CHANGED, arg=before)
    links = page.locator(".md-search-result__item > .md-search-result__link").all()
    return [link.evaluate("link => new URL(link.href).pathname").removeprefix("/newsroom/") for link in links]


@pytest.mark.parametrize(
    ("start", "words", "first"),
    [
        ("", "zebra", "news/undated/in-every-language/"),
        ("", "exchanges", "news/2026/rector-receives-ambassador/"),
        ("ru/", "зебре", "ru/news/undated/in-every-language/"),
        ("ru/", "ректор", "ru/news/2026/rector-receives-ambassador/"),
        ("kk/", "ғарыш", "kk/news/2025/gharysh/"),
        ("kk/", "қазақстан", "kk/news/2025/gharysh/"),
        ("kk/news/2025/gharysh/", "жазба", "kk/news/undated/in-every-language/"),
        # Words of other languages are found from everywhere; the reader is offered their own version, if there is one.
        ("", "ғарыш", "kk/news/2025/gharysh/"),
        ("kk/", "zebra", "kk/news/undated/in-every-language/"),
        ("ru/", "ambassador", "ru/news/2026/rector-receives-ambassador/"),
    ],
)
def test_words_are_found(sample_site: Site, page: Page, start: str, words: str, first: str) -> None:
    """A word of any of the languages is found from a page in any of them."""
    page.goto(sample_site.address + start)
    assert first == _search(page, words)[0]


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"])
def test_readers_language_comes_first(sample_site: Site, page: Page, prefix: str) -> None:
    """Of results in several languages those in the reader's language come first, wherever the word stands."""
    page.goto(sample_site.address + prefix)
    results = _search(page, "университет" if prefix else "university")
    others = tuple({"ru/", "kk/"} - {prefix})
    own = [result.startswith(prefix) and not result.startswith(others) for result in results]
    assert own == sorted(own, reverse=True)
    assert own[0]


def test_results_are_text(sample_site: Site, page: Page) -> None:
    """A headline with markup stands in the results as it was written, and nothing in it is executed."""
    page.goto(sample_site.address)
    assert ["news/2024/not-markup/"] == _search(page, "xylophone")
    title = page.locator(".md-search-result__item :is(h1, h2)").inner_text()
    assert 'A <b>bold</b> headline & {{ config.site_name }} <img src=x onerror=alert(1)> "quoted"' == title


def test_search_comes_only_when_called(sample_site: Site, watched: Watch) -> None:
    """Neither Material's bundle nor the index is loaded before the reader reaches for the search."""
    watched.page.goto(sample_site.address, wait_until="networkidle")
    assert [] == [url for url in watched.requests if "bundle" in url or "search_index" in url]
    _search(watched.page, "zebra")
    assert [] == [url for url in watched.requests if "sitemap.xml" in url]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_search_is_accessible(
    articles_site: Site, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    """Axe has nothing to say about the open search and its results either, though there are more than fit in it."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 600})
    page.goto(f"{articles_site.address}ru/")
    _search(page, "Vasilenko")
    assert [] == [(one["id"], one["nodes"][0]["html"][:200]) for one in Axe().run(page).response["violations"]]
    page.close()


def test_search_opens_by_key_and_address(sample_site: Site, page: Page) -> None:
    """The key that opens the search does so, and `?q=` searches at once."""
    page.goto(sample_site.address, wait_until="networkidle")
    page.keyboard.press("/")
    assert "query" == page.evaluate("document.activeElement.name")
    page.goto(f"{sample_site.address}?q=zebra")
    page.locator(".md-search-result__item").first.wait_for()


def test_results_of_other_languages_are_told(articles_site: Site, browser: Browser) -> None:
    """A result in another language says so in its own name, and one whose words stand in another version says which."""
    page = browser.new_page()
    page.goto(f"{articles_site.address}ru/")
    _search(page, "Льеж")
    of_another = page.locator(".search__facts span").evaluate("one => [one.lang, one.textContent]")
    page.goto(articles_site.address)
    _search(page, "посла")
    facts = page.locator(".search__facts").inner_text()
    page.close()
    assert (["kk", "Қазақша"], "13 January 2026 · Found in the Russian version") == (of_another, facts)


def test_another_keyboard_is_told(articles_site: Site, browser: Browser) -> None:
    """The first result says which words it was found for, if others than were typed."""
    page = browser.new_page()
    page.goto(f"{articles_site.address}ru/")
    _search(page, "gjcjk")
    told = page.locator(".search__facts").first.inner_text()
    page.close()
    assert told.endswith(" · Как если бы раскладка клавиатуры была другой: посол")


def test_search_is_used_by_keys(sample_site: Site, page: Page) -> None:
    """The arrows lead through the results, and Enter opens one."""
    page.goto(sample_site.address)
    found = _search(page, "zebra")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{sample_site.address}{found[0]}?h=*")
    page.locator(".article mark").first.wait_for()
    assert ["zebra"] == sorted({one.lower() for one in page.locator(".article mark").all_inner_texts()})


def test_escape_closes_the_search(sample_site: Site, page: Page) -> None:
    """Escape closes the list, and the reader may go on typing."""
    page.goto(sample_site.address)
    _search(page, "zebra")
    page.keyboard.press("Escape")
    page.locator(".search__output").wait_for(state="hidden")
    assert "query" == page.evaluate("document.activeElement.name")


def test_missing_languages_are_not_found(sample_site: Site, page: Page) -> None:
    """The page for a missing language, and the lists, are no results."""
    page.goto(f"{sample_site.address}kk/")
    results = _search(page, "rector")
    assert [] == [result for result in results if "kk/news/2026" in result or result.endswith("news/")]


@pytest.mark.parametrize(("prefix", "words"), [("", "zebra  "), ("ru/", "зебре")])
def test_the_list_leads_to_the_page_of_the_search(sample_site: Site, page: Page, prefix: str, words: str) -> None:
    """Below its results there is a way to all of them, with filters, which takes the reader's words along."""
    page.goto(sample_site.address + prefix)
    _search(page, words)
    link = page.locator(".search__page a")
    page.locator(".search [type=reset]").click()
    page.wait_for_function("one => one.search === ''", arg=link.element_handle())
    page.locator(".search input").fill(words)
    link.click()
    page.locator(".found__item").first.wait_for()
    assert words.strip() == page.locator("#found-q").input_value()
    found = page.locator(".found__item a").first.evaluate("link => new URL(link.href).pathname")
    assert f"/newsroom/{prefix}news/undated/in-every-language/" == found
