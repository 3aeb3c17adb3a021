"""Make one Latin slug from a headline in any script."""

from __future__ import annotations

import re

from anyascii import anyascii

MAX_SLUG = 60
"""A slug is no longer than this many characters: whole words."""


def slug(headline: str) -> str:
    """Return `headline` in Latin letters (by anyascii), lower case, words joined by hyphens, at most 60 characters."""
    latin = re.sub(r"[’'`]", "", anyascii(headline)).lower()
    words = re.findall(r"[a-z0-9]+", latin)
    chosen: list[str] = []
    for word in words:
        if chosen and sum(map(len, chosen)) + len(chosen) + len(word) > MAX_SLUG:
            break
        chosen.append(word[:MAX_SLUG])
    return "-".join(chosen) or "article"
