"""Which version of a story was there first."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.site.translation import origin

EN, RU, KK = ({"lang": code} for code in ("en", "ru", "kk"))


@pytest.mark.parametrize(
    ("meta", "language"),
    [
        ({"lang": "en", "versions": [EN, RU]}, None),
        ({"lang": "en", "versions": [EN, RU], "original": False}, None),
        ({"lang": "en", "versions": [EN, RU], "original": True}, "en"),
        ({"lang": "en", "versions": [EN, {**RU, "original": True}]}, "ru"),
        ({"lang": "en", "versions": [{**EN, "original": True}, RU], "original": True}, "en"),
        # Two that both claim it.
        ({"lang": "en", "versions": [EN, {**RU, "original": True}], "original": True}, None),
        # A translation is one of the only other version, and of which of two nobody knows.
        ({"lang": "en", "versions": [EN, RU], "translator": "A. B."}, "ru"),
        ({"lang": "en", "versions": [EN, RU, KK], "translator": "A. B."}, None),
        ({"lang": "en", "versions": [EN, RU, {**KK, "original": True}], "translator": "A. B."}, "kk"),
        ({"lang": "en", "versions": [EN], "translator": "A. B."}, None),
        ({}, None),
    ],
)
def test_origin(meta: dict[str, Any], language: str | None) -> None:
    """The direction is known where the editor marked the original, or named the translator of one of two versions."""
    assert language == origin(meta)
