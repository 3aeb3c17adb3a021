"""Spellings of one word meet in one skeleton, and those of two words do not."""

from __future__ import annotations

import pytest

from newsroom.search.folding import fold


@pytest.mark.parametrize(
    ("skeleton", "spellings"),
    [
        ("kazakstan", ["Қазақстан", "казакстан", "Qazaqstan", "QAZAQSTAN", "qazaqstan"]),
        ("vasilenko", ["Василенко", "Vassilenko", "Vasilenko", "Wassilenko"]),
        ("shcherbakov", ["Щербаков", "Shcherbakov", "Schtscherbakow"]),
        ("chaikovski", ["Чайковский", "Tchaikovsky", "Chaykovskiy"]),
        ("petr", ["Пётр", "Петр", "Pyotr", "Petr"]),
        ("elena", ["Елена", "Yelena", "Elena"]),
        ("iulia", ["Юлия", "Julia", "Yuliya"]),
        ("astana", ["Астана", "АСТАНА", "Astana", "Аста\u00adна"]),
        ("ioshkarola", ["Йошкар-Ола", "Yoshkar-Ola", "Йошкар‑Ола"]),
        ("uchenie", ["учёные", "ученые", "УЧЁНЫЕ"]),
        ("obekt", ["объект", "об’ект", "обект"]),
        ("muler", ["Müller", "Mu\u0308ller", "Muller", "Муллер"]),
        ("strase", ["Straße", "STRASSE", "Strasse"]),
        ("kaz", ["ＫＡＺ", "KAZ", "Каз", "Қаз", "qaz"]),
    ],
)
def test_spellings_meet(skeleton: str, spellings: list[str]) -> None:
    """One skeleton, whatever the letters, the case, the marks and the form of Unicode."""
    assert dict.fromkeys(spellings, skeleton) == {spelling: fold(spelling) for spelling in spellings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мир", "мэр"),
        ("шар", "жар"),
        ("цель", "сель"),
        ("bank", "bang"),
        ("рак", "раб"),
        ("хор", "кор"),
        ("1250", "125"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Not everything is thrown together."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["北京", "한국", "ไทย", "العربية", "नमस्ते", "2025", "🎓"])
def test_unknown_letters_stay(word: str) -> None:
    """A script that the table does not know is left as it is."""
    assert word == fold(word)


def test_a_skeleton_of_nothing_is_nothing() -> None:
    """Neither signs that are never pronounced nor an empty text make one."""
    assert ["", "", ""] == [fold("ь"), fold("'"), fold("")]
