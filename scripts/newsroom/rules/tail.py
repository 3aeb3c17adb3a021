"""What stands below the last paragraph, or was blown in between: other articles, calls, tags, sign-offs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import boxes, byline, furniture, page, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

AGENCY_ALONE = re.compile(
    r"[/(](?P<bracketed>[^\W\d_][\w-]*(?:\s[\w-]+){0,2})[/)]\.?|(?P<bare>[^\W\d_]{3,}(?:-[^\W\d_]+)?)\.?"
)
TAG = re.compile(r"[^\W\d_][\w-]*(?:\s[\w-]+)*")
TAG_LIST = re.compile(r"[^\W\d_][\w-]*(?:\s[\w-]+)?(?:,\s[^\W\d_][\w-]*(?:\s[\w-]+)?){2,}")
MAX_TAG_WORDS = 2
"""A tag on a line of its own has no more words."""
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
    if (
        line.text.startswith("#")
        or labels.tags.fullmatch(line.text.rstrip(":") + ":")
        or any(label.match(line.text) for label in others)
    ):
        return False
    if len(line.text.split()) <= MAX_TAG_WORDS and TAG.fullmatch(line.text):
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
        if not furniture.take(draft, line, furniture.BELOW) and shape.is_prose(line.text):
            return


def tag_lines(draft: Draft) -> None:
    """Below the body two or more lines of one or two words are tags; so is what follows a word for tags on its own."""
    labelled = next((line for line in draft.lines[1:] if draft.labels.tags.fullmatch(line.text + ":")), None)
    if labelled:
        run = _labelled_run(draft.lines[draft.lines.index(labelled) + 1 :])
        draft.drop(labelled, "tags")
    else:
        run = _short_run(draft)
    if not labelled and len(draft.lines) > 1 and TAG_LIST.fullmatch(draft.lines[-1].text):
        _fill_tags(draft, draft.lines[-1], tuple(part.strip() for part in draft.lines[-1].text.split(",")))
    elif labelled and len(run) == 1 and "," not in run[0].text:
        _fill_tags(draft, run[0], tuple(run[0].text.split()))
    elif labelled or len(run) > 1:
        for line in run:
            _fill_tags(draft, line, tuple(part.strip() for part in line.text.split(",")))


def _labelled_run(lines: list[Line]) -> list[Line]:
    """Return the lines below a word for tags that can be tags: the first one, and others of short parts."""
    run = [line for line in lines[:1] if not shape.is_prose(line.text)]
    for line in lines[1:]:
        if not run or any(len(part.split()) > MAX_TAG_WORDS + 1 for part in line.text.split(",")):
            break
        run.append(line)
    return run


def _short_run(draft: Draft) -> list[Line]:
    """Return the lines at the very end that are no more than two words without a mark."""
    run: list[Line] = []
    for line in reversed(draft.lines[2:]):
        if len(line.text.split()) > MAX_TAG_WORDS or not TAG.fullmatch(line.text):
            break
        run.insert(0, line)
    return run


def _fill_tags(draft: Draft, line: Line, tags: tuple[str, ...]) -> None:
    draft.fill(line, "tag_lines", {"tags": tuple(filter(None, tags))}, 0.7)


def repeated_author(draft: Draft) -> None:
    """Below the body a line that is an author's name again belongs to a box about the author."""
    for line in draft.lines[1:]:
        if line.text in draft.fields.get("authors", ()):  # type: ignore[operator]
            draft.drop(line, "repeated_author")


def between(draft: Draft) -> None:
    """Between the paragraphs the rules that cannot be mistaken take their lines too."""
    for line in list(draft.lines):
        furniture.take(draft, line, furniture.ANYWHERE)


def agency_alone(draft: Draft) -> None:
    """A last line of one word in capitals, or of a name between slashes or in brackets, is the agency's sign-off."""
    line = draft.lines[-1]
    match = AGENCY_ALONE.fullmatch(line.text)
    agency = (match["bracketed"] or match["bare"]) if match else ""
    if len(draft.lines) > 1 and match and (match["bracketed"] or agency.isupper()) and _is_below_text(draft):
        draft.fill(line, "agency_alone", {"agency": agency}, 0.8)


def _is_below_text(draft: Draft) -> bool:
    """Say whether the last line stands below the text itself and not below a name and its paper."""
    above = draft.lines[-2].text
    return not above.endswith((",", "»", "”")) or shape.is_prose(above)


RULES = (
    ("newsletter_box", boxes.newsletter_box),
    ("comments", boxes.comments),
    ("read_also", read_also),
    ("contact_block", contact_block),
    ("agency_alone", agency_alone),
    ("below", below),
    ("signature", byline.signature),
    ("between", between),
    ("repeated_author", repeated_author),
    ("after_the_end", page.after_the_end),
    ("tag_lines", tag_lines),
)
"""The rules for what stands below the body, in order."""
