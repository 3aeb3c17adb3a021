"""Find where a reader may go on from an article: whom it mentions, what else is about the same, the next story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newsroom import related
from newsroom.front_matter import Mention, Related, Spelling
from newsroom.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.front_matter import Version
    from newsroom.model import Article, Story
    from newsroom.settings import Settings
    from newsroom.subjects import Subjects

    Versions = Mapping[str, Mapping[str, Version]]

MOST = 3
"""So many other stories about the same are named at most."""


class Onward(NamedTuple):
    """What the page of an article leads to besides its other versions; None where there is nothing."""

    mentions: tuple[Mention, ...] | None
    """The listed names that occur in it."""
    tag_pages: Mapping[str, str] | None
    """Its tags that have a page, and the address of that."""
    related: tuple[Related, ...] | None
    """Other stories about the same."""
    earlier: Version | None
    """The story before it in its language."""
    later: Version | None
    """The story behind it."""


def find(
    newest_first: Sequence[Story], *, versions: Versions, subjects: Subjects, settings: Settings
) -> dict[str, Onward]:
    """Return for every article, by its source, where its page leads to.

    `versions` is a story's name to its versions by language, as other pages name them.
    """
    alike = related.find(
        [story.story_id for story in newest_first], subjects=subjects.everything, apart=_covering(newest_first)
    )
    found: dict[str, Onward] = {}
    for code in settings.codes:
        codes = (code, *(other for other in settings.codes if other != code))
        here = [story for story in newest_first if code in story.versions]
        here.sort(key=lambda story: versions[story.story_id][code].url)
        here.sort(key=lambda story: versions[story.story_id][code].date or date.min, reverse=True)
        prefix = settings.prefix(code)
        links = {one.path: Mention.to(one, codes=codes, prefix=prefix) for one in subjects.everything}
        shown = [versions[story.story_id][code] for story in here]
        for at, story in enumerate(here):
            article = story.versions[code]
            found[article.source] = Onward(
                tuple(links[one.path] for one in subjects.named.get(article.source, ())) or None,
                dict(_tag_pages(article, subjects, links)) or None,
                _offered(alike.get(story.story_id, ()), versions, codes) or None,
                earlier=shown[at + 1] if at + 1 < len(shown) else None,
                later=shown[at - 1] if at else None,
            )
    return found


def _covering(stories: Sequence[Story]) -> dict[str, set[str]]:
    """Return for every story the others that report the same event: its page names them already."""
    owners = {article.source: story.story_id for story in stories for article in story.versions.values()}
    return {story.story_id: {owners[source] for source in story.coverage if source in owners} for story in stories}


def _tag_pages(article: Article, subjects: Subjects, links: Mapping[str, Mention]) -> Iterator[tuple[str, str]]:
    """Yield the tags of an article that have a page, and its address."""
    for tag in article.tags:
        subject = subjects.tagged.get(fold(tag))
        if subject:
            yield tag, links[subject.path].url


def _offered(others: Sequence[related.Related], versions: Versions, codes: Sequence[str]) -> tuple[Related, ...]:
    """Return the stories that are named, those in the page's language before all others."""
    known = sorted(others, key=lambda other: codes[0] not in versions[other.story_id])
    return tuple(_related(other, versions, codes) for other in known[:MOST])


def _related(other: related.Related, versions: Versions, codes: Sequence[str]) -> Related:
    """Return a story as the page names it: its version in the first of the languages `codes` in which there is one."""
    offered = next(versions[other.story_id][code] for code in codes if code in versions[other.story_id])
    about = Spelling.of(other.about.called(codes)[0], here=codes[0])
    return Related(**offered.model_dump(), about=about)
