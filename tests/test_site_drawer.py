"""Keeping drawn pictures from one build to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsroom.site.drawer import Drawer

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_put_there_is_taken_out(tmp_path: Path) -> None:
    """By another build too, and each thing by its own key."""
    drawer = Drawer(tmp_path / "share")
    assert drawer.take(b"one") is None
    drawer.put(b"one", b"1")
    drawer.put(b"two", b"2")
    assert (b"1", b"2", None) == tuple(map(Drawer(tmp_path / "share").take, (b"one", b"two", b"three")))


@pytest.mark.parametrize("damage", [b"", b"short", None], ids=["empty", "cut off", "changed"])
def test_what_is_spoilt_is_not_taken(tmp_path: Path, damage: bytes | None) -> None:
    """A file that a killed build left half, or that somebody changed, counts as none, and is put there anew."""
    Drawer(tmp_path).put(b"one", b"a picture of many bytes")
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"!" if damage is None else damage)
    drawer = Drawer(tmp_path)
    assert drawer.take(b"one") is None
    drawer.put(b"one", b"new")
    assert drawer.take(b"one") == b"new"


def test_what_belongs_to_another_key_is_not_taken(tmp_path: Path) -> None:
    """Two whole files in each other's place are both wrong."""
    drawer = Drawer(tmp_path)
    drawer.put(b"one", b"1")
    drawer.put(b"two", b"2")
    one, two = tmp_path.iterdir()
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert [None, None] == [drawer.take(b"one"), drawer.take(b"two")]


def test_what_nobody_asked_for_is_thrown_away(tmp_path: Path) -> None:
    """The folder holds what the last build needed, and no more."""
    first = Drawer(tmp_path)
    first.put(b"kept", b"1")
    first.put(b"old", b"2")
    second = Drawer(tmp_path)
    second.take(b"kept")
    second.tidy()
    assert [b"1", None] == [Drawer(tmp_path).take(b"kept"), Drawer(tmp_path).take(b"old")]


def test_an_empty_site_needs_no_folder(tmp_path: Path) -> None:
    """Nothing is made where nothing is kept."""
    Drawer(tmp_path / "none").tidy()
    assert not (tmp_path / "none").exists()
