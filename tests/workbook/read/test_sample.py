"""The sample project, written into workbooks and read again, is the sample project."""

from __future__ import annotations

import pytest

from fixdocs.project import Columns, Project
from fixdocs.sample import project as sample
from fixdocs.schema import SHEETS
from fixdocs.workbook.read.load import load

from ..books import write_project


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("sample")
    write_project(sample(), folder)
    project, diagnostics = load(folder)
    assert [(d.code, d.place.cell, d.values) for d in diagnostics] == []
    return project


@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if sheet.shape != "mass"])
def test_rows_come_back(read: Project, name: str) -> None:
    assert read.rows(name) == sample().rows(name)


@pytest.mark.parametrize("name", ["tickets", "log", "answers"])
def test_mass_tables_come_back(read: Project, name: str) -> None:
    table: Columns = getattr(read, name)
    expected: Columns = getattr(sample(), name)
    assert len(table) == len(expected) > 100
    for attribute in expected.values:
        assert list(table.column(attribute)) == list(expected.column(attribute)), attribute


def test_every_row_knows_its_cell(read: Project) -> None:
    for number, issue in enumerate(read.issues, 2):
        assert read.place(issue, "impact").cell == f"E{number}"
        assert read.place(issue, "impact").heading == "影响程度"
    assert read.info is not None
    assert read.place(read.info, "leader").cell == "B4"
    assert read.tickets.place(0, "created").cell == "B2"
