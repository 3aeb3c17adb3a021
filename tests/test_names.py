"""The names that are joined across languages by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import languages, names
from newsroom.keys import Kind, Reader, Register

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


LISTED = """\
vassilenko: {kind: person, en: Roman Vassilenko, ru: Роман Василенко}
heard: {kind: person, en: Timur Baratov}
ghent-university: {kind: institution, en: Ghent University, ru: [Гентский университет, Университет Гента]}
south-university: {kind: institution, en: M. Velmar South University, kk: М. Вельмар атындағы Оңтүстік университеті}
mons: {kind: place, en: Mons, ru: Монс, kk: Монс}
umons: {kind: institution, en: University of Mons, other: [UMONS, Université de Mons]}
riga: {kind: place, en: Riga, ru: Рига}
sutter: {kind: person, en: Petra De Sutter, ru: Петра Де Саттер}
petersburg: {kind: place, en: St. Petersburg}
mobility: {kind: topic, en: Academic mobility, ru: академическая мобильность, kk: Академиялық ұтқырлық}
programmes: {kind: topic, ru: программы обмена}
intelligence: {kind: topic, kk: жасанды интеллект}
who: {kind: institution, en: WHO}
"""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Roman Vassilenko's visit", ["vassilenko"]),
        ("en", "He went to Ghent University’s new campus.", ["ghent-university"]),
        ("en", "The University of Mons (UMONS) is in Mons.", ["umons", "umons", "mons"]),
        ("en", "M. Velmar South University; Velmar South University", ["south-university", "south-university"]),
        ("en", "The rector, Petra De Sutter, spoke in St. Petersburg.", ["sutter", "petersburg"]),
        ("en", "Academic mobility and academic mobility", ["mobility", "mobility"]),
        ("ru", "Романа Василенко приняли в Гентском университете.", ["vassilenko", "ghent-university"]),
        ("ru", "Студенты Гентского университета и Университета Гента", ["ghent-university", "ghent-university"]),
        ("ru", "Из Монса в Ригу и о Риге", ["mons", "riga", "riga"]),
        ("ru", "программы академической мобильности", ["mobility"]),
        ("ru", "Тимура Баратова ждут", ["heard"]),
        ("ru", "новых программ обмена", ["programmes"]),
        ("ru", "ректор университета Гента", ["ghent-university"]),
        ("kk", "Роман Василенконың сапары", ["vassilenko"]),
        ("kk", "Вельмар атындағы Оңтүстік университетінде Монстан келді", ["south-university", "mons"]),
        ("kk", "академиялық ұтқырлықты дамыту", ["mobility"]),
        ("kk", "жасанды интеллектіні, жасанды интеллектінің", ["intelligence", "intelligence"]),
        ("kk", "UMONS-тың ректоры Тимур Баратовпен кездесті", ["umons", "heard"]),
    ],
)
def test_a_name_is_found_in_its_forms(language: str, text: str, expected: list[str]) -> None:
    """With endings, with and without initials, and in letters in which nobody has spelled it."""
    listed, _ = names.parse(LISTED, languages=CODES)
    assert expected == list(Register(languages.load(language), listed).names(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Monsieur met a monster and mon ami."),
        ("en", "They came from Ghent. University people met them."),
        ("en", "The town of Ghent, University and all"),
        ("en", "Who said so? They who were there."),
        ("en", "A university of mons, said nobody."),
        ("en", "Vassilenko alone, and Roman Vassily"),
        ("ru", "Монстр и ригель"),
        ("ru", "Романов Василенко нет, Романова Василенко тоже."),
        ("ru", "Ратмир Баратов и Тимур Борисов"),
        ("ru", "Мобильность академическая"),
        ("ru", "это гентский университет и университет гента"),
        ("kk", "Роман жазды. Василенко келді."),
        ("kk", "Оңтүстік университеті"),
    ],
)
def test_what_only_looks_like_a_name_is_none(language: str, text: str) -> None:
    """Another word with the same beginning, two words that a stop parts, one part of a name alone."""
    listed, _ = names.parse(LISTED, languages=CODES)
    assert [] == list(Register(languages.load(language), listed).names(text))


def test_a_listed_country_keeps_its_key() -> None:
    """Articles are grouped by a country alike whether an editor lists it or not; a longer name is the name."""
    listed, _ = names.parse("kz: {en: [Kazakhstan, South Kazakhstan]}\n", languages=CODES)
    profile = Reader(languages.load("en"), listed).profile(
        raw.article("a.txt", "en", ["In Kazakhstan", "In South Kazakhstan"])
    )
    assert [["p:KZ"], ["e:kz"]] == [
        [one.unit.key for one in found if one.unit.key[1] == ":" and one.unit.key[0] in "pe"]
        for found in profile.paragraphs
    ]
