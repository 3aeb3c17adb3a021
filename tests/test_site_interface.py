"""How a language speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interfaces import ALL, EN, KK, RU
from newsroom.site import interface
from newsroom.site.interface import Interface, MissingWordsError

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("language", "text"), [(EN, "4 March 2026"), (RU, "4 марта 2026 г."), (KK, "2026 ж. 4 наурыз")]
)
def test_days_as_the_language_writes_them(language: Interface, text: str) -> None:
    """A day is written in the language's long form, with plain spaces."""
    assert text == language.date(DAY)


@pytest.mark.parametrize(("language", "text"), [(EN, "Kazakh"), (RU, "казахский"), (KK, "қазақ тілі")])
def test_languages_as_the_language_calls_them(language: Interface, text: str) -> None:
    """A language has its name in the language of the page, whatever the region in its code."""
    assert (text, text) == (language.called("kk"), language.called("kk-KZ").partition(" (")[0])


@pytest.mark.parametrize(
    ("language", "number", "text"), [(EN, 1, "January"), (EN, 12, "December"), (RU, 1, "Январь"), (KK, 1, "Қаңтар")]
)
def test_months_stand_alone(language: Interface, number: int, text: str) -> None:
    """A month is named as in a heading: in the nominative, with a capital."""
    assert text == language.month(number)


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        (EN, 1, "1 story"),
        (EN, 2, "2 stories"),
        (EN, 1234, "1,234 stories"),
        (RU, 1, "1 материал"),
        (RU, 3, "3 материала"),
        (RU, 11, "11 материалов"),
        (RU, 21, "21 материал"),
        (KK, 5, "5 материал"),
    ],
)
def test_plural_forms(language: Interface, count: int, text: str) -> None:
    """A number takes the form that the language's rules ask for."""
    assert text == language.say("stories", count=count)


def test_values_are_not_templates() -> None:
    """Braces in a value stay as they are."""
    assert "By {names} & Co" == EN.say("by", names="{names} & Co")


def test_decimals_as_the_language_writes_them() -> None:
    """Decimals stand behind the language's own mark."""
    assert [".", ",", ","] == [each.decimal for each in ALL]


def test_names_in_a_row() -> None:
    """Names are joined as the language joins them."""
    assert ["A, B and C", "A, B и C"] == [EN.join(["A", "B", "C"]), RU.join(["A", "B", "C"])]


def test_an_unknown_word_is_refused() -> None:
    """A word that the language lacks stops the build and names the file and the key."""
    with pytest.raises(MissingWordsError, match=r"languages/kk\.toml.*'nothing'"):
        KK.say("nothing")


def test_every_language_needs_the_same_words() -> None:
    """What one language says the others must say too, save Material's own words."""
    interface.check(ALL)
    more = replace(RU, words={**RU.words, "new": "новое", "search.new": "тоже"})
    with pytest.raises(MissingWordsError, match=r"languages/en\.toml lacks new; languages/kk\.toml lacks new:"):
        interface.check((EN, more, KK))
