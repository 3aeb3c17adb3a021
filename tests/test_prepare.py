"""The virtual environment is made when it has to be, and only then."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import prepare


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let environments be made without their libraries; return the names of the lock files that were asked for."""
    names: list[str] = []

    def install(lock: Path, *, venv: Path) -> None:
        assert prepare.interpreter(venv).exists()
        names.append(lock.name)

    monkeypatch.setattr(prepare, "_install", install)
    return names


def _lock(folder: Path, text: str = "one==1\n") -> Path:
    lock = folder / "requirements.txt"
    lock.write_text(text, encoding="utf-8")
    return lock


def test_an_environment_is_made_once(tmp_path: Path, installed: list[str]) -> None:
    """The first call makes it, the second finds the same lock file and does nothing."""
    lock, venv = _lock(tmp_path), tmp_path / "venv"
    assert prepare.prepare(lock, venv=venv, python=sys.executable)
    assert not prepare.prepare(lock, venv=venv, python=sys.executable)
    assert ["requirements.txt"] == installed


def test_a_changed_lock_is_installed_again(tmp_path: Path, installed: list[str]) -> None:
    """It is the text of the lock file that counts, not its age."""
    venv = tmp_path / "venv"
    prepare.prepare(_lock(tmp_path), venv=venv, python=sys.executable)
    assert prepare.prepare(_lock(tmp_path, "one==2\n"), venv=venv, python=sys.executable)
    assert installed == ["requirements.txt"] * 2


def test_a_failed_install_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which the libraries did not arrive does not count as ready."""
    lock, venv = _lock(tmp_path, "nothing-of-the-sort @ file:///nowhere\n"), tmp_path / "venv"
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    for _ in range(2):
        with pytest.raises(prepare.PrepareError, match="could not be installed"):
            prepare.prepare(lock, venv=venv, python=sys.executable)


def test_a_dead_environment_is_made_anew(tmp_path: Path, installed: list[str]) -> None:
    """A link to a Python that an upgrade of the system took away is no environment."""
    lock, venv = _lock(tmp_path), tmp_path / "venv"
    prepare.prepare(lock, venv=venv, python=sys.executable)
    prepare.interpreter(venv).unlink()
    prepare.interpreter(venv).symlink_to(tmp_path / "gone")
    assert prepare.prepare(lock, venv=venv, python=sys.executable)
    assert installed == ["requirements.txt"] * 2


def test_the_running_python_is_taken_where_it_is_new_enough() -> None:
    """No other is looked for."""
    assert "here" == prepare.find_python(running=(3, 11, 0), executable="here")


def test_a_newer_python_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `python3` is too old, the newest of the others is taken."""
    for name in ("python3.10", "python3.12", "python3.13"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert prepare.find_python(running=(3, 9, 6), executable="old") == str(tmp_path / "python3.13")


def test_an_old_python_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no newer one, the message says what is there, what is needed and what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(prepare.PrepareError, match=r"3\.11 or newer is needed, and old is 3\.9\.6\. Install"):
        prepare.find_python(running=(3, 9, 6), executable="old")


def test_a_python_too_old_can_read_the_script() -> None:
    """A Python that can't run the project still gets as far as saying so: the script keeps to the syntax of 3.8."""
    ast.parse(Path(prepare.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_a_python_without_venv_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's Python lacks `ensurepip`; one who may not install packages is told which package to ask for."""
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\necho python3.11-venv\n', encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(prepare.PrepareError, match=r"run 'sudo apt-get install python3\.11-venv'"):
        prepare.prepare(_lock(tmp_path), venv=tmp_path / "venv", python=str(python))


def test_the_command_ends_with_one_sentence(tmp_path: Path) -> None:
    """What goes wrong is said on the error output, with status 1 and no traceback."""
    lock = _lock(tmp_path, "nothing-of-the-sort @ file:///nowhere\n")
    command = [sys.executable, prepare.__file__, str(lock), "--venv", str(tmp_path / "venv")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 1 == ended.returncode
    assert ended.stderr.splitlines()[-1].startswith("prepare: The libraries of requirements.txt could not be installed")
    assert "Traceback" not in ended.stderr
