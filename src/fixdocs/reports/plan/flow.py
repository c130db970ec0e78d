"""Chapter 改进后流程: the flow to be with every change, and its figures before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from msgspec import Struct
from msgspec.structs import replace

from ...analysis.claim import Claim
from ...analysis.claims import change as claims
from ...analysis.findings import OptionFlow
from ...analysis.flow import FlowFindings
from ...analysis.flow_diff import DURATIONS, FlowDiff
from ...analysis.flow_gain import FlowGain, Pair
from ...schema.choices import StepKind
from ...schema.improve import ToBeStep
from ...word.grid import Align, Grid, grid
from ...word.inline import Prose, prose, ref
from ...word.noted import unmarked
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.flowchart import to_be_figure
from ..shared.format import dashed
from .base import PlanWriter
from .changes import ChangeLine, ChangeWriter

_CHART: Final = 150.0  # points: the chart stands below the table it pictures, on the same page
_COLOURS: Final = ("primary", "009E73", "CC79A7", "56B4E9")  # of the flows to be
_CHARTED: Final = ("lead", "touch", "wait")


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
        if not self._pending(options):
            finding = self.sentences(sections[0].finding, self.claim(claims.shared(self.findings)))
            return ToBeChapter(finding, "", None, None, (replace(sections[0], finding=""),))
        chart = self._chart(options, "flows") if many else None
        table = self._table(options) if many else None
        lead = self.say("flows_lead", figure=ref("flows")) if chart else ""
        lead += self.say("flows_table_lead", table=ref("flows_figures")) if table else ""
        finding = self.claimed(claims.pending(self.findings), claims.missing(self.findings))
        return ToBeChapter(finding, prose(lead), chart, table, sections)

    def _pending(self, options: Sequence[OptionFlow]) -> bool:
        """Whether the flows are some alternatives' own and wait for the choice."""
        return self.plan.chosen is None and (len(options) > 1 or options[0].alternative is not None)

    def _table(self, options: Sequence[OptionFlow]) -> Grid | None:
        """The figures of each flow beside those of the present one."""
        gains = [option.gain for option in options]
        first = gains[0]
        if first is None:
            return None
        rows = []
        for pair in first.pairs:
            held = [gain.pair(pair.name) for gain in gains if gain]
            if any(each.before or each.after for each in held):
                texts = [self.form.fact(value) for value in (pair.before, *(each.after for each in held))]
                rows.append((self.say(f"figure_{pair.name}"), *map(dashed, texts)))
        expected = [self._expected(option, options) for option in options]
        headings = (self.say("figure_name"), self.say("now"), *expected)
        numbers: list[Align] = ["number"] * (1 + len(options))
        return grid(
            self.words, "flows_figures", self.say("flows_figures_caption"), headings, rows,
            aligns=("text", *numbers), shares=(1.3, 1, *[1] * len(options)),
        )  # fmt: skip

    def _expected(self, option: OptionFlow, options: Sequence[OptionFlow]) -> str:
        """The heading of a flow's column, with what its times rest on where others rest on something else."""
        basis, name = claims.own_basis(option, options), self._series(option)
        if basis is None:
            return self.say("expected_of", name=name)
        return self.say("expected_based", name=name, basis=self.claim(basis))

    def _series(self, option: OptionFlow) -> str:
        return option.alternative.id if option.alternative else self.say("after")

    def shown(self) -> tuple[OptionFlow, ...]:
        """The flows to print: the one meant, or each one that an alternative has of its own."""
        findings = self.findings
        if findings.to_be is not None:
            return tuple(o for o in findings.options if o.flow is findings.to_be)[:1]
        return () if self.plan.chosen is not None else findings.options

    def _section_of(self, options: Sequence[OptionFlow], n: int) -> OptionSection:
        """A section; a flow that an earlier alternative has too is told in a sentence."""
        option = options[n]
        same = claims.same_as(option, options[:n])
        if same is None:
            return self._section(option, options)
        return OptionSection(self._heading(option), self.sentences(self._opening(option), self.claim(same)))

    def _section(self, option: OptionFlow, options: Sequence[OptionFlow]) -> OptionSection:
        diff, alone = option.diff, len(options) == 1
        changes = ChangeWriter(self.findings, self.words)
        figures = self._figures(option.gain) if alone else ()
        chart = self._chart(options, "before_after") if alone else None
        drawn = to_be_figure(self.findings, self.words, "to_be", steps=option.steps, diff=diff, flow=option.flow)
        lines = changes.lines(diff)
        return OptionSection(
            heading=self._heading(option) if self._pending(options) else "",
            finding=self._opening(option),
            lead=prose(self.say("figures_lead", table=ref("flow_figures"))) if figures else "",
            figures=figures,
            basis=self._basis(option),
            chart_lead=prose(self.say("chart_lead", figure=ref("before_after"))) if chart else "",
            chart=chart,
            flow_lead=prose(self._flow_lead(diff)) if drawn else "",
            flow=drawn,
            flow_note=self.words.say("flow.durations") if option.flow.lead else "",
            changes_text=prose(changes.text(diff, lines, "changes")),
            steps_lead=prose(self.say("steps_lead", table=ref("to_be_steps"))),
            changes=lines if len(lines) > 1 else (),
            caution=changes.caution(diff),
            steps=tuple(self._step(step, changes) for step in option.steps),
        )

    def _flow_lead(self, diff: FlowDiff | None) -> str:
        """What leads to the flowchart, and how it marks changes where there are some."""
        marked = self.say("flow_marked") if diff and any(diff.counts.values()) else ""
        dashed = self.say("flow_dashed") if diff and diff.removed else ""
        return self.say("flow_lead", figure=ref("to_be"), how=marked + dashed)

    def _heading(self, option: OptionFlow) -> str:
        if option.alternative is None:
            return self.say("flow_pending")
        return self.say("option_pending", name=self.full(option.alternative))

    # Before and after

    def finding(self, option: OptionFlow) -> str:
        """The lead time before and after, the counts that change, and what must be confirmed first.

        While the choice is open it says whose flow it is, and who has none.
        """
        caution = ChangeWriter(self.findings, self.words).caution(option.diff)
        text = self.sentences(self._opening(option), caution)
        if option.alternative is None or self.plan.chosen is not None:
            return text
        text = self.say("of_flow", name=self.alternative(option.alternative), text=text)
        return self.sentences(text, self.claim(claims.missing(self.findings)))

    def _opening(self, option: OptionFlow) -> str:
        """The lead time before and after, and the counts that change; what changes where no time is known."""
        made = (
            claims.lead(option),
            claims.lost(option),
            self.void(option),
            claims.unborne(self.findings, option),
            claims.off_longest(option),
            claims.ends(option),
        )
        parts = [self.claim(each) for each in (*made, claims.estimated(option), claims.counts(option))]
        parts.append(ChangeWriter(self.findings, self.words).counted(option.diff))
        return self.sentences(*parts) or self.say("flow_plain", steps=option.flow.steps)

    def void(self, option: OptionFlow) -> Claim | None:
        """That changes of the flow come from measures that failed or are not adopted."""
        return claims.failed(self.findings, option)

    def _figures(self, gain: FlowGain | None) -> tuple[BeforeAfter, ...]:
        """A row a figure; those that are nought or unknown on both sides are left out."""
        return tuple(map(self._row, (p for p in gain.pairs if p.before or p.after))) if gain else ()

    def _row(self, pair: Pair) -> BeforeAfter:
        before, after = dashed(self.form.fact(pair.before)), dashed(self.form.fact(pair.after))
        return BeforeAfter(self.say(f"figure_{pair.name}"), before, after, dashed(self._change(pair)))

    def _change(self, pair: Pair) -> str | None:
        """By how much a figure differs; None where the two cannot be compared."""
        if pair.way is None or pair.by is None:
            return None
        if pair.by.fact.unit == "points":
            return self.form.fact(pair.by)
        return self.say(f"change_{pair.way}", by=pair.by)

    def _basis(self, option: OptionFlow) -> str:
        """On what the times rest."""
        gain, flow = option.gain, option.flow
        if not flow.lead:
            return ""
        mixed = gain is not None and gain.before.lead is not None and not gain.one_basis
        text = self._mixed(gain) if gain and mixed else self.say(f"basis_{flow.basis}")
        if any(found.clock == "mixed" for found in ((gain.before, gain.after) if gain else (flow,))):
            text += self.say("basis_converted")
        if not all(map(self._adds, (gain.before, gain.after) if gain else (flow,))):
            text += self.say("rounded")
        return text

    def _mixed(self, gain: FlowGain) -> str:
        return self.say("basis_mixed", which=self.claim(claims.unshared(gain)))

    def _adds(self, found: FlowFindings) -> bool:
        """Whether touch and waiting time add up to the lead time as they are printed, where all are in one unit."""
        if found.lead is None or found.touch is None or found.wait is None:
            return True
        return self.form.adds(found.lead, (found.touch, found.wait))

    def _chart(self, options: Sequence[OptionFlow], anchor: str) -> Figure | None:
        """Times before and in each flow; None where they cannot be compared, or where they are too many."""
        from ...charts import Axis, Clustered, Series

        held = [(option, option.gain) for option in options if option.gain and option.gain.pair("lead").way]
        if not held or len(held) < len(options) or len(options) > len(_COLOURS):
            return None
        before = held[0][1].before
        if any(gain.before.clock != before.clock for _, gain in held):
            return None
        scale, divisor = self._scale(before)
        alone = len(options) == 1
        bars = [("E69F00", self.say("before" if alone else "now"), before)]
        bars += [(colour, self.say("after") if alone else self._series(option), gain.after)
                 for colour, (option, gain) in zip(_COLOURS, held)]  # fmt: skip
        told = [(self._series(option), self.claim(claims.lead(option))) for option, _ in held]
        alt = [text if alone else self.say("of_flow", name=name, text=text) for name, text in told]
        chart = Clustered(
            alt=unmarked(self.sentences(*alt)),
            categories=tuple(self.say(f"figure_{name}") for name in _CHARTED),
            value=Axis(self.say(f"axis_{scale}"), "0" if scale == "minutes" else "0.0"),
            height=_CHART,
            series=tuple(
                Series(name, tuple((getattr(flow, key) or 0.0) / divisor for key in _CHARTED), colour)
                for colour, name, flow in bars
            ),
        )
        return figure(self.words, anchor, self.say(f"{anchor}_caption"), [chart])

    def _scale(self, before: FlowFindings) -> tuple[str, float]:
        """The unit of a chart's axis, and its length in minutes of the flow's clock."""
        longest = float(before.lead or 0.0)
        return ("calendar", 1440.0) if before.clock == "calendar" else self.form.scale(longest)

    # Steps

    def _kinded(self, step: ToBeStep) -> str:
        """A step's name, with its kind where it is no activity and the name does not say it."""
        if step.kind is StepKind.ACTIVITY or self.words.choice(step.kind) in step.name:
            return step.name
        return self.say("kinded", name=step.name, kind=self.words.choice(step.kind))

    def _step(self, step: ToBeStep, changes: ChangeWriter) -> ToBeLine:
        stated: Mapping[str, str] = {name: dashed(changes.duration(step, name)) for name in DURATIONS}
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
