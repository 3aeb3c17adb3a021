"""What a page's front matter says to the templates: one record a page, and nothing that MkDocs would know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.site.alternates import State, Switch, hreflang, switches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from newsroom.site.interface import Interface

KINDS = {
    "article.html": "article", "absent.html": "absent", "archive.html": "archive", "home.html": "home",
    "reading.html": "reading", "kept.html": "kept", "search.html": "search",
    "names.html": "names",
}  # fmt: skip
"""Template to the kind of page it makes; every other page is hand-written."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What every template needs to know of its page."""

    kind: str
    """`article`, `absent`, `archive`, `home`, `reading`, `kept`, `search`, `names` or `page`."""
    headline: str
    """What the page is called, as plain text."""
    headline_language: str
    """The language that the headline is in."""
    indexed: bool
    """Whether search engines, the sitemap and the search may know the page."""
    switches: tuple[Switch, ...]
    """The language switcher."""
    hreflang: tuple[tuple[str, str], ...]
    """Code and absolute address of every existing version; empty where the page is none."""
    date_from: Switch | None
    """The version from which an inferred date comes."""


def gather(
    meta: Mapping[str, Any],
    *,
    title: str,
    here: Interface,
    languages: Sequence[Interface],
    counterparts: Mapping[str, str],
    site_url: str,
) -> Facts:
    """Return the facts of the page with the front matter `meta`.

    `title` is what MkDocs calls it, `counterparts` is language to address of the same hand-written page or list.
    """
    kind = KINDS.get(str(meta.get("template")), "page")
    existing = {one["lang"]: one["url"] for one in meta["versions"]} if "versions" in meta else dict(counterparts)
    lacking = {one["lang"]: (State(one["state"]), one["url"]) for one in meta.get("absent", ())}
    indexed = "noindex" not in str(meta.get("robots", ""))
    entries = switches(languages, here.code, existing=existing, lacking=lacking)
    return Facts(
        kind=kind,
        headline=_headline(kind, meta, title, here),
        headline_language=meta.get("title_lang", here.code),
        indexed=indexed,
        switches=entries,
        hreflang=hreflang(languages, existing, site_url=site_url) if indexed and site_url else (),
        date_from=_date_from(meta, entries, here.code),
    )


def first_day(meta: Mapping[str, Any]) -> date | None:
    """Return the day on which the page's text, or an earlier one in its place, was first published, where it says so.

    A day that was inferred is shown to readers with a note; machines, which read no notes, are not told of it.
    """
    return min(filter(None, (said(meta, key) for key in ("first_published", "date"))), default=None)


def last_change(meta: Mapping[str, Any]) -> date | None:
    """Return the day on which the page's text last changed, as far as the text says."""
    return max(filter(None, (said(meta, key) for key in ("date", "updated", "corrected"))), default=None)


def said(meta: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - front matter holds all kinds of values
    """Return the field `key` where the text itself, or its editor, gives it."""
    return None if key in meta.get("inferred", ()) else meta.get(key)


def _headline(kind: str, meta: Mapping[str, Any], title: str, here: Interface) -> str:
    """Return what the page is called."""
    if kind == "home":
        return here.site_name
    if kind in {"search", "reading", "kept"}:
        return here.say(f"{kind}_title")
    if kind == "names":
        return here.say(kind)
    if kind != "archive":
        return str(meta.get("title", title))
    listed = _listed(meta, here)
    return here.say("title_of_page", title=listed, page=str(meta["page"])) if meta.get("page", 1) > 1 else listed


def _listed(meta: Mapping[str, Any], here: Interface) -> str:
    """Return what a list of stories is called, whichever page of it this is."""
    if "title" in meta:
        return str(meta["title"])
    if meta.get("undated"):
        return here.say("archive_undated")
    if "month" in meta:
        return here.say("archive_month", month=here.month(meta["month"]), year=str(meta["year"]))
    return here.say("archive_year", year=str(meta["year"])) if "year" in meta else here.say("archive")


def _date_from(meta: Mapping[str, Any], entries: Sequence[Switch], here: str) -> Switch | None:
    """Return the other version that gives the page's inferred date: the first that has the same."""
    if "date" not in meta.get("inferred", ()):
        return None
    same = {one["lang"] for one in meta.get("versions", ()) if one.get("date") == meta.get("date")} - {here}
    return next((entry for entry in entries if entry.language.code in same), None)
