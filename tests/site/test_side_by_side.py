"""A reader moves between the versions of a story: from paragraph to paragraph, and with both side by side."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import building
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from pages_server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Site
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

CASE = building.ROOT / "tests" / "cases" / "beside"
STORY = "news/2025/aktau-harbour-opens-a-second-berth-for-grain/"
PHONE: ViewportSize = {"width": 360, "height": 740}
SOON = 10_000
"""Milliseconds that a page may take."""
ROWS = """
() => {
  const shown = (cell) => [...cell.querySelectorAll("[id]")].map(({ id }) => id).join(" ") || cell.innerText;
  return [...document.querySelectorAll(".beside__table > tbody > tr")].map((row) => [...row.children].map(shown));
}
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of one invented story in three languages, made of raw texts by the whole program."""
    shop = building.workshop(tmp_path_factory.mktemp("harbour") / "project")
    shutil.rmtree(shop.root / "articles")
    shutil.copytree(CASE, shop.root / "articles")
    shop.convert()
    folder = shop.build()
    with serving(folder) as address:
        yield building.Site(folder, address)


def _read_to(page: Page, paragraph: int) -> None:
    """Scroll until the paragraph stands at the head of the screen."""
    page.evaluate("(id) => document.getElementById(id).scrollIntoView()", f"p{paragraph}")


@pytest.mark.parametrize(
    "walk",
    [("", 4, "ru", 4), ("", 7, "ru", 7), ("ru/", 8, "en", 7), ("ru/", 9, "kk", 8), ("kk/", 5, "ru", 5)],
)
@pytest.mark.parametrize("link", [".place", ".switcher", ".versions"])
def test_switching_keeps_the_place(harbour: Site, browser: Browser, walk: tuple[str, int, str, int], link: str) -> None:
    """A link to another version, wherever it stands, leads to the counterpart of the paragraph being read."""
    prefix, paragraph, language, counterpart = walk
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{harbour.address}{prefix}{STORY}")
    page.locator(".place").wait_for()
    _read_to(page, paragraph)
    page.locator(f"{link} a[hreflang={language}]").first.evaluate("(link) => link.click()")
    there = "" if language == "en" else f"{language}/"
    page.wait_for_url(f"{harbour.address}{there}{STORY}#p{counterpart}", timeout=SOON)
    top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", f"p{counterpart}")
    assert 0 <= top < PHONE["height"] / 2 or page.evaluate("scrollY + innerHeight >= document.body.scrollHeight - 1")
    page.close()


def test_switching_from_the_top_leads_to_the_top(harbour: Site, browser: Browser) -> None:
    """A reader who has not come to the text yet begins at the headline of the other version."""
    page = browser.new_page(viewport=PHONE)
    page.goto(harbour.address + STORY)
    page.locator(".place").wait_for()
    page.locator(".switcher a[hreflang=ru]").click()
    page.wait_for_url(f"**/ru/{STORY}", timeout=SOON)
    assert "" == page.evaluate("location.hash")
    page.close()


def test_two_versions_side_by_side(harbour: Site, browser: Browser) -> None:
    """Rows hold the paragraphs that correspond, or say that only one version has one; differing words are marked."""
    page = browser.new_page()
    page.goto(harbour.address + STORY)
    page.locator(".box .versions__beside", has_text="Русский").click()
    page.wait_for_url("**?beside=ru", timeout=SOON)
    page.locator(".beside__table").wait_for()
    pairs = [(str(at), str(at)) for at in range(1, 7)] + [("7", "7 8"), ("8", "9")]
    rows = [[f"p{mine}", " ".join(f"other-p{one}" for one in its.split())] for mine, its in pairs]
    assert [*rows, ["Only in Russian", "other-p10"]] == page.evaluate(ROWS)
    marks = page.locator(".beside__table mark").all_inner_texts()
    assert ["14 million (another number)", "17 миллионов (another number)"] == marks[:2]
    assert ["Marat Beisenov (another name)", "Мурат Бейсенов (another name)"] == marks[2:]
    assert ["en", "ru"] == page.locator(".beside__table > tbody > tr:first-child > td").evaluate_all(
        "(cells) => cells.map(({ lang }) => lang)"
    )
    page.locator(".beside__close").click()
    page.wait_for_url(f"**/{STORY}", timeout=SOON)
    assert page.locator(".article__body").is_visible()
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_side_by_side_is_for_everyone(harbour: Site, browser: Browser, width: int, scheme: str) -> None:
    """Side by side as well, axe finds nothing, and nothing is wider than the screen."""
    page = browser.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{harbour.address}kk/{STORY}?beside=ru#p7")
    page.locator(".beside__table").wait_for()
    assert [] == [(one["id"], one["nodes"]) for one in Axe().run(page).response["violations"]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_other_version_out_of_reach(harbour: Site, browser: Browser) -> None:
    """Where the other version can't be fetched, the page says so and the article stays."""
    page = browser.new_page()
    page.route(f"**/ru/{STORY}", lambda route: route.abort())
    page.goto(f"{harbour.address}{STORY}?beside=ru")
    page.locator(".beside__failed", has_text="could not be fetched").wait_for()
    assert page.locator(".article__body").is_visible()
    page.close()


def test_without_javascript_the_article_is_whole(harbour: Site, browser: Browser) -> None:
    """Without JavaScript nothing offers what would not work, and what differs can be read."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{harbour.address}{STORY}?beside=ru")
    assert page.locator(".article__body").is_visible()
    assert [] == [one for one in page.locator(".versions__beside, .place, .beside").all() if one.is_visible()]
    page.locator(".contrasts summary").last.click()
    assert "17 миллионов" in page.locator(".contrasts").last.inner_text()
    context.close()


def test_side_by_side_on_paper(harbour: Site, browser: Browser) -> None:
    """On paper both columns stand beside each other, and nothing to press."""
    page = browser.new_page()
    page.goto(f"{harbour.address}{STORY}?beside=kk")
    page.locator(".beside__table").wait_for()
    page.emulate_media(media="print")
    left, right = (page.locator(f"#{one}").bounding_box() for one in ("p1", "other-p1"))
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    assert not page.locator(".beside__close").is_visible()
    page.close()
