"""Chapters 资源与预算 and 预期效益: what the plan costs and what it promises."""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Struct

from ...analysis.options import belongs
from ...analysis.plan import Benefit, Money
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import clipped
from .base import PlanWriter


class CostLine(Struct, frozen=True):
    """A measure's cost, or the sum in the last line (``number`` empty)."""

    number: Annotated[str, Printed(9, "code")]
    name: Annotated[str, Printed(43)]
    investment: Annotated[str, Printed(18, "number")]
    running: Annotated[str, Printed(17, "number")]
    days: Annotated[str, Printed(13, "number")]


class PostWork(Struct, frozen=True):
    """What a post has to do: its measures, its tasks, its person-days."""

    post: Annotated[str, Printed(30)]
    measures: Annotated[str, Printed(35)]
    tasks: Annotated[str, Printed(17, "number")]
    days: Annotated[str, Printed(18, "number")]


class BenefitLine(Struct, frozen=True):
    """What is promised for an objective. ``kind`` says whether the value is expected or measured in trial."""

    number: Annotated[str, Printed(7, "code")]
    goal: str
    indicator: Annotated[str, Printed(15)]
    before: Annotated[str, Printed(14, "number")]
    after: Annotated[str, Printed(14, "number")]
    kind: Annotated[str, Printed(7, "code")]
    ratio: Annotated[str, Printed(20, "number")]
    target: Annotated[str, Printed(13, "number")]
    attained: Annotated[str, Printed(10, "number")]
    measure: Annotated[str, Printed(7, "code")]


class BudgetChapter(Struct, frozen=True):
    """Money and people."""

    finding: str
    costs_lead: str | Prose
    costs: tuple[CostLine, ...]
    costs_note: str
    posts_lead: str | Prose
    posts: tuple[PostWork, ...]


class BenefitChapter(Struct, frozen=True):
    """The expected benefit by objective; a single one is told in ``lead``."""

    finding: str | Prose
    lead: str
    rows: tuple[BenefitLine, ...]
    note: str
    open: str


_TOLD: Final = 4  # alternatives whose costs a sentence tells one by one


class ValueWriter(PlanWriter):
    """Writes the chapters."""

    # Money and people

    def budget(self) -> BudgetChapter | None:
        """What it costs; None where no measure states a figure."""
        finding = self.budget_finding()
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

    def budget_finding(self) -> str:
        """What the plan costs; before the choice what each alternative does, or from the least to the most."""
        if not self.undecided:
            return self.money_finding(self.plan.money)
        held = [(a, self.money_parts(sums)) for a, sums in self.plan.money_of]
        if not any(parts for _, parts in held):
            return ""
        if len(held) > _TOLD:
            return self.say("money_pending_many", n=len(held), parts=self.phrases(self._ranges()))
        told = [self.say("money_of", name=self.alternative(a), parts=self.phrases(parts)) for a, parts in held if parts]
        return self.say("money_pending", parts=self.clauses(told))

    def _ranges(self) -> list[str]:
        """Each kind of cost from the least to the most an alternative asks for."""
        found = []
        for name, shown in (("investment", self.form.money), ("running_cost", self.form.money),
                            ("person_days", self.form.number)):  # fmt: skip
            low, high = self.plan.span(name)
            if low is not None and high is not None:
                found.append(self.say(f"range_{name}", low=shown(low), high=shown(high)))
        return found

    def money_finding(self, sums: Money) -> str:
        """One-off investment, running cost and person-days in a sentence; empty where none is stated."""
        parts = self.money_parts(sums)
        if not parts:
            return ""
        return self.say("money", parts=self.phrases(parts)) + self.stated(sums) + self.stop

    def money_parts(self, sums: Money) -> list[str]:
        """What is stated of the three, each with its name."""
        parts = self.costs(sums)
        if sums.person_days is not None:
            parts.append(self.say("days", n=self.form.number(sums.person_days)))
        return parts

    def _costs(self) -> tuple[CostLine, ...]:
        held = [m for m in self.plan.included if (m.investment, m.running_cost, m.person_days) != (None, None, None)]
        number = self.form.number
        rows = [
            CostLine(m.id, m.name, *map(dashed, map(number, (m.investment, m.running_cost, m.person_days))))
            for m in held
        ]
        if len(rows) < 2:
            return ()
        sums = self.plan.money
        total = (dashed(number(value)) for value in (sums.investment, sums.running_cost, sums.person_days))
        return (*rows, CostLine("", self.say("total_all" if self.undecided else "total"), *total))

    def _tools_note(self) -> str:
        tools = [t.budget for t in self.project.tools if belongs(t, self.plan.chosen, self.project) and t.budget]
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
            post, dashed(self.keys([m.id for m in held], 5)), dashed(str(len(tasks)) if self.plan.tasks else None),
            dashed(self.form.number(sum(days)) if days else None),
        )  # fmt: skip

    # Benefit

    def benefit(self) -> BenefitChapter | None:
        """What is promised for each objective; None without objectives."""
        if not self.plan.benefits:
            return None
        rows = tuple(self._benefit(b) for b in self.plan.benefits)
        one = len(rows) == 1
        stated = [b for b in self.plan.benefits if b.after is not None]
        measured = any(b.measured for b in stated)
        note = self.say("benefit_note") + (self.say("benefit_measured") if measured else "") if stated else ""
        if stated and self.undecided:
            note += self.say("benefit_pending_note")
        finding = self.benefit_finding(counted=len(self.plan.alternatives) < 2)  # else the chapter opens with it
        if not one:
            finding += self.say("benefit_lead", table=ref("benefit"))
        return BenefitChapter(
            finding=prose(finding),
            lead=self._single(self.plan.benefits[0]) if one else "",
            rows=() if one else rows,
            note=note,
            open=self._open(),
        )

    def _single(self, found: Benefit) -> str:
        """What the table would say of the only objective."""
        held = (
            ("ratio", self._ratio(found)), ("target", self.form.value(found.goal.target, found.goal.unit)),
            ("attained", self._attained(found)), ("measure", found.source.id if found.source else None),
        )  # fmt: skip
        parts = [self.say(f"single_{key}", value=value.replace("\n", "")) for key, value in held if value]
        return self.clauses(parts) + self.stop if parts else ""

    def benefit_finding(self, *, counted: bool = True) -> str:
        """By how much the measures better the objectives and, if ``counted``, how many targets they reach."""
        stated = [b for b in self.plan.benefits if b.after is not None]
        if not self.plan.benefits:
            return ""
        if not stated:
            return self.say("benefit_unstated", n=len(self.plan.benefits))
        parts = self.clauses(self._promise(b) for b in stated[:4])
        text = self.say("benefit_pending" if self.undecided else "benefit", parts=parts)
        attained = self.attained() if counted else ""
        return text + attained + self.stop if attained else text

    def attained(self) -> str:
        """How many objectives reach their targets, in half a sentence; empty where no target can be held against."""
        whole = len(self.plan.benefits)
        aimed = [b.reached for b in self.plan.benefits if b.reached is not None]
        met = [reached for reached in aimed if reached]
        if not aimed:
            return ""
        if whole == 1:
            return self.say("benefit_reached" if met else "benefit_missed")
        return self.say("benefit_all" if len(met) == whole else "benefit_met", n=len(met), of=whole)

    def _promise(self, found: Benefit) -> str:
        unit = found.goal.unit
        keys = {None: "promise_bare", True: "promise", False: "promise_worse"}
        return self.say(
            keys[found.better],
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
            indicator=dashed(form.text(goal.indicator)),
            before=dashed(form.value(found.before, goal.unit)),
            after=dashed(form.value(found.after, goal.unit)),
            kind=dashed(self._kind(found) if found.after is not None else None),
            ratio=dashed(self._ratio(found)),
            target=dashed(form.value(goal.target, goal.unit)),
            attained=dashed(self._attained(found)),
            measure=dashed(found.source.id if found.source else None),
        )

    def _ratio(self, found: Benefit) -> str | None:
        """The improvement ratio; for percentages the difference in percentage points as well."""
        if found.after is None or found.before is None:
            return None
        text = self.say("uncomputable") if found.ratio is None else self._signed_percent(found.ratio)
        if found.goal.unit == "%":
            points = self.form.signed(round(found.after - found.before, 6), 1)
            text = self.say("ratio_points", ratio=text, points=points)
        return text

    def _signed_percent(self, share: float) -> str:
        return f"{self.form.signed(100 * share, 1)}%"

    def _attained(self, found: Benefit) -> str | None:
        if found.after is None or found.before is None or found.goal.target is None:
            return None
        return self.say("uncomputable") if found.attained is None else self.form.percent(found.attained, 0)

    def _open(self) -> str:
        """Objectives no measure promises a value for."""
        held = [b.goal.id for b in self.plan.benefits if b.after is None]
        if not held or len(held) == len(self.plan.benefits):
            return ""
        return self.say("benefit_open", n=len(held), keys=self.few(held))
