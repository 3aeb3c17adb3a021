"""Anchors of paragraphs, and speakers of quotations."""

from __future__ import annotations

import pytest
from markdown import markdown

from newsroom.body import to_body
from newsroom.model import Block, BlockKind
from newsroom.site.paragraphs import attribute, begin, number


def test_every_block_has_its_anchor() -> None:
    """Whatever a block is, its anchor is its number in the body; a heading keeps the one it has."""
    kinds = [*BlockKind, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH]
    body = to_body([Block(kind, f"word\tcell {at}", at) for at, kind in enumerate(kinds, 1)])
    html = number(markdown(body, extensions=["tables", "toc"]))
    for at in range(1, len(kinds) + 1):
        (found,) = [line for line in html.split("id=") if line.startswith(f'"p{at}"')]
        assert f"cell {at}" in html[html.index(found) :]
    assert '<h2 id="wordcell-2"><span id="p2">' in html.replace("word-cell", "wordcell")


@pytest.mark.parametrize(
    ("quotation", "speakers"),
    [
        ('"We are glad," said the rector.', [" said the rector."]),
        ("«Рады», — сказал ректор.", [", — сказал ректор."]),
        ("«Рады, — сказал ректор. — Очень».", []),
        ("«Рады», — сказал ректор. «Очень».", [", — сказал ректор. "]),
        ("“One „two“ three”, she said", [", she said"]),
        ("«Рады».", []),
        ("– Рады, – сказал ректор.", []),
        ("«Рады, — сказал ректор.", []),
    ],
)
def test_speaker_stands_outside_of_the_marks(quotation: str, speakers: list[str]) -> None:
    """Words outside of the quotation marks say whose they are; where a mark never closes, nothing is told apart."""
    html = f"<blockquote>\n<p>{quotation}</p>\n</blockquote>"
    found = attribute(html)
    opening, closing = '<span class="quote__speaker">', "</span>"
    assert speakers == [part.split(closing)[0] for part in found.split(opening)[1:]]
    assert html == found.replace(opening, "").replace(closing, "")


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        (None, '<p id="p1">Лид.</p>'),
        ("АСТАНА <b> –", '<p id="p1"><span class="article__dateline">АСТАНА &lt;b&gt; –</span> Лид.</p>'),
    ],
)
def test_dateline_stands_before_the_lead(dateline: str | None, expected: str) -> None:
    """A dateline stands in the paragraph of the lead, as in print, and as text."""
    assert expected == begin(number("<p>Лид.</p>"), dateline)


def test_dateline_stands_alone_before_a_list() -> None:
    """Where the text begins with something else, the dateline is a paragraph of its own."""
    html = number("<ul>\n<li>Раз</li>\n</ul>")
    assert f'<p><span class="article__dateline">АСТАНА –</span></p>\n{html}' == begin(html, "АСТАНА –")
