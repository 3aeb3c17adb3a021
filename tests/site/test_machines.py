"""What the built site tells machines: everywhere the same, and nothing that is not so."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import building
import machines
import pytest
import sample
from building import LANGUAGES, Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORY = "news/2026/rector-receives-ambassador/"
EN = f"{STORY}index.html"
RU = f"ru/{EN}"
KK = f"kk/{EN}"
LISTED = f"ru/{STORY}</loc>\n  <lastmod>2026-01-"
CHANGED = '"dateModified":"2026-01-15T12:00:00'
TOLD = '"@type":"NewsArticle"'

CHECKS = {
    "versions": machines.version_lies,
    "words": machines.word_lies,
    "schema": machines.schema_lies,
    "addresses": machines.address_lies,
    "translations": machines.translation_lies,
    "titles": machines.title_lies,
    "sitemaps": machines.sitemap_lies,
}
FAULTS = {
    "hreflang of one more": ("versions", EN, 'hreflang="x-default"', 'hreflang="kk"'),
    "a sitemap of one less": ("versions", "sitemap.xml", '  <xhtml:link rel="alternate" hreflang="kk"', "  <xhtml:no "),
    "a version of the linked data only": ("versions", EN, '"inLanguage":"ru"', '"inLanguage":"kk"'),
    "a locale too many": ("versions", EN, "</title>", '</title><meta property="og:locale:alternate" content="kk_KZ">'),
    "a locale by hand": ("words", RU, 'property="og:locale" content="ru_RU"', 'property="og:locale" content="ru_RS"'),
    "another headline": ("words", EN, '"headline":"The rector', '"headline":"A rector'),
    "another canonical address": ("words", EN, 'rel="canonical" href="', 'rel="canonical" href="https://example.com/'),
    "another description": ("words", EN, 'name="description" content="', 'name="description" content="No. '),
    "another day": ("words", RU, '"dateModified":"2026-01-15', '"dateModified":"2026-01-16'),
    "a day in the sitemap only": ("words", "sitemap.xml", f"{LISTED}15", f"{LISTED}17"),
    "a hidden page that tells": ("words", KK, "</head>", '<meta property="og:type" content="article"></head>'),
    "another picture": ("words", EN, 'png","width":', 'png?","width":'),
    "a picture of another size": ("words", RU, '"value":630', '"value":628'),
    "a picture that is not there": ("addresses", RU, '.png","width":', '-2.png","width":'),
    "a property of no article": ("schema", EN, TOLD, f'{TOLD},"itemListElement":[]'),
    "a moment without offset": ("schema", RU, f"{CHANGED}+00:00", CHANGED),
    "the end of the script": ("schema", EN, '"headline":"', '"headline":"<b>'),
    "a step to nowhere": ("addresses", EN, '{"@id":"https://example.org/newsroom/news/', '{"@id":"https://example.org/newsroom/no/'),
    "a title twice": ("titles", EN, "<title>The rector receives the ambassador", "<title>A visit to our university"),
    "no sitemap": ("sitemaps", "sitemap.xml", "<lastmod>", "<lastmod>on "),
    "news in no language": ("sitemaps", "news-sitemap.xml", "news:language>en", "news:language>English"),
    "robots.txt without news": ("sitemaps", "robots.txt", "news-sitemap", "sitemap-of-news"),
}  # fmt: skip


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_machines_are_told_no_lies(site: Site, check: Callable[[Path], list[str]]) -> None:
    """Each way says the same of each page, by the rules of its format, and nothing of a page that is hidden."""
    assert [] == check(site.folder)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_lie_is_found(sample_site: Site, tmp_path: Path, fault: tuple[str, str, str, str]) -> None:
    """The checks see what they are there for."""
    check, file, old, new = fault
    copy = tmp_path / "broken"
    shutil.copytree(sample_site.folder, copy)
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    assert [] != CHECKS[check](copy)


@pytest.mark.parametrize(
    ("en", "ru"),
    [
        ({"workTranslation": "ru"}, {"workTranslation": "en"}),
        ({"translationOfWork": "ru"}, {"translationOfWork": "en"}),
        ({"workTranslation": "en"}, {}),
    ],
)
def test_translations_that_contradict_are_found(
    sample_site: Site, tmp_path: Path, en: dict[str, str], ru: dict[str, str]
) -> None:
    """Two pages that each call the other its translation, or its original, are found, and one that is its own."""
    copy = tmp_path / "broken"
    shutil.copytree(sample_site.folder, copy)
    urls = {code: building.SITE_URL + page.removesuffix("index.html") for code, page in (("en", EN), ("ru", RU))}
    for page, said in ((EN, en), (RU, ru)):
        text = (copy / page).read_text("utf-8")
        for name, code in said.items():
            work = f'{{"@type":"NewsArticle","url":"{urls[code]}"}}'
            value = f"[{work}]" if name == "workTranslation" else work
            text = text.replace(TOLD, f'{TOLD},"{name}":{value}', 1)
        (copy / page).write_text(text, "utf-8")
    assert [] != machines.translation_lies(copy)


def test_equal_headlines(tmp_path: Path) -> None:
    """Two stories with one headline have two titles, and so have the front pages of languages with one site name."""
    shop = building.workshop(tmp_path / "project")
    sample.write(shop.docs, languages=LANGUAGES)
    headline, name = "The rector receives the ambassador", "Kazakhstan–Belgium: science and education news"
    story = shop.docs / "en/news/2026/university-reports.md"
    text = story.read_text("utf-8").replace("\ntitle: A visit to our university", f"\ntitle: {headline}")
    story.write_text(text, "utf-8")
    config = (shop.root / "mkdocs.yml").read_text("utf-8").splitlines()
    (shop.root / "mkdocs.yml").write_text("\n".join(one for one in config if "  site_name:" not in one), "utf-8")
    site = shop.build()
    assert [] == machines.title_lies(site)
    titles = {page.address: page.html.one("title").text for page in machines.told(site)}
    assert f"{headline}, 14 January 2026 – {name} (English)" == titles["news/2026/university-reports/"]
    assert f"{name} (Русский)" == titles["ru/"]
