"""What the make-up of a table hides from the eye: hidden rows, columns and sheets, merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...diagnostics import column_letter
from ..open.raw import Merge
from .faults import Faults
from .recognise import Table

_LISTED = 6


def look_over(table: Table, rows: Sequence[int], faults: Faults) -> None:
    """FD110 and FD215 of a table whose records stand in ``rows``."""
    _report_hidden(table, rows, faults)
    if table.sheet.shape != "form":
        held = frozenset(rows)
        for merge in table.raw.merges:
            if _matters(table, merge, held):
                found = f"{column_letter(merge.left)}{merge.top}:{column_letter(merge.right)}{merge.bottom}"
                faults.add("FD215", table.place(merge.top, column=merge.left), found=found)


def _matters(table: Table, merge: Merge, rows: frozenset[int]) -> bool:
    columns = [c for c in table.located.columns.values() if merge.left <= c <= merge.right]
    return merge.top in rows and bool(columns) and (merge.bottom > merge.top or len(columns) > 1)


def _report_hidden(table: Table, rows: Sequence[int], faults: Faults) -> None:
    say, raw = faults.words.say, table.raw
    if raw.hidden:
        faults.add("FD110", table.place(), found=say("input.whole_sheet"))
    columns = table.located.columns.values()
    hidden = sorted({c for low, high in raw.hidden_columns for c in columns if low <= c <= high})
    if hidden:
        letters = say("input.joint").join(map(column_letter, hidden))
        faults.add("FD110", table.place(), found=say("input.columns", found=letters))
    if lines := [row for row in rows if row in raw.hidden_rows]:
        faults.add("FD110", table.place(), found=say("input.rows", found=say("input.joint").join(runs(lines))))


def runs(numbers: Iterable[int]) -> list[str]:
    """``3, 5, 6, 7`` → ``3``, ``5–7``; many are cut short."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    texts = [f"{low}" if low == high else f"{low}-{high}" for low, high in found]
    return texts if len(texts) <= _LISTED else [*texts[:_LISTED], "…"]
