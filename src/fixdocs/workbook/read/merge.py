"""Several hands: the same sheet in several files becomes one list of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...schema import Sheet
from .convert import as_text
from .faults import Faults
from .lexicon import normal
from .records import Record

_RULE_TELLS = frozenset({"scores"})
"""Sheets whose doubled keys a rule reports under a code of its own: both rows are kept."""


def merge(sheet: Sheet, groups: Iterable[list[Record]], faults: Faults) -> list[Record]:
    """The records of all tables of a sheet (a list each) as one list, in order.

    One key in several tables: blank yields to filled, cell by cell; two different values are FD302. One key twice in
    a table is FD301, exactly equal rows there are FD306 and count once, as equal rows of several tables do.
    """
    kept: list[Record] = []
    known: dict[Any, Record] = {}
    for group in groups:
        own: dict[Any, Record] = {}
        for record in group:
            key = _key(sheet, record)
            if key is None:
                kept.append(record)
            elif key in own:
                if _doubled(own[key], record, sheet, faults):
                    kept.append(record)
            elif key in known:
                own[key] = record
                _fill(known[key], record, faults)
            else:
                known[key] = own[key] = record
                kept.append(record)
    return kept


def _key(sheet: Sheet, record: Record) -> Any:
    """What makes two rows the same: their key, in sheets without one everything in them."""
    if sheet.shape == "form":
        return sheet.name
    if not sheet.key:
        return frozenset(record.values.items()) if not record.faulty else None
    parts = [record.values.get(part) for part in sheet.key]
    return None if None in parts else tuple(normal(as_text(part)) for part in parts)


def _doubled(first: Record, record: Record, sheet: Sheet, faults: Faults) -> bool:
    """Report a row whose key stands twice in its table; whether it is kept all the same."""
    if first.values == record.values and not first.faulty | record.faulty:
        faults.add("FD306", record.place(), others=[first.place()])
        return False
    if sheet.name in _RULE_TELLS:
        return True
    cell = sheet.key[0]
    found = " + ".join(as_text(record.values[part]) for part in sheet.key)
    faults.add("FD301", record.place(cell), others=[first.place(cell)], found=found)
    return False


def _fill(first: Record, record: Record, faults: Faults) -> None:
    """Take over what the first record leaves blank."""
    defaults = _defaults(record)
    for cell, value in record.values.items():
        held = first.values.get(cell)
        if cell in first.faulty:
            continue
        if held is None or (held != value and held == defaults.get(cell)):
            first.values[cell] = value
            first.cells = {**first.cells, cell: record.cells[cell]}
            first.moved[cell] = record.place(cell)
        elif held != value and value != defaults.get(cell) and not _same_text(held, value):
            first.faulty.add(cell)
            faults.add("FD302", record.place(cell), others=[first.place(cell)], found=shown(value), held=shown(held))
    for cell in record.faulty:
        first.faulty.add(cell)
        first.moved.setdefault(cell, record.place(cell))


def _defaults(record: Record) -> Mapping[str, Any]:
    """What prefilled cells hold before anyone has touched them: it yields to what someone wrote."""
    owners = {cell: record.cells[cell].owner for cell in record.values}
    return {cell: owner.default for cell, owner in owners.items() if owner.seed}


def _same_text(one: Any, other: Any) -> bool:
    return isinstance(one, str) and isinstance(other, str) and normal(one) == normal(other)


def shown(value: Any) -> str:
    """A typed value for a message, shortened."""
    text = ", ".join(map(as_text, value)) if isinstance(value, tuple) else as_text(value)
    return text if len(text) <= 40 else text[:39] + "…"
