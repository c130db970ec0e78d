"""A project folder as a test uses it: fill cells as a person would, run commands, read the reports back."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.document import Document
from docx.oxml.ns import qn

from fixdocs.cli.app import run as run_command
from fixdocs.reports import REPORTS
from fixdocs.words import words_of

WORDS = words_of("zh")
REPORT_FILES = {r: f"{n:02}-{WORDS.say(f'reports.{r}')}.docx" for n, r in enumerate(REPORTS, 1)}
BOOKS = {n: WORDS.say(f"workbook.file_{n}") + ".xlsx" for n in range(1, 6)}


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Done:
    """A command line, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_command(arguments)
    return Done(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Folder:
    """A project folder."""

    path: Path

    def copied(self, target: Path) -> Folder:
        """The inputs, without reports."""
        target.mkdir(parents=True)
        for file in sorted(self.path.iterdir()):
            if file.is_file():
                shutil.copy2(file, target)
        return Folder(target)

    def book(self, number: int) -> Path:
        return self.path / BOOKS[number]

    def report(self, name: str) -> Path:
        return self.path / "交付文档" / REPORT_FILES[name]

    def document(self, name: str) -> Document:
        return docx.Document(str(self.report(name)))

    def reports(self) -> dict[str, bytes]:
        """Every report that is there, by its key."""
        return {name: self.report(name).read_bytes() for name in REPORTS if self.report(name).exists()}

    def build(self, *options: str) -> Done:
        return run("build", str(self.path), *options)

    def check(self, *options: str) -> Done:
        return run("check", str(self.path), *options)

    def set(self, number: int, sheet: str, key: str, heading: str, value: Any) -> Any:
        """Put ``value`` into the cell of the row that begins with ``key``; what stood there."""
        book = openpyxl.load_workbook(self.book(number))
        page = book[sheet]
        column, top = _heading(page, heading)
        row = next(r for r in range(top + 1, page.max_row + 1) if _matches(page, r, key))
        before = page.cell(row, column).value
        page.cell(row, column).value = value
        book.save(self.book(number))
        return before

    def fill(self, number: int, sheet: str, rows: list[dict[str, Any]]) -> int:
        """Fill a table's first rows by heading; how many cells were written."""
        book = openpyxl.load_workbook(self.book(number))
        page = book[sheet]
        filled = 0
        top = _heading(page, next(iter(rows[0])))[1]
        for offset, row in enumerate(rows, 1):
            for heading, value in row.items():
                page.cell(top + offset, _heading(page, heading)[0]).value = value
                filled += 1
        book.save(self.book(number))
        return filled

    def fill_form(self, number: int, sheet: str, values: dict[str, Any]) -> int:
        """Fill a form by label; how many cells were written."""
        book = openpyxl.load_workbook(self.book(number))
        page = book[sheet]
        for label, value in values.items():
            cell = next(c for c in page["A"] if _bare(c.value) == label)
            page.cell(cell.row, 2).value = value
        book.save(self.book(number))
        return len(values)

    def clear(self, number: int, *sheets: str) -> None:
        """Empty the data rows of tables."""
        book = openpyxl.load_workbook(self.book(number))
        for sheet in sheets:
            page = book[sheet]
            for row in page.iter_rows(min_row=5):
                for cell in row:
                    if not isinstance(cell, openpyxl.cell.cell.MergedCell):
                        cell.value = None
        book.save(self.book(number))


def _bare(value: Any) -> str:
    """A heading without star, hint and line breaks."""
    return re.split(r"[\n*（(]", str(value or ""))[0].strip()


def _heading(page: Any, heading: str) -> tuple[int, int]:
    """Column and row of a heading."""
    for row in page.iter_rows(min_row=1, max_row=8):
        for cell in row:
            if _bare(cell.value) == heading:
                return cell.column, cell.row
    raise KeyError(f"{page.title}: {heading}")


def _matches(page: Any, row: int, key: str) -> bool:
    keys = key.split("|")
    return [str(page.cell(row, n + 1).value) for n in range(len(keys))] == keys


def texts(document: Document) -> Iterator[str]:
    """Every paragraph's text, those in tables, text boxes and drawings included."""
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def whole_text(document: Document) -> str:
    return "\n".join(texts(document))


def part_names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return package.namelist()


ROOT_SOURCE = str(Path(__file__).resolve().parents[2] / "src")
