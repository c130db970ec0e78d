"""Chapter 运行数据: indicators by month and complaints by class; tickets and the process log are in ``cases``."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import running as said
from ...analysis.claims import running_cases as said_of_cases
from ...analysis.facts import Quantity
from ...analysis.running import ClassBar, Classes, IndicatorFindings
from ...analysis.running.months import month_of, months_touched
from ...word.grid import Grid, grid
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from .base import SurveyWriter
from .cases import CasesWriter, VariantRow


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


class RunningChapter(Struct, frozen=True):
    """The running data; every part may be missing."""

    finding: str
    indicators: tuple[IndicatorPart, ...]
    indicator_table: Grid | None
    classes_name: str
    complaints_text: str | Prose
    complaints: tuple[ClassRow, ...]
    complaints_chart: Figure | None
    tickets_text: str
    tickets_chart: Figure | None
    tickets_lead: str | Prose
    months: Grid | None
    log_text: str
    variants: tuple[VariantRow, ...]
    activities: Grid | None


class RunningWriter(SurveyWriter):
    """Writes the chapter."""

    def chapter(self) -> RunningChapter | None:
        """The chapter; None without any running data."""
        found, cases = self.findings, CasesWriter(self.findings, self.words)
        if not (found.indicators or found.classes or found.tickets or found.log):
            return None
        bars = found.classes.bars if found.classes and len(found.classes.bars) > 1 else ()
        return RunningChapter(
            finding=self.sentences(*self.highlights()),
            indicators=tuple(self._indicator(n, item) for n, item in enumerate(found.indicators, 1)),
            indicator_table=self._indicator_table(),
            classes_name=self._classes_of(found.classes) if found.classes else "",
            complaints_text=prose(self._classes(found.classes)) if found.classes else "",
            complaints=tuple(self._class(bar) for bar in bars),
            complaints_chart=self._pareto(found.classes) if found.classes and bars else None,
            tickets_text=cases.tickets(found.tickets) if found.tickets else "",
            tickets_chart=cases.tickets_chart(found.tickets),
            tickets_lead=cases.tickets_lead(found.tickets),
            months=cases.months(found.tickets),
            log_text=cases.log(found.log) if found.log else "",
            variants=cases.variants(found.log),
            activities=cases.activities(found.log),
        )

    def highlights(self) -> list[str]:
        """What stands out: indicators that get worse or better or never meet their target, classes that lead."""
        found = self.findings.indicators
        made = [said.worsening(found), said.missed(found), said.improving(found), said.undirected(found)]
        if self.findings.classes:
            made += [said_of_cases.concentration(self.findings.classes), said_of_cases.rest(self.findings.classes)]
        return [line for claim in made if (line := self.claim(claim))]

    def summary(self) -> list[str]:
        """The two sentences of the summary page: what gets worse is not told without what gets better."""
        found, classes = self.findings.indicators, self.findings.classes
        lines = [
            self.claimed(said.worsening(found), said.improving(found)),
            self.claimed(said.missed(found)),
            self.claimed(said.undirected(found)),
            self.claimed(said_of_cases.concentration(classes), said_of_cases.rest(classes)) if classes else "",
        ]
        return [line for line in lines if line][:2]

    def _indicator(self, number: int, item: IndicatorFindings) -> IndicatorPart:
        return IndicatorPart(item.indicator.name, self.indicator_text(item), self._trend(number, item))

    def indicator_text(self, item: IndicatorFindings) -> str:
        """What the months of an indicator say, against its target and against the objectives' baselines."""
        goals = self.project.goals
        baselines = (said.baseline(goal, item, self.info) for goal in goals)
        return self.claimed(*said.of_indicator(item, self.info), *baselines)

    def _trend(self, number: int, item: IndicatorFindings) -> Figure | None:
        from ...charts import Axis, Series, Trend

        if len(item.months) < 2 or item.low[0] == item.high[0]:
            return None
        held = {n: float(value) for n, value in item.months}
        numbers = range(item.months[0][0], item.months[-1][0] + 1)
        target, name = item.indicator.target, item.indicator.name
        title = name + (self.say("unit", unit=item.indicator.unit) if item.indicator.unit else "")
        low, high = (self._plain(value) for value in (item.low[0], item.high[0]))
        digits = item.months[0][1].fact.digits or 0
        chart = Trend(
            alt=self.say("trend_alt", name=name, months=len(held), low=low, high=high),
            categories=tuple(self.form.month(month_of(self.info.data_from, n)) for n in numbers),
            value=Axis(title, "#,##0" + ("." + "0" * digits if digits else "")),
            series=(Series(name, tuple(held.get(n) for n in numbers)),),
            target=Series.level(self.say("target"), target, len(numbers)) if target is not None else None,
            height=150.0,
        )
        return figure(self.words, f"indicator_{number}", self.say("trend_caption", name=name), [chart])

    def _plain(self, value: Quantity) -> str:
        """A value as an alternative text says it: no figure of the ledger's."""
        return self.form.value(float(value), value.fact.word, value.fact.digits)

    def _indicator_table(self) -> Grid | None:
        """Indicators by month: a line has one unit and one precision."""
        rows = self.findings.indicators
        if len(rows) < 2:
            return None
        span = months_touched(self.info.data_from, self.info.data_to)
        months = range(1, max(span, *(item.months[-1][0] for item in rows)) + 1)
        named = [self.say("head_month", m=month_of(self.info.data_from, n).month) for n in months]
        first, rest = ("indicator", "unit"), ("mean", "target", "met")
        heads = [*(self.say(f"head_{key}") for key in first), *named, *(self.say(f"head_{key}") for key in rest)]
        return grid(
            self.words, "indicators", self.say("indicators_caption"), heads,
            [self._indicator_row(item, months) for item in rows],
            aligns=["text", "code", *["number"] * (len(months) + 2), "code"],  # type: ignore[list-item] # literals
            shares=[22, 10, *[8.0] * len(months), 9, 8, 10], wide=len(months) > 6,
        )  # fmt: skip

    def _indicator_row(self, item: IndicatorFindings, months: range) -> list[str]:
        held = dict(item.months)
        met = None if item.met is None else self.say("met_of", met=item.met, n=item.n)
        return [
            item.indicator.name, dashed(self.form.text(item.indicator.unit)),
            *(self._alone(held.get(n)) for n in months), self._alone(item.mean), self._alone(item.target), dashed(met),
        ]  # fmt: skip

    def _alone(self, value: Quantity | None) -> str:
        """A value without its unit, which the line's heading names."""
        return dashed(None if value is None else self.form.number(value, value.fact.digits))

    # Classes

    def _class(self, bar: ClassBar) -> ClassRow:
        return ClassRow(bar.key, self.form.fact(bar.count), self.form.fact(bar.share), self.form.fact(bar.cumulative))

    def _classes(self, found: Classes) -> str:
        lines = [self.claim(claim) for claim in said_of_cases.of_classes(found)]
        if len(found.bars) > 1:
            key = "complaints_text" if found.source == "complaints" else "ticket_classes_text"
            lines.insert(0, self.say(key, figure=ref("complaints"), total=found.total, classes=found.n))
            lines.append(self.claim(said_of_cases.rounded(found)))
        lines += [self.claim(said_of_cases.complaints_apart(held)) for held in self.findings.complaint_counts]
        if found.unclassed:
            lines.append(self.say("unclassed", n=found.unclassed))
        return self.sentences(*lines)

    def _pareto(self, found: Classes) -> Figure | None:
        from ...charts import Axis, Pareto, Series

        bars = found.bars
        chart = Pareto(
            alt=self._pareto_alt(found),
            categories=tuple(bar.key for bar in bars),
            value=Axis(self.say("axis_count")),
            counts=Series(self.say("count"), tuple(int(bar.count) for bar in bars)),
            cumulative=Series(self.say("cumulative"), tuple(float(bar.cumulative) for bar in bars)),
            share=Axis(self.say("cumulative"), "0%"),
            mark=Series.level(self.say("eighty"), 0.8, len(bars)),
            vital=sum(bar.vital for bar in bars) or None,
        )
        return figure(self.words, "complaints", self.say("pareto_caption", classes=self._classes_of(found)), [chart])

    def _pareto_alt(self, found: Classes) -> str:
        """The classes in the order they are drawn: those of the rest stand last whatever their number."""
        named, rest = (self.form.join(bar.key for bar in found.bars if bar.rest is held) for held in (False, True))
        n = len(found.bars)
        if named and rest:
            return self.say("pareto_alt_rest", n=n, names=named, rest=rest)
        equal = len({int(bar.count) for bar in found.bars}) == 1
        return self.say("pareto_alt_equal" if equal else "pareto_alt", n=n, names=named or rest)

    def _classes_of(self, found: Classes) -> str:
        """What the classes are of: complaints, or tickets where no complaints were counted."""
        return self.say(f"{found.source}_classes")
