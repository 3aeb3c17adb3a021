"""Words are cut out of texts as readers would cut them."""

from __future__ import annotations

import pytest

from newsroom.search.tokens import Word, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" — … !", []),
        ("Two words.", ["Two", "words"]),
        ("double-degree", ["double", "degree", "double-degree"]),
        ("Йошкар‑Ола", ["Йошкар", "Ола", "Йошкар‑Ола"]),
        ("Kazakhstan's", ["Kazakhstan's"]),
        ("l’Université", ["l’Université", "Université"]),
        ("lʼUniversité", ["lʼUniversité", "Université"]),
        ("1 250 000 tenge", ["1250000", "tenge"]),
        ("1,250 and 1\u202f250", ["1250", "and", "1250"]),
        ("12,5", ["12", "5"]),
        ("2024-2025", ["2024", "2025"]),
        ("COVID-19", ["COVID", "19", "COVID-19"]),
        ("uni\u00adversity", ["university"]),
        ("a_b", ["a", "b"]),
        ("-a- --b", ["a", "b"]),
        ("«Шыңғыс»", ["Шыңғыс"]),
        ("नमस्ते", ["नमस्ते"]),
        ("北京 大学", ["北京", "大学"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    """Parts of a word with hyphens are words, and the whole is; thousands are one number."""
    assert expected == [word.text for word in words(text)]


def test_words_know_their_places() -> None:
    """The letters between beginning and end are the word's, those that are not seen included."""
    text = "The «double-de\u00adgree» of 1 250"
    assert ["The", "double", "de\u00adgree", "double-de\u00adgree", "of", "1 250"] == [
        text[word.start : word.end] for word in words(text)
    ]
    assert Word("The", 0, 3) == next(words(text))
