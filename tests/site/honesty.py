"""What a built site says of languages, held against what there is: each function returns the lies that it found."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from building import SITE_URL
from reading import Html, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "index.html"
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
SPOKEN = ("aria-label", "placeholder", "title", "alt")
"""Attributes that a reader hears or sees."""
FORMATS = {"RSS", "Atom", "JSON", "Feed"}
"""Names that no language translates."""
UNSPOKEN = {"script", "style", "template", "noscript"}
"""Elements that none does."""


def pages(site: Path) -> dict[str, Html]:
    """Return the site's pages by their address from the root; redirects and 404.html are none."""
    found = {}
    for path in sorted(site.rglob(INDEX)):
        html = read(path)
        if not html.all("meta", http_equiv="refresh"):
            found[path.relative_to(site).as_posix().removesuffix(INDEX)] = html
    return found


def switcher_lies(site: Path, languages: list[str]) -> list[str]:
    """Return what is wrong with the language switcher of each page."""
    found = pages(site)
    return [f"{address}: {lie}" for address in found for lie in _switcher(address, found, languages)]


def hreflang_lies(site: Path) -> list[str]:
    """Return what is wrong with the alternates that search engines are told of, page by page."""
    found = pages(site)
    told = {address: _hreflang(html) for address, html in found.items()}
    return [f"{address}: {lie}" for address in found for lie in _alternates(address, found, told)]


def english(html: Html) -> Iterator[str]:
    """Yield the Latin words that the page says in no other language's name."""
    page_language = html.one("html").attributes["lang"]
    for text, around in html.texts:
        if not any(one.tag in UNSPOKEN or one.attributes.get("lang", page_language) != page_language for one in around):
            yield from set(LATIN_WORD.findall(text)) - FORMATS
    for element in html.elements:
        if element.attributes.get("lang", page_language) == page_language:
            for name in SPOKEN:
                yield from set(LATIN_WORD.findall(element.attributes.get(name, ""))) - FORMATS


def is_hidden(html: Html) -> bool:
    """Return whether search engines are asked to leave the page out."""
    return any("noindex" in one.attributes["content"] for one in html.all("meta", name="robots"))


def resolve(address: str, href: str) -> str:
    """Return the address from the site's root that `href` on the page `address` leads to."""
    path = normpath(urljoin(f"/{address}", unquote(href))).strip("/")
    return f"{path}/" if path and path != "." else ""


def _switcher(address: str, found: dict[str, Html], languages: list[str]) -> Iterator[str]:
    html = found[address]
    entries = [one for tag in ("a", "span") for one in html.inside("switcher", tag) if "lang" in one.attributes]
    entries.sort(key=html.elements.index)
    if [entry.attributes["lang"] for entry in entries] != languages:
        yield f"expected an entry for each of {languages}, found {[entry.attributes['lang'] for entry in entries]}"
    current = [entry for entry in entries if entry.attributes.get("aria-current") == "page"]
    if [entry.attributes["lang"] for entry in current] != [html.one("html").attributes["lang"]]:
        yield "the language of the page is not marked as the current one"
    for item, entry in zip(html.inside("switcher", "li"), entries, strict=True):
        says_so = item.text.split() != entry.text.split()
        if entry.tag == "a":
            yield from _link(address, found, entry.attributes, says_so=says_so)
        elif not says_so or f"{entry.attributes['lang']}/{_story(address, found)}" in found:
            yield f"the entry of {entry.attributes['lang']} leads nowhere and does not say why"


def _link(address: str, found: dict[str, Html], link: dict[str, str], *, says_so: bool) -> Iterator[str]:
    language, target = link["lang"], resolve(address, link["href"])
    if target not in found:
        yield f"the link to {language} leads to {target!r}, which does not exist"
        return
    page = found[target]
    if page.one("html").attributes["lang"] != language:
        yield f"the link to {language} leads to a page in {page.one('html').attributes['lang']}"
    if _story(target, found) != _story(address, found):
        yield f"the link to {language} leads to another story: {target}"
    if _is_absent(page) and not says_so:
        yield f"the link to {language} does not say that there is no version"
    if _is_absent(page) == ("hreflang" in link):
        yield f"the link to {language} and its hreflang do not agree on whether there is a version"


def _is_absent(page: Html) -> bool:
    """Return whether the page is there to say that a story does not exist in its language."""
    return bool(page.all("article", class_="absent"))


def _story(address: str, found: dict[str, Html]) -> str:
    """Return what a page shows, whatever its language."""
    language = found[address].one("html").attributes["lang"]
    return address.removeprefix(f"{language}/")


def _hreflang(html: Html) -> dict[str, str]:
    links = [one for one in html.all("link", rel="alternate") if "hreflang" in one.attributes]
    return {one.attributes["hreflang"]: one.attributes["href"].removeprefix(SITE_URL) for one in links}


def _alternates(address: str, found: dict[str, Html], told: dict[str, dict[str, str]]) -> Iterator[str]:
    own = told[address]
    if is_hidden(found[address]):
        if own:
            yield "a page that is hidden from search engines names alternates"
        return
    if own.get(found[address].one("html").attributes["lang"]) != address:
        yield "the page does not name itself"
    if own.get("x-default") not in [url for code, url in own.items() if code != "x-default"]:
        yield "x-default is none of the versions"
    for code, target in own.items():
        if target not in found or is_hidden(found[target]):
            yield f"{code}: {target!r} does not exist"
        elif code not in {"x-default", found[target].one("html").attributes["lang"]}:
            yield f"{code}: {target!r} is in another language"
        elif told[target] != own:
            yield f"{code}: {target!r} does not say the same"
