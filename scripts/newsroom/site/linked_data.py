"""What a page tells machines about itself in the words of schema.org, as JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsroom.site import facts, translation
from newsroom.site.publication import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.site.facts import Facts
    from newsroom.site.pictures import Picture
    from newsroom.site.publication import Publication

_HARMLESS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""What could end the script, or a line of it, as JSON writes it otherwise."""
_PIXEL = "E37"
"""The code of UN/CEFACT for pixels: schema.org lets no bare number be a width."""
_TYPES = {"article": "NewsArticle", "home": "WebSite"}


def describe(
    page: Facts, meta: Mapping[str, Any], *, publication: Publication, picture: Picture | None
) -> dict[str, Any]:
    """Return the description of a `page` with the front matter `meta`; empty for one that is to stay unknown.

    `picture` is what networks show beside a link to the page; an article names it as its image.
    """
    if not page.hreflang:
        return {}
    own = _article if page.kind == "article" else _front_page if page.kind == "home" else _plain
    shown = {"image": _image(picture)} if page.kind == "article" else {}
    said = {**_page(page, meta, publication), **own(page, meta, publication), **shown}
    return {"@context": "https://schema.org", **{key: value for key, value in said.items() if value not in (None, [])}}


def write(description: Mapping[str, Any]) -> str:
    """Return `description` as the content of a script element, which no text in it can end (HTML, 4.12.1.3)."""
    return json.dumps(description, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS)


def _page(page: Facts, meta: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return what every page says."""
    url = dict(page.hreflang)[publication.here.code]
    return {
        "@type": _type(page, meta),
        "url": url,
        "inLanguage": publication.here.code,
        "description": meta.get("description") or publication.description or None,
        "exampleOfWork": _work(page, meta),
    }


def _type(page: Facts, meta: Mapping[str, Any]) -> str:
    """Return what schema.org calls the kind of page."""
    return _TYPES.get(page.kind, "CollectionPage" if "stories" in meta else "WebPage")


def _work(page: Facts, meta: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the one work that all versions of the page are forms of: says which belong together, and of none more."""
    versions = _versions(page)
    if len(versions) == 1:
        return None
    examples = [_reference(_type(page, meta), code, url) for code, url in versions.items()]
    return {"@type": "CreativeWork", "@id": f"{dict(page.hreflang)['x-default']}#work", "workExample": examples}


def _versions(page: Facts) -> dict[str, str]:
    """Return language to absolute address of every version of the page."""
    return {code: url for code, url in page.hreflang if code != "x-default"}


def _reference(kind: str, code: str, url: str) -> dict[str, Any]:
    """Return how one page names another."""
    return {"@type": kind, "url": url, "inLanguage": code}


def _front_page(page: Facts, _meta: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return what the front page says of the site: its name, who publishes it, and how to search it."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{publication.home}search/?q={{words}}"},
        "query-input": "required name=words",
    }
    return {"name": page.headline, "publisher": _publisher(publication), "potentialAction": search}


def _plain(page: Facts, _meta: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return what a list or a hand-written page says."""
    site = {"@type": "WebSite", "url": publication.home, "name": publication.here.site_name}
    return {"name": page.headline, "isPartOf": site, "breadcrumb": _breadcrumb(page, publication)}


def _article(page: Facts, meta: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return what an article says, as far as its text or its editor does."""
    published, changed = facts.first_day(meta), facts.last_change(meta)
    place, credit = facts.said(meta, "dateline_place"), facts.said(meta, "photo_credit")
    return {
        "headline": page.headline,
        "datePublished": moment(published) if published else None,
        "dateModified": moment(changed) if changed else None,
        "author": _authors(meta),
        "translator": _named("Person", facts.said(meta, "translator")),
        "publisher": _publisher(publication),
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": dict(page.hreflang)[publication.here.code],
            "breadcrumb": _breadcrumb(page, publication),
        },
        "articleSection": facts.said(meta, "section"),
        "keywords": list(facts.said(meta, "tags") or ()),
        "contentLocation": _named("Place", place),
        "isAccessibleForFree": True,
        "associatedMedia": {"@type": "ImageObject", "creditText": credit} if credit else None,
        "correction": _correction(meta, publication),
        **_translations(page, meta, publication),
    }


def _authors(meta: Mapping[str, Any]) -> list[dict[str, Any] | None]:
    """Return who wrote the article: the people of its byline, then the agency."""
    people = [_named("Person", name) for name in facts.said(meta, "authors") or ()]
    agency = facts.said(meta, "agency")
    return [*people, _named("Organization", agency)] if agency else people


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    """Return someone or something of which only the name is known."""
    return {"@type": kind, "name": name} if name else None


def _publisher(publication: Publication) -> dict[str, Any]:
    """Return the site as the one who publishes."""
    return {"@type": "Organization", "name": publication.here.site_name, "url": publication.home}


def _breadcrumb(page: Facts, publication: Publication) -> dict[str, Any]:
    """Return the way from the front page to the page."""
    url = dict(page.hreflang)[publication.here.code]
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": {"@id": address}}
        for number, (name, address) in enumerate(publication.trail(url), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _image(picture: Picture | None) -> dict[str, Any] | None:
    """Return a picture with its size."""
    if picture is None:
        return None
    return {
        "@type": "ImageObject",
        "url": picture.url,
        "width": _pixels(picture.width),
        "height": _pixels(picture.height),
    }


def _pixels(number: int) -> dict[str, Any]:
    """Return a length of so many pixels."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": _PIXEL}


def _correction(meta: Mapping[str, Any], publication: Publication) -> dict[str, Any] | None:
    """Return the page's own words on standing in the place of an earlier text, where it says so."""
    if not meta.get("corrects") or "corrected" in meta.get("inferred", ()):
        return None
    here, day = publication.here, meta.get("corrected")
    text = f"{here.say('corrected')} {here.date(day)}" if day else here.say("corrected_undated")
    dated = {"datePublished": moment(day)} if day else {}
    return {"@type": "CorrectionComment", "text": text, "inLanguage": here.code, **dated}


def _translations(page: Facts, meta: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return which versions are translations of this one, or which one this is a translation of, where known."""
    said, here = translation.direction(meta), publication.here.code
    named = {code: _reference("NewsArticle", code, url) for code, url in _versions(page).items()}
    if said and here == said.original:
        return {"workTranslation": [work for code, work in named.items() if code in said.translations]}
    if said and here in said.translations and said.original in named:
        return {"translationOfWork": named[said.original]}
    return {}
