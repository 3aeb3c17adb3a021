"""The tools of the audit that need no package of their own: each finds its fault, and pages are light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from building import LANGUAGES

from audit import axe, quiet, sites, targets, weight
from audit.finding import Bench

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from building import Site
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TOOLS = (axe, quiet, targets, weight)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.NAME)
def test_each_finds_its_fault(tool: ModuleType, articles_site: Site, browser: Browser, tmp_path: Path) -> None:
    """A tool reports the fault that was put into a page, and nothing of that kind about the page without it."""
    faulty = sites.broken(articles_site.folder, tmp_path / "broken", [tool.FAULT])
    for folder, expected in ((faulty, True), (articles_site.folder, False)):
        with sites.published(folder) as site:
            bench = Bench(site, (sites.BROKEN,), (), ((sites.BROKEN, ""),), browser, "")
            assert expected == (tool.FAULT.rule in {finding.rule for finding in tool.check(bench).findings})


def test_pages_are_light(articles_site: Site, browser: Browser) -> None:
    """A first article costs its reader 120 KB and 12 requests at most, a second one 15 KB, in every language."""
    pairs = sites.visits(sites.heaviest(articles_site))
    assert len(LANGUAGES) == len(pairs)
    with sites.published(articles_site.folder) as site:
        assert () == weight.check(Bench(site, (), (), pairs, browser, "")).findings
