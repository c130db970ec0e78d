"""FD4xx: a flow can be walked from its start to its end, and its shares add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from ..analysis.flow import Clock, Edge, back_edges, edges_of
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import StepKind, TimeUnit, ValueType, YesNo
from ..schema.survey import Step
from .base import at_row, at_sheet, rule


def _flows(project: Project) -> Iterator[tuple[str, Sequence[Step]]]:
    """The flows that are whole: with a faulty row left out, a flow would seem broken where it is not."""
    for sheet, steps in (("steps", project.steps), ("to_be", project.to_be)):
        if steps and sheet not in project.faulty:
            yield sheet, steps


@rule
def start_and_end(project: Project) -> Iterator[Diagnostic]:
    """FD401, FD402, FD410: one start, at least one end."""
    for sheet, steps in _flows(project):
        starts = [s for s in steps if s.kind is StepKind.START]
        if not starts:
            yield at_sheet(project, "FD401", sheet)
        if len(starts) > 1:
            keys = ", ".join(s.id for s in starts)
            yield at_row(project, "FD410", starts[1], "kind", found=keys, count=len(starts))
        if not any(s.kind is StepKind.END for s in steps):
            yield at_sheet(project, "FD402", sheet)


@rule
def reachable(project: Project) -> Iterator[Diagnostic]:
    """FD403, FD404, FD414: every step is met, and from every step an end is reached."""
    for _, steps in _flows(project):
        edges = edges_of(steps)
        starts = {s.id for s in steps if s.kind is StepKind.START}
        ends = {s.id for s in steps if s.kind is StepKind.END}
        ahead = _reach(starts, [(e.source, e.target) for e in edges]) if starts else {s.id for s in steps}
        back = _reach(ends, [(e.target, e.source) for e in edges]) if ends else {s.id for s in steps}
        leaving = {e.source for e in edges}
        for step in steps:
            if step.id not in ahead:
                yield at_row(project, "FD403", step, "id", found=f"{step.id} {step.name}")
            if step.kind is not StepKind.END and step.id not in leaving:
                yield at_row(project, "FD404", step, "exits[1].target", found=f"{step.id} {step.name}")
            elif step.id not in back and step.id in ahead and not _leads_to_dead_end(step.id, edges, leaving, ends):
                yield at_row(project, "FD414", step, "exits[1].target", found=f"{step.id} {step.name}")


def _reach(begin: set[str], pairs: Sequence[tuple[str, str]]) -> set[str]:
    out: dict[str, list[str]] = {}
    for one, two in pairs:
        out.setdefault(one, []).append(two)
    seen, queue = set(begin), list(begin)
    while queue:
        for key in out.get(queue.pop(), []):
            if key not in seen:
                seen.add(key)
                queue.append(key)
    return seen


def _leads_to_dead_end(key: str, edges: Sequence[Edge], leaving: set[str], ends: set[str]) -> bool:
    """Whether the fault is a dead end further on, which is named itself."""
    return any(k not in leaving and k not in ends for k in _reach({key}, [(e.source, e.target) for e in edges]))


@rule
def ways_out(project: Project) -> Iterator[Diagnostic]:
    """FD405 to FD408: a decision's ways out, their results and shares."""
    for _, steps in _flows(project):
        for step in steps:
            ways = [e for e in step.exits if e.target]
            if step.kind is StepKind.DECISION:
                if len(ways) < 2:
                    yield at_row(project, "FD407", step, "exits[1].target", found=len(ways), step=step.id)
                for number, way in enumerate(step.exits, 1):
                    if way.target and not way.result:
                        yield at_row(project, "FD408", step, f"exits[{number}].result", step=step.id)
            given = [way.share for way in ways if way.share is not None]
            if not given or step.kind is StepKind.FORK:
                continue
            if len(given) < len(ways):
                blank = next(n for n, w in enumerate(step.exits, 1) if w.target and w.share is None)
                yield at_row(project, "FD406", step, f"exits[{blank}].share", step=step.id)
            elif not isclose(sum(given), 1.0, abs_tol=0.005):
                yield at_row(
                    project, "FD405", step, "exits[1].share", step=step.id, found=f"{sum(given) * 100:.4g}%"
                )


@rule
def value_types(project: Project) -> Iterator[Diagnostic]:
    """FD409: an approval or a rework step is not value-adding."""
    for _, steps in _flows(project):
        again = {e.target for e in back_edges(steps, edges_of(steps))}
        for step in steps:
            if step.value is not ValueType.VALUE_ADDING:
                continue
            if step.approval is YesNo.YES or (step.id in again and _only_rework(step, steps)):
                yield at_row(project, "FD409", step, "value", step=f"{step.id} {step.name}")


def _only_rework(step: Step, steps: Sequence[Step]) -> bool:
    """Whether a step is met through a loop only: no way forward leads to it."""
    edges = edges_of(steps)
    loops = back_edges(steps, edges)
    return not any(e.target == step.id and e not in loops for e in edges)


@rule
def durations(project: Project) -> Iterator[Diagnostic]:
    """FD411, FD413: activities have durations; one clock a flow."""
    for sheet, steps in _flows(project):
        for step in steps:
            if step.kind is StepKind.ACTIVITY and step.touch is None and step.wait is None:
                yield at_row(project, "FD411", step, "touch", step=f"{step.id} {step.name}")
        clocks = {clock for step in steps for clock in _clocks(step)}
        if len(clocks) > 1:
            days = [s.id for s in steps if "calendar" in _clocks(s)]
            yield at_sheet(project, "FD413", sheet, found=", ".join(days))


def _clocks(step: Step) -> set[Clock]:
    pairs = ((step.touch, step.touch_unit), (step.wait, step.wait_unit))
    return {"calendar" if unit is TimeUnit.DAYS else "working" for value, unit in pairs if value and unit}


@rule
def forks(project: Project) -> Iterator[Diagnostic]:
    """FD412: as many joins as forks."""
    for sheet, steps in _flows(project):
        split = sum(s.kind is StepKind.FORK for s in steps)
        joined = sum(s.kind is StepKind.JOIN for s in steps)
        if split != joined:
            yield at_sheet(project, "FD412", sheet, forks=split, joins=joined)
