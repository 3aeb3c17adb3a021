"""Old addresses that lead to the story: plain pages, since GitHub Pages knows no other redirect."""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from mkdocs.utils import get_relative_url

if TYPE_CHECKING:
    from newsroom.site.interface import Interface


class AliasError(ValueError):
    """An alias is no address below the language's root."""


def address(alias: str, *, prefix: str) -> str:
    """Return the address from the site's root, ending in a slash, at which `alias` stands in one language.

    Raises `AliasError` for an alias that would leave the language's part of the site.
    """
    parts = PurePosixPath(alias.strip("/")).parts
    if not parts or ".." in parts:
        message = f"aliases: expected an address such as news/2026/old-name/, received {alias!r}; correct it"
        raise AliasError(message)
    return f"{prefix}{'/'.join(parts)}/"


def page(old: str, new: str, *, title: str, here: Interface, site_url: str) -> str:
    """Return the HTML that leads from the address `old` to `new`, both from the site's root, in the language `here`."""
    target = escape(get_relative_url(new, quote(old)))
    canonical = f'\n<link rel="canonical" href="{escape(urljoin(site_url, new))}">' if site_url else ""
    moved = escape(here.say("moved"))
    return f"""<!DOCTYPE html>
<html lang="{escape(here.code)}" dir="{here.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">{canonical}
<title>{moved}</title>
</head>
<body>
<main>
<h1>{moved}</h1>
<p><a href="{target}">{escape(title)}</a></p>
</main>
</body>
</html>
"""
