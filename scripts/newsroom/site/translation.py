"""In which language a story was written first, as far as anyone said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def origin(meta: Mapping[str, Any]) -> str | None:
    """Return the language of the version that the others of the story are translations of; None where nobody said.

    `meta` is the front matter of any version: its own `original`, or that of an entry of its `versions`. A version
    whose `translator` is named is a translation, and of the other one where there are just two. Who contradict each
    other say nothing.
    """
    here = meta.get("lang")
    versions = meta.get("versions", ())
    originals = {one["lang"] for one in versions if one.get("original")}
    if meta.get("original"):
        originals.add(here)
    others = [one["lang"] for one in versions if one["lang"] != here]
    if meta.get("translator") and len(others) == 1:
        originals.add(others[0])
    return originals.pop() if len(originals) == 1 else None
