"""Days in all the forms in which newsrooms write them."""

from __future__ import annotations

import pytest

from newsroom import languages
from newsroom.rules import days

FORMS = [
    ("en", "on 9 January 2026, the", ["2026-01-09"]),
    ("en", "January 9, 2026", ["2026-01-09"]),
    ("en", "Jan. 9, 2026", ["2026-01-09"]),
    ("en", "the 9th of January 2026", ["2026-01-09"]),
    ("en", "from 9 to 11 January 2026", ["2026-01-09"]),
    ("en", "on May 4", ["4 May"]),
    ("en", "from 12 March to 30 May 2026", ["2026-03-12", "2026-05-30"]),
    ("en", "from 12 December to 3 January 2026", ["2025-12-12", "2026-01-03"]),
    ("en", "13/01/2026", ["2026-01-13"]),
    ("en", "01/13/2026", ["2026-01-13"]),
    ("en", "03/04/2026", ["2026-03-04 or 2026-04-03"]),
    ("en", "2026-01-09T10:30:00+05:00", ["2026-01-09"]),
    ("en", "15. Apr 2026, 17:04", ["2026-04-15"]),
    ("en", "He was 31. March began.", []),
    ("en", "in May 2026", []),
    ("en", "31/02/2026", []),
    ("ru", "12 мая 2026, 17:05", ["2026-05-12"]),
    ("ru", "12 мая 2026 года состоялась", ["2026-05-12"]),
    ("ru", "13.05.2026 10:12", ["2026-05-13"]),
    ("ru", "03/04/2026", ["2026-04-03"]),
    ("ru", "(14-06-2017)", ["2017-06-14"]),
    ("ru", "с 2 по 4 июня", ["2 June"]),
    ("ru", "ср, 4 февр. 2026 г. в 15:20", ["2026-02-04"]),
    ("ru", "5 марок", []),
    ("ru", "20 апреля соглашение", ["20 April"]),
    ("kk", "2026 жылғы 15 наурызда өтеді", ["2026-03-15"]),
    ("kk", "2026 жылдың 3 мамырында", ["2026-05-03"]),
    ("kk", "2026 ж. 4 наурыз", ["2026-03-04"]),
    ("kk", "22 Сәуір, 2026", ["2026-04-22"]),
    ("kk", "Қараша 19, 2025", ["2025-11-19"]),
    ("kk", "2–4 маусым аралығында", ["2 June"]),
    ("kk", "15 қыркүйекте", ["15 September"]),
]


def _written(day: days.Day) -> str:
    if day.readings:
        return " or ".join(map(str, day.readings))
    names = languages.load("en").dates.months
    return str(day.on()) if day.year else f"{day.day} {names[day.month - 1][0].title()}"


@pytest.mark.parametrize(("code", "line", "expected"), FORMS)
def test_a_day_is_found(code: str, line: str, expected: list[str]) -> None:
    """Each form gives its day; a slash date with two readings gives both; what is no day gives none."""
    found = days.find(line, languages.load(code).dates)
    assert expected == [_written(day) for day in found]
