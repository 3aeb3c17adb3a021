"""What editors said about two articles in one language: that one corrects the other, or that they stand apart."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.model import Article, Corrections


@dataclass(frozen=True, slots=True)
class Claims:
    """The editors' word."""

    corrected_by: Mapping[str, str]
    """Source of a text to the source of the one that corrects it."""
    apart: frozenset[tuple[str, str]]
    """Pairs of sources that an editor keeps apart, in alphabetical order."""
    stories: Mapping[str, str]
    """Source to the name of the story to which an editor pins it."""
    problems: tuple[Problem, ...]
    """Corrections of files that are not there, that contradict each other, or that are in another language."""

    def part(self, one: str, other: str) -> bool:
        """Say whether an editor wants two articles as two."""
        pins = {self.stories[source] for source in (one, other) if source in self.stories}
        return len(pins) > 1 or (min(one, other), max(one, other)) in self.apart

    def join(self, one: str, other: str) -> bool:
        """Say whether an editor pinned both to one story."""
        return one in self.stories and self.stories[one] == self.stories.get(other)


def read(articles: Sequence[Article]) -> Claims:
    """Return what the corrections of `articles`, which are in the order of their sources, say of one another."""
    known = {article.source: article for article in articles}
    problems: list[Problem] = []
    corrected_by: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for article, said in _said(articles):
        apart |= {(min(article.source, other), max(article.source, other)) for other in said.apart_from}
        for older in said.corrects:
            wrong = _wrong(article, said, older, known, corrected_by)
            if wrong:
                problems.append(wrong)
            else:
                corrected_by[older] = article.source
    stories = {article.source: said.story for article, said in _said(articles) if said.story}
    return Claims(corrected_by, frozenset(apart), stories, tuple(problems))


def inherit(heir: Corrections | None, earlier: Sequence[Corrections]) -> Corrections | None:
    """Return what is said of an article that takes the place of others: its own editor's word, and then theirs.

    A pin, a slug and what keeps it apart belong to the story, and outlive the text beside which they were written.
    `earlier` are the others' corrections, the latest first.
    """
    for said in earlier:
        if heir is None:
            heir = replace(said, fields={}, language=None, aliases=(), original=None, corrects=())
        heir = replace(
            heir,
            story=heir.story or said.story,
            slug=heir.slug or said.slug,
            apart_from=heir.apart_from or said.apart_from,
        )
    return heir


def _said(articles: Sequence[Article]) -> Iterator[tuple[Article, Corrections]]:
    for article in articles:
        if article.corrections:
            yield article, article.corrections


def _wrong(
    article: Article,
    said: Corrections,
    older: str,
    known: Mapping[str, Article],
    corrected_by: Mapping[str, str],
) -> Problem | None:
    """Return what is wrong with the claim that `article` corrects `older`, if anything."""
    if older not in known:
        return _unknown(said, older, known)
    if older == article.source:
        return _problem(said, "expected another article, received this one", "Name the file with the earlier text.")
    its = known[older]
    if its.status is not Status.REJECTED and its.language != article.language:
        message = f"expected a text in {article.language!r} like this one, received {older} in {its.language!r}"
        return _problem(said, message, "Name the earlier text in this language; translations need no `corrects:`.")
    if older in corrected_by:
        message = f"{older} is corrected by {corrected_by[older]} already"
        return _problem(said, message, "Let the latest text correct the one before it, and that one the one before.")
    if older in _chain(article.source, corrected_by):
        message = f"{older} corrects this article itself"
        return _problem(said, message, "Remove one of the two lines: only the later text corrects the earlier one.")
    return None


def _chain(source: str, corrected_by: Mapping[str, str]) -> Iterator[str]:
    """Yield the texts that correct `source`, one after the other."""
    while source in corrected_by:
        source = corrected_by[source]
        yield source


def _unknown(said: Corrections, older: str, known: Mapping[str, Article]) -> Problem:
    near = difflib.get_close_matches(older, known, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    remedy = f"{hint}Write the file's name as it stands in the articles' folder, with its ending."
    return _problem(said, f"expected the name of an article's file, received {older!r}", remedy)


def _problem(said: Corrections, message: str, remedy: str) -> Problem:
    return Problem(said.path, said.lines.get("corrects", 1), Severity.ERROR, f"corrects: {message}", remedy)
