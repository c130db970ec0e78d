"""Step 3: a table's rows → records of typed cells, each cell with its place, faults noted cell by cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from ...diagnostics import CODES, Place, Severity
from ...project import Origin
from ...schema import Cell, Column, Sheet
from .convert import CellError, Converter, Problem, as_text
from .faults import Faults
from .lexicon import listed, normal
from .recognise import Table


class Record(Struct):
    """One row as far as it could be read: typed values by physical column, blank ones left out.

    ``faulty`` are the physical columns with an error; ``moved`` the places of cells that stand elsewhere.
    """

    table: Table
    row: int
    cells: Mapping[str, Cell]
    values: dict[str, Any] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    moved: dict[str, Place] = field(default_factory=dict)

    def place(self, cell: str = "") -> Place:
        """Where the record, or one of its cells, stands."""
        return self.moved.get(cell) or self.table.place(self.row, cell)

    def origin(self) -> Origin:
        """The same for the project."""
        located = self.table.located
        return Origin(self.table.source, self.row, located.columns, located.headings, self.moved)

    def fail(self, faults: Faults, code: str, cell: str, **values: Any) -> None:
        """Note an error in a cell."""
        self.faulty.add(cell)
        faults.add(code, self.place(cell), **values)


def key_of(sheet: Sheet) -> tuple[str, ...]:
    """The attributes other sheets refer to a row by: its key, or its ``id`` where several rows share one."""
    if sheet.key:
        return sheet.key
    return ("id",) if any(column.key == "id" for column in sheet.columns) else ()


def read_table(table: Table, faults: Faults) -> list[Record]:
    """The records of a table or a form: rows in which more is filled than keys and prefilled cells."""
    if table.sheet.shape == "form":
        records = [_read_form(table)] if table.located.columns else []
    else:
        cells = table.located.cells
        records = [Record(table, number, cells, _raw_cells(table, values)) for number, values in rows_of(table)]
    kept = [record for record in records if _is_filled(record)]
    for record in kept:
        _convert(record, faults)
    return kept


def has_content(table: Table) -> bool:
    """Whether anything stands below the headings that a person must have written, known column or not."""
    located = table.located
    columns = [c for cell, c in located.columns.items() if counts(located.cells[cell].owner)]
    columns += [column for _, column, _ in located.unknown]
    return any(c <= len(values) and values[c - 1] is not None for _, values in rows_of(table) for c in columns)


def rows_of(table: Table) -> Iterator[tuple[int, list[Any]]]:
    """The rows below the headings, with their numbers."""
    return ((number, values) for number, values in table.raw.rows if number > table.located.last)


def _raw_cells(table: Table, values: list[Any]) -> dict[str, Any]:
    width = len(values)
    return {
        cell: values[column - 1]
        for cell, column in table.located.columns.items()
        if column <= width and values[column - 1] is not None
    }


def _read_form(table: Table) -> Record:
    located = table.located
    held = dict(table.raw.rows)
    record = Record(table, located.first, located.cells)
    for cell, row in located.rows.items():
        column = located.columns[cell]
        record.moved[cell] = Place(table.source, row, column, table.sheet.name, cell, located.headings[cell])
        values = held[row]
        if column <= len(values) and values[column - 1] is not None:
            record.values[cell] = values[column - 1]
    return record


def _is_filled(record: Record) -> bool:
    return any(counts(record.cells[cell].owner) for cell in record.values)


def counts(column: Column) -> bool:
    """Whether something in the column makes a row a record: keys, prefilled cells and formulas do not."""
    return not column.seed and column.formula is None


def _convert(record: Record, faults: Faults) -> None:
    """Replace the raw values by typed ones; formula columns and what could not be read drop out."""
    converter = Converter(faults.words)
    typed: dict[str, Any] = {}
    for cell, value in record.values.items():
        column = record.cells[cell].column
        if column.formula is not None:
            continue
        try:
            typed[cell] = _typed(converter, value, record.cells[cell])
        except CellError as error:
            record.fail(faults, error.problem.code, cell, **error.problem.values)
        _remark(record, cell, converter.remarks, faults)
    record.values = {cell: value for cell, value in typed.items() if value is not None and value != ()}


def _remark(record: Record, cell: str, remarks: list[Problem], faults: Faults) -> None:
    for problem in remarks:
        if CODES[problem.code].severity is Severity.ERROR:
            record.faulty.add(cell)
        faults.add(problem.code, record.place(cell), **problem.values)
    remarks.clear()


class Abstained(Struct, frozen=True):
    """A reviewer's cell that says 弃权: neither a score nor a blank."""


ABSTAINED = Abstained()


def _typed(converter: Converter, value: Any, cell: Cell) -> Any:
    if is_score(cell.owner) and isinstance(value, str) and normal(value) in listed("ABSTAIN"):
        return ABSTAINED
    found = converter.convert(value, cell.column)
    if found is not None and is_id(cell.column):
        return identifier(found)
    return found


def is_score(column: Column) -> bool:
    """Whether a column of the spread admits an abstention."""
    return column.spread is not None and column.spread.source == "criteria"


def is_id(column: Column) -> bool:
    """Whether the cell is an id, written in half width and without spaces, and no name."""
    return column.key == "id"


def identifier(text: Any) -> str:
    """An id for show: half-width, no spaces; case as written."""
    return "".join(unicodedata.normalize("NFKC", as_text(text)).split())
