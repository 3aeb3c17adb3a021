"""html-validate over every HTML file of a site, by the rules in `.node/audit/htmlvalidate.mjs`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import node
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from audit.finding import Bench

NAME = "html-validate"
FAULT = Fault('<div class="page ', '<img src="x.png"><div class="page ', "wcag/h37")
RULES = node.PACKAGES.parent / "htmlvalidate.mjs"


def check(bench: Bench) -> Verdict:
    """Let the validator read all files."""
    folder = bench.site.folder
    said = node.run(
        "html-validate/bin/html-validate.mjs", "--config", str(RULES), "--formatter", "json", f"{folder}/**/*.html"
    )
    files = sum(1 for _ in folder.rglob("*.html"))
    return Verdict(f"{files} files", tuple(read(json.loads(said), root=folder.resolve())))


def read(said: Iterable[Mapping[str, Any]], *, root: Path) -> Iterator[Finding]:
    """Yield what the validator's report `said` of the files below `root`."""
    for file in said:
        place = Path(file["filePath"]).resolve().relative_to(root).as_posix()
        for one in file["messages"]:
            yield Finding(place, one["ruleId"], f"line {one['line']}: {one['message']}")
