"""How well raw texts are taken apart, measured on files with gold: floors that only rise."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import raw
from newsroom import gather, languages, settings, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.gather import Gathered

OWN = Path(__file__).parent.parent / "cases" / "newsrooms"
"""Files of the repository's own."""
SHARED = pytest.param(
    raw.EVALUATION / "ingest",
    marks=pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}"),
    id="shared",
)
"""Files that do not belong to it."""

FIELDS_RIGHT = 0.999
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


FOLDED = str.maketrans(
    {**dict.fromkeys("«»“”„‟″", '"'), **dict.fromkeys("‘’‚‛ʻʼ′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)


def _norm(text: str) -> str:
    """Return `text` as it is compared: NFC, visible characters only, spaces, quotation marks and dashes folded."""
    visible = re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    return " ".join(visible.split()).translate(FOLDED)


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
        "tags_or_section": _alike((*article.tags, *([article.section] if article.section else []))),
    }


def _measure(folder: Path) -> Score:
    score = Score()
    for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        name = gold["file"]
        gathered = gather.gather(sources.Source(name, folder / name, None, None), settings=SITE)
        is_refused = not gathered.article.body
        if gold["expect"].startswith(("refuse", "page_or_refuse")):
            score.count("refused", name, is_right=is_refused)
            continue
        for what, key, is_right in _answers(gold, gathered):
            score.count(what, f"{name} {key}", is_right=is_right)
    return score


def _answers(gold: dict[str, Any], gathered: Gathered) -> Iterator[tuple[str, str, bool]]:
    """Yield what was asked of one file: kind of question, which, and whether the answer is right."""
    body = _norm("\n".join(block.text for block in gathered.article.body))
    for key, value in _fields(gathered).items():
        expected = _alike(gold[key]) if key == "tags_or_section" else gold[key]
        accepted = [expected, *_listed(gold.get(f"{key}_accept"))]
        accepted += [_alike(other) for other in accepted if isinstance(other, list)]
        yield "fields", f"{key} {value!r} for {expected!r}", value in accepted
        if key in {"published", "updated", "event_date"} and expected is None:
            yield "dates", f"{key} {value}", value in accepted
    for passage in gold["body_must_contain"]:
        yield "body", passage, _norm(passage) in body
    for line in gold["body_must_not_contain"]:
        yield "junk", line, _norm(line) not in body


def _alike(words: Iterable[str]) -> list[str]:
    """Return tags as they are compared: in any order, a tag and a section of one name once."""
    return sorted({word.casefold() for word in words})


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


@pytest.mark.parametrize("folder", [pytest.param(OWN, id="own"), SHARED])
def test_raw_texts_are_read_right(folder: Path) -> None:
    """Fields, body, junk and refusals reach their floors, and no date is invented."""
    score = _measure(folder)
    report = "\n".join(score.misses)
    for what in sorted(score.asked):
        print(f"{what:8} {score.right[what]:4} of {score.asked[what]:4} = {score.share(what):.3f}")
    assert score.share("fields") >= FIELDS_RIGHT, report
    assert score.share("body") >= BODY_KEPT, report
    assert score.share("junk") >= JUNK_OUT, report
    assert score.share("refused") >= REFUSED, report
    assert score.asked["dates"] - score.right["dates"] <= INVENTED_DATES, report
