"""The W3C's Nu HTML Checker over every HTML file of a site. It is a Java program; without Java it is skipped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from audit.finding import Fault, Finding, ToolMissingError, Verdict
from audit.node import package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.finding import Bench

NAME = "Nu HTML Checker"
FAULT = Fault("<h1>", "<h1><div></div>", "error")
OF_THE_POLICY = ".*violates Content Security Policy.*"
"""Left to the browser: read from the disk, no file is the policy's 'self', and the checker takes data for scripts."""
INSTALL = ("apt-get update -qq", "apt-get install -qq --no-install-recommends default-jre-headless")


def check(bench: Bench) -> Verdict:
    """Let the checker read all files. Raises `ToolMissingError` where there is no Java and none may be installed."""
    folder = bench.site.folder
    command = [_java(), "-jar", str(package("vnu-jar/build/dist/vnu.jar")), "--format", "json", "--stdout"]
    command += ["--exit-zero-always", "--skip-non-html", "--filterpattern", OF_THE_POLICY, str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    files = sum(1 for _ in folder.rglob("*.html"))
    return Verdict(f"{files} files", tuple(read(json.loads(said), root=folder.resolve().as_posix())))


def read(said: Mapping[str, Any], *, root: str) -> Iterator[Finding]:
    """Yield what the checker's report `said` of the files below `root`: errors and warnings, not its remarks."""
    for one in said["messages"]:
        kind = one.get("subType", one["type"])
        if kind != "info":
            place = unquote(urlsplit(one.get("url", "")).path).removeprefix(f"{root}/")
            yield Finding(place, kind, f"line {one.get('lastLine')}: {one['message']} {one.get('extract', '')!r}")


def _java() -> str:
    """Return a Java; where the system is Debian's kind and we may, install one."""
    if not shutil.which("java") and shutil.which("apt-get") and os.geteuid() == 0:
        for command in INSTALL:
            subprocess.run(command.split(), check=False)
    found = shutil.which("java")
    if not found:
        message = "there is no Java here; on Debian and Ubuntu install default-jre-headless"
        raise ToolMissingError(message)
    return found
