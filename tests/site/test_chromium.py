"""Finding a browser."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import chromium
import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def playwright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - stands for Playwright
    """A Playwright without a browser, on a machine without one, where nothing can be installed."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "ON_MACOS", ())
    monkeypatch.setattr(chromium, "_install_playwrights", lambda: None)
    monkeypatch.setattr(chromium, "_install_systems", lambda: None)
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=str(tmp_path / "playwrights")))


def _program(path: Path) -> str:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_none_is_said_plainly(playwright: Any) -> None:  # noqa: ANN401 - stands for Playwright
    """Where there is none and none can be installed, one sentence says what to do."""
    with pytest.raises(chromium.NoChromiumError, match="install it, or name it in CHROMIUM"):
        chromium.find(playwright)


def test_systems_own(playwright: Any, tmp_path: Path) -> None:  # noqa: ANN401 - stands for Playwright
    """One on the path is found."""
    assert _program(tmp_path / "chromium") == chromium.find(playwright)


def test_playwrights_own_comes_first(playwright: Any, tmp_path: Path) -> None:  # noqa: ANN401 - stands for Playwright
    """The one that Playwright was made for is better than the system's."""
    _program(tmp_path / "chromium")
    assert _program(tmp_path / "playwrights") == chromium.find(playwright)


def test_named_one_is_taken_or_refused(playwright: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - stands for Playwright
    """`CHROMIUM` decides, and a wrong one is not passed over in silence."""
    monkeypatch.setenv("CHROMIUM", _program(tmp_path / "mine"))
    assert str(tmp_path / "mine") == chromium.find(playwright)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(chromium.NoChromiumError, match="which is no program"):
        chromium.find(playwright)
