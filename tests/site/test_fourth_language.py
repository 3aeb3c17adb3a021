"""A fourth language, written from right to left, is one entry in mkdocs.yml and one TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import building
import honesty
import sample
from building import LANGUAGES
from reading import read

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = "      - locale: {code}\n        name: {name}\n"


def _with_language(root: Path, code: str, name: str, direction: str) -> Path:
    """Build the sample site with one more language, whose words are English, and return the folder of the site."""
    shop = building.workshop(root)
    config = (root / "mkdocs.yml").read_text("utf-8")
    head, tail = config.split("\nmarkdown_extensions:", 1)
    added = f"{head.rstrip()}\n{ENTRY.format(code=code, name=name)}\nmarkdown_extensions:{tail}"
    (root / "mkdocs.yml").write_text(added, "utf-8")
    words = root / "scripts/newsroom/languages"
    english = (words / "en.toml").read_text("utf-8")
    lines = english.replace('name = "English"', f'name = "{name}"\ndirection = "{direction}"', 1)
    (words / f"{code}.toml").write_text(lines.replace('locale = "en_GB"', f'locale = "{code}"', 1), "utf-8")
    sample.write(shop.docs, languages=[*LANGUAGES, code])
    return shop.build()


def test_right_to_left_language(tmp_path: Path) -> None:
    """It has a front page without anyone writing one, the direction of its letters, and a place in every switcher."""
    site = _with_language(tmp_path / "project", "ar", "العربية", "rtl")
    html = read(site / "ar/index.html")
    assert "rtl" == html.one("html").attributes["dir"]
    assert "ar" == html.one("html").attributes["lang"]
    menu = [honesty.resolve("ar/", one.attributes["href"]) for one in html.inside("menu", "a")]
    assert ["ar/", "ar/news/", "ar/news/names/"] == menu
    assert [] == honesty.switcher_lies(site, [*LANGUAGES, "ar"])
    assert [] == honesty.hreflang_lies(site)


def test_hand_written_page_that_a_language_lacks(tmp_path: Path) -> None:
    """Where a language lacks a hand-written page, the switcher says so and leads nowhere."""
    site = _with_language(tmp_path / "project", "ar", "العربية", "rtl")
    about = read(site / "about/index.html")
    assert ["en", "ru", "kk"] == [link.attributes["lang"] for link in about.inside("switcher", "a")]
    assert "not available" in about.inside("switcher", "li")[3].text


def test_language_without_a_translation_of_material(tmp_path: Path) -> None:
    """A language that Material has no words for builds all the same."""
    site = _with_language(tmp_path / "project", "tt", "Татарча", "ltr")
    assert "tt" == read(site / "tt/index.html").one("html").attributes["lang"]
