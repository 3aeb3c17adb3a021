"""How well paragraphs are aligned in real documents; the floors may only rise.

A document's parallel segments are its paragraphs; some are merged with the one before and some left out, at random and
in each language for itself. A bead counts where both sides are exactly right.
"""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations

import pytest

import raw
from newsroom import align, languages
from newsroom.keys import Profile, Reader

pytestmark = pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}")

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


def aligned(left: Profile, right: Profile) -> Beads:
    """Return the beads with two sides that the program finds."""
    return {(b.left, b.right) for b in align.align(left, right).beads if b.left and b.right}


@pytest.mark.parametrize(
    ("name", "merged", "dropped", "floor"),
    [
        ("ntrex-half", 0.05, 0.03, 0.95),
        ("ntrex-half", 0.15, 0.07, 0.86),
        ("kazstat", 0.05, 0.03, 0.96),
        ("kazstat", 0.15, 0.07, 0.86),
    ],
)
def test_beads(name: str, merged: float, dropped: float, floor: float) -> None:
    """Strict F1 of the beads between every two languages."""
    documents: dict[str, dict[str, Paragraphs]] = defaultdict(dict)
    for record in raw.records(f"translations/{name}.jsonl"):
        chance = random.Random(f"{record['group']}{record['lang']}")  # noqa: S311 - a sample, no secret
        documents[record["group"]][record["lang"]] = perturbed(
            record["segs"], merged=merged, dropped=dropped, chance=chance
        )
    profiles = {
        (group, code): READERS[code].profile(raw.article(f"{group}.{code}", code, [text for _, text in paragraphs]))
        for group, versions in documents.items()
        for code, paragraphs in versions.items()
    }
    right = wanted = found = 0
    for group, versions in documents.items():
        for one, other in combinations(sorted(versions), 2):
            true = gold(versions[one], versions[other])
            beads = aligned(profiles[group, one], profiles[group, other])
            right, wanted, found = right + len(true & beads), wanted + len(true), found + len(beads)
    score = 2 * right / (wanted + found)
    raw.show(f"beads, {name}, {merged:.0%} merged, {dropped:.0%} dropped", {"strict F1": (score, floor)})
    assert score >= floor


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
