"""A run that recalls what an earlier one found out says the same as one that finds out everything itself."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import languages, stories
from newsroom.desk import Desk
from newsroom.memory import Memory

if TYPE_CHECKING:
    from newsroom.model import Article

HOME = Path(__file__).parent / "cases" / "events"
LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Return the invented events of two sets."""
    records = map(json.loads, (HOME / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return [raw.from_gold(record) for record in records if record["set"] in "bc"]


def test_articles_may_come_change_and_go(articles: list[Article], tmp_path: Path) -> None:
    """Whatever was in the folder before, the stories are those of the folder as it is."""
    chance = random.Random(3)  # noqa: S311 - a sample, no secret
    for size in (40, 60, 60, 30, len(articles)):
        some = chance.sample(articles, size)
        recalled = Memory(tmp_path / "stories.sqlite")
        found = stories.group(some, languages=LANGUAGES, recalled=recalled)
        recalled.save()
        assert stories.group(some, languages=LANGUAGES) == found


def test_a_second_run_finds_out_nothing_anew(
    articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is read for its keys where nothing has changed."""
    first = Memory(tmp_path / "stories.sqlite")
    stories.group(articles, languages=LANGUAGES, recalled=first)
    first.save()
    read: list[int] = []
    monkeypatch.setattr(Desk, "profile", lambda _, at: read.append(at))
    stories.group(articles, languages=LANGUAGES, recalled=Memory(tmp_path / "stories.sqlite"))
    assert [] == read


def test_only_what_concerns_a_new_article_is_found_out(articles: list[Article], tmp_path: Path) -> None:
    """One more article costs the reading of a few others, not of all."""
    first = Memory(tmp_path / "stories.sqlite")
    stories.group(articles[:-1], languages=LANGUAGES, recalled=first)
    first.save()
    ordered = sorted(articles, key=lambda article: article.source)
    desk = Desk(ordered, languages=LANGUAGES, recalled=Memory(tmp_path / "stories.sqlite"))
    for pair in desk.pairs:
        desk.compare(pair)
    assert 0 < len(desk._profiles) < len(articles) / 2  # noqa: SLF001 - what was read is its own business


SEEDED = """
import json, sys
sys.path[:0] = ["scripts", "tests"]
import raw
from newsroom import languages
from newsroom.desk import Desk
lines = open("tests/cases/events/gold.jsonl", encoding="utf-8").read().splitlines()[:40]
articles = sorted((raw.from_gold(json.loads(line)) for line in lines), key=lambda article: article.source)
desk = Desk(articles, languages=[languages.load(code) for code in ("en", "ru", "kk")])
print([(pair, desk.compare(pair), desk.align(pair)) for pair in desk.pairs])
"""
"""A program that prints every comparison to the last digit."""


def test_no_digit_depends_on_the_hash_seed() -> None:
    """Sums are made in the order of the text, never in that of a set."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", SEEDED],
            cwd=raw.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert 1 == len(printed)
