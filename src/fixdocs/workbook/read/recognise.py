"""Step 2: which of our sheets a raw sheet is, told by its name and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import PurePosixPath

from msgspec import Struct, field

from ...diagnostics import Place, Source
from ...schema import SHEETS, WORKBOOKS, Sheet, sheets_of
from ...words import LANGUAGES, words_of
from ..open.find import Found
from ..open.raw import RawSheet
from ..titles import label
from .faults import Faults
from .headings import Located, Vocabulary, locate, locate_form, vocabulary
from .lexicon import bare, ending, heading, listed, near

_NUMBERING = re.compile(r"^(?:\d+[-_.、\s]*)+")


class Table(Struct):
    """A raw sheet known to be one of ours; ``formats`` are how 列映射 says that dates are written, by column."""

    sheet: Sheet
    raw: RawSheet
    located: Located
    formats: Mapping[str, str] = field(default_factory=dict)
    mapped: bool = False

    @property
    def source(self) -> Source:
        """Where it stands."""
        return self.raw.source

    def place(self, row: int = 0, cell: str = "", column: int = 0) -> Place:
        """A cell of the table by the id of its physical column, or by column number."""
        cell = cell or next((key for key, at in self.located.columns.items() if at == column), "")
        column = column or self.located.columns.get(cell, 0)
        return Place(self.source, row, column, self.sheet.name, cell, self.located.headings.get(cell, ""))


class Recognised(Struct):
    """The tables found, sheet by sheet, and the raw sheets that are none of ours."""

    tables: dict[str, list[Table]]
    strangers: list[RawSheet]


def recognise(files: Iterable[Found], faults: Faults) -> Recognised:
    """Sort the raw sheets of all files; files that cannot be opened are FD101."""
    found = Recognised({name: [] for name in SHEETS}, [])
    for file in files:
        if file.cause:
            cause = faults.words.say(f"input.{file.cause}")
            faults.add("FD101", Place(Source(file.file)), sheets=_guess(file), cause=cause)
        for raw in file.sheets:
            if raw.rows and not _skipped(raw):
                _sort(raw, found, faults)
    return found


def _skipped(raw: RawSheet) -> bool:
    name = raw.source.tab
    return bool(name) and not {heading(name), bare(_NUMBERING.sub("", name))}.isdisjoint(listed("SKIPPED_SHEETS"))


def _guess(file: Found) -> frozenset[str]:
    """The sheets that a file nobody can open may hold, by its name; all where it says nothing."""
    name = PurePosixPath(file.file).name
    for number in WORKBOOKS:
        if re.match(rf"0?{number}(?!\d)", name):
            return frozenset(sheet.name for sheet in sheets_of(number))
    sheet = titled(file.stem)[0]
    return frozenset((sheet.name,) if sheet else SHEETS)


@cache
def _titles() -> dict[str, Sheet]:
    """Every sheet by its title in either language."""
    return {heading(words_of(code).sheet(name).title): sheet for code in LANGUAGES for name, sheet in SHEETS.items()}


def titled(name: str) -> tuple[Sheet | None, bool]:
    """The sheet a tab or file is named after, and whether it has exactly its title.

    Numbers before the title and brackets after it are ignored; ``评分-张三`` begins with a title.
    """
    titles = _titles()
    for form in (heading(name), heading(_NUMBERING.sub("", name)), bare(_NUMBERING.sub("", name))):
        if form in titles:
            return titles[form], True
    begun = [title for title in titles if bare(_NUMBERING.sub("", name)).startswith(title)]
    return (titles[max(begun, key=len)], False) if begun else (None, False)


def find_headings(raw: RawSheet, sheet: Sheet, words: Vocabulary | None = None) -> Located | None:
    """The headings of a table or the labels of a form."""
    known = words or vocabulary(sheet.name)
    return locate_form(raw, known) if sheet.shape == "form" else locate(raw, known)


def _sort(raw: RawSheet, found: Recognised, faults: Faults) -> None:
    name = raw.source.tab or PurePosixPath(raw.source.file).stem
    sheet, exact = titled(name)
    if sheet is not None:
        located = find_headings(raw, sheet)
        if located is not None and (exact or _is_whole(sheet, located)):
            found.tables[sheet.name].append(Table(sheet, raw, located))
            return
        if exact and _from_elsewhere(sheet):
            found.tables[sheet.name].append(Table(sheet, raw, Located(0, 0)))
            return
        if exact and raw.source.tab:
            faults.add("FD106", Place(raw.source, sheet=sheet.name), sheet=faults.words.sheet(sheet.name).title)
            return
    if table := _by_headings(raw):
        found.tables[table.sheet.name].append(table)
        title = faults.words.sheet(table.sheet.name).title
        outcome = faults.words.say("input.read_as", sheet=title)
        if raw.source.tab:
            place = Place(raw.source, sheet=table.sheet.name)
            faults.add("FD102", place, found=name, outcome=outcome, **ending(faults.words, None))
        return
    found.strangers.append(raw)


def _from_elsewhere(sheet: Sheet) -> bool:
    """Whether headings of the sheet are rows of another, which has not been read yet."""
    return any(column.spread is not None and column.spread.source in SHEETS for column in sheet.columns)


def _by_headings(raw: RawSheet) -> Table | None:
    """The sheet of ours whose headings these are: all it requires, and most of what stands there."""
    best: tuple[float, float, Table] | None = None
    for sheet in SHEETS.values():
        located = find_headings(raw, sheet)
        if located is None or not _is_whole(sheet, located) or len(located.columns) < min(3, len(sheet.columns)):
            continue
        known = len(located.columns)
        share = known / (known + len(located.unknown))
        if share >= 0.5 and (best is None or (known, share) > best[:2]):
            best = (known, share, Table(sheet, raw, located))
    return best[2] if best else None


def _is_whole(sheet: Sheet, located: Located) -> bool:
    return not missing(sheet, located) and (sheet.shape != "form" or len(located.columns) >= 4)


def missing(sheet: Sheet, located: Located) -> list[str]:
    """The ids of required physical columns that have no heading."""
    cells = (cell for cell in sheet.cells() if cell.owner.required and cell.index in (None, 1))
    return [cell.id for cell in cells if cell.column.required and cell.id not in located.columns]


def report_strangers(strangers: Iterable[RawSheet], tables: Iterable[Table], faults: Faults) -> None:
    """FD109 for a file of which nothing is read, FD102 for a strange sheet beside known ones or named almost right."""
    read = {table.source.file for table in tables}
    said: set[str] = set()
    for raw in strangers:
        file, tab = raw.source.file, raw.source.tab
        titles = [faults.words.sheet(name).title for name in SHEETS]
        suggestion = near(tab or PurePosixPath(file).stem, titles, 0.7)
        if tab and (file in read or suggestion):
            outcome = faults.words.say("input.not_read")
            faults.add("FD102", Place(raw.source), found=tab, outcome=outcome, **ending(faults.words, suggestion))
        elif file not in said:
            said.add(file)
            faults.add("FD109", Place(Source(file)), found=file, **ending(faults.words, suggestion))


def report_headings(table: Table, faults: Faults, unknown: str = "FD103") -> None:
    """FD103 and FD105 of a table that holds records; ``unknown`` is the code for headings that are none of ours.

    A column without a known question says nothing while it is empty: blank workbooks have more than are asked.
    """
    words, located = faults.words, table.located
    absent = [cell for cell in table.sheet.cells() if cell.id not in located.columns]
    labels = [label(words, table.sheet, cell) for cell in absent]
    for row, column, text in located.unknown:
        if unknown == "FD510" and not _has_below(table, column):
            continue
        suggestion = near(text, labels)
        faults.add(unknown, table.place(row, column=column), found=text, **ending(words, suggestion))
    for row, column, text in located.doubled:
        faults.add("FD105", table.place(row, column=column), found=text)


def _has_below(table: Table, column: int) -> bool:
    """Whether anything stands in a column below the headings."""
    below = (values for number, values in table.raw.rows if number > table.located.last)
    return any(len(values) >= column and values[column - 1] is not None for values in below)


def report_missing(table: Table, faults: Faults) -> bool:
    """FD104 of a table without whose required columns nothing in it can be a record; whether there are any."""
    needed = missing(table.sheet, table.located)
    for cell in table.sheet.cells():
        if cell.id in needed:
            faults.add("FD104", table.place(table.located.first), column=label(faults.words, table.sheet, cell))
    return bool(needed)
