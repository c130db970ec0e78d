"""Chapters 资源与预算, 预期效益 and 备选方案: what the plan costs, what it promises, what else there was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..analysis.plan import Benefit, Money, applies, included_measures, money
from ..analysis.scoring import Standing
from ..schema.improve import Alternative, Measure
from .format import NONE
from .inline import Prose, prose, ref
from .plan_base import PlanWriter
from .texts import bare, clipped


@dataclass(frozen=True, slots=True)
class CostLine:
    """A measure's cost, or the sum in the last line (``number`` empty)."""

    number: str
    name: str
    investment: str
    running: str
    days: str


@dataclass(frozen=True, slots=True)
class PostWork:
    """What a post has to do: its measures, its tasks, its person-days."""

    post: str
    measures: str
    tasks: str
    days: str


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """What is promised for an objective. ``kind`` says whether the value is expected or measured in trial."""

    number: str
    goal: str
    indicator: str
    before: str
    after: str
    kind: str
    ratio: str
    target: str
    attained: str
    measure: str


@dataclass(frozen=True, slots=True)
class AlternativeLine:
    """An alternative beside the others."""

    name: str
    description: str
    measures: str
    roots: str
    investment: str
    running: str
    days: str
    lead: str
    total: str
    rank: str


@dataclass(frozen=True, slots=True)
class BudgetChapter:
    """Money and people."""

    finding: str
    costs_lead: str | Prose
    costs: tuple[CostLine, ...]
    costs_note: str
    posts_lead: str | Prose
    posts: tuple[PostWork, ...]


@dataclass(frozen=True, slots=True)
class BenefitChapter:
    """The expected benefit by objective."""

    finding: str
    rows: tuple[BenefitLine, ...]
    note: str
    open: str


@dataclass(frozen=True, slots=True)
class AlternativeChapter:
    """All alternatives beside one another."""

    finding: str
    rows: tuple[AlternativeLine, ...]
    note: str


class ValueWriter(PlanWriter):
    """Writes the chapters."""

    # Money and people

    def budget(self) -> BudgetChapter | None:
        """What it costs; None where no measure states a figure."""
        finding = self.money_finding(self.plan.money)
        posts = self._posts()
        if not finding and not posts:
            return None
        costs = self._costs() if finding else ()
        return BudgetChapter(
            finding=finding or self.say("money_none"),
            costs_lead=prose(self.say("costs_lead", table=ref("costs"))) if costs else "",
            costs=costs,
            costs_note=self._tools_note() if finding else "",
            posts_lead=prose(self.say("posts_lead", table=ref("posts"))) if posts else "",
            posts=posts,
        )

    def money_finding(self, sums: Money) -> str:
        """One-off investment, running cost and person-days in a sentence; empty where none is stated."""
        parts = self.money_parts(sums)
        if not parts:
            return ""
        text = self.say("money", parts=self.say("comma").join(parts))
        if sums.stated < sums.measures:
            text += self.say("money_stated", n=sums.stated, whole=sums.measures)
        return text + self.say("stop")

    def money_parts(self, sums: Money) -> list[str]:
        """What is stated of the three, each with its name."""
        parts = []
        if sums.investment is not None:
            parts.append(self.say("investment", value=self.form.money(sums.investment)))
        if sums.running_cost is not None:
            parts.append(self.say("running", value=self.form.money(sums.running_cost)))
        if sums.person_days is not None:
            parts.append(self.say("days", n=self.form.number(sums.person_days)))
        return parts

    def _costs(self) -> tuple[CostLine, ...]:
        held = [m for m in self.plan.included if (m.investment, m.running_cost, m.person_days) != (None, None, None)]
        number = self.form.number
        rows = [
            CostLine(m.id, m.name, number(m.investment), number(m.running_cost), number(m.person_days)) for m in held
        ]
        if len(rows) < 2:
            return ()
        sums = self.plan.money
        total = (number(sums.investment), number(sums.running_cost), number(sums.person_days))
        return (*rows, CostLine("", self.say("total"), *total))

    def _tools_note(self) -> str:
        tools = [t.budget for t in self.project.tools if applies(t.alternatives, self.plan.chosen) and t.budget]
        if not tools:
            return self.say("costs_note")
        return self.say("costs_note") + self.say("tools_note", sum=self.form.money(sum(tools)))

    def _posts(self) -> tuple[PostWork, ...]:
        """Measures and tasks by responsible post; nothing where there is one post only."""
        tasks = self.plan.tasks
        posts = dict.fromkeys([m.post.strip() for m in self.plan.included] + [t.post.strip() for t in tasks])
        if len(posts) < 2:
            return ()
        return tuple(self._post(post) for post in posts)

    def _post(self, post: str) -> PostWork:
        held = [m for m in self.plan.included if m.post.strip() == post]
        tasks = [t for t in self.plan.tasks if t.post.strip() == post]
        days = [m.person_days for m in held if m.person_days is not None]
        return PostWork(
            post, self.keys([m.id for m in held]), str(len(tasks)) if self.plan.tasks else NONE,
            self.form.number(sum(days)) if days else NONE,
        )  # fmt: skip

    # Benefit

    def benefit(self) -> BenefitChapter | None:
        """What is promised for each objective; None without objectives."""
        if not self.plan.benefits:
            return None
        rows = tuple(self._benefit(b) for b in self.plan.benefits)
        stated = [b for b in self.plan.benefits if b.after is not None]
        measured = any(b.measured for b in stated)
        note = self.say("benefit_note") + (self.say("benefit_measured") if measured else "") if stated else ""
        return BenefitChapter(self.benefit_finding(), rows, note, self._open())

    def benefit_finding(self) -> str:
        """How many objectives the measures are expected to reach, and by how much they better them."""
        stated = [b for b in self.plan.benefits if b.after is not None]
        if not self.plan.benefits:
            return ""
        if not stated:
            return self.say("benefit_unstated", n=len(self.plan.benefits))
        parts = self.say("semicolon").join(self._promise(b) for b in stated[:4])
        aimed = [b for b in stated if b.attained is not None]
        met = [b for b in aimed if (b.attained or 0) >= 1 - 1e-9]
        text = self.say("benefit", parts=parts)
        if not aimed:
            return text
        key = "benefit_all" if len(met) == len(aimed) == len(self.plan.benefits) else "benefit_met"
        return text + self.say(key, n=len(met), of=len(self.plan.benefits))

    def _promise(self, found: Benefit) -> str:
        unit = found.goal.unit
        worse = found.ratio is not None and found.ratio <= 0
        return self.say(
            "promise_worse" if worse else "promise",
            indicator=found.goal.indicator or clipped(found.goal.description, 20),
            before=self.form.value(found.before, unit),
            after=self.form.value(found.after, unit),
            kind=self._kind(found),
        )

    def _kind(self, found: Benefit) -> str:
        return self.say("kind_trial" if found.measured else "kind_expected")

    def _benefit(self, found: Benefit) -> BenefitLine:
        goal, form = found.goal, self.form
        return BenefitLine(
            number=goal.id,
            goal=goal.description,
            indicator=form.text(goal.indicator),
            before=form.value(found.before, goal.unit),
            after=form.value(found.after, goal.unit),
            kind=self._kind(found) if found.after is not None else NONE,
            ratio=self._ratio(found),
            target=form.value(goal.target, goal.unit),
            attained=self._attained(found),
            measure=found.source.id if found.source else NONE,
        )

    def _ratio(self, found: Benefit) -> str:
        """The improvement ratio; for percentages the difference in percentage points as well."""
        if found.after is None or found.before is None:
            return NONE
        text = self.say("uncomputable") if found.ratio is None else self._signed_percent(found.ratio)
        if found.goal.unit == "%":
            points = self.form.signed(round(found.after - found.before, 6), 1)
            text = self.say("ratio_points", ratio=text, points=points)
        return text

    def _signed_percent(self, share: float) -> str:
        return f"{self.form.signed(100 * share, 1)}%"

    def _attained(self, found: Benefit) -> str:
        if found.after is None or found.goal.target is None:
            return NONE
        return self.say("uncomputable") if found.attained is None else self.form.percent(found.attained, 0)

    def _open(self) -> str:
        """Objectives no measure promises a value for."""
        held = [b.goal.id for b in self.plan.benefits if b.after is None]
        if not held or len(held) == len(self.plan.benefits):
            return ""
        return self.say("benefit_open", n=len(held), keys=self.few(held))

    # Alternatives

    def alternatives(self) -> AlternativeChapter | None:
        """The alternatives in a table; None where there is no other."""
        held = self.plan.alternatives
        if len(held) < 2:
            return None
        scored = self.findings.scoring is not None
        lead = any(o.flow.lead > 0 for o in self.findings.options)
        note = (self.say("alternatives_note") if scored else "") + (self.say("lead_note") if lead else "")
        return AlternativeChapter(self._alternatives_finding(held), tuple(map(self._alternative, held)), note)

    def _alternatives_finding(self, held: Sequence[Alternative]) -> str:
        chosen = self.plan.chosen
        others = [a for a in held if a is not chosen]
        names = self.form.join(self.alternative(a) for a in others[:4])
        if chosen is None:
            return self.say("alternatives_pending", n=len(held), names=names)
        text = self.say("alternatives", n=len(others), names=names, chosen=self.alternative(chosen))
        decision = self.project.decision
        if decision and decision.reason:
            text += self.say("chosen_reason", reason=bare(decision.reason))
        return text + self._differences(chosen, others)

    def _differences(self, chosen: Alternative, others: Sequence[Alternative]) -> str:
        """What the chosen alternative covers and costs beside the others."""
        covered = len(self._roots(self._included(chosen)))
        best = max(len(self._roots(self._included(a))) for a in others)
        return self.say("chosen_covers", covered=covered, best=best) if covered > best else ""

    def _included(self, alternative: Alternative) -> tuple[Measure, ...]:
        return included_measures(self.project.measures, alternative)

    @staticmethod
    def _roots(measures: Sequence[Measure]) -> list[str]:
        return list(dict.fromkeys(root for m in measures for root in m.roots))

    def _alternative(self, held: Alternative) -> AlternativeLine:
        measures = self._included(held)
        sums, standing, form = money(measures), self._standing(held), self.form
        flow = next((o.flow for o in self.findings.options if o.alternative is held), None)
        name = self.full(held)
        if held is self.plan.chosen:
            name = self.say("chosen_mark", name=name)
        return AlternativeLine(
            name=name,
            description=form.text(held.description),
            measures=self.keys(held.measures, 3),
            roots=self.keys(self._roots(measures), 3),
            investment=form.number(sums.investment),
            running=form.number(sums.running_cost),
            days=form.number(sums.person_days),
            lead=form.duration(flow.lead) if flow and flow.lead > 0 else NONE,
            total=form.number(standing.total, 2) if standing else NONE,
            rank=str(standing.rank) if standing and standing.rank is not None else NONE,
        )

    def _standing(self, held: Alternative) -> Standing | None:
        found = self.findings.scoring
        return next((s for s in found.standings if s.alternative.id == held.id), None) if found else None
