"""Chapter 现状流程: the flowchart, every step, how long a case takes and where it stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.claims import flow as claim
from ...analysis.facts import Count, Quantity, filled, tally
from ...analysis.flow import FlowFindings
from ...analysis.flow_figures import StepTime
from ...analysis.rounding import rounded
from ...schema.choices import StepKind, YesNo
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
        times = self._times(found)
        posts = self._posts(found)
        return FlowChapter(
            finding=self.finding(found),
            overview=self._overview(found),
            chart_lead=prose(self.say("chart_lead", figure=ref("as_is"), table=ref("steps"))),
            chart=as_is_figure(self.findings, self.words),
            chart_note=self.words.say("flow.durations") if found.timed else "",
            steps=tuple(self._step(step) for step in self.project.steps),
            figures=tuple(self._figures(found)),
            basis=self._basis(found),
            times_lead=prose(self.say("times_lead", figure=ref("times"))) if times else "",
            times=times,
            longest=self.longest(found),
            posts_lead=self._posts_lead(found) if posts else "",
            posts=posts if len(posts) > 1 else (),
            value=self._value(found),
            controls=self._controls(found),
        )

    def finding(self, found: FlowFindings) -> str:
        """What a director must know of the flow."""
        text = self.claimed(claim.untimed(found), claim.headline(found), claim.converted(found), claim.ends(found))
        return self.sentences(text, self.rounded_lead(found))

    def _sums(self, whole: Quantity, parts: Sequence[Quantity], told: Sequence[Quantity] = ()) -> bool:
        """Whether parts add up to the whole in its unit, as far as a reader can add them; ``told`` share their unit."""
        scale, length = self.form.scale(whole)
        if self.form.shared(told or parts) != scale:
            return True
        digits = 0 if scale == "minutes" else 1
        return rounded(whole / length, digits) == sum(rounded(part / length, digits) for part in parts)

    def _shares(self, text: str, shares: Sequence[float | None]) -> str:
        """``text`` about all ``shares`` of a whole, and that they were rounded where they don't add up as printed."""
        known = [share for share in shares if share is not None]
        off = bool(text and known) and sum(rounded(share * 100, 1) for share in known) != 100
        return self.sentences(text, self.say("rounded")) if off else text

    def _overview(self, found: FlowFindings) -> str:
        text = self.say(
            "flow_overview",
            process=self.info.process,
            steps=found.steps,
            posts=found.posts,
            decisions=found.decisions,
            handoffs=found.handoffs,
        )
        return self.sentences(text, self.returns(found))

    def returns(self, found: FlowFindings) -> str:
        """The ways back, with the cases that take them; empty without."""
        return self.claim(claim.returns(found))

    def _step(self, step: Step) -> StepLine:
        return StepLine(
            number=step.id,
            name=step.name,
            kind=self.words.choice(step.kind),
            post=step.post,
            touch=self._stated(step, "touch"),
            wait=self._stated(step, "wait"),
            inputs=dashed(self.form.text(step.inputs)),
            outputs=dashed(self.form.text(step.outputs)),
            system=dashed(self.form.text(step.system)),
            value=dashed(self.words.choice(step.value) if step.value else None),
        )

    def _stated(self, step: Step, name: str) -> str:
        """A duration as it was filled in."""
        unit = getattr(step, f"{name}_unit")
        return dashed(self.form.fact(filled(step, name, word=self.words.choice(unit)) if unit else None))

    def _figures(self, found: FlowFindings) -> list[FlowFigure]:
        held = ["touch", "work", "wait", "calendar", "pce"]
        durations = [*(["lead"] if found.touch is not None and found.wait is not None else []), *held]
        rows = [(key, value) for key in durations if (value := getattr(found, key)) is not None]
        counted = ("handoffs", "approvals", "customer_actions", "decisions", "systems")
        rows += [(key, getattr(found, key)) for key in counted]
        return [
            FlowFigure(self.say(f"figure_{key}"), dashed(self.form.fact(value)), self._note(key, value))
            for key, value in rows
        ]

    def _note(self, key: str, value: Quantity | Count | None) -> str:
        """How a figure is to be read; why it is not known, or known only as "at least"."""
        if value is None:
            return self.say("note_unfilled")
        if key == "handoffs" and any(step.kind is StepKind.FORK for step in self.project.steps):
            key = "handoffs_split"
        return self.say(f"note_{key}") + (self.say("note_gaps") if value.fact.partly else "")

    def _basis(self, found: FlowFindings) -> str:
        gaps = (claim.blank, claim.unwaited, claim.untouched)
        made = (
            claim.basis,
            claim.split,
            claim.varying,
            claim.branches_tied,
            *gaps,
            claim.branch_open,
            claim.estimated,
            claim.recounted,
            claim.no_pce,
        )
        told = [make(found) for make in made] if found.lead else []
        return self.claimed(*told, claim.day(found, self.info))

    def longest(self, found: FlowFindings) -> str:
        """Where a case stays longest; empty where no step stands out."""
        return self.claimed(claim.longest(found), claim.longest_share(found), claim.longest_visits(found))

    def _times(self, found: FlowFindings) -> Figure | None:
        from ...charts import Axis, Series, Stacked

        rows: list[StepTime] = sorted((t for t in found.times if t.weight), key=lambda t: -(t.weight or 0.0))
        if len(rows) < 2:
            return None
        scale, divisor = self.form.scale(max(t.weight or 0.0 for t in rows))
        chart = Stacked(
            alt=self.say("times_alt", steps=self.form.join(self.step(t.step.id) for t in found.longest)),
            categories=tuple(self.step(t.step.id) for t in rows),
            value=Axis(self.say(f"axis_{scale}"), "0" if scale == "minutes" else "0.0"),
            series=(
                Series(self.say("touch"), tuple((t.touch or 0) * t.visits / divisor for t in rows), "primary"),
                Series(self.say("wait"), tuple((t.wait or 0) * t.visits / divisor for t in rows), "E69F00"),
            ),
        )
        return figure(self.words, "times", self.say("times_caption"), [chart])

    def _posts(self, found: FlowFindings) -> tuple[PostLine, ...]:
        """A line a post, its times in the unit of the column; none without durations."""
        times = [value for part in found.by_post for value in (part.touch, part.wait) if value is not None]
        if not times or not found.lead:
            return ()
        scale = self.form.shared(times)

        def stated(value: Quantity | None) -> str:
            return dashed(None if value is None else self.form.measured_in(value, scale))

        return tuple(
            PostLine(part.post, stated(part.touch), stated(part.wait), dashed(self.form.fact(part.share)))
            for part in found.by_post
        )

    def _posts_lead(self, found: FlowFindings) -> str:
        text, parts = self.claimed(claim.most_post(found), claim.aside(found)), found.by_post
        whole = found.work or found.touch
        known = [part.touch for part in parts if part.touch is not None]
        told = [value for part in parts for value in (part.touch, part.wait) if value is not None]
        if text and whole and not self._sums(whole, known, told):
            return self.sentences(text, self.say("rounded"))
        return self._shares(text, [part.share for part in parts])

    def _value(self, found: FlowFindings) -> str:
        """How touch time divides among the kinds of value."""
        made, aside = claim.value(found), claim.value_aside(found)
        text = self.claimed(made, aside)
        if not made or made.key != "flow.value" or not found.touch:
            return text
        parts = list(found.value_minutes.values())
        branches = [found.touch, *(aside.slots.values() if aside else ())]
        if not self._sums(found.touch, parts) or (aside and found.work and not self.form.adds(found.work, branches)):
            return self.sentences(text, self.say("rounded"))
        return self._shares(text, [minutes / found.touch for minutes in parts])

    def _controls(self, found: FlowFindings) -> str:
        """Steps that law or internal control asks for: they cannot simply go."""
        steps = self.project.steps
        text = self.claim(claim.approvals(found, [step for step in steps if step.approval is YesNo.YES]))
        held = [step for step in steps if step.regulation]
        if not held:
            return text
        named = self.form.join(self.say("control", step=self.step(s.id), rule=s.regulation) for s in held)
        n = tally("flow.regulated", held, "steps", ("regulation",), found.steps.fact.about)
        return self.sentences(text, self.say("controls", n=n, steps=named))
