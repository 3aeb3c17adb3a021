"""axe over pages in a browser, with the rule that it leaves out by itself: the size of targets (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from audit.browsing import looked, through
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from audit.finding import Bench

NAME = "axe"
FAULT = Fault('<nav class="menu"', '<button></button><nav class="menu"', "button-name")
OPTIONS = {"rules": {"target-size": {"enabled": True}}}
AXE = Axe()


def check(bench: Bench) -> Verdict:
    """Let axe look at every page in every window."""
    return Verdict(looked(bench), tuple(through(bench, look)))


def look(page: Page, place: str) -> Iterator[Finding]:
    """Yield what axe finds in the open `page`."""
    for one in AXE.run(page, options=OPTIONS).response["violations"]:
        for node in one["nodes"]:
            yield Finding(place, one["id"], f"{one['help']}: {node['html'][:200]}")
