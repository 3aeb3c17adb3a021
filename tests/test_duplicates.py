"""Articles that stand in the folder twice, and earlier texts that a later one corrects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import raw
from newsroom import duplicates, languages
from newsroom.model import Corrections, Severity, Status

if TYPE_CHECKING:
    from newsroom.model import Article, Problem

CASES = Path(__file__).parent / "cases" / "duplicates"
LANGUAGES = tuple(languages.load(code) for code in ("en", "ru", "kk"))

SUPERSEDED = ("superseded", "published", "taken for a correction of 1.txt, which is not shown any more: ")
DOUBLED = ("published", "duplicate", "expected a new article, received the words of 1.txt again")
UNSURE = ("published", "published", "nearly the same text as 1.txt, and both are shown: ")
APART = ("published", "published", "")

RELATIONS = {
    "number_fixed": SUPERSEDED,
    "name_fixed": SUPERSEDED,
    "date_fixed": SUPERSEDED,
    "headline_fixed": SUPERSEDED,
    "paragraph_added": SUPERSEDED,
    "paragraph_removed": SUPERSEDED,
    "sentence_restored": SUPERSEDED,
    "announced": SUPERSEDED,
    "announced_late": SUPERSEDED,
    "headline_other": DOUBLED,
    "same_day": UNSURE,
    "undated": UNSURE,
    "late": UNSURE,
    "appointment": UNSURE,
    "template_twin": APART,
    "yearly_twin": APART,
    "next_day": APART,
    "daily_rates": APART,
    "follow_up": APART,
    "whole_background": APART,
}
"""Case, what becomes of its two articles, and how the message about them begins."""


def load(name: str) -> list[Article]:
    """Return the two articles of a case, the earlier file first."""
    found = []
    for path in sorted((CASES / name).glob("*.txt")):
        head = dict(line.split(": ", 1) for line in path.read_text("utf-8").partition("\n\n")[0].splitlines())
        updated = date.fromisoformat(head["updated"]) if "updated" in head else None
        found.append(replace(raw.case(path), updated=updated))
    return found


def aside(*articles: Article) -> tuple[dict[str, Article], tuple[Problem, ...]]:
    """Return what became of the articles by their sources, and the problems."""
    found, problems = duplicates.set_aside(articles, languages=LANGUAGES)
    return {article.source: article for article in found}, problems


def edited(article: Article, **said: object) -> Article:
    """Return `article` with what an editor said on line 3 of a sidecar."""
    name = article.source.replace(".txt", ".yml")
    return replace(article, corrections=Corrections(name, {}, dict.fromkeys(said, 3), **said))  # type: ignore[arg-type]


def statuses(*articles: Article) -> list[str]:
    """Return what became of the articles, in the order of their sources."""
    return [str(article.status) for article in aside(*articles)[0].values()]


def test_every_case_is_tried() -> None:
    """No case lies there that no test reads."""
    assert sorted(path.name for path in CASES.iterdir()) == sorted(RELATIONS)


@pytest.mark.parametrize("name", RELATIONS)
def test_a_correction_is_told_from_a_twin(name: str) -> None:
    """What a later text changes decides: a correction leaves the story as it is, a twin tells another one."""
    first, second, message = RELATIONS[name]
    found, problems = aside(*load(name))
    assert {"1.txt": first, "2.txt": second} == {source: article.status for source, article in found.items()}
    assert ([(Severity.WARNING, "2.txt")] if message else []) == [(one.severity, one.path) for one in problems]
    assert all(problem.message.startswith(message) for problem in problems)


@pytest.mark.parametrize("name", RELATIONS)
def test_the_order_of_the_articles_does_not_matter(name: str) -> None:
    """The same articles give the same answer."""
    one, other = load(name)
    assert aside(one, other) == aside(other, one)


def test_a_correction_says_what_it_corrects_and_when() -> None:
    """The later text carries the file, the day of the correction, the day of the first text, and the evidence."""
    found, problems = aside(*load("number_fixed"))
    one = found["2.txt"]
    assert (("1.txt",), date(2026, 3, 6), date(2026, 3, 4)) == (one.corrects, one.corrected, one.first_published)
    assert ("duplicates", True) == (one.evidence["corrected"].rule, one.evidence["corrected"].inferred)
    assert "2.txt" == found["1.txt"].replaced_by
    assert "“120” became “150”" in problems[0].message


def test_the_day_of_a_change_is_the_day_of_the_correction() -> None:
    """Two texts of one day of publication are told apart by the day of the last change; nothing was first elsewhere."""
    found, _ = aside(*load("name_fixed"))
    assert (date(2026, 2, 12), None) == (found["2.txt"].corrected, found["2.txt"].first_published)


def test_a_text_that_says_so_is_no_inference() -> None:
    """The note of a correction in the text is evidence, and gives the order where no day does."""
    found, _ = aside(*load("announced"))
    one = found["2.txt"]
    assert (None, ("1.txt",), False) == (one.corrected, one.corrects, one.evidence["corrected"].inferred)


def test_the_last_of_several_corrections_is_shown() -> None:
    """Three texts of one article: the latest takes the place of both, whatever the names of the files."""
    older, newer = load("number_fixed")
    texts = [block.text.replace("310", "311") for block in newer.body]
    latest = replace(raw.article("0.txt", "ru", texts), title=newer.title, published=date(2026, 3, 9))
    for order in permutations((older, newer, latest)):
        found, _ = aside(*order)
        assert ["published", "superseded", "superseded"] == [str(one.status) for one in found.values()]
        assert ("1.txt", "2.txt") == found["0.txt"].corrects
        assert {"0.txt"} == {found["1.txt"].replaced_by, found["2.txt"].replaced_by}


def test_a_duplicate_of_a_corrected_text_leads_to_the_correction() -> None:
    """What stands there twice and is corrected once has one page."""
    older, newer = load("number_fixed")
    found, _ = aside(older, newer, replace(older, source="3.txt"))
    assert [Status.SUPERSEDED, Status.PUBLISHED, Status.DUPLICATE] == [one.status for one in found.values()]
    assert ("2.txt", ("1.txt",)) == (found["3.txt"].replaced_by, found["2.txt"].corrects)


def test_marks_and_paragraphs_make_no_other_words() -> None:
    """A copy with other quotation marks, capitals and line breaks is a duplicate."""
    one, _ = load("number_fixed")
    texts = [" ".join(block.text for block in one.body).upper().replace("«", '"').replace("»", '"')]
    assert ["published", "duplicate"] == statuses(
        one, replace(raw.article("2.txt", "ru", texts), title=one.title, published=date(2026, 3, 9))
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"apart_from": ("1.txt",)}, ["published", "published"]),
        ({"corrects": ("1.txt",)}, ["superseded", "published"]),
    ],
)
@pytest.mark.parametrize("name", ["number_fixed", "headline_other", "same_day", "late"])
def test_an_editor_has_the_last_word(name: str, said: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    """`apart_from` keeps what is nearly the same, `corrects` decides what is not clear; nothing is left to ask."""
    one, other = load(name)
    found, problems = aside(one, edited(other, **said))
    assert (expected, ()) == ([str(article.status) for article in found.values()], problems)


def test_an_editor_says_what_no_program_can() -> None:
    """`corrects` stands over any difference, and the line of the sidecar is the evidence."""
    one, other = load("template_twin")
    found, problems = aside(edited(one, corrects=("2.txt",)), other)
    assert ("superseded", "1.txt", ()) == (found["2.txt"].status, found["2.txt"].replaced_by, problems)
    assert ("sidecar", 3) == (found["1.txt"].evidence["corrected"].rule, found["1.txt"].evidence["corrected"].line)


def test_story_pins_keep_apart_and_together() -> None:
    """Two names are two stories; one name for two texts that are only half alike makes the later one a correction."""
    one, other = load("number_fixed")
    assert ["published", "published"] == statuses(edited(one, story="a"), edited(other, story="b"))
    one, other = load("follow_up")
    assert ["superseded", "published"] == statuses(edited(one, story="a"), edited(other, story="a"))


def test_what_belongs_to_the_story_outlives_the_text() -> None:
    """The pin and the slug beside the earlier text hold for the later one, whose own editor's word stands first."""
    one, other = load("number_fixed")
    one = edited(one, story="water", slug="namur-water", original=True)
    said = aside(one, other)[0]["2.txt"].corrections
    assert said
    assert ("water", "namur-water", None) == (said.story, said.slug, said.original)
    said = aside(one, edited(other, slug="water-forum"))[0]["2.txt"].corrections
    assert said
    assert ("water", "water-forum") == (said.story, said.slug)


WRONG = {
    "3.txt": "corrects: expected the name of an article's file, received '3.txt'",
    "2.txt": "corrects: expected another article, received this one",
    "kk.txt": "corrects: expected a text in 'ru' like this one, received kk.txt in 'kk'",
}
"""What an editor may name wrongly, and what is said to that."""


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_claim_blocks_the_build(name: str) -> None:
    """A file that is not there, the article itself and another language are errors with the sidecar's line."""
    one, other = load("number_fixed")
    foreign = replace(load("name_fixed")[0], source="kk.txt")
    _, problems = aside(one, edited(other, corrects=(name,)), foreign)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert [("2.yml", 3, WRONG[name])] == [(error.path, error.line, error.message) for error in errors]


def test_claims_that_contradict_each_other_block_the_build() -> None:
    """Two articles can't correct each other, nor two the same one."""
    one, other = load("number_fixed")
    _, problems = aside(edited(one, corrects=("2.txt",)), edited(other, corrects=("1.txt",)))
    assert [("2.yml", "corrects: 1.txt corrects this article itself")] == [(one.path, one.message) for one in problems]
    third = replace(other, source="3.txt", published=date(2026, 3, 9))
    _, problems = aside(one, edited(other, corrects=("1.txt",)), edited(third, corrects=("1.txt",)))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert ["corrects: 1.txt is corrected by 2.txt already"] == [error.message for error in errors]


def test_texts_from_two_publishers_are_not_taken_for_one() -> None:
    """What another outlet prints with small changes corrects nothing."""
    one, other = load("number_fixed")
    one, other = (
        replace(article, source_url=f"https://{host}/1")
        for article, host in ((one, "one.example"), (other, "two.example"))
    )
    found, problems = aside(one, other)
    assert {Status.PUBLISHED} == {article.status for article in found.values()}
    assert "one is from one.example, the other from two.example" in problems[0].message


def test_a_template_of_many_articles_is_found_in_none() -> None:
    """Forty releases of one template stay forty, and a correction among them is found."""
    template = load("template_twin")[0]
    names = [chr(ord("a") + number % 26) + chr(ord("a") + number // 26) for number in range(40)]
    many = [
        replace(
            template,
            source=f"{number:02}.txt",
            published=date(2026, 1, 1 + number % 28),
            body=tuple(
                replace(
                    block,
                    text=block.text.replace("Hasselt", f"Mo{name}burg")
                    .replace("Els Janssens", f"Ku{name}a Ro{name}er")
                    .replace("41", str(51 + 3 * number))
                    .replace("120", str(221 + 7 * number))
                    .replace("October 2026", f"{1 + number % 28} March {2027 + number}"),
                )
                for block in template.body
            ),
        )
        for number, name in enumerate(names)
    ]
    last = many[-1]
    texts = [block.text.replace("More than 30 foreign", "More than 40 foreign") for block in last.body]
    fixed = replace(
        last,
        source="99.txt",
        published=date(2026, 2, 1),
        body=tuple(replace(block, text=text) for block, text in zip(last.body, texts, strict=True)),
    )
    found, _ = aside(*many, fixed)
    assert {"39.txt"} == {article.source for article in found.values() if article.status is not Status.PUBLISHED}


def test_a_series_is_asked_about_once() -> None:
    """A notice that comes every day with another number is no flood of questions."""
    text = "The library of Mons lent {} books to its readers yesterday, among them many in Russian and in French."
    many = [raw.article(f"{at:02}.txt", "en", [text.format(300 + at)], published=date(2026, 3, 1)) for at in range(20)]
    found, problems = aside(*many)
    assert {Status.PUBLISHED} == {article.status for article in found.values()}
    (problem,) = problems
    assert problem.message.endswith("they seem to be of a series")
