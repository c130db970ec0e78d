"""Which messages a sheet or column can raise: from the kind of its cells and its markers, and from the rules.

What cells and markers bring follows from the schema, and each rule says itself where it points. A code that neither
places stops the build (:func:`unplaced`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fixdocs import rules
from fixdocs.diagnostics import CODES
from fixdocs.schema import SHEETS, Column, Sheet

ANY_CELL: Final = ("FD207", "FD208", "FD210", "FD211", "FD215", "FD302")
ANY_SHEET: Final = ("FD101", "FD102", "FD103", "FD104", "FD105", "FD106", "FD109", "FD110", "FD306")

_NUMBERS: Final = ("integer", "number", "percent")


def codes_of(sheet: Sheet, column: Column) -> list[str]:
    """The codes that cells of ``column`` can raise, in order."""
    return sorted({*_by_kind(sheet, column), *_at(f"{sheet.name}.{column.key}")})


def codes_of_sheet(sheet: Sheet) -> list[str]:
    """The codes that speak of the sheet as a whole."""
    return sorted({*_by_shape(sheet), *_at(f"{sheet.name}.")})


def places_of(code: str) -> list[tuple[Sheet, Column | None]]:
    """Where ``code`` can stand; empty for what any cell or any sheet can raise."""
    if code in ANY_CELL or code in ANY_SHEET:
        return []
    found: list[tuple[Sheet, Column | None]] = []
    for sheet in SHEETS.values():
        if code in codes_of_sheet(sheet):
            found.append((sheet, None))
        found += [(sheet, column) for column in sheet.columns if code in codes_of(sheet, column)]
    return found


def unplaced() -> list[str]:
    """Codes of which nothing says where they stand, and places that are not in the schema."""
    placed = {*ANY_CELL, *ANY_SHEET, *(code for s in SHEETS.values() for c in s.columns for code in codes_of(s, c))}
    placed |= {code for sheet in SHEETS.values() for code in codes_of_sheet(sheet)}
    known = {f"{s.name}.{key}" for s in SHEETS.values() for key in ("", *(c.key for c in s.columns))}
    wrong = [place for places in rules.places().values() for place in places if place not in known]
    return [*sorted(CODES.keys() - placed), *sorted(rules.places().keys() - CODES.keys()), *wrong]


def _at(place: str) -> Iterator[str]:
    return (code for code, places in rules.places().items() if place in places)


def _by_shape(sheet: Sheet) -> Iterator[str]:
    if sheet.shape == "form" and sheet.need == "required":
        yield "FD111"
    if sheet.shape == "mass" and any(column.spread for column in sheet.columns):
        yield "FD510"


def _by_kind(sheet: Sheet, column: Column) -> Iterator[str]:
    if column.formula:
        return
    for part in (column, *column.members):
        yield from _by_type(part)
    yield from column.points
    if column.required:
        yield "FD201"
    if column.key in sheet.key:
        yield "FD301"
    if column.unit_of or any(other.unit_of == column.key for other in sheet.columns):
        yield "FD214"


def _by_type(column: Column) -> Iterator[str]:
    if column.kind in _NUMBERS and not column.members:
        yield "FD202"
    if column.kind == "percent" or column.measured:
        yield "FD209"
    if column.kind == "integer":
        yield "FD203"
    if column.minimum is not None or column.maximum is not None:
        yield "FD204"
    if column.kind in ("date", "datetime"):
        yield "FD205"
    if column.kind == "choice":
        yield "FD212" if column.open else "FD206"
    if column.reference is not None:
        yield "FD303"
        if column.many:
            yield "FD304"
    if column.acyclic:
        yield "FD305"
    if column.long:
        yield "FD213"
