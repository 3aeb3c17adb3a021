"""The interface speaks the language of the page, in full."""

from __future__ import annotations

import json
import re
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest
from building import ROOT, Site
from honesty import LATIN_WORD, english
from jinja2 import Environment, FileSystemLoader
from reading import read

from newsroom import languages

DERIVED = ("nav_", "field_", "language_", "contrast_", "kind_")
"""How words begin that are asked for by the name of something."""
ENTRY = re.compile(r'^  "([\w.]+)": ', re.MULTILINE)
SETTINGS = re.compile(r"^(language|direction|search\.config\..*)$")
PARTIALS = ROOT / "docs/.overrides/partials/languages"
CYRILLIC = ["ru", "kk"]


@pytest.mark.parametrize("language", CYRILLIC)
@pytest.mark.parametrize(
    "page",
    [
        "", "about/", "news/", "news/undated/", "news/2025/", "news/names/", "news/institutions/university/",
        "news/institutions/university/page-2/", "news/2026/university-reports/", "news/2024/not-markup/", "reading/",
        "reading/kept/", "search/",
    ],
)  # fmt: skip
def test_no_english_on_other_pages(sample_site: Site, language: str, page: str) -> None:
    """A page in another script holds no English word but what is marked as English."""
    assert [] == list(english(read(sample_site.folder / language / page / "index.html")))


@pytest.mark.parametrize("language", CYRILLIC)
def test_no_english_in_the_search(sample_site: Site, language: str) -> None:
    """Nor do the words that Material's script says."""
    config = read(sample_site.folder / language / "index.html").one("script", id="__config").text
    words = json.loads(config)["translations"].values()
    assert [] == [word for word in words if LATIN_WORD.search(word)]


def test_english_is_found(sample_site: Site) -> None:
    """The check sees what it is there for."""
    assert "Latest" in list(english(read(sample_site.folder / "index.html")))


def test_kazakh_knows_every_word_of_material() -> None:
    """Material's own words are all there in Kazakh, in Kazakh."""
    english = Path(material.__file__).parent / "templates/partials/languages/en.html"
    keys = ENTRY.findall(english.read_text("utf-8"))
    assert keys == ENTRY.findall((PARTIALS / "kk.html").read_text("utf-8"))
    words = Environment(loader=FileSystemLoader(PARTIALS), autoescape=True).get_template("kk.html").module
    said = {key: words.t(key) for key in keys if not SETTINGS.match(key)}  # type: ignore[attr-defined]
    assert [] == [key for key, word in said.items() if not word or LATIN_WORD.search(word.replace("RSS", ""))]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_language_has_all_words(language: str) -> None:
    """Each language has the same words under [ui], with the same places to fill in."""
    places = {key: set(re.findall(r"{(\w+)}", str(word))) for key, word in languages.load("en").ui.items()}
    own = {key: set(re.findall(r"{(\w+)}", str(word))) for key, word in languages.load(language).ui.items()}
    assert places == {key: found for key, found in own.items() if "." not in key}


def test_templates_say_nothing_by_themselves() -> None:
    """Every word that the templates ask for is under [ui], and none is there for nobody."""
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "docs/.overrides").rglob("*.html"))
    code = "".join(path.read_text("utf-8") for path in (ROOT / "scripts/newsroom/site").glob("*.py"))
    asked = set(re.findall(r"\.say\([\"'](\w+)[\"']", templates + code)) | set(re.findall(r'day\("(\w+)"', templates))
    # Asked for by the kind of a page, or in all plural forms at once.
    asked |= {"search_title", "reading_title", "kept_title"} | set(re.findall(r"words\[\"(\w+)\"\]", code))
    known = {key for key in languages.load("en").ui if not key.startswith(DERIVED)}
    assert known == {key for key in asked if not key.startswith(DERIVED)}
