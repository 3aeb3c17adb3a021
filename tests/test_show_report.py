"""The report as a person reads it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

import show_report

if TYPE_CHECKING:
    from pathlib import Path

EVIDENCE = {"line": 3, "rule": "headline", "certainty": 0.6, "inferred": True}
ARTICLE = {
    "source": "a.txt", "language": "en", "status": "published", "title": None, "headline": "A [bold]headline[/bold]",
    "published": None, "updated": None, "event_date": None, "dateline_place": None, "authors": ["Anna", "Timur"],
    "agency": None, "photo_credit": None, "section": None, "tags": [], "source_url": None,
    "translator": "Ann", "translated_from": "ru",
    "evidence": {"title": EVIDENCE}, "left_out": [{"line": 1, "rule": "stamp", "text": "3 May"}],
}  # fmt: skip
STORY = {"address": "news/undated/a/", "versions": {"en": "a.txt"}, "coverage": [], "certainty": 1.0, "why": ""}
PROBLEM = {"path": "a.txt", "line": 3, "severity": "note", "message": "look [here]", "remedy": "Do."}
REPORT = {"articles": [ARTICLE], "stories": [STORY], "problems": [PROBLEM]}


def _shown(article: str = "") -> str:
    console = Console(file=io.StringIO(), width=140)
    show_report.show(REPORT, article=article, console=console)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "a.txt · en · published", "A [bold]headline[/bold]", "0.60 inferred", "Anna, Timur",
        "left out, line 1, stamp: 3 May", "news/undated/a/", "a.txt:3: note: look [here]",
    ],
)  # fmt: skip
def test_everything_is_shown(part: str) -> None:
    """Fields with their evidence, what was left out, stories and problems; markup in a text is shown as text."""
    assert part in _shown()


def test_one_article_can_be_chosen() -> None:
    """With a name that no article begins with nothing is shown."""
    assert "" == _shown("b")


def test_no_report_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file ends with 2 and is named; one that is there is shown with 0."""
    path = tmp_path / "report.json"
    assert 2 == show_report.main([str(path)])
    assert f"found no file {path}" in capsys.readouterr().err
    path.write_text(json.dumps(REPORT), encoding="utf-8")
    assert 0 == show_report.main([str(path)])
