"""The records that travel through the rooms: frozen, typed, and without behaviour beyond what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(StrEnum):
    """How much a problem matters to the build."""

    ERROR = "error"
    """Blocks the build: nothing is written and the status is 1."""
    WARNING = "warning"
    """The build goes on, but the editor should look."""
    NOTE = "note"
    """What the program did that the editor may want to know."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something the editor should know, with its place and its remedy."""

    path: str
    """The file, as the editor knows it: relative to the folder it is kept in."""
    line: int
    """The line in that file, counted from 1."""
    severity: Severity
    """Whether it blocks the build."""
    message: str
    """What was expected and what was received."""
    remedy: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field's value comes from."""

    line: int | None
    """The line of the source (or of the sidecar), counted from 1; None where the text does not hold it."""
    rule: str
    """The name of the rule that read it."""
    certainty: float
    """From 0 to 1."""
    inferred: bool = False
    """True where the text itself does not say it."""


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    NUMBERED_ITEM = "numbered_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    """A paragraph that is a quotation as a whole, its attribution included."""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of an article's body, in reading order."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its words as plain text on one line: nothing in it is markup."""
    line: int
    """The line of the source on which it begins, counted from 1."""
    restored: str = ""
    """The marks that were lost in the source and put back as typography, e.g. an opening quotation mark."""
    marker: str = ""
    """The item's number as the source writes it, where the page shows it as the number of a list."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are neither in the body nor in a field."""

    text: str
    """The words, as they stand in the source."""
    rule: str
    """The rule that put them here."""
    line: int
    """The line of the source, counted from 1."""


class Status(StrEnum):
    """What became of an article."""

    PUBLISHED = "published"
    DUPLICATE = "duplicate"
    """The same text as another article's: reported and not published twice."""
    SUPERSEDED = "superseded"
    """An earlier text of an article that a newer one corrects."""
    REJECTED = "rejected"
    """Could not be read with certainty: no page."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an editor said in a sidecar, or in front matter at the head of the source."""

    path: str
    """The file that says it."""
    fields: Mapping[str, object]
    """Field name to value, for the fields of `Article` that the editor set; None empties a field."""
    lines: Mapping[str, int]
    """Key to the line on which it stands, counted from 1."""
    language: str | None = None
    """The language that the editor says the article is in."""
    story: str | None = None
    """The story that the editor pins this article to: articles with one name are versions of one another."""
    apart_from: tuple[str, ...] = ()
    """Sources that this article must never share a story with."""
    slug: str | None = None
    """The slug that the editor wants for the story."""
    aliases: tuple[str, ...] = ()
    """Addresses below `/<lang>/` that must lead to the story: `news/2025/old-slug`."""
    original: bool | None = None
    """True where the editor marks this version as the one the others translate."""
    corrects: tuple[str, ...] = ()
    """Sources of the earlier texts in the place of which the editor puts this one."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text in one language, taken apart."""

    source: str
    """The file it came from, relative to the articles' folder, with forward slashes."""
    language: str
    """Its language, a code of `mkdocs.yml`."""
    title: str | None
    """The headline that the text (or the editor) gives; None where it gives none."""
    headline: str
    """The headline shown: the title, or one taken from the lead."""
    published: date | None
    """The day of publication that the text (or the editor) gives."""
    body: tuple[Block, ...]
    """The text itself, in order."""
    updated: date | None = None
    """The day of the last change that the text states."""
    event_date: date | None = None
    """A day in the text on which the reported thing happened."""
    dateline_place: str | None = None
    """The place in the dateline, spelled as there."""
    dateline: str | None = None
    """The whole dateline as it stood before the lead."""
    authors: tuple[str, ...] = ()
    """The people in the byline, in order."""
    agency: str | None = None
    """The news agency in the dateline or the sign-off."""
    photo_credit: str | None = None
    """Whose picture it was."""
    section: str | None = None
    """The section label or the last step of the breadcrumbs."""
    tags: tuple[str, ...] = ()
    """Tags, hashtags and breadcrumb steps, without `#`, in order."""
    source_url: str | None = None
    """The address that the text names as its own source."""
    translator: str | None = None
    """Who translated it, as the text has it."""
    translated_from: str | None = None
    """The language of the site that it was translated from.

    Where it is None and there is evidence, the text says that it is a translation, and the site does not have the
    language or it names none.
    """
    left_out: tuple[LeftOut, ...] = ()
    """Every word that is not shown, with the rule that left it out."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Field name to where its value comes from."""
    natural_slug: str = ""
    """The slug that the text alone gives, whatever the editor said: the address it has always had."""
    natural_published: date | None = None
    """The day of publication that the text alone gives."""
    corrections: Corrections | None = None
    """What the editor said, where there is a sidecar or front matter."""
    status: Status = Status.PUBLISHED
    """What became of it."""
    replaced_by: str | None = None
    """The source of the article that is shown in its place, where it is a duplicate or superseded."""
    corrects: tuple[str, ...] = ()
    """Sources of the earlier texts of this article that it supersedes, the earliest first."""
    corrected: date | None = None
    """The day of the correction, where it supersedes an earlier text and states a day of its own."""
    first_published: date | None = None
    """The day on which the first of those texts was published, where that is another one than its own."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs of two versions that say the same."""

    left: tuple[int, ...]
    """Indexes into the first version's body, counted from 0; empty where it lacks the other's paragraphs."""
    right: tuple[int, ...]
    """Indexes into the second version's body."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the paragraphs of two versions correspond."""

    languages: tuple[str, str]
    """The two languages, in the order of the beads' sides."""
    beads: tuple[Bead, ...]
    """The correspondences, in the order of the first version."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two aligned versions say differently."""

    kind: str
    """`number`, `date`, `name` or `missing`."""
    languages: tuple[str, str]
    """The two languages."""
    detail: str
    """What each side says."""
    paragraphs: tuple[tuple[int, ...], tuple[int, ...]]
    """The paragraphs on each side, counted from 0."""
    spans: tuple[tuple[int, int], tuple[int, int]] | None = None
    """Where the first paragraph of each side says it: characters from and up to; None for whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are versions of one another."""

    story_id: str
    """The editor's name for it, or the stem of its earliest article's file name."""
    versions: Mapping[str, Article]
    """Language to article, languages in alphabetical order."""
    coverage: tuple[str, ...] = ()
    """Sources of articles on the same event that are nobody's translation, in order."""
    why: str = ""
    """Why these articles belong together, for a person."""
    certainty: float = 1.0
    """From 0 to 1."""
    alignments: tuple[Alignment, ...] = ()
    """One for every two versions."""
    differences: tuple[Difference, ...] = ()
    """What the versions say differently."""
    original: str | None = None
    """The language of the version that came first, where a text or an editor says so."""
    translations: tuple[str, ...] = ()
    """The languages of the versions that are said to be translations."""

    @property
    def earliest(self) -> Article:
        """The version that gives the story its address: the first published, undated ones last."""
        return min(
            self.versions.values(),
            key=lambda article: (article.published or date.max, article.source),
        )
