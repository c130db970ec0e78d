"""A flow's figures: what a case goes through on average, how long it takes, where it stays.

Lead time, touch time, waiting and PCE share one basis, which the findings name: the expected visits where every
decision has shares (the linear system of branch shares, loops included), else the main path (去向1 throughout).
Between a fork and its join the lead time takes the longest branch, the touch time the sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ..schema.choices import DurationSource, StepKind, TimeUnit, ValueType, YesNo
from ..schema.survey import Step
from .flow_parallel import Edge, branches_joined, saved

Clock = Literal["working", "calendar"]
_NEXT_ALLOWED = (StepKind.START, StepKind.ACTIVITY, StepKind.JOIN)


class StepTime(Struct, frozen=True):
    """A step's own durations in working minutes (None: not given) and how often a case meets it.

    ``calendar_wait`` and ``calendar_touch`` are calendar minutes, kept apart from the working clock.
    """

    step: Step
    touch: float | None
    wait: float | None
    calendar_touch: float | None
    calendar_wait: float | None
    visits: float

    @property
    def stay(self) -> float:
        """Working minutes a case spends at the step at one visit."""
        return (self.touch or 0.0) + (self.wait or 0.0)

    @property
    def weight(self) -> float:
        """Working minutes a case spends at the step over all its visits."""
        return self.stay * self.visits


class FlowFindings(Struct, frozen=True):
    """The figures of one flow; durations in working minutes unless named calendar.

    ``lead`` is touch plus waiting along the basis, the longest branch where branches run side by side. ``pce`` is
    None without durations or without value types. ``loops`` are the edges that lead back to a step met before.
    """

    basis: Literal["expected", "main"]
    times: tuple[StepTime, ...]
    edges: tuple[Edge, ...]
    loops: tuple[Edge, ...]
    lead: float
    touch: float
    wait: float
    calendar: float
    pce: float | None
    handoffs: int
    approvals: int
    customer_actions: int
    decisions: int
    systems: int
    longest: StepTime | None
    estimated: int
    timed: int
    by_post: tuple[tuple[str, float, float], ...]  # post, touch, wait: working minutes a case
    value_minutes: Mapping[ValueType, float]
    main_path: tuple[str, ...]

    def time(self, key: str) -> StepTime:
        """The times of step ``key``; raises KeyError."""
        for time in self.times:
            if time.step.id == key:
                return time
        raise KeyError(key)


def edges_of(steps: Sequence[Step]) -> tuple[Edge, ...]:
    """Every way out, with blank targets filled by the next row (not for decisions, forks and ends)."""
    edges: list[Edge] = []
    for number, step in enumerate(steps):
        following = steps[number + 1].id if number + 1 < len(steps) else None
        exits = [e for e in step.exits if e.target]
        for way in exits:
            share = way.share if len(exits) > 1 or way.share is not None else 1.0
            edges.append(Edge(step.id, way.target or "", way.result, share))
        if not exits and following and step.kind in _NEXT_ALLOWED:
            edges.append(Edge(step.id, following, None, 1.0))
    known = {step.id for step in steps}
    return tuple(edge for edge in edges if edge.target in known)


def working_minutes(value: float | None, unit: TimeUnit | None, hours_per_day: float) -> float | None:
    """A duration in working minutes; None for blank or for calendar days."""
    if value is None or unit is None or unit is TimeUnit.DAYS:
        return None
    return value * {TimeUnit.MINUTES: 1.0, TimeUnit.HOURS: 60.0, TimeUnit.WORKDAYS: 60.0 * hours_per_day}[unit]


def _calendar_minutes(value: float | None, unit: TimeUnit | None) -> float | None:
    return value * 1440 if value is not None and unit is TimeUnit.DAYS else None


def analyse(steps: Sequence[Step], hours_per_day: float = 8.0) -> FlowFindings | None:
    """The figures of a sound flow; None for an empty one."""
    if not steps:
        return None
    edges = edges_of(steps)
    expected = visits(steps, edges)
    main = main_path(steps, edges)
    basis: Literal["expected", "main"] = "expected" if expected else "main"
    counts = expected or {key: float(main.count(key)) for key in {step.id for step in steps}}
    times = tuple(_time(step, counts.get(step.id, 0.0), hours_per_day) for step in steps)
    touch = sum((time.touch or 0.0) * time.visits for time in times)
    loops = back_edges(steps, edges)
    lead = sum(time.weight for time in times) - saved(steps, edges, loops, {t.step.id: t.weight for t in times})
    value = _value_minutes(times)
    rated = any(time.step.value for time in times)
    return FlowFindings(
        basis=basis,
        times=times,
        edges=edges,
        loops=loops,
        lead=lead,
        touch=touch,
        wait=max(0.0, lead - touch),
        calendar=sum(((t.calendar_touch or 0.0) + (t.calendar_wait or 0.0)) * t.visits for t in times),
        pce=value.get(ValueType.VALUE_ADDING, 0.0) / lead if lead > 0 and rated else None,
        handoffs=handoffs(steps, edges, main),
        approvals=sum(step.approval is YesNo.YES for step in steps),
        customer_actions=sum(step.customer is YesNo.YES for step in steps),
        decisions=sum(step.kind is StepKind.DECISION for step in steps),
        systems=len({step.system for step in steps if step.system}),
        longest=max((t for t in times if t.weight > 0), key=lambda t: t.weight, default=None),
        estimated=sum(_timed(t) and t.step.source is DurationSource.ESTIMATE for t in times),
        timed=sum(_timed(t) for t in times),
        by_post=_by_post(times),
        value_minutes=value,
        main_path=main,
    )


def _time(step: Step, count: float, hours: float) -> StepTime:
    return StepTime(
        step,
        working_minutes(step.touch, step.touch_unit, hours),
        working_minutes(step.wait, step.wait_unit, hours),
        _calendar_minutes(step.touch, step.touch_unit),
        _calendar_minutes(step.wait, step.wait_unit),
        count,
    )


def _timed(time: StepTime) -> bool:
    return any(v is not None for v in (time.touch, time.wait, time.calendar_touch, time.calendar_wait))


def _value_minutes(times: Sequence[StepTime]) -> dict[ValueType, float]:
    """Touch minutes a case by value type; waiting adds no value whatever the step's type."""
    found: dict[ValueType, float] = {}
    for time in times:
        if time.step.value is not None:
            minutes = (time.touch or 0.0) * time.visits
            found[time.step.value] = found.get(time.step.value, 0.0) + minutes
    return found


def _by_post(times: Sequence[StepTime]) -> tuple[tuple[str, float, float], ...]:
    posts = dict.fromkeys(time.step.post for time in times)
    return tuple(
        (
            post,
            sum((t.touch or 0.0) * t.visits for t in times if t.step.post == post),
            sum((t.wait or 0.0) * t.visits for t in times if t.step.post == post),
        )
        for post in posts
    )


def visits(steps: Sequence[Step], edges: Sequence[Edge]) -> dict[str, float] | None:
    """How often a case meets each step: v = e + Pᵀv, solved by elimination.

    None where a decision lacks shares, or where a loop never ends (the system has no finite solution). Every branch
    of a fork is met; a join is met as often as its fork, not once a branch.
    """
    keys = [step.id for step in steps]
    kinds = {step.id: step.kind for step in steps}
    at = {key: n for n, key in enumerate(keys)}
    starts = [s.id for s in steps if s.kind is StepKind.START] or keys[:1]
    size = len(keys)
    matrix = [[float(i == j) for j in range(size)] + [0.0] for i in range(size)]
    for key in starts:
        matrix[at[key]][size] = 1.0 / len(starts)
    parallel = branches_joined(steps, edges, back_edges(steps, edges))
    for edge in edges:
        share = edge.share
        if kinds[edge.source] is StepKind.FORK:
            share = 1.0
        if share is None:
            return None
        if kinds[edge.target] is StepKind.JOIN:
            share /= parallel.get(edge.target, 1)
        matrix[at[edge.target]][at[edge.source]] -= share
    solution = _solve(matrix)
    if solution is None or any(value < -1e-9 or value > 1e6 for value in solution):
        return None
    return dict(zip(keys, (max(0.0, value) for value in solution)))


def _solve(matrix: list[list[float]]) -> list[float] | None:
    """Gauss elimination with partial pivoting on an augmented matrix, in place; None where it is singular."""
    size = len(matrix)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(matrix[row][column]))
        if abs(matrix[pivot][column]) < 1e-12:
            return None
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        for row in range(size):
            factor = matrix[row][column] / matrix[column][column] if row != column else 0.0
            if factor:
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[column])]
    return [matrix[row][size] / matrix[row][row] for row in range(size)]


def main_path(steps: Sequence[Step], edges: Sequence[Edge]) -> tuple[str, ...]:
    """The steps met from the start by always taking 去向1; parallel branches in turn, up to their join."""
    out: dict[str, list[str]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge.target)
    kinds = {step.id: step.kind for step in steps}
    start = next((s.id for s in steps if s.kind is StepKind.START), steps[0].id)
    path: list[str] = []
    waiting = [start]
    while waiting:
        key = waiting.pop(0)
        if key in path:
            continue
        path.append(key)
        ahead = out.get(key, [])
        waiting = [*ahead, *waiting] if kinds[key] is StepKind.FORK else [*ahead[:1], *waiting]
        joins = [k for k in waiting if kinds[k] is StepKind.JOIN]
        if len(waiting) > 1 and waiting[0] in joins:  # the other branches come before what follows the join
            waiting = [*waiting[1:], waiting[0]]
    return tuple(path)


def handoffs(steps: Sequence[Step], edges: Sequence[Edge], path: Sequence[str]) -> int:
    """Times the responsible post changes along ``path``: over 去向1 of its steps, over all branches of a fork."""
    held = {step.id: step for step in steps}
    at = {key: n for n, key in enumerate(path)}
    out: dict[str, list[str]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge.target)
    travelled = [
        (key, ahead)
        for key in path
        for ahead in out.get(key, [])[: None if held[key].kind is StepKind.FORK else 1]
        if at.get(ahead, -1) > at[key]
    ]
    return sum(held[one].post != held[two].post for one, two in travelled)


def back_edges(steps: Sequence[Step], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges that close a loop, found by a walk in depth from the start in the order of the rows."""
    out: dict[str, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge)
    state: dict[str, int] = {}
    found: list[Edge] = []
    roots = [s.id for s in steps if s.kind is StepKind.START] + [s.id for s in steps]
    for root in roots:
        if root in state:
            continue
        stack = [(root, iter(out.get(root, [])))]
        state[root] = 1
        while stack:
            key, ways = stack[-1]
            ahead = next(ways, None)
            if ahead is None:
                state[key] = 2
                stack.pop()
            elif state.get(ahead.target) == 1:
                found.append(ahead)
            elif ahead.target not in state:
                state[ahead.target] = 1
                stack.append((ahead.target, iter(out.get(ahead.target, []))))
    return tuple(edge for edge in edges if edge in found)
