"""What stands below the last paragraph, or was blown in between: other articles, calls, tags, sign-offs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, furniture, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

AGENCY_ALONE = re.compile(r"[/(]?(?P<agency>[^\W\d_a-zа-яё][\w-]*(?:\s[\w-]+){0,2})[/)]?\.?")
MAX_TEASER = 140
"""Another article's headline in a list of links is no longer than this."""


def read_also(draft: Draft) -> None:
    """A label for other articles, and the headlines that follow it until the next prose, belong to other articles."""
    for line in list(draft.lines):
        match = draft.labels.read_also.match(line.text)
        if line not in draft.lines or not match or not _is_announcement(line.text[match.end() :]):
            continue
        index = draft.lines.index(line)
        inline = bool(line.text[match.end() :].strip(" :"))
        draft.drop(line, "read_also")
        while not inline and index < len(draft.lines) and _is_teaser(draft, index):
            draft.drop(draft.lines[index], "read_also")


def _is_announcement(rest: str) -> bool:
    return not rest or rest.startswith((":", "—", "–")) or (len(rest) <= MAX_TEASER // 2 and rest.endswith(":"))


def _is_teaser(draft: Draft, index: int) -> bool:
    """Say whether a line below the label is a headline: not prose, not furniture of another kind."""
    line = draft.lines[index]
    labels = draft.labels
    others = (labels.tags, labels.byline, labels.source, labels.share, labels.subscribe)
    if line.text.startswith("#") or any(label.match(line.text) for label in others):
        return False
    return len(line.text) <= MAX_TEASER and not shape.SENTENCE_END.search(line.text)


def contact_block(draft: Draft) -> None:
    """A label for further information below the body, and all that follows it without being prose, is not the story."""
    for index, line in enumerate(draft.lines[1:], 1):
        block = draft.lines[index:]
        if draft.labels.contact.match(line.text) and not any(shape.is_prose(other.text) for other in block):
            for other in block:
                if not furniture.take(draft, other, furniture.RULES):
                    draft.drop(other, "contact_block")
            return


def below(draft: Draft) -> None:
    """From the last line upwards, every line that one of the line rules knows is taken, until the first of prose."""
    for line in reversed(draft.lines[1:]):
        if not furniture.take(draft, line, furniture.RULES):
            return


def between(draft: Draft) -> None:
    """Between the paragraphs the rules that cannot be mistaken take their lines too."""
    for line in draft.lines[1:]:
        furniture.take(draft, line, furniture.ANYWHERE)


def agency_alone(draft: Draft) -> None:
    """A last line of one to three words in capitals, or between slashes, is the agency's sign-off."""
    line = draft.lines[-1]
    match = AGENCY_ALONE.fullmatch(line.text)
    if len(draft.lines) == 1 or not match or not (match["agency"].isupper() or line.text[0] in "/("):
        return
    draft.fill(line, "agency_alone", {"agency": match["agency"]}, 0.8)


RULES = (
    ("read_also", read_also),
    ("signature", byline.signature),
    ("contact_block", contact_block),
    ("below", below),
    ("between", between),
    ("agency_alone", agency_alone),
)
"""The rules for what stands below the body, in order."""
