"""Say for a person why two articles are versions of one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.keys import Kind
from newsroom.verify import has

if TYPE_CHECKING:
    from newsroom.keys import Profile
    from newsroom.model import Alignment

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""Numbers written out, as style guides want the small ones."""
NOUNS = ((("number", "numbers"), (Kind.NUMBER, Kind.DATE)), (("name", "names"), (Kind.NAME, Kind.PLACE)))
"""What is counted: its noun, and the kinds of keys that count as it."""


def sentence(left: Profile, right: Profile, *, alignment: Alignment) -> str:
    """Return for example "five numbers, four names and 6 of 7 paragraphs agree; published on the same day"."""
    parts = []
    for nouns, kinds in NOUNS:
        count = sum(1 for unit in left.units.values() if unit.kind in kinds and has(unit, right.forms.keys()))
        if count:
            parts.append(f"{_count(count)} {nouns[count > 1]}")
    paired = sum(max(len(bead.left), len(bead.right)) for bead in alignment.beads if bead.left and bead.right)
    alone = sum(len(bead.left) + len(bead.right) for bead in alignment.beads if not (bead.left and bead.right))
    parts.append(f"{paired} of {paired + alone} paragraphs")
    agree = "agrees" if parts == ["1 of 1 paragraphs"] else "agree"
    return f"{_listed(parts)} {agree}{_published(left, right)}"


def _count(count: int) -> str:
    return COUNTS[count] if count < len(COUNTS) else str(count)


def _listed(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _published(left: Profile, right: Profile) -> str:
    if not (left.article.published and right.article.published):
        return ""
    days = abs((left.article.published - right.article.published).days)
    if not days:
        return "; published on the same day"
    return f"; published {_count(days)} {'day' if days == 1 else 'days'} apart"
