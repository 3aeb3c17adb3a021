"""The schema of the pages' front matter: what the templates may rely on."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a field is called `date`
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Page(BaseModel):
    """A frozen record of plain text: templates escape it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Version(_Page):
    """An article as other pages name it."""

    lang: str
    """Its language."""
    title: str
    """Its headline."""
    url: str
    """Its address below the site's root."""
    date: Day | None = None
    """The day under which it is shown."""
    translation: Literal["original", "translation"] | None = None
    """Which of the two it is among the versions of its story, where that is said."""


class Missing(_Page):
    """A language that a story lacks."""

    lang: str
    """The language."""
    url: str
    """The short page in that language which says so."""
    state: Literal["coverage", "absent"]
    """Whether an account of the same event exists in it."""


class _StoryPage(_Page):
    """What every page of a story says."""

    title: str = Field(min_length=1)
    """The headline."""
    lang: str
    """The language of the page."""
    story_id: str
    """The story."""
    versions: tuple[Version, ...]
    """Every version of the story, this one among them, in the site's order of languages."""
    coverage: tuple[Version, ...]
    """Articles by others on the same event."""
    absent: tuple[Missing, ...]
    """The languages that the story lacks."""
    aliases: list[str]
    """Addresses below each language's prefix that lead to the story."""
    date: Day | None = None
    """The day under which the page is shown."""


class Said(_Page):
    """Words of an article that another version contradicts."""

    paragraph: int
    """The paragraph they stand in, counted from 1, as its anchor is."""
    start: int
    """The character with which they begin, counted from 0."""
    end: int
    """The character behind them."""
    text: str
    """The words."""


class Contrast(_Page):
    """What two versions say differently."""

    kind: Literal["number", "date", "name"]
    """What it is."""
    here: Said
    """What this page says."""
    there: Said
    """What the other version says."""


class Beside(_Page):
    """Another version, as it stands beside this one."""

    lang: str
    """Its language."""
    paragraphs: str
    """Which paragraphs correspond, as `1=1 2=2+3 4= =4`: this page's, and the other version's."""
    differences: tuple[Contrast, ...]
    """What the two say differently."""
    only_here: int
    """How many paragraphs of weight the other version lacks."""
    only_there: int
    """How many paragraphs of weight this one lacks."""


class ArticlePage(_StoryPage):
    """The page of one version."""

    template: Literal["article.html"] = "article.html"
    description: str
    """The beginning of the lead."""
    date_from: str | None = None
    """The language of the version whose date this is, where the text itself gives none."""
    updated: Day | None = None
    corrected: Day | None = None
    """The day of the correction, where the page stands in the place of an earlier text and states a day."""
    first_published: Day | None = None
    """The day on which that text was published, where it is another one."""
    event_date: Day | None = None
    slug: str
    """The last step of the address."""
    authors: tuple[str, ...] = ()
    agency: str | None = None
    photo_credit: str | None = None
    dateline: str | None = None
    dateline_place: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    source: str
    """The file that the article came from."""
    corrects: tuple[str, ...] | None = None
    """The files with earlier texts in the place of which it stands; where there is any, the page says so."""
    source_url: str | None = None
    original: bool | None = None
    """True where a text or an editor says that it is the original of its story."""
    translator: str | None = None
    minutes: int
    """How long it takes to read."""
    beside: tuple[Beside, ...] = ()
    """Every other version, as it stands beside this one."""
    translated_from: str | None = None
    """The language of the site that it was translated from."""
    inferred: list[str] = []
    """The fields that the text itself does not give."""


class AbsentPage(_StoryPage):
    """The short page for a language that a story lacks."""

    template: Literal["absent.html"] = "absent.html"
    title_lang: str
    """The language of the title: that of the story's earliest version."""
    state: Literal["coverage", "absent"]
    """Whether an account of the same event exists in this language."""
    robots: Literal["noindex"] = "noindex"


class YearLine(_Page):
    """A year of the archive."""

    year: int | None
    """The year; None for stories without a date."""
    url: str
    """Its page."""
    count: int
    """How many stories it holds."""


class StoryLine(Version):
    """A story in a list: the version offered, and which others exist."""

    description: str
    """The beginning of its lead."""
    versions: tuple[Version, ...]
    """Every version."""
    coverage: bool | None = None
    """Whether others report the same event."""
    leads: dict[str, str] | None = None
    """Language to lead of the versions that a reader may prefer, where there is none in the list's own language."""


class ListingPage(_Page):
    """The archive, or one year of it."""

    lang: str
    template: Literal["archive.html"] = "archive.html"
    year: int | None = None
    undated: bool | None = None
    years: tuple[YearLine, ...]
    """Every year that has stories, the newest first."""
    stories: tuple[StoryLine, ...]
    """The newest first."""
    feed: tuple[str, ...] | None = None
    """The addresses of the articles in the list's feeds, the newest first; nothing where it has no feeds."""
