"""What has a page of its own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import raw
from newsroom import names, subjects
from newsroom.model import Story
from newsroom.subjects import Called

if TYPE_CHECKING:
    from newsroom.subjects import Subject

CODES = ("en", "ru", "kk")
LISTED, _ = names.parse(
    """\
ghent: {kind: place, en: [Ghent, Gand], ru: Гент, other: Gent}
nobody: {kind: person, en: Nobody}
unsaid: {en: Unsaid}
science: {kind: topic, en: Natural science}
""",
    languages=CODES,
)


def story(name: str, **tags: tuple[str, ...]) -> Story:
    """Return a story with one version a language, each with its tags."""
    versions = {code: raw.article(f"{name}_{code}.txt", code, ["x"], tags=own) for code, own in sorted(tags.items())}
    return Story(name, MappingProxyType(versions))


def told(found: subjects.Subjects) -> list[tuple[str, list[str]]]:
    """Return path and stories of every subject."""
    return [(one.path, sorted(one.stories)) for one in found.everything]


def test_a_listed_name_that_occurs_has_a_page() -> None:
    """With every story one of whose versions mentions it; one that occurs nowhere has none."""
    found = subjects.gather(
        [story("a", en=(), ru=()), story("b", en=())],
        names=LISTED,
        mentioned={"a_ru.txt": ("ghent",), "b_en.txt": ("unsaid", "ghent"), "a_en.txt": ()},
    )
    assert [("news/places/ghent", ["a", "b"]), ("news/topics/unsaid", ["b"])] == told(found)
    assert ["ghent", "unsaid"] == [one.subject_id for one in found.named["b_en.txt"]]
    assert () == found.named["a_en.txt"]


def test_a_tag_of_two_stories_has_a_page() -> None:
    """Capitals and gaps do not tell tags apart; one story alone gives none, however many versions carry the tag."""
    stories = [story("a", en=("Research  Grants", "Once"), ru=("Once",)), story("b", ru=("research grants",))]
    found = subjects.gather(stories)
    assert [("news/topics/research-grants", ["a", "b"])] == told(found)
    (tag,) = found.everything
    assert tag is found.tagged["research grants"]
    assert "once" not in found.tagged
    assert (Called("Research  Grants", "en"), Called("research grants", "ru")) == tag.called(("en", "ru", "kk"))


def test_a_tag_that_is_a_listed_name_leads_to_it() -> None:
    """A spelling of an entry is no topic beside it."""
    stories = [story("a", en=("GAND",)), story("b", ru=("гент",))]
    found = subjects.gather(stories, names=LISTED, mentioned={"a_en.txt": ("ghent",), "b_ru.txt": ("ghent",)})
    assert [("news/places/ghent", ["a", "b"])] == told(found)
    assert {"ghent", "gand", "гент", "gent"} == set(found.tagged)


def test_no_two_pages_share_an_address() -> None:
    """An entry keeps its own, and of two tags the one that had a page first; the address of the other tells its tag."""
    stories = [
        story("1", en=("C++", "Science")),
        story("2", en=("C", "Science")),
        story("3", en=("C++",)),
        story("4", en=("C",)),
    ]
    found = subjects.gather(stories, names=LISTED)
    digits = {tag: one.subject_id for tag, one in found.tagged.items()}
    assert {"c++": "c", "c": "c-2e7d2c", "science": "science-790fad"} == digits
    assert digits == {tag: one.subject_id for tag, one in subjects.gather(stories[::-1], names=LISTED).tagged.items()}


def _ghent() -> Subject:
    found = subjects.gather([story("a", en=())], names=LISTED, mentioned={"a_en.txt": ("ghent",)})
    return found.everything[0]


def test_a_name_is_called_as_the_reader_writes_it() -> None:
    """The page's language first, then the others in the site's order, and last what belongs to none of them."""
    assert ["Гент", "Ghent", "Gand", "Gent"] == [one.text for one in _ghent().called(("ru", "en", "kk"))]
    assert ["en", "en", "ru", ""] == [one.lang for one in _ghent().called(("kk", "en", "ru"))]
