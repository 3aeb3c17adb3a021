"""The sites that the tests look at, each built once, and the browser that looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import building
import chromium
import pytest
import sample
from building import LANGUAGES, Site
from pages_server import serving
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


def _served(folder: Path) -> Iterator[Site]:
    with serving(folder) as address:
        yield Site(folder, address)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the sample stories: every state that a language can be in."""
    shop = building.workshop(tmp_path_factory.mktemp("sample") / "project")
    sample.write(shop.docs, languages=LANGUAGES)
    yield from _served(shop.build())


@pytest.fixture(scope="session")
def articles_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the articles in this repository."""
    shop = building.workshop(tmp_path_factory.mktemp("articles") / "project")
    shop.convert()
    yield from _served(shop.build())


@pytest.fixture(params=["sample_site", "articles_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the sites."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one, the tests fail and say what to do."""
    with sync_playwright() as playwright:
        try:
            path = chromium.find(playwright)
        except chromium.NoChromiumError as error:
            pytest.fail(str(error), pytrace=False)
        opened = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield opened
        opened.close()
