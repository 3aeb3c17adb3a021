"""Full names of two corresponding passages of which one part agrees and the other surely does not.

Names of the region (with an ending such as -ov or -bek in either part) are transliterated by rule: of them another
skeleton of consonants is another name, and so is another vowel in the first syllable: Марат is not Мұрат. Names from
elsewhere are spelled as they sound (Wright, Райт; Trump, Трамп), and told only where hardly a consonant agrees.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from anyascii import anyascii

from newsroom import languages
from newsroom.differences.passage import Said
from newsroom.keys import Kind, begins_sentence
from newsroom.keys.skeleton import stems
from newsroom.verify import has

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.differences.passage import Passage

    FullName = tuple[Said, Said]
    Sides = tuple[Passage, Passage]

ALIKE = 0.5
"""Skeletons that are more alike than this may be one name, spelled in two ways."""
VOICED = str.maketrans("dgbzv", "tkpsf")
"""Consonants that are written voiced or unvoiced at the end of a part of a name: Мұхамед and Мухамет."""
RARE = 3.0
"""A word at the beginning of a sentence that weighs fewer nats is no part of a name: "But Nielsen"."""
VOWELS = re.compile(r"[aeiouy]+")
APART = (frozenset("au"), frozenset("ai"), frozenset("io"), frozenset("eu"), frozenset("eo"))
"""Vowels of a first syllable that no two transliterations of one name differ by."""


def contradictions(left: Passage, right: Passage) -> Iterator[tuple[str, tuple[Said, Said]]]:
    """Yield `name`, and two full names, each as one mention, that share one part and differ in the other."""
    mine, its = list(_full_names(left)), list(_full_names(right))
    told: set[tuple[str, ...]] = set()
    for one in mine:
        for other in its:
            unlike = _unlike((left, right), one, other)
            if unlike is None or _is_known((left, right), one, its) or _is_known((right, left), other, mine):
                continue
            words = tuple(map(_word, (left, right), unlike))
            if words not in told:
                told.add(words)
                yield "name", (_whole(one), _whole(other))


def _whole(name: FullName) -> Said:
    """Return both parts of a full name as one mention."""
    first, last = name
    return Said(first.at, replace(first.mention, end=last.mention.end))


def _full_names(passage: Passage) -> Iterator[FullName]:
    """Yield every two names that stand side by side."""
    names = [said for said in passage.said if said.mention.unit.kind is Kind.NAME]
    for first, second in pairwise(names):
        text = passage.profile.article.body[first.at].text
        is_word = first.mention.unit.weight < RARE and begins_sentence(text, first.mention.start)
        if not is_word and first.at == second.at and text[first.mention.end : second.mention.start] == " ":
            yield first, second


def _unlike(sides: Sides, one: FullName, other: FullName) -> FullName | None:
    """Return the parts that surely differ, where the other parts of two full names are the same."""
    for same, differing in ((0, 1), (1, 0)):
        if _agree(one[same], other[same]):
            by_rule = _is_regional(sides[0], one) and _is_regional(sides[1], other)
            pair = one[differing], other[differing]
            if (
                _is_same(sides, (one[same], other[same]), by_rule=by_rule)
                and _is_another(sides, pair, by_rule=by_rule)
                and not _stands_elsewhere(sides, pair[0], by_rule=by_rule)
                and not _stands_elsewhere(sides[::-1], pair[1], by_rule=by_rule)
            ):
                return pair
    return None


def _is_known(sides: Sides, name: FullName, others: Sequence[FullName]) -> bool:
    """Say whether one of the `others` is the same full name as one of the first side's."""
    return any(
        all(_is_same(sides, pair, by_rule=False) for pair in zip(name, other, strict=True))
        and not _unlike(sides, name, other)
        for other in others
    )


def _stands_elsewhere(sides: Sides, said: Said, *, by_rule: bool) -> bool:
    """Say whether a part of a name of the first side stands anywhere in the other version."""
    if not has(said.mention.unit, sides[1].profile.forms.keys()):
        return False
    return not by_rule or any(
        _is_same(sides, (said, Said(at, other)), by_rule=True)
        for at, found in enumerate(sides[1].profile.paragraphs)
        for other in found
    )


def _is_same(sides: Sides, pair: FullName, *, by_rule: bool) -> bool:
    """Say whether two parts of names, one of each side, are the same name."""
    return _agree(*pair) and not (by_rule and _vowels_differ(*map(_word, sides, pair)))


def _is_another(sides: Sides, pair: FullName, *, by_rule: bool) -> bool:
    """Say whether two parts of names, one of each side, surely are two names."""
    mine, its = (said.mention.unit for said in pair)
    if _agree(*pair):
        return not _is_same(sides, pair, by_rule=by_rule)
    if by_rule:
        return not _same_skeleton(*pair)
    return SequenceMatcher(a=mine.key, b=its.key, autojunk=False).ratio() <= ALIKE


def _is_regional(passage: Passage, name: FullName) -> bool:
    """Say whether one of the two parts ends as names of the region do, with or without an ending of its language."""
    article = passage.profile.article
    keys = languages.load(article.language).keys
    for said in name:
        word = article.body[said.at].text[said.mention.start : said.mention.end].lower()
        if any(stem.endswith(tuple(keys.name_endings)) for stem in stems(word, endings=tuple(keys.endings))):
            return True
    return False


def _agree(one: Said, other: Said) -> bool:
    """Say whether two parts of names have a form in common."""
    return has(one.mention.unit, set(other.mention.unit.forms))


def _same_skeleton(one: Said, other: Said) -> bool:
    """Say whether two parts of names have a skeleton in common, voiced and unvoiced consonants taken for one."""
    mine, its = ({form.translate(VOICED) for form in said.mention.unit.forms} for said in (one, other))
    return bool(mine & its)


def _word(passage: Passage, said: Said) -> str:
    """Return a part of a name in Latin letters, lower case."""
    text = passage.profile.article.body[said.at].text
    return anyascii(text[said.mention.start : said.mention.end]).lower()


def _vowels_differ(one: str, other: str) -> bool:
    """Say whether the first syllables have vowels that no two transliterations of one name differ by."""
    first, second = (VOWELS.search(word) for word in (one, other))
    return bool(first and second) and frozenset((first[0][-1], second[0][-1])) in APART  # type: ignore[index]
