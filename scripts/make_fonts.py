"""Make the site's fonts from Noto Serif: of each only the letters and the weights that it is for.

    python scripts/make_fonts.py [--css FILE] [--into DIR]

The style sheet says which letters each file holds (`src`, `unicode-range`) and how bold it gets (`font-weight`). The
same libraries make the same bytes; `requirements-dev.txt` pins them, and the typeface itself as one of them.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
CSS = ROOT / "docs/assets/css/fonts.css"
DRAWN = ROOT / "scripts/newsroom/site/faces/noto-serif-bold.ttf"
"""The typeface of the pictures that networks show beside a link."""
DRAWN_LETTERS = (
    "U+20-7E, U+A0-24F, U+2B9-2BC, U+300-30C, U+31B, U+323, U+327-328, U+370-377, U+37A-37F, U+384-38A, U+38C, "
    "U+38E-3A1, U+3A3-3E1, U+3F0-52F, U+1E00-1EFF, U+2010-2015, U+2018-201E, U+2020-2022, U+2026, U+2030, U+2032-2033, "
    "U+2039-203A, U+2044, U+2070-2071, U+2074-208E, U+20A0-20C0, U+2116, U+2122, U+2212"
)
"""Latin with Vietnamese, Greek and Cyrillic."""
BOLD = 700
WIDTH = 100
"""The only width that the site uses, in per cent."""
FEATURES = ["ccmp", "kern", "mark", "mkmk"]
"""What a text needs to look right: letters with marks, and the distances between letters."""

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FILE = re.compile(r'url\("(?P<path>[^"]+\.woff2)"\)')
_WEIGHTS = re.compile(r"font-weight:\s*(?P<least>\d+) (?P<most>\d+);")
_RANGE = re.compile(r"unicode-range:\s*(?P<letters>[^;]+);")


class FontError(ValueError):
    """A font can't be made as it is asked for; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Face:
    """One file that the style sheet asks for."""

    path: Path
    """Where it goes, relative to the style sheet."""
    weights: tuple[int, int]
    """The least and the most of its weight axis, as CSS counts them (400 regular, 700 bold)."""
    letters: frozenset[int]
    """The code points that it holds."""


def faces(css: str) -> tuple[Face, ...]:
    """Return the files that the style sheet `css` asks for, in its order.

    Raises `FontError` where a `@font-face` with a file says not which letters or weights it holds.
    """
    return tuple(_face(rules) for rules in _FACE.findall(css) if _FILE.search(rules))


def code_points(letters: str) -> frozenset[int]:
    """Return the code points of a CSS `unicode-range`: `U+20-7E, U+A0`."""
    spans = [one.strip().removeprefix("U+").split("-") for one in letters.split(",")]
    return frozenset(point for span in spans for point in range(int(span[0], 16), int(span[-1], 16) + 1))


def make(source: bytes, face: Face) -> bytes:
    """Return `face` as WOFF2, cut out of the variable font `source`.

    Raises `FontError` where the typeface lacks one of its letters.
    """
    few = _limited(_read(source), face.letters)
    font = instantiateVariableFont(_read(_written(few)), {"wght": face.weights, "wdth": WIDTH})
    font.flavor = "woff2"
    return _written(font)


def make_drawn(source: bytes) -> bytes:
    """Return the bold letters for pictures as TrueType, cut out of the variable font `source`."""
    few = _limited(_read(source), code_points(DRAWN_LETTERS))
    return _written(instantiateVariableFont(_read(_written(few)), {"wght": BOLD, "wdth": WIDTH}))


def _face(rules: str) -> Face:
    """Read one `@font-face`."""
    file, weights, letters = _FILE.search(rules), _WEIGHTS.search(rules), _RANGE.search(rules)
    if not (file and weights and letters):
        message = f"fonts.css: expected src, font-weight and unicode-range in each @font-face, received {rules!r}"
        raise FontError(message)
    return Face(Path(file["path"]), (int(weights["least"]), int(weights["most"])), code_points(letters["letters"]))


def _limited(font: TTFont, letters: frozenset[int]) -> TTFont:
    """Leave only `letters` in `font`."""
    lacking = letters - font.getBestCmap().keys()
    if lacking:
        message = f"fonts.css: the typeface lacks {', '.join(f'U+{one:X}' for one in sorted(lacking))}; ask for less"
        raise FontError(message)
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _read(data: bytes) -> TTFont:
    """Read a font; its time stamp stays what its makers set."""
    return TTFont(BytesIO(data), recalcTimestamp=False)


def _written(font: TTFont) -> bytes:
    """Return the bytes of a font."""
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def source() -> bytes:
    """Return the whole typeface, as its makers publish it."""
    return (files("fontpkg_noto_serif") / "files/NotoSerif[wdth,wght].ttf").read_bytes()


def main(arguments: list[str]) -> int:
    """Make the fonts as `arguments` say; return the exit status."""
    parser = argparse.ArgumentParser(description="Make the site's fonts from Noto Serif.")
    parser.add_argument("--css", type=Path, default=CSS, help="the style sheet (default: docs/assets/css/fonts.css)")
    parser.add_argument("--into", type=Path, help="the folder to write to (default: as the style sheet says)")
    options = parser.parse_args(arguments)
    whole = source()
    drawn = options.into / DRAWN.name if options.into else DRAWN
    drawn.write_bytes(make_drawn(whole))
    for face in faces(options.css.read_text("utf-8")):
        made = make(whole, face)
        path = options.into / face.path.name if options.into else (options.css.parent / face.path).resolve()
        path.write_bytes(made)
        print(f"{path.name}: {len(face.letters)} letters, {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
