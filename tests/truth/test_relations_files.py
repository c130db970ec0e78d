"""The same rows in one set of workbooks or in two: the same reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.diagnostics import Severity
from fixdocs.project import Columns, Project
from fixdocs.rules import check
from fixdocs.schema import SHEETS
from fixdocs.workbook.read.load import load
from tests.workbook.books import write_project

from . import turned as c
from .noticed import Noticed, noticed
from .projects import PROJECTS

TOGETHER = {*c.FLOWS, "criteria", "questions", "scores", "answers"}
"""Sheets that stay in the first file: a blank way out leads to its next row, and some columns are headed by rows."""


def half(project: Project, which: int) -> Project:
    """The first half of the rows of every sheet with all that stays together, or (1) the second half."""
    held: dict[str, Any] = {}
    for name, sheet in SHEETS.items():
        key = "info" if name == "project" else name
        rows = getattr(project, key)
        if sheet.shape == "form" or name in TOGETHER:
            empty = None if sheet.shape == "form" else Columns(name) if sheet.shape == "mass" else ()
            held[key] = empty if which else rows
        elif isinstance(rows, Columns):
            values = {k: _cut(column, which) for k, column in rows.values.items()}
            held[key] = replace(rows, values=values, rows=_cut(rows.rows, which), origin=_cut(rows.origin, which))
        else:
            held[key] = _cut(rows, which)
    return replace(project, **held)


def _cut(rows: Any, which: int) -> Any:
    middle = (len(rows) + 1) // 2
    return rows[middle:] if which else rows[:middle]


def read(folder: Path) -> Noticed:
    """What the reports of the workbooks in ``folder`` say."""
    project, faults = load(folder)
    assert [fault for fault in [*faults, *check(project)] if fault.severity is Severity.ERROR] == []
    return noticed(project)


@pytest.mark.parametrize("name", list(PROJECTS))
def test_rows_in_two_files_say_what_they_say_in_one(name: str, tmp_path: Path) -> None:
    project = PROJECTS[name]()
    write_project(project, tmp_path / "one")
    (tmp_path / "two").mkdir()
    for n in (0, 1):
        write_project(half(project, n), tmp_path / f"half{n}")
        for path in sorted((tmp_path / f"half{n}").iterdir()):
            path.rename(tmp_path / "two" / f"{path.stem}-{n}.xlsx")
    one, two = read(tmp_path / "one"), read(tmp_path / "two")
    assert one.values == two.values
    assert one.claims == two.claims
    assert one.texts == two.texts
