"""A word is found by its other forms, in three languages, and others are not."""

from __future__ import annotations

from functools import cache

import pytest

import raw
from newsroom import languages
from newsroom.search.matching import Entry, is_spelled_alike, matches
from newsroom.search.morphology import ITSELF, Morphology, spelled_out

CASES = raw.ROOT / "tests" / "cases" / "search"
PAIRS = [
    (path.stem, *line.split("\t"))
    for path in sorted(CASES.glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()[1:]
]


@cache
def _morphology(language: str) -> Morphology:
    return Morphology(languages.load(language))


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_the_tables_say_both(language: str) -> None:
    """Each language has sixty pairs and more, of which not all are found."""
    found = [pair[-1] for pair in PAIRS if pair[0] == language]
    assert len(found) >= 60
    assert {"yes", "letters", "no"} == set(found)


@pytest.mark.parametrize(("language", "query", "form", "expected"), PAIRS)
def test_query_finds_form(language: str, query: str, form: str, expected: str) -> None:
    """As tests/cases/search says."""
    morphology = _morphology(language)
    found = [entry for entry in morphology.entries(form) if matches(query, entry, morphology.classes)]
    alike = any(is_spelled_alike(query, form, entry, morphology.classes) for entry in found)
    assert expected == ("yes" if alike else "letters" if found else "no")


def test_a_word_that_no_rule_knows_is_found_by_itself() -> None:
    """Numbers and single letters are."""
    assert (Entry("2025", ITSELF),) == _morphology("kk").entries("2025")
    assert [""] == spelled_out(ITSELF)


def test_a_class_spells_itself_out() -> None:
    """Its name says its endings, or the two patterns of them."""
    assert ["", "a", "ami"] == spelled_out("=|a|ami")
    assert {"pattern": "s|", "written": "x"} == spelled_out("/s|/x/")


def test_every_entry_has_its_class() -> None:
    """Whatever is found, its endings are among the classes."""
    morphology = Morphology(languages.load("ru"))
    entries = [entry for word in ("люди", "посла", "B2B", "шёл") for entry in morphology.entries(word)]
    assert {entry.endings for entry in entries} | {ITSELF} == morphology.classes.keys()
