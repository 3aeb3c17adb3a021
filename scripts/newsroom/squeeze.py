"""Bring a line's spaces into one form, whatever the file it comes from."""

from __future__ import annotations


def squeeze(line: str) -> str:
    """Return `line` with every run of spaces as one space; tabs between words stay, for they make tables."""
    cells = (" ".join(cell.split()) for cell in line.strip().split("\t"))
    return "\t".join(cells).strip()
