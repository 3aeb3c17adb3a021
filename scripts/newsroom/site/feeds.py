"""The feeds of a list of stories, with their full text: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.

The same entries give the same bytes: a feed is as old as its newest entry, and nothing here asks for the time.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from feedgenerator import Atom1Feed, Rss201rev2Feed
from lxml import html

from newsroom.site.publication import moment, noon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold (XML 1.0, section 2.2), half surrogate pairs among them."""
_LOST = "\ufffd"
"""Unicode's sign for a character that can't be shown."""
_CONTENT, _DUBLIN_CORE = "http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/elements/1.1/"
"""The modules of RSS for the full text, and for authors without a mail address."""
_JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of feeds, as pages announce it."""

    file: str
    """The file's name beside the list, with an ending that every web server knows."""
    media_type: str
    """What `<link type>` says."""
    name: str
    """What readers know it as."""


ATOM = Format("atom.xml", "application/atom+xml", "Atom")
RSS = Format("rss.xml", "application/rss+xml", "RSS")
JSON = Format("feed.json", "application/feed+json", "JSON Feed")
FORMATS = (ATOM, RSS, JSON)
"""Every list with feeds has one of each; programs that take the first one take the one that says most."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A list of stories, as its feeds describe it."""

    title: str
    """What it is called."""
    description: str
    """What it holds, in a sentence."""
    language: str
    """The language of all of it (BCP 47)."""
    direction: str
    """In which direction that is written: `ltr` or `rtl`."""
    home: str
    """The absolute address of the list, with a slash at its end: its feeds stand beside it."""

    def address(self, form: Format) -> str:
        """Return the absolute address of the channel's own feed in one format."""
        return urljoin(self.home, form.file)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a feed. All but `content` is plain text."""

    address: str
    """Its absolute address, which also tells it from all others for good."""
    headline: str
    """What it is called."""
    summary: str
    """The beginning of its lead."""
    content: str
    """Its full text as HTML; links may be relative to its address."""
    authors: tuple[str, ...]
    published: date | None
    """The day of its first publication; None where nothing is known of it."""
    updated: date | None
    """The day of its last change, where there is one."""
    tags: tuple[str, ...]


def render(channel: Channel, entries: Sequence[Entry]) -> dict[str, str]:
    """Return the feeds of `channel` with `entries` in their order: file name to text.

    Without a single dated entry there are none: a feed says when it changed. Where only some are undated, Atom, which
    wants a date of each, does without them; the other two have them without a date.
    """
    ready = [_ready(entry, channel) for entry in entries]
    dated = [entry for entry in ready if entry.published]
    if not dated:
        return {}
    return {
        ATOM.file: _xml(_Atom, ATOM, channel, dated),
        RSS.file: _xml(_Rss, RSS, channel, ready),
        JSON.file: _json(channel, ready),
    }


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """Atom with all authors of an entry; the library knows one."""

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:  # noqa: ANN401
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class _Rss(Rss201rev2Feed):  # type: ignore[misc]  # the library has no types
    """RSS with all authors of an entry, and its full text beside the summary."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": _CONTENT, "xmlns:dc": _DUBLIN_CORE}

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:  # noqa: ANN401
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["content"])


def _xml(library: type, form: Format, channel: Channel, entries: Sequence[Entry]) -> str:
    """Return one of the two feeds that the library writes. Both take a summary for HTML, and a headline for text."""
    feed = library(
        title=channel.title,
        link=channel.home,
        description=channel.description,
        language=channel.language,
        author_name=channel.title,
        feed_url=channel.address(form),
        feed_guid=channel.address(form),
    )
    for entry in entries:
        feed.add_item(
            title=entry.headline,
            link=entry.address,
            description=escape(entry.summary, quote=False),
            pubdate=noon(entry.published) if entry.published else None,
            updateddate=noon(entry.updated) if entry.updated else None,
            unique_id=entry.address,
            unique_id_is_permalink=True,
            categories=entry.tags,
            content=entry.content,
            authors=entry.authors,
        )
    return f"{feed.writeString('utf-8')}\n"


def _json(channel: Channel, entries: Sequence[Entry]) -> str:
    """Return the JSON Feed, which is a plain record."""
    feed = {
        "version": _JSON_FEED,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address(JSON),
        "description": channel.description,
        "language": channel.language,
        "items": [_item(entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON Feed has it, without what is not known."""
    item = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.headline,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": moment(entry.published) if entry.published else None,
        "date_modified": moment(entry.updated) if entry.updated else None,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
    }
    return {key: value for key, value in item.items() if value}


def _ready(entry: Entry, channel: Channel) -> Entry:
    """Return an entry that can stand alone: its text says which language it is in, and its links lead somewhere."""
    return replace(
        entry,
        headline=_printable(entry.headline),
        summary=_printable(entry.summary),
        content=_printable(_whole(_printable(entry.content), entry.address, channel)),
        authors=tuple(map(_printable, entry.authors)),
        tags=tuple(map(_printable, entry.tags)),
    )


def _whole(content: str, address: str, channel: Channel) -> str:
    """Return the HTML `content` with absolute links, in an element that names language and direction."""
    body = html.fragment_fromstring(content, create_parent="div")
    body.attrib.update({"lang": channel.language, "dir": channel.direction})
    body.make_links_absolute(address, handle_failures="ignore")
    text: str = html.tostring(body, encoding="unicode")
    return text


def _printable(text: str) -> str:
    """Return `text` as XML can hold it: with a sign in the place of each character that it can't."""
    return _NOT_XML.sub(_LOST, text.replace("\r\n", "\n").replace("\r", "\n"))
