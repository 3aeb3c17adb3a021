"""HTML_CodeSniffer over pages in a browser, by WCAG 2 AA: what pa11y runs, and what it counts as an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.browsing import VIEWS, looked, through
from audit.finding import Fault, Finding, Verdict
from audit.node import package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from audit.finding import Bench

NAME = "HTML_CodeSniffer"
FAULT = Fault(' type="submit"', ' type="button"', "WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2")
LOOKED_IN = (VIEWS[0], VIEWS[-1])
"""It looks at no more of the layout than what is hidden: a wide light window and a dark phone do."""
ERROR = 1
SNIFF = """
() => new Promise((done) => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().map(
  ({ type, code, msg, element }) => [type, code, msg, element.outerHTML?.slice(0, 200) ?? ""]))))
"""


def check(bench: Bench) -> Verdict:
    """Let the sniffer look at every page. Raises `ToolMissingError` where it is not installed."""
    script = package("html_codesniffer/build/HTMLCS.js").read_text("utf-8")

    def look(page: Page, place: str) -> Iterator[Finding]:
        page.evaluate(f"{script}; undefined")
        for kind, code, message, element in page.evaluate(SNIFF):
            if kind == ERROR:
                yield Finding(place, code, f"{message} {element}")

    return Verdict(looked(bench, views=LOOKED_IN), tuple(through(bench, look, views=LOOKED_IN)))
