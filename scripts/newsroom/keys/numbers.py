"""Read numbers and days out of a text: in digits, written out, with thousands' marks and magnitudes."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale

from newsroom.keys.skeleton import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.languages import Language

TOKEN = re.compile(
    r"\d{1,2}(?::[0-5]\d){1,2}(?!\d)"  # 17:30, 1:54:32
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009.,'’]\d{3})+(?!\d)(?:[.,]\d+)?"  # 12 000, 12,000, 1,234.5
    r"|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]\w*(?:['’][^\W\d_]+)*"
)
"""A number in digits, or a word."""
ROMAN = re.compile(r"(?=[IVX]{2,6}$)X{0,3}(?:IX|IV|V?I{0,3})")
NEAR = re.compile(r"[\s\u00a0\u202f-]*")
"""What may stand between the words of one number."""
NUMERIC_DAYS = (
    re.compile(r"\b(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]\d)\.(?P<year>\d{4})\b"),
)
DAYS = range(1, 32)
"""The days of a month."""
MONTHS = range(1, 13)
"""The months of a year."""
SHORTEST_MONTH = 3
"""A month in fewer letters is none by itself."""
LONGEST_MONTH = 9
"""No stem of a month is longer."""
LONGEST_ENDING = 3
"""No ending of a word for a magnitude is longer."""
BESIDE = 2
"""Words so short may stand between a day and its month: 20th of April."""
NEAREST = 6
"""So many characters may stand between a day and its month, or between two days."""
LONGEST_NUMBER = 20
"""Characters of a number; more are a code or a key."""
GROUP = 1000
"""From this magnitude on a number goes on with the next group: two thousand five hundred."""
THOUSAND = 3
"""Digits of a group that a thousands' mark parts off."""


class Token(NamedTuple):
    """A word or a number with its place."""

    text: str
    """As it stands."""
    low: str
    """In lower case."""
    start: int
    """Where it begins in its paragraph."""
    end: int
    """Where it ends."""


class Figure(NamedTuple):
    """A number or a day that was read."""

    key: str
    """Its canonical form: `n:12000`, `d:09-15` (month, day) or `m:07` (month alone)."""
    start: int
    """Where it begins in its paragraph."""
    end: int
    """Where it ends."""
    digits: bool
    """Whether it stands in digits."""


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of `text`, in order."""
    return [Token(m[0], m[0].lower(), m.start(), m.end()) for m in TOKEN.finditer(text)]


class _Meaning(NamedTuple):
    """What one word means as a part of a figure; it does not depend on the words around it."""

    month: int | None
    """The month that it names, from 1."""
    value: float | None
    """Its value as a number."""
    scale: int | None
    """The magnitude that it names."""


class FigureReader:
    """Reads figures as one language writes them."""

    def __init__(self, language: Language) -> None:
        """Prepare for `language`: its months, number words and decimal mark."""
        self._keys = language.keys
        self._numbers = {**language.keys.numbers, **language.keys.ordinals}
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._decimal = Locale.parse(language.locale).number_symbols["latn"]["decimal"]
        self._inflected = language.dates.inflected
        self._months = {form: at for at, forms in enumerate(language.dates.months, 1) for form in forms}
        self._stems = {forms[0]: at for at, forms in enumerate(language.dates.months, 1)}
        self._tails = {"", "ь", "й", *self._keys.endings}
        self._meanings: dict[str, _Meaning] = {}

    def read(self, text: str, words: Sequence[Token]) -> tuple[list[Figure], set[int]]:
        """Return the figures of `text` in order, and the indexes of the `words` that they are made of."""
        figures: list[Figure] = []
        used: set[int] = set()
        for figure in _numeric_days(text):
            figures.append(figure)
            used.update(at for at, word in enumerate(words) if figure.start <= word.start < figure.end)
        meanings = [self._meaning(word) for word in words]
        for at, meaning in enumerate(meanings):
            if meaning.month and at not in used:
                figures += self._days(text, words, at, used)
        for at, meaning in enumerate(meanings):
            if meaning.value is not None and at not in used:
                behind = self._number(text, words, at, used)
                figures.append(self._figure(words, at, behind))
                used.update(range(at, behind))
        return sorted(figures, key=lambda figure: figure.start), used

    def _meaning(self, word: Token) -> _Meaning:
        found = self._meanings.get(word.text)
        if found is None:
            scale = self._scale(word)
            found = self._meanings[word.text] = _Meaning(self._month(word), self._value(word, scale), scale)
        return found

    def _month(self, word: Token) -> int | None:
        """Return the number of the month that `word` names, from 1, or None."""
        if self._keys.month_capital and not word.text[0].isupper():
            return None
        if word.low in self._months:
            return self._months[word.low]
        if not self._inflected:
            return None
        for length in range(min(len(word.low), LONGEST_MONTH), SHORTEST_MONTH - 1, -1):
            if word.low[:length] in self._stems and word.low[length:] in self._tails:
                return self._stems[word.low[:length]]
        return None

    def _days(self, text: str, words: Sequence[Token], at: int, used: set[int]) -> Iterator[Figure]:
        """Yield the days beside the month at `words[at]`, or the month alone; note what they are made of."""
        month = self._meaning(words[at]).month
        days = self._days_before(text, words, at) or self._days_behind(text, words, at)
        used.update((at, *days))
        for day in days:
            start, end = sorted((words[day], words[at]), key=lambda word: word.start)
            yield Figure(f"d:{month:02}-{int(words[day].text):02}", start.start, end.end, digits=True)
        if not days and len(words[at].low) >= SHORTEST_MONTH:
            yield Figure(f"m:{month:02}", words[at].start, words[at].end, digits=False)

    def _days_before(self, text: str, words: Sequence[Token], at: int) -> list[int]:
        """Return the indexes of the days before a month: `2 – 4 June`, `с 2 по 4 июня`, `20th of April`."""
        day = at - 1
        while day >= 1 and len(words[day].text) <= BESIDE and words[day].text.isalpha():
            day -= 1
        if day < 0 or not _is_day(words[day]) or words[at].start - words[day].end > NEAREST:
            return []
        first = day - 1
        if first >= 1 and words[first].low in self._keys.ranges:
            first -= 1
        if first >= 0 and _is_day(words[first]) and words[day].start - words[first].end <= NEAREST:
            between = text[words[first].end : words[day].start]
            if first < day - 1 or between.strip() in {"-", "–", "—", ","}:
                return [first, day]
        return [day]

    def _days_behind(self, text: str, words: Sequence[Token], at: int) -> list[int]:
        """Return the index of the day behind a month, where the language writes it so: `April 20`."""
        if not self._keys.month_first or at + 1 >= len(words) or not _is_day(words[at + 1]):
            return []
        return [at + 1] if text[words[at].end : words[at + 1].start].strip(". ") == "" else []

    def _number(self, text: str, words: Sequence[Token], at: int, used: set[int]) -> int:
        """Return the index behind the number that begins at `words[at]`."""
        behind = at + 1
        while (
            behind < len(words)
            and behind not in used
            and NEAR.fullmatch(text, words[behind - 1].end, words[behind].start)
        ):
            if self._meaning(words[behind]).scale is None and not self._adds(words, behind):
                break
            behind += 1
        return behind

    def _adds(self, words: Sequence[Token], behind: int) -> bool:
        """Say whether the number word at `behind` goes on with the word before it: twenty-five, он екі, жүз он."""
        before = self._keys.numbers.get(words[behind - 1].low) or self._keys.scales.get(words[behind - 1].low, 0)
        value = 1 if words[behind].low in self._keys.one else self._written(words[behind]) or 0
        return 1 <= value < before and before % (10 ** len(str(int(value)))) == 0

    def _figure(self, words: Sequence[Token], at: int, behind: int) -> Figure:
        total = part = 0.0
        for word in words[at:behind]:
            _, value, scale = self._meaning(word)
            if scale and scale >= GROUP:
                total, part = total + (part or 1) * scale, 0.0
            elif scale:
                part = (part or 1) * scale
            else:
                part += value or (1.0 if word.low in self._keys.one else 0.0)
        total += part
        whole = round(total)
        key = f"n:{whole}" if math.isclose(total, whole, abs_tol=1e-6) else f"n:{total:.6g}"
        return Figure(key, words[at].start, words[behind - 1].end, digits=words[at].text[0].isdecimal())

    def _value(self, word: Token, scale: int | None) -> float | None:
        if word.text[0].isdecimal():
            return self._digits(word.text) if len(word.text) <= LONGEST_NUMBER else None
        if ROMAN.fullmatch(word.text):
            return float(_roman(word.text))
        value = self._written(word)
        return value if value is not None else scale

    def _written(self, word: Token) -> float | None:
        """Return the value of a number written out, with or without an ending."""
        stripped = stems(word.low, endings=self._endings)
        return next((self._numbers[stem] for stem in stripped if stem in self._numbers), None)

    def _scale(self, word: Token) -> int | None:
        """Return the magnitude that `word` names: a stem with at most three letters behind it."""
        for length in range(len(word.low), max(1, len(word.low) - LONGEST_ENDING - 1), -1):
            if word.low[:length] in self._keys.scales:
                return self._keys.scales[word.low[:length]]
        return None

    def _digits(self, text: str) -> float:
        """Return the value of digits; a mark before exactly three of them parts thousands, as a rule."""
        groups = re.split(r"[^\d]", text)
        marks = re.findall(r"[^\d]", text)
        decimal = bool(marks) and (
            len(groups[-1]) != THOUSAND
            or (len(marks) > 1 and marks[-1] != marks[0])
            or (len(marks) == 1 and marks[0] == self._decimal and not text.endswith("0"))
        )
        whole = "".join(groups[:-1] if decimal else groups)
        return float(f"{whole}.{groups[-1]}" if decimal else whole)


def _is_day(word: Token) -> bool:
    return word.text.isdecimal() and int(word.text) in DAYS


def _numeric_days(text: str) -> Iterator[Figure]:
    for pattern in NUMERIC_DAYS:
        for found in pattern.finditer(text):
            month, day = int(found["month"]), int(found["day"])
            if month in MONTHS and day in DAYS:
                yield Figure(f"d:{month:02}-{day:02}", found.start(), found.end(), digits=True)


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
