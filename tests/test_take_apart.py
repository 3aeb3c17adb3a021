"""Texts of many newsrooms, taken apart: `cases/articles/NAME.txt` and what must come of it in `NAME.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import detect, languages, proof, read, take_apart

CASES = sorted((Path(__file__).parent / "cases" / "articles").glob("*.txt"))
SITE = [languages.load(code) for code in ("en", "ru", "kk")]
LETTERS = frozenset("".join(language.alphabet.letters for language in SITE))


def _taken(path: Path) -> take_apart.Taken:
    text = read.read(path.read_bytes(), letters=LETTERS)
    found = detect.detect("\n".join(text.lines), languages=SITE)
    assert found.language is not None
    taken = take_apart.take_apart(text.lines, source=path.name, language=languages.load(found.language), others=SITE)
    proof.prove(text.lines, taken)
    return taken


def _described(taken: take_apart.Taken) -> dict[str, Any]:
    article = taken.article
    return {
        "language": article.language,
        "title": article.title,
        "headline": article.headline,
        "published": str(article.published or ""),
        "updated": str(article.updated or ""),
        "event_date": str(article.event_date or ""),
        "dateline": article.dateline,
        "dateline_place": article.dateline_place,
        "agency": article.agency,
        "authors": list(article.authors),
        "photo_credit": article.photo_credit,
        "section": article.section,
        "tags": list(article.tags),
        "source_url": article.source_url,
        "slug": article.natural_slug,
        "body": [[block.kind.value, block.text] for block in article.body],
        "restored": [block.restored for block in article.body if block.restored],
        "left_out": [[one.rule, one.text] for one in article.left_out],
        "problems": [problem.message for problem in taken.problems],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_taken_apart(path: Path) -> None:
    """Every field, every block of the body and everything left out is as the case says, and no word is lost."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert expected == _described(_taken(path))


def test_every_field_has_evidence() -> None:
    """Whatever field is filled names the rule and the line that filled it."""
    article = _taken(next(path for path in CASES if path.stem == "portal_en")).article
    filled = {"title", "published", "updated", "event_date", "authors", "photo_credit", "section", "tags"}
    assert {} == {name: "none" for name in filled if name not in article.evidence}
    lines = {name: article.evidence[name].line for name in ("title", "published", "authors", "event_date")}
    assert {"title": 3, "published": 4, "authors": 5, "event_date": 8} == lines


def test_a_headline_from_the_lead_says_so() -> None:
    """Where the text has no headline the title is empty, and the evidence of the one shown says that it is inferred."""
    article = _taken(next(path for path in CASES if path.stem == "crawled_ru")).article
    assert (None, True) == (article.title, article.evidence["title"].inferred)


@pytest.mark.parametrize("text", [" date 2026-05-30 Фото: пресс-служба", "Фото: пресс-служба", "---"])
def test_nothing_but_furniture_is_no_article(text: str) -> None:
    """A crawler's header, a credit or a ruler alone has no body."""
    with pytest.raises(take_apart.NoBodyError):
        take_apart.take_apart([text], source="x.txt", language=languages.load("ru"), others=SITE)


def test_the_proof_names_lost_and_invented_words() -> None:
    """A word that disappears, or comes from nowhere, stops the build by name."""
    path = CASES[0]
    lines = read.read(path.read_bytes(), letters=LETTERS).lines
    taken = _taken(path)
    with pytest.raises(proof.LostWordsError, match="words lost: zzz; words invented: none"):
        proof.prove([*lines, "zzz"], taken)
    with pytest.raises(proof.LostWordsError, match=r"words lost: none; words invented: [^n]"):
        proof.prove([line for line in lines if line][:-1], taken)


PIECES = [
    "Фото: МИД РК",
    "By Anna Kim",
    "Published: 5 May 2026 | Updated: 7 May 2026",
    "12 мая 2026, 17:05",
    "Теги: а, б",
    "#a #b",
    "Home > News",
    "АСТАНА. КАЗИНФОРМ – Посол приехал.",
    "(Reuters) - It rained.",
    "• one",
    "• two",
    "1. one",
    "2. two",
    "a\tb",
    "c\td",
    "---",
    "Читайте также:",
    "Share",
    "© 2026 X",
    "Заголовок новости о встрече",
    "Press release",
    "From: a",
    "Subject: b",
    "___",
    "Гүлнар ТӨЛЕГЕН,",
    "“Lost mark, the Ambassador stressed.",
    'Found," said Ann.',
    "|",
    "| |",
    "The rector opened the new laboratory on Monday and thanked all of the students who had painted it.",
]
"""Lines that rules look for, to be mixed with any text."""


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.just(""), st.text(max_size=40)), max_size=14), st.sampled_from(SITE)
)
def test_no_text_breaks_the_rules_or_loses_a_word(lines: list[str], language: languages.Language) -> None:
    """Whatever lines come in whatever order, nothing is raised but that there is no body, and every word is kept."""
    normal = read.normalise("\n".join(lines))
    try:
        taken = take_apart.take_apart(normal, source="x.txt", language=language, others=SITE)
    except take_apart.NoBodyError:
        return
    proof.prove(normal, taken)


@pytest.mark.parametrize("sign", ["👍", "❤️ 💔", "\ue000"])
def test_a_line_of_signs_is_kept(sign: str) -> None:
    """A line without a letter that is no ruler stays in the body."""
    lead = "The rector opened the new laboratory on Monday and thanked all of the students who had painted it."
    normal = read.normalise(f"{lead}\n\n{sign}\n\n---\n\n{lead}")
    taken = take_apart.take_apart(normal, source="x.txt", language=SITE[0], others=SITE)
    assert [lead, sign, lead] == [block.text for block in taken.article.body]
    assert ["---"] == [piece.text for piece in taken.article.left_out]


@pytest.mark.parametrize(
    "text",
    [
        "Japan has nearly 7,000 islands, and that makes it the seventh largest island of the world!",
        "Share of the rural population who live within two kilometres of a road that is open all year",
    ],
)
def test_an_article_needs_no_full_stop(text: str) -> None:
    """A text that ends with another mark, or has long lines without one, is an article."""
    taken = take_apart.take_apart(["Headline of four words", "", text], source="x.txt", language=SITE[0], others=SITE)
    assert text in [block.text for block in taken.article.body]
