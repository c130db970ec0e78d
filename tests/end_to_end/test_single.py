"""One workbook for small teams: all that holds for five holds for it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from fixdocs.reports import REPORTS
from fixdocs.schema import sheets_of
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import requires
from tests.support.validate import assert_valid

from .folder import WORDS, Folder, run, whole_text
from .playing import type_in

NAME = WORDS.say("workbook.file_single") + ".xlsx"


@pytest.fixture
def blank(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "小组")
    assert run("new", str(folder.path), "--single").code == 0
    assert [path.name for path in folder.path.iterdir()] == [NAME]
    return folder


@pytest.fixture
def filled(blank: Folder, demo: Folder) -> Folder:
    for number in range(1, 6):
        type_in(demo.book(number), blank.path / NAME, number)
    return blank


def test_it_holds_every_sheet_once(blank: Folder) -> None:
    tabs = openpyxl.load_workbook(blank.path / NAME).sheetnames
    wanted = [WORDS.sheet(sheet.name).title for number in range(1, 6) for sheet in sheets_of(number)]
    assert [tab for tab in tabs if tab in wanted] == wanted
    assert len(tabs) == len(wanted) + 2  # the guide and the lists


def test_references_reach_over_the_steps(blank: Folder) -> None:
    """In five workbooks a list of another's keys stands still; in one it grows as that sheet does."""
    book = openpyxl.load_workbook(blank.path / NAME)
    for sheet, target in (
        ("问题清单", "流程步骤"),
        ("鱼骨图", "问题清单"),
        ("改进措施", "根因"),
        ("备选方案", "改进措施"),
    ):
        formulas = [rule.formula1 or "" for rule in book[sheet].data_validations.dataValidation]
        names = {name: str(defined.attr_text) for name, defined in book.defined_names.items()}
        reached = [text for formula in formulas for text in (formula, names.get(formula.lstrip("="), ""))]
        assert any(target in text for text in reached), sheet


def test_it_builds_the_same_five_reports(filled: Folder, demo: Folder) -> None:
    done = filled.build()
    assert done.code == 0, done.out + done.err
    badge = WORDS.say("front.sample")
    for report in REPORTS:
        whole = whole_text(demo.document(report)).replace(f"{badge}\n", "", 1)
        assert whole_text(filled.document(report)) == whole


def test_faults_are_named_and_marked_in_it(filled: Folder) -> None:
    book = openpyxl.load_workbook(filled.path / NAME)
    page = book["问题清单"]
    column = next(c.column for c in page[4] if str(c.value).startswith("影响程度"))
    page.cell(5, column).value = 9
    book.save(filled.path / NAME)
    done = filled.check("--mark")
    assert done.code == 1
    assert f"{NAME} > 问题清单 > {page.cell(5, column).coordinate}" in done.out
    copies = [
        path for path in (filled.path / WORDS.say("teamwork.marks_folder")).glob("*.xlsx") if NAME[:-5] in path.name
    ]
    marked = openpyxl.load_workbook(copies[0])["问题清单"].cell(5, column)
    assert marked.comment is not None
    assert marked.fill.fill_type == "solid"
    built = filled.build()
    assert built.code == 1
    assert "survey" in filled.reports()
    assert "issues" not in filled.reports()


def test_the_next_step_leaves_it_alone(blank: Folder, demo: Folder) -> None:
    type_in(demo.book(1), blank.path / NAME, 1)
    type_in(demo.book(2), blank.path / NAME, 2)
    before = (blank.path / NAME).read_bytes()
    done = run("next", str(blank.path))
    assert done.code == 0
    assert (blank.path / NAME).read_bytes() == before
    assert [path.name for path in blank.path.glob("*.xlsx")] == [NAME]
    assert "--additions" in done.out
    assert run("next", str(blank.path), "--additions").code == 0
    (added,) = [path for path in blank.path.glob("*.xlsx") if path.name != NAME]
    assert "鱼骨图" in openpyxl.load_workbook(added).sheetnames


def test_status_counts_its_sheets(filled: Folder) -> None:
    done = run("status", str(filled.path))
    assert done.code == 0
    assert done.out.count("[x]") >= 20


def test_it_is_clean(filled: Folder) -> None:
    assert_clean(filled.path / NAME)


@requires("validator")
def test_a_blank_one_is_valid(blank: Folder) -> None:
    assert_valid([blank.path / NAME])
