"""Readers on their way through the site: by keyboard, on a phone in one language, without scripts, on paper."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

import looking
import pytest
from pypdf import PdfReader

import interfaces
from audit import targets

if TYPE_CHECKING:
    from building import Site
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STORY = "news/2026/rector-receives-ambassador/"
"""A story in English and Russian, of which there is no Kazakh version."""
PHONE = {"width": 360, "height": 740}
NARROWEST = 320
FOCUS = "(({ name, id, hash, lang, textContent }) => name || id || hash || lang || textContent)(document.activeElement)"
"""What the focus is on: a field's name, an element's id, where a link in the page leads, the language of another."""
MOVING = """
() => [...document.querySelectorAll("*")].flatMap((one) => [one, "::before", "::after"].map((part) => {
  const style = getComputedStyle(one, typeof part === "string" ? part : null);
  const lasts = ["transitionDuration", "animationDuration"].some((name) => /[1-9]/.test(style[name]));
  return lasts || style.scrollBehavior === "smooth" ? `${one.localName}.${one.className}` : "";
})).filter(Boolean)
"""
"""Everything that would move by itself."""


def _by_tab(page: Page, wanted: str) -> None:
    """Press the tab key until the focus is on `wanted`; fail behind the last stop."""
    page.keyboard.press("Tab")
    while (focus := page.evaluate(FOCUS)) != wanted:
        assert not page.evaluate("document.activeElement === document.body"), f"no tab stop {wanted!r}; last: {focus}"
        page.keyboard.press("Tab")


def _find(page: Page, words: str, first: str = "") -> None:
    """Search for `words` from the keyboard and wait for the results, the first of which holds `first`."""
    page.keyboard.press("/")
    assert "query" == page.evaluate(FOCUS)
    page.keyboard.insert_text(words)
    page.locator(".md-search-result__item:first-child", has_text=first).wait_for()


def test_by_keyboard_from_the_top_to_another_story(sample_site: Site, browser: Browser) -> None:
    """The keyboard leads past the menu, to another language, into the search, to a result, and into its page."""
    page = browser.new_page()
    page.goto(sample_site.address + STORY)
    _by_tab(page, "#content")
    page.keyboard.press("Enter")
    assert "content" == page.evaluate(FOCUS)
    page.goto(sample_site.address + STORY)
    page.evaluate(looking.MODULES)
    _by_tab(page, "ru")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/ru/{STORY}")
    page.evaluate(looking.MODULES)
    _find(page, "зебре", "Заметка на всех языках")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/news/undated/in-every-language/?h=*")
    page.close()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_escape_gives_the_focus_back(sample_site: Site, browser: Browser, steps: int) -> None:
    """Escape closes the results, from the field and from a result, and the reader is where they were before."""
    page = browser.new_page()
    page.goto(sample_site.address + STORY)
    page.evaluate(looking.MODULES)
    _by_tab(page, "ru")
    _find(page, "university")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.locator(".search__output").wait_for(state="hidden")
    assert "ru" == page.evaluate(FOCUS)
    page.close()


def test_escape_leaves_the_field_ready(sample_site: Site, browser: Browser) -> None:
    """Who came to the field by themselves stays in it when they close the results, and opens them again by typing."""
    page = browser.new_page()
    page.goto(sample_site.address)
    page.evaluate(looking.MODULES)
    page.locator(".search input").click()
    page.keyboard.type("universit")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.locator(".search__output").wait_for(state="hidden")
    assert "query" == page.evaluate(FOCUS)
    page.keyboard.type("y")
    page.locator(".search__output").wait_for(state="visible")
    page.close()


def test_the_magnifier_opens_the_search(sample_site: Site, browser: Browser) -> None:
    """The button beside the field leads into it, and never away from the page."""
    page = browser.new_page()
    page.goto(sample_site.address)
    page.evaluate(looking.MODULES)
    page.locator(".search [type=submit]").click()
    page.locator(".search__output").wait_for(state="visible")
    assert [sample_site.address, "query"] == [page.url, page.evaluate(FOCUS)]
    page.close()


def test_a_reader_of_kazakh_alone(sample_site: Site, browser: Browser) -> None:
    """On a phone, from the front page: a story in Kazakh; one that has no such version says so in Kazakh; and back."""
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(f"{sample_site.address}kk/")
    page.locator(".story__title a:not([lang])").first.click()
    page.wait_for_url("**/kk/news/**")
    assert "kk" == page.evaluate("document.documentElement.lang")
    page.go_back()
    page.locator(f".story__title a[href$='{STORY}']").click()
    page.locator(".switcher a[lang=kk]").click()
    page.wait_for_url(f"**/kk/{STORY}")
    assert "kk" == page.evaluate("document.documentElement.lang")
    assert interfaces.KK.say("absent_title") == page.locator("h1").inner_text()
    page.go_back()
    page.go_back()
    assert f"{sample_site.address}kk/" == page.url
    page.close()


def test_without_scripts(sample_site: Site, browser: Browser) -> None:
    """Links alone lead from the front page to all news, to an article, and to its other version."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(sample_site.address)
    page.locator(".menu a").nth(1).click()
    page.wait_for_url("**/news/")
    page.locator(f".story__title a[href$='{STORY.removeprefix('news/')}']").click()
    page.wait_for_url(f"**/{STORY}")
    assert "The rector receives the ambassador" == page.locator("h1").inner_text()
    page.locator(".versions a[hreflang=ru]").click()
    page.wait_for_url(f"**/ru/{STORY}")
    assert "Ректор принял посла" == page.locator("h1").inner_text()
    context.close()


def test_on_paper(articles_site: Site, browser: Browser) -> None:
    """A printed article holds its whole text, its headline and its address, and nothing to press."""
    page = browser.new_page()
    articles = [one for one in articles_site.pages if _is_article(articles_site, one)]
    assert articles
    for address in articles:
        page.goto(articles_site.address + address)
        shown = page.locator(".article__title, .article__body > *, .article__address").all_text_contents()
        pressed = page.locator(".menu a, .switcher a, .skip").all_text_contents()
        pressed += [page.locator(".search input").get_attribute("placeholder") or ""]
        printed = _letters("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages))
        assert [] == [text for text in shown if _letters(text) not in printed]
        page.emulate_media(media="print")
        assert [] == [text for text in pressed if page.get_by_text(text, exact=True).first.is_visible() and text]
    page.close()


def _letters(text: str) -> str:
    """Return `text` without its gaps, and with letters in place of what paper joins: "fi"."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _is_article(site: Site, address: str) -> bool:
    return 'class="article"' in (site.folder / address / "index.html").read_text("utf-8")


def test_nothing_moves(site: Site, browser: Browser) -> None:
    """For a reader who asked for less motion no page moves anything, an open search included."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    found = []
    for address in site.kinds:
        page.goto(site.address + address)
        page.evaluate(looking.MODULES)
        found += [(address, one) for one in page.evaluate(MOVING)]
    page.goto(site.address)
    page.evaluate(looking.MODULES)
    _find(page, "a")
    assert [] == found + page.evaluate(MOVING)
    page.evaluate("document.styleSheets[0].insertRule('.menu a { transition: color 1ms }')")
    assert ["a."] * 3 == page.evaluate(MOVING)[:3]
    context.close()


def test_open_search_fits_the_narrowest_phone(sample_site: Site, browser: Browser) -> None:
    """The results of the search make no page wider than the narrowest phone."""
    page = browser.new_page(viewport={"width": NARROWEST, "height": 640})
    page.goto(sample_site.address)
    page.evaluate(looking.MODULES)
    _find(page, "university")
    assert NARROWEST == page.evaluate("document.documentElement.scrollWidth")
    page.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_targets_are_large_enough(site: Site, browser: Browser, width: int) -> None:
    """Whatever can be pressed on any page is 24 pixels wide and high, or in a sentence, or apart from the rest."""
    page = browser.new_page(viewport={"width": width, "height": 740})
    found = []
    for address in [*site.kinds, "404.html"]:
        page.goto(site.address + address)
        page.evaluate(looking.MODULES)
        found += list(targets.look(page, address))
    page.close()
    assert [] == found
