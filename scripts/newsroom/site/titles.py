"""What the window is called while a page is open: no two pages of the site by one name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.site.interface import Interface


@dataclass(frozen=True, slots=True)
class Called:
    """A page and what tells it apart."""

    address: str
    """Its address from the site's root."""
    headline: str
    """What it is called."""
    day: str | None
    """The day under which it is shown, as its language writes it."""


def distinct(pages: Iterable[Called]) -> dict[str, str]:
    """Return address to title for all `pages` of one language: the headline, where no other page has the same.

    Pages with one headline get their days behind it; those that still have one name are counted in the order of their
    addresses.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    often = Counter(_shown(page.headline) for page in ordered)
    titles: dict[str, str] = {}
    taken: set[str] = set()
    for page in ordered:
        name = _shown(page.headline)
        dated = f"{name}, {page.day}" if often[name] > 1 and page.day else name
        titles[page.address] = next(title for title in _counted(dated) if title not in taken)
        taken.add(titles[page.address])
    return titles


def edition(here: Interface, languages: Sequence[Interface]) -> str:
    """Return the site's name in the language `here`, with the language behind it where another has the same name."""
    shared = any(one.site_name == here.site_name for one in languages if one is not here)
    return f"{here.site_name} ({here.name})" if shared else here.site_name


def _shown(headline: str) -> str:
    """Return a headline as a window shows it: every gap is one space (HTML, 3.1.5)."""
    return " ".join(headline.split())


def _counted(title: str) -> Iterator[str]:
    """Yield `title`, then its second bearer's, its third's, and so on."""
    yield title
    yield from (f"{title} ({number})" for number in count(2))
