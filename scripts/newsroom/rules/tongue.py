"""Which words of a line name a language: CLDR knows the names, the languages' data how they are inflected."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from newsroom import languages

MARK = "\ue000"
"""Stands for every character of a word that names a language; a text that has it has no name there."""
WORD = re.compile(r"[^\W\d_]+")


def hide(text: str, codes: tuple[str, ...]) -> tuple[str, dict[int, str]]:
    """Return `text` with marks in the place of words that name a language, and each one's code by where it begins.

    The names are looked for as the languages `codes` write them. Every character keeps its place.
    """
    known, found, hidden = _names(codes), dict[int, str](), text
    for word in WORD.finditer(text):
        if code := known.get(word[0].lower()):
            found[word.start()] = code
            hidden = hidden[: word.start()] + MARK * len(word[0]) + hidden[word.end() :]
    return hidden, found


@cache
def _names(codes: tuple[str, ...]) -> dict[str, str]:
    """Return every form of every language's name, lower case, with its code; the data's names before those of CLDR."""
    forms: dict[str, str] = {}
    for own in map(languages.load, codes):
        cldr = Locale.parse(own.locale).languages.items()
        plain = {name.lower().removesuffix(own.tongues.cut): code for code, name in sorted(cldr) if "_" not in code}
        for stem, code in {**plain, **own.tongues.names}.items():
            forms.update({stem + ending: code for ending in own.tongues.endings})
    return forms
