"""A small web server that answers as GitHub Pages does: below a path, with 404.html for what does not exist."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

MOUNT = "/newsroom/"
"""The path below which the site stands."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
"""The endings of the files that GitHub Pages sends packed."""


class PagesHandler(SimpleHTTPRequestHandler):
    """Serve the files below `MOUNT`, and 404.html in place of what is not there."""

    def translate_path(self, path: str) -> str:
        """Return the file for `path`; none outside of `MOUNT`."""
        return super().translate_path(path.removeprefix(MOUNT.rstrip("/")) if path.startswith(MOUNT) else "/-none-/")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is found."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        with open(f"{self.directory}/404.html", "rb") as page:  # noqa: PTH123 - the handler's directory is text
            body = page.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Keep the tests' output clean."""


class PublishedHandler(PagesHandler):
    """Serve as GitHub Pages does on the wire too: packed where the browser can unpack, and fresh for ten minutes."""

    def send_head(self) -> BinaryIO | BytesIO | None:
        """Send the head of an answer and return its body: that of a packed file, where it is one to be packed."""
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        wanted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not wanted or path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """Say for how long the answer may be kept."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@contextmanager
def serving(site: Path, *, port: int = 0, handler: type[PagesHandler] = PagesHandler) -> Iterator[str]:
    """Serve `site` on this machine and yield its address, `MOUNT` included; port 0 takes any free one."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{MOUNT}"
        server.shutdown()
