"""Whether a file is a sitemap, by the schemas in `cases/machines/xsd`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

SCHEMA = Path(__file__).parent / "cases" / "machines" / "xsd" / "all.xsd"


def lies(text: str) -> list[str]:
    """Return what keeps `text` from being a sitemap, an index of sitemaps, or a news sitemap."""
    schema = _schema()
    schema.validate(etree.fromstring(text.encode()))
    return [str(error) for error in schema.error_log]


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))
