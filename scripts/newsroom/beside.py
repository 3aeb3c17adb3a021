"""What a page needs to know of another version to be read beside it: which paragraphs correspond, and what differs.

The correspondence is written as `1=1 2=2+3 4= =4`: paragraphs of the page, counted from 1 as its anchors are, an equals
sign, and the other version's; a side without a paragraph is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.front_matter import Beside, Contrast, Said

MISSING = "missing"
"""The kind of difference that is a paragraph on one side only."""
Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Paragraphs of the page, and those of the other version that correspond to them."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.model import Article, Bead, Difference, Story


def beside(article: Article, story: Story) -> tuple[Beside, ...]:
    """Return how every other version of the `story` stands to the `article`, in the order of the alignments."""
    return tuple(
        _beside(article, story, alignment.beads, languages=alignment.languages)
        for alignment in story.alignments
        if article.language in alignment.languages
    )


def _beside(article: Article, story: Story, beads: Iterable[Bead], *, languages: tuple[str, str]) -> Beside:
    mine = languages.index(article.language)
    other = story.versions[languages[1 - mine]]
    pairs = [(bead.right, bead.left) if mine else (bead.left, bead.right) for bead in beads]
    found = [difference for difference in story.differences if difference.languages == languages]
    lone = [difference.paragraphs[mine] for difference in found if difference.kind == MISSING]
    return Beside(
        lang=other.language,
        paragraphs=" ".join(map(_written, _in_order(pairs))),
        differences=tuple(_contrast(difference, (article, other), mine) for difference in found if difference.spans),
        only_here=sum(map(bool, lone)),
        only_there=len(lone) - sum(map(bool, lone)),
    )


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs in the order of the page; what it lacks stands behind what precedes it in the other version."""
    ordered = sorted((pair for pair in pairs if pair[0]), key=lambda pair: pair[0])
    for pair in sorted((pair for pair in pairs if not pair[0]), key=lambda pair: pair[1]):
        before = [at for at, placed in enumerate(ordered) if placed[1] and placed[1] < pair[1]]
        ordered.insert(max(before, key=lambda at: ordered[at][1], default=-1) + 1, pair)
    return ordered


def _written(pair: Pair) -> str:
    return "=".join("+".join(str(at + 1) for at in side) for side in pair)


def _contrast(difference: Difference, versions: tuple[Article, Article], mine: int) -> Contrast:
    """Return a difference as the page of the first of two `versions` tells it; `mine` is its side of the difference."""
    sides = []
    for version, side in zip(versions, (mine, 1 - mine), strict=True):
        at, (start, end) = difference.paragraphs[side][0], difference.spans[side]  # type: ignore[index]
        text = version.body[at].text
        sides.append(Said(paragraph=at + 1, start=start, end=end, text=text[start:end]))
    return Contrast(kind=difference.kind, here=sides[0], there=sides[1])
