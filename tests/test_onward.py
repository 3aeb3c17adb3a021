"""Where a reader may go on from an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import raw
from newsroom import onward, settings, subjects
from newsroom.front_matter import Spelling, Version
from newsroom.model import Story
from newsroom.names import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsroom.onward import Onward

SITE = settings.load(Path(__file__).parent.parent / "mkdocs.yml")
NAMES = (
    Name("ghent", "place", {"en": ("Ghent",), "ru": ("Гент",)}),
    Name("anna", "person", {"en": ("Anna B.",)}),
    Name("rare", "topic", {"en": ("Rare",), "kk": ("Сирек",)}),
)


def story(name: str, day: int | None, languages: str, *, tags: tuple[str, ...] = (), coverage: str = "") -> Story:
    """Return a story of a day in January, in `languages` and with the tags in each."""
    published = date(2026, 1, day) if day else None
    versions = {
        code: raw.article(f"{name}_{code}", code, ["x"], title=f"{name} {code}", published=published, tags=tags)
        for code in languages.split()
    }
    return Story(name, MappingProxyType(versions), coverage=tuple(coverage.split()))


def find(*stories: Story, mentioned: Mapping[str, Sequence[str]] | None = None) -> dict[str, Onward]:
    """Return where the articles of `stories`, the newest first, lead to."""
    versions = {
        one.story_id: {
            code: Version(
                lang=code,
                title=article.headline,
                url=f"{SITE.prefix(code)}news/2026/{one.story_id}/",
                date=article.published,
            )
            for code, article in one.versions.items()
        }
        for one in stories
    }
    about = subjects.gather(stories, names=NAMES, mentioned=mentioned or {})
    return onward.find(stories, versions=versions, subjects=about, settings=SITE)


def test_before_and_behind_are_stories_of_the_same_language() -> None:
    """By day, then by address; a story that the language lacks is passed over, one without a day is the earliest."""
    found = find(
        story("d", 9, "en ru"), story("b", 5, "en"), story("c", 5, "en"), story("a", 2, "ru"), story("e", None, "en ru")
    )
    around = {
        source: (one.later and one.later.title, one.earlier and one.earlier.title) for source, one in found.items()
    }
    assert around == {
        "d_en": (None, "b en"),
        "b_en": ("d en", "c en"),
        "c_en": ("b en", "e en"),
        "e_en": ("c en", None),
        "d_ru": (None, "a ru"),
        "a_ru": ("d ru", "e ru"),
        "e_ru": ("a ru", None),
    }


def test_an_article_names_whom_it_mentions() -> None:
    """In the words of its language, or marked as another's; people first."""
    found = find(story("a", 1, "en ru kk"), mentioned={"a_ru": ("ghent", "anna"), "a_en": ("ghent",)})
    told = [(one.text, one.lang, one.kind, one.url) for one in found["a_ru"].mentions or ()]
    assert told == [
        ("Anna B.", "en", "person", "ru/news/people/anna/"),
        ("Гент", None, "place", "ru/news/places/ghent/"),
    ]
    assert (["Ghent"], None) == ([one.text for one in found["a_en"].mentions or ()], found["a_kk"].mentions)


def test_a_tag_leads_to_its_page_where_there_is_one() -> None:
    """To a topic's that two stories carry, or to a listed name's; the tag is written as the article writes it."""
    found = find(
        story("a", 2, "en", tags=("Science", "GHENT", "Once")),
        story("b", 1, "ru", tags=("science",)),
        mentioned={"a_en": ("ghent",)},
    )
    assert {"Science": "news/topics/science/", "GHENT": "news/places/ghent/"} == found["a_en"].tag_pages
    assert {"science": "ru/news/topics/science/"} == found["b_ru"].tag_pages


def test_related_stories_are_in_the_readers_language_first() -> None:
    """At most three, each with the rarest that both share; accounts of the same event are left out."""
    stories = [
        story(f"s{at}", 20 - at, "en" if at % 2 else "en ru", coverage="s1_en" if at == 0 else "") for at in range(7)
    ]
    fill = [story(f"t{at}", 1, "en") for at in range(60)]
    mentioned = {f"s{at}_en": ("rare",) for at in range(6)}
    found = find(*stories, *fill, mentioned=mentioned)
    assert ["s2 en", "s3 en", "s4 en"] == [one.title for one in found["s0_en"].related or ()]
    assert ["s2 ru", "s4 ru", "s3 en"] == [one.title for one in found["s0_ru"].related or ()]
    assert {Spelling(text="Rare", lang="en")} == {one.about for one in found["s0_ru"].related or ()}
    assert (None, None) == (found["s6_en"].related, found["t0_en"].related)
