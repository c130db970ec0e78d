"""Branches that run side by side: which steps each has, and where they meet again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..schema.choices import StepKind
from ..schema.survey import Step


class Edge(Struct, frozen=True):
    """One way out. ``share`` is a fraction, None where not given (a single way out has 1)."""

    source: str
    target: str
    result: str | None
    share: float | None


class Fork(Struct, frozen=True):
    """A fork with its branches, a branch each: its first step, its steps, the joins at the fork's own level.

    ``meeting`` is the first step that all branches lead to, a join in a sound flow; None where there is none: then
    a branch goes on to its end.
    """

    key: str
    firsts: tuple[str, ...]
    branches: tuple[frozenset[str], ...]
    joins: tuple[frozenset[str], ...]
    meeting: str | None


def forks(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge]) -> tuple[Fork, ...]:
    """Every fork of a flow; a way back leaves a branch and is not followed."""
    kinds = {step.id: step.kind for step in steps}
    out: dict[str, list[str]] = {}
    for edge in edges:
        if edge not in loops:
            out.setdefault(edge.source, []).append(edge.target)
    found = []
    for step in steps:
        if step.kind is StepKind.FORK:
            firsts = tuple(out.get(step.id, ()))
            meeting = _meeting(firsts, out, kinds)
            branches = tuple(_ahead(first, out, meeting) for first in firsts)
            found.append(Fork(step.id, firsts, branches, tuple(_joins(first, out, kinds) for first in firsts), meeting))
    return tuple(found)


def _ahead(first: str, out: Mapping[str, Sequence[str]], stop: str | None = None) -> frozenset[str]:
    """The steps from ``first`` on, ``stop`` and what only follows it left out."""
    seen: set[str] = set()
    queue = [first]
    while queue:
        key = queue.pop()
        if key != stop and key not in seen:
            seen.add(key)
            queue += out.get(key, ())
    return frozenset(seen)


def _meeting(firsts: Sequence[str], out: Mapping[str, Sequence[str]], kinds: Mapping[str, StepKind]) -> str | None:
    """The first step that lies ahead of all branches; of several the join that all of them lead to."""
    ahead = [_ahead(first, out) for first in firsts]
    common = frozenset.intersection(*ahead) if ahead else frozenset()
    later = {key for step in common for key in out.get(step, ())}
    found = [key for key in common if key not in later]
    if len(found) > 1:
        joins = [key for key in common if kinds[key] is StepKind.JOIN]
        found = [key for key in joins if all(key == other or other in _ahead(key, out) for other in joins)]
    return found[0] if len(found) == 1 else None


def _joins(first: str, out: Mapping[str, Sequence[str]], kinds: Mapping[str, StepKind]) -> frozenset[str]:
    """The joins that the branch which begins with ``first`` ends at."""
    seen: set[tuple[str, int]] = set()
    joins: set[str] = set()
    queue = [(first, 0)]
    while queue:
        key, depth = queue.pop()
        if kinds[key] is StepKind.JOIN and depth == 0:
            joins.add(key)
        elif (key, depth) not in seen:
            seen.add((key, depth))
            inner = depth + (kinds[key] is StepKind.FORK) - (kinds[key] is StepKind.JOIN)
            queue += [(ahead, inner) for ahead in out.get(key, ())]
    return frozenset(joins)
