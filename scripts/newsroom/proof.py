"""Prove that nothing of a source is lost: its words are those of the body, of the fields and of what is left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.model import Article
    from newsroom.take_apart import Taken

WORD = re.compile(r"[^\W_]+")


class LostWordsError(AssertionError):
    """Words of a source are missing, or words appeared that it does not have: a fault of the program."""


def prove(lines: Sequence[str], taken: Taken) -> None:
    """Compare the words of `lines`, as normalised by `read`, with all the places they may have gone to.

    Raises `LostWordsError` with the words that are missing and those that came from nowhere.
    """
    article = taken.article
    fields = _words(_values(article))
    if nowhere := {word: 1 for word in _words(taken.kept) if word not in fields}:
        message = f"{article.source}: words said to be in a field that are in none: {', '.join(sorted(nowhere))}"
        raise LostWordsError(message)
    blocks = [f"{block.marker} {block.text}" for block in article.body]
    left_out = [piece.text for piece in article.left_out]
    there, here = _words(lines), _words([*blocks, *taken.kept, *left_out])
    if there != here:
        lost, invented = _listed(there - here), _listed(here - there)
        message = f"{article.source}: words lost: {lost}; words invented: {invented}"
        raise LostWordsError(message)


def _values(article: Article) -> list[str]:
    """Return the texts of the article's fields."""
    single = (article.title, article.dateline, article.dateline_place, article.agency, article.photo_credit)
    others = (article.section, article.source_url, article.translator)
    return [value for value in (*single, *others, *article.authors, *article.tags) if value]


def _listed(words: Counter[str]) -> str:
    return ", ".join(sorted(words.elements())) or "none"


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in WORD.findall(text))
