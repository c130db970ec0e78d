"""A fact's cells as ranges of the team's own files: what a link opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ..analysis.facts import Cells
from ..diagnostics import Source, column_letter
from ..project import Columns, Project
from ..schema import SHEETS


class Range(Struct, frozen=True, order=True):
    """A rectangle of cells in a table as it was found; whole rows where ``left`` is 0."""

    source: Source
    top: int
    bottom: int
    left: int = 0
    right: int = 0

    @property
    def address(self) -> str:
        """The address as a workbook writes it: ``E7``, ``E7:F12``, ``5:5``."""
        if not self.left:
            return f"{self.top}:{self.bottom}"
        first, last = (f"{column_letter(c)}{r}" for c, r in ((self.left, self.top), (self.right, self.bottom)))
        return first if first == last else f"{first}:{last}"


class Finder:
    """Finds the cells of facts in the files a project was read from; a mass table's columns once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._mass: dict[tuple[str, tuple[str, ...]], tuple[Range, ...]] = {}

    def ranges(self, cells: Iterable[Cells]) -> tuple[Range, ...]:
        """The cells as ranges, joined where they touch, each once; none for rows made in memory."""
        places: set[_Place] = set()
        found: list[Range] = []
        for held in cells:
            table = getattr(self._project, "info" if held.sheet == "project" else held.sheet)
            if isinstance(table, Columns):
                found += self._columns(table, held.columns)
            else:
                places.update(self._places(held))
        return tuple(sorted({*found, *_joined_across(_joined_down(places))}))

    def _places(self, cells: Cells) -> Iterator[_Place]:
        rows = self._project.rows(cells.sheet) if cells.rows is None else cells.rows
        for row in rows:
            found = [self._project.place(row, name) for name in _physical(cells) or ("",)]
            held = [place for place in found if place.source.file and place.row]
            there = [place for place in held if place.column] or held[:1]  # a column that the file lacks is no cell
            yield from ((place.source, place.row, place.column) for place in there)

    def _columns(self, table: Columns, columns: tuple[str, ...]) -> tuple[Range, ...]:
        key = (table.sheet, columns)
        if key not in self._mass:
            self._mass[key] = tuple(_joined_across(_in_mass(table, columns)))
        return self._mass[key]


_Place = tuple[Source, int, int]  # a cell: table, row, column (0: the whole row)


def _physical(cells: Cells) -> tuple[str, ...]:
    """The physical columns; a column that repeats stands for all of its kind."""
    sheet = SHEETS[cells.sheet]
    known = [cell.id for cell in sheet.cells()]
    found: list[str] = []
    for name in cells.columns:
        found += [each for each in known if each == name or each.startswith((f"{name}[", f"{name}."))] or [name]
    return tuple(found)


def _in_mass(table: Columns, columns: Sequence[str]) -> Iterator[Range]:
    for which, source in enumerate(table.sources):
        rows = sorted(row for row, origin in zip(table.rows, table.origin, strict=True) if origin == which)
        held = [column for name in columns if (column := table.positions[which].get(name))]
        for column in held or [0]:
            yield from (Range(source, top, bottom, column, column) for top, bottom in _runs(rows))


def _joined_down(places: set[_Place]) -> Iterator[Range]:
    for (source, column), held in groupby(sorted(places, key=lambda p: (p[0], p[2], p[1])), lambda p: (p[0], p[2])):
        yield from (Range(source, top, bottom, column, column) for top, bottom in _runs([row for _, row, _ in held]))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers, of an ascending list, as first and last."""
    if not numbers:
        return
    start = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield start, last
            start = number
        last = number
    yield start, last


def _joined_across(parts: Iterable[Range]) -> Iterator[Range]:
    by_rows = sorted(parts, key=lambda r: (r.source, r.top, r.bottom, r.left))
    for (source, top, bottom), held in groupby(by_rows, lambda r: (r.source, r.top, r.bottom)):
        lefts = [part.left for part in held]
        yield from (Range(source, top, bottom, left, right) for left, right in _runs(lefts))
