"""The published schema of the sidecars says what the program does."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import jsonschema
import pytest
import yaml

import write_schema
from newsroom import sidecar
from newsroom.model import Corrections

RIGHT = [
    "title: no",
    "title: 2026",
    "published: 2026-01-13",
    "authors: A B",
    "authors: [A B, C D]",
    "authors:\n  - A B\n  - C D",
    "tags: []",
    "agency:",
    "slug:",
    "slug: mons-2",
    "aliases: news/2025/old",
    "aliases: [news/2025/old/, other]",
    "source_url: https://example.org/1",
    "original: true",
    "original: yes",
    "original:",
    "corrects: 001_x.txt",
    "corrects: [001_x.txt, 002_x.txt]",
    "apart_from: 001_x.txt\nstory: a\nlanguage: kk\ntranslator: A B\ntranslated_from: ru",
]
WRONG = [
    "titel: X",
    "published: 13 января",
    "published: 2026-02-31",
    "published: 20260131",
    "published: 0",
    "title: [a, b]",
    "slug: Kein Slug",
    "aliases: [../../etc]",
    "aliases: ../../etc",
    "source_url: javascript:alert(1)",
    "original: maybe",
    "corrects: {a: b}",
    "- title",
    "just words",
]


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors' programs read it: a day is a string, and so are yes and no."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - declared so by PyYAML


Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|Null|NULL|~|)$"), [*"nN~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))


def test_the_file_is_what_the_program_says() -> None:
    """`make format` writes it anew."""
    assert write_schema.text() == write_schema.SCHEMA.read_text("utf-8")


def test_every_key_is_described_with_an_example() -> None:
    """An editor sees what a key means and how a value looks, and every example is right."""
    for name, key in sidecar.schema()["properties"].items():
        assert key["description"].endswith(".")
        for example in key["examples"]:
            said = sidecar.parse(yaml.safe_dump({name: example}), path="a.yml")
            assert isinstance(said, Corrections)


@pytest.mark.parametrize(("text", "expected"), [*((text, True) for text in RIGHT), *((text, False) for text in WRONG)])
def test_the_schema_and_the_program_agree(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """What an editor's program marks as wrong, the build refuses, and nothing else."""
    validator = jsonschema.Draft7Validator(sidecar.schema(), format_checker=jsonschema.FormatChecker(["date"]))
    by_schema = validator.is_valid(yaml.load(text, Loader=Core))  # noqa: S506 - made of the safe one
    by_program = isinstance(sidecar.parse(text, path="a.yml"), Corrections)
    assert (expected, expected) == (by_schema, by_program)


def test_a_day_is_read_as_a_day() -> None:
    """The form that the schema demands is the one that is understood."""
    said = sidecar.parse("published: 2026-01-13", path="a.yml")
    assert isinstance(said, Corrections)
    assert {"published": date(2026, 1, 13)} == said.fields
