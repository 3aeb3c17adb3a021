"""A page that stands in the place of an earlier text says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading import read

if TYPE_CHECKING:
    from building import Site

NOTES = {
    "ru/news/2026/rector-receives-ambassador/": (
        "Исправлено 15 января 2026 г. Первая публикация: 12 января 2026 г.",
        ["2026-01-15", "2026-01-12"],
    ),
    "news/2026/university-reports/": ("Corrected on 14 January 2026", ["2026-01-14"]),
    "kk/news/2025/gharysh/": ("Түзетілген мәтін", []),
}
"""Page to the words of its note, and the days in it."""


@pytest.mark.parametrize("page", NOTES)
def test_a_corrected_page_says_since_when(sample_site: Site, page: str) -> None:
    """The note stands above the text, in the language of the page, with days that programs can read too."""
    html = read(sample_site.folder / page / "index.html")
    words, days = NOTES[page]
    note = html.one("p", class_="correction")
    assert words == " ".join(note.text.split())
    assert note.is_inside("article__head")
    times = [time.attributes["datetime"] for time in html.all("time") if time.is_inside("correction")]
    assert days == times


def test_another_page_has_no_note(sample_site: Site) -> None:
    """A version that corrects nothing says nothing, also where another version of its story does."""
    html = read(sample_site.folder / "news/2026/rector-receives-ambassador/index.html")
    assert [] == html.all("p", class_="correction")
