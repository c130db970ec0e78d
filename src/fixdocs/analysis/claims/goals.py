"""What is said of the objectives as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from ...project import Project
from ...schema.survey import Goal
from ..benefit import RANGE, kept_target, lower_is_good, meets
from ..claim import Claim, claims
from ..facts import Cells, Count, Fact, filled, tally
from ..running import IndicatorFindings
from ..running.months import month_of
from .named import named


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


def of_all(project: Project, found: Sequence[IndicatorFindings]) -> tuple[Claim | None, ...]:
    """What is said beside the objectives in every report: which are met as things are, cannot be checked, are late."""
    return no_data(project), unlike(project), kept(project), lately(project, found), past_due(project)


@claims("goals.unlike")
def unlike(project: Project) -> Claim | None:
    """Objectives in another unit than their indicators: their baselines cannot be held against the months."""
    units = {row.name: row.unit for row in project.indicators if row.months}
    held = [g for g in project.goals if g.unit and (unit := units.get(g.indicator or "")) and unit != g.unit]
    if not held:
        return None
    n = tally("goals.unlike", held, "goals", ("unit",))
    names = tuple(claim for goal in held if (claim := pair(goal, units.get(goal.indicator or ""))))
    return Claim("goals.unlike", {"n": n, "pairs": names})


@claims("goals.pair")
def pair(goal: Goal, unit: str | None) -> Claim | None:
    """An objective's unit beside that of its indicator, where both are given and differ."""
    if not goal.unit or not unit or goal.unit == unit:
        return None
    return Claim("goals.pair", {"goal": goal.id, "own": goal.unit, "unit": unit})


@claims("goals.kept_same", "goals.kept")
def kept(project: Project) -> Claim | None:
    """Objectives whose target is no better than their baseline: as things are it is met."""
    rows = {row.name: row for row in project.indicators}
    found = [(goal, kind) for goal in project.goals if (kind := kept_target(goal, rows.get(goal.indicator or "")))]
    if not found:
        return None
    held = [goal for goal, _ in found]
    key = "goals.kept_same" if all(kind == "same" for _, kind in found) else "goals.kept"
    return Claim(key, {"n": tally("goals.kept", held, "goals", ("baseline", "target")), "names": named(held)})


@claims("goals.lately")
def lately(project: Project, found: Sequence[IndicatorFindings]) -> Claim | None:
    """Objectives whose targets the last months meet, three in a row at least, while their baselines do not."""
    series = {item.indicator.name: item for item in found}
    made = (met_run(goal, series.get(goal.indicator or ""), project) for goal in project.goals)
    parts = tuple(claim for claim in made if claim is not None)
    return Claim("goals.lately", {"parts": parts}) if parts else None


@claims("goals.run")
def met_run(goal: Goal, found: IndicatorFindings | None, project: Project) -> Claim | None:
    """How many months up to the last all meet an objective's target, and since when."""
    if found is None or goal.target is None or project.info is None or kept_target(goal, found.indicator):
        return None
    if goal.unit and found.indicator.unit and goal.unit != found.indicator.unit:
        return None
    lower, run = lower_is_good(goal, found.indicator), list[int]()
    for number, value in reversed(found.months):
        if not meets(value, goal.target, lower) or (run and run[-1] != number + 1):
            break
        run.append(number)
    if len(run) < RANGE:
        return None
    cells = (Cells("indicators", tuple(f"months[{number}]" for number in run), (found.indicator,)),
             Cells("goals", ("target",), (goal,)))  # fmt: skip
    begin, end = (month_of(project.info.data_from, number) for number in (run[-1], run[0]))
    return Claim("goals.run", {
        "goal": goal.id, "name": found.indicator.name, "target": filled(goal, "target", word=goal.unit),
        "n": Count(len(run), Fact("goals.run", (goal.id,), cells, "count", n=len(run))), "begin": begin, "end": end,
    })  # fmt: skip


@claims("goals.past_due")
def past_due(project: Project) -> Claim | None:
    """Objectives that were due before the report's own date."""
    day = project.info.report_date if project.info else None
    held = [goal for goal in project.goals if day is not None and goal.due is not None and goal.due < day]
    if not held:
        return None
    return Claim("goals.past_due", {"n": tally("goals.past_due", held, "goals", ("due",)), "names": named(held)})
