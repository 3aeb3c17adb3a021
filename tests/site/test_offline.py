"""Pages that a reader keeps on their device, to read them without a connection."""

from __future__ import annotations

import re
import shutil
from threading import Event
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from building import Site
from looking import MODULES
from pages_server import PagesHandler, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytestmark = pytest.mark.browser

STORY = "news/2026/rector-receives-ambassador/"

KEPT = """
async (name) => {
  const found = (await caches.keys()).filter((one) => one.includes(` ${name}`));
  const requests = await Promise.all(found.map(async (one) => (await caches.open(one)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname.replace("/newsroom/", ""));
}
"""
"""The addresses of all that is kept under the name: `pages`, `files` or `shell`."""

NAMES = """
async (version) => {
  const names = async () => (await caches.keys()).map((name) => name.split(" ").slice(2).join(" ")).sort();
  const others = async () => (await names()).filter((name) => !name.endsWith(version));
  for (let tries = 0; tries < 100 && (await others()).length > 1; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return names();
}
"""
"""The names of the caches, once those of other versions are gone."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader with nothing stored."""
    opened = browser.new_context()
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The reader's page."""
    return context.new_page()


def _open(page: Page, address: str) -> None:
    """Open `address` and wait for what its modules add and what the service worker keeps."""
    page.goto(address)
    page.evaluate(MODULES)
    page.wait_for_load_state("networkidle")


def _form(page: Page, part: str) -> Locator:
    """Return a part of the form that switches it on."""
    return page.locator(f"[data-module=offline_form] {part}")


def _switch(page: Page, home: str, text: str) -> None:
    """Press the switch and wait until the page says `text`."""
    _open(page, f"{home}reading/")
    _form(page, "input").press("Space")
    _form(page, "[role=status]").get_by_text(text).wait_for()


def _keep(page: Page, home: str, *addresses: str) -> None:
    """Switch it on and open the pages at `addresses`."""
    _switch(page, home, "Switched on")
    for address in addresses:
        _open(page, home + address)


def _without_connection(context: BrowserContext, page: Page, address: str) -> None:
    """Open `address` where there is no connection."""
    context.set_offline(True)
    page.goto(address)
    page.evaluate(MODULES)


def test_nothing_is_registered_unasked(sample_site: Site, page: Page) -> None:
    """A look at the settings alone asks for no service worker and makes no cache."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _open(page, f"{sample_site.address}reading/")
    assert "Switched off: no page is kept." == _form(page, "[role=status]").inner_text()
    assert [] == [url for url in asked if url.endswith(("sw.js", "worker.js"))]
    assert [] == page.evaluate("caches.keys()")


def test_kept_page_is_read_without_a_connection(sample_site: Site, context: BrowserContext, page: Page) -> None:
    """A page opened once is there without a connection, with its styles, whatever is searched for in its address."""
    _keep(page, sample_site.address, STORY)
    _without_connection(context, page, f"{sample_site.address}{STORY}?from=mail")
    assert "The rector receives the ambassador" == page.locator("h1").inner_text()
    assert "flex" == page.evaluate("getComputedStyle(document.querySelector('.masthead__bar')).display")


@pytest.mark.parametrize(
    ("address", "language", "note"),
    [
        ("about/", "en", "There is no connection, and the page that you asked for is not kept on this device."),
        ("ru/news/none/", "ru", "Нет соединения с интернетом, а страница, которую вы открыли, на этом устройстве"),
        ("kk/?q=1", "kk", "Интернет байланысы жоқ, ал сіз ашқан бет бұл құрылғыда сақталмаған."),
    ],
)
def test_page_never_opened(
    sample_site: Site, context: BrowserContext, page: Page, address: str, language: str, note: str
) -> None:
    """In place of a page never opened comes the list of the kept ones, in the language of the address asked for."""
    _keep(page, sample_site.address, STORY, f"ru/{STORY}")
    _without_connection(context, page, sample_site.address + address)
    assert language == page.evaluate("document.documentElement.lang")
    assert page.locator(".kept__missing").inner_text().startswith(note)
    links = page.locator(".kept__list a")
    assert ["Ректор принял посла", "The rector receives the ambassador"] == links.all_inner_texts()
    assert ["ru", "en"] == [link.get_attribute("lang") for link in links.all()]
    assert sample_site.address + address == page.locator(".kept__missing a").evaluate("link => link.href")
    links.first.click()
    assert f"{sample_site.address}ru/{STORY}" == page.url


@pytest.mark.parametrize("asked", ["#//evil.example/", "#/../../x", "#javascript:alert(1)", "#x", "#/"])
def test_list_leads_nowhere_else(sample_site: Site, page: Page, asked: str) -> None:
    """What stands behind the # of the list's address leads to pages of this site, and to nothing else."""
    _open(page, f"{sample_site.address}reading/kept/{asked}")
    link = page.locator(".kept__missing a")
    assert not link.is_visible() or link.evaluate("link => link.href").startswith(sample_site.address)
    assert page.locator(".kept__none").is_visible()


def test_amount_is_shown_and_deleted(sample_site: Site, page: Page) -> None:
    """The settings say how many pages are kept and what they take; deleting leaves none, and keeps on keeping."""
    _keep(page, sample_site.address, STORY, f"ru/{STORY}", STORY)
    _open(page, f"{sample_site.address}ru/reading/")
    amount = _form(page, ".reading__amount")
    assert amount.inner_text().startswith("Сохранено страниц: 2. Занято места: примерно 0,")
    _form(page, "button").press("Enter")
    amount.get_by_text("Сохранено страниц: 0.").wait_for()
    assert "Сохранённые страницы удалены." == _form(page, "[role=status]").inner_text()
    assert [] == page.evaluate(KEPT, "pages") + page.evaluate(KEPT, "files")
    _open(page, sample_site.address)
    assert [""] == page.evaluate(KEPT, "pages")


def test_switched_off_leaves_nothing(sample_site: Site, context: BrowserContext, page: Page) -> None:
    """Switching it off takes away the worker and every cache, and a page that is still open brings none back."""
    _keep(page, sample_site.address, STORY)
    other = context.new_page()
    _open(other, sample_site.address)
    _switch(page, sample_site.address, "Switched off")
    other.evaluate("fetch('robots.txt')")
    for address in ("", "ru/"):
        _open(other, sample_site.address + address)
    assert [[], 0] == page.evaluate(
        "async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"
    )


def test_search_is_kept_where_it_was_used(sample_site: Site, context: BrowserContext, page: Page) -> None:
    """The search's index is not taken in by itself; once it was asked for, the search works without a connection."""
    _keep(page, sample_site.address, "")
    assert [] == [path for path in page.evaluate(KEPT, "") if "search_index" in path or "bundle" in path]
    _open(page, f"{sample_site.address}?q=zebra")
    page.locator(".md-search-result__item").first.wait_for()
    _without_connection(context, page, f"{sample_site.address}?q=university")
    page.locator(".md-search-result__item").first.wait_for()


def test_what_leads_on_is_no_page(sample_site: Site, context: BrowserContext, page: Page) -> None:
    """An old address is kept with its story, so that it leads there without a connection, and counts as no page."""
    _keep(page, sample_site.address)
    page.goto(f"{sample_site.address}news/2026/old-name/")
    page.wait_for_url(f"**/{STORY}", wait_until="networkidle")
    assert [STORY] == page.evaluate(KEPT, "pages")
    context.set_offline(True)
    page.goto(f"{sample_site.address}news/2026/old-name/")
    page.wait_for_url(f"**/{STORY}")


def test_no_page_that_does_not_exist_is_kept(sample_site: Site, page: Page) -> None:
    """What the server does not have is not kept either."""
    _keep(page, sample_site.address, "news/none/")
    assert [] == page.evaluate(KEPT, "pages")


@pytest.fixture
def small_site(sample_site: Site, tmp_path: Path) -> Iterator[Site]:
    """The site where two pages are kept at most; a test may publish it anew."""
    folder = tmp_path / "site"
    shutil.copytree(sample_site.folder, folder)
    worker = folder / "sw.js"
    worker.write_text(worker.read_text("utf-8").replace('"limit": 200', '"limit": 2'), "utf-8")
    with serving(folder) as address:
        yield Site(folder, address)


def _publish_anew(site: Site) -> None:
    """Put a later build in the place of `site`: with other styles, and a shell of its own version."""
    styles = site.folder / "assets/css/site.css"
    styles.write_text(styles.read_text("utf-8") + "body { margin: 1px }\n", "utf-8")
    worker = site.folder / "sw.js"
    worker.write_text(re.sub(r'"version": "\w+"', '"version": "later"', worker.read_text("utf-8")), "utf-8")


def test_oldest_page_goes(small_site: Site, page: Page) -> None:
    """Beyond the limit the page goes that was opened longest ago."""
    _keep(page, small_site.address, "", STORY, "", "ru/")
    assert ["", "ru/"] == page.evaluate(KEPT, "pages")


def test_new_version_keeps_the_pages(small_site: Site, context: BrowserContext, page: Page) -> None:
    """A later build takes the place of the old shell; the kept pages stay, and show with the styles of now."""
    _keep(page, small_site.address, STORY)
    _publish_anew(small_site)
    _open(page, f"{small_site.address}reading/")
    assert ["files later", "pages", "shell later"] == page.evaluate(NAMES, "later")
    _without_connection(context, page, small_site.address + STORY)
    assert "1px" == page.evaluate("getComputedStyle(document.body).margin")


def test_slow_network_is_not_waited_for(sample_site: Site, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the network takes its time, a kept page is shown all the same, and its styles are not waited for again."""
    _keep(page, sample_site.address, STORY)
    answers = Event()
    monkeypatch.setattr(PagesHandler, "do_GET", lambda _: answers.wait())
    try:
        page.goto(sample_site.address + STORY, timeout=15_000)
        assert "The rector receives the ambassador" == page.locator("h1").inner_text()
        assert 8 > page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart") / 1000
    finally:
        answers.set()


def test_other_sites_of_the_origin_are_left_alone(sample_site: Site, page: Page) -> None:
    """What other sites of the same origin keep is neither counted nor deleted."""
    _open(page, f"{sample_site.address}reading/")
    page.evaluate("caches.open('newsroom / pages').then((cache) => cache.put('x', new Response('x')))")
    _keep(page, sample_site.address)
    assert "0." in _form(page, ".reading__amount").inner_text()
    _switch(page, sample_site.address, "Switched off")
    assert ["newsroom / pages"] == page.evaluate("caches.keys()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_pages_are_accessible_in_use(sample_site: Site, page: Page, scheme: Literal["light", "dark"]) -> None:
    """Axe has nothing to say about the switch that is on, nor about the list of what is kept."""
    page.emulate_media(color_scheme=scheme)
    _keep(page, sample_site.address, STORY)
    for address in ("reading/", "reading/kept/#/none/"):
        _open(page, sample_site.address + address)
        assert [] == [(one["id"], one["nodes"][0]["html"][:200]) for one in Axe().run(page).response["violations"]]


def test_browser_that_cannot_says_so(sample_site: Site, page: Page) -> None:
    """A browser without service workers gets a word, and no switch to press."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    _open(page, f"{sample_site.address}reading/")
    assert "This browser cannot keep pages." == _form(page, "[role=status]").inner_text()
    assert _form(page, "input").is_disabled()
