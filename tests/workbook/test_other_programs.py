"""Workbooks that other programs have saved again read the same: LibreOffice, ExcelJS and SheetJS."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from fixdocs.project import Columns, Project
from fixdocs.sample.write import write_sample
from fixdocs.schema import SHEETS
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import write_blank
from fixdocs.workbook.read.load import load
from tests.support.programs import need, requires

EXCELJS = """
const Excel = require('exceljs');
(async () => { for (const file of process.argv.slice(1)) {
  const book = new Excel.Workbook(); await book.xlsx.readFile(file); await book.xlsx.writeFile(file);
} })().catch(error => { console.error(error); process.exit(1); });
"""
SHEETJS = """
const X = require('xlsx');
for (const file of process.argv.slice(1)) X.writeFile(X.readFile(file, {cellDates: true, cellNF: true}), file);
"""


def by_node(code: str, files: list[Path]) -> None:
    folder = need("sheet-libraries")
    subprocess.run(
        [need("node"), "-e", code, *map(str, files)], check=True, timeout=180, env={**os.environ, "NODE_PATH": folder},
        capture_output=True,
    )  # fmt: skip


def by_office(files: list[Path]) -> None:
    """Open and save with LibreOffice, one start for all."""
    room = files[0].parent / "again"
    profile = f"-env:UserInstallation={(files[0].parent / 'profile').as_uri()}"
    command = [
        need("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(room),
    ]
    plain = [file.with_name(f"{n}.xlsx") for n, file in enumerate(files)]
    for file, name in zip(files, plain, strict=True):
        file.rename(name)
    subprocess.run([*command, *map(str, plain)], check=True, timeout=300, capture_output=True)
    for file, name in zip(files, plain, strict=True):
        shutil.move(room / name.name, file)
        name.unlink()
    shutil.rmtree(files[0].parent / "profile")
    room.rmdir()


PROGRAMS = [
    pytest.param(by_office, id="LibreOffice", marks=requires("soffice")),
    pytest.param(lambda files: by_node(EXCELJS, files), id="ExcelJS", marks=requires("sheet-libraries", "node")),
    pytest.param(lambda files: by_node(SHEETJS, files), id="SheetJS", marks=requires("sheet-libraries", "node")),
]


def held(project: Project) -> dict[str, object]:
    """Everything a project holds, by sheet, places left out."""
    found: dict[str, object] = {}
    for name in SHEETS:
        value = getattr(project, "info" if name == "project" else name)
        found[name] = {k: list(v) for k, v in value.values.items()} if isinstance(value, Columns) else value
    return found


@pytest.mark.parametrize("save", PROGRAMS)
def test_a_full_project_reads_the_same(save, tmp_path: Path) -> None:
    files = write_sample(tmp_path, words_of("zh"))
    before, faults = load(tmp_path)
    save([file for file in files if file.suffix == ".xlsx"])
    after, again = load(tmp_path)
    was, now = held(before), held(after)
    for name, rows in was.items():
        assert now[name] == rows, name
    assert [d.code for d in again] == [d.code for d in faults]


@pytest.mark.parametrize("save", PROGRAMS)
def test_blank_workbooks_stay_empty(save, tmp_path: Path) -> None:
    files, _ = write_blank(tmp_path, words_of("zh"))
    before = load(tmp_path)
    save(files)
    after = load(tmp_path)
    assert held(after[0]) == held(before[0])
    assert [d.code for d in after[1]] == [d.code for d in before[1]]
