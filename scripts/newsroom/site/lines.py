"""Breaking a headline into lines: whole words, lines of about one length, and an ellipsis where it is too long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ELLIPSIS = "…"
_NEAR = 1.0
"""How near to the narrowest room `balance` comes, in the unit of the widths."""


class Word(NamedTuple):
    """A word and how much room it takes."""

    text: str
    """The word, with what stands at it."""
    width: float
    """Its width, in any unit."""


def measure(text: str, width: Callable[[str], float]) -> list[Word]:
    """Return the words of `text`, between single spaces, with their widths."""
    return [Word(one, width(one)) for one in text.split(" ")]


def wrap(words: Sequence[Word], room: float, *, space: float) -> list[str]:
    """Return the lines of `words` in `room`, each as full as it gets; a word wider than that has a line of its own."""
    begins, used = [0], -space
    for number, word in enumerate(words):
        used += space + word.width
        if number and used > room:
            begins.append(number)
            used = word.width
    return [" ".join(one.text for one in words[begin:end]) for begin, end in pairwise([*begins, len(words)])]


def balance(words: Sequence[Word], room: float, *, space: float) -> list[str]:
    """Return as many lines as `wrap` makes, in the narrowest room that they fit into."""
    wanted = len(wrap(words, room, space=space))
    least, most = max(word.width for word in words), room
    while most - least > _NEAR:
        middle = (least + most) / 2
        least, most = (least, middle) if len(wrap(words, middle, space=space)) <= wanted else (middle, most)
    return wrap(words, most, space=space)


def shorten(text: str, room: float, *, width: Callable[[str], float]) -> str:
    """Return `text`, or as much of its beginning as fits into `room` with an ellipsis behind it."""
    return text if width(text) <= room else _beginning(text, room, width=width)


def cut(lines: Sequence[str], most: int, room: float, *, width: Callable[[str], float]) -> list[str]:
    """Return at most `most` of `lines`, each in `room`: an ellipsis tells what is missing.

    The last line ends behind a word; a word that fills more than a line is cut inside.
    """
    kept = [shorten(line, room, width=width) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = _end(kept[-1], room, width=width)
    return kept


def _end(line: str, room: float, *, width: Callable[[str], float]) -> str:
    """Return `line` with an ellipsis behind its last word that leaves room for it; one word alone is cut inside."""
    words = line.removesuffix(ELLIPSIS).split(" ")
    fitting = (" ".join(words[:end]) + ELLIPSIS for end in range(len(words), 0, -1))
    return next((one for one in fitting if width(one) <= room), _beginning(words[0], room, width=width))


def _beginning(text: str, room: float, *, width: Callable[[str], float]) -> str:
    """Return as much of the beginning of `text` as fits into `room` with an ellipsis behind it."""
    fitting = (text[:end].rstrip() + ELLIPSIS for end in range(len(text), 0, -1))
    return next((one for one in fitting if width(one) <= room), ELLIPSIS)
