"""Whose picture it was, and what stood below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

CREDIT_END = re.compile(r"(?<=\w\w)\.\s+(?=[^\W\d_])")
ADDRESS = re.compile(r"https?://|www\.")
YEARS = re.compile(r"©.*\b(?:19|20)\d\d\b")
AGENCIES = frozenset(
    {"getty images", "shutterstock", "istock", "alamy", "depositphotos", "freepik", "pexels", "unsplash", "pixabay"}
)
"""Agencies of pictures and nothing else: their names alone on a line are a credit."""
IN_BRACKETS = re.compile(r"\((?P<credit>[^()]{2,80})\)\.?$")
"""The brackets that end a caption."""
BEHIND = re.compile(r"[.!?…»”]\s+(?:[|/]\s*)?(?P<credit>[^.!?…|]{3,60})$")
"""What stands behind the last sentence of a caption."""
OF_PERSON = re.compile(r"[^\W\d_]/\s?[^\W\d_][\w’'-]*\s[^\W\d_][\w’'. -]*$")
"""An agency, a slash, and a person's two names: REUTERS/Jane Doe."""
BY_PERSON = re.compile(r"(?P<person>[^/|]{5,40}?)(?:\s?[/|]\s?|\s(?:[–—-]|via)\s)(?P<agency>[^/|]{2,60})")
"""A person's two names, a slash, and an agency: Jane Doe/AFP via Getty Images."""
WIRES = re.compile(
    r"(?:AFP|AP|Associated Press|Reuters|EPA|EFE|ANSA|ANP|DPA|Belga|Xinhua|Bloomberg|Sputnik|Kazinform"
    r"|ТАСС|РИА Новости|Интерфакс|Коммерсантъ?|Рейтер|Казинформ|Қазинформ)(?!\w).*",
    re.IGNORECASE,
)
"""Agencies of news that have pictures too."""
MAX_CREDIT = 100
"""A credit is no longer than this many characters."""
MAX_CAPTION = 260
"""A caption and its credit are no longer than this."""


def photo_credit(draft: Draft, line: Line) -> bool:
    """A short line that begins with a picture word and a colon, a bar or © names whose picture it was."""
    if line.text.strip("()[] ").casefold() in AGENCIES and "title" not in draft.fields:
        draft.fill(line, "picture_agency", {"photo_credit": line.text.strip("()[] ")}, 0.7)
        return True
    if _is_by_person(line.text):
        draft.fill(line, "picture_agency", {"photo_credit": line.text.strip("()[] ")}, 0.7)
        return True
    word = draft.labels.picture.match(line.text)
    named = line.text[word.end() :].strip() if word else ""
    is_name = named[:1].isalpha() and (byline.is_full_name(named) or bool(OF_PERSON.search(named)))
    if word and len(line.text) <= MAX_CREDIT and is_name:
        return _fill(draft, line, word.end(), "photo_credit")
    match = draft.labels.photo.match(line.text)
    if not match or len(line.text) > MAX_CREDIT or YEARS.match(line.text):
        return False
    return _fill(draft, line, match.end(), "photo_credit")


def _is_by_person(text: str) -> bool:
    """Say whether a line is nothing but a person's two names and an agency behind a slash or a word."""
    match = BY_PERSON.fullmatch(text.strip("()[] "))
    if not match or not byline.is_full_name(match["person"].strip()):
        return False
    return bool(WIRES.fullmatch(match["agency"])) or match["agency"].casefold().endswith(tuple(AGENCIES))


def caption(draft: Draft, line: Line) -> bool:
    """A caption ends with a picture word, a colon and a credit; or it begins with a word for what is seen."""
    if len(line.text) > MAX_CAPTION:
        return False
    for match in draft.labels.photo.finditer(line.text):
        before = line.text[: match.start()].rstrip()
        if before and before[-1] in ".!?…/|(" and len(line.text) - match.end() <= MAX_CREDIT:
            return _fill(draft, line, match.end(), "caption")
    if ending := credit_at_end(draft, line.text):
        draft.fill(line, "caption", {"photo_credit": ending})
        return True
    begun = draft.labels.caption.match(line.text)
    if begun and (begun[0].rstrip().endswith(":") or not shape.is_prose(line.text)):
        draft.drop(line, "caption")
        return True
    return False


def credit_at_end(draft: Draft, text: str) -> str:
    """Return the credit that ends a caption: in brackets with a picture word, or an agency, a slash and a name."""
    inside = IN_BRACKETS.search(text)
    found = inside or BEHIND.search(text)
    credit = found["credit"].strip() if found else ""
    has_word = inside and draft.labels.picture.search(credit)
    is_agency = credit.casefold().endswith(tuple(AGENCIES))
    is_capital = shape.is_capital(credit) and len(text) <= MAX_CAPTION
    return credit if is_capital and (has_word or is_agency or OF_PERSON.search(credit)) else ""


def _fill(draft: Draft, line: Line, start: int, rule: str) -> bool:
    again = draft.labels.photo.match(line.text, start)
    credit = CREDIT_END.split(line.text[again.end() if again else start :])[0].strip(" .[]")
    credit = credit if "(" in credit else credit.strip("() .")
    if not credit or ADDRESS.match(credit) or shape.is_prose(credit):
        return False
    draft.fill(line, rule, {"photo_credit": credit})
    return True
