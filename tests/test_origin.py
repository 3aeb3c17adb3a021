"""Which version of a story came first, and where what is said of it contradicts itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import raw
from newsroom import correct, origin
from newsroom.model import Article, Corrections, Evidence, Severity, Story

if TYPE_CHECKING:
    from newsroom.model import Problem

Said = tuple[Article, ...]


def text(language: str, said: str | None = None, *, translator: str | None = None) -> Article:
    """Return a version whose text says on line 7 that it is translated from `said`: `?` is from elsewhere."""
    article = raw.article(f"{language}.txt", language, ["One."], translator=translator)
    names = [*(["translated_from"] if said else []), *(["translator"] if translator else [])]
    evidence = {name: Evidence(7, "translation", 0.9) for name in names}
    return replace(article, translated_from=said if said != "?" else None, evidence=evidence)


def edited(article: Article, **said: Any) -> Article:  # noqa: ANN401 - a sidecar's values
    """Return `article` with what an editor said on line 3 of its sidecar."""
    name = article.source.replace(".txt", ".yml")
    fields = {key: value for key, value in said.items() if key != "original"}
    return correct.correct(article, Corrections(name, fields, dict.fromkeys(said, 3), original=said.get("original")))


def traced(*versions: Article) -> tuple[str | None, tuple[str, ...], list[Problem]]:
    """Return the original and the translations of the story of `versions`, and the problems."""
    story = Story("s", {article.language: article for article in versions})
    ((found,), problems) = origin.trace([story])
    return found.original, found.translations, list(problems)


@pytest.mark.parametrize(
    ("versions", "first", "translations"),
    [
        ((text("en"), text("ru")), None, ()),
        ((text("en", "ru"), text("ru")), "ru", ("en",)),
        ((text("en", "ru"), text("kk"), text("ru")), "ru", ("en",)),
        ((text("en", "ru"), text("kk", "ru"), text("ru")), "ru", ("en", "kk")),
        ((text("en", "ru"), text("kk"), text("ru", "kk")), "kk", ("en", "ru")),
        ((text("en", "ru"), text("kk")), None, ("en",)),
        ((text("en", "ru"), text("ru", "?")), None, ("en", "ru")),
        ((text("en", "ru"), text("ru", translator="A. B.")), None, ("en", "ru")),
        ((text("en", translator="A. B."), text("ru")), None, ("en",)),
        ((text("en", "kk"), text("kk"), text("ru"), text("tr", "ru")), None, ("en", "tr")),
        ((text("en"), edited(text("ru"), original=True)), "ru", ("en",)),
        ((text("en", "kk"), text("kk"), edited(text("ru"), original=True)), "ru", ("en", "kk")),
        ((text("en", "ru"), edited(text("ru"), original=False)), None, ("en",)),
        ((edited(text("en"), translated_from="ru"), text("ru")), "ru", ("en",)),
        ((edited(text("en"), translator="A. B."), text("ru")), None, ("en",)),
        ((edited(text("en", "ru"), translated_from=None), text("ru")), None, ()),
        ((edited(text("en", "ru"), translated_from=None), text("ru", "en")), "en", ("ru",)),
    ],
)
def test_the_original_is_what_is_said(versions: Said, first: str | None, translations: tuple[str, ...]) -> None:
    """It is the end of what texts and editors say, where that is one version; silence makes nothing of a version."""
    assert (first, translations, []) == traced(*versions)


@pytest.mark.parametrize(
    ("versions", "first", "translations", "severity", "places"),
    [
        ((text("en", "ru"), text("ru", "en")), None, (), Severity.WARNING, ["en.txt:7", "ru.txt:7"]),
        (
            (text("en", "kk"), text("kk", "ru"), text("ru", "en")),
            None, (), Severity.WARNING, ["en.txt:7", "kk.txt:7", "ru.txt:7"],
        ),
        (
            (text("en", "ru"), edited(text("ru"), translated_from="en")),
            "en", ("ru",), Severity.WARNING, ["en.txt:7", "ru.yml:3"],
        ),
        (
            (edited(text("en"), translated_from="ru"), edited(text("ru"), translated_from="en")),
            None, (), Severity.ERROR, ["en.yml:3", "ru.yml:3"],
        ),
        (
            (edited(text("en", "ru"), original=True), text("ru")),
            "en", ("ru",), Severity.WARNING, ["en.yml:3", "en.txt:7"],
        ),
        (
            (edited(text("en", translator="A. B."), original=True), text("ru")),
            "en", ("ru",), Severity.WARNING, ["en.yml:3", "en.txt:7"],
        ),
        (
            (edited(text("en"), original=True, translated_from="ru"), text("ru")),
            "en", ("ru",), Severity.ERROR, ["en.yml:3", "en.yml:3"],
        ),
        (
            (edited(text("en"), original=True), edited(text("ru"), original=True)),
            None, (), Severity.ERROR, ["en.yml:3", "ru.yml:3"],
        ),
        (
            (edited(text("en", "ru"), original=True), text("ru", "en")),
            "en", ("ru",), Severity.WARNING, ["en.yml:3", "en.txt:7"],
        ),
    ],
)  # fmt: skip
def test_a_contradiction_is_a_problem_with_all_its_lines(
    versions: Said, first: str | None, translations: tuple[str, ...], severity: Severity, places: list[str]
) -> None:
    """Texts that contradict each other say nothing, an editor stands over a text, two editors' words block."""
    original, translated, (problem,) = traced(*versions)
    assert (first, translations, severity) == (original, translated, problem.severity)
    assert places[0] == f"{problem.path}:{problem.line}"
    assert [] == [place for place in places[1:] if place not in problem.message]
    assert problem.remedy.endswith(".")


def test_the_rest_of_a_story_is_kept() -> None:
    """Other stories, and what versions outside of the contradiction say, stay as they are."""
    one = Story("a", {"en": text("en", "ru"), "kk": text("kk", "ru"), "ru": text("ru", "en")})
    other = Story("b", {"en": text("en")}, why="alone")
    (first, second), problems = origin.trace([one, other])
    assert (None, ("kk",), other, 1) == (first.original, first.translations, second, len(problems))
