"""What one run found out and the next one recalls."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import raw
from newsroom import memory
from newsroom.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_remembered_is_recalled_by_the_next_run(tmp_path: Path) -> None:
    """A value is found under its kind and its key."""
    first = Memory(tmp_path / "cache" / "a.sqlite", version=b"1")
    first.remember("pair", b"key", b"value")
    first.save()
    second = Memory(tmp_path / "cache" / "a.sqlite", version=b"1")
    assert (b"value", None, None) == (
        second.recall("pair", b"key"),
        second.recall("pair", b"other"),
        second.recall("card", b"key"),
    )


def test_another_version_forgets_everything(tmp_path: Path) -> None:
    """What an older program found out is not believed."""
    for version, found in ((b"1", None), (b"2", None), (b"2", b"2"), (b"1", None)):
        one = Memory(tmp_path / "a.sqlite", version=version)
        assert found == one.recall("pair", b"key")
        one.remember("pair", b"key", version)
        one.save()


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    """The file does not grow with articles that are gone."""
    first = Memory(tmp_path / "a.sqlite")
    for key in (b"kept", b"gone"):
        first.remember("card", key, key)
    first.save()
    second = Memory(tmp_path / "a.sqlite")
    second.recall("card", b"kept")
    second.save()
    assert {b"kept": b"kept"} == dict(Memory(tmp_path / "a.sqlite").everything("card"))


def test_a_spoilt_file_costs_nothing_but_time(tmp_path: Path) -> None:
    """A file that is none of ours is made anew, and not before something is saved."""
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"not a database, " * 100)
    one = Memory(path)
    assert b"not a database, " * 100 == path.read_bytes()
    one.remember("card", b"key", b"value")
    one.save()
    with closing(sqlite3.connect(path)) as file:
        assert [("card", b"key", b"value")] == file.execute("SELECT kind, key, value FROM found").fetchall()


def test_without_a_file_it_remembers_for_one_run_only() -> None:
    """Nothing is written where no place for it is named."""
    one = Memory()
    one.remember("card", b"key", b"value")
    one.save()
    assert (b"value", None) == (one.recall("card", b"key"), Memory().recall("card", b"key"))


def test_an_article_that_changes_has_another_key() -> None:
    """By it everything that was found out about the article is found out again."""
    one = raw.article("a.txt", "en", ["One.", "Two."])
    others = [
        raw.article("a.txt", "en", ["One. Two."]),
        raw.article("a.txt", "ru", ["One.", "Two."]),
        raw.article("a.txt", "en", ["One.", "Two."], title="One"),
        raw.article("b.txt", "en", ["One.", "Two."]),
    ]
    assert memory.key(one) not in {memory.key(other) for other in others}
    assert memory.key(one) == memory.key(raw.article("a.txt", "en", ["One.", "Two."]))
    assert memory.program("a") != memory.program("b")
