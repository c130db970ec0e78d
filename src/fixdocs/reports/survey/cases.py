"""The part of chapter 运行数据 that is told by cases: tickets and the process log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Struct

from ...analysis.claims import running_cases as said
from ...analysis.facts import Quantity
from ...analysis.running import Activity, LogFindings, MonthOfTickets, TicketFindings, Times, Variant
from ...word.grid import Grid, grid
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import CalendarScale, dashed
from .base import SurveyWriter

_PATH = 12  # activities of a way that are named
_ACTIVITIES = 10  # activities whose stay is shown
_MINUTES = {"calendar_minutes": 1.0, "calendar_hours": 60.0, "days": 1440.0}


class VariantRow(Struct, frozen=True):
    """A way that cases took through the process."""

    rank: Annotated[str, Printed(7, "code")]
    path: Annotated[str, Printed(69)]
    cases: Annotated[str, Printed(12, "number")]
    share: Annotated[str, Printed(12, "number")]


class CasesWriter(SurveyWriter):
    """Writes what tickets and log say."""

    def tickets(self, found: TicketFindings) -> str:
        """How many, how long, and what was left out."""
        say, period = self.say, self.form.period(found.first, found.last)
        lines = [say("tickets_all" if found.all_outside else "tickets_count", n=found.count, period=period)]
        if found.closing:
            held = found.closing
            lines.append(self._timed("closing", held))
            lines.append(self.small(held.n))
        if found.open is None:
            lines.append(say("no_closing"))
        lines.append(self.claimed(said.unclosed(found), said.closed_later(found)))
        lines.append(self.claim(said.ticket_kinds(found, self.findings.classes)))
        if found.response:
            held = found.response
            told = self.form.alike((held.median, held.p90))
            lines.append(say("response", n=held.n, median=told[0], p90=told[1]))
            lines.append(say("unanswered", n=found.unanswered) if found.unanswered else "")
        lines.append(self.claim(said.marked(found)))
        if found.outside and not found.all_outside:
            lines.append(say("outside", n=found.outside))
        if found.earlier and found.backlog is not None and len(found.months) > 1:
            lines.append(say("earlier", n=found.earlier))
        return self.sentences(*lines)

    def _timed(self, key: str, held: Times) -> str:
        """Median, mean and P90 in one unit; of a single one its time."""
        if held.n == 1:
            return self.say(f"{key}_one", n=held.n, time=held.median)
        names = ("median", "mean", "p90")
        told = dict(zip(names, self.form.alike([getattr(held, name) for name in names]), strict=True))
        return self.say(key, n=held.n, **told)

    def months(self, found: TicketFindings | None) -> Grid | None:
        """Month by month, the times of all months in one unit; None below two months."""
        if found is None or len(found.months) < 2:
            return None
        scale, timed = self._scale(found.months), _timed(found.months)
        names = ("month_name", "opened", "closed", "backlog", *(("median", "p90") if timed else ()))
        heads = [self.say(f"head_{name}", unit=self.say(f"scale_{scale}")) for name in names]
        body = [self._month(month, scale)[: len(names)] for month in found.months]
        return grid(
            self.words, "months", self.say("months_caption"), heads, body,
            aligns=["code", *["number"] * 5][: len(names)],  # type: ignore[arg-type] # literals
            shares=[18, 15, 15, 17, 18, 17][: len(names)],
        )  # fmt: skip

    def _scale(self, months: Iterable[MonthOfTickets]) -> CalendarScale:
        held = [m.closing for m in months if m.closing]
        return self.form.shared_calendar([*(times.median for times in held), *(times.p90 for times in held)])

    def _month(self, row: MonthOfTickets, scale: CalendarScale) -> list[str]:
        held = row.closing
        times = (held.median, held.p90) if held else (None, None)
        return [
            self.form.month(row.month), *(dashed(self.form.fact(n)) for n in (row.opened, row.closed, row.backlog)),
            *(dashed(self.form.in_calendar(time, scale)) for time in times),
        ]  # fmt: skip

    def tickets_lead(self, found: TicketFindings | None) -> Prose | str:
        """What the figure of the months shows; empty below two months."""
        if found is None or len(found.months) < 2:
            return ""
        return prose(self.say("tickets_lead" if _timed(found.months) else "opened_lead", figure=ref("tickets")))

    def tickets_chart(self, found: TicketFindings | None) -> Figure | None:
        """Tickets opened by month, with the closing time where any was closed."""
        if found is None or len(found.months) < 2:
            return None
        from ...charts import Axis, Bars, ColumnsAndLines, Series

        months, scale = found.months, self._scale(found.months)
        names = tuple(self.form.month(m.month) for m in months)
        alt = self.say("tickets_alt" if _timed(months) else "opened_alt", n=int(found.count), months=len(months))
        opened = Series(self.say("opened"), tuple(int(m.opened) for m in months))
        tickets = Axis(self.say("axis_tickets"))
        if not _timed(months):
            chart: Bars | ColumnsAndLines = Bars(alt=alt, categories=names, value=tickets, series=opened)
            return figure(self.words, "tickets", self.say("opened_caption"), [chart])
        times = [m.closing for m in months]
        chart = ColumnsAndLines(
            alt=alt, categories=names, value=tickets, series=(opened,),
            lines=tuple(Series(self.say(key), _line(times, key, scale)) for key in ("median", "p90")),
            second=Axis(self.say("axis_closing", unit=self.say(f"scale_{scale}")), "0.0"),
        )  # fmt: skip
        return figure(self.words, "tickets", self.say("tickets_caption"), [chart])

    # The process log

    def log(self, found: LogFindings) -> str:
        """Cases, events and ways; times, repetitions and hand-offs, with what was left out."""
        say, period = self.say, self.form.period(found.first, found.last)
        lines = [
            say("log_count", cases=found.cases, events=found.events, activities=found.kinds, variants=found.variants,
                period=period)
        ]  # fmt: skip
        if found.outside:
            lines.append(say("log_outside", n=found.outside))
        if found.throughput:
            held = found.throughput
            lines.append(self._timed("throughput", held))
            lines.append(self.claim(said.mixed_starts(found)))
            lines.append(say("single", n=found.single) if found.single else "")
        lines.append(self.claim(said.unended(found, self.project.steps)))
        lines.append(self.claimed(said.rework(found), said.repeated(found), said.ways(found)))
        if found.handoffs is not None:
            lines.append(say("log_handoffs", cases=found.named, n=found.handoffs, people=found.resources))
        lines.append(self.claim(said.unlisted(found, self.project.steps)))
        if self.variants(found):
            lines.append(self.claim(said.more_ways(found)))
        lines.append(self.claim(said.first_events(found)))
        return self.sentences(*lines, self.small(found.cases))

    def variants(self, found: LogFindings | None) -> tuple[VariantRow, ...]:
        """The most frequent ways; none where there is but one, or each case has its own."""
        if found is None or found.variants < 2 or found.variants == found.cases:
            return ()
        fact = self.form.fact
        return tuple(
            VariantRow(fact(way.rank), self._path(way), fact(way.cases), fact(way.share)) for way in found.top_variants
        )

    def _path(self, way: Variant) -> str:
        text = self.say("arrow").join(way.path[:_PATH])
        return text if len(way.path) <= _PATH else self.say("path_more", path=text, n=way.length)

    def activities(self, found: LogFindings | None) -> Grid | None:
        """The activities before whose end cases stay longest, in one unit."""
        held = _stays(found) if found else []
        if found is None or len(held) < 2:
            return None
        told = {each.name for each, _ in held}
        known = sorted(held, key=lambda pair: -float(pair[1]))
        shown = [*known, *((each, None) for each in found.activities if each.name not in told)][:_ACTIVITIES]
        scale, fact = self.form.shared_calendar([stay for _, stay in shown]), self.form.fact
        unit = self.say(f"scale_{scale}")
        body = [
            [each.name, fact(each.events), fact(each.repeated), dashed(self.form.in_calendar(stay, scale))]
            for each, stay in shown
        ]
        return grid(
            self.words, "activities",
            self.say("activities_caption" if len(shown) == found.kinds else "activities_longest"),
            [self.say(f"head_{key}", unit=unit) for key in ("activity", "events", "again", "stay")], body,
            aligns=["text", "number", "number", "number"], shares=[43, 15, 17, 25],
        )  # fmt: skip


def _stays(found: LogFindings) -> list[tuple[Activity, Quantity]]:
    return [(activity, activity.stay) for activity in found.activities if activity.stay is not None]


def _timed(months: Iterable[MonthOfTickets]) -> bool:
    return any(month.closing for month in months)


def _line(times: Iterable[Times | None], key: str, scale: CalendarScale) -> tuple[float | None, ...]:
    """The median or P90 of each month in the chart's unit."""
    return tuple(None if held is None else float(getattr(held, key)) / _MINUTES[scale] for held in times)
