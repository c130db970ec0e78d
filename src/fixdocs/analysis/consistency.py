"""Whether the flow's lead time agrees with what indicators, tickets and the log say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..project import Project
from . import flow as flows
from . import running
from .facts import Cells, Count, Fact, Quantity, sources
from .flow_times import CALENDAR_DAY, WORKDAYS_SHARE
from .running.months import months_touched
from .statistics import mean
from .terms import Terms

WIDE = 0.3  # a gap above it, either way, is said


class Consistency(Struct, frozen=True):
    """One comparison of durations: the flow's lead time against another source, both in days of one clock.

    ``gap`` is (stated − computed) ÷ computed; ``wide`` where it is over 30 % either way.
    """

    source: str  # "indicator", "tickets" or "log"
    name: str  # the indicator's name, empty otherwise
    computed: Quantity  # the flow's
    stated: Quantity  # the other source's
    unit: str  # "workdays" or "days"
    gap: Quantity
    wide: bool


class ComplaintCounts(Struct, frozen=True):
    """What an indicator and the classes say of how many complaints there were; ``partly`` where months are missing."""

    name: str
    told: Count  # the indicator's, all months together
    listed: Count  # the classes'
    partly: bool


def complaint_counts(
    project: Project, classes: running.Classes | None, terms: Terms | None = None
) -> tuple[ComplaintCounts, ...]:
    """Every indicator that counts complaints, beside the complaints in their classes; none without classes."""
    info, known = project.info, terms or Terms()
    if info is None or classes is None or classes.source != "complaints":
        return ()
    span = range(1, months_touched(info.data_from, info.data_to) + 1)
    found = []
    for row in project.indicators:
        counts = any(word in row.name.lower() for word in known.complaints) and row.unit in known.pieces
        if not counts or not row.months or any(value != int(value) for value in row.months.values()):
            continue
        cells = (Cells("indicators", tuple(f"months[{n}]" for n in sorted(row.months)), (row,)),)
        told = Count(sum(map(int, row.months.values())), Fact("running.complaints_told", (row.name,), cells, "count"))
        found.append(ComplaintCounts(row.name, told, classes.total, any(n not in row.months for n in span)))
    return tuple(found)


def consistency(
    project: Project, terms: Terms | None = None, present: flows.FlowFindings | None = None
) -> tuple[Consistency, ...]:
    """The flow's lead time against indicators of duration, tickets and log; ``present`` where it is known already.

    Indicators are compared in working days, tickets and log in calendar days: working days × 7 ÷ 5, which the report
    says. A lead time that is known only as "at least", or without its waiting, is compared with nothing.
    """
    info = project.info
    hours = info.hours_per_day if info else 8.0
    present = present or flows.analyse(project.steps, hours)
    if present is None or not present.whole or not present.lead:
        return ()
    if present.clock == "calendar":
        calendar = present.lead / CALENDAR_DAY
    else:
        calendar = present.lead / (60 * hours) / WORKDAYS_SHARE
    found = []
    for row in project.indicators:
        stated = running.indicator(row)
        if stated and (value := _as_workdays(stated, hours, terms or Terms())) is not None:
            cells = (Cells("indicators", tuple(f"months[{n}]" for n in sorted(row.months)), (row,)),)
            pair = calendar * WORKDAYS_SHARE, value
            found.append(_compare("indicator", row.name, pair, cells, "workdays", present.lead))
    begin, end = (info.data_from, info.data_to) if info else (None, None)
    closing = running.closing_days(project.tickets, running.in_period(project.tickets, begin, end))
    spans = (("tickets", closing, ("created", "closed")), ("log", running.case_days(project.log), ("finished",)))
    for source, days, columns in spans:
        if days:
            cells = (Cells(source, columns),)
            found.append(_compare(source, "", (calendar, mean(days)), cells, "days", present.lead, len(days)))
    return tuple(found)


def _as_workdays(found: running.IndicatorFindings, hours: float, terms: Terms) -> float | None:
    """The mean of an indicator of the whole flow's duration in working days; None for any other indicator."""
    name, unit = found.indicator.name.lower(), (found.indicator.unit or "").strip().lower()
    if unit not in terms.units or not any(word in name for word in terms.lead):
        return None
    return found.mean * (terms.units[unit] or 60.0 * hours) / (60.0 * hours)


def _compare(
    source: str, name: str, days: tuple[float, float], cells: Sequence[Cells], unit: str, lead: Quantity,
    n: int | None = None,
) -> Consistency:  # fmt: skip
    computed, stated = days
    gap = (stated - computed) / computed
    about = (source, name) if name else (source,)
    both = (*sources(lead), *cells)
    return Consistency(
        source, name,
        Quantity(computed, Fact("check.computed", (unit,), sources(lead))),
        Quantity(stated, Fact("check.stated", about, tuple(cells), n=n)),
        unit,
        Quantity(gap, Fact("check.gap", about, both, "share")),
        abs(gap) > WIDE,
    )  # fmt: skip
