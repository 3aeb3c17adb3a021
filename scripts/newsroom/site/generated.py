"""Pages that every language has although nobody wrote them: what each of them is called, and where it lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.site.interface import Interface


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that consists of its template."""

    source: str
    """The Markdown file, below the language's folder, that an editor would write it in."""
    address: str
    """Where it lives, below the language's prefix."""
    front_matter: str
    """What its file says: YAML."""

    @property
    def text(self) -> str:
        """The text of its Markdown file."""
        return f"---\n{self.front_matter}---\n"


HOME = GeneratedPage("index.md", "", "template: home.html\n")
"""The front page."""
READING = GeneratedPage("reading/index.md", "reading/", "template: reading.html\n")
"""What a reader may set, and what the site stores: search engines may know it, since it answers a question."""
KEPT = GeneratedPage("reading/kept.md", "reading/kept/", "template: kept.html\nrobots: noindex\n")
"""The pages that the reader keeps on their device, shown in place of others where there is no connection."""
SEARCH = GeneratedPage("search/index.md", "search/", "template: search.html\n")
"""The search, with an address for every query."""

PAGES = (HOME, READING, KEPT, SEARCH)
"""All of them."""


def counterparts(address: str, here: Interface, languages: Sequence[Interface]) -> dict[str, str] | None:
    """Return language to address of the page at `address` in the language `here`, or None where it is none of these.

    An editor may have written it in one of the languages: every language has it all the same.
    """
    below = address.removeprefix(here.prefix)
    if below not in {page.address for page in PAGES}:
        return None
    return {each.code: each.prefix + below for each in languages}
