"""How well corrections are told from twins among real documents; the floors may only rise.

Every document is given a changed copy: as an editor changes it who corrects it, and as a template changes it.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import duplicates, languages
from newsroom.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.model import Article

    Change = Callable[[str, random.Random], str]

pytestmark = pytest.mark.skipif(not raw.EVALUATION.is_dir(), reason=f"{raw.ABSENT}: {raw.EVALUATION}")

LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))
SETS = ("ntrex-half", "flores-half", "kazstat")
WORDS = 60
"""Documents of fewer words are left out: every change changes them through and through."""
SOON, NEXT_YEAR = timedelta(days=2), timedelta(days=364)
NAME = re.compile(r"(?<=[^\W\d_A-ZА-Я] )[^\W\d_a-zа-я][^\W\d_]{5,}")
NUMBER = re.compile(r"(?<![\d.,])\d{2,4}(?![\d.,])")
SEVERAL = 4
"""A template has so many numbers."""


@cache
def documents() -> tuple[Article, ...]:
    """Return the real documents that are long enough, with invented days."""
    found = [raw.from_translation(record) for name in SETS for record in raw.records(f"translations/{name}.jsonl")]
    long = [one for one in found if sum(len(block.text.split()) for block in one.body) >= WORDS]
    known = [one for one in long if one.language in {language.code for language in LANGUAGES}]
    return tuple(replace(one, published=date(2026, 1, 1 + at % 28)) for at, one in enumerate(known))


def _text(article: Article) -> str:
    return "\n".join(block.text for block in article.body)


def one_number(text: str, chance: random.Random) -> str:
    """Return the text with one number exchanged wherever it stands."""
    found = sorted(set(NUMBER.findall(text)))
    wrong = chance.choice(found) if found else None
    return re.sub(rf"(?<!\d){wrong}(?!\d)", str(int(wrong) + 7), text) if wrong else text


def one_name(text: str, chance: random.Random) -> str:
    """Return the text with one name spelled otherwise wherever it stands."""
    found = sorted(set(NAME.findall(text)))
    name = chance.choice(found) if found else ""
    return text.replace(name, name[:2] + name[3] + name[2] + name[4:]) if name else text


def one_sentence(text: str, chance: random.Random) -> str:
    """Return the text without one sentence that does not begin a paragraph."""
    sentences = re.findall(r"(?<=[.!?]) [^\n]+?[.!?](?=\s|$)", text)
    return text.replace(chance.choice(sentences), "", 1) if sentences else text


def all_numbers(text: str, chance: random.Random) -> str:
    """Return the text with all its numbers exchanged, where it has several."""
    several = len(NUMBER.findall(text)) >= SEVERAL
    return re.sub(r"\d+", lambda found: str(int(found[0]) + chance.randrange(1, 9)), text) if several else text


def _taken(change: Change, later: timedelta) -> float:
    """Return the share of documents whose changed copy is taken for their correction."""
    chance = random.Random(1)  # noqa: S311 - the same sample every time
    taken, tried = 0, 0
    for one in documents():
        text = change(_text(one), chance)
        if text == _text(one) or one.published is None:
            continue
        copy = raw.article("copy.txt", one.language, text.split("\n"), published=one.published + later)
        found, _ = duplicates.set_aside([one, copy], languages=LANGUAGES)
        tried += 1
        taken += any(article.status is Status.SUPERSEDED for article in found)
    return taken / tried


@pytest.mark.parametrize(("change", "floor"), [(one_number, 0.99), (one_name, 0.99), (one_sentence, 0.95)])
def test_corrections_are_found(change: Change, floor: float) -> None:
    """A copy of two days later in which one thing is changed takes the place of the text."""
    found = _taken(change, SOON)
    raw.show(change.__name__, {"taken for a correction": (found, floor)})
    assert found >= floor


@pytest.mark.parametrize(("later", "ceiling"), [(SOON, 0.02), (NEXT_YEAR, 0.0)])
def test_twins_are_left_alone(later: timedelta, ceiling: float) -> None:
    """A copy with other numbers throughout tells another story; a year later always."""
    found = _taken(all_numbers, later)
    raw.show(f"all numbers, {later.days} days later", {"taken for a correction, at most": (found, ceiling)})
    assert found <= ceiling


def test_different_documents_are_left_alone() -> None:
    """No two real documents are taken for one."""
    found, problems = duplicates.set_aside(documents(), languages=LANGUAGES)
    assert ({Status.PUBLISHED}, ()) == ({article.status for article in found}, problems)
