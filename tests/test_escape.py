"""The one door: whatever a text holds, the page shows it, and nothing in it acts."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.body import to_body
from newsroom.escape import to_markdown
from newsroom.model import Block, BlockKind
from newsroom.read import normalise

EXTENSIONS = [
    "tables", "fenced_code", "toc", "attr_list", "md_in_html", "footnotes", "abbr", "def_list", "admonition",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.tilde", "pymdownx.mark", "pymdownx.critic", "pymdownx.keys",
    "pymdownx.emoji", "pymdownx.arithmatex", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
    "pymdownx.magiclink",
]  # fmt: skip
"""More than the site uses: a fork that turns one of them on must stay safe."""

NAUGHTY = [
    "# 1", "* x", "- x", "+ x", "1. x", "12) x", "    four spaces", "---", "===", "- - -", "***", "| a | b |",
    "[a](b)", "[a]: http://b", "![a](b)", "<b>x</b>", "<script>alert(1)</script>", "<!-- x -->", "&amp;", "&#60;",
    "{{ x }}", "{% if x %}", '--8<-- "file"', "{: onclick=alert(1) }", "{: .x }", ":smile:", ":fontawesome-solid-x:",
    "*[HTML]: x", "[^1]", "[^1]: x", "!!! note", "??? note", "$$x$$", "$x$", "==x==", "^^x^^", "~~x~~", "~x~", "^x^",
    "++ctrl+x++", "`x`", "``` x", "~~~", "> x", "\\", "\\*", "a\\", "_x_", "__x__", "a_b_c", "*x*", "**x**", "x  ",
    ": definition", "[ ] x", "[x] y", "{++x++}", "{--x--}", "{>>x<<}", "<http://a.b>", "http://a.b/c_d_e", "a@b.cd",
    "www.a.b", "@user", "#1", "GH-12", "\\(x\\)", "\\[x\\]", "[TOC]", "[[a]]", "x {#id}", "«x»", "x&y", "A & B", "100%",
    "=", "-", "1986. A great year.", "(c) (tm) ...", "'quoted' -- \"quoted\"", "///  note",
    "|", "||", "a|b", "turkic_asr_v2",
]  # fmt: skip
"""Texts that some Markdown dialect, extension or template language takes for syntax."""


class _Visible(HTMLParser):
    """Collects the text that a browser shows, and the names of the elements it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _render(text: str) -> _Visible:
    visible = _Visible()
    visible.feed(markdown.markdown(text, extensions=EXTENSIONS))
    visible.close()
    return visible


@pytest.mark.parametrize("text", NAUGHTY)
@pytest.mark.parametrize("before", ["", "word "])
def test_markup_is_shown_as_text(text: str, before: str) -> None:
    """A text that looks like markup comes out as one paragraph with just that text."""
    line = " ".join(f"{before}{text}".split())
    page = _render(to_markdown(line))
    assert (line, {"p"}) == (page.text, page.elements)


@given(st.text(max_size=80))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """Any Unicode text at all, once normalised, is shown character for character."""
    for line in filter(str.strip, normalise(text)):
        plain = " ".join(line.split())
        page = _render(to_markdown(plain))
        assert (plain, {"p"}) == (page.text, page.elements)


@given(st.lists(st.sampled_from(NAUGHTY), min_size=2, max_size=6))
def test_neighbours_do_not_act_together(texts: list[str]) -> None:
    """Paragraphs that stand beside each other stay paragraphs of just their texts."""
    lines = [" ".join(text.split()) for text in texts]
    page = _render(to_body(Block(BlockKind.PARAGRAPH, line, 1) for line in lines))
    assert ("\n".join(lines), {"p"}) == (page.text, page.elements)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([BlockKind.HEADING], {"h2"}),
        ([BlockKind.QUOTE], {"blockquote", "p"}),
        ([BlockKind.LIST_ITEM, BlockKind.LIST_ITEM], {"ul", "li"}),
        ([BlockKind.NUMBERED_ITEM, BlockKind.NUMBERED_ITEM], {"ol", "li"}),
    ],
)
@pytest.mark.parametrize("text", NAUGHTY)
def test_blocks_hold_their_text(kinds: list[BlockKind], expected: set[str], text: str) -> None:
    """In every kind of block the text stays text."""
    line = " ".join(text.split())
    page = _render(to_body(Block(kind, line, 1) for kind in kinds))
    assert (line * len(kinds), expected) == (page.text.replace("\n", ""), page.elements)


def test_table_cells_hold_their_text() -> None:
    """Rows of tabs become a table; bars and markup in its cells are shown."""
    rows = ["a|b\t<b>", "{{ x }}\t`c`"]
    page = _render(to_body(Block(BlockKind.TABLE_ROW, row, 1) for row in rows))
    assert "a|b<b>{{ x }}`c`" == page.text.replace("\n", "")
