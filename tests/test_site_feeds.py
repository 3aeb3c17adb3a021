"""The three feeds of a list."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import escape, unescape
from typing import TYPE_CHECKING, Any

import feedparser
import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

import feed_faults
from newsroom.site import feeds
from newsroom.site.feeds import Channel, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
HOME = "https://example.org/newsroom/kk/news/"
CHANNEL = Channel("Жаңалықтар", "Бәрі туралы", "kk", "ltr", HOME)
FIRST = Entry(
    f"{HOME}2026/sapar/",
    'Сапар "туралы" & <b>',
    "Ректор & елші.",
    '<p>Ректор &amp; <a href="../../about/">елші</a>.</p>\n<ul>\n<li>бір</li>\n</ul>',
    ("Анна де Фрис", "Тимур Сейтов"),
    date(2026, 1, 13),
    date(2026, 1, 15),
    ("ғылым", "<білім>"),
)
SECOND = replace(FIRST, address=f"{HOME}2025/gharysh/", authors=(), published=date(2025, 12, 31), updated=None, tags=())
UNDATED = replace(FIRST, address=f"{HOME}undated/zebra/", published=None, updated=None)
FILES = ["atom.xml", "rss.xml", "feed.json"]
HOSTILE = 400
"""So many of the hostile texts are put into every place of every format."""

FAULTS = {
    "atom.xml": {
        "a day that is no moment": ("2026-01-15T12:00:00+00:00", "2026-01-15"),
        "a moment without an offset": ("2026-01-15T12:00:00+00:00", "2026-01-15T12:00:00"),
        "no id": (f"<id>{HOME}2025/gharysh/</id>", ""),
        "an id that is no address": (f"<id>{HOME}2025/gharysh/</id>", "<id>gharysh</id>"),
        "the same id twice": ("2025/gharysh/</id>", "2026/sapar/</id>"),
        "two titles": ("<entry>", "<entry><title>x</title>"),
        "no author at all": ("<author><name>Жаңалықтар</name></author>", ""),
        "an author without a name": ("<name>Анна де Фрис</name>", ""),
        "an unknown element": ("<entry>", "<entry><pubDate>x</pubDate>"),
        "an unknown type of text": ('<summary type="html">', '<summary type="markdown">'),
        "two alternates": ("<entry>", '<entry><link href="https://example.org/"/>'),
        "no word of where it stands": ('rel="self"', 'rel="related"'),
        "text for markup": ("Жаңалықтар</title>", "Жаңалықтар & co</title>"),
        "another language of feeds": ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    },
    "rss.xml": {
        "another version": ('version="2.0"', 'version="0.91"'),
        "no description": ("<description>Бәрі туралы</description>", ""),
        "an unknown element": ("<item>", "<item><updated>x</updated>"),
        "a module without its name": (' xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
        "a date of another format": ("Tue, 13 Jan 2026 12:00:00 +0000", "2026-01-13T00:00:00Z"),
        "another weekday": ("Tue, 13 Jan", "Wed, 13 Jan"),
        "a day that does not exist": ("Tue, 13 Jan", "Tue, 33 Jan"),
        "no guid": (f'<guid isPermaLink="true">{HOME}2026/sapar/</guid>', ""),
        "a guid that is no address": (f'<guid isPermaLink="true">{HOME}2026/sapar/', '<guid isPermaLink="true">sapar'),
        "the same guid twice": ("2025/gharysh/</guid>", "2026/sapar/</guid>"),
        "a relative link": (f"<link>{HOME}2026/sapar/</link>", "<link>2026/sapar/</link>"),
        "an author without a mail address": ("<item>", "<item><author>Анна</author>"),
        "no word of where it stands": ('rel="self"', 'rel="related"'),
        "a language that is none": ("<language>kk", "<language>қазақ тілі"),
        "two full texts": ("<item>", "<item><content:encoded>x</content:encoded>"),
        "a control character": ("Жаңалықтар", "\x0c"),
    },
    "feed.json": {
        "another version": ("version/1.1", "version/1"),
        "no text": ('"content_html"', '"_content"'),
        "a day that is no moment": ("2026-01-15T12:00:00+00:00", "2026-01-15"),
        "a moment without an offset": ("2026-01-15T12:00:00+00:00", "2026-01-15T12:00:00"),
        "an author of version 1.0": ('"authors"', '"author"'),
        "an author without a name": ('"name": "Анна де Фрис"', '"name": ""'),
        "a relative address": (f'"url": "{HOME}2026', '"url": "2026'),
        "the same id twice": ("2025/gharysh/", "2026/sapar/"),
        "no id": ('"id"', '"guid"'),
        "text for markup": ("ғылым", 'ғы"лым'),
    },
}
"""Faults to be found: what stands in a feed, and what in the place of it."""
TABLE = [(name, *fault) for name, found in FAULTS.items() for fault in found.values()]
NAMES = [f"{name}: {what}" for name, found in FAULTS.items() for what in found]


def _told(entries: Iterable[Entry], channel: Channel = CHANNEL) -> dict[str, list[dict[str, Any]]]:
    """Return what each of the three feeds says of `entries`, read by parsers that have nothing to do with ours."""
    made = feeds.render(channel, list(entries))
    atom, rss = (etree.fromstring(made[name].encode()) for name in FILES[:2])
    return {
        "atom.xml": [
            {
                "headline": one.findtext(f"{ATOM}title"),
                "summary": unescape(one.findtext(f"{ATOM}summary")),
                "content": one.findtext(f"{ATOM}content"),
                "authors": [name.text for name in one.iter(f"{ATOM}name")],
                "tags": [tag.get("term") for tag in one.iter(f"{ATOM}category")],
            }
            for one in atom.iter(f"{ATOM}entry")
        ],
        "rss.xml": [
            {
                "headline": one.findtext("title"),
                "summary": unescape(one.findtext("description")),
                "content": one.findtext(CONTENT),
                "authors": [name.text for name in one.iter(CREATOR)],
                "tags": [tag.text for tag in one.iter("category")],
            }
            for one in rss.iter("item")
        ],
        "feed.json": [
            {
                "headline": one["title"],
                "summary": one.get("summary"),
                "content": one["content_html"],
                "authors": [author["name"] for author in one.get("authors", ())],
                "tags": one.get("tags", []),
            }
            for one in json.loads(made["feed.json"])["items"]
        ],
    }


def _plain(markup: str) -> str:
    """Return the text of HTML, character for character."""
    text: str = html.fragment_fromstring(markup, create_parent="div").text_content()
    return text


@pytest.mark.parametrize("name", FILES)
def test_same_bytes(name: str) -> None:
    """A feed says all that is known of each entry, and the same whenever it is made."""
    expected = (feed_faults.CASES / name).read_text("utf-8")
    assert expected == feeds.render(CHANNEL, [FIRST, SECOND, UNDATED])[name]


@pytest.mark.parametrize("name", FILES)
def test_feeds_keep_the_rules(name: str) -> None:
    """Each keeps the rules of its format."""
    assert [] == feed_faults.faults(name, feeds.render(CHANNEL, [FIRST, SECOND, UNDATED])[name])


@pytest.mark.parametrize(("name", "old", "new"), TABLE, ids=NAMES)
def test_a_broken_feed_is_found(name: str, old: str, new: str) -> None:
    """The checks of the formats see what they are there for."""
    text = feeds.render(CHANNEL, [FIRST, SECOND])[name]
    assert old in text
    assert [] != feed_faults.faults(name, text.replace(old, new))


@pytest.mark.parametrize("name", FILES[:2])
def test_programs_read_it(name: str) -> None:
    """A program of others reads headline, full text, authors, tags and days."""
    one = feedparser.parse(feeds.render(CHANNEL, [FIRST])[name].encode()).entries[0]
    assert FIRST.address == one.id == one.link
    assert ("Ректор & елші.", "Анна де Фрис") == (_plain(one.summary), one.authors[0]["name"])
    assert list(FIRST.authors) == [author["name"] for author in one.authors]
    assert list(FIRST.tags) == [tag["term"] for tag in one.tags]
    assert "Ректор & елші.\n\nбір\n" == _plain(one.content[0]["value"])
    assert (2026, 1, 13, 12, 0) == one.published_parsed[:5]


def test_a_feed_is_as_old_as_its_newest_entry() -> None:
    """A feed's own date is that of its last published or changed entry."""
    late = replace(SECOND, published=date(2026, 2, 1))
    for entries, expected in (([SECOND, FIRST], "2026-01-15"), ([FIRST, late], "2026-02-01"), ([SECOND], "2025-12-31")):
        made = feeds.render(CHANNEL, entries)
        assert f"{expected}T12:00:00+00:00" == etree.fromstring(made["atom.xml"].encode()).findtext(f"{ATOM}updated")
        built = feedparser.parse(made["rss.xml"].encode()).feed.updated_parsed
        assert expected == "{:04}-{:02}-{:02}".format(*built[:3])


def test_a_day_is_its_noon() -> None:
    """A day is its noon in UTC, in all three, as it is for other machines."""
    made = feeds.render(CHANNEL, [FIRST])
    assert "<published>2026-01-13T12:00:00+00:00</published>" in made["atom.xml"]
    assert "<pubDate>Tue, 13 Jan 2026 12:00:00 +0000</pubDate>" in made["rss.xml"]
    assert '"date_published": "2026-01-13T12:00:00+00:00"' in made["feed.json"]


def test_no_date_is_invented() -> None:
    """Atom, which wants dates, leaves undated entries out; the other two have them without one."""
    made = feeds.render(CHANNEL, [FIRST, UNDATED])
    assert UNDATED.address not in made["atom.xml"]
    assert [FIRST.address, UNDATED.address] == re.findall(r"<guid.*?>(.*?)</guid>", made["rss.xml"])
    assert 1 == made["rss.xml"].count("<pubDate>")
    assert [True, False] == ["date_published" in one for one in json.loads(made["feed.json"])["items"]]


@pytest.mark.parametrize("entries", [[], [UNDATED]], ids=["none", "undated"])
def test_nothing_dated_makes_no_feed(entries: list[Entry]) -> None:
    """A list without a single day has no feed, which would have to say when it changed."""
    assert {} == feeds.render(CHANNEL, entries)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../../about/", "https://example.org/newsroom/kk/news/about/"),
        ("../../../../assets/a.pdf?x=1&amp;y=2#z", "https://example.org/newsroom/assets/a.pdf?x=1&y=2#z"),
        ("#text-1", f"{HOME}2026/sapar/#text-1"),
        ("/", "https://example.org/"),
        ("https://example.com/?a", "https://example.com/?a"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("http://[", "http://["),
    ],
)
@pytest.mark.parametrize("name", FILES)
def test_links_lead_somewhere(name: str, link: str, expected: str) -> None:
    """Inside a reader's program a relative link would lead nowhere."""
    told = _told([replace(FIRST, content=f'<p>a <a href="{link}">b</a></p>')])
    assert [expected] == html.fromstring(told[name][0]["content"]).xpath("//a/@href")


@pytest.mark.parametrize("name", FILES)
def test_full_text_names_its_language(name: str) -> None:
    """Programs that list many feeds need the language and the direction with the text."""
    told = _told([FIRST], replace(CHANNEL, language="ar", direction="rtl"))
    root = html.fromstring(told[name][0]["content"])
    assert ("ar", "rtl") == (root.get("lang"), root.get("dir"))


@pytest.mark.parametrize("name", FILES)
def test_text_stays_text(name: str) -> None:
    """Whatever a headline, lead, name, tag or body says is in the feed character for character, and is no markup."""
    texts = [hostile.shown(text) for text in hostile.payloads(HOSTILE)]
    entries = [
        Entry(f"{HOME}{at}/", text, text, f"<p>{escape(text)}</p>", (text, text), FIRST.published, None, (text, text))
        for at, text in enumerate(texts)
    ]
    told = _told(entries)[name]
    for text, one in zip(texts, told, strict=True):
        assert {"headline": text, "summary": text, "authors": [text] * 2, "tags": [text] * 2} == {
            key: value for key, value in one.items() if key != "content"
        }
        root = html.fromstring(one["content"])
        assert (text, ["div", "p"]) == (root.text_content(), [element.tag for element in root.iter()])
    assert [] == feed_faults.faults(name, feeds.render(CHANNEL, entries)[name])


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        *((character, "\ufffd") for character in "\x00\x01\x08\x0b\x0c\x0e\x1b\x1f\ufffe\uffff\ud800\udfff"),
        *(
            (character, character)
            for character in "\t\n \x7f\x85\xa0\u2028\u202e\ue000\ufdd0\ufffd\U0001f600\U0010fffe"
        ),
        ("\r", "\n"),
        ("\r\n", "\n"),
    ],
    ids=ascii,
)
def test_characters_that_xml_forbids(character: str, expected: str) -> None:
    """A character that no XML can hold is replaced by the sign for that, in all three feeds; every other one stays."""
    text, shown = f"a{character}b", f"a{expected}b"
    entry = replace(FIRST, headline=text, summary=text, content=f"<p>{text}</p>", authors=(text,), tags=(text,))
    for told in _told([entry]).values():
        one = told[0]
        assert (shown, shown, [shown], [shown]) == (one["headline"], one["summary"], one["authors"], one["tags"])
        assert shown == _plain(one["content"])


@given(st.text(st.characters(), min_size=1))
def test_all_three_say_the_same(text: str) -> None:
    """Whatever the text, all three feeds can be read, and say the same."""
    entry = replace(FIRST, headline=text, summary=text, content=f"<p>{escape(text)}</p>", authors=(text,), tags=(text,))
    atom, rss, feed = _told([entry]).values()
    assert atom == rss == feed
