"""Which articles are versions of one story, which report the same event, and what editors say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import languages, stories
from newsroom.model import Article, Corrections, Severity

if TYPE_CHECKING:
    from newsroom.stories import Grouping

CASES = Path(__file__).parent / "cases" / "stories"
LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))
NAMES = ("coverage_en", "other_kk", "other_ru", "release_en", "release_kk", "release_ru", "twin_en")


def load(*names: str) -> list[Article]:
    """Return the articles of the named cases."""
    return [raw.case(CASES / f"{name}.txt") for name in names]


def group(articles: list[Article]) -> Grouping:
    """Return the grouping in the three languages of the cases."""
    return stories.group(articles, languages=LANGUAGES)


def told(grouping: Grouping) -> dict[str, tuple[set[str], list[str]]]:
    """Return each story's name, the sources of its versions and its coverage, without the files' ending."""
    return {
        story.story_id: (
            {article.source.removesuffix(".txt") for article in story.versions.values()},
            [source.removesuffix(".txt") for source in story.coverage],
        )
        for story in grouping.stories
    }


def edited(article: Article, **said: object) -> Article:
    """Return `article` with what an editor said in a sidecar."""
    name = article.source.replace(".txt", ".yml")
    return replace(article, corrections=Corrections(name, {}, dict.fromkeys(said, 3), **said))  # type: ignore[arg-type]


def test_versions_coverage_and_a_twin_are_told_apart() -> None:
    """Three versions are one story, an account of the visit is coverage, a release of one template is neither."""
    assert {
        "coverage_en": ({"coverage_en"}, ["release_en", "release_kk", "release_ru"]),
        "other_kk": ({"other_kk"}, []),
        "other_ru": ({"other_ru"}, []),
        "release_en": ({"release_en", "release_ru", "release_kk"}, ["coverage_en"]),
        "twin_en": ({"twin_en"}, []),
    } == told(group(load(*NAMES)))


@pytest.mark.parametrize("missing", ["release_en", "release_ru", "release_kk"])
def test_a_missing_version_is_not_replaced_by_another_article(missing: str) -> None:
    """Neither the coverage nor the twin takes the place of a translation that is not there."""
    found = told(group(load(*(name for name in NAMES if name != missing))))
    versions = {"release_en", "release_ru", "release_kk"} - {missing}
    assert versions in [members for members, _ in found.values()]
    assert ({"coverage_en"}, sorted(versions)) == found["coverage_en"]
    assert ({"twin_en"}, []) == found["twin_en"]


def test_a_story_says_why() -> None:
    """An editor reads what agrees, and how sure the program is."""
    (story,) = group(load("release_en", "release_ru")).stories
    assert story.why == "ten numbers, 11 names and 6 of 7 paragraphs agree; published on the same day"
    assert story.certainty > 0.9


def test_every_two_versions_are_aligned_and_compared() -> None:
    """Languages stand in alphabetical order, and the false magnitude of the Kazakh version is told."""
    (story,) = group(load("release_en", "release_ru", "release_kk")).stories
    assert [("en", "kk"), ("en", "ru"), ("kk", "ru")] == [alignment.languages for alignment in story.alignments]
    assert [("en", "kk"), ("kk", "ru")] == [entry.languages for entry in story.differences if entry.kind == "number"]


def test_the_order_of_the_files_does_not_matter() -> None:
    """The same articles give the same stories."""
    articles = load(*NAMES)
    assert group(articles) == group([*articles[3:], *reversed(articles[:3])])


def test_an_editor_joins_what_nobody_would() -> None:
    """A name in two sidecars makes two articles versions of one story, and is its name."""
    one, other = load("other_kk", "other_ru")
    grouping = group([edited(one, story="spring"), edited(other, story="spring")])
    assert {"spring": ({"other_kk", "other_ru"}, [])} == told(grouping)
    (story,) = grouping.stories
    assert (1.0, True) == (story.certainty, story.why.startswith("pinned by the editor"))


def test_an_editor_parts_what_agrees() -> None:
    """`apart_from:` keeps two articles in two stories."""
    one, other = load("release_en", "release_ru")
    found = told(group([edited(one, apart_from=("release_ru.txt",)), other]))
    assert [{"release_en"}, {"release_ru"}] == [members for members, _ in found.values()]


def test_a_pinned_story_still_takes_its_other_versions() -> None:
    """Only one version has a sidecar; the others follow it and the story has the editor's name."""
    one, *others = load("release_en", "release_ru", "release_kk")
    assert {"ice": {"release_en", "release_ru", "release_kk"}} == {
        name: members for name, (members, _) in told(group([edited(one, story="ice"), *others])).items()
    }


def test_two_pins_of_one_language_are_a_problem_with_both_lines() -> None:
    """A story has one version a language; both files and lines are named."""
    one, other = load("release_en", "twin_en")
    grouping = group([edited(one, story="ice"), edited(other, story="ice")])
    (problem,) = grouping.problems
    assert ("twin_en.yml", 3, Severity.ERROR) == (problem.path, problem.line, problem.severity)
    assert "release_en.yml:3" in problem.message


def test_a_pin_against_a_split_is_a_problem() -> None:
    """The same two articles cannot be pinned together and kept apart."""
    one, other = load("release_en", "release_ru")
    pinned = [edited(one, story="ice", apart_from=("release_ru.txt",)), edited(other, story="ice")]
    assert [Severity.ERROR] == [problem.severity for problem in group(pinned).problems]


def test_a_split_from_an_unknown_file_is_told() -> None:
    """An editor who mistypes a name hears of it."""
    (problem,) = group([edited(load("other_ru")[0], apart_from=("no.txt",))]).problems
    assert (Severity.WARNING, "other_ru.yml", 3) == (problem.severity, problem.path, problem.line)


def test_articles_far_apart_in_time_are_not_the_same_event() -> None:
    """A visit a year later is another visit."""
    release, coverage = load("release_en", "coverage_en")
    later = replace(coverage, published=date(2027, 3, 9), event_date=date(2027, 3, 6))
    assert [(), ()] == [story.coverage for story in group([release, later]).stories]


def test_an_unsure_pair_is_told_and_not_joined() -> None:
    """Where everything agrees but the people and the places, an editor is asked."""
    (twin,) = load("twin_en")
    body = tuple(raw.case(CASES / "release_ru.txt").body[:6])
    grouping = group([twin, replace(raw.case(CASES / "release_ru.txt"), body=body)])
    assert 2 == len(grouping.stories)
    assert all(problem.severity is Severity.WARNING for problem in grouping.problems)


def test_an_empty_folder_has_no_stories() -> None:
    """Nothing in, nothing out."""
    assert stories.Grouping((), ()) == group([])


def test_names_of_stories_do_not_collide() -> None:
    """Files of one name in two folders, or with two endings, are two stories."""
    article = load("other_ru")[0]
    copies = [replace(article, source=source) for source in ("a/x.txt", "b/x.txt", "b/x.md")]
    assert {"a/x", "b/x", "b/x.txt"} == {story.story_id for story in group(copies).stories}
