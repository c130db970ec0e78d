"""Claims about what the plan leaves open: no task, no measure, no date, nobody responsible, too late, too early."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import Adoption
from ..claim import Claim, claims
from ..facts import tally
from ..gaps import Late, Wait, unscheduled
from ..money import ids
from ..plan import PlanFindings
from .named import named
from .trials import against as contradicted


@claims("plan.untasked")
def untasked(plan: PlanFindings) -> Claim | None:
    """Measures without a task."""
    held = plan.open.untasked
    if not held:
        return None
    n = tally("plan.untasked", held, "measures", ("id",), ids(plan.included))
    return Claim("plan.untasked", {"n": n, "names": named(held)})


@claims("plan.unserved")
def unserved(plan: PlanFindings) -> Claim | None:
    """Objectives without a measure."""
    held = plan.open.unserved
    if not held:
        return None
    n = tally("plan.unserved", held, "goals", ("id",), ids(plan.included))
    return Claim("plan.unserved", {"n": n, "names": named(held)})


@claims("plan.unmoved")
def unmoved(plan: PlanFindings) -> Claim | None:
    """Matters whose post is the same before and after: they are no change of duties."""
    held = tuple(duty.matter for duty in plan.open.unmoved)
    return Claim("plan.unmoved", {"names": held}) if held else None


@claims("plan.unplanned")
def unplanned(plan: PlanFindings) -> Claim | None:
    """Issues put into the plan that have no root cause and so no measure."""
    held = plan.open.unplanned
    if not held:
        return None
    n = tally("plan.unplanned", held, "issues", ("treatment",), ids(plan.included))
    return Claim("plan.unplanned", {"n": n, "names": named(held)})


@claims("plan.pending", "plan.pending_all")
def pending(plan: PlanFindings) -> Claim | None:
    """Measures of the plan whose adoption is not decided, where it is filled at all and the choice is made."""
    if plan.undecided or not plan.coverage.decided:
        return None
    held = [m for m in plan.included if m.adoption in (None, Adoption.PENDING)]
    if not held:
        return None
    n = tally("plan.pending", held, "measures", ("adoption",), ids(plan.included))
    if len(held) == len(plan.included) > 1:
        return Claim("plan.pending_all", {"n": n})
    return Claim("plan.pending", {"n": n, "names": named(held)})


@claims("plan.unanswered")
def unanswered(plan: PlanFindings) -> Claim | None:
    """Issues to be solved in this round that have measures, of which none counts."""
    held = plan.open.unanswered
    if not held:
        return None
    n = tally("plan.unanswered", held, "issues", ("treatment",), ids(plan.included))
    return Claim("plan.unanswered", {"n": n, "names": named(held)})


@claims("plan.verdicts")
def verdicts(plan: PlanFindings) -> Claim | None:
    """Measures of the plan whose verdict in trial goes against their own figures."""
    held = {m.id for m in plan.included}
    against = [t.measure for t in plan.trials if t.measure.id in held and contradicted(t) is not None]
    return Claim("plan.verdicts", {"names": named(against)}) if against else None


@claims("plan.undated", "plan.undated_all")
def undated(plan: PlanFindings) -> Claim | None:
    """That no tool says by when it is there: the only one, or none of several."""
    if not plan.tools or any(tool.due for tool in plan.tools):
        return None
    return Claim("plan.undated" if len(plan.tools) == 1 else "plan.undated_all")


@claims("plan.unbudgeted", "plan.unbudgeted_all")
def unbudgeted(plan: PlanFindings) -> Claim | None:
    """That no tool has a budget: the only one, or none of several."""
    if not plan.tools or any(tool.budget is not None for tool in plan.tools):
        return None
    return Claim("plan.unbudgeted" if len(plan.tools) == 1 else "plan.unbudgeted_all")


@claims("plan.late_end")
def late_end(plan: PlanFindings) -> Claim | None:
    """Tools that come after the plan's end."""
    held = [late for late in plan.open.late if late.end]
    if not held:
        return None
    return Claim("plan.late_end", {"names": named([late.tool for late in held]), "end": held[0].task.finish})


@claims("plan.late_task")
def late_task(plan: PlanFindings) -> Claim | None:
    """Tools that come after the last task they are for."""
    parts = tuple(filter(None, map(late_part, plan.open.late)))
    return Claim("plan.late_task", {"parts": parts}) if parts else None


@claims("plan.late_part")
def late_part(held: Late) -> Claim | None:
    """When a tool comes and when the last task it is for is done."""
    if held.end:
        return None
    slots = {"tool": held.tool, "due": held.due, "task": held.task, "finish": held.task.finish}
    return Claim("plan.late_part", slots)


@claims("plan.early")
def early(plan: PlanFindings) -> Claim | None:
    """Tasks that start before a task they wait for is done."""
    parts = tuple(filter(None, map(early_part, plan.open.waits)))
    return Claim("plan.early", {"parts": parts}) if parts else None


@claims("plan.early_part")
def early_part(held: Wait) -> Claim | None:
    """When a task starts and when the one it waits for is done, where that is later."""
    if held.task.start >= held.before.finish:
        return None
    return Claim("plan.early_part", {
        "task": held.task, "start": held.task.start, "before": held.before, "finish": held.before.finish,
    })  # fmt: skip


@claims("plan.overdue")
def overdue(plan: PlanFindings) -> Claim | None:
    """Objectives that are due before the plan's work is done."""
    held = plan.open.overdue
    if not held or plan.period is None:
        return None
    n = tally("plan.overdue", held, "goals", ("due",), ids(plan.included))
    return Claim("plan.overdue", {"n": n, "names": named(held), "end": plan.period[1]})


@claims("plan.begun", "plan.begun_done", "plan.over")
def begun(plan: PlanFindings) -> Claim | None:
    """That work had begun, or was over, when the meeting decided on it."""
    held = plan.open.begun
    if held is None:
        return None
    last = max(task.finish for task in plan.tasks)
    if held.over:
        return Claim("plan.over", {"day": held.day, "end": last})
    if held.task.finish < held.day:
        return Claim("plan.begun_done", {"day": held.day, "task": held.task, "finish": held.task.finish})
    return Claim("plan.begun", {"day": held.day, "task": held.task, "start": held.task.start})


@claims("plan.unowned", "plan.unowned_one", "plan.unowned_all")
def unowned(plan: PlanFindings) -> Claim | None:
    """Risks that nobody is responsible for."""
    held = plan.open.unowned
    if not held:
        return None
    if len(held) == len(plan.risks):
        return Claim("plan.unowned_one" if len(held) == 1 else "plan.unowned_all")
    return Claim("plan.unowned", {"n": tally("plan.unowned", held, "risks", ("post",)), "names": named(held)})


@claims("plan.unscheduled")
def conditions(plan: PlanFindings, held: Sequence[str]) -> Claim | None:
    """Conditions of the decision that no task takes up."""
    missing = unscheduled(held, plan.tasks)
    return Claim("plan.unscheduled", {"texts": missing}) if missing else None


@claims("plan.unscheduled_all")
def taskless(plan: PlanFindings) -> Claim | None:
    """That there is no schedule."""
    return Claim("plan.unscheduled_all") if not plan.tasks else None
