"""Colours that follow what is filled: conditional formats over whole columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...diagnostics import column_letter
from ...schema.markers import OnlyWith
from ...words import Words
from .layout import FIRST, Layout, is_required, is_wanted
from .styles import Styles, colour

Rule = tuple[list[str], str, Any]
"""Physical columns, a condition on their first row, a format."""


@dataclass
class Rules:
    """Writes the conditional formats of a workbook's sheets."""

    words: Words
    styles: Styles

    def __post_init__(self) -> None:
        # Each with the grid of its own: not every program lays one rule over another.
        grid = {"border": 1, "border_color": colour("rule")}
        rule = self.styles.rule
        self.grid = rule(**grid)
        self.input = rule(bg_color=colour("input"), **grid)
        self.idle = rule(bg_color=colour("shade"), font_color=colour("muted"), **grid)
        self.missing = rule(bg_color=colour("changed_tint"), border=1, border_color=colour("changed"))
        self.wrong = rule(bg_color=colour("removed_tint"), font_color=colour("removed"), bold=True, **grid)
        self.core = rule(bg_color=colour("accent_tint"), font_color=colour("accent"), bold=True, **grid)

    def table(self, sheet: Any, layout: Layout, closed: frozenset[str]) -> None:
        """The rules of a table; the first that holds has precedence. ``closed`` columns are locked."""
        for cells, condition, form in self._conditions(layout, closed):
            _apply(sheet, [layout.range(cell) for cell in cells], condition, form)
        _apply(sheet, [f"$A${FIRST}:${column_letter(len(layout.cells))}${layout.last}"], "TRUE", self.grid)

    def form(self, sheet: Any, layout: Layout) -> None:
        """The value column of a form: a grid, and a pale ground for what is required."""
        first, last = min(layout.at.values()), max(layout.at.values())
        if needed := [f"$B${layout.at[cell.id]}" for cell in layout.cells if is_required(cell)]:
            _apply(sheet, needed, "TRUE", self.input)
        _apply(sheet, [f"$A${first}:$C${last}"], "TRUE", self.grid)

    def _conditions(self, layout: Layout, closed: frozenset[str]) -> Iterator[Rule]:
        sheet = layout.sheet
        needed = [cell.id for cell in layout.cells if is_wanted(cell)]
        if sheet.shape != "mass":
            yield from self._faults(layout, needed)
        for cell in layout.cells:
            if where := cell.column.only_with:
                yield [cell.id], f"NOT({self._holds(layout, where)})", self.idle
        if closed:
            yield [cell.id for cell in layout.cells if cell.id in closed], "TRUE", self.idle
        if computed := [cell.id for cell in layout.cells if cell.column.formula]:
            yield computed, "TRUE", self.idle
        if pale := [cell for cell in needed if cell not in closed]:
            yield pale, "TRUE", self.input

    def _faults(self, layout: Layout, needed: list[str]) -> Iterator[Rule]:
        """What a person should look at: doubled keys, shares that do not add up, core issues, blanks that matter."""
        sheet = layout.sheet
        if len(sheet.key) == 1:
            key = layout.here(sheet.key[0])
            yield [sheet.key[0]], f'AND({key}<>"",COUNTIF({layout.range(sheet.key[0])},{key})>1)', self.wrong
        shares = [cell.id for cell in layout.cells if cell.owner.group and cell.column.kind == "percent"]
        if shares:
            cells = ",".join(map(layout.here, shares))
            yield shares, f"AND(COUNT({cells})>0,ABS(SUM({cells})-1)>0.001)", self.wrong
        if sheet.name == "issues":
            tests = ",".join(f"N({layout.here(name)})>={layout.above(name)}" for name in ("impact", "frequency"))
            yield ["id", "impact", "frequency", "priority"], f"AND({tests})", self.core
        for blank in layout.cells:
            if where := blank.column.needed_with:
                yield [blank.id], f'AND({layout.here(blank.id)}="",{self._holds(layout, where)})', self.missing
        for unit in (cell for cell in layout.cells if cell.column.unit_of):
            number = layout.here(str(unit.column.unit_of))
            yield [unit.id], f'AND({number}<>"",{layout.here(unit.id)}="")', self.missing
        if filled := _filled(layout):
            for cell in needed:
                yield [cell], f'AND({layout.here(cell)}="",{filled})', self.missing

    def _holds(self, layout: Layout, where: OnlyWith) -> str:
        cell = layout.here(where.attribute)
        if not where.members:
            return f'{cell}<>""'
        tests = [f'{cell}="{self.words.choice(member)}"' for member in where.members]
        return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


def _filled(layout: Layout) -> str:
    """Whether a row holds more than keys, prefilled cells and formulas."""
    telling = [layout.at[cell.id] for cell in layout.cells if not cell.owner.seed and cell.column.formula is None]
    runs: list[list[int]] = []
    for column in sorted(telling):
        if runs and column == runs[-1][1] + 1:
            runs[-1][1] = column
        else:
            runs.append([column, column])
    spans = ",".join(f"${column_letter(low)}{FIRST}:${column_letter(high)}{FIRST}" for low, high in runs)
    return f"COUNTA({spans})>0" if runs else ""


def _apply(sheet: Any, spans: list[str], condition: str, form: Any) -> None:
    """One rule over several ranges; cells of the condition are those of the first row."""
    options = {"type": "formula", "criteria": f"={condition}", "format": form}
    if len(spans) > 1:
        options["multi_range"] = " ".join(span.replace("$", "") for span in spans)
    sheet.conditional_format(spans[0], options)
