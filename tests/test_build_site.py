"""A new site takes the place of the old one whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import build_site

if TYPE_CHECKING:
    from pathlib import Path


def _project(folder: Path, *, body: str = "Words.", extra: str = "") -> Path:
    """Write the smallest MkDocs project into `folder`; return its configuration."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{body}\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: Test\nsite_url: !ENV [SITE_URL, 'http://127.0.0.1/']\n{extra}", encoding="utf-8")
    return config


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "page").write_text(text, encoding="utf-8")
    return path


def test_the_site_is_built_and_nothing_else_is_left(tmp_path: Path) -> None:
    """After a good run there is the site, and no half-built one beside it."""
    build_site.build(_project(tmp_path), site=tmp_path / "site")
    assert "Words." in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert ["site.lock"] == [path.name for path in (tmp_path / ".cache").iterdir()]


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    """What the new site does not have is gone."""
    site = tmp_path / "site"
    build_site.build(_project(tmp_path), site=site)
    (site / "stale").touch()
    build_site.build(_project(tmp_path, body="Other words."), site=site)
    assert "Other words." in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "stale").exists()


@pytest.mark.parametrize("fault", ["[gone](gone.md)", "broken configuration"])
def test_a_failed_run_leaves_the_site_as_it_was(tmp_path: Path, fault: str) -> None:
    """A warning in strict mode and a configuration that can't be read are the same to the site: nothing happens."""
    site = _folder(tmp_path / "site", "old")
    config = _project(tmp_path, body=fault, extra="plugins: [gone]\n" if "configuration" in fault else "")
    with pytest.raises(build_site.SiteError):
        build_site.build(config, site=site)
    assert [("page", "old")] == [(path.name, path.read_text(encoding="utf-8")) for path in site.iterdir()]


def test_a_killed_run_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """A run that is killed while MkDocs renders has touched nothing, and the next one succeeds."""
    site = _folder(tmp_path / "site", "old")
    hook = "import time\n\ndef on_pre_build(config):\n    open('started', 'w').close()\n    time.sleep(60)\n"
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    _project(tmp_path, extra="hooks: [hook.py]\n")
    run = subprocess.Popen([sys.executable, build_site.__file__], cwd=tmp_path, start_new_session=True)
    while not (tmp_path / "started").exists() and run.poll() is None:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert "old" == (site / "page").read_text(encoding="utf-8")
    build_site.build(_project(tmp_path), site=site)
    assert (site / "index.html").exists()


def test_an_empty_address_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a pull request nobody knows the address of the site: the one in the configuration is used."""
    monkeypatch.setenv("SITE_URL", "")
    build_site.build(_project(tmp_path), site=tmp_path / "site")
    assert "http://127.0.0.1/" in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_given_address_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workflow that publishes hands over where the site will stand."""
    monkeypatch.setenv("SITE_URL", "https://example.org/news")
    build_site.build(_project(tmp_path), site=tmp_path / "site")
    assert "https://example.org/news/" in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("can_exchange", [True, False], ids=["in one step", "in two steps"])
def test_the_new_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    """On file systems that exchange folders and on those that can't, the outcome is the same."""
    if not can_exchange:
        monkeypatch.setattr(build_site, "exchange", lambda _one, _other: False)
    fresh, place = _folder(tmp_path / "fresh", "new"), _folder(tmp_path / "place", "old")
    build_site.put_in_place(fresh, place=place)
    assert "new" == (place / "page").read_text(encoding="utf-8")
    assert "old" == (fresh / "page").read_text(encoding="utf-8")
    assert ["fresh", "place"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_site_that_stepped_aside_is_put_back(tmp_path: Path) -> None:
    """Where a run was killed between the two steps, the next run first puts the old site back."""
    spare = _folder(tmp_path / "spare", "old")
    build_site.restore(tmp_path / "site", spare=spare)
    assert "old" == (tmp_path / "site" / "page").read_text(encoding="utf-8")
    assert not spare.exists()


def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    """Both end well, and the site is whole."""
    _project(tmp_path)
    runs = [subprocess.Popen([sys.executable, build_site.__file__], cwd=tmp_path) for _ in range(2)]
    assert [0, 0] == [run.wait() for run in runs]
    assert "Words." in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_summary_counts_what_was_made(tmp_path: Path) -> None:
    """It is one line of figures and one of advice."""
    site = _folder(tmp_path / "site", "x" * 150_000)
    (site / "index.html").touch()
    first, second = build_site.summary(site).splitlines()
    assert f"Made {site}/: 1 pages, 2 files, 0.1 MB." == first
    assert "make serve" in second
