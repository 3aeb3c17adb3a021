"""Find out which listed names occur in each article: in its text, its headline, and the fields around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.keys import Register
from newsroom.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.languages import Language
    from newsroom.model import Article
    from newsroom.names import Name


def find(
    articles: Iterable[Article], *, languages: Sequence[Language], names: Sequence[Name]
) -> dict[str, tuple[str, ...]]:
    """Return for every article, by its source, the entries of `names` that occur in it, the first to occur first.

    A name occurs where its words stand in any form (see `keys.register`), and where a tag is one of its spellings.
    Every article must be in one of the `languages`; `KeyError` otherwise.
    """
    if not names:
        return {}
    registers = {language.code: Register(language, names) for language in languages}
    spelled = {fold(spelling): name.name_id for name in names for spelling in name.every_spelling}
    return {
        article.source: tuple(dict.fromkeys(_found(article, registers[article.language], spelled)))
        for article in articles
    }


def _found(article: Article, register: Register, spelled: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of one article, each as often as it stands there."""
    for text in _texts(article):
        yield from register.names(text)
    yield from (spelled[fold(tag)] for tag in article.tags if fold(tag) in spelled)


def _texts(article: Article) -> Iterator[str]:
    """Yield everything that is shown of what an article says; whose picture it is says nothing of the story."""
    yield article.headline
    yield from (block.text for block in article.body)
    yield from (text for text in (article.dateline_place, article.agency, article.section) if text)
    yield from article.authors
    yield from article.tags
