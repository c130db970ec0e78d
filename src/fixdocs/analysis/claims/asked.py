"""Claims about the days of a plan: what was decided before its evidence, and what is asked for after its start."""

from __future__ import annotations

from datetime import date

from ...project import Project
from ...schema.improve import Measure
from ..claim import Claim, claims
from ..plan import PlanFindings
from .plan_open import begun


def of_dates(plan: PlanFindings, project: Project) -> tuple[Claim | None, ...]:
    """What the days say against the decision: work had begun before it, or before the report, trials ran past it."""
    return begun(plan), asked(plan, project), trials_open(plan, project)


@claims("plan.asked", "plan.asked_over")
def asked(plan: PlanFindings, project: Project) -> Claim | None:
    """That work had begun, or was over, by the report's own date; nothing where the meeting was late already."""
    day = project.info.report_date if project.info else None
    if day is None or plan.period is None or plan.period[0] >= day or begun(plan) is not None:
        return None
    if plan.period[1] < day:
        return Claim("plan.asked_over", {"day": day, "end": plan.period[1]})
    first = min(plan.tasks, key=lambda task: task.start)
    return Claim("plan.asked", {"day": day, "task": first, "start": first.start})


@claims("plan.trials_open")
def trials_open(plan: PlanFindings, project: Project) -> Claim | None:
    """The plan's trials that were not over when the meeting decided."""
    day = project.decision.day if project.decision and plan.chosen else None
    held = [t.measure for t in plan.trials if t.measure in plan.included]
    parts = tuple(filter(None, (trial_open(m, day) for m in held)))
    return Claim("plan.trials_open", {"day": day, "parts": parts}) if parts else None


@claims("plan.trial_open")
def trial_open(measure: Measure, day: date | None) -> Claim | None:
    """Until when a trial ran, where that is after the meeting's ``day``."""
    if day is None or measure.trial_to is None or measure.trial_to <= day:
        return None
    return Claim("plan.trial_open", {"measure": measure, "end": measure.trial_to})
