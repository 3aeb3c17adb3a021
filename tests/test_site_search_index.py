"""The search index, one a language."""

from __future__ import annotations

from typing import Any

from newsroom.site.search_index import OWN_LANGUAGE_FIRST, split

PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}


def _split(*docs: dict[str, Any]) -> dict[str, dict[str, Any]]:
    index = {"config": {"lang": ["en"], "pipeline": []}, "docs": list(docs)}
    return split(index, prefixes=PREFIXES, stemmers={"en", "ru"})


def test_own_language_first_and_addresses_from_its_root() -> None:
    """Each language finds everything, its own first, at addresses from its own root."""
    parts = _split({"location": "news/a/", "title": "A"}, {"location": "ru/news/a/", "title": "Б", "boost": 0.5})
    assert {
        "en": [("news/a/", OWN_LANGUAGE_FIRST), ("ru/news/a/", 0.5)],
        "ru": [("../news/a/", None), ("news/a/", OWN_LANGUAGE_FIRST * 0.5)],
        "kk": [("../news/a/", None), ("../ru/news/a/", 0.5)],
    } == {code: [(doc["location"], doc.get("boost")) for doc in part["docs"]] for code, part in parts.items()}


def test_lunr_gets_languages_that_it_knows() -> None:
    """A language without a stemmer is indexed as lunr's fallback does."""
    assert [["en"], ["ru"], ["en"]] == [part["config"]["lang"] for part in _split().values()]


def test_headlines_and_tags_become_text() -> None:
    """Markup in a headline or tag is escaped once, whether or not the plugin did so before."""
    (first, second) = _split(
        {"location": "a/", "title": "<b>A</b> &amp;", "tags": ["<i>"]},
        {"location": "a/#b", "title": "&lt;b&gt; &"},
    )["en"]["docs"]
    assert ("&lt;b&gt;A&lt;/b&gt; &amp;amp;", ["&lt;i&gt;"]) == (first["title"], first["tags"])
    assert "&lt;b&gt; &amp;" == second["title"]
