"""Find what two aligned versions say differently: numbers, days, names, and paragraphs on one side only.

Only contradictions are told: where one version merely leaves a number out, or writes the same thing differently
(12 000 and 12,000; жартысы and half), nothing is said.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsroom.keys import Kind
from newsroom.model import BlockKind, Difference
from newsroom.verify import has

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.keys import Mention, Profile
    from newsroom.keys.weights import Weights
    from newsroom.model import Alignment, Bead

AROUND = 24
"""Characters of text shown behind a number."""
SHORT = 40
"""A paragraph shorter than so many characters is not told when it is missing."""
SPELLED = 10
"""Numbers below this must stand in digits on both sides to contradict each other: words for them have other uses."""
NEARBY = 0.4
"""A paragraph with more than this share of its keys in the other side's neighbours was merged rather than left out."""
ALIKE = 0.5
"""Skeletons that are more alike than this may be one name."""
CLOCK = 12.0
"""Hours of two clocks: 5 p.m. and 17:00."""
UNITS = (0.3048, 0.4047, 0.4536, 0.9144, 1.609, 2.54, 6.35)
"""Factors between units of two systems: foot, acre, pound, yard, mile, inch, stone."""
ROUNDED = 0.04
"""So much may a converted number be off."""
YEARS = range(1900, 2100)
"""Whole numbers that are told as dates."""


class _Said(NamedTuple):
    """A mention with the paragraph it stands in."""

    at: int
    mention: Mention


def compare(left: Profile, right: Profile, *, alignment: Alignment, weights: Weights) -> tuple[Difference, ...]:
    """Return the differences between two versions, in the order of the beads."""
    found = []
    for place, bead in enumerate(alignment.beads):
        if bead.left and bead.right:
            found += [*_figures(left, right, bead, alignment), *_names(left, right, bead, alignment)]
        elif not _told_nearby(left, right, place, alignment, weights):
            found += _missing(left, right, bead, alignment)
    return tuple(found)


def _told_nearby(left: Profile, right: Profile, place: int, alignment: Alignment, weights: Weights) -> bool:
    """Say whether what stands on one side only at `place` seems to be told in the other side's neighbours."""
    bead, near = alignment.beads[place], alignment.beads[max(0, place - 1) : place + 2]
    mine, here = (left, bead.left) if bead.left else (right, bead.right)
    its = right if bead.left else left
    there = {at for other in near for at in (other.right if bead.left else other.left)}
    forms = {form for at in there for mention in its.paragraphs[at] for form in mention.unit.forms}
    units = {mention.unit.key: mention.unit for at in here for mention in mine.paragraphs[at]}
    told = sum(weights.of(unit) for unit in units.values() if has(unit, forms))
    return told >= NEARBY * sum(map(weights.of, units.values()))


def _figures(left: Profile, right: Profile, bead: Bead, alignment: Alignment) -> Iterator[Difference]:
    """Yield days that contradict each other, and numbers that do."""
    for kind in (Kind.DATE, Kind.NUMBER):
        mine = _only(left, bead.left, right, bead.right, kind)
        its = _only(right, bead.right, left, bead.left, kind)
        for one, other in zip(mine, its, strict=False):
            if kind is Kind.DATE or _contradict(one.mention, other.mention):
                told = "date" if kind is Kind.DATE or (_is_year(one.mention) and _is_year(other.mention)) else "number"
                yield _difference(told, left, right, one, other, alignment)


def _only(mine: Profile, here: Sequence[int], its: Profile, there: Sequence[int], kind: Kind) -> list[_Said]:
    """Return what stands in my side of a bead and neither in the other side nor as often elsewhere in the other."""
    others = {mention.unit.key for at in there for mention in its.paragraphs[at]}
    found: dict[str, _Said] = {}
    for at in here:
        for mention in mine.paragraphs[at]:
            key = mention.unit.key
            if mention.unit.kind is kind and key not in others and mine.counts[key] > its.counts.get(key, 0):
                found.setdefault(key, _Said(at, mention))
    return list(found.values())


def _contradict(one: Mention, other: Mention) -> bool:
    mine, its = float(one.unit.key[2:]), float(other.unit.key[2:])
    if not (one.digits and other.digits) and min(mine, its) < SPELLED:
        return False
    if abs(mine - its) == CLOCK and max(mine, its) <= 2 * CLOCK:
        return False
    ratio = max(mine, its) / max(min(mine, its), 1e-9)
    return all(abs(ratio / max(unit, 1 / unit) - 1) > ROUNDED for unit in UNITS)


def _is_year(mention: Mention) -> bool:
    value = float(mention.unit.key[2:])
    return value == int(value) and int(value) in YEARS


def _names(left: Profile, right: Profile, bead: Bead, alignment: Alignment) -> Iterator[Difference]:
    """Yield full names whose first part agrees and whose second is nowhere in the other version."""
    mine, its = list(_full_names(left, bead.left)), list(_full_names(right, bead.right))
    told = set()
    for one in mine:
        for other in its:
            unlike = one[1], other[1]
            agree = has(one[0].mention.unit, other[0].mention.unit.forms)
            key = unlike[0].mention.unit.key, unlike[1].mention.unit.key
            if (
                agree
                and key not in told
                and _another(left, right, *unlike)
                and not _known(one, its)
                and not _known(other, mine)
            ):
                told.add(key)
                yield _difference("name", left, right, one[0], other[0], alignment)


def _full_names(profile: Profile, paragraphs: Sequence[int]) -> Iterator[tuple[_Said, _Said]]:
    """Yield every two names that stand side by side."""
    for at in paragraphs:
        names = [mention for mention in profile.paragraphs[at] if mention.unit.kind is Kind.NAME]
        for first, second in pairwise(names):
            if profile.article.body[at].text[first.end : second.start] == " ":
                yield _Said(at, first), _Said(at, second)


def _known(name: tuple[_Said, _Said], others: Sequence[tuple[_Said, _Said]]) -> bool:
    """Say whether one of the `others` is the same full name."""
    return any(
        all(has(mine.mention.unit, its.mention.unit.forms) for mine, its in zip(name, other, strict=True))
        for other in others
    )


def _another(left: Profile, right: Profile, mine: _Said, its: _Said) -> bool:
    """Say whether two parts of a name are surely not one."""
    one, other = mine.mention.unit, its.mention.unit
    if has(one, right.forms) or has(other, left.forms):
        return False
    return SequenceMatcher(a=one.key, b=other.key, autojunk=False).ratio() < ALIKE


def _missing(left: Profile, right: Profile, bead: Bead, alignment: Alignment) -> Iterator[Difference]:
    """Yield a paragraph that only one version has; a heading or a repeated quotation is none."""
    profile, at = (left, bead.left[0]) if bead.left else (right, bead.right[0])
    body = profile.article.body
    text = body[at].text
    repeated = any(text.strip("«»“”\"' .") in block.text for place, block in enumerate(body) if place != at)
    if len(text) >= SHORT and body[at].kind is not BlockKind.HEADING and not repeated:
        detail = f"only in {profile.article.language}: {_shown(text, 0, 3 * AROUND)}"
        yield Difference("missing", alignment.languages, detail, (bead.left, bead.right))


def _difference(kind: str, left: Profile, right: Profile, one: _Said, other: _Said, alignment: Alignment) -> Difference:
    shown = [
        _shown(side.article.body[said.at].text, said.mention.start, said.mention.end - said.mention.start + AROUND)
        for side, said in ((left, one), (right, other))
    ]
    languages = alignment.languages
    detail = f"{languages[0]}: {shown[0]} | {languages[1]}: {shown[1]}"
    return Difference(kind, languages, detail, ((one.at,), (other.at,)))


def _shown(text: str, start: int, length: int) -> str:
    """Return so many characters of `text` from `start`, to the end of a word."""
    end = min(len(text), start + length)
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end] + ("…" if end < len(text) else "")
