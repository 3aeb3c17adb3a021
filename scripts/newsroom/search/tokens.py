"""Find the words of a text, and the words in words.

A word is letters and digits, with hyphens and apostrophes between them. Of `double-degree` both parts are words, and so
is the whole behind them, which covers the same letters: whoever writes it in one piece finds it, and whoever writes it
in two. The browser does the same with what a reader types (docs/assets/js/search/tokens.js).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
)
"""Marks that stand behind a letter and belong to it, as they are in Latin, Cyrillic, Hebrew, Arabic, Devanagari."""
INVISIBLE = r"\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens and other characters that a reader does not see in a word."""
HYPHENS = r"\-\u2010\u2011"
APOSTROPHES = r"'’‘ʼʻʹ`´"
SPACES = r" \u00a0\u2009\u202f"
"""The spaces, and with them the comma, that stand between the thousands of a number."""
OF_ITS_OWN = 3
"""So many letters behind an apostrophe are a word of their own: l'Université, but not Kazakhstan's."""

UNIT = rf"[^\W_](?:[^\W_]|[{MARKS}{INVISIBLE}])*"
NUMBER = rf"([0-9]{{1,3}}(?:(?:[{SPACES}][0-9]{{3}})+|(?:,[0-9]{{3}})+))(?![^\W_])"
WORD = re.compile(rf"{NUMBER}|{UNIT}(?:[{HYPHENS}{APOSTROPHES}]{UNIT})*")
HYPHEN = re.compile(f"[{HYPHENS}]")
BEHIND_APOSTROPHE = re.compile(rf"[{APOSTROPHES}](?=([^{APOSTROPHES}]{{{OF_ITS_OWN},}}))")
"""Some apostrophes are letters to Unicode, ʼ for one."""
UNSEEN = re.compile(f"[{INVISIBLE}]")
BETWEEN_THOUSANDS = re.compile(rf"[{SPACES},]")


class Word(NamedTuple):
    """A word of a text."""

    text: str
    """Its letters as they are written; the digits of a number without what stands between the thousands."""
    start: int
    """Where it begins in the text, in code points: up to U+FFFF the same number as the browser's."""
    end: int
    """Where it ends: the place behind its last letter."""


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order; behind the parts of a word with hyphens the whole of it."""
    for found in WORD.finditer(text):
        if found[1]:
            yield Word(BETWEEN_THOUSANDS.sub("", found[1]), found.start(), found.end())
        elif found[0].isalnum() and not BEHIND_APOSTROPHE.search(found[0]):
            yield Word(found[0], found.start(), found.end())
        else:
            yield from _parted(found[0], found.start())


def _parted(compound: str, start: int) -> Iterator[Word]:
    """Yield the parts of a word with hyphens, apostrophes or unseen characters, then the whole where it has hyphens."""
    at = 0
    parts = HYPHEN.split(compound)
    for part in parts:
        yield _word(part, start + at)
        for inner in BEHIND_APOSTROPHE.finditer(part):
            yield _word(inner[1], start + at + inner.start(1))
        at += len(part) + 1
    if len(parts) > 1 and any(letter.isalpha() for letter in compound):
        yield _word(compound, start)


def _word(piece: str, start: int) -> Word:
    return Word(UNSEEN.sub("", piece), start, start + len(piece))
