"""Lighthouse over the pages that readers come to: how fast, how accessible, how well made, how easily found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import chromium

from audit import node
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.finding import Bench

NAME = "Lighthouse"
FAULT = Fault('<meta name="viewport"', '<meta name="no-viewport"', "seo")
FLOORS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score of each category, out of 100."""
DEVICES = {"phone": (), "desktop": ("--preset=desktop",)}
"""What Lighthouse takes the reader's device for."""
TRIES = 3
"""So often is a page measured that falls short: a busy machine can only make it slower, never faster."""
FLAGS = ("--headless=new", *chromium.arguments())


def check(bench: Bench) -> Verdict:
    """Measure each page on each device. Raises `ToolMissingError` where Lighthouse is not installed."""
    findings: list[Finding] = []
    least = dict.fromkeys(FLOORS, 100)
    for page in bench.measured:
        for device in DEVICES:
            report = _measured(bench, page, device)
            scores = _scores(report)
            least = {key: min(least[key], scores[key]) for key in FLOORS}
            findings += read(report, place=f"{page} ({device})")
    return Verdict(_told(least, len(bench.measured) * len(DEVICES)), tuple(findings))


def read(report: Mapping[str, Any], *, place: str) -> Iterator[Finding]:
    """Yield each category that falls short in Lighthouse's `report`, with the audits that cost it its points."""
    for key, score in _scores(report).items():
        if score < FLOORS[key]:
            references = report["categories"][key]["auditRefs"]
            audits = {one["id"]: report["audits"][one["id"]] for one in references if one["weight"]}
            lost = [name for name, audit in audits.items() if audit["score"] is not None and audit["score"] < 1]
            yield Finding(place, key, f"{score} < {FLOORS[key]}: {', '.join(lost)}")


def _measured(bench: Bench, page: str, device: str) -> Mapping[str, Any]:
    """Return Lighthouse's best report of a page."""
    best: Mapping[str, Any] = {}
    for _ in range(TRIES):
        report = _report(bench, page, device)
        if not best or _scores(report)["performance"] > _scores(best)["performance"]:
            best = report
        if _scores(best)["performance"] >= FLOORS["performance"]:
            break
    return best


def _report(bench: Bench, page: str, device: str) -> Mapping[str, Any]:
    options = ["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting", *DEVICES[device]]
    options += [f"--only-categories={','.join(FLOORS)}", f"--chrome-flags={' '.join(FLAGS)}"]
    address = bench.site.address + page
    said = node.run("lighthouse/cli/index.js", address, *options, environment={"CHROME_PATH": bench.chromium})
    report: Mapping[str, Any] = json.loads(said)
    return report


def _scores(report: Mapping[str, Any]) -> dict[str, int]:
    return {key: round(100 * (report["categories"][key]["score"] or 0)) for key in FLOORS}


def _told(least: Mapping[str, int], measured: int) -> str:
    return f"at least {'/'.join(str(least[key]) for key in FLOORS)} in {measured} measurements"
