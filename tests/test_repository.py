"""The repository keeps its own rules."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

HOME = Path(__file__).parent.parent
"""The top of the checkout."""

AS_DELIVERED = ("articles/", "tests/cases/")
"""Texts of others: kept byte by byte, whatever they hold."""

REGISTRIES = re.compile(r"(pypi|pythonhosted|npmjs|debian|ubuntu|crates|golang|jsdelivr|unpkg)\.(org|com|io|net)\b")
"""Host names of package registries and of the networks that copy them."""

MACHINE_PATH = re.compile(r"(?<![\w.:})/-])/(root|work|tmp|var/tmp|opt|home/\w+|Users/\w+)/")
"""A path that exists on somebody's machine only."""

ACTION = re.compile(r"^\s*(?:-\s+)?uses:\s*(?P<action>\S+)(?P<comment>.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")

LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; .*?)? \\\n(?P<hashes>(?: {4}--hash=.*\n)+)", re.MULTILINE
)
"""One library of a lock file with its hashes."""


def _files() -> list[Path]:
    """Return every file that git keeps or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HOME, capture_output=True, check=True, text=True).stdout
    paths = [HOME / name for name in listed.split("\0") if name and not name.startswith(AS_DELIVERED)]
    return [path for path in paths if path.is_file()]


def _texts() -> list[tuple[str, str]]:
    """Return the path and the text of every file that git keeps and that is text."""
    read = [(path.relative_to(HOME).as_posix(), path.read_bytes()) for path in _files()]
    return [(path, data.decode("utf-8")) for path, data in read if b"\0" not in data]


def _places(pattern: re.Pattern[str]) -> list[str]:
    """Return path, line and text of everything that `pattern` finds, but for this file, which names it."""
    return [
        f"{path}:{number}: {line.strip()}"
        for path, text in _texts()
        if path != Path(__file__).relative_to(HOME).as_posix()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_registry_is_named() -> None:
    """Where libraries come from is the business of the machine that installs them."""
    assert [] == _places(REGISTRIES)


def test_no_path_of_a_machine_is_named() -> None:
    """What is committed means the same on every machine."""
    assert [] == _places(MACHINE_PATH)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cd /home/ann/news", True),
        ("see '/tmp/x/y'", True),
        ('"/work/main/docs"', True),
        ("https://example.org/work/1", False),
        ("docs/work/a.md", False),
        ("/home/", False),
        ("{{ base }}/work/", False),
    ],
)
def test_a_path_of_a_machine_is_told_from_an_address(line: str, *, expected: bool) -> None:
    """Only what starts at the root of a disk is one."""
    assert expected == bool(MACHINE_PATH.search(line))


def test_text_has_one_form() -> None:
    """Every file that is text ends its lines with LF, its last line too."""
    wrong = [path for path, text in _texts() if "\r" in text or (text and not text.endswith("\n"))]
    assert [] == wrong


def test_actions_are_pinned() -> None:
    """Each action is named by the full hash of a commit, with its version in a comment for the reader."""
    uses = [
        use for path in sorted((HOME / ".github").rglob("*.y*ml")) for use in ACTION.finditer(path.read_text("utf-8"))
    ]
    assert uses
    assert [] == [use[0] for use in uses if not PINNED.fullmatch(use["action"])]
    assert [] == [use[0] for use in uses if not re.fullmatch(r" # v\d+\.\d+\.\d+", use["comment"])]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_versions_and_hashes_only(name: str) -> None:
    """Nothing else stands in it: no address, no option, no library without a hash."""
    lock = (HOME / name).read_text(encoding="utf-8")
    assert LOCKED.search(lock)
    rest = LOCKED.sub("", lock).splitlines()
    assert [] == [line for line in rest if line and not line.lstrip().startswith("#")]


def test_the_locks_agree() -> None:
    """Tests run on the very versions that the site is built with."""
    site, tools = (_locked(name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert site.items() <= tools.items()


def test_the_locks_are_what_the_project_asks_for() -> None:
    """Whoever changes pyproject.toml runs `make lock`."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    missing = [
        f"{name}: {wanted}"
        for name, asked in groups.items()
        for wanted in map(Requirement, asked)
        if _locked(name).get(wanted.name, "") not in wanted.specifier
    ]
    assert [] == missing


def _locked(name: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in LOCKED.finditer((HOME / name).read_text(encoding="utf-8"))}


@pytest.mark.parametrize("folder", [".node", ".node/audit"])
def test_the_lock_of_the_node_packages_has_hashes_and_no_addresses(folder: str) -> None:
    """The same rule holds for the checks that come as Node packages."""
    packages = json.loads((HOME / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert installed
    assert [] == [name for name, package in installed.items() if "integrity" not in package or "resolved" in package]


def test_every_decision_has_a_number_of_its_own() -> None:
    """`docs/.decisions/NNN-title.md`, and no number twice."""
    names = [path.name for path in (HOME / "docs" / ".decisions").glob("*.md")]
    assert [] == [name for name in names if not re.fullmatch(r"\d{3}-[a-z0-9-]+\.md", name)]
    numbers = [name[:3] for name in names]
    assert sorted(numbers) == sorted(set(numbers))


def test_every_room_is_listed() -> None:
    """`scripts/README.md` names every program, every room and every folder of rooms."""
    listed = (HOME / "scripts" / "README.md").read_text(encoding="utf-8")
    programs = [path.name for path in (HOME / "scripts").glob("*.py")]
    modules = [path.name for path in (HOME / "scripts" / "newsroom").glob("*.py") if path.stem != "__init__"]
    folders = [f"{path.parent.name}/" for path in (HOME / "scripts" / "newsroom").glob("*/__init__.py")]
    assert [] == [name for name in (*programs, *modules, *folders) if f"{name}`" not in listed]


def test_every_command_is_explained() -> None:
    """`make help` says what every command does that a person may call."""
    makefile = (HOME / "Makefile").read_text(encoding="utf-8")
    listed = subprocess.run(["make", "help"], cwd=HOME, capture_output=True, check=True, text=True).stdout
    for command in ("site", "test", "serve", "check", "help"):
        assert re.search(rf"^{command}:.*## ", makefile, re.MULTILINE)
        assert re.search(rf"^  make {command} +\w", listed, re.MULTILINE)


def test_continuous_integration_runs_checks_and_tests() -> None:
    """`.ci/run` can be started as it is, and the published workflow starts it."""
    run = HOME / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert "make check test" in run.read_text(encoding="utf-8")
    assert "run: .ci/run" in (HOME / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
