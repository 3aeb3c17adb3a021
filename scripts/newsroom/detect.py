"""Tell which of the site's languages a text is in, or that it is in none of them.

py3langid (a maintained langid.py, Lui & Baldwin 2012) names the language; the letters decide where it is unsure or
where the text writes letters that the named language never does. Nothing is published under another language's name.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.languages import Language

ENOUGH_TEXT = 200_000
"""Characters by which a language is told: more say no more."""
ENOUGH_LETTERS = 12
"""Below so many letters nothing certain can be said."""
SURE = 0.9
"""A language that the model names with this certainty is not argued with."""
FOREIGN_SHARE = 0.01
"""A text with more than this share of letters that a language never writes is not in that language."""
SCRIPT_SHARE = 0.3
"""A text must have at least this share of its letters in its language's script: foreign names may hold the rest."""
OWN_SHARE = 0.02
"""A text with at least this share of a language's own letters may be in it whatever the model says."""


@dataclass(frozen=True, slots=True)
class Detection:
    """What language a text is in."""

    language: str | None
    """The code of one of the site's languages; None where it is none of them."""
    found: str
    """The code that the text seems to be in, whether the site has it or not."""
    certainty: float
    """From 0 to 1."""


def detect(text: str, *, languages: Sequence[Language]) -> Detection:
    """Return the language of `text` among `languages`; of a very long one, that of its beginning."""
    text = text[:ENOUGH_TEXT]
    letters = Counter(character for character in text.lower() if character.isalpha())
    total = letters.total()
    if total < ENOUGH_LETTERS:
        return Detection(None, "und", 0.0)
    found, certainty = _identifier().classify(text)
    certainty = round(float(certainty), 3)
    possible = [language for language in languages if _is_possible(language, letters, total)]
    for language in possible:
        if language.code == found:
            return Detection(found, found, certainty)
    for language in possible:
        if _share(letters, language.alphabet.own, total) >= OWN_SHARE and found not in {x.code for x in languages}:
            return _by_letters(language, found, certainty, text)
    return Detection(None, found, certainty)


def _by_letters(language: Language, found: str, certainty: float, text: str) -> Detection:
    """Return `language` where the model ranks it close behind what it found, else none."""
    ranks = {code: float(score) for code, score in _identifier().rank(text)[:3]}
    if language.code in ranks and certainty < SURE:
        return Detection(language.code, found, round(ranks[language.code], 3))
    return Detection(None, found, certainty)


def _is_possible(language: Language, letters: Counter[str], total: int) -> bool:
    """Say whether the letters allow `language`: enough in its script, hardly any that it never writes."""
    in_script = sum(count for letter, count in letters.items() if _in_script(letter, language.alphabet.script))
    return in_script >= total * SCRIPT_SHARE and _share(letters, language.alphabet.foreign, total) <= FOREIGN_SHARE


@cache
def _in_script(letter: str, script: str) -> bool:
    return unicodedata.name(letter, "").startswith(script)


def _share(letters: Counter[str], wanted: str, total: int) -> float:
    return sum(letters[letter] for letter in wanted) / total


@cache
def _identifier() -> LanguageIdentifier:
    """Return the model, loaded once a process: it holds no state of the texts it sees."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
