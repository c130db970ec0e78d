"""Errors block only the reports that depend on them; a gap in the chain blocks the step that should fill it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.diagnostics import CODES, Severity
from fixdocs.pipeline import check

from . import faults_improve, faults_input, faults_survey  # noqa: F401 - they register
from .draft import BOOKS, Draft, draft
from .faults import ALL, FAULTS, Fault

BLOCKED = {each.code: each.blocks for each in FAULTS}
GAPS = {"FD701": "causes", "FD801": "plan", "FD802": "plan", "FD901": "evaluation"}
"""Core issue → root cause → measure → alternative → score: the report of the step that owes the link."""


def up_to(number: int) -> Draft:
    """The sound project of a team that has filled the first ``number`` workbooks."""
    sheet = draft()
    for title in (title for titles in list(BOOKS.values())[number:] for title in titles):
        sheet.sheets.pop(title, None)
        sheet.forms.pop(title, None)
    return sheet


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_only_what_depends_is_blocked(case: Fault, tmp_path: Path) -> None:
    """The whole column of the matrix: each report is kept back, or is not, by all that one fault brings."""
    sheet = draft()
    case.change(sheet)
    checked = check(sheet.write(tmp_path), "zh")
    brought = {report for code in {case.code} | case.also for report in BLOCKED[code]}
    if "FD403" in case.also:
        brought = set(case.blocks) | {"plan"}  # the row nothing leads to stands in the to-be flow
    assert {report for report in ALL if checked.blocking(report)} == brought
    for report in ALL:
        assert all(d.severity is Severity.ERROR for d in checked.blocking(report))


def test_an_error_of_each_step_leaves_other_reports_alone() -> None:
    """No report is blocked by every error, and none by none."""
    errors = {code: blocks for code, blocks in BLOCKED.items() if CODES[code].severity is Severity.ERROR}
    for report in ALL:
        assert 0 < sum(report in blocks for blocks in errors.values()) < len(errors)


@pytest.mark.parametrize(("code", "report"), GAPS.items())
def test_a_gap_blocks_the_step_that_owes_the_link(code: str, report: str) -> None:
    assert {each.blocks for each in FAULTS if each.code == code} == {(report,)}


@pytest.mark.parametrize("number", range(1, 6))
def test_a_step_not_begun_owes_nothing(number: int, tmp_path: Path) -> None:
    """A team at step n sees no fault for what step n + 1 will fill; reports 1 to n can be built."""
    checked = check(up_to(number).write(tmp_path), "zh")
    # What the third workbook adopts is to be in an alternative only once there are alternatives.
    assert [(d.code, d.place) for d in checked.diagnostics] == [] or number == 4
    ready = [report for report in ALL if not checked.unfilled(report) and not checked.blocking(report)]
    assert ready == list(ALL[:number])


def test_a_gap_is_no_error_before_its_step(tmp_path: Path) -> None:
    """The faults of the chain again, each with the workbooks after its issue or root cause not begun."""
    for number, code in ((2, "FD701"), (3, "FD801"), (4, "FD901")):
        sheet = draft()
        for case in (each for each in FAULTS if each.code == code):
            case.change(sheet)
        kept = up_to(number)
        kept.sheets = {title: rows for title, rows in sheet.sheets.items() if title in kept.sheets}
        folder = tmp_path / code
        folder.mkdir()
        assert code not in {d.code for d in check(kept.write(folder), "zh").diagnostics}
