"""Read `articles/names.yml`: people, institutions and places, joined across languages by hand.

```yaml
ghent-university:
  kind: institution
  en: Ghent University
  ru: [Гентский университет, Университет Гента]
  kk: Гент университеті
  other: UGent
```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from newsroom import handwritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from newsroom.model import Problem

FILE = "names.yml"
"""The file's name, in the folder of the articles."""
PERSON = "person"
TOPIC = "topic"
"""The kind of what is no name: it is written with a small letter inside a sentence, however an entry writes it."""
KINDS = (PERSON, "institution", "place", TOPIC)
"""What an entry may be."""
OTHER = "other"
"""The key for spellings that belong to no language of the site."""
NAME_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """One entry: somebody or something with a name in several languages."""

    name_id: str
    """What the entry is called, and its address: Latin small letters, digits and hyphens."""
    kind: str | None
    """One of `KINDS`, where the editor says it."""
    spellings: Mapping[str, tuple[str, ...]]
    """Language to spellings, the one that is shown first; `other` for those of no language of the site."""

    @property
    def every_spelling(self) -> tuple[str, ...]:
        """All spellings, each once, in the order of the languages."""
        return tuple(dict.fromkeys(chain.from_iterable(self.spellings[key] for key in sorted(self.spellings))))


def fold(spelling: str) -> str:
    """Return `spelling` as it is compared with another: without regard to capitals and to the width of gaps."""
    return " ".join(spelling.casefold().split())


def load(folder: Path, *, languages: Sequence[str]) -> tuple[tuple[Name, ...], tuple[Problem, ...]]:
    """Return the names listed in `folder` for a site in `languages`, and what is wrong with the list."""
    path = folder / FILE
    if not path.is_file():
        return (), ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"expected UTF-8, received a byte that is not ({error.start})"
        return (), (handwritten.problem(FILE, 1, message, "Save the file as UTF-8."),)
    return parse(text, languages=languages)


def parse(text: str, *, languages: Sequence[str]) -> tuple[tuple[Name, ...], tuple[Problem, ...]]:
    """Return the names that the YAML `text` lists, or nothing and everything that is wrong with it."""
    found = handwritten.read(text, path=FILE)
    if not isinstance(found, handwritten.Mapping):
        return (), found
    names: list[Name] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for key, value in found.values.items():
        line = found.lines.get(str(key), 1)
        wrong = list(_wrong(str(key), value, line, languages)) or list(_doubled(str(key), value, line, taken))
        problems += wrong
        if not wrong:
            kind = value.get("kind")
            spellings = {tongue: tuple(_listed(value[tongue])) for tongue in sorted(value) if tongue != "kind"}
            names.append(Name(str(key), kind, spellings))
    return (() if problems else tuple(names)), tuple(problems)


def _listed(value: object) -> list[str]:
    """Return one spelling or several as a list, empty ones left out."""
    return [str(one) for one in (value if isinstance(value, list) else [value]) if one]


def _wrong(key: str, value: object, line: int, languages: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with one entry by itself."""
    allowed = ("kind", *languages, OTHER)
    if not NAME_ID.fullmatch(key):
        message = f"expected the name of an entry in Latin small letters, digits and hyphens, received {key!r}"
        yield handwritten.problem(FILE, line, message, "Write for example `ghent-university:`.")
    if not isinstance(value, dict):
        message = f"{key}: expected `language: name` lines below it, received {value!r}"
        yield handwritten.problem(FILE, line, message, f"Write one indented line a language: {', '.join(languages)}.")
        return
    for inner in value:
        if inner not in allowed:
            message = f"{key}: expected one of {', '.join(allowed)}, received {inner!r}"
            yield handwritten.problem(FILE, line, message, "Correct the key, or remove the line.")
    if "kind" in value and value["kind"] not in KINDS:
        message = f"{key}: expected a kind ({', '.join(KINDS)}), received {value['kind']!r}"
        yield handwritten.problem(FILE, line, message, "Correct the kind, or remove the line.")
    if not any(_listed(value[inner]) for inner in value if inner != "kind"):
        message = f"{key}: expected a name in at least one language, found none"
        yield handwritten.problem(FILE, line, message, "Add one, or remove the entry.")


def _doubled(key: str, value: dict[str, object], line: int, taken: dict[str, str]) -> Iterator[Problem]:
    """Yield every spelling that another entry has already; note those of this one."""
    mine = {fold(one) for inner in value if inner != "kind" for one in _listed(value[inner])}
    for spelling in sorted(mine & taken.keys()):
        message = f"{key}: expected a spelling of its own, received {spelling!r}, which {taken[spelling]} has"
        yield handwritten.problem(FILE, line, message, "Keep it in one of the two entries.")
    taken.update(dict.fromkeys(mine - taken.keys(), key))
