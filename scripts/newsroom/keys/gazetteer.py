"""Recognise in a text the countries of the world, by their names in CLDR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from newsroom.keys.numbers import tokens
from newsroom.keys.skeleton import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.keys.numbers import Token
    from newsroom.languages import Language

CODE = 2
"""Letters of a country's code; other territories of CLDR are groups of countries."""
INDEX = 4
"""So many letters of a name's first word must stand as they are."""
LEAST = 0.45
"""So much of a word must be the beginning of a name: the rest is its ending."""
SHARE = 0.7
"""So much of a word must be the beginning of the name's word: Belgian and Belgium, бельгийский and Бельгия."""


class Gazetteer:
    """Finds countries as one language writes them."""

    def __init__(self, language: Language) -> None:
        """Prepare for `language`: the names of territories in its locale, and the short ones of its own data."""
        self._endings = tuple(sorted(language.keys.endings, key=len, reverse=True))
        self._exact = {word: f"p:{code}" for word, code in language.keys.places.items()}
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for code, name in sorted(Locale.parse(language.locale).territories.items()):
            if len(code) == CODE and code.isalpha():
                self._learn(name.lower(), f"p:{code}")

    def _learn(self, name: str, key: str) -> None:
        parts = [token.low for token in tokens(name)]
        words = tuple(stems(word, endings=self._endings)[-1] for word in parts if len(word) > 1)
        if words and len(words[0]) >= INDEX:
            self._names.setdefault(words[0][:INDEX], []).append((words, key))
        elif len(parts) == 1:
            self._exact.setdefault(parts[0], key)

    def may(self, word: Token) -> bool:
        """Say whether a name may begin with `word`."""
        return word.low in self._exact or word.low[:INDEX] in self._names

    def read(self, words: Sequence[Token], at: int) -> tuple[str, int] | None:
        """Return the key of the country that begins at `words[at]`, and the index behind it; or None."""
        word = words[at]
        if word.low in self._exact and word.text[0].isupper():
            return self._exact[word.low], at + 1
        best: tuple[int, int, str] | None = None
        for name, key in self._names.get(word.low[:INDEX], ()):
            behind = at + len(name)
            if behind <= len(words):
                common = [_common(mine.low, its) for mine, its in zip(words[at:behind], name, strict=True)]
                if all(common):
                    best = max(best or (0, 0, ""), (behind, sum(common) - len("".join(name)), key))
        return (best[2], best[0]) if best else None


def _common(word: str, stem: str) -> int:
    """Return how many letters `word` and the name's word `stem` share at the beginning; 0 for too few."""
    common = 0
    for mine, its in zip(word, stem, strict=False):
        if mine != its:
            break
        common += 1
    return common if common >= max(INDEX, len(stem) * SHARE, len(word) * LEAST) else 0
