"""Read what an editor says of an article: `NAME.yml` beside `NAME.txt`, or YAML front matter at its head.

Values are read as plain strings and given their types by the schema, so that no YAML syntax takes effect in them.
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from newsroom.model import Corrections, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ALIAS = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/?$"
OWN_KEYS = ("language", "story", "apart_from", "slug", "aliases", "original", "translator")
"""Keys that steer the build and are no field of an article."""
FENCE = re.compile(r"-{3}\s*")


def _emptied(value: object) -> object:
    """An empty value empties the field."""
    return None if value == "" else value


def _listed(value: object) -> object:
    """One value stands for a list of one."""
    return [] if value == "" else [value] if isinstance(value, str) else value


Text = Annotated[str | None, BeforeValidator(_emptied)]
Day = Annotated[date | None, BeforeValidator(_emptied)]
Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class Sidecar(BaseModel):
    """An editor's corrections. Every key may be left away; an empty one empties the field."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Sidecar of an article")

    title: Text = Field(None, description="The headline, in the article's own language.")
    published: Day = Field(None, description="The day of publication, YYYY-MM-DD.")
    updated: Day = Field(None, description="The day of the last change, YYYY-MM-DD.")
    event_date: Day = Field(None, description="The day on which the reported thing happened, YYYY-MM-DD.")
    dateline_place: Text = Field(None, description="The place in the dateline.")
    authors: Names = Field((), description="The people in the byline, in order.")
    agency: Text = Field(None, description="The news agency.")
    photo_credit: Text = Field(None, description="Whose picture it is.")
    section: Text = Field(None, description="The section of the paper.")
    tags: Names = Field((), description="Topics, without #.")
    source_url: Annotated[str | None, BeforeValidator(_emptied)] = Field(
        None, pattern=r"^https?://", description="The address of the original, beginning with http:// or https://."
    )
    language: Text = Field(None, description="A language of mkdocs.yml, where the program takes the text for another.")
    story: Text = Field(None, description="Any name: articles with one name are versions of one story.")
    apart_from: Names = Field((), description="Files that this article is never a version of.")
    slug: Annotated[str | None, Field(pattern=SLUG)] = Field(
        None, description="The story's address: Latin small letters, digits and hyphens."
    )
    aliases: tuple[Annotated[str, Field(pattern=ALIAS)], ...] = Field(
        (), description="Older addresses that lead here: news/2025/old-name."
    )
    original: bool | None = Field(None, description="true where the other versions are translated from this one.")
    translator: Text = Field(None, description="Who translated it.")


def parse(text: str, *, path: str, first_line: int = 1) -> Corrections | tuple[Problem, ...]:
    """Return the corrections that the YAML `text` of the file `path` holds, or everything that is wrong with it.

    `first_line` is the line of the file on which `text` begins, counted from 1.
    """
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        values = yaml.load(text, Loader=yaml.BaseLoader) or {}  # noqa: S506 - BaseLoader makes strings only
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        message = f"expected YAML, received something else: {error.problem or error}"
        return (
            _problem(path, line, message, "Write one `key: value` a line; put quotes around a value with a colon."),
        )
    if not isinstance(values, dict) or (node is not None and not isinstance(node, yaml.MappingNode)):
        message = f"expected `key: value` lines, received {type(values).__name__}"
        return (_problem(path, first_line, message, "Write one `key: value` a line."),)
    lines, doubled = _lines(node, first_line)
    if doubled:
        return tuple(
            _problem(path, line, f"{key}: stands twice", "Keep one of the two lines.") for key, line in doubled.items()
        )
    try:
        return _corrections(Sidecar.model_validate(values), path, lines)
    except ValidationError as error:
        return tuple(_explain(one, path, lines, first_line) for one in error.errors())


def _lines(node: yaml.MappingNode | None, first: int) -> tuple[dict[str, int], dict[str, int]]:
    """Return the line of every key, and of those that stand twice the second line."""
    lines: dict[str, int] = {}
    doubled: dict[str, int] = {}
    for key, _ in node.value if node else ():
        (doubled if key.value in lines else lines)[str(key.value)] = first + key.start_mark.line
    return lines, doubled


def _corrections(sidecar: Sidecar, path: str, lines: Mapping[str, int]) -> Corrections:
    said = {name: getattr(sidecar, name) for name in sidecar.model_fields_set}
    return Corrections(
        path=path,
        fields={name: value for name, value in sorted(said.items()) if name not in OWN_KEYS},
        lines=dict(lines),
        language=sidecar.language,
        story=sidecar.story,
        apart_from=sidecar.apart_from,
        slug=sidecar.slug,
        aliases=sidecar.aliases,
        original=sidecar.original,
        translator=sidecar.translator,
    )


def _explain(error: Any, path: str, lines: Mapping[str, int], first: int) -> Problem:  # noqa: ANN401 - pydantic's own
    """Return a problem that says which key, what was expected of it, what stands there, and what may stand there."""
    key = str(error["loc"][0])
    line = lines.get(key, first)
    field = Sidecar.model_fields.get(key)
    if field is None:
        near = difflib.get_close_matches(key, Sidecar.model_fields, n=1)
        hint = f"Did you mean `{near[0]}:`? " if near else ""
        remedy = f"{hint}The keys are {', '.join(Sidecar.model_fields)}."
        return _problem(path, line, f"{key}: expected a key of a sidecar, received an unknown one", remedy)
    message = f"{key}: expected {field.description} Received {error['input']!r}"
    return _problem(path, line, message, f"Correct the value of `{key}:`, or remove the line.")


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path, line, Severity.ERROR, message, remedy)


def split_front_matter(lines: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the YAML front matter at the head of a source, and its lines with the front matter's left empty.

    A fence alone is not front matter: what stands between two of them must begin with a key of the schema.
    """
    if not lines or not FENCE.fullmatch(lines[0]):
        return "", tuple(lines)
    end = next((index for index, line in enumerate(lines[1:], 1) if FENCE.fullmatch(line)), 0)
    keys = {match[1] for line in lines[1:end] if (match := re.match(r"(\w+)\s*:(?:\s|$)", line))}
    if not keys & set(Sidecar.model_fields):
        return "", tuple(lines)
    return "\n".join(lines[1:end]), ("",) * (end + 1) + tuple(lines[end + 1 :])
