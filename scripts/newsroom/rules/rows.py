"""Lines that hold less than a whole, or more: a label whose value stands below, a row of credits between bars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, days, furniture, shape, translation
from newsroom.rules.draft import Line

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

BARS = re.compile(r"\s*\|\s*|\s+•\s+")
MAX_ROW_WORDS = 7
"""A part of a row between bars has no more words than this."""


def split_labels(draft: Draft) -> None:
    """A label alone on its line belongs to the next line; bars between a date, labels and names make lines of them.

    So does what parts a note on the translation from other credits.
    """
    index = 0
    while index < len(draft.lines):
        line = draft.lines[index]
        parts = [part for part in BARS.split(line.text) if part]
        several = translation.split(draft, line.text)
        following = draft.lines[index + 1] if index + 1 < len(draft.lines) else line
        if following is not line and _is_value(draft, line, following):
            line.text += " " + draft.lines.pop(index + 1).text
        elif len(parts) > 1 and _is_row(draft, parts):
            draft.lines[index : index + 1] = [Line(line.number, part, line.after_blank) for part in parts]
            _sort_out(draft, draft.lines[index : index + len(parts)], index)
        elif len(several) > 1:
            draft.lines[index : index + 1] = [Line(line.number, part, line.after_blank) for part in several]
        index += 1


def _is_value(draft: Draft, label: Line, line: Line) -> bool:
    """Say whether `line` is the value of a bare label: anything behind a colon, else a day, or a name and no label."""
    if draft.labels.editor.fullmatch(label.text):
        return shape.is_person(line.text)
    if furniture.is_bare_stamp(draft, label):
        return is_dated(draft, line.text) and not shape.is_prose(line.text)
    if label.text.endswith(":") or not furniture.is_bare_label(draft, label):
        return furniture.is_bare_label(draft, label)
    names = draft.labels.joining.split(line.text.split(" | ")[0].rstrip("."))
    others = (draft.labels.menu, draft.labels.read_also, draft.labels.comments)
    is_page = draft.labels.tags.fullmatch(line.text + ":") or any(other.fullmatch(line.text) for other in others)
    return all(map(shape.is_person, names)) and not is_page


def _is_row(draft: Draft, parts: list[str]) -> bool:
    """Say whether short parts between bars are about the article: one has a label or a full date."""
    known = any(furniture.is_labelled(draft, part) or is_dated(draft, part) for part in parts)
    return known and all(len(part.split()) <= MAX_ROW_WORDS for part in parts)


def _sort_out(draft: Draft, lines: list[Line], index: int) -> None:
    """Parts without label, date and name are sections at the head of the text or of their row, else the outlet."""
    others = [line for line in lines if not (furniture.is_labelled(draft, line.text) or is_dated(draft, line.text))]
    others = [line for line in others if not byline.is_full_name(line.text) and not days.TIME.search(line.text)]
    others = [line for line in others if not draft.labels.counters.search(line.text)]
    for line in (*others[-1:], *others[:-1]):
        if index and line is not lines[0]:
            draft.drop(line, "outlet")
        elif "section" in draft.fields:
            draft.fill(line, "row", {"tags": (line.text,)}, 0.7)
        else:
            draft.fill(line, "row", {"section": line.text}, 0.8)


def is_dated(draft: Draft, text: str) -> bool:
    """Say whether a full date stands in `text`."""
    return bool(days.find_full(text, draft.language.dates))
