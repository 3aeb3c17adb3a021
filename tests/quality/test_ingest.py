"""How well raw texts are taken apart, measured on files with gold: floors that only rise."""

from __future__ import annotations

import importlib.util
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

import raw
from newsroom import gather, languages, settings, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.gather import Gathered

pytestmark = pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}")

FIELDS_RIGHT = 1.0
"""The share of fields that are as in the gold: goal .98."""
BODY_KEPT = 1.0
"""The share of the true body's marked passages that are in the body: goal 1."""
JUNK_OUT = 1.0
"""The share of junk and metadata lines that are out of the body: goal .98."""
REFUSED = 1.0
"""The share of broken and unsupported files that are refused: goal 1."""
INVENTED_DATES = 0
"""Dates where the gold has none."""

SITE = settings.Settings(tuple(languages.load(code) for code in ("en", "ru", "kk")), "en")


@dataclass
class Score:
    """What was counted over all files."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, what: str, name: str, *, is_right: bool) -> None:
        """Count one answer; remember a wrong one by `name`."""
        self.asked[what] += 1
        self.right[what] += is_right
        if not is_right:
            self.misses.append(f"{what}: {name}")

    def share(self, what: str) -> float:
        """Return the share of right answers."""
        return self.right[what] / self.asked[what]


def _norm() -> Callable[[str], str]:
    """Return the data's own rule of comparison."""
    spec = importlib.util.spec_from_file_location("compare", raw.EVALUATION / "ingest" / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    norm: Callable[[str], str] = module.norm
    return norm


def _fields(gathered: Gathered) -> dict[str, Any]:
    article = gathered.article
    days = {name: getattr(article, name) for name in ("published", "updated", "event_date")}
    return {
        "language": article.language,
        "title": article.title,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "authors": list(article.authors),
        "agency": article.agency,
        "photo_credit": article.photo_credit,
        "dateline_place": article.dateline_place,
        "tags_or_section": sorted({*article.tags, *([article.section] if article.section else [])}),
    }


def _measure() -> Score:
    score, norm = Score(), _norm()
    for gold in raw.records("ingest/gold.jsonl"):
        name = gold["file"]
        path = raw.EVALUATION / "ingest" / name
        gathered = gather.gather(sources.Source(name, path, None, None), settings=SITE)
        is_refused = not gathered.article.body
        if gold["expect"].startswith(("refuse", "page_or_refuse")):
            score.count("refused", name, is_right=is_refused)
            continue
        for what, key, is_right in _answers(gold, gathered, norm):
            score.count(what, f"{name} {key}", is_right=is_right)
    return score


def _answers(gold: dict[str, Any], gathered: Gathered, norm: Callable[[str], str]) -> Iterator[tuple[str, str, bool]]:
    """Yield what was asked of one file: kind of question, which, and whether the answer is right."""
    body = norm("\n".join(block.text for block in gathered.article.body))
    for key, value in _fields(gathered).items():
        expected = sorted(gold[key]) if key == "tags_or_section" else gold[key]
        accepted = [expected, *gold.get(f"{key}_accept", [])]
        yield "fields", f"{key} {value!r} for {expected!r}", value in accepted
        if key in {"published", "updated", "event_date"} and expected is None:
            yield "dates", f"{key} {value}", value is None
    for passage in gold["body_must_contain"]:
        yield "body", passage, norm(passage) in body
    for line in gold["body_must_not_contain"]:
        yield "junk", line, norm(line) not in body


def test_raw_texts_are_read_right() -> None:
    """Fields, body, junk and refusals reach their floors, and no date is invented."""
    score = _measure()
    report = "\n".join(score.misses)
    for what in sorted(score.asked):
        print(f"{what:8} {score.right[what]:4} of {score.asked[what]:4} = {score.share(what):.3f}")
    assert score.share("fields") >= FIELDS_RIGHT, report
    assert score.share("body") >= BODY_KEPT, report
    assert score.share("junk") >= JUNK_OUT, report
    assert score.share("refused") >= REFUSED, report
    assert score.asked["dates"] - score.right["dates"] <= INVENTED_DATES, report
