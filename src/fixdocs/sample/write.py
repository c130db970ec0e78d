"""The sample project as workbooks: written from the rows in memory, as a team would have filled them."""

from __future__ import annotations

from pathlib import Path

from ..errors import FileError
from ..project import Project
from ..schema import SHEETS, WORKBOOKS, sheets_of
from ..words import Words
from ..workbook.author.blank import file_name, make_folder, write_new
from ..workbook.author.book import Plan, SheetPlan, write_workbook
from . import project

_SPARE = 5
"""Numbered rows below those filled: a person who tries the sample adds some."""


def write_sample(folder: Path, words: Words) -> list[Path]:
    """Write the sample's five workbooks into ``folder``, headings and choices in the language of ``words``.

    Gives their paths. A workbook that is there and the same stays; raises FileError, before anything is written, where
    one is there and differs, for someone may have edited it; likewise where the folder cannot be used.
    """
    contents = {folder / file_name(number, words): sample_workbook(number, words) for number in WORKBOOKS}
    for path, content in contents.items():
        if path.exists() and not _holds(path, content):
            raise FileError("workbook.demo_differs", path=str(path))
    make_folder(folder)
    for path, content in contents.items():
        if not write_new(path, content) and not _holds(path, content):
            raise FileError("workbook.demo_differs", path=str(path))
    return list(contents)


def sample_workbook(number: int, words: Words) -> bytes:
    """Workbook 1 to 5 of the sample."""
    held = project()
    title, text = words.module("guide").BOOKS[number]
    sheets = tuple(_sheet(held, sheet.name) for sheet in sheets_of(number))
    info = held.info
    thresholds = (info.high_impact, info.high_frequency) if info else (4, 4)
    return write_workbook(Plan(sheets, title, text, thresholds=thresholds), words)


def _sheet(held: Project, name: str) -> SheetPlan:
    if SHEETS[name].shape == "mass":
        return SheetPlan(name, rows=getattr(held, name))
    rows = held.rows(name)
    # A numbered question would be one more column of the answers.
    return SheetPlan(name, rows=rows, number_to=0 if name == "questions" else len(rows) + _SPARE)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError as error:
        raise FileError("output.failed_read", path=str(path), reason=error.strerror or "") from error
