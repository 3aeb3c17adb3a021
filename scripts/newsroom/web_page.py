"""Read a saved web page, or a word processor's document, into the lines that a plain text would have.

trafilatura finds where in a page the article begins and ends; what is visible between those two places are the
article's lines, the date and the byline that it would drop among them, and what is visible outside is left out, word
for word. A document goes through mammoth, which makes a page of it that is article from end to end.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import mammoth
import trafilatura
from lxml import html

from newsroom.squeeze import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = html.defs.block_tags | {
    "article",
    "aside",
    "figcaption",
    "figure",
    "footer",
    "header",
    "main",
    "nav",
    "section",
}
"""The elements that stand on lines of their own."""
SILENT = ("script", "style", "template", "noscript", "svg", "head", "iframe", "select", "button")
"""The elements whose text no reader sees, or that steer the page."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SPACES = re.compile(r"\s+")
MARKERS = {"ul": "• ", "ol": "{}. "}
"""How an item of each kind of list begins on its line."""


def page_lines(source: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the article in the page `source`, and the lines that a reader sees around it.

    Both are empty where the page shows no text.
    """
    source = DECLARATION.sub("", source)
    visible = tuple(_visible(html.document_fromstring(source))) if source.strip() else ()
    found = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    content = _letters(found)
    inside = [index for index, line in enumerate(visible) if len(line) > 1 and _plain(line) in content]
    if not inside:
        return (), visible
    first, last = min(inside), max(inside) + 1
    return visible[first:last], (*visible[:first], *visible[last:])


def document_lines(data: bytes) -> tuple[str, ...]:
    """Return the lines of the Word document `data`: paragraphs, items with their marker, rows with tabs.

    Raises `zipfile.BadZipFile` or `KeyError` where it is none.
    """
    converted = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {}))
    return tuple(_visible(html.document_fromstring(converted.value))) if converted.value else ()


def _visible(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the text of every block that a reader sees, in reading order, one line each; `tree` is used up."""
    for element in tree.xpath("|".join(f"//{name}" for name in SILENT)):
        element.drop_tree()
    for element in tree.xpath("//*[@hidden or @style]"):
        if element.get("hidden") is not None or HIDDEN.search(element.get("style", "")):
            element.drop_tree()
    for row in tree.xpath("//tr"):
        cells = [SPACES.sub(" ", cell.text_content()).strip() for cell in row.xpath("./td|./th")]
        _replace(row, "\t".join(cells))
    for kind, marker in MARKERS.items():
        for items in tree.xpath(f"//{kind}"):
            for number, item in enumerate(items.xpath("./li"), 1):
                item.text = marker.format(number) + (item.text or "").lstrip()
    yield from filter(None, (squeeze(line) for line in "".join(_broken(tree)).split("\n")))


def _replace(element: html.HtmlElement, text: str) -> None:
    """Make `text` all that `element` holds."""
    for child in list(element):
        element.remove(child)
    element.text = text


def _broken(element: html.HtmlElement) -> Iterator[str]:
    """Yield the text of `element` with a line break around every block."""
    if not isinstance(element.tag, str):
        yield element.tail or ""
        return
    around = "\n" if element.tag in BLOCKS or element.tag == "br" else ""
    text = element.text or ""
    yield around + (text if element.tag == "tr" else SPACES.sub(" ", text))
    for child in element:
        yield from _broken(child)
    yield around + SPACES.sub(" ", element.tail or "")


def _plain(line: str) -> str:
    """Return the letters of a line without its marker: what two ways of reading a page agree on."""
    return _letters(re.sub(r"^(?:• |\d+\. )", "", line))


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))
