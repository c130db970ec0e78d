"""``status``: what is filled, what is faulty and which gaps are open, a step at a time."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..analysis.chain import Gap, gaps
from ..diagnostics import Diagnostic, Severity
from ..project import Project
from ..schema import WORKBOOKS, Sheet, sheets_of


class SheetState(Struct, frozen=True):
    """One sheet: its records that can be read, and the errors and warnings in it."""

    sheet: Sheet
    rows: int
    errors: int
    warnings: int
    missing: bool = False  # the only fault is that nothing is filled

    @property
    def state(self) -> str:
        """``faulty``, ``filled`` or ``empty``."""
        if self.errors and not self.missing:
            return "faulty"
        return "filled" if self.rows else "empty"


class StepState(Struct, frozen=True):
    """One workbook of the method: its sheets, and the gaps in the chain that it should fill."""

    workbook: int
    sheets: tuple[SheetState, ...]
    gaps: tuple[Gap, ...]

    @property
    def filled(self) -> int:
        """How many of its sheets hold a record."""
        return sum(sheet.state != "empty" for sheet in self.sheets)


def step_states(project: Project, diagnostics: Sequence[Diagnostic]) -> list[StepState]:
    """The five steps as they stand."""
    open_gaps = gaps(project)
    steps = []
    for number in WORKBOOKS:
        sheets = [_sheet(sheet, project, diagnostics) for sheet in sheets_of(number)]
        steps.append(StepState(number, tuple(sheets), tuple(g for g in open_gaps if g.workbook == number)))
    return steps


def _sheet(sheet: Sheet, project: Project, diagnostics: Sequence[Diagnostic]) -> SheetState:
    found = [d for d in diagnostics if d.place.sheet == sheet.name]
    here = [d.severity for d in found]
    rows = project.count(sheet.name)
    missing = not rows and {d.code for d in found if d.severity is Severity.ERROR} == {"FD111"}
    return SheetState(sheet, rows, here.count(Severity.ERROR), here.count(Severity.WARNING), missing)
