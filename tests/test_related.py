"""Stories about the same."""

from __future__ import annotations

import pytest

from newsroom import related
from newsroom.subjects import Subject

STORIES = [f"s{number:03}" for number in range(100)]


def subject(name: str, *numbers: int) -> Subject:
    """Return a topic of the stories with these numbers."""
    return Subject("topic", name, {"en": (name,)}, frozenset(STORIES[number] for number in numbers))


def nearest(number: int, *found: Subject, apart: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """Return what is related to the story with this number, and why."""
    stands_apart = {STORIES[number]: {STORIES[other] for other in apart}}
    others = related.find(STORIES, subjects=found, apart=stands_apart).get(STORIES[number], ())
    return [(other.story_id, other.about.subject_id) for other in others]


def test_what_fewest_share_counts_most() -> None:
    """A name of three stories says more than one of ten, and two of them more than one."""
    common, rare, other = subject("common", *range(10)), subject("rare", 0, 7, 9), subject("other", 0, 9, 50)
    assert [("s009", "other"), ("s007", "rare"), ("s050", "other")] == nearest(0, common, rare, other)[:3]
    assert ("s001", "common") == nearest(0, common, rare, other)[3]


def test_of_equals_the_nearer_in_time_comes_first() -> None:
    """And of two as near, the newer."""
    assert ["s051", "s048", "s053", "s020"] == [one for one, _ in nearest(50, subject("a", 20, 48, 50, 51, 53))]
    assert ["s049", "s051"] == [one for one, _ in nearest(50, subject("a", 49, 50, 51))]


@pytest.mark.parametrize("apart", [(), (7,), (7, 9)])
def test_what_the_page_shows_already_is_left_out(apart: tuple[int, ...]) -> None:
    """Accounts of the same event stand elsewhere on the page; the story itself is never its own relative."""
    expected = [STORIES[other] for other in (7, 9) if other not in apart]
    assert expected == [one for one, _ in nearest(0, subject("a", 0, 7, 9), apart=apart)]


def test_what_all_are_about_says_nothing() -> None:
    """More than a tenth of all stories share nothing worth telling; of few stories, two do, but not all."""
    assert [] == nearest(0, subject("a", *range(11)))
    assert 8 == len(nearest(0, subject("a", *range(10))))
    two = Subject("place", "x", {"en": ("x",)}, frozenset(STORIES[:2]))
    assert {} == related.find(STORIES[:2], subjects=[two], apart={})
    assert {"s000", "s001"} == related.find(STORIES[:3], subjects=[two], apart={}).keys()


def test_the_cost_of_a_story_has_a_bound() -> None:
    """Of a subject with very many stories only those beside a story are looked at."""
    many = [f"s{number:05}" for number in range(20_000)]
    shared = Subject("topic", "a", {"en": ("a",)}, frozenset(many[::10]))
    found = related.find(many, subjects=[shared], apart={})
    assert related.MOST == len(found["s10000"])
    assert ["s09990", "s10010"] == [one.story_id for one in found["s10000"][:2]]
