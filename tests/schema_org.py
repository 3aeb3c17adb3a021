"""Whether a description keeps to schema.org's definitions, by the table in `cases/machines/schema_org.yml`."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = Path(__file__).parent / "cases" / "machines" / "schema_org.yml"
FORMS = {
    "Boolean": r"true|false",
    "Date": r'"\d{4}-\d\d-\d\d"',
    "DateTime": r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)"',
    "Integer": r"-?\d+",
    "Number": r"-?\d+(\.\d+)?",
    "Text": r'".*\S.*"',
    "URL": r'"https?://\S+"',
}
"""What each of schema.org's data types looks like as JSON; a moment has its offset."""


def lies(node: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """Yield what is wrong with the description `node`, and with everything in it."""
    kind = str(node.get("@type"))
    if kind not in _table()["types"]:
        yield f"{where or 'the whole'}: {kind!r} is no type that the table knows"
        return
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _property(kind, name, value, f"{where}.{name}")


def _property(kind: str, name: str, value: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - any JSON
    known = _table()["properties"].get(name)
    if known is None:
        yield f"{where}: no property that the table knows"
    elif not any(_is(kind, owner) for owner in known["of"]):
        yield f"{where}: {kind} has no such property"
    else:
        for one in value if isinstance(value, list) else [value]:
            yield from _value(one, known["is"], where)


def _value(value: Any, expected: list[str], where: str) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict) and list(value) == ["@id"]:
        if not _has_form(value["@id"], "URL"):
            yield f"{where}: {value['@id']!r} is no address"
    elif isinstance(value, dict):
        if not any(_is(value.get("@type", ""), one) for one in expected):
            yield f"{where}: expected {expected}, found {value.get('@type')}"
        yield from lies(value, where)
    elif not any(_has_form(value, one) for one in expected):
        yield f"{where}: expected {expected}, found {value!r}"


def _has_form(value: Any, kind: str) -> bool:  # noqa: ANN401 - any JSON
    """Return whether `value` is what schema.org's data type `kind` looks like."""
    return kind in FORMS and re.fullmatch(FORMS[kind], json.dumps(value, ensure_ascii=False)) is not None


def _is(kind: str, ancestor: str) -> bool:
    """Return whether the type `kind` is `ancestor` or a kind of it."""
    while kind != ancestor:
        if kind not in _table()["types"]:
            return False
        kind = _table()["types"][kind]
    return True


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(TABLE.read_text("utf-8"))
    return table
