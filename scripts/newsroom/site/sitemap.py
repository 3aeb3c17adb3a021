"""`sitemap.xml` and `robots.txt`: only pages that exist, each with the languages that it exists in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

NAME = "sitemap.xml"
"""Where search engines find it, below the site's address."""

MOST_URLS = 50_000
"""So many addresses one file may hold (sitemaps.org 0.9)."""

MOST_BYTES = 50 * 1024 * 1024
"""So large one file may be, not compressed (sitemaps.org 0.9)."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = f'{_DECLARATION}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_FOOT = "</urlset>\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the sitemap."""

    url: str
    """Its address from the site's root."""
    changed: date | None
    """The day of its last change, where its text says so."""
    hreflang: tuple[tuple[str, str], ...]
    """Code and absolute address of every version, itself included."""


def files(
    entries: Iterable[Entry], *, site_url: str, most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES
) -> dict[str, str]:
    """Return the sitemap of `entries`, in their order, below `site_url`, as name to content of each file.

    Its form is sitemaps.org 0.9 with Google's hreflang. What passes `most_urls` or `most_bytes` in one file stands in
    several, and `sitemap.xml` is then the index of them.
    """
    parts = list(_parts(entries, site_url, most_urls, most_bytes - len(_HEAD) - len(_FOOT)))
    if len(parts) == 1:
        return {NAME: _urlset(parts[0])}
    names = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, start=1)}
    return {NAME: _index(names, site_url), **{name: _urlset(part) for name, part in names.items()}}


def robots(*, site_url: str, names: Iterable[str] = (NAME,)) -> str:
    """Return the `robots.txt` that lets everyone in and names the sitemaps called `names` (RFC 9309)."""
    told = "".join(f"Sitemap: {urljoin(site_url, name)}\n" for name in names)
    return f"User-agent: *\nAllow: /\n\n{told}"


def _parts(
    entries: Iterable[Entry], site_url: str, most_urls: int, most_bytes: int
) -> Iterator[list[tuple[Entry, str]]]:
    """Yield the entries with their elements, as many at once as one file may hold."""
    part: list[tuple[Entry, str]] = []
    size = 0
    for entry in entries:
        element = _url(entry, site_url)
        length = len(element.encode())
        if part and (len(part) == most_urls or size + length > most_bytes):
            yield part
            part, size = [], 0
        part.append((entry, element))
        size += length
    yield part


def _urlset(part: Sequence[tuple[Entry, str]]) -> str:
    """Return one file of pages."""
    return f"{_HEAD}{''.join(element for _, element in part)}{_FOOT}"


def _index(names: dict[str, list[tuple[Entry, str]]], site_url: str) -> str:
    """Return the file that names the others, each with the day of its newest change."""
    lines = []
    for name, part in names.items():
        newest = max(filter(None, (entry.changed for entry, _ in part)), default=None)
        changed = f"  <lastmod>{newest.isoformat()}</lastmod>\n" if newest else ""
        lines.append(f"<sitemap>\n  <loc>{escape(urljoin(site_url, name))}</loc>\n{changed}</sitemap>\n")
    return f"{_DECLARATION}<sitemapindex {_NAMESPACE}>\n{''.join(lines)}</sitemapindex>\n"


def _url(entry: Entry, site_url: str) -> str:
    """Return one `<url>` element."""
    lines = [f"  <loc>{escape(urljoin(site_url, entry.url))}</loc>"]
    if entry.changed:
        lines.append(f"  <lastmod>{entry.changed.isoformat()}</lastmod>")
    lines += [
        f'  <xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(url)}/>'
        for code, url in entry.hreflang
    ]
    return "<url>\n" + "\n".join(lines) + "\n</url>\n"
