"""A second try at an .xlsx whose package is not laid out as the standard says: openpyxl opens it.

Some programs write workbooks without the package's own relationships, or name parts otherwise than they refer to
them; openpyxl finds sheets by the list of content types and opens many of those. It is slower, and it needs two
passes to tell a failed formula from one never calculated, so it is asked only where the reading in one pass fails.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...diagnostics import Source
from .raw import FormulaFault, Merge, Percentage, RawSheet, UnreadableError, filled

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


def read_again(path: Path, file: str) -> list[RawSheet]:
    """The worksheets of the workbook at ``path``, in order. Raises Unreadable."""
    from openpyxl import load_workbook

    try:
        with path.open("rb") as stream:  # given a path it leaves a faulty file open
            values = load_workbook(stream, data_only=True)
            formulas = load_workbook(stream)
    except OSError:
        raise
    except Exception as error:  # it lets through whatever its parsers raise
        raise UnreadableError("damaged") from error
    return [_sheet(sheet, formulas[sheet.title], file) for sheet in values.worksheets]


def _sheet(sheet: Worksheet, written: Worksheet, file: str) -> RawSheet:
    pairs = zip(sheet.iter_rows(), written.iter_rows(), strict=False)
    return RawSheet(
        Source(file, sheet.title),
        filled([_value(cell, source) for cell, source in zip(row, sources, strict=False)] for row, sources in pairs),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(n for n, held in sheet.row_dimensions.items() if held.hidden),
        hidden_columns=tuple((d.min, d.max) for d in sheet.column_dimensions.values() if d.hidden),
        merges=tuple(Merge(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges),
    )


def _value(cell: Cell, source: Cell) -> Any:
    """A cell's value as the reading in one pass gives it."""
    value = cell.value
    if source.data_type == "f" and value is None:
        return FormulaFault()
    if cell.data_type == "e":
        return FormulaFault(str(value))
    if isinstance(value, float | int) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return Percentage(value)
    return datetime(value.year, value.month, value.day) if type(value) is date else value
