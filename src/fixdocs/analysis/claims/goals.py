"""What is said of the objectives as a whole."""

from __future__ import annotations

from ...project import Project
from ...schema.choices import Direction
from ...schema.survey import Goal, ProjectInfo
from ..claim import Claim, claims
from ..facts import Cells, Count, Fact, filled, tally
from ..running import IndicatorFindings
from ..running.months import month_of

_RUN = 3  # months in a row that make a state, not a chance


def without_data(project: Project) -> tuple[Goal, ...]:
    """The objectives that name an indicator for which no month is filled, in their order."""
    held = {row.name for row in project.indicators if row.months}
    return tuple(goal for goal in project.goals if goal.indicator and goal.indicator not in held)


@claims("goals.no_data")
def no_data(project: Project) -> Claim | None:
    """Objectives whose indicators have no monthly data: their baselines cannot be held against anything."""
    bare = without_data(project)
    if not bare:
        return None
    n = tally("goals.no_data", bare, "goals", ("indicator",))
    names = tuple(dict.fromkeys(goal.indicator for goal in bare))
    return Claim("goals.no_data", {"n": n, "goals": bare, "indicators": names})


@claims("goals.reached_all", "goals.reached_since")
def reached(goal: Goal, found: IndicatorFindings, info: ProjectInfo) -> Claim | None:
    """That the months of an objective's own indicator meet its target already: all of them, or the last ones.

    Three at least; nothing is said where the units differ or it is not known which way is good.
    """
    target, lower = filled(goal, "target", word=goal.unit), _lower(goal, found)
    unlike = goal.unit and found.indicator.unit and goal.unit != found.indicator.unit
    if goal.indicator != found.indicator.name or target is None or unlike or lower is None:
        return None
    run: list[int] = []
    for number, value in reversed(found.months):
        if value > target if lower else value < target:
            break
        run.append(number)
    if len(run) < _RUN:
        return None
    cells = (Cells("goals", ("target", "direction"), (goal,)),
             Cells("indicators", tuple(f"months[{number}]" for number in run), (found.indicator,)))  # fmt: skip
    held = {"goal": goal.id, "target": target, "name": found.indicator.name,
            "n": Count(len(run), Fact("goals.reached", (goal.id,), cells, "count", n=found.n))}  # fmt: skip
    if len(run) == len(found.months):
        return Claim("goals.reached_all", held)
    return Claim("goals.reached_since", {**held, "begin": month_of(info.data_from, run[-1])})


def _lower(goal: Goal, found: IndicatorFindings) -> bool | None:
    way = goal.direction or found.indicator.direction
    if way is not None:
        return way is Direction.LOWER
    if goal.target is None or goal.baseline is None or goal.target == goal.baseline:
        return None
    return goal.target < goal.baseline


@claims("goals.past")
def past(project: Project) -> Claim | None:
    """Objectives that were due before the day of the report."""
    day = project.info.report_date if project.info else None
    held = tuple(goal for goal in project.goals if day and goal.due and goal.due < day)
    if not held:
        return None
    return Claim("goals.past", {"n": tally("goals.past", held, "goals", ("due",)), "goals": held, "day": day})
