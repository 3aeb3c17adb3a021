"""What editors said about which articles belong together: their word goes before anything inferred."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.model import Article, Corrections


@dataclass(frozen=True, slots=True)
class Pins:
    """The editors' pins, as indexes into the articles."""

    together: tuple[tuple[str, tuple[int, ...]], ...]
    """Name of a story and its articles, no two of them in one language."""
    apart: frozenset[tuple[int, int]]
    """Pairs that must never share a story, the smaller index first."""
    problems: tuple[Problem, ...]
    """Pins that contradict each other."""

    def forbid(self, one: int, other: int) -> bool:
        """Say whether an editor keeps two articles apart."""
        return (min(one, other), max(one, other)) in self.apart


def read(articles: Sequence[Article]) -> Pins:
    """Return what the corrections of `articles`, which are in the order of their sources, say of stories."""
    at = {article.source: index for index, article in enumerate(articles)}
    apart, problems = set(), []
    for index, article in enumerate(articles):
        for source in article.corrections.apart_from if article.corrections else ():
            other = at.get(source)
            if other is None or other == index:
                problems.append(_unknown(article, source))
            else:
                apart.add((min(index, other), max(index, other)))
    groups: dict[str, list[int]] = defaultdict(list)
    for index, article in enumerate(articles):
        if article.corrections and article.corrections.story:
            groups[article.corrections.story].append(index)
    together = []
    for name in sorted(groups):
        kept: list[int] = []
        for index in groups[name]:
            clash = list(_clashes(articles, apart, index, kept))
            problems += clash
            if not clash:
                kept.append(index)
        together.append((name, tuple(kept)))
    return Pins(tuple(together), frozenset(apart), tuple(problems))


def _clashes(
    articles: Sequence[Article], apart: set[tuple[int, int]], index: int, kept: Iterable[int]
) -> Iterator[Problem]:
    """Yield what speaks against pinning the article at `index` to the articles `kept` so far."""
    mine = articles[index]
    for other in kept:
        its = articles[other]
        if mine.language == its.language:
            reason = f"two articles in {mine.language!r} are pinned to one story, expected one a language"
            yield _clash(mine, its, reason, "give one of them another `story:` name, or none")
        elif (min(index, other), max(index, other)) in apart:
            reason = "these articles are pinned to one story and kept apart by `apart_from:`"
            yield _clash(mine, its, reason, "remove one of the two: `story:` or `apart_from:`")


def _clash(mine: Article, its: Article, reason: str, remedy: str) -> Problem:
    here, there = _corrections(mine), _corrections(its)
    message = f"{here.story!r}: {reason}; the other is {its.source} ({there.path}:{there.lines.get('story', 1)})"
    return Problem(here.path, here.lines.get("story", 1), Severity.ERROR, message, remedy)


def _unknown(article: Article, source: str) -> Problem:
    corrections = _corrections(article)
    message = f"`apart_from:` expected the name of another published article, received {source!r}"
    remedy = "write the file's name as it stands in the articles' folder, or remove the entry"
    return Problem(corrections.path, corrections.lines.get("apart_from", 1), Severity.WARNING, message, remedy)


def _corrections(article: Article) -> Corrections:
    """Return the corrections of an article that has some."""
    if article.corrections is None:
        message = f"{article.source}: expected corrections"
        raise ValueError(message)
    return article.corrections
