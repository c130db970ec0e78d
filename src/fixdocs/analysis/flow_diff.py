"""What changes from the as-is to the to-be flow, step by step.

Steps are matched by 原步骤 (by id where blank). An old step nothing answers to is eliminated; one new step for
several old ones is combined; a new step without origin is added; a step is changed where its name, post, duration,
system, input or output differ (said which), and rearranged where it lies off the longest common order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from ..schema.improve import ToBeStep
from ..schema.survey import Step
from .flow_times import working_minutes


class Change(StrEnum):
    """The kinds of change a step can show; a step may show several."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    CHANGED = "changed"
    MOVED = "moved"


class Difference(Struct, frozen=True):
    """One attribute that differs: its key and both values (durations in working minutes)."""

    attribute: str
    before: object
    after: object


class StepChange(Struct, frozen=True):
    """A step of the to-be flow (or a removed old one) with what became of it."""

    step: ToBeStep | None
    origins: tuple[Step, ...]
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def main(self) -> Change | None:
        """The change a chart marks it with: the gravest of its changes."""
        return next((change for change in Change if change in self.changes), None)


class FlowDiff(Struct, frozen=True):
    """Every to-be step in order, the removed old steps, and how many of each kind."""

    steps: tuple[StepChange, ...]
    removed: tuple[StepChange, ...]
    counts: Mapping[Change, int]

    @property
    def changed(self) -> bool:
        """Whether anything differs at all."""
        return any(self.counts.values())


_COMPARED = ("name", "post", "system", "inputs", "outputs", "kind")


def compare(before: Sequence[Step], after: Sequence[ToBeStep], hours_per_day: float = 8.0) -> FlowDiff | None:
    """The differences; None where either flow is missing."""
    if not before or not after:
        return None
    old = {step.id: step for step in before}
    sources = {step.id: origins_of(step, old) for step in after}
    off = _off_order(before, after, sources)
    steps = tuple(_change(step, sources[step.id], step.id in off, hours_per_day) for step in after)
    used = {origin.id for origins in sources.values() for origin in origins}
    removed = tuple(StepChange(None, (step,), (Change.REMOVED,)) for step in before if step.id not in used)
    counts = {c: sum(c in s.changes for s in (*steps, *removed)) for c in Change}
    return FlowDiff(steps, removed, counts)


def origins_of(step: ToBeStep, old: Mapping[str, Step]) -> tuple[Step, ...]:
    """The old steps a new one comes from: 原步骤, else the step of the same id."""
    keys = step.origins or ((step.id,) if step.id in old else ())
    return tuple(old[key] for key in keys if key in old)


def _change(step: ToBeStep, origins: tuple[Step, ...], moved: bool, hours: float) -> StepChange:
    if not origins:
        return StepChange(step, (), (Change.ADDED,))
    changes: list[Change] = []
    differences: tuple[Difference, ...] = ()
    if len(origins) > 1:
        changes.append(Change.MERGED)
    else:
        differences = differing(origins[0], step, hours)
        if differences:
            changes.append(Change.CHANGED)
    if moved:
        changes.append(Change.MOVED)
    return StepChange(step, origins, tuple(changes), differences)


def differing(old: Step, new: Step, hours_per_day: float = 8.0) -> tuple[Difference, ...]:
    """The attributes in which two steps differ; durations are compared in working minutes."""
    found = [
        Difference(name, getattr(old, name), getattr(new, name))
        for name in _COMPARED
        if getattr(old, name) != getattr(new, name)
    ]
    for name in ("touch", "wait"):
        one, two = (working_minutes(getattr(s, name), getattr(s, f"{name}_unit"), hours_per_day) for s in (old, new))
        raw = (getattr(old, name), getattr(old, f"{name}_unit")) != (getattr(new, name), getattr(new, f"{name}_unit"))
        if (one != two) if one is not None or two is not None else raw:
            found.append(Difference(name, one, two))
    return tuple(found)


def _off_order(before: Sequence[Step], after: Sequence[ToBeStep], sources: Mapping[str, tuple[Step, ...]]) -> set[str]:
    """The to-be steps that lie off the longest common order (longest increasing run of old positions)."""
    at = {step.id: n for n, step in enumerate(before)}
    matched = [(step.id, min(at[o.id] for o in sources[step.id])) for step in after if sources[step.id]]
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for n, (_, position) in enumerate(matched):
        k = bisect_left(tails, position)
        previous.append(ends[k - 1] if k else None)
        if k == len(tails):
            tails.append(position)
            ends.append(n)
        else:
            tails[k], ends[k] = position, n
    kept: set[str] = set()
    cursor = ends[-1] if ends else None
    while cursor is not None:
        kept.add(matched[cursor][0])
        cursor = previous[cursor]
    return {key for key, _ in matched} - kept
