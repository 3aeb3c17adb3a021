"""The page's Content-Security-Policy: what a browser may run, load and ask for while it shows the page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

CHARSET = '<meta charset="utf-8">'
"""What the policy stands behind: everything that it is to hold for comes later."""

_POLICY = (
    "default-src 'none'; script-src 'self'{script}; style-src 'self'{style}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
_SCRIPTS = {"", "module", "importmap", "text/javascript", "application/javascript"}
"""What a script's `type` may be for it to be run; everything else is data, of which the policy knows nothing."""


class NoCharsetError(ValueError):
    """A page has no place for the policy."""


def protect(html: str, *, written: str = "") -> str:
    """Return the page `html` with its policy, before anything that the policy is to hold for (CSP 3, 3.3).

    Our templates hold no inline script or style, and no article may bring one: what stands in the page inline is
    refused. Only `written`, the part of the page that someone of this newsroom wrote as HTML or Markdown, may hold
    some; a hash of each gives it leave. Raises `NoCharsetError` for a page that does not begin as ours do.
    """
    before, charset, behind = html.partition(CHARSET)
    if not charset:
        message = f"expected {CHARSET} in the head of every page, found none in {html[:200]!r}; see main.html"
        raise NoCharsetError(message)
    return f'{before}{charset}\n<meta http-equiv="Content-Security-Policy" content="{policy(written)}">{behind}'


def policy(written: str) -> str:
    """Return the policy of a page in which the HTML `written` may bring inline scripts and styles."""
    reader = _Inline()
    reader.feed(written)
    reader.close()
    leave = {tag: "".join(f" '{_hash(text)}'" for text in sorted(texts)) for tag, texts in reader.found.items()}
    return _POLICY.format(**leave)


class _Inline(HTMLParser):
    """Collects the inline scripts and styles of a page, those that wait in a `template` or a `noscript` included."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, set[str]] = {"script": set(), "style": set()}
        self._texts: list[str] = []
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        runs = tag == "style" or (tag == "script" and (attributes.get("type") or "").strip().lower() in _SCRIPTS)
        self._inside = tag if runs and "src" not in attributes else None
        self._texts = []

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self.found[tag].add("".join(self._texts))
        self._inside = None


def _hash(text: str) -> str:
    """Return the hash by which a policy names an inline text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
