"""Percentages: 0.4, 40 and 40 % are told apart by number format and by their neighbours, or asked about (FD209)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from ...schema import Sheet
from ..open.raw import Percentage
from .convert import as_text
from .faults import Faults
from .lexicon import listed, normal
from .records import Record

_FAR = 20
"""Times that two percentages of one row differ before 0.85 beside 85 is taken for the same figure written twice."""

Cells = Sequence[tuple[Record, str]]


def settle_percentages(sheet: Sheet, records: Sequence[Record], faults: Faults) -> None:
    """Bring shares to fractions, and measured percentages to per cent, in place; then no ``Percentage`` is left."""
    for column in sheet.columns:
        if column.kind == "percent":
            _settle_shares([(record, column.key) for record in records if column.key in record.values], faults)
    measured = frozenset(column.key for column in sheet.columns if column.measured)
    for record in records:
        for column in sheet.columns:
            if any(member.kind == "percent" for member in column.members):
                cells = [cell for cell in record.values if record.cells[cell].column.kind == "percent"]
                _settle_shares([(record, cell) for cell in cells], faults)
        if measured:
            _settle_measured(sheet, record, measured, faults)
        for cell, value in record.values.items():
            if isinstance(value, Percentage):
                record.values[cell] = float(value)


def _settle_shares(cells: Cells, faults: Faults) -> None:
    """One plain number above 1 says that all plain ones are per cent; then 0.5 beside 50 is anyone's guess."""
    plain = [(record, cell) for record, cell in cells if not isinstance(record.values[cell], Percentage)]
    largest = max((record.values[cell] for record, cell in plain), default=0)
    if largest <= 1:
        return
    for record, cell in plain:
        value = record.values[cell]
        if 0 < value < 1:
            record.fail(faults, "FD209", cell, found=as_text(value), beside=as_text(largest))
        record.values[cell] = value / 100


def _settle_measured(sheet: Sheet, record: Record, owners: Set[str], faults: Faults) -> None:
    cells = [cell for cell in record.values if record.cells[cell].owner.key in owners]
    unit = record.values.get("unit")
    shown = any(isinstance(record.values[cell], Percentage) for cell in cells)
    if not (shown if unit is None else normal(unit) in listed("PERCENT_UNITS")):
        return
    for cell in cells:
        value = record.values[cell]
        if isinstance(value, Percentage):
            record.values[cell] = round(float(value) * 100, 12)
    _ask(record, [cell for cell in cells if cell not in record.faulty], faults)
    if unit is None and "unit" not in record.faulty and any(column.key == "unit" for column in sheet.columns):
        record.values["unit"] = "%"


def _ask(record: Record, cells: Iterable[str], faults: Faults) -> None:
    """FD209 where a row of percentages holds 0.85 and 85."""
    values = {cell: abs(record.values[cell]) for cell in cells}
    largest = max(values.values(), default=0)
    for cell, value in values.items():
        if 0 < value <= 1 < largest and largest >= _FAR * value:
            record.fail(faults, "FD209", cell, found=as_text(record.values[cell]), beside=as_text(largest))
