"""Build the search index: small static files, of which a browser asks for the few that a query needs.

- `index.json`: the table of letters, the classes of endings, the directories of the lexicons, the years.
- `stories-N.json`: what a result shows of some stories.
- `names.json`: in which stories each listed name occurs, by the language of the version.
- `spellings.json`: the words of each name's spellings.
- `<lang>/words-N.txt`: the forms of one language's texts; see `newsroom.search.lexicon`.
- `<lang>/stories-N.bin`, `<lang>/places-N.bin`: where they stand; see `newsroom.search.postings`.
"""

from __future__ import annotations

import gc
import json
from collections import Counter
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from newsroom.memory import Memory
from newsroom.search import lexicon, postings
from newsroom.search.documents import stories
from newsroom.search.folding import TABLE
from newsroom.search.gathering import gather
from newsroom.search.lexicon import Place
from newsroom.search.morphology import spelled_out
from newsroom.search.tokens import HYPHEN, words
from newsroom.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.search.documents import Document, StoryEntry
    from newsroom.search.gathering import Gathered
    from newsroom.search.morphology import Morphology

VERSION = 1
"""Of the format: the browser refuses another one."""
WORDS_SIZE = 8_000
"""Bytes of a file of words, before it is compressed on the way."""
POSTINGS_SIZE = 12_000
"""Bytes of a file of postings."""
STORIES_SIZE = 7_000
"""Bytes of a file of stories."""
FORMS = "forms"
"""What is remembered of a language's forms is of this kind."""

Spellings = dict[str, tuple[tuple[str, str], ...]]
"""Entry of `names.yml` to the language and text of each of its spellings."""


def build(
    documents: Iterable[Document],
    *,
    morphologies: Mapping[str, Morphology],
    spellings: Spellings | None = None,
    keyboards: Sequence[str] = (),
    memory: Memory | None = None,
) -> dict[str, bytes]:
    """Return the files of the index: path below its folder to content.

    `morphologies` are the languages of the site, in its order; a document in another one raises `KeyError`.
    `spellings` are those of `names.yml`; `keyboards` are the letters of the keyboards on which readers type. What an
    article's words are, and what they are found by, is recalled from `memory` and remembered there.
    """
    with _uncollected():
        return _build(stories(documents), morphologies, spellings or {}, keyboards, memory or Memory())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for rings of garbage: millions of texts make none, and each look goes over them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _build(
    listed: Sequence[StoryEntry],
    morphologies: Mapping[str, Morphology],
    spellings: Spellings,
    keyboards: Sequence[str],
    memory: Memory,
) -> dict[str, bytes]:
    """Return the files of the index of the stories."""
    _check(listed, morphologies)
    made: dict[str, bytes] = {}
    described = []
    names = _names(spellings)
    learnt = {code: Vocabulary(one, memory.recall(FORMS, code.encode()) or b"") for code, one in morphologies.items()}
    shared = _patterns(morphologies.values())
    for code in morphologies:
        head, files = _language_files(gather(listed, code, learnt=learnt, names=names, memory=memory), shared)
        described.append({"code": code, "cases": morphologies[code].cases, **head})
        made.update({f"{code}/{name}": content for name, content in files.items()})
    for code, vocabulary in learnt.items():
        if vocabulary.is_changed:
            memory.remember(FORMS, code.encode(), vocabulary.remembered())
    starts, texts = _story_files(listed)
    made.update({f"stories-{at}.json": text for at, text in enumerate(texts)})
    made["names.json"] = _json(_mentions(listed))
    made["spellings.json"] = _json(_spelled(spellings))
    made["index.json"] = _json(
        {
            "version": VERSION,
            "folding": json.loads(TABLE.read_text("utf-8")),
            "patterns": {short: spelled_out(name) for name, short in shared.items()},
            "languages": described,
            "stories": {"count": len(listed), "starts": starts},
            "keyboards": list(keyboards),
            "years": _years(listed),
        }
    )
    return made


def _check(listed: Iterable[StoryEntry], morphologies: Mapping[str, Morphology]) -> None:
    """Raise `KeyError` where a version would be found by nobody."""
    for story in listed:
        for code in story.versions:
            morphologies[code]


def _patterns(morphologies: Iterable[Morphology]) -> dict[str, str]:
    """Return the classes that are patterns, each with a short name: they are long, and few, and stand once."""
    names = {name for morphology in morphologies for name in morphology.patterns}
    return {name: str(at) for at, name in enumerate(sorted(names))}


def _names(spellings: Spellings) -> dict[str, list[str]]:
    """Return the spellings of each name that are one word.

    A word of a longer one says too little by itself: whoever looks for ғылым does not ask for a ministry of science.
    """
    found: dict[str, list[str]] = {}
    for name, spelled in spellings.items():
        for _, spelling in spelled:
            if len(spelling.split()) == 1:
                found.setdefault(name, []).extend(word.text.lower() for word in words(spelling))
    return found


def _language_files(gathered: Gathered, shared: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what `index.json` says of a language, and its files."""
    held = gathered.lengths[gathered.lengths > 0]
    places, made = _posting_files(gathered, float(held.mean()) if len(held) else 1.0)
    written = lexicon.lines(places, gathered.known)
    texts, directory = lexicon.files(written, size=WORDS_SIZE, shared=shared)
    made |= {f"words-{at}.txt": text.encode() for at, text in enumerate(texts)}
    return {"versions": len(held), "words": directory}, made


def _posting_files(gathered: Gathered, average: float) -> tuple[dict[str, Place], dict[str, bytes]]:
    """Return where the postings of each form are, and the files that hold them."""
    data, sizes = postings.encode(gathered.rows, gathered.lengths, average)
    ends = np.searchsorted(gathered.rows.form, np.arange(len(gathered.forms)), side="right")
    stored, placed = (np.append(0, np.cumsum(of))[np.append(0, ends)].tolist() for of in (sizes, gathered.place_sizes))
    counts = np.diff(np.append(0, ends)).tolist()
    found: dict[str, Place] = {}
    cuts: list[tuple[int, int]] = []
    for at, form in enumerate(gathered.forms):
        if not cuts or stored[at] - cuts[-1][0] >= POSTINGS_SIZE:
            cuts.append((stored[at], placed[at]))
        found[form] = Place(counts[at], len(cuts) - 1, stored[at] - cuts[-1][0], placed[at] - cuts[-1][1])
    files: dict[str, bytes] = {}
    for at, (start, end) in enumerate(pairwise([*cuts, (stored[-1], placed[-1])])):
        files[f"stories-{at}.bin"] = data[start[0] : end[0]].tobytes()
        files[f"places-{at}.bin"] = gathered.places[start[1] : end[1]].tobytes()
    return found, files


def _story_files(listed: Iterable[StoryEntry]) -> tuple[list[int], list[bytes]]:
    """Return the number of the first story in each file, and the files."""
    starts: list[int] = []
    files: list[list[bytes]] = []
    held = STORIES_SIZE
    for story in listed:
        versions = {code: [one.url, one.headline, one.lead] for code, one in story.versions.items()}
        text = _json([story.day.isoformat() if story.day else "", versions])
        if held >= STORIES_SIZE:
            starts.append(story.number)
            files.append([])
            held = 0
        files[-1].append(text)
        held += len(text)
    return starts, [b"[" + b",\n".join(texts) + b"]" for texts in files]


def _years(listed: Iterable[StoryEntry]) -> list[list[int]]:
    """Return year and number of stories, the newest first; 0 stands for those without a date."""
    return [[year, count] for year, count in Counter(one.day.year if one.day else 0 for one in listed).items()]


def _mentions(listed: Iterable[StoryEntry]) -> dict[str, dict[str, list[int]]]:
    """Return each entry of `names.yml` to language to the stories in whose version it occurs."""
    found: dict[str, dict[str, list[int]]] = {}
    for story in listed:
        for code, version in story.versions.items():
            for name in version.mentions:
                found.setdefault(name, {}).setdefault(code, []).append(story.number)
    return dict(sorted(found.items()))


def _spelled(spellings: Spellings) -> dict[str, list[list[str]]]:
    """Return the spellings of each name: the language, then the words, those with hyphens in their parts."""
    return {
        name: [
            [language, *(word.text.lower() for word in words(spelling) if not HYPHEN.search(word.text))]
            for language, spelling in spelled
        ]
        for name, spelled in sorted(spellings.items())
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
