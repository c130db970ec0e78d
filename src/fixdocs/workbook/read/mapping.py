"""列映射: a foreign file read as one of our mass tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from ...diagnostics import Place
from ...project import Origin
from ...schema import SHEETS, Cell, Sheet
from ...schema.survey import Mapping as Row
from ..open.find import Found
from ..open.raw import RawSheet
from ..titles import label
from .convert import as_text
from .dates import is_pattern
from .faults import Faults
from .headings import Located, Vocabulary
from .lexicon import ending, heading, near, normal
from .recognise import Table, missing

_DEPTH = 40


class Line(Struct, frozen=True):
    """A row of the mapping with where it stands."""

    row: Row
    origin: Origin

    def place(self, attribute: str) -> Place:
        """One of its cells."""
        return self.origin.place("mapping", attribute)


def map_files(
    lines: Iterable[tuple[Row, Origin]],
    files: Sequence[Found],
    known: Mapping[str, Vocabulary],
    faults: Faults,
) -> tuple[list[Table], list[RawSheet]]:
    """The tables that the mapping makes of foreign files, and every sheet it names, mapped in full or not.

    ``known`` are the headings of our sheets.
    """
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for row, origin in lines:
        group = (row.target.value, normal(row.file), normal(row.tab or ""))
        groups.setdefault(group, []).append(Line(row, origin))
    tables, named = [], []
    for (target, _, _), own in groups.items():
        sheet = SHEETS[target]
        raw = _raw(sheet, own[0], files, faults)
        if raw is not None:
            named.append(raw)
            if table := _table(sheet, raw, own, known[target], faults):
                tables.append(table)
    return tables, named


def _raw(sheet: Sheet, line: Line, files: Sequence[Found], faults: Faults) -> RawSheet | None:
    """The foreign sheet a line names: by path, by file name, or by name without ending (FD107)."""
    wanted = normal(line.row.file.replace("\\", "/"))
    file = next((f for form in _FORMS for f in files if normal(form(f)) == wanted), None)
    if file is None:
        _absent(sheet, line, "file", line.row.file, [f.file for f in files], faults)
        return None
    sheets = [raw for raw in file.sheets if raw.rows]
    if line.row.tab is None:
        if not sheets and not file.cause:
            _absent(sheet, line, "file", line.row.file, [], faults)
        return sheets[0] if sheets else None
    tab = normal(line.row.tab)
    raw = next((each for each in file.sheets if normal(each.source.tab) == tab), None)
    if raw is None and len(sheets) == 1 and not sheets[0].source.tab:
        raw = sheets[0]  # a .csv has no sheets: whatever is written there means the file
    if raw is None and not file.cause:
        _absent(sheet, line, "tab", line.row.tab, [each.source.tab for each in file.sheets], faults)
    return raw


_FORMS = (
    lambda file: file.file,
    lambda file: PurePosixPath(file.file).name,
    lambda file: PurePosixPath(file.file).stem,
)


def _absent(
    sheet: Sheet, line: Line, kind: str, found: str, known: Iterable[str], faults: Faults, **names: str
) -> None:
    """FD107: what the mapping names is not there."""
    words = faults.words
    attribute = {"heading": "source", "own_column": "column"}.get(kind, kind)
    what = words.say(f"input.{kind}", found=found, **names)
    faults.sheets.add(sheet.name)
    faults.add("FD107", line.place(attribute), sheets=(sheet.name,), what=what, **ending(words, near(found, known)))


def _table(sheet: Sheet, raw: RawSheet, lines: Sequence[Line], known: Vocabulary, faults: Faults) -> Table | None:
    """The foreign sheet as a table of ours; None where a required column has none."""
    number, values = _heading_row(raw, [line.row.source for line in lines])
    columns: dict[str, tuple[int, str]] = {}
    for column, value in enumerate(values, 1):
        if text := as_text(value).strip():
            columns.setdefault(heading(text), (column, text))
    located, formats = Located(number, number), dict[str, str]()
    failed = False
    for line in lines:
        cell = known.find(line.row.column)
        if cell is None:
            own = dict.fromkeys(label(faults.words, sheet, each) for each in known.names.values())
            title = faults.words.sheet(sheet.name).title
            _absent(sheet, line, "own_column", line.row.column, own, faults, target=title)
        elif (at := columns.get(heading(line.row.source))) is None:
            _absent(sheet, line, "heading", line.row.source, [text for _, text in columns.values()], faults)
        else:
            failed |= _map(sheet, line, cell, number, at, located, formats, faults)
            continue
        failed = True
    return None if _unmapped(sheet, lines, located, faults, failed) else Table(sheet, raw, located, formats, True)


def _map(
    sheet: Sheet, line: Line, cell: Cell, row: int, at: tuple[int, str], located: Located,
    formats: dict[str, str], faults: Faults,
) -> bool:  # fmt: skip
    """Note one column; whether that failed (FD108: it has one already; FD205: no date format)."""
    if cell.id in located.columns:
        _unclear(sheet, line.place("column"), "mapped_twice", label(faults.words, sheet, cell), faults)
        return True
    located.add(cell, row, *at)
    pattern = line.row.date_format
    if pattern and cell.column.kind in ("date", "datetime"):
        formats[cell.id] = pattern
        if not is_pattern(pattern):
            wanted = faults.words.say("input.pattern")
            faults.add("FD205", line.place("date_format"), found=pattern, wanted=wanted)
            return True
    return False


def _unmapped(sheet: Sheet, lines: Sequence[Line], located: Located, faults: Faults, failed: bool) -> bool:
    """FD108 for required columns that nothing is mapped to; not where a line for them has failed already."""
    absent = missing(sheet, located)
    for cell in sheet.cells():
        if cell.id in absent and not failed:
            _unclear(sheet, lines[0].place("column"), "unmapped", label(faults.words, sheet, cell), faults)
    return bool(absent) or failed


def _unclear(sheet: Sheet, place: Place, kind: str, column: str, faults: Faults) -> None:
    what = faults.words.say(f"input.{kind}", column=column)
    faults.sheets.add(sheet.name)
    faults.add("FD108", place, sheets=(sheet.name,), what=what)


def _heading_row(raw: RawSheet, sources: Iterable[str]) -> tuple[int, list[object]]:
    """Of the first rows the one that holds most of the headings named."""
    wanted = set(map(heading, sources))
    return max(
        raw.rows[:_DEPTH],
        key=lambda row: (len(wanted & {heading(as_text(value)) for value in row[1] if value is not None}), -row[0]),
    )
