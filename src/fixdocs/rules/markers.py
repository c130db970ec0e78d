"""What a row must keep by itself, as the markers of its columns say: dates in order, cells needed with others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic
from ..project import Columns, Project
from ..schema import SHEETS, Row, Sheet
from ..schema.markers import NotBefore, is_blank
from .base import LISTED, at_place, at_row, rule


def _places(marker: str) -> dict[str, str]:
    """The codes of a marker, and the columns that carry it."""
    found: dict[str, list[str]] = {}
    for sheet in SHEETS.values():
        for column in sheet.columns:
            if mark := getattr(column, marker):
                found.setdefault(mark.code, []).append(f"{sheet.name}.{column.key}")
    return {code: " ".join(columns) for code, columns in found.items()}


@rule(**_places("not_before"))
def order(project: Project) -> Iterator[Diagnostic]:
    """NotBefore: nothing ends before it begins."""
    for sheet in SHEETS.values():
        for mark, end in _ends(sheet):
            if sheet.shape == "mass":
                yield from _mass_order(getattr(project, sheet.name), mark, end)
                continue
            for row in project.rows(sheet.name):
                one, two = getattr(row, mark.attribute), getattr(row, end)
                if one and two and two < one:
                    others = [(row, mark.attribute)]
                    yield at_row(project, mark.code, row, end, others=others, found=two, begin=one, **_named(row))


def _mass_order(table: Columns, mark: NotBefore, end: str) -> Iterator[Diagnostic]:
    """The same where a sheet is held as columns; many equal faults are counted."""
    both = zip(table.column(mark.attribute), table.column(end), strict=True)
    wrong = [(n, one, two) for n, (one, two) in enumerate(both) if one and two and two < one]
    for n, one, two in wrong[:LISTED]:
        others = (table.place(n, mark.attribute),)
        yield at_place(mark.code, table.place(n, end), others=others, found=two, begin=one, count=len(wrong))


def _ends(sheet: Sheet) -> Iterator[tuple[NotBefore, str]]:
    return ((column.not_before, column.key) for column in sheet.columns if column.not_before)


@rule(**_places("needed_with"))
def needed(project: Project) -> Iterator[Diagnostic]:
    """NeededWith: a cell that others make necessary is filled; a code is told once a row, at its first blank."""
    for sheet in SHEETS.values():
        marked = [(column.needed_with, column.key) for column in sheet.columns if column.needed_with]
        for row in project.rows(sheet.name) if marked else ():
            blanks: dict[str, str] = {}
            for mark, attribute in marked:
                if is_blank(getattr(row, attribute)) and mark.holds(row):
                    blanks.setdefault(mark.code, attribute)
            for code, attribute in blanks.items():
                yield at_row(project, code, row, attribute, **_named(row))


def _named(row: Row) -> dict[str, Any]:
    """The row's key under the name of what it is: ``{issue}``, ``{task}``."""
    key = row.sheet.key
    return {type(row).__name__.lower(): getattr(row, key[0])} if len(key) == 1 else {}
