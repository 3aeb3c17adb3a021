"""The one door through which an article's text becomes Markdown: what comes out is shown as it is, and does nothing.

Every character that a Markdown dialect, an extension, a template language or an HTML parser could take for syntax is
written as a character reference: by CommonMark's rule (section 2.5) a reference never stands for structure, and
Python-Markdown passes it on. Backslashes would be easier to read, but some extensions give them meanings of their own.
"""

from __future__ import annotations

import re

ACTIVE = re.compile(
    r"[\\`*\[\]|<>{}$^~#]"  # acts anywhere
    r"|&"  # an entity, or the head of one
    r"|(?<!\w)_|_(?!\w)|__+"  # emphasis; inside a word it is none
    r"|={2,}|\+{2,}|!{2,}|-{3,}|/{3,}|%(?=[%}])"  # marks, insertions, admonitions, rules, blocks, templates
    r"|:(?=[\w+-]+:)|:(?=//)"  # emoji, bare addresses
    r"|@(?=\w)|(?<=www)\."  # mail addresses, mentions, bare hosts
    r"|\((?=c\)|tm\)|r\))|(?<=\()(?:c|tm|r)(?=\))"  # symbols
)
"""What may act inside a line."""
LINE_START = re.compile(r"[-+=:!?](?=\s|$|[-+=:!?])|\d+(?P<dot>[.)])(?=\s|$)")
"""What may act at the head of a line: markers of lists, of definitions and of blocks."""


def to_markdown(text: str) -> str:
    """Return `text`, one line of plain text, as Markdown that renders to exactly that text."""
    start = LINE_START.match(text)
    if not start:
        return _inert(text)
    at = start.start("dot") if start["dot"] else 0
    return _inert(text[:at]) + _reference(text[at]) + _inert(text[at + 1 :])


def _inert(text: str) -> str:
    return ACTIVE.sub(lambda match: "".join(map(_reference, match[0])), text)


def _reference(character: str) -> str:
    """Return one character as a reference: by name where everybody knows it, else by number."""
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(character, f"&#{ord(character)};")
