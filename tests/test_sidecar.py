"""What an editor may say, and what is said to an editor who says it wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from newsroom import sidecar
from newsroom.model import Corrections

WRONG = [
    ("titel: X", 1, "titel: expected a key of a sidecar", "Did you mean `title:`?"),
    ("title: X\npublished: 13 января", 2, "published: expected The day of publication", "Correct the value"),
    ("published: 2026-02-31", 1, "published: expected", "Correct the value"),
    ("title: [a, b]", 1, "title: expected", "Correct the value"),
    ("slug: Kein Slug", 1, "slug: expected", "Correct the value"),
    ("aliases: [../../etc]", 1, "aliases: expected", "Correct the value"),
    ("source_url: javascript:alert(1)", 1, "source_url: expected", "Correct the value"),
    ("original: maybe", 1, "original: expected", "Correct the value"),
    ("title: X\n\ntitle: Y", 3, "title: stands twice", "Keep one"),
    ("title: 'open", 1, "expected YAML", "Write one `key: value` a line"),
    ("a: b: c", 1, "expected YAML", "Write one `key: value` a line"),
    ("- title", 1, "expected `key: value` lines", "Write one `key: value` a line"),
    ("just words", 1, "expected `key: value` lines", "Write one `key: value` a line"),
    ("title: !!python/object:os.system x", 1, "", ""),
]


@pytest.mark.parametrize(("text", "line", "message", "remedy"), WRONG[:-1])
def test_a_mistake_is_named(text: str, line: int, message: str, remedy: str) -> None:
    """Every mistake has its line, what was expected, and what to do."""
    problems = sidecar.parse(text, path="a.yml")
    assert not isinstance(problems, Corrections)
    first = problems[0]
    assert ("a.yml", line) == (first.path, first.line)
    assert message in first.message
    assert remedy in first.remedy


def test_all_mistakes_are_named_at_once() -> None:
    """Two wrong values are two problems."""
    problems = sidecar.parse("published: soon\nslug: A B", path="a.yml")
    assert not isinstance(problems, Corrections)
    assert [1, 2] == sorted(problem.line for problem in problems)


def test_values_are_read_as_they_stand() -> None:
    """Days are days, lists are lists, one value is a list of one, an empty value empties, and `no` is a word."""
    said = sidecar.parse("title: no\npublished: 2026-01-13\nauthors: A B\ntags: [x, y]\nagency:\n", path="a.yml")
    assert isinstance(said, Corrections)
    expected = {
        "title": "no",
        "published": date(2026, 1, 13),
        "authors": ("A B",),
        "tags": ("x", "y"),
        "agency": None,
    }
    assert expected == dict(said.fields)
    assert {"title": 1, "published": 2, "authors": 3, "tags": 4, "agency": 5} == dict(said.lines)


def test_a_tag_of_yaml_takes_no_effect() -> None:
    """A tag that would build an object is a string like any other."""
    said = sidecar.parse("title: !!python/object:os.system x", path="a.yml")
    assert isinstance(said, Corrections)
    assert "x" == said.fields["title"]


@pytest.mark.parametrize(
    ("lines", "yaml", "rest"),
    [
        (["---", "title: X", "---", "Body"], "title: X", ("", "", "", "Body")),
        (["---", "Body: not a key", "---"], "", ("---", "Body: not a key", "---")),
        (["---", "Body"], "", ("---", "Body")),
        (["Body", "---", "title: X", "---"], "", ("Body", "---", "title: X", "---")),
        ([], "", ()),
    ],
)
def test_front_matter_is_told_from_a_ruler(lines: list[str], yaml: str, rest: tuple[str, ...]) -> None:
    """Only fences around keys of the schema at the very head are front matter, and every line keeps its number."""
    assert (yaml, rest) == sidecar.split_front_matter(lines)


@pytest.mark.parametrize(
    "text", ["title: \x01", "title: \ufffe", "title: " + "[" * 3000, "a: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]"]
)
def test_no_text_breaks_the_reader(text: str) -> None:
    """What YAML itself refuses, what is nested too deeply and what multiplies itself is a problem of a few words."""
    problems = sidecar.parse(text, path="a.yml")
    assert not isinstance(problems, Corrections)
    assert max(len(problem.message) for problem in problems) < 400


def test_values_are_brought_into_the_form_of_a_source() -> None:
    """Breaks, double spaces, invisible characters and halves of characters do not reach the page."""
    said = sidecar.parse('title: "A\\nb  c\\u200b\\0\\uD800"\nagency: "\\u200b"', path="a.yml")
    assert isinstance(said, Corrections)
    assert {"title": "A b c", "agency": None} == dict(said.fields)
