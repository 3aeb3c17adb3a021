"""Typefaces to draw with."""

from __future__ import annotations

from importlib.resources import files

import pytest
from PIL import Image, ImageDraw

import make_fonts
from newsroom.site import typefaces
from newsroom.site.typefaces import Typeface, UndrawableError, set_text

SERIF = typefaces.at_hand()
ARABIC = Typeface((files("fontpkg_noto_sans_arabic") / "files/NotoSansArabic[wdth,wght].ttf").read_bytes())
SIZE = 40


def _ink(text: str, direction: str = "ltr") -> Image.Image:
    """Draw `text` from the middle of a strip, towards the side that its lines run to."""
    strip = Image.new("L", (1200, 80))
    set_text(text, direction, typefaces=[*SERIF, ARABIC]).put(text, SIZE, at=(600, 60), onto=ImageDraw.Draw(strip))
    return strip


def test_the_typeface_is_what_the_program_makes() -> None:
    """Whoever changes its letters runs the program."""
    assert make_fonts.make_drawn(make_fonts.source()) == make_fonts.DRAWN.read_bytes()


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("ӘәҒғҚқҢңӨөҰұҮүҺһІі", True),
        ("«»„“”’‘–—…№₸€éèüšč ışğԥѣҗ", True),
        ("Nguyễn Αθήνα", True),
        ("日", False),
        ("ع", False),
        ("😀", False),
        ("\u2603", False),
    ],
)
def test_a_typeface_knows_its_letters(letters: str, *, expected: bool) -> None:
    """What it would show as an empty box is none of them."""
    assert [expected] * len(letters) == [SERIF[0].holds(letter) for letter in letters]


def test_the_first_typeface_that_holds_all_is_taken() -> None:
    """A text is never set from two."""
    assert SERIF[0] is set_text("Құрметті", "ltr", typefaces=[*SERIF, ARABIC]).typeface
    assert ARABIC is set_text("أخبار 2026", "rtl", typefaces=[*SERIF, ARABIC]).typeface


@pytest.mark.parametrize("text", ["北京", "Visit 😀", "أخبار", "Қазақ أخبار"])
def test_a_text_with_a_foreign_letter_is_refused(text: str) -> None:
    """No typeface, no empty boxes."""
    with pytest.raises(UndrawableError, match="no typeface holds all letters"):
        set_text(text, "ltr", typefaces=SERIF)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a\n\tb ", "a b"),
        ("i\u0306 и\u0306", "ĭ й"),
        ("soft\u00adly \u202egnihton\u202c \u200bx\ufeff", "softly gnihton x"),
        ("5\u00a0км", "5\u00a0км"),
        ("می\u200cشود", "می\u200cشود"),
    ],
)
def test_what_is_seen_of_a_text(text: str, expected: str) -> None:
    """Spaces are single, letters composed, and what steers a text unseen is left out but for joiners of letters."""
    assert expected == typefaces.visible(text)


def test_right_to_left() -> None:
    """The first word stands at the right end of its line, its letters joined."""
    word, figures = (_ink(text, "rtl").getbbox() or (0, 0, 0, 0) for text in ("كازاخستان", "2026"))
    both = _ink("كازاخستان 2026", "rtl")
    left, _, right, _ = both.getbbox() or (0, 0, 0, 0)
    assert 590 < right <= 604
    begins, ends = left + figures[2] - figures[0], right - (word[2] - word[0])
    assert both.crop((begins + 2, 0, ends - 2, 80)).getbbox() is None
    setting = set_text("كازاخستان", "rtl", typefaces=[ARABIC])
    assert setting.width(setting.text, SIZE) < sum(setting.width(letter, SIZE) for letter in setting.text)


def test_without_raqm(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that can't lay out other scripts draws the same Kazakh, and refuses what it would draw wrongly."""
    with_raqm = _ink("Құрметті оқырман").tobytes()
    monkeypatch.setattr("newsroom.site.typefaces.features.check", lambda _: False)
    assert with_raqm == _ink("Құрметті оқырман").tobytes()
    for text, direction in (("أخبار", "rtl"), ("أخبار", "ltr"), ("News", "rtl"), ("x\u0359", "ltr")):
        with pytest.raises(UndrawableError, match="FriBiDi"):
            set_text(text, direction, typefaces=[*SERIF, ARABIC])
