"""One dropdown over the rows of several sheets: a list on the reference sheet that follows what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .layout import Layout
from .lists import FIRST_LINE, Formula, Lists

_LENGTH = 300
"""Rows such a list shows at most; what is beyond can still be typed."""

Rows = Sequence[Mapping[str, Any]]


def joint_list(lists: Lists, heading: str, parts: Sequence[tuple[Layout, str, Rows]]) -> str:
    """The range that holds the keys of all filled rows of ``parts`` (layout, key column, rows), as long as they are."""
    name = "joint " + " ".join(layout.sheet.name for layout, _, _ in parts)
    counts = [f"COUNTA({layout.outside(layout.counted())})" for layout, _, _ in parts]
    filled = [_filled(layout, key, rows) for layout, key, rows in parts]
    sums = [Formula("=" + "+".join(counts[: n + 1]), sum(map(len, filled[: n + 1]))) for n in range(len(parts))]
    labels = lists.words.say("workbook.reference_counts", list=heading)
    base = lists.add(f"{name} counts", labels, sums).partition(":")[0].rpartition("$")[0]
    cells = [f"{base}${FIRST_LINE + n}" for n in range(len(parts))]
    keys = [key for held in filled for key in held]
    lines = [
        Formula(f"={_line(n, cells, parts)}", keys[n - 1] if n <= len(keys) else "") for n in range(1, _LENGTH + 1)
    ]
    top = lists.add(name, heading, lines).partition(":")[0]
    return f"OFFSET({top},0,0,MAX(1,{cells[-1]}),1)"


def _filled(layout: Layout, key: str, rows: Rows) -> list[Any]:
    count = sum(layout.counted() in row for row in rows)
    return [row.get(key, "") for row in rows[:count]]


def _line(number: int, cells: Sequence[str], parts: Sequence[tuple[Layout, str, Rows]]) -> str:
    """The key that stands at ``number`` in the list: in the first part whose rows reach so far."""
    formula = '""'
    for n in reversed(range(len(parts))):
        layout, key, _ = parts[n]
        at = f"{number}-{cells[n - 1]}" if n else str(number)
        formula = f'IF({number}<={cells[n]},INDEX({layout.outside(key)},{at})&"",{formula})'
    return formula
