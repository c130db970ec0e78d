"""Every project of the tests is sound: the rules find no error in it, and all five reports are made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.diagnostics import Severity
from fixdocs.pipeline import check as checked
from fixdocs.reports import REPORTS, Report
from fixdocs.rules import check
from fixdocs.schema import SHEETS, WORKBOOKS, sheets_of
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import file_name
from fixdocs.workbook.author.book import Plan, SheetPlan, write_workbook
from tests.reports.reading import Read, built, dangling

from .projects import PROJECTS

ZH = words_of("zh")


@pytest.mark.parametrize("name", PROJECTS)
def test_no_rule_finds_an_error(name: str) -> None:
    assert [found for found in check(PROJECTS[name]()) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", PROJECTS)
def test_a_report_is_made_and_its_sentences_are_whole(name: str, report: Report) -> None:
    text = Read(built(report, PROJECTS[name]())).text
    assert text
    assert dangling(text) == []


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_filled_into_workbooks_is_read_back(name: str, tmp_path: Path) -> None:
    project = PROJECTS[name]()
    for number in WORKBOOKS:
        plan = tuple(
            SheetPlan(
                sheet.name, rows=getattr(project, sheet.name) if sheet.shape == "mass" else project.rows(sheet.name)
            )
            for sheet in sheets_of(number)
        )
        (tmp_path / file_name(number, ZH)).write_bytes(
            write_workbook(Plan(plan, *ZH.module("guide").BOOKS[number]), ZH)
        )
    read = checked(tmp_path)
    assert [found for found in read.diagnostics if found.severity is Severity.ERROR] == []
    for sheet in SHEETS:
        if SHEETS[sheet].shape != "mass":
            assert read.project.rows(sheet) == project.rows(sheet)
            continue
        table, held = getattr(read.project, sheet), getattr(project, sheet)
        assert {key: list(table.column(key)) for key in held.values} == {k: list(v) for k, v in held.values.items()}
