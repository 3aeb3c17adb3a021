"""The lists of stories."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsroom import languages, listings, settings
from newsroom.front_matter import ListingPage, NamesPage, StoryLine
from newsroom.listings import Entry
from newsroom.subjects import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SITE = settings.load(Path(__file__).parent.parent / "mkdocs.yml")


def entries(days: Iterable[date | None]) -> list[Entry]:
    """Return a story for each day, the newest first as they come."""
    return [_entry(number, day) for number, day in enumerate(days)]


def _entry(number: int, day: date | None) -> Entry:
    path = f"news/{day.year if day else 'undated'}/story-{number}"
    line = StoryLine(
        lang="en", title=f"Story {number}", url=f"{path}/", date=day, description="Lead.", languages=("en",)
    )
    return Entry(str(number), path, day, line)


def days(*months: tuple[int, int, int]) -> list[date | None]:
    """Return so many days of each month, given as year, month and number, at most one story an hour."""
    return [date(year, month, 28 - number % 28) for year, month, count in months for number in range(count)]


def lists(
    found: Sequence[Entry], *, code: str = "en", subjects: Sequence[Subject] = ()
) -> dict[str, ListingPage | NamesPage]:
    """Return the lists of one language by their paths."""
    return dict(listings.make(found, language=languages.load(code), settings=SITE, subjects=subjects))


def stories(page: ListingPage | NamesPage) -> list[str]:
    """Return the headlines of a list."""
    assert isinstance(page, ListingPage)
    return [line.title for line in page.stories]


def listing(pages: dict[str, ListingPage | NamesPage], path: str) -> ListingPage:
    """Return one list of stories."""
    page = pages[path]
    assert isinstance(page, ListingPage)
    return page


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["news/index.md"]),
        ([None], ["news/index.md", "news/undated/index.md"]),
        (days((2026, 3, 5)), ["news/index.md", "news/2026/index.md"]),
        (days((2026, 3, 20), (2026, 1, 30)), ["news/index.md", "news/2026/index.md"]),
        (
            days((2026, 3, 20), (2026, 1, 31)),
            ["news/index.md", "news/2026/index.md", "news/2026/03/index.md", "news/2026/01/index.md"],
        ),
        (
            days((2026, 12, 101), (2025, 1, 1)),
            [
                "news/index.md",
                "news/2026/index.md",
                "news/2026/12/index.md",
                "news/2026/12/page-2.md",
                "news/2026/12/page-3.md",
                "news/2025/index.md",
            ],
        ),
        ([None] * 51, ["news/index.md", "news/undated/index.md", "news/undated/page-2.md"]),
    ],
)
def test_which_lists_there_are(given: list[date | None], expected: list[str]) -> None:
    """A year has months of its own where it is longer than a page, and a long list has further pages."""
    assert [f"en/{path}" for path in expected] == list(lists(entries(given)))


def test_the_archive_begins_with_the_newest_and_the_years() -> None:
    """Its first page has thirty stories with their leads, and every year with its number of stories."""
    page = listing(lists(entries([*days((2026, 3, 31), (2024, 1, 2)), None]), code="kk"), "kk/news/index.md")
    assert [f"Story {number}" for number in range(30)] == stories(page)
    assert {"Lead."} == {line.description for line in page.stories}
    years = [(year.year, year.url, year.count) for year in page.years or ()]
    assert [(2026, "kk/news/2026/", 31), (2024, "kk/news/2024/", 2), (None, "kk/news/undated/", 1)] == years
    assert (34, None) == (page.count, page.pages)


def test_a_short_year_has_all_its_stories_below_its_months() -> None:
    """With their leads, and no month is a link."""
    page = listing(lists(entries(days((2026, 3, 2), (2026, 1, 3)))), "en/news/2026/index.md")
    assert [(3, None, 2), (1, None, 3)] == [(month.month, month.url, month.count) for month in page.months or ()]
    assert (5, {"Lead."}) == (len(page.stories), {line.description for line in page.stories})


def test_a_long_year_leads_to_its_months() -> None:
    """Its page has its newest stories, and each month has all of its own, by headlines."""
    pages = lists(entries(days((2026, 3, 20), (2026, 1, 60))), code="ru")
    year, month = listing(pages, "ru/news/2026/index.md"), listing(pages, "ru/news/2026/01/index.md")
    table = [(line.month, line.url, line.count) for line in year.months or ()]
    assert [(3, "ru/news/2026/03/", 20), (1, "ru/news/2026/01/", 60)] == table
    assert (30, year.months) == (len(year.stories), month.months)
    assert (2026, 1, 60, 50) == (month.year, month.month, month.count, len(month.stories))
    assert {None} == {line.description for line in month.stories}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/news/2026/01/index.md", (1, 3, None, "news/2026/01/page-2/", 50)),
        ("en/news/2026/01/page-2.md", (2, 3, "news/2026/01/", "news/2026/01/page-3/", 50)),
        ("en/news/2026/01/page-3.md", (3, 3, "news/2026/01/page-2/", None, 20)),
    ],
)
def test_pages_lead_to_the_next(path: str, expected: tuple[int, int, str | None, str | None, int]) -> None:
    """Each names its number, how many there are, and the ones before and behind it."""
    page = listing(lists(entries(days((2026, 1, 120)))), path)
    assert expected == (page.page, page.pages, page.previous_page, page.next_page, len(page.stories))


GHENT = Subject(
    "place", "ghent", {"en": ("Ghent", "Gand"), "ru": ("Гент",), "other": ("Gent",)}, frozenset(map(str, range(120)))
)


def test_a_name_has_a_page_in_every_language() -> None:
    """As the language writes it, else as another does; with its other spellings, and all its stories."""
    found = entries(days((2026, 3, 121)))
    titles = {}
    for code in SITE.codes:
        pages = lists(found, code=code, subjects=[GHENT])
        first, last = (listing(pages, f"{code}/news/places/ghent/{name}") for name in ("index.md", "page-3.md"))
        titles[code] = (first.title, first.title_lang, [(one.text, one.lang) for one in first.spellings or ()])
        assert (None, 120, "place") == (last.feed, last.count, last.kind)
        assert (None, first.title) == (last.spellings, last.title)
        assert ["Story 100", *(f"Story {number}" for number in range(101, 120))] == stories(last)
        assert ("Lead.", None) == (first.stories[0].description, last.stories[0].description)
    assert titles == {
        "en": ("Ghent", None, [("Gand", None), ("Гент", "ru"), ("Gent", "")]),
        "ru": ("Гент", None, [("Ghent", "en"), ("Gand", "en"), ("Gent", "")]),
        "kk": ("Ghent", "en", [("Gand", "en"), ("Гент", "ru"), ("Gent", "")]),
    }


def test_all_names_have_a_list() -> None:
    """By kind, in the order of the alphabet of the language: Kazakh letters between the Russian ones, Latin behind."""
    names = ["Яссы", "Әлем", "Алматы", "Гент", "Ғалам", "А б", "Éc", "Edam", "Eb"]
    subjects = [Subject("place", f"n{at}", {"kk": (name,)}, frozenset("0")) for at, name in enumerate(names)]
    subjects += [
        Subject("person", "p", {"kk": ("Яна",)}, frozenset("0")),
        Subject("topic", "t", {"kk": ("А",)}, frozenset("0")),
    ]
    page = lists(entries(days((2026, 3, 1))), code="kk", subjects=subjects)["kk/news/names/index.md"]
    assert isinstance(page, NamesPage)
    expected = ["Яна", "А б", "Алматы", "Әлем", "Гент", "Ғалам", "Яссы", "Eb", "Éc", "Edam", "А"]
    assert expected == [name.text for name in page.names]
    assert ("kk/news/people/p/", 1) == (page.names[0].url, page.names[0].count)


def test_every_story_is_reached_by_links() -> None:
    """From the archive's first page, over years, months and further pages; each is on exactly one complete list."""
    start = date(2026, 12, 31)
    found = entries([*(start - timedelta(days=number // 4) for number in range(3000)), *[None] * 130])
    pages = {
        path.removeprefix("en/").removesuffix("index.md").removesuffix(".md").rstrip("/") + "/": page
        for path, page in lists(found).items()
    }
    reached, ahead = set[str](), ["news/"]
    while ahead:
        address = ahead.pop()
        if address not in reached:
            reached.add(address)
            ahead += _links(pages[address])
    assert pages.keys() == reached
    assert {entry.line.title for entry in found} == {title for page in pages.values() for title in stories(page)}


def _links(page: ListingPage | NamesPage) -> list[str]:
    """Return where a list leads to, besides stories."""
    assert isinstance(page, ListingPage)
    years, months = (line.url for line in page.years or ()), (line.url for line in page.months or ())
    return [url for url in (*years, *months, page.next_page) if url]


@pytest.mark.parametrize("number", [1000, 4000])
def test_the_size_of_all_lists_grows_with_the_stories(number: int) -> None:
    """Whether it is a thousand or four, a story costs as much: a few lines on lists, and a part of a page."""
    start = date(2026, 12, 31)
    names = [
        Subject("topic", f"t{at}", {"en": (f"T{at}",)}, frozenset(map(str, range(at, number, 40)))) for at in range(40)
    ]
    pages = lists(entries(start - timedelta(days=at) for at in range(number)), subjects=names)
    lines = sum(len(page.stories) for page in pages.values() if isinstance(page, ListingPage))
    assert lines < 4 * number
    assert len(pages) < 0.15 * number
