"""How the tools that look at pages in a browser go through them: in every window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import looking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from playwright.sync_api import Page

    from audit.finding import Bench, Finding


@dataclass(frozen=True, slots=True)
class View:
    """A window that pages are looked at in."""

    name: str
    """What it is called in findings."""
    width: int
    """Its width in CSS pixels."""
    scheme: Literal["light", "dark"]
    """Which colours the reader's system has."""


VIEWS = tuple(
    View(f"{name}, {scheme}", width, scheme)
    for name, width in (("wide", 1280), ("phone", 360))
    for scheme in ("light", "dark")
)
"""Two widths, light and dark."""
HEIGHT = 740


def through(
    bench: Bench, look: Callable[[Page, str], Iterable[Finding]], *, views: Sequence[View] = VIEWS
) -> Iterator[Finding]:
    """Open each page of `bench` in each view, its scripts started, and yield what `look` finds at its place."""
    for view in views:
        size = {"width": view.width, "height": HEIGHT}
        context = bench.browser.new_context(viewport=size, color_scheme=view.scheme)  # type: ignore[arg-type]
        page = context.new_page()
        for address in bench.pages:
            page.goto(bench.site.address + address)
            page.evaluate(looking.MODULES)
            yield from look(page, f"{address} ({view.name})")
        context.close()


def looked(bench: Bench, *, views: Sequence[View] = VIEWS) -> str:
    """Return what was looked at, for a person."""
    return f"{len(bench.pages)} pages in {len(views)} windows"
