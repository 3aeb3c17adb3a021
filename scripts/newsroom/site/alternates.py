"""In which languages a page exists, and what the language switcher and `hreflang` may therefore say.

A story's own front matter decides, and never the files on disk: the short page for a missing language is a file too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.site.interface import Interface


class State(StrEnum):
    """What a language holds of the page at hand."""

    EXISTS = "exists"
    """The page itself, in that language."""
    COVERAGE = "coverage"
    """Only an article by others on the same event."""
    ABSENT = "absent"
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One entry of the language switcher."""

    language: Interface
    """Where it leads to."""
    state: State
    """What is there."""
    url: str | None
    """The address from the site's root, without a leading slash; None where there is no page to go to."""
    current: bool
    """Whether the reader is there already."""


def switches(
    languages: Sequence[Interface],
    here: str,
    *,
    existing: Mapping[str, str],
    lacking: Mapping[str, tuple[State, str]],
) -> tuple[Switch, ...]:
    """Return the switcher of a page in the language `here`, one entry a language, in the site's order.

    `existing` is language to address of the page itself; `lacking` is language to what there is instead, and the
    address of the short page that says so.
    """
    entries = []
    for language in languages:
        code = language.code
        state, url = (State.EXISTS, existing[code]) if code in existing else lacking.get(code, (State.ABSENT, None))
        entries.append(Switch(language, state, url, current=code == here))
    return tuple(entries)


def hreflang(
    languages: Sequence[Interface], existing: Mapping[str, str], *, site_url: str
) -> tuple[tuple[str, str], ...]:
    """Return what search engines are told: code and absolute address of each existing version, then `x-default`.

    `x-default` is the default language's version, or else the first that exists in the site's order.
    """
    links = [(each.code, urljoin(site_url, existing[each.code])) for each in languages if each.code in existing]
    if not links:
        return ()
    root = {each.code for each in languages if not each.prefix}
    fallback = next((url for code, url in links if code in root), links[0][1])
    return (*links, ("x-default", fallback))
