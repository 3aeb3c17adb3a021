"""The schema of the pages' front matter: what the templates may rely on."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a field is called `date`
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.subjects import Called, Subject

Kind = Literal["person", "institution", "place", "topic"]
"""What a name is the name of."""


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


class Spelling(_Page):
    """A name as somebody writes it."""

    text: str
    """The name."""
    lang: str | None = None
    """Its language, where that is not the page's; empty where it is none of the site's."""

    @classmethod
    def of(cls, called: Called, *, here: str) -> Spelling:
        """Return a subject's spelling for a page in the language `here`."""
        return Spelling(text=called.text, lang=None if called.lang == here else called.lang)


class Mention(Spelling):
    """Somebody or something that a story mentions, with the page for it."""

    kind: Kind
    """What it is."""
    url: str
    """Its page, below the site's root."""
    count: int | None = None
    """How many stories mention it, in the list of all names."""

    @classmethod
    def to(cls, subject: Subject, *, codes: Sequence[str], prefix: str, count: int | None = None) -> Mention:
        """Return a link to the page of `subject` in the first of the languages `codes`, which has this `prefix`."""
        name = Spelling.of(subject.called(codes)[0], here=codes[0])
        return Mention(text=name.text, lang=name.lang, kind=subject.kind, url=f"{prefix}{subject.path}/", count=count)


class Related(Version):
    """Another story that is about the same."""

    about: Spelling
    """The rarest name or topic of both."""


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
    mentions: tuple[Mention, ...] | None = None
    """The listed people, institutions, places and topics that occur in the text."""
    tag_pages: dict[str, str] | None = None
    """The tags that have a page, and its address below the site's root."""
    related: tuple[Related, ...] | None = None
    """Other stories about the same, in the page's language first."""
    earlier: Version | None = None
    """The story before this one, by day, that exists in the page's language."""
    later: Version | None = None
    """The story behind it."""


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


class MonthLine(_Page):
    """A month of a year."""

    month: int
    """The month, from 1 to 12."""
    url: str | None = None
    """Its page; None where the year's page holds all its stories, this month's below one another."""
    count: int
    """How many stories it holds."""


class Offer(_Page):
    """A version that a list may offer in place of another."""

    lang: str
    """Its language."""
    title: str
    """Its headline."""
    description: str
    """The beginning of its lead."""
    date: Day | None = None
    """The day under which it is shown."""


class StoryLine(Version):
    """A story in a list: the version offered, and which others exist."""

    description: str | None = None
    """The beginning of its lead; long lists have headlines only."""
    languages: tuple[str, ...]
    """The languages of all its versions, which differ in nothing but the beginning of their addresses."""
    coverage: bool | None = None
    """Whether others report the same event."""
    others: tuple[Offer, ...] | None = None
    """The versions that a reader may prefer, where there is none in the list's own language."""


class ListingPage(_Page):
    """A list of stories: the archive, one year or month of it, or all about one name."""

    lang: str
    template: Literal["archive.html"] = "archive.html"
    title: str | None = None
    """The name that all stories are about; every other list is called by the interface."""
    title_lang: str | None = None
    """Its language, where that is not the page's; empty where it is none of the site's."""
    kind: Kind | None = None
    """What the name is the name of."""
    spellings: tuple[Spelling, ...] | None = None
    """How else it is written."""
    year: int | None = None
    month: int | None = None
    undated: bool | None = None
    count: int
    """How many stories the whole list holds."""
    page: int | None = None
    """Which page of the list it is, from 1; None where there is only one."""
    pages: int | None = None
    """How many pages the list has."""
    previous_page: str | None = None
    """The page before this one, below the site's root."""
    next_page: str | None = None
    """The page behind it."""
    feed: tuple[str, ...] | None = None
    """The addresses of the articles in the list's feeds, the newest first; nothing where it has no feeds."""
    years: tuple[YearLine, ...] | None = None
    """On the archive's first page, every year that has stories, the newest first."""
    months: tuple[MonthLine, ...] | None = None
    """Every month of the year that has stories, the newest first."""
    stories: tuple[StoryLine, ...]
    """The newest first."""


class NamesPage(_Page):
    """The list of all people, institutions, places and topics that stories mention."""

    lang: str
    template: Literal["names.html"] = "names.html"
    names: tuple[Mention, ...]
    """By kind, in the order of the language's alphabet."""
