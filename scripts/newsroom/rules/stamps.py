"""When it was published and changed: short lines of hardly more than a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity
from newsroom.rules import days, shape

if TYPE_CHECKING:
    from newsroom.rules.days import Day
    from newsroom.rules.draft import Draft, Line

ZONE = re.compile(r"(?<!\w)(?:GMT|UTC|MSK|МСК|[A-Z]{2,4}T)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?(?!\w)|[+-]\d{4}(?!\d)")
NUMBER = re.compile(r"(?<!\w)\d[\d\s.,]*[KКMМ]?(?!\w)")
CHANNEL = re.compile(r"[^\[\]]{2,60},\s\[|\w+\.\w{2,4}(?!\w)")
"""The head of a messenger's post, or a site's name: whose post it is, and no place."""
MAX_STAMP = 100
"""A stamp is no longer than this many characters."""
MAX_STAMP_WORDS = 3
"""A stamp holds no more words beside its date: a section label or a place."""


def stamp(draft: Draft, line: Line) -> bool:
    """A short line of hardly more than a full date says when the article was published, or updated."""
    found = days.find_full(line.text, draft.language.dates)
    if _is_clock(draft, line.text):
        draft.drop(line, "stamp")
        return True
    if not found or len(line.text) > MAX_STAMP or draft.labels.byline.match(line.text):
        return False
    rest = _rest(draft, line.text, found)
    if len(rest) > MAX_STAMP_WORDS or (rest and not shape.is_capital(rest[0])):
        return False
    if rest and rest[-1].islower() and rest[-1].endswith(".") and line.text.endswith(rest[-1]):
        # A short sentence: "Here 14 March 2026 stands."
        return False
    for index, day in enumerate(found):
        before = line.text[found[index - 1].stop if index else 0 : day.start]
        set_day(draft, line, day, "updated" if draft.labels.updated.search(before) else "published")
    label = " ".join(rest)
    is_key = f"{label}:" in line.text
    if is_key or label.lower() in draft.language.dates.relative or CHANNEL.match(line.text):
        label = ""
    is_place = label and re.match(rf"{re.escape(label)},\s", line.text) and not days.TIME.search(line.text)
    field = "dateline_place" if is_place and not draft.labels.sections.fullmatch(label) else "section"
    draft.fill(line, "stamp", {field: label if label in line.text else ""}, 0.8)
    return True


def yearless(draft: Draft, line: Line) -> bool:
    """A short line of a day without a year and a time, and at most a section, says nothing that can be relied on."""
    found = days.find(line.text, draft.language.dates)
    if len(found) != 1 or found[0].year or not days.TIME.search(line.text) or len(line.text) > MAX_STAMP // 2:
        return False
    rest = _rest(draft, line.text, found)
    if len(rest) > MAX_STAMP_WORDS or (rest and not shape.is_capital(rest[0])):
        return False
    label = " ".join(rest)
    draft.fill(line, "yearless", {"section": label if label in line.text else ""}, 0.6)
    return True


def _is_clock(draft: Draft, text: str) -> bool:
    """Say whether a line is nothing but an age, or a word for a day and a time: no date for us."""
    labelled = draft.labels.updated.match(text) or draft.labels.published.match(text)
    text = text[labelled.end() :] if labelled else text
    age = draft.labels.age.match(text)
    rest = text[age.end() :].strip(" •·|") if age else text
    if draft.labels.ago.fullmatch(text) or not rest or (age and draft.labels.menu.fullmatch(rest)):
        return True
    words = days.TIME.sub(" ", text).strip(" ,|").lower()
    return bool(days.TIME.search(text)) and (not words or words in draft.language.dates.relative)


def _rest(draft: Draft, text: str, found: list[Day]) -> list[str]:
    """Return the words of a stamp beside its dates, times, labels, counters and weekdays."""
    for day in found:
        text = text.replace(day.text, " | ")
    labels = draft.labels
    for pattern in (labels.ago, days.TIME, ZONE, labels.updated, labels.published, labels.counters, NUMBER):
        text = pattern.sub(" | ", text)
    weekdays = {form for forms in draft.language.dates.weekdays for form in forms}
    words = [word for word in shape.SEPARATORS.split(text) if word]
    return [word for word in words if word.lower() not in weekdays | SHORT_WEEKDAYS and not _is_particle(word)]


def _is_particle(word: str) -> bool:
    """Say whether a word only joins a label and its date: `on`, `at`, `в`."""
    return word.islower() and len(word) <= 2  # noqa: PLR2004 - the longest of them


SHORT_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "at"})
"""Days of the week as the headers of mails and feeds write them in any language (RFC 5322)."""


def set_day(draft: Draft, line: Line, day: Day, name: str) -> None:
    """Give the field `name` the day of a stamp; one that can be read two ways stays empty, and the editor is told."""
    if day.readings:
        both = " or ".join(reading.isoformat() for reading in day.readings)
        message = f"{name}: {day.text} can be read as {both}, so it stays empty"
        remedy = f"Write `{name}: {day.readings[0]}` or `{name}: {day.readings[1]}` into the sidecar."
        draft.problems.append(Problem(draft.source, line.number, Severity.WARNING, message, remedy))
    elif value := day.on():
        draft.set(name, value, line, "stamp")
