"""FD4xx: a flow can be walked from its start to its end, and its shares add up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import isclose

from msgspec import Struct

from ..analysis.flow import edges_of
from ..analysis.flow_parallel import Edge
from ..analysis.flow_parallel import forks as forks_of
from ..analysis.flow_times import Clock
from ..analysis.flow_ways import back_edges, rework
from ..analysis.options import flows
from ..diagnostics import Diagnostic, Place
from ..project import Project
from ..schema.choices import StepKind, TimeUnit, ValueType, YesNo
from ..schema.survey import Step
from .base import at_row, made, rule

_FLOWS = ("steps", "to_be")


class _Flow(Struct, frozen=True):
    """One flow: its sheet, its steps, and the row that stands for it where a sheet holds several."""

    sheet: str
    steps: Sequence[Step]
    own: Step | None = None

    def fault(self, project: Project, code: str, **values: object) -> Diagnostic:
        """A diagnostic about the flow as a whole."""
        own = self.own
        place = project.place(own, "alternatives") if own else project.sheet_place(self.sheet)
        return made(code, place, (), values)


def _flows(project: Project) -> Iterator[_Flow]:
    """The flows that are whole: with a faulty row left out, a flow would seem broken where it is not.

    Each alternative's to-be flow is one: the rows of all of them together are none.
    """
    if project.steps and "steps" not in project.faulty:
        yield _Flow("steps", project.steps)
    if "to_be" in project.faulty:
        return
    told: list[Sequence[Step]] = []
    several = any(step.alternatives for step in project.to_be)
    for alternative, steps in flows(project):
        if steps not in told:
            told.append(steps)
            marked = [s for s in steps if alternative and alternative.id in s.alternatives]
            own = min(marked, key=lambda s: len(s.alternatives), default=steps[0])
            yield _Flow("to_be", steps, own if several else None)


FlowRule = Callable[[Project, _Flow], Iterator[Diagnostic]]


def _flow_rule(**columns: str) -> Callable[[FlowRule], FlowRule]:
    """Register a rule that runs over each flow; a row of several alternatives is told once.

    ``columns`` are the codes it gives and the columns of the flow that they point to; empty is the flow as a whole.
    """
    places = {
        code: " ".join(f"{sheet}.{column}" for sheet in _FLOWS for column in named.split() or [""])
        for code, named in columns.items()
    }

    def register(function: FlowRule) -> FlowRule:
        @rule(**places)
        def run(project: Project) -> Iterator[Diagnostic]:
            told: set[tuple[str, Place]] = set()
            for flow in _flows(project):
                for found in function(project, flow):
                    if (found.code, found.place) not in told:
                        told.add((found.code, found.place))
                        yield found

        return function

    return register


@_flow_rule(FD401="", FD402="", FD410="kind")
def start_and_end(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD401, FD402, FD410: one start, at least one end."""
    starts = [s for s in flow.steps if s.kind is StepKind.START]
    if not starts:
        yield flow.fault(project, "FD401")
    if len(starts) > 1:
        keys = ", ".join(s.id for s in starts)
        yield at_row(project, "FD410", starts[1], found=keys, count=len(starts))
    if not any(s.kind is StepKind.END for s in flow.steps):
        yield flow.fault(project, "FD402")


@_flow_rule(FD403="id", FD404="exits", FD414="exits")
def reachable(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD403, FD404, FD414: every step is met, and from every step an end is reached."""
    edges = edges_of(flow.steps)
    starts = {s.id for s in flow.steps if s.kind is StepKind.START}
    ends = {s.id for s in flow.steps if s.kind is StepKind.END}
    ahead = _reach(starts, [(e.source, e.target) for e in edges]) if starts else {s.id for s in flow.steps}
    back = _reach(ends, [(e.target, e.source) for e in edges]) if ends else {s.id for s in flow.steps}
    leaving = {e.source for e in edges}
    for step in flow.steps:
        if step.id not in ahead:
            yield at_row(project, "FD403", step, found=f"{step.id} {step.name}")
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


@_flow_rule(FD405="exits", FD406="exits", FD407="exits", FD408="exits")
def ways_out(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD405 to FD408: a decision's ways out, their results and shares."""
    for step in flow.steps:
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
            yield at_row(project, "FD405", step, "exits[1].share", step=step.id, found=f"{sum(given) * 100:.4g}%")


@_flow_rule(FD409="value")
def value_types(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD409: an approval or a rework step is not value-adding."""
    edges = edges_of(flow.steps)
    again = rework(flow.steps, edges, back_edges(flow.steps, edges))
    for step in flow.steps:
        if step.value is ValueType.VALUE_ADDING and (step.approval is YesNo.YES or step.id in again):
            yield at_row(project, "FD409", step, step=f"{step.id} {step.name}")


@_flow_rule(FD411="touch", FD413="")
def durations(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD411, FD413: activities have durations; one clock a flow."""
    for step in flow.steps:
        if step.kind is StepKind.ACTIVITY and step.touch is None and step.wait is None:
            yield at_row(project, "FD411", step, step=f"{step.id} {step.name}")
    clocks = {clock for step in flow.steps for clock in _clocks(step)}
    if len(clocks) > 1:
        days = [s.id for s in flow.steps if "calendar" in _clocks(s)]
        yield flow.fault(project, "FD413", found=", ".join(days))


def _clocks(step: Step) -> set[Clock]:
    pairs = ((step.touch, step.touch_unit), (step.wait, step.wait_unit))
    return {"calendar" if unit is TimeUnit.DAYS else "working" for value, unit in pairs if value and unit}


@_flow_rule(FD412="kind")
def forks(project: Project, flow: _Flow) -> Iterator[Diagnostic]:
    """FD412: as many joins as forks; said at a fork that no join closes, or a join that closes none."""
    split = [s for s in flow.steps if s.kind is StepKind.FORK]
    joined = [s for s in flow.steps if s.kind is StepKind.JOIN]
    if len(split) == len(joined):
        return
    edges = edges_of(flow.steps)
    held = forks_of(flow.steps, edges, back_edges(flow.steps, edges))
    open_forks = {fork.key for fork in held if fork.branches and not any(fork.joins)}
    closing = {key for fork in held for keys in fork.joins for key in keys}
    wrong = [s for s in split if s.id in open_forks] + [s for s in joined if s.id not in closing]
    at = (wrong or split or joined)[0]
    yield at_row(project, "FD412", at, forks=len(split), joins=len(joined))
