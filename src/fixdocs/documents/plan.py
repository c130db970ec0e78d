"""Findings → the context of 《服务流程改进方案说明书》: what is to be decided, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.causes import CauseFindings
from ..analysis.findings import Findings
from ..schema.survey import Goal
from ..words import Words
from .front import Front, KeyFigure, KeyFigures, Summary, front, points
from .inline import Prose, prose, ref
from .plan_ask import AskLine, AskWriter
from .plan_base import PlanWriter
from .plan_delivery import DeliveryWriter, DutyChapter, RiskChapter, ScheduleChapter, SignLine, ToolChapter
from .plan_flow import ToBeChapter, ToBeWriter
from .plan_measures import MeasureChapter, MeasureWriter
from .plan_trace import TraceLine, TraceWriter
from .plan_value import AlternativeChapter, BenefitChapter, BudgetChapter, ValueWriter
from .texts import bare, clipped


@dataclass(frozen=True, slots=True)
class GoalLine:
    """An objective."""

    number: str
    kind: str
    description: str
    indicator: str
    baseline: str
    target: str
    due: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A core issue and the root causes behind it."""

    number: str
    issue: str
    roots: str


@dataclass(frozen=True, slots=True)
class BackgroundChapter:
    """Why the process is to change, and what is to be reached."""

    finding: str | Prose
    background: str
    problems: tuple[ProblemLine, ...]
    goals_lead: str | Prose
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True)
class PlanContext:
    """Every name the template of the improvement plan may use. A chapter without data is None."""

    front: Front
    summary: Summary
    ask_finding: str
    asks: tuple[AskLine, ...]
    background: BackgroundChapter
    measures: MeasureChapter
    flow: ToBeChapter | None
    duties: DutyChapter | None
    tools: ToolChapter | None
    schedule: ScheduleChapter | None
    budget: BudgetChapter | None
    risks: RiskChapter | None
    benefit: BenefitChapter | None
    alternatives: AlternativeChapter | None
    signers: tuple[SignLine, ...]
    trace_lead: str
    trace: tuple[TraceLine, ...]


def context(findings: Findings, words: Words, *, draft: bool = False) -> PlanContext:
    """The context; needs the form and at least one measure."""
    opening = _Opening(findings, words)
    delivery, value, trace = DeliveryWriter(findings, words), ValueWriter(findings, words), TraceWriter(findings, words)
    ask = AskWriter(findings, words)
    return PlanContext(
        front=front(findings.project, words, words.say("reports.plan"), draft=draft),
        summary=Summary(opening.key_figures(), points(opening.summary())),
        ask_finding=ask.finding(),
        asks=ask.lines(),
        background=opening.background(),
        measures=MeasureWriter(findings, words).chapter(),
        flow=ToBeWriter(findings, words).chapter(),
        duties=delivery.duties(),
        tools=delivery.tools(),
        schedule=delivery.schedule(),
        budget=value.budget(),
        risks=delivery.risks(),
        benefit=value.benefit(),
        alternatives=value.alternatives(),
        signers=delivery.signers(),
        trace_lead=trace.lead(),
        trace=trace.rows(),
    )


class _Opening(PlanWriter):
    """The summary page and the chapter that opens the report."""

    def key_figures(self) -> KeyFigures:
        """At most four: lead time after, investment, person-days, root causes answered."""
        form, plan, flow = self.form, self.plan, self.findings.flow
        held: list[KeyFigure] = []
        after = self.findings.to_be
        if after is not None and after.lead > 0:
            day = 60 * form.hours_per_day
            in_days = max(after.lead, flow.lead if flow else 0) >= 2 * day
            unit, divisor = ("unit_days", day) if in_days else ("unit_hours", 60.0)
            note = self.say("key_before", n=form.number(flow.lead / divisor, 1)) if flow and flow.lead > 0 else ""
            value = form.number(after.lead / divisor, 1)
            held.append(KeyFigure(value, self.say("key_lead", unit=self.say(unit)), note))
        held.append(self._coverage())
        if plan.money.investment is not None:
            note = ""
            if plan.money.running_cost:
                note = self.say("key_running", value=form.money(plan.money.running_cost))
            held.append(KeyFigure(form.money(plan.money.investment), self.say("key_investment"), note))
        if plan.money.person_days:
            held.append(KeyFigure(form.number(plan.money.person_days), self.say("key_days"), self._tasks_note()))
        return KeyFigures(tuple(held[:4]))

    def _coverage(self) -> KeyFigure:
        roots = len({root for m in self.plan.included for root in m.roots})
        return KeyFigure(str(len(self.plan.included)), self.say("key_measures"), self.say("key_roots", n=roots))

    def _tasks_note(self) -> str:
        return self.say("key_tasks", n=len(self.plan.tasks)) if self.plan.tasks else ""

    def summary(self) -> list[str]:
        """The sentences of the summary page."""
        findings, words = self.findings, self.words
        flow, value = ToBeWriter(findings, words), ValueWriter(findings, words)
        delivery = DeliveryWriter(findings, words)
        shown = flow.shown()
        lines = [
            MeasureWriter(findings, words).finding(),
            flow.finding(shown[0]) if len(shown) == 1 else "",
            value.benefit_finding(),
            value.money_finding(self.plan.money),
            delivery.schedule_finding(),
            delivery.risk_finding(),
        ]
        return [line for line in lines if line]

    def background(self) -> BackgroundChapter:
        """The core issues, their root causes and the objectives."""
        found = self.findings.causes
        problems = self._problems(found) if found else ()
        core, roots = len(found.issues) if found else 0, len(self.project.roots)
        if problems:
            finding = self.say("background", process=self.info.process, n=core, roots=roots, table=ref("problems"))
        elif core:
            finding = self.say("background_one", process=self.info.process, issue=self._issue(found), roots=roots)
        else:
            finding = self.say("background_none", process=self.info.process, n=len(self.plan.included))
        goals = tuple(self._goal(goal) for goal in self.project.goals)
        return BackgroundChapter(
            finding=prose(finding),
            background=(self.info.background or "").strip(),
            problems=problems,
            goals_lead=prose(self.say("goals_lead", n=len(goals), table=ref("goals"))) if goals else "",
            goals=goals,
        )

    def _problems(self, found: CauseFindings) -> tuple[ProblemLine, ...]:
        """The core issues; a single one is told in the sentence."""
        if len(found.issues) < 2:
            return ()
        newline = self.say("newline")
        return tuple(
            ProblemLine(
                item.issue.id,
                clipped(item.issue.description, 60),
                newline.join(self.say("named", key=r.id, name=clipped(r.description, 40)) for r in item.roots)
                or self.say("no_root"),
            )
            for item in found.issues
        )

    def _issue(self, found: CauseFindings | None) -> str:
        issue = found.issues[0].issue if found else None
        return self.say("named", key=issue.id, name=bare(clipped(issue.description, 60))) if issue else ""

    def _goal(self, goal: Goal) -> GoalLine:
        form = self.form
        return GoalLine(
            goal.id, self.words.choice(goal.kind), goal.description, form.text(goal.indicator),
            form.value(goal.baseline, goal.unit), form.value(goal.target, goal.unit), form.day(goal.due),
        )  # fmt: skip
