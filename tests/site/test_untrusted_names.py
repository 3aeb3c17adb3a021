"""Any text at all as a headline or a name: from the record through YAML and the templates to what is shown."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import building
import hostile
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from mkdocs.utils.meta import get_data

import interfaces
from newsroom import pages, settings
from newsroom.addresses import Address
from newsroom.model import Article, Block, BlockKind, Story
from newsroom.site import channels, events, facts, linked_data, open_graph
from newsroom.site.publication import Publication
from newsroom.subjects import Subject, Subjects

OWN = building.ROOT / "docs" / ".overrides"
BLOCKS = ("site_meta", "htmltitle", "container")
"""Blocks of Material's page into which our templates print texts of an article."""
BASE = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in BLOCKS)
ENVIRONMENT = Environment(
    loader=ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(OWN)]), autoescape=events.escaping(OWN)
)
"""Our templates on a page that is nothing but those blocks."""
ENVIRONMENT.filters["url"] = str
SITE = "https://example.org/"
SETTINGS = settings.load(building.ROOT / "mkdocs.yml")


TEXT = st.text() | st.sampled_from(hostile.payloads(400))
"""Any text, and those that try to act."""


@given(TEXT, st.lists(TEXT, min_size=1, max_size=4), TEXT)
def test_any_text_is_a_headline_or_a_name(headline: str, names: list[str], agency: str) -> None:
    """Any Unicode text at all as a headline, a name or an agency passes YAML and the templates as it is."""
    title, agency = hostile.shown(headline) or "x", hostile.shown(agency) or "x"
    authors = tuple(hostile.shown(name) or "x" for name in names)
    page = _page(title, authors, agency)
    meta = get_data(page)[1]
    assert (title, list(authors), agency) == (meta["title"], meta["authors"], meta["agency"])
    shown = _shown(page)
    byline = interfaces.EN.say("by", names=interfaces.EN.join(authors))
    wanted = {"title": f"{title} – Site", "article__title": title, "article__byline": byline, "article__agency": agency}
    assert wanted == {key: shown.texts[key] for key in wanted}
    assert ["x", ", ".join(authors)] == shown.metas
    assert [title, "x", *authors] == shown.graph
    told = json.loads(shown.texts["script"])
    assert (title, [*authors, agency]) == (told["headline"], [one["name"] for one in told["author"]])
    assert _shown(_page("x", tuple("x" for _ in authors), "x")).elements == shown.elements


@given(TEXT, TEXT)
def test_any_text_is_a_topic(tag: str, other: str) -> None:
    """Any Unicode text at all as a tag or as a listed name passes YAML and the templates of its list as it is."""
    tag, other = hostile.shown(tag) or "x", hostile.shown(other) or "y"
    page = _topic(tag, other)
    meta = get_data(page)[1]
    spelled = [other] if other != tag else []
    assert (tag, spelled) == (meta["title"], [one["text"] for one in meta.get("spellings", ())])
    shown = _shown(page)
    assert (f"{tag} – Site", tag) == (shown.texts["title"], shown.texts["archive__title"])
    assert _shown(_topic("x", "y" if spelled else "x")).elements == shown.elements


class _Shown(HTMLParser):
    """Collects what a page shows: texts by the class of their element, and what the elements are."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = defaultdict(str)
        self.metas: list[str] = []
        self.graph: list[str] = []
        self.elements: list[str] = []
        self.at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.elements.append(" ".join([tag, *said]))
        self.at = said.get("class") or tag
        if said.get("name") in {"description", "author"}:
            self.metas.append(said["content"] or "")
        if said.get("property") in {"og:title", "og:description", "article:author"}:
            self.graph.append(said["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.at = ""

    def handle_data(self, data: str) -> None:
        self.texts[self.at] += data


def _shown(page: str) -> _Shown:
    """Return what the written `page` shows, once MkDocs has read its front matter and our templates have printed it."""
    shown = _Shown()
    shown.feed(_render(get_data(page)[1]))
    shown.close()
    return shown


def _page(title: str, authors: tuple[str, ...], agency: str) -> str:
    """Return the page that is written of an article with such a headline and such names."""
    body = (Block(BlockKind.PARAGRAPH, "x", 1),)
    article = Article("a.txt", "en", title, title, date(2026, 1, 2), body, authors=authors, agency=agency)
    story = Story("a", {"en": article})
    addresses = {"a": Address("news/2026/a", ())}
    return pages.make(pages.Newsroom(SETTINGS, (story,), addresses))["en/news/2026/a.md"]


def _topic(tag: str, other: str) -> str:
    """Return the page that is written of a tag that stands so on the English and so on the Russian version."""
    body = (Block(BlockKind.PARAGRAPH, "x", 1),)
    versions = {
        code: Article(f"{code}.txt", code, "x", "x", date(2026, 1, 2), body, tags=(own,))
        for code, own in (("en", tag), ("ru", other))
    }
    story = Story("a", versions)
    about = Subject("topic", "t", {"en": (tag,), "ru": (other,)}, frozenset("a"))
    newsroom = pages.Newsroom(SETTINGS, (story,), {"a": Address("news/2026/a", ())}, Subjects((about,)))
    return pages.make(newsroom)["en/news/topics/t/index.md"]


def _render(meta: dict[str, Any]) -> str:
    """Return what our templates print of a page with such front matter: the head of the page, and its content."""
    told = facts.gather(meta, title="", here=interfaces.EN, languages=interfaces.ALL, counterparts={}, site_url=SITE)
    publication = Publication(interfaces.EN, SITE, "", {})
    return ENVIRONMENT.get_template(meta["template"]).render(
        page=SimpleNamespace(meta=meta, content="<p>x</p>", canonical_url=None, url="news/2026/a/"),
        facts=told,
        here=interfaces.EN,
        languages=interfaces.ALL,
        config={"theme": {}},
        titles={},
        edition="Site",
        feeds=channels.Channels({}, {}, ()),
        open_graph=open_graph.properties(told, meta, publication=publication),
        linked_data=linked_data.write(linked_data.describe(told, meta, publication=publication, picture=None)),
    )
