"""FD8xx: every root cause is answered, and the plan fits together."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.chain import unanswered, unused
from ..analysis.flow_diff import Change, FlowDiff, compare
from ..analysis.flow_passing import Passage
from ..analysis.options import flows as flows_to_be
from ..diagnostics import Diagnostic, Place
from ..project import Project
from ..schema.choices import Adoption, Trial
from ..schema.improve import Alternative
from .base import at_row, at_sheet, rule


def chosen(project: Project) -> Alternative | None:
    """The alternative the decision adopts."""
    key = project.decision.adopted if project.decision else None
    return next((a for a in project.alternatives if a.id == key), None)


@rule(FD801="roots.id")
def answered(project: Project) -> Iterator[Diagnostic]:
    """FD801: every root cause has a measure. 不采纳 is an answer too: it is no gap."""
    if not project.measures or "measures" in project.faulty:
        return
    for root in unanswered(project.roots, project.measures):
        yield at_row(project, "FD801", root, root=root.id)


@rule(FD802="measures.adoption", FD807="alternatives.measures", FD808="alternatives.measures")
def gathered(project: Project) -> Iterator[Diagnostic]:
    """FD802, FD807, FD808: adopted measures stand in an alternative, failed and rejected ones should not."""
    if not project.alternatives or "alternatives" in project.faulty:
        return
    for measure in unused(project.measures, project.alternatives):
        yield at_row(project, "FD802", measure, measure=measure.id)
    by_id = {m.id: m for m in project.measures}
    for alternative in project.alternatives:
        for key in alternative.measures:
            held = by_id.get(key)
            if held and held.trial is Trial.FAILED:
                yield at_row(project, "FD807", alternative, measure=key, alternative=alternative.id)
            if held and held.adoption is Adoption.REJECTED:
                yield at_row(project, "FD808", alternative, measure=key, alternative=alternative.id)


@rule(FD813="measures.id")
def scheduled(project: Project) -> Iterator[Diagnostic]:
    """FD813: an adopted measure has a task, where there is a schedule."""
    if not project.tasks or "tasks" in project.faulty:
        return
    tasked = {key for task in project.tasks for key in task.measures}
    for measure in project.measures:
        if measure.adoption is Adoption.ADOPTED and measure.id not in tasked:
            yield at_row(project, "FD813", measure, measure=measure.id)


@rule(FD806="tasks.start")
def schedule(project: Project) -> Iterator[Diagnostic]:
    """FD806: tasks wait for what they follow."""
    tasks = {t.id: t for t in project.tasks}
    for task in project.tasks:
        for key in task.after:
            before = tasks.get(key)
            if before is not None and task.start < before.finish:
                yield at_row(
                    project, "FD806", task, others=[(before, "finish")], task=task.id, before=key,
                    found=task.start, limit=before.finish,
                )  # fmt: skip


@rule(
    FD804="to_be.", FD805="steps.regulation", FD810="to_be.", FD814="to_be.measures", FD835="steps.regulation",
    FD836="steps.regulation",
)  # fmt: skip
def to_be(project: Project) -> Iterator[Diagnostic]:
    """FD804, FD805, FD810, FD814, FD835, FD836: the chosen alternative's flow and its changes; before the choice, each
    one's.
    """
    choice = chosen(project)
    flows = [flow for owner, flow in flows_to_be(project) if choice is None or owner in (None, choice)]
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
    if diff.same:
        yield at_sheet(project, "FD810", "to_be")
    for old in diff.regulated:
        yield at_row(project, "FD805", old, step=f"{old.id} {old.name}", found=old.regulation)
    for passage in diff.passages:
        if passage.step.regulation:
            yield _less(project, passage)
    for item in diff.steps:
        new = item.step
        if new is not None and Change.ADDED in item.changes and not new.measures and project.measures:
            yield at_row(project, "FD814", new, step=f"{new.id} {new.name}")


def _less(project: Project, passage: Passage) -> Diagnostic:
    """FD835, FD836: a step that law or internal control asks for and that cases go round, or that fewer meet."""
    old = passage.step
    named, rule_text = f"{old.id} {old.name}", old.regulation
    if passage.avoided:
        return at_row(project, "FD835", old, step=named, found=rule_text)
    before, after = (f"{100 * (share or 0.0):.3g}%" for share in (passage.before, passage.after))
    return at_row(project, "FD836", old, step=named, found=rule_text, before=before, after=after)
