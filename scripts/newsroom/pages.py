"""Turn stories into pages: Markdown with front matter, one for every version, and one for every language without.

The front matter is validated against its schema before anything is written; the body has passed `escape`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

import yaml

from newsroom import headline
from newsroom.addresses import UNDATED
from newsroom.beside import beside
from newsroom.body import to_body
from newsroom.front_matter import AbsentPage, ArticlePage, ListingPage, Missing, StoryLine, Version, YearLine
from newsroom.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from newsroom.addresses import Address
    from newsroom.model import Article, Story
    from newsroom.settings import Settings

NEWEST = 30
"""So many stories stand on the archive's first page, and in its feeds."""

A_MINUTE = 1000
"""So many characters a minute are read: 987 in English, 986 in Russian, 1,054 in Turkish, which is nearest to Kazakh
of the 17 languages measured by Trauzettel-Klosinski et al., "Standardized Assessment of Reading Performance" (2012)."""

MACHINERY = (
    "minutes", "versions", "beside", "coverage", "absent", "aliases", "inferred", "source", "corrects", "template",
    "robots",
)  # fmt: skip
"""Keys that an editor reads last: they stand at the end of the front matter."""


class _Plain(yaml.SafeDumper):
    """YAML without anchors: a date that stands twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        return True


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Everything that the pages are made of."""

    settings: Settings
    """The site."""
    stories: tuple[Story, ...]
    """Every story."""
    addresses: Mapping[str, Address]
    """Where each story lives."""

    def story_of(self) -> dict[str, Story]:
        """Return the story of every article by its source."""
        return {article.source: story for story in self.stories for article in story.versions.values()}


def make(newsroom: Newsroom) -> dict[str, str]:
    """Return the pages of the site: path below `docs/`, with forward slashes, to the file's text."""
    owners = newsroom.story_of()
    pages: dict[str, str] = {}
    for story in newsroom.stories:
        pages.update(_story_pages(story, newsroom, owners))
    pages.update(_listings(newsroom))
    return dict(sorted(pages.items()))


def shown_date(article: Article, story: Story) -> tuple[date | None, str | None]:
    """Return the day under which an article is shown, and the language of the version it was inferred from, if any."""
    if article.published:
        return article.published, None
    dated = [version for version in story.versions.values() if version.published]
    nearest = min(dated, key=lambda version: (version.published or date.max, version.source), default=None)
    return (nearest.published, nearest.language) if nearest else (None, None)


def _story_pages(story: Story, newsroom: Newsroom, owners: Mapping[str, Story]) -> Iterator[tuple[str, str]]:
    """Yield the pages of one story: one in every language of the site."""
    address = newsroom.addresses[story.story_id]
    versions = _versions(story, newsroom)
    coverage = _coverage(story, newsroom, owners)
    for code in newsroom.settings.codes:
        missing = tuple(_missing(newsroom, address, versions, coverage))
        article = story.versions.get(code)
        common = {
            "story_id": story.story_id,
            "lang": code,
            "versions": versions,
            "coverage": coverage,
            "absent": missing,
            "aliases": [f"{alias}/" for alias in address.aliases],
        }
        if article:
            page: BaseModel = _article_page(article, story, address, common)
        else:
            state = next(one.state for one in missing if one.lang == code)
            day, _ = shown_date(story.earliest, story)
            first = story.earliest
            page = AbsentPage(title=first.headline, title_lang=first.language, date=day, state=state, **common)
        yield f"{code}/{address.path}.md", _render(page, to_body(article.body) if article else "")


def _article_page(article: Article, story: Story, address: Address, common: Mapping[str, object]) -> ArticlePage:
    day, day_from = shown_date(article, story)
    inferred = {name for name, evidence in article.evidence.items() if evidence.inferred}
    return ArticlePage(
        title=article.headline,
        description=_describe(article),
        date=day,
        date_from=day_from,
        updated=article.updated,
        corrected=article.corrected,
        first_published=article.first_published,
        event_date=article.event_date,
        slug=address.slug,
        authors=article.authors,
        agency=article.agency,
        photo_credit=article.photo_credit,
        dateline=article.dateline,
        dateline_place=article.dateline_place,
        section=article.section,
        tags=article.tags,
        source=article.source,
        corrects=article.corrects or None,
        source_url=article.source_url,
        original=True if article.language == story.original else None,
        translator=article.translator,
        translated_from=article.translated_from,
        minutes=max(1, round(sum(len(block.text) for block in article.body) / A_MINUTE)),
        beside=beside(article, story),
        inferred=sorted(inferred | ({"date"} if day_from else set())),
        **common,
    )


def _describe(article: Article) -> str:
    texts = [block.text for block in article.body if block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}]
    return headline.describe((texts or [article.body[0].text])[0])


def _version(article: Article, story: Story, newsroom: Newsroom) -> Version:
    """Return what other pages say of an article: where it is, and what it is called."""
    return Version(
        lang=article.language,
        title=article.headline,
        url=newsroom.settings.prefix(article.language) + newsroom.addresses[story.story_id].url,
        date=shown_date(article, story)[0],
        translation=_translation(article, story),
    )


def _translation(article: Article, story: Story) -> Literal["original", "translation"] | None:
    """Return which of the two an article is among the versions of its story, where that is said."""
    if article.language == story.original:
        return "original"
    return "translation" if article.language in story.translations else None


def _versions(story: Story, newsroom: Newsroom) -> tuple[Version, ...]:
    codes = newsroom.settings.codes
    return tuple(_version(story.versions[code], story, newsroom) for code in codes if code in story.versions)


def _coverage(story: Story, newsroom: Newsroom, owners: Mapping[str, Story]) -> tuple[Version, ...]:
    """Return the articles by others on the same event, in the order of the site's languages and of their files."""
    found = [(owners[source], source) for source in story.coverage if source in owners]
    articles = [
        (article, owner) for owner, source in found for article in owner.versions.values() if article.source == source
    ]
    order = newsroom.settings.codes.index
    articles.sort(key=lambda pair: (order(pair[0].language), pair[0].source))
    return tuple(_version(article, owner, newsroom) for article, owner in articles)


def _missing(
    newsroom: Newsroom, address: Address, versions: Sequence[Version], coverage: Sequence[Version]
) -> Iterator[Missing]:
    """Yield the languages that the story lacks, and whether an account of the same event exists in them."""
    existing, covered = {version.lang for version in versions}, {version.lang for version in coverage}
    for code in newsroom.settings.codes:
        if code not in existing:
            url = newsroom.settings.prefix(code) + address.url
            yield Missing(lang=code, url=url, state="coverage" if code in covered else "absent")


def _listings(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    """Yield the archive of every language: its newest stories, and a page for every year."""
    dated = [(shown_date(story.earliest, story)[0], story) for story in newsroom.stories]
    dated.sort(key=lambda pair: newsroom.addresses[pair[1].story_id].path)
    dated.sort(key=lambda pair: pair[0] or date.min, reverse=True)
    years: dict[str, list[Story]] = {}
    for _, story in dated:
        years.setdefault(newsroom.addresses[story.story_id].path.split("/")[1], []).append(story)
    for code in newsroom.settings.codes:
        yield from _listings_in(code, newsroom, [story for _, story in dated], years)


def _listings_in(
    code: str, newsroom: Newsroom, newest: Sequence[Story], years: Mapping[str, Sequence[Story]]
) -> Iterator[tuple[str, str]]:
    prefix = newsroom.settings.prefix(code)
    order = sorted(years, key=lambda year: (year != UNDATED, year), reverse=True)
    table = tuple(
        YearLine(year=None if year == UNDATED else int(year), url=f"{prefix}news/{year}/", count=len(years[year]))
        for year in order
    )
    lines = tuple(_line(story, code, newsroom) for story in newest[:NEWEST])
    fed = tuple(_fed(newest, code, newsroom))[:NEWEST] or None
    yield f"{code}/news/index.md", _render(ListingPage(lang=code, years=table, stories=lines, feed=fed), "")
    for year, stories in years.items():
        page = ListingPage(
            lang=code,
            year=None if year == UNDATED else int(year),
            undated=True if year == UNDATED else None,
            years=table,
            stories=tuple(_line(story, code, newsroom) for story in stories),
        )
        yield f"{code}/news/{year}/index.md", _render(page, "")


def _fed(stories: Iterable[Story], code: str, newsroom: Newsroom) -> Iterator[str]:
    """Yield the addresses of what a feed in the language `code` holds of `stories`: their versions in it."""
    for story in stories:
        if code in story.versions:
            yield newsroom.settings.prefix(code) + newsroom.addresses[story.story_id].url


def _line(story: Story, code: str, newsroom: Newsroom) -> StoryLine:
    """Return a story's entry in a list for readers of the language `code`: that version, or the first that exists."""
    versions = _versions(story, newsroom)
    offered = next((version for version in versions if version.lang == code), versions[0])
    return StoryLine(
        **offered.model_dump(),
        description=_describe(story.versions[offered.lang]),
        versions=versions,
        coverage=True if story.coverage else None,
        leads=None if offered.lang == code else _other_leads(story, offered) or None,
    )


def _other_leads(story: Story, offered: Version) -> dict[str, str]:
    """Return the leads of the versions beside the one that a list offers, by language."""
    return {code: _describe(article) for code, article in sorted(story.versions.items()) if code != offered.lang}


def _render(page: BaseModel, body: str) -> str:
    """Return a page's text: YAML front matter, an empty line, the body."""
    values = page.model_dump(exclude_none=True)
    values |= {name: values.pop(name) for name in MACHINERY if name in values}
    head = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{head}---\n\n{body}" if body else f"---\n{head}---\n"
