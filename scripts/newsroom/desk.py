"""The editor's desk on which articles lie side by side: what is asked about one or two of them is found out once.

It is asked for neighbours, comparisons and what two versions say differently; what an earlier run found out is recalled
by the articles' content.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from newsroom import align, candidates, differences, memory, verify, why
from newsroom.candidates import Card
from newsroom.keys import Profile, Reader
from newsroom.memory import DIGEST, Memory
from newsroom.model import Alignment, Bead, Difference
from newsroom.verify import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsroom.languages import Language
    from newsroom.model import Article
    from newsroom.names import Name
    from newsroom.semantic import Meanings

    Pair = tuple[int, int]

Found = TypeVar("Found")
NUMBERS = struct.Struct("<12d?")
"""The fields of a comparison in a file."""
HEAD = struct.Struct("<dII")
"""The size and the numbers of forms of a card in a file."""


class Told(NamedTuple):
    """What is told of two versions of one story."""

    alignment: Alignment
    """How their paragraphs correspond."""
    differences: tuple[Difference, ...]
    """What they say differently."""
    why: str
    """Why they are versions of one story, for a person."""


class Desk:
    """All articles of a folder, in the order of their sources."""

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        languages: Sequence[Language],
        names: Sequence[Name] = (),
        recalled: Memory | None = None,
        meanings: Meanings | None = None,
    ) -> None:
        """Lay out `articles`; what is found out about them is kept in `recalled`, `meanings` are a model's, if any."""
        self.articles = articles
        self._memory = recalled or Memory()
        self._meanings = meanings
        self._keys = [memory.key(article) for article in articles]
        self._readers = {language.code: Reader(language, names) for language in languages}
        by_language = sorted(range(len(articles)), key=lambda at: (articles[at].language, articles[at].source))
        self._rank = {at: rank for rank, at in enumerate(by_language)}
        self._profiles: dict[int, Profile] = {}
        self._alignments: dict[Pair, Alignment] = {}

    def profile(self, at: int) -> Profile:
        """Return the keys of one article."""
        if at not in self._profiles:
            article = self.articles[at]
            self._profiles[at] = self._readers[article.language].profile(article)
        return self._profiles[at]

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs that may be versions of one story or accounts of one event, the smaller index first, in order."""
        cards = [self._card(at) for at in range(len(self.articles))]
        proposed = candidates.propose(cards, known=self._known_neighbours(cards))
        for at, others in enumerate(proposed):
            key, value = self._keys[at], b"".join(self._keys[other] for other in others)
            if self._memory.recall("neighbours", key) != value:
                self._memory.remember("neighbours", key, value)
        pairs = {(min(at, other), max(at, other)) for at, others in enumerate(proposed) for other in others}
        return tuple(sorted(pairs))

    def compare(self, pair: Pair) -> Comparison:
        """Return what two articles have in common, wherever it stands in them."""
        left, right = self._sides(pair)
        return self._recalled(
            "comparison", (left, right), lambda: verify.compare(*self._read(left, right)), _packed, _unpacked
        )

    def align(self, pair: Pair) -> Comparison:
        """Return what two articles have in common, with what stands in corresponding paragraphs."""
        left, right = self._sides(pair)

        def look() -> Comparison:
            self._alignments[left, right] = alignment = self._aligned(left, right)
            return verify.in_place(self.compare(pair), *self._read(left, right), alignment=alignment)

        return self._recalled("aligned", (left, right), look, _packed, _unpacked)

    def tell(self, pair: Pair) -> Told:
        """Return what is told of two versions of one story, in the order of their languages."""
        left, right = self._sides(pair)

        def look() -> Told:
            sides = self._read(left, right)
            alignment = self._alignments.get((left, right)) or self._aligned(left, right)
            told = differences.compare(*sides, alignment=alignment)
            return Told(alignment, told, why.sentence(*sides, alignment=alignment))

        return self._recalled("told", (left, right), look, _written, _told)

    def _sides(self, pair: Pair) -> Pair:
        """Return two articles in the order of their languages, the order in which versions are told."""
        one, other = pair
        return pair if self._rank[one] < self._rank[other] else (other, one)

    def _read(self, left: int, right: int) -> tuple[Profile, Profile]:
        return self.profile(left), self.profile(right)

    def _aligned(self, left: int, right: int) -> Alignment:
        likeness = None
        if self._meanings is not None:
            likeness = self._meanings.likeness(self.articles[left], self.articles[right])
        return align.align(*self._read(left, right), likeness=likeness)

    def _card(self, at: int) -> Card:
        return self._recalled("card", (at,), lambda: candidates.card(self.profile(at)), _packed_card, _unpacked_card)

    def _recalled(
        self,
        kind: str,
        articles: tuple[int, ...],
        find: Callable[[], Found],
        pack: Callable[[Found], bytes],
        unpack: Callable[[bytes], Found],
    ) -> Found:
        """Return what an earlier run has found out about one or two articles, or `find` it and keep it."""
        key = b"".join(self._keys[at] for at in articles)
        known = self._memory.recall(kind, key)
        if known is not None:
            return unpack(known)
        found = find()
        self._memory.remember(kind, key, pack(found))
        return found

    def _known_neighbours(self, cards: Sequence[Card]) -> dict[int, tuple[int, ...]]:
        """Return the neighbours of articles for which nothing has changed since an earlier run."""
        before = dict(self._memory.everything("neighbours"))
        places = {key: at for at, key in enumerate(self._keys)}
        gone = {key for key in before if key not in places}
        removed = [_unpacked_card(card) for key, card in self._memory.everything("card").items() if key in gone]
        came = [at for at, key in enumerate(self._keys) if key not in before]
        dirty = candidates.touched(cards, [*(cards[at] for at in came), *removed]) | set(came)
        return {
            at: tuple(places[known[start : start + DIGEST]] for start in range(0, len(known), DIGEST))
            for at, known in enumerate(map(before.get, self._keys))
            if known is not None and at not in dirty
        }


def _packed(comparison: Comparison) -> bytes:
    found = comparison
    numbers = (found.facts, found.words, *found.lead, *found.focus, found.names, found.evidence, found.stock)
    places = (found.facts_in_place, found.words_in_place)
    return NUMBERS.pack(*numbers, found.length, *places, found.is_aligned)


def _unpacked(data: bytes) -> Comparison:
    facts, words, *ends, names, evidence, stock, length, in_place, words_in_place, is_aligned = NUMBERS.unpack(data)
    lead, focus = (ends[0], ends[1]), (ends[2], ends[3])
    return Comparison(facts, words, lead, focus, names, evidence, stock, length, in_place, words_in_place, is_aligned)


def _packed_card(card: Card) -> bytes:
    head = HEAD.pack(card.size, len(card.forms), len(card.asked))
    return head + card.forms.tobytes() + card.asked.tobytes() + card.weights.tobytes() + card.language.encode()


def _unpacked_card(data: bytes) -> Card:
    size, forms, asked = HEAD.unpack_from(data)
    ids = np.frombuffer(data, np.uint32, forms + asked, HEAD.size)
    weights = np.frombuffer(data, np.float32, asked, HEAD.size + 4 * (forms + asked))
    language = data[HEAD.size + 4 * (forms + 2 * asked) :].decode()
    return Card(language, ids[:forms], ids[forms:], weights, size)


def _written(told: Told) -> bytes:
    beads = [(bead.left, bead.right) for bead in told.alignment.beads]
    differing = [asdict(difference) for difference in told.differences]
    return json.dumps([told.alignment.languages, beads, differing, told.why]).encode()


def _told(data: bytes) -> Told:
    languages, beads, differing, reason = json.loads(data)
    tongues = (languages[0], languages[1])
    return Told(
        Alignment(tongues, tuple(Bead(tuple(left), tuple(right)) for left, right in beads)),
        tuple(_difference(one, tongues) for one in differing),
        reason,
    )


def _difference(written: Mapping[str, Any], tongues: tuple[str, str]) -> Difference:
    left, right = map(tuple, written["paragraphs"])
    spans = [(start, end) for start, end in written["spans"] or ()]
    return Difference(
        written["kind"], tongues, written["detail"], (left, right), (spans[0], spans[1]) if spans else None
    )
