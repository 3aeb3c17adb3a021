"""Pages as the build script writes them, from the stories in `cases/site/stories.yml`, for a site of any languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STORIES = Path(__file__).parent.parent / "cases" / "site" / "stories.yml"
OF_A_STORY = ("slug", "aliases")


def write(docs: Path, *, languages: Sequence[str]) -> None:
    """Write the sample stories and their lists below `docs` for `languages`, the first of which is the default."""
    stories = yaml.safe_load(STORIES.read_text("utf-8"))
    prefixes = {code: "" if code == languages[0] else f"{code}/" for code in languages}
    by_slug = {story["slug"]: story for story in stories}
    for story in stories:
        covering = [by_slug[slug] for slug in story.get("coverage", ())]
        for code in languages:
            meta = _story(story, code, covering, prefixes)
            _page(docs / code / "news" / str(story["year"]) / f"{story['slug']}.md", meta)
    _lists(docs, stories, prefixes)


def _story(
    story: Mapping[str, Any], code: str, covering: Sequence[Mapping[str, Any]], prefixes: Mapping[str, str]
) -> dict[str, Any]:
    """Return front matter (and body) of one story in one language."""
    versions = _references(story, prefixes)
    coverage = [one for other in covering for one in _references(other, prefixes)]
    covered = {one["lang"] for one in coverage}
    absent = [
        {"lang": each, "url": _url(story, each, prefixes), "state": "coverage" if each in covered else "absent"}
        for each in prefixes
        if each not in story["versions"]
    ]
    shared = {"lang": code, "story_id": story["slug"], "versions": versions, "coverage": coverage, "absent": absent}
    shared |= {key: story[key] for key in OF_A_STORY if key in story}
    if code in story["versions"]:
        return {
            **shared,
            **story["versions"][code],
            "template": "article.html",
            "description": story["versions"][code]["body"][0],
        }
    first, state = versions[0], next(one["state"] for one in absent if one["lang"] == code)
    hidden = {"robots": "noindex"}
    return {**shared, **hidden, "title": first["title"], "title_lang": first["lang"], "state": state} | {
        "template": "absent.html"
    }


def _lists(docs: Path, stories: Sequence[Mapping[str, Any]], prefixes: Mapping[str, str]) -> None:
    """Write the archive and its years."""
    years = sorted({story["year"] for story in stories}, key=str, reverse=True)
    years.sort(key=lambda year: year == "undated")
    for code, prefix in prefixes.items():
        entries = [
            {
                "year": None if year == "undated" else year,
                "url": f"{prefix}news/{year}/",
                "count": sum(story["year"] == year for story in stories),
            }
            for year in years
        ]
        base = {"lang": code, "template": "archive.html", "years": entries}
        newest = {
            "stories": [_listed(story, code, prefixes) for story in stories],
            "feed": [_url(story, code, prefixes) for story in stories if code in story["versions"]],
        }
        _page(docs / code / "news/index.md", {**base, **newest})
        for year in years:
            own = {"undated": True} if year == "undated" else {"year": year}
            listed = [_listed(story, code, prefixes) for story in stories if story["year"] == year]
            _page(docs / code / f"news/{year}/index.md", {**base, **own, "stories": listed})


def _listed(story: Mapping[str, Any], code: str, prefixes: Mapping[str, str]) -> dict[str, Any]:
    """Return a story as the lists of one language show it."""
    versions = _references(story, prefixes)
    own = next((one for one in versions if one["lang"] == code), versions[0])
    links = [{key: one[key] for key in ("lang", "url", "title", "date") if key in one} for one in versions]
    leads = {one["lang"]: one["description"] for one in versions if code != own["lang"] != one["lang"]}
    return {**own, "versions": links, "coverage": bool(story.get("coverage"))} | ({"leads": leads} if leads else {})


def _references(story: Mapping[str, Any], prefixes: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the versions of a story as other pages refer to them."""
    return [
        {"lang": code, "title": version["title"], "url": _url(story, code, prefixes), "description": version["body"][0]}
        | {key: version[key] for key in ("date", "translation") if key in version}
        for code in prefixes
        if (version := story["versions"].get(code))
    ]


def _url(story: Mapping[str, Any], code: str, prefixes: Mapping[str, str]) -> str:
    return f"{prefixes[code]}news/{story['year']}/{story['slug']}/"


def _page(path: Path, meta: dict[str, Any]) -> None:
    body = "\n\n".join(meta.pop("body", ()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body}\n", encoding="utf-8")
