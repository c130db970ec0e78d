"""Where everything of a sheet stands: columns, headings, the rows for data, and how formulas name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from ...diagnostics import column_letter
from ...schema import SHEETS, Cell, Column, Sheet, expand
from ...words import Words
from ..titles import label

HEADING = 4
"""The row of the headings, from 1: title, purpose and the live line stand above."""

FIRST = HEADING + 1
ROOM, MASS_ROOM = 500, 20_000
"""Rows that are styled and checked; a person may go on below."""

FORM_FIRST = 5
_NARROWEST, _WIDEST = 9, 46


class Layout(Struct, frozen=True):
    """The columns of a table, or the lines of a form.

    ``at`` is the column of each physical cell from 1, in a form its row; ``names`` are the headings of a spread.
    """

    sheet: Sheet
    title: str
    cells: tuple[Cell, ...]
    at: Mapping[str, int]
    headings: Mapping[str, str]
    widths: tuple[float, ...] = ()
    names: tuple[str, ...] = ()
    last: int = HEADING + ROOM

    def here(self, cell: str, row: int = FIRST) -> str:
        """The cell in a row of this sheet, its column fixed: ``$E5``."""
        return f"${column_letter(self.at[cell])}{row}"

    def range(self, cell: str) -> str:
        """All cells of a column of this sheet: ``$E$5:$E$504``."""
        letter = column_letter(self.at[cell])
        return f"${letter}${FIRST}:${letter}${self.last}"

    def above(self, cell: str) -> str:
        """The cell above a heading: ``$E$3``."""
        return f"${column_letter(self.at[cell])}${HEADING - 1}"

    def outside(self, cell: str) -> str:
        """A column, or the value of a form, as another sheet names it."""
        if self.sheet.shape == "form":
            return f"{quoted(self.title)}!$B${self.at[cell]}"
        return f"{quoted(self.title)}!{self.range(cell)}"

    def counted(self) -> str:
        """The physical cell whose content tells that a row is filled."""
        telling = [cell for cell in self.cells if not cell.owner.seed and cell.column.formula is None]
        needed = [cell for cell in telling if cell.column.required]
        return (needed or telling or list(self.cells))[0].id

    def filled_keys(self, row: str) -> str:
        """The keys of the filled rows as a range that grows with them; ``row`` is the sheet's key column."""
        top = f"{quoted(self.title)}!${column_letter(self.at[row])}${FIRST}"
        return f"OFFSET({top},0,0,MAX(1,COUNTA({self.outside(self.counted())})),1)"


def quoted(title: str) -> str:
    """A sheet's title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"


class Headed(Struct, frozen=True):
    """Headings of spreads: source sheet → the heading of each row, with a hint below it where there is one."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)


def table_layout(sheet: Sheet, words: Words, headed: Headed, rows: int = 0) -> Layout:
    """The layout of a table or a mass table; ``rows`` bound its room where no more may be filled."""
    cells: list[Cell] = []
    names: tuple[str, ...] = ()
    for column in sheet.columns:
        if column.spread is not None and column.spread.source in SHEETS:
            names = headed.names.get(column.spread.source, ())
            cells += expand(column, names)
        else:
            cells += expand(column)
    headings = {cell.id: heading_of(words, sheet, cell, headed) for cell in cells}
    widths = tuple(_width(cell, headings[cell.id], words) for cell in cells)
    last = HEADING + (rows or (MASS_ROOM if sheet.shape == "mass" else ROOM))
    at = {cell.id: n for n, cell in enumerate(cells, 1)}
    return Layout(sheet, words.sheet(sheet.name).title, tuple(cells), at, headings, widths, names, last)


def form_layout(sheet: Sheet, words: Words, hidden: Sequence[str] = ()) -> Layout:
    """The layout of a form: a line a column, the required ones first; ``hidden`` lines are left out."""
    cells = [cell for cell in sheet.cells() if cell.id not in hidden]
    headings = {cell.id: heading_of(words, sheet, cell, Headed()) for cell in cells}
    at = {cell.id: n for n, cell in enumerate(cells, FORM_FIRST)}
    last = FORM_FIRST + len(cells) - 1
    return Layout(sheet, words.sheet(sheet.name).title, tuple(cells), at, headings, (24, 46, 72), (), last)


def heading_of(words: Words, sheet: Sheet, cell: Cell, headed: Headed) -> str:
    """The heading: label, a star where it is required, a hint in brackets. The reader ignores stars and brackets."""
    text = label(words, sheet, cell)
    if cell.column.formula is not None:
        return f"{text}\n{words.say('workbook.computed')}"
    if is_wanted(cell):
        text = f"{text} *"
    hint = headed.hints.get(str(cell.index), "") if cell.owner.spread is not None else ""
    joint = words.say("workbook.hint_joint")
    return f"{text}\n{hint.replace(joint, joint.rstrip() + chr(10))}" if hint else text


def is_required(cell: Cell) -> bool:
    """Whether a record needs the cell: of a repeated group the first."""
    return cell.column.required and cell.owner.required and cell.index in (None, 1)


def is_wanted(cell: Cell) -> bool:
    """Whether the cell looks required: a score is, though a reviewer may abstain."""
    return is_required(cell) or _is_score(cell)


def _is_score(cell: Cell) -> bool:
    return cell.column.spread is not None and cell.column.spread.source == "criteria"


def display_width(text: str) -> float:
    """The width of the longest line in the unit of column widths: a Latin letter is 1, a Chinese one about 2."""
    return max((sum(2.0 if unicodedata.east_asian_width(c) in "WF" else 1.05 for c in line)
                for line in text.split("\n")), default=0.0)  # fmt: skip


_KIND_WIDTHS = {"date": 12.0, "datetime": 17.0, "percent": 8.0, "integer": 9.0, "number": 10.0}


def _width(cell: Cell, heading: str, words: Words) -> float:
    wanted = max(_content_width(cell.column, words), min(display_width(heading), 24) + 2.5)
    return min(max(wanted, _NARROWEST), _WIDEST)


def _content_width(column: Column, words: Words) -> float:
    if column.long:
        return 28.0 if column.group else 36.0
    if column.choices is not None:
        longest = max(display_width(words.choice(member)) for member in column.choices)
        return longest * (2 if column.many else 1) + 3
    if column.kind == "reference":
        several = column.reference is not None and len(column.reference.targets) > 1
        return 26.0 if several else 16.0 if column.many else 11.0
    if column.key in ("id", "unit", "version"):
        return 12.0
    if column.spread is not None:
        return {"criteria": 24.0, "questions": 13.0}.get(column.spread.source, 10.0)
    return _KIND_WIDTHS.get(column.kind, 17.0)
