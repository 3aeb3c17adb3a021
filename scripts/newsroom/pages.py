"""Turn stories into pages: Markdown with front matter, one for every version, and one for every language without.

The front matter is validated against its schema before anything is written; the body has passed `escape`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

import yaml

from newsroom import headline, listings, onward
from newsroom.beside import beside
from newsroom.body import to_body
from newsroom.front_matter import AbsentPage, ArticlePage, Missing, Offer, StoryLine, Version
from newsroom.listings import Entry
from newsroom.model import BlockKind
from newsroom.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from newsroom.addresses import Address
    from newsroom.model import Article, Story
    from newsroom.onward import Onward
    from newsroom.settings import Settings

A_MINUTE = 1000
"""So many characters a minute are read: 987 in English, 986 in Russian, 1,054 in Turkish, which is nearest to Kazakh
of the 17 languages measured by Trauzettel-Klosinski et al., "Standardized Assessment of Reading Performance" (2012)."""

MACHINERY = (
    "minutes", "versions", "beside", "coverage", "absent", "aliases", "inferred", "source", "corrects", "mentions",
    "tag_pages", "related", "earlier", "later", "template", "robots",
)  # fmt: skip
"""Keys that an editor reads last: they stand at the end of the front matter."""


class _Plain(yaml.CSafeDumper):
    """YAML without anchors: a date that stands twice is written twice. By libyaml, in a third of the time."""

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
    subjects: Subjects = field(default_factory=Subjects)
    """Whom and what they mention that has a page of its own."""

    def story_of(self) -> dict[str, Story]:
        """Return the story of every article by its source."""
        return {article.source: story for story in self.stories for article in story.versions.values()}


def make(newsroom: Newsroom) -> dict[str, str]:
    """Return the pages of the site: path below `docs/`, with forward slashes, to the file's text."""
    owners = newsroom.story_of()
    newest_first = _newest_first(newsroom)
    leads_to = _onward(newsroom, newest_first)
    pages: dict[str, str] = {}
    for story in newsroom.stories:
        pages.update(_story_pages(story, newsroom, owners, leads_to))
    pages.update((path, _render(page, "")) for path, page in _lists(newsroom, newest_first))
    return dict(sorted(pages.items()))


def shown_date(article: Article, story: Story) -> tuple[date | None, str | None]:
    """Return the day under which an article is shown, and the language of the version it was inferred from, if any."""
    if article.published:
        return article.published, None
    dated = [version for version in story.versions.values() if version.published]
    nearest = min(dated, key=lambda version: (version.published or date.max, version.source), default=None)
    return (nearest.published, nearest.language) if nearest else (None, None)


def _onward(newsroom: Newsroom, newest_first: Sequence[Story]) -> Mapping[str, Onward]:
    """Return where the page of every article leads to, by the article's source."""
    versions = {
        story.story_id: {version.lang: version for version in _versions(story, newsroom)} for story in newest_first
    }
    return onward.find(newest_first, versions=versions, subjects=newsroom.subjects, settings=newsroom.settings)


def _story_pages(
    story: Story, newsroom: Newsroom, owners: Mapping[str, Story], leads_to: Mapping[str, Onward]
) -> Iterator[tuple[str, str]]:
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
            page: BaseModel = _article_page(article, story, address, {**common, **leads_to[article.source]._asdict()})
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


def _lists(newsroom: Newsroom, newest_first: Sequence[Story]) -> Iterator[tuple[str, BaseModel]]:
    """Yield the lists of every language, one language after another: the lines of all stories take some room."""
    for language in newsroom.settings.languages:
        entries = [
            Entry(
                story.story_id,
                newsroom.addresses[story.story_id].path,
                shown_date(story.earliest, story)[0],
                _line(story, language.code, newsroom),
            )
            for story in newest_first
        ]
        everything = newsroom.subjects.everything
        yield from listings.make(entries, language=language, settings=newsroom.settings, subjects=everything)


def _newest_first(newsroom: Newsroom) -> list[Story]:
    """Return all stories in the order of lists: by day, the newest first, those of one day by their addresses."""
    ordered = sorted(newsroom.stories, key=lambda story: newsroom.addresses[story.story_id].path)
    return sorted(ordered, key=lambda story: shown_date(story.earliest, story)[0] or date.min, reverse=True)


def _line(story: Story, code: str, newsroom: Newsroom) -> StoryLine:
    """Return a story's entry in a list for readers of the language `code`: that version, or the first that exists."""
    versions = _versions(story, newsroom)
    offered = next((version for version in versions if version.lang == code), versions[0])
    return StoryLine(
        **offered.model_dump(),
        description=_describe(story.versions[offered.lang]),
        languages=tuple(version.lang for version in versions),
        coverage=True if story.coverage else None,
        others=None if offered.lang == code else _others(story, versions, offered) or None,
    )


def _others(story: Story, versions: Iterable[Version], offered: Version) -> tuple[Offer, ...]:
    """Return the versions beside the one that a list offers."""
    return tuple(
        Offer(lang=one.lang, title=one.title, date=one.date, description=_describe(story.versions[one.lang]))
        for one in versions
        if one != offered
    )


def _render(page: BaseModel, body: str) -> str:
    """Return a page's text: YAML front matter, an empty line, the body."""
    values = page.model_dump(exclude_none=True)
    values |= {name: values.pop(name) for name in MACHINERY if name in values}
    head = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{head}---\n\n{body}" if body else f"---\n{head}---\n"
