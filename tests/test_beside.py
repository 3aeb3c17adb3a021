"""What a page knows of another version that stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import raw
from newsroom.beside import beside
from newsroom.model import Alignment, Bead, Difference, Story

EN = raw.article("en.txt", "en", ["It cost 14 million euros.", "An end."])
RU = raw.article("ru.txt", "ru", ["Это стоило 17 миллионов евро.", "Только здесь."])
NUMBER = Difference("number", ("en", "ru"), "", ((0,), (0,)), ((8, 18), (11, 23)))
LONE = Difference("missing", ("en", "ru"), "", ((), (1,)))


def _story(*beads: Bead) -> Story:
    return Story("s", {"en": EN, "ru": RU}, alignments=(Alignment(("en", "ru"), beads),), differences=(NUMBER, LONE))


@pytest.mark.parametrize(
    ("beads", "english", "russian"),
    [
        ([Bead((0,), (0,)), Bead((1,), (1,))], "1=1 2=2", "1=1 2=2"),
        ([Bead((0,), (0, 1)), Bead((1,), ())], "1=1+2 2=", "1+2=1 =2"),
        ([Bead((0,), (0,)), Bead((), (1,)), Bead((1,), (2,))], "1=1 =2 2=3", "1=1 2= 3=2"),
        ([Bead((), (0,)), Bead((0,), (1,))], "=1 1=2", "1= 2=1"),
        ([Bead((0,), (1,)), Bead((1,), (0,))], "1=2 2=1", "1=2 2=1"),
    ],
)
def test_correspondence(beads: list[Bead], english: str, russian: str) -> None:
    """Each page lists the pairs in its own order, numbered from 1, and what it lacks where the other version has it."""
    story = _story(*beads)
    assert [english, russian] == [beside(each, story)[0].paragraphs for each in (EN, RU)]


def test_contrast_is_told_from_either_side() -> None:
    """What differs is told with its place in both versions, one's own first; paragraphs of one side are counted."""
    story = _story(Bead((0,), (0,)), Bead((1,), ()), Bead((), (1,)))
    (english,), (russian,) = beside(EN, story), beside(RU, story)
    assert ["14 million", "17 миллионов"] == [
        side.text for side in (english.differences[0].here, russian.differences[0].here)
    ]
    assert english.differences[0].there == russian.differences[0].here
    assert [(0, 1), (1, 0)] == [(one.only_here, one.only_there) for one in (english, russian)]


def test_version_alone_has_nothing_beside_it() -> None:
    """A story in one language has no other version to be read beside."""
    assert () == beside(EN, replace(_story(), alignments=(), differences=()))
