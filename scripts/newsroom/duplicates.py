"""Find articles that stand in the folder twice, word for word or in an earlier text that a later one corrects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from newsroom import claims, lookalikes, resemblance, succession
from newsroom.keys import Reader
from newsroom.model import Evidence, Problem, Severity, Status
from newsroom.succession import Pair, Relation, day

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.claims import Claims
    from newsroom.keys import Profile
    from newsroom.languages import Language
    from newsroom.model import Article
    from newsroom.succession import Finding

Judged = tuple[Pair, "Finding"]
"""Two articles that are nearly the same, and what the later one is to the earlier one."""

SERIES = 4
"""More texts than this that hang together are a series."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Why an article is not shown."""

    to: str
    """The source of the one that takes its place; it may have been replaced itself."""
    status: Status
    """What the article is: a duplicate or superseded."""
    evidence: Evidence
    """How that is known."""


def set_aside(
    articles: Sequence[Article], *, languages: Sequence[Language]
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles in the order of their sources, and what the editor should know.

    Those whose words an earlier file has are marked as duplicates, those that a later text corrects as superseded, and
    that text says what it corrects. An editor's `corrects`, `apart_from` and `story` go before anything inferred.
    """
    ordered = sorted(articles, key=lambda article: article.source)
    said = claims.read(ordered)
    problems = list(said.problems)
    steps = {
        older: _Step(newer, Status.SUPERSEDED, Evidence(_line(ordered, newer), "sidecar", 1.0))
        for older, newer in said.corrected_by.items()
    }
    problems += _word_for_word(_shown(ordered, steps), said, steps)
    judged = [pair for language in languages for pair in _judge(_shown(ordered, steps), language, said)]
    problems += _take(judged, steps)
    return tuple(_marked(ordered, steps)), tuple(problems)


def _shown(articles: Iterable[Article], steps: Mapping[str, _Step]) -> list[Article]:
    return [one for one in articles if one.status is Status.PUBLISHED and one.source not in steps]


def _line(articles: Iterable[Article], source: str) -> int | None:
    """Return the line on which the editor of `source` says what it corrects."""
    said = next(article.corrections for article in articles if article.source == source)
    return said.lines.get("corrects") if said else None


def _word_for_word(articles: Sequence[Article], said: Claims, steps: dict[str, _Step]) -> Iterator[Problem]:
    """Set aside every article with the headline and the words of an earlier file, and yield a warning for each."""
    kept: dict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in articles:
        words = resemblance.wording(block.text for block in article.body).words
        headline = resemblance.wording([article.title or ""]).words
        same = kept[(article.language, headline, words)] if words else []
        original = next((one for one in same if not said.part(one.source, article.source)), None)
        if original:
            steps[article.source] = _twin(original)
            yield _doubled(original, article)
        else:
            same.append(article)


def _twin(original: Article) -> _Step:
    return _Step(original.source, Status.DUPLICATE, Evidence(None, "duplicates", 1.0, inferred=True))


def _doubled(original: Article, article: Article) -> Problem:
    message = f"expected a new article, received the words of {original.source} again; it is not published twice"
    remedy = f"Remove one of the two files; or say `corrects: {original.source}` in the sidecar of this one to show it."
    return Problem(article.source, 1, Severity.WARNING, message, remedy)


def _judge(articles: Iterable[Article], language: Language, said: Claims) -> Iterator[Judged]:
    """Yield the pairs of articles in one language that are nearly the same."""
    mine = [article for article in articles if article.language == language.code]
    mine.sort(key=lambda article: (day(article) or date.max, article.source))
    note = succession.notes(language)
    wordings = [resemblance.wording(_without_notes(article, note)) for article in mine]
    reader = Reader(language)
    profiles: dict[int, Profile] = {}
    for one, other in lookalikes.propose([wording.words for wording in wordings]):
        if said.part(mine[one].source, mine[other].source):
            continue
        if resemblance.at_most(wordings[one], wordings[other]) < succession.PINNED:
            continue
        older, newer, is_ordered, announces = _in_order(mine, one, other, note)
        close = resemblance.compare(wordings[older], wordings[newer])
        if max(close.kept, close.known) < succession.PINNED:
            continue
        for at in (older, newer):
            profiles[at] = profiles.get(at) or reader.profile(mine[at])
        is_pinned = said.join(mine[one].source, mine[other].source)
        pair = Pair(profiles[older], profiles[newer], close, is_ordered, announces, is_pinned)
        yield pair, succession.judge(pair)


def _without_notes(article: Article, note: re.Pattern[str]) -> list[str]:
    """Return the paragraphs of an article without those that announce a correction, unless it has no others."""
    texts = [block.text for block in article.body]
    return [text for text in texts if not note.search(text)] or texts


def _in_order(articles: Sequence[Article], one: int, other: int, note: re.Pattern[str]) -> tuple[int, int, bool, bool]:
    """Return the earlier one, the later one, whether that order is known, and whether only the later one announces.

    The days that the texts state give the order; where they don't, the word of the text that calls itself a correction
    does; and otherwise the names of the files, which is no knowledge.
    """
    first, second = sorted((one, other), key=lambda at: articles[at].source)
    announcing = [at for at in (first, second) if succession.announces(articles[at], note)]
    days = [day(articles[at]) for at in (first, second)]
    if days[0] and days[1] and days[0] != days[1]:
        older, newer = (first, second) if days[0] < days[1] else (second, first)
        return older, newer, True, announcing == [newer]
    if len(announcing) == 1:
        newer = announcing[0]
        return (second if newer == first else first), newer, True, True
    return first, second, False, False


def _take(judged: Sequence[Judged], steps: dict[str, _Step]) -> Iterator[Problem]:
    """Set aside what the findings say, the latest text before all others, and yield what the editor should know."""
    for pair, finding in sorted(judged, key=_latest_first):
        older, newer = pair.older.article, pair.newer.article
        if finding.relation is Relation.DUPLICATE:
            first, second = sorted((older, newer), key=lambda article: article.source)
            if _may(steps, second.source, first.source):
                steps[second.source] = _twin(first)
                yield _doubled(first, second)
        elif finding.relation is Relation.CORRECTION and _may(steps, older.source, newer.source):
            certainty = round(max(pair.resemblance.kept, pair.resemblance.known), 2)
            evidence = Evidence(None, "duplicates", certainty, inferred=not pair.announces)
            steps[older.source] = _Step(newer.source, Status.SUPERSEDED, evidence)
            yield _corrected(older, newer, finding)
    yield from _unsure(judged, steps)


def _latest_first(judged: Judged) -> tuple[int, str, str]:
    pair, _ = judged
    older, newer = pair.older.article, pair.newer.article
    return -(day(newer) or date.max).toordinal(), newer.source, older.source


def _may(steps: Mapping[str, _Step], source: str, to: str) -> bool:
    """Say whether `source` is still shown and would not end up replacing itself."""
    return source not in steps and _head(steps, to) != source


def _head(steps: Mapping[str, _Step], source: str) -> str:
    """Return the article that is shown in the place of `source`."""
    while source in steps:
        source = steps[source].to
    return source


def _corrected(older: Article, newer: Article, finding: Finding) -> Problem:
    message = f"taken for a correction of {older.source}, which is not shown any more: {finding.reason}"
    remedy = (
        f"If both shall be shown, say `apart_from: {older.source}` in its sidecar; "
        f"`corrects: {older.source}` there ends this warning."
    )
    return Problem(newer.source, 1, Severity.WARNING, message, remedy)


def _unsure(judged: Sequence[Judged], steps: Mapping[str, _Step]) -> Iterator[Problem]:
    """Yield a warning for pairs of which both are shown though they are nearly the same, once for each later text.

    Many texts that hang together are a series, such as a daily notice: of it only one pair is told.
    """
    sides = [
        (pair.older.article.source, pair.newer.article.source, pair.resemblance.kept, finding.reason)
        for pair, finding in sorted(judged, key=_latest_first)
        if finding.relation is Relation.UNSURE
    ]
    doubtful = [side for side in sides if side[0] not in steps and side[1] not in steps]
    series = _series([side[:2] for side in doubtful])
    told: set[str] = set()
    for older, newer, _, reason in sorted(doubtful, key=lambda side: -side[2]):
        name = series.get(newer, newer)
        if name not in told:
            told.add(name)
            yield _doubted(older, newer, f"{reason}; they seem to be of a series" if newer in series else reason)


def _series(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the sources that hang together by pairs, to the first of them, where they are many."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        mine, its = groups.get(one, {one}), groups.get(other, {other})
        if mine is not its:
            large, small = sorted((mine, its), key=len, reverse=True)
            large |= small
            groups.update(dict.fromkeys((*small, one, other), large))
    series = {id(group): group for group in groups.values() if len(group) > SERIES}
    return {source: first for group in series.values() for first in [min(group)] for source in group}


def _doubted(older: str, newer: str, reason: str) -> Problem:
    message = f"nearly the same text as {older}, and both are shown: {reason}"
    remedy = (
        f"Say `corrects: {older}` in the sidecar of this article, or `corrects: {newer}` in that of the other, "
        f"to show only the right one; or `apart_from: {older}` to keep both."
    )
    return Problem(newer, 1, Severity.WARNING, message, remedy)


def _marked(articles: Sequence[Article], steps: Mapping[str, _Step]) -> Iterator[Article]:
    """Yield every article with what became of it."""
    aside = sorted((one for one in articles if one.source in steps), key=lambda one: _head(steps, one.source))
    known = {head: tuple(group) for head, group in groupby(aside, key=lambda one: _head(steps, one.source))}
    for article in articles:
        step = steps.get(article.source)
        if article.status is Status.REJECTED:
            yield article
        elif step:
            yield replace(article, status=step.status, replaced_by=_head(steps, article.source))
        else:
            yield _heir(article, known.get(article.source, ()), steps)


def _heir(article: Article, replaced: Sequence[Article], steps: Mapping[str, _Step]) -> Article:
    """Return an article that is shown with what it has of those in the place of which it is."""
    by_day = sorted(replaced, key=lambda one: (day(one) or date.min, one.source))
    said = claims.inherit(article.corrections, [one.corrections for one in reversed(by_day) if one.corrections])
    earlier = [one for one in by_day if steps[one.source].status is Status.SUPERSEDED]
    if not earlier:
        return replace(article, corrections=said)
    first = min((one.published for one in earlier if one.published), default=None)
    is_earlier = first is not None and (article.published is None or first < article.published)
    return replace(
        article,
        corrections=said,
        corrects=tuple(one.source for one in earlier),
        corrected=day(article),
        first_published=first if is_earlier else None,
        evidence=dict(sorted({**article.evidence, "corrected": steps[earlier[-1].source].evidence}.items())),
    )
