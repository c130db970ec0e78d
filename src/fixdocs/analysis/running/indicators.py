"""Indicators by month: what their months say, and with what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor, log10

from msgspec import Struct

from ...schema.choices import Direction
from ...schema.survey import Indicator
from ..facts import Cells, Count, Fact, Quantity, Unit, filled
from ..rounding import rounded
from ..statistics import mean
from .trend import LEAST, Trend, direction, mann_kendall, steady

_LARGE = 1000
PERCENT = ("%", "％")  # units whose changes are told in percentage points


class IndicatorFindings(Struct, frozen=True):
    """An indicator over the months given (1 is the month 数据期间起 falls in), all in the indicator's unit.

    ``p`` is the trend's (None below five months); ``steady`` tells that every month given moves the same way. ``met``
    counts the months that reach the target (None without target or direction). ``points`` is the last month less the
    first, in percentage points: only for a percentage whose direction has evidence and agrees. ``better`` is None
    where nothing tells a direction or which way is good.
    """

    indicator: Indicator
    months: tuple[tuple[int, Quantity], ...]
    n: Count
    mean: Quantity
    target: Quantity | None
    trend: Trend
    steady: bool
    p: Quantity | None
    met: Count | None
    points: Quantity | None
    better: bool | None

    @property
    def low(self) -> tuple[Quantity, tuple[int, ...]]:
        """The smallest value, and the months that have it."""
        return self._extreme(min(value for _, value in self.months))

    @property
    def high(self) -> tuple[Quantity, tuple[int, ...]]:
        """The largest value, and the months that have it."""
        return self._extreme(max(value for _, value in self.months))

    def _extreme(self, wanted: float) -> tuple[Quantity, tuple[int, ...]]:
        found = [(number, value) for number, value in self.months if value == wanted]
        return found[0][1], tuple(number for number, _ in found)


def indicator(row: Indicator) -> IndicatorFindings | None:
    """The findings of one indicator; None without any month."""
    months = sorted(row.months.items())
    if not months:
        return None
    values = [value for _, value in months]
    digits = places([*values, row.target or 0.0])
    cells = Cells("indicators", tuple(f"months[{number}]" for number, _ in months), (row,))
    told = direction(values)

    def fact(kind: str, unit: Unit = "number", digits: int | None = None, word: str | None = None) -> Fact:
        return Fact(f"running.{kind}", (row.name,), (cells,), unit, word, n=len(values), digits=digits)

    p = Quantity(mann_kendall(values).p, fact("trend_p", digits=3)) if len(values) >= LEAST else None
    return IndicatorFindings(
        indicator=row,
        months=tuple((number, _cell(row, number, value, digits)) for number, value in months),
        n=Count(len(values), fact("months_given", "count")),
        mean=Quantity(mean(values), fact("mean", digits=_mean_places(values, digits), word=row.unit)),
        target=filled(row, "target", word=row.unit, digits=digits),
        trend=told,
        steady=steady(values),
        p=p,
        met=_met(row, values, cells),
        points=_points(row, values, told, fact("points", "points")),
        better=_better(row, told),
    )


def _mean_places(values: Sequence[float], digits: int) -> int:
    """The decimals of the mean: one at least, but where all values are one or in the thousands those of the values."""
    return digits if min(values) == max(values) or abs(mean(values)) >= _LARGE else max(1, digits)


def _cell(row: Indicator, number: int, value: float, digits: int) -> Quantity:
    found = filled(row, f"months[{number}]", value, word=row.unit, digits=digits)
    assert found is not None
    return found


def _points(row: Indicator, values: Sequence[float], told: Trend, fact: Fact) -> Quantity | None:
    change = values[-1] - values[0]
    agrees = change > 0 if told == "rise" else change < 0
    if row.unit not in PERCENT or told not in ("rise", "fall") or not agrees:
        return None
    return Quantity(change, fact)


def _better(row: Indicator, told: Trend) -> bool | None:
    if row.direction is None or told not in ("rise", "fall"):
        return None
    return (told == "fall") == (row.direction is Direction.LOWER)


def _met(row: Indicator, values: Sequence[float], cells: Cells) -> Count | None:
    if row.target is None or row.direction is None:
        return None
    lower = row.direction is Direction.LOWER
    reached = sum(value <= row.target if lower else value >= row.target for value in values)
    told = (cells, Cells("indicators", ("target", "direction"), (row,)))
    return Count(reached, Fact("running.met", (row.name,), told, "count", n=len(values)))


def is_worst(value: float, months: Sequence[float], *, lower: bool) -> bool:
    """Whether ``value`` is the worst of ``months``, at the finer precision of the two.

    ``lower`` tells that low is good. What half of the months or more have is no worst month but the usual one.
    """
    if not months or min(months) == max(months):
        return False
    worst = max(months) if lower else min(months)
    digits = max(places([value]), places(months))
    return rounded(worst, digits) == rounded(value, digits) and 2 * list(months).count(worst) < len(months)


def places(values: Sequence[float]) -> int:
    """The decimals that print all of ``values`` alike: as many as they were written with, two at most.

    More only where the smallest that is not 0 would lose its two leading digits.
    """
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return 0
    written = max(-int(Decimal(repr(float(size))).normalize().as_tuple().exponent) for size in sizes)
    return max(0, min(written, max(2, 1 - floor(log10(min(sizes))))))
