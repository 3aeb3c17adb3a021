"""Write the JSON Schema of the sidecars to where the site publishes it.

python scripts/write_schema.py
"""

from __future__ import annotations

import json
from pathlib import Path

from newsroom import sidecar

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "assets" / "schema" / "sidecar.json"
"""What `newsroom.sidecar` says, for programs that help an editor to write."""


def main() -> None:
    """Write the schema."""
    SCHEMA.parent.mkdir(parents=True, exist_ok=True)
    SCHEMA.write_text(text(), encoding="utf-8", newline="\n")


def text() -> str:
    """Return the file's content."""
    return json.dumps(sidecar.schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    main()
