"""The page of the search: an address for every query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Site
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

MONS = "Казахстан и Университет Монса расширяют академическое и научное сотрудничество"
SAYS = "words => document.querySelector('.found__count').textContent === words"


@pytest.fixture
def page(browser: Browser, articles_site: Site) -> Iterator[Page]:
    """A page that fails the test where anything complains."""
    watched = watch(browser.new_page(), home=articles_site.address)
    yield watched.page
    watched.page.close()
    assert [] == watched.complaints


def _open(page: Page, address: str, said: str) -> None:
    page.goto(address)
    page.wait_for_function(SAYS, arg=said)


def _titles(page: Page) -> list[str]:
    return page.locator(".found__item > a").all_inner_texts()


def test_answers_while_the_reader_types(articles_site: Site, page: Page) -> None:
    """What is typed is answered at once, and stands in the address without a new page."""
    page.goto(f"{articles_site.address}ru/search/")
    page.get_by_label("Что найти").click()
    visited = page.evaluate("history.length")
    page.keyboard.type("посла")
    page.wait_for_function(SAYS, arg="Найден 1 материал")
    assert [MONS] == _titles(page)
    said = page.evaluate("[new URLSearchParams(location.search).get('q'), history.length]")
    assert ["посла", visited] == said


def test_narrows_and_sorts(articles_site: Site, page: Page) -> None:
    """A language, a year and an order change the results, and the address that asks for the same again."""
    _open(page, f"{articles_site.address}ru/search/?q=Vasilenko", "Найдено 4 материала")
    page.get_by_label("Порядок").select_option("day")
    page.wait_for_function("() => document.querySelector('.found__item > a').lang === 'kk'")
    page.get_by_label("Язык текста").select_option("en")
    page.wait_for_function(SAYS, arg="Найдено 3 материала")
    titles = _titles(page)
    page.reload()
    page.wait_for_function(SAYS, arg="Найдено 3 материала")
    assert titles == _titles(page)
    assert "?q=Vasilenko&language=en&sort=day" == page.evaluate("location.search")


def test_leads_to_what_was_found_and_back(articles_site: Site, page: Page) -> None:
    """The words are marked on the article; the way back leads to the same results, and then to the page before."""
    page.goto(f"{articles_site.address}ru/")
    _open(page, f"{articles_site.address}ru/search/?q=посла", "Найден 1 материал")
    page.get_by_role("link", name=MONS).click()
    page.locator(".article mark").first.wait_for()
    assert {"посол"} == {one.lower() for one in page.locator(".article mark").all_inner_texts()}
    page.go_back()
    page.wait_for_function(SAYS, arg="Найден 1 материал")
    page.go_back()
    assert f"{articles_site.address}ru/" == page.url


@pytest.mark.parametrize(
    ("prefix", "query", "note"),
    [
        ("", "ambassodor", "Nothing is spelled so. Similar words: ambassador"),
        ("ru/", "gjcjk", "Как если бы раскладка клавиатуры была другой: посол"),
        ("kk/", "унивирситет", "Дәл осындай сөз жоқ. Ұқсас сөздер: университет"),
        ("ru/", "посла", ""),
        ("ru/", "балет", ""),
    ],
)
def test_says_what_else_was_understood(articles_site: Site, page: Page, prefix: str, query: str, note: str) -> None:
    """Where nothing is spelled as it was typed, the page names the words that it shows results for."""
    page.goto(f"{articles_site.address}{prefix}search/?q={query}")
    page.wait_for_function("() => document.querySelector('.found__count').textContent")
    assert note == (page.locator(".found__note").text_content() or "")[: len(note) or None]


@pytest.mark.parametrize(
    ("prefix", "query", "href", "marks"),
    [
        # A name of several words, spelled in another language, in a case.
        ("ru/", "Гентского университета", "news/2026/kazakhstan-ghent-university/", {"ghent", "ughent", "university"}),
        # A surname, of which the text has another spelling only.
        ("", "Schoenaers", "kk/news/2026/kazakhstan-university-of-liege/", {"фредерик", "схунарспен"}),
        # An ending of the reader's language behind a name that only texts in others have.
        ("kk/", "Гумилевтің", "news/2026/kazakhstan-ghent-university/", {"gumilyov"}),
    ],
)
def test_names_are_marked_as_they_are_spelled(
    articles_site: Site, page: Page, prefix: str, query: str, href: str, marks: set[str]
) -> None:
    """Whatever a reader calls them, and in whichever case."""
    page.goto(f"{articles_site.address}{prefix}search/?q={query}")
    link = page.locator(f".found__item > a[href*='{href}']").first
    link.click()
    page.locator(".article mark").first.wait_for()
    assert marks == {one.lower() for one in page.locator(".article mark").all_inner_texts()}


def test_is_the_only_search_on_its_page(articles_site: Site, page: Page) -> None:
    """The head of the page offers no second one."""
    page.goto(f"{articles_site.address}kk/search/")
    page.get_by_role("search").wait_for()
    assert 1 == page.get_by_role("search").count()


@pytest.mark.parametrize(("prefix", "link"), [("", "All news"), ("ru/", "Все новости"), ("kk/", "Барлық жаңалықтар")])
def test_leads_to_the_archive_without_scripts(articles_site: Site, browser: Browser, prefix: str, link: str) -> None:
    """Without JavaScript the page offers no dead field but the list of all news."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{articles_site.address}{prefix}search/")
    shown = [one for one in page.locator("main :is(input, select, button)").all() if one.is_visible()]
    page.locator("main").get_by_role("link", name=link).click()
    assert ([], f"{articles_site.address}{prefix}news/") == (shown, page.url)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible(articles_site: Site, page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    """Axe has nothing to say, nothing is wider than the window, and all that can be hit is 24 px high."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 600})
    _open(page, f"{articles_site.address}ru/search/?q=Vasilenko", "Найдено 4 материала")
    assert [] == [(one["id"], one["nodes"][0]["html"][:200]) for one in Axe().run(page).response["violations"]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.locator("main :is(a, input, select)").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert [] == [height for height in heights if height < 24]


def test_shows_more_when_asked(articles_site: Site, page: Page) -> None:
    """No more results are loaded than are shown; the button adds more, and the focus goes to the first of them."""
    page.route("**/modules/search-page.js", _two_at_once)
    _open(page, f"{articles_site.address}ru/search/?q=Vasilenko", "Найдено 4 материала")
    shown = [page.locator(".found__item").count()]
    page.locator(".found__more").click()
    page.wait_for_function("() => document.activeElement.matches('.found__item:nth-child(3) > a')")
    shown.append(page.locator(".found__item").count())
    assert ([2, 4], True) == (shown, page.locator(".found__more").is_hidden())


def _two_at_once(route: Route) -> None:
    """Let the page show two results at once, so that four are more than that."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("AT_ONCE = 20", "AT_ONCE = 2"))
