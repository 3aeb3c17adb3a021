"""Whether the story takes up the words of a line: a headline's it does, a menu's or a masthead's it hardly does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

LONG_WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4
"""So many letters at the head of a word are the same in most of its forms."""
TOLD = 0.45
"""A line is told by the story that takes up so large a share of its long words."""
LEAST = 3
"""So many long words must be told before a line that looks like a page's call is taken for a headline."""


def share(draft: Draft, text: str) -> float:
    """Return the share, from 0 to 1, of the long words of `text` that the prose of the draft takes up, in any form."""
    told = {stem for line in _others(draft, text) for stem in _stems(line.text)}
    stems = _stems(text)
    return len(stems & told) / len(stems) if stems else 0.0


def may_be_headline(draft: Draft, text: str) -> bool:
    """Say whether `text` may be the headline that is still looked for, although it looks like a page's call."""
    return "title" not in draft.fields and len(_stems(text)) >= LEAST and share(draft, text) >= TOLD


def _others(draft: Draft, text: str) -> list[Line]:
    """Return the lines of prose besides `text` itself."""
    return [line for line in draft.lines if line.text != text and shape.is_prose(line.text)]


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in LONG_WORD.findall(text)}
