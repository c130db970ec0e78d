"""Branches that run side by side: which joins close which forks, and how much time they save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
    """A fork with its branches, each the steps met before the join at the fork's own level, and those joins."""

    key: str
    branches: tuple[frozenset[str], ...]
    joins: tuple[frozenset[str], ...]  # a branch each


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
            walked = [_branch(first, out, kinds) for first in out.get(step.id, [])]
            found.append(Fork(step.id, tuple(w[0] for w in walked), tuple(w[1] for w in walked)))
    return tuple(found)


def _branch(
    first: str, out: Mapping[str, Sequence[str]], kinds: Mapping[str, StepKind]
) -> tuple[frozenset[str], frozenset[str]]:
    """The steps of the branch that begins with ``first``, and the joins it ends at."""
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
    return frozenset(key for key, _ in seen), frozenset(joins)


def branches_joined(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge]) -> dict[str, int]:
    """How many branches of its fork meet in each join: so many arrivals are one passage."""
    found: dict[str, int] = {}
    for fork in forks(steps, edges, loops):
        for key in frozenset[str]().union(*fork.joins):
            found[key] = max(found.get(key, 1), sum(key in joins for joins in fork.joins))
    return found


def saved(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge], weight: Mapping[str, float]) -> float:
    """The working minutes that run side by side: for each fork its branches' sum less the longest.

    A fork inside a branch shortens that branch first: its own saving is no part of the branch's length.
    """
    found = forks(steps, edges, loops)
    own = {fork.key: fork for fork in found}
    savings: dict[str, float] = {}

    def within(keys: frozenset[str], but: str) -> Iterator[str]:
        return (fork.key for fork in found if fork.key in keys and fork.key != but)

    def length(keys: frozenset[str], but: str) -> float:
        return sum(weight[key] for key in sorted(keys)) - sum(savings[key] for key in within(keys, but))

    # From the inside out: a fork within a branch of another has fewer steps in its own branches.
    for key in sorted(own, key=lambda k: (len(frozenset[str]().union(*own[k].branches)), k)):
        branches = own[key].branches
        union = frozenset[str]().union(*branches)
        savings[key] = length(union, key) - max((length(branch, key) for branch in branches), default=0.0)
    return sum(savings.values())
