"""What the lead says before and within its first sentence: dateline, agency, and the day of the event."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsroom.rules import days, shape
from newsroom.rules.draft import Line

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

DASH = r"\s*[-–—]+\s+"
CAPITAL = r"[^\W\d_a-zа-яёәғқңөұүһі]"
PLACE = (
    rf"(?P<place>{CAPITAL}[\w’'.-]*(?:[\s-]{CAPITAL}?[\w’'-]+){{0,2}}(?:,\s{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)?)"
)
SHOUTED = rf"(?P<place>{CAPITAL}{{2}}{CAPITAL}*(?:[\s-]{CAPITAL}+){{0,2}}(?:,\s{CAPITAL}[\w’'-]+)?)"
AGENCY = rf"(?P<agency>{CAPITAL}[\w.-]*(?:[\s-]{CAPITAL}?[\w.-]+){{0,3}}?)"
BRACKETS = r"[(/\[](?P<inside>[^)/\]]{2,60})[)/\]]"
OPENING = "«“„\"‹'‘"
"""Marks that may stand before the first word of a sentence."""
MAX_DATELINE = 90
"""A dateline is no longer than this many characters."""
MAX_LEAD = 4000
"""In so many characters of a paragraph a day of the event is looked for."""
NAME_WORDS = 2
"""A first name and a last name."""
Horizon = tuple[timedelta, timedelta]
"""The days around publication among which an event's day may be."""
PAST: Horizon = (timedelta(days=-60), timedelta(0))
"""An event is news for so long: an older day is history."""
AHEAD: Horizon = (timedelta(0), timedelta(days=120))
"""What is announced is announced so long before."""

DAY = "\ue000"
"""Stands for every character of a day of the calendar while a dateline is looked for: no text has it."""
FORMS = tuple(
    (name, re.compile(form.replace("@", f"{DAY}+")))
    for name, form in (
        ("place_day_brackets", rf"{PLACE}[.,]\s+(?P<day>@)[.,]?\s+{BRACKETS}\.?(?:{DASH}|\s+)"),
        ("place_brackets", rf"{PLACE}[.,]?\s+{BRACKETS}\.?{DASH}"),
        ("brackets", rf"{BRACKETS}\.?{DASH}"),
        ("place_day_agency", rf"{PLACE}[.,]\s+(?P<day>@)[.,]?\s+{AGENCY}\.?{DASH}"),
        ("place_day_dash_agency", rf"{PLACE}[.,]\s+(?P<day>@)\.?{DASH}{AGENCY}\.\s+"),
        ("place_day", rf"{PLACE}[.,]\s+(?P<day>@)\.?{DASH}"),
        ("place_day_point", rf"{PLACE},\s+(?P<day>@)\.\s+(?={CAPITAL})"),
        ("place_agency", rf"{PLACE}\.\s+{AGENCY}\.?{DASH}"),
        ("place_agency_slash", rf"{SHOUTED}\s?/\s?{AGENCY}{DASH}"),
        ("place", rf"{SHOUTED}{DASH}"),
    )
)
"""The forms of a dateline, fullest first; @ is a day of the calendar. Brackets are round, square or slashes."""


def lead_of(draft: Draft) -> Line:
    """Return the lead: the first line of prose, for a caption without its credit may still stand above it."""
    return next((line for line in draft.lines if shape.is_prose(line.text)), draft.lines[0])


def dateline(draft: Draft) -> None:
    """Place, day and agency before the lead, in one of the forms of the table, are the dateline and not the lead."""
    for line in (lead_of(draft), *_behind_standfirst(draft)):
        if found := _dateline_of(draft, line):
            _take(draft, line, *found)
            return


def place_of(draft: Draft) -> str | None:
    """Return the place of the dateline that the lead begins with, or nothing where it has none."""
    found = _dateline_of(draft, lead_of(draft))
    return found[0].groupdict().get("place") if found else None


def _dateline_of(draft: Draft, line: Line) -> tuple[re.Match[str], str] | None:
    """Return the dateline that a line begins with and the name of its form."""
    head = line.text[: MAX_DATELINE + 1]
    for day in days.find(head, draft.language.dates):
        head = head.replace(day.text, DAY * len(day.text))
    for name, form in FORMS:
        match = form.match(head)
        if match and _is_plain(match):
            return match, name
    town = _town_alone(draft, line)
    return (town, "town") if town else None


def _town_alone(draft: Draft, line: Line) -> re.Match[str] | None:
    """Return the town, with a full stop, that stands alone before a sentence; other words are a sentence themselves."""
    match = draft.labels.town.match(line.text)
    is_before = match and shape.is_capital(line.text) and shape.is_capital(line.text[match.end() :].lstrip(OPENING))
    return match if is_before and shape.is_prose(line.text) else None


def _behind_standfirst(draft: Draft) -> list[Line]:
    """Return the paragraph behind the first, where that is a standfirst: what was left out stands between the two."""
    lead = lead_of(draft)
    rest = draft.lines[draft.lines.index(lead) + 1 :]
    second = next((line for line in rest if shape.is_prose(line.text)), lead)
    is_parted = any(lead.number < piece.line < second.number for piece in draft.left_out)
    return [second] if is_parted and _is_standfirst(lead.text) else []


def _is_plain(match: re.Match[str]) -> bool:
    """Say whether what looks like a dateline is more than one ordinary sentence with a dash in it."""
    return match.end() <= MAX_DATELINE and (match.groupdict().get("place") or "X")[-1] != "."


def _take(draft: Draft, line: Line, match: re.Match[str], name: str) -> None:
    rule = f"dateline_{name}"
    whole = line.text[: match.end()]
    parts = {group: line.text[slice(*match.span(group))] for group, found in match.groupdict().items() if found}
    if draft.set("dateline", whole.strip(), line, rule):
        draft.kept.append(whole)
    if parts.get("place"):
        draft.set("dateline_place", parts["place"], line, rule, 0.9)
    if parts.get("agency"):
        draft.set("agency", parts["agency"], line, rule, 0.9)
    if parts.get("inside"):
        _inside(draft, line, parts["inside"], rule)
    line.text = line.text[match.end() :].lstrip()


def _inside(draft: Draft, line: Line, inside: str, rule: str) -> None:
    """Read the brackets of a dateline: an agency, and beside a word for a correspondent its name and the person.

    A first and a last name alone are the person's.
    """
    match = draft.labels.correspondent.search(inside)
    if not match:
        draft.set("agency", inside.strip(), line, rule, 0.9)
        return
    words = (inside[: match.start()] + " " + inside[match.end() :]).split()
    if _is_written_out(words):
        draft.set("authors", (" ".join(words),), line, rule, 0.8)
        return
    draft.set("agency", words[0], line, rule, 0.8)
    if words[1:]:
        draft.set("authors", (" ".join(words[1:]),), line, rule, 0.8)


def _is_written_out(words: list[str]) -> bool:
    """Say whether words are a person's first and last name alone: two, small letters behind the first of each."""
    return len(words) == NAME_WORDS and all(word.istitle() and len(word) > 1 for word in words)


def event_day(draft: Draft) -> None:
    """A day named in the lead, or else in the next paragraph or the headline, near publication, is the event's."""
    published = draft.fields.get("published") or draft.fields.get("crawled")
    published = published if isinstance(published, date) else None
    lead = lead_of(draft)
    rest = draft.lines[draft.lines.index(lead) + 1 :]
    following = [line for line in rest if shape.is_prose(line.text)][:1]
    for line, horizon, certainty in ((lead, PAST, 0.8), (lead, AHEAD, 0.6), *((one, PAST, 0.6) for one in following)):
        if _named_day(draft, line, published, horizon, certainty):
            return
        is_lead = line is lead or _is_standfirst(lead.text)
        if published and horizon is PAST and _relative_day(draft, line, published, is_lead=is_lead):
            return
    if title := draft.fields.get("title"):
        headline = Line(draft.evidence["title"].line or 1, str(title), after_blank=False)
        _named_day(draft, headline, published, AHEAD, 0.5)


def _is_standfirst(text: str) -> bool:
    """Say whether the first paragraph may be a standfirst, behind which the lead stands second: one short sentence."""
    return len(text) < shape.PROSE_LENGTH and shape.first_sentence(text) == text


def _named_day(draft: Draft, line: Line, published: date | None, horizon: Horizon, certainty: float) -> bool:
    """Set the event's day to the first that `line` names within the horizon; say whether there was one."""
    for found in days.find(line.text[:MAX_LEAD], draft.language.dates):
        day = found.on(published.year if published else None)
        if day and published and day > published + horizon[1] and not found.year:
            day = found.on(published.year - 1)
        if day and (published is None or published + horizon[0] <= day <= published + horizon[1]):
            return draft.set("event_date", day, line, "day_in_lead", certainty)
    return False


def _relative_day(draft: Draft, line: Line, published: date, *, is_lead: bool) -> bool:
    """Read `yesterday` and `on Wednesday` by the day of publication; say whether one of them stands there."""
    words = line.text.lower()
    # "Today" further down rather means "nowadays".
    first = shape.first_sentence(line.text).lower() if is_lead else ""
    certainty = 0.7 if is_lead else 0.5
    for word, distance in draft.language.dates.relative.items():
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words if distance else first):
            return draft.set("event_date", published + timedelta(days=distance), line, "relative_day", certainty)
    for number, forms in enumerate(draft.language.dates.weekdays):
        if any(_is_weekday(draft, words, form) for form in forms):
            back = (published.weekday() - number) % 7
            return draft.set("event_date", published - timedelta(days=back), line, "weekday", certainty)
    return False


def _is_weekday(draft: Draft, words: str, form: str) -> bool:
    """Say whether `form` names one day in `words`: no habit, and behind a word for a day where it needs one."""
    dates = draft.language.dates
    found = re.search(rf"(\w+)?\s*(?<!\w){re.escape(form)}(?!\w)\s*(\w+)?", words)
    if not found or set(found.groups()) & set(dates.habitual):
        return False
    return not dates.before_weekday or found[1] in dates.before_weekday


RULES = (
    ("dateline", dateline),
    ("event_day", event_day),
)
"""The rules for the lead, in order."""
