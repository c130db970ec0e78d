"""Chapters 资源与预算 and 预期效益: what the plan costs and what it promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Final

from msgspec import Struct

from ...analysis.benefit import Benefit
from ...analysis.claims import benefit as promises
from ...analysis.claims import money as claims
from ...analysis.claims.change import two_futures
from ...analysis.claims.goals import lately
from ...analysis.claims.plan_open import unserved
from ...analysis.facts import Quantity, filled
from ...analysis.money import Money, Sum, labelled, money
from ...schema.improve import Measure
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import bare
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
        finding, details, posts = self.budget_finding(), self._details(), self._posts()
        if not finding and not details and not posts:
            return None
        costs = self._costs() if finding else ()
        lead = self.say("costs_lead", table=ref("costs")) if costs else ""
        return BudgetChapter(
            finding=finding or self.claim(claims.uncosted(self.plan.money)),
            costs_lead=prose(self.sentences(details, lead)),
            costs=costs,
            costs_note=self.say("costs_note") if costs else "",
            posts_lead=prose(self._posts_lead(posts)),
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
            n = self.tell("alternatives", self.plan.alternatives, "alternatives", "id")
            return self.say("money_pending_many", n=n, parts=self.phrases(self._ranges()))
        told = [self.say("money_of", name=self.alternative(a), parts=self.phrases(parts)) for a, parts in held if parts]
        return self.say("money_pending", parts=self.clauses(told))

    def _ranges(self) -> list[str]:
        """Each kind of cost from the least to the most an alternative states."""
        found = []
        names: tuple[Sum, ...] = ("investment", "running_cost", "saving", "person_days")
        for name in names:
            held = [value for _, sums in self.plan.money_of if (value := getattr(sums, name)) is not None]
            if held:
                found.append(self.say(f"range_{name}", low=min(held), high=max(held)))
        return found

    def money_finding(self, sums: Money) -> str:
        """What it costs once and a year, what it saves, and when that is back; empty where nothing is stated."""
        parts = self.money_parts(sums)
        if not parts:
            return ""
        text = self.say("money", parts=self.phrases(parts)) + self.stop
        whole = self.claim(claims.one_off(sums, alone=False)) if sums.one_off.tools else ""
        return self.sentences(text, whole + self.stop if whole else "", self.claim(claims.payback(sums)))

    def money_parts(self, sums: Money) -> list[str]:
        """What is stated of one-off cost, yearly cost, yearly saving and person-days, each with its name."""
        made = map(self.claim, (claims.investment(sums), claims.running(sums), claims.saving(sums), claims.days(sums)))
        return [text for text in made if text]

    def _details(self) -> str:
        """How tools and costs stand to one another, what is left a year, and what the savings rest on."""
        sums = self.plan.money
        if self.undecided:
            return ""
        text = self.claimed(claims.tools(sums), claims.unpriced(sums), claims.net(sums), claims.net_unknown(sums))
        basis = [self._saving(m) for m in sums.saving_rows]
        told = self.say("savings", parts=self.clauses(basis)) if basis else ""
        return self.sentences(
            text, told, self.claimed(claims.uncounted(sums), claims.unsaved(sums), claims.labour(sums))
        )

    def _saving(self, measure: Measure) -> str:
        value = labelled(measure, "saving")
        if basis := bare(measure.saving_basis):
            return self.say("saving_of", measure=self.measure_named(measure), value=value, basis=basis)
        return self.say("saving_baseless", measure=self.measure_named(measure), value=value)

    def _costs(self) -> tuple[CostLine, ...]:
        names = ("investment", "running_cost", "person_days")
        held = self.plan.included
        if sum(any(getattr(m, name) is not None for name in names) for m in held) < 2:
            return ()
        rows = [CostLine(m.id, m.name, *self._amounts([labelled(m, name) for name in names])) for m in held]
        sums = self.plan.money
        total = self._amounts([sums.investment, sums.running_cost, sums.person_days])
        return (*rows, CostLine("", self.say("total_all" if self.undecided else "total"), *total))

    def _amounts(self, values: Iterable[Quantity | None]) -> list[str]:
        return [dashed(self.form.number(value)) for value in values]

    def _posts(self) -> tuple[PostWork, ...]:
        """Measures and tasks by responsible post; nothing where there is one post only."""
        tasks = self.plan.tasks
        posts = dict.fromkeys([m.post.strip() for m in self.plan.included] + [t.post.strip() for t in tasks])
        if len(posts) < 2:
            return ()
        return tuple(self._post(post) for post in posts)

    def _posts_lead(self, posts: Sequence[PostWork]) -> str:
        """What the table of posts has columns of: those that any post has something in."""
        names = [name for name in ("measures", "tasks", "days") if {getattr(p, name) for p in posts} - {dashed(None)}]
        held = [self.say(f"posts_{name}") for name in names]
        if not held:
            return ""
        parts = self.say("term_joint").join(filter(None, (self.form.join(held[:-1]), held[-1])))
        return self.say("posts_lead", parts=parts, table=ref("posts"))

    def _post(self, post: str) -> PostWork:
        held = [m for m in self.plan.included if m.post.strip() == post]
        tasks = [t for t in self.plan.tasks if t.post.strip() == post]
        work = self.tell("work", tasks, "tasks", "post", post) if self.plan.tasks else None
        sums = money(held)
        days = self.form.fact(sums.person_days)
        if days is not None and not sums.whole("person_days"):
            days = self.form.say("format.at_least", n=days)
        return PostWork(post, dashed(self.keys([m.id for m in held], 5)), dashed(self.form.fact(work)), dashed(days))

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
        if found.after is None:
            return ""
        held = (
            ("ratio", self._ratio(found)), ("target", self._of_goal(found, "target")),
            ("attained", self._attained(found)), ("measure", self.keys([m.id for m in found.by])),
        )  # fmt: skip
        parts = [self.say(f"single_{key}", value=value.replace("\n", "")) for key, value in held if value]
        return self.clauses(parts) + self.stop if parts else ""

    def benefit_finding(self, *, counted: bool = True, reconciled: bool = True) -> str:
        """By how much the measures better the objectives and, if ``counted``, how many targets they reach.

        If ``reconciled``, with what the flow's own time comes to beside the headline.
        """
        found = self.plan.benefits
        stated = [b for b in found if b.after is not None]
        if not stated:
            return self.claimed(promises.unstated(found), promises.dropped(found))
        parts = self.clauses(map(self.claim, promises.promises(stated)[:4]))
        text = self.say("benefit_pending" if self.undecided else "benefit", parts=parts)
        attained = self.attained() if counted else ""
        told = text + attained + self.stop if attained else text
        return self.sentences(told, self.claim(two_futures(self.findings)) if reconciled else "")

    def attained(self) -> str:
        """How many objectives reach their targets, in half a sentence; empty where no target can be held against."""
        found = self.plan.benefits
        anyway, reached = promises.idle(found), promises.attained(found)
        text = self.claim(reached)
        if anyway is not None and reached is not None and "of" in reached.slots:
            text = self.say("attained_rest", text=text)
        return self.clauses(filter(None, (self.claim(anyway), text)))

    def _benefit(self, found: Benefit) -> BenefitLine:
        goal, form = found.goal, self.form
        return BenefitLine(
            number=goal.id,
            goal=goal.description,
            indicator=dashed(form.text(goal.indicator)),
            before=dashed(form.fact(found.before)),
            after=dashed(form.fact(found.after)),
            kind=dashed(self.claim(promises.basis(found)) or None),
            ratio=dashed(self._ratio(found)),
            target=dashed(self._of_goal(found, "target")),
            attained=dashed(self._attained(found)),
            measure=dashed(self.keys([m.id for m in found.by], 1)),
        )

    def _of_goal(self, found: Benefit, name: str) -> str | None:
        return self.form.fact(filled(found.goal, name, word=found.goal.unit))

    def _ratio(self, found: Benefit) -> str | None:
        """The improvement ratio; for percentages the difference in percentage points as well."""
        if found.after is None or found.before is None:
            return None
        text = self.say("uncomputable") if found.ratio is None else self.form.gain(found.ratio)
        return text if found.points is None else self.say("ratio_points", ratio=text, points=found.points)

    def _attained(self, found: Benefit) -> str | None:
        if found.after is None or found.before is None or found.goal.target is None or found.kept:
            return None
        return self.say("uncomputable") if found.attained is None else self.form.percent(found.attained, 0)

    def _open(self) -> str:
        """Objectives no measure promises a value for, where others have one; what trials and estimates differ in."""
        found = self.plan.benefits
        stated = any(b.after is not None for b in found)
        some = self.claim(promises.unstated(found, self.plan.open.unserved)) if stated else ""
        gone = self.claim(promises.dropped(found)) if stated else ""
        met = self.claim(lately(self.project, self.findings.indicators))
        return self.sentences(
            some,
            gone,
            self.claim(unserved(self.plan)),
            met,
            *dict.fromkeys(self.claim(promises.beside(b)) for b in found),
        )
