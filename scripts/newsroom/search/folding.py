"""Bring words of any letters to one Latin skeleton, in which the spellings of one name meet.

Қазақстан, Qazaqstan and казакстан are `kazakstan`; Василенко and Vassilenko `vasilenko`. The table `folding.json`
holds what a letter becomes and, in order, what becomes of several together; the browser reads the same table
(docs/assets/js/search/fold.js). It joins the romanisations in use for Kazakh and Russian names: the Kazakh Latin
alphabet of 2021, BGN/PCGN, that of passports (ICAO 9303), and what newspapers write.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from operator import eq
from pathlib import Path
from typing import Any
from unicodedata import normalize

TABLE = Path(__file__).with_name("folding.json")
"""`letters`: what a letter becomes, save six hushed consonants, which stay until `hushed` spells them in Latin.
`marks`: those that are dropped, behind which letters. `spellings`: what Latin spellings of several letters become, in
words with a letter of `latin`. `doubled`: letters that are written once. `rules`: what joins spellings in the end."""

Rules = list[tuple[re.Pattern[str], str]]


class Folder:
    """Folds words by one table."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._letters = str.maketrans(table["letters"])
        self._hushed = str.maketrans(table["hushed"])
        self._plain = re.compile(f"[a-z{''.join(table['hushed'])}]*")
        self._marks = re.compile(table["marks"])
        self._latin = re.compile(table["latin"])
        self._doubled = re.compile(table["doubled"])
        self._spellings = _compiled(table["spellings"])
        self._rules = _compiled(table["rules"])

    def fold(self, word: str) -> str:
        """Return the skeleton of `word`; letters that the table does not know stay, in small NFKC form."""
        small = normalize("NFKC", normalize("NFKC", word).lower())
        folded = self._bare(small.translate(self._letters))
        if self._latin.search(small):
            folded = _changed(folded, self._spellings)
        folded = self._once(folded).translate(self._hushed)
        return normalize("NFKC", _changed(folded, self._rules))

    def _bare(self, word: str) -> str:
        """Return the word without the marks above and below its letters."""
        if word.isascii() or self._plain.fullmatch(word):
            return word
        return self._marks.sub(r"\1", normalize("NFKD", word)).translate(self._letters)

    def _once(self, word: str) -> str:
        """Return the word with its doubled letters once; most words have none, which is seen sooner than searched."""
        return self._doubled.sub(r"\1\2", word) if any(map(eq, word, word[1:])) else word


def _compiled(rules: list[tuple[str, str]]) -> Rules:
    return [(re.compile(pattern), made.replace("$", "\\")) for pattern, made in rules]


def _changed(word: str, rules: Rules) -> str:
    for pattern, made in rules:
        word = pattern.sub(made, word)
    return word


@cache
def _folder() -> Folder:
    return Folder(json.loads(TABLE.read_text(encoding="utf-8")))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the skeleton of `word`: a Latin spelling that all ways to write the word have in common.

    Words in scripts that the table does not know stay as they are, in small letters and Unicode's form NFKC.
    """
    return _folder().fold(word)
