"""linkinator over every page of a site: links, files, addresses for search engines, fragments, old addresses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from building import SITE_URL

from audit import node
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from audit.finding import Bench

NAME = "linkinator"
FAULT = Fault('href="#content"', 'href="#nothing"', "BROKEN 200")
AT_ONCE = "20"
"""So many requests at a time: our little server has one thread for each."""


def check(bench: Bench) -> Verdict:
    """Follow every link of every page that stays on the site, also those that name the site by its public address."""
    home, folder = bench.site.address, bench.site.folder
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    own = f"^(?!{re.escape(home)}|{re.escape(SITE_URL)})"
    options = ["--check-fragments", "--check-css", "--redirects", "error", "--skip", own, "--concurrency", AT_ONCE]
    options += ["--url-rewrite-search", re.escape(SITE_URL), "--url-rewrite-replace", home]
    options += ["--format", "json", "--verbosity", "error"]
    pages = [home + file.removesuffix("index.html") for file in files]
    said = node.run("linkinator/build/src/cli.js", *pages, *options)
    return Verdict(f"{len(files)} files", tuple(read(json.loads(said)["links"], home=home)))


def read(links: Iterable[Mapping[str, Any]], *, home: str) -> Iterator[Finding]:
    """Yield those of the followed `links` that lead nowhere."""
    for one in links:
        if one["state"] not in {"OK", "SKIPPED"}:
            place = one.get("parent", "").removeprefix(home)
            yield Finding(place, f"{one['state']} {one.get('status')}", one["url"].removeprefix(home))
