"""The feeds of the built site, and what the pages say of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import honesty
import pytest
from building import SITE_URL, Site
from lxml import etree, html
from reading import Html, read

import feed_faults
from interfaces import ALL
from newsroom.site.feeds import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from newsroom.site.interface import Interface

FILES = [form.file for form in FORMATS]
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
EVERYWHERE = pytest.mark.parametrize("here", ALL, ids=[one.code for one in ALL])
EN = "news/2026/rector-receives-ambassador/index.html"
FAULTS = {
    "another language's feed": ("../../atom.xml", "../../../ru/news/atom.xml"),
    "a feed that does not exist": ("../../feed.json", "../../feeds.json"),
    "a feed left out": ('type="application/rss+xml"', 'type="text/plain"'),
    "a feed without a name": ('title="Kazakhstan', 'data-title="Kazakhstan'),
    "the wrong format": ("application/atom+xml", "application/feed+json"),
}
"""What is to be found on a page: a passage, and what stands there in the place of it."""


def _text(markup: str) -> str:
    """Return what a reader reads of HTML."""
    return " ".join(html.fragment_fromstring(markup, create_parent="div").text_content().split())


def _said(text: str, name: str) -> dict[str, Any]:
    """Return the language of a feed, the address that it names as its own, and headline and text by address."""
    if name == "feed.json":
        feed = json.loads(text)
        entries = [(one["url"], one["title"], one["content_html"]) for one in feed["items"]]
        own, language = feed["feed_url"], feed["language"]
    else:
        root = etree.fromstring(text.encode())
        language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.findtext("channel/language")
        own = next(link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") == "self")
        entries = [
            (one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}title"), one.findtext(f"{ATOM}content"))
            for one in root.iter(f"{ATOM}entry")
        ] + [(one.findtext("guid"), one.findtext("title"), one.findtext(CONTENT)) for one in root.iter("item")]
    return {"language": language, "own": own, "entries": {url: (title, content) for url, title, content in entries}}


def _article(path: Path) -> tuple[str, str]:
    """Return the headline and the text that the page of an article shows."""
    root = html.fromstring(path.read_text("utf-8"))
    (body,) = root.find_class("article__body")
    return root.findtext(".//h1"), " ".join(body.text_content().split())


def _listed(site: Site, here: Interface) -> list[str]:
    """Return the addresses of the stories that the archive of a language lists in that language."""
    address = f"{here.prefix}news/"
    links = read(site.folder / address / "index.html").inside("story__title", "a")
    return [honesty.resolve(address, link.attributes["href"]) for link in links if "lang" not in link.attributes]


def _announced(address: str, found: Html, site: Path) -> Iterator[str]:
    """Yield what is wrong with the feeds that the page at `address` announces."""
    language = found.one("html").attributes["lang"]
    links = [one.attributes for one in found.all("link", rel="alternate") if "hreflang" not in one.attributes]
    wanted = [form.media_type for form in FORMATS]
    # A list with feeds of its own names them first, then those of all news.
    if [link["type"] for link in links] not in (wanted, wanted * 2):
        yield f"{address}: announces {[link['type'] for link in links]}"
    for link in links:
        path = honesty.resolve(address, link["href"]).removesuffix("/")
        form = next((one for one in FORMATS if path.endswith(f"/{one.file}")), None)
        if form is None or not (site / path).is_file():
            yield f"{address}: {path} does not exist"
            continue
        said = _said((site / path).read_text("utf-8"), form.file)
        if [f"{SITE_URL}{path}", language, form.media_type] != [said["own"], said["language"], link["type"]]:
            yield f"{address}: {path} is another feed"
        if not link.get("title", "").endswith(f" ({form.name})"):
            yield f"{address}: {path} has no name"


@EVERYWHERE
@pytest.mark.parametrize("name", FILES)
def test_feeds_keep_the_rules(site: Site, here: Interface, name: str) -> None:
    """Every feed keeps the rules of its format."""
    assert [] == feed_faults.faults(name, (site.folder / here.prefix / "news" / name).read_text("utf-8"))


@EVERYWHERE
@pytest.mark.parametrize("name", FILES)
def test_a_feed_holds_what_its_list_has_in_its_language(site: Site, here: Interface, name: str) -> None:
    """A feed holds the archive's stories that exist in its language, in the archive's order; Atom the dated ones."""
    said = _said((site.folder / here.prefix / "news" / name).read_text("utf-8"), name)
    expected = [f"{SITE_URL}{url}" for url in _listed(site, here) if name != "atom.xml" or "/undated/" not in url]
    assert ([*said["entries"]], here.code) == (expected, said["language"])
    assert expected


@EVERYWHERE
@pytest.mark.parametrize("name", FILES)
def test_a_feed_says_what_the_pages_say(site: Site, here: Interface, name: str) -> None:
    """An entry has its page's headline and its page's whole text, the dateline among it."""
    for url, (title, content) in _said((site.folder / here.prefix / "news" / name).read_text("utf-8"), name)[
        "entries"
    ].items():
        assert _article(site.folder / url.removeprefix(SITE_URL) / "index.html") == (title, _text(content))


def test_the_sample_has_a_dateline(sample_site: Site) -> None:
    """The comparison of the texts has a dateline to compare."""
    entries = _said((sample_site.folder / "ru/news/rss.xml").read_text("utf-8"), "rss.xml")["entries"].values()
    assert any("Брюссель. 12 января. KAZAKHSTAN TODAY - В понедельник" in _text(content) for _, content in entries)


def test_every_page_announces_its_feeds(site: Site) -> None:
    """Every page names the feeds of its language, each with its format, and by a name that tells them apart."""
    found = honesty.pages(site.folder)
    assert [] == [fault for address, page in found.items() for fault in _announced(address, page, site.folder)]
    assert len(found) > len(ALL)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_wrong_announcement_is_found(sample_site: Site, tmp_path: Path, fault: tuple[str, str]) -> None:
    """The check of the announcements sees what it is there for."""
    text = (sample_site.folder / EN).read_text("utf-8")
    assert fault[0] in text
    page = tmp_path / "index.html"
    page.write_text(text.replace(*fault), "utf-8")
    assert [] != list(_announced(EN.removesuffix("index.html"), read(page), sample_site.folder))


@EVERYWHERE
def test_readers_find_the_feeds(sample_site: Site, here: Interface) -> None:
    """Every page leads to its language's feed in words of the language, and the archive to all three."""
    for page in (f"{here.prefix}", f"{here.prefix}news/2026/university-reports/"):
        footer = read(sample_site.folder / page / "index.html").inside("footer", "a")
        (link,) = [one for one in footer if "type" in one.attributes]
        assert (here.say("feed"), f"{here.prefix}news/rss.xml/") == (
            link.text,
            honesty.resolve(page, link.attributes["href"]),
        )
    archive = read(sample_site.folder / here.prefix / "news/index.html")
    assert [here.say("feeds")] == [one.text for one in archive.all("p", class_="feeds__title")]
    assert FILES == [one.attributes["href"] for one in archive.inside("feeds", "a")]
    assert [] == read(sample_site.folder / here.prefix / "news/2026/index.html").inside("feeds", "a")


@pytest.mark.browser
def test_material_sees_no_feed(sample_site: Site, browser: Browser) -> None:
    """Material, which takes every alternate for a site in another language, sees none; afterwards all are as before."""
    page = browser.new_page()
    script = "window.seen = document.querySelectorAll('link[rel=alternate]').length"
    page.route("**/bundle.*.js", lambda route: route.fulfill(content_type="text/javascript", body=script))
    page.goto(f"{sample_site.address}news/")
    before = page.locator("link[rel=alternate]").count()
    page.locator(".search input").click()
    page.wait_for_function("window.seen !== undefined")
    page.wait_for_function("count => document.querySelectorAll('link[rel=alternate]').length === count", arg=before)
    assert (0, 7) == (page.evaluate("window.seen"), before)
    page.close()


@pytest.mark.browser
def test_links_to_feeds_can_be_hit(sample_site: Site, browser: Browser) -> None:
    """On a phone the links to feeds are 24 px or more in both directions (WCAG 2.2, 2.5.8)."""
    page = browser.new_page(viewport={"width": 320, "height": 740})
    page.goto(f"{sample_site.address}kk/news/")
    boxes: list[Any] = [link.bounding_box() for link in page.locator(".feeds a, .footer__feed").all()]
    page.close()
    assert 4 == len(boxes)
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
