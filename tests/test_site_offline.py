"""What the service worker is told of a build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsroom.site import offline

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = ("", "ru/")
SHELL = {
    "assets/css/base.css": b"body {}",
    "assets/favicon.svg": b"<svg/>",
    "assets/js/modules/kept.js": b"export {}",
    "reading/": b"<h1>Reading settings</h1>",
    "reading/kept/": b"<h1>Kept pages</h1>",
    "ru/reading/": b"<h1>...</h1>",
    "ru/reading/kept/": b"<h1>...</h1>",
}
OTHERS = ("assets/javascripts/bundle.js", "assets/stylesheets/main.css", "index.html", "search/search_index.json")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, as far as it matters here."""
    for address, content in {**SHELL, **dict.fromkeys(OTHERS, b"")}.items():
        path = tmp_path / (f"{address}index.html" if address.endswith("/") else address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def _told(text: str) -> dict[str, Any]:
    """Return what the worker `text` says of the build."""
    found: dict[str, Any] = json.loads(text.partition("self.build = ")[2].partition(";\n")[0])
    return found


def test_shell_is_what_every_page_needs(site: Path) -> None:
    """Styles, scripts and the reader's own pages of every language, but neither articles nor the search."""
    assert SHELL == offline.shell(site, PREFIXES)


def test_worker_knows_the_build() -> None:
    """It knows what to take in, how much to keep, and which page of each language stands in for others."""
    told = _told(offline.worker(SHELL, PREFIXES))
    del told["version"]
    expected = {"limit": 200, "shell": sorted(SHELL), "kept": {"": "reading/kept/", "ru/": "ru/reading/kept/"}}
    assert expected == told


@pytest.mark.parametrize("address", SHELL)
def test_any_change_makes_a_version(address: str) -> None:
    """A byte more in any part makes another version; the order of the parts makes none."""
    version = _told(offline.worker(SHELL, PREFIXES))["version"]
    assert version == _told(offline.worker(dict(reversed(SHELL.items())), reversed(PREFIXES)))["version"]
    assert version != _told(offline.worker({**SHELL, address: SHELL[address] + b" "}, PREFIXES))["version"]
