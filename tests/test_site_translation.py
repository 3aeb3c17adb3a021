"""Which version of a story is a translation of which."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.site.translation import Direction, direction

EN, RU, KK = ({"lang": code} for code in ("en", "ru", "kk"))
ORIGINAL, TRANSLATION = {"translation": "original"}, {"translation": "translation"}


@pytest.mark.parametrize(
    ("meta", "original", "translations"),
    [
        ({"lang": "en", "versions": [EN, RU, KK], "original": True}, "en", {"ru", "kk"}),
        ({"lang": "en", "versions": [EN, RU], "translator": "A. B."}, "ru", {"en"}),
        # Marks go before what only the page says, and may leave a version out.
        ({"lang": "en", "versions": [EN, RU | ORIGINAL, KK | TRANSLATION], "original": True}, "ru", {"kk"}),
        ({"lang": "kk", "versions": [EN, RU | ORIGINAL, KK | TRANSLATION], "translator": "A. B."}, "ru", {"kk"}),
    ],
)
def test_direction(meta: dict[str, Any], original: str, translations: set[str]) -> None:
    """The direction is known where versions are marked, or the original is named, or the translator of one of two."""
    assert Direction(original, frozenset(translations)) == direction(meta)


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"lang": "en", "versions": [EN, RU]},
        {"lang": "en", "versions": [EN, RU], "original": False},
        # A translation of one of two, or of something else.
        {"lang": "en", "versions": [EN, RU, KK], "translator": "A. B."},
        {"lang": "en", "versions": [EN], "translator": "A. B."},
        {"lang": "en", "versions": [EN, RU | TRANSLATION]},
        {"lang": "en", "versions": [EN | ORIGINAL, RU | ORIGINAL]},
    ],
)
def test_unknown_direction(meta: dict[str, Any]) -> None:
    """Where nobody said which was first, or two are said to be, nothing is said."""
    assert None is direction(meta)
