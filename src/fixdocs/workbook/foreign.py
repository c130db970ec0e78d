""".xls, .xlsb and .ods → raw sheets.

The library reads an error cell, and a formula never calculated, as empty text, and keeps no number formats: in
these formats such cells count as blank, and a percentage is read as the fraction it is stored as.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..diagnostics import Source
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


def _sheet(book: Any, item: Any, source: Source) -> RawSheet:
    sheet = book.get_sheet_by_name(item.name)
    # Without skip_empty_area=False leading empty rows and columns are left out and every address shifts.
    rows = sheet.to_python(skip_empty_area=False)
    ranges = sheet.merged_cell_ranges or ()
    merges = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
    return RawSheet(source, filled(rows), hidden="Visible" not in str(item.visible), merges=merges)
