"""Pages of a small site with their facts, for the tests of what they tell machines."""

from __future__ import annotations

from datetime import date
from typing import Any

from interfaces import ALL, EN
from newsroom.site import facts
from newsroom.site.publication import Publication

SITE = "https://example.org/x/"
ADDRESS = "news/2026/s/"
URL, URL_RU = SITE + ADDRESS, f"{SITE}ru/{ADDRESS}"
DAY = date(2026, 1, 13)
VERSIONS = [{"lang": "en", "title": "A", "url": ADDRESS}, {"lang": "ru", "title": "Б", "url": f"ru/{ADDRESS}"}]
STORY: dict[str, Any] = {"template": "article.html", "lang": "en", "title": "A <b>", "versions": VERSIONS, "date": DAY}
RICH = STORY | {
    "description": "The lead",
    "authors": ["Anna de Vries", "Timur Seitov"],
    "agency": "KAZINFORM",
    "translator": "A. B.",
    "section": "Science",
    "tags": ["space", "</script>"],
    "dateline_place": "Astana",
    "photo_credit": "MFA",
    "updated": date(2026, 1, 15),
    "corrects": ["old.txt"],
    "corrected": date(2026, 1, 16),
    "first_published": date(2026, 1, 12),
}
"""A page that has everything."""
PUBLICATION = Publication(EN, SITE, "About the site", {"": "News in en", "news/": "All news", ADDRESS: "A <b>"})


def gather(meta: dict[str, Any], *, site_url: str = SITE) -> facts.Facts:
    """Return the facts of the English page with the front matter `meta`."""
    counterparts = {"en": "s/", "ru": "ru/s/"}
    return facts.gather(meta, title="T", here=EN, languages=ALL, counterparts=counterparts, site_url=site_url)
