"""What the whole site tells search engines: its sitemap, the newest articles, and where both are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.site import facts, news_sitemap, sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from newsroom.site.facts import Facts
    from newsroom.site.interface import Interface


@dataclass(frozen=True, slots=True)
class Described:
    """A page and what is known of it."""

    address: str
    """Its address from the site's root."""
    facts: Facts
    """What the templates know of it."""
    meta: Mapping[str, Any]
    """Its front matter."""
    language: Interface
    """Its language."""
    text: str = ""
    """What it shows, as HTML, where it is more than its template."""


def files(pages: Iterable[Described], *, site_url: str) -> dict[str, str]:
    """Return name to content of each file that tells search engines of those `pages` that they may know."""
    known = {page.address: page for page in pages if page.facts.indexed}
    changes = _changes(known)
    entries = [sitemap.Entry(address, changes[address], page.facts.hreflang) for address, page in known.items()]
    news = news_sitemap.render(_pieces(known.values()), site_url=site_url)
    newest = {news_sitemap.NAME: news} if news else {}
    robots = sitemap.robots(site_url=site_url, names=(sitemap.NAME, *newest))
    return {**sitemap.files(entries, site_url=site_url), **newest, "robots.txt": robots}


def _changes(known: Mapping[str, Described]) -> dict[str, date | None]:
    """Return the day on which each page last changed, by its address: a list did with the newest of its stories."""
    own = {address: facts.last_change(page.meta) for address, page in known.items()}
    return {address: max(filter(None, _days(page, known, own)), default=None) for address, page in known.items()}


def _days(page: Described, known: Mapping[str, Described], own: Mapping[str, date | None]) -> Iterator[date | None]:
    """Yield the days on which something of a page changed; the front page shows what its language's archive does."""
    yield own[page.address]
    archive = known.get(f"{page.language.prefix}news/") if page.facts.kind == "home" else page
    for story in archive.meta.get("stories", ()) if archive else ():
        shown = known.get(story["url"])
        yield from (own.get(version["url"]) for version in (shown.meta.get("versions", ()) if shown else ()))


def _pieces(pages: Iterable[Described]) -> Iterator[news_sitemap.Piece]:
    """Yield the articles whose texts say when they were published."""
    for page in pages:
        day = facts.first_day(page.meta)
        if page.facts.kind == "article" and day:
            here = page.language
            yield news_sitemap.Piece(page.address, day, page.facts.headline, here.locale.language, here.site_name)
