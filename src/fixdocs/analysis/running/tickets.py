"""Tickets: how many were opened and closed month by month, and how long it took."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from ...project import Columns
from ...schema.choices import YesNo
from ..facts import Cells, Count, Fact, Quantity
from ..statistics import counted
from .months import Month
from .times import Times, minutes_between, times, within

_CREATED, _CLOSED = ("created",), ("created", "closed")


class MonthOfTickets(Struct, frozen=True):
    """Tickets opened in a month, closed in it, open at its end, and the closing time of those opened in it.

    A month of the data period without tickets is one of 0.
    Those opened before the data period count where they are closed in it or still open, as far as the table has them.
    ``unclosed`` are those opened in it that are not closed: their time stands in no ``closing``.
    ``closed`` and ``backlog`` are None where no ticket of the table has a closing time: then it was not recorded.
    """

    month: Month
    opened: Count
    closed: Count | None
    backlog: Count | None
    closing: Times | None
    unclosed: Count


class TicketFindings(Struct, frozen=True):
    """Tickets inside the data period.

    ``outside`` lie beyond it and are not used; ``earlier`` of them, opened before the first ticket used, count in the
    months' closed and backlog. ``all_outside`` tells that the whole table lies beyond it: then the period is left
    aside and the findings speak of all tickets. ``later`` were closed after the last month. ``repeated`` is the share
    marked as repeated among the ``marked``.
    ``open`` and ``backlog`` are None where no closing time was recorded.
    """

    count: Count
    outside: Count
    earlier: Count
    all_outside: bool
    months: tuple[MonthOfTickets, ...]
    kinds: tuple[tuple[str, int], ...]
    channels: tuple[tuple[str, int], ...]
    departments: tuple[tuple[str, int], ...]
    closing: Times | None
    response: Times | None
    unanswered: Count
    open: Count | None
    later: Count
    marked: Count
    repeated: Quantity | None
    backlog: Count | None
    first: date
    last: date


def tickets(table: Columns, begin: date | None, end: date | None) -> TicketFindings | None:
    """The findings over tickets created from ``begin`` to ``end``, both included; None for an empty table."""
    if not len(table):
        return None
    inside = in_period(table, begin, end)
    outside = sum(not within(at, begin, end) for at in table.column("created"))
    left_out = len(table) - len(inside)

    def count(kind: str, value: int, columns: tuple[str, ...] = _CREATED) -> Count:
        cells = (Cells("tickets", columns),)
        return Count(value, Fact(f"running.{kind}", (), cells, "count", n=len(inside), left_out=left_out))

    created, closed, responded, marks = (
        [table.column(name)[n] for n in inside] for name in ("created", "closed", "responded", "repeated")
    )
    beyond = outside == len(table)
    span = (min(created), max(created)) if beyond else (begin or min(created), end or max(created))
    months, earlier = _months(table, created, closed, (Month.of(span[0]), Month.of(span[1])))
    given = [mark for mark in marks if mark is not None]
    return TicketFindings(
        count=count("tickets", len(inside)),
        outside=count("tickets_outside", outside),
        earlier=count("tickets_earlier", earlier, _CLOSED),
        all_outside=beyond,
        months=months,
        kinds=counted(k for n in inside if (k := table.column("kind")[n])),
        channels=counted(c for n in inside if (c := table.column("channel")[n])),
        departments=counted(d for n in inside if (d := table.column("department")[n])),
        closing=_spans("closing", created, closed, _CLOSED),
        response=_spans("response", created, responded, ("created", "responded")),
        unanswered=count("unanswered", responded.count(None), ("responded",)),
        open=count("open", closed.count(None), _CLOSED) if any(table.column("closed")) else None,
        later=count("closed_later", sum(at is not None and Month.of(at) > months[-1].month for at in closed), _CLOSED),
        marked=count("marked", len(given), ("repeated",)),
        repeated=_repeated(given, len(inside) - len(given)),
        backlog=months[-1].backlog,
        first=min(created).date(),
        last=max(created).date(),
    )


class OneTicket(Struct, frozen=True):
    """A ticket as evidence: ``time`` is from creation to closing in calendar minutes; None while it is open."""

    created: datetime
    kind: str | None
    channel: str | None
    time: Quantity | None


def one_ticket(table: Columns, key: str) -> OneTicket | None:
    """The ticket numbered ``key``; None where there is none."""
    ids = table.column("id")
    if key not in ids:
        return None
    at = list(ids).index(key)
    created, closed = table.column("created")[at], table.column("closed")[at]
    fact = Fact("running.ticket_time", (key,), (Cells("tickets", _CLOSED),), "calendar", n=1)
    time = Quantity(minutes_between(created, closed), fact) if closed else None
    return OneTicket(created, table.column("kind")[at], table.column("channel")[at], time)


def closing_days(table: Columns, positions: Sequence[int]) -> list[float]:
    """Calendar days from creation to closing of the closed tickets among ``positions``."""
    created, closed = table.column("created"), table.column("closed")
    return [minutes_between(created[n], closed[n]) / 1440 for n in positions if closed[n]]


def in_period(table: Columns, begin: date | None, end: date | None) -> list[int]:
    """The positions of the tickets created from ``begin`` to ``end``; all of them where none is."""
    inside = [n for n, at in enumerate(table.column("created")) if within(at, begin, end)]
    return inside or list(range(len(table)))


def _spans(
    kind: str,
    created: Sequence[datetime],
    reached: Sequence[datetime | None],
    columns: tuple[str, ...],
    about: tuple[str, ...] = (),
) -> Times | None:
    """The times from creation of those that reached the moment; the others are left out."""
    minutes = [minutes_between(start, at) for start, at in zip(created, reached, strict=True) if at]
    return times(f"running.{kind}", minutes, Cells("tickets", columns), about, len(created) - len(minutes))


def _repeated(given: Sequence[YesNo], blank: int) -> Quantity | None:
    if not given:
        return None
    fact = Fact("running.repeated", (), (Cells("tickets", ("repeated",)),), "share", n=len(given), left_out=blank)
    return Quantity(sum(mark is YesNo.YES for mark in given) / len(given), fact)


def _months(
    table: Columns, created: Sequence[datetime], closed: Sequence[datetime | None], span: tuple[Month, Month]
) -> tuple[tuple[MonthOfTickets, ...], int]:
    """Month by month of ``span``, those without tickets too.

    Backlog = opened on or before the month's end and not closed by it. The second part counts tickets opened before the
    first of ``created`` that were still open then.
    """
    stamps = zip(table.column("created"), table.column("closed"), strict=True)
    first = min(created)
    month, last = span
    held = [at for start, at in stamps if start < first and (at is None or Month.of(at) >= month)]
    opened_in: dict[Month, int] = Counter(map(Month.of, created))
    closed_in: dict[Month, int] = Counter(Month.of(at) for at in (*closed, *held) if at)
    own: dict[Month, list[int]] = defaultdict(list)
    for n, start in enumerate(created):
        own[Month.of(start)].append(n)
    found: list[MonthOfTickets] = []
    backlog, recorded = len(held), any(table.column("closed"))
    while month <= last:
        backlog += opened_in.get(month, 0) - closed_in.get(month, 0)
        about = (f"{month:%Y-%m}",)
        counts = (opened_in.get(month, 0), closed_in.get(month, 0), backlog)
        ends = [closed[n] for n in own[month]]
        spans = _spans("closing", [created[n] for n in own[month]], ends, _CLOSED, about)
        opened, *rest = _counts(about, counts)
        shut, open_ = rest if recorded else (None, None)
        unclosed = Count(ends.count(None), Fact("running.unclosed", about, (Cells("tickets", _CLOSED),), "count"))
        found.append(MonthOfTickets(month, opened, shut, open_, spans, unclosed))
        month = Month.of(month + timedelta(days=32))
    return tuple(found), len(held)


def _counts(about: tuple[str, ...], values: tuple[int, int, int]) -> tuple[Count, Count, Count]:
    opened, closed, backlog = values
    both = (Cells("tickets", _CLOSED),)
    return (
        Count(opened, Fact("running.opened", about, (Cells("tickets", _CREATED),), "count")),
        Count(closed, Fact("running.closed", about, both, "count")),
        Count(backlog, Fact("running.backlog", about, both, "count")),
    )
