"""Tables that fit what they hold: columns that hold nothing go, and columns too narrow for their texts get room.

Widths are the template's, which a team may have set by hand. They are changed only where a row would stand a
quarter taller than it need, because one column is narrow and its text long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from msgspec import Struct

from ..xml import TBL, TC, TR, VAL, P, T, W

_STYLE: Final = "ReportTable"
_HAN, _LATIN = 180, 98  # twips of a character at 9 pt; a Latin one on average
_SIDES: Final = 230  # twips of a cell's margins
_EASY: Final = 6 * _HAN  # a text up to this width keeps its line
_TALL: Final = 6  # lines from which a row is worth the trouble
_GAIN: Final = 1.25
_WORD: Final = re.compile(r"[!-~]+")
_KINDS: Final = tuple(W + name for name in ("gridSpan", "vMerge"))


def fit_tables(body: Any, dash: str) -> None:
    """Fit every table in the report's own style; ``dash`` stands for nothing."""
    for table in body.iter(TBL):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is None or style.get(VAL) != _STYLE or next(table.iter(*_KINDS), None) is not None:
            continue
        held = _read(table)
        if held is None:
            continue
        empty = _empty(held, dash)
        if empty:
            _drop(table, held, empty)
            held = _read(table)
        if held is not None and (widths := _better(held)):
            _write(table.find(f"{W}tblGrid"), held.rows, widths)


class _Table(Struct, frozen=True):
    """Rows of cells; ``heads`` is the number of heading rows; ``texts`` the lines' widths of each cell."""

    rows: list[list[Any]]
    heads: int
    texts: list[list[list[str]]]
    widths: list[int]


def _read(table: Any) -> _Table | None:
    rows = [list(row.iterchildren(TC)) for row in table.iterchildren(TR)]
    widths = [int(column.get(W + "w") or 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    heads = sum(row.find(f".//{W}tblHeader") is not None for row in table.iterchildren(TR))
    if not heads or heads == len(rows) or any(len(row) != len(widths) for row in rows):
        return None
    return _Table(rows, heads, [[_lines(cell) for cell in row] for row in rows], widths)


def _lines(cell: Any) -> list[str]:
    """The lines a cell begins by itself: paragraphs and line breaks."""
    found: list[str] = []
    for paragraph in cell.iterchildren(P):
        parts = [node.text or "" if node.tag == T else "\n" for node in paragraph.iter(T, W + "br")]
        found += "".join(parts).split("\n")
    return found


def _empty(held: _Table, dash: str) -> set[int]:
    """Columns whose every cell below the heading is the dash; the first one names the row and stays."""
    body = held.texts[held.heads :]
    return {n for n in range(1, len(held.widths)) if all(row[n] == [dash] for row in body)}


def _drop(table: Any, held: _Table, columns: set[int]) -> None:
    """Take ``columns`` away and share their room out among the others, in proportion."""
    if len(held.widths) - len(columns) < 2:
        return
    grid = table.find(f"{W}tblGrid")
    for n in sorted(columns, reverse=True):
        grid.remove(grid[n])
        for row in held.rows:
            row[n].getparent().remove(row[n])
            del row[n]
    kept = [width for n, width in enumerate(held.widths) if n not in columns]
    whole = sum(held.widths)
    widths = [round(width * whole / sum(kept)) for width in kept]
    widths[-1] += whole - sum(widths)
    _write(grid, held.rows, widths)


def _write(grid: Any, rows: Sequence[Sequence[Any]], widths: Sequence[int]) -> None:
    for column, width in zip(grid, widths, strict=True):
        column.set(W + "w", str(width))
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            cell.find(f"{W}tcPr/{W}tcW").set(W + "w", str(width))


def _length(text: str) -> int:
    """Twips of a line of text."""
    narrow = sum(len(word) for word in _WORD.findall(text))
    return narrow * _LATIN + (len(text) - narrow) * _HAN


class _Column:
    """A column's texts as lengths."""

    def __init__(self, cells: Sequence[Sequence[str]]) -> None:
        self.cells = [[_length(line) for line in cell if line] for cell in cells]
        words = max((len(word) * _LATIN for cell in cells for line in cell for word in _WORD.findall(line)), default=0)
        self.natural = _SIDES + max((length for cell in self.cells for length in cell), default=0)
        self.least = max(min(words, 3 * _EASY) + _SIDES, min(self.natural, _EASY + _SIDES))

    def lines(self, width: int, row: int) -> int:
        """How many lines cell ``row`` takes at ``width``."""
        room = max(width - _SIDES, _HAN)
        return sum(ceil(length / room) for length in self.cells[row])

    def tallest(self, width: int) -> int:
        """The most lines a cell takes."""
        return max(self.lines(width, row) for row in range(len(self.cells)))

    def needed(self, most: int) -> int:
        """The least width at which no cell takes more than ``most`` lines."""
        low, high = self.least, max(self.natural, self.least)
        while high - low > 60:
            middle = (low + high) // 2
            low, high = (low, middle) if self.tallest(middle) <= most else (middle, high)
        return high


def _better(held: _Table) -> list[int] | None:
    """Widths at which the tallest row is much lower than it is now; None where the template's are good enough."""
    columns = [_Column([row[n] for row in held.texts]) for n in range(len(held.widths))]
    tallest = max(column.tallest(width) for column, width in zip(columns, held.widths, strict=True))
    if tallest < _TALL:
        return None
    whole, most = sum(held.widths), 1
    while most < tallest and sum(column.needed(most) for column in columns) > whole:
        most += max(1, most // 8)
    if most * _GAIN > tallest:
        return None
    widths = [column.needed(most) for column in columns]
    spare = whole - sum(widths)
    longest = max(range(len(widths)), key=lambda n: columns[n].natural)
    widths[longest] += spare
    return widths


__all__ = ["fit_tables"]
