"""The one door through which an article's text becomes Markdown: what comes out is shown as it is, and does nothing.

Every character that any Markdown dialect, MkDocs extension, template or HTML parser could take for syntax is written
as a character reference or behind a backslash, whichever Python-Markdown and CommonMark both undo.
"""

from __future__ import annotations

import re

BACKSLASHED = frozenset("\\`*_[]()#+!|")
"""Characters that Markdown lets one write behind a backslash."""
REFERENCED = frozenset("<>&{}$^~=:@%")
"""Characters without such a form, or that extensions and templates look for: written as references where they act."""

ACTIVE = re.compile(
    r"[\\`*\[\]|<>{}$^~#]"  # acts anywhere
    r"|&(?=#?\w+;)"  # an entity
    r"|(?<!\w)_|_(?!\w)|__+"  # emphasis
    r"|={2,}|\+{2,}|!{2,}|-{3,}|%(?=[%}])"  # marks, insertions, admonitions, rules, templates
    r"|!(?=\[)|:(?=[\w+-]+:)|(?<=\w):(?=//)"  # pictures, emoji, bare addresses
    r"|@(?=\w)|(?<=www)\."  # mail addresses, bare hosts
)
LINE_START = re.compile(r"[-+=:!?](?=\s|$|[-+=:!?])|\d+(?P<dot>[.)])(?=\s|$)")


def to_markdown(text: str) -> str:
    """Return `text`, one line of plain text, as Markdown that renders to exactly that text."""
    start = LINE_START.match(text)
    if start and start["dot"]:
        digits = text[: start.start("dot")]
        return _inert(digits) + f"&#{ord(start['dot'])};" + _inert(text[start.end("dot") :])
    if start:
        return f"&#{ord(text[0])};" + _inert(text[1:])
    return _inert(text)


def _inert(text: str) -> str:
    return ACTIVE.sub(lambda match: "".join(map(_written, match[0])), text)


def _written(character: str) -> str:
    """Return one character in the form that takes no effect."""
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(character)
    return named or ("\\" + character if character in BACKSLASHED else f"&#{ord(character)};")
