"""Running data: indicators by month, tickets, and the process log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ..project import Columns
from ..schema.choices import Direction, YesNo
from ..schema.survey import Indicator
from .statistics import Bar, Summary, counted, mean, pareto, summary

Trend = Literal["rise", "fall", "flat", "mixed", "single"]
FLAT = 0.02  # a change of the last against the first month below 2 % is flat


class IndicatorFindings(Struct, frozen=True):
    """An indicator over the months given (1 is the month 数据期间起 falls in).

    ``steady`` tells that every month moves the same way, which alone may be called 持续. ``met`` counts the months
    that reach the target; ``change`` is (last − first) ÷ |first|, None where first is 0.
    """

    indicator: Indicator
    months: tuple[tuple[int, float], ...]
    mean: float
    first: float
    last: float
    change: float | None
    trend: Trend
    steady: bool
    met: int | None
    better: bool | None  # whether the change is for the better; None when flat or no direction


def indicator(row: Indicator) -> IndicatorFindings | None:
    """The findings of one indicator; None without any month."""
    months = tuple(sorted(row.months.items()))
    if not months:
        return None
    values = [value for _, value in months]
    steps = [b - a for a, b in pairwise(values)]
    first, last = values[0], values[-1]
    change = (last - first) / abs(first) if first else None
    trend = _trend(steps, first, last)
    better = None
    if row.direction and trend in ("rise", "fall"):
        better = (trend == "fall") == (row.direction is Direction.LOWER)
    steady = len(steps) > 1 and (all(s > 0 for s in steps) or all(s < 0 for s in steps))
    return IndicatorFindings(row, months, mean(values), first, last, change, trend, steady, _met(row, values), better)


def _trend(steps: Sequence[float], first: float, last: float) -> Trend:
    if not steps:
        return "single"
    if first == last or (first and abs(last - first) / abs(first) < FLAT):
        return "flat"
    return "rise" if last > first else "fall"


def _met(row: Indicator, values: Sequence[float]) -> int | None:
    if row.target is None or row.direction is None:
        return None
    lower = row.direction is Direction.LOWER
    return sum(value <= row.target if lower else value >= row.target for value in values)


class MonthOfTickets(Struct, frozen=True):
    """Tickets opened in a month, closed in it, open at its end, and the closing time of those opened in it.

    Those opened before the data period count where they are closed in it or still open, as far as the table has them.
    """

    month: date
    opened: int
    closed: int
    backlog: int
    closing: Summary | None  # calendar days from creation to closing


class TicketFindings(Struct, frozen=True):
    """Tickets inside the data period (``outside`` are counted, not used); durations in calendar days or hours."""

    count: int
    outside: int
    months: tuple[MonthOfTickets, ...]
    kinds: tuple[Bar[str], ...]
    channels: tuple[tuple[str, int], ...]
    departments: tuple[tuple[str, int], ...]
    closing: Summary | None  # calendar days
    response: Summary | None  # calendar hours
    open: int
    repeated: float | None  # share of tickets marked as repeated, of those marked either way
    backlog: int
    first: date | None
    last: date | None


def tickets(
    table: Columns, begin: date | None, end: date | None, other_kinds: Sequence[str] = ()
) -> TicketFindings | None:
    """The findings over tickets created from ``begin`` to ``end``, both included; None for an empty table.

    Where the whole table lies outside the period the period is left aside: ``outside`` then equals the table and
    the findings speak of all tickets.
    """
    if not len(table):
        return None
    created: Sequence[datetime] = table.column("created")
    inside = in_period(table, begin, end)
    outside = sum(not _within(at, begin, end) for at in created)
    closed = table.column("closed")
    responded = table.column("responded")
    days = closing_days(table, inside)
    hours = [_span(created[n], responded[n]) / 3600 for n in inside if responded[n]]
    marks = [table.column("repeated")[n] for n in inside]
    kinds = [k for n in inside if (k := table.column("kind")[n])]
    stamps = [created[n] for n in inside]
    open_then = [n for n in range(len(table)) if created[n] < min(stamps)]  # opened before, perhaps still open
    months = _months(stamps, [closed[n] for n in inside], [closed[n] for n in open_then])
    return TicketFindings(
        count=len(inside),
        outside=outside,
        months=months,
        kinds=pareto(counted(kinds), other_kinds),
        channels=counted(c for n in inside if (c := table.column("channel")[n])),
        departments=counted(d for n in inside if (d := table.column("department")[n])),
        closing=summary(days),
        response=summary(hours),
        open=sum(closed[n] is None for n in inside),
        repeated=_repeated(marks),
        backlog=months[-1].backlog,
        first=min(stamps).date(),
        last=max(stamps).date(),
    )


def closing_days(table: Columns, positions: Sequence[int]) -> list[float]:
    """Calendar days from creation to closing of the closed tickets among ``positions``."""
    created, closed = table.column("created"), table.column("closed")
    return [_span(created[n], closed[n]) / 86400 for n in positions if closed[n]]


def in_period(table: Columns, begin: date | None, end: date | None) -> list[int]:
    """The positions of the tickets created from ``begin`` to ``end``; all of them where none is."""
    inside = [n for n, at in enumerate(table.column("created")) if _within(at, begin, end)]
    return inside or list(range(len(table)))


def _repeated(marks: Sequence[YesNo | None]) -> float | None:
    given = [mark for mark in marks if mark is not None]
    return sum(mark is YesNo.YES for mark in given) / len(given) if given else None


def _within(at: datetime, begin: date | None, end: date | None) -> bool:
    day = at.date()
    return (begin is None or day >= begin) and (end is None or day <= end)


def _span(start: datetime, finish: datetime) -> float:
    return (finish - start).total_seconds()


def _months(
    created: Sequence[datetime], closed: Sequence[datetime | None], earlier: Sequence[datetime | None]
) -> tuple[MonthOfTickets, ...]:
    """Month by month; backlog = opened on or before the month's end and not closed by it.

    ``earlier`` are the closing times of tickets opened before the first of ``created``.
    """
    opened_in: dict[date, int] = Counter(_first(at) for at in created)
    month, last = min(opened_in), max(opened_in)
    held = [at for at in earlier if at is None or _first(at) >= month]
    closed_in: dict[date, int] = Counter(_first(at) for at in (*closed, *held) if at)
    spans: dict[date, list[float]] = defaultdict(list)
    for start, finish in zip(created, closed, strict=True):
        if finish:
            spans[_first(start)].append(_span(start, finish) / 86400)
    found: list[MonthOfTickets] = []
    backlog = len(held)
    while month <= last:
        backlog += opened_in.get(month, 0) - closed_in.get(month, 0)
        found.append(
            MonthOfTickets(month, opened_in.get(month, 0), closed_in.get(month, 0), backlog, summary(spans[month]))
        )
        month = _first(month + timedelta(days=32))
    return tuple(found)


def _first(at: date) -> date:
    return date(at.year, at.month, 1)


class LogFindings(Struct, frozen=True):
    """The process log: cases, events, activities, variants; durations in calendar days.

    ``throughput`` is last event − first event of a case. ``no_repeat`` is 无重复活动案例占比, a proxy for first-pass
    yield; ``rework`` the share of cases in which an activity occurs more than once. ``sojourn`` is the time between
    events by activity (mean, calendar hours), waiting included; ``service`` needs start stamps.
    """

    cases: int
    events: int
    outside: int
    activities: tuple[tuple[str, int], ...]
    resources: int
    variants: int
    top_variants: tuple[tuple[tuple[str, ...], int], ...]
    throughput: Summary | None
    rework: float
    no_repeat: float
    reworked: tuple[tuple[str, int], ...]
    handoffs: float | None
    sojourn: tuple[tuple[str, float], ...]
    service: tuple[tuple[str, float], ...]
    first: date | None
    last: date | None


def log(table: Columns, begin: date | None = None, end: date | None = None) -> LogFindings | None:
    """The findings over all events; ``outside`` counts those beyond the data period, which are used all the same.

    A case that crosses the period's edge would be cut in two, so no event is dropped.
    """
    if not len(table):
        return None
    cases = _cases(table)
    traces = {case: tuple(event[1] for event in events) for case, events in cases.items()}
    finished: Sequence[datetime] = table.column("finished")
    repeats = {case: {a for a, n in Counter(trace).items() if n > 1} for case, trace in traces.items()}
    reworked = sum(bool(again) for again in repeats.values())
    variants = Counter(traces.values())
    return LogFindings(
        cases=len(cases),
        events=len(table),
        outside=sum(not _within(at, begin, end) for at in finished),
        activities=counted(table.column("activity")),
        resources=len({r for r in table.column("resource") if r}),
        variants=len(variants),
        top_variants=tuple(variants.most_common(5)),
        throughput=summary([_days(events) for events in cases.values()]),
        rework=reworked / len(cases),
        no_repeat=1 - reworked / len(cases),
        reworked=counted(a for again in repeats.values() for a in sorted(again)),
        handoffs=_mean_handoffs(cases),
        sojourn=_sojourn(cases),
        service=_service(table),
        first=min(finished).date(),
        last=max(finished).date(),
    )


_Event = tuple[datetime, str, str | None, datetime | None]  # finished, activity, resource, started


def _cases(table: Columns) -> Mapping[str, list[_Event]]:
    """Events by case, in order of finishing; events of the same moment keep the file's order."""
    cases: dict[str, list[_Event]] = defaultdict(list)
    columns = (table.column(name) for name in ("case", "finished", "activity", "resource", "started"))
    for case, finished, activity, resource, started in zip(*columns, strict=True):
        cases[case].append((finished, activity, resource, started))
    for events in cases.values():
        events.sort(key=lambda event: event[0])
    return cases


def case_days(table: Columns) -> list[float]:
    """Calendar days from the first event of each case to its last."""
    return [_days(events) for events in _cases(table).values()]


def _days(events: Sequence[_Event]) -> float:
    first = min(started or finished for finished, _, _, started in events)
    return _span(first, events[-1][0]) / 86400


def _mean_handoffs(cases: Mapping[str, Sequence[_Event]]) -> float | None:
    if not any(event[2] for events in cases.values() for event in events):
        return None
    named = ([event[2] for event in events if event[2]] for events in cases.values())
    return mean([sum(a != b for a, b in pairwise(posts)) for posts in named])


def _sojourn(cases: Mapping[str, Sequence[_Event]]) -> tuple[tuple[str, float], ...]:
    spans: dict[str, list[float]] = defaultdict(list)
    for events in cases.values():
        for before, event in pairwise(events):
            spans[event[1]].append(_span(before[0], event[0]) / 3600)
    means = [(activity, mean(values)) for activity, values in spans.items()]
    return tuple(sorted(means, key=lambda pair: -pair[1]))


def _service(table: Columns) -> tuple[tuple[str, float], ...]:
    """Mean hours from start to finish by activity, where both stamps are given."""
    spans: dict[str, list[float]] = defaultdict(list)
    columns = (table.column(name) for name in ("activity", "started", "finished"))
    for activity, started, finished in zip(*columns, strict=True):
        if started:
            spans[activity].append(_span(started, finished) / 3600)
    return tuple((activity, mean(values)) for activity, values in spans.items())
