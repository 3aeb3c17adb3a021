"""Recognise what a number counts, where it is a unit of measure (by its names in CLDR) or a currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from babel.units import UnknownUnitError, format_unit

from newsroom.keys.skeleton import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.keys.numbers import Token
    from newsroom.languages import Language

SIZES = {
    "length": {
        "millimeter": 0.001, "centimeter": 0.01, "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "meter": 1.0,
        "kilometer": 1000.0, "mile": 1609.344, "nautical-mile": 1852.0,
    },
    "area": {
        "square-foot": 0.0929, "square-meter": 1.0, "acre": 4046.86, "hectare": 1e4, "square-kilometer": 1e6,
        "square-mile": 2.59e6,
    },
    "mass": {"milligram": 1e-6, "gram": 0.001, "ounce": 0.02835, "pound": 0.4536, "kilogram": 1.0, "tonne": 1000.0},
    "volume": {
        "milliliter": 0.001, "liter": 1.0, "gallon": 3.785, "cubic-meter": 1000.0, "barrel": 159.0,
        "cubic-kilometer": 1e12,
    },
    "speed": {"kilometer-per-hour": 1.0, "mile-per-hour": 1.609, "meter-per-second": 3.6, "knot": 1.852},
    "duration": {
        "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629746.0,
        "year": 31556952.0, "decade": 315569520.0, "century": 3155695200.0,
    },
    "energy": {"kilowatt-hour": 1.0, "megawatt-hour": 1000.0},
    "power": {"kilowatt": 1.0, "megawatt": 1000.0, "gigawatt": 1e6, "horsepower": 0.7457},
    "temperature": {"celsius": 1.0, "fahrenheit": 1.0, "degree": 1.0},
    "concentr": {"percent": 1.0},
}  # fmt: skip
"""Dimension to the names of its units in CLDR, and the size of each against the others of its dimension."""
SIGNS = {"%": "concentr-percent", "٪": "concentr-percent", "$": "USD", "€": "EUR", "₸": "KZT", "₽": "RUB", "£": "GBP"}
"""Signs that stand beside a number."""
CLOCK = "clock"
"""What hours and minutes count."""
LONGEST = 3
"""Words of a unit's name at the most."""
METRIC = re.compile(r"meter|gram|liter|hectare|watt")
"""Units of which abbreviations of two letters are names too: elsewhere `in` is no inch."""
SHORTEST = 3
"""Letters of any other name at the least."""
FREEZING, DEGREES = 32.0, 1.8
"""Fahrenheit at the freezing point of water, and its degrees in one of Celsius."""
BESIDE = re.compile(r"[\s\u00a0\u202f-]*")
"""What may stand between a number and its unit."""


class Amount(NamedTuple):
    """A number with what it counts."""

    value: float
    """The number as it stands."""
    measure: str
    """The unit's name in CLDR, a currency's code, or nothing where it counts something else."""

    @property
    def dimension(self) -> str:
        """What the unit measures: `length`; a currency is a dimension of its own."""
        dimension, _, name = self.measure.partition("-")
        return dimension if name else self.measure

    @property
    def size(self) -> float:
        """The amount in the base unit of its dimension."""
        dimension, _, name = self.measure.partition("-")
        if name == "fahrenheit":
            return (self.value - FREEZING) / DEGREES
        return self.value * SIZES.get(dimension, {}).get(name, 1.0)


class UnitReader:
    """Finds units as one language names them."""

    def __init__(self, language: Language) -> None:
        """Prepare for `language`: the names of units in its locale, in all their numbers, and those of its own data."""
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._names: dict[tuple[str, ...], str] = {}
        self._known: dict[tuple[str, ...], str] = {}
        for measure, words in _names(language.locale):
            stemmed = tuple(stems(word, endings=self._endings)[-1] for word in words)
            self._names.setdefault(words, measure)
            self._names.setdefault(stemmed, measure)
        self._names.update({(word,): measure for word, measure in language.keys.units.items()})

    def read(self, text: str, words: Sequence[Token], behind: int, start: int) -> str:
        """Return what the number before `words[behind]` counts, which begins at `start` in `text`; else nothing."""
        end = words[behind - 1].end
        if ":" in words[behind - 1].text:
            return CLOCK
        sign = next((SIGNS[mark] for mark in (text[end : end + 1], text[end : end + 2].strip()) if mark in SIGNS), "")
        sign = sign or SIGNS.get(text[start - 1 : start] or " ", "")
        if sign or behind >= len(words) or not BESIDE.fullmatch(text, end, words[behind].start):
            return sign
        following = [word.low for word in words[behind : behind + LONGEST]]
        for size in range(len(following), 0, -1):
            found = self._named(tuple(following[:size]))
            if found:
                return found
        return ""

    def _named(self, words: tuple[str, ...]) -> str:
        """Return the unit of this name, with or without endings of its words."""
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = self._looked_up(words)
        return known

    def _looked_up(self, words: tuple[str, ...]) -> str:
        stemmed = [stems(word, endings=self._endings) for word in words]
        ways = (words, tuple(found[:2][-1] for found in stemmed), tuple(found[-1] for found in stemmed))
        return next((self._names[way] for way in ways if way in self._names), "")


def _names(locale: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every unit with every name that it has in `locale`, in lower case."""
    for dimension, units in SIZES.items():
        for unit in units:
            for length in ("long", "short"):
                yield from _written(f"{dimension}-{unit}", length, locale)


def _written(measure: str, length: str, locale: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for number in (1, 2, 5, 1.5):
        try:
            text = format_unit(number, measure, length, locale=locale)  # type: ignore[arg-type]
        except UnknownUnitError:
            return
        words = tuple(re.findall(r"[^\W\d_]+(?:/[^\W\d_]+)?", text.lower()))
        least = SHORTEST - bool(METRIC.search(measure))
        if measure not in text and len("".join(words)) >= least:
            yield measure, words
