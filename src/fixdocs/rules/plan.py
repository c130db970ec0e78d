"""FD8xx: every root cause is answered, and the plan fits together."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.flow_diff import Change, FlowDiff, compare
from ..analysis.plan import variants
from ..diagnostics import Diagnostic, Place
from ..project import Project
from ..schema.choices import Adoption, Trial
from ..schema.improve import Alternative
from .base import at_row, at_sheet, rule


def chosen(project: Project) -> Alternative | None:
    """The alternative the decision adopts."""
    key = project.decision.adopted if project.decision else None
    return next((a for a in project.alternatives if a.id == key), None)


@rule
def answered(project: Project) -> Iterator[Diagnostic]:
    """FD801: every root cause has a measure. 不采纳 is an answer too: it is no gap."""
    if not project.measures or "measures" in project.faulty:
        return
    met = {key for m in project.measures for key in m.roots}
    for root in project.roots:
        if root.id not in met:
            yield at_row(project, "FD801", root, "id", root=root.id)


@rule
def gathered(project: Project) -> Iterator[Diagnostic]:
    """FD802, FD807, FD808: adopted measures stand in an alternative, failed and rejected ones should not."""
    if not project.alternatives or "alternatives" in project.faulty:
        return
    used = {key for a in project.alternatives for key in a.measures}
    for measure in project.measures:
        if measure.adoption is Adoption.ADOPTED and measure.id not in used:
            yield at_row(project, "FD802", measure, "adoption", measure=measure.id)
    by_id = {m.id: m for m in project.measures}
    for alternative in project.alternatives:
        for key in alternative.measures:
            held = by_id.get(key)
            if held and held.trial is Trial.FAILED:
                yield at_row(project, "FD807", alternative, "measures", measure=key, alternative=alternative.id)
            if held and held.adoption is Adoption.REJECTED:
                yield at_row(project, "FD808", alternative, "measures", measure=key, alternative=alternative.id)


@rule
def measures(project: Project) -> Iterator[Diagnostic]:
    """FD809, FD811, FD812, FD813: reasons, bases, trial values and tasks of measures."""
    tasked = {key for task in project.tasks for key in task.measures}
    scheduled = bool(project.tasks) and "tasks" not in project.faulty
    for measure in project.measures:
        if measure.adoption is Adoption.REJECTED and not measure.reason:
            yield at_row(project, "FD809", measure, "reason", measure=measure.id)
        if measure.expected is not None and not measure.basis:
            yield at_row(project, "FD811", measure, "basis", measure=measure.id)
        tried = measure.trial in (Trial.EFFECTIVE, Trial.PARTIAL, Trial.FAILED)
        if tried and (measure.before is None or measure.after is None):
            blank = "before" if measure.before is None else "after"
            yield at_row(project, "FD812", measure, blank, measure=measure.id)
        if scheduled and measure.adoption is Adoption.ADOPTED and measure.id not in tasked:
            yield at_row(project, "FD813", measure, "id", measure=measure.id)


@rule
def schedule(project: Project) -> Iterator[Diagnostic]:
    """FD803, FD806: tasks run forwards and wait for what they follow."""
    tasks = {t.id: t for t in project.tasks}
    for task in project.tasks:
        if task.finish < task.start:
            yield at_row(
                project, "FD803", task, "finish", others=[(task, "start")], task=task.id, found=task.finish,
                begin=task.start,
            )  # fmt: skip
        for key in task.after:
            before = tasks.get(key)
            if before is not None and task.start < before.finish:
                yield at_row(
                    project, "FD806", task, "start", others=[(before, "finish")], task=task.id, before=key,
                    found=task.start, limit=before.finish,
                )  # fmt: skip


@rule
def to_be(project: Project) -> Iterator[Diagnostic]:
    """FD804, FD805, FD810, FD814: the chosen alternative's flow and its changes; before the choice, each one's."""
    choice = chosen(project)
    flows = [flow for owner, flow in variants(project.to_be, project.alternatives) if choice in (None, owner)]
    if choice is not None and not flows and "to_be" not in project.faulty:
        yield at_sheet(project, "FD804", "to_be", alternative=choice.id)
    if {"steps", "to_be"} & project.faulty:
        return
    hours = project.info.hours_per_day if project.info else 8.0
    told: set[tuple[str, Place]] = set()
    for flow in flows:
        if diff := compare(project.steps, flow, hours):
            for each in _changes(project, diff):
                if (each.code, each.place) not in told:  # a row of several alternatives
                    told.add((each.code, each.place))
                    yield each


def _changes(project: Project, diff: FlowDiff) -> Iterator[Diagnostic]:
    if not diff.changed:
        yield at_sheet(project, "FD810", "to_be")
    for gone in diff.removed:
        old = gone.origins[0]
        if old.regulation:
            yield at_row(project, "FD805", old, "regulation", step=f"{old.id} {old.name}", found=old.regulation)
    for item in diff.steps:
        new = item.step
        if new is not None and Change.ADDED in item.changes and not new.measures and project.measures:
            yield at_row(project, "FD814", new, "measures", step=f"{new.id} {new.name}")
