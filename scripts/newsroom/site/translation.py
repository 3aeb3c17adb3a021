"""Which version of a story is a translation of which, as far as anyone said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Direction:
    """From which language a story was translated into which."""

    original: str
    """The language of the version that was there first."""
    translations: frozenset[str]
    """The languages of those that are translations of it."""


def direction(meta: Mapping[str, Any]) -> Direction | None:
    """Return what the front matter `meta` of a version says of the versions of its story; None where that is nothing.

    A mark `translation` on the entries of `versions` decides, which is `original` or `translation`. Where no entry has
    one, the page's own `original` makes all others translations, and its `translator` makes it one of the only other.
    """
    here, versions = meta.get("lang"), meta.get("versions", ())
    marks = {one["lang"]: one["translation"] for one in versions if one.get("translation")}
    others = [one["lang"] for one in versions if one["lang"] != here]
    if not marks and meta.get("original"):
        marks = {here: "original", **dict.fromkeys(others, "translation")}
    elif not marks and meta.get("translator") and len(others) == 1:
        marks = {here: "translation", others[0]: "original"}
    originals = [code for code, mark in marks.items() if mark == "original"]
    translations = frozenset(code for code, mark in marks.items() if mark == "translation")
    return Direction(originals[0], translations) if len(originals) == 1 else None
