"""Addresses that never die."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import addresses
from newsroom.model import Article, Block, BlockKind, Corrections, Story

BODY = (Block(BlockKind.PARAGRAPH, "Text.", 1),)


def _article(source: str, language: str, slug: str, day: date | None, said: Corrections | None = None) -> Article:
    return Article(source, language, slug, slug, day, BODY, natural_slug=slug, natural_published=day, corrections=said)


def _story(*articles: Article) -> Story:
    first = min(articles, key=lambda article: article.source)
    return Story(first.source, MappingProxyType({article.language: article for article in articles}))


def _said(path: str, slug: str, *, line: int = 1, aliases: tuple[str, ...] = ()) -> Corrections:
    lines = MappingProxyType({"slug": line})
    return Corrections(path, MappingProxyType({}), lines, slug=slug, aliases=aliases)


def test_the_earliest_version_gives_the_address_and_the_others_lead_there() -> None:
    """The story lives where its earliest version would; what the undated version would have had redirects."""
    story = _story(_article("b", "en", "visit", None), _article("a", "ru", "vizit", date(2026, 1, 13)))
    found, problems = addresses.assign([story])
    assert {"a": addresses.Address("news/2026/vizit", ("news/undated/visit",))} == found
    assert () == problems


def test_an_editors_slug_keeps_the_old_address_alive() -> None:
    """With a sidecar's slug and aliases the story moves, and everything it was called before leads there."""
    said = _said("a.yml", "mons", aliases=("news/2025/older/",))
    found, _ = addresses.assign([_story(_article("a", "ru", "vizit", date(2026, 1, 13), said))])
    assert {"a": addresses.Address("news/2026/mons", ("news/2025/older", "news/2026/vizit"))} == found


def test_a_text_that_is_not_shown_leads_to_the_one_in_its_place() -> None:
    """The own address of a superseded text, its editor's slug and its aliases all redirect; a shared one stays."""
    day = date(2025, 12, 30)
    older = replace(_article("a", "en", "trip", day, _said("a.yml", "mons", aliases=("news/2024/x",))), replaced_by="c")
    twin = replace(_article("b", "en", "visit", date(2026, 1, 2)), replaced_by="c")
    found, problems = addresses.assign([_story(_article("c", "en", "visit", date(2026, 1, 2)))], replaced=[older, twin])
    aliases = ("news/2024/x", "news/2025/mons", "news/2025/trip")
    assert ({"c": addresses.Address("news/2026/visit", aliases)}, ()) == (found, problems)


def test_two_stories_never_share_an_address() -> None:
    """Of two stories with one slug the file whose name comes first keeps it; the other's depends on its name only."""
    one, two = (_story(_article(name, "en", "visit", date(2026, 1, 13))) for name in ("a", "b"))
    forward, _ = addresses.assign([one, two])
    backward, _ = addresses.assign([two, one])
    assert forward == backward
    assert "news/2026/visit" == forward["a"].path
    assert "news/2026/visit-3e23e8" == forward["b"].path
    alone, _ = addresses.assign([two])
    assert "news/2026/visit" == alone["b"].path


def test_a_claimed_slug_wins_over_one_that_a_text_gives() -> None:
    """An editor's slug stands even where another text gives the same."""
    one = _story(_article("a", "en", "visit", date(2026, 1, 13)))
    two = _story(_article("b", "en", "other", date(2026, 1, 13), _said("b.yml", "visit")))
    found, problems = addresses.assign([one, two])
    assert ("news/2026/visit", ()) == (found["b"].path, problems)
    assert found["a"].path.startswith("news/2026/visit-")


def test_two_sidecars_with_one_slug_are_a_problem_on_both_sides() -> None:
    """Both editors are told, with both places."""
    one = _story(_article("a", "en", "x", None, _said("a.yml", "visit", line=3)))
    two = _story(_article("b", "en", "y", None, _said("b.yml", "visit", line=2)))
    _, problems = addresses.assign([one, two])
    assert [("a.yml", 3), ("b.yml", 2)] == [(problem.path, problem.line) for problem in problems]
    assert "b.yml:2" in problems[0].message


def test_two_slugs_for_one_story_are_a_problem() -> None:
    """Versions that want two addresses for their story are told apart by their sidecars."""
    day = date(2026, 1, 13)
    story = _story(
        _article("a", "en", "x", day, _said("a.yml", "one")), _article("b", "ru", "y", day, _said("b.yml", "two"))
    )
    _, problems = addresses.assign([story])
    assert ["b.yml"] == [problem.path for problem in problems]


LISTS = ["01", "12", "99", "page-2", "page-10", "index"]
"""Slugs that lists may need."""


@pytest.mark.parametrize("slug", LISTS)
@pytest.mark.parametrize("day", [date(2026, 1, 13), None])
def test_no_headline_gives_the_address_of_a_list(slug: str, day: date | None) -> None:
    """A text that is called like a month or a further page has another address, and none of a list leads to it."""
    found, problems = addresses.assign([_story(_article("a", "en", slug, day))])
    assert addresses.Address(f"news/{day.year if day else 'undated'}/article-{slug}", ()) == found["a"]
    assert () == problems


@pytest.mark.parametrize(
    "slug", ["1", "001", "2026", "page", "page-2-of-7", "page-two", "the-index", "undated", "people"]
)
def test_a_slug_like_that_of_a_list_belongs_to_a_story(slug: str) -> None:
    """What no list ever needs stays as it is."""
    found, _ = addresses.assign([_story(_article("a", "en", slug, date(2026, 1, 13)))])
    assert f"news/2026/{slug}" == found["a"].path


@given(st.sampled_from([*LISTS, "article-01", "page-3"]), st.sampled_from([*LISTS, "article-01", "page-3"]))
def test_no_two_addresses_meet(one: str, two: str) -> None:
    """Whatever two texts are called, their addresses are two, and neither is a list's."""
    day = date(2026, 1, 13)
    found, _ = addresses.assign([_story(_article("a", "en", one, day)), _story(_article("b", "en", two, day))])
    paths = {address.path for address in found.values()}
    assert (2, []) == (len(paths), [path for path in paths if addresses.LIST.fullmatch(path)])


@pytest.mark.parametrize(
    ("alias", "is_lists"),
    [
        ("news", True),
        ("news/", True),
        ("news/index", True),
        ("news/page-2", True),
        ("news/2026", True),
        ("news/2026/index", True),
        ("news/2026/01/", True),
        ("news/2026/01/page-2", True),
        ("news/undated/page-3", True),
        ("news/names", True),
        ("news/people/ghent", True),
        ("news/topics/science/page-2", True),
        ("news/2025/old-name", False),
        ("news/2025/01-old-name", False),
        ("news/old/0001", False),
        ("news/peoples/ghent", False),
        ("newsroom", False),
    ],
)
def test_an_alias_never_takes_the_address_of_a_list(alias: str, *, is_lists: bool) -> None:
    """An editor who wants one is told, with the line; every other address may lead to a story."""
    said = replace(_said("a.yml", "mons", aliases=(alias,)), lines=MappingProxyType({"slug": 1, "aliases": 4}))
    _, problems = addresses.assign([_story(_article("a", "en", "visit", date(2026, 1, 13), said))])
    assert [("a.yml", 4)] * is_lists == [(problem.path, problem.line) for problem in problems]


def test_an_editors_slug_never_is_a_lists() -> None:
    """The sidecar is named, and what to do."""
    said = _said("a.yml", "page-2", line=3)
    _, problems = addresses.assign([_story(_article("a", "en", "visit", date(2026, 1, 13), said))])
    expected = "slug: expected an address of a story, received 'page-2', which belongs to a list of stories"
    assert [("a.yml", 3, expected)] == [(problem.path, problem.line, problem.message) for problem in problems]
