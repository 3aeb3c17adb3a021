"""Material's search index, made safe and told apart by language.

Material writes one index of the whole site, with headlines as raw text that its dialog sets as HTML. From it comes
one index a language, in which everything is text and the reader's own language comes first.
"""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

OWN_LANGUAGE_FIRST = 1e12
"""How much more an entry in the reader's language weighs: more than Material's strongest field (tags, 1e6), squared."""

FALLBACK_STEMMER = "en"
"""lunr's language for languages that it does not know: it leaves other scripts as they are."""


def split(
    index: Mapping[str, Any], *, prefixes: Mapping[str, str], stemmers: Collection[str]
) -> dict[str, dict[str, Any]]:
    """Return one index a language of the site, by language.

    `prefixes` is language to the beginning of its addresses (empty for the default one), `stemmers` the languages
    that lunr knows. The addresses in each index are relative to its language's root.
    """
    entries = [(_language(entry["location"], prefixes), _safe(entry)) for entry in index["docs"]]
    return {
        code: {
            "config": {**index["config"], "lang": [code if code in stemmers else FALLBACK_STEMMER]},
            "docs": _seen_from(code, entries, prefixes),
        }
        for code in prefixes
    }


def _language(location: str, prefixes: Mapping[str, str]) -> str:
    """Return the language whose addresses `location` belongs to."""
    longest = max((prefix for prefix in prefixes.values() if location.startswith(prefix)), key=len)
    return next(code for code, prefix in prefixes.items() if prefix == longest)


def _safe(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry with its headline and tags as HTML text.

    The plugin escapes a heading inside a page, which has an anchor, but no headline from front matter.
    """
    title = unescape(entry["title"]) if "#" in entry["location"] else entry["title"]
    safe = {**entry, "title": escape(title, quote=False)}
    if "tags" in entry:
        safe["tags"] = [escape(tag, quote=False) for tag in entry["tags"]]
    return safe


def _seen_from(
    code: str, entries: Sequence[tuple[str, Mapping[str, Any]]], prefixes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return all entries as a reader of the language `code` shall find them."""
    prefix = prefixes[code]
    up = "../" * prefix.count("/")
    return [
        {
            **entry,
            "location": entry["location"].removeprefix(prefix),
            "boost": OWN_LANGUAGE_FIRST * entry.get("boost", 1),
        }
        if language == code
        else {**entry, "location": up + entry["location"]}
        for language, entry in entries
    ]
