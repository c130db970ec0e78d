"""What is said of the objectives as a whole."""

from __future__ import annotations

from ...project import Project
from ...schema.survey import Goal
from ..claim import Claim, claims
from ..facts import tally


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
