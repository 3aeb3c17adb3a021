"""The picture beside a shared link."""

from __future__ import annotations

import re
from importlib.resources import files
from io import BytesIO

import pytest
from PIL import Image, ImageChops

import make_fonts
from newsroom.site import share, typefaces
from newsroom.site.share import MARGIN, WIDTH, Card
from newsroom.site.typefaces import Typeface, UndrawableError, set_text

ARABIC = Typeface((files("fontpkg_noto_sans_arabic") / "files/NotoSansArabic[wdth,wght].ttf").read_bytes())
FACES = [*typefaces.at_hand(), ARABIC]
TOKENS = make_fonts.ROOT / "docs/assets/css/tokens.css"
KAZAKH = Card(
    "Қазақстан мен Льеж университеті ғылым, инновациялар және ғарыш технологиялары саласындағы байланысты кеңейтуде",
    "Қазақстан — Бельгия: ғылым және білім жаңалықтары",
    "Қазақша",
    "ltr",
)
SHORT = Card("Ректор принял посла", "Новости", "Русский", "ltr")
LONG = Card(" ".join(["Рабиндранат"] * 60), "Очень длинное имя " * 9, "Русский", "ltr")
WORD = Card("Донау" * 30, "Имя", "Русский", "ltr")
RIGHT = Card("كازاخستان وجامعة مونس توسعان التعاون الأكاديمي", "أخبار كازاخستان", "العربية", "rtl")
CARDS = {"Kazakh": KAZAKH, "short": SHORT, "long": LONG, "one word": WORD, "from right to left": RIGHT}
LIMIT = 20_000
"""Bytes that a picture may have, however long its headline."""


def _picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(share.draw(card, typefaces=FACES))).convert("RGB")


def _inked(card: Card, *, top: int, bottom: int) -> tuple[int, int, int, int]:
    """Return the edges of all that is not paper between two heights."""
    strip = _picture(card).crop((0, top, WIDTH, bottom))
    box = ImageChops.difference(strip, Image.new("RGB", strip.size, share.PAPER)).getbbox()
    assert box
    return box


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_picture_is_as_networks_want_it(card: Card) -> None:
    """PNG, 1200 by 630, few colours, few bytes, the same each time."""
    data = share.draw(card, typefaces=FACES)
    assert data == share.draw(card, typefaces=[Typeface(face.data) for face in FACES])
    picture = Image.open(BytesIO(data))
    assert ("PNG", (1200, 630), "P") == (picture.format, picture.size, picture.mode)
    assert len(data) <= LIMIT


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_nothing_leaves_the_margins(card: Card) -> None:
    """Headline and names stay between the margins; the headline begins at the side from which it is read."""
    left, top, right, bottom = _inked(card, top=128, bottom=528)
    overhang = 6
    assert left >= MARGIN - overhang
    assert right <= WIDTH - MARGIN + overhang
    assert top > 0
    assert bottom < 400
    beginning = WIDTH - MARGIN - right if card.direction == "rtl" else left - MARGIN
    assert abs(beginning) <= overhang


def test_the_headline_is_as_large_as_it_fits() -> None:
    """A shorter headline has larger letters."""
    sizes = [share.fit(set_text(card.headline, "ltr", typefaces=FACES))[0] for card in (SHORT, KAZAKH, LONG)]
    assert sorted(set(sizes), reverse=True) == sizes


def test_a_headline_that_fits_is_whole() -> None:
    """No word of it is lost, broken or marked."""
    assert KAZAKH.headline == " ".join(share.fit(set_text(KAZAKH.headline, "ltr", typefaces=FACES))[1])


@pytest.mark.parametrize("card", [LONG, WORD], ids=["long", "one word"])
def test_a_headline_that_does_not_fit_says_so(card: Card) -> None:
    """It ends in an ellipsis, behind a whole word where there are several."""
    rows = share.fit(set_text(card.headline, "ltr", typefaces=FACES))[1]
    assert rows[-1].endswith("…")
    assert set(" ".join(rows).removesuffix("…").split()) <= {"Рабиндранат", rows[0].removesuffix("…")}


def test_every_text_is_on_it() -> None:
    """Headline, the site's name and the language each change the picture."""
    changed = [
        Card("Other", SHORT.name, SHORT.language, "ltr"),
        Card(SHORT.headline, "Other", SHORT.language, "ltr"),
        Card(SHORT.headline, SHORT.name, "Other", "ltr"),
    ]
    drawn = {share.draw(card, typefaces=FACES) for card in [SHORT, *changed]}
    assert len(changed) + 1 == len(drawn)


@pytest.mark.parametrize("field", ["headline", "name", "language"])
def test_what_cannot_be_drawn_whole_is_not_drawn(field: str) -> None:
    """One foreign letter in any text is enough."""
    texts = {"headline": "a", "name": "b", "language": "c", "direction": "ltr", field: "a日"}
    with pytest.raises(UndrawableError):
        share.draw(Card(**texts), typefaces=FACES)


def test_the_colours_are_those_of_a_page() -> None:
    """tokens.css in the light names the same paper, ink and colour of links."""
    named = dict(re.findall(r"--(paper|ink|accent): #(\w{6});", TOKENS.read_text("utf-8").partition("@media")[0]))
    expected = {name: bytes.fromhex(value) for name, value in named.items()}
    assert expected == {"paper": bytes(share.PAPER), "ink": bytes(share.INK), "accent": bytes(share.ACCENT)}
