"""`sitemap.xml` and `robots.txt`: only pages that exist, each with the languages that it exists in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the sitemap."""

    url: str
    """Its address from the site's root."""
    changed: date | None
    """The day of its last change, where its text says so."""
    hreflang: tuple[tuple[str, str], ...]
    """Code and absolute address of every version, itself included."""


def render(entries: Iterable[Entry], *, site_url: str) -> str:
    """Return the sitemap of `entries`, in their order, below `site_url` (sitemaps.org 0.9 with Google's hreflang)."""
    return f"{_HEAD}{''.join(_url(entry, site_url) for entry in entries)}</urlset>\n"


def robots(*, site_url: str) -> str:
    """Return the `robots.txt` that lets everyone in and names the sitemap (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(site_url, 'sitemap.xml')}\n"


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
