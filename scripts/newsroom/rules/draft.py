"""The state that the rules work on: lines not yet claimed, and what has been read so far.

Every line is claimed in pieces that together are the whole line, so that no word can be lost on the way: a piece is
the value of a field, or it is left out with the rule's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.model import Evidence, LeftOut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.languages import Language
    from newsroom.model import Block, Problem
    from newsroom.rules.labels import Labels


@dataclass(slots=True, eq=False)
class Line:
    """A line of the source that no rule has claimed yet; two lines of the same words are two lines."""

    number: int
    """Counted from 1."""
    text: str
    """Its words; never empty."""
    after_blank: bool
    """Whether an empty line stands before it."""


@dataclass(slots=True)
class Draft:
    """An article that is being taken apart."""

    source: str
    """The file, for problems."""
    language: Language
    """Its language."""
    labels: Labels
    """The words that announce fields, of its language first and then of the site's others."""
    lines: list[Line]
    """What no rule has claimed yet, in order."""
    fields: dict[str, object] = field(default_factory=dict)
    """Field name to value."""
    evidence: dict[str, Evidence] = field(default_factory=dict)
    """Field name to where its value comes from."""
    kept: list[str] = field(default_factory=list)
    """The words that stand in a field as the source has them."""
    left_out: list[LeftOut] = field(default_factory=list)
    """The words that stand nowhere else."""
    body: list[Block] = field(default_factory=list)
    """The blocks of the body, once the body's rules have run."""
    problems: list[Problem] = field(default_factory=list)
    """What the editor should know."""

    def set(self, name: str, value: object, line: Line, rule: str, certainty: float = 0.95) -> bool:
        """Give the field `name` its value, with the evidence, and say whether it took it.

        Lists grow; any other field keeps its first value.
        """
        if isinstance(value, tuple):
            known: tuple[str, ...] = self.fields.get(name, ())  # type: ignore[assignment]
            taken = {one.casefold() for one in (*known, str(self.fields.get("section", "")))}
            new = tuple(one for one in dict.fromkeys(value) if one.casefold() not in taken)
            if not new:
                return False
            value = (*known, *new)
        elif name in self.fields:
            return False
        self.fields[name] = value
        self.evidence.setdefault(name, Evidence(line.number, rule, certainty))
        return True

    def fill(self, line: Line, rule: str, values: Mapping[str, str | tuple[str, ...]], certainty: float = 0.95) -> None:
        """Take the whole line away: `values`, parts of it, go into their fields, and the rest is left out.

        A value for a field that has one already is left out too.
        """
        rest = line.text
        for name, value in values.items():
            if value and self.set(name, value, line, rule, certainty):
                held = self.fields[name]
                for part in (value,) if isinstance(value, str) else value:
                    rest = self._keep(part, rest) if isinstance(held, str) or part in held else rest  # type: ignore[operator]
        self.lines.remove(line)
        for piece in rest.split("\n"):
            self.leave_out(piece, line, rule)

    def _keep(self, part: str, text: str) -> str:
        """Return `text` with a line break in the place of `part`, which stands in a field; only whole words count."""
        found = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text)
        if not found:
            return text
        self.kept.append(part)
        return text[: found.start()] + "\n" + text[found.end() :]

    def leave_out(self, text: str, line: Line, rule: str) -> None:
        """Say that `text` is not shown, by `rule`; nothing happens where it holds no word."""
        if any(character.isalnum() for character in text):
            self.left_out.append(LeftOut(text.strip(), rule, line.number))

    def drop(self, line: Line, rule: str) -> None:
        """Leave out a whole line, whatever it holds."""
        self.lines.remove(line)
        self.left_out.append(LeftOut(line.text, rule, line.number))
