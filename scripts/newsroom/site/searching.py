"""What the built site hands to its search: the articles as documents, and what a page says of results."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from html import unescape
from importlib.metadata import version
from typing import TYPE_CHECKING

from newsroom import languages
from newsroom.memory import Memory, program
from newsroom.names import PERSON
from newsroom.search.documents import Document
from newsroom.search.index import build
from newsroom.search.morphology import Morphology

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from newsroom.search.index import Spellings
    from newsroom.site.announce import Described
    from newsroom.site.interface import Interface

_INSIDE = re.compile(r"</?(?:a|span|mark)\b[^>]*>")
"""Tags between which a word goes on."""
_TAG = re.compile(r"<[^>]*>")
FOLDER = "search/data/"
"""Where the index lives, from the site's root."""
SETTINGS = "search/search_index.json"
"""Where Material's dialog looks for what it hands to its worker, below the root of each language."""

LIBRARIES = ("pymorphy3", "pymorphy3-dicts-ru", "snowballstemmer")
"""What the forms of words depend on beside this program and Python's own tables of letters."""


def index(
    documents: Iterable[Document], codes: Iterable[str], spellings: Spellings, *, cache: Path | None = None
) -> dict[str, bytes]:
    """Return the files of the index for a site in the languages `codes`: path from the site's root to content.

    `spellings` are those of the names that have a page, by its address below each language's root. Where there is a
    `cache`, only texts and words that are new since the run before are looked into.
    """
    memory = Memory(cache, version=program(sys.version, *map(version, LIBRARIES))) if cache else Memory()
    known = {code: languages.load(code) for code in codes}
    keyboards = [one.search.keyboard for one in known.values() if one.search.keyboard]
    morphologies = {code: Morphology(one) for code, one in known.items()}
    made = build(documents, morphologies=morphologies, spellings=spellings, keyboards=keyboards, memory=memory)
    memory.save()
    return {f"{FOLDER}{name}": content for name, content in made.items()}


def spellings(pages: Iterable[Described]) -> Spellings:
    """Return language and text of every spelling of the names that have a page among `pages`, by its address.

    Of people the surname alone is another one.
    """
    found: Spellings = {}
    for page in pages:
        if page.meta.get("kind") and page.meta.get("page", 1) == 1:
            code = page.language.code
            own = (page.meta.get("title_lang") or code, page.meta["title"])
            others = ((one.get("lang") or code, one["text"]) for one in page.meta.get("spellings", ()))
            spelled = (own, *others)
            surnames = [(lang, text.split()[-1]) for lang, text in spelled] if page.meta["kind"] == PERSON else []
            found.setdefault(page.address.removeprefix(page.language.prefix), (*spelled, *surnames))
    return found


def document(page: Described) -> Document:
    """Return an article as it is searched."""
    meta = page.meta
    names = (*meta.get("authors", ()), meta.get("agency"), meta.get("section"), *meta.get("tags", ()))
    return Document(
        story=meta["story_id"],
        language=meta["lang"],
        url=page.address,
        headline=meta["title"],
        lead=meta.get("description", ""),
        day=meta.get("date"),
        names=tuple(str(name) for name in names if name),
        body=_words_of(page.text),
        mentions=tuple(one["url"].removeprefix(page.language.prefix) for one in meta.get("mentions", ())),
    )


def _words_of(html: str) -> str:
    """Return the text of rendered HTML: a word inside of which a mark ends is one word."""
    return unescape(_TAG.sub(" ", _INSIDE.sub("", html)))


def settings(here: Interface, speaking: Sequence[Interface]) -> str:
    """Return what Material's dialog hands to the worker in the language `here`: words, languages, no document."""
    config = {
        "lang": [here.code],
        "separator": r"\s+",
        "pipeline": [],
        "here": here.code,
        "up": "../" * here.prefix.count("/"),
        "counts": {**_forms(here.words["search_count"]), "none": here.say("search_none")},
        "notes": {
            "keyboard": here.say("search_keyboard", words="{words}"),
            "slip": here.say("search_slip", words="{words}"),
        },
        "days": [_pattern(here, month) for month in range(1, 13)],
        "languages": {each.code: _language(each, here) for each in speaking},
    }
    return json.dumps({"config": config, "docs": []}, ensure_ascii=False, separators=(",", ":"))


def _pattern(here: Interface, month: int) -> str:
    """Return how the language writes days of a month, with places for the year and the day."""
    return here.date(date(2222, month, 11)).replace("2222", "{year}").replace("11", "{day}")


def _forms(words: str | Mapping[str, str]) -> dict[str, str]:
    """Return words by plural category, also where a language has one form for all."""
    return {"other": words} if isinstance(words, str) else dict(words)


def _language(language: Interface, here: Interface) -> dict[str, str]:
    return {
        "name": language.name,
        "lang": language.code,
        "dir": language.direction,
        "foundIn": here.say("found_in", language=here.called(language.code)),
    }
