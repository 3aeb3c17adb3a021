"""Read a built page as a program that knows no CSS and no JavaScript does."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass
class Element:
    """One element: its name, attributes, and all the text inside of it."""

    tag: str
    """Its name."""
    attributes: dict[str, str]
    """Its attributes; those without a value have an empty one."""
    parents: tuple[Element, ...]
    """The elements around it, the outermost first."""
    text: str = ""
    """The text inside."""

    def is_inside(self, css_class: str) -> bool:
        """Return whether an element of the class is around it."""
        return any(css_class in parent.attributes.get("class", "").split() for parent in self.parents)


class _Reader(HTMLParser):
    """Collect the elements in the order in which they begin."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.texts: list[tuple[str, tuple[Element, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.append((data, tuple(self.open)))
        for element in self.open:
            element.text += data


@dataclass(frozen=True)
class Html:
    """A page as read."""

    elements: tuple[Element, ...]
    """All its elements in order."""
    texts: tuple[tuple[str, tuple[Element, ...]], ...]
    """All its pieces of text, with the elements around them."""

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements `tag` whose attributes are as given; `class_` is the attribute `class`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if one.tag == tag and wanted.items() <= one.attributes.items()]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, **attributes)
        return found

    def inside(self, css_class: str, tag: str) -> list[Element]:
        """Return the elements `tag` inside an element of the class."""
        return [one for one in self.elements if one.tag == tag and one.is_inside(css_class)]


def read(path: Path) -> Html:
    """Read the page at `path`."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return Html(tuple(reader.elements), tuple(reader.texts))
