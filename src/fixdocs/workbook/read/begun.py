"""Rows that are begun and no records yet: prefilled by an earlier hand-over, waiting to be filled."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ...schema import SHEETS
from ...words import words_of
from ..open.find import find
from .convert import as_text
from .faults import Faults
from .recognise import recognise
from .records import identifier, rows_of

_BETWEEN = re.compile(r"[、,，;；\s]+")

Begun = dict[str, list[dict[str, tuple[str, ...]]]]
"""Sheet → rows: physical cell id → the texts it holds, several where they are listed."""


def begun_rows(folder: Path) -> Begun:
    """Every row of the folder's tables in which more stands than its number, sound or not."""
    faults = Faults(words_of("zh"))  # said by the check; here only the rows count
    found: Begun = {}
    for name, tables in recognise(find(folder), faults).tables.items():
        if SHEETS[name].shape != "table":
            continue
        number = "id" if any(column.key == "id" for column in SHEETS[name].columns) else ""
        for table in tables:
            for _, values in rows_of(table):
                row = _texts(table.located.columns, values)
                if row.keys() - {number}:
                    found.setdefault(name, []).append(row)
    return found


def _texts(columns: dict[str, int], values: list[Any]) -> dict[str, tuple[str, ...]]:
    held = {cell: values[n - 1] for cell, n in columns.items() if n <= len(values)}
    return {
        cell: tuple(identifier(part) for part in _BETWEEN.split(as_text(value)) if part)
        for cell, value in held.items()
        if value is not None
    }
