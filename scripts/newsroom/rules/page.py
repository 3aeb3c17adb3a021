"""What a page copied out of a browser has around its article: menus, tools, notices, boxes, the next headlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import days, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

ISSUE = re.compile(r"(?:№|(?<!\w)No\.)\s?\d+")
POSTCODE = re.compile(r"(?<![\d\w])\d{4,6}(?![\d\w])")
HOUSE = re.compile(r"(?<![\d\w])\d{1,4}[^\W\d_]?(?![\d\w])")
PLACEHOLDER = re.compile(r"\[\s*[^\W\d_]+\s*\]")
ENDS = frozenset(
    {"call", "channel", "notice", "tags", "menu", "menu_words", "counter", "feed_end", "author_bio", "comments"}
)
"""Rules whose lines stand below a story and say that it has ended."""
MAX_NOTICE = 600
"""A notice on cookies is no longer than this."""
MAX_ADDRESS = 110
"""A postal address is no longer than this."""
LEAST_COMMAS = 2
"""A postal address has at least so many commas."""
MAX_ISSUE = 80
"""A line that names the issue of a paper is no longer than this."""
MAX_ROUND_HEADLINE = 80
"""So many characters stand at most around the headline in the line that ends a feed's entry."""
MAX_HEADLINE = 140
"""Another article's headline is no longer than this."""
LEAST_HEADLINE = 3
"""It has at least so many words: fewer may be tags."""


def menu_words(draft: Draft, line: Line) -> bool:
    """A line of nothing but words of a page's menus and tools, alone or in a row, steers the reader."""
    if not draft.labels.menu.fullmatch(line.text):
        return False
    draft.drop(line, "menu_words")
    return True


def consent(draft: Draft, line: Line) -> bool:
    """Above the story a line that begins like a notice on cookies is one, however long."""
    if not is_consent(draft, line.text):
        return False
    draft.drop(line, "consent")
    return True


def is_consent(draft: Draft, text: str) -> bool:
    """Say whether `text` is a notice on cookies or on what the browser must be able to do."""
    return len(text) <= MAX_NOTICE and bool(draft.labels.consent.match(text))


def forwarded(draft: Draft, line: Line) -> bool:
    """A line that begins with what programs write above a forwarded message tells only that it was forwarded."""
    if not draft.labels.forwarded.match(line.text) or shape.is_prose(line.text):
        return False
    draft.drop(line, "forwarded")
    return True


def placeholder(draft: Draft, line: Line) -> bool:
    """A line of one word in square brackets stands for a picture or a film that was not copied."""
    if not PLACEHOLDER.fullmatch(line.text):
        return False
    draft.drop(line, "placeholder")
    return True


def page_number(draft: Draft, line: Line) -> bool:
    """A line of nothing but the word for a page and numbers is where a printed page ended."""
    if not draft.labels.page_number.fullmatch(line.text):
        return False
    draft.drop(line, "page_number")
    return True


def issue(draft: Draft, line: Line) -> bool:
    """A short line with the number of an issue and its day names the paper in which it was printed."""
    is_dated = ISSUE.search(line.text) and days.find_full(line.text, draft.language.dates)
    if not is_dated or len(line.text) > MAX_ISSUE or shape.is_prose(line.text):
        return False
    draft.drop(line, "issue")
    return True


def address(draft: Draft, line: Line) -> bool:
    """Below the story a line in commas with a postcode and no sentence is the outlet's address."""
    text = line.text
    has_numbers = POSTCODE.search(text) and HOUSE.search(POSTCODE.sub(" ", text, count=1))
    if not has_numbers or len(text) > MAX_ADDRESS or text.count(",") < LEAST_COMMAS or shape.is_prose(text):
        return False
    draft.drop(line, "address")
    return True


def author_bio(draft: Draft, line: Line) -> bool:
    """Below the story a paragraph that begins with the author's full name is about the author."""
    authors: tuple[str, ...] = draft.fields.get("authors", ())  # type: ignore[assignment]
    if not any(" " in name and re.match(rf"{re.escape(name)}(?!\w)", line.text, re.IGNORECASE) for name in authors):
        return False
    draft.drop(line, "author_bio")
    return True


def feed_end(draft: Draft, line: Line) -> bool:
    """Below the story a line that holds the whole headline again, and little more, says where it appeared."""
    title = str(draft.fields.get("title", ""))
    holds = title and title.casefold() in line.text.casefold()
    if not holds or len(line.text) > len(title) + MAX_ROUND_HEADLINE:
        return False
    draft.drop(line, "feed_end")
    return True


def after_the_end(draft: Draft) -> None:
    """Below a call, a notice or tags under the last sentence stand other articles' headlines, and labels above them."""
    last = max((line.number for line in draft.lines if _is_sentence(line.text)), default=0)
    ended = min((piece.line for piece in draft.left_out if piece.line > last > 0 and piece.rule in ENDS), default=None)
    if ended is None:
        return
    below = [line for line in draft.lines if line.number > ended]
    for above, line in zip([None, *below], below, strict=False):
        if len(line.text.split()) >= LEAST_HEADLINE and len(line.text) <= MAX_HEADLINE:
            for one in (above, line):
                if one in draft.lines:
                    draft.drop(one, "after_the_end")


def _is_sentence(text: str) -> bool:
    return shape.is_prose(text) or bool(shape.SENTENCE_END.search(text))
