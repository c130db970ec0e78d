"""How long things took, as facts: n, mean, median and P90 of a sample of spans on the calendar's clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct

from ..facts import Cells, Count, Fact, Quantity, Unit
from ..statistics import summary


class Times(Struct, frozen=True):
    """A sample of spans: calendar minutes, nights and weekends included."""

    n: Count
    mean: Quantity
    median: Quantity
    p90: Quantity


def times(
    kind: str, minutes: Sequence[float], cells: Cells, about: tuple[str, ...] = (), left_out: int = 0
) -> Times | None:
    """The facts ``<kind>_n``, ``_mean``, ``_median`` and ``_p90`` of spans in calendar minutes; None without any."""
    held = summary(minutes)
    if held is None:
        return None

    def fact(name: str, unit: Unit = "calendar") -> Fact:
        return Fact(f"{kind}_{name}", about, (cells,), unit, n=held.n, left_out=left_out)

    return Times(
        Count(held.n, fact("n", "count")),
        Quantity(held.mean, fact("mean")),
        Quantity(held.median, fact("median")),
        Quantity(held.p90, fact("p90")),
    )


def minutes_between(start: datetime, finish: datetime) -> float:
    """Calendar minutes from ``start`` to ``finish``."""
    return (finish - start).total_seconds() / 60


def within(at: datetime, begin: date | None, end: date | None) -> bool:
    """Whether a moment lies from the day ``begin`` to the day ``end``, both included; None leaves a side open."""
    day = at.date()
    return (begin is None or day >= begin) and (end is None or day <= end)
