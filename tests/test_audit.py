"""The audit reads what its tools say, picks the pages that they look at, and can be made to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from building import Site

from audit import audit, crowd, html_validate, lighthouse, links, node, nu, sites, weight
from audit.finding import Fault, Finding, ToolMissingError

if TYPE_CHECKING:
    from pathlib import Path

HOME = "http://127.0.0.1:1/newsroom/"


def test_a_fault_is_seeded_once() -> None:
    """A fault takes the place of the first text that it names, and says so where there is none."""
    fault = Fault("<p>", "<p id=x>", "rule")
    assert "<p id=x>a<p>b" == fault.seed("<p>a<p>b")
    with pytest.raises(ValueError, match="found none"):
        fault.seed("<h1>a</h1>")


def test_remarks_of_the_nu_checker_are_no_findings() -> None:
    """Errors and warnings are, under the path of their file."""
    said = {
        "messages": [
            {"type": "error", "url": "file:/s/a%20b/index.html", "lastLine": 3, "message": "Stray", "extract": "</p>"},
            {"type": "info", "subType": "warning", "url": "file:/s/index.html", "lastLine": 1, "message": "Empty"},
            {"type": "info", "url": "file:/s/index.html", "lastLine": 1, "message": "Trailing slash"},
        ]
    }
    expected = [
        Finding("a b/index.html", "error", "line 3: Stray '</p>'"),
        Finding("index.html", "warning", "line 1: Empty ''"),
    ]
    assert expected == list(nu.read(said, root="/s"))


def test_html_validate_is_read(tmp_path: Path) -> None:
    """Each message becomes a finding at its file."""
    said = [
        {"filePath": str(tmp_path / "a.html"), "messages": [{"ruleId": "no-dup-id", "line": 2, "message": "Twice"}]}
    ]
    assert [Finding("a.html", "no-dup-id", "line 2: Twice")] == list(html_validate.read(said, root=tmp_path.resolve()))


def test_only_broken_links_are_findings() -> None:
    """A link that was followed or left alone is none."""
    said: list[dict[str, Any]] = [
        {"state": "OK", "status": 200, "url": f"{HOME}a/", "parent": HOME},
        {"state": "SKIPPED", "url": "https://example.com/", "parent": HOME},
        {"state": "BROKEN", "status": 404, "url": f"{HOME}b/", "parent": f"{HOME}a/"},
        {"state": "BROKEN", "status": 200, "url": f"{HOME}a/#x"},
    ]
    expected = [Finding("a/", "BROKEN 404", "b/"), Finding("", "BROKEN 200", "a/#x")]
    assert expected == list(links.read(said, home=HOME))


def test_lighthouse_names_what_cost_points() -> None:
    """A category below its floor is a finding with the audits that count and failed; others are none."""
    report = {
        "categories": {key: {"score": 1, "auditRefs": []} for key in lighthouse.FLOORS}
        | {"seo": {"score": 0.92, "auditRefs": [{"id": "title", "weight": 1}, {"id": "hint", "weight": 0}]}}
        | {"performance": {"score": 0.98, "auditRefs": []}},
        "audits": {"title": {"score": 0}, "hint": {"score": 0}},
    }
    assert [Finding("x", "seo", "92 < 100: title")] == list(lighthouse.read(report, place="x"))


@pytest.mark.parametrize(
    ("first", "requests", "second", "rules"),
    [
        (weight.MOST_FIRST, weight.MOST_REQUESTS, weight.MOST_SECOND, []),
        (weight.MOST_FIRST + 1, 1, 0, ["first page"]),
        (0, weight.MOST_REQUESTS + 1, 0, ["requests"]),
        (0, 1, weight.MOST_SECOND + 1, ["second page"]),
    ],
)
def test_pages_are_weighed(first: int, requests: int, second: int, rules: list[str]) -> None:
    """A page may cost as much as the limits say and no byte or request more."""
    costs = weight.Cost(first, {str(at): 1 for at in range(requests)}), weight.Cost(second, {})
    assert rules == [one.rule for one in weight.judge(("a/", "b/"), *costs)]


def test_a_missing_tool_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package that is not installed is named, with the command that installs it."""
    monkeypatch.setattr(node, "PACKAGES", tmp_path)
    with pytest.raises(ToolMissingError, match="make audit"):
        node.package("linkinator/build/src/cli.js")


def test_a_silent_tool_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a tool complains of instead of reporting is handed on; a report longer than a pipe holds comes whole."""
    monkeypatch.setattr(node, "PACKAGES", tmp_path)
    (tmp_path / "silent.js").write_text("console.error('no config'); process.exit(3)")
    with pytest.raises(ToolMissingError, match="no config"):
        node.run("silent.js")
    (tmp_path / "long.js").write_text("console.log('x'.repeat(1e6)); process.exit(1)")
    assert 1_000_001 == len(node.run("long.js"))


def test_the_crowd_is_the_same_each_time(tmp_path: Path) -> None:
    """So many stories, in every language, and the same bytes for the same number."""
    read = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        crowd.write(tmp_path / name, stories=80)
        read.append({path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())})
    assert read[0] == read[1]
    assert 80 == len({name[:4] for name in read[0]})
    assert {"en", "ru", "kk"} == {name[5:7] for name in read[0]}


def test_no_two_of_the_crowd_are_one(tmp_path: Path) -> None:
    """A copy of an event has other words than the event."""
    crowd.write(tmp_path, stories=150)
    texts = [path.read_text("utf-8") for path in sorted(tmp_path.glob("*.txt"))]
    assert len(texts) == len(set(texts))


def test_the_longest_pages_are_looked_at(tmp_path: Path) -> None:
    """Pages are told apart by language and kind, and come with the longest first."""
    pages = {"a": ("article", 1), "b": ("article", 9), "": ("home", 2), "kk/a": ("article", 3), "ru": ("other", 4)}
    for name, (kind, length) in pages.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        html = f'<div class="page page--{kind}">{"x" * length}</div>'
        (tmp_path / name / "index.html").write_text(html, "utf-8")
    expected = {("en", "article"): ["b/", "a/"], ("ru", "other"): ["ru/"], ("kk", "article"): ["kk/a/"]}
    assert expected | {("en", "home"): [""]} == sites.heaviest(Site(tmp_path, HOME))


def test_two_articles_are_read_one_after_the_other() -> None:
    """Where a language has but one, the reader goes on to the front page; all three kinds are timed."""
    found = {(code, "home"): [f"{code}/"] for code in ("en", "ru", "kk")}
    found |= {("en", "article"): ["a/", "b/", "c/"], ("kk", "article"): ["kk/a/"], ("kk", "absent"): ["kk/b/"]}
    assert (("a/", "b/"), ("kk/a/", "kk/")) == sites.visits(found)
    assert ("en/", "a/", "ru/", "kk/", "kk/a/") == sites.measured(found)


def test_every_tool_has_a_fault_of_its_own() -> None:
    """No tool is believed that has not found one, and no fault stands in another's way."""
    assert len(audit.TOOLS) == len({(tool.FAULT.find, tool.FAULT.put) for tool in audit.TOOLS})
    assert all(tool.FAULT.find != tool.FAULT.put for tool in audit.TOOLS)
