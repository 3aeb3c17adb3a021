"""Find articles that stand in the folder twice, word for word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.model import Article


def set_aside(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles, those marked as duplicates whose words an earlier file has, and a warning for each.

    The file whose name comes first is published.
    """
    first: dict[tuple[str, ...], Article] = {}
    marked: list[Article] = []
    problems: list[Problem] = []
    for article in sorted(articles, key=lambda article: article.source):
        original = first.setdefault(_words(article), article)
        if original is article or article.status is not Status.PUBLISHED:
            marked.append(article)
            continue
        marked.append(replace(article, status=Status.DUPLICATE))
        message = f"expected a new article, received the words of {original.source} again; it is not published twice"
        problems.append(Problem(article.source, 1, Severity.WARNING, message, "Remove one of the two files."))
    return tuple(marked), tuple(problems)


def _words(article: Article) -> tuple[str, ...]:
    """Return what makes two articles the same; a rejected one is the same as no other."""
    if article.status is not Status.PUBLISHED:
        return (article.source,)
    return (article.language, *(" ".join(block.text.casefold().split()) for block in article.body))
