"""What a built site tells machines, held against itself: each function returns the lies that it found."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import honesty
from babel import Locale
from building import SITE_URL
from lxml import etree

import schema_org
import sitemap_schema
from newsroom import languages
from newsroom.site.publication import territory_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reading import Html

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SIDES = ("width", "height")
DAY = len("2026-01-13")


@dataclass(frozen=True)
class Told:
    """What one page tells machines, by each of the ways."""

    address: str
    """Its address from the site's root."""
    html: Html
    """The page."""
    graph: list[tuple[str, str]]
    """Its Open Graph, in order."""
    raw: list[str]
    """Its linked data as it stands."""
    listed: etree._Element | None
    """Its entry in the sitemap."""

    @property
    def data(self) -> dict[str, Any]:
        """Its linked data, where it has just one piece."""
        return dict(json.loads(self.raw[0])) if len(self.raw) == 1 else {}

    def one(self, name: str) -> str | None:
        """Return the content of an Open Graph property that a page has once."""
        return dict(self.graph).get(name)


def told(site: Path) -> list[Told]:
    """Return what each page tells."""
    listed = {url.findtext("{*}loc"): url for url in _parts(site)}
    return [
        Told(
            address,
            html,
            [
                (one.attributes["property"], one.attributes["content"])
                for one in html.all("meta")
                if one.attributes.get("property", "").startswith(("og:", "article:"))
            ],
            DATA.findall((site / address / honesty.INDEX).read_text("utf-8")),
            listed.get(SITE_URL + address),
        )
        for address, html in honesty.pages(site).items()
    ]


def version_lies(site: Path) -> list[str]:
    """Return where hreflang, sitemap, Open Graph and linked data do not name the same versions of a page."""
    return [f"{page.address}: {lie}" for page in told(site) for lie in _versions(page)]


def word_lies(site: Path) -> list[str]:
    """Return where they do not say the same of the page itself, or tell of a page that is to stay unknown."""
    return [f"{page.address}: {lie}" for page in told(site) for lie in _words(page)]


def schema_lies(site: Path) -> list[str]:
    """Return what in the linked data schema.org does not know, or a browser could take for the end of the script."""
    found = [f"{page.address}: {lie}" for page in told(site) if page.raw for lie in schema_org.lies(page.data)]
    return found + [f"{page.address}: markup" for page in told(site) for raw in page.raw if set("<>&\u2028") & set(raw)]


def address_lies(site: Path) -> list[str]:
    """Return every address in the linked data at which there is neither a picture nor a page that may be known."""
    known = {SITE_URL + page.address for page in told(site) if not honesty.is_hidden(page.html)}
    known |= {SITE_URL + path.relative_to(site).as_posix() for path in site.glob("assets/share/**/*.png")}
    return [
        f"{page.address}: {one}"
        for page in told(site)
        for one in _strings(page.data)
        if one.startswith(SITE_URL) and one.partition("#")[0].removesuffix("?q={words}") not in known
    ]


def translation_lies(site: Path) -> list[str]:
    """Return where one page calls another its translation or its original, and that one contradicts."""
    named = {SITE_URL + page.address: page.data for page in told(site)}
    translations = {(url, one["url"]) for url, data in named.items() for one in data.get("workTranslation", ())}
    originals = {(data["translationOfWork"]["url"], url) for url, data in named.items() if "translationOfWork" in data}
    both = translations | originals
    return [f"{one} and {other}" for one, other in both if one == other or (other, one) in both]


def title_lies(site: Path) -> list[str]:
    """Return the titles that several pages have, of those that search engines may know."""
    titles = Counter(page.html.one("title").text for page in told(site) if not honesty.is_hidden(page.html))
    return [title for title, count in titles.items() if count > 1]


def sitemap_lies(site: Path) -> list[str]:
    """Return what keeps the site's sitemaps from being some, and those that robots.txt does not name rightly."""
    named = [
        line.removeprefix("Sitemap: ").removeprefix(SITE_URL)
        for line in (site / "robots.txt").read_text("utf-8").splitlines()
        if line.startswith("Sitemap: ")
    ]
    found = [path.name for path in sorted(site.glob("*sitemap*.xml")) if not re.search(r"sitemap-\d", path.name)]
    lies = [lie for path in site.glob("*sitemap*.xml") for lie in sitemap_schema.lies(path.read_text("utf-8"))]
    return lies + [f"robots.txt: {named} is not {found}"] * (sorted(named) != found)


def _parts(site: Path) -> Iterator[etree._Element]:
    """Yield the entries of the sitemap, whether it is one file or several."""
    root = etree.parse(site / "sitemap.xml").getroot()
    for loc in root.iterfind("{*}sitemap/{*}loc"):
        yield from etree.parse(site / loc.text.removeprefix(SITE_URL)).getroot().iterfind("{*}url")
    yield from root.iterfind("{*}url")


def _versions(page: Told) -> Iterator[str]:
    links = [one for one in page.html.all("link", rel="alternate") if "hreflang" in one.attributes]
    pairs = [(one.attributes["hreflang"], one.attributes["href"]) for one in links]
    listed = page.listed.iterfind("{*}link") if page.listed is not None else ()
    in_sitemap = [(link.get("hreflang"), link.get("href")) for link in listed]
    if pairs != in_sitemap:
        yield f"hreflang says {pairs}, the sitemap {in_sitemap}"
    versions = {(code, url) for code, url in pairs if code != "x-default"}
    in_data = {(one["inLanguage"], one["url"]) for one in _examples(page.data)}
    if versions != in_data:
        yield f"hreflang says {versions}, the linked data {in_data}"
    locales = sorted(content for name, content in page.graph if name.startswith("og:locale"))
    if locales != sorted(_locale(code) for code, _ in versions):
        yield f"hreflang says {versions}, Open Graph {locales}"


def _examples(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the versions that linked data names: itself, where it is of no work with several."""
    return list(data["exampleOfWork"]["workExample"]) if "exampleOfWork" in data else [data] * bool(data)


def _locale(code: str) -> str:
    return territory_form(Locale.parse(languages.load(code).locale))


def _words(page: Told) -> Iterator[str]:
    canonical = [one.attributes["href"] for one in page.html.all("link", rel="canonical")]
    if honesty.is_hidden(page.html):
        if page.graph or page.raw or canonical or page.listed is not None:
            yield "a page that is hidden from search engines tells of itself"
        return
    data, language = page.data, page.html.one("html").attributes["lang"]
    said = {
        "address": [*canonical, page.one("og:url"), data.get("url"), SITE_URL + page.address],
        "language": [data.get("inLanguage"), language],
        "locale": [page.one("og:locale"), _locale(language)],
        "headline": [page.one("og:title"), data.get("headline", data.get("name"))],
        "description": [
            page.html.one("meta", name="description").attributes["content"] or None,
            page.one("og:description"),
            data.get("description"),
        ],
        "kind": [page.one("og:type") == "article", data.get("@type") == "NewsArticle"],
        "first day": [page.one("article:published_time"), data.get("datePublished")],
        "last change": [page.one("article:modified_time"), data.get("dateModified")],
        "section": [page.one("article:section"), data.get("articleSection")],
        "tags": [[content for name, content in page.graph if name == "article:tag"], data.get("keywords", [])],
    }
    if page.one("og:type") == "article":
        image = data.get("image", {})
        said["picture"] = [page.one("og:image"), image.get("url")]
        said["its size"] = [
            [page.one(f"og:image:{side}") for side in SIDES],
            [str(image[side]["value"]) if side in image else None for side in SIDES],
        ]
    if "dateModified" in data:
        said["day of the last change"] = [data["dateModified"][:DAY], _lastmod(page)]
    yield from (f"{name}: {ways}" for name, ways in said.items() if any(way != ways[0] for way in ways))


def _lastmod(page: Told) -> str | None:
    return None if page.listed is None else page.listed.findtext("{*}lastmod")


def _strings(node: object) -> Iterator[str]:
    """Yield every text in a piece of JSON."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for one in node.values() if isinstance(node, dict) else node:
            yield from _strings(one)
