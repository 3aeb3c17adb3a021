"""Make a headline, and a description, from a lead: cut where a reader would cut it, no word added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules.shape import SENTENCE_BREAK, first_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEADLINE = 110
"""A headline is no longer than this many characters."""
MIN_HEADLINE = 45
"""A cut that leaves less than this says too little."""
MAX_DESCRIPTION = 200
"""A description is no longer than this many characters."""
MIN_DESCRIPTION = 100
"""Sentences that end before this say too little to describe an article."""
MARK = re.compile(r"\s+\(|[,;:]\s|\s[–—-]\s")


def from_lead(lead: str, *, joining: Sequence[str] = ()) -> str:
    """Return a headline of at most 110 characters from `lead`: its first sentence, or that as far as a clause goes.

    `joining` are the language's words for `and`, before which a sentence may end where no mark divides it.
    """
    sentence = first_sentence(lead)
    for boundary in (MARK, re.compile(rf"\s(?:{'|'.join(map(re.escape, joining)) or '(?!)'})\s")):
        if len(sentence) > MAX_HEADLINE:
            sentence = _cut(sentence, boundary)
    return (sentence if len(sentence) <= MAX_HEADLINE else _by_words(sentence, MAX_HEADLINE)).rstrip(".")


def describe(lead: str) -> str:
    """Return a description of at most 200 characters from `lead`: whole sentences, or whole words and an ellipsis."""
    if len(lead) <= MAX_DESCRIPTION:
        return lead
    ends = [found.end() for found in SENTENCE_BREAK.finditer(lead) if MIN_DESCRIPTION <= found.end() <= MAX_DESCRIPTION]
    return lead[: ends[-1]].rstrip() if ends else _by_words(lead, MAX_DESCRIPTION)


def _cut(sentence: str, boundary: re.Pattern[str]) -> str:
    """Return `sentence` up to the last boundary within the limit that leaves enough; all of it where there is none."""
    ends = [match.start() for match in boundary.finditer(sentence) if MIN_HEADLINE <= match.start() <= MAX_HEADLINE]
    whole = [end for end in ends if _is_whole(sentence[:end])]
    return sentence[: whole[-1]].rstrip() if whole else sentence


def _is_whole(text: str) -> bool:
    """Say whether no bracket or quotation is left open in `text`."""
    pairs = (("(", ")"), ("«", "»"), ("“", "”"))
    return all(text.count(opening) == text.count(closing) for opening, closing in pairs) and text.count('"') % 2 == 0


def _by_words(text: str, limit: int) -> str:
    return text[: text.rfind(" ", 0, limit)].rstrip(" .,;:–—-") + "…"
