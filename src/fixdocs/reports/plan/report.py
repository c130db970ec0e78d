"""Findings → the context of 《服务流程改进方案说明书》: what is to be decided, and everything it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from msgspec import Struct

from ...analysis.causes import CauseFindings
from ...analysis.findings import Findings
from ...schema.improve import RootCause
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.decision import AskLine, SignLine
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.texts import bare, clipped
from ..shared.writer import GoalLine
from .alternatives import AlternativeChapter, AlternativeWriter
from .ask import AskWriter
from .base import PlanWriter
from .delivery import DeliveryWriter, DutyChapter, RiskChapter, ScheduleChapter, ToolChapter
from .flow import ToBeChapter, ToBeWriter
from .measures import MeasureChapter, MeasureWriter
from .trace import TraceLine, TraceWriter
from .value import BenefitChapter, BudgetChapter, ValueWriter

_ROOTS: Final = 6  # root causes a cell lists by name


class ProblemLine(Struct, frozen=True):
    """A core issue and the root causes behind it."""

    number: Annotated[str, Printed(9, "code")]
    issue: Annotated[str, Printed(45)]
    roots: Annotated[str, Printed(46)]


class BackgroundChapter(Struct, frozen=True):
    """Why the process is to change, and what is to be reached."""

    finding: str | Prose
    background: str
    problems: tuple[ProblemLine, ...]
    goals_lead: str | Prose
    goals: tuple[GoalLine, ...]


class PlanContext(Struct, frozen=True):
    """Every name the template of the improvement plan may use. A chapter without data is None."""

    front: Front
    summary: Summary
    ask_finding: str
    asks: tuple[AskLine, ...]
    background: BackgroundChapter | None
    measures: MeasureChapter
    flow: ToBeChapter | None
    delivery_finding: str
    duties: DutyChapter | None
    tools: ToolChapter | None
    schedule: ScheduleChapter | None
    budget: BudgetChapter | None
    risks: RiskChapter | None
    value_finding: str
    benefit: BenefitChapter | None
    alternatives: AlternativeChapter | None
    signers: tuple[SignLine, ...]
    trace_lead: str | Prose
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
        asks=ask.box(),
        background=opening.background(),
        measures=MeasureWriter(findings, words).chapter(),
        flow=ToBeWriter(findings, words).chapter(),
        delivery_finding=delivery.finding(),
        duties=delivery.duties(),
        tools=delivery.tools(),
        schedule=delivery.schedule(),
        budget=value.budget(),
        risks=delivery.risks(),
        value_finding=opening.value_finding(),
        benefit=value.benefit(),
        alternatives=AlternativeWriter(findings, words).chapter(),
        signers=delivery.signers(),
        trace_lead=trace.lead(),
        trace=trace.rows(),
    )


class _Opening(PlanWriter):
    """The summary page and the chapter that opens the report."""

    def key_figures(self) -> KeyFigures:
        """At most four: lead time after, investment, person-days, root causes answered."""
        held = [*self._lead(), self._coverage(), *(self._spans() if self.undecided else self._costs())]
        return KeyFigures(tuple(held[:4]))

    def _lead(self) -> list[KeyFigure]:
        before, after, number = self.findings.flow, self.findings.to_be, self.form.number
        if after is None or not after.lead:
            return []
        was = (before.lead if before else None) or 0.0
        scale, divisor = self.form.scale(max(after.lead, was))
        digits = 0 if scale == "minutes" else 1
        note = self.say("key_before", n=number(was / divisor, digits)) if was > 0 else ""
        label = self.say("key_lead", unit=self.say(f"unit_{scale}"))
        return [KeyFigure(number(after.lead / divisor, digits), label, note)]

    def _costs(self) -> list[KeyFigure]:
        sums, form = self.plan.money, self.form
        held = []
        if sums.investment is not None:
            note = self.say("key_running", value=form.money(sums.running_cost)) if sums.running_cost else ""
            held.append(KeyFigure(form.money(sums.investment), self.say("key_investment"), note))
        if sums.person_days:
            held.append(KeyFigure(form.number(sums.person_days), self.say("key_days"), self._tasks_note()))
        return held

    def _spans(self) -> list[KeyFigure]:
        """Before the choice: how many alternatives there are, and the most they cost, with the least."""
        held = [KeyFigure(str(len(self.plan.alternatives)), self.say("key_alternatives"), self.say("key_pending"))]
        for name, shown in (("investment", self.form.money), ("person_days", self.form.number)):
            low, high = self.plan.span(name)
            if low is not None and high is not None:
                least = self.say("key_least", value=shown(low)) if low < high else ""
                held.append(KeyFigure(shown(high), self.say(f"key_most_{name}"), least))
        return held

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
            value.budget_finding(),
            delivery.schedule_finding(),
            delivery.risk_finding(),
        ]
        return [line for line in lines if line]

    def value_finding(self) -> str:
        """What opens the chapter of benefit and alternatives; empty where it has one of them only."""
        told = ValueWriter(self.findings, self.words).attained()
        standing = AlternativeWriter(self.findings, self.words).standing_of_chosen()
        if not self.plan.benefits or not standing:
            return ""
        parts = [part for part in (told, standing) if part]
        return self.clauses(parts) + self.stop

    def background(self) -> BackgroundChapter | None:
        """The core issues, their root causes and the objectives; None where there is nothing of them."""
        found = self.findings.causes
        problems = self._problems(found) if found else ()
        core = len(found.issues) if found else 0
        finding = self._core(found) if found and core else ""
        if not finding:
            finding = self.say("background_none", process=self.info.process, n=len(self.plan.included))
        goals = tuple(map(self.goal, self.project.goals))
        background = (self.info.background or "").strip()
        if not core and not goals and not background:
            return None
        return BackgroundChapter(
            finding=prose(finding),
            background=background,
            problems=problems,
            goals_lead=prose(self._goals_lead()),
            goals=goals if len(goals) > 1 else (),
        )

    def _core(self, found: CauseFindings) -> str:
        """The core issues, their root causes, and how many of these the plan answers."""
        roots = {root.id for item in found.issues for root in item.roots}
        covered = roots & {root for measure in self.plan.included for root in measure.roots}
        answer = self.say("answer_all" if covered == roots else "answer_part", covered=len(covered))
        many = len(found.issues) > 1
        key = ("background" if many else "background_one") + ("" if roots else "_rootless")
        return self.say(key, process=self.info.process, n=len(found.issues), issue=self._issue(found),
                        roots=len(roots), table=ref("problems"), answer=answer)  # fmt: skip

    def _goals_lead(self) -> str:
        """What leads to the objectives; a single one is told here."""
        goals = self.project.goals
        if len(goals) != 1:
            return self.say("goals_lead", n=len(goals), table=ref("goals")) if goals else ""
        (goal,) = goals
        parts = self.phrases(self.say(f"goal_{key}", value=value) for key, value in self.aims(goal) if value)
        return self.say("goal_one", goal=bare(goal.description), detail=self.say("aside", text=parts) if parts else "")

    def _problems(self, found: CauseFindings) -> tuple[ProblemLine, ...]:
        """The core issues; a single one is told in the sentence."""
        if len(found.issues) < 2:
            return ()
        return tuple(
            ProblemLine(item.issue.id, clipped(item.issue.description, 60), self._roots(item.roots))
            for item in found.issues
        )

    def _roots(self, roots: Sequence[RootCause]) -> str:
        """Root causes by number and name, a line each; of many the first, the rest by their number."""
        shown = roots if len(roots) <= _ROOTS else roots[: _ROOTS - 1]
        lines = [self.named(key=r.id, name=clipped(r.description, 40)) for r in shown]
        if len(shown) < len(roots):
            rest = [root.id for root in roots[len(shown) :]]
            lines.append(self.say("more_roots", n=len(rest), keys=self.few(rest)))
        return self.stacked(lines) or self.say("no_root")

    def _issue(self, found: CauseFindings) -> str:
        issue = found.issues[0].issue
        return self.named(key=issue.id, name=bare(clipped(issue.description, 60)))
