"""Count how often the keys by which translations are recognised stand in texts of all kinds.

python scripts/count_frequencies.py

Writes `scripts/newsroom/keys/frequencies.txt` from the word lists of the Python package wordfreq, for every language of
`scripts/newsroom/languages/` that it knows. Needed only after the rules or the concepts of the keys have changed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from importlib.metadata import version

from wordfreq import available_languages, get_frequency_dict

from newsroom import languages
from newsroom.keys import Kind, Reader
from newsroom.keys.weights import COUNTED

WORDS = 300
"""Words of a typical article."""
STEP = 1.25
"""Shares are rounded to powers of this, so that keys share lines."""
RARE = {Kind.WORD: 0.01, Kind.NAME: 0.004}
"""Keys in a smaller share of articles are not listed."""
HEAD = """\
# The share of all articles of about {words} words that hold a key: a share, a tab, and the keys that so many hold.
# A name is the skeleton of its consonants, `w:` the beginning of an ordinary word's, `c:` a meaning.
# Made by scripts/count_frequencies.py from the word lists of wordfreq {version} ({codes}), by Robyn Speer,
# which are licensed under CC BY-SA 4.0; so is this file.
"""


def main() -> None:
    """Write the file."""
    COUNTED.write_text(text(), encoding="utf-8", newline="\n")


def text() -> str:
    """Return the file's content."""
    codes = sorted(code for path in languages.HOME.glob("*.toml") if (code := path.stem) in available_languages())
    shares: dict[str, float] = {}
    for code in codes:
        for key, share in _shares(code).items():
            shares[key] = max(share, shares.get(key, 0.0))
    lines: dict[int, list[str]] = defaultdict(list)
    for key, share in shares.items():
        lines[round(math.log(share, STEP))].append(key)
    head = HEAD.format(words=WORDS, version=version("wordfreq"), codes=", ".join(codes))
    return head + "".join(
        f"{STEP**step:.2g}\t{' '.join(sorted(lines[step]))}\n" for step in sorted(lines, reverse=True)
    )


def _shares(code: str) -> dict[str, float]:
    """Return key to the share of articles in one language that hold it; the rare ones are left out."""
    reader = Reader(languages.load(code))
    frequencies: dict[tuple[Kind, str], float] = defaultdict(float)
    for word, frequency in get_frequency_dict(code, wordlist="large").items():
        if word.isalpha():
            for kind, key in reader.keys(word):
                frequencies[kind, key] += frequency
    shares = {key: (kind, 1 - math.exp(-WORDS * frequency)) for (kind, key), frequency in frequencies.items()}
    return {key: share for key, (kind, share) in shares.items() if share >= RARE[kind]}


if __name__ == "__main__":
    main()
