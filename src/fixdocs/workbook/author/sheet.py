"""One sheet of a workbook: title, guidance, live line, headings, rows, checks and print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

from msgspec import Struct

from ...schema import Cell
from ...words import Words
from .checks import Checks
from .layout import FIRST, HEADING, Layout, display_width, is_required, is_wanted, quoted
from .lists import Formula
from .live import Live
from .rules import Rules
from .styles import Styles, tab_colour

_PAGE = 230.0
"""Widths of columns that a landscape page holds in readable type; a wider sheet prints on several, keys repeated."""

_MEASURED = 1_000
"""The row down to which heights are fitted to texts: beyond it nobody reads a table row by row."""

_TITLE_WIDTH = 110.0


_SCALE = 0.955
"""Type of ten points beside the digits of eleven that widths of columns count."""

LINE = 15.0
"""Points a line of text takes."""


class Author(Struct):
    """What the sheets of a workbook are written with."""

    words: Words
    styles: Styles
    checks: Checks
    rules: Rules
    live: Live

    def table(
        self, sheet: Any, layout: Layout, given: Mapping[str, Sequence[str]], guidance: str,
        locked: frozenset[str] | None,
    ) -> None:  # fmt: skip
        """A table with its rows. ``locked`` are columns that cannot be filled; None: the sheet is not protected."""
        closed = locked or frozenset()
        self._columns(sheet, layout, closed)
        self._top(sheet, layout, guidance, len(layout.cells))
        self._headings(sheet, layout)
        rows = self.live.rows.get(layout.sheet.name, ())
        for number, values in enumerate(rows, FIRST):
            self._row(sheet, layout, number, values)
        self._formulas(sheet, layout, rows)
        for cell in layout.cells:
            column = layout.at[cell.id] - 1
            if cell.id not in closed and (options := self.checks.options(layout, cell, given)):
                sheet.data_validation(FIRST - 1, column, layout.last - 1, column, options)
        self.rules.table(sheet, layout, closed)
        self._finish_table(sheet, layout, closed)
        if locked is not None:
            sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        elif layout.sheet.filtered:
            bottom = max(layout.last, HEADING + len(rows)) - 1
            sheet.autofilter(HEADING - 1, 0, bottom, len(layout.cells) - 1)

    def form(self, sheet: Any, layout: Layout, given: Mapping[str, Sequence[str]], guidance: str) -> None:
        """A form: label, value, hint, a line each."""
        label, value, hint = layout.widths
        sheet.set_column(0, 0, label)
        sheet.set_column(1, 1, value, self.styles.value("general", form=True))
        sheet.set_column(2, 2, hint)
        self._top(sheet, layout, guidance, 3)
        for column, key in enumerate(("form_label", "form_value", "form_hint")):
            sheet.write_string(HEADING - 1, column, self.words.say(f"workbook.{key}"), self.styles.heading("optional"))
        held = next(iter(self.live.rows.get(layout.sheet.name, ())), {})
        for cell in layout.cells:
            self._line(sheet, layout, cell, held.get(cell.id), given)
        self.rules.form(sheet, layout)
        sheet.freeze_panes(HEADING, 0)
        sheet.set_selection(layout.at[layout.cells[0].id] - 1, 1, layout.at[layout.cells[0].id] - 1, 1)
        self._print(sheet, 1)
        sheet.fit_to_pages(1, 1)

    def _line(
        self, sheet: Any, layout: Layout, cell: Cell, value: Any, given: Mapping[str, Sequence[str]]
    ) -> None:  # fmt: skip
        row = layout.at[cell.id] - 1
        sheet.write_string(row, 0, layout.headings[cell.id], self.styles.label(is_required(cell)))
        options = self.checks.options(layout, cell, given)
        if options:
            sheet.data_validation(row, 1, row, 1, options)
        hint = " ".join(part for part in self.checks.hint(layout, cell, bool(options.get("source"))) if part)
        if hint:
            sheet.write_string(row, 2, hint, self.styles.hint())
        height = 60 if cell.column.long else 24
        texts = zip((value or "", hint), layout.widths[1:])
        sheet.grow(row, max(height, LINE * max(row_lines(text, width - 1) for text, width in texts) + 8))
        if value is not None:
            self._write(sheet, row, 1, value, self.styles.value(cell.column.kind, form=True))

    def _columns(self, sheet: Any, layout: Layout, closed: frozenset[str]) -> None:
        for n, (cell, width) in enumerate(zip(layout.cells, layout.widths)):
            column = cell.column
            kind = _kind(cell)
            style = self.styles.value(kind, long=column.long, many=column.many, open=cell.id not in closed)
            sheet.set_column(n, n, width, self.styles.computed() if column.formula else style)

    def _top(self, sheet: Any, layout: Layout, guidance: str, columns: int) -> None:
        """Title with the word that says whether the sheet is needed, what it is for, and the way back."""
        say, styles = self.words.say, self.styles
        required = layout.sheet.need == "required"
        badge = say("workbook.required" if required else "workbook.optional")
        title = styles.title()
        sheet.write_rich_string(0, 0, title, f"{layout.title}   ", styles.badge(required), badge, title)
        sheet.set_row(0, 30)
        legend = say("workbook.legend_form" if layout.sheet.shape == "form" else "workbook.legend")
        text = f"{guidance}\n{legend}"
        last, room = self._across(layout, columns)
        if last > 0:
            sheet.merge_range(1, 0, 1, last, "")
        sheet.write_string(1, 0, text, styles.guidance())
        sheet.set_row(1, LINE * row_lines(text, room) + 4)
        at = self._beyond(layout, 34)
        target = f"internal:{quoted(say('workbook.guide'))}!A1"
        sheet.write_url(0, at, target, styles.link(), say("workbook.to_guide"))
        sheet.set_tab_color(tab_colour(layout.sheet.need))
        sheet.hide_gridlines(2)

    @staticmethod
    def _across(layout: Layout, columns: int) -> tuple[int, float]:
        """How many columns the guidance spans, and their width."""
        width = 0.0
        for n in range(columns):
            width += layout.widths[n]
            if width >= _TITLE_WIDTH:
                return n, width
        return columns - 1, width

    @staticmethod
    def _beyond(layout: Layout, width: float) -> int:
        """The first column that begins at least ``width`` from the left; the last where none does."""
        left = 0.0
        for n, each in enumerate(layout.widths):
            if left >= width:
                return n
            left += each
        return max(len(layout.widths) - 1, 1)

    def _headings(self, sheet: Any, layout: Layout) -> None:
        line = self.live.line(layout)
        sheet.write_formula(HEADING - 2, 0, line.text, self.styles.live(), line.cached)
        above = self.live.above(layout)
        texts = any(form == "General" for _, form in above.values())
        sheet.set_row(HEADING - 2, 52 if texts else 18)
        for name, (value, form) in above.items():
            style = self.styles.live(num_format=form, align="center", text_wrap=texts)
            self._write(sheet, HEADING - 2, layout.at[name] - 1, value, style)
        for cell in layout.cells:
            computed = cell.column.formula is not None
            kind = "computed" if computed else "required" if is_wanted(cell) else "optional"
            sheet.write_string(HEADING - 1, layout.at[cell.id] - 1, layout.headings[cell.id], self.styles.heading(kind))
        lines = max(row_lines(text, layout.widths[n] - 2) for n, text in enumerate(layout.headings.values()))
        sheet.set_row(HEADING - 1, LINE * lines + 10)

    def _row(self, sheet: Any, layout: Layout, number: int, values: Mapping[str, Any]) -> None:
        if number < _MEASURED:
            lines = (row_lines(value, layout.widths[layout.at[cell] - 1]) for cell, value in values.items())
            tallest = max(lines, default=1)
            if tallest > 1:
                sheet.grow(number - 1, LINE * tallest + 4)
        for cell, value in values.items():
            style = None
            if isinstance(value, float) and layout.cells[layout.at[cell] - 1].column.kind == "percent":
                style = self.styles.share() if round(value * 100, 6) != round(value * 100) else None
            self._write(sheet, number - 1, layout.at[cell] - 1, value, style)

    @staticmethod
    def _write(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
        """A value as it is: text that begins with an equals sign stays text."""
        if isinstance(value, str):
            sheet.write_string(row, column, value, style)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, style)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, style)
        elif isinstance(value, Formula):
            sheet.write_formula(row, column, value.text, style, value.cached)
        else:
            sheet.write_number(row, column, value, style)

    def _formulas(self, sheet: Any, layout: Layout, rows: Sequence[Mapping[str, Any]]) -> None:
        """Formula columns of the rows there are, the numbered ones included.

        Not of all the room: a sheet prints as far down as formulas reach, be they empty to the eye.
        """
        for cell in (cell for cell in layout.cells if cell.column.formula):
            for number, values in enumerate(rows, FIRST):
                formula = self.live.computed(layout, cell.id, number, values)
                sheet.write_formula(number - 1, layout.at[cell.id] - 1, formula.text, None, formula.cached)

    def _finish_table(self, sheet: Any, layout: Layout, closed: frozenset[str]) -> None:
        keys = [layout.at[key] for key in layout.sheet.key if key in layout.at]
        frozen = max((key for key in keys if key <= 2), default=0)
        if frozen == 1 and len(layout.cells) > 1 and layout.cells[1].id == "name":
            frozen = 2
        sheet.freeze_panes(HEADING, frozen)
        columns = [c.id for c in layout.cells if not c.owner.seed and c.column.formula is None and c.id not in closed]
        at = layout.at[columns[0]] - 1 if columns else 0
        sheet.set_selection(FIRST - 1, at, FIRST - 1, at)
        self._print(sheet, max(1, -(-int(sum(layout.widths)) // int(_PAGE))))
        if frozen:
            sheet.repeat_columns(0, frozen - 1)

    def _print(self, sheet: Any, pages: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(pages, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        sheet.repeat_rows(HEADING - 1)
        sheet.set_header("&L&9&F&R&9&A")
        sheet.set_footer(f"&C&9{self.words.say('workbook.page')}")


def row_lines(value: Any, width: float) -> int:
    """Lines that a value takes in a column of this width."""
    if not isinstance(value, str):
        return 1
    room = max(4.0, width - 1.6)  # a margin on both sides and an indent
    return sum(max(1, ceil(display_width(line) * _SCALE / room)) for line in value.split("\n"))


def _kind(cell: Cell) -> str:
    """What a column's style goes by."""
    if cell.column.spread is not None:
        return "general" if cell.column.spread.source == "months" else "score"
    if cell.column.money:
        return "money"
    return "key" if cell.column.key == "id" else cell.column.kind
