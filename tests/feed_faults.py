"""Feeds held against what their formats say: each function returns the faults that it finds in a feed's text.

The W3C's feed validator comes as no package; these are its rules as far as they concern what this site publishes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "cases" / "feeds"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ADDRESS = re.compile(r"https?://[^\s/]+/\S*")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
CHANNEL = {
    "once": {"title", "link", "description"},
    "at most once": {
        "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "generator", "docs",
        "cloud", "ttl", "image", "rating", "textInput", "skipHours", "skipDays",
    },
    "often": {"category", "item", f"{ATOM}link"},
}  # fmt: skip
"""The elements of a channel (RSS 2.0.11), and how often each may stand there."""
ITEM = {
    "once": {"title", "link", "guid"},
    "at most once": {"description", "author", "comments", "enclosure", "pubDate", "source", CONTENT},
    "often": {"category", CREATOR},
}
"""The elements of an item. RSS asks for a title or a description only; an item of ours can be opened and told apart."""


def faults(name: str, text: str) -> list[str]:
    """Return the faults of the feed that is published as the file `name`."""
    check = {"atom.xml": _atom, "rss.xml": _rss, "feed.json": _json}[name]
    try:
        return list(check(text))
    except (etree.XMLSyntaxError, json.JSONDecodeError) as error:
        return [str(error)]


def _atom(text: str) -> Iterator[str]:
    """Yield what breaks the schema of RFC 4287, then what breaks the rules that its sections 4.1.1 and 4.1.2 add."""
    root = etree.fromstring(text.encode())
    schema = etree.RelaxNG(etree.parse(CASES / "atom.rng"))
    schema.validate(root)
    yield from (str(error) for error in schema.error_log)
    yield from _read_by_feedparser(text, "atom10")
    entries = root.findall(f"{ATOM}entry")
    for entry in entries if root.find(f"{ATOM}author") is None else ():
        if entry.find(f"{ATOM}author") is None:
            yield "an entry without an author in a feed without one"
    for holder in (root, *entries):
        links = holder.findall(f"{ATOM}link")
        alternates = [(one.get("type"), one.get("hreflang")) for one in links if one.get("rel") in {None, "alternate"}]
        if len(alternates) != len(set(alternates)):
            yield "two alternates of one type and language"
        if holder.find(f"{ATOM}content") is None and not alternates and holder is not root:
            yield "an entry that neither holds its text nor leads to it"
    if [one.get("rel") for one in root.findall(f"{ATOM}link")].count("self") != 1:
        yield "the feed does not say where it stands"
    yield from _twice([one.findtext(f"{ATOM}id") for one in (root, *entries)])


def _rss(text: str) -> Iterator[str]:
    """Yield what breaks the rules of RSS 2.0.11 and the best practices of its board."""
    root = etree.fromstring(text.encode())
    if (root.tag, root.get("version"), [one.tag for one in root]) != ("rss", "2.0", ["channel"]):
        yield "no RSS 2.0 with one channel"
        return
    yield from _read_by_feedparser(text, "rss20")
    channel = root[0]
    yield from _counted(channel, CHANNEL)
    own = channel.findall(f"{ATOM}link")
    if [(one.get("rel"), bool(ADDRESS.fullmatch(one.get("href", "")))) for one in own] != [("self", True)]:
        yield "the channel does not say where it stands"
    if not LANGUAGE.fullmatch(channel.findtext("language", "en")):
        yield "a language that is none"
    for item in channel.findall("item"):
        yield from _counted(item, ITEM)
        guid = item.find("guid")
        if guid is not None and guid.get("isPermaLink", "true") == "true" and not ADDRESS.fullmatch(guid.text or ""):
            yield f"a guid that is no address: {guid.text}"
        if "@" not in item.findtext("author", "@"):
            yield "an author without a mail address"
    for one in (*channel.iter("link"), *channel.iter("comments")):
        if not ADDRESS.fullmatch(one.text or ""):
            yield f"no address: {one.text}"
    for one in (*channel.iter("pubDate"), *channel.iter("lastBuildDate")):
        yield from _no_date(one.text or "")
    yield from _twice([one.text for one in channel.iter("guid")])


def _json(text: str) -> Iterator[str]:
    """Yield what breaks the schema of JSON Feed 1.1, and items that can't be told apart."""
    feed: dict[str, Any] = json.loads(text)
    schema = json.loads((CASES / "json-feed.schema.json").read_text("utf-8"))
    broken = list(jsonschema.Draft202012Validator(schema).iter_errors(feed))
    yield from (f"{error.json_path}: {error.message}" for error in broken)
    if not broken:
        yield from _twice([item["id"] for item in feed["items"]])


def _counted(holder: Any, allowed: dict[str, set[str]]) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the elements inside `holder` that are missing, that stand there too often, or that no rule knows."""
    found = Counter(one.tag for one in holder)
    yield from (f"{holder.tag} without {name}" for name in sorted(allowed["once"]) if not found[name])
    single = allowed["once"] | allowed["at most once"]
    yield from (f"{holder.tag} with {number} {name}" for name, number in found.items() if name in single and number > 1)
    yield from (f"{holder.tag} with {name}" for name in found if name not in single | allowed["often"])


def _no_date(text: str) -> Iterator[str]:
    """Yield `text` where it is no moment, or is one on another weekday."""
    try:
        same = RFC_822.fullmatch(text) and format_datetime(parsedate_to_datetime(text)) == text
    except ValueError:
        same = False
    if not same:
        yield f"no date: {text}"


def _twice(names: list[str | None]) -> Iterator[str]:
    yield from (f"twice: {name}" for name, number in Counter(names).items() if number > 1)


def _read_by_feedparser(text: str, version: str) -> Iterator[str]:
    """Yield what a program that has read feeds for twenty years stumbles over."""
    read = feedparser.parse(text.encode())
    if read.bozo or read.version != version:
        yield f"feedparser reads {read.version!r}: {read.get('bozo_exception')}"
