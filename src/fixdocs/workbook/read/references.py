"""References → the keys of the rows they name; circles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from ...schema import SHEETS, WHOLE, Column, Ref, Sheet
from .convert import as_text, pieces
from .faults import Faults
from .lexicon import ending, is_blank, listed, near, normal
from .records import Record, key_of


class Targets(Struct):
    """What can be referred to: in each sheet, normal form of key or name → key. ``unread`` could not be read."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def add(self, sheet: Sheet, records: Iterable[Record]) -> None:
        """Make the rows of a sheet known, faulty ones too: a reference to them is not the fault."""
        self.add_names(sheet.name, (_names(sheet, record) for record in records))

    def add_names(self, sheet: str, pairs: Iterable[tuple[str | None, str | None]]) -> None:
        """The same from (key, name) pairs; a key comes before a name, a name that two rows share is none."""
        found, names, doubled = dict[str, str](), dict[str, str](), set[str]()
        for key, name in pairs:
            if key is None:
                continue
            found.setdefault(normal(key), key)
            if name is not None:
                form = normal(name)
                if names.setdefault(form, key) != key:
                    doubled.add(form)
        names = {form: key for form, key in names.items() if form not in doubled}
        self.names[sheet] = {**names, **found}

    def find(self, text: str, sheets: Iterable[str]) -> str | None:
        """The key of the row that ``text`` names in one of ``sheets``."""
        form = normal(text)
        return next((key for sheet in sheets if (key := self.names.get(sheet, {}).get(form))), None)


def _names(sheet: Sheet, record: Record) -> tuple[str | None, str | None]:
    key = key_of(sheet)
    if len(key) != 1 or key[0] not in record.values:
        return None, None
    name = record.values.get("name") if key[0] != "name" else None
    return as_text(record.values[key[0]]), name if isinstance(name, str) else None


def resolve(sheet: Sheet, records: Iterable[Record], targets: Targets, faults: Faults) -> None:
    """Replace the text of every reference by the key it names, or a tuple of keys (FD303, FD304)."""
    for record in records:
        for cell in [c for c in record.values if record.cells[c].column.reference is not None]:
            _resolve_cell(sheet, record, cell, targets, faults)


def _resolve_cell(sheet: Sheet, record: Record, cell: str, targets: Targets, faults: Faults) -> None:
    column, text = record.cells[cell].column, as_text(record.values[cell])
    assert column.reference is not None
    names = tuple(sheet.name if target == "self" else target for target in column.reference.targets)
    whole = listed("WHOLE") if column.reference.whole else frozenset()
    parts = pieces(text, lambda part: normal(part) in whole or targets.find(part, names) is not None)
    found: list[str] = []
    for part in (part for part in parts if not is_blank(part)):
        key = WHOLE if normal(part) in whole else targets.find(part, names)
        if key is None and (_is_ahead(sheet, names, targets) or _is_new(column.reference, part, names, targets)):
            key = part.strip()
        if key is None:
            _lost(record, cell, part, names, targets, faults)
        elif key in found:
            faults.add("FD304", record.place(cell), found=part)
        else:
            found.append(key)
    _keep(record, cell, column, found, faults)


def _is_ahead(sheet: Sheet, names: Sequence[str], targets: Targets) -> bool:
    """Whether what is named belongs to a later step that nobody has begun: 适用方案 before there are alternatives."""
    return all(SHEETS[name].workbook > sheet.workbook and not targets.names.get(name) for name in names) and (
        targets.unread.isdisjoint(names)
    )


def _is_new(reference: Ref, part: str, names: Sequence[str], targets: Targets) -> bool:
    """Whether a name may stand although no row has it, and is no slip of the pen for one of them."""
    return reference.free and near(part, _known(names, targets)) is None


def _known(names: Sequence[str], targets: Targets) -> list[str]:
    return [key for name in names for key in targets.names.get(name, {}).values()]


def _keep(record: Record, cell: str, column: Column, found: list[str], faults: Faults) -> None:
    if not found:
        del record.values[cell]
    elif column.many:
        record.values[cell] = tuple(found)
    else:
        record.values[cell] = found[0]
        if len(found) > 1:
            wanted = faults.words.say("input.one_only")
            record.fail(faults, "FD206", cell, found=", ".join(found), wanted=wanted, near="")


def _lost(record: Record, cell: str, part: str, names: Sequence[str], targets: Targets, faults: Faults) -> None:
    """FD303, unless the rows it may name could not be read themselves."""
    record.faulty.add(cell)
    if not targets.unread.isdisjoint(names):
        return
    words = faults.words
    titles = words.say("input.joint").join(words.sheet(name).title for name in names)
    close = ending(words, near(part, _known(names, targets)))
    faults.add("FD303", record.place(cell), found=part, target=titles, **close)


def report_circles(records: Mapping[str, Sequence[Record]], faults: Faults) -> None:
    """FD305 at every row that leads back to itself, where that is no way to go."""
    for name, held in records.items():
        for column in SHEETS[name].columns:
            if column.acyclic:
                _report_circles(column.key, SHEETS[name].key[0], held, faults)


def _report_circles(attribute: str, key: str, records: Sequence[Record], faults: Faults) -> None:
    rows = {as_text(record.values[key]): record for record in records if key in record.values}
    leads = {own: _leads(record.values.get(attribute)) for own, record in rows.items()}
    for own, record in rows.items():
        if path := _way_back(own, leads):
            record.fail(faults, "FD305", attribute, found=" → ".join(path))


def _leads(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (as_text(value),)


def _way_back(start: str, leads: Mapping[str, Sequence[str]]) -> list[str]:
    """The shortest path from ``start`` to itself; empty where there is none."""
    paths, seen = [[start]], set[str]()
    while paths:
        path = paths.pop(0)
        for target in leads.get(path[-1], ()):
            if target == start:
                return [*path, start]
            if target not in seen:
                seen.add(target)
                paths.append([*path, target])
    return []
