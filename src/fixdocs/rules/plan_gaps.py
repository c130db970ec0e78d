"""FD820 to FD825: what a trial's verdict hides, and what the plan leaves open. The plan's report says the same."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis import gaps
from ..analysis.benefit import trials
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Adoption
from .base import at_row, rule


@rule(FD820="measures.trial", FD821="measures.after")
def verdicts(project: Project) -> Iterator[Diagnostic]:
    """FD820, FD821: a trial's verdict agrees with its own figures and with the target."""
    for held in trials(project.goals, project.measures, project.indicators):
        if held.against is None or held.after is None:
            continue
        key, after = held.measure.id, f"{held.after:g}"
        if held.against == "effective_misses" and held.target is not None:
            yield at_row(project, "FD821", held.measure, measure=key, found=after, target=f"{held.target:g}")
        elif held.before is not None:
            others = [(held.measure, "before"), (held.measure, "after")]
            yield at_row(project, "FD820", held.measure, others=others, measure=key, before=f"{held.before:g}",
                         found=after)  # fmt: skip


@rule(FD822="goals.id")
def served(project: Project) -> Iterator[Diagnostic]:
    """FD822: every objective has a measure, once there are measures."""
    if not project.measures or "measures" in project.faulty:
        return
    held = [m for m in project.measures if m.adoption is not Adoption.REJECTED]
    for goal in gaps.unserved(project.goals, held):
        yield at_row(project, "FD822", goal, goal=goal.id)


@rule(FD823="tools.due")
def in_time(project: Project) -> Iterator[Diagnostic]:
    """FD823: a tool is there before the work it is for is done."""
    if "tasks" in project.faulty:
        return
    for late in gaps.late(project.tools, project.tasks):
        yield at_row(project, "FD823", late.tool, others=[(late.task, "finish")], tool=late.tool.id, found=late.due,
                     task=late.task.id, limit=late.task.finish)  # fmt: skip


@rule(FD824="decision.day")
def decided_first(project: Project) -> Iterator[Diagnostic]:
    """FD824: it is decided before the work begins."""
    decision = project.decision
    if decision is None or "tasks" in project.faulty:
        return
    if held := gaps.begun(decision.day, project.tasks):
        yield at_row(project, "FD824", decision, others=[(held.task, "start")], found=held.day, task=held.task.id,
                     begin=held.task.start)  # fmt: skip


@rule(FD825="risks.id")
def owned(project: Project) -> Iterator[Diagnostic]:
    """FD825: a risk has somebody who answers for it."""
    for risk in gaps.unowned(project.risks):
        yield at_row(project, "FD825", risk, risk=risk.id)
