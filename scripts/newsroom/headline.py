"""Make a headline, and a description, from a lead: cut where a reader would cut it, no word added."""

from __future__ import annotations

import re

from newsroom.rules.shape import first_sentence

MAX_HEADLINE = 110
"""A headline is no longer than this many characters."""
MIN_HEADLINE = 45
"""A cut that leaves less than this says too little."""
MAX_DESCRIPTION = 200
"""A description is no longer than this many characters."""
BOUNDARY = re.compile(r"\s+\(|[,;:]\s|\s[–—-]\s")


def from_lead(lead: str) -> str:
    """Return a headline of at most 110 characters from `lead`: its first sentence, or that as far as a clause goes."""
    return _cut(first_sentence(lead), limit=MAX_HEADLINE, least=MIN_HEADLINE).rstrip(".")


def describe(lead: str) -> str:
    """Return a description of at most 200 characters from `lead`: whole words, an ellipsis where it goes on."""
    return lead if len(lead) <= MAX_DESCRIPTION else _by_words(lead, MAX_DESCRIPTION)


def _cut(sentence: str, *, limit: int, least: int) -> str:
    """Return `sentence` up to the last clause that ends within `limit`; by whole words where no clause does."""
    if len(sentence) <= limit:
        return sentence
    ends = [match.start() for match in BOUNDARY.finditer(sentence) if least <= match.start() <= limit]
    whole = [end for end in ends if _is_whole(sentence[:end])]
    return sentence[: whole[-1]].rstrip() if whole else _by_words(sentence, limit)


def _is_whole(text: str) -> bool:
    """Say whether no bracket or quotation is left open in `text`."""
    pairs = (("(", ")"), ("«", "»"), ("“", "”"))
    return all(text.count(opening) == text.count(closing) for opening, closing in pairs) and text.count('"') % 2 == 0


def _by_words(text: str, limit: int) -> str:
    return text[: text.rfind(" ", 0, limit)].rstrip(" ,;:–—-") + "…"
