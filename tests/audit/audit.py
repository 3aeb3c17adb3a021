"""Hold the built site against the public validators, and print what they say.

    make audit [STORIES=300]

Two sites are built and served as GitHub Pages does: that of the articles in this repository, and one of many stories.
Before a tool looks at them, it has to find a fault that was put into a copy of the first one. Status 0: nothing is
wrong. 1: something is. 2: a tool did not find its fault.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import chromium
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from audit import axe, html_validate, lighthouse, links, node, nu, quiet, sites, sniffer, targets, weight
from audit.finding import Bench, ToolMissingError, Verdict

if TYPE_CHECKING:
    from types import ModuleType

    from building import Site
    from playwright.sync_api import Browser

TOOLS: tuple[ModuleType, ...] = (nu, html_validate, links, quiet, axe, sniffer, targets, weight, lighthouse)
"""Each has a `NAME`, a `FAULT` that it has to find, and `check`, from a `Bench` to a `Verdict`."""
OF_A_KIND = 3
"""So many pages of each kind and language of the large site are opened in a browser: the longest."""
SHOWN = 40
"""So many findings of a tool are printed."""


def main(arguments: list[str]) -> int:
    """Audit both sites; return the exit status."""
    parser = argparse.ArgumentParser(description="Hold the built site against the public validators.")
    parser.add_argument("--stories", type=int, default=300, help="stories of the large site (default: 300)")
    parser.add_argument("--tool", action="append", help="only the tool of this module, as often as wanted: nu, axe, …")
    options = parser.parse_args(arguments)
    tools = [tool for tool in TOOLS if not options.tool or tool.__name__.rpartition(".")[2] in options.tool]
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node.NODE))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        small, large, broken = _benches(Path(folder), options.stories, stack)
        table = Table("tool", "seeded fault", f"{len(small.pages)} pages", f"{options.stories} stories")
        statuses = [_row(table, tool, (small, large), broken) for tool in tools]
    Console(width=150).print(table)
    return max(statuses)


def _benches(folder: Path, stories: int, stack: ExitStack) -> tuple[Bench, Bench, Bench]:
    """Build and serve the two sites, and the broken one, until `stack` ends."""
    print("Building the sites …", flush=True)
    first = sites.articles(folder / "articles")
    folders = (
        first,
        sites.years(folder / "years", stories=stories),
        sites.broken(first, folder / "broken", [tool.FAULT for tool in TOOLS]),
    )
    playwright = stack.enter_context(sync_playwright())
    path = chromium.find(playwright)
    browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
    stack.callback(browser.close)
    small, large, broken = (stack.enter_context(sites.published(one)) for one in folders)
    faulty = (sites.BROKEN,)
    return (
        _bench(small, browser, path, of_a_kind=None),
        _bench(large, browser, path, of_a_kind=OF_A_KIND),
        Bench(broken, faulty, faulty, ((sites.BROKEN, sites.BROKEN),), browser, path),
    )


def _bench(site: Site, browser: Browser, path: str, *, of_a_kind: int | None) -> Bench:
    """Return `site` on the bench, with so many of its pages of a kind to be opened, or all."""
    found = sites.heaviest(site)
    opened = [page for pages in found.values() for page in pages[:of_a_kind]]
    return Bench(site, (*opened, "404.html"), sites.measured(found), sites.visits(found), browser, path)


def _row(table: Table, tool: ModuleType, benches: tuple[Bench, Bench], broken: Bench) -> int:
    """Let `tool` prove itself and look at both sites; add its row, print its findings, and return the exit status."""
    print(f"{tool.NAME} …", flush=True)
    try:
        proven = any(finding.rule == tool.FAULT.rule for finding in tool.check(broken).findings)
        verdicts: list[Verdict] = [tool.check(bench) for bench in benches]
    except ToolMissingError as error:
        table.add_row(tool.NAME, "skipped", str(error), "")
        return 0
    for verdict in verdicts:
        for finding in verdict.findings[:SHOWN]:
            print(f"  {finding.place}: {finding.rule}: {finding.message}")
    found = [f"{len(verdict.findings)} findings: {verdict.figure}" for verdict in verdicts]
    table.add_row(tool.NAME, "found" if proven else "NOT FOUND", *found)
    return 2 if not proven else int(any(verdict.findings for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
