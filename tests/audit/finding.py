"""What a tool of the audit has to say of a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Site
    from playwright.sync_api import Browser


class ToolMissingError(RuntimeError):
    """A tool can't run here; the message says what it needs."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault of the site, as a tool names it."""

    place: str
    """The page's address from the root of the site, or the file's."""
    rule: str
    """The tool's name for what is broken."""
    message: str
    """What the tool says, with the piece of the page that it means."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a tool says of a whole site."""

    figure: str
    """What it looked at or measured, for a person: "40 pages", "12.1 KB in 5 requests"."""
    findings: tuple[Finding, ...]
    """All that is wrong."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault put into one page on purpose, by which a tool proves that it sees such a one."""

    find: str
    """A text of the page's source that stands in it at least once."""
    put: str
    """What takes the place of its first occurrence."""
    rule: str
    """The rule under which the tool has to report it."""

    def seed(self, html: str) -> str:
        """Return `html` with the fault. Raises `ValueError` where the text to replace is not there."""
        if self.find not in html:
            message = f"expected {self.find!r} in the page that is to be broken, found none; correct the fault"
            raise ValueError(message)
        return html.replace(self.find, self.put, 1)


@dataclass(frozen=True, slots=True)
class Bench:
    """A built site on the bench, and what the tools need to look at it."""

    site: Site
    """The site, served as GitHub Pages would."""
    pages: tuple[str, ...]
    """The addresses that are opened in a browser, from the root of the site."""
    measured: tuple[str, ...]
    """Those whose speed is measured: in each language the front page, an article and a list."""
    visits: tuple[tuple[str, str], ...]
    """In each language two pages, articles where there are two, that a reader opens one after the other."""
    browser: Browser
    """A Chromium."""
    chromium: str
    """Where that Chromium is, for tools that start one of their own."""
