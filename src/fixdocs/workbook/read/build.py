"""Records → rows of the schema, validated by pydantic; what it finds becomes diagnostics at the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from ...diagnostics import Source
from ...project import Origin
from ...schema import Column, Row, Sheet
from ..titles import label
from .convert import as_text
from .faults import Faults
from .records import ABSTAINED, Record


def build(sheet: Sheet, records: Iterable[Record], faults: Faults) -> list[tuple[Row, Origin]]:
    """The sound rows with their origins; a record with any error is left out."""
    from pydantic import ValidationError

    found = []
    absent: set[tuple[Source, str]] = set()
    for record in records:
        _check_units(sheet, record, faults)
        data, numbers = _assemble(sheet, record)
        try:
            row = sheet.row.model_validate(data)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_context=True):
                cell = _cell(sheet, fault["loc"], numbers)
                if fault["type"] == "missing" and cell not in record.table.located.columns:
                    record.faulty.add(cell)
                    _report_absent(sheet, record, cell, absent, faults)
                elif not _is_told(record, cell, fault):
                    _report(sheet, record, fault, cell, faults)
        else:
            if not record.faulty:
                found.append((row, _origin(record, numbers)))
    return found


def mend(sheet: Sheet, records: Iterable[Record], built: Sequence[tuple[Row, Origin]]) -> list[tuple[Row, Origin]]:
    """``built`` and the rows that are sound once their faulty cells are left out, in the order of ``records``."""
    from pydantic import ValidationError

    sound = {(origin.source, origin.row): (row, origin) for row, origin in built}
    found = []
    for record in records:
        held = sound.get((record.table.source, record.row))
        if held is None and record.faulty:
            data, numbers = _assemble(sheet, record)
            try:
                held = sheet.row.model_validate(data), _origin(record, numbers)
            except ValidationError:
                continue
        if held is not None:
            found.append(held)
    return found


def _assemble(sheet: Sheet, record: Record) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """What pydantic takes, and for each repeated group the numbers of the physical columns its items come from."""
    data: dict[str, Any] = {}
    groups: dict[str, dict[int, Any]] = {}
    for name, value in record.values.items():
        cell = record.cells.get(name)
        if name in record.faulty:
            continue
        if cell is None or cell.index is None:
            data[name] = value
        elif cell.owner.spread is not None:
            data.setdefault(cell.owner.key, {})[cell.index] = None if value is ABSTAINED else value
        else:
            assert isinstance(cell.index, int)
            items = groups.setdefault(cell.owner.key, {})
            if cell.owner.members:
                items.setdefault(cell.index, {})[cell.column.key] = value
            else:
                items[cell.index] = value
    numbers = {}
    for column in sheet.columns:
        if items := groups.get(column.key, {}):
            numbers[column.key] = _numbers(column, items)
            data[column.key] = tuple(items.get(number, "") for number in numbers[column.key])
    return data, numbers


def _numbers(column: Column, items: dict[int, Any]) -> list[int]:
    """Empty ways out drop away; an empty link of a chain stays as empty text, so that its gap can be seen."""
    return sorted(items) if column.members else list(range(1, max(items) + 1))


def _origin(record: Record, numbers: dict[str, list[int]]) -> Origin:
    """Where the row was read; items that moved up keep the addresses of the columns they stand in."""
    origin = record.origin()
    for key, own in numbers.items():
        if own == list(range(1, len(own) + 1)):
            continue
        ids = {f"{key}[{old}]": f"{key}[{new}]" for new, old in enumerate(own, 1)}

        def renamed(held: Any, key: str = key, ids: dict[str, str] = ids) -> dict[str, Any]:
            kept = {name: value for name, value in held.items() if not name.startswith(f"{key}[")}
            for old, new in ids.items():
                kept |= {name.replace(old, new): v for name, v in held.items() if name.startswith(old)}
            return kept

        origin = replace(
            origin, columns=renamed(origin.columns), headings=renamed(origin.headings), moved=renamed(origin.moved)
        )
    return origin


def _report_absent(sheet: Sheet, record: Record, cell: str, said: set[tuple[Source, str]], faults: Faults) -> None:
    """FD104, once a table: its required column is missing, and no other file has filled it."""
    source = record.table.source
    if (source, cell) not in said:
        said.add((source, cell))
        physical = next(each for each in sheet.cells() if each.id == cell)
        row = record.table.located.first if sheet.shape != "form" else 0
        faults.add("FD104", record.table.place(row), column=label(faults.words, sheet, physical))


def _is_told(record: Record, cell: str, fault: Any) -> bool:
    """Whether the cell, or the group it belongs to, has been reported already."""
    return any(each == cell or each.startswith(f"{fault['loc'][0]}[") for each in record.faulty)


def _report(sheet: Sheet, record: Record, fault: Any, cell: str, faults: Faults) -> None:
    if fault["type"] == "missing":
        name = label(faults.words, sheet, record.cells[cell])
        record.fail(faults, "FD201", cell, column=name)
        return
    column = record.cells[cell].column if cell in record.cells else sheet.column(str(fault["loc"][0]))
    record.fail(faults, "FD204", cell, found=_shown(column, fault["input"]), wanted=_range(column, fault, faults))


def _cell(sheet: Sheet, location: Sequence[Any], numbers: dict[str, list[int]]) -> str:
    """``("exits", 0, "share")`` → ``exits[1].share``, the physical column."""
    key = str(location[0])
    column = sheet.column(key)
    if column.spread is not None and len(location) > 1:
        return f"{key}[{location[1]}]"
    if column.group is None:
        return key
    if len(location) == 1:
        return f"{key}[1]"
    cell = f"{key}[{numbers[key][location[1]]}]"
    return f"{cell}.{location[2]}" if len(location) > 2 else cell


def _range(column: Column, fault: Any, faults: Faults) -> str:
    say, kind = faults.words.say, fault["type"]
    low, high = column.minimum, column.maximum
    if kind == "greater_than":
        return say("input.above", low=_shown(column, fault["ctx"]["gt"]))
    if low is not None and high is not None:
        return say("input.between", low=_shown(column, low), high=_shown(column, high))
    if low is not None:
        return say("input.at_least", low=_shown(column, low))
    return say("input.at_most", high=_shown(column, high)) if high is not None else ""


def _shown(column: Column, value: Any) -> str:
    return f"{value * 100:.12g}%" if column.kind == "percent" else as_text(value)


def _check_units(sheet: Sheet, record: Record, faults: Faults) -> None:
    """FD214: a number and its unit come together."""
    for column in sheet.columns:
        if column.unit_of is None:
            continue
        pair = (column.unit_of, column.key)
        filled = [cell for cell in pair if cell in record.values]
        if len(filled) != 1 or not record.faulty.isdisjoint(pair):
            continue
        blank = next(cell for cell in pair if cell not in filled)
        at = blank if blank in record.cells else filled[0]
        names = {cell: faults.words.label(sheet.name, cell) for cell in pair}
        record.fail(faults, "FD214", at, found=names[filled[0]], missing=names[blank])
        record.faulty.update(pair)
