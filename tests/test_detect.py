"""Languages told apart, from each other and from neighbours the site does not have."""

from __future__ import annotations

import pytest

from newsroom import detect, languages

SITE = [languages.load(code) for code in ("en", "ru", "kk")]

TEXTS = [
    ("en", "The rector opened the new laboratory and thanked the students who had painted it."),
    ("ru", "Ректор открыл новую лабораторию и поблагодарил студентов, которые её покрасили."),
    ("kk", "Ректор жаңа зертхананы ашып, оны бояған студенттерге алғыс айтты."),
    ("kk", "Елшілік жаңа бағдарлама туралы хабарлады."),
    (None, "Ректор жаңы лабораторияны ачып, аны боёгон студенттерге ыраазычылык билдирди жана кол кысты."),
    (None, "Ректор відкрив нову лабораторію і подякував студентам, які її пофарбували, та всім гостям."),
    (None, "Rektor yangi laboratoriyani ochdi va uni bo‘yagan talabalarga minnatdorchilik bildirdi."),
    (None, "Le recteur a ouvert le nouveau laboratoire et remercié les étudiants qui l’avaient peint."),
    (None, "De rector opende het nieuwe laboratorium en bedankte de studenten die het hadden geschilderd."),
    (None, "Rektor jańa zerthanany ashyp, ony boıaǵan stýdentterge alǵys aıtty. Qonaqtar da qatysty."),
    (None, "大学校长为新实验室揭幕，并感谢了粉刷实验室的学生们。"),
    (None, "12 34 56"),
]


@pytest.mark.parametrize(("expected", "text"), TEXTS)
def test_a_language_is_told(expected: str | None, text: str) -> None:
    """A text is in the site's language that it is in, or in none."""
    assert expected == detect.detect(text, languages=SITE).language


def test_a_language_the_site_lacks_is_never_another() -> None:
    """Kazakh is not taken for Russian where the site has no Kazakh."""
    found = detect.detect(TEXTS[2][1], languages=SITE[:2])
    assert (None, "kk") == (found.language, found.found)
