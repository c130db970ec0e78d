"""The heading of a column: what the author writes above it and the reader looks for."""

from __future__ import annotations

from ..schema import Cell, Sheet
from ..words import Words


def label(words: Words, sheet: Sheet, cell: Cell) -> str:
    """The heading of a physical column in the language of ``words``."""
    if cell.owner.spread is not None and cell.owner.spread.source != "months":
        return str(cell.index)
    key = cell.column.key if cell.owner is cell.column else f"{cell.owner.key}.{cell.column.key}"
    return words.label(sheet.name, key, cell.index)
