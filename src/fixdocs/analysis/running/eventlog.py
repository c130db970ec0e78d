"""The process log: cases, their ways through the process, repetitions and times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from msgspec import Struct

from ...project import Columns
from ..facts import Cells, Count, Fact, Quantity, Unit
from ..statistics import competition_ranks, mean
from .times import Times, minutes_between, times, within

_MOST = 5  # ways that are shown; more where the last is tied, up to:
_AT_MOST = 8

_PATH, _RESOURCE = ("case", "activity", "finished"), ("case", "finished", "resource")
_STAMPS = ("case", "started", "finished")


class Variant(Struct, frozen=True):
    """A way that cases took: its activities in order, how many cases took it, and its rank among all ways."""

    path: tuple[str, ...]
    length: Count
    cases: Count
    share: Quantity
    rank: Count


class Activity(Struct, frozen=True):
    """An activity: its events, the cases in which it occurs more than once, and how long cases stay until its end.

    ``stay`` is the mean time from the event before, waiting included (None where nothing ever comes before it).
    """

    name: str
    events: Count
    repeated: Count
    stay: Quantity | None


class LogFindings(Struct, frozen=True):
    """The process log, all durations in calendar minutes.

    ``throughput`` is last event − first event of a case; a case of a single stamp has none. ``rework`` is the share of
    cases in which an activity occurs more than once, ``no_repeat`` 无重复活动案例占比, a proxy for first-pass yield.
    ``lasts`` are the activities that cases end with, and how many do; ``from_start`` are the cases of ``throughput``
    whose first moment is a start, the others' the end of their first event.
    ``handoffs`` is the mean over the cases whose every event names its resource, ``named`` of them. ``service``
    is the mean time from start to finish by activity, where both are stamped. ``top_variants`` are the most frequent
    ways, never part of a tie.
    """

    cases: Count
    events: Count
    outside: Count
    activities: tuple[Activity, ...]
    kinds: Count
    resources: Count
    variants: Count
    top_variants: tuple[Variant, ...]
    throughput: Times | None
    single: Count
    repeating: Count
    rework: Quantity
    no_repeat: Quantity
    lasts: tuple[tuple[str, int], ...]
    from_start: Count
    handoffs: Quantity | None
    named: Count
    service: tuple[tuple[str, float], ...]
    first: date
    last: date


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
    spans = [days * 1440 for events in cases.values() if (days := _days(events)) is not None]
    single = len(cases) - len(spans)
    named = [posts for events in cases.values() if all(posts := [event[2] for event in events])]
    resources = table.column("resource")
    return LogFindings(
        cases=_count("cases", len(cases), ("case",)),
        events=_count("events", len(table), ("activity",)),
        outside=_count("events_outside", sum(not within(at, begin, end) for at in finished), ("finished",)),
        activities=_activities(table, cases, Counter(a for found in repeats.values() for a in found)),
        kinds=_count("activities", len(set(table.column("activity"))), ("activity",)),
        resources=_count("resources", len({r for r in resources if r}), ("resource",), partly=not all(resources)),
        variants=_count("variants", len(variants), _PATH),
        top_variants=_top(variants, len(cases)),
        throughput=times("running.throughput", spans, Cells("log", _STAMPS), left_out=single),
        single=_count("single", single, _STAMPS),
        repeating=_count("repeating", reworked, _PATH),
        rework=_quantity("rework", reworked / len(cases), "share", len(cases)),
        no_repeat=_quantity("no_repeat", 1 - reworked / len(cases), "share", len(cases)),
        lasts=tuple(sorted(Counter(trace[-1] for trace in traces.values()).items(), key=_falling)),
        from_start=_count("from_start", sum(map(_from_start, cases.values())), _STAMPS),
        handoffs=_handoffs(named, len(cases)),
        named=_count("named_cases", len(named), _RESOURCE),
        service=_service(table),
        first=min(finished).date(),
        last=max(finished).date(),
    )  # fmt: skip


def _count(kind: str, value: int, columns: tuple[str, ...], *about: str, partly: bool = False) -> Count:
    return Count(value, Fact(f"running.{kind}", about, (Cells("log", columns),), "count", partly=partly))


def _falling(pair: tuple[Any, float]) -> tuple[float, Any]:
    """The largest first, equal ones by name: the order of rows decides nothing."""
    return -pair[1], pair[0]


def _quantity(kind: str, value: float, unit: Unit, n: int, *about: str) -> Quantity:
    return Quantity(value, Fact(f"running.{kind}", about, (Cells("log", _PATH),), unit, n=n))


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


def _top(variants: Mapping[tuple[str, ...], int], cases: int) -> tuple[Variant, ...]:
    """The most frequent ways: five, or as many as the ties allow; none where the first are tied with too many."""
    ordered = sorted(variants.items(), key=_falling)
    counts = [n for _, n in ordered]
    shown = len(ordered)
    if shown > _MOST:
        shown = sum(n >= counts[_MOST - 1] for n in counts)
        shown = shown if shown <= _AT_MOST else sum(n > counts[_MOST - 1] for n in counts)
    ranks = competition_ranks(counts)
    return tuple(
        Variant(
            path, _count("variant_length", len(path), _PATH, *path), _count("variant_cases", n, _PATH, *path),
            _quantity("variant_share", n / cases, "share", cases, *path),
            _count("variant_rank", rank, _PATH, *path),
        )
        for (path, n), rank in zip(ordered[:shown], ranks, strict=False)
    )  # fmt: skip


def case_days(table: Columns) -> list[float]:
    """Calendar days from the first event of each case to its last; cases of a single stamp have none."""
    return [days for events in _cases(table).values() if (days := _days(events)) is not None]


def _days(events: Sequence[_Event]) -> float | None:
    if len(events) == 1 and events[0][3] is None:
        return None
    first = min(started or finished for finished, _, _, started in events)
    return minutes_between(first, events[-1][0]) / 1440


def _from_start(events: Sequence[_Event]) -> bool:
    """Whether the first moment of a case is a start."""
    starts = [started for _, _, _, started in events if started]
    return bool(starts) and min(starts) <= events[0][0]


def _handoffs(named: Sequence[Sequence[str | None]], cases: int) -> Quantity | None:
    """Changes of the resource from event to event, a case; ``named`` are those that name it throughout."""
    if not named:
        return None
    changes = mean([sum(a != b for a, b in pairwise(posts)) for posts in named])
    cells = (Cells("log", _RESOURCE),)
    return Quantity(
        changes, Fact("running.log_handoffs", (), cells, n=len(named), left_out=cases - len(named), digits=1)
    )


def _activities(
    table: Columns, cases: Mapping[str, Sequence[_Event]], repeated: Mapping[str, int]
) -> tuple[Activity, ...]:
    """Every activity, the most frequent first, equal ones by name."""
    spans: dict[str, list[float]] = defaultdict(list)
    for events in cases.values():
        for before, event in pairwise(events):
            spans[event[1]].append(minutes_between(before[0], event[0]))
    return tuple(
        Activity(
            name, _count("activity_events", n, ("activity",), name),
            _count("activity_repeated", repeated.get(name, 0), _PATH, name),
            _quantity("stay", mean(spans[name]), "calendar", len(spans[name]), name) if spans[name] else None,
        )
        for name, n in sorted(Counter(table.column("activity")).items(), key=_falling)
    )  # fmt: skip


def _service(table: Columns) -> tuple[tuple[str, float], ...]:
    """Mean minutes from start to finish by activity, where both stamps are given."""
    spans: dict[str, list[float]] = defaultdict(list)
    columns = (table.column(name) for name in ("activity", "started", "finished"))
    for activity, started, finished in zip(*columns, strict=True):
        if started:
            spans[activity].append(minutes_between(started, finished))
    return tuple((activity, mean(values)) for activity, values in spans.items())
