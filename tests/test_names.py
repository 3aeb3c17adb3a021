"""The names that are joined across languages by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import languages, names
from newsroom.keys import Kind, Reader

if TYPE_CHECKING:
    from pathlib import Path

CODES = ("en", "ru", "kk")
GHENT = """\
ghent-university:
  kind: institution
  en: Ghent University
  ru: [Гентский университет, Университет Гента]
  kk: Гент университеті
  other: UGent
"""


def read(language: str, text: str) -> list[str]:
    """Return the keys of the names in `text`."""
    listed, _ = names.parse(GHENT, languages=CODES)
    profile = Reader(languages.load(language), listed).profile(raw.article("a.txt", language, [text]))
    return [mention.unit.key for mention in profile.paragraphs[0] if mention.unit.kind is Kind.NAME]


def test_an_entry_has_its_spellings_in_every_language() -> None:
    """One spelling or several, the first of each language first."""
    listed, problems = names.parse(GHENT, languages=CODES)
    spellings = {
        "en": ("Ghent University",),
        "kk": ("Гент университеті",),
        "other": ("UGent",),
        "ru": ("Гентский университет", "Университет Гента"),
    }
    assert ((names.Name("ghent-university", "institution", spellings),), ()) == (listed, problems)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met at Ghent University."),
        ("ru", "Встреча в Гентском университете."),
        ("ru", "Ректор Университета Гента сказал."),
        ("kk", "Кездесу Гент университетінде өтті."),
        ("kk", "Кездесу UGent-те өтті."),
    ],
)
def test_a_listed_name_has_one_key_in_all_its_forms(language: str, text: str) -> None:
    """Whatever ending it takes and whatever letters it is written in."""
    assert ["e:ghent-university"] == read(language, text)


def test_a_listed_name_is_no_ordinary_word() -> None:
    """Without a capital it is not the name."""
    assert [] == read("ru", "Это гентский университет.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n- b\n", "expected `key: value` lines"),
        ("Ghent: {en: Ghent}\n", "expected the name of an entry in Latin small letters"),
        ("ghent: Gent\n", "expected `language: name` lines below it"),
        ("ghent: {de: Gent}\n", "expected one of kind, en, ru, kk, other, received 'de'"),
        ("ghent: {en: Ghent, kind: city}\n", "expected a kind (person, institution, place, topic), received 'city'"),
        ("ghent: {kind: place}\n", "expected a name in at least one language"),
        ("a: {en: Ghent}\nb: {en: ghent}\n", "expected a spelling of its own, received 'ghent', which a has"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, told: str) -> None:
    """Nothing of a list with a mistake is used, and the remedy is named."""
    listed, problems = names.parse(text, languages=CODES)
    assert () == listed
    assert (names.FILE, text.count("\n")) == (problems[-1].path, max(problems[-1].line, text.count("\n")))
    assert told in problems[0].message


def test_no_list_is_no_mistake(tmp_path: Path) -> None:
    """A folder needs none."""
    assert ((), ()) == names.load(tmp_path, languages=CODES)


def test_listed_names_join_what_spelling_keeps_apart() -> None:
    """A town with unlike names in two languages is one name of both texts."""
    listed, _ = names.parse("liege: {en: Luik, ru: Льеж}\n", languages=CODES)
    keys = [
        Reader(languages.load(code), listed).profile(raw.article("a.txt", code, [text])).units.keys()
        for code, text in (("en", "Guests came to Luik."), ("ru", "Гости прибыли в Льеж."))
    ]
    assert "e:liege" in keys[0] & keys[1]
