"""The way of an article, from the folder to the pages."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom import (
    addresses,
    duplicates,
    gather,
    memory,
    mentions,
    names,
    origin,
    pages,
    report,
    sources,
    stories,
    subjects,
)
from newsroom.memory import Memory
from newsroom.model import Problem, Severity, Status
from newsroom.semantic import Meanings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newsroom.addresses import Address
    from newsroom.gather import Gathered
    from newsroom.model import Article, Story
    from newsroom.names import Name
    from newsroom.semantic import Embedder
    from newsroom.settings import Settings
    from newsroom.sources import Source
    from newsroom.stories import Grouping

SMALL = 64
"""So few articles are not worth a second process."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that a run makes of the articles, before anything is written."""

    articles: tuple[Article, ...]
    """Every article, the rejected ones among them, in the order of their files."""
    stories: tuple[Story, ...]
    """Every story, in the order of their names."""
    addresses: Mapping[str, Address]
    """Where each story lives."""
    pages: Mapping[str, str]
    """Path below `docs/` to text; empty where a problem blocks."""
    problems: tuple[Problem, ...]
    """What the editor should know, in the order of files and lines."""
    memories: tuple[Memory, ...] = ()
    """What was found out on the way, for whoever called to save."""

    @property
    def is_blocked(self) -> bool:
        """Whether a problem forbids writing."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def report(self) -> str:
        """The report as JSON."""
        return report.to_json(
            articles=self.articles, stories=self.stories, addresses=self.addresses, problems=self.problems
        )


def build(
    folder: Path,
    *,
    settings: Settings,
    jobs: int = 1,
    cache: Path | None = None,
    embedder: Embedder | None = None,
) -> Edition:
    """Return what becomes of the articles in `folder`: the whole way up to the pages, and nothing is written.

    `jobs` is the number of processes that read, and `cache` a folder with what earlier runs found out; the result
    depends on neither. An `embedder` is asked what the paragraphs mean, if there is one.
    """
    # Bring the articles in: bytes to text, language, metadata and body, the editor's corrections, the proof.
    found, misnamed = sources.find(folder)
    gathered = _gather(found, settings=settings, jobs=jobs)
    listed, mistakes = names.load(folder, languages=settings.codes)
    problems = [*misnamed, *mistakes, *(problem for one in gathered for problem in one.problems)]

    # Set aside what stands there twice, and what a later text corrects.
    articles, doubled = duplicates.set_aside([one.article for one in gathered], languages=settings.languages)
    problems.extend(doubled)

    # Group the rest into stories, and align the versions of each.
    published = [article for article in articles if article.status is Status.PUBLISHED]
    memories = _memories(cache, settings=settings, names=listed, embedder=embedder)
    grouping = _group(published, settings=settings, names=listed, memories=memories, embedder=embedder)
    problems.extend(grouping.problems)

    # Say which version of each came first, where that is said.
    traced, circular = origin.trace(grouping.stories)
    problems.extend(circular)

    # Give every story its address.
    replaced = [article for article in articles if article.replaced_by]
    assigned, contradictions = addresses.assign(traced, replaced=replaced)
    problems.extend(contradictions)
    if not published:
        remedy = "Put at least one .txt file into it."
        problems.append(Problem(folder.name, 1, Severity.ERROR, "expected articles in this folder, found none", remedy))

    # Write the pages, on paper: whoever called decides whether they reach the disk.
    edition = Edition(articles, traced, assigned, {}, tuple(sorted(set(problems))), memories)
    if edition.is_blocked:
        return edition
    mentioned = mentions.find(published, languages=settings.languages, names=listed)
    about = subjects.gather(traced, names=listed, mentioned=mentioned)
    return replace(edition, pages=pages.make(pages.Newsroom(settings, traced, assigned, about)))


def _memories(
    cache: Path | None, *, settings: Settings, names: Sequence[Name], embedder: Embedder | None
) -> tuple[Memory, Memory]:
    """Return what earlier runs kept in `cache`: of articles and their pairs, and of the meanings of paragraphs."""
    model = type(embedder).__name__
    if not cache:
        return Memory(), Memory()
    stories_found = Memory(cache / "stories.sqlite", version=memory.program(repr(names), *settings.codes, model))
    return stories_found, Memory(cache / "meanings.sqlite", version=model.encode()) if embedder else Memory()


def _group(
    articles: Sequence[Article],
    *,
    settings: Settings,
    names: Sequence[Name],
    memories: tuple[Memory, Memory],
    embedder: Embedder | None,
) -> Grouping:
    """Return the stories of `articles`, with what earlier runs found out about them."""
    recalled, vectors = memories
    return stories.group(
        articles,
        languages=settings.languages,
        names=names,
        recalled=recalled,
        meanings=Meanings(embedder, vectors) if embedder else None,
    )


def _gather(found: Sequence[Source], *, settings: Settings, jobs: int) -> list[Gathered]:
    """Return what came of every source, in order, read by `jobs` processes where it pays."""
    one = partial(gather.gather, settings=settings)
    if jobs == 1 or len(found) < SMALL:
        return [one(source) for source in found]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(one, found, chunksize=16))
