"""Say of two texts that are nearly the same whether the later one corrects the earlier one.

A correction leaves nearly all of a text as it was: its words, its beginning, its figures and names. A text of the same
template about other people, and the report of next year's forum, change what a text is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsroom import resemblance
from newsroom.keys import Kind
from newsroom.verify import has

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from newsroom.keys import Profile, Unit
    from newsroom.languages import Language
    from newsroom.model import Article
    from newsroom.resemblance import Resemblance

FACTS = (frozenset({Kind.NUMBER, Kind.DATE, Kind.MONTH}), frozenset({Kind.NAME, Kind.PLACE}))
"""What a text is about, its figures and its names: the keys that a template fills in anew."""
ALIKE = 0.8
"""The share of its words that one of the two texts must have in common with the other."""
LEAST = 0.6
"""The share that the other one must have."""
PINNED = 0.5
"""The share that is enough where an editor says that both are one story."""
BEGINNING = 0.5
"""Two texts begin alike when so much of their first words is the same."""
HEADLINE = 0.6
"""A headline is corrected, and not another one, when so much of it is the same."""
CHANGED = 0.2
"""The share of a text's figures, and of its names, that a correction may change; one of each always."""
DOUBTFUL = 2
"""Up to so many times as much, of both together, an editor has to say what it is, or the text itself does."""
LATEST = timedelta(days=60)
"""A text that comes later than this is more likely to be the next one of a series."""
WORDS_OF_A_PHRASE = 3
"""So many words at the beginning of a paragraph announce a correction by themselves; fewer need a mark behind them."""


class Relation(Enum):
    """What the later of two texts is to the earlier one."""

    APART = auto()
    """Another article."""
    DUPLICATE = auto()
    """The same words again."""
    CORRECTION = auto()
    """The same article, corrected."""
    UNSURE = auto()
    """Nearly the same; an editor has to say what it is."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles in one language, the earlier one first."""

    older: Profile
    """The keys of the earlier one."""
    newer: Profile
    """The keys of the later one."""
    resemblance: Resemblance
    """How much of the earlier one stands in the later one, and the other way round."""
    is_ordered: bool
    """Whether it is known which of the two is the later one."""
    announces: bool
    """Whether the later one calls itself a correction, and the earlier one does not."""
    is_pinned: bool
    """Whether an editor says that both are one story."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a pair."""

    relation: Relation
    """What the later text is."""
    reason: str = ""
    """What speaks for it or against it, for a person."""


def judge(pair: Pair) -> Finding:
    """Return what the later article of `pair` is to the earlier one."""
    close = pair.resemblance
    shares = sorted((close.kept, close.known))
    if pair.is_pinned and shares[1] >= PINNED:
        return _dated(pair, "an editor says that both are one story")
    if close.kept == close.known == 1.0 and _same_words(pair):
        return _same_text(pair)
    if shares[1] < ALIKE or shares[0] < LEAST or close.begins < BEGINNING:
        return Finding(Relation.APART)
    lost, gained = _changes(pair.older, pair.newer)
    excess = [_excess(pair.older, kinds, lost, gained) for kinds in FACTS]
    if sum(excess) > DOUBTFUL or _moved_along(pair, lost, gained):
        return Finding(Relation.APART)
    reason = _told(lost, gained) if lost and gained else f"{close.kept:.0%} of its words stand in this one"
    if max(excess) > 1 and not (pair.announces or pair.is_pinned):
        # Two doubts are no question: the rates of next month, the same notice about other people.
        return Finding(Relation.APART) if _distance(pair) > LATEST else Finding(Relation.UNSURE, reason)
    return _dated(pair, reason)


def day(article: Article) -> date | None:
    """Return the last day that an article states of itself: of its publication, or of its last change."""
    return max(filter(None, (article.published, article.updated)), default=None)


def notes(language: Language) -> re.Pattern[str]:
    """Return what finds the note of a correction: "Correction: …" or "(Исправлено)" in a headline or a paragraph."""
    short: list[str] = []
    long: list[str] = []
    for phrase in language.words.correction:
        (long if len(phrase.split()) >= WORDS_OF_A_PHRASE else short).append(re.escape(phrase))
    ways = [rf"^[\W_]*(?:{'|'.join(long)})\b"] if long else []
    if short:
        words = "|".join(short)
        ways += [
            rf"^[\W_]*(?:{words})\s*(?:[:.,;!()\[\]–—-]|\d|$)",
            rf"[(\[]\s*(?:{words})\s*[)\]]\W*$",
        ]
    return re.compile("|".join(ways) or r"(?!)", re.IGNORECASE)


def announces(article: Article, note: re.Pattern[str]) -> bool:
    """Say whether an article calls itself a correction, in a line of its own or in its headline."""
    texts = (article.headline, *(block.text for block in article.body), *(piece.text for piece in article.left_out))
    return any(note.search(text) for text in texts)


def _dated(pair: Pair, reason: str) -> Finding:
    """Return a correction, unless it is not known which text is the later one, or something else speaks against it."""
    if not pair.is_ordered:
        return Finding(Relation.UNSURE, "neither says that it is the later one")
    if pair.is_pinned or pair.announces:
        return Finding(Relation.CORRECTION, reason)
    hosts = [urlsplit(side.article.source_url or "").hostname for side in (pair.older, pair.newer)]
    if all(hosts) and hosts[0] != hosts[1]:
        return Finding(Relation.UNSURE, f"one is from {hosts[0]}, the other from {hosts[1]}")
    if _distance(pair) > LATEST:
        return Finding(Relation.UNSURE, f"{_distance(pair).days} days lie between them")
    return Finding(Relation.CORRECTION, reason)


def _distance(pair: Pair) -> timedelta:
    """Return how much later the later article is; nothing where one of the two has no day."""
    older, newer = day(pair.older.article), day(pair.newer.article)
    return newer - older if older and newer else timedelta()


def _same_words(pair: Pair) -> bool:
    """Say whether two texts that share all words also have them as often."""
    older, newer = (resemblance.wording(block.text for block in side.article.body) for side in (pair.older, pair.newer))
    return older.words == newer.words


def _same_text(pair: Pair) -> Finding:
    """Return what a text is that has all words of another: its headline may be corrected, or be another one."""
    titles = [side.article.title for side in (pair.older, pair.newer)]
    if not all(titles) or not pair.is_ordered:
        return Finding(Relation.DUPLICATE)
    older, newer = (resemblance.wording([title or ""]).words for title in titles)
    if older != newer and resemblance.closeness(older, newer) >= HEADLINE:
        return _dated(pair, f"its headline was “{titles[0]}”")
    return Finding(Relation.DUPLICATE)


def _excess(side: Profile, kinds: frozenset[Kind], lost: Mapping[str, Unit], gained: Mapping[str, Unit]) -> float:
    """Return how many times as many facts of some kinds are changed as a correction may change."""
    changed = min(sum(unit.kind in kinds for unit in facts.values()) for facts in (lost, gained))
    return changed / max(1.0, CHANGED * sum(unit.kind in kinds for unit in side.units.values()))


def _changes(older: Profile, newer: Profile) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Return the facts that only the earlier text has, and those that only the later one has, as written there."""
    return _alone(older, newer), _alone(newer, older)


def _alone(mine: Profile, its: Profile) -> dict[str, Unit]:
    """Return the facts that one text has and the other has not: as they are written there first, and their keys."""
    texts = [*(block.text for block in mine.article.body), mine.article.title or ""]
    found: dict[str, Unit] = {}
    told: set[str] = set()
    for text, mentions in zip(texts, (*mine.paragraphs, mine.title), strict=True):
        for mention in mentions:
            unit = mention.unit
            if unit.key not in told and unit.kind in frozenset().union(*FACTS) and not has(unit, its.forms.keys()):
                told.add(unit.key)
                found[text[mention.start : mention.end]] = unit
    return found


def _told(lost: Iterable[str], gained: Iterable[str]) -> str:
    return " became ".join(", ".join(f"“{text}”" for text in facts) for facts in (lost, gained))


def _moved_along(pair: Pair, lost: Mapping[str, Unit], gained: Mapping[str, Unit]) -> bool:
    """Say whether the day in the text moved as far as the day of publication: the next event of a series."""
    older, newer = pair.older.article, pair.newer.article
    changed = all(any(unit.kind is Kind.DATE for unit in side.values()) for side in (lost, gained))
    if not changed or not (older.event_date and newer.event_date and older.published and newer.published):
        return False
    moved = newer.event_date - older.event_date
    return bool(moved) and moved == newer.published - older.published
