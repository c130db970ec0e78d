"""Findings → the context of 《服务流程改进方案说明书》: what is to be decided, and everything it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from msgspec import Struct

from ...analysis.causes import CauseFindings, IssueCauses
from ...analysis.claims import change as claim_change
from ...analysis.claims import plan as claims
from ...analysis.claims import running as indicators
from ...analysis.claims.goals import of_all
from ...analysis.facts import Quantity
from ...analysis.findings import Findings
from ...analysis.money import Sum
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
    """An issue that was analysed and the root causes behind it."""

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
        """The lead time to be, with today's beside it and whether the two can be compared.

        None where all its changes come from measures that failed or are not adopted.
        """
        before, after = self.findings.flow, self.findings.to_be
        if after is None or not after.lead:
            return []
        option = next(o for o in self.findings.options if o.flow is after)
        void = claim_change.failed(self.findings, option)
        if void and void.key == "change.failed_all":
            return []
        apart = option.gain is None or option.gain.pair("lead").way is None
        key = "key_before_apart" if apart else "key_before"
        note = self.say(key, n=before.lead) if before and before.lead else ""
        if after.lead.fact.partly:
            return [KeyFigure(self.form.fact(after.lead), self.say("key_lead"), note)]
        value, scale = self.form.measured(after.lead)  # the strip has no room for number and unit in one line
        return [KeyFigure(value, self.say("key_lead_in", unit=self.say(f"unit_{scale}")), note)]

    def _costs(self) -> list[KeyFigure]:
        sums, form = self.plan.money, self.form
        once, held = sums.one_off, []
        if once.low is not None and once.high is not None:
            note = "" if once.single else self.say("key_least", value=once.low)
            if once.single and sums.running_cost:
                note = self.say("key_running", value=sums.running_cost)
            if sums.investment is None:
                note = self.say("key_tools")
            elif not sums.whole("investment"):
                note = self.say("key_given", n=sums.given("investment"), of=sums.measures)
            if sums.investment is None:
                note = self.say("key_uncosted")
            most = "key_one_off_most" if sums.whole("investment") else "key_one_off_part"
            label = self.say("key_one_off" if once.single else most)
            held.append(KeyFigure(form.fact(once.high), label, note))
        if sums.person_days:
            tasks = self.say("key_tasks", n=self.count("tasks")) if self.plan.tasks else ""
            if not sums.whole("person_days"):
                tasks = self.say("key_given", n=sums.given("person_days"), of=sums.measures)
            held.append(KeyFigure(form.fact(sums.person_days), self.say("key_days"), tasks))
        return held

    def _spans(self) -> list[KeyFigure]:
        """Before the choice: how many alternatives there are, and the most they cost, with the least."""
        n = self.tell("alternatives", self.plan.alternatives, "alternatives", "id")
        held = [KeyFigure(self.form.fact(n), self.say("key_alternatives"), self.say("key_pending"))]
        of = [sums for _, sums in self.plan.money_of]
        spans: list[tuple[Sum, list[Quantity]]] = [
            ("investment", [s.investment for s in of if s.investment is not None]),
            ("person_days", [s.person_days for s in of if s.person_days is not None]),
        ]
        for name, values in spans:
            if values:
                least = self.say("key_least", value=min(values)) if min(values) < max(values) else ""
                if not all(sums.whole(name) for sums in of):
                    least = self.say("key_blank")
                held.append(KeyFigure(self.form.fact(max(values)), self.say(f"key_most_{name}"), least))
        return held

    def _coverage(self) -> KeyFigure:
        """The measures, and the root causes they cover of all; before the choice those of all alternatives together."""
        found = self.plan.coverage
        if self.plan.pooled:
            note = self.say("key_pooled", n=self.tell("alternatives", self.plan.alternatives, "alternatives", "id"))
            return KeyFigure(self.form.fact(claims.pooled(self.plan)), self.say("key_measures"), note)
        key = "key_roots" if found.decided else "key_roots_proposed"
        n, of = found.count("answered" if found.decided else "proposed"), found.count("roots")
        note = self.say(key, n=n, of=of) if found.roots else ""
        return KeyFigure(self.form.fact(self.count("measures")), self.say("key_measures"), note)

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
            delivery.gravest(),
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
        rooted = len(found.issues) if found else 0
        finding = self._core(found) if found and rooted else ""
        if not finding:
            finding = self.say("background_none", process=self.info.process, n=self.count("measures"))
        goals = tuple(map(self.goal, self.project.goals))
        background = (self.info.background or "").strip()
        if not rooted and not goals and not background:
            return None
        return BackgroundChapter(
            finding=prose(finding),
            background=background,
            problems=problems,
            goals_lead=prose(self._goals_lead()),
            goals=goals if len(goals) > 1 else (),
        )

    def _core(self, found: CauseFindings) -> str:
        """The issues that were analysed, their root causes, and how many of these the plan answers."""
        roots = tuple({root.id: root for item in found.issues for root in item.roots}.values())
        many = len(found.issues) > 1
        key = "background" if many else "background_one" if found.core else "background_other"
        key += "" if roots else "_rootless"
        of_core = self.tell("roots_of_core", roots, "roots", "issues")
        text = self.say(key, process=self.info.process, issues=self.claim(claims.analysed(found)),
                        issue=self._issue(found), roots=of_core, table=ref("problems"))  # fmt: skip
        parts = (claims.core(self.plan, roots), claims.core_unverified(self.plan, roots))
        return (
            self.clauses(filter(None, [self.phrases([text, self.claim(parts[0])]), self.claim(parts[1])])) + self.stop
        )

    def _goals_lead(self) -> str:
        """What leads to the objectives, and what their baselines cannot be held against or lie apart from."""
        lead = self._goals()
        held = [indicators.baseline(goal, found, self.info)
                for goal in self.project.goals for found in self.findings.indicators]  # fmt: skip
        return self.sentences(lead, self.claimed(*held, *of_all(self.project, self.findings.indicators)))

    def _goals(self) -> str:
        """What leads to the table of objectives; a single one is told here."""
        goals = self.project.goals
        if len(goals) != 1:
            return (
                self.say("goals_lead", n=self.tell("goals", goals, "goals", "id"), table=ref("goals")) if goals else ""
            )
        (goal,) = goals
        parts = self.phrases(self.say(f"goal_{key}", value=value) for key, value in self.aims(goal) if value)
        return self.say("goal_one", goal=bare(goal.description), detail=self.say("aside", text=parts) if parts else "")

    def _problems(self, found: CauseFindings) -> tuple[ProblemLine, ...]:
        """The core issues; a single one is told in the sentence."""
        if len(found.issues) < 2:
            return ()
        return tuple(
            ProblemLine(item.issue.id, self._problem(item, found), self._roots(item.roots)) for item in found.issues
        )

    def _problem(self, item: IssueCauses, found: CauseFindings) -> str:
        """An issue; beside core ones it is said where it is none."""
        text = clipped(item.issue.description, 60)
        return text if item.core or not found.core else self.say("not_core", text=text)

    def _roots(self, roots: Sequence[RootCause]) -> str:
        """Root causes by number and name, a line each; of many the first, the rest by their number."""
        shown = roots if len(roots) <= _ROOTS else roots[: _ROOTS - 1]
        lines = [self.root_named(r, 40) for r in shown]
        if len(shown) < len(roots):
            rest = roots[len(shown) :]
            n = self.tell("more_roots", rest, "roots", "id", *(root.id for root in rest))
            lines.append(self.say("more_roots", n=n, keys=self.few([root.id for root in rest])))
        return self.stacked(lines) or self.say("no_root")

    def _issue(self, found: CauseFindings) -> str:
        issue = found.issues[0].issue
        return self.named(key=issue.id, name=bare(clipped(issue.description, 60)))
