"""Finding one's way on a site with many stories, in Chromium and without JavaScript: by links alone."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import building
import honesty
import pytest
from building import LANGUAGES, SITE_URL, Site
from pages_server import serving
from reading import read

import raw
from newsroom import addresses, mentions, names, pages, settings, subjects, write
from newsroom.model import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MONTH = 125
"""So many stories of one month: three pages of headlines."""
DAYS = [
    *(date(2025, 3, 31) - timedelta(days=number // 5) for number in range(MONTH)),
    date(2024, 5, 2),
    date(2024, 1, 1),
    None,
]
"""The days of all stories, the newest first."""
TEXTS = {
    "en": ("Council hears report {0}", "The council of Velmore thanked Marek Dorvan for report {0}."),
    "ru": ("Совет выслушал доклад {0}", "Совет поблагодарил Марека Дорвана за доклад {0}."),
    "kk": ("Кеңес {0}-баяндаманы тыңдады", "Кеңес {0}-баяндама үшін Марек Дорванға алғыс айтты."),
}
"""Headline and text of a story in each language."""
LISTED = "marek-dorvan: {kind: person, en: Marek Dorvan, ru: Марек Дорван, kk: Марек Дорван}\n"
"""The one name that all stories mention."""
PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}
TOPIC = "news/topics/dokladnaya/"
"""The page of a tag that two stories carry."""


def _story(number: int, day: date | None) -> Story:
    """Return a story: every third in all languages, the others in one."""
    versions = {}
    for code in LANGUAGES if number % 3 == 0 else LANGUAGES[number % 3 :][:1]:
        title, text = (part.format(number) for part in TEXTS[code])
        tags = ("Докладная",) if number in {3, 6} else ()
        versions[code] = raw.article(
            f"{number:03}_{code}",
            code,
            [text],
            title=title,
            published=day,
            natural_published=day,
            natural_slug=f"report-{number:03}",
            tags=tags,
        )
    return Story(f"{number:03}", MappingProxyType(dict(sorted(versions.items()))))


def _write(docs: Path) -> None:
    """Write the pages of all stories, as the build script does."""
    site = settings.load(building.ROOT / "mkdocs.yml")
    stories = tuple(_story(number, day) for number, day in enumerate(DAYS))
    articles = [article for story in stories for article in story.versions.values()]
    listed, _ = names.parse(LISTED, languages=site.codes)
    mentioned = mentions.find(articles, languages=site.languages, names=listed)
    about = subjects.gather(stories, names=listed, mentioned=mentioned)
    made = pages.make(pages.Newsroom(site, stories, addresses.assign(stories)[0], about))
    write.write(made, docs=docs, codes=site.codes)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of all stories."""
    shop = building.workshop(tmp_path_factory.mktemp("many") / "project")
    _write(shop.docs)
    site = shop.build()
    with serving(site) as address:
        yield Site(site, address)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


WORDS = {
    "en": ("All news", "March 2025", "Next page", "Page 3 of 3", "No date"),
    "ru": ("Все новости", "Март 2025", "Следующая страница", "Страница 3 из 3", "Без даты"),
    "kk": ("Барлық жаңалықтар", "Наурыз 2025", "Келесі бет", "3-бет, барлығы 3", "Күні көрсетілмеген"),
}
"""What the links on the way are called, and what the last page says of itself."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_oldest_stories_are_reached_by_links(many: Site, page: Page, language: str) -> None:
    """From the front page over all news to the last headline of a long month, to a short year, and to no day at all."""
    archive, month, next_page, last, undated = WORDS[language]
    page.goto(many.address + PREFIXES[language])
    page.locator(".menu").get_by_role("link", name=archive, exact=True).click()
    page.get_by_role("link", name="2025", exact=True).click()
    page.get_by_role("link", name=month, exact=True).click()
    for _ in range(2):
        page.get_by_role("link", name=next_page, exact=True).click()
    assert last in page.locator(".pager").inner_text()
    page.locator(".story__title a").last.click()
    assert "Совет выслушал доклад 124" == page.locator("h1").inner_text()
    page.goto(many.address + PREFIXES[language] + "news/")
    page.get_by_role("link", name="2024", exact=True).click()
    page.locator(".story__title a").last.click()
    assert TEXTS[language][0].format(126) == page.locator("h1").inner_text()
    page.goto(many.address + PREFIXES[language] + "news/")
    page.locator(".years").get_by_role("link", name=undated, exact=True).click()
    page.locator(".story__title a").last.click()
    assert "Совет выслушал доклад 127" == page.locator("h1").inner_text()


def test_every_story_of_a_language_has_one_before_it(many: Site, page: Page) -> None:
    """Who follows the link to the previous story meets every older one of the language, and may turn round."""
    own = [number for number in range(105, len(DAYS)) if number % 3 in {0, 1}]
    page.goto(f"{many.address}ru/news/2025/report-105/")
    for number in own[1:]:
        page.locator(".neighbours a[rel=prev]").click()
        assert TEXTS["ru"][0].format(number) == page.locator("h1").inner_text()
    assert 0 == page.locator(".neighbours a[rel=prev]").count()
    page.locator(".neighbours a[rel=next]").click()
    assert TEXTS["ru"][0].format(own[-2]) == page.locator("h1").inner_text()


def test_a_name_leads_to_all_its_stories(many: Site, page: Page) -> None:
    """From an article to the name that it mentions, in the reader's spelling, and to the last page of its stories."""
    page.goto(f"{many.address}ru/news/2025/report-000/")
    page.locator(".mentions").get_by_role("link", name="Марек Дорван").click()
    assert ("Марек Дорван", f"{len(DAYS)} материалов") == (
        page.locator("h1").inner_text(),
        page.locator(".archive__count").inner_text(),
    )
    page.locator(".pager a[rel=next]").click()
    page.locator(".pager a[rel=next]").click()
    assert ("Марек Дорван, страница 3", 28) == (page.locator("h1").inner_text(), page.locator(".story").count())
    page.locator(".trail").get_by_role("link", name="Люди", exact=True).click()
    assert page.url.endswith("ru/news/names/#person")


def test_a_tag_leads_to_its_stories(many: Site, page: Page) -> None:
    """A tag that two stories carry is a link in each of their languages, and they are related."""
    for language in LANGUAGES:
        page.goto(f"{many.address}{PREFIXES[language]}news/2025/report-003/")
        assert [TEXTS[language][0].format(6)] == page.locator(".related .versions__headline").all_inner_texts()
        page.locator(".tags").get_by_role("link", name="Докладная").click()
        assert page.url == f"{many.address}{PREFIXES[language]}{TOPIC}"
        headlines = [TEXTS[language][0].format(number) for number in (3, 6)]
        assert headlines == page.locator(".story__title").all_inner_texts()


def test_lists_speak_the_language_of_the_page(many: Site) -> None:
    """No list in Russian or Kazakh holds an English word but what is marked as English."""
    found = {path: list(honesty.english(read(path))) for code in ("ru", "kk") for path in _lists(many, code)}
    assert len(found) > 20
    assert {} == {path: words for path, words in found.items() if words}


def test_every_list_has_a_title_and_an_address_of_its_own(many: Site) -> None:
    """No two pages of a language are called alike, and each is its own canonical one."""
    for code in LANGUAGES:
        paths = _lists(many, code)
        pages = {path: read(path) for path in paths}
        titles = [html.one("title").text for html in pages.values()]
        assert len(titles) == len(set(titles)), titles
        for path, html in pages.items():
            address = path.parent.relative_to(many.folder).as_posix() + "/"
            assert SITE_URL + address == html.one("link", rel="canonical").attributes["href"]


def test_lists_exist_in_every_language(many: Site) -> None:
    """The switcher of a list leads to the same list, and search engines are told of all of them."""
    for path in _lists(many, "en"):
        address = path.parent.relative_to(many.folder).as_posix() + "/"
        expected = [prefix + address for prefix in PREFIXES.values()]
        for each in expected:
            html = read(many.folder / each / "index.html")
            links = [link.attributes["href"] for link in html.inside("switcher", "a")]
            assert expected == [honesty.resolve(each, link) for link in links]
            alternates = html.all("link", rel="alternate")
            told = [link.attributes["href"] for link in alternates if "hreflang" in link.attributes]
            assert [SITE_URL + one for one in (*expected, address)] == told


def _lists(site: Site, code: str) -> list[Path]:
    """Return the pages of all lists of a language."""
    root = site.folder / PREFIXES[code]
    found = sorted((root / "news").rglob("index.html"))
    return [path for path in found if addresses.LIST.fullmatch(path.parent.relative_to(root).as_posix())]
