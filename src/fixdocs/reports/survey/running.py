"""Chapter 运行数据: indicators by month, complaints by class, tickets, and the process log."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.running import IndicatorFindings, LogFindings, TicketFindings
from ...analysis.statistics import Bar, pareto
from ...word.grid import Grid, grid
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from .base import SurveyWriter

_PATH = 12  # activities of a variant that are named


class IndicatorPart(Struct, frozen=True):
    """One indicator: what its months say, and its line."""

    name: str
    text: str
    chart: Figure | None


class ClassRow(Struct, frozen=True):
    """A class of complaints or tickets."""

    name: Annotated[str, Printed(40)]
    count: Annotated[str, Printed(20, "number")]
    share: Annotated[str, Printed(20, "number")]
    cumulative: Annotated[str, Printed(20, "number")]


class MonthRow(Struct, frozen=True):
    """A month of tickets; times in calendar days."""

    month: Annotated[str, Printed(18, "code")]
    opened: Annotated[str, Printed(15, "number")]
    closed: Annotated[str, Printed(15, "number")]
    backlog: Annotated[str, Printed(17, "number")]
    median: Annotated[str, Printed(18, "number")]
    p90: Annotated[str, Printed(17, "number")]


class VariantRow(Struct, frozen=True):
    """A way that cases took through the process."""

    rank: Annotated[str, Printed(7, "code")]
    path: Annotated[str, Printed(69)]
    cases: Annotated[str, Printed(12, "number")]
    share: Annotated[str, Printed(12, "number")]


class ActivityRow(Struct, frozen=True):
    """An activity of the log: how often it was done again, and how long cases stayed before its end."""

    name: Annotated[str, Printed(43)]
    events: Annotated[str, Printed(15, "number")]
    again: Annotated[str, Printed(17, "number")]
    stay: Annotated[str, Printed(25, "number")]


class RunningChapter(Struct, frozen=True):
    """The running data; every part may be missing."""

    finding: str
    indicators: tuple[IndicatorPart, ...]
    indicator_table: Grid | None
    complaints_text: str | Prose
    complaints: tuple[ClassRow, ...]
    complaints_chart: Figure | None
    tickets_text: str
    tickets_chart: Figure | None
    tickets_lead: str | Prose
    months: tuple[MonthRow, ...]
    log_text: str
    variants: tuple[VariantRow, ...]
    activities: tuple[ActivityRow, ...]


class RunningWriter(SurveyWriter):
    """Writes the chapter."""

    def chapter(self) -> RunningChapter | None:
        """The chapter; None without any running data."""
        found = self.findings
        bars = self.complaint_bars()
        if not (found.indicators or bars or found.tickets or found.log):
            return None
        months = self._months(found.tickets)
        return RunningChapter(
            finding=self.sentences(*self.highlights()),
            indicators=tuple(self._indicator(n, item) for n, item in enumerate(found.indicators, 1)),
            indicator_table=self._indicator_table(),
            complaints_text=prose(self._complaints(bars)),
            complaints=tuple(self._class(bar) for bar in bars) if len(bars) > 1 else (),
            complaints_chart=self._pareto(bars),
            tickets_text=self._tickets(found.tickets) if found.tickets else "",
            tickets_chart=self._tickets_chart(found.tickets),
            tickets_lead=prose(self.say("tickets_lead", figure=ref("tickets"))) if len(months) > 1 else "",
            months=months if len(months) > 1 else (),
            log_text=self._log(found.log) if found.log else "",
            variants=self._variants(found.log),
            activities=self._activities(found.log),
        )

    def highlights(self) -> list[str]:
        """What stands out: indicators that get worse, the class that leads, the slowest tickets."""
        worse = [f for f in self.findings.indicators if f.better is False]
        missed = [f for f in self.findings.indicators if f.met == 0]
        lines = []
        if worse:
            parts = [self._moved(item) for item in worse]
            lines.append(self.say("worse", n=len(worse), of=len(self.findings.indicators), parts=self.listed(parts, 4)))
        if missed:
            names = self.listed([f.indicator.name for f in missed], 4)
            lines.append(self.say("missed", n=len(missed), names=names))
        if not lines and self.findings.indicators:
            lines.append(self.say("calm", n=len(self.findings.indicators)))
        return lines

    def _moved(self, item: IndicatorFindings) -> str:
        unit = item.indicator.unit
        return self.say(
            "moved",
            name=item.indicator.name,
            first=self.form.value(item.first, unit),
            last=self.form.value(item.last, unit),
        )

    def _indicator(self, number: int, item: IndicatorFindings) -> IndicatorPart:
        return IndicatorPart(item.indicator.name, self.indicator_text(item), self._trend(number, item))

    def indicator_text(self, item: IndicatorFindings) -> str:
        """What the months of an indicator say: rise, fall, flat, mixed or a single month; against its target."""
        unit = item.indicator.unit
        key = f"trend_{item.trend}" + ("_steady" if item.steady and item.trend in ("rise", "fall") else "")
        text = self.say(
            key,
            name=item.indicator.name,
            n=len(item.months),
            mean=self.form.value(item.mean, unit),
            first=self.form.value(item.first, unit),
            last=self.form.value(item.last, unit),
            change=self.form.percent(abs(item.change), 1) if item.change is not None else None,
        )
        if item.change is not None and item.trend in ("rise", "fall"):
            text += self.say("change", change=self.form.percent(abs(item.change), 1))
        if item.met is not None:
            target = self.form.value(item.indicator.target, unit)
            key = "met_all" if item.met == len(item.months) else "met_none" if item.met == 0 else "met_some"
            text += self.say(key, target=target, met=item.met, n=len(item.months))
        if item.better is not None:
            text += self.say("better" if item.better else "worsening")
        return text + self.stop

    def _trend(self, number: int, item: IndicatorFindings) -> Figure | None:
        from ...charts import Axis, Series, Trend

        if len(item.months) < 2:
            return None
        last = item.months[-1][0]
        held = dict(item.months)
        numbers = range(item.months[0][0], last + 1)
        target = item.indicator.target
        title = item.indicator.name + (self.say("unit", unit=item.indicator.unit) if item.indicator.unit else "")
        whole = all(float(value).is_integer() for value in held.values())
        chart = Trend(
            alt=self.indicator_text(item),
            categories=tuple(self.month(n) for n in numbers),
            value=Axis(title, "#,##0" if whole else "#,##0.0"),
            series=(Series(item.indicator.name, tuple(held.get(n) for n in numbers)),),
            target=Series.level(self.say("target"), target, len(numbers)) if target is not None else None,
            height=150.0,
        )
        return figure(self.words, f"indicator_{number}", self.say("trend_caption", name=item.indicator.name), [chart])

    def month(self, number: int) -> str:
        """The calendar month of the data period's month ``number`` (from 1)."""
        total = self.info.data_from.month - 1 + number - 1
        return self.say("month", y=self.info.data_from.year + total // 12, m=total % 12 + 1)

    def _indicator_table(self) -> Grid | None:
        rows = self.findings.indicators
        if len(rows) < 2:
            return None
        last = max(item.months[-1][0] for item in rows)
        months = range(1, last + 1)
        body = []
        for item in rows:
            held = dict(item.months)
            met = None if item.met is None else self.say("met_of", met=item.met, n=len(item.months))
            body.append([
                item.indicator.name, dashed(self.form.text(item.indicator.unit)),
                *(dashed(self.form.number(held.get(n))) for n in months), dashed(self.form.number(item.mean, 1)),
                dashed(self.form.number(item.indicator.target)), dashed(met),
            ])  # fmt: skip
        named = [self.say("head_month", m=self._short(n)) for n in months]
        first, rest = ("indicator", "unit"), ("mean", "target", "met")
        heads = [*(self.say(f"head_{key}") for key in first), *named, *(self.say(f"head_{key}") for key in rest)]
        return grid(
            self.words, "indicators", self.say("indicators_caption"), heads, body,
            aligns=["text", "code", *["number"] * (last + 2), "code"],  # type: ignore[list-item] # literals
            shares=[22, 10, *[8.0] * last, 9, 8, 10], wide=last > 6,
        )  # fmt: skip

    def _short(self, number: int) -> int:
        return (self.info.data_from.month - 2 + number) % 12 + 1

    def complaint_bars(self) -> tuple[Bar[str], ...]:
        """Complaint classes in descending order, the rest last: from the sheet, else from the tickets."""
        other = self.words.module("terms").OTHER
        if self.project.complaints:
            names = [(row.kind, row.count) for row in self.project.complaints if row.count]
            return pareto(sorted(names, key=lambda pair: -pair[1]), other)
        return self.findings.tickets.kinds if self.findings.tickets else ()

    def _class(self, bar: Bar[str]) -> ClassRow:
        percent = self.form.percent
        return ClassRow(bar.key, self.form.number(bar.count), percent(bar.share), percent(bar.cumulative))

    def _complaints(self, bars: tuple[Bar[str], ...]) -> str:
        if not bars:
            return ""
        total = sum(bar.count for bar in bars)
        if len(bars) == 1:
            return self.say("one_class", name=bars[0].key, n=self.form.number(total))
        vital = [bar for bar in bars if bar.vital]
        source = "complaints_text" if self.project.complaints else "ticket_classes_text"
        return self.say(
            source,
            figure=ref("complaints"),
            total=self.form.number(total),
            classes=len(bars),
            names=self.form.join(bar.key for bar in vital),
            n=len(vital),
            share=self.form.percent(vital[-1].cumulative if vital else None),
        )

    def _pareto(self, bars: tuple[Bar[str], ...]) -> Figure | None:
        if len(bars) < 2:
            return None
        from ...charts import Axis, Pareto, Series

        vital = [bar for bar in bars if bar.vital]
        chart = Pareto(
            alt=self.say("pareto_alt", names=self.form.join(bar.key for bar in vital),
                         share=self.form.percent(vital[-1].cumulative if vital else None)),
            categories=tuple(bar.key for bar in bars),
            value=Axis(self.say("axis_count")),
            counts=Series(self.say("count"), tuple(bar.count for bar in bars)),
            cumulative=Series(self.say("cumulative"), tuple(bar.cumulative for bar in bars)),
            share=Axis(self.say("cumulative"), "0%"),
            mark=Series.level(self.say("eighty"), 0.8, len(bars)),
            vital=len(vital) or None,
        )  # fmt: skip
        return figure(self.words, "complaints", self.say("pareto_caption"), [chart])

    def _tickets(self, found: TicketFindings) -> str:
        count = self.form.number(found.count)
        lines = [self.say("tickets_count", n=count, begin=self.form.long_date(found.first),
                          end=self.form.long_date(found.last))]  # fmt: skip
        if found.closing:
            held = found.closing
            lines.append(self.say("closing", n=self.form.number(held.n), median=self.form.number(held.median, 1),
                                  mean=self.form.number(held.mean, 1), p90=self.form.number(held.p90, 1)))  # fmt: skip
            lines.append(self.small(held.n))
        if found.response:
            held = found.response
            lines.append(self.say("response", n=self.form.number(held.n), median=self.form.number(held.median, 1),
                                  p90=self.form.number(held.p90, 1)))  # fmt: skip
        if found.open:
            lines.append(self.say("open", n=self.form.number(found.open)))
        if found.repeated is not None:
            lines.append(self.say("repeated", share=self.form.percent(found.repeated)))
        if found.outside:
            lines.append(self._outside(found))
        return self.sentences(*lines)

    def _outside(self, found: TicketFindings) -> str:
        every = found.outside == len(self.project.tickets)
        return self.say("all_outside" if every else "outside", n=self.form.number(found.outside))

    def _months(self, found: TicketFindings | None) -> tuple[MonthRow, ...]:
        rows = found.months if found else ()
        number = self.form.number
        return tuple(
            MonthRow(
                self.form.month(m.month), number(m.opened), number(m.closed), number(m.backlog),
                dashed(number(m.closing.median if m.closing else None, 1)),
                dashed(number(m.closing.p90 if m.closing else None, 1)),
            )
            for m in rows
        )  # fmt: skip

    def _tickets_chart(self, found: TicketFindings | None) -> Figure | None:
        if found is None or len(found.months) < 2:
            return None
        from ...charts import Axis, Bars, ColumnsAndLines, Series

        months = found.months
        names = tuple(self.form.month(m.month) for m in months)
        alt = self.say("tickets_alt", n=self.form.number(found.count), months=len(months))
        opened = Series(self.say("opened"), tuple(m.opened for m in months))
        tickets = Axis(self.say("axis_tickets"))
        medians = tuple(m.closing.median if m.closing else None for m in months)
        if not any(value is not None for value in medians):
            chart: Bars | ColumnsAndLines = Bars(alt=alt, categories=names, value=tickets, series=opened)
        else:
            chart = ColumnsAndLines(
                alt=alt, categories=names, value=tickets, series=(opened,),
                lines=(
                    Series(self.say("median"), medians),
                    Series(self.say("p90"), tuple(m.closing.p90 if m.closing else None for m in months)),
                ),
                second=Axis(self.say("axis_closing"), "0.0"),
            )  # fmt: skip
        return figure(self.words, "tickets", self.say("tickets_caption"), [chart])

    def _log(self, found: LogFindings) -> str:
        number = self.form.number
        lines = [
            self.say(
                "log_count", cases=number(found.cases), events=number(found.events),
                activities=number(len(found.activities)), variants=number(found.variants),
                begin=self.form.long_date(found.first), end=self.form.long_date(found.last),
            )
        ]  # fmt: skip
        if found.throughput:
            held = found.throughput
            lines.append(self.say("throughput", median=number(held.median, 1), mean=number(held.mean, 1),
                                  p90=number(held.p90, 1)))  # fmt: skip
        percent = self.form.percent
        lines.append(self.say("rework", share=percent(found.rework), clean=percent(found.no_repeat)))
        if found.reworked:
            name, cases = found.reworked[0]
            lines.append(self.say("most_reworked", name=name, n=number(cases)))
        if found.handoffs is not None:
            lines.append(self.say("log_handoffs", n=number(found.handoffs, 1), people=number(found.resources)))
        if found.outside:
            lines.append(self.say("log_outside", n=number(found.outside)))
        return self.sentences(*lines, self.small(found.cases))

    def _variants(self, found: LogFindings | None) -> tuple[VariantRow, ...]:
        if found is None or found.variants < 2:
            return ()
        return tuple(
            VariantRow(str(n), self._path(path), self.form.number(cases), self.form.percent(cases / found.cases))
            for n, (path, cases) in enumerate(found.top_variants, 1)
        )

    def _path(self, path: tuple[str, ...]) -> str:
        arrow = self.say("arrow")
        text = arrow.join(path[:_PATH])
        return text if len(path) <= _PATH else self.say("path_more", path=text, n=len(path) - _PATH)

    def _activities(self, found: LogFindings | None) -> tuple[ActivityRow, ...]:
        """The ten activities before whose end cases stay longest."""
        if found is None or len(found.activities) < 2:
            return ()
        counts, again = dict(found.activities), dict(found.reworked)
        ranked = sorted(found.sojourn, key=lambda pair: -pair[1])[:10]
        return tuple(
            ActivityRow(name, dashed(self.form.number(counts.get(name))), self.form.number(again.get(name, 0)),
                        self.form.calendar(hours * 60))
            for name, hours in ranked
        )  # fmt: skip
