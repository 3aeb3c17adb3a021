"""What a page made of hostile texts does, and whether it shows every one of them: each check returns what is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any

import looking
import yaml
from building import SITE_URL
from lxml import etree, html

import interfaces
from feed_faults import ATOM, CONTENT, CREATOR
from newsroom.read import normalise
from newsroom.search.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Page

INTERFACES = {one.code: one for one in interfaces.ALL}

ELEMENTS = {
    "p id", "h2 id", "ul", "ol", "li id", "blockquote", "table", "thead", "tbody", "tr id", "th", "td", "a href rel",
    "span id", "span class",
}  # fmt: skip
"""All that a body may be made of."""
FEEDS = ("atom.xml", "rss.xml", "feed.json")
"""The feeds of a list, each of which holds the same articles."""
ON_HOME = 7
"""So many stories stand on a front page."""
AT_ONCE = 50
"""So many pages a browser may be asked for at once."""
GAP = re.compile(r"[ \t]+")
"""What a browser shows as one space."""
ANCHOR = re.compile(r"text-.*|p\d+")
"""Every anchor inside a text, so that it takes the name of no part of the page."""
SCHEMES = ("http://", "https://", "mailto:")
RESULT_ELEMENTS = {
    "li class", "a class href tabindex", "article class data-md-score", "div class", "nav class", "span class",
    "p class", "p dir lang", "span dir lang", "details class", "summary class", "summary tabindex",
}  # fmt: skip
"""All with attributes that the results of the search may be made of."""
ACTIVE = {"script", "style", "img", "image", "svg", "math", "iframe", "object", "embed", "link", "meta", "base", "form"}
"""Elements that no result may hold, with attributes or without."""
REDIRECT = (
    "html dir lang, head, meta charset, meta content http-equiv, meta content name, meta content name, "
    "meta content name, meta content http-equiv, link href rel, title, body, main, h1, p, a href"
)


@dataclass(frozen=True)
class Edition:
    """A site of hostile articles: what was read, what was written, and the sidecars."""

    docs: Path
    """The folder of its pages."""
    articles: Path
    """The folder of its articles."""
    report: Path
    """The report of the build script."""

    @cached_property
    def read(self) -> dict[str, dict[str, Any]]:
        """What the program read: page to the article's record in the report."""
        records = json.loads(self.report.read_text("utf-8"))["articles"]
        return {record["page"]: record for record in records if record["page"]}

    @cached_property
    def pages(self) -> dict[str, dict[str, Any]]:
        """What was written: page to front matter."""
        found = sorted(self.docs.glob("*/news/**/*.md"))
        heads = {path.relative_to(self.docs).as_posix(): path.read_text("utf-8").split("\n---\n")[0] for path in found}
        return {path: yaml.safe_load(head) for path, head in heads.items()}

    def sidecar(self, source: str) -> dict[str, Any]:
        """Return what the editor said of the article."""
        values: dict[str, Any] = yaml.safe_load((self.articles / source).with_suffix(".yml").read_text("utf-8"))
        return values

    def address(self, page: str) -> str:
        """Return the address of a page from the site's root."""
        return page.removeprefix("en/").removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"


def front_matter_lies(edition: Edition) -> Iterator[str]:
    """Yield every value of a sidecar that the page's front matter does not repeat character for character."""
    for page, record in edition.read.items():
        said, written = edition.sidecar(record["source"]), edition.pages[page]
        for key in ("title", "agency", "photo_credit", "section", "source_url", "dateline_place", "authors", "tags"):
            if said[key] != written[key] or said[key] != record[key]:
                yield f"{page}: {key}: {said[key]!r} became {written[key]!r}"
        if [said.get("translator"), str(said["story"])] != [written.get("translator"), written["story_id"]]:
            yield f"{page}: translator or story differ"


def source_lies(edition: Edition) -> Iterator[str]:
    """Yield every hostile sentence of a source that is no block of the article: it holds nothing for a rule."""
    for record in edition.read.values():
        blocks = {_packed(text) for text in record["body"]}
        lines = normalise((edition.articles / record["source"]).read_text("utf-8"))
        sentences = [line for line in lines if line.startswith("Here ") and line.endswith(" stands.")]
        yield from (f"{record['source']}: lost {line!r}" for line in sentences if _packed(line) not in blocks)


def body_lies(page: Page, path: str, record: Mapping[str, Any]) -> Iterator[str]:
    """Yield every block of the open article that is not shown as it was read, and everything that acts in it."""
    body = page.evaluate(looking.BODY)
    expected, actual = list(_blocks(record)), [(kind, text) for kind, text, _ in body["blocks"]]
    yield from (
        f"{path}: {one!r} became {other!r}" for one, other in zip(expected, actual, strict=False) if one != other
    )
    if len(expected) != len(actual) or body["stray"]:
        yield f"{path}: {len(expected)} blocks became {len(actual)}, with {body['stray']} stray texts"
    yield from (
        f"{path}: {text!r} is seen as {seen!r}" for _, text, seen in body["blocks"] if GAP.sub(" ", text) != seen
    )
    yield from (f"{path}: holds {one!r}" for one in sorted(set(body["elements"]) - ELEMENTS))
    yield from (f"{path}: an anchor {one!r}" for one in body["anchors"] if not ANCHOR.fullmatch(one))
    for href, text, rel in body["links"]:
        leads = href.removeprefix("mailto:") == text and href.startswith(SCHEMES)
        if not leads or rel != "nofollow noopener":
            yield f"{path}: {text!r} leads to {href!r}, {rel!r}"


def field_lies(page: Page, path: str, edition: Edition, site_name: str) -> Iterator[str]:
    """Yield every text outside of the body that the open page shows otherwise than its front matter says."""
    actual = page.evaluate(looking.FIELDS)
    wanted = _fields(edition.pages[path], site_name)
    yield from (
        f"{path}: {key}: {wanted[key]!r} became {actual[key]!r}" for key in wanted if wanted[key] != actual[key]
    )


def redirect_lies(page: Page, edition: Edition, home: str) -> Iterator[str]:
    """Yield every page at an old address that is not built as such a page is, or names the story otherwise."""
    old = {
        f"{'' if meta['lang'] == 'en' else meta['lang'] + '/'}{alias}": meta["title"]
        for meta in edition.pages.values()
        for alias in meta.get("aliases", ())
    }
    addresses = list(old)
    batches = [addresses[at : at + AT_ONCE] for at in range(0, len(addresses), AT_ONCE)]
    parsed = [one for batch in batches for one in page.evaluate(looking.PARSED, [home, batch])]
    for (address, title), (elements, text) in zip(old.items(), parsed, strict=True):
        if (REDIRECT, title) != (elements, text):
            yield f"{address}: {title!r} became {text!r} in {elements}"


def index_lies(edition: Edition, site: Path) -> Iterator[str]:
    """Yield every article that the search of the built `site` holds otherwise than it was read, or can't find."""
    data = site / "search/data"
    held = [story for path in data.glob("stories-*.json") for story in json.loads(path.read_text("utf-8"))]
    told = {url: said for _, versions in held for url, *said in versions.values()}
    forms = {
        path.name: {line.split("\t")[-6] for one in path.glob("words-*.txt") for line in _lines(one)}
        for path in data.iterdir()
        if path.is_dir()
    }
    for page, record in edition.read.items():
        meta = edition.pages[page]
        if told.get(edition.address(page)) != [meta["title"], meta["description"]]:
            yield f"{page}: {meta['title']!r} became {told.get(edition.address(page))}"
        texts = [meta["title"], *meta["tags"], *record["body"]]
        said = {word.text.lower() for text in texts for word in words(text)}
        if not said <= forms[meta["lang"]]:
            yield f"{page}: not found by {sorted(said - forms[meta['lang']])}"


def _lines(path: Path) -> list[str]:
    """Return the lines of a lexicon behind its first; text may hold what Python takes for the end of a line."""
    return path.read_text("utf-8").split("\n")[1:]


def feed_lies(edition: Edition, site: Path) -> Iterator[str]:
    """Yield every article that a feed holds otherwise than it was read, and what is no text in it."""
    records = {edition.address(page): (page, record) for page, record in edition.read.items()}
    fed: Counter[str] = Counter()
    for path in sorted(path for name in FEEDS for path in site.rglob(name)):
        for address, said, content in _fed(path):
            page, record = records[address]
            meta = edition.pages[page]
            if said != [meta["title"], meta["description"], *meta["authors"], *meta["tags"]]:
                yield f"{path.name}: {page}: {said}"
            body = html.fragment_fromstring(content)
            if _packed(body.text_content()) != _packed("".join([meta.get("dateline", ""), *record["body"]])):
                yield f"{path.name}: {page}: its body is another"
            found = {" ".join([one.tag, *sorted(one.keys())]) for one in body.iterdescendants(etree.Element)}
            yield from (f"{path.name}: {page}: holds {one!r}" for one in sorted(found - ELEMENTS))
            fed[address] += 1
    wanted = {address: len(FEEDS) for meta in edition.pages.values() for address in meta.get("feed", ())}
    if wanted != fed:
        yield f"the feeds hold {len(fed)} articles, {fed.total()} times, of {len(wanted)}"


def lies(page: Page, edition: Edition, home: str, site_names: Mapping[str, str]) -> Iterator[str]:
    """Yield all that the site at `home` shows otherwise than it was written, opening each of its pages in `page`."""
    yield from source_lies(edition)
    yield from front_matter_lies(edition)
    for path, meta in edition.pages.items():
        page.goto(home + edition.address(path))
        if path in edition.read:
            yield from body_lies(page, path, edition.read[path])
        yield from field_lies(page, path, edition, site_names[meta["lang"]])
    for here in INTERFACES.values():
        page.goto(home + here.prefix)
        expected = [one["title"] for one in edition.pages[f"{here.code}/news/index.md"]["stories"][:ON_HOME]]
        actual = page.evaluate(looking.FIELDS)
        if [expected, None] != [actual["stories"], actual["canary"]]:
            yield f"{here.prefix}: {expected} became {actual['stories']}"
    yield from redirect_lies(page, edition, home)


def result_lies(page: Page, query: str, titles: frozenset[str]) -> Iterator[str]:
    """Yield every shown result of the search that is none of `titles`, and everything that a result may not hold."""
    shown = page.evaluate(looking.RESULTS)
    yield from (f"{query!r}: found {one!r}" for one in shown["titles"] if one not in titles)
    strange = {one for one in shown["elements"] if (" " in one and one not in RESULT_ELEMENTS) or one in ACTIVE}
    yield from (f"{query!r}: holds {one!r}" for one in sorted(strange))


def _fed(path: Path) -> Iterator[tuple[str, list[str], str]]:
    """Yield of each entry of a feed its address from the site's root, its texts in one row, and its full text."""
    if path.suffix == ".json":
        for one in json.loads(path.read_text("utf-8"))["items"]:
            texts = [one["title"], one["summary"], *(author["name"] for author in one["authors"]), *one["tags"]]
            yield one["id"].removeprefix(SITE_URL), texts, one["content_html"]
        return
    for one in etree.parse(path).iter(f"{ATOM}entry", "item"):
        headline = one.findtext("title") or one.findtext(f"{ATOM}title")
        summary = one.findtext("description") or one.findtext(f"{ATOM}summary")
        authors = [name.text for name in one.iter(CREATOR, f"{ATOM}name")]
        tags = [tag.get("term", tag.text) for tag in one.iter("category", f"{ATOM}category")]
        address = one.findtext("guid") or one.findtext(f"{ATOM}id")
        content = one.findtext(CONTENT) or one.findtext(f"{ATOM}content")
        yield address.removeprefix(SITE_URL), [headline, unescape(summary), *authors, *tags], content


def _packed(text: str) -> str:
    return "".join(text.split())


def _blocks(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the blocks of an article as the report tells them: kind and text, the cells of tables apart."""
    kinds = {"paragraph": "p", "heading": "h2"}
    before = ""
    for block, text in zip(record["blocks"], record["body"], strict=True):
        kind = block["kind"]
        if kind == "table_row":
            cell = "td" if before == kind else "th"
            yield from ((cell, one.strip()) for one in text.split("\t") if one.strip())
        else:
            yield kinds.get(kind, kind), text
        before = kind


def _fields(meta: Mapping[str, Any], site_name: str) -> dict[str, Any]:
    """Return what the page with the front matter `meta` has to show, and nothing else in those places."""
    here = INTERFACES[meta["lang"]]
    kind = meta["template"].removesuffix(".html")
    others = [one["title"] for one in meta.get("versions", ()) if one["lang"] != meta["lang"]]
    wanted: dict[str, Any] = {"canary": None, "versions": others}
    if kind == "archive":
        stories = meta["stories"]
        return wanted | {
            "stories": [one["title"] for one in stories],
            "leads": [one["description"] for one in stories],
        }
    wanted["title"] = [meta["title"]]
    if kind == "absent":
        return wanted | {"window": f"{here.say('absent_title')} – {site_name}", "graph": [], "data": [None] * 8}
    return wanted | {
        "graph": [meta["title"], meta["description"], *meta["authors"], meta["section"], *meta["tags"]],
        "data": [
            meta["title"],
            meta["description"],
            [*meta["authors"], meta["agency"]],
            meta["section"],
            meta["tags"],
            meta["dateline_place"],
            meta["photo_credit"],
            meta.get("translator"),
        ],
        "window": f"{meta['title']} – {site_name}",
        "description": [meta["description"]],
        "author": [", ".join(meta["authors"])],
        "byline": [here.say("by", names=here.join(meta["authors"]))],
        "section": [meta["section"]],
        "agency": [meta["agency"]],
        "credit": [here.say("photo", name=meta["photo_credit"])],
        "source": [meta["source_url"]],
        "source_href": [meta["source_url"]],
        "tags": meta["tags"],
        "neighbours": [meta[side]["title"] for side in ("earlier", "later") if side in meta],
    }
