"""Rows of the schema → what stands in the cells of a workbook, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from ...project import Columns
from ...schema import WHOLE, Cell, Column, Row, Sheet, expand
from ...schema.markers import is_blank
from ...words import Words

Cells = Mapping[str, Any]
"""Physical cell id (``impact``, ``exits[2].share``, ``values[可行性]``) → value of the cell."""


def row_cells(row: Row, words: Words) -> dict[str, Any]:
    """The cells of ``row`` by physical id, in words of the language; blank ones are left out.

    Choices are their words, several values are joined by the separator that the reader splits at, an abstention
    is its word. Percentages stay fractions: their cells have a number format. Formula columns are left out.
    """
    found: dict[str, Any] = {}
    for column in type(row).sheet.columns:
        held = getattr(row, column.key)
        for cell, value in _parts(column, held, words):
            shown = physical(value, cell.column, words)
            if shown is not None and column.formula is None:
                found[cell.id] = shown
    return found


def mapping_cells(sheet: Sheet, values: Cells, words: Words) -> dict[str, Any]:
    """The same for values by physical id, typed as in the schema or words already; raises KeyError for strange ids."""
    columns = {cell.id: cell.column for cell in sheet.cells()}
    spreads = {column.key: column for column in sheet.columns if column.spread is not None}
    found: dict[str, Any] = {}
    for name, value in values.items():
        column = columns.get(name) or spreads[name.partition("[")[0]]
        shown = physical(value, column, words)
        if shown is not None:
            found[name] = shown
    return found


def table_cells(table: Columns, words: Words) -> Iterator[dict[str, Any]]:
    """The rows of a mass table."""
    names = list(table.values)
    for row in zip(*(table.values[name] for name in names)):
        yield {
            name: words.choice(value) if isinstance(value, StrEnum) else value
            for name, value in zip(names, row)
            if value is not None
        }


def physical(value: Any, column: Column, words: Words) -> Any:
    """What stands in the cell for a typed value; None for a cell that stays empty."""
    if is_blank(value):
        return None
    if isinstance(value, StrEnum):
        return words.choice(value)
    if isinstance(value, tuple | list | frozenset):
        return join((physical(each, column, words) for each in value), words)
    if column.reference is not None and value == WHOLE:
        return words.module("say_input").WHOLE[0]
    if column.open and column.choices is not None and value in {member.value for member in column.choices}:
        return words.choice(column.choices(value))
    return value


def join(values: Iterable[Any], words: Words) -> str:
    """Several values of one cell as the reader splits them."""
    return words.say("workbook.joint").join(str(value) for value in values)


def _parts(column: Column, held: Any, words: Words) -> Iterator[tuple[Cell, Any]]:
    """The physical cells of an attribute with their values."""
    if column.spread is not None:
        abstained = words.module("say_input").ABSTAIN[0]
        months = column.spread.source == "months"
        for index, value in held.items():
            shown = abstained if value is None and not months else value
            yield Cell(f"{column.key}[{index}]", column, column, index), shown
    elif column.group is not None:
        for cell in expand(column):
            assert isinstance(cell.index, int)
            item = held[cell.index - 1] if cell.index <= len(held) else None
            yield cell, getattr(item, cell.column.key, None) if column.members else item
    else:
        yield Cell(column.key, column, column), held
