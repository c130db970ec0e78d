"""What a sheet shows of itself while it is filled: formulas for the eye, each with its value computed here too.

A reader that does not calculate sees the cached value, so every formula comes with what it gives for the rows written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import prod
from string import Formatter
from typing import Any

from msgspec import Struct

from ...words import Words
from .layout import Layout
from .lists import Formula

_EPOCH = date(1899, 12, 30)

_BESIDE = 4
"""Columns from the left that the live line needs: sums of these stand in the line itself."""

_NONE: Mapping[str, str] = {}
Rows = Sequence[Mapping[str, Any]]


class Live(Struct, frozen=True):
    """What live figures of a workbook refer to: its sheets, their rows, and the thresholds of core issues."""

    words: Words
    layouts: Mapping[str, Layout]
    rows: Mapping[str, Rows]
    thresholds: Mapping[str, tuple[int | Formula, int]]

    def line(self, layout: Layout) -> Formula:
        """The line above the headings: rows filled, required cells missing, and what the sheet adds up to."""
        rows = self.rows.get(layout.sheet.name, ())
        pieces = [self._filled(layout, rows)]
        if layout.sheet.shape != "mass":
            pieces.append(self._missing(layout, rows))
        if layout.sheet.name == "issues":
            pieces.append(self._core(layout, rows))
        if layout.sheet.name == "criteria":
            total = sum(_number(row, "weight") for row in rows)
            expression = f'TEXT(SUM({layout.range("weight")}),"0%")'
            pieces.append(self._spoken("live_weights", {"n": expression}, {"n": f"{total * 100:.0f}%"}))
        for column in self._summed(layout, beside=False):
            total = sum(_number(row, column) for row in rows)
            text = {"label": layout.headings[column].rstrip(" *")}
            expression = f"SUM({layout.range(column)})"
            pieces.append(self._spoken("live_total", {"n": expression}, {"n": f"{total:g}"}, text))
        formula = "&".join(piece.text for piece in pieces)
        return Formula(f'=IFERROR({formula},"")', "".join(piece.cached for piece in pieces))

    def above(self, layout: Layout) -> dict[str, tuple[int | Formula, str]]:
        """What stands above single headings: sums, thresholds, months, questions; each with its number format."""
        found: dict[str, tuple[int | Formula, str]] = {}
        label = self.words.say("workbook.live_sum")
        rows = self.rows.get(layout.sheet.name, ())
        for column in self._summed(layout, beside=True):
            total = sum(_number(row, column) for row in rows)
            found[column] = (Formula(f"=SUM({layout.range(column)})", total), f'"{label} "#,##0;;')
        if layout.sheet.name == "issues":
            form = self.words.say("workbook.threshold_format")
            found |= {name: (value, form) for name, (value, _) in self.thresholds.items()}
        if layout.sheet.name == "indicators" and "project" in self.layouts:
            found |= self._months(layout)
        if layout.sheet.name == "answers" and "questions" in self.layouts:
            found |= self._questions(layout)
        return found

    def computed(self, layout: Layout, cell: str, row: int, values: Mapping[str, Any]) -> Formula:
        """A formula column's cell: the product that the schema names, empty until all of its factors are numbers."""
        column = next(each.column for each in layout.cells if each.id == cell)
        factors = re.findall(r"{(\w+)}", column.formula or "")
        cells = [layout.here(factor, row) for factor in factors]
        known = [values[factor] for factor in factors if isinstance(values.get(factor), int | float)]
        product = prod(known) if len(known) == len(factors) else ""
        return Formula(f'=IF(COUNT({",".join(cells)})={len(cells)},{"*".join(cells)},"")', product)

    def _filled(self, layout: Layout, rows: Rows) -> Formula:
        told = layout.counted()
        count = sum(told in row for row in rows)
        return self._spoken("live_filled", {"n": f"COUNTA({layout.range(told)})"}, {"n": str(count)})

    def _missing(self, layout: Layout, rows: Rows) -> Formula:
        """How many required cells are blank in rows where another required one is filled."""
        needed = [c.id for c in layout.cells if c.column.required and c.owner.required and c.index in (None, 1)]
        telling = [c.id for c in layout.cells if c.id in needed and not c.owner.seed]
        if not telling or len(needed) < 2:
            return Formula('""', "")
        filled = "&".join(layout.range(cell) for cell in telling)
        blank = "+".join(f'({layout.range(cell)}="")' for cell in needed)
        count = f'SUMPRODUCT(({filled}<>"")*({blank}))'
        begun = [row for row in rows if any(cell in row for cell in telling)]
        missing = sum(cell not in row for row in begun for cell in needed)
        said = self._spoken("live_missing", {"n": count}, {"n": str(missing)})
        return Formula(f'IF({count}>0,{said.text},"")', said.cached if missing else "")

    def _core(self, layout: Layout, rows: Rows) -> Formula:
        """How many issues are core by the matrix."""
        tests = ",".join(f'{layout.range(name)},">="&{layout.above(name)}' for name in self.thresholds)
        count = sum(all(_number(row, name) >= high for name, (_, high) in self.thresholds.items()) for row in rows)
        return self._spoken("live_core", {"n": f"COUNTIFS({tests})"}, {"n": str(count)})

    def _summed(self, layout: Layout, *, beside: bool) -> list[str]:
        """The summed columns that stand clear of the live line, or those that do not."""
        columns = [column.key for column in layout.sheet.columns if column.summed]
        return [column for column in columns if (layout.at[column] > _BESIDE) is beside]

    def _months(self, layout: Layout) -> dict[str, tuple[int | Formula, str]]:
        """The month of each column, as far as the data period reaches."""
        form = self.layouts["project"]
        begin, end = form.outside("data_from"), form.outside("data_to")
        held = next(iter(self.rows.get("project", ())), {})
        first, last = held.get("data_from"), held.get("data_to")
        found: dict[str, tuple[int | Formula, str]] = {}
        for n, cell in enumerate(c for c in layout.cells if c.owner.spread is not None):
            month = f"EDATE({begin},{n})"
            text = f'=IFERROR(IF(OR({begin}="",AND({end}<>"",{month}>{end})),"",{month}),"")'
            found[cell.id] = (Formula(text, _month(first, last, n)), self.words.say("workbook.month_format"))
        return found

    def _questions(self, layout: Layout) -> dict[str, tuple[int | Formula, str]]:
        """The text of each question above its column."""
        form = self.layouts["questions"]
        texts = {row["id"]: row.get("text", "") for row in self.rows.get("questions", ()) if "id" in row}
        found: dict[str, tuple[int | Formula, str]] = {}
        for cell in (c for c in layout.cells if c.owner.spread is not None):
            wanted = str(cell.index).replace('"', '""')
            place = f'MATCH("{wanted}",{form.outside("id")},0)'
            text = f'=IFERROR(INDEX({form.outside("text")},{place})&"","")'
            found[cell.id] = (Formula(text, texts.get(str(cell.index), "")), "General")
        return found

    def _spoken(
        self, key: str, expressions: Mapping[str, str], values: Mapping[str, str], texts: Mapping[str, str] = _NONE
    ) -> Formula:
        """A sentence of the catalogue as a formula that joins text and figures, without its equals sign."""
        template = self.words.say(f"workbook.{key}")
        pieces = []
        for text, name, _, _ in Formatter().parse(template):
            name = name or ""
            text += texts.get(name, "")
            if text:
                pieces.append(f'"{text.replace(chr(34), chr(34) * 2)}"')
            if name in expressions:
                pieces.append(expressions[name])
        return Formula("&".join(pieces), template.format(**values, **texts))


def _number(row: Mapping[str, Any], cell: str) -> float:
    """A cell as a sum takes it: text counts as nothing."""
    value = row.get(cell)
    return value if isinstance(value, int | float) else 0


def _month(first: Any, last: Any, n: int) -> Any:
    """The day number of the first day ``n`` months after ``first``, empty beyond ``last``."""
    if not isinstance(first, date):
        return ""
    years, month = divmod(first.month - 1 + n, 12)
    days = [31, 29 if _leap(first.year + years) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
    day = date(first.year + years, month + 1, min(first.day, days))
    end = last.date() if isinstance(last, datetime) else last
    return "" if isinstance(end, date) and day > end else (day - _EPOCH).days


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
