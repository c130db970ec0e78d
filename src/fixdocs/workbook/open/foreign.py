""".xls, .xlsb and .ods → raw sheets.

The library reads an error cell, and a formula never calculated, as empty text, and keeps no number formats: in
these formats such cells count as blank, and a percentage is read as the fraction it is stored as.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from ...diagnostics import Source
from .raw import Merge, RawSheet, UnreadableError, filled


def read_foreign(path: Path, file: str) -> list[RawSheet]:
    """The worksheets of the workbook at ``path``, in order. Raises Unreadable."""
    import python_calamine as calamine

    try:
        with path.open("rb") as stream:
            book = calamine.load_workbook(stream)
            return [
                _sheet(book, item, Source(file, item.name))
                for item in book.sheets_metadata
                if item.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError as error:
        raise UnreadableError("password") from error
    except OSError:
        raise
    except BaseException as error:  # its panics derive from BaseException
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise UnreadableError("password" if _is_encrypted(path) else "damaged") from error


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE file holds an encrypted package: what Excel makes of an .xlsx with a password."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()


def read_large(path: Path, tab: str) -> list[tuple[int, list[Any]]]:
    """The rows of one plain sheet of an .xlsx, ten times as fast as cell by cell."""
    import python_calamine as calamine

    with path.open("rb") as stream:
        rows = rows_of(calamine.load_workbook(stream).get_sheet_by_name(tab))
    return [(number, _moments(values)) for number, values in rows]


def _moments(values: list[Any]) -> list[Any]:
    """Days as moments, as a reading cell by cell gives them: the library drops a time of midnight."""
    return [datetime(v.year, v.month, v.day) if type(v) is date else v for v in values]


def rows_of(sheet: Any) -> list[tuple[int, list[Any]]]:
    """The rows that hold anything, from column A: the library leaves leading empty columns out, but not rows."""
    if sheet.start is None:
        return []
    margin = [None] * sheet.start[1]
    return filled([*margin, *row] for row in sheet.iter_rows())


def _sheet(book: Any, item: Any, source: Source) -> RawSheet:
    sheet = book.get_sheet_by_name(item.name)
    ranges = sheet.merged_cell_ranges or ()
    merges = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
    return RawSheet(source, rows_of(sheet), hidden="Visible" not in str(item.visible), merges=merges)
