"""Fillable workbooks from the one definition of every column: a plan of sheets → the bytes of an .xlsx.

A plan says which sheets a workbook holds, with which rows they come, and what of them is locked. Everything else
(headings, dropdowns, prompts, checks, colours, live figures, guide, print set-up) follows from the schema and the
words of a language. The same plan gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from msgspec import Struct, field

from ...project import Columns
from ...schema import SHEETS, Row
from ...words import Words
from .cells import mapping_cells, row_cells, table_cells
from .checks import Checks
from .guide import Texts, write_guide
from .layout import Headed, Layout, form_layout, table_layout
from .lists import Formula, Lists
from .live import Live, Rows
from .rules import Rules
from .sheet import Author
from .styles import Styles, font_of

_CREATED = datetime(2026, 1, 1)
"""In every file's properties: the time of writing would make two equal workbooks differ."""

Filling = Row | Mapping[str, Any]


class SheetPlan(Struct, frozen=True):
    """A sheet of a workbook to write.

    ``rows`` are rows of the schema, or values by physical cell id (``impact``, ``exits[1].target``,
    ``values[可行性]``) where a row is only begun; a mass sheet takes a ``Columns``. ``number_to`` goes on numbering
    rows (P01, P02 …) up to that many in all. ``locked`` protects the sheet but for the columns ``open`` (attributes,
    or single physical cells). ``lists`` offer words of other workbooks in a dropdown, by column key. ``hidden`` lines
    of a form are left out. ``guidance`` replaces the text above the table.
    """

    name: str
    rows: Sequence[Filling] | Columns = ()
    number_to: int = 0
    locked: bool = False
    open: frozenset[str] = frozenset()
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    guidance: str = ""


class Plan(Struct, frozen=True):
    """A workbook to write: its sheets in order, the title and text of its guide.

    ``names`` are the headings of columns that stand for rows of a sheet which is not in the workbook: ``criteria`` or
    ``questions`` → the names; ``hints`` add a second line to such a heading; ``scales`` the lowest and highest score
    of a criterion. ``thresholds`` are the impact and frequency from which an issue is core, where the project form
    is not in the workbook. ``sections`` of the guide (heading → lines of name and text) stand in place of what it says
    of colours and cells in general: a reviewer needs no more than the alternatives and criteria. ``guide`` leaves the
    guide out.
    """

    sheets: tuple[SheetPlan, ...]
    title: str
    text: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    thresholds: tuple[int, int] = (4, 4)
    sections: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    guide: bool = True


def write_workbook(plan: Plan, words: Words) -> bytes:
    """The workbook of ``plan`` with headings, choices and texts in the language of ``words``."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "default_row_height": 24,
        "default_format_properties": {"font_name": font_of(words), "font_size": 10},
    }  # fmt: skip
    book = Workbook(stream, options)
    book.set_properties({"title": plan.title, "author": "fixdocs", "created": _CREATED})
    _write(book, plan, words)
    book.close()
    return stream.getvalue()


def _write(book: Any, plan: Plan, words: Words) -> None:
    from .grow import GrowingSheet

    rows = {sheet.name: _rows(sheet, words) for sheet in plan.sheets}
    headed = _headed(plan, rows, words)
    layouts = {sheet.name: _layout(sheet, words, headed, len(rows[sheet.name])) for sheet in plan.sheets}
    styles, lists = Styles(book, words), Lists(words)
    thresholds = _thresholds(plan, layouts, rows)
    scales = {**_scales(rows), **plan.scales}
    live = Live(words, layouts, rows, thresholds)
    author = Author(words, styles, Checks(words, lists, layouts, scales, rows), Rules(words, styles), live)
    if plan.guide:
        guide = book.add_worksheet(words.say("workbook.guide"))
        guide.activate()
        write_guide(guide, styles, words, Texts(plan.title, plan.text, plan.sections), list(layouts.values()))
    for planned in plan.sheets:
        _write_sheet(book, author, planned, layouts[planned.name])
    if lists.columns:
        reference = book.add_worksheet(lists.title, GrowingSheet)
        lists.write(reference, styles)
        if any(sheet.locked for sheet in plan.sheets):
            reference.hide()


def _write_sheet(book: Any, author: Author, planned: SheetPlan, layout: Layout) -> None:
    from .grow import GrowingSheet  # it needs XlsxWriter

    sheet = book.add_worksheet(layout.title, GrowingSheet)
    guidance = planned.guidance or author.words.module("guide").SHEETS[planned.name][0]
    if layout.sheet.shape == "form":
        author.form(sheet, layout, planned.lists, guidance)
        return
    closed = frozenset(cell.id for cell in layout.cells if {cell.owner.key, cell.id}.isdisjoint(planned.open))
    author.table(sheet, layout, planned.lists, guidance, closed if planned.locked else None)


def _layout(planned: SheetPlan, words: Words, headed: Headed, rows: int) -> Layout:
    sheet = SHEETS[planned.name]
    if sheet.shape == "form":
        return form_layout(sheet, words, planned.hidden)
    return table_layout(sheet, words, headed, rows if planned.locked else 0)


def _rows(planned: SheetPlan, words: Words) -> list[dict[str, Any]]:
    """The cells of every row that is written, the numbered empty ones included."""
    sheet = SHEETS[planned.name]
    if isinstance(planned.rows, Columns):
        return list(table_cells(planned.rows, words))
    rows = [row_cells(row, words) if isinstance(row, Row) else mapping_cells(sheet, row, words) for row in planned.rows]
    if sheet.prefix and planned.number_to > len(rows):
        rows += [{"id": key} for key in _ids(sheet.prefix, rows, planned.number_to - len(rows))]
    return rows


def _ids(prefix: str, rows: Sequence[Mapping[str, Any]], count: int) -> list[str]:
    """The next ids after those in use: P17, P18 …"""
    used = [str(row.get("id", ""))[len(prefix) :] for row in rows if str(row.get("id", "")).startswith(prefix)]
    last = max((int(number) for number in used if number.isdecimal()), default=0)
    return [f"{prefix}{number:02}" for number in range(last + 1, last + count + 1)]


def _headed(plan: Plan, rows: Mapping[str, Rows], words: Words) -> Headed:
    """The headings of spreads: as the plan gives them, else the rows of the sheet that they stand for."""
    names = dict(plan.names)
    hints = dict(plan.hints)
    for name in ("criteria", "questions"):
        key = SHEETS[name].key[0]
        if name in rows and name not in names:
            names[name] = tuple(str(row[key]) for row in rows[name] if key in row)
    for row in rows.get("criteria", ()):
        hints.setdefault(str(row.get("name", "")), criterion_hint(row, words))
    return Headed(names, hints)


def criterion_hint(row: Mapping[str, Any], words: Words) -> str:
    """What stands below a criterion's name where it is scored: what the ends of its scale mean.

    ``row`` holds the criterion's cells as :func:`row_cells` gives them.
    """
    values = {"low": f"{row.get('low', 1):g}", "high": f"{row.get('high', 5):g}"}
    anchors = {name: _unbracketed(row[name]) for name in ("anchor_low", "anchor_high") if name in row}
    if len(anchors) == 2:
        return words.say("workbook.criterion_anchors", **values, **anchors)
    return words.say("workbook.criterion_scale", **values, direction=row.get("direction", ""))


def criterion_levels(row: Mapping[str, Any], words: Words) -> str:
    """What the ends and the middle of a criterion's scale mean, where all three are said; else as the hint has it."""
    low, high = row.get("low", 1), row.get("high", 5)
    anchors = {name: row[name] for name in ("anchor_low", "anchor_middle", "anchor_high") if name in row}
    if len(anchors) < 3:
        return criterion_hint(row, words)
    values = {"low": f"{low:g}", "middle": f"{(low + high) / 2:g}", "high": f"{high:g}"}
    return words.say("workbook.criterion_levels", **values, **anchors)


def _unbracketed(text: Any) -> str:
    """Brackets inside a bracketed hint would end it early."""
    return "".join(mark for mark in str(text) if mark not in "()（）[]")


def _scales(rows: Mapping[str, Rows]) -> dict[str, tuple[float, float]]:
    return {str(row.get("name")): (row.get("low", 1.0), row.get("high", 5.0)) for row in rows.get("criteria", ())}


def _thresholds(
    plan: Plan, layouts: Mapping[str, Layout], rows: Mapping[str, Rows]
) -> dict[str, tuple[int | Formula, int]]:
    """What stands above the two ratings of issues, and its value: the project form's threshold if it is here."""
    found: dict[str, tuple[int | Formula, int]] = {}
    held = next(iter(rows.get("project", ())), {})
    for name, default in zip(("impact", "frequency"), plan.thresholds):
        if "project" not in layouts:
            found[name] = (default, default)
            continue
        place = layouts["project"].outside(f"high_{name}")
        value = held.get(f"high_{name}", default)
        found[name] = (Formula(f'=IF({place}="",{default},{place})', value), value)
    return found


__all__ = ["Plan", "SheetPlan", "criterion_hint", "criterion_levels", "row_cells", "write_workbook"]
