"""The words of one language's texts, in the order of their skeletons, cut into files that a browser asks for singly.

A line of a lexicon is one form as it stands in the texts: `form, entries, number of stories, file, offset, offset of
places`, with tabs between. Its entries are those of `newsroom.search.morphology`, as `length of stem + class`: the stem
is the beginning of the form's skeleton. A stem that is short, or is not the beginning, would not be found beside
the form: it has a line of its own, at its own place in the order, which begins with `stem, class` and goes on as above.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from newsroom.search.morphology import spelled_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsroom.search.vocabulary import Known

SHORT = 5
"""A query is looked up by so many letters of its skeleton; a shorter stem has a line of its own."""
DIRECTORY = 8
"""So many letters of each file's first skeleton stand in the directory."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the postings of a form are."""

    stories: int
    """In how many stories it stands."""
    file: int
    """The number of the file."""
    postings: int
    """The byte in the file of postings with which its own begin."""
    places: int
    """The byte in the file of places with which its own begin."""

    def __str__(self) -> str:
        return "\t".join(map(base36, (self.stories, self.file, self.postings, self.places)))


class Line(NamedTuple):
    """A line of a lexicon, in which the classes are still called by their full names."""

    key: str
    """The skeleton by which the line has its place."""
    before: str
    """What stands before the classes."""
    classes: tuple[tuple[str, str], ...]
    """The length of each stem and its class."""
    after: str
    """What stands behind them."""

    @property
    def size(self) -> int:
        """The bytes of the line, without its classes."""
        between = sum(len(length) + 1 for length, _ in self.classes)
        return len(self.before.encode()) + between + len(self.after.encode()) + 1


def lines(places: Mapping[str, Place], known: Callable[[str], Known]) -> list[Line]:
    """Return a line for every form and for every stem that needs one, in the order of the skeletons."""
    found: list[Line] = []
    for form, place in places.items():
        where = str(place)
        found += _lines_of(form, known(form), where)
    return sorted(found, key=lambda line: (_units(line.key), line))


def _lines_of(form: str, known: Known, where: str) -> Iterator[Line]:
    key, entries = known
    beside = [one for one in entries if len(one.stem) >= SHORT and key.startswith(one.stem)]
    classes = tuple((base36(len(_units(one.stem)) // 2), one.endings) for one in beside)
    yield Line(key, f"{form}\t", classes, f"\t{where}")
    for one in entries:
        if one not in beside:
            yield Line(one.stem, f"{one.stem}\t", (("", one.endings),), f"\t{form}\t{where}")


def files(written: Iterable[Line], *, size: int, shared: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the files of about `size` bytes that hold the lines, and the beginning of each one's first skeleton.

    The first line of a file is JSON: short name to endings of each class, or to the name by which `shared` knows it.
    """
    parts: list[list[Line]] = []
    directory: list[str] = []
    held = size
    for line in written:
        if held >= size:
            parts.append([])
            directory.append(line.key[:DIRECTORY])
            held = 0
        parts[-1].append(line)
        held += line.size
    return [_file(part, shared) for part in parts], directory


def _file(part: Iterable[Line], shared: Mapping[str, str]) -> str:
    short: dict[str, str] = {}
    body = "\n".join(
        line.before + ",".join([length + _shortened(name, short) for length, name in line.classes]) + line.after
        for line in part
    )
    head = {name: shared.get(endings) or spelled_out(endings) for endings, name in short.items()}
    return f"{json.dumps(head, ensure_ascii=False, separators=(',', ':'))}\n{body}"


def _shortened(name: str, short: dict[str, str]) -> str:
    """Return the short name of a class; a new one gets the next: A to Z, A1 to Z1, and so on."""
    if name not in short:
        turn, letter = divmod(len(short), len(ascii_uppercase))
        short[name] = ascii_uppercase[letter] + (base36(turn) if turn else "")
    return short[name]


def _units(text: str) -> bytes:
    """Return a text in units of UTF-16, two bytes each, which are in the order in which JavaScript compares texts."""
    return text.encode("utf-16-be")


@lru_cache(maxsize=100_000)
def base36(number: int) -> str:
    """Return a number in the 36 digits that JavaScript's `parseInt(text, 36)` reads."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits
