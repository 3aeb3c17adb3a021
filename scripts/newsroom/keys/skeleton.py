"""Bring words of any script to the consonants that survive a change of script.

Every script is first brought to Latin letters (anyascii), then each of the rules below joins what two scripts write
differently: Василенко and Vassilenko, Филипп and Philippe, Ғани and Ghani become one skeleton.
"""

from __future__ import annotations

import re

from anyascii import anyascii

RULES = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ng[gh]*"), "n"),
    (re.compile(r"n(?=[bp])"), "m"),
    (re.compile(r"^u(?=[aeiouy])"), "v"),
    (re.compile(r"shch|sch|tch|dzh|dj|zh|sh|ch(?!r)"), "0"),
    (re.compile(r"^j|(?<=[aeiou])j"), "0"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th|dt"), "t"),
    (re.compile(r"ck|qu|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ts|tz|cz|z|c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?<=.)h$"), ""),
    (re.compile(r"kh|gh|h"), "g"),
    (re.compile(r"^[aeiouy]+"), "1"),
    (re.compile(r"[aeiouyj]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Pattern and replacement, in order; `0` stands for every hushing sound, `1` for a vowel at the beginning."""


SHORTEST = 3
"""A stem keeps at least so many letters, so that a short name is not eaten up."""


def skeleton(word: str) -> str:
    """Return the consonants of `word`, in one spelling for all scripts; empty where it has no letters."""
    latin = anyascii(word).lower()
    for pattern, replacement in RULES:
        latin = pattern.sub(replacement, latin)
    return latin


def stems(word: str, *, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return `word` and what is left when one or two of the `endings` are taken off, longest first."""
    found = [word]
    for _ in range(2):
        stem = _without_ending(found[-1], endings)
        if stem is None:
            break
        found.append(stem)
    return tuple(found)


def every_stem(word: str, *, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return `word` and all that may be left when one or two of the `endings` are taken off, each once.

    An ending may hide another: of «интеллектіні» not «ні» and «ті» come off but «ні» and «і».
    """
    found = {word: None}
    for _ in range(2):
        for stem in tuple(found):
            shorter = (stem[: -len(ending)] for ending in endings if stem.endswith(ending))
            found |= dict.fromkeys(one for one in shorter if len(one) >= SHORTEST)
    return tuple(found)


def _without_ending(word: str, endings: tuple[str, ...]) -> str | None:
    """Return `word` without the first of `endings` that leaves enough of it; None where there is none."""
    if not word.endswith(endings):
        return None
    fitting = (word[: -len(ending)] for ending in endings if word.endswith(ending))
    return next((stem for stem in fitting if len(stem) >= SHORTEST), None)
