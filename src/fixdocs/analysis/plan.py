"""The plan as a whole: its measures, what they cover, cost and promise, and what they leave open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, TypeVar

from msgspec import Struct

from ..project import Project
from ..schema.choices import Adoption, Trial
from ..schema.improve import Alternative, Duty, Issue, Measure, Risk, Task, Tool
from ..schema.survey import Goal
from . import benefit, chain, gaps
from .benefit import Benefit, Tried
from .coverage import Coverage, coverage
from .facts import filled
from .money import Money, money
from .options import belongs

T = TypeVar("T", Task, Tool, Duty, Risk)

CHEAP: Final = 0.05
"""The share of the plan's one-off cost up to which a measure is cheap."""

HIGH_RISK: Final = 12
"""The level (likelihood × impact, each 1 to 5) from which a risk is high."""


class TraceRow(Struct, frozen=True):
    """One path of the chain; blank parts are gaps."""

    issue: str
    root: str | None
    measure: str | None
    alternatives: tuple[str, ...]


class Open(Struct, frozen=True):
    """What the plan leaves open (:mod:`gaps`)."""

    untasked: tuple[Measure, ...]
    unserved: tuple[Goal, ...]
    late: tuple[gaps.Late, ...]
    waits: tuple[gaps.Wait, ...]
    overdue: tuple[Goal, ...]
    begun: gaps.Begun | None
    unowned: tuple[Risk, ...]
    unplanned: tuple[Issue, ...]
    unanswered: tuple[Issue, ...]
    unmoved: tuple[Duty, ...]


class PlanFindings(Struct, frozen=True):
    """The chosen alternative and everything the plan says of it.

    ``chosen`` is the decision's, else None (before the choice every alternative is shown 待评审). ``included`` are the
    measures of the chosen alternative, or all that are not rejected; tasks, tools, duties and risks are those that
    belong to it. ``quick_wins`` are cheap, tried with effect and of no high risk (:func:`quick_wins`).
    """

    chosen: Alternative | None
    alternatives: tuple[Alternative, ...]
    included: tuple[Measure, ...]
    coverage: Coverage
    coverage_of: tuple[tuple[Alternative, Coverage], ...]
    quick_wins: tuple[Measure, ...]
    trials: tuple[Tried, ...]
    money: Money
    money_of: tuple[tuple[Alternative, Money], ...]
    benefits: tuple[Benefit, ...]
    benefits_of: tuple[tuple[Alternative, tuple[Benefit, ...]], ...]
    trace: tuple[TraceRow, ...]
    tasks: tuple[Task, ...]
    tasks_of: tuple[tuple[Alternative, tuple[Task, ...]], ...]
    tools: tuple[Tool, ...]
    duties: tuple[Duty, ...]
    risks: tuple[Risk, ...]
    open: Open

    @property
    def undecided(self) -> bool:
        """Whether several alternatives still wait for a choice."""
        return self.chosen is None and len(self.alternatives) > 1

    @property
    def pooled(self) -> tuple[Measure, ...]:
        """Before the choice: the measures of all alternatives together; no alternative need have them all."""
        held = {m.id for _, found in self.coverage_of for m in found.measures}
        return tuple(m for m in self.included if m.id in held) if self.undecided else ()

    @property
    def apart(self) -> bool:
        """Before the choice: whether the alternatives have not all the same tasks."""
        return self.undecided and any(tasks != self.tasks for _, tasks in self.tasks_of)

    @property
    def posts(self) -> tuple[str, ...]:
        """Everyone the plan gives work to or takes a duty from: posts of measures, tasks and duties, each once."""
        held = [*(m.post for m in self.included), *(t.post for t in self.tasks)]
        held += [post for d in self.duties for post in (d.new_post, d.old_post) if post]
        return tuple(dict.fromkeys(post.strip() for post in held))

    @property
    def period(self) -> tuple[date, date] | None:
        """The first task's start and the last one's end."""
        if not self.tasks:
            return None
        return min(t.start for t in self.tasks), max(t.finish for t in self.tasks)


def analyse(project: Project, links: chain.Links | None = None) -> PlanFindings | None:
    """The plan's findings; None where there is no measure. ``links`` is the project's chain, where it is made."""
    if not project.measures:
        return None
    adopted = project.decision.adopted if project.decision else None
    chosen = next((a for a in project.alternatives if a.id == adopted), None)
    included = included_measures(project.measures, chosen)
    links = links or chain.of_project(project)
    risks = _own(project.risks, chosen, project)
    begin = project.info.data_from if project.info else None
    tried = benefit.trials(project.goals, project.measures, project.indicators, begin)
    sums = money_of(project, included, chosen)
    tasks, tools = _own(project.tasks, chosen, project), _needed(project, included, chosen)
    of = [(a, included_measures(project.measures, a)) for a in project.alternatives]
    return PlanFindings(
        chosen=chosen,
        alternatives=project.alternatives,
        included=included,
        coverage=coverage(links, included),
        coverage_of=tuple((a, coverage(links, held)) for a, held in of),
        quick_wins=quick_wins(included, tried, risks, sums),
        trials=tried,
        money=sums,
        money_of=tuple((a, money_of(project, held, a)) for a, held in of),
        benefits=benefit.benefits(project.goals, included, project.indicators, begin),
        benefits_of=tuple((a, benefit.benefits(project.goals, held, project.indicators, begin)) for a, held in of),
        trace=trace(project),
        tasks=tasks,
        tasks_of=tuple((a, _own(project.tasks, a, project)) for a in project.alternatives),
        tools=tools,
        duties=tuple(d for d in _own(project.duties, chosen, project) if gaps.moved(d)),
        risks=risks,
        open=_open(project, links, included, chosen, tasks, tools, risks),
    )


def included_measures(measures: Sequence[Measure], chosen: Alternative | None) -> tuple[Measure, ...]:
    """The measures of ``chosen``; before the choice all but the rejected ones."""
    if chosen is not None:
        return tuple(m for m in measures if m.id in chosen.measures)
    return tuple(m for m in measures if m.adoption is not Adoption.REJECTED)


def money_of(project: Project, measures: Sequence[Measure], alternative: Alternative | None) -> Money:
    """The sums over ``measures`` with the tools of ``alternative`` (None: all tools), at the form's rate."""
    rate = filled(project.info, "day_rate", unit="money") if project.info else None
    return money(measures, _needed(project, measures, alternative), rate)


def _needed(project: Project, measures: Sequence[Measure], alternative: Alternative | None) -> tuple[Tool, ...]:
    """The tools of ``alternative``; one that is for other measures than ``measures`` alone is not needed."""
    keys = {m.id for m in measures}
    return tuple(t for t in _own(project.tools, alternative, project) if not t.measures or keys & set(t.measures))


def quick_wins(
    measures: Sequence[Measure], tried: Sequence[Tried], risks: Sequence[Risk], sums: Money
) -> tuple[Measure, ...]:
    """Measures that are cheap, tried with effect and of no high risk.

    Cheap: both costs stated, the one-off cost 0 or at most 5 % of all measures' together, and no higher cost a year.
    With effect: 有效, and not against its own figures. Of no high risk: no risk of level 12 or more, and none that is
    not rated, speaks of it, by its number or its name.
    """
    limit = CHEAP * (sums.investment or 0.0)
    against = {t.measure.id for t in tried if t.against is not None}
    grave = "\n".join(f"{r.name}\n{r.answer}" for r in risks if _grave(r))
    return tuple(
        m
        for m in measures
        if m.trial is Trial.EFFECTIVE and m.adoption is not Adoption.REJECTED and m.id not in against
        and _cheap(m, limit) and m.id not in grave and m.name not in grave
    )  # fmt: skip


def _cheap(measure: Measure, limit: float) -> bool:
    """Whether both costs are stated and neither is over ``limit``."""
    once, yearly = measure.investment, measure.running_cost
    return once is not None and yearly is not None and max(once, yearly) <= limit


def _grave(risk: Risk) -> bool:
    """Whether a risk is high, or may be: what is not rated is not known to be low."""
    return risk.likelihood is None or risk.impact is None or risk.likelihood * risk.impact >= HIGH_RISK


def trace(project: Project) -> tuple[TraceRow, ...]:
    """Every path from an issue through root cause and measure to alternatives; a missing link ends its path."""
    rows = []
    for issue in project.issues:
        for root in (r for r in project.roots if issue.id in r.issues):
            measures = [m for m in project.measures if root.id in m.roots]
            for measure in measures:
                into = tuple(a.id for a in project.alternatives if measure.id in a.measures)
                rows.append(TraceRow(issue.id, root.id, measure.id, into))
            if not measures:
                rows.append(TraceRow(issue.id, root.id, None, ()))
    return tuple(rows)


def _own(rows: Sequence[T], chosen: Alternative | None, project: Project) -> tuple[T, ...]:
    return tuple(row for row in rows if belongs(row, chosen, project))


def _open(
    project: Project,
    links: chain.Links,
    included: Sequence[Measure],
    chosen: Alternative | None,
    tasks: Sequence[Task],
    tools: Sequence[Tool],
    risks: Sequence[Risk],
) -> Open:
    day = project.decision.day if project.decision and chosen else None
    return Open(
        untasked=gaps.untasked(included, tasks),
        unserved=gaps.unserved(project.goals, included),
        late=gaps.late(tools, tasks),
        waits=gaps.waits(tasks),
        overdue=gaps.overdue(project.goals, tasks),
        begun=gaps.begun(day, tasks),
        unowned=gaps.unowned(risks),
        unplanned=gaps.unplanned(links),
        unanswered=gaps.unanswered(links, included),
        unmoved=tuple(d for d in _own(project.duties, chosen, project) if not gaps.moved(d)),
    )
