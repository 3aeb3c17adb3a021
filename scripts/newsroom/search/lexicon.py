"""The words of one language's texts, in the order of their skeletons, cut into files that a browser asks for singly.

A line of a lexicon is one form as it stands in the texts: `form, entries, number of stories, file, offset, offset of
places`, with tabs between. Its entries are those of `newsroom.search.morphology`, as `length of stem + class`: the stem
is the beginning of the form's skeleton. A stem that is short, or is not the beginning, would not be found beside
the form: it has a line of its own, at its own place in the order, which begins with `stem, class` and goes on as above.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from newsroom.search.morphology import spelled_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsroom.search.matching import Entry

MARK = "\0"
CLASS = re.compile(f"{MARK}(.*?){MARK}")
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


def lines(
    forms: Mapping[str, Place], entries: Mapping[str, Iterable[Entry]], *, fold: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield skeleton and line for every form and for every stem that needs one, in the order of the skeletons.

    The classes are still called by their full names, between marks.
    """
    found: list[tuple[str, str]] = []
    for form, place in forms.items():
        key = fold(form)
        beside = [one for one in entries[form] if len(one.stem) >= SHORT and key.startswith(one.stem)]
        listed = ",".join(f"{base36(len(_units(one.stem)) // 2)}{MARK}{one.endings}{MARK}" for one in beside)
        found.append((key, f"{form}\t{listed}\t{place}"))
        found += [
            (one.stem, f"{one.stem}\t{MARK}{one.endings}{MARK}\t{form}\t{place}")
            for one in entries[form]
            if one not in beside
        ]
    yield from sorted(found, key=lambda one: (_units(one[0]), one[1]))


def files(written: Iterable[tuple[str, str]], *, size: int, shared: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the files of about `size` bytes that hold the lines, and the beginning of each one's first skeleton.

    The first line of a file is JSON: short name to endings of each class, or to the name by which `shared` knows it.
    """
    parts: list[list[str]] = []
    directory: list[str] = []
    held = size
    for key, line in written:
        if held >= size:
            parts.append([])
            directory.append(key[:DIRECTORY])
            held = 0
        parts[-1].append(line)
        held += len(CLASS.sub("", line).encode()) + 1
    return [_file(part, shared) for part in parts], directory


def _file(part: Iterable[str], shared: Mapping[str, str]) -> str:
    short: dict[str, str] = {}

    def _shortened(match: re.Match[str]) -> str:
        turn, letter = divmod(len(short), len(ascii_uppercase))
        return short.setdefault(match[1], ascii_uppercase[letter] + (base36(turn) if turn else ""))

    body = "\n".join(CLASS.sub(_shortened, line) for line in part)
    head = {name: shared.get(endings) or spelled_out(endings) for endings, name in short.items()}
    return f"{json.dumps(head, ensure_ascii=False, separators=(',', ':'))}\n{body}"


def _units(text: str) -> bytes:
    """Return a text in units of UTF-16, two bytes each, which are in the order in which JavaScript compares texts."""
    return text.encode("utf-16-be")


def base36(number: int) -> str:
    """Return a number in the 36 digits that JavaScript's `parseInt(text, 36)` reads."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits
