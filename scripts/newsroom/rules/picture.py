"""Whose picture it was, and what stood below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

CREDIT_END = re.compile(r"(?<=\w\w)\.\s+(?=[^\W\d_])")
ADDRESS = re.compile(r"https?://|www\.")
YEARS = re.compile(r"©.*\b(?:19|20)\d\d\b")
AGENCIES = frozenset(
    {"getty images", "shutterstock", "istock", "alamy", "depositphotos", "freepik", "pexels", "unsplash", "pixabay"}
)
"""Agencies of pictures and nothing else: their names alone on a line are a credit."""
MAX_CREDIT = 100
"""A credit is no longer than this many characters."""
MAX_CAPTION = 260
"""A caption and its credit are no longer than this."""


def photo_credit(draft: Draft, line: Line) -> bool:
    """A short line that begins with a picture word and a colon, a bar or © names whose picture it was."""
    if line.text.strip("()[] ").casefold() in AGENCIES and "title" not in draft.fields:
        draft.fill(line, "picture_agency", {"photo_credit": line.text.strip("()[] ")}, 0.7)
        return True
    match = draft.labels.photo.match(line.text)
    if not match or len(line.text) > MAX_CREDIT or YEARS.match(line.text):
        return False
    return _fill(draft, line, match.end(), "photo_credit")


def caption(draft: Draft, line: Line) -> bool:
    """A caption ends with a picture word, a colon and a credit; or it begins with a word for what is seen."""
    if len(line.text) > MAX_CAPTION:
        return False
    for match in draft.labels.photo.finditer(line.text):
        before = line.text[: match.start()].rstrip()
        if before and before[-1] in ".!?…/|(" and len(line.text) - match.end() <= MAX_CREDIT:
            return _fill(draft, line, match.end(), "caption")
    begun = draft.labels.caption.match(line.text)
    if begun and (begun[0].rstrip().endswith(":") or not shape.is_prose(line.text)):
        draft.drop(line, "caption")
        return True
    return False


def _fill(draft: Draft, line: Line, start: int, rule: str) -> bool:
    again = draft.labels.photo.match(line.text, start)
    credit = CREDIT_END.split(line.text[again.end() if again else start :])[0].strip(" .()[]")
    if not credit or ADDRESS.match(credit) or shape.is_prose(credit):
        return False
    draft.fill(line, rule, {"photo_credit": credit})
    return True
