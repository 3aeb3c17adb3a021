"""Making the site's fonts, and what the fonts in the repository hold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

import make_fonts
from newsroom import languages

if TYPE_CHECKING:
    from make_fonts import Face

STYLES = make_fonts.CSS.read_text("utf-8")
FACES = {face.path.stem.removeprefix("noto-serif-"): face for face in make_fonts.faces(STYLES)}
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
"""The letters that Kazakh has and Russian has not."""
ALWAYS = "0123456789 «»„“”’‘–—…№₸€.,:;!?()"
"""What every article needs, whatever its language."""
NAMES = "éèêëüöäßšžčćşğıİłńøåæœñçőűěřąęėșțâîûôàùïÿÉÈÜŠŽČŞĞŁØÅÆ"
"""Letters of European and Turkish names, which stand in texts of every language."""
BUDGET = 70_000
"""Bytes of fonts that a page may need."""


@cache
def _held(part: str) -> frozenset[int]:
    return frozenset(TTFont(_path(FACES[part])).getBestCmap())


def _path(face: Face) -> str:
    return str((make_fonts.CSS.parent / face.path).resolve())


@pytest.mark.parametrize("part", FACES)
def test_the_files_are_what_the_program_makes(part: str) -> None:
    """Whoever changes the style sheet runs the program; the same input gives the same bytes."""
    with open(_path(FACES[part]), "rb") as file:  # noqa: PTH123 - a path as fontTools takes it
        assert make_fonts.make(make_fonts.source(), FACES[part]) == file.read()


@pytest.mark.parametrize("part", FACES)
def test_a_file_holds_what_the_style_sheet_says(part: str) -> None:
    """A browser that takes a file for a letter finds it there, in every weight from regular to bold."""
    font = TTFont(_path(FACES[part]))
    (axis,) = font["fvar"].axes
    assert FACES[part].letters == _held(part)
    assert ("wght", 400, 700) == (axis.axisTag, axis.minValue, axis.maxValue)


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_a_page_finds_its_letters_in_what_it_asks_for_at_once(code: str) -> None:
    """The parts that a language names hold its alphabet in both cases, and what its articles need besides."""
    alphabet = languages.load(code).alphabet
    held = frozenset[int]().union(*map(_held, alphabet.faces))
    wanted = alphabet.letters + alphabet.letters.upper() + ALWAYS + NAMES
    assert [] == [letter for letter in wanted if ord(letter) not in held]


def test_all_kazakh_letters_are_in_the_part_with_the_russian_ones() -> None:
    """No Kazakh word is set from two files."""
    russian = languages.load("ru").alphabet.letters
    assert [] == [letter for letter in KAZAKH + russian + russian.upper() if ord(letter) not in _held("cyrillic")]


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_what_a_page_asks_for_is_small(code: str) -> None:
    """The fonts of a page stay within what they may cost."""
    parts = languages.load(code).alphabet.faces
    sizes = [(make_fonts.CSS.parent / FACES[part].path).stat().st_size for part in parts]
    assert sum(sizes) <= BUDGET


def test_the_stand_in_is_as_tall() -> None:
    """A line is as high before the typeface is there as after: no line moves when it comes."""
    measures = TTFont(_path(FACES["latin"]))["hhea"]
    found = re.findall(
        r"ascent-override: ([\d.]+)%;\s+descent-override: ([\d.]+)%;.*?size-adjust: ([\d.]+)%", STYLES, re.DOTALL
    )
    heights = [(float(up) * float(size) / 100, float(down) * float(size) / 100) for up, down, size in found]
    expected = pytest.approx((measures.ascent / 10, -measures.descent / 10), abs=0.1)
    assert [expected] * 4 == heights


def test_a_letter_that_the_typeface_lacks_is_named() -> None:
    """The program makes no file with holes."""
    arabic = make_fonts.Face(FACES["latin"].path, (400, 700), frozenset({0x41, 0x627}))
    with pytest.raises(make_fonts.FontError, match=r"U\+627;"):
        make_fonts.make(make_fonts.source(), arabic)


def test_a_face_must_say_what_it_holds() -> None:
    """A `@font-face` with a file and without its letters is a mistake, one without a file is not for this program."""
    with pytest.raises(make_fonts.FontError, match="unicode-range"):
        make_fonts.faces('@font-face { src: url("a.woff2"); font-weight: 400 700; }')
    assert () == make_fonts.faces('@font-face { src: local("Times"); font-weight: 400; }')


def test_code_points() -> None:
    """A `unicode-range` is read as CSS means it."""
    assert {0x20, 0x21, 0xE9} == make_fonts.code_points("U+20-21,\n  U+E9")
