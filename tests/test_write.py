"""Pages reach the disk all together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom import write

CODES = ("en", "ru")
OLD = {"en/news/2026/a.md": "A\n", "ru/news/2026/a.md": "А\n"}
NEW = {"en/news/2026/b.md": "B\n", "ru/news/2026/b.md": "Б\n"}


def _held(docs: Path) -> dict[str, str]:
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*") if path.is_file()}


def test_pages_are_written_and_old_ones_go(tmp_path: Path) -> None:
    """The folders hold exactly the new pages; what an editor wrote beside them stays."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "about.md").write_text("About\n")
    write.write(OLD, docs=tmp_path, codes=CODES)
    assert write.write(NEW, docs=tmp_path, codes=CODES)
    assert {**NEW, "en/about.md": "About\n"} == _held(tmp_path)


def test_the_same_pages_touch_nothing(tmp_path: Path) -> None:
    """A second run with the same pages writes not one file, so that a watching server rests."""
    write.write(OLD, docs=tmp_path, codes=CODES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not write.write(OLD, docs=tmp_path, codes=CODES)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_a_run_that_fails_leaves_the_old_pages(tmp_path: Path) -> None:
    """Where a page cannot be laid out the old ones stand untouched."""
    write.write(OLD, docs=tmp_path, codes=CODES)
    with pytest.raises(OSError, match="name too long"):
        write.write({**NEW, f"en/news/2026/{'x' * 300}.md": ""}, docs=tmp_path, codes=CODES)
    held = {name: text for name, text in _held(tmp_path).items() if not name.startswith(write.STAGING)}
    assert OLD == held
    write.write(OLD, docs=tmp_path, codes=CODES)
    assert NEW.keys() & _held(tmp_path).keys() == set()


def test_a_run_that_was_killed_between_two_languages_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that died while exchanging folders is finished by the next, whatever that one writes."""
    write.write(OLD, docs=tmp_path, codes=CODES)
    renamed = Path.rename

    def dying(path: Path, target: Path) -> Path:
        if target == tmp_path / "ru" / "news":
            raise KeyboardInterrupt
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", dying)
    with pytest.raises(KeyboardInterrupt):
        write.write(NEW, docs=tmp_path, codes=CODES)
    monkeypatch.undo()
    assert not write.write(NEW, docs=tmp_path, codes=CODES)
    assert NEW == _held(tmp_path)
