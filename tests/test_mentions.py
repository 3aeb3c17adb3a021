"""Which listed names occur in an article."""

from __future__ import annotations

from typing import Any

import pytest

import raw
from newsroom import languages, mentions, names

CODES = ("en", "ru", "kk")
LANGUAGES = [languages.load(code) for code in CODES]
LISTED, _ = names.parse(
    """\
vassilenko: {kind: person, en: Roman Vassilenko, ru: Роман Василенко}
ghent-university: {kind: institution, en: Ghent University, ru: Гентский университет, kk: Гент университеті}
ghent: {kind: place, en: Ghent, ru: Гент, kk: Гент}
mobility: {kind: topic, en: Academic mobility, ru: Академическая мобильность}
wire: {kind: institution, other: Wire Today}
""",
    languages=CODES,
)


def found(language: str, paragraphs: list[str], **fields: Any) -> tuple[str, ...]:  # noqa: ANN401 - any field of an article
    """Return what is found in an article."""
    article = raw.article("a.txt", language, paragraphs, **fields)
    return mentions.find([article], languages=LANGUAGES, names=LISTED)["a.txt"]


@pytest.mark.parametrize(
    ("language", "paragraphs", "fields", "expected"),
    [
        ("en", ["Nobody.", "In Ghent, at Ghent University’s gate"], {}, ("ghent", "ghent-university")),
        ("ru", ["Студенты Гентского университета ждали Романа Василенко."], {}, ("ghent-university", "vassilenko")),
        ("kk", ["Роман Василенконың Гент университетіндегі дәрісі"], {}, ("vassilenko", "ghent-university")),
        ("en", ["x"], {"title": "A day in Ghent"}, ("ghent",)),
        ("en", ["x"], {"authors": ("Anna B.", "Roman Vassilenko")}, ("vassilenko",)),
        ("en", ["x"], {"agency": "WIRE TODAY"}, ("wire",)),
        ("en", ["x"], {"section": "Ghent"}, ("ghent",)),
        ("en", ["x"], {"dateline_place": "GHENT"}, ("ghent",)),
        ("en", ["x"], {"tags": ("academic mobility",)}, ("mobility",)),
        ("en", ["x"], {"tags": ("ghent  UNIVERSITY",)}, ("ghent-university",)),
        ("en", ["x"], {"photo_credit": "Ghent University"}, ()),
        ("en", ["x"], {"source_url": "https://example.org/Ghent"}, ()),
        ("en", ["A ghent of the university. Vassilenko alone."], {}, ()),
    ],
)
def test_where_a_name_occurs(
    language: str, paragraphs: list[str], fields: dict[str, Any], expected: tuple[str, ...]
) -> None:
    """In the text and in what is shown around it, whatever its form; the first to occur stands first."""
    assert expected == found(language, paragraphs, **fields)


def test_without_a_list_nothing_occurs() -> None:
    """No article is read for nothing."""
    assert {} == mentions.find([raw.article("a.txt", "en", ["Ghent"])], languages=LANGUAGES, names=())
