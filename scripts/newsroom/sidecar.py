"""Read what an editor says of an article: `NAME.yml` beside `NAME.txt`, or YAML front matter at its head.

Values are read as plain strings and given their types by the schema, so that no YAML syntax takes effect in them.
"""

from __future__ import annotations

import difflib
import re
import reprlib
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from newsroom import handwritten
from newsroom.model import Corrections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.model import Problem

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ALIAS = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/?$"
OWN_KEYS = ("language", "story", "apart_from", "slug", "aliases", "original", "corrects")
"""Keys that steer the build and are no field of an article."""
LINK = r"^https?://"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YES_AND_NO = {"true": True, "yes": True, "false": False, "no": False, "": None}
"""How an editor may write what is or is not so."""
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors' programs know best."""
FENCE = re.compile(r"-{3}\s*")


def _emptied(value: object) -> object:
    """An empty value empties the field."""
    return None if value == "" else value


def _listed(value: object) -> object:
    """One value stands for a list of one."""
    return [] if value == "" else [value] if isinstance(value, str) else value


def _dated(value: object) -> object:
    """A day is written in one way only: what else pydantic would take for one, such as a count of seconds, is none."""
    if isinstance(value, str) and value and not DAY.fullmatch(value):
        message = "expected YYYY-MM-DD"
        raise ValueError(message)
    return _emptied(value)


def _decided(value: object) -> object:
    """Yes and no are written as YAML's own true and false, or in words."""
    return YES_AND_NO.get(value.lower(), value) if isinstance(value, str) else value


Text = Annotated[str | None, BeforeValidator(_emptied), WithJsonSchema({"type": ["string", "number", "null"]})]
Day = Annotated[date | None, BeforeValidator(_dated), WithJsonSchema({"type": ["string", "null"], "format": "date"})]
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"type": ["array", "string", "number", "null"], "items": {"type": ["string", "number"]}}),
]
Link = Annotated[
    Annotated[str, Field(pattern=LINK)] | None,
    BeforeValidator(_emptied),
    WithJsonSchema({"type": ["string", "null"], "pattern": LINK}),
]
Slug = Annotated[
    Annotated[str, Field(pattern=SLUG)] | None,
    BeforeValidator(_emptied),
    WithJsonSchema({"type": ["string", "null"], "pattern": SLUG}),
]
Aliases = Annotated[
    tuple[Annotated[str, Field(pattern=ALIAS)], ...],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"type": ["array", "string", "null"], "pattern": ALIAS, "items": {"type": "string", "pattern": ALIAS}}
    ),
]
YesOrNo = Annotated[
    bool | None,
    BeforeValidator(_decided),
    WithJsonSchema({"enum": [True, False, "yes", "no", None]}),
]


def _without_defaults(schema: dict[str, Any]) -> None:
    """Take the defaults out of the published schema: an editor's program would offer to write them."""
    for key in schema["properties"].values():
        key.pop("default", None)


class Sidecar(BaseModel):
    """An editor's corrections of one article. Every key may be left away; an empty one empties the field."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, title="Sidecar of an article", json_schema_extra=_without_defaults
    )

    title: Text = Field(
        None, description="The headline, in the article's own language.", examples=["Universities sign an agreement"]
    )
    published: Day = Field(None, description="The day of publication, YYYY-MM-DD.", examples=["2026-01-13"])
    updated: Day = Field(None, description="The day of the last change, YYYY-MM-DD.", examples=["2026-01-15"])
    event_date: Day = Field(
        None, description="The day on which the reported thing happened, YYYY-MM-DD.", examples=["2026-01-12"]
    )
    dateline_place: Text = Field(None, description="The place in the dateline.", examples=["BRUSSELS"])
    authors: Names = Field(
        (), description="The people in the byline, in order.", examples=[["Anna de Vries", "Timur Seitov"]]
    )
    agency: Text = Field(None, description="The news agency.", examples=["Kazinform"])
    photo_credit: Text = Field(None, description="Whose picture it is.", examples=["Aliya Serikova"])
    section: Text = Field(None, description="The section of the paper.", examples=["Education"])
    tags: Names = Field((), description="Topics, without #.", examples=[["universities", "Belgium"]])
    source_url: Link = Field(
        None,
        description="The address of the original, beginning with http:// or https://.",
        examples=["https://example.org/news/1"],
    )
    language: Text = Field(
        None,
        description="A language of mkdocs.yml, where the program takes the text for another.",
        examples=["en", "ru", "kk"],
    )
    story: Text = Field(
        None, description="Any name: articles with one name are versions of one story.", examples=["mons-visit"]
    )
    apart_from: Names = Field(
        (),
        description="Files that this article is never a version, a correction or a duplicate of.",
        examples=[["007_a1b2c3.txt"]],
    )
    corrects: Names = Field(
        (),
        description="Files with earlier texts of this article, which it takes the place of.",
        examples=["007_a1b2c3.txt"],
    )
    slug: Slug = Field(
        None, description="The story's address: Latin small letters, digits and hyphens.", examples=["mons-visit"]
    )
    aliases: Aliases = Field(
        (), description="Older addresses that lead here: news/2025/old-name.", examples=[["news/2025/old-name"]]
    )
    original: YesOrNo = Field(
        None, description="true where the other versions are translated from this one.", examples=[True]
    )
    translator: Text = Field(None, description="Who translated it.", examples=["Anna de Vries"])
    translated_from: Text = Field(
        None, description="The language of mkdocs.yml that it was translated from.", examples=["en", "ru", "kk"]
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a sidecar, by which an editor's program completes and checks keys and values."""
    return {"$schema": DIALECT, **Sidecar.model_json_schema()}


def parse(text: str, *, path: str, first_line: int = 1) -> Corrections | tuple[Problem, ...]:
    """Return the corrections that the YAML `text` of the file `path` holds, or everything that is wrong with it.

    `first_line` is the line of the file on which `text` begins, counted from 1.
    """
    found = handwritten.read(text, path=path, first_line=first_line)
    if not isinstance(found, handwritten.Mapping):
        return found
    values, lines = found
    try:
        return _corrections(Sidecar.model_validate(values), path, lines)
    except ValidationError as error:
        return tuple(_explain(one, path, lines, first_line) for one in error.errors())


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
        corrects=sidecar.corrects,
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
        return handwritten.problem(path, line, f"{key}: expected a key of a sidecar, received an unknown one", remedy)
    message = f"{key}: expected {field.description} Received {reprlib.repr(error['input'])}"
    return handwritten.problem(path, line, message, f"Correct the value of `{key}:`, or remove the line.")


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
