"""Judge a pair of articles: versions of one story, accounts of one event, unsure, or nothing to do with each other.

The factors come from a logistic regression on pairs of real documents, in one large folder and in many small ones:
translations against the strangers that are nearest to them; and for events from one on invented stories.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from newsroom.model import Article
    from newsroom.verify import Comparison

    Pair = tuple[int, int]

BASE = -7.7
"""Log odds of two articles of which nothing is known."""
WORDS = 71.0
"""For the weighted share of all keys that stand in corresponding paragraphs."""
FACTS = 2.6
"""For the share of facts in corresponding paragraphs."""
STOCK = -2.75
"""For the logarithm of the stock of facts: the more two texts could share, the more they should."""
FOCUS = 2.4
"""For the mean share of names."""
LENGTH = -6.0
"""For the logarithm of how many times longer one is than the other."""
SLACK_WORDS = 1.1
"""In place, the share of keys may be so much greater than over the whole texts, where every key counts once."""
SLACK_FACTS = 1.2
"""The same for the share of facts."""
JOIN = 0.6
"""Log odds from which two articles are versions of one story."""
UNSURE = -2.0
"""Log odds from which an editor is asked."""
ASKED = 0.0
"""Log odds given to articles that agree in everything but their people and places."""
OTHER_PEOPLE = 0.32
"""Below this mean share of names in common the two speak of other people and places: one template, two events."""
FEW_FACTS = 0.4
"""Share of facts below which other people are not merely names that were spelled in another way."""
NAMED = 20.0
"""Nats of names from which their share says something."""
BETTER = 10.0
"""Log odds by which another partner is likelier than one that is not looked at any more."""
FAR_DAYS = 30
"""Translations appear within so many days of each other, as a rule."""
FAR = -5.0
"""Log odds for articles that were published further apart."""
EVENT_BASE = -5.1
"""Log odds that two articles of which nothing is known report one event."""
EVENT_LEAD = 4.0
"""For the mean share of facts of headline and lead that the other has."""
EVENT_FOCUS = 14.0
"""For the mean share of names."""
EVENT_EVIDENCE = 8.0
"""Nats of facts that two accounts of one event must share."""
EVENT_DAYS = 10
"""Accounts of one event appear within so many days of each other."""


class Verdict(StrEnum):
    """What two articles are to each other."""

    TRANSLATION = "translation"
    UNSURE = "unsure"
    COVERAGE = "coverage"
    NOTHING = "nothing"


def odds(left: Article, right: Article, comparison: Comparison) -> float:
    """Return the log odds that two articles in different languages are versions of one story.

    Where nobody has aligned their paragraphs, it is the most that an alignment could give.
    """
    words, facts = comparison.words_in_place, comparison.facts_in_place
    if not comparison.is_aligned:
        words, facts = comparison.words * SLACK_WORDS, min(1.0, comparison.facts * SLACK_FACTS)
    focus = sum(comparison.focus) / 2
    value = BASE + WORDS * words + FACTS * facts + STOCK * math.log1p(comparison.stock)
    value += FOCUS * focus + LENGTH * comparison.length
    if focus < OTHER_PEOPLE and facts < FEW_FACTS and comparison.names >= NAMED:
        value = ASKED if value >= JOIN else min(value, UNSURE)
    apart = _days(left.published, right.published)
    return value + FAR if apart is not None and apart > FAR_DAYS else value


def worth_aligning(bounds: Mapping[Pair, float], languages: Sequence[str]) -> list[Pair]:
    """Return the pairs of which an alignment may still show that they are versions of one story, in order.

    `bounds` are their log odds at the most, `languages` those of the articles. A pair is not worth it where either
    article has a much likelier partner in the other's language, and the other has one too.
    """
    best: dict[tuple[int, str], float] = {}
    for (one, other), value in bounds.items():
        for place in ((one, languages[other]), (other, languages[one])):
            best[place] = max(value, best.get(place, value))
    return sorted(
        (one, other)
        for (one, other), value in bounds.items()
        if value >= JOIN and value + BETTER >= min(best[one, languages[other]], best[other, languages[one]])
    )


def certainty(log_odds: float) -> float:
    """Return log odds as a probability, rounded to two places and never quite certain."""
    return round(min(0.99, 1 / (1 + math.exp(-log_odds))), 2)


def same_event(left: Article, right: Article, comparison: Comparison) -> bool:
    """Say whether two articles report one event, whoever wrote them."""
    value = EVENT_BASE + EVENT_LEAD * sum(comparison.lead) / 2 + EVENT_FOCUS * sum(comparison.focus) / 2
    if value < 0 or comparison.evidence < EVENT_EVIDENCE:
        return False
    apart = (_days(left.published, right.published), _days(left.event_date, right.event_date))
    return all(days is None or days <= EVENT_DAYS for days in apart)


def verdict(left: Article, right: Article, comparison: Comparison, *, log_odds: float) -> Verdict:
    """Return what two articles are to each other, taken by themselves."""
    if log_odds >= JOIN and comparison.is_aligned:
        return Verdict.TRANSLATION
    if same_event(left, right, comparison):
        return Verdict.COVERAGE
    is_doubtful = log_odds > UNSURE and (comparison.is_aligned or log_odds == ASKED)
    return Verdict.UNSURE if is_doubtful else Verdict.NOTHING


def _days(left: date | None, right: date | None) -> int | None:
    return abs((left - right).days) if left and right else None
