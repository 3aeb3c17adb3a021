"""Which paragraphs of two versions correspond."""

from __future__ import annotations

from pathlib import Path

import pytest

import raw
from newsroom import align, languages
from newsroom.keys import Reader

CASES = Path(__file__).parent / "cases" / "stories"

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]


def beads(left: tuple[str, list[str]], right: tuple[str, list[str]]) -> Beads:
    """Return the beads between two texts, each given by its language and its paragraphs."""
    profiles = [
        Reader(languages.load(language)).profile(raw.article(f"{language}.txt", language, paragraphs))
        for language, paragraphs in (left, right)
    ]
    alignment = align.align(profiles[0], profiles[1])
    return [(bead.left, bead.right) for bead in alignment.beads]


def case(name: str) -> tuple[str, list[str]]:
    """Return the language and the paragraphs of a test case."""
    article = raw.case(CASES / f"{name}.txt")
    return article.language, [block.text for block in article.body]


def test_a_paragraph_on_one_side_only_stays_alone() -> None:
    """The Russian version ends with a paragraph that the English one lacks."""
    expected = [*(((at,), (at,)) for at in range(6)), ((), (6,))]
    assert expected == beads(case("release_en"), case("release_ru"))


def test_merged_paragraphs_are_one_bead() -> None:
    """The Kazakh version has two English paragraphs in one."""
    expected = [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,)), ((4,), (3,)), ((5,), (4,))]
    assert expected == beads(case("release_en"), case("release_kk"))


def test_a_moved_paragraph_crosses_the_others() -> None:
    """A paragraph that stands at the end of the other version still finds it, and the others keep their order."""
    language, paragraphs = case("release_ru")
    moved = [paragraphs[0], *paragraphs[2:6], paragraphs[1]]
    expected = [((0,), (0,)), ((1,), (5,)), ((2,), (1,)), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))]
    assert expected == beads(case("release_en"), (language, moved))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([], [], []),
        (["One."], [], [((0,), ())]),
        ([], ["Один."], [((), (0,))]),
        (["Hello."], ["Привет."], [((0,), (0,))]),
    ],
)
def test_empty_and_tiny_texts(left: list[str], right: list[str], expected: Beads) -> None:
    """Nothing is compared with nothing without an error."""
    assert expected == beads(("en", left), ("ru", right))


def test_every_paragraph_stands_in_exactly_one_bead() -> None:
    """Even two texts that have nothing to do with each other are told whole."""
    left, right = case("twin_en"), case("other_kk")
    found = beads(left, right)
    assert list(range(len(left[1]))) == sorted(at for bead in found for at in bead[0])
    assert list(range(len(right[1]))) == sorted(at for bead in found for at in bead[1])


def test_both_directions_say_the_same() -> None:
    """What corresponds does not depend on which version is the first."""
    one, other = case("release_en"), case("release_kk")
    assert sorted(beads(one, other)) == sorted((right, left) for left, right in beads(other, one))
