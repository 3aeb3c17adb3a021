"""Find what two aligned versions say differently: numbers, days, names, and paragraphs on one side only.

Only contradictions are told: where one version merely leaves a number out, or writes the same thing differently
(12 000 and 12,000; жартысы and half; 100 miles and 160 km), nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.differences import figures, missing, names
from newsroom.differences.passage import Passage
from newsroom.model import Difference

if TYPE_CHECKING:
    from newsroom.differences.passage import Said
    from newsroom.keys import Profile
    from newsroom.model import Alignment

AROUND = 24
"""Characters of text shown behind a number or a name."""


def compare(left: Profile, right: Profile, *, alignment: Alignment) -> tuple[Difference, ...]:
    """Return the differences between two versions, in the order of the beads."""
    found: list[Difference] = []
    for place, bead in enumerate(alignment.beads):
        if bead.left and bead.right:
            sides = Passage(left, bead.left), Passage(right, bead.right)
            told = [*figures.contradictions(*sides), *names.contradictions(*sides)]
            found += (_difference(kind, left, right, pair, alignment) for kind, pair in told)
        else:
            found += missing.find(left, right, place, alignment=alignment)
    return tuple(found)


def _difference(kind: str, left: Profile, right: Profile, pair: tuple[Said, Said], alignment: Alignment) -> Difference:
    """Return the record of two mentions that contradict each other."""
    details, spans = [], []
    for language, side, said in zip(alignment.languages, (left, right), pair, strict=True):
        start, end = said.mention.start, said.mention.end
        spans.append((start, end))
        details.append(f"{language}: {shown(side.article.body[said.at].text, start, end - start + AROUND)}")
    one, other = pair
    paragraphs = (one.at,), (other.at,)
    return Difference(kind, alignment.languages, " | ".join(details), paragraphs, (spans[0], spans[1]))


def shown(text: str, start: int, length: int) -> str:
    """Return so many characters of `text` from `start`, to the end of a word."""
    end = min(len(text), start + length)
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end] + ("…" if end < len(text) else "")
