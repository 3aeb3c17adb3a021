"""Every page in a real browser: what it asks for, what it complains about, and whether everyone can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from watching import watch

if TYPE_CHECKING:
    from building import Site
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WIDTHS = {"wide": 1280, "phone": 360}
MODULES = "Promise.all([...document.querySelectorAll('[type=module]')].map(({ src }) => import(src)))"
"""Waits for the scripts that the page starts after it is shown."""
NARROWEST = 320
"""The width in which nothing may scroll sideways (WCAG 2.2, 1.4.10)."""
AXE = Axe()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_pages_are_quiet(site: Site, browser: Browser, width: int) -> None:
    """No page complains in the console, asks another server for anything, or scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    watched = watch(page, home=site.address)
    for address in site.kinds:
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(site.address + address)
        page.evaluate(MODULES)
        page.set_viewport_size({"width": NARROWEST, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST:
            watched.complaints.append(f"{address}: wider than {NARROWEST} px")
    page.wait_for_load_state("networkidle")
    context.close()
    assert [] == watched.complaints


def test_a_noisy_page_is_found(sample_site: Site, browser: Browser) -> None:
    """The watch sees what it is there for."""
    page = browser.new_page()
    page.route("http://stranger.invalid/*", lambda route: route.abort())
    watched = watch(page, home=sample_site.address)
    page.goto(sample_site.address)
    page.evaluate("new Image().src = 'http://stranger.invalid/x.png'")
    page.evaluate("fetch('sitemap-of-nothing.xml').then(() => undefined)")
    page.wait_for_load_state("networkidle")
    page.close()
    said = " ".join(watched.complaints)
    assert all(word in said for word in ("asked a stranger", "404", "error:"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, browser: Browser, scheme: str) -> None:
    """Axe has nothing to say about any page, nor about 404.html, in light and dark."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for address in [*site.kinds, "404.html"]:
        page.goto(site.address + address)
        violations = AXE.run(page).response["violations"]
        found += [(address, one["id"], [node["html"][:200] for node in one["nodes"]]) for one in violations]
    context.close()
    assert [] == found


def test_axe_finds_a_fault(sample_site: Site, browser: Browser) -> None:
    """The check by axe sees what it is there for."""
    page = browser.new_page()
    page.goto(sample_site.address)
    page.evaluate("document.querySelector('.menu').insertAdjacentHTML('afterend', '<button></button>')")
    assert "button-name" in [one["id"] for one in AXE.run(page).response["violations"]]
    page.close()


def test_reading_needs_no_javascript(sample_site: Site, browser: Browser) -> None:
    """Without JavaScript the switcher, the dark colours and the way to the text are there, and no dead search."""
    context = browser.new_context(
        java_script_enabled=False, color_scheme="dark", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto(f"{sample_site.address}news/2026/rector-receives-ambassador/")
    for link in page.locator(".switcher a").all():
        assert link.is_visible()
    assert page.locator("h1").is_visible()
    assert not page.locator(".search").is_visible()
    page.locator(".switcher a[lang=ru]").click()
    assert "Ректор принял посла" == page.locator("h1").inner_text()
    context.close()


def test_colours_follow_the_system(sample_site: Site, browser: Browser) -> None:
    """The page is dark where the reader's system is."""
    backgrounds = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(sample_site.address)
        backgrounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert ["rgb(255, 254, 251)", "rgb(20, 23, 26)"] == backgrounds


def test_keyboard_reaches_the_text_first(site: Site, browser: Browser) -> None:
    """The first stop of the tab key on every page leads past the menu to the text."""
    page = browser.new_page()
    for address in site.kinds:
        page.goto(site.address + address)
        page.keyboard.press("Tab")
        assert "#content" == page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")
        assert "content" == page.evaluate("document.activeElement.id")
    page.close()


def test_every_stop_is_seen(sample_site: Site, browser: Browser) -> None:
    """The tab key stops nowhere that is empty or out of sight."""
    page = browser.new_page()
    page.goto(f"{sample_site.address}news/2026/rector-receives-ambassador/")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body"):
        box = page.evaluate("(({ width, height }) => [width, height])(document.activeElement.getBoundingClientRect())")
        assert min(box) > 1, page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")
    page.close()
