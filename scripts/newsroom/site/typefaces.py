"""Typefaces to draw with: which of them holds a text, how wide its words are, and putting it onto a picture.

Letters come from the files at hand and from nowhere else. A text that runs from left to right, one letter after the
other, needs nothing besides, and looks the same on every machine; any other is laid out by Raqm, where it is there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont, features

from newsroom.site.lines import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageDraw import ImageDraw

_SAMPLE = 50
"""The size in pixels in which two glyphs are compared."""
_NO_LETTER = "\uffff"
"""What no typeface has: Unicode promises never to make it a letter."""
_JOINERS = "\u200c\u200d"
_SHAPED = {"R", "AL", "AN"}
"""Classes of letters that run from right to left (Unicode, annex 9)."""
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""Every space but those at which no line may end."""


FOLDER = Path(__file__).parent / "faces"
"""The typefaces of the project, and any that an editor adds: `*.ttf`, taken by name."""


class UndrawableError(ValueError):
    """A text can't be drawn whole with what there is; the message says why and what to do."""


class Typeface:
    """One typeface, in every size that is asked for."""

    def __init__(self, data: bytes) -> None:
        """Read the font file `data`."""
        self.data = data
        self._fonts: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}
        self._held: dict[str, bool] = {}

    def font(self, size: int, *, shaped: bool) -> ImageFont.FreeTypeFont:
        """Return it in `size` pixels, laid out by Raqm or letter by letter."""
        if (size, shaped) not in self._fonts:
            engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
            self._fonts[size, shaped] = ImageFont.truetype(BytesIO(self.data), size, layout_engine=engine)
        return self._fonts[size, shaped]

    def holds(self, letter: str) -> bool:
        """Return whether it has a glyph for `letter`."""
        if letter not in self._held:
            self._held[letter] = letter in _JOINERS or self._glyph(letter) != self._nothing
        return self._held[letter]

    @cached_property
    def _nothing(self) -> tuple[tuple[int, int], bytes]:
        """What it shows for a letter that it has not."""
        return self._glyph(_NO_LETTER)

    def _glyph(self, letter: str) -> tuple[tuple[int, int], bytes]:
        mask = self.font(_SAMPLE, shaped=False).getmask(letter)
        return mask.size, bytes(mask)


def at_hand(folder: Path = FOLDER) -> tuple[Typeface, ...]:
    """Return the typefaces in `folder`, by the names of their files."""
    return tuple(Typeface(path.read_bytes()) for path in sorted(folder.glob("*.ttf")))


@dataclass(frozen=True, slots=True)
class Setting:
    """A text in the typeface that holds it."""

    text: str
    """The text: composed letters, single spaces, no marks that nobody sees."""
    typeface: Typeface
    """What it is set in."""
    direction: str
    """`ltr` or `rtl`: from which side its lines begin."""
    shaped: bool
    """Whether its letters depend on their neighbours, or run from right to left."""

    def width(self, text: str, size: int) -> float:
        """Return how wide a part of it is, in pixels."""
        return self.typeface.font(size, shaped=self.shaped).getlength(text, direction=self._run)

    def put(self, text: str, size: int, *, at: tuple[int, int], onto: ImageDraw) -> None:
        """Draw a part of it where the line begins: its left end and baseline, or from right to left its right end."""
        font = self.typeface.font(size, shaped=self.shaped)
        anchor = "rs" if self.direction == "rtl" else "ls"
        onto.text(at, text, fill=255, font=font, anchor=anchor, direction=self._run)

    @property
    def _run(self) -> str | None:
        """The direction as Raqm takes it; without Raqm there is but one."""
        return self.direction if self.shaped else None


def set_text(text: str, direction: str, *, typefaces: Sequence[Typeface]) -> Setting:
    """Return `text` in the first of the `typefaces` that holds all its letters, and an ellipsis.

    Raises `UndrawableError` where a letter is in none of them, or where Raqm is needed and not there.
    """
    seen = visible(text)
    shaped = direction == "rtl" or any(_is_shaped(letter) for letter in seen)
    if shaped and not features.check("raqm"):
        message = f"{seen!r} can only be drawn where FriBiDi is: install the system's package for it"
        raise UndrawableError(message)
    for typeface in typefaces:
        if all(map(typeface.holds, seen + ELLIPSIS)):
            return Setting(seen, typeface, direction, shaped)
    message = f"no typeface holds all letters of {seen!r}: put one that does into scripts/newsroom/site/faces/"
    raise UndrawableError(message)


def visible(text: str) -> str:
    """Return `text` with composed letters and single spaces, without controls, line breaks and marks without ink."""
    composed = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return "".join(one for one in composed if one in _JOINERS or unicodedata.category(one) not in {"Cc", "Cf"})


def _is_shaped(letter: str) -> bool:
    """Return whether the place or the form of `letter` depends on others."""
    return unicodedata.bidirectional(letter) in _SHAPED or unicodedata.category(letter).startswith("M")
