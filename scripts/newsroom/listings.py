"""Make the lists of stories: the archive by years and months, stories without a date, and all stories about one name.

Whatever the number of stories, every one is reached from the archive's first page by links, every list fits on pages of
fifty, and a story stands on as many lists as it has a day and names: the cost of all lists grows with the stories.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsroom.addresses import INDEX, UNDATED
from newsroom.front_matter import ListingPage, Mention, MonthLine, NamesPage, Spelling, StoryLine, YearLine
from newsroom.names import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from newsroom.languages import Language
    from newsroom.settings import Settings
    from newsroom.subjects import Subject

NEWEST = 30
"""So many stories stand on the archive's first page, on that of a year with months of its own, and in a feed."""
FULL = 50
"""So many stories fit on a page: a year with no more has them all on its own page, below the names of the months."""


class Entry(NamedTuple):
    """A story as one language lists it."""

    story_id: str
    """The story."""
    path: str
    """Where it lives: `news/2026/slug`."""
    day: date | None
    """The day by which it is listed."""
    line: StoryLine
    """What the list shows of it."""

    @property
    def headline(self) -> StoryLine:
        """The same without the beginning of the lead, for long lists."""
        return self.line.model_copy(update={"description": None})


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is laid out on pages."""

    folder: str
    """Where its first page lives."""
    lines: Sequence[StoryLine]
    """All its stories."""
    fields: Mapping[str, object]
    """What its pages say besides."""
    first: Mapping[str, object] = field(default_factory=dict)
    """What only the first says."""


def make(
    entries: Sequence[Entry], *, language: Language, settings: Settings, subjects: Sequence[Subject]
) -> Iterator[tuple[str, ListingPage | NamesPage]]:
    """Yield the lists of one language: path below `docs/`, and page.

    `entries` are all stories, the newest first; each of the `subjects` has a page, and together they have a list.
    """
    code, prefix = language.code, settings.prefix(language.code)
    years = [(year, list(found)) for year, found in groupby(entries, key=lambda entry: entry.path.split("/")[1])]
    yield f"{code}/news/index.md", _archive(entries, years, code=code, prefix=prefix)
    for year, found in years:
        if year == UNDATED:
            undated = _List(f"news/{year}", _lines(found), {"undated": True})
            yield from _laid_out(undated, code=code, prefix=prefix)
        else:
            yield from _year(int(year), found, code=code, prefix=prefix)
    codes = (code, *(other for other in settings.codes if other != code))
    yield from _names(entries, subjects, codes=codes, prefix=prefix, letters=language.alphabet.letters)


def _lines(entries: Sequence[Entry]) -> list[StoryLine]:
    """Return the lines of a list whose first page says what the stories are about."""
    return [*(entry.line for entry in entries[:FULL]), *(entry.headline for entry in entries[FULL:])]


def _archive(
    entries: Sequence[Entry], years: Iterable[tuple[str, Sequence[Entry]]], *, code: str, prefix: str
) -> ListingPage:
    """Return the archive's first page."""
    return ListingPage(
        lang=code,
        count=len(entries),
        feed=_fed(entries, code),
        years=tuple(
            YearLine(year=None if year == UNDATED else int(year), url=f"{prefix}news/{year}/", count=len(found))
            for year, found in years
        ),
        stories=tuple(entry.line for entry in entries[:NEWEST]),
    )


def _year(year: int, entries: Sequence[Entry], *, code: str, prefix: str) -> Iterator[tuple[str, ListingPage]]:
    """Yield the page of a year, and those of its months where it holds more stories than fit on one page."""
    months = [
        (month, list(found)) for month, found in groupby(entries, key=lambda entry: entry.day and entry.day.month)
    ]
    is_long = len(entries) > FULL
    table = tuple(
        MonthLine(month=month, url=f"{prefix}news/{year}/{month:02}/" if is_long else None, count=len(found))
        for month, found in months
        if month
    )
    shown = entries[:NEWEST] if is_long else entries
    page = ListingPage(
        lang=code, year=year, count=len(entries), months=table, stories=tuple(entry.line for entry in shown)
    )
    yield f"{code}/news/{year}/index.md", page
    for month, found in months if is_long else ():
        fields = {"year": year, "month": month, "months": table}
        lines = [entry.headline for entry in found]
        yield from _laid_out(_List(f"news/{year}/{month:02}", lines, fields), code=code, prefix=prefix)


def _laid_out(listed: _List, *, code: str, prefix: str) -> Iterator[tuple[str, ListingPage]]:
    """Yield the pages of a list."""
    pages = max(1, -(-len(listed.lines) // FULL))
    urls = [f"{prefix}{listed.folder}/", *(f"{prefix}{listed.folder}/page-{at}/" for at in range(2, pages + 1))]
    for at in range(pages):
        page = ListingPage(
            lang=code,
            count=len(listed.lines),
            page=at + 1 if pages > 1 else None,
            pages=pages if pages > 1 else None,
            previous_page=urls[at - 1] if at else None,
            next_page=urls[at + 1] if at + 1 < pages else None,
            stories=tuple(listed.lines[at * FULL : (at + 1) * FULL]),
        )
        fields = {**listed.fields, **({} if at else listed.first)}
        name = f"page-{at + 1}.md" if at else "index.md"
        yield f"{code}/{listed.folder}/{name}", page.model_copy(update=fields)


def _names(
    entries: Sequence[Entry], subjects: Sequence[Subject], *, codes: Sequence[str], prefix: str, letters: str
) -> Iterator[tuple[str, ListingPage | NamesPage]]:
    """Yield the pages of all names, and their list, as readers of the first of the languages `codes` write them."""
    rank = {entry.story_id: at for at, entry in enumerate(entries)}
    for subject in subjects:
        about = [entries[at] for at in sorted(rank[story_id] for story_id in subject.stories)]
        yield from _laid_out(_about(subject, about, codes), code=codes[0], prefix=prefix)
    names = [Mention.to(one, codes=codes, prefix=prefix, count=len(one.stories)) for one in subjects]
    names.sort(key=lambda name: (KINDS.index(name.kind), _alphabetical(name.text, letters), name.url))
    if names:
        yield f"{codes[0]}/news/{INDEX}/index.md", NamesPage(lang=codes[0], names=tuple(names))


def _about(subject: Subject, entries: Sequence[Entry], codes: Sequence[str]) -> _List:
    """Return the list of all stories about a name."""
    name, *others = (Spelling.of(called, here=codes[0]) for called in subject.called(codes))
    fields = {"title": name.text, "title_lang": name.lang, "kind": subject.kind}
    return _List(
        subject.path, _lines(entries), fields, {"spellings": tuple(others) or None, "feed": _fed(entries, codes[0])}
    )


def _fed(entries: Iterable[Entry], code: str) -> tuple[str, ...] | None:
    """Return the addresses of what the feeds of a list hold: the newest versions in its language."""
    return tuple(entry.line.url for entry in entries if entry.line.lang == code)[:NEWEST] or None


def _alphabetical(text: str, letters: str) -> list[tuple[int, str]]:
    """Return the key by which names are sorted in a language with these `letters`.

    A gap stands before every letter, another alphabet behind them, and a letter with a mark beside the one without.
    """
    plain = (letter if letter in letters else unicodedata.normalize("NFD", letter)[0] for letter in text.lower())
    return [(letters.find(one) if one in letters else len(letters) if one.isalpha() else -1, one) for one in plain]
