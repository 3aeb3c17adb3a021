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
    {
        "call",
        "channel",
        "notice",
        "tags",
        "menu",
        "menu_words",
        "counter",
        "feed_end",
        "author_bio",
        "comments",
        "read_also",
    }
)
"""Rules whose lines stand below a story and say that it has ended."""
MAX_NOTICE = 600
"""A notice on cookies is no longer than this."""
MAX_ADDRESS = 110
"""A postal address is no longer than this."""
SHORT_ADDRESS = re.compile(r"[^\W\d_][^,]{3,40}\s\d{1,4}\w?,\s(?:[A-Z]{1,2}[ -])?\d{4,6}\s[^\W\d_][^,]{1,30}")
"""A street and a house, a postcode and a town."""
REACH = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:\+|\(|00|\b8\b)[\d\s()./–-]{7,}\d")
"""An e-mail address, or a telephone number."""
LEAST_COMMAS = 2
"""A postal address has at least so many commas."""
MAX_ISSUE = 80
"""A line that names the issue of a paper is no longer than this."""
MAX_ROUND_HEADLINE = 80
"""So many characters stand at most around the headline in the line that ends a feed's entry."""
MAX_HEADLINE = 140
"""Another article's headline is no longer than this."""


def menu_words(draft: Draft, line: Line) -> bool:
    """A line of nothing but words of a page's menus and tools, alone or in a row, steers the reader."""
    if not draft.labels.menu.fullmatch(line.text):
        return False
    draft.drop(line, "menu_words")
    return True


def consent(draft: Draft, line: Line) -> bool:
    """Around the story a line that begins like a notice on cookies or on a fault of the page is one, however long."""
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
    """A line of nothing but the word for a page and numbers is where a printed page ended.

    A title may stand before them that stands elsewhere too, or that names an issue.
    """
    head = draft.labels.running_head.fullmatch(line.text)
    title = head["title"].casefold() if head else ""
    others = [*(other.text for other in draft.lines if other is not line), *(piece.text for piece in draft.left_out)]
    is_again = title and any(title in text.casefold() for text in others)
    if not (draft.labels.page_number.fullmatch(line.text) or is_again or (head and ISSUE.search(head["title"]))):
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
    """Below the story a line in commas with a postcode or a street, a house and no sentence is the outlet's address.

    One of several, or below a colon, is the story's.
    """
    index = draft.lines.index(line)
    around = draft.lines[max(0, index - 1) : index + 2]
    is_list = any(_is_address(draft, one.text) or one.text.endswith(":") for one in around if one is not line)
    if is_list or not _is_address(draft, line.text):
        return False
    draft.drop(line, "address")
    return True


def _is_address(draft: Draft, text: str) -> bool:
    if len(text) > MAX_ADDRESS or shape.is_prose(text) or not text[0].isalnum():
        return False
    has_numbers = POSTCODE.search(text) and HOUSE.search(POSTCODE.sub(" ", text, count=1))
    is_in_street = draft.labels.street.search(text) and HOUSE.search(text) and "," in text
    return bool((has_numbers and text.count(",") >= LEAST_COMMAS) or is_in_street or SHORT_ADDRESS.fullmatch(text))


def author_bio(draft: Draft, line: Line) -> bool:
    """Below the story a paragraph that begins with the author's full name is about the author.

    Below a line of nothing but that name it may begin with a part of it.
    """
    authors: tuple[str, ...] = draft.fields.get("authors", ())  # type: ignore[assignment]
    index = draft.lines.index(line)
    above = [other.text for other in draft.lines[max(0, index - 2) : index]]
    names = [name for name in authors if " " in name]
    names += [part for name in names if name in above for part in name.split()]
    if not any(re.match(rf"{re.escape(name)}(?!\w)", line.text, re.IGNORECASE) for name in names):
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
    """Below a call, a notice or tags under the last sentence stand other articles' headlines and the page's labels."""
    ended = end(draft)
    for line in [line for line in draft.lines if line.number > ended > 0]:
        if len(line.text) <= MAX_HEADLINE:
            draft.drop(line, "after_the_end")


def end(draft: Draft) -> int:
    """Return the number of the line below the last sentence that says that the story has ended; 0 for none."""
    last = max((line.number for line in draft.lines if _is_sentence(line.text)), default=0)
    return min((piece.line for piece in draft.left_out if piece.line > last > 0 and piece.rule in ENDS), default=0)


def _is_sentence(text: str) -> bool:
    return shape.is_prose(text) or bool(shape.SENTENCE_END.search(text))
