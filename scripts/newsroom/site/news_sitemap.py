"""`news-sitemap.xml`: the newest articles, for Google News, which looks at it more often than at the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NAME = "news-sitemap.xml"
"""Where search engines find it, below the site's address."""

WINDOW = timedelta(days=2)
"""How much older than the newest article one may be: Google asks for the last two days, and knows the day itself."""

MOST = 1000
"""So many articles one news sitemap may hold."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One version of a story."""

    url: str
    """Its address from the site's root."""
    published: date
    """The day that its text gives."""
    title: str
    """Its headline."""
    language: str
    """The code of its language."""
    publication: str
    """The site's name in that language."""


def render(pieces: Iterable[Piece], *, site_url: str) -> str:
    """Return the news sitemap below `site_url` of the newest of `pieces`, the newest first; empty where there is none.

    The form is Google's (sitemap-news 0.9). The window ends with the newest article and not with the present day: the
    same articles always make the same file.
    """
    newest_first = sorted(pieces, key=lambda piece: (-piece.published.toordinal(), piece.url))
    if not newest_first:
        return ""
    oldest = newest_first[0].published - WINDOW
    shown = [piece for piece in newest_first if piece.published >= oldest][:MOST]
    return f"{_HEAD}{''.join(_url(piece, site_url) for piece in shown)}</urlset>\n"


def _url(piece: Piece, site_url: str) -> str:
    """Return one `<url>` element."""
    return f"""<url>
  <loc>{escape(urljoin(site_url, piece.url))}</loc>
  <news:news>
    <news:publication>
      <news:name>{escape(piece.publication)}</news:name>
      <news:language>{escape(piece.language)}</news:language>
    </news:publication>
    <news:publication_date>{piece.published.isoformat()}</news:publication_date>
    <news:title>{escape(piece.title)}</news:title>
  </news:news>
</url>
"""
