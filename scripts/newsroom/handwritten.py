"""Read the YAML that editors write by hand: keys with plain texts, each with its line, and no syntax in effect."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from newsroom import read as reading
from newsroom.model import Problem, Severity


class Mapping(NamedTuple):
    """What a file says."""

    values: dict[Any, Any]
    """Key to value: a text on one line, or a list or mapping of such."""
    lines: dict[str, int]
    """Key to the line on which it stands, counted from 1."""


def read(text: str, *, path: str, first_line: int = 1) -> Mapping | tuple[Problem, ...]:
    """Return what the YAML `text` of the file `path` says, or everything that is wrong with it.

    `first_line` is the line of the file on which `text` begins, counted from 1.
    """
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        values = yaml.load(text, Loader=yaml.BaseLoader) or {}  # noqa: S506 - BaseLoader makes strings only
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deeply"
        message = f"expected YAML, received something else: {what}"
        return (problem(path, line, message, "Write one `key: value` a line; put quotes around a value with a colon."),)
    if not isinstance(values, dict) or (node is not None and not isinstance(node, yaml.MappingNode)):
        message = f"expected `key: value` lines, received {type(values).__name__}"
        return (problem(path, first_line, message, "Write one `key: value` a line."),)
    lines, doubled = _lines(node, first_line)
    if doubled:
        return tuple(
            problem(path, line, f"{key}: stands twice", "Keep one of the two lines.") for key, line in doubled.items()
        )
    return Mapping({_on_one_line(key): _plain(value) for key, value in values.items()}, lines)


def _plain(value: object) -> object:
    """Return a value with its words in the form in which a source's are: on one line, nothing invisible in it."""
    if isinstance(value, list):
        return [_on_one_line(one) for one in value]
    if isinstance(value, dict):
        return {_on_one_line(key): _plain(one) for key, one in value.items()}
    return _on_one_line(value)


def _on_one_line(value: object) -> object:
    """Return a text normalised as `read` does it; half a character of UTF-16, which no file can hold, is dropped."""
    if not isinstance(value, str):
        return value
    whole = value.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(" ".join(reading.normalise(whole)).split())


def _lines(node: yaml.MappingNode | None, first: int) -> tuple[dict[str, int], dict[str, int]]:
    """Return the line of every key, and of those that stand twice the second line."""
    lines: dict[str, int] = {}
    doubled: dict[str, int] = {}
    for key, _ in node.value if node else ():
        (doubled if key.value in lines else lines)[str(key.value)] = first + key.start_mark.line
    return lines, doubled


def problem(path: str, line: int, message: str, remedy: str) -> Problem:
    """Return a problem of a file that an editor has written, which blocks the build."""
    return Problem(path, line, Severity.ERROR, message, remedy)
