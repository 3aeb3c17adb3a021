"""What stands below the last paragraph, or was blown in between: other articles, calls, tags, sign-offs."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsroom.rules import boxes, byline, days, echo, furniture, page, shape, translation

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

AGENCY_ALONE = re.compile(
    r"[/(](?P<bracketed>[^\W\d_][\w-]*(?:\s[\w-]+){0,2})[/)]\.?|(?P<bare>[^\W\d_]{3,}(?:-[^\W\d_]+)?)\.?"
)
TAG = re.compile(r"[^\W\d_][\w-]*(?:\s[\w-]+)*")
TAG_LIST = re.compile(r"[^\W\d_][\w-]*(?:\s[\w-]+)?(?:,\s[^\W\d_][\w-]*(?:\s[\w-]+)?){2,}")
MENUS = frozenset({"menu", "menu_words"})
"""Rules that take the words of a menu."""
MAX_TAG_WORDS = 2
"""A tag on a line of its own has no more words."""
MAX_TEASER = 140
"""Another article's headline in a list of links is no longer than this."""


def read_also(draft: Draft) -> None:
    """A label for other articles, and the headlines that follow it until the next prose, belong to other articles."""
    for line in list(draft.lines):
        match = draft.labels.read_also.match(line.text)
        rest = line.text[match.end() :].strip(" .…") if match else ""
        is_author = rest in draft.fields.get("authors", ())  # type: ignore[operator]
        if line not in draft.lines or not match or not (is_author or _is_announcement(rest)):
            continue
        index = draft.lines.index(line)
        inline = bool(rest.strip(" :")) and not is_author
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
    if line.text in draft.fields.get("authors", ()):  # type: ignore[operator]
        return True
    if len(line.text.split()) <= MAX_TAG_WORDS and TAG.fullmatch(line.text):
        return False
    return len(line.text) <= MAX_TEASER and not shape.SENTENCE_END.search(line.text)


def contact_block(draft: Draft) -> None:
    """A label for further information below the body, and all that follows it without being prose, is not the story.

    A sentence with a telephone number or an address for mail belongs to it.
    """
    for index, line in enumerate(draft.lines[1:], 1):
        block = draft.lines[index:]
        prose = [other for other in block if shape.is_prose(other.text)]
        if draft.labels.contact.match(line.text) and all(page.REACH.search(other.text) for other in prose):
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
    """Two or more last lines of one or two words are tags, and so is a last line of them in commas.

    Below the page's own lines they are where the story takes one up and no word of a menu stands below them.
    """
    run = _short_run(draft)
    if page.end(draft) and not _is_told(draft, run):
        return
    if len(draft.lines) > 1 and TAG_LIST.fullmatch(draft.lines[-1].text):
        run = draft.lines[-1:]
    for line in run if len(run) > 1 or any("," in one.text for one in run) else []:
        _fill_tags(draft, line, tuple(part.strip() for part in line.text.split(",")))


def _is_told(draft: Draft, run: list[Line]) -> bool:
    """Say whether the story takes up one of the lines, and none stands above what steers the reader."""
    story, numbers = echo.told(draft), {line.number for line in run}
    is_menu = any(piece.rule in MENUS and piece.line - 1 in numbers for piece in draft.left_out)
    return not is_menu and any(echo.share(story, line.text) > 0 for line in run)


def labelled_tags(draft: Draft) -> None:
    """Below the last sentence, what follows a word for tags that is alone on its line are tags."""
    last = max((line.number for line in draft.lines if shape.is_prose(line.text)), default=0)
    for label in [line for line in draft.lines[1:] if line.number > last]:
        run = _labelled_run(draft, draft.lines[draft.lines.index(label) + 1 :]) if label in draft.lines else []
        if label not in draft.lines or not _begins_tags(draft, label, run):
            continue
        is_row = len(run) == 1 and "," not in run[0].text
        for line in run:
            _fill_tags(draft, line, tuple(line.text.split() if is_row else map(str.strip, line.text.split(","))))


def _begins_tags(draft: Draft, label: Line, run: list[Line]) -> bool:
    """Take the line of a word for tags that is alone, or that has only the first of several lines of tags behind it."""
    value = label.text[match.end() :] if (match := draft.labels.tags.match(label.text)) else ""
    is_first = len(run) > 1 and 0 < len(value.split()) <= MAX_TAG_WORDS and "," not in value and "#" not in value
    if draft.labels.tags.fullmatch(label.text.rstrip(":") + ":"):
        draft.drop(label, "tags")
        return True
    return is_first and furniture.tags(draft, label)


def _labelled_run(draft: Draft, lines: list[Line]) -> list[Line]:
    """Return the lines below a word for tags that can be tags: the first one, and others of short parts."""
    run: list[Line] = []
    for line, below in itertools.zip_longest(lines, lines[1:]):
        is_short = all(len(part.split()) <= MAX_TAG_WORDS + 1 for part in line.text.split(","))
        is_author = below and draft.labels.byline.match(below.text) and byline.is_full_name(line.text)
        if is_author or _ends_tags(draft, line) or not (is_short or (not run and not shape.is_prose(line.text))):
            break
        run.append(line)
    return run


def _ends_tags(draft: Draft, line: Line) -> bool:
    """Say whether a line below tags is a label or a tool of the page, or holds a time or a year."""
    labels, text = draft.labels, line.text
    begins = (labels.byline, labels.share, labels.subscribe, labels.photo, labels.source)
    whole = (labels.menu, labels.comments, labels.read_also, furniture.SOCIAL, furniture.RULER, labels.age)
    is_label = labels.tags.match(f"{text}:") or any(label.fullmatch(text.rstrip(" .…:") or text) for label in whole)
    return bool(is_label or any(label.match(text) for label in begins) or "©" in text or days.TIME.search(text))


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
    is_agency = match and (match["bracketed"] or agency.isupper()) and not translation.read(draft, line.text)
    if len(draft.lines) > 1 and is_agency and _is_below_text(draft):
        draft.fill(line, "agency_alone", {"agency": agency}, 0.8)


def _is_below_text(draft: Draft) -> bool:
    """Say whether the last line stands below the text itself and not below a name and its paper."""
    above = draft.lines[-2].text
    return not above.endswith((",", "»", "”")) or shape.is_prose(above)


RULES = (
    ("newsletter_box", boxes.newsletter_box),
    ("comments", boxes.comments),
    ("name_above_label", byline.name_above_label),
    ("labelled_tags", labelled_tags),
    ("read_also", read_also),
    ("contact_block", contact_block),
    ("agency_alone", agency_alone),
    ("below", below),
    ("signature", byline.signature),
    ("between", between),
    ("repeated_author", repeated_author),
    ("tag_lines", tag_lines),
    ("after_the_end", page.after_the_end),
)
"""The rules for what stands below the body, in order."""
