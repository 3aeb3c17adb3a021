"""How well versions, coverage, paragraphs and contradictions are told in invented events; the floors may only rise."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import raw
from newsroom import languages, stories

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.model import Difference, Story
    from newsroom.stories import Grouping

HOME = Path(__file__).parent.parent / "cases" / "events"
LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))
FLOORS = {
    # versions found, of those told right, F1 of coverage, F1 of links between paragraphs, contradictions found
    "a": (1.0, 1.0, 0.86, 0.96, 0.8),
    "b": (1.0, 1.0, 0.97, 0.98, 1.0),
    "c": (0.94, 1.0, 0.75, 0.92, 1.0),
}
ALARMS = 1.0
"""Contradictions told that are none, for each story: at most."""

Pairs = set[tuple[str, str]]
Record = dict[str, Any]


def _records(name: str, which: str) -> list[Record]:
    found = map(json.loads, (HOME / name).read_text(encoding="utf-8").splitlines())
    return [record for record in found if record["story"].startswith(f"{which}:")]


def _grouped(records: Iterable[Record]) -> Grouping:
    return stories.group([raw.from_gold(record) for record in records], languages=LANGUAGES)


def _wanted(records: Iterable[Record]) -> tuple[Pairs, Pairs]:
    """Return the pairs of versions, and of other articles on one event."""
    events = defaultdict(list)
    for record in records:
        events[record["story"]].append(record)
    versions: Pairs = set()
    coverage: Pairs = set()
    for group in events.values():
        for one, other in combinations(sorted(group, key=lambda record: record["file"]), 2):
            pair = one["file"], other["file"]
            (versions if one["relation"] == other["relation"] == "translation" else coverage).add(pair)
    return versions, coverage


def _found(grouping: Grouping) -> tuple[Pairs, Pairs]:
    """Return the pairs that were joined, and those that were linked."""
    joined: Pairs = set()
    linked: Pairs = set()
    for story in grouping.stories:
        sources = sorted(article.source for article in story.versions.values())
        joined |= set(combinations(sources, 2))
        linked |= {(min(mine, its), max(mine, its)) for mine in sources for its in story.coverage}
    return joined, linked


def _f1(wanted: set[Any], found: set[Any]) -> float:
    return 2 * len(wanted & found) / (len(wanted) + len(found))


def _links(story: Story) -> set[frozenset[tuple[str, int]]]:
    """Return every two paragraphs that a story's alignments join."""
    source = {language: article.source for language, article in story.versions.items()}
    return {
        frozenset({(source[alignment.languages[0]], left), (source[alignment.languages[1]], right)})
        for alignment in story.alignments
        for bead in alignment.beads
        for left in bead.left
        for right in bead.right
    }


def _tells(difference: Difference, entry: Record) -> bool:
    """Say whether a difference shows the values of two versions that the gold sets against each other."""
    values = [str(value) for value in entry["values"].values() if value]
    shown = [any(word in difference.detail for word in value.split() if len(word) > 1) for value in values]
    return difference.kind in {entry["kind"], "date", "number"} and sum(shown) > 1


@pytest.mark.parametrize("which", sorted(FLOORS))
def test_events(which: str) -> None:
    """Versions and coverage, which paragraphs correspond, and what the versions contradict each other in."""
    records = _records("gold.jsonl", which)
    grouping = _grouped(records)
    (versions, coverage), (joined, linked) = _wanted(records), _found(grouping)
    told, gold = {story.earliest.source: story for story in grouping.stories}, _records("paragraphs.jsonl", which)
    of_source = {record["file"]: record["story"] for record in records}
    by_event = {of_source[source]: story for source, story in told.items() if len(story.versions) > 1}
    links: tuple[set[Any], set[Any]] = set(), set()
    entries = found = alarms = 0
    for record in gold:
        story = by_event.get(record["story"])
        if story is None:
            continue
        sources = {article.source for article in story.versions.values()}
        links[0].update(
            frozenset(map(tuple, bead)) for bead in record["beads"] if {place[0] for place in bead} <= sources
        )
        links[1].update(_links(story))
        expected = [entry for entry in record["discrepancies"] if entry["kind"] != "missing"]
        differing = [difference for difference in story.differences if difference.kind != "missing"]
        entries += len(expected)
        found += sum(any(_tells(difference, entry) for difference in differing) for entry in expected)
        alarms += sum(not any(_tells(difference, entry) for entry in expected) for difference in differing)
    figures = {
        "versions found": len(versions & joined) / len(versions),
        "joined rightly": len(versions & joined) / len(joined),
        "F1 of coverage": _f1(coverage, linked),
        "F1 of links": _f1(*links),
        "contradictions": found / entries,
    }
    raw.show(
        f"events, set {which}", {name: (value, FLOORS[which][at]) for at, (name, value) in enumerate(figures.items())}
    )
    print(f"false alarms: {alarms} in {len(gold)} stories")
    assert [] == [name for at, (name, value) in enumerate(figures.items()) if value < FLOORS[which][at]]
    assert alarms / len(gold) <= ALARMS


@pytest.mark.parametrize("which", sorted(FLOORS))
def test_nothing_takes_the_place_of_a_missing_version(which: str) -> None:
    """Where all versions but one of each story are taken away, no twin of the template is joined to it."""
    records = _records("gold.jsonl", which)
    seen: set[str] = set()
    kept = []
    for record in records:
        if record["relation"] != "translation" or record["story"] not in seen:
            kept.append(record)
            seen.add(record["story"])
    assert set() == _found(_grouped(kept))[0]
