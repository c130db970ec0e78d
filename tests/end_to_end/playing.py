"""A person at the keyboard: types another project's cells into the workbooks that the commands made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from fixdocs.schema import sheets_of
from fixdocs.workbook.author.layout import HEADING

from .folder import WORDS

FORMS = {"project", "decision"}


def type_in(model: Path, target: Path, number: int, leave: Iterable[str] = ()) -> int:
    """Type the tables of workbook ``number`` as they stand in ``model`` into ``target``; how many cells were typed.

    Rows are typed from the first row below the headings on, over what was prefilled there; what is prefilled below
    them stays. ``leave`` names sheets that are not filled.
    """
    given, book = openpyxl.load_workbook(model), openpyxl.load_workbook(target)
    typed = 0
    for sheet in sheets_of(number):
        title = WORDS.sheet(sheet.name).title
        if sheet.name in leave or title not in given.sheetnames:
            continue
        fill = _form if sheet.name in FORMS else _table
        typed += fill(given[title], book[title])
    book.save(target)
    return typed


def _form(given: Worksheet, page: Worksheet) -> int:
    values = {_label(row[0].value): row[1].value for row in given.iter_rows(min_row=2) if row[0].value}
    typed = 0
    for label, cell, *_ in page.iter_rows(min_row=2):
        value = values.get(_label(label.value))
        if label.value and value is not None and not _is_formula(value):
            cell.value = value
            typed += 1
    return typed


def _table(given: Worksheet, page: Worksheet) -> int:
    top, columns = headings(given)
    begin, places = headings(page)
    typed = 0
    rows = list(given.iter_rows(min_row=top + 1))
    last = max((n for n, row in enumerate(rows) if _holds(row)), default=-1)
    for offset, row in enumerate(rows[: last + 1], 1):
        for name, at in columns.items():
            if name not in places:  # a column of one's own choice: a question, a criterion
                places[name] = max(places.values()) + 1
                page.cell(begin, places[name]).value = name
            cell, value = page.cell(begin + offset, places[name]), row[at - 1].value
            if not _is_formula(value) and not _is_formula(cell.value):
                cell.value = value
                typed += value is not None
    return typed


def headings(page: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of headings and the column of each."""
    return HEADING, {_label(cell.value): cell.column for cell in page[HEADING] if cell.value is not None}


def _holds(row: tuple[Any, ...]) -> bool:
    """Whether a row was filled: more than a number that was there before."""
    return sum(cell.value is not None and not _is_formula(cell.value) for cell in row) > 1


def _label(value: Any) -> str:
    return str(value or "").split("\n")[0].replace("*", "").strip()


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("=")
