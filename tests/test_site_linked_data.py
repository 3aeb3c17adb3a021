"""What a page tells machines in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

import pytest

import schema_org
import site_pages as pages
from newsroom.site import linked_data
from newsroom.site.pictures import Picture
from newsroom.site.share import Card

EXAMPLES = [
    {"@type": "NewsArticle", "url": pages.URL, "inLanguage": "en"},
    {"@type": "NewsArticle", "url": pages.URL_RU, "inLanguage": "ru"},
]
EXPECTED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "url": pages.URL,
    "inLanguage": "en",
    "description": "The lead",
    "exampleOfWork": {"@type": "CreativeWork", "@id": f"{pages.URL}#work", "workExample": EXAMPLES},
    "headline": "A <b>",
    "datePublished": "2026-01-12T12:00:00+00:00",
    "dateModified": "2026-01-16T12:00:00+00:00",
    "author": [
        {"@type": "Person", "name": "Anna de Vries"},
        {"@type": "Person", "name": "Timur Seitov"},
        {"@type": "Organization", "name": "KAZINFORM"},
    ],
    "translator": {"@type": "Person", "name": "A. B."},
    "publisher": {"@type": "Organization", "name": "News in en", "url": pages.SITE},
    "mainEntityOfPage": {
        "@type": "WebPage",
        "@id": pages.URL,
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "News in en", "item": {"@id": pages.SITE}},
                {"@type": "ListItem", "position": 2, "name": "All news", "item": {"@id": f"{pages.SITE}news/"}},
                {"@type": "ListItem", "position": 3, "name": "A <b>", "item": {"@id": pages.URL}},
            ],
        },
    },
    "articleSection": "Science",
    "keywords": ["space", "</script>"],
    "contentLocation": {"@type": "Place", "name": "Astana"},
    "isAccessibleForFree": True,
    "associatedMedia": {"@type": "ImageObject", "creditText": "MFA"},
    "correction": {
        "@type": "CorrectionComment",
        "text": "Corrected on 16 January 2026",
        "inLanguage": "en",
        "datePublished": "2026-01-16T12:00:00+00:00",
    },
    "translationOfWork": EXAMPLES[1],
    "image": {
        "@type": "ImageObject",
        "url": f"{pages.SITE}assets/share/en/s.png",
        "width": {"@type": "QuantitativeValue", "value": 1200, "unitCode": "E37"},
        "height": {"@type": "QuantitativeValue", "value": 630, "unitCode": "E37"},
    },
}
PICTURE = Picture(
    "assets/share/en/s.png", f"{pages.SITE}assets/share/en/s.png", Card("A <b>", "News", "English", "ltr")
)


def _describe(meta: dict[str, Any], *, site_url: str = pages.SITE, picture: Picture | None = None) -> dict[str, Any]:
    page = pages.gather(meta, site_url=site_url)
    return linked_data.describe(page, meta, publication=pages.PUBLICATION, picture=picture)


def test_article() -> None:
    """An article says all that its text and its editor do."""
    assert EXPECTED == _describe(pages.RICH, picture=PICTURE)
    assert [] == list(schema_org.lies(EXPECTED))


def test_article_that_says_little() -> None:
    """What the text does not say, or what was inferred, is left out."""
    kept = {"@context", "@type", "url", "inLanguage", "description", "exampleOfWork", "headline"}
    kept |= {"publisher", "mainEntityOfPage", "isAccessibleForFree"}
    inferred = ["date", "updated", "corrected", "first_published", "authors", "agency", "section", "tags"]
    inferred += ["dateline_place", "photo_credit", "translator"]
    untold = {**pages.RICH, "inferred": inferred, "versions": [*pages.VERSIONS, {"lang": "kk", "url": "kk/s/"}]}
    for meta in ({key: pages.STORY[key] for key in pages.STORY if key != "date"}, untold):
        assert kept == set(_describe(meta))


def test_original() -> None:
    """The original names its translations; a version of unknown standing names neither."""
    assert [EXAMPLES[1]] == _describe({**pages.STORY, "original": True})["workTranslation"]
    assert {"workTranslation", "translationOfWork"}.isdisjoint(_describe(pages.STORY))


def test_single_version() -> None:
    """An article in one language is a form of no other work."""
    assert "exampleOfWork" not in _describe({**pages.STORY, "versions": pages.VERSIONS[:1]})


def test_correction_without_a_day() -> None:
    """A correction of unknown day is told in the words of the page."""
    found = _describe({**pages.STORY, "corrects": ["old.txt"]})["correction"]
    assert {"@type": "CorrectionComment", "text": "Corrected text", "inLanguage": "en"} == found


def test_front_page() -> None:
    """The front page describes the site, and how to search it."""
    found = _describe({"template": "home.html"}, picture=PICTURE)
    assert "image" not in found
    assert ("WebSite", "News in en") == (found["@type"], found["name"])
    assert f"{pages.SITE}search/?q={{words}}" == found["potentialAction"]["target"]["urlTemplate"]
    assert [] == list(schema_org.lies(found))


@pytest.mark.parametrize(
    ("meta", "kind"), [({"template": "archive.html", "stories": []}, "CollectionPage"), ({}, "WebPage")]
)
def test_other_pages(meta: dict[str, Any], kind: str) -> None:
    """A list is a collection, and a hand-written page a page; both are parts of the site."""
    found = _describe(meta)
    assert (kind, pages.SITE) == (found["@type"], found["isPartOf"]["url"])
    assert [] == list(schema_org.lies(found))


@pytest.mark.parametrize(("robots", "site_url"), [("noindex", pages.SITE), ("", "")])
def test_nothing_is_told(robots: str, site_url: str) -> None:
    """A hidden page tells nothing, nor does one whose address is not known."""
    assert {} == _describe({**pages.RICH, "robots": robots}, site_url=site_url)


def test_no_text_ends_the_script() -> None:
    """Nothing that HTML or JavaScript could take for more than text is written as it is, and nothing is lost."""
    text = "</script><!-- <script> & \u2028\u2029 'ұ\" \\u003c"
    written = linked_data.write({"headline": text})
    assert set() == set("<>&\u2028\u2029") & set(written)
    assert {"headline": text} == json.loads(written)
    assert "ұ" in written


@pytest.mark.parametrize(
    ("change", "lie"),
    [
        ({"@type": "NewsPiece"}, "no type"),
        ({"itemListElement": []}, "NewsArticle has no such property"),
        ({"title": "A"}, "no property"),
        ({"dateModified": "2026-01-16T12:00:00"}, "expected ['Date', 'DateTime']"),
        ({"author": ["Anna"]}, "expected ['Organization', 'Person']"),
        ({"contentLocation": {"@type": "Person", "name": "A"}}, "expected ['Place']"),
        ({"publisher": {"@type": "Organization", "headline": "A"}}, "Organization has no such property"),
        ({"url": "news/"}, "expected ['URL']"),
        ({"image": {"@type": "ImageObject", "width": 1200}}, "expected ['Distance', 'QuantitativeValue']"),
        ({"keywords": [""]}, "expected ['Text', 'URL']"),
    ],
)
def test_a_false_description_is_found(change: dict[str, Any], lie: str) -> None:
    """The check by schema.org's definitions sees what it is there for."""
    assert lie in " ".join(schema_org.lies({**EXPECTED, **change}))
