"""Show a report of `build_articles.py` to a person: every field with its evidence, what was left out, the stories.

python scripts/show_report.py REPORT [--article NAME]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

FIELDS = (
    "title", "published", "updated", "event_date", "dateline_place", "authors", "agency", "photo_credit", "section",
    "tags", "source_url", "translator", "translated_from",
)  # fmt: skip
"""The fields that are shown, in this order."""
DOUBTFUL = 0.8
"""Below this certainty a field is shown as one to look at."""
WIDTH = 60
"""Longer values are cut to so many characters."""


def main(arguments: list[str] | None = None) -> int:
    """Print the report that the arguments name; return 0, or 2 where there is none."""
    parser = argparse.ArgumentParser(prog="show_report.py", description=__doc__)
    parser.add_argument("report", type=Path, help="a file that build_articles.py wrote by --report")
    parser.add_argument("--article", metavar="NAME", help="only the articles whose file name begins so")
    options = parser.parse_args(arguments)
    if not options.report.is_file():
        print(f"show_report.py: expected a report, found no file {options.report}", file=sys.stderr)
        return 2
    show(json.loads(options.report.read_text(encoding="utf-8")), article=options.article or "")
    return 0


def show(report: dict[str, Any], *, article: str = "", console: Console | None = None) -> None:
    """Print `report`, the content of a report file; only articles whose source begins with `article`."""
    console = console or Console()
    for one in report["articles"]:
        if one["source"].startswith(article):
            console.print(_fields(one))
            _left_out(one, console)
    if not article:
        console.print(_stories(report["stories"]))
    for problem in report["problems"]:
        if problem["path"].startswith(article):
            place = f"{problem['path']}:{problem['line']}"
            console.print(Text(f"{place}: {problem['severity']}: {problem['message']}\n    {problem['remedy']}"))


def _fields(article: dict[str, Any]) -> Table:
    """Return the table of an article's fields: value, line, rule, certainty."""
    replaced = f"shown in its place: {article['replaced_by']}" if article.get("replaced_by") else None
    shown = " · ".join(filter(None, (article["source"], article["language"], article["status"], replaced)))
    table = Table(title=Text(shown), title_justify="left", title_style="bold")
    for heading in ("field", "value", "line", "rule", "certainty"):
        table.add_column(heading, overflow="fold")
    for name in FIELDS:
        evidence = article["evidence"].get(name, {})
        value = article[name] if name != "title" else article["headline"]
        table.add_row(name, Text(_written(value)), *_evidence(evidence))
    return table


def _written(value: object) -> str:
    """Return a field's value on one line."""
    text = ", ".join(value) if isinstance(value, list) else str(value or "–")
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def _evidence(evidence: dict[str, Any]) -> tuple[str, str, Text]:
    if not evidence:
        return "", "", Text()
    line = str(evidence["line"] or "")
    certainty = Text(f"{evidence['certainty']:.2f}" + (" inferred" if evidence["inferred"] else ""))
    if evidence["certainty"] < DOUBTFUL:
        certainty.stylize("yellow")
    return line, evidence["rule"], certainty


def _left_out(article: dict[str, Any], console: Console) -> None:
    for piece in article["left_out"]:
        console.print(
            Text(f"  left out, line {piece['line']}, {piece['rule']}: {_written(piece['text'])}", style="dim")
        )


def _stories(stories: list[dict[str, Any]]) -> Table:
    """Return the table of stories: versions, coverage, why."""
    table = Table(title="Stories", title_justify="left", title_style="bold")
    for heading in ("address", "versions", "coverage", "certainty", "why"):
        table.add_column(heading, overflow="fold")
    for story in stories:
        versions = "\n".join(f"{code} {source}" for code, source in story["versions"].items())
        coverage = "\n".join(story["coverage"])
        certainty = f"{story['certainty']:.2f}"
        table.add_row(*map(Text, (story["address"] or "–", versions, coverage, certainty, story["why"])))
    return table


if __name__ == "__main__":
    sys.exit(main())
