"""What the built pages say of languages, read without a browser."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import honesty
import pytest
from building import LANGUAGES, Site
from reading import read

if TYPE_CHECKING:
    from pathlib import Path

EN = "news/2026/rector-receives-ambassador/index.html"
RU = f"ru/{EN}"
KK = f"kk/{EN}"

TO_RU = f'href="../../../{RU.removesuffix("index.html")}" lang="ru" dir="ltr"'
TO_KK = f'href="../../../{KK.removesuffix("index.html")}" lang="kk" dir="ltr"'
AT = 'href="https://example.org/newsroom/'

SWITCHER_FAULTS = {
    "a silent jump to the front page": (EN, TO_KK, 'href="../../../kk/" lang="kk" dir="ltr"'),
    "a promise of a version": (EN, TO_KK, f'{TO_KK} hreflang="kk"'),
    "a version hidden": (EN, f'{TO_RU} hreflang="ru"', TO_RU),
    "no word about the missing version": (EN, "not available", ""),
    "a link to nowhere": (RU, 'href="../../../../news/2026/', 'href="../../../../news/2031/'),
    "another language's text": (KK, '<html lang="kk"', '<html lang="en"'),
}
HREFLANG_FAULTS = {
    "a version that does not exist": (EN, f'hreflang="ru" {AT}ru', f'hreflang="kk" {AT}kk'),
    "the page itself left out": (EN, 'hreflang="en"', 'hreflang="fr"'),
    "not reciprocal": (RU, f'hreflang="x-default" {AT}', f'hreflang="x-default" {AT}ru/'),
}


def _broken(site: Site, folder: Path, fault: tuple[str, str, str]) -> Path:
    """Return a copy of the site with one passage of one page exchanged."""
    page, old, new = fault
    copy = folder / "broken"
    shutil.copytree(site.folder, copy)
    text = (copy / page).read_text("utf-8")
    assert old in text
    (copy / page).write_text(text.replace(old, new), "utf-8")
    return copy


def test_switcher_never_lies(site: Site) -> None:
    """On every page each language's link leads to the same story in that language, or to a page that says it isn't."""
    assert [] == honesty.switcher_lies(site.folder, LANGUAGES)


def test_hreflang_names_what_exists(site: Site) -> None:
    """Search engines are told of every existing version, itself included, alike on each, and of no other."""
    assert [] == honesty.hreflang_lies(site.folder)


@pytest.mark.parametrize("fault", SWITCHER_FAULTS.values(), ids=SWITCHER_FAULTS)
def test_a_lying_switcher_is_found(sample_site: Site, tmp_path: Path, fault: tuple[str, str, str]) -> None:
    """The check of the switcher sees what it is there for."""
    assert [] != honesty.switcher_lies(_broken(sample_site, tmp_path, fault), LANGUAGES)


@pytest.mark.parametrize("fault", HREFLANG_FAULTS.values(), ids=HREFLANG_FAULTS)
def test_lying_alternates_are_found(sample_site: Site, tmp_path: Path, fault: tuple[str, str, str]) -> None:
    """The check of the alternates sees what it is there for."""
    assert [] != honesty.hreflang_lies(_broken(sample_site, tmp_path, fault))


@pytest.mark.parametrize(
    ("page", "states"),
    [
        (EN, ["exists", "exists", "absent"]),
        (KK, ["exists", "exists", "absent"]),
        ("news/2026/university-reports/index.html", ["exists", "coverage", "absent"]),
        ("ru/news/2026/university-reports/index.html", ["exists", "coverage", "absent"]),
        ("kk/news/2025/gharysh/index.html", ["absent", "absent", "exists"]),
        ("ru/news/undated/in-every-language/index.html", ["exists", "exists", "exists"]),
        ("kk/news/index.html", ["exists", "exists", "exists"]),
        ("about/index.html", ["exists", "exists", "exists"]),
    ],
)
def test_three_states(sample_site: Site, page: str, states: list[str]) -> None:
    """The switcher tells apart a version, mere coverage, and nothing."""
    classes = [one.attributes["class"] for one in read(sample_site.folder / page).inside("switcher", "li")]
    assert [f"switcher__item switcher__item--{state}" for state in states] == classes


def test_missing_language_says_so(sample_site: Site) -> None:
    """The page for a missing language says so in that language, and names the versions with their headlines."""
    html = read(sample_site.folder / KK)
    assert "Бұл материал қазақ тілінде жоқ" == html.one("h1").text
    headlines = [(one.attributes["lang"], one.text) for one in html.all("span", class_="versions__headline")]
    assert headlines[:2] == [("en", "The rector receives the ambassador"), ("ru", "Ректор принял посла")]
    assert honesty.is_hidden(html)


def test_article_says_what_was_inferred(sample_site: Site) -> None:
    """A headline and a date that the text does not give are marked as such, with the version that gives the date."""
    notes = [" ".join(one.text.split()) for one in read(sample_site.folder / EN).inside("inferred", "li")]
    assert notes == [
        "The text has no headline; this one is ours.",
        "This text gives no date; it is taken from another version of the story: Русский",
        "Not stated in the text itself, but inferred: the agency.",
    ]


@pytest.mark.parametrize(
    ("page", "facts", "versions"),
    [
        (
            "news/undated/in-every-language/index.html",
            ["Translated by Anna de Vries", "Translated from Kazakh", "No date"],
            ["translation", "original"],
        ),
        (
            "ru/news/undated/in-every-language/index.html",
            ["Язык оригинала: казахский", "Без даты"],
            ["перевод", "оригинал"],
        ),
        ("kk/news/undated/in-every-language/index.html", ["Күні көрсетілмеген"], ["аударма", "аударма"]),
        (RU, ["KAZAKHSTAN TODAY", "Опубликовано 13 января 2026 г.", "Обновлено 15 января 2026 г."], []),
    ],
)
def test_a_translation_says_so(sample_site: Site, page: str, facts: list[str], versions: list[str]) -> None:
    """Who translated it and from which language stands above the text, and beside each version which of the two it is.

    Where nobody says so nothing is said.
    """
    html = read(sample_site.folder / page)
    assert facts == [" ".join(one.text.split()) for one in html.inside("article__facts", "li")]
    assert versions == [one.text for one in html.all("span", class_="versions__origin")]


def test_coverage_is_named_as_such(sample_site: Site) -> None:
    """Articles by others stand apart from the versions, on both sides."""
    for page, other in ((EN, "A visit to our university"), (RU, "A visit to our university")):
        html = read(sample_site.folder / page)
        assert [other] == [one.text for one in html.inside("coverage", "span") if one.attributes.get("lang") == "en"][
            1:
        ]
        assert other not in [one.text for one in html.inside("versions", "span")]


def test_text_stays_text(sample_site: Site) -> None:
    """No markup, template or address in a headline, tag or field takes effect."""
    for path in sample_site.folder.rglob("*.html"):
        html = read(path)
        assert [] == [one for one in html.elements if "onerror" in one.attributes or one.tag in {"b", "img"}]
    assert [] == read(sample_site.folder / "kk/news/undated/in-every-language/index.html").inside(
        "article__source", "a"
    )
    html = read(sample_site.folder / "news/2024/not-markup/index.html")
    title = 'A <b>bold</b> headline & {{ config.site_name }} <img src=x onerror=alert(1)> "quoted"'
    assert title == html.one("h1").text
    assert html.one("title").text.startswith(title)
    assert 'https://example.com/?a=1&b="2"' == html.inside("article__source", "a")[0].attributes["href"]


def test_dates_in_each_language(sample_site: Site) -> None:
    """A day is written as the language of the page writes it, and machines read it everywhere."""
    expected = {
        EN: "13 January 2026",
        RU: "13 января 2026 г.",
        "kk/news/2025/gharysh/index.html": "2025 ж. 31 желтоқсан",
    }
    for page, day in expected.items():
        facts = read(sample_site.folder / page).inside("article__facts", "time")
        assert day == facts[0].text


def test_every_language_is_named(articles_site: Site) -> None:
    """What is written in none of the site's languages is in an undetermined one."""
    pages = honesty.pages(articles_site.folder).values()
    named = {one.attributes["lang"] for html in pages for one in html.elements if "lang" in one.attributes}
    assert {*LANGUAGES, "und"} == named
