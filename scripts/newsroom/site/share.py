"""The picture that networks show beside a link: the site's name, the headline and the language, as PNG."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from newsroom.site import lines
from newsroom.site.typefaces import set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.site.typefaces import Setting, Typeface

WIDTH, HEIGHT = 1200, 630
"""The size that networks ask for, in pixels."""
PAPER, INK, ACCENT = (255, 254, 251), (26, 28, 30), (11, 85, 99)
"""The colours of a page in the light: see tokens.css."""
MARGIN = 80
"""From the sides of the picture to its text, in pixels."""

_ROOM = WIDTH - 2 * MARGIN
_NAME_SIZES = range(38, 21, -2)
_NAME_BASE = 92
_RULE = (MARGIN, 118, WIDTH - MARGIN - 1, 123)
_TOP, _BOTTOM = 158, 512
_SIZES = (84, 78, 72, 66, 60, 55, 50, 46, 42)
_LEADING = 1.22
_ASCENT = 0.92
_LANGUAGE_SIZES = range(32, 21, -2)
_FOOT = 530
"""Where the part in the colour of links begins: the language's name, and a bar at the lower edge."""
_LANGUAGE_BASE = 578
_BAR = 12
_INKS, _ACCENTS = 3, 3
"""Shades of ink and of the colour of links: as few as look smooth, since each costs bytes."""
_PALETTE = [
    round(paper + (colour - paper) * shade / shades)
    for colours, shades in ((INK, _INKS), (ACCENT, _ACCENTS))
    for shade in range(colours is not INK, shades + 1)
    for paper, colour in zip(PAPER, colours, strict=True)
]


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says."""

    headline: str
    """In the middle, as large as it fits."""
    name: str
    """The site's name, above; empty where the headline says it."""
    language: str
    """The language's name for itself, below."""
    direction: str
    """`ltr` or `rtl`."""


def settings(card: Card, *, typefaces: Sequence[Typeface]) -> tuple[Setting, ...]:
    """Return headline, name and language in typefaces that hold them; raises `UndrawableError` where there is none."""
    texts = (card.headline, card.name, card.language)
    return tuple(set_text(text, card.direction, typefaces=typefaces) for text in texts)


def draw(card: Card, *, typefaces: Sequence[Typeface]) -> bytes:
    """Return the picture of `card` as PNG, drawn with `typefaces`, the best first.

    Raises `UndrawableError` where a text can't be drawn whole.
    """
    headline, name, language = settings(card, typefaces=typefaces)
    ink, foot = Image.new("L", (WIDTH, HEIGHT)), Image.new("L", (WIDTH, HEIGHT - _FOOT))
    start = WIDTH - MARGIN if card.direction == "rtl" else MARGIN
    page = ImageDraw.Draw(ink)
    page.rectangle(_RULE, fill=255)
    _put_line(name, _NAME_SIZES, at=(start, _NAME_BASE), onto=page)
    size, rows = fit(headline)
    for number, row in enumerate(rows):
        headline.put(row, size, at=(start, round(_TOP + size * (_ASCENT + number * _LEADING))), onto=page)
    below = ImageDraw.Draw(foot)
    below.rectangle((0, HEIGHT - _FOOT - _BAR, WIDTH, HEIGHT), fill=255)
    _put_line(language, _LANGUAGE_SIZES, at=(start, _LANGUAGE_BASE - _FOOT), onto=below)
    return _png(ink, foot)


def fit(headline: Setting) -> tuple[int, list[str]]:
    """Return the largest size in pixels in which `headline` fits, and its lines.

    What is too long for the smallest ends in an ellipsis.
    """
    smaller = bisect(_SIZES, 0, key=partial(_fits, headline))
    size = _SIZES[min(smaller, len(_SIZES) - 1)]
    width = partial(headline.width, size=size)
    words, space = lines.measure(headline.text, width), width(" ")
    rows = lines.wrap(words, _ROOM, space=space)
    if len(rows) <= _most(size):
        rows = lines.balance(words, _ROOM, space=space)
    return size, lines.cut(rows, _most(size), _ROOM, width=width)


def _fits(headline: Setting, size: int) -> bool:
    """Return whether there is room for a headline in one size, whole."""
    width = partial(headline.width, size=size)
    words = lines.measure(headline.text, width)
    return max(word.width for word in words) <= _ROOM and len(lines.wrap(words, _ROOM, space=width(" "))) <= _most(size)


def _most(size: int) -> int:
    """Return how many lines of a headline there is room for."""
    return int((_BOTTOM - _TOP) / (size * _LEADING))


def _put_line(setting: Setting, sizes: Sequence[int], *, at: tuple[int, int], onto: ImageDraw.ImageDraw) -> None:
    """Draw a text on one line, in the largest of the `sizes` in which it fits, or with an ellipsis in the last."""
    fitting = (size for size in sizes if setting.width(setting.text, size) <= _ROOM)
    size = next(fitting, sizes[-1])
    setting.put(lines.shorten(setting.text, _ROOM, width=partial(setting.width, size=size)), size, at=at, onto=onto)


def _png(ink: Image.Image, foot: Image.Image) -> bytes:
    """Return the picture as PNG; the two say how much of their colour covers each pixel."""
    picture = ink.point([round(cover * _INKS / 255) for cover in range(256)])
    accents = [round(cover * _ACCENTS / 255) for cover in range(256)]
    picture.paste(foot.point([shade and _INKS + shade for shade in accents]), (0, _FOOT))
    picture.putpalette(_PALETTE)
    file = BytesIO()
    picture.save(file, "PNG", bits=4)
    return file.getvalue()
