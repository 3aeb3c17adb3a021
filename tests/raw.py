"""Articles for tests of grouping, built from records and from plain texts without the ingest rooms."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.model import Article, Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parent.parent
"""The repository."""
EVALUATION = ROOT.parent / "shared" / "evaluation"
"""Measuring data that does not belong to the repository; a clone of a stranger's does not have it."""

ABSENT = "measuring data is absent"
"""How the reason begins for which a measurement is skipped: the only one that counts as none."""


def article(source: str, language: str, paragraphs: Iterable[str], **fields: Any) -> Article:  # noqa: ANN401
    """Return an article whose body are the `paragraphs`."""
    body = tuple(Block(BlockKind.PARAGRAPH, text, line) for line, text in enumerate(paragraphs, 1))
    values = {"title": None, "published": None, **fields}
    return Article(source=source, language=language, headline=values["title"] or "", body=body, **values)


def case(path: Path) -> Article:
    """Return the article of a test case: `key: value` lines, a blank line, then one paragraph a line."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    published = date.fromisoformat(fields["published"]) if "published" in fields else None
    event = date.fromisoformat(fields["event"]) if "event" in fields else None
    return article(
        path.name,
        fields["language"],
        [line for line in body.splitlines() if line.strip()],
        title=fields.get("title"),
        published=published,
        event_date=event,
    )


def records(name: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a measuring set, `translations/ntrex-half.jsonl` for example."""
    with (EVALUATION / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def from_gold(record: dict[str, Any]) -> Article:
    """Return the article that a gold record of the ingest set describes."""
    days = {key: date.fromisoformat(record[key]) if record.get(key) else None for key in ("published", "event_date")}
    body = tuple(
        Block(BlockKind.QUOTE if kind == "pull_quote" else BlockKind(kind), part["text"], part["i"] + 1)
        for part in record["body_paragraphs"]
        for kind in [part["type"]]
    )
    title = record.get("title")
    return Article(
        record["file"], record["language"], title, title or "", days["published"], body, event_date=days["event_date"]
    )


def from_translation(record: dict[str, Any], *, parts: str = "text") -> Article:
    """Return the article of a record of the translations, `parts` being its `text` or its `segs`."""
    texts = record["segs"] if parts == "segs" else record["text"].split("\n\n")
    return article(f"{record['group']}.{record['lang']}.txt", record["lang"], [text for text in texts if text.strip()])


def show(title: str, figures: dict[str, tuple[float, float]]) -> None:
    """Print measured figures with their floors: `pytest -s` shows them."""
    told = ", ".join(f"{name} {value:.3f} (floor {floor:g})" for name, (value, floor) in figures.items())
    print(f"\n{title}: {told}")
