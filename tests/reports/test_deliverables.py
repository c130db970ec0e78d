"""What reports say of themselves, and what follows from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import fixdocs.reports
from fixdocs.diagnostics import Diagnostic, Place, Source
from fixdocs.reports import DELIVERABLES, REPORTS, Report, blocked, readers
from fixdocs.schema import SHEETS


def test_every_folder_is_a_report_in_its_place() -> None:
    folders = {path.parent.name for path in Path(fixdocs.reports.__path__[0]).glob("*/report.py")}
    assert set(REPORTS) == folders
    assert [held.number for held in DELIVERABLES.values()] == [*range(1, len(REPORTS) + 1)]


@pytest.mark.parametrize("report", REPORTS)
def test_its_sheets_are_in_the_schema(report: Report) -> None:
    assert DELIVERABLES[report].sheets <= SHEETS.keys()


def test_reports_are_known_without_what_they_are_made_of() -> None:
    """Every command pays for this import: no schema, no analysis, no Word."""
    code = "import sys, fixdocs.reports; print(*sorted(m for m in sys.modules if m.startswith('fixdocs.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert rooms == {"diagnostics", "reports"}
    assert not any(name.endswith(".report") for name in done.stdout.split())


def test_every_sheet_has_a_reader_and_a_cover_has_all() -> None:
    assert [sheet for sheet in SHEETS if not readers(sheet)] == []
    assert readers("project") == readers("revisions") == REPORTS


@pytest.mark.parametrize(
    ("code", "sheet", "reports"),
    [
        ("FD205", "project", REPORTS),
        ("FD202", "goals", ("survey", "issues", "plan")),
        ("FD405", "steps", ("survey", "plan")),  # the list of issues names steps and shows no flow
        ("FD405", "to_be", ("plan",)),
        ("FD505", "tickets", ("survey",)),
        ("FD901", "reviewers", ("evaluation",)),
        ("FD502", "project", ()),  # a warning
        ("FD101", "", ()),
    ],
)
def test_what_a_fault_blocks(code: str, sheet: str, reports: tuple[str, ...]) -> None:
    assert blocked(Diagnostic(code, Place(Source("a.xlsx"), sheet=sheet))) == reports


def test_a_fault_may_spoil_another_sheet_than_its_own() -> None:
    fault = Diagnostic("FD107", Place(Source("a.xlsx"), sheet="mapping"), sheets=frozenset(("tickets",)))
    assert blocked(fault) == ("survey", "issues")
