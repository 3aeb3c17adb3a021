"""Texts that try to act, and articles made of them: the same for the same number, whatever the machine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count, cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from newsroom.read import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CASES = Path(__file__).parent.parent / "cases" / "untrusted"
ESCAPE = re.compile(r"\\(\\|t|u[0-9a-f]{4}|U[0-9a-f]{8})")
"""How the case files write a character that an editor would not show."""
LANGUAGES = (("en", "ru"), ("ru", "kk"), ("kk", "en"))
"""The languages of the stories, in turn: in every language there are versions, and pages that say there is none."""
AROUND = {
    "en": "The council met on the second floor and spoke about the library, the gardens and the new reading room.",
    "ru": "Совет собрался на втором этаже и говорил о библиотеке, о садах и о новом читальном зале.",
    "kk": "Кеңес екінші қабатта жиналып, кітапхана, бақтар және жаңа оқу залы туралы сөйлесті.",
}
"""What stands before and behind the hostile paragraphs, so that the rules for the head and foot of a text see it."""
FORMS = ("{0}", "Here {0} stands.", "{0}", "- {0}\n- {1}\n- {2}", "1. {0}\n2. {1}\n3. {2}", "{0}\t{1}\n{2}\t{3}")
"""How payloads stand in the body, in turn: alone, in a sentence, as items of lists, in a table."""
FIRST_DAY = date(2001, 1, 1)


@dataclass(frozen=True)
class Hostile:
    """One article of hostile texts."""

    name: str
    """Its file's name without the ending."""
    headline: str
    """The first line of its file."""
    blocks: tuple[str, ...]
    """The hostile part of its body, as the file holds it, without the empty lines between."""
    sidecar: dict[str, Any]
    """What its sidecar says."""
    language: str = field(default="en")
    """Its language."""

    def source(self) -> str:
        """Return the text of its file."""
        around = AROUND[self.language]
        opening = [f"{around} Nr. {self.name}."] * 2
        return "\n\n".join([self.headline, *opening, *self.blocks, around, around]) + "\n"


def payloads(number: int) -> list[str]:
    """Return so many hostile texts: every piece of the case files in at least one of them, then mixtures of all."""
    return list(islice(_all(), number))


def shown(text: str) -> str:
    """Return the one line as which a field shows `text`: the documented normalisation, every gap one space."""
    return " ".join(" ".join(normalise(text)).split())


def harmless(text: str) -> str:
    """Return what stands in the place of `text` on the twin of a page: words that nobody can take for anything."""
    return f"word number {len(text)}"


def articles(texts: Sequence[str], *, per_article: int, mask: Callable[[str], str] = str) -> Iterator[Hostile]:
    """Yield articles that hold all of `texts` in their bodies, and many of them in their fields, through `mask`."""
    fields = _endlessly([shown(text) for text in texts], mask)
    batches = [texts[at : at + per_article] for at in range(0, len(texts), per_article)]
    for number, batch in enumerate(batches):
        languages = LANGUAGES[number % len(LANGUAGES)]
        story = f"{next(fields)} {number}"
        for at, language in enumerate(languages):
            first = not at
            sidecar = _sidecar(fields, number) | {"story": story, "language": language}
            own = {"slug": f"story-{number:04}", "aliases": [f"news/old/{number:04}"]}
            sidecar |= own if first else {"translator": next(fields)}
            blocks = tuple(_laid_out([mask(text) for text in batch[at :: len(languages)]]))
            yield Hostile(f"{number:04}-{language}", next(fields), blocks, sidecar, language)


def write(folder: Path, found: Sequence[Hostile]) -> None:
    """Put the articles into `folder` as an editor would, in the place of those that are there."""
    for old in folder.iterdir():
        old.unlink()
    for one in found:
        (folder / f"{one.name}.txt").write_text(one.source(), "utf-8", newline="\n")
        sidecar = yaml.safe_dump(one.sidecar, allow_unicode=True, sort_keys=False)
        (folder / f"{one.name}.yml").write_text(sidecar, "utf-8", newline="\n")


def _laid_out(texts: Sequence[str]) -> Iterator[str]:
    """Yield blocks that hold all of `texts`, in every form."""
    left = iter(texts)
    for form in cycle(FORMS):
        wanted = form.count("{")
        batch = list(islice(left, wanted))
        if not batch:
            return
        yield form.format(*batch, *batch * wanted)


def _sidecar(fields: Iterator[str], number: int) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=31 * number)  # too far apart to be taken for reports of one event
    return {
        "title": next(fields),
        "published": day.isoformat(),
        "updated": day.isoformat(),
        "event_date": day.isoformat(),
        "authors": [next(fields), next(fields), next(fields)],
        "agency": next(fields),
        "photo_credit": next(fields),
        "section": next(fields),
        "tags": [f"{next(fields)} {number}", f"{next(fields)} {number}"],  # no two stories share one
        "dateline_place": next(fields),
        "source_url": f"https://example.org/{next(fields)}",
    }


def _endlessly(texts: Sequence[str], mask: Callable[[str], str]) -> Iterator[str]:
    """Yield the texts in an order of their own, again and again; behind the first round each is told apart."""
    order = Random(1).sample(texts, len(texts))  # noqa: S311 - nothing secret: the same order every time
    for turn in count():
        for text in order:
            yield mask(text) if not turn else f"{mask(text)} {turn}"


def _all() -> Iterator[str]:
    """Yield every payload once, as far as the normalisation leaves anything of it."""
    seen: set[str] = set()
    for text in _made():
        line = shown(text)
        if line and line not in seen:
            seen.add(line)
            yield text


def _made() -> Iterator[str]:
    """Yield the pieces that stand for themselves, each element, each address, each breaker; then mix them."""
    chance = Random(0)  # noqa: S311 - nothing secret: the same mixture every time
    singles = [*_pieces("whole"), *_pieces("scripts")]
    elements, addresses, breakers = _pieces("elements"), _pieces("addresses"), _pieces("breakers")
    yield from singles
    yield from (_filled(element, "", chance) for element in elements)
    yield from (_filled(element, address, chance) for address in addresses for element in ("{url}", "[x]({url})"))
    yield from (breaker + _filled(chance.choice(elements), "", chance) for breaker in breakers)
    while True:
        element = _filled(chance.choice(elements), "", chance)
        before, behind = chance.choice(breakers), chance.choice([*breakers, *singles])
        yield chance.choice(("{1}{0}", "{1}{0}{2}", "{0}{2}", "{2} {0}", "{1}{2}{0}")).format(element, before, behind)


def _filled(element: str, address: str, chance: Random) -> str:
    """Return `element` with an address (any, where it is empty), a handler and a script in their places."""
    values = {"on": chance.choice(_pieces("handlers")), "js": chance.choice(_pieces("actions"))}
    values["url"] = (address or chance.choice(_pieces("addresses"))).replace("{js}", values["js"])
    return re.sub(r"\{(on|js|url)\}", lambda match: values[match[1]], element)


@cache
def _pieces(name: str) -> tuple[str, ...]:
    """Return the pieces of one of the case files."""
    lines = (CASES / f"{name}.txt").read_text("utf-8").removesuffix("\n").split("\n")
    return tuple(ESCAPE.sub(_character, line) for line in lines)


def _character(match: re.Match[str]) -> str:
    said = match[1]
    return {"\\": "\\", "t": "\t"}.get(said) or chr(int(said[1:], 16))
