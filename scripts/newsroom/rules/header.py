"""The header of a mail or of a feed's entry: keys and values above the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import days, shape, stamps

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

LIST_PREFIX = re.compile(r"(?:\[[^\]]*\]\s*|(?:re|fwd?|отв)\s*:\s*)+", re.IGNORECASE)
RELEASE_MARK = re.compile(r"\s*[:|–—-]\s*")
SIGNATURE = re.compile(r"--|_{2,}|-{2,}")
WARNINGS = 3
"""Among so many lines below its header a mail has its server's warnings."""
LEAST = 2
"""So many lines of known keys make a header."""


def key_value_header(draft: Draft) -> None:
    """Two or more lines at the very head that each begin with a key of a mail or a feed are its header.

    A subject that only says what the mail is for is no headline, nor is what it says of that before a mark.
    """
    keyed: list[tuple[Line, str, int]] = []
    for line in draft.lines:
        found = _key(draft, line.text)
        if found is None:
            break
        keyed.append((line, *found))
    if len(keyed) < LEAST or keyed[0][0].after_blank is False:
        return
    for line, field, start in keyed:
        _take(draft, line, field, line.text[start:].strip())
    if any(not field for _, field, _ in keyed):
        _drop_mail_signature(draft)
        _drop_warnings(draft)


def _key(draft: Draft, text: str) -> tuple[str, int] | None:
    """Return the field that the line's key stands for, and where its value begins."""
    matches = ((field, pattern.match(text)) for field, pattern in draft.labels.header.items())
    return next(((field, match.end()) for field, match in matches if match), None)


def _take(draft: Draft, line: Line, field: str, value: str) -> None:
    if field == "published":
        found = days.find_full(value, draft.language.dates)
        for day in found[:1]:
            stamps.set_day(draft, line, day, "published")
        draft.drop(line, "header")
    elif field == "title":
        title = _without_prefixes(draft, value)
        purpose = draft.labels.subject.match(title)
        draft.fill(line, "header", {"title": title[purpose.end() if purpose else 0 :]}, 0.9)
    elif field in {"authors", "tags"}:
        parts = draft.labels.joining.split(value) if field == "authors" else re.split(r"\s*[,;|]\s*", value)
        draft.fill(line, "header", {field: tuple(filter(None, parts))}, 0.9)
    elif field:
        draft.fill(line, "header", {field: value}, 0.9)
    else:
        draft.drop(line, "header")


def _without_prefixes(draft: Draft, subject: str) -> str:
    """Return a mail's subject without the list's name, `Fwd:`, and the words for a press release before a mark.

    They need no mark where the rest stands below the header again.
    """
    subject = LIST_PREFIX.sub("", subject, count=1)
    release = draft.labels.press_release.match(subject)
    mark = RELEASE_MARK.match(subject, release.end()) if release else None
    rest = subject[release.end() :].strip() if release else ""
    is_repeated = any(line.text.casefold() == rest.casefold() for line in draft.lines)
    return rest if is_repeated else subject[mark.end() :] if mark else subject


def _drop_warnings(draft: Draft) -> None:
    """Leave out what mail servers write: warnings right below the header, legal notices below the text."""
    for line in (*draft.lines[:WARNINGS], *reversed(draft.lines[WARNINGS:])):
        if draft.labels.mail_notice.match(line.text):
            draft.drop(line, "mail_notice")


def _drop_mail_signature(draft: Draft) -> None:
    """Leave out what stands below the line of two dashes, or the greeting with a comma, that ends a mail."""
    for index, line in enumerate(draft.lines):
        is_greeting = line.text.endswith(",") and draft.labels.mail_notice.match(line.text)
        is_last = not any(shape.is_prose(other.text) for other in draft.lines[index:])
        if index and (SIGNATURE.fullmatch(line.text) or (is_greeting and is_last)):
            for other in draft.lines[index:]:
                draft.drop(other, "mail_signature")
            return
