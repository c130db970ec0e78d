"""Mass tables from rows, and as pandas frames."""

from __future__ import annotations

from typing import Any

import pandas as pd

from fixdocs.diagnostics import Source
from fixdocs.project import Columns
from fixdocs.schema import SHEETS


def table(name: str, rows: list[dict[str, Any]]) -> Columns:
    """A mass table as the reader gives it."""
    names = dict.fromkeys(key for row in rows for key in row)
    numbers = {key: n for n, key in enumerate(names, 1)}
    return Columns(
        name, {key: [row.get(key) for row in rows] for key in names}, range(2, len(rows) + 2), (Source("a.xlsx", name),),
        [0] * len(rows), (numbers,),
    )  # fmt: skip


def frame(columns: Columns) -> pd.DataFrame:
    """The same as a frame, with every column of the sheet."""
    known = [column.key for column in SHEETS[columns.sheet].columns if column.spread is None]
    names = dict.fromkeys([*known, *columns.values])
    return pd.DataFrame({name: list(columns.column(name)) for name in names})
