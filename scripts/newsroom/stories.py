"""Group articles into stories: which are versions of one another, and which report the same event.

Editors' pins come first; then pairs proposed by shared keys are looked at closely, and the surest are joined first,
one article a language. What is unsure is told and never joined.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsroom import judge, pins
from newsroom.desk import Desk
from newsroom.judge import Verdict
from newsroom.model import Problem, Severity, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.languages import Language
    from newsroom.memory import Memory
    from newsroom.model import Article
    from newsroom.names import Name
    from newsroom.pins import Pins
    from newsroom.semantic import Meanings
    from newsroom.verify import Comparison

Pair = tuple[int, int]
"""Two indexes into the articles, the smaller first."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """All stories of a folder."""

    stories: tuple[Story, ...]
    """Every article as a version of exactly one story, in the order of their earliest sources."""
    problems: tuple[Problem, ...]
    """Contradicting pins, and pairs that an editor should decide."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """What is known of all articles while they are grouped."""

    desk: Desk
    compared: Mapping[Pair, Comparison]
    odds: Mapping[Pair, float]
    """Of pairs in two languages."""
    verdicts: Mapping[Pair, Verdict]
    pins: Pins

    @property
    def articles(self) -> Sequence[Article]:
        """The articles, in the order of their sources."""
        return self.desk.articles


def group(
    articles: Sequence[Article],
    *,
    languages: Sequence[Language],
    names: Sequence[Name] = (),
    recalled: Memory | None = None,
    meanings: Meanings | None = None,
) -> Grouping:
    """Return the stories of `articles`, whatever their order.

    What an earlier run found out is taken from `recalled`; the result does not depend on it. A model's `meanings` of
    the paragraphs are used where they are given. Every article must be in one of the `languages`; `KeyError` otherwise.
    """
    ordered = sorted(articles, key=lambda article: article.source)
    folder = _folder(Desk(ordered, languages=languages, names=names, recalled=recalled, meanings=meanings))
    groups, pinned = _assign(folder)
    stories = _named([(_story(folder, members), pinned.get(members[0])) for members in groups])
    linked = _link(folder, stories, groups)
    return Grouping(linked, (*folder.pins.problems, *_unsure(folder, groups)))


def _folder(desk: Desk) -> _Folder:
    """Return what is known of all pairs that were compared, those aligned that may be versions of one story."""
    articles = desk.articles
    compared = {pair: desk.compare(pair) for pair in desk.pairs}
    apart = {pair for pair in compared if articles[pair[0]].language != articles[pair[1]].language}
    odds = {(one, other): judge.odds(articles[one], articles[other], compared[one, other]) for one, other in apart}
    for one, other in judge.worth_aligning(odds, [article.language for article in articles]):
        compared[one, other] = desk.align((one, other))
        odds[one, other] = judge.odds(articles[one], articles[other], compared[one, other])
    verdicts = {
        (one, other): judge.verdict(
            articles[one], articles[other], comparison, log_odds=odds.get((one, other), -math.inf)
        )
        for (one, other), comparison in compared.items()
    }
    return _Folder(desk, compared, odds, verdicts, pins.read(articles))


def _assign(folder: _Folder) -> tuple[list[tuple[int, ...]], Mapping[int, str]]:
    """Return the members of every story, and the editor's name of stories by their first member."""
    member: dict[int, tuple[int, ...]] = {at: (at,) for at in range(len(folder.articles))}
    pinned: dict[int, str] = {}
    for name, indexes in folder.pins.together:
        for at in indexes:
            member[at] = indexes
            pinned[at] = name
    for pair in sorted(folder.odds, key=lambda pair: (-folder.odds[pair], pair)):
        one, other = member[pair[0]], member[pair[1]]
        if folder.verdicts[pair] is Verdict.TRANSLATION and one != other and _may_join(folder, pinned, one, other):
            joined = tuple(sorted((*one, *other)))
            member.update(dict.fromkeys(joined, joined))
            for name in {pinned[at] for at in joined if at in pinned}:
                pinned.update(dict.fromkeys(joined, name))
    groups = sorted(set(member.values()))
    return groups, {group[0]: pinned[group[0]] for group in groups if group[0] in pinned}


def _may_join(folder: _Folder, pinned: Mapping[int, str], one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether two groups may become one: one article a language, no editor against it, no pair against it."""
    if one[0] in pinned and other[0] in pinned:
        return False
    tongues = [folder.articles[at].language for at in (*one, *other)]
    pairs = [(min(mine, its), max(mine, its)) for mine in one for its in other]
    if len(tongues) != len(set(tongues)) or any(folder.pins.forbid(*pair) for pair in pairs):
        return False
    known = [folder.odds[pair] for pair in pairs if pair in folder.odds]
    return not known or sum(known) >= judge.JOIN


def _story(folder: _Folder, members: Sequence[int]) -> Story:
    """Return the story of `members` without its name and its coverage."""
    ordered = sorted(members, key=lambda at: folder.articles[at].language)
    told = [folder.desk.tell(pair) for pair in combinations(ordered, 2)]
    reasons = [("–".join(one.alignment.languages), one.why) for one in told]
    return Story(
        "",
        MappingProxyType({folder.articles[at].language: folder.articles[at] for at in ordered}),
        why="; ".join(f"{tongues}: {reason}" for tongues, reason in reasons) if len(reasons) > 1 else _only(reasons),
        certainty=_certainty(folder, members),
        alignments=tuple(one.alignment for one in told),
        differences=tuple(difference for one in told for difference in one.differences),
    )


def _only(reasons: Sequence[tuple[str, str]]) -> str:
    return reasons[0][1] if reasons else ""


def _certainty(folder: _Folder, members: Sequence[int]) -> float:
    """Return the certainty of the version that is least surely a member; 1 where an editor said so."""
    pinned = {at for _, indexes in folder.pins.together for at in indexes if len(indexes) > 1}
    least = 1.0
    for at in members:
        others = [folder.odds.get((min(at, other), max(at, other))) for other in members if other != at]
        known = [value for value in others if value is not None]
        if others and at not in pinned:
            least = min(least, judge.certainty(max(known, default=0.0)))
    return least


def _named(stories: Iterable[tuple[Story, str | None]]) -> list[Story]:
    """Return the stories with their names: the editor's, or the path of the earliest source without its ending."""
    named, taken = [], set()
    for story, pin in stories:
        source = story.earliest.source
        folder, _, name = source.rpartition("/")
        stem = "/".join(part for part in (folder, name.rpartition(".")[0] or name) if part)
        story_id = next(choice for choice in (pin, stem, source, f"{source}#") if choice and choice not in taken)
        reason = "; ".join(part for part in ("pinned by the editor" if pin else "", story.why) if part)
        taken.add(story_id)
        named.append(replace(story, story_id=story_id, why=reason))
    return named


def _link(folder: _Folder, stories: Sequence[Story], groups: Sequence[Sequence[int]]) -> tuple[Story, ...]:
    """Return the stories with links to other accounts of the same events, on both sides."""
    home = {at: index for index, members in enumerate(groups) for at in members}
    links: dict[int, set[int]] = defaultdict(set)
    for (one, other), comparison in folder.compared.items():
        mine, its = folder.articles[one], folder.articles[other]
        if home[one] != home[other] and judge.same_event(mine, its, comparison):
            links[home[one]].add(home[other])
            links[home[other]].add(home[one])
    linked = []
    for index, story in enumerate(stories):
        sources = sorted(article.source for other in links[index] for article in stories[other].versions.values())
        linked.append(replace(story, coverage=tuple(sources)))
    return tuple(linked)


def _unsure(folder: _Folder, groups: Sequence[Sequence[int]]) -> Iterator[Problem]:
    """Yield the likeliest pairs that were not joined for want of certainty, each article at most once."""
    home = {at: members for members in groups for at in members}
    told: set[int] = set()
    for pair in sorted(folder.odds, key=lambda pair: (-folder.odds[pair], pair)):
        mine, its = (folder.articles[at] for at in pair)
        languages = [{folder.articles[at].language for at in home[end]} for end in pair]
        settled = mine.language in languages[1] or its.language in languages[0] or folder.pins.forbid(*pair)
        if folder.verdicts[pair] is Verdict.UNSURE and not settled and not told & set(pair):
            told.update(pair)
            chance = judge.certainty(folder.odds[pair])
            message = f"may be a version of {its.source} ({chance:.0%}): too little agrees to join them"
            remedy = "if they are, give both the same `story:` in their sidecars; if not, `apart_from:` in one of them"
            yield Problem(mine.source, 1, Severity.WARNING, message, remedy)
