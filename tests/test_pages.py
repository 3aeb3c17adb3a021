"""What stands in the pages' front matter."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

import yaml

from newsroom import languages, pages
from newsroom.addresses import Address
from newsroom.model import Article, Block, BlockKind, Story
from newsroom.settings import Settings

SITE = Settings(tuple(languages.load(code) for code in ("en", "ru", "kk")), "en")
DAY = date(2026, 1, 13)


def _listed(*codes: str, reader: str) -> dict[str, Any]:
    """Return how the archive in the language `reader` lists a story in the languages `codes`."""
    articles = {
        code: Article(f"{code}.txt", code, code, code, DAY, (Block(BlockKind.PARAGRAPH, f"Lead in {code}.", 1),))
        for code in codes
    }
    story = Story("s", MappingProxyType(articles))
    made = pages.make(pages.Newsroom(SITE, (story,), {"s": Address("news/2026/s", ())}))
    listed: dict[str, Any] = yaml.safe_load(made[f"{reader}/news/index.md"].split("---\n")[1])["stories"][0]
    return listed


def test_a_reader_may_prefer_another_version() -> None:
    """Where a list has no version in its own language, it knows the others that a reader may prefer."""
    listed = _listed("en", "ru", reader="kk")
    (other,) = listed["others"]
    assert ("en", "Lead in en.") == (listed["lang"], listed["description"])
    assert ("ru", "ru", "Lead in ru.") == (other["lang"], other["title"], other["description"])


def test_a_version_in_the_readers_language_has_no_rival() -> None:
    """A list in a language that the story exists in, or of a story with one version, carries no other lead."""
    assert ["others" in _listed("en", "ru", reader="ru"), "others" in _listed("en", reader="kk")] == [False, False]
