"""Give the paragraphs of an article's page their anchors, and tell a quotation from the words that say whose it is.

The HTML is what Python-Markdown made of a body written by `newsroom.body`: every other `<` of the text is a character
reference, so a tag found here is one of ours.
"""

from __future__ import annotations

import re
from html import escape
from itertools import count

LEAF = re.compile(r"<(?P<tag>p|li|tr)>|(?P<open><h\d[^>]*>)(?P<heading>.*?)(?=</h\d>)", re.DOTALL)
"""What shows one block of the body."""
LEAD = '<p id="p1">'
"""How a text begins whose first block is a paragraph."""
QUOTE = re.compile(r"(<blockquote>\s*<p[^>]*>)(.*?)(</p>)", re.DOTALL)
PAIRS = {"«": "»", "“": "”", "„": "“”", '"': '"'}
"""Opening mark to the marks that close it."""
SAYS = re.compile(r"[^\W\d_]{2}")
"""What stands outside of the marks says something where it holds a word."""


def number(html: str) -> str:
    """Return the body's HTML with an anchor for every block: `p1`, `p2`, in the order of the text.

    A heading keeps the anchor that it has for the search, and holds ours inside.
    """
    numbers = count(1)

    def _anchored(match: re.Match[str]) -> str:
        anchor = f'id="p{next(numbers)}"'
        if match["tag"]:
            return f"<{match['tag']} {anchor}>"
        return f"{match['open']}<span {anchor}>{match['heading']}</span>"

    return LEAF.sub(_anchored, html)


def attribute(html: str) -> str:
    """Return the body's HTML with the speaker of each quotation marked: what stands outside of the quotation marks."""
    return QUOTE.sub(lambda match: match[1] + _speakers_marked(match[2]) + match[3], html)


def begin(html: str, dateline: str | None) -> str:
    """Return the numbered HTML with the dateline before the lead, in its paragraph, as in print."""
    if not dateline:
        return html
    said = f'<span class="article__dateline">{escape(dateline, quote=False)}</span>'
    return html.replace(LEAD, f"{LEAD}{said} ", 1) if html.startswith(LEAD) else f"<p>{said}</p>\n{html}"


def _speakers_marked(quotation: str) -> str:
    """Return a quotation with the words outside of its marks marked, unless a mark is never closed."""
    parts, outside, closing = [], "", ""
    for character in quotation:
        if closing:
            parts.append(character)
            closing = "" if character in closing else closing
        elif character in PAIRS:
            parts += [_marked(outside), character]
            outside, closing = "", PAIRS[character]
        else:
            outside += character
    return quotation if closing or outside == quotation else "".join([*parts, _marked(outside)])


def _marked(outside: str) -> str:
    return f'<span class="quote__speaker">{outside}</span>' if SAYS.search(outside) else outside
