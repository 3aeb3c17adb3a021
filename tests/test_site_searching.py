"""What the built site hands to its search."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from interfaces import ALL, EN, KK, RU
from newsroom.search.documents import Document
from newsroom.site import searching
from newsroom.site.announce import Described
from newsroom.site.facts import Facts

if TYPE_CHECKING:
    from newsroom.site.interface import Interface

META = {
    "story_id": "rector",
    "lang": "en",
    "title": "New rector",
    "description": "A lead.",
    "date": date(2025, 3, 2),
    "authors": ["Ann Lee"],
    "agency": None,
    "section": "Education",
    "tags": ["university", 2025],
    "mentions": [{"text": "Astana", "url": "names/astana/"}],
}
FACTS = Facts("article", "New rector", "en", indexed=True, switches=(), hreflang=(), date_from=None)
HTML = '<p>The <a href="/x/">univer</a>sity<br>of <mark>Ast</mark>ana &amp; others &lt;b&gt;</p><p>Next</p>'


def _page(meta: dict[str, Any], html: str = HTML) -> Described:
    """Return a page with this front matter; the search asks for no other fact of it."""
    return Described("news/rector/", FACTS, meta, EN, html)


def _config(here: Interface) -> dict[str, Any]:
    config: dict[str, Any] = json.loads(searching.settings(here, ALL))["config"]
    return config


def test_an_article_as_a_document() -> None:
    """All that is searched is in it; what has no value is left out."""
    expected = Document(
        story="rector",
        language="en",
        url="news/rector/",
        headline="New rector",
        lead="A lead.",
        day=date(2025, 3, 2),
        names=("Ann Lee", "Education", "university", "2025"),
        body=searching.document(_page(META)).body,
        mentions=("names/astana/",),
    )
    assert expected == searching.document(_page(META))


def test_the_text_of_a_page() -> None:
    """A link or a mark does not part a word, a break or a paragraph does, and characters are themselves."""
    body = searching.document(_page(META)).body
    assert ["The", "university", "of", "Astana", "&", "others", "<b>", "Next"] == body.split()


def test_an_article_that_says_hardly_anything() -> None:
    """What is not in the front matter is empty."""
    bare = searching.document(_page({"story_id": "x", "lang": "ru", "title": "Без даты"}, html=""))
    assert Document("x", "ru", "news/rector/", "Без даты", "", None, (), "") == bare


def test_the_index_lies_below_the_search() -> None:
    """Its files are in the folder that the browser asks, with the keyboard of every language."""
    made = searching.index([searching.document(_page(META))], ["en", "ru", "kk"], {})
    assert all(name.startswith("search/data/") for name in made)
    head = json.loads(made["search/data/index.json"])
    assert len(head["keyboards"]) == 3
    assert len({len(keys) for keys in head["keyboards"]}) == 1


@pytest.mark.parametrize(("here", "up"), [(EN, ""), (RU, "../"), (KK, "../")])
def test_settings_say_where_the_page_is(here: Interface, up: str) -> None:
    """The language of the page, and the way from its root to the site's; no document, since the index has them."""
    config = _config(here)
    assert (here.code, up) == (config["here"], config["up"])
    assert [] == json.loads(searching.settings(here, ALL))["docs"]


@pytest.mark.parametrize(
    ("here", "day"), [(EN, "{day} March {year}"), (RU, "{day} марта {year} г."), (KK, "{year} ж. {day} наурыз")]
)
def test_settings_say_how_days_are_written(here: Interface, day: str) -> None:
    """Month by month, with places for day and year."""
    days = _config(here)["days"]
    assert day == days[2]
    assert len(days) == 12
    assert all(one.count("{day}") == one.count("{year}") == 1 for one in days)


@pytest.mark.parametrize("here", ALL)
def test_settings_say_what_results_are_called(here: Interface) -> None:
    """Every language by its own name, and in the words of this one where a result was found in it."""
    config = _config(here)
    assert {"en", "ru", "kk"} == config["languages"].keys()
    assert {each.name for each in ALL} == {one["name"] for one in config["languages"].values()}
    assert len({one["foundIn"] for one in config["languages"].values()}) == 3
    assert {"other", "none"} <= config["counts"].keys()
