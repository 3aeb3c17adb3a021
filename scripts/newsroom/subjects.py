"""Gather what has a page of its own: listed names that occur in a story, and tags that several stories carry."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsroom import slugs
from newsroom.addresses import FOLDERS
from newsroom.names import KINDS, OTHER, TOPIC, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.model import Story
    from newsroom.names import Name

UNKNOWN = ""
"""The language of a spelling that belongs to none of the site's, as HTML says it."""


class Called(NamedTuple):
    """A spelling with its language."""

    text: str
    """The spelling."""
    lang: str
    """Its language; empty where that is none of the site's."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something that has a page of its own."""

    kind: str
    """One of `names.KINDS`: `topic` for a tag, and for a name whose kind nobody says."""
    subject_id: str
    """The last step of its address."""
    spellings: Mapping[str, tuple[str, ...]]
    """Language to spellings, the one that is shown first; `other` for those of no language of the site."""
    stories: frozenset[str]
    """The `story_id` of every story in which it occurs."""

    @property
    def path(self) -> str:
        """Where it lives, below the prefix of each language: `news/people/roman-vassilenko`."""
        return f"news/{FOLDERS[self.kind]}/{self.subject_id}"

    def called(self, codes: Sequence[str]) -> tuple[Called, ...]:
        """Return every spelling once, those in the first of the languages `codes` first, those in none of them last."""
        found: dict[str, Called] = {}
        for code in (*codes, OTHER):
            for text in self.spellings.get(code, ()):
                found.setdefault(text, Called(text, UNKNOWN if code == OTHER else code))
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Subjects:
    """All subjects of an edition."""

    everything: tuple[Subject, ...] = ()
    """Every one, by kind and then by address."""
    named: Mapping[str, tuple[Subject, ...]] = field(default_factory=dict)
    """The source of an article to the listed names that occur in it, by kind and then in the order of its text."""
    tagged: Mapping[str, Subject] = field(default_factory=dict)
    """A tag, as `names.fold` writes it, to its subject; a tag without a page is not there."""


class _Carried(NamedTuple):
    """A tag on one article."""

    source: str
    """The article."""
    story_id: str
    """Its story."""
    language: str
    """Its language."""
    text: str
    """The tag as it stands there."""


def gather(
    stories: Sequence[Story], *, names: Sequence[Name] = (), mentioned: Mapping[str, Sequence[str]] | None = None
) -> Subjects:
    """Return the subjects of `stories`: of the listed `names` that are `mentioned`, and of their tags.

    `mentioned` is an article's source to the entries that occur in it (see `mentions.find`).
    """
    found = mentioned or {}
    listed = dict(_of_names(stories, names, found))
    tags = dict(_of_tags(stories, names))
    spelled = {
        fold(spelling): listed[name.name_id]
        for name in names
        if name.name_id in listed
        for spelling in name.every_spelling
    }
    return Subjects(
        tuple(sorted((*listed.values(), *tags.values()), key=_order)),
        {
            source: tuple(sorted((listed[one] for one in ids if one in listed), key=lambda one: _order(one)[0]))
            for source, ids in found.items()
        },
        {**tags, **spelled},
    )


def _order(subject: Subject) -> tuple[int, str]:
    return KINDS.index(subject.kind), subject.subject_id


def _of_names(
    stories: Iterable[Story], names: Iterable[Name], mentioned: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Subject]]:
    """Yield every listed name that a version of a story mentions, with its subject."""
    holders: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        for article in story.versions.values():
            for name_id in mentioned.get(article.source, ()):
                holders[name_id].add(story.story_id)
    for name in names:
        if name.name_id in holders:
            holding = frozenset(holders[name.name_id])
            yield name.name_id, Subject(name.kind or TOPIC, name.name_id, name.spellings, holding)


def _of_tags(stories: Iterable[Story], names: Sequence[Name]) -> Iterator[tuple[str, Subject]]:
    """Yield every tag that several stories carry and that is no listed name, with its subject.

    Of two tags that would have one address, the one that came to have a page first keeps it: the one whose second
    story is in the file whose name comes first.
    """
    spelled = {fold(spelling) for name in names for spelling in name.every_spelling}
    taken = {name.name_id for name in names if (name.kind or TOPIC) == TOPIC}
    carried = {tag: found for tag, found in _carried(stories).items() if tag not in spelled}
    began = {tag: source for tag, found in carried.items() if (source := _second(found))}
    for tag in sorted(began, key=lambda tag: (began[tag], tag)):
        subject_id = slugs.slug(carried[tag][0].text)
        if subject_id in taken:
            subject_id = f"{subject_id}-{hashlib.sha256(tag.encode()).hexdigest()[:6]}"
        taken.add(subject_id)
        spellings = {one.language: (one.text,) for one in reversed(carried[tag])}
        yield tag, Subject(TOPIC, subject_id, spellings, frozenset(one.story_id for one in carried[tag]))


def _carried(stories: Iterable[Story]) -> dict[str, list[_Carried]]:
    """Return every tag, folded, with the articles that carry it, in the order of their files."""
    carried: dict[str, list[_Carried]] = defaultdict(list)
    for story in stories:
        for article in story.versions.values():
            for tag in article.tags:
                carried[fold(tag)].append(_Carried(article.source, story.story_id, article.language, tag))
    return {tag: sorted(found) for tag, found in sorted(carried.items())}


def _second(found: Sequence[_Carried]) -> str | None:
    """Return the first article that carries a tag in another story than the first of all; None where there is none."""
    return next((one.source for one in found if one.story_id != found[0].story_id), None)
