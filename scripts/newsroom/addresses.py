"""Give every story one address, and every address it could have had a way to it.

A published address never dies, without any state outside `articles/`: the story takes the address of its earliest
version, and every address that a member, or a text whose place a member has taken, would have had by its own text
alone leads there.

Lists have addresses of their own that no story ever takes: `news/2026/`, `news/2026/01/`, `news/2026/01/page-2/`,
`news/people/…`. A text whose headline would give it one of them gets another; an editor who wants one is told.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from newsroom.model import Article, Corrections, Story

UNDATED = "undated"
"""Where the year stands in the address of a story without a date."""
FOLDERS = {"person": "people", "institution": "institutions", "place": "places", "topic": "topics"}
"""Where the year stands in the address of a page for a name, by its kind."""
INDEX = "names"
"""Where it stands in the address of the list of all of them."""
STEP = r"index|\d\d|page-\d+"
"""Last steps of addresses of lists: a list itself as a file is called, a month, a further page."""
LIST_STEP = re.compile(STEP)
LIST = re.compile(
    rf"news(/({STEP}|(\d{{4}}|{UNDATED})(/({STEP}))*|({'|'.join((INDEX, *FOLDERS.values()))})(/.*)?))?", re.DOTALL
)
"""The addresses of lists, whether there is one at the moment or not."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a story lives, below the prefix of each language."""

    path: str
    """`news/2026/slug`: neither slash at its ends."""
    aliases: tuple[str, ...]
    """Other paths of that form that lead to it, in alphabetical order."""

    @property
    def slug(self) -> str:
        """The last step of the path."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def url(self) -> str:
        """The path as a link below a language's prefix."""
        return self.path + "/"


def assign(
    stories: Sequence[Story], *, replaced: Sequence[Article] = ()
) -> tuple[dict[str, Address], tuple[Problem, ...]]:
    """Return the address of every story by its `story_id`, and what the editors' slugs contradict each other in.

    `replaced` are the articles that are not shown because a version of a story is shown in their place.
    """
    problems = (*_slugs_within_stories(stories), *_slugs_of_two_stories(stories), *_lists_claimed(stories, replaced))
    own = _own_paths((*replaced, *(article for story in stories for article in story.versions.values())))
    claimed = {_path(story.earliest.published, slug) for story in stories if (slug := _claimed(story))}
    chosen: dict[str, str] = {}
    for story in sorted(stories, key=lambda story: story.earliest.source):
        slug = _claimed(story)
        path = _path(story.earliest.published, slug or own[story.earliest.source].rsplit("/", 1)[-1])
        taken = claimed if not slug else set()
        chosen[story.story_id] = _apart(path, story.earliest.source) if path in taken | set(chosen.values()) else path
    return dict(_with_aliases(stories, own, chosen, replaced)), tuple(sorted(problems))


def _own_paths(articles: Iterable[Article]) -> dict[str, str]:
    """Return the path that each article has by its own text alone.

    Where two are the same, the file whose name comes first keeps it: later deliveries sort behind earlier ones, so an
    address that was published stays with its article. A text and the one that takes its place share it.
    """
    paths: dict[str, str] = {}
    owners: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.source):
        path = _path(article.natural_published, article.natural_slug)
        shown = article.replaced_by or article.source
        path = path if owners.setdefault(path, shown) == shown else _apart(path, article.source)
        paths[article.source] = path
        owners.setdefault(path, shown)
    return paths


def _path(published: date | None, slug: str) -> str:
    """Return the path of a text of that day with that slug; one that a list may need is told apart from it."""
    own = f"article-{slug}" if LIST_STEP.fullmatch(slug) else slug
    return f"news/{published.year if published else UNDATED}/{own}"


def _apart(path: str, source: str) -> str:
    """Return `path` told apart by six hexadecimal digits that depend on the file's name only."""
    return f"{path}-{hashlib.sha256(source.encode()).hexdigest()[:6]}"


def _with_aliases(
    stories: Sequence[Story], own: Mapping[str, str], chosen: Mapping[str, str], replaced: Sequence[Article]
) -> Iterator[tuple[str, Address]]:
    """Yield every story's address with the other paths that lead to it; no path leads to two places."""
    taken = set(chosen.values())
    earlier: dict[str | None, list[Article]] = defaultdict(list)
    for article in replaced:
        earlier[article.replaced_by].append(article)
    for story in sorted(stories, key=lambda story: story.story_id):
        before = [one for article in story.versions.values() for one in earlier[article.source]]
        paths = {path for article in before for path in _wanted(article)}
        paths |= {alias.strip("/") for said in _said(story) for alias in said.aliases}
        for article in (*before, *story.versions.values()):
            slug = own[article.source].rsplit("/", 1)[-1]
            paths |= {own[article.source], _path(article.published, slug)}
        aliases = tuple(sorted(paths - taken))
        taken.update(aliases)
        yield story.story_id, Address(chosen[story.story_id], aliases)


def _wanted(article: Article) -> Iterator[str]:
    """Yield the paths that an editor gave to an article in the place of which another is shown."""
    if article.corrections:
        yield from (alias.strip("/") for alias in article.corrections.aliases)
        if article.corrections.slug:
            yield _path(article.published, article.corrections.slug)


def _said(story: Story) -> list[Corrections]:
    return [article.corrections for article in story.versions.values() if article.corrections]


def _claimed(story: Story) -> str | None:
    """Return the slug that an editor wants for the story."""
    return next((said.slug for said in _said(story) if said.slug), None)


def _slugs_within_stories(stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for every version that wants another slug than the one before it."""
    for story in stories:
        wanting = [said for said in _said(story) if said.slug]
        for said in wanting[1:]:
            if said.slug != wanting[0].slug:
                yield _contradiction(said, wanting[0], f"slug: the story has {wanting[0].slug!r} from")


def _slugs_of_two_stories(stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for every story that wants the slug of another."""
    wanting: dict[str, list[Corrections]] = defaultdict(list)
    for story in stories:
        first = next((said for said in _said(story) if said.slug), None)
        if first and first.slug:
            wanting[first.slug].append(first)
    for slug, claims in wanting.items():
        claims.sort(key=lambda said: said.path)
        for said in claims[1:]:
            yield _contradiction(said, claims[0], f"slug: {slug!r} belongs to another story, by")
            yield _contradiction(claims[0], said, f"slug: {slug!r} belongs to another story, by")


def _lists_claimed(stories: Iterable[Story], replaced: Iterable[Article]) -> Iterator[Problem]:
    """Yield a problem for every address of a list that an editor wants for a story."""
    shown = [said for story in stories for said in _said(story)]
    for said in (*shown, *(article.corrections for article in replaced if article.corrections)):
        claims = [("slug", said.slug)] if said.slug and LIST_STEP.fullmatch(said.slug) else []
        claims += [("aliases", alias) for alias in said.aliases if LIST.fullmatch(alias.strip("/"))]
        for key, claim in claims:
            message = f"{key}: expected an address of a story, received {claim!r}, which belongs to a list of stories"
            yield Problem(said.path, said.lines.get(key, 1), Severity.ERROR, message, "Choose another one.")


def _contradiction(said: Corrections, other: Corrections, what: str) -> Problem:
    message = f"{what} {other.path}:{other.lines.get('slug', 1)}"
    remedy = "Give every story a slug of its own; versions of one story need it in one sidecar only."
    return Problem(said.path, said.lines.get("slug", 1), Severity.ERROR, message, remedy)
