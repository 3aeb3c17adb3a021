"""What a reader may set: the order of languages. Nothing of theirs is stored before they ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from looking import MODULES
from reading import read
from watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Site
    from playwright.sync_api import Browser, Locator, Page, Route

pytestmark = pytest.mark.browser

STORED = """
async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(";").filter(Boolean),
  ...await caches.keys(), ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
]
"""
"""The names of all that is stored for the site."""

SHIFT = """
() => new Promise((resolve) => {
  const sum = (list) => list.getEntries().reduce((total, { value }) => total + value, 0);
  new PerformanceObserver((list) => resolve(sum(list))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(0), 500);
})
"""
"""How much has moved since the page was first painted (Cumulative Layout Shift)."""

MOVING = """
() => [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
}).map((one) => one.className)
"""
"""The classes of all that would move by itself."""

HEADLINE = "({ textContent, lang, dir, hreflang, pathname }) => [textContent, lang, dir, hreflang, pathname]"

WALK = [
    "", "news/", "news/2026/", "news/2026/rector-receives-ambassador/", "about/", "ru/", "ru/reading/",
    "kk/news/2025/gharysh/", "kk/news/2026/rector-receives-ambassador/", "kk/reading/kept/", "ru/?q=ректор",
]  # fmt: skip


@pytest.fixture
def page(browser: Browser, sample_site: Site) -> Iterator[Page]:
    """A page of a reader with nothing stored, which fails the test where anything complains."""
    context = browser.new_context()
    watched = watch(context.new_page(), home=sample_site.address)
    yield watched.page
    context.close()
    assert [] == watched.complaints


def _open(page: Page, address: str) -> None:
    """Open `address` and wait for what its modules add."""
    page.goto(address)
    page.evaluate(MODULES)


def _choose(page: Page, home: str, *codes: str) -> None:
    """Remember the languages `codes` in this order, by the keyboard."""
    _open(page, f"{home}reading/")
    for code in reversed(codes):
        button = page.locator(f"#up-{code}")
        while button.get_attribute("aria-disabled") != "true":
            button.press("Enter")
    page.get_by_role("button", name="Remember on this device").press("Enter")


def _status(page: Page) -> Locator:
    """Return where the form of the order says what has happened."""
    return page.locator("[data-module=order_form] [role=status]")


def test_every_page_leads_to_the_settings(site: Site) -> None:
    """The foot of every page leads to the settings in its language."""
    for address in site.kinds:
        html = read(site.folder / address / "index.html")
        prefix = address.split("/")[0] if address.startswith(("ru/", "kk/")) else ""
        target = (site.folder / address / html.inside("footer", "a")[0].attributes["href"]).resolve()
        assert target == (site.folder / prefix / "reading").resolve()


@pytest.mark.parametrize(
    ("prefix", "note"),
    [("", "These settings need JavaScript"), ("ru/", "Для этих настроек нужен JavaScript"), ("kk/", "Бұл баптауларға")],
)
def test_without_javascript_it_says_so(sample_site: Site, browser: Browser, prefix: str, note: str) -> None:
    """Without JavaScript the settings say that they need it, and show no dead button."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample_site.address}{prefix}reading/")
    assert page.locator(".reading__note").inner_text().startswith(note)
    assert [] == [one for one in page.locator("main :is(button, input)").all() if one.is_visible()]
    context.close()


def test_nothing_is_stored_unasked(sample_site: Site, page: Page) -> None:
    """A walk over the site, with a search, leaves nothing on the device."""
    for address in WALK:
        _open(page, sample_site.address + address)
    page.locator(".md-search-result__item").first.wait_for()
    page.locator(".search input").fill("университет")
    page.wait_for_load_state("networkidle")
    assert [] == page.evaluate(STORED)


def test_what_is_stored_is_found(sample_site: Site, page: Page) -> None:
    """The check of what is stored sees what it is there for."""
    page.goto(sample_site.address)
    page.evaluate(
        "localStorage.a = sessionStorage.b = 1, document.cookie = 'c=1', caches.open('d'), indexedDB.open('e')"
    )
    page.wait_for_function("indexedDB.databases().then(({ length }) => length)")
    assert ["a", "b", "c=1", "d", "e"] == page.evaluate(STORED)


def test_order_is_remembered_when_asked(sample_site: Site, page: Page) -> None:
    """Languages move by the keyboard, each move is said; only asking stores the order, and forgetting leaves none."""
    _open(page, f"{sample_site.address}reading/")
    assert "No order is remembered on this device." == _status(page).inner_text()
    page.locator("#up-kk").press("Enter")
    page.keyboard.press("Enter")
    assert "Қазақша: place 1 of 3. Not remembered yet." == _status(page).inner_text()
    assert ("up-kk", []) == (page.evaluate("document.activeElement.id"), page.evaluate(STORED))
    page.keyboard.press("Enter")
    page.locator("#down-en").press("Enter")
    names = ["Қазақша", "Русский", "English"]
    assert names == page.locator(".order__name").all_inner_texts()
    page.get_by_role("button", name="Remember on this device").press("Enter")
    assert "This order is remembered on this device." == _status(page).inner_text()
    assert ["newsroom /newsroom/ order"] == page.evaluate(STORED)
    _open(page, f"{sample_site.address}ru/reading/")
    assert names == page.locator(".order__name").all_inner_texts()
    page.get_by_role("button", name="Забыть").press("Enter")
    assert ["English", "Русский", "Қазақша"] == page.locator(".order__name").all_inner_texts()
    assert [] == page.evaluate(STORED)


def test_buttons_are_called_by_their_language(sample_site: Site, page: Page) -> None:
    """Each button says which language it moves, and one that leads no further says so."""
    _open(page, f"{sample_site.address}reading/")
    assert page.get_by_role("button", name="Move up Русский").is_enabled()
    assert "true" == page.get_by_role("button", name="Move up English").get_attribute("aria-disabled")
    assert "true" == page.get_by_role("button", name="Move down Қазақша").get_attribute("aria-disabled")


@pytest.mark.parametrize("address", ["kk/", "kk/news/", "kk/news/2026/"])
def test_lists_offer_the_readers_language(sample_site: Site, page: Page, address: str) -> None:
    """A story without a version in the list's language is offered in the first of the reader's that it has."""
    story = page.locator(".story", has_text="13 қаңтар")
    _open(page, sample_site.address + address)
    english = (story.locator(".story__title a").evaluate(HEADLINE), story.locator(".story__lead").inner_text())
    _choose(page, sample_site.address, "kk", "ru", "en")
    page.goto(sample_site.address + address)
    path = "/newsroom/ru/news/2026/rector-receives-ambassador/"
    assert ["Ректор принял посла", "ru", "ltr", "ru", path] == story.locator(".story__title a").evaluate(HEADLINE)
    lead = story.locator(".story__lead")
    assert ("В понедельник ректор принял посла.", "ru") == (lead.inner_text(), lead.get_attribute("lang"))
    assert "2026-01-13" == story.locator("time").get_attribute("datetime")
    _choose(page, sample_site.address, "en", "ru")
    page.goto(sample_site.address + address)
    assert english == (story.locator(".story__title a").evaluate(HEADLINE), lead.inner_text())


def test_the_lists_own_language_comes_first(sample_site: Site, page: Page) -> None:
    """Where a version exists in the list's language, it is the one offered, whatever the reader's order."""
    _choose(page, sample_site.address, "ru", "kk", "en")
    _open(page, sample_site.address)
    languages = page.locator(".story__title a").evaluate_all("links => links.map(({ lang }) => lang)")
    assert {"", "kk"} == set(languages)


def test_missing_page_names_the_readers_language_first(sample_site: Site, page: Page) -> None:
    """The page for a missing language lists the versions in the reader's order."""
    address = f"{sample_site.address}kk/news/2026/rector-receives-ambassador/"
    headlines = page.locator(".absent .versions .versions__headline")
    page.goto(address)
    usual = headlines.all_inner_texts()
    _choose(page, sample_site.address, "ru", "kk", "en")
    page.goto(address)
    assert ["Ректор принял посла", "The rector receives the ambassador"] == headlines.all_inner_texts() == usual[::-1]


def test_way_back_shows_the_new_order(sample_site: Site, page: Page) -> None:
    """A list that the browser kept for the way back shows the order that was chosen meanwhile."""
    address = f"{sample_site.address}kk/news/2026/"
    _open(page, address)
    chosen = page.context.new_page()
    _choose(chosen, sample_site.address, "ru", "kk", "en")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.get_by_role("link", name="Ректор принял посла").first.wait_for()


@pytest.mark.parametrize("broken", ["{", "1", "[1, null]", '["tlh"]'])
def test_a_broken_order_is_none(sample_site: Site, page: Page, broken: str) -> None:
    """What cannot be read as an order changes nothing and breaks nothing."""
    page.goto(sample_site.address)
    page.evaluate("order => localStorage.setItem('newsroom /newsroom/ order', order)", broken)
    _open(page, f"{sample_site.address}kk/news/2026/")
    assert "en" == page.locator(".story__title a").first.get_attribute("lang")
    _open(page, f"{sample_site.address}reading/")
    assert ["English", "Русский", "Қазақша"] == page.locator(".order__name").all_inner_texts()


def _shift(page: Page, address: str, *, blocking: str) -> float:
    """Return how much moves on a list where another version takes many lines more, and its script comes late."""

    def longer(route: Route) -> None:
        html = route.fetch().text().replace(' blocking="render"', blocking)
        lead = "В понедельник ректор принял посла. "
        route.fulfill(body=html.replace(lead.rstrip(), lead * 20), content_type="text/html; charset=utf-8")

    def later(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route(address, longer)
    page.route("**/order.js", later)
    _open(page, address)
    shift: float = page.evaluate(SHIFT)
    page.unroute_all()
    return shift


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_order_is_applied(sample_site: Site, page: Page, width: int) -> None:
    """The order is applied before anything is shown, however late its script comes; the measure sees when it is not."""
    _choose(page, sample_site.address, "ru", "kk", "en")
    page.set_viewport_size({"width": width, "height": 740})
    address = f"{sample_site.address}kk/news/2026/"
    assert 0.02 > _shift(page, address, blocking=' blocking="render"')
    assert 0.02 < _shift(page, address, blocking="")


def test_nothing_moves_by_itself(sample_site: Site, browser: Browser) -> None:
    """Nothing moves by itself, whether a reader asked for little motion or not."""
    moving = {}
    for wish in ("reduce", "no-preference"):
        context = browser.new_context(reduced_motion=wish)
        page = context.new_page()
        _open(page, f"{sample_site.address}reading/?q=zebra")
        page.locator(".md-search-result__item").first.wait_for()
        page.locator("#up-kk").press("Enter")
        moving[wish] = page.evaluate(MOVING)
        context.close()
    assert [] == moving["reduce"] == moving["no-preference"]


def test_what_moves_is_seen(sample_site: Site, browser: Browser) -> None:
    """The check sees what it is there for."""
    page = browser.new_page()
    _open(page, f"{sample_site.address}reading/")
    page.evaluate("document.querySelector('.reading__title').style.transitionDuration = '1s'")
    assert ["reading__title"] == page.evaluate(MOVING)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_in_use_is_accessible(sample_site: Site, page: Page, scheme: Literal["light", "dark"]) -> None:
    """Axe has nothing to say about the form once it is in use, and every target is 24 px or more."""
    page.emulate_media(color_scheme=scheme)
    _choose(page, sample_site.address, "kk", "ru", "en")
    assert [] == [(one["id"], one["nodes"][0]["html"][:200]) for one in Axe().run(page).response["violations"]]
    for target in page.locator("main :is(button, label, a), .footer a").all():
        box = target.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24
