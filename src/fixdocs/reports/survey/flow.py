"""Chapter 现状流程: the flowchart, every step, how long a case takes and where it stays."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.flow import FlowFindings
from ...analysis.flow_figures import StepTime
from ...schema.choices import ValueType, YesNo
from ...schema.survey import Step
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.flowchart import as_is_figure
from ..shared.format import dashed
from .base import SurveyWriter


class StepLine(Struct, frozen=True):
    """A step of the flow as it is."""

    number: Annotated[str, Printed(6, "code")]
    name: Annotated[str, Printed(14)]
    kind: Annotated[str, Printed(6, "code")]
    post: Annotated[str, Printed(12)]
    touch: Annotated[str, Printed(9, "number")]
    wait: Annotated[str, Printed(9, "number")]
    inputs: Annotated[str, Printed(13)]
    outputs: Annotated[str, Printed(13)]
    system: Annotated[str, Printed(12)]
    value: Annotated[str, Printed(9, "code")]


class FlowFigure(Struct, frozen=True):
    """One figure of the flow and how it is to be read."""

    name: Annotated[str, Printed(30)]
    value: Annotated[str, Printed(25, "number")]
    note: Annotated[str, Printed(45)]


class PostLine(Struct, frozen=True):
    """A post's part in a case."""

    post: Annotated[str, Printed(34)]
    touch: Annotated[str, Printed(22, "number")]
    wait: Annotated[str, Printed(22, "number")]
    share: Annotated[str, Printed(22, "number")]


class FlowChapter(Struct, frozen=True):
    """The flow as it is. ``overview`` and ``basis`` say what the figures rest on."""

    finding: str
    overview: str
    chart_lead: str | Prose
    chart: Figure | None
    chart_note: str
    steps: tuple[StepLine, ...]
    figures: tuple[FlowFigure, ...]
    basis: str
    times_lead: str | Prose
    times: Figure | None
    longest: str
    posts_lead: str
    posts: tuple[PostLine, ...]
    value: str
    controls: str


class FlowWriter(SurveyWriter):
    """Writes the chapter."""

    def chapter(self) -> FlowChapter:
        """The chapter; a flow without durations is described without them."""
        found = self.findings.flow
        if found is None:
            raise ValueError("the survey report needs a flow")
        timed = bool(found.lead)
        chart = as_is_figure(self.findings, self.words)
        times = self._times(found) if timed else None
        posts = self._posts(found) if timed else ()
        return FlowChapter(
            finding=self.finding(found),
            overview=self._overview(found),
            chart_lead=prose(self.say("chart_lead", figure=ref("as_is"), table=ref("steps"))),
            chart=chart,
            chart_note=self.words.say("flow.durations") if timed else "",
            steps=tuple(self._step(step) for step in self.project.steps),
            figures=tuple(self._figures(found)),
            basis=self._basis(found) if timed else "",
            times_lead=prose(self.say("times_lead", figure=ref("times"))) if times else "",
            times=times,
            longest=self.longest(found),
            posts_lead=self._posts_lead(found, posts),
            posts=posts if len(posts) > 1 else (),
            value=self._value(found),
            controls=self._controls(),
        )

    def finding(self, found: FlowFindings) -> str:
        """What a director must know of the flow."""
        if not found.lead:
            return self.say("flow_untimed", steps=len(self.project.steps), posts=self._post_count())
        share = found.wait_share
        return self.say(
            "flow_finding",
            lead=found.lead,
            touch=found.touch,
            wait=found.wait,
            share=share,
        )

    def _post_count(self) -> int:
        return len({step.post for step in self.project.steps})

    def _overview(self, found: FlowFindings) -> str:
        text = self.say(
            "flow_overview",
            process=self.info.process,
            steps=len(self.project.steps),
            posts=self._post_count(),
            decisions=found.decisions,
            handoffs=found.handoffs,
        )
        if found.loops:
            loops = [self.say("loop", source=self.step(e.source), target=self.step(e.target)) for e in found.loops]
            text += self.say("loops", n=len(loops), loops=self.form.join(loops))
        return text

    def _step(self, step: Step) -> StepLine:
        unit = {name: getattr(step, f"{name}_unit") for name in ("touch", "wait")}
        stated = {
            name: dashed(self.form.value(getattr(step, name), self.words.choice(found) if found else None))
            for name, found in unit.items()
        }
        return StepLine(
            number=step.id,
            name=step.name,
            kind=self.words.choice(step.kind),
            post=step.post,
            touch=stated["touch"],
            wait=stated["wait"],
            inputs=dashed(self.form.text(step.inputs)),
            outputs=dashed(self.form.text(step.outputs)),
            system=dashed(self.form.text(step.system)),
            value=dashed(self.words.choice(step.value) if step.value else None),
        )

    def _figures(self, found: FlowFindings) -> list[FlowFigure]:
        rows: list[tuple[str, str]] = []
        if found.lead:
            rows += [(key, dashed(self.form.fact(getattr(found, key)))) for key in ("lead", "touch", "wait")]
        if found.calendar:
            rows.append(("calendar", self.form.calendar(found.calendar)))
        if found.pce is not None:
            rows.append(("pce", self.form.percent(found.pce)))
        counted = ("handoffs", "approvals", "customer_actions", "decisions", "systems")
        rows += [(key, dashed(self.form.fact(getattr(found, key)))) for key in counted]
        return [FlowFigure(self.say(f"figure_{key}"), value, self.say(f"note_{key}")) for key, value in rows]

    def _basis(self, found: FlowFindings) -> str:
        text = self.say(f"basis_{found.basis}")
        if found.estimated:
            text += self.say("estimated", n=found.estimated, of=found.timed)
        if found.calendar:
            text += self.say("two_clocks")
        return text

    def longest(self, found: FlowFindings) -> str:
        """Where a case stays longest; empty without durations."""
        if not found.longest:
            return ""
        held = found.longest[0]
        return self.say(
            "longest",
            step=self.step(held.step.id),
            post=held.step.post,
            time=held.weight,
            share=held.share,
            wait=held.waiting,
        )

    def _times(self, found: FlowFindings) -> Figure | None:
        from ...charts import Axis, Series, Stacked

        rows: list[StepTime] = sorted((t for t in found.times if t.weight), key=lambda t: -(t.weight or 0.0))
        if len(rows) < 2:
            return None
        scale, divisor = self.form.scale(max(t.weight or 0.0 for t in rows))
        chart = Stacked(
            alt=self.say("times_alt", longest=self.longest(found)),
            categories=tuple(self.step(t.step.id) for t in rows),
            value=Axis(self.say(f"axis_{scale}"), "0" if scale == "minutes" else "0.0"),
            series=(
                Series(self.say("touch"), tuple((t.touch or 0) * t.visits / divisor for t in rows), "primary"),
                Series(self.say("wait"), tuple((t.wait or 0) * t.visits / divisor for t in rows), "E69F00"),
            ),
        )
        return figure(self.words, "times", self.say("times_caption"), [chart])

    def _posts(self, found: FlowFindings) -> tuple[PostLine, ...]:
        return tuple(
            PostLine(p.post, *(dashed(self.form.fact(value)) for value in (p.touch, p.wait, p.share)))
            for p in found.by_post
        )

    def _posts_lead(self, found: FlowFindings, posts: tuple[PostLine, ...]) -> str:
        if not posts:
            return ""
        most = max(range(len(posts)), key=lambda n: found.by_post[n].share or 0.0)
        key = "posts_lead" if len(posts) > 1 else "one_post"
        return self.say(key, post=posts[most].post, share=posts[most].share)

    def _value(self, found: FlowFindings) -> str:
        """How touch time divides among the kinds of value; empty where no step states one."""
        total = sum(found.value_minutes.values())
        if not total:
            return ""
        parts = [
            self.say("value_part", kind=self.words.choice(kind), time=self.form.duration(minutes),
                     share=self.form.percent(minutes / total, 0))
            for kind in ValueType
            if (minutes := found.value_minutes.get(kind))
        ]  # fmt: skip
        return self.say("value", parts=self.phrases(parts))

    def _controls(self) -> str:
        """Steps that law or internal control asks for: they cannot simply go."""
        held = [step for step in self.project.steps if step.regulation]
        approvals = [self.step(step.id) for step in self.project.steps if step.approval is YesNo.YES]
        parts = []
        if approvals:
            parts.append(self.say("approvals", n=len(approvals), steps=self.form.join(approvals)))
        if held:
            steps = self.form.join(self.say("control", step=self.step(s.id), rule=s.regulation) for s in held)
            parts.append(self.say("controls", n=len(held), steps=steps))
        return self.sentences(*parts)
