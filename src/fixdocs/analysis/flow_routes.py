"""Which way cases take through a flow: how many meet a step, whether all must, and where two flows part."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from math import isclose

from msgspec import Struct

from ..schema.choices import StepKind
from ..schema.improve import ToBeStep
from ..schema.survey import Step
from .flow import edges_of
from .flow_parallel import Edge

_ROUNDS, _EXACT = 20_000, 1e-13


class Routes:
    """The ways of one flow."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = {step.id: step for step in steps}
        self.edges = edges_of(steps)
        self.out: dict[str, list[Edge]] = {step.id: [] for step in steps}
        for edge in self.edges:
            if edge.share is None or edge.share > 0:
                self.out[edge.source].append(edge)
        self.starts = [s.id for s in steps if s.kind is StepKind.START] or [s.id for s in steps[:1]]

    def _fork(self, key: str) -> bool:
        return self.steps[key].kind is StepKind.FORK

    @property
    def shared(self) -> bool:
        """Whether every decision's shares are filled."""
        return all(edge.share is not None or self._fork(edge.source) for edge in self.edges)

    def must(self, keys: Collection[str]) -> bool:
        """Whether cases come to an end, and none without meeting one of the steps ``keys``.

        A case takes every branch of a fork, so that it avoids a step only where all branches do.
        """
        return self.ends() and not self.ends(keys)

    def ends(self, without: Collection[str] = ()) -> bool:
        """Whether a case can come to an end without meeting one of the steps ``without``."""
        free: set[str] = set()
        grown = True
        while grown:
            met = {key for key in self.steps if key not in without and key not in free and self._avoids(key, free)}
            grown = bool(met)
            free |= met
        return any(start in free for start in self.starts)

    def _avoids(self, key: str, free: set[str]) -> bool:
        ways = self.out[key]
        held = all if self._fork(key) else any
        return held(way.target in free for way in ways) if ways else self.steps[key].kind is StepKind.END

    def share_meeting(self, keys: Collection[str]) -> float | None:
        """The share of the cases that meet one of ``keys`` at least once; None where shares are missing.

        The smallest solution of h(v) = Σ share · h(next), with 1 at ``keys`` and the branch that leads there most
        surely at a fork, reached from below.
        """
        if not self.shared:
            return None
        held = {key: float(key in keys) for key in self.steps}
        for _ in range(_ROUNDS):
            moved = 0.0
            for key, ways in self.out.items():
                if key in keys or not ways:
                    continue
                parts = [held[way.target] * (1.0 if self._fork(key) else way.share or 0.0) for way in ways]
                value = max(parts) if self._fork(key) else sum(parts)
                moved = max(moved, value - held[key])
                held[key] = value
            if moved < _EXACT:
                break
        return sum(held[start] for start in self.starts) / len(self.starts)

    def reaches(self, source: str, target: str, without: str) -> bool:
        """Whether a way leads from one step to another that does not pass ``without``."""
        seen, queue = {source, without}, [source]
        while queue:
            for way in self.out[queue.pop()]:
                if way.target == target:
                    return True
                if way.target not in seen:
                    seen.add(way.target)
                    queue.append(way.target)
        return False


class Way(Struct, frozen=True):
    """A way out: the step, the number of its 去向 (0: blank, the next row) and where it leads, how often."""

    step: Step
    number: int
    target: Step
    result: str | None
    share: float | None


def ways(step: Step, routes: Routes) -> tuple[Way, ...]:
    """The ways out of a step."""
    numbers = {(e.target, (e.result or "").strip()): n for n, e in enumerate(step.exits, 1) if e.target}
    return tuple(
        Way(step, numbers.get((e.target, (e.result or "").strip()), 0), routes.steps[e.target],
            (e.result or "").strip() or None, e.share)
        for e in routes.edges if e.source == step.id
    )  # fmt: skip


def same_ways(
    old: Sequence[Way],
    new: Sequence[Way],
    now: Callable[[Step], Collection[str]],
    after: Callable[[Step], Step],
) -> bool | None:
    """Whether the ways out of an old step and of the one it became lead alike; None where one side lacks shares.

    ``now`` gives the new steps that an old target has become, ``after`` the first matched step behind a new target.
    """
    left = list(new)
    unknown = False
    for way in old:
        ahead = now(way.target)
        found = next((n for n in left if after(n.target).id in ahead and n.result == way.result), None)
        if found is None:
            return False
        left.remove(found)
        if way.share is None or found.share is None:
            unknown |= way.share is not found.share
        elif not isclose(way.share, found.share, abs_tol=1e-9):
            return False
    if left:
        return False
    return None if unknown else True


def past(step: Step, routes: Routes, skipped: Callable[[Step], bool]) -> Step:
    """The first step from ``step`` on that is not ``skipped``, as long as there is one way only."""
    met: set[str] = set()
    while skipped(step) and step.id not in met and len(ahead := routes.out[step.id]) == 1:
        met.add(step.id)
        step = routes.steps[ahead[0].target]
    return step


def became(after: Sequence[ToBeStep], sources: Mapping[str, Sequence[Step]]) -> dict[str, tuple[str, ...]]:
    """By old step, the new ones that come from it."""
    found: dict[str, tuple[str, ...]] = {}
    for step in after:
        for origin in sources[step.id]:
            found[origin.id] = (*found.get(origin.id, ()), step.id)
    return found
