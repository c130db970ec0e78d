"""The rows of the ledgers → 数据出处.xlsx, with links into the workbooks beside it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, Final

from msgspec.structs import replace

from ..analysis.facts import Fact
from ..analysis.issues import Quadrant
from ..look import COLOURS
from ..opc import read_parts, write_parts
from ..project import Project
from ..schema.choices import YesNo
from ..schema.survey import Step
from ..words import Words
from .cells import Finder, Range
from .ledger import Printed

_CREATED: Final = datetime(2026, 1, 1)  # the time of writing would make two equal files differ
_WIDTHS: Final = (20, 24, 26, 44, 14, 30, 46, 12, 8, 10)
_LINKS: Final = 6  # columns of links; what is more is told in the last one
_LINK_WIDTH: Final = 32
_NUMBER: Final = re.compile(r"\[([^]]*)\]")  # which of a repeated column: months[3], exits[1].share
_GROUPS: Final = frozenset({
    "as_is", "to_be", "customers", "staff", "unstated", "all", "complaints", "tickets", "log", "indicator", "kind",
    "step", "workdays", "days", "core", "major", "quick", "watch", "investment", "running_cost", "saving",
    "person_days", "tasks", "duties", "measures", "core_issues", "other_issues", "top", "rated", "unrated",
    "interview", "observation", "question", "complaint", "ticket",
})  # fmt: skip
"""What facts speak of that is neither a record nor a choice of the workbooks."""
_OF_STEPS: Final = frozenset(column.key for column in Step.sheet.columns)
"""Columns of the steps, which facts of two flows speak of."""
_COLUMNS: Final = (
    "report", "chapter", "table", "text", "printed", "what", "rule", "basis", "n", "left_out",
)  # fmt: skip


def write_book(rows: Sequence[Printed], project: Project, words: Words) -> bytes:
    """The workbook; the same rows give the same bytes.

    It stands in a folder of the project: its links go one folder up, to the cells of the files the project was read
    from. Where scoring is anonymous nothing leads to a reviewer: neither his cells nor his number.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = words.say("sources.title")
    book.set_properties({"created": _CREATED, "author": "fixdocs", "title": title})
    sheet = book.add_worksheet(title)
    font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top", "text_wrap": True}
    plain = book.add_format({**font, "border": 1, "border_color": f"#{COLOURS['rule']}"})
    link = book.add_format({**font, "border": 1, "border_color": f"#{COLOURS['rule']}", "font_color": "#0563C1",
                            "underline": 1})  # fmt: skip
    head = book.add_format({**font, "bold": True, "font_color": "#FFFFFF", "bg_color": f"#{COLOURS['primary']}"})
    _write_head(sheet, words, head)
    finder = Finder(project)
    for at, row in enumerate(_without_reviewers(rows, project), 1):
        for column, text in enumerate(_texts(row, words)):
            sheet.write_string(at, column, text, plain)
        _write_links(sheet, at, finder.ranges(row.fact.sources), words, link)
    sheet.autofilter(0, 0, max(len(rows), 1), len(_COLUMNS) + _LINKS - 1)
    _set_up(sheet, len(rows))
    book.close()
    return _with_plain_slashes(stream.getvalue())


def _without_reviewers(rows: Sequence[Printed], project: Project) -> Sequence[Printed]:
    """``rows`` without what would tell who gave which score, where the scoring is anonymous."""
    if project.info is None or project.info.anonymous is not YesNo.YES:
        return rows
    people = {text for r in project.reviewers for text in (r.id, r.name)}

    def hidden(fact: Fact) -> Fact:
        kept = tuple(cells for cells in fact.sources if cells.sheet not in ("scores", "reviewers"))
        return replace(fact, sources=kept, about=tuple(part for part in fact.about if part not in people))

    return [replace(row, fact=hidden(row.fact)) for row in rows]


def _with_plain_slashes(content: bytes) -> bytes:
    """Links to neighbours are written with backslashes, which only one system follows."""
    parts = read_parts(content)
    return write_parts(
        {name: p.replace(b'"..\\', b'"../') if name.endswith(".rels") else p for name, p in parts.items()}
    )


def _write_head(sheet: Any, words: Words, head: Any) -> None:
    for column, (name, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words.say(f"sources.head_{name}"), head)
    for n in range(_LINKS):
        column = len(_COLUMNS) + n
        sheet.set_column(column, column, _LINK_WIDTH)
        sheet.write_string(0, column, words.say("sources.head_cells", n=n + 1), head)


def _set_up(sheet: Any, rows: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, rows, len(_COLUMNS))  # with all links a page could not be read


def _texts(row: Printed, words: Words) -> tuple[str, ...]:
    fact = row.fact
    what, rule = explained(fact, words)
    return (
        words.say(f"reports.{row.report}"), row.chapter or words.say("sources.front"), row.table, row.text,
        row.printed, what, rule,
        words.say(f"sources.basis_{fact.basis}"), "" if fact.n is None else str(fact.n),
        str(fact.left_out) if fact.left_out else "",
    )  # fmt: skip


def explained(fact: Fact, words: Words) -> tuple[str, str]:
    """What a fact is, of what, and how it is computed."""
    if fact.kind == "filled":
        sheet, *keys, attribute = fact.about
        number = _NUMBER.search(attribute)
        column = words.label(sheet, _NUMBER.sub("", attribute), number[1] if number else None)
        text = words.say("sources.filled", sheet=words.sheet(sheet).title, column=column)
        return _of(text, keys, words), words.say("sources.filled_rule")
    held = words.fact(fact.kind)
    return _of(held.name, fact.about, words), held.rule


def _of(text: str, about: Sequence[str], words: Words) -> str:
    named = [_named(part, words) for part in about if part]
    return words.say("sources.of", what=text, about=words.say("format.joint").join(named)) if named else text


def _named(part: str, words: Words) -> str:
    """What a fact speaks of, in words: a choice, a group that only facts know, or a record's own number or name."""
    if isinstance(part, StrEnum) and not isinstance(part, Quadrant):
        return words.choice(part)
    if part in _GROUPS:
        return words.say(f"sources.about_{part}")
    return words.label(Step.sheet.name, part) if part in _OF_STEPS else part


def _write_links(sheet: Any, at: int, found: Sequence[Range], words: Words, link: Any) -> None:
    for n, held in enumerate(found[:_LINKS]):
        text = _shown(held, words)
        if n == _LINKS - 1 and len(found) > _LINKS:
            text = words.say("sources.more", first=text, n=len(found) - _LINKS)
        sheet.write_url(at, len(_COLUMNS) + n, _target(held), link, text)


def _shown(held: Range, words: Words) -> str:
    file = PurePosixPath(held.source.file).name
    if not held.source.tab:
        return words.say("sources.lines", file=file, top=held.top, bottom=held.bottom)
    return words.say("sources.cell", file=file, tab=held.source.tab, cell=held.address)


def _target(held: Range) -> str:
    """A link's target; a text file has no cells to open at."""
    file = f"external:../{held.source.file}"
    if not held.source.tab:
        return file
    tab = held.source.tab.replace("'", "''")
    return f"{file}#'{tab}'!{held.address}"
