"""Which lists of a language have feeds, what stands in them, and which of them a page announces.

A list has feeds where its front matter names, under `feed`, the stories that they hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.site import facts, feeds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.pages import Page

    from newsroom.site.interface import Interface

_NEEDED = {"title", "date", "description", "slug"}
"""What an article can't be shown without, inferred or not."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One feed, as pages name it."""

    format: feeds.Format
    """Its format."""
    title: str
    """What it is called among others, in the language of the page."""
    url: str
    """Its address from the site's root."""


@dataclass(frozen=True, slots=True)
class Channels:
    """The feeds of one language."""

    files: Mapping[str, str]
    """Address from the site's root to text."""
    lists: Mapping[str, tuple[Announcement, ...]]
    """Address of a list to its feeds."""
    main: tuple[Announcement, ...]
    """The feeds of all news, which every page announces; none before there is news."""

    def announced(self, url: str) -> tuple[Announcement, ...]:
        """Return the feeds that the page at `url` announces: its own, then those of all news."""
        own = self.lists.get(url, ())
        return own if own == self.main else (*own, *self.main)


def gather(pages: Mapping[str, Page], *, main: str, here: Interface, description: str) -> Channels:
    """Return the feeds of the lists among `pages`, the pages in the language `here` by their address.

    `main` is the address of the list of all news, and `description` what the site says of itself. The pages' text must
    have been rendered. Without an address of the site there are no feeds.
    """
    files: dict[str, str] = {}
    lists: dict[str, tuple[Announcement, ...]] = {}
    fed = {url: page for url, page in pages.items() if page.meta.get("feed") and page.canonical_url}
    for url, page in fed.items():
        channel = _channel(page, here=here, description=description)
        made = feeds.render(channel, [_entry(pages[story]) for story in page.meta["feed"]])
        files |= {f"{url}{name}": text for name, text in made.items()}
        if made:
            lists[url] = tuple(
                Announcement(form, f"{channel.title} ({form.name})", f"{url}{form.file}") for form in feeds.FORMATS
            )
    return Channels(files, lists, lists.get(main, ()))


def _channel(page: Page, *, here: Interface, description: str) -> feeds.Channel:
    """Return the list `page` as its feeds describe it."""
    title = page.meta.get("title")
    return feeds.Channel(
        title=f"{title} – {here.site_name}" if title else here.site_name,
        description=str(page.meta.get("description") or description or here.site_name),
        language=here.code,
        direction=here.direction,
        home=page.canonical_url or "",
    )


def _entry(page: Page) -> feeds.Entry:
    """Return the article `page` as feeds hold it. Where nobody has signed it, its agency has.

    A feed has no place for the note that a field was inferred, and does without the field.
    """
    inferred = set(page.meta.get("inferred", ())) - _NEEDED
    meta = {field: value for field, value in page.meta.items() if field not in inferred}
    agency = meta.get("agency")
    published, changed = meta.get("first_published") or meta.get("date"), facts.last_change(meta)
    return feeds.Entry(
        address=page.canonical_url or "",
        headline=meta["title"],
        summary=meta["description"],
        content=page.content or "",
        authors=tuple(meta.get("authors") or ([agency] if agency else ())),
        published=published,
        updated=changed if changed != published else None,
        tags=tuple(meta.get("tags", ())),
    )
