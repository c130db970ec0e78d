"""Mass tables (tickets, log, answers) → columns, checked a column at a time; only a fault gets an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from ...characters import is_plain
from ...project import Columns
from ...schema import Cell, Sheet
from ...schema.choices import QuestionKind
from ..open.raw import FormulaFault
from ..titles import label
from .convert import CellError, Converter, Problem, as_number, as_text
from .dates import parser, same_clock
from .faults import Faults
from .lexicon import is_blank, listed, normal
from .merge import shown
from .recognise import Table
from .records import counts, rows_of

_SCALED = (QuestionKind.LIKERT, QuestionKind.NPS)


class Part(Struct):
    """The records of one table as columns; ``rows`` are their numbers in the file, ``bad`` positions with errors."""

    table: Table
    rows: list[int]
    columns: dict[str, list[Any]] = field(default_factory=dict)
    bad: set[int] = field(default_factory=set)

    def kind(self, cell: str) -> str:
        """What a column holds."""
        return self.table.located.cells[cell].column.kind


def read_mass(sheet: Sheet, tables: Sequence[Table], kinds: Mapping[str, QuestionKind], faults: Faults) -> Columns:
    """All tables of a mass sheet as one; ``kinds`` are the kinds of the questions by id."""
    parts = [part for table in tables if (part := _read(table, kinds, faults))]
    moments = [
        column for part in parts for cell, column in part.columns.items() if part.kind(cell) in ("datetime", "date")
    ]
    same_clock(moments)
    for part in parts:
        for cell, column in part.columns.items():
            if part.kind(cell) == "date":
                column[:] = [moment.date() if moment else None for moment in column]
    drop = _drop_doubled if sheet.key else _drop_repeated
    drop(sheet, parts, faults)
    return _joined(sheet, parts)


def _read(table: Table, kinds: Mapping[str, QuestionKind], faults: Faults) -> Part | None:
    """The rows of a table that are records, as typed columns, equal rows left out (FD306)."""
    cells, positions = table.located.cells, table.located.columns
    telling = [positions[cell] - 1 for cell in cells if counts(cells[cell].owner)]
    held = [
        (number, values)
        for number, values in rows_of(table)
        if any(n < len(values) and values[n] is not None for n in telling)
    ]
    held = list(_once(table, held, faults))
    if not held:
        return None
    part = Part(table, [number for number, _ in held])
    for cell in cells.values():
        at = positions[cell.id] - 1
        raw = [values[at] if at < len(values) else None for _, values in held]
        part.columns[cell.id] = _column(part, cell, raw, kinds, faults)
    return part


def _once(table: Table, rows: Sequence[tuple[int, list[Any]]], faults: Faults) -> Iterator[tuple[int, list[Any]]]:
    """The rows without those that repeat an earlier one cell by cell, columns we do not read included."""
    seen: dict[int, int] = {}
    for n, (number, values) in enumerate(rows):
        # Hashes alone, the rows compared where they meet: tuples of all rows would double the memory.
        mark = hash(tuple(values))
        while (first := seen.setdefault(mark, n)) != n and rows[first][1] != values:
            mark += 1
        if first == n:
            yield number, values
        else:
            faults.add("FD306", table.place(number), others=[table.place(rows[first][0])])


def _column(part: Part, cell: Cell, raw: list[Any], kinds: Mapping[str, QuestionKind], faults: Faults) -> list[Any]:
    """One column typed; moments keep their zones until all columns are known."""
    converter = Converter(faults.words)
    reader = _reader(part, cell, kinds, converter)
    cache: dict[str, Any] | None = {} if cell.column.kind == "choice" else None
    typed: list[Any] = []
    failed: set[int] = set()
    for n, value in enumerate(raw):
        if value is None:
            typed.append(None)
            continue
        if cache is not None and type(value) is str and value in cache:
            typed.append(cache[value])
            continue
        try:
            found = reader(value)
            if cache is not None and type(value) is str and not converter.remarks:
                cache[value] = found
        except CellError as error:
            found = None
            failed.add(n)
            converter.remarks.append(error.problem)
        typed.append(found)
        if converter.remarks:
            _report(part, cell, n, converter.remarks, faults)
    if cell.column.required:
        failed |= _report_blank(part, cell, typed, failed, faults)
    part.bad |= failed
    return typed


def _report(part: Part, cell: Cell, n: int, problems: list[Problem], faults: Faults) -> None:
    for problem in problems:
        faults.add(problem.code, part.table.place(part.rows[n], cell.id), **problem.values)
    problems.clear()


def _report_blank(part: Part, cell: Cell, typed: list[Any], failed: set[int], faults: Faults) -> set[int]:
    name = label(faults.words, part.table.sheet, cell)
    blank = {n for n, value in enumerate(typed) if value is None and n not in failed}
    for n in sorted(blank):
        faults.add("FD201", part.table.place(part.rows[n], cell.id), column=name)
    return blank


def _reader(part: Part, cell: Cell, kinds: Mapping[str, QuestionKind], converter: Converter) -> Callable[[Any], Any]:
    """What reads a value of the column."""
    column, formats = cell.column, part.table.formats
    if cell.owner.spread is not None:
        scaled = kinds.get(str(cell.index)) in _SCALED
        return lambda value: _answer(value, scaled, converter)
    if column.kind in ("date", "datetime"):
        say = converter.words.say
        wanted = say("input.date" if column.kind == "date" else "input.stamp")
        if pattern := formats.get(cell.id):
            wanted = say("input.with_format", format=pattern)
        parse = parser(formats.get(cell.id))

        def moment(value: Any) -> Any:
            found = parse(value)
            if found is None and type(value) is str and not is_plain(value):
                found = parse(value := converter.clean(value))
            return found if found is not None else _no_moment(value, wanted, converter)

        return moment
    if column.kind == "choice":
        return lambda value: converter.convert(value, column)
    return lambda value: _text(value, converter)


def _no_moment(value: Any, wanted: str, converter: Converter) -> None:
    _calculated(value)
    if isinstance(value, str) and is_blank(value):
        converter.remarks.append(Problem("FD210", {"found": value.strip()}))
        return
    raise CellError("FD205", found=shown(value), wanted=wanted)


def _calculated(value: Any) -> None:
    if type(value) is FormulaFault:
        raise CellError("FD207", found=value.error) if value.error else CellError("FD208")


def _text(value: Any, converter: Converter) -> str | None:
    if type(value) is str and is_plain(value):
        return value.strip() or None
    _calculated(value)
    return converter.clean(value) or None


def _answer(value: Any, scaled: bool, converter: Converter) -> str | float | None:
    """An answer: a number on a scale, elsewhere text; what was skipped is blank."""
    text = _text(value, converter)
    if text is None or normal(text) in listed("SKIPPED_ANSWERS") or (scaled and is_blank(text)):
        return None
    if not scaled:
        return text
    number = as_number(value)
    if number is None:
        ending = next((word for word in listed("SCORE_ENDING") if normal(text).endswith(word)), "")
        number = as_number(normal(text)[: -len(ending)]) if ending else None
    return text if number is None else float(number)


def _drop_repeated(_: Sheet, parts: Sequence[Part], __: Faults) -> None:
    """Rows without a key that stand in several files count once."""
    if len(parts) < 2:
        return
    names = sorted({cell for part in parts for cell in part.columns})
    seen: set[tuple[Any, ...]] = set()
    for part in parts:
        empty: list[Any] = [None] * len(part.rows)
        rows = list(zip(*(part.columns.get(name, empty) for name in names)))
        part.bad |= {n for n, row in enumerate(rows) if row in seen}
        seen.update(rows)


def _drop_doubled(sheet: Sheet, parts: Sequence[Part], faults: Faults) -> None:
    """One record a key: in one table FD301; in several blank yields to filled, two values are FD302."""
    key = sheet.key[0]
    known: dict[str, tuple[Part, int]] = {}
    for part in parts:
        for n, value in enumerate(part.columns.get(key, ())):
            if value is None or n in part.bad:
                continue
            first = known.setdefault(normal(value), (part, n))
            if first == (part, n):
                continue
            part.bad.add(n)
            if first[0] is part:
                place = part.table.place(part.rows[first[1]], key)
                faults.add("FD301", part.table.place(part.rows[n], key), others=[place], found=value)
            else:
                _fill(first[0], first[1], part, n, faults)


def _fill(first: Part, m: int, part: Part, n: int, faults: Faults) -> None:
    for cell, column in part.columns.items():
        value = column[n]
        own = first.columns.setdefault(cell, [None] * len(first.rows))
        if own[m] is None:
            own[m] = value
        elif value is not None and own[m] != value and normal(as_text(own[m])) != normal(as_text(value)):
            first.bad.add(m)
            faults.add(
                "FD302", part.table.place(part.rows[n], cell), others=[first.table.place(first.rows[m], cell)],
                found=shown(value), held=shown(own[m]),
            )  # fmt: skip


def _joined(sheet: Sheet, parts: Sequence[Part]) -> Columns:
    """The sound rows of all parts, one after the other."""
    kept = [[n for n in range(len(part.rows)) if n not in part.bad] for part in parts]
    names = dict.fromkeys(cell for part in parts for cell in part.columns)
    values: dict[str, list[Any]] = {name: [] for name in names}
    for part, positions in zip(parts, kept):
        for name, column in values.items():
            own = part.columns.get(name)
            column.extend([own[n] for n in positions] if own else [None] * len(positions))
    return Columns(
        sheet.name,
        values,
        [part.rows[n] for part, positions in zip(parts, kept) for n in positions],
        tuple(part.table.source for part in parts),
        [which for which, positions in enumerate(kept) for _ in positions],
        tuple(part.table.located.columns for part in parts),
    )
