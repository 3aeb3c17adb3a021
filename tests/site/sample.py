"""Pages as the build script writes them, from the stories in `cases/site/stories.yml`, for a site of any languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CASES = Path(__file__).parent.parent / "cases" / "site"
FOLDERS = {"person": "people", "institution": "institutions", "topic": "topics"}
OF_A_STORY = ("slug", "aliases")


def write(docs: Path, *, languages: Sequence[str]) -> None:
    """Write the sample stories and their lists below `docs` for `languages`, the first of which is the default."""
    stories, names = (yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8")) for name in ("stories", "names"))
    prefixes = {code: "" if code == languages[0] else f"{code}/" for code in languages}
    by_slug = {story["slug"]: story for story in stories}
    for story in stories:
        covering = [by_slug[slug] for slug in story.get("coverage", ())]
        for code in languages:
            meta = _story(story, code, covering, prefixes)
            if code in story["versions"]:
                meta |= _onward(story, code, stories, names, prefixes)
            _page(docs / code / "news" / str(story["year"]) / f"{story['slug']}.md", meta)
    _lists(docs, stories, prefixes)
    _names(docs, stories, names, prefixes)


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


def _onward(
    story: Mapping[str, Any],
    code: str,
    stories: Sequence[Mapping[str, Any]],
    names: Sequence[Mapping[str, Any]],
    prefixes: Mapping[str, str],
) -> dict[str, Any]:
    """Return what leads on from one version: names, stories about the same, the ones before and behind."""
    mentioned = [name for name in names if name["id"] in story.get("names", ())]
    related = [_listed(other, code, prefixes) for other in stories if other["slug"] in story.get("related", ())]
    about = _called(names[0], code)
    here = [other for other in stories if code in other["versions"]]
    at = here.index(story)
    beside = {"later": here[at - 1 : at] if at else [], "earlier": here[at + 1 : at + 2]}
    keys = ("lang", "title", "url", "date")
    return {
        "mentions": [_mention(name, code, prefixes) for name in mentioned],
        "tag_pages": {name["tag"]: _mention(name, code, prefixes)["url"] for name in mentioned if "tag" in name},
        "related": [{**{key: one[key] for key in keys if key in one}, "about": about} for one in related],
        **{
            side: {key: one[key] for key in keys if key in one}
            for side, found in beside.items()
            for one in (_listed(other, code, prefixes) for other in found)
        },
    }


def _called(name: Mapping[str, Any], code: str) -> dict[str, str]:
    """Return the first spelling of a name for readers of one language, marked where it is another's."""
    spellings = name["spellings"]
    own = code if code in spellings else next(iter(spellings))
    return {"text": spellings[own][0]} | ({} if own == code else {"lang": own})


def _mention(name: Mapping[str, Any], code: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return a name as a page of one language refers to it."""
    url = f"{prefixes[code]}news/{FOLDERS[name['kind']]}/{name['id']}/"
    return {**_called(name, code), "kind": name["kind"], "url": url}


def _lists(docs: Path, stories: Sequence[Mapping[str, Any]], prefixes: Mapping[str, str]) -> None:
    """Write the archive and its years: short ones, whose stories stand below their months."""
    years = sorted({story["year"] for story in stories}, key=str, reverse=True)
    years.sort(key=lambda year: year == "undated")
    for code, prefix in prefixes.items():
        entries = [
            {
                "url": f"{prefix}news/{year}/",
                "count": sum(story["year"] == year for story in stories),
            }
            | ({} if year == "undated" else {"year": year})
            for year in years
        ]
        base = {"lang": code, "template": "archive.html"}
        every = [_listed(story, code, prefixes) for story in stories]
        first = {"years": entries, "count": len(stories), "feed": _fed(stories, code, prefixes), "stories": every}
        _page(docs / code / "news/index.md", {**base, **first})
        for year in years:
            listed = [_listed(story, code, prefixes) for story in stories if story["year"] == year]
            months = [{"month": listed[0]["date"].month, "count": len(listed)}] if year != "undated" else []
            own = {"year": year, "months": months} if months else {"undated": True}
            _page(docs / code / f"news/{year}/index.md", {**base, **own, "count": len(listed), "stories": listed})


def _names(
    docs: Path, stories: Sequence[Mapping[str, Any]], names: Sequence[Mapping[str, Any]], prefixes: Mapping[str, str]
) -> None:
    """Write the list of all names, and each name's own list: one story a page, so that there are several pages."""
    for code in prefixes:
        links = []
        for name in names:
            about = [_listed(story, code, prefixes) for story in stories if name["id"] in story.get("names", ())]
            links.append({**_mention(name, code, prefixes), "count": len(about)})
            for at, page in enumerate(_pages(name, code, about, prefixes)):
                file = f"page-{at + 1}.md" if at else "index.md"
                _page(docs / code / "news" / FOLDERS[name["kind"]] / name["id"] / file, page)
        meta = {"lang": code, "template": "names.html", "names": links}
        _page(docs / code / "news/names/index.md", meta)


def _pages(
    name: Mapping[str, Any], code: str, about: Sequence[Mapping[str, Any]], prefixes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the pages of one name, the first with all its other spellings."""
    called, url = _called(name, code), _mention(name, code, prefixes)["url"]
    urls = [url, *(f"{url}page-{at}/" for at in range(2, len(about) + 1))]
    base = {"lang": code, "template": "archive.html", "kind": name["kind"]}
    base |= {"title": called["text"], "count": len(about)} | (
        {"title_lang": called["lang"]} if "lang" in called else {}
    )
    spelled = [(tongue, text) for tongue, texts in name["spellings"].items() for text in texts]
    others = [
        {"text": text} | ({} if tongue == code else {"lang": tongue})
        for tongue, text in spelled
        if text != called["text"]
    ]
    fed = [one["url"] for one in about if one["lang"] == code]
    pages = []
    for at, story in enumerate(about):
        page = {**base, "stories": [dict(story)]} | ({} if at else {"spellings": others, "feed": fed})
        if len(about) > 1:
            page |= {"page": at + 1, "pages": len(about)}
            page |= {"previous_page": urls[at - 1]} if at else {}
            page |= {"next_page": urls[at + 1]} if at + 1 < len(about) else {}
        pages.append(page)
    return pages


def _listed(story: Mapping[str, Any], code: str, prefixes: Mapping[str, str]) -> dict[str, Any]:
    """Return a story as the lists of one language show it."""
    versions = _references(story, prefixes)
    own = next((one for one in versions if one["lang"] == code), versions[0])
    others = [
        {key: one[key] for key in ("lang", "title", "date", "description") if key in one}
        for one in versions
        if code != own["lang"] != one["lang"]
    ]
    line = {**own, "languages": [one["lang"] for one in versions], "coverage": bool(story.get("coverage"))}
    return line | ({"others": others} if others else {})


def _fed(stories: Sequence[Mapping[str, Any]], code: str, prefixes: Mapping[str, str]) -> list[str]:
    """Return the addresses of what feeds in a language hold."""
    return [_url(story, code, prefixes) for story in stories if code in story["versions"]]


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
