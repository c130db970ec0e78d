"""Measures by root cause, what they cost, what they promise, and the chain from issue to alternative."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..project import Project
from ..schema.choices import Adoption, Direction, Trial
from ..schema.improve import Alternative, Measure, RootCause, Task
from ..schema.survey import Goal
from .options import belongs
from .statistics import attainment, improvement


class Money(Struct, frozen=True):
    """Sums over measures; None where no measure states the figure. Currency as the team writes it."""

    investment: float | None
    running_cost: float | None
    person_days: float | None
    stated: int  # measures that state at least one of the three
    measures: int


class Benefit(Struct, frozen=True):
    """What measures promise for one objective.

    ``after`` is the best stated value among the adopted measures that serve the objective's indicator, measured in
    trial where there is one (``measured``), else expected. Failed measures never count. ``ratio`` is the improvement
    ratio, ``attained`` the share of the way to the target. ``better`` says whether it beats the baseline and
    ``reached`` whether it meets the target; None where baseline or target is blank.
    """

    goal: Goal
    measures: tuple[Measure, ...]
    before: float | None
    after: float | None
    measured: bool
    source: Measure | None
    ratio: float | None
    attained: float | None
    better: bool | None = None
    reached: bool | None = None


class TraceRow(Struct, frozen=True):
    """One path of the chain; blank parts are gaps."""

    issue: str
    root: str | None
    measure: str | None
    alternatives: tuple[str, ...]


class PlanFindings(Struct, frozen=True):
    """The chosen alternative and everything the plan says of it.

    ``chosen`` is the decision's, else None (before the choice every alternative is shown 待评审). ``included`` are the
    measures of the chosen alternative, or all that are not rejected. ``quick_wins`` cost nothing to invest in.
    """

    chosen: Alternative | None
    alternatives: tuple[Alternative, ...]
    included: tuple[Measure, ...]
    by_root: tuple[tuple[RootCause, tuple[Measure, ...]], ...]
    rejected: tuple[Measure, ...]
    failed: tuple[Measure, ...]
    quick_wins: tuple[Measure, ...]
    money: Money
    money_of: tuple[tuple[Alternative, Money], ...]
    benefits: tuple[Benefit, ...]
    trace: tuple[TraceRow, ...]
    tasks: tuple[Task, ...]

    def span(self, name: str) -> tuple[float | None, float | None]:
        """The least and the most that an alternative states of a sum of :class:`Money`."""
        values = [value for _, sums in self.money_of if (value := getattr(sums, name)) is not None]
        return (min(values), max(values)) if values else (None, None)


def analyse(project: Project) -> PlanFindings | None:
    """The plan's findings; None where there is no measure."""
    if not project.measures:
        return None
    adopted = project.decision.adopted if project.decision else None
    chosen = next((a for a in project.alternatives if a.id == adopted), None)
    included = included_measures(project.measures, chosen)
    failed = tuple(m for m in project.measures if m.trial is Trial.FAILED)
    return PlanFindings(
        chosen=chosen,
        alternatives=project.alternatives,
        included=included,
        by_root=tuple((r, tuple(m for m in project.measures if r.id in m.roots)) for r in project.roots),
        rejected=tuple(m for m in project.measures if m.adoption is Adoption.REJECTED),
        failed=failed,
        quick_wins=tuple(m for m in included if m.investment == 0 and m not in failed),
        money=money(included),
        money_of=tuple((a, money(included_measures(project.measures, a))) for a in project.alternatives),
        benefits=benefits(project.goals, included),
        trace=trace(project),
        tasks=tuple(t for t in project.tasks if belongs(t, chosen, project)),
    )


def included_measures(measures: Sequence[Measure], chosen: Alternative | None) -> tuple[Measure, ...]:
    """The measures of ``chosen``; before the choice all but the rejected ones."""
    if chosen is not None:
        return tuple(m for m in measures if m.id in chosen.measures)
    return tuple(m for m in measures if m.adoption is not Adoption.REJECTED)


def money(measures: Sequence[Measure]) -> Money:
    """Sums of what the measures state."""

    def total(name: str) -> float | None:
        values = [v for m in measures if (v := getattr(m, name)) is not None]
        return sum(values) if values else None

    names = ("investment", "running_cost", "person_days")
    stated = sum(any(getattr(m, n) is not None for n in names) for m in measures)
    return Money(total("investment"), total("running_cost"), total("person_days"), stated, len(measures))


def benefits(goals: Sequence[Goal], measures: Sequence[Measure]) -> tuple[Benefit, ...]:
    """What ``measures`` promise for each objective."""
    return tuple(_benefit(goal, measures) for goal in goals)


def _benefit(goal: Goal, measures: Sequence[Measure]) -> Benefit:
    serving = tuple(m for m in measures if goal.id in m.goals and m.trial is not Trial.FAILED)
    stated = [(m, *value) for m in serving if (value := _value(m, goal)) is not None]
    if not stated:
        return Benefit(goal, serving, goal.baseline, None, False, None, None, None)
    lower = _lower_is_better(goal)
    measure, after, measured = (min if lower else max)(stated, key=lambda item: item[1])
    before, target = goal.baseline, goal.target

    def as_good(value: float, than: float) -> bool:
        return value <= than if lower else value >= than

    return Benefit(
        goal,
        serving,
        before,
        after,
        measured,
        measure,
        ratio=improvement(before, after, lower_is_better=lower) if before is not None else None,
        attained=attainment(before, after, target) if before is not None and target is not None else None,
        better=not as_good(before, after) if before is not None else None,
        reached=as_good(after, target) if target is not None else None,
    )


def _lower_is_better(goal: Goal) -> bool:
    """The goal's direction; where it is blank, the side of the baseline that its target lies on."""
    if goal.direction is None and goal.target is not None and goal.baseline is not None:
        return goal.target < goal.baseline
    return goal.direction is not Direction.HIGHER


def _value(measure: Measure, goal: Goal) -> tuple[float, bool] | None:
    """What a measure states for the goal's indicator: the trial's value, else the expected one."""
    if goal.indicator is None or measure.indicator != goal.indicator:
        return None
    if measure.trial in (Trial.EFFECTIVE, Trial.PARTIAL) and measure.after is not None:
        return measure.after, True
    return (measure.expected, False) if measure.expected is not None else None


def trace(project: Project) -> tuple[TraceRow, ...]:
    """Issue → root cause → measure → alternatives, a row a path; issues without a root cause are left out."""
    rows: list[TraceRow] = []
    for issue in project.issues:
        roots = [r for r in project.roots if issue.id in r.issues]
        for root in roots:
            measures = [m for m in project.measures if root.id in m.roots]
            for measure in measures:
                into = tuple(a.id for a in project.alternatives if measure.id in a.measures)
                rows.append(TraceRow(issue.id, root.id, measure.id, into))
            if not measures:
                rows.append(TraceRow(issue.id, root.id, None, ()))
    return tuple(rows)
