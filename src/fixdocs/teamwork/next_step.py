"""``next``: the next step's workbook, prefilled from the earlier ones; what is new where it is begun already."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..output.folder import replace_file
from ..project import Project
from ..schema import SHEETS, WORKBOOKS, Row, sheets_of
from ..words import Words
from ..workbook.author.blank import blank_plan, blank_sheet, file_name, write_new
from ..workbook.author.book import Plan, SheetPlan, write_workbook
from ..workbook.open.raw import UnreadableError
from ..workbook.open.xlsx import read_xlsx
from ..workbook.read.begun import begun_rows
from .prefill import GIVEN, Prefill, prefill

STEPS = WORKBOOKS[1:]


class Handed(Struct, frozen=True):
    """What became of one step's workbook.

    ``written`` is the prefilled workbook, or the file of additions; ``kept`` the workbooks that hold something and
    were not touched; ``new`` what an earlier step has brought since, by sheet; ``missing`` the sheet that must be
    filled first.
    """

    workbook: int
    written: Path | None = None
    kept: tuple[str, ...] = ()
    new: Prefill | None = None
    missing: str = ""


def hand_over(folder: Path, project: Project, words: Words, *, additions: bool = False) -> list[Handed]:
    """Prefill the first step that has not begun; for those that have, tell what is new (``additions``: write it).

    Raises FileError where a file cannot be written.
    """
    begun = begun_rows(folder)
    answer: list[Handed] = []
    for number in STEPS:
        if not project.count(ground_of(number)):
            return [*answer, Handed(number, missing=ground_of(number))]
        if not any(project.count(sheet) for sheet in telling(number, words)):
            return [*answer, _begin(folder, project, words, number, additions)]
        new = prefill(project, number, begun)
        kept = files_of(project, number)
        if not new.count:
            continue
        written = _write_additions(folder, project, words, new) if additions else None
        answer.append(Handed(number, written, kept, new))
    return answer


def ground_of(number: int) -> str:
    """The sheet that must hold a record before a step can begin: the first table the step before cannot do without."""
    return next(s.name for s in sheets_of(number - 1) if s.need == "required" and s.shape == "table")


def telling(number: int, words: Words) -> tuple[str, ...]:
    """The sheets of which a record shows that a step has begun: those that come without records."""
    given = {sheet.name for sheet in blank_plan(number, words).sheets if sheet.rows} | GIVEN
    return tuple(sheet.name for sheet in sheets_of(number) if sheet.name not in given)


def files_of(project: Project, number: int) -> tuple[str, ...]:
    """The files that hold sheets of a workbook, in order."""
    sources = (source for sheet in sheets_of(number) for source in project.tables.get(sheet.name, ()))
    return tuple(dict.fromkeys(source.file for source in sources))


def _begin(folder: Path, project: Project, words: Words, number: int, additions: bool) -> Handed:
    """Write the prefilled workbook, in place of a blank one or where there is none."""
    begun = begun_rows(folder)
    held = files_of(project, number)
    path = folder / file_name(number, words)
    start = prefill(project, number)
    content = write_workbook(_plan(start, words), words)
    if path.exists() and held in ((path.name,), ()) and _is_blank(path, number, words):
        replace_file(path, content)
        return Handed(number, path, new=start)
    if not held and write_new(path, content):
        return Handed(number, path, new=start)
    new = prefill(project, number, begun)
    written = _write_additions(folder, project, words, new) if additions and new.count else None
    return Handed(number, written, held or (path.name,), new)


def _plan(start: Prefill, words: Words) -> Plan:
    """The blank workbook with rows and lists put in."""
    blank = blank_plan(start.workbook, words)
    return replace(blank, sheets=tuple(_sheet(sheet, start) for sheet in blank.sheets))


def _sheet(sheet: SheetPlan, start: Prefill) -> SheetPlan:
    rows: Sequence[Row | Mapping[str, object]] = start.rows.get(sheet.name, ())
    lists = column_lists(sheet.name, start.lists)
    return replace(sheet, rows=tuple(rows) or sheet.rows, lists=lists, number_to=sheet.number_to + len(rows))


def column_lists(sheet: str, lists: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, tuple[str, ...]]:
    """The keys each reference column of ``sheet`` may take, from the workbooks before."""
    found: dict[str, tuple[str, ...]] = {}
    for column in SHEETS[sheet].columns:
        targets = column.reference.targets if column.reference else ()
        keys = tuple(dict.fromkeys(key for target in targets for key, _ in lists.get(target, ())))
        if keys:
            found[column.key] = keys
    return found


def _is_blank(path: Path, number: int, words: Words) -> bool:
    """Whether a workbook holds nothing but what a blank one comes with, however it was saved."""
    with tempfile.TemporaryDirectory() as room:
        other = Path(room) / "blank.xlsx"
        other.write_bytes(write_workbook(blank_plan(number, words), words))
        try:
            here, there = read_xlsx(path, ""), read_xlsx(other, "")
        except (UnreadableError, OSError):
            return False
    return [(s.source.tab, s.rows) for s in here] == [(s.source.tab, s.rows) for s in there]


def _write_additions(folder: Path, project: Project, words: Words, new: Prefill) -> Path:
    """Only what is new, in a workbook of its own: the reader takes the same sheet of several files as one."""
    title, text = words.module("guide").BOOKS[new.workbook]
    sheets = tuple(
        replace(_sheet(blank_sheet(name, words), new), rows=tuple(rows), number_to=0) for name, rows in new.rows.items()
    )
    names = {"criteria": tuple(criterion.name for criterion in project.criteria)}
    content = write_workbook(Plan(sheets, title, text, names=names), words)
    stem = Path(file_name(new.workbook, words)).stem
    number = 1
    while True:
        path = folder / words.say("teamwork.additions_file", stem=stem, n=number)
        if not path.exists() and write_new(path, content):
            return path
        number += 1


__all__ = ["STEPS", "Handed", "column_lists", "files_of", "ground_of", "hand_over", "telling"]
