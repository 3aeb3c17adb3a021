"""Gather where the words of all texts in one language stand, in the order of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from newsroom.memory import digest
from newsroom.search import counting
from newsroom.search.counting import Counted
from newsroom.search.postings import Postings, in_order
from newsroom.search.vocabulary import Known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsroom.memory import Memory
    from newsroom.search.documents import Document, StoryEntry
    from newsroom.search.postings import Bytes, Numbers
    from newsroom.search.vocabulary import Vocabulary

    Names = Mapping[str, Sequence[str]]
    """Entry of `names.yml` to the forms of its spellings."""

WORDS = "words"
"""What is remembered of a text's words is of this kind."""
NOWHERE = (0, 0, 0, 1)
"""The numbers of a form that does not stand in the text: it has a list of places, with nothing in it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is gathered of the texts in one language."""

    forms: list[str]
    """Every form, in the order of the lexicon."""
    known: Callable[[str], Known]
    """What is known of a form."""
    rows: Postings
    """Where they stand: the numbers are places in `forms`."""
    places: Bytes
    """Their places, in the same order."""
    place_sizes: Numbers
    """The bytes of each row's places."""
    lengths: Numbers
    """Words of each story's version, 0 where there is none."""


def gather(
    listed: Sequence[StoryEntry], code: str, *, learnt: Mapping[str, Vocabulary], names: Names, memory: Memory
) -> Gathered:
    """Return what stands where in the texts in the language `code`.

    `learnt` knows the forms of each language; `names` have other spellings, of which those that do not stand in a text
    are added to it. What is counted in a text is recalled from `memory`, and remembered there.
    """
    texts: dict[int, Counted] = {}
    everywhere: set[str] = set()
    for story in listed:
        if code in story.versions:
            document = story.versions[code]
            spelled = [form for name in document.mentions for form in names.get(name, ())]
            texts[story.number] = _with_names(_counted(document, memory), spelled)
            everywhere.update(spelled)
    forms = dict.fromkeys(chain.from_iterable(text.forms for text in texts.values()))
    known = {form: learnt[code].of(form) for form in forms}
    known |= {form: _known(form, learnt.values()) for form in everywhere}
    return _ordered(texts, known, stories=len(listed))


def _known(form: str, vocabularies: Iterable[Vocabulary]) -> Known:
    """Return what is known of a name's form in all languages, for it takes the endings of each."""
    each = [one.of(form) for one in vocabularies]
    return Known(each[0].skeleton, tuple(dict.fromkeys(entry for one in each for entry in one.entries)))


def _counted(document: Document, memory: Memory) -> Counted:
    """Return the words of a text, counted now or before."""
    fields = (document.headline, document.body, *document.names)
    key = digest(*(text.encode() for text in fields))
    recalled = memory.recall(WORDS, key)
    if recalled is not None:
        return counting.unpack(recalled)
    counted = counting.count(document)
    memory.remember(WORDS, key, counting.pack(counted))
    return counted


def _with_names(text: Counted, spelled: Sequence[str]) -> Counted:
    """Return the text with those of the names' spellings that stand nowhere in it."""
    standing = frozenset(text.forms) if spelled else frozenset()
    others = tuple(dict.fromkeys(form for form in spelled if form not in standing))
    if not others:
        return text
    rows = np.array([NOWHERE] * len(others), np.uint32)
    nothing = bytes(len(others))
    return Counted((*text.forms, *others), np.vstack([text.numbers, rows]), text.places + nothing, text.length)


def _ordered(texts: Mapping[int, Counted], known: Mapping[str, Known], *, stories: int) -> Gathered:
    """Return the rows of all texts by the order of the skeletons, and then of the stories."""
    forms = sorted(known, key=lambda form: (known[form].skeleton, form))
    rank = {form: at for at, form in enumerate(forms)}
    held = [text.forms for text in texts.values()]
    form = np.fromiter(map(rank.__getitem__, chain.from_iterable(held)), np.int64)
    story = np.repeat(np.array([*texts], np.int64), [len(one) for one in held])
    table = np.vstack([np.empty((0, counting.COLUMNS), np.uint32), *(text.numbers for text in texts.values())])
    order = np.lexsort((story, form))
    headline, body, names, sizes = table.astype(np.int64)[order].T
    places = np.frombuffer(b"".join(text.places for text in texts.values()), np.uint8)
    return Gathered(
        forms=forms,
        known=known.__getitem__,
        rows=Postings(form[order], story[order], headline, body, names),
        places=in_order(places, table[:, -1].astype(np.int64), order),
        place_sizes=sizes,
        lengths=_lengths(texts, stories),
    )


def _lengths(texts: Mapping[int, Counted], stories: int) -> Numbers:
    """Return the words of each story's version."""
    lengths = np.zeros(stories, np.int64)
    for story, text in texts.items():
        lengths[story] = text.length
    return lengths
