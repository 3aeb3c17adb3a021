"""What stands in or below a story and has its own beginning and end: a newsletter's box, what readers wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import furniture, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

MAX_BOX = 6
"""A newsletter's box has at most so many lines above the field for the address."""
MAX_SMALL_PRINT = 400
"""The small print of a box is no longer than this."""
LEAST_STORY = 2
"""So many paragraphs stand at least above what readers wrote."""
NUMBER = re.compile(r"\d")


def newsletter_box(draft: Draft) -> None:
    """From a call to subscribe down to a field for an address, and its small print, is a newsletter's box.

    A line of small print without a call above it is taken alone, where it is no sentence.
    """
    for line in list(draft.lines[1:]):
        if line in draft.lines and draft.labels.box.match(line.text):
            index = draft.lines.index(line)
            start = _box_start(draft, index)
            box = draft.lines[start : _box_end(draft, index)] if start < index or not shape.is_prose(line.text) else []
            for one in box:
                draft.drop(one, "newsletter_box")


def _box_start(draft: Draft, index: int) -> int:
    """Return the index of the call that opens the box around line `index`: the call itself, or `index` for none."""
    for start in range(index - 1, max(0, index - MAX_BOX), -1):
        text = draft.lines[start].text
        if draft.labels.subscribe.match(text) or draft.labels.calls.search(text):
            return start
        if len(text) >= shape.PROSE_LENGTH or draft.labels.said.search(text):
            return index
    return index


def _box_end(draft: Draft, index: int) -> int:
    """Return the index behind the last line of the box around line `index`: buttons and small print follow it."""
    labels = draft.labels
    known = (labels.box.match, labels.subscribe.match, labels.menu.fullmatch)
    for end in range(index + 1, len(draft.lines)):
        text = draft.lines[end].text
        is_print = (labels.rights.search(text) or labels.box.match(text)) and len(text) <= MAX_SMALL_PRINT
        if not is_print and (shape.is_prose(text) or not any(is_known(text) for is_known in known)):
            return end
    return len(draft.lines)


def comments(draft: Draft) -> None:
    """Below the story a heading for comments, and all down to the last line for a reply, is what readers wrote.

    Without such lines it ends where the page goes on, and only a heading with a number begins it.
    """
    for line in list(draft.lines):
        if line not in draft.lines or not draft.labels.comments.fullmatch(line.text):
            continue
        index = draft.lines.index(line)
        thread = draft.lines[index : _thread_end(draft, index)]
        is_last = not any(shape.is_prose(other.text) for other in draft.lines[index:])
        if _is_below_story(draft.lines[:index], thread, is_last=is_last):
            for one in thread:
                draft.drop(one, "comments")


def _thread_end(draft: Draft, index: int) -> int:
    """Return the index behind the last line of the thread whose heading is line `index`."""
    below = range(index + 1, len(draft.lines))
    replies = [number for number in below if draft.labels.reply.fullmatch(draft.lines[number].text)]
    end = replies[-1] + 1 if replies else index + 1
    if not replies and not NUMBER.search(draft.lines[index].text):
        return end
    while end < len(draft.lines) and not _is_pages(draft, draft.lines[end]):
        end += 1
    return end


def _is_pages(draft: Draft, line: Line) -> bool:
    """Say whether a line below a thread is the page's again: a label, a call, a notice, or a long paragraph."""
    labels, text = draft.labels, line.text
    begins = (labels.read_also, labels.share, labels.subscribe, labels.page)
    is_whole = labels.menu.fullmatch(text) or labels.comments.fullmatch(text) or labels.tags.match(f"{text}:")
    is_label = is_whole or any(label.match(text) for label in begins) or furniture.is_furniture(line, draft)
    return bool(is_label) or len(text) >= shape.PROSE_LENGTH


def _is_below_story(above: list[Line], thread: list[Line], *, is_last: bool) -> bool:
    """Say whether the lines above a thread hold the story: some paragraphs, and more than it holds itself."""
    story = [len(line.text) for line in above if shape.is_prose(line.text)]
    if len(story) < LEAST_STORY or (len(thread) == 1 and not is_last):
        return False
    written = sum(len(line.text) for line in thread if shape.is_prose(line.text))
    return sum(story) >= written or max(story) >= shape.PROSE_LENGTH
