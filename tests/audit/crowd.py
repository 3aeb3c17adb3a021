"""Raw articles of a newsroom that has been at work for years: the same files for the same number of stories."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVENTS = Path(__file__).parent.parent / "cases" / "events" / "gold.jsonl"
"""Invented events, told in one language or several: what the crowd is made of."""
LETTERS = ("bdfgklmnprstvz", "бдфгклмнпрствз")
"""The letters that change places in a copied name."""
VOWELS = "aeiouy"
NAME = re.compile(r"\b[A-ZА-ЯӘҒҚҢӨҰҮІ]\w+")
NUMBER = re.compile(r"\b\d{1,5}\b")
APART = timedelta(days=231)
"""So far lies a copy from its original: nobody takes it for a report of the same event."""
FORMS = {"heading": "## {}", "list_item": "- {}"}
"""How a block that is no paragraph stands in a text."""


def write(folder: Path, *, stories: int) -> None:
    """Put the texts of so many stories, with sidecars that name them, into `folder`, in place of what is there."""
    for old in folder.iterdir():
        old.unlink()
    for name, source, sidecar in _articles(stories):
        (folder / f"{name}.txt").write_text(source, "utf-8", newline="\n")
        (folder / f"{name}.yml").write_text(yaml.safe_dump(sidecar, allow_unicode=True), "utf-8", newline="\n")


def renamed(text: str, turn: int) -> str:
    """Return `text` with the names and numbers of its copy number `turn`, so that no two copies are one article."""
    if not turn:
        return text
    table = str.maketrans({row[at]: row[(at + turn) % len(row)] for row in LETTERS for at in range(len(row))})
    syllable = VOWELS[turn % len(VOWELS)] + LETTERS[0][turn // len(VOWELS) % len(LETTERS[0])]
    text = NAME.sub(lambda found: found[0][0] + found[0][1:].translate(table) + syllable, text)
    return NUMBER.sub(lambda found: str(int(found[0]) + 37 * turn), text)


def _articles(stories: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield name, text and sidecar of each article."""
    originals = _originals()
    for number in range(stories):
        turn, at = divmod(number, len(originals))
        for language, record in originals[at].items():
            yield f"{number:04}-{language}", _source(record, turn), _sidecar(record, turn, number)


def _originals() -> list[dict[str, Mapping[str, Any]]]:
    """Return the stories of the cases: language to the first article in it."""
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for line in EVENTS.read_text("utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(record["story"], {}).setdefault(record["language"], record)
    return list(found.values())


def _source(record: Mapping[str, Any], turn: int) -> str:
    """Return the text of an article as a newsroom delivers it."""
    blocks = [FORMS.get(part["type"], "{}").format(part["text"]) for part in record["body_paragraphs"]]
    return renamed("\n\n".join([record["title"] or blocks[0], *blocks]), turn) + "\n"


def _sidecar(record: Mapping[str, Any], turn: int, number: int) -> dict[str, Any]:
    """Return what the editor says of it: the story and, where there is one, the day."""
    said: dict[str, Any] = {"story": f"story {number}", "language": record["language"]}
    if record["title"]:
        said["title"] = renamed(record["title"], turn)
    if record["published"]:
        said["published"] = (date.fromisoformat(record["published"]) - turn * APART).isoformat()
    return said
