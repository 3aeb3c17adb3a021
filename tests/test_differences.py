"""What two versions say differently, and what they merely write differently."""

from __future__ import annotations

import pytest

import raw
from newsroom import align, differences, languages
from newsroom.keys import Reader

AROUND = {
    "en": (
        "The University of Salmere met guests from Karaganda and Kokshetau.",
        "Rector Helmi Korhonen thanked Askar Belgibay.",
    ),
    "ru": (
        "Университет Салмере принял гостей из Караганды и Кокшетау.",
        "Ректор Хельми Корхонен поблагодарила Аскара Бельгибая.",
    ),
    "kk": (
        "Салмере университеті Қарағанды мен Көкшетаудан келген қонақтарды қабылдады.",
        "Ректор Хельми Корхонен Асқар Бельгібайға алғыс айтты.",
    ),
}
"""The paragraphs between which the paragraph in question stands."""


def found(left: tuple[str, str], right: tuple[str, str]) -> list[str]:
    """Return the kinds of differences between two paragraphs that stand between two others."""
    profiles = [
        Reader(languages.load(language)).profile(
            raw.article(
                f"{language}.txt", language, [part for part in (AROUND[language][0], text, AROUND[language][1]) if part]
            )
        )
        for language, text in (left, right)
    ]
    alignment = align.align(profiles[0], profiles[1])
    return [entry.kind for entry in differences.compare(profiles[0], profiles[1], alignment=alignment)]


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        (
            ("en", "The laboratory employs 14 people in Vuolla."),
            ("ru", "В лаборатории в Вуолле 24 человека."),
            ["number"],
        ),
        (("en", "It cost 1.2 million euros in Vuolla."), ("kk", "Вуолладағы құны 12 миллион еуро."), ["number"]),
        (("ru", "Учеба в Вуолле начнется 1 сентября."), ("kk", "Вуоллада оқу 15 қыркүйекте басталады."), ["date"]),
        (("en", "It was founded in 1958 in Vuolla."), ("ru", "Основана в Вуолле в 1985 году."), ["date"]),
        (("en", "The guide was Outi Laine of Vuolla."), ("ru", "Показывала ее Оути Петрова из Вуоллы."), ["name"]),
    ],
)
def test_a_contradiction_is_told(left: tuple[str, str], right: tuple[str, str], kinds: list[str]) -> None:
    """Numbers with their magnitudes, days, years and surnames are compared within corresponding paragraphs."""
    assert kinds == found(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("en", "There are 12,000 students in Vuolla."), ("ru", "В Вуолле 12 000 студентов.")),
        (("en", "There are 12,000 students in Vuolla."), ("kk", "Вуоллада 12 мың студент бар.")),
        (("en", "Half of the guests saw Vuolla."), ("kk", "Қонақтардың жартысы Вуолланы көрді.")),
        (("en", "Around 40 guests saw Vuolla."), ("kk", "Вуолланы 40-қа жуық қонақ көрді.")),
        (("en", "Five guests saw Vuolla on July 4."), ("ru", "4 июля Вуоллу увидели 5 гостей.")),
        (("en", "Both guests saw Vuolla twice."), ("ru", "Три раза гости видели Вуоллу.")),
        (("en", "It is 100 miles to Vuolla."), ("ru", "До Вуоллы 160 километров.")),
        (("en", "The bus to Vuolla left at 5 p.m."), ("ru", "Автобус в Вуоллу ушел в 17 часов.")),
        (("en", "There were 300 guests in Vuolla."), ("ru", "В Вуолле было много гостей.")),
        (("en", "The guide was Outi Laine of Vuolla."), ("ru", "Показывала ее Оути Лайне из Вуоллы.")),
    ],
)
def test_silent_where_a_thing_is_only_written_differently(left: tuple[str, str], right: tuple[str, str]) -> None:
    """Marks, words, units, clocks, and a number that one side leaves out are no contradiction."""
    assert [] == found(left, right)


def test_a_paragraph_on_one_side_only_is_told() -> None:
    """What one version leaves out is told with its beginning."""
    text = "A foundation of the Niemi family has promised 300 books and a grand piano to the children of Honkala. " * 2
    assert ["missing"] == found(("en", text), ("ru", ""))
