"""`sw.js`: the service worker by which a reader who asks for it keeps the pages that they open.

What it does stands in `docs/assets/js/worker.js`; what it must know of this build is written here.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from newsroom.site.generated import KEPT, READING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_SOURCE = "assets/js/worker.js"

LIMIT = 200
"""So many pages are kept at most."""

_ASSETS = ("assets/css/*.css", "assets/js/**/*.js", "assets/favicon.*")
"""What every page needs; whatever else a page asks for is kept when it is asked for."""


def shell(site: Path, prefixes: Iterable[str]) -> dict[str, bytes]:
    """Return what is kept from the first moment on, address to content: styles, scripts, and the reader's own pages.

    `site` is the folder of the whole built site, `prefixes` the beginnings of its languages' addresses.
    """
    assets = {path.relative_to(site).as_posix(): path for pattern in _ASSETS for path in site.glob(pattern)}
    own = {
        f"{prefix}{page.address}": site / prefix / page.address / "index.html"
        for prefix in prefixes
        for page in (READING, KEPT)
    }
    return {address: path.read_bytes() for address, path in sorted((assets | own).items())}


def worker(contents: Mapping[str, bytes], prefixes: Iterable[str]) -> str:
    """Return the text of `sw.js` for a site with the shell `contents`.

    Its version is a digest of all of them (SHA-256, 12 digits), so that a change in any makes a new worker.
    """
    digest = hashlib.sha256()
    for address, content in sorted(contents.items()):
        digest.update(f"{address}\0{len(content)}\0".encode() + content)
    told = {
        "version": digest.hexdigest()[:12],
        "limit": LIMIT,
        "shell": sorted(contents),
        "kept": {prefix: f"{prefix}{KEPT.address}" for prefix in sorted(prefixes)},
    }
    lines = ("// Made at each build.", f"self.build = {json.dumps(told, indent=2)};", f"importScripts({_SOURCE!r});")
    return "\n".join((*lines, ""))
