"""Find days and times in a line, in every form in which newsrooms of a language write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsroom.languages import Dates

if TYPE_CHECKING:
    from collections.abc import Iterator

TIME = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?(?![\d:]|\.\d)", re.IGNORECASE
)
"""A time of day: 17:05, 9:30 am."""

YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
BETWEEN = 5
"""So many characters at most stand between the two days of a period."""
ORDINAL = r"(?:st|nd|rd|th)?"
POINTED = r"(?:st|nd|rd|th|\.(?=\s))?"
"""An ordinal, or the point of `15. Apr 2026`: only with a year behind it, for a sentence may end so."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text writes it."""

    text: str
    """The words, as they stand."""
    start: int
    """Where they begin in the line."""
    stop: int
    """Where they end."""
    day: int
    """The day of the month; the first one of a period."""
    month: int
    """The month, from 1."""
    year: int | None
    """The year, where the text says it."""
    readings: tuple[date, ...] = ()
    """Both readings of a slash date that can be read two ways."""

    def on(self, year: int | None = None) -> date | None:
        """Return the calendar day, by the text's own year or by `year`; None where that is no day, or is unsure."""
        chosen = self.year or year
        if self.readings or chosen is None:
            return None
        return _calendar(chosen, self.month, self.day)


def find(line: str, dates: Dates) -> list[Day]:
    """Return the days that `line` names, in order and without overlaps, the fullest form first."""
    found: list[Day] = []
    for pattern in _patterns(dates.model_dump_json()):
        for match in pattern.finditer(line):
            if all(match.end() <= day.start or match.start() >= day.stop for day in found):
                found.extend(_read(match, dates))
    found.sort(key=lambda day: day.start)
    return [_within(day, following, line) for day, following in zip_longest(found, found[1:])]


def find_full(line: str, dates: Dates) -> list[Day]:
    """Return the days that `line` names with their year: those that can stamp an article."""
    return [day for day in find(line, dates) if day.year]


def _within(day: Day, following: Day | None, line: str) -> Day:
    """Return `day` with the year of the day that closes its period, where only that has one."""
    if day.year or not following or not following.year or len(line[day.stop : following.start].strip()) > BETWEEN:
        return day
    return replace(day, year=following.year - (day.month > following.month))


def _read(match: re.Match[str], dates: Dates) -> Iterator[Day]:
    """Yield the day of one match, if it is one of the calendar."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    day, month = int(parts["day"]), _month(parts, dates)
    if parts.get("slash") and not dates.day_first:
        yield from _slashed(match, day, month, year)
    elif _calendar(year or 2024, month, day):
        yield Day(match[0], match.start(), match.end(), day, month, year)


def _slashed(match: re.Match[str], first: int, second: int, year: int | None) -> Iterator[Day]:
    """Yield a date of numbers in a language where either the day or the month may come first."""
    readings = {_calendar(year or 2024, second, first), _calendar(year or 2024, first, second)} - {None}
    certain = [reading for reading in readings if reading]
    if len(certain) == 1:
        yield Day(match[0], match.start(), match.end(), certain[0].day, certain[0].month, year)
    elif certain:
        yield Day(match[0], match.start(), match.end(), first, second, year, tuple(sorted(certain)))


def _month(parts: dict[str, str | None], dates: Dates) -> int:
    """Return the number of the month that the match names by a number or by a word."""
    if parts.get("number"):
        return int(parts["number"] or 0)
    word = (parts["month"] or "").lower().rstrip(".")
    stems = [(name, number) for number, names in enumerate(dates.months, 1) for name in names]
    return max((len(name), number) for name, number in stems if word.startswith(name))[1]


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _patterns(data: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms of a day in one language, from its data as JSON: fullest first, so that it wins."""
    dates = Dates.model_validate_json(data)
    month = _month_pattern(dates)
    words = "|".join(re.escape(word) for word in dates.year_words)
    year = rf"{YEAR}(?:\s?-?(?:{words})(?!\w))?" if words else YEAR
    between = "|".join(re.escape(word) for word in dates.range_words) or "(?!)"
    end = rf"(?:(?:\s?[-–—]\s?|\s+(?:{between})\s+)(?P<end>0?[1-9]|[12]\d|3[01]))?"
    forms = (
        rf"(?<!\d){YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        rf"(?<!\d){YEAR}\.(?P<number>0[1-9]|1[0-2])\.(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<![\d.]){DAY}\.(?P<number>0?[1-9]|1[0-2])\.{YEAR}(?!\d)",
        rf"(?<!\d){DAY}(?P<slash>[/-])(?P<number>0?[1-9]|1[0-2]|[12]\d|3[01])(?P=slash){YEAR}(?!\d)",
        rf"(?<![\d.,]){year},?\s+{DAY}{end}[-\s]?{month}",
        rf"(?<![\d.,]){DAY}{POINTED}{end}\s?(?:of\s)?-?{month},?\s+{year}",
        rf"{month}\s+{DAY}{ORDINAL}{end},?\s+{year}",
        rf"(?<![\d.,]){DAY}{ORDINAL}{end}\s?(?:of\s)?-?{month}(?!\s+{YEAR})",
        rf"{month}\s+{DAY}{ORDINAL}{end}(?![\d:]|[.,]\d)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _month_pattern(dates: Dates) -> str:
    """Return the pattern of a month's name: its stem with endings where months take them, or a short form."""
    stems = "|".join(re.escape(names[0]) for names in dates.months)
    short = "|".join(re.escape(name) for names in dates.months for name in names)
    ending = r"[^\W\d_]{0,6}" if dates.inflected else ""
    return rf"(?<!\w)(?P<month>(?:{stems}){ending}|(?:{short})\b\.?)(?!\w)"
