"""Whether the story takes up the words of a line: a headline's it does, a menu's or a masthead's it hardly does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

LONG_WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4
"""So many letters at the head of a word are the same in most of its forms."""
TOLD = 0.45
"""A line is told by the story that takes up so large a share of its long words."""
MANY = 300
"""So many lines of a text are enough to tell what it is about."""
LEAST = 3
"""So many long words must be told before a line that looks like a page's call is taken for a headline."""


def told(draft: Draft) -> set[str]:
    """Return the stems of the long words of the draft's prose: what the story is about."""
    return {stem for line in draft.lines[:MANY] if shape.is_prose(line.text) for stem in _stems(line.text)}


def share(story: set[str], text: str) -> float:
    """Return the share, from 0 to 1, of the long words of a line that the `story` takes up; none for prose itself."""
    stems = _stems(text)
    return 0.0 if not stems or shape.is_prose(text) else len(stems & story) / len(stems)


def may_be_headline(draft: Draft, text: str) -> bool:
    """Say whether `text` may be the headline that is still looked for, although it looks like a page's call."""
    return "title" not in draft.fields and len(_stems(text)) >= LEAST and share(told(draft), text) >= TOLD


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in LONG_WORD.findall(text)}
