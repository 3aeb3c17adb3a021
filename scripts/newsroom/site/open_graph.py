"""What a page tells those who show a link to it: Open Graph (ogp.me), as pairs of property and content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.site import facts
from newsroom.site.publication import moment, territory_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsroom.site.facts import Facts
    from newsroom.site.publication import Publication


def properties(page: Facts, meta: Mapping[str, Any], *, publication: Publication) -> tuple[tuple[str, str], ...]:
    """Return the properties of a `page` with the front matter `meta`, in order; none for one that is to stay unknown.

    Pictures are another's business: `og:image` is not among them.
    """
    if not page.hreflang:
        return ()
    article = tuple(_article(meta)) if page.kind == "article" else ()
    return (*_page(page, meta, publication), *article)


def _page(page: Facts, meta: Mapping[str, Any], publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield what every page says."""
    here = publication.here
    yield "og:type", "article" if page.kind == "article" else "website"
    yield "og:title", page.headline
    description = meta.get("description") or publication.description
    if description:
        yield "og:description", description
    yield "og:url", dict(page.hreflang)[here.code]
    yield "og:site_name", here.site_name
    yield "og:locale", territory_form(here.locale)
    existing = {code for code, _ in page.hreflang} - {here.code}
    for switch in page.switches:
        if switch.language.code in existing:
            yield "og:locale:alternate", territory_form(switch.language.locale)


def _article(meta: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what an article says on top, as far as its text does."""
    published, changed = facts.first_day(meta), facts.last_change(meta)
    if published:
        yield "article:published_time", moment(published)
    if changed:
        yield "article:modified_time", moment(changed)
    for name in facts.said(meta, "authors") or ():
        yield "article:author", name
    section = facts.said(meta, "section")
    if section:
        yield "article:section", section
    for tag in facts.said(meta, "tags") or ():
        yield "article:tag", tag
