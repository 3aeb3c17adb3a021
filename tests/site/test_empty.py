"""A newsroom without a single article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import building
from reading import read

if TYPE_CHECKING:
    from pathlib import Path


def test_empty_newsroom_builds(tmp_path: Path) -> None:
    """It has front pages that say so, and no menu entry that leads nowhere."""
    site = building.workshop(tmp_path / "project").build()
    html = read(site / "ru/index.html")
    assert "Материалов пока нет." in [one.text for one in html.all("p")]
    assert ["Главная", "О сайте"] == [one.text for one in html.inside("menu", "a")]
