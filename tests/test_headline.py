"""Headlines and descriptions from a lead: cut where a reader would cut, no word added."""

from __future__ import annotations

import pytest

from newsroom import headline

LEADS = [
    ("The rector opened a laboratory. Students came.", "The rector opened a laboratory"),
    ("Dr. A. Ivanov opened the hall. Students came.", "Dr. A. Ivanov opened the hall"),
    (
        (
            "The Ambassador of Kazakhstan to Belgium met with the Rector of the University of Hasselt "
            "(UHasselt), Professor Bernard Vanheusden, on Monday."
        ),
        "The Ambassador of Kazakhstan to Belgium met with the Rector of the University of Hasselt (UHasselt)",
    ),
    (
        (
            "Delegates of eleven universities from both countries came together in the old town hall of Leuven "
            "and agreed on a common summer school"
        ),
        "Delegates of eleven universities from both countries came together in the old town hall of Leuven",
    ),
    (
        (
            "Delegates of eleven universities from both countries came together in the very old town hall of "
            "Leuven to agree on a common summer school"
        ),
        "Delegates of eleven universities from both countries came together in the very old town hall of Leuven to…",
    ),
]


@pytest.mark.parametrize(("lead", "expected"), LEADS)
def test_a_headline_is_cut_where_a_reader_would(lead: str, expected: str) -> None:
    """A whole sentence, else a clause, else the part before an `and`, else whole words and an ellipsis."""
    assert expected == headline.from_lead(lead, joining=["and"])


def test_a_description_holds_whole_words() -> None:
    """A long lead is cut behind a word; behind a whole sentence no ellipsis stands."""
    sentence = "word " * 38 + "end."
    assert sentence == headline.describe(sentence + " And more words follow here.")
    assert headline.describe("word " * 100).endswith("word…")
    assert "short" == headline.describe("short")
