"""What a page does besides showing itself: what it says in the console, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Dialog, Error, Page, Request, Response


@dataclass
class Watch:
    """What a page has done since it is watched."""

    page: Page
    """The page."""
    home: str
    """The only address below which it may ask for anything."""
    complaints: list[str] = field(default_factory=list)
    """All that a quiet page would not do."""
    requests: list[str] = field(default_factory=list)
    """All addresses that it asked for."""

    def start(self) -> None:
        """Begin to watch."""
        self.page.on("console", self._console)
        self.page.on("pageerror", self._error)
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(f"{self.page.url}: {error}")

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"{self.page.url}: opened a dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.complaints.append(f"{self.page.url}: asked a stranger: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.complaints.append(f"{self.page.url}: {response.status}: {response.url}")


def watch(page: Page, *, home: str) -> Watch:
    """Begin to watch `page`, which may ask for nothing outside of `home`."""
    started = Watch(page, home)
    started.start()
    return started
