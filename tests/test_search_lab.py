"""What the search of the built site makes of a query, as a person who tunes it reads it."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

import search_lab
from newsroom.search.documents import Document
from newsroom.site import searching

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = [
    Document("a", "en", "a/", "A [bold]university[/bold]", "", date(2025, 1, 2), (), "Two universities in Qazaqstan."),
    Document("b", "ru", "ru/b/", "Послы", "", date(2025, 1, 1), (), "Университет принял посла. Люди и человек."),
    Document("c", "kk", "kk/c/", "Елшілер", "", None, (), "Қазақстанның елшісі университетте."),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site, as far as its search is concerned."""
    root = tmp_path_factory.mktemp("site")
    for name, content in searching.index(DOCUMENTS, ["en", "ru", "kk"], {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def _asked(site: Path, query: str, here: str = "en") -> dict[str, Any]:
    return search_lab.ask(query, site / search_lab.DATA, here=here)


@pytest.mark.parametrize(
    ("query", "note", "forms"),
    [
        ("university", None, {("university", "exact"), ("universities", "stem")}),
        ("послами", None, {("послы", "stem"), ("посла", "stem")}),
        ("люди", None, {("люди", "exact"), ("человек", "stem")}),
        ("елші", None, {("елшілер", "stem"), ("елшісі", "stem")}),
        ("казакстаннын", None, {("қазақстанның", "skeleton")}),
        ("Казакстан", None, {("қазақстанның", "otherLetters"), ("qazaqstan", "skeleton")}),
        ("унвиерситет", "slip", {("университет", "slip"), ("университетте", "slip")}),
        ("gjckf", "keyboard", {("посла", "keyboard, exact"), ("послы", "keyboard, stem")}),
        ("zzzzzz", None, set()),
    ],
)
def test_forms_are_found_by_rules(site: Path, query: str, note: str | None, forms: set[tuple[str, str]]) -> None:
    """As typed, in other forms, in other letters, with a slip, on another keyboard, or not at all."""
    found = _asked(site, query)
    assert (note, forms) == (found["note"], {(one["form"], one["rule"]) for one in found["forms"]})


def test_stories_come_with_their_score(site: Path) -> None:
    """The best first; a story in the language of the page before one in another."""
    found = _asked(site, "университет", here="kk")
    assert ["kk", "ru"] == [one["language"] for one in found["stories"]][:2]
    scores = [one["score"] for one in found["stories"]]
    assert sorted(scores, reverse=True) == scores
    assert found["count"] == len(scores)


def test_all_is_shown(site: Path) -> None:
    """Words, forms, rules, headlines and the number of stories; markup in a headline is shown as text."""
    console = Console(file=io.StringIO(), width=140)
    search_lab.show(_asked(site, "universities"), console=console)
    file = console.file
    assert isinstance(file, io.StringIO)
    shown = file.getvalue()
    for part in ("words: universities", "exact", "stem", "A [bold]university[/bold]", "stories: 1"):
        assert part in shown


def test_without_an_index_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The site must have been built."""
    assert search_lab.main(["word", "--site", str(tmp_path)]) == 2
    assert "make site" in capsys.readouterr().err


def test_without_a_query_it_says_how(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty QUERY is wrong usage."""
    with pytest.raises(SystemExit, match="2"):
        search_lab.main([" ", "--site", str(site)])
    assert 'make search-lab QUERY="' in capsys.readouterr().err


def test_it_can_be_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With status 0, whether something is found or not."""
    assert [0, 0] == [search_lab.main([query, "--site", str(site)]) for query in ("university", "zzzzzz")]
    assert "stories: 0" in capsys.readouterr().out
