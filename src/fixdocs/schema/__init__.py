"""What the workbooks hold: one class a sheet, one attribute a column. Keys only, no words, no I/O."""

from __future__ import annotations

from . import choices, improve, survey
from .base import WHOLE, Cell, Column, Kind, Part, Row, Sheet, expand
from .markers import Ref, Spread

_ROWS: tuple[type[Row], ...] = (
    survey.ProjectInfo,
    survey.Revision,
    survey.Goal,
    survey.Party,
    survey.Step,
    survey.Indicator,
    survey.Complaint,
    survey.Interview,
    survey.Question,
    survey.Answer,
    survey.Observation,
    survey.Ticket,
    survey.Event,
    survey.Mapping,
    improve.Issue,
    improve.RatingStandard,
    improve.FiveW,
    improve.Cause,
    improve.Chain,
    improve.RootCause,
    improve.Measure,
    improve.ToBeStep,
    improve.Duty,
    improve.Tool,
    improve.Task,
    improve.Risk,
    improve.Alternative,
    improve.Reviewer,
    improve.Criterion,
    improve.Score,
    improve.Decision,
)

SHEETS: dict[str, Sheet] = {row.sheet.name: row.sheet for row in _ROWS}
"""Every sheet by its key, in the order of the workbooks."""

WORKBOOKS: tuple[int, ...] = (1, 2, 3, 4, 5)


def sheets_of(workbook: int) -> tuple[Sheet, ...]:
    """The sheets of workbook 1 to 5, in order."""
    return tuple(sheet for sheet in SHEETS.values() if sheet.workbook == workbook)


__all__ = [
    "SHEETS",
    "WHOLE",
    "WORKBOOKS",
    "Cell",
    "Column",
    "Kind",
    "Part",
    "Ref",
    "Row",
    "Sheet",
    "Spread",
    "choices",
    "expand",
    "improve",
    "sheets_of",
    "survey",
]
