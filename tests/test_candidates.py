"""Which pairs are worth a closer look."""

from __future__ import annotations

import raw
from newsroom import candidates, languages
from newsroom.keys import Reader

READERS = {code: Reader(languages.load(code)) for code in ("en", "ru", "kk")}


def cards(*texts: tuple[str, str]) -> list[candidates.Card]:
    """Return the cards of texts with their languages."""
    return [
        candidates.card(READERS[code].profile(raw.article(f"{at}.txt", code, [text])))
        for at, (code, text) in enumerate(texts)
    ]


EN = ("en", "On 14 March Kristjan Pärnamäe met Daniyar Seitkali of Tartu with 35,417 books.")
RU = ("ru", "14 марта Кристьян Пярнамяэ встретил Данияра Сейткали из Тарту с 35 417 книгами.")
OTHER = ("kk", "Бүгін қар жауып, жолдар жабылды.")


def test_articles_that_share_rare_keys_are_proposed_to_each_other() -> None:
    """A translation is, whatever its language; an article without a key in common is not."""
    assert [(1,), (0,), ()] == candidates.propose(cards(EN, RU, OTHER))


def test_what_is_known_is_kept() -> None:
    """Lists of an earlier run are taken as they are, and only the others made."""
    assert [(2,), (0,), ()] == candidates.propose(cards(EN, RU, OTHER), known={0: (2,), 2: ()})


def test_keys_that_many_hold_lead_to_nobody() -> None:
    """In a crowd of one template each article has a few neighbours at most, and what all say counts for nothing."""
    crowd = cards(*[("en", f"The Velmore Institute greets guest {at} of Quarnby.") for at in range(80)])
    proposed = candidates.propose(crowd)
    assert max(map(len, proposed)) <= candidates.NEAREST


def test_only_those_are_touched_who_look_for_what_came() -> None:
    """A new article concerns the articles that share a key with it."""
    known = cards(EN, RU, OTHER)
    assert {0, 1} == candidates.touched(known, known[1:2])
    assert set() == candidates.touched(known, [])


def test_an_empty_folder_and_an_empty_text_have_no_neighbours() -> None:
    """Nothing is looked up by nothing."""
    assert [] == candidates.propose([])
    assert [(), ()] == candidates.propose(cards(("en", "."), ("ru", "…")))
