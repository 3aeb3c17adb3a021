"""Which lists have feeds, what stands in them, and which pages announce them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml

from interfaces import RU
from newsroom import addresses, languages, pages
from newsroom.model import Article, Block, BlockKind, Story
from newsroom.settings import Settings
from newsroom.site import channels

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

SITE = "https://example.org/x/"
NEWS, TOPIC, STORY = "ru/news/", "ru/topics/space/", "ru/news/2026/s/"
ARTICLE = {"title": "Сапар", "description": "Лид", "date": date(2026, 1, 13), "tags": ["наука"]}


def _page(url: str, meta: dict[str, Any], content: str = "") -> Page:
    return cast("Page", SimpleNamespace(canonical_url=f"{SITE}{url}", meta=meta, content=content))


def _gather(
    article: dict[str, Any], lists: dict[str, Page] | None = None, *, content: str = "<p>Лид.</p>"
) -> channels.Channels:
    story = _page(STORY, {**ARTICLE, **article}, content)
    found = {NEWS: _page(NEWS, {"feed": [STORY]}), **(lists or {}), STORY: story}
    return channels.gather(found, main=NEWS, here=RU, description="О сайте")


def _item(article: dict[str, Any], content: str = "<p>Лид.</p>") -> dict[str, Any]:
    """Return what the JSON Feed says of an article."""
    item: dict[str, Any] = json.loads(_gather(article, content=content).files[f"{NEWS}feed.json"])["items"][0]
    return item


def test_a_list_has_its_feeds_beside_it() -> None:
    """A list that names stories has three files beside it, called by the site, and by its title where it has one."""
    topic = _page(TOPIC, {"feed": [STORY], "title": "Космос", "description": "О космосе"})
    found = _gather({}, {TOPIC: topic}).files
    names = ("atom.xml", "rss.xml", "feed.json")
    assert [*(f"{NEWS}{name}" for name in names), *(f"{TOPIC}{name}" for name in names)] == list(found)
    told = [json.loads(found[f"{url}feed.json"]) for url in (NEWS, TOPIC)]
    assert [("News in ru", "О сайте"), ("Космос – News in ru", "О космосе")] == [
        (one["title"], one["description"]) for one in told
    ]
    assert {f"{SITE}{TOPIC}"} == {one["home_page_url"] for one in told[1:]}


def test_every_page_announces_all_news() -> None:
    """Every page announces the feeds of all news; a list with feeds announces its own before."""
    found = _gather({}, {TOPIC: _page(TOPIC, {"feed": [STORY], "title": "Космос"})})
    news = [f"{NEWS}{name}" for name in ("atom.xml", "rss.xml", "feed.json")]
    topic = [f"{TOPIC}{name}" for name in ("atom.xml", "rss.xml", "feed.json")]
    for url, expected in ((NEWS, news), (STORY, news), ("ru/", news), (TOPIC, topic + news)):
        assert expected == [one.url for one in found.announced(url)]
    assert "Космос – News in ru (RSS)" == found.announced(TOPIC)[1].title
    assert ("application/rss+xml", "News in ru (RSS)") == (found.main[1].format.media_type, found.main[1].title)


@pytest.mark.parametrize("meta", [{}, {"feed": []}], ids=["none named", "nothing in it"])
def test_a_list_without_stories_has_no_feed(meta: dict[str, Any]) -> None:
    """Neither does a page announce what does not exist."""
    found = _gather({}, {NEWS: _page(NEWS, meta)})
    assert ({}, ()) == (found.files, found.announced(STORY))


def test_an_undated_newsroom_announces_nothing() -> None:
    """Where no story has a day there is no feed, and no page announces one."""
    found = _gather({"date": None})
    assert ({}, ()) == (found.files, found.announced(NEWS))


def test_no_address_no_feed() -> None:
    """A site that does not know where it stands has no feeds, as it has no sitemap."""
    nowhere = cast("Page", SimpleNamespace(canonical_url=None, meta={"feed": [STORY]}, content=""))
    assert ({}, ()) == (_gather({}, {NEWS: nowhere}).files, _gather({}, {NEWS: nowhere}).main)


@pytest.mark.parametrize(
    ("article", "published", "modified"),
    [
        ({}, "2026-01-13", None),
        ({"updated": date(2026, 1, 15)}, "2026-01-13", "2026-01-15"),
        ({"updated": date(2026, 1, 13)}, "2026-01-13", None),
        ({"first_published": date(2026, 1, 12)}, "2026-01-12", "2026-01-13"),
        ({"inferred": ["date"]}, "2026-01-13", None),
        ({"inferred": ["updated"], "updated": date(2026, 1, 15)}, "2026-01-13", None),
    ],
)
def test_days(article: dict[str, Any], published: str, modified: str | None) -> None:
    """An article was published when it first was, and changed when its text says, if that is another day."""
    item = _item(article)
    days = [published, modified]
    assert [day and f"{day}T12:00:00+00:00" for day in days] == [item["date_published"], item.get("date_modified")]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ({}, []),
        ({"authors": ["А", "Б"], "agency": "ТАСС"}, ["А", "Б"]),
        ({"agency": "ТАСС"}, ["ТАСС"]),
        ({"authors": ["А"], "agency": "ТАСС", "inferred": ["authors"]}, ["ТАСС"]),
        ({"agency": "ТАСС", "inferred": ["agency", "title"]}, []),
    ],
)
def test_authors(article: dict[str, Any], expected: list[str]) -> None:
    """The byline signs an article, or else its agency; nobody does of whom the text does not say so."""
    assert expected == [one["name"] for one in _item(article).get("authors", ())]


def _archive(code: str) -> dict[str, Any]:
    """Return the front matter of the archive in one language, of many stories in English and an older one in Kazakh."""
    body = (Block(BlockKind.PARAGRAPH, "Text.", 1),)
    days = [date(2026, 1, 1) + timedelta(days=at) for at in range(40)]
    articles = [
        Article(f"{at:02}", "en", f"T{at}", f"T{at}", day, body, natural_slug=f"t{at}", natural_published=day)
        for at, day in enumerate(days)
    ]
    old = date(2025, 5, 1)
    articles.append(Article("99", "kk", "Ескі", "Ескі", old, body, natural_slug="eski", natural_published=old))
    stories = tuple(Story(one.source, MappingProxyType({one.language: one})) for one in articles)
    settings = Settings(tuple(map(languages.load, ("en", "ru", "kk"))), "en")
    made = pages.make(pages.Newsroom(settings, stories, addresses.assign(stories)[0]))
    head: dict[str, Any] = yaml.safe_load(made[f"{code}/news/index.md"].split("---\n")[1])
    return head


def test_the_archive_feeds_the_newest_in_its_language() -> None:
    """The feeds hold the 30 newest in the language, also those that the others crowd out of the list."""
    assert [f"news/2026/t{at}/" for at in range(39, 9, -1)] == _archive("en")["feed"]
    assert ["kk/news/2025/eski/"] == _archive("kk")["feed"]
    assert "feed" not in _archive("ru")
