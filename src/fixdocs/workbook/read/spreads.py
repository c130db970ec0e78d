"""Columns whose headings come from elsewhere: months, criteria, questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...schema import SHEETS, Cell
from .faults import Faults
from .headings import Vocabulary, loosened, vocabulary, with_months, with_spread
from .recognise import Table, find_headings

_SHORTEST = 2
"""Characters a question must have to be found by its text alone."""


def relocate(table: Table, known: Vocabulary, faults: Faults) -> bool:
    """Read the headings of a table again with all it may be headed by; FD106 where none are found."""
    located = find_headings(table.raw, table.sheet, known)
    if located is None:
        faults.add("FD106", table.place(), sheet=faults.words.sheet(table.sheet.name).title)
        return False
    table.located = located
    return True


def month_vocabulary(begin: date | None) -> Vocabulary:
    """The headings of 运行数据: 第1月 …, and the months of the data period by name."""
    base = vocabulary("indicators")
    return with_months(base, SHEETS["indicators"], begin) if begin else base


def criterion_vocabulary(names: Iterable[str]) -> Vocabulary:
    """The headings of 评分: a column a criterion."""
    return with_spread(vocabulary("scores"), SHEETS["scores"], {name: name for name in names})


def question_vocabulary(questions: Iterable[tuple[str, str]]) -> Vocabulary:
    """The headings of 问卷答卷: a column a question, headed by its id or its text as exports write it."""
    pairs = list(questions)
    names = {key: key for key, _ in pairs} | {text: key for key, text in pairs}
    exact = with_spread(vocabulary("answers"), SHEETS["answers"], names)
    cells = {str(cell.index): cell for cell in exact.names.values()}
    loose: dict[str, Cell] = {}
    doubled: set[str] = set()
    for key, text in pairs:
        form = loosened(text)[0] if loosened(text) else ""
        if len(form) < _SHORTEST or loose.setdefault(form, cells[key]) is not cells[key]:
            doubled.add(form)
    return Vocabulary(exact.names, {form: cell for form, cell in loose.items() if form not in doubled})
