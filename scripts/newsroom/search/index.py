"""Build the search index: small static files, of which a browser asks for the few that a query needs.

- `index.json`: the table of letters, the classes of endings, the directories of the lexicons, the years.
- `stories-N.json`: what a result shows of some stories.
- `names.json`: in which stories each listed name occurs.
- `<lang>/words-N.txt`: the forms of one language's texts; see `newsroom.search.lexicon`.
- `<lang>/stories-N.bin`, `<lang>/places-N.bin`: where they stand; see `newsroom.search.postings`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from newsroom.search import lexicon, postings
from newsroom.search.documents import stories
from newsroom.search.folding import TABLE, fold
from newsroom.search.lexicon import Place
from newsroom.search.morphology import spelled_out
from newsroom.search.postings import Occurrences
from newsroom.search.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsroom.search.documents import Document, StoryEntry
    from newsroom.search.matching import Entry
    from newsroom.search.morphology import Morphology

VERSION = 1
"""Of the format: the browser refuses another one."""
WORDS_SIZE = 8_000
"""Bytes of a file of words, before it is compressed on the way."""
POSTINGS_SIZE = 12_000
"""Bytes of a file of postings."""
STORIES_SIZE = 7_000
"""Bytes of a file of stories."""

Spellings = dict[str, tuple[tuple[str, str], ...]]
"""Entry of `names.yml` to the language and text of each of its spellings."""


@dataclass(slots=True)
class _Language:
    """What is gathered of the texts in one language."""

    found: dict[str, dict[int, Occurrences]]
    """Form to story to where it stands there."""
    entries: dict[str, tuple[Entry, ...]]
    """Form to the entries it is found by."""
    lengths: list[int]
    """Words of each story's version, 0 where there is none."""


def build(
    documents: Iterable[Document],
    *,
    morphologies: Mapping[str, Morphology],
    spellings: Spellings | None = None,
    keyboards: Sequence[str] = (),
) -> dict[str, bytes]:
    """Return the files of the index: path below its folder to content.

    `morphologies` are the languages of the site, in its order; a document in another one raises `KeyError`.
    `spellings` are those of `names.yml`; `keyboards` are the letters of the keyboards on which readers type.
    """
    listed = stories(documents)
    _check(listed, morphologies)
    made: dict[str, bytes] = {}
    described = []
    names = _names(spellings or {})
    gathered = {code: _gather(listed, code, morphologies, names) for code in morphologies}
    shared = _patterns(morphologies.values())
    for code in morphologies:
        head, files = _language_files(gathered[code], shared)
        described.append({"code": code, **head})
        made.update({f"{code}/{name}": content for name, content in files.items()})
    starts, texts = _story_files(listed)
    made.update({f"stories-{at}.json": text for at, text in enumerate(texts)})
    made["names.json"] = _json(_mentions(listed))
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
    names = {name for morphology in morphologies for name, one in morphology.classes.items() if isinstance(one, dict)}
    return {name: str(at) for at, name in enumerate(sorted(names))}


def _names(spellings: Spellings) -> dict[str, list[tuple[str, str]]]:
    """Return form and language of the spellings of each name that are one word.

    A word of a longer one says too little by itself: whoever looks for ғылым does not ask for a ministry of science.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name, spelled in spellings.items():
        for language, spelling in spelled:
            if len(spelling.split()) == 1:
                found.setdefault(name, []).extend((word.text.lower(), language) for word in words(spelling))
    return found


def _gather(
    listed: Sequence[StoryEntry],
    code: str,
    morphologies: Mapping[str, Morphology],
    names: Mapping[str, Sequence[tuple[str, str]]],
) -> _Language:
    """Return every form of the texts in one language, with the stories and places it stands in."""
    gathered = _Language({}, {}, [0] * len(listed))
    for story in listed:
        if code not in story.versions:
            continue
        document = story.versions[code]
        _add_text(gathered, story.number, document, morphologies[code])
        for name in document.mentions:
            _add_name(gathered, story.number, names.get(name, ()), morphologies, code)
    return gathered


def _add_text(gathered: _Language, story: int, document: Document, morphology: Morphology) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    starts = []
    place = 0
    for texts in ((document.headline,), (document.body,), document.names):
        starts.append(place)
        for word in chain.from_iterable(map(words, texts)):
            places[word.text.lower()].append(place)
            place += 1
        place += 1
    gathered.lengths[story] = place
    for form, found in places.items():
        _add_form(gathered, form, _counted(story, found, starts), morphology)


def _counted(story: int, places: list[int], starts: Sequence[int]) -> Occurrences:
    """Return a form's occurrences by its places in rising order; headline, body and names begin at `starts`."""
    _, body, names = (bisect_left(places, start) for start in starts)
    return Occurrences(story, headline=body, body=names - body, names=len(places) - names, places=places)


def _add_name(
    gathered: _Language,
    story: int,
    spelled: Iterable[tuple[str, str]],
    morphologies: Mapping[str, Morphology],
    code: str,
) -> None:
    """Add the other spellings of a name that occurs in the story, each in the morphology of its own language."""
    for form, language in spelled:
        if story not in gathered.found.get(form, {}):
            morphology = morphologies.get(language, morphologies[code])
            _add_form(gathered, form, Occurrences(story, is_another_name=True), morphology)


def _add_form(gathered: _Language, form: str, one: Occurrences, morphology: Morphology) -> None:
    """Add where a form stands in a story; a new form is looked up in the morphology."""
    if form not in gathered.entries:
        gathered.entries[form] = morphology.entries(form)
        gathered.found[form] = {}
    gathered.found[form][one.story] = one


def _language_files(gathered: _Language, shared: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what `index.json` says of a language, and its files."""
    held = [length for length in gathered.lengths if length]
    average = sum(held) / len(held) if held else 1.0
    order = sorted(gathered.found, key=lambda form: (fold(form), form))
    places, made = _posting_files(gathered, order, average)
    written = lexicon.lines(places, gathered.entries, fold=fold)
    texts, directory = lexicon.files(written, size=WORDS_SIZE, shared=shared)
    made |= {f"words-{at}.txt": text.encode() for at, text in enumerate(texts)}
    return {"versions": len(held), "words": directory}, made


def _posting_files(
    gathered: _Language, order: Iterable[str], average: float
) -> tuple[dict[str, Place], dict[str, bytes]]:
    """Return where the postings of each form are, and the files that hold them."""
    places: dict[str, Place] = {}
    stored, placed = [bytearray()], [bytearray()]
    for form in order:
        found = list(gathered.found[form].values())
        if len(stored[-1]) >= POSTINGS_SIZE:
            stored.append(bytearray())
            placed.append(bytearray())
        places[form] = Place(len(found), len(stored) - 1, len(stored[-1]), len(placed[-1]))
        stored[-1] += postings.encode(found, gathered.lengths, average)
        placed[-1] += postings.encode_places(found)
    files = {f"stories-{at}.bin": bytes(data) for at, data in enumerate(stored)}
    return places, files | {f"places-{at}.bin": bytes(data) for at, data in enumerate(placed)}


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


def _mentions(listed: Iterable[StoryEntry]) -> dict[str, list[int]]:
    """Return the stories in which each entry of `names.yml` occurs."""
    found: dict[str, list[int]] = {}
    for story in listed:
        for name in sorted(story.mentions):
            found.setdefault(name, []).append(story.number)
    return dict(sorted(found.items()))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
