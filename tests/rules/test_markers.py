"""A marker of a column is a rule and shows in the sheet; a rule that a marker could state is one."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from fixdocs import look
from fixdocs.diagnostics import Source
from fixdocs.project import Columns, Project
from fixdocs.rules import check, places
from fixdocs.rules.base import RULES
from fixdocs.schema import SHEETS, Cell, Sheet
from fixdocs.schema.improve import Measure
from fixdocs.schema.markers import NeededWith, NotBefore, OnlyWith
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import blank_plan
from fixdocs.workbook.author.book import write_workbook
from fixdocs.workbook.author.layout import FIRST, FORM_FIRST
from fixdocs.workbook.titles import label

from . import faults_improve, faults_survey  # noqa: F401 - they register
from .draft import FORMS, draft
from .faults import FAULTS, Fault

ZH = words_of("zh")
EARLY, LATE = datetime(2026, 3, 1), datetime(2026, 3, 5)

# What asks for a blank cell and is no NeededWith, and why.
ASKS = {
    "FD406": "where another way out has a share",
    "FD408": "where the step is a decision and the way out leads somewhere: two cells",
    "FD411": "one of two cells is enough",
    "FD404": "a way out is missing, not a cell",
    "FD507": "as many months as the data period has",
    "FD601": "always",
    "FD704": "a link before or after it is filled",
    "FD814": "where the step is new beside the present flow",
    "FD907": "where another alternative leads",
}
# What points at a date and is no NotBefore, and why.
DATES = {
    "FD502": "how long the period is",
    "FD504": "beside the data period of another sheet",
    "FD806": "beside the task of another row",
    "FD823": "beside the tasks of another sheet",
    "FD609": "beside the date of the report",
    "FD817": "beside the date of the report",
    "FD824": "beside the tasks of another sheet",
}


def marked(kind: str) -> list[Any]:
    """Every physical column that carries a marker: sheet, cell, marker."""
    return [
        pytest.param(sheet, cell, mark, id=f"{sheet.name}.{cell.id}")
        for sheet in SHEETS.values()
        for cell in sheet.cells()
        if (mark := getattr(cell.column, kind))
    ]


def row_of(sheet: Sheet, **values: Any) -> Any:
    """A row of which nothing is filled but ``values``."""
    return sheet.row.model_construct(**{**dict.fromkeys(sheet.row.model_fields), **values})


def project_with(sheet: Sheet, **values: Any) -> Project:
    """A project of one row."""
    held: Any
    if sheet.shape == "mass":
        held = Columns(sheet.name, {k: [v] for k, v in values.items()}, (2,), (Source("x"),), (0,), ({},))
    else:
        held = row_of(sheet, **values) if sheet.shape == "form" else (row_of(sheet, **values),)
    return Project(**{"info" if sheet.name == "project" else sheet.name: held})


def told(project: Project) -> list[tuple[str, str]]:
    """What the rules of the markers tell: code and column."""
    places()  # it registers the rules, in their order
    rules = [rule for rule in RULES if rule.__module__ == "fixdocs.rules.markers"]
    return [(each.code, each.place.attribute) for rule in rules for each in rule(project)]


@pytest.mark.parametrize(("sheet", "cell", "mark"), marked("not_before"))
def test_what_ends_before_it_begins_is_told(sheet: Sheet, cell: Cell, mark: NotBefore) -> None:
    assert told(project_with(sheet, **{mark.attribute: LATE, cell.id: EARLY})) == [(mark.code, cell.id)]
    assert not told(project_with(sheet, **{mark.attribute: EARLY, cell.id: LATE}))
    assert not told(project_with(sheet, **{mark.attribute: LATE}))
    assert f"{sheet.name}.{cell.id}" in places()[mark.code]


@pytest.mark.parametrize(("sheet", "cell", "mark"), marked("needed_with"))
def test_what_is_needed_is_asked_for(sheet: Sheet, cell: Cell, mark: NeededWith) -> None:
    others = {c.id: "x" for c in sheet.cells() if c.column.needed_with and c.id not in (cell.id, mark.attribute)}
    for value in mark.members or (1.0,):
        assert told(project_with(sheet, **others, **{mark.attribute: value})) == [(mark.code, cell.id)]
        assert not told(project_with(sheet, **others, **{mark.attribute: value, cell.id: 0.0}))
    assert not told(project_with(sheet, **others))
    assert f"{sheet.name}.{cell.id}" in places()[mark.code]


def test_one_code_is_told_once_a_row() -> None:
    tried = Measure.model_fields["before"].metadata[-1].members[0]
    project = project_with(SHEETS["measures"], trial=tried)
    assert told(project) == [("FD812", "before")]


@cache
def opened(workbook: int) -> Any:
    return load_workbook(BytesIO(write_workbook(blank_plan(workbook, ZH), ZH)))


def shown(sheet: Sheet) -> Worksheet:
    return opened(sheet.workbook)[ZH.sheet(sheet.name).title]  # type: ignore[no-any-return] # openpyxl has no types


def spot(sheet: Sheet, cell: str) -> str:
    """Where the first record of a blank workbook has a cell."""
    names = [each.id for each in sheet.cells()]
    if sheet.shape == "form":
        return f"B{FORM_FIRST + names.index(cell)}"
    return f"{get_column_letter(names.index(cell) + 1)}{FIRST}"


def conditions(sheet: Sheet, cell: Cell, role: str) -> list[str]:
    """The conditions on which a cell takes the ground of a role."""
    found = []
    for span in shown(sheet).conditional_formatting:
        if spot(sheet, cell.id) in span.sqref:
            grounds = [(rule, rule.dxf.fill) for rule in span.rules if rule.dxf and rule.dxf.fill]
            found += [r.formula[0] for r, fill in grounds if fill.bgColor.rgb.endswith(look.COLOURS[role])]
    return found


def speaks_of(condition: str, sheet: Sheet, mark: OnlyWith) -> bool:
    words = {f'"{ZH.choice(member)}"' for member in mark.members} or {'<>""'}
    return f"${spot(sheet, mark.attribute)}" in condition and all(word in condition for word in words)


@pytest.mark.parametrize(("sheet", "cell", "mark"), marked("needed_with"))
def test_what_is_needed_is_coloured(sheet: Sheet, cell: Cell, mark: NeededWith) -> None:
    (condition,) = conditions(sheet, cell, "changed_tint")
    assert f'${spot(sheet, cell.id)}=""' in condition
    assert speaks_of(condition, sheet, mark)


@pytest.mark.parametrize(("sheet", "cell", "mark"), marked("only_with"))
def test_what_does_not_apply_is_grey(sheet: Sheet, cell: Cell, mark: OnlyWith) -> None:
    (condition,) = conditions(sheet, cell, "shade")
    assert condition.startswith("NOT(")
    assert speaks_of(condition, sheet, mark)


@pytest.mark.parametrize(("sheet", "cell", "mark"), marked("not_before"))
def test_an_early_end_is_refused_while_typing(sheet: Sheet, cell: Cell, mark: NotBefore) -> None:
    held = shown(sheet).data_validations.dataValidation
    (check_,) = [each for each in held if spot(sheet, cell.id) in each.sqref]
    other = spot(sheet, mark.attribute)
    other = other.replace("B", "$B$") if sheet.shape == "form" else f"${other}"
    assert (check_.operator, check_.formula1) == ("greaterThanOrEqual", f"MAX(32874,{other})")


def pointed(case: Fault) -> tuple[Cell | None, Any]:
    """The column where a fault is told, and what stands in it."""
    sheet = draft()
    at = case.change(sheet)
    schema = next((s for s in SHEETS.values() if ZH.sheet(s.name).title == at.sheet), None)
    cells = [] if schema is None else [c for c in schema.cells() if label(ZH, schema, c) == at.heading]
    if not cells or (at.sheet not in FORMS and not at.record):
        return None, None
    row = sheet.forms[at.sheet] if at.sheet in FORMS else sheet.sheets[at.sheet][at.record - 1]
    return cells[0], row.get(at.heading)


def test_a_rule_that_a_marker_could_state_is_one() -> None:
    """What the rules tell at a blank cell is a NeededWith, at a date a NotBefore, or it says above why not."""
    asks, dates = set(), set()
    for case in FAULTS:
        if case.code[2] not in "456789":
            continue
        cell, value = pointed(case)
        if cell is None:
            continue
        needs, ends = cell.column.needed_with, cell.column.not_before
        if value in (None, "") and (needs is None or needs.code != case.code):
            asks.add(case.code)
        if isinstance(value, date) and (ends is None or ends.code != case.code):
            dates.add(case.code)
    assert asks == ASKS.keys()
    assert dates == DATES.keys()


def test_the_exceptions_are_none_of_the_markers() -> None:
    codes = {mark.code for kind in ("needed_with", "not_before") for _, _, mark in (p.values for p in marked(kind))}
    assert codes.isdisjoint(ASKS.keys() | DATES.keys())
    assert codes <= places().keys()
    assert check(Project()) == []
