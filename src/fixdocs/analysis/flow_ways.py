"""The ways through a flow: which edges lead back, which path is the main one, where a post hands over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..schema.choices import StepKind
from ..schema.survey import Step
from .flow_parallel import Edge


def ahead_of(edges: Iterable[Edge]) -> dict[str, list[str]]:
    """The targets of each step, in the order of its ways out."""
    out: dict[str, list[str]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge.target)
    return out


def reach(begin: Iterable[str], out: dict[str, list[str]]) -> set[str]:
    """``begin`` and every step that follows from it."""
    seen = set(begin)
    queue = list(seen)
    while queue:
        for key in out.get(queue.pop(), ()):
            if key not in seen:
                seen.add(key)
                queue.append(key)
    return seen


def rework(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge]) -> set[str]:
    """The steps on a way back only: none of their ways reaches an end without closing a loop."""
    ends = {s.id for s in steps if s.kind is StepKind.END}
    before = ahead_of(Edge(e.target, e.source, None, None) for e in edges if e not in loops)
    forward = reach(ends, before)
    return {e.source for e in edges if e.source not in forward} if ends else set()


def likeliest(edges: Sequence[Edge], loops: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges, those of each step by share from the most on where all that do not lead back have one."""
    open_ended = {edge.source for edge in edges if edge.share is None and edge not in loops}
    return tuple(sorted(edges, key=lambda e: 0.0 if e.source in open_ended else -(e.share or 0.0)))


def main_path(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge]) -> tuple[str, ...]:
    """The steps met from the start by the first of ``edges`` that does not lead back; parallel branches in turn, up to
    their join.
    """
    out = ahead_of(edge for edge in edges if edge not in loops)
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
    """Times the responsible post changes along ``path``, over all branches of a fork."""
    held = {step.id: step for step in steps}
    at = {key: n for n, key in enumerate(path)}
    out = ahead_of(edges)
    travelled = []
    for key in path:
        forward = [ahead for ahead in out.get(key, ()) if at.get(ahead, -1) > at[key]]
        travelled += [(key, ahead) for ahead in forward[: None if held[key].kind is StepKind.FORK else 1]]
    return sum(held[one].post != held[two].post for one, two in travelled)


def back_edges(steps: Sequence[Step], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges that close a loop, found by a walk in depth from the start in the order of the ways out."""
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
