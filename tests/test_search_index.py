"""The files of the search index: the same for the same articles, and of the sizes that a browser likes to fetch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

import raw
from newsroom import languages
from newsroom.search import index
from newsroom.search.documents import Document
from newsroom.search.morphology import Morphology

SOME = [
    Document("rector", "en", "news/rector/", "New rector", "Lead.", date(2025, 3, 2), ("Ann Lee",), "He spoke."),
    Document("rector", "kk", "kk/news/rector/", "Жаңа ректор", "Лид.", date(2025, 3, 1), (), "Ол сөйледі."),
    Document("budget", "ru", "ru/news/budget/", "Бюджет", "Лид.", date(2024, 1, 1), (), "Бюджеты.", ("Astana",)),
    Document("undated", "ru", "ru/news/undated/", "Без даты", "Лид.", None, (), "Ректора."),
]
HASHED = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from test_search_index import SOME, build
print(hashlib.sha256(repr(sorted(build(SOME).items())).encode()).hexdigest())
"""


def build(documents: list[Document]) -> dict[str, bytes]:
    """Return the index of a site in three languages."""
    morphologies = {code: Morphology(languages.load(code)) for code in ("en", "ru", "kk")}
    spellings: index.Spellings = {"Astana": (("ru", "Астана"), ("kk", "Нұр-Сұлтан"))}
    return index.build(documents, morphologies=morphologies, spellings=spellings, keyboards=["qw", "йц"])


def _head(made: dict[str, bytes]) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(made["index.json"])
    return head


def _many(count: int) -> list[Document]:
    return [
        Document(
            f"story{at}",
            "en",
            f"news/story{at}/",
            f"Headline number{at}",
            "A lead of some words. " * 5,
            date(2020 + at % 3, 1, 1 + at % 28),
            (),
            " ".join(f"word{at}x{one} common{one % 50}" for one in range(20)),
        )
        for at in range(count)
    ]


def test_order_of_documents_makes_no_difference() -> None:
    """The same bytes, whatever order they come in."""
    assert build(SOME) == build(SOME[::-1]) == build(SOME[2:] + SOME[:2])


def test_hash_seed_makes_no_difference() -> None:
    """Sets and their order are nowhere in the files."""
    folders = [str(raw.ROOT / "scripts"), str(raw.ROOT / "tests")]
    digests = {
        subprocess.run(
            [sys.executable, "-c", HASHED, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "22", "333")
    }
    assert len(digests) == 1


def test_versions_of_a_story_share_its_number() -> None:
    """The newest story has number 0, by the day of its earliest version; one without a day is last."""
    made = build(SOME)
    stories = json.loads(made["stories-0.json"])
    assert ["2025-03-01", "2024-01-01", ""] == [day for day, _ in stories]
    assert {
        "en": ["news/rector/", "New rector", "Lead."],
        "kk": ["kk/news/rector/", "Жаңа ректор", "Лид."],
    } == stories[0][1]
    assert {"count": 3, "starts": [0]} == _head(made)["stories"]


def test_the_head_says_what_the_browser_needs() -> None:
    """Format, letters, languages in the site's order with their versions, keyboards, and stories by year."""
    head = _head(build(SOME))
    assert index.VERSION == head["version"]
    assert head["folding"]["letters"]["қ"] == "k"
    assert [("en", 1), ("ru", 2), ("kk", 1)] == [(one["code"], one["versions"]) for one in head["languages"]]
    assert ["qw", "йц"] == head["keyboards"]
    assert [[2025, 1], [2024, 1], [0, 1]] == head["years"]


def test_the_stories_of_each_name_stand_apart() -> None:
    """Who narrows by a name asks for them; nobody else has to load them."""
    assert {"Astana": {"ru": [1]}} == json.loads(build(SOME)["names.json"])


def test_other_names_of_what_is_meant_are_found() -> None:
    """`names.yml` says that Astana occurs: both spellings are among the forms, though neither stands in the text."""
    words = build(SOME)["ru/words-0.txt"].decode()
    forms = {line.split("\t")[-6] for line in words.split("\n")[1:] if line.count("\t") == 5}
    assert {"астана", "нұр", "сұлтан", "бюджет", "бюджеты", "ректора"} <= forms


def test_what_is_not_in_a_text_is_not_found() -> None:
    """A language's lexicon holds its own texts only."""
    made = build(SOME)
    assert "rector" in made["en/words-0.txt"].decode()
    assert "rector" not in made["ru/words-0.txt"].decode()


def test_a_document_in_no_language_of_the_site_is_an_error() -> None:
    """It would never be found."""
    stranger = Document("x", "fr", "fr/x/", "Bonjour", "", None, (), "Salut.")
    with pytest.raises(KeyError, match="fr"):
        build([*SOME, stranger])


def test_files_are_small_and_hold_everything() -> None:
    """No file is much larger than its kind may be, and each kind is spread over several."""
    made = build(_many(120))
    limits = {"words": index.WORDS_SIZE, "stories-": index.STORIES_SIZE}
    for kind, limit in limits.items():
        sizes = [len(data) for name, data in made.items() if kind in name and not name.endswith(".bin")]
        assert len(sizes) > 1
        assert max(sizes) < limit * 1.3
    stories = [story for name, data in made.items() if name.startswith("stories-") for story in json.loads(data)]
    assert len(stories) == 120
    assert [[2022, 40], [2021, 40], [2020, 40]] == _head(made)["years"]


def test_a_site_without_an_article_has_an_index() -> None:
    """It says that there is nothing."""
    made = build([])
    assert {"count": 0, "starts": []} == _head(made)["stories"]
    assert [[], [], []] == [one["words"] for one in _head(made)["languages"]]
