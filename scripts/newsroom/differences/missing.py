"""Paragraphs that only one of two versions has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.model import BlockKind, Difference
from newsroom.verify import has, hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.keys import Profile
    from newsroom.model import Alignment

SHORT = 40
"""A paragraph shorter than so many characters is not told when it is missing."""
NEARBY = 0.4
"""A paragraph with more than this share of its keys in the other side's neighbours was merged rather than left out."""
SHOWN = 72
"""Characters of a paragraph that are shown."""


def find(left: Profile, right: Profile, place: int, *, alignment: Alignment) -> Iterator[Difference]:
    """Yield the paragraph of the bead at `place` as missing; a heading or a repeated quotation is none."""
    bead = alignment.beads[place]
    profile, at = (left, bead.left[0]) if bead.left else (right, bead.right[0])
    body = profile.article.body
    text = body[at].text
    repeated = any(text.strip("«»“”\"' .") in block.text for other, block in enumerate(body) if other != at)
    is_small = len(text) < SHORT or body[at].kind is BlockKind.HEADING
    if not (is_small or repeated or _is_told_nearby(left, right, place, alignment)):
        beginning = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + "…"
        detail = f"only in {profile.article.language}: {beginning}"
        yield Difference("missing", alignment.languages, detail, (bead.left, bead.right))


def _is_told_nearby(left: Profile, right: Profile, place: int, alignment: Alignment) -> bool:
    """Say whether what stands on one side only at `place` seems to be told in the other side's neighbours."""
    bead, near = alignment.beads[place], alignment.beads[max(0, place - 1) : place + 2]
    mine, here = (left, bead.left) if bead.left else (right, bead.right)
    its = right if bead.left else left
    there = hold(its, sorted({at for other in near for at in (other.right if bead.left else other.left)}))
    told = sum(unit.weight for unit in hold(mine, here).units.values() if has(unit, there.forms))
    return told >= NEARBY * hold(mine, here).words
