"""How well versions and coverage are found among real documents; the floors may only rise.

The documents lie in a folder `shared/evaluation` beside the repository, which only the project's own machines have.
"""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import raw
from newsroom import languages, pipeline, settings, stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.model import Article
    from newsroom.stories import Grouping

pytestmark = pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}")

Stories = set[tuple[frozenset[str], frozenset[str]]]
"""For each story, the sources of its versions and of its coverage."""

LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))
PRECISION = 0.999
"""Of pairs joined in one pool of all sets."""
RECALL = 0.995
"""Of pairs joined in one pool of all sets."""
NEWS_RECALL = 0.995
"""Of pairs of full-length news in that pool."""
SHORT_F1 = 0.995
"""Of pairs of short texts in that pool."""
HOLES_PRECISION = 0.998
"""Of pairs joined where most stories lack a version."""
HOLES_RECALL = 0.99
"""Of pairs joined where most stories lack a version."""
FOLDERS_RIGHT = 0.98
"""Share of small folders that are wholly right."""


def group(articles: Sequence[Article]) -> Grouping:
    """Return the grouping in the site's three languages."""
    return stories.group(articles, languages=LANGUAGES)


def pool() -> list[Article]:
    """Return all real documents."""
    sets = ("ntrex-half", "flores-half", "kazstat")
    return [raw.from_translation(record) for name in sets for record in raw.records(f"translations/{name}.jsonl")]


def origin(source: str) -> str:
    """Return the group of documents that a source belongs to."""
    return source.rsplit(".", 2)[0]


def true_pairs(articles: Iterable[Article]) -> set[tuple[str, str]]:
    """Return the pairs of sources that are translations of each other."""
    groups = defaultdict(list)
    for article in articles:
        groups[origin(article.source)].append(article.source)
    return {pair for sources in groups.values() for pair in combinations(sorted(sources), 2)}


def found_pairs(grouping: Grouping) -> set[tuple[str, str]]:
    """Return the pairs of sources that were joined."""
    return {
        pair
        for story in grouping.stories
        for pair in combinations(sorted(article.source for article in story.versions.values()), 2)
    }


def with_holes(articles: Iterable[Article], chance: random.Random) -> list[Article]:
    """Return the articles of which every group keeps one, two or three versions."""
    groups = defaultdict(list)
    for article in articles:
        groups[origin(article.source)].append(article)
    return [
        article
        for name in sorted(groups)
        for article in chance.sample(groups[name], chance.choice((1, 1, 2, len(groups[name]))))
    ]


def test_pairs_in_one_pool() -> None:
    """News, short texts and official wording in three languages, all mixed."""
    articles = pool()
    true, found = true_pairs(articles), found_pairs(group(articles))
    news = {pair for pair in true if pair[0].startswith("ntrex")}
    short = [{pair for pair in pairs if pair[0].startswith("flores")} for pairs in (true, found)]
    figures = {
        "precision": (len(true & found) / len(found), PRECISION),
        "recall": (len(true & found) / len(true), RECALL),
        "recall of news": (len(news & found) / len(news), NEWS_RECALL),
        "F1 of short texts": (2 * len(short[0] & short[1]) / (len(short[0]) + len(short[1])), SHORT_F1),
    }
    raw.show("pairs in one pool", figures)
    assert [] == [name for name, (value, floor) in figures.items() if value < floor]


def test_pairs_where_versions_are_missing() -> None:
    """Most documents have no counterpart, and none must be found for them."""
    true, found = set(), set()
    for seed in range(3):
        articles = with_holes(pool(), random.Random(seed))  # noqa: S311 - a sample, no secret
        true |= {(f"{seed}", *pair) for pair in true_pairs(articles)}
        found |= {(f"{seed}", *pair) for pair in found_pairs(group(articles))}
    figures = {
        "precision": (len(true & found) / len(found), HOLES_PRECISION),
        "recall": (len(true & found) / len(true), HOLES_RECALL),
    }
    raw.show("pairs where versions are missing", figures)
    assert [] == [name for name, (value, floor) in figures.items() if value < floor]


def test_small_folders() -> None:
    """A folder of about eleven news has no statistics of its own."""
    groups = defaultdict(list)
    for article in pool():
        if article.source.startswith("ntrex"):
            groups[origin(article.source)].append(article)
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    right = 0
    for _ in range(60):
        sample = [article for name in chance.sample(sorted(groups), 5) for article in groups[name]]
        articles = with_holes(sample, chance)
        right += true_pairs(articles) == found_pairs(group(articles))
    figures = {"wholly right": (right / 60, FOLDERS_RIGHT)}
    raw.show("small folders", figures)
    assert right / 60 >= FOLDERS_RIGHT


def gold() -> tuple[list[Article], dict[str, dict[str, Any]]]:
    """Return the articles of the ingest set that a site would show, and their records."""
    records = {record["file"]: record for record in raw.records("ingest/gold.jsonl")}
    shown = [record for record in records.values() if record.get("relation") in {"translation", "coverage", "single"}]
    kept = [record for record in shown if record["expect"] == "page"]
    return [raw.from_gold(record) for record in kept], records


def expected(articles: Sequence[Article], records: dict[str, dict[str, Any]]) -> Stories:
    """Return for each story its versions and its coverage, as the gold has them."""
    events = defaultdict(list)
    for article in articles:
        events[records[article.source]["story"]].append(article.source)
    wanted = set()
    for sources in events.values():
        versions = frozenset(source for source in sources if records[source]["relation"] == "translation")
        parts = [part for part in (versions, *(frozenset([s]) for s in sources if s not in versions)) if part]
        wanted |= {(part, frozenset(sources) - part) for part in parts}
    return wanted


def got(grouping: Grouping) -> Stories:
    """Return for each story its versions and its coverage."""
    return {
        (frozenset(article.source for article in story.versions.values()), frozenset(story.coverage))
        for story in grouping.stories
    }


def test_raw_articles_of_one_kind() -> None:
    """Translations are joined, twins of a template and last year's forum stay apart, coverage is linked."""
    articles, records = gold()
    assert expected(articles, records) == got(group(articles))


def test_raw_articles_with_one_taken_away() -> None:
    """Whatever article is missing, nothing else takes its place."""
    articles, records = gold()
    for missing in articles:
        rest = [article for article in articles if article is not missing]
        assert (missing.source, expected(rest, records)) == (missing.source, got(group(rest)))


def test_deliberate_discrepancies() -> None:
    """Each is found, and nothing else is told but paragraphs that one version lacks."""
    articles, records = gold()
    for story in group(articles).stories:
        told = {entry.kind for entry in story.differences} - {"missing"}
        assert {entry["kind"] for entry in records[story.earliest.source]["discrepancies"]} == told


def test_the_five_first_articles() -> None:
    """000 and 001 are one story, 003 is coverage, 002 and 004 stand alone; so too when 001 is missing."""
    found = pipeline.build(
        raw.EVALUATION.parent / "articles", settings=settings.load(Path(__file__).parents[2] / "mkdocs.yml")
    )
    articles = [article for article in found.articles if article.corrections is None or not article.corrections.story]
    stems = [
        {
            (frozenset(name[:3] for name in part), frozenset(name[:3] for name in rest))
            for part, rest in got(group(some))
        }
        for some in (articles, [article for article in articles if not article.source.startswith("001")])
    ]
    alone = {(frozenset({"002"}), frozenset[str]()), (frozenset({"004"}), frozenset[str]())}
    coverage = frozenset({"003"})
    assert {(frozenset({"000", "001"}), coverage), (coverage, frozenset({"000", "001"}))} | alone == stems[0]
    assert {(frozenset({"000"}), coverage), (coverage, frozenset({"000"}))} | alone == stems[1]


def test_the_first_story_is_aligned_exactly() -> None:
    """Paragraph by paragraph, with the last of the Russian version alone on its side."""
    site = settings.load(Path(__file__).parents[2] / "mkdocs.yml")
    found = pipeline.build(raw.EVALUATION.parent / "articles", settings=site)
    story = next(story for story in found.stories if len(story.versions) > 1)
    beads = [(bead.left, bead.right) for bead in story.alignments[0].beads]
    assert [*(((at,), (at,)) for at in range(7)), ((), (7,))] == beads
    assert ["missing"] == [difference.kind for difference in story.differences]
