"""Say how much of one text stands in another: which of its words, in order, and whether it begins as that one does.

Sentences that both have are paired first; only what stands between them is compared word by word, by the longest
runs that they share (Ratcliff and Obershelp, as in `difflib`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
LEAD = 20
"""So many words at the beginning of two texts are compared to say whether they begin alike."""
RUN = 2
"""One word in common by itself is chance: only runs of so many count."""
LARGEST = 4_000_000
"""Above this product of their lengths two differing passages are not compared word by word, but taken as different."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says, whatever its marks, its capitals and its paragraphs."""

    sentences: tuple[tuple[str, ...], ...]
    """The words of every sentence, in lower case."""

    @property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(chain.from_iterable(self.sentences))


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How much two texts have in common; shares from 0 to 1."""

    kept: float
    """The share of the first one's words that stand in the second."""
    known: float
    """The share of the second one's words that stand in the first."""
    begins: float
    """The share of the words at their beginnings that they have in common."""


def wording(texts: Iterable[str]) -> Wording:
    """Return the wording of a text that consists of the paragraphs `texts`."""
    sentences = (sentence for text in texts for sentence in SENTENCE_END.split(text.casefold()))
    return Wording(tuple(words for sentence in sentences if (words := tuple(WORD.findall(sentence)))))


def compare(first: Wording, second: Wording) -> Resemblance:
    """Return how much `first` and `second` have in common."""
    common = _common(first.sentences, second.sentences)
    mine, its = first.words, second.words
    heads = (mine[:LEAD], its[:LEAD])
    shortest = min(len(head) for head in heads) or 1
    return Resemblance(
        kept=common / (len(mine) or 1), known=common / (len(its) or 1), begins=_in_order(*heads) / shortest
    )


def at_most(first: Wording, second: Wording) -> float:
    """Return what neither share of `compare` exceeds, at a fraction of its cost: whatever the order of the words."""
    mine, its = first.words, second.words
    return (Counter(mine) & Counter(its)).total() / (min(len(mine), len(its)) or 1)


def closeness(first: Sequence[str], second: Sequence[str]) -> float:
    """Return how alike two short sequences of words are, from 0 to 1."""
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _common(first: Sequence[tuple[str, ...]], second: Sequence[tuple[str, ...]]) -> int:
    """Return how many words two sequences of sentences have in common, in order."""
    count = 0
    for what, start, end, from_, to in SequenceMatcher(None, first, second).get_opcodes():
        if what == "equal":
            count += sum(map(len, first[start:end]))
        elif what == "replace":
            count += _in_order(tuple(chain(*first[start:end])), tuple(chain(*second[from_:to])))
    return count


def _in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many words stand in both, in runs and in order."""
    if len(first) * len(second) > LARGEST:
        return 0
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN)
