"""What the body is made of: paragraphs, sub-headings, lists, tables and quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.model import Block, BlockKind
from newsroom.rules import shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.rules.draft import Draft, Line

BULLET = re.compile(r"(?P<marker>[•●▪◦‣·*–—-])\s+(?P<text>.+)")
NUMBERED = re.compile(r"(?P<marker>(?P<number>\d{1,2})[.)])\s+(?P<text>.+)")
OPENING = "«“„\"‹'‘"
CLOSES = re.compile(r"[,.!?…]?(?P<mark>[\"”»])[,.]?\s*(?=[-–—]\s|,|[^\W\d_])")
ATTRIBUTION = re.compile(r",(?=\s+[^,.]{3,60}\.$)")
SPOKEN = re.compile(r"[–—-]\s.+[,!?.…]\s[–—-]\s")
"""Speech in dashes: a dash before the words, another before who says them."""
MAX_HEADING = 90
"""A sub-heading is no longer than this many characters."""
MAX_ATTRIBUTION_WORDS = 8
"""An attribution without a mark before it has no more words than this."""
PAIRS = {"»": "«", "”": "“", '"': '"'}
"""Closing quotation marks and the ones that open."""


def lists(draft: Draft) -> None:
    """Two or more lines in a row with the same kind of marker are a list; one alone is a paragraph, as is dialogue."""
    index = 0
    while index < len(draft.lines):
        run = _run(draft.lines[index:], NUMBERED) or _run(draft.lines[index:], BULLET)
        if run and _is_list(draft, index, run):
            draft.body.extend(_item(line) for line in run)
            draft.lines[index : index + len(run)] = []
        else:
            index += 1


def _one_line(text: str) -> str:
    """Return `text` with its tabs as single spaces: outside a table they say nothing."""
    return " ".join(text.split())


def _run(lines: list[Line], marker: re.Pattern[str]) -> list[Line]:
    """Return the lines at the head of `lines` that carry the same kind of marker; none for fewer than two."""
    first = marker.match(_one_line(lines[0].text))
    run: list[Line] = []
    for number, line in enumerate(lines, 1):
        match = marker.match(_one_line(line.text))
        if not first or not match or not _follows(first, match, number):
            break
        run.append(line)
    return run if len(run) > 1 else []


def _follows(first: re.Match[str], match: re.Match[str], number: int) -> bool:
    """Say whether the item `match` is the `number`th of the list that `first` begins."""
    if "number" in match.groupdict():
        return int(match["number"]) == number
    return match["marker"] == first["marker"]


def _is_list(draft: Draft, index: int, run: list[Line]) -> bool:
    """Say whether a run of dashes is a list and not dialogue: something must announce it."""
    if run[0].text[0] not in "–—-":
        return True
    return index > 0 and draft.lines[index - 1].text.endswith((":", ";"))


def _item(line: Line) -> Block:
    text = _one_line(line.text)
    match = NUMBERED.match(text)
    if match:
        return Block(BlockKind.NUMBERED_ITEM, match["text"], line.number, marker=match["marker"])
    match = BULLET.match(text)
    return Block(BlockKind.LIST_ITEM, match["text"] if match else text, line.number)


def tables(draft: Draft) -> None:
    """Two or more lines in a row with as many tabs each are a table's rows."""
    for index, line in enumerate(list(draft.lines)):
        around = draft.lines[max(0, index - 1) : index + 2]
        tabs = line.text.count("\t")
        if tabs and any(other is not line and other.text.count("\t") == tabs for other in around):
            draft.body.append(Block(BlockKind.TABLE_ROW, line.text, line.number))
    rows = {block.line for block in draft.body if block.kind is BlockKind.TABLE_ROW}
    draft.lines = [line for line in draft.lines if line.number not in rows]


def paragraphs(draft: Draft) -> None:
    """Every other line is a paragraph; a short one without a full stop between paragraphs is a sub-heading."""
    for index, line in enumerate(draft.lines):
        kind = BlockKind.HEADING if _is_heading(draft, index) else BlockKind.PARAGRAPH
        draft.body.append(Block(kind, _one_line(line.text), line.number))
    draft.lines = []
    draft.body.sort(key=lambda block: block.line)


def _is_heading(draft: Draft, index: int) -> bool:
    line = draft.lines[index]
    if not 0 < index < len(draft.lines) - 1 or len(line.text) > MAX_HEADING or line.text[0] in OPENING:
        return False
    if not shape.is_capital(line.text) or line.text[-1] in '.…!:;,»”"':
        return False
    return shape.is_prose(draft.lines[index + 1].text) and shape.is_prose(draft.lines[index - 1].text)


def quotations(draft: Draft) -> None:
    """A paragraph of speech, in marks or in dashes, is a quotation; a lost opening or closing mark is put back."""
    draft.body = [_quotation(block, draft) if block.kind is BlockKind.PARAGRAPH else block for block in draft.body]


def _quotation(block: Block, draft: Draft) -> Block:
    text, restored = block.text, ""
    if opening := _lost_opening(text, draft):
        text, restored = opening + text, opening
    elif closing := _lost_closing(text, draft):
        text, restored = text[: closing[0]] + closing[1] + text[closing[0] :], closing[1]
    is_quoted = text[0] in OPENING and _is_quotation(text, draft)
    is_spoken = SPOKEN.match(text) and draft.labels.said.search(text)
    kind = BlockKind.QUOTE if is_quoted or is_spoken else block.kind
    return Block(kind, text, block.line, restored)


def _lost_opening(text: str, draft: Draft) -> str:
    """Return the mark that was lost where the first quotation mark closes, and an attribution follows it."""
    marks = [character for character in text if character in '«»“”"']
    match = CLOSES.search(text)
    if not match or text.index(match["mark"]) != match.start("mark") or match["mark"] != marks[0]:
        return ""
    if match.start() == 0 or (marks[0] == '"' and len(marks) % 2 == 0):
        return ""
    return PAIRS.get(match["mark"], "") if draft.labels.said.search(text[match.end() :]) else ""


def _lost_closing(text: str, draft: Draft) -> tuple[int, str] | None:
    """Return where and which mark was lost, where a quotation opens, never closes, and an attribution ends it."""
    closing = {opening: mark for mark, opening in PAIRS.items()}.get(text[0])
    if not closing or closing in text[1:]:
        return None
    match = ATTRIBUTION.search(text)
    if not match or not draft.labels.said.search(text[match.end() :]):
        return None
    if len(text[match.end() :].split()) > MAX_ATTRIBUTION_WORDS:
        return None
    return (match.end(), closing)


def _is_quotation(text: str, draft: Draft) -> bool:
    """Say whether the paragraph is a quotation: nothing else, or an attribution behind the closing mark."""
    closing = {opening: mark for mark, opening in PAIRS.items()}.get(text[0], text[0])
    end = text.find(closing, 1)
    if end < 0:
        return False
    rest = text[end + 1 :].strip(" .,")
    return not rest or bool(draft.labels.said.search(rest))


RULES: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("lists", lists),
    ("tables", tables),
    ("paragraphs", paragraphs),
    ("quotations", quotations),
)
"""The rules for the body, in order."""
