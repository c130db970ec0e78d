"""Chapter 改进后流程: the flow to be with every change, and its figures before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Struct
from msgspec.structs import replace

from ...analysis.facts import Count, Quantity, whole
from ...analysis.findings import OptionFlow
from ...analysis.flow import FlowFindings
from ...analysis.flow_diff import Change, Difference, FlowDiff, StepChange
from ...analysis.statistics import improvement
from ...schema.choices import StepKind
from ...schema.improve import ToBeStep
from ...schema.survey import Step
from ...word.grid import Align, Grid, grid
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.flowchart import to_be_figure
from ..shared.format import dashed
from ..shared.texts import bare, clipped
from .base import PlanWriter

_CHART: Final = 150.0  # points: the chart stands below the table it pictures, on the same page
_COLOURS: Final = ("primary", "009E73", "CC79A7", "56B4E9")  # of the flows to be
_DURATIONS: Final = ("touch", "wait")
_TOLD: Final = ("handoffs", "approvals", "customer_actions")
_COUNTS: Final = ("handoffs", "approvals", "customer_actions", "decisions", "systems")


class ChangeLine(Struct, frozen=True):
    """A step that changes: what becomes of it, in which respects, by which measures."""

    step: Annotated[str, Printed(19)]
    change: Annotated[str, Printed(9, "code")]
    origin: Annotated[str, Printed(19)]
    detail: Annotated[str, Printed(44)]
    measures: Annotated[str, Printed(9, "code")]


class BeforeAfter(Struct, frozen=True):
    """A figure of the flow before and after."""

    name: Annotated[str, Printed(34)]
    before: Annotated[str, Printed(22, "number")]
    after: Annotated[str, Printed(24, "number")]
    change: Annotated[str, Printed(20, "number")]


class ToBeLine(Struct, frozen=True):
    """A step of the flow to be."""

    number: Annotated[str, Printed(7, "code")]
    name: Annotated[str, Printed(18)]
    kind: str
    post: Annotated[str, Printed(14)]
    touch: Annotated[str, Printed(11, "number")]
    wait: Annotated[str, Printed(11, "number")]
    inputs: Annotated[str, Printed(13)]
    outputs: Annotated[str, Printed(13)]
    system: Annotated[str, Printed(13)]
    origin: str
    measures: str


class OptionSection(Struct, frozen=True):
    """The flow to be of one alternative. ``heading`` is empty where the chapter is about one flow only."""

    heading: str
    finding: str
    lead: str | Prose = ""
    figures: tuple[BeforeAfter, ...] = ()
    basis: str = ""
    chart_lead: str | Prose = ""
    chart: Figure | None = None
    flow_lead: str | Prose = ""
    flow: Figure | None = None
    flow_note: str = ""
    changes_text: str | Prose = ""
    steps_lead: str | Prose = ""
    changes: tuple[ChangeLine, ...] = ()
    caution: str = ""
    steps: tuple[ToBeLine, ...] = ()


class ToBeChapter(Struct, frozen=True):
    """The flows to be: the chosen alternative's; before the choice each one's, under its own heading.

    ``chart`` and ``table`` compare several flows; where there is one, its own section has chart and figures.
    """

    finding: str
    chart_lead: str | Prose
    chart: Figure | None
    table: Grid | None
    options: tuple[OptionSection, ...]


class ToBeWriter(PlanWriter):
    """Writes the chapter."""

    def chapter(self) -> ToBeChapter | None:
        """The chapter; None where no flow to be is filled."""
        options = self.shown()
        if not options:
            return None
        many = len(options) > 1
        sections = tuple(self._section_of(options, n) for n in range(len(options)))
        if many:
            chart = self._chart([(self._series(o), o.flow) for o in options], "flows")
            table = self._table(options)
            lead = self.say("flows_lead", figure=ref("flows")) if chart else ""
            lead += self.say("flows_table_lead", table=ref("flows_figures")) if table else ""
            return ToBeChapter(self.say("flows_pending", n=len(options)), prose(lead), chart, table, sections)
        return ToBeChapter(sections[0].finding, "", None, None, (replace(sections[0], finding=""),))

    def _table(self, options: Sequence[OptionFlow]) -> Grid | None:
        """The figures of each flow beside those of the present one."""
        before = self.findings.flow
        if before is None:
            return None
        held = [{row.name: row for row in self._figures(before, option.flow)} for option in options]
        names = list(dict.fromkeys(name for rows in held for name in rows))
        now = {name: row.before for rows in held for name, row in rows.items()}
        absent = {name: dashed("0" if now[name] == "0" else None) for name in names}  # rows of noughts are not told
        rows = [(name, now[name], *(f[name].after if name in f else absent[name] for f in held)) for name in names]
        expected = [self.say("expected_of", name=self._series(option)) for option in options]
        headings = (self.say("figure_name"), self.say("now"), *expected)
        numbers: list[Align] = ["number"] * (1 + len(options))
        return grid(
            self.words, "flows_figures", self.say("flows_figures_caption"), headings, rows,
            aligns=("text", *numbers), shares=(1.3, 1, *[1] * len(options)),
        )  # fmt: skip

    def _series(self, option: OptionFlow) -> str:
        return option.alternative.id if option.alternative else self.say("after")

    def shown(self) -> tuple[OptionFlow, ...]:
        """The flows to print: the one meant, or each different one of the alternatives."""
        findings = self.findings
        if findings.to_be is not None:
            return tuple(o for o in findings.options if o.flow is findings.to_be)[:1]
        return () if self.plan.chosen is not None else findings.options

    def _section_of(self, options: Sequence[OptionFlow], n: int) -> OptionSection:
        """A section; a flow that an earlier alternative has too is told in a sentence."""
        option, many = options[n], len(options) > 1
        same = next((o.alternative for o in options[:n] if o.steps == option.steps), None)
        if same is None:
            return self._section(option, many)
        finding = self.sentences(self.finding(option), self.say("same_flow", name=same.id))
        return OptionSection(self._heading(option), finding)

    def _section(self, option: OptionFlow, many: bool) -> OptionSection:
        diff, before = option.diff, self.findings.flow
        figures = self._figures(before, option.flow) if before and not many else ()
        chart = None if many else self._chart([(self.say("after"), option.flow)], "before_after")
        drawn = to_be_figure(self.findings, self.words, "to_be", steps=option.steps, diff=diff, flow=option.flow)
        changes = self._changes(diff)
        return OptionSection(
            heading=self._heading(option) if many else "",
            finding=self.finding(option),
            lead=prose(self.say("figures_lead", table=ref("flow_figures"))) if figures else "",
            figures=figures,
            basis=self._basis(before, option.flow),
            chart_lead=prose(self.say("chart_lead", figure=ref("before_after"))) if chart else "",
            chart=chart,
            flow_lead=prose(self._flow_lead(diff)) if drawn else "",
            flow=drawn,
            flow_note=self.words.say("flow.durations") if option.flow.lead else "",
            changes_text=prose(self._changes_text(diff, changes, "changes")),
            steps_lead=prose(self.say("steps_lead", table=ref("to_be_steps"))),
            changes=changes if len(changes) > 1 else (),
            caution=self._caution(diff),
            steps=tuple(self._step(step) for step in option.steps),
        )

    def _flow_lead(self, diff: FlowDiff | None) -> str:
        """What leads to the flowchart, and how it marks changes where there are some."""
        marked = self.say("flow_marked") if diff and diff.changed else ""
        dashed = self.say("flow_dashed") if diff and diff.removed else ""
        return self.say("flow_lead", figure=ref("to_be"), how=marked + dashed)

    def _heading(self, option: OptionFlow) -> str:
        if option.alternative is None:
            return self.say("flow_pending")
        return self.say("option_pending", name=self.full(option.alternative))

    # Before and after

    def finding(self, option: OptionFlow) -> str:
        """The lead time before and after, and the counts that change; what changes where no time is known."""
        before, after = self.findings.flow, option.flow
        parts = [self._lead(before, after), self._fewer(before, after), self._counted(option.diff)]
        return self.sentences(*parts) or self.say("flow_plain", steps=len(option.steps))

    def _lead(self, before: FlowFindings | None, after: FlowFindings) -> str:
        if not after.lead:
            return ""
        if before is None or not before.lead:
            return self.say("lead_after", after=self.form.duration(after.lead))
        ratio = improvement(before.lead, after.lead, lower_is_better=True) or 0.0
        key = "lead_same" if abs(ratio) < 0.005 else "lead_shorter" if ratio > 0 else "lead_longer"
        return self.say(key, before=self.form.duration(before.lead), after=self.form.duration(after.lead),
                        share=self.form.percent(abs(ratio), 0))  # fmt: skip

    def _fewer(self, before: FlowFindings | None, after: FlowFindings) -> str:
        if before is None:
            return ""
        pairs = [(name, getattr(before, name), getattr(after, name)) for name in _TOLD]
        parts = [
            self.say(f"{'fewer' if two < one else 'more'}_{name}", before=one, after=two)
            for name, one, two in pairs
            if whole(one, two) and one != two
        ]
        return self.say("fewer", parts=self.phrases(parts)) if parts else ""

    def _counted(self, diff: FlowDiff | None) -> str:
        if diff is None:
            return ""
        if not diff.changed:
            return self.say("unchanged")
        parts = [self.words.say("flow.change", kind=self._change(c), n=n) for c, n in diff.counts.items() if n]
        return self.say("counted", parts=self.form.join(parts))

    def _change(self, change: Change) -> str:
        return self.words.say(f"flow.{change.value}")

    def _figures(self, before: FlowFindings, after: FlowFindings) -> tuple[BeforeAfter, ...]:
        rows: list[BeforeAfter] = []
        timed = before.lead and after.lead
        for name in ("lead", "touch", "wait") if timed else ():
            one, two = getattr(before, name), getattr(after, name)
            stated = [dashed(self.form.fact(value)) for value in (one, two)]
            rows.append(self._row(name, stated[0], stated[1], self._ratio(one, two)))
        if before.calendar or after.calendar:
            one, two = (self.form.calendar(value) if value else None for value in (before.calendar, after.calendar))
            rows.append(self._row("calendar", dashed(one), dashed(two), self._ratio(before.calendar, after.calendar)))
        if before.pce is not None and after.pce is not None:
            points = self.say("change_points", n=self.form.signed(100 * (after.pce - before.pce), 1))
            rows.append(self._row("pce", self.form.percent(before.pce), self.form.percent(after.pce), points))
        rows.append(self._count("steps", before.steps, after.steps))
        rows += [self._count(name, getattr(before, name), getattr(after, name)) for name in _COUNTS]
        return tuple(row for row in rows if (row.before, row.after) != ("0", "0"))

    def _row(self, name: str, before: str, after: str, change: str) -> BeforeAfter:
        return BeforeAfter(self.say(f"figure_{name}"), before, after, change)

    def _count(self, name: str, before: Count | None, after: Count | None) -> BeforeAfter:
        change = None
        if before is not None and after is not None and whole(before, after):
            change = self.form.signed(after - before) if after != before else "0"
        return self._row(name, dashed(self.form.fact(before)), dashed(self.form.fact(after)), dashed(change))

    def _ratio(self, before: Quantity | None, after: Quantity | None) -> str:
        """The change in percent of what it was, with its sign."""
        if before is None or after is None or not before or not whole(before, after):
            return dashed(None)
        return self.form.signed(100 * (after - before) / before, 0) + "%"

    def _basis(self, before: FlowFindings | None, after: FlowFindings) -> str:
        if not after.lead:
            return ""
        if before is not None and before.lead and before.basis != after.basis:
            text = self.say("basis_mixed")
        else:
            text = self.say(f"basis_{after.basis}")
        if after.estimated:
            text += self.say("estimated", n=after.estimated, of=after.timed)
        return text

    def _chart(self, flows: Sequence[tuple[str, FlowFindings]], anchor: str) -> Figure | None:
        """Times before and in each of ``flows``; None where one of them has none, or where they are too many."""
        from ...charts import Axis, Clustered, Series

        before = self.findings.flow
        if before is None or len(flows) > len(_COLOURS) or not all(f.lead for f in (before, *(f for _, f in flows))):
            return None
        scale, divisor = self.form.scale(before.lead or 0.0)
        names = ("lead", "touch", "wait")
        bars = [("E69F00", self.say("before" if len(flows) == 1 else "now"), before)]
        bars += [(colour, name, flow) for colour, (name, flow) in zip(_COLOURS, flows)]
        told = [self._lead(before, flow) for _, flow in flows]
        if len(flows) > 1:
            told = [self.say("of_flow", name=name, text=text) for (name, _), text in zip(flows, told)]
        chart = Clustered(
            alt=self.sentences(*told),
            categories=tuple(self.say(f"figure_{name}") for name in names),
            value=Axis(self.say(f"axis_{scale}"), "0" if scale == "minutes" else "0.0"),
            height=_CHART,
            series=tuple(
                Series(name, tuple((getattr(flow, n) or 0.0) / divisor for n in names), colour)
                for colour, name, flow in bars
            ),
        )
        return figure(self.words, anchor, self.say(f"{anchor}_caption"), [chart])

    # Changes

    def _changes(self, diff: FlowDiff | None) -> tuple[ChangeLine, ...]:
        if diff is None:
            return ()
        changed = [self._change_line(change) for change in diff.steps if change.changes]
        return (*changed, *(self._change_line(change) for change in diff.removed))

    def _change_line(self, change: StepChange) -> ChangeLine:
        step = change.step
        return ChangeLine(
            step=dashed(self._named(step) if step else None),
            change=dashed(self._kinds(change)),
            origin=dashed(self._origins(change)),
            detail=dashed(self._detail(change)),
            measures=dashed(self.keys(step.measures, 1) if step else None),
        )

    def _kinds(self, change: StepChange) -> str | None:
        return self.form.join(map(self._change, change.changes))

    def _origins(self, change: StepChange) -> str | None:
        return self.form.join(map(self._named, change.origins))

    def _named(self, step: Step) -> str:
        return self.named(key=step.id, name=clipped(step.name, 40))

    def _detail(self, change: StepChange) -> str | None:
        """What is different; of a new step who owns it, of an eliminated one who did."""
        if change.step is None:
            return self.say("detail_removed", post=change.origins[0].post)
        if not change.origins:
            return self.say("detail_added", post=change.step.post)
        parts = [self._difference(d) for d in change.differences]
        if len(change.origins) > 1:
            parts.append(self.say("detail_merged", n=len(change.origins), post=change.step.post))
        return self.clauses(parts) or None

    def _difference(self, found: Difference) -> str:
        name = self.words.label("to_be", found.attribute)
        return self.say("difference", name=name, before=self._value(found, found.before),
                        after=self._value(found, found.after))  # fmt: skip

    def _value(self, found: Difference, value: object) -> str:
        if value is None:
            return self.say("blank")
        if found.attribute in _DURATIONS and isinstance(value, (int, float)):
            return self.form.duration(value).replace(".0 ", " ")  # as it was filled in, beside the table of steps
        return self.words.choice(value) if isinstance(value, StrEnum) else bare(str(value))

    def _changes_text(self, diff: FlowDiff | None, rows: tuple[ChangeLine, ...], anchor: str) -> str:
        if diff is None:
            return ""
        if len(rows) > 1:
            return self.say("changes_lead", n=len(rows), table=ref(anchor))
        if not rows:
            return ""
        (change,) = (*(change for change in diff.steps if change.changes), *diff.removed)
        detail = self._detail(change)
        return self.say("change_one", step=self._named(change.step) if change.step else self._origins(change),
                        change=self._kinds(change),
                        detail=self.say("change_detail", text=detail) if detail else "")  # fmt: skip

    def _caution(self, diff: FlowDiff | None) -> str:
        """Eliminated steps that law or internal control asks for."""
        held: list[Step] = [o for change in (diff.removed if diff else ()) for o in change.origins if o.regulation]
        parts = [self.say("regulated", step=self.named(s.id, s.name), rule=bare(s.regulation)) for s in held]
        return self.say("caution", parts=self.clauses(parts)) if parts else ""

    def _kinded(self, step: ToBeStep) -> str:
        """A step's name, with its kind where it is no activity."""
        if step.kind is StepKind.ACTIVITY:
            return step.name
        return self.say("kinded", name=step.name, kind=self.words.choice(step.kind))

    def _step(self, step: ToBeStep) -> ToBeLine:
        stated: Mapping[str, str] = {
            name: dashed(self.form.value(getattr(step, name), self.words.choice(unit)))
            if (unit := getattr(step, f"{name}_unit")) is not None
            else dashed(None)
            for name in _DURATIONS
        }
        return ToBeLine(
            number=step.id,
            name=self._kinded(step),
            kind=self.words.choice(step.kind),
            post=step.post,
            touch=stated["touch"],
            wait=stated["wait"],
            inputs=dashed(self.form.text(step.inputs)),
            outputs=dashed(self.form.text(step.outputs)),
            system=dashed(self.form.text(step.system)),
            origin=dashed(self.keys(step.origins)),
            measures=dashed(self.keys(step.measures, 2)),
        )
