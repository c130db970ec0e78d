"""A span of dates and a width → the scale of a schedule: days, weeks or months with their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from fixdocs.diagrams.text import text_width
from fixdocs.look import SIZE_FIGURE_MIN

Unit = Literal["day", "week", "month"]

_DAY = timedelta(days=1)
_MOST_DAYS: Final = 35
_MOST_WEEKS: Final = 27
# The narrowest column of a unit at which a bar of one unit still shows.
LEAST: Final[dict[Unit, float]] = {"day": 8.0, "week": 8.0, "month": 11.0}


class Calendar(Struct, frozen=True):
    """How dates are written on the scale; the fields are ``{year}``, ``{month}``, ``{day}`` and ``{name}``.

    ``names`` are the names of the twelve months for ``{name}``; without them it is the month's number.
    """

    year: str
    year_month: str
    month: str
    week: str
    day: str
    names: tuple[str, ...] = ()

    def write(self, pattern: str, when: date) -> str:
        """``when`` in one of the patterns."""
        name = self.names[when.month - 1] if self.names else str(when.month)
        return pattern.format(year=when.year, month=when.month, day=when.day, name=name)


class Cell(NamedTuple):
    """A piece of the scale's heading, or of its background; x and width in points."""

    x: float
    width: float
    text: str = ""


class Span(Struct, frozen=True):
    """Whole units that hold every date of a schedule; ``last`` is the day after."""

    unit: Unit
    first: date
    last: date

    @classmethod
    def over(cls, start: date, end: date) -> Span:
        """The span for dates from ``start`` to ``end``: days up to five weeks, weeks up to half a year."""
        days = (end - start).days + 1
        if days <= _MOST_DAYS:
            return cls("day", start, end + _DAY)
        if days <= _MOST_WEEKS * 7:
            monday = start - _DAY * start.weekday()
            return cls("week", monday, end + _DAY * (7 - end.weekday()))
        return cls("month", start.replace(day=1), _next_month(end))

    @property
    def count(self) -> int:
        """How many units it holds."""
        return len(list(self._steps(self.unit)))

    def _steps(self, unit: Unit | Literal["year"]) -> Iterator[tuple[date, date]]:
        """The units, or larger ones, cut at both ends of the span; each with the day after it."""
        steps: dict[str, Callable[[date], date]] = {
            "day": lambda when: when + _DAY,
            "week": lambda when: when + 7 * _DAY,
            "month": _next_month,
            "year": lambda when: date(when.year + 1, 1, 1),
        }
        when = self.first
        while when < self.last:
            following = min(steps[unit](when), self.last)
            yield when, following
            when = following


class Axis(NamedTuple):
    """A span laid out from ``left`` over ``width`` points."""

    span: Span
    left: float
    width: float

    def x(self, when: date) -> float:
        """Where a day begins."""
        return self.left + self.width * (when - self.span.first).days / (self.span.last - self.span.first).days

    def minor(self, calendar: Calendar) -> list[Cell]:
        """The lower heading; units too narrow for their text share a cell."""
        pattern = {"day": calendar.day, "week": calendar.week, "month": calendar.month}[self.span.unit]
        steps = list(self.span._steps(self.span.unit))
        texts = [calendar.write(pattern, start) for start, _ in steps]
        needed = max(text_width(text, SIZE_FIGURE_MIN) for text in texts) + 3
        group = 1
        while group < len(steps) and needed > group * self.width / len(steps):
            group += 1
        cells = []
        for i in range(0, len(steps), group):
            start, end = steps[i][0], steps[min(i + group, len(steps)) - 1][1]
            cells.append(self._cell(start, end, texts[i] if i + group <= len(steps) or i == 0 else ""))
        return cells

    def major(self, calendar: Calendar) -> list[Cell]:
        """The upper heading: months over days and weeks, years over months; text only where it fits."""
        months = self.span.unit != "month"
        patterns = (calendar.year_month, calendar.month) if months else (calendar.year,)
        cells = []
        for start, end in self.span._steps("month" if months else "year"):
            wide = self.x(end) - self.x(start) - 3
            texts = [calendar.write(pattern, start) for pattern in patterns]
            fitting = [text for text in texts if text_width(text, SIZE_FIGURE_MIN, bold=True) <= wide]
            cells.append(self._cell(start, end, fitting[0] if fitting else ""))
        return cells

    def days_off(self, weekdays: frozenset[int]) -> list[Cell]:
        """Neighbouring days off as one cell each, on a scale of days only."""
        cells: list[Cell] = []
        if self.span.unit != "day":
            return cells
        for start, end in self.span._steps("day"):
            if start.weekday() not in weekdays:
                continue
            cell = self._cell(start, end, "")
            before = cells[-1] if cells else None
            if before and abs(before.x + before.width - cell.x) < 0.01:
                cells[-1] = Cell(before.x, before.width + cell.width)
            else:
                cells.append(cell)
        return cells

    def _cell(self, start: date, end: date, text: str) -> Cell:
        return Cell(self.x(start), self.x(end) - self.x(start), text)


def _next_month(when: date) -> date:
    return date(when.year + when.month // 12, when.month % 12 + 1, 1)
