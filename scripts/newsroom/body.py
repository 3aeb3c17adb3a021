"""Write the blocks of a body as Markdown that any generator reads."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsroom.escape import to_markdown
from newsroom.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.model import Block

TIGHT = {BlockKind.LIST_ITEM, BlockKind.NUMBERED_ITEM, BlockKind.TABLE_ROW}
"""Kinds whose neighbours of the same kind stand without an empty line between them."""
LISTS = {BlockKind.LIST_ITEM, BlockKind.NUMBERED_ITEM}
BETWEEN_LISTS = "<!-- -->"
"""What keeps two lists of different kinds apart: else Python-Markdown takes the second for items of the first."""


def to_body(blocks: Iterable[Block]) -> str:
    """Return the Markdown of `blocks`, an empty line between any two but items of one list and rows of one table."""
    parts: list[str] = []
    before: BlockKind | None = None
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        run = list(group)
        if before in LISTS and kind in LISTS:
            parts.append(BETWEEN_LISTS)
        before = kind
        if kind is BlockKind.TABLE_ROW:
            parts.append(_table(run))
        elif kind in TIGHT:
            parts.append("\n".join(_line(block, number) for number, block in enumerate(run, 1)))
        else:
            parts.extend(_line(block, 1) for block in run)
    return "\n\n".join(parts) + "\n"


def _line(block: Block, number: int) -> str:
    before = {
        BlockKind.HEADING: "## ",
        BlockKind.LIST_ITEM: "- ",
        BlockKind.NUMBERED_ITEM: f"{number}. ",
        BlockKind.QUOTE: "> ",
    }.get(block.kind, "")
    return before + to_markdown(block.text)


def _table(rows: Sequence[Block]) -> str:
    """Return the rows as a table whose first row is its head, as wide as the widest: a longer row would lose cells."""
    cells = [[to_markdown(cell.strip()) for cell in row.text.split("\t")] for row in rows]
    width = max(map(len, cells))
    cells = [row + [""] * (width - len(row)) for row in cells]
    cells.insert(1, ["---"] * width)
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)
