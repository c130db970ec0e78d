"""Workbooks for tests, written plainly with openpyxl: cells as given, or a whole project from its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from fixdocs.project import Columns, Project
from fixdocs.schema import SHEETS, WHOLE, WORKBOOKS, Cell, Row, Sheet, expand, sheets_of
from fixdocs.words import Words, words_of
from fixdocs.workbook.titles import label

PROJECT = [
    ["项目名称", "客户投诉处理优化"],
    ["流程名称", "客户投诉处理"],
    ["组织名称", "示例公司"],
    ["项目负责人", "甲"],
    ["报告日期", "2026-07-10"],
    ["数据期间起", "2026-01-01"],
    ["数据期间止", "2026-06-30"],
]
"""The least a project form holds."""


def write(path: Path, sheets: Mapping[str, Iterable[Sequence[Any]]]) -> Path:
    """A workbook of plain sheets: title → rows from A1."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def write_project(project: Project, folder: Path, language: str = "zh") -> None:
    """The five workbooks that hold ``project``, headings and choices in one language."""
    words = words_of(language)
    for number in WORKBOOKS:
        sheets = {words.sheet(s.name).title: list(_rows(project, s, words)) for s in sheets_of(number)}
        write(folder / f"0{number}.xlsx", sheets)


def _rows(project: Project, sheet: Sheet, words: Words) -> Iterable[list[Any]]:
    if sheet.shape == "form":
        held = project.rows(sheet.name)
        for cell in sheet.cells():
            value = _shown(_value(held[0], cell), words) if held else None
            yield [label(words, sheet, cell), value]
        return
    cells = [cell for column in sheet.columns for cell in expand(column, _names(project, column))]
    yield [label(words, sheet, cell) for cell in cells]
    if sheet.shape == "mass":
        table: Columns = getattr(project, sheet.name)
        columns = [table.column(cell.id) for cell in cells]
        yield from ([_shown(value, words) for value in row] for row in zip(*columns))
    else:
        for row in project.rows(sheet.name):
            yield [_shown(_value(row, cell), words, cell) for cell in cells]


def _names(project: Project, column: Any) -> tuple[str, ...]:
    if column.spread is None or column.spread.source not in SHEETS:
        return ()
    key = SHEETS[column.spread.source].key[0]
    return tuple(getattr(row, key) for row in project.rows(column.spread.source))


def _value(row: Row, cell: Cell) -> Any:
    held = getattr(row, cell.owner.key)
    if cell.index is None:
        return None if cell.column.formula else held
    if isinstance(held, dict):
        value = held.get(cell.index)
        return "弃权" if cell.index in held and value is None else value
    assert isinstance(cell.index, int)
    if cell.index > len(held):
        return None
    item = held[cell.index - 1]
    return getattr(item, cell.column.key) if cell.owner.members else item


def _shown(value: Any, words: Words, cell: Cell | None = None) -> Any:
    if isinstance(value, StrEnum):
        return words.choice(value)
    if isinstance(value, tuple):
        return "、".join(str(_shown(each, words)) for each in value) or None
    if value == WHOLE:
        return "全流程"
    if cell is not None and cell.column.open and value in {m.value for m in cell.column.choices or ()}:
        return words.choice(cell.column.choices(value))  # type: ignore[misc]
    return value
