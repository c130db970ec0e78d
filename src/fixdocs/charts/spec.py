"""What a caller says about a chart: its numbers, its words, and which kind of chart it is.

Values are in the unit the axis title names; ``None`` is a gap, never a zero. Shares are fractions (0.8) with a
percent format. Every kind refuses, with a ``ValueError``, numbers that no chart could show truly.
"""

from __future__ import annotations

import math
from typing import ClassVar

from msgspec import Struct

from fixdocs import look

Number = float | int | None

_SCALE_GROWS = "an axis must grow: low {} is not below high {}"


class Axis(Struct, frozen=True):
    """A value axis: its title with the unit, its number format, and its ends where they are given.

    ``low`` and ``high`` belong to scales with ends of their own (scores from 1 to 5); otherwise the numbers decide.
    """

    title: str
    format: str = "#,##0"
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(_SCALE_GROWS.format(self.low, self.high))


class Series(Struct, frozen=True):
    """A named row of numbers, one a category; ``colour`` is a role of ``look.COLOURS`` or hexadecimal RGB."""

    name: str
    values: tuple[Number, ...]
    colour: str | None = None

    @classmethod
    def level(cls, name: str, value: float, count: int) -> Series:
        """The same ``value`` at each of ``count`` categories: a target, a limit."""
        return cls(name, (value,) * count)


class Chart(Struct, frozen=True, kw_only=True):
    """What all kinds share. ``alt`` tells the finding in a sentence for people who cannot see the chart.

    ``category_title`` may stay empty where the categories speak for themselves (months). Sizes are points; without
    a height the chart takes the one its content needs. A ``piece`` of a longer chart may hold a series without numbers.
    """

    alt: str
    categories: tuple[str, ...]
    value: Axis
    category_title: str = ""
    width: float = look.PAGE_WIDTH
    height: float | None = None
    language: str = "zh-CN"
    piece: bool = False

    splits: ClassVar[bool] = False
    """Whether :func:`fixdocs.charts.split` may cut the chart between two categories."""
    below_zero: ClassVar[bool] = True
    """Whether negative numbers make sense."""

    def __post_init__(self) -> None:
        if not self.categories:
            raise ValueError("a chart needs a category")
        if not self.columns():
            raise ValueError("a chart needs a series")
        for series in self.columns():
            self._check(series)

    def columns(self) -> tuple[Series, ...]:
        """Every series, in the order of the workbook's columns."""
        found: list[Series] = []
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, Series):
                found.append(value)
            elif isinstance(value, tuple):
                found.extend(part for part in value if isinstance(part, Series))
        return tuple(found)

    def _check(self, series: Series) -> None:
        if len(series.values) != len(self.categories):
            counts = f"{len(series.values)} values, {len(self.categories)} categories"
            raise ValueError(f"series {series.name!r}: {counts}")
        numbers = [value for value in series.values if value is not None]
        if not numbers and not self.piece:
            raise ValueError(f"series {series.name!r} holds no number")
        if not all(map(math.isfinite, numbers)):
            raise ValueError(f"series {series.name!r} holds a value that is no finite number")
        if not self.below_zero and min(numbers, default=0) < 0:
            raise ValueError(f"series {series.name!r} holds a negative number: parts of a whole cannot")


class Trend(Chart, frozen=True, kw_only=True):
    """Lines over time, with a dashed line for the target; a missing month is a gap in the line."""

    series: tuple[Series, ...]
    target: Series | None = None


class Pareto(Chart, frozen=True, kw_only=True):
    """Columns in descending order with their cumulative share (fractions) and a line at the share that counts.

    ``share`` titles the right-hand axis, which runs from 0 to 100 %. The first ``vital`` columns are drawn strong,
    the others pale; without it all are strong. Sorting and shares are the caller's.
    """

    counts: Series
    cumulative: Series
    share: Axis
    mark: Series | None = None
    vital: int | None = None

    below_zero: ClassVar[bool] = False


class Stacked(Chart, frozen=True, kw_only=True):
    """Horizontal bars made of parts (working and waiting time a step), the first category on top."""

    series: tuple[Series, ...]

    splits: ClassVar[bool] = True
    below_zero: ClassVar[bool] = False


class Likert(Chart, frozen=True, kw_only=True):
    """Answers as shares of 100 %, horizontally, from the least to the most favourable; sorted by the caller."""

    series: tuple[Series, ...]

    splits: ClassVar[bool] = True
    below_zero: ClassVar[bool] = False


class Clustered(Chart, frozen=True, kw_only=True):
    """Bars side by side (alternatives by criterion, before and after).

    They stand upright where the categories' names fit below them and lie otherwise; ``horizontal`` decides it.
    """

    series: tuple[Series, ...]
    horizontal: bool | None = None

    splits: ClassVar[bool] = True


class ColumnsAndLines(Chart, frozen=True, kw_only=True):
    """Columns by month on the left axis (tickets) with lines on the right one (median and P90)."""

    series: tuple[Series, ...]
    lines: tuple[Series, ...]
    second: Axis

    def __post_init__(self) -> None:
        Chart.__post_init__(self)
        if not self.series or not self.lines:
            raise ValueError("columns and lines: both are needed")


class Bars(Chart, frozen=True, kw_only=True):
    """One horizontal bar a class, the first on top; ``strong`` names the positions drawn in the accent colour."""

    series: Series
    strong: frozenset[int] = frozenset()

    splits: ClassVar[bool] = True
