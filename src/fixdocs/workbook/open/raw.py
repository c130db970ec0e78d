"""A sheet as it stands in a file: values by address, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from ...diagnostics import Source
from ...opc import Limits


class FormulaFault(Struct, frozen=True):
    """A cell whose formula failed (``error`` is ``#DIV/0!`` …) or was never calculated (``error`` is empty)."""

    error: str = ""


class Percentage(float):
    """A number in a cell whose number format shows a percentage: 85 % is ``Percentage(0.85)``."""

    __slots__ = ()


class Merge(Struct, frozen=True):
    """A merged range; all numbers count from 1 and are inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class RawSheet(Struct, eq=False):
    """One sheet: ``rows`` holds ``(row number, values from column A)`` of the rows that hold anything.

    A value is ``None``, text, int, float, :class:`Percentage`, bool, date, datetime, time, timedelta or
    :class:`FormulaFault`. The size a file declares for itself is never trusted.
    """

    source: Source
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merges: tuple[Merge, ...] = ()

    def value(self, row: int, column: int) -> Any:
        """The value at an address, ``None`` where there is none (looks rows up one by one: for single cells)."""
        values = next((values for number, values in self.rows if number == row), [])
        return values[column - 1] if 0 < column <= len(values) else None


LIMITS = Limits(parts=20_000, part_size=1 << 30, total_size=2 << 30)
"""What a workbook may weigh: a part more than Excel itself writes for a full sheet of short cells, far less than a
bomb."""


class UnreadableError(Exception):
    """A file that cannot be opened. ``cause`` names a sentence of the catalogue's ``input`` domain."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


def filled(rows: Iterable[Iterable[Any]]) -> list[tuple[int, list[Any]]]:
    """Number rows from 1, blank text to ``None``, and leave empty rows out."""
    kept = []
    for number, row in enumerate(rows, 1):
        values = [None if isinstance(value, str) and not value.strip() else value for value in row]
        while values and values[-1] is None:
            values.pop()
        if values:
            kept.append((number, values))
    return kept
