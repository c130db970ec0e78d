"""Where the headings of a sheet stand, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct, field

from ...schema import SHEETS, Cell, Sheet, expand
from ...words import LANGUAGES, words_of
from ..open.raw import FormulaFault, RawSheet
from ..titles import label
from .convert import as_text
from .lexicon import bare, heading, month_forms

_NUMBER = re.compile(r"^[q#]?\d+[\d.\-]*[、.:)]*")
_MARKS = re.compile(r"\W+")
_DEPTH = 40
"""Rows that hold anything, from the top, among which the heading row is looked for."""


class Vocabulary(Struct, frozen=True):
    """The headings a sheet may have: normal form → physical column.

    ``loose`` are the texts of questions, found by what :func:`loosened` leaves of a heading.
    """

    names: Mapping[str, Cell]
    loose: Mapping[str, Cell] = field(default_factory=dict)

    def find(self, text: str) -> Cell | None:
        """The column headed so; brackets with hints are ignored where the whole is not known."""
        found = self.names.get(heading(text)) or self.names.get(bare(text))
        if found is None and self.loose:
            found = next((self.loose[form] for form in loosened(text) if form in self.loose), None)
        return found


def loosened(text: str) -> tuple[str, ...]:
    """A question without its number and punctuation, whole and without the stem it shares with others.

    Questionnaire sites export ``7、请评分：—我害怕当面拒绝别人``: number, stem, dash, item.
    """
    wholes = [_NUMBER.sub("", form(text)) for form in (heading, bare)]
    parts = [*wholes, *(re.split("[—:]", whole)[-1] for whole in wholes)]
    return tuple(dict.fromkeys(_MARKS.sub("", part) for part in parts if part))


class Located(Struct):
    """A heading row and what was found in it; ``columns`` are by the id of the physical column.

    ``unknown`` and ``doubled`` are (row, column, text). In a form ``rows`` holds the row of each label, and
    ``columns`` the column of its value.
    """

    first: int
    last: int
    columns: dict[str, int] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    unknown: list[tuple[int, int, str]] = field(default_factory=list)
    doubled: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, cell: Cell, row: int, column: int, text: str, shift: int = 0) -> None:
        """Note a column found; of two with one heading the first counts."""
        if cell.id in self.columns:
            self.doubled.append((row, column, text))
            return
        self.columns[cell.id] = column + shift
        self.cells[cell.id] = cell
        self.headings[cell.id] = text
        self.rows[cell.id] = row


@cache
def vocabulary(name: str) -> Vocabulary:
    """The headings of the sheet ``name`` that the schema knows, in every language."""
    return Vocabulary(_names(SHEETS[name]))


def _names(sheet: Sheet) -> dict[str, Cell]:
    pairs = [(label(words_of(language), sheet, cell), cell) for language in LANGUAGES for cell in sheet.cells()]
    return _forms(pairs)


def _forms(pairs: Iterable[tuple[str, Cell]]) -> dict[str, Cell]:
    """Whole headings first, so that one without its brackets never hides another."""
    known: dict[str, Cell] = {}
    for form in (heading, bare):
        for text, cell in pairs:
            if normal := form(text):
                known.setdefault(normal, cell)
    return known


def with_spread(base: Vocabulary, sheet: Sheet, names: Mapping[str, str]) -> Vocabulary:
    """The vocabulary with the columns of the sheet's spread: heading → index (a criterion, a question's id)."""
    spread = next(column for column in sheet.columns if column.spread is not None)
    cells = {index: cell for index in dict.fromkeys(names.values()) for cell in expand(spread, (index,))}
    return Vocabulary({**_forms([(text, cells[index]) for text, index in names.items()]), **base.names})


def with_months(base: Vocabulary, sheet: Sheet, begin: date) -> Vocabulary:
    """The vocabulary with the names of the months themselves, counted from ``begin``."""
    spread = next(column for column in sheet.columns if column.spread is not None)
    known: dict[str, Cell] = {}
    for cell in expand(spread):
        assert isinstance(cell.index, int)
        years, month = divmod(begin.month - 2 + cell.index, 12)
        for form in month_forms(begin.year + years, month + 1):
            known.setdefault(form, cell)
    return Vocabulary({**known, **base.names})


def locate(raw: RawSheet, words: Vocabulary) -> Located | None:
    """The heading row of a table: of the first rows the one with the most known headings; None without two."""
    best, known = None, 0
    for number, values in raw.rows[:_DEPTH]:
        matched = {cell.id for value in values if (cell := _known(value, words))}
        if len(matched) > known:
            best, known = number, len(matched)
    if best is None or known < min(2, len(words.names)):
        return None
    return _read_headings(raw, words, best)


def _known(value: Any, words: Vocabulary) -> Cell | None:
    if isinstance(value, date):
        value = as_text(value)
    return words.find(value) if isinstance(value, str) else None


def _read_headings(raw: RawSheet, words: Vocabulary, best: int) -> Located:
    """The columns of the heading row at ``best``, with the row below where headings are merged over both.

    The row above counts only where it knows a heading that the row itself leaves blank.
    """
    deep = [m.bottom for m in raw.merges if m.top == best and m.left == m.right and m.bottom <= best + 2]
    found = Located(best, max(deep, default=best))
    held = {number: values for number, values in raw.rows[: _DEPTH + 4] if best - 1 <= number <= found.last}
    for column in range(1, max(map(len, held.values())) + 1):
        texts = {n: v[column - 1] for n, v in held.items() if column <= len(v) and v[column - 1] is not None}
        known = [(n, cell) for n in range(found.last, best - 2, -1) if (cell := _known(texts.get(n), words))]
        if known and (known[0][0] >= best or best not in texts):
            row, cell = known[0]
            found.add(cell, row, column, as_text(texts[row]).strip())
        elif best in texts and not isinstance(texts[best], FormulaFault):
            found.unknown.append((best, column, as_text(texts[best]).strip()))
    return found


def locate_form(raw: RawSheet, words: Vocabulary) -> Located | None:
    """The labels of a form, each with its value in the next column; None where fewer than two are known."""
    found = Located(0, 0)
    ends = {(m.top, m.left): m.right for m in raw.merges}
    known_columns: set[int] = set()
    for number, values in raw.rows:
        taken = 0
        for column, value in enumerate(values, 1):
            if column <= taken:
                continue
            if cell := _known(value, words):
                end = ends.get((number, column), column)
                found.add(cell, number, column, as_text(value).strip(), end + 1 - column)
                known_columns.add(column)
                taken = end + 1
            elif isinstance(value, str) and any(v is not None for v in values[column : column + 1]):
                found.unknown.append((number, column, as_text(value).strip()))
                taken = column + 1
    if len(found.columns) < 2:
        return None
    found.first, found.last = min(found.rows.values()), max(found.rows.values())
    found.unknown = [(r, c, t) for r, c, t in found.unknown if c in known_columns and r > found.first]
    return found
