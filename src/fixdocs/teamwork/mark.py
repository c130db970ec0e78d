"""``check --mark``: copies of the workbooks with every fault where it is, and one list of them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from ..diagnostics import Diagnostic, Place, Severity
from ..diagnostics.tell import Told, tell
from ..output.folder import Output, OutputFolder, Written
from ..reports import blocked
from ..words import Words
from ..workbook.annotate.copy import FaultList, ListRow, Mark, NotMarkableError, annotate

_WIDTHS: Final = (8, 9, 44, 60, 46, 40)


def write_marks(folder: Path, diagnostics: Sequence[Diagnostic], words: Words) -> list[Written]:
    """Write the marked copies of a project's workbooks, and the list, into its folder 检查结果.

    Files without a fault get no copy; a copy from an earlier check that is no longer needed goes, unless somebody
    has worked in it. Raises FileError where the folder cannot be used.
    """
    outputs = [_list(diagnostics, words), *_copies(folder, diagnostics, words)] if diagnostics else []
    with OutputFolder(folder / words.say("teamwork.marks_folder"), words) as held:
        written = held.write(outputs)
        held.retire({output.name for output in outputs})
    return written


def _copies(folder: Path, diagnostics: Sequence[Diagnostic], words: Words) -> Iterable[Output]:
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_file.setdefault(diagnostic.place.source.file, []).append(diagnostic)
    for file, found in sorted(by_file.items()):
        if not file:
            continue  # a sheet that stands in no file: on the list
        try:
            content = (folder / file).read_bytes()
            yield Output(_flat(file), annotate(content, _marks(found, words), fault_list(found, words)))
        except (NotMarkableError, OSError):
            continue  # .xls, .ods, .csv and what cannot be read: on the list


def _flat(file: str) -> str:
    """The name of a copy: a file of a folder inside the project carries that folder's name."""
    return "_".join(PurePosixPath(file).parts)


def _marks(diagnostics: Sequence[Diagnostic], words: Words) -> list[Mark]:
    marks = []
    for diagnostic in diagnostics:
        told = tell([diagnostic], words)[0]
        grave = list(Severity).index(diagnostic.severity)
        kind = words.say(f"cli.{diagnostic.severity.value}")
        note = words.say("teamwork.note", kind=kind, code=told.code, text=told.text, cure=told.cure)
        for place in (diagnostic.place, *_same_file(diagnostic)):
            if place.row:
                marks.append(Mark(place.source.tab, place.row, place.column, grave, note))
    return marks


def _same_file(diagnostic: Diagnostic) -> list[Place]:
    return [other for other in diagnostic.others if other.source.file == diagnostic.place.source.file]


def fault_list(diagnostics: Iterable[Diagnostic], words: Words, *, files: bool = False) -> FaultList:
    """The list of ``diagnostics``; its links lead into the same workbook (none with ``files``)."""
    rows = []
    for told in tell(diagnostics, words):
        place = told.first.place
        tab = "" if files else place.source.tab
        cell = place.cell or f"A{place.row or 1}"
        rows.append(ListRow(list(Severity).index(told.severity), _cells(told, words), tab, cell))
    headings = tuple(words.say(f"teamwork.list_{key}") for key in ("kind", "code", "where", "text", "cure", "blocks"))
    return FaultList(words.say("teamwork.marks_tab"), words.say("teamwork.author"), headings, _WIDTHS, tuple(rows))


def _cells(told: Told, words: Words) -> tuple[str, ...]:
    reports = words.say("cli.joint").join(words.say(f"reports.{r}") for r in blocked(told.first))
    many = words.say("cli.places", n=told.count) if told.count > 1 else ""
    kind = words.say(f"cli.{told.severity.value}")
    return (kind, told.code, f"{told.where}{many}", told.text, told.cure, reports)


def _list(diagnostics: Sequence[Diagnostic], words: Words) -> Output:
    """A workbook that lists every fault of the project, those in files that cannot be marked included."""
    from ..workbook.annotate.listing import listing

    return Output(words.say("teamwork.list_file"), listing(fault_list(diagnostics, words, files=True)))
