"""Say which version of a story came first: only where a text says that it is a translation, or an editor which is none.

Who translates from a translation leads on to what that was translated from. Nothing is guessed from days or lengths.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.model import Article, Story


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a version is a translation."""

    path: str
    """The file that says so."""
    line: int
    """The line on which it does."""
    language: str | None
    """The language that it is said to be translated from, where the site has it."""
    is_editors: bool
    """Whether an editor says so, and not the text."""

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.path}:{self.line}"


def trace(stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return `stories` with the original and the translations among their versions, and what contradicts itself.

    Where texts contradict each other nothing is said of their versions; an editor stands over a text.
    """
    traced, problems = [], list[Problem]()
    for story in stories:
        claims = {code: claim for code, article in story.versions.items() if (claim := _claim(article))}
        first, doubts = _named(story, claims)
        circles = _circles(claims)
        problems += [*doubts, *(_circular(story, [claims[code] for code in circle]) for circle in circles)]
        disputed = {code for circle in circles for code in _disputed(circle, claims)}
        traced.append(_with_origin(story, claims, first, disputed))
    return tuple(traced), tuple(problems)


def _claim(article: Article) -> _Claim | None:
    """Return what says that `article` is a translation; a field that an editor emptied says nothing."""
    for name in ("translated_from", "translator"):
        evidence = article.evidence.get(name)
        is_editors = evidence is not None and evidence.rule == "sidecar"
        if evidence and (getattr(article, name) or not is_editors):
            path = article.corrections.path if article.corrections and is_editors else article.source
            return _Claim(path, evidence.line or 1, article.translated_from, is_editors)
    return None


def _named(story: Story, claims: dict[str, _Claim]) -> tuple[str | None, list[Problem]]:
    """Return the version that an editor says is the original; what is said against it is taken out of `claims`."""
    said = {
        code: (article.corrections.path, article.corrections.lines.get("original", 1))
        for code, article in story.versions.items()
        if article.corrections and article.corrections.original
    }
    problems = [_denied(place, claim) for code, place in said.items() if (claim := claims.pop(code, None))]
    if len(said) > 1:
        problems.append(_doubled(story, list(said.values())))
    return (next(iter(said)) if len(said) == 1 else None), problems


def _denied(place: tuple[str, int], claim: _Claim) -> Problem:
    """Return what is wrong with an original that is said to be a translation."""
    severity = Severity.ERROR if claim.is_editors else Severity.WARNING
    message = f"original: the editor says that this is the original, {claim.place} that it is a translation"
    remedy = "Remove `original:`; or leave `translated_from:` and `translator:` empty in the sidecar."
    return Problem(*place, severity, message, remedy)


def _doubled(story: Story, places: Sequence[tuple[str, int]]) -> Problem:
    """Return what is wrong with two originals."""
    all_places = ", ".join(f"{path}:{line}" for path, line in places)
    message = f"original: expected one original of {story.story_id!r}, received {len(places)}: {all_places}"
    return Problem(*places[0], Severity.ERROR, message, "Keep `original: true` in one of them.")


def _circles(claims: Mapping[str, _Claim]) -> list[list[str]]:
    """Return the versions that are said to be translated from one another, each from the next one of its circle."""
    circles = list[list[str]]()
    for start in claims:
        way = [start]
        while (claim := claims.get(way[-1])) and claim.language and claim.language not in way:
            way.append(claim.language)
        if claim and claim.language == start and not any(start in circle for circle in circles):
            circles.append(way)
    return circles


def _circular(story: Story, circle: Sequence[_Claim]) -> Problem:
    """Return what is wrong with claims that lead back to the first."""
    severity = Severity.ERROR if all(claim.is_editors for claim in circle) else Severity.WARNING
    says = "; ".join(f"{claim.place} says from {claim.language!r}" for claim in circle)
    message = f"translated_from: versions of {story.story_id!r} are said to be translated from one another: {says}"
    remedy = "Write `translated_from:` into the sidecar of the one that is the original, with nothing behind it."
    return Problem(circle[0].path, circle[0].line, severity, message, remedy)


def _disputed(circle: Sequence[str], claims: dict[str, _Claim]) -> list[str]:
    """Take claims that lead back to the first out of `claims`; return the versions of which nothing is known now.

    Where editors made some of them and texts the others, the editors' stand, and nothing is disputed.
    """
    is_mixed = len({claims[code].is_editors for code in circle}) > 1
    for code in circle:
        if not (is_mixed and claims[code].is_editors):
            del claims[code]
    return [] if is_mixed else list(circle)


def _with_origin(story: Story, claims: Mapping[str, _Claim], first: str | None, disputed: set[str]) -> Story:
    """Return `story` with its translations and its original: an editor's, or the one to which all claims lead."""
    if first:
        return replace(story, original=first, translations=tuple(code for code in story.versions if code != first))
    ends = {_end(code, claims) for code in claims} & story.versions.keys()
    denied = {code for code in ends if (said := story.versions[code].corrections) and said.original is False}
    original = ends.pop() if len(ends) == 1 and not denied and not ends & disputed else None
    return replace(story, original=original, translations=tuple(code for code in story.versions if code in claims))


def _end(code: str, claims: Mapping[str, _Claim]) -> str:
    """Return the language to which a translation leads back, over the versions between; nothing where none is known."""
    while claim := claims.get(code):
        code = claim.language or ""
    return code
