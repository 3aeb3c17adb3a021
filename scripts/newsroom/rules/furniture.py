"""The lines around a story that are not the story: stamps, bylines, credits, counters, and what a page adds.

Each rule looks at one line and says whether it took it. They are tried in the order of the table, on the lines above
the lead, on those below the last paragraph, and, where they cannot be mistaken for prose, in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity
from newsroom.rules import days, shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.rules.days import Day
    from newsroom.rules.draft import Draft, Line

    Rule = Callable[[Draft, Line], bool]

RULER = re.compile(r"[\W_]+")
HASHTAGS = re.compile(r"(?:#[\w-]+[\s,;]*)+")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b.*|.*\ball rights reserved\b.*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
ZONE = re.compile(r"(?<!\w)(?:GMT|UTC|MSK|МСК|[A-Z]{2,4}T)(?:\s?[+-]\d{1,2}(?::\d\d)?)?(?!\w)")
NUMBER = re.compile(r"(?<!\w)\d[\d\s.,]*(?!\w)")
CREDIT_END = re.compile(r"(?<=\w\w)\.\s+(?=[^\W\d_])")
BRACKETED = re.compile(r"\s*\([^)]*\)\s*$")
MAX_STAMP = 100
"""A stamp, a byline or a credit is no longer than this many characters."""
MAX_STAMP_WORDS = 3
"""A stamp holds no more words beside its date: a section label."""
MAX_CALL = 160
"""A call to share or subscribe is no longer than this."""


def stamp(draft: Draft, line: Line) -> bool:
    """A short line of hardly more than a full date says when the article was published, or updated."""
    found = [day for day in days.find(line.text, draft.language.dates) if day.year]
    if not found or len(line.text) > MAX_STAMP or draft.labels.byline.match(line.text):
        return False
    rest = _rest(draft, line.text, found)
    if len(rest) > MAX_STAMP_WORDS or (rest and not shape.is_capital(rest[0])):
        return False
    for index, day in enumerate(found):
        before = line.text[found[index - 1].stop if index else 0 : day.start]
        _set_day(draft, line, day, "updated" if draft.labels.updated.search(before) else "published")
    label = " ".join(rest)
    field = "dateline_place" if re.match(rf"{re.escape(label)},\s", line.text) else "section"
    draft.fill(line, "stamp", {field: label if label in line.text else ""}, 0.8)
    return True


def _rest(draft: Draft, text: str, found: list[Day]) -> list[str]:
    """Return the words of a stamp beside its dates, times, labels, counters and weekdays."""
    for day in found:
        text = text.replace(day.text, " | ")
    for pattern in (days.TIME, ZONE, draft.labels.updated, draft.labels.published, draft.labels.counters, NUMBER):
        text = pattern.sub(" | ", text)
    weekdays = {form for forms in draft.language.dates.weekdays for form in forms}
    return [word for word in shape.SEPARATORS.split(text) if word and word.lower() not in weekdays]


def _set_day(draft: Draft, line: Line, day: Day, name: str) -> None:
    if day.readings:
        both = " or ".join(reading.isoformat() for reading in day.readings)
        message = f"{name}: {day.text} can be read as {both}, so it stays empty"
        remedy = f"Write `{name}: {day.readings[0]}` or `{name}: {day.readings[1]}` into the sidecar."
        draft.problems.append(Problem(draft.source, line.number, Severity.WARNING, message, remedy))
    elif value := day.on():
        draft.set(name, value, line, "stamp")


def byline(draft: Draft, line: Line) -> bool:
    """A short line that begins with a byline word names the authors; a section and a date may follow."""
    match = draft.labels.byline.match(line.text)
    if not match or len(line.text) > MAX_STAMP or shape.SENTENCE_END.search(line.text.rstrip(".")):
        return False
    found = [day for day in days.find(line.text, draft.language.dates) if day.year]
    stop = min((day.start for day in found), default=len(line.text))
    written = BRACKETED.sub("", line.text[match.end() : stop]).strip(" .,|")
    names, section = _names(draft, written)
    if not names:
        return False
    people = tuple(name for name in names if not draft.labels.staff.fullmatch(name))
    draft.fill(line, "byline", {"authors": people, "section": section})
    for day in found:
        _set_day(draft, line, day, "published")
    return True


def _names(draft: Draft, written: str) -> tuple[list[str], str]:
    """Return the names in `written`, and the section of `Name in Section on`."""
    names: list[str] = []
    section = ""
    for part in draft.labels.joining.split(written):
        words = part.split()
        small = next(
            (index for index, word in enumerate(words) if word.islower() and word not in shape.PARTICLES), len(words)
        )
        name = " ".join(words[:small])
        if not shape.is_person(name):
            break
        names.append(name)
        section = " ".join(word for word in words[small + 1 :] if not word.islower())
    return names, section


def photo_credit(draft: Draft, line: Line) -> bool:
    """A short line that begins with a picture word and a colon, a bar or © names whose picture it was."""
    match = draft.labels.photo.match(line.text)
    if not match or len(line.text) > MAX_STAMP or COPYRIGHT.fullmatch(line.text):
        return False
    credit = CREDIT_END.split(line.text[match.end() :])[0].strip(" .()[]")
    if not credit or ADDRESS.match(credit):
        return False
    draft.fill(line, "photo_credit", {"photo_credit": credit})
    return True


def tags(draft: Draft, line: Line) -> bool:
    """A line that begins with a word for tags lists them; so does a line of nothing but #hashtags."""
    match = draft.labels.tags.match(line.text)
    if HASHTAGS.fullmatch(line.text):
        found = re.findall(r"#([\w-]+)", line.text)
    elif match:
        found = [part.strip(" #.") for part in re.split(r"[,;|/•]|\s(?=#)", line.text[match.end() :])]
    else:
        return False
    draft.fill(line, "tags", {"tags": tuple(tag for tag in found if tag)})
    return True


def counter(draft: Draft, line: Line) -> bool:
    """A line of nothing but a number and a word for views, comments or minutes counts something."""
    rest = NUMBER.sub(" ", draft.labels.counters.sub(" ", line.text))
    if shape.WORD.search(rest):
        return False
    draft.drop(line, "counter")
    return True


def call(draft: Draft, line: Line) -> bool:
    """A short line that begins with a word for sharing or subscribing speaks to the reader of another page."""
    labels = draft.labels
    is_share = labels.share.match(line.text) and not shape.is_prose(line.text)
    is_subscribe = labels.subscribe.match(line.text) and not line.text.endswith((".", "»", "”"))
    if len(line.text) > MAX_CALL or not (is_share or is_subscribe):
        return False
    draft.drop(line, "call")
    return True


def sign_off(draft: Draft, line: Line) -> bool:
    """A whole line in brackets that begins with a word for reporting or editing is an agency's sign-off."""
    if not draft.labels.reporting.fullmatch(line.text):
        return False
    draft.drop(line, "sign_off")
    return True


def source_address(draft: Draft, line: Line) -> bool:
    """A line of a label and a web address names the original."""
    match = draft.labels.source.match(line.text)
    rest = line.text[match.end() :] if match else ""
    if not ADDRESS.fullmatch(rest):
        return False
    draft.fill(line, "source_address", {"source_url": rest}, 0.8)
    return True


def copyright_line(draft: Draft, line: Line) -> bool:
    """A line with © and a year, or with the words for reserved rights, is the other site's notice."""
    if len(line.text) > MAX_CALL or not COPYRIGHT.fullmatch(line.text):
        return False
    draft.drop(line, "copyright")
    return True


def ruler(draft: Draft, line: Line) -> bool:
    """A line without a letter or a digit separates and says nothing."""
    if not RULER.fullmatch(line.text):
        return False
    draft.drop(line, "ruler")
    return True


RULES: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("stamp", stamp),
    ("counter", counter),
    ("call", call),
    ("copyright", copyright_line),
    ("byline", byline),
    ("photo_credit", photo_credit),
    ("tags", tags),
    ("source_address", source_address),
    ("sign_off", sign_off),
)
"""The rules for one line, in order: the first that takes it wins."""

ANYWHERE: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("call", call),
    ("photo_credit", photo_credit),
    ("sign_off", sign_off),
)
"""The rules that also hold between paragraphs, for their lines cannot be mistaken."""


def is_labelled(draft: Draft, text: str) -> bool:
    """Say whether `text` begins with a label for authors, a picture, tags or a source."""
    labels = draft.labels
    return any(label.match(text) for label in (labels.byline, labels.photo, labels.tags, labels.source))


def is_bare_label(draft: Draft, line: Line) -> bool:
    """Say whether a line is such a label and a colon, and nothing else."""
    labels = draft.labels
    kinds = (labels.byline, labels.photo, labels.tags, labels.source)
    return line.text.endswith(":") and any(label.fullmatch(line.text) for label in kinds)


def is_furniture(line: Line, draft: Draft) -> bool:
    """Say whether a line of sentence length is none of the story's: a call or a sign-off."""
    labels = draft.labels
    return len(line.text) <= MAX_CALL and bool(
        labels.subscribe.match(line.text) or labels.reporting.fullmatch(line.text) or COPYRIGHT.fullmatch(line.text)
    )


def take(draft: Draft, line: Line, rules: tuple[tuple[str, Rule], ...]) -> bool:
    """Try `rules` on `line` in order; say whether one took it."""
    return any(rule(draft, line) for _, rule in rules)
