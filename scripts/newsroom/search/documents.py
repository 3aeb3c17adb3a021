"""What the search knows of the articles: one record a version, and the stories that hold them, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a story, as it is searched."""

    story: str
    """The story that it belongs to."""
    language: str
    """Its language."""
    url: str
    """Its address from the site's root."""
    headline: str
    """Its headline."""
    lead: str
    """The beginning of its text, as the result shows it."""
    day: date | None
    """The day under which it is shown."""
    names: tuple[str, ...]
    """Bylines, agency, section and tags."""
    body: str
    """Its text."""
    mentions: tuple[str, ...] = ()
    """The entries of `names.yml` that occur in it."""


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as a result: its number is its place among all, the newest first."""

    number: int
    """Counted from 0."""
    day: date | None
    """The day of its earliest version."""
    versions: Mapping[str, Document]
    """Language to version."""

    @property
    def mentions(self) -> frozenset[str]:
        """The entries of `names.yml` that occur in any version."""
        return frozenset(name for version in self.versions.values() for name in version.mentions)


def stories(documents: Iterable[Document]) -> tuple[StoryEntry, ...]:
    """Return the stories of the documents: the newest first, those without a date last, then by address."""
    ordered = sorted(documents, key=lambda document: (document.story, document.language))
    groups = [
        {document.language: document for document in group}
        for _, group in groupby(ordered, key=lambda document: document.story)
    ]
    days = [min((one.day for one in group.values() if one.day), default=None) for group in groups]
    order = sorted(
        range(len(groups)),
        key=lambda at: (-(days[at] or date.min).toordinal(), min(one.url for one in groups[at].values())),
    )
    return tuple(StoryEntry(number, days[at], groups[at]) for number, at in enumerate(order))
