"""The figures of a flow before and after, and by how much they differ where the two may be held against each other.

Durations are compared where both are known throughout, on one basis and one clock, and no step has them in one of the
flows only; counts where both columns are filled throughout. Anything else stands side by side without a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ..schema.survey import Step
from . import flow as flows
from .facts import Count, Fact, Quantity, Unit, sources, whole
from .flow import FlowFindings
from .flow_diff import DURATIONS, FlowDiff
from .statistics import exact

TIMES = ("lead", "touch", "wait", "work")
COUNTS = ("steps", "handoffs", "approvals", "customer_actions", "decisions", "systems")
ALIKE = 0.05  # a difference of lead times up to this part of the earlier one is none

Way = Literal["less", "more", "same"]


class Pair(Struct, frozen=True):
    """A figure before and after. ``way`` and ``by`` are None where the two cannot be compared.

    ``by`` is how much it differs, without a sign: of durations the part of what was before, of shares percentage
    points, of counts a count.
    """

    name: str
    before: Quantity | Count | None
    after: Quantity | Count | None
    way: Way | None = None
    by: Quantity | Count | None = None


class FlowGain(Struct, frozen=True):
    """The flow called ``name`` beside the present one, ``before`` and ``after`` on one clock.

    ``lacking`` tells that a duration is filled in one of the flows only, or that the lead of one is "at least".
    """

    name: str
    before: FlowFindings
    after: FlowFindings
    pairs: tuple[Pair, ...]
    lacking: bool

    @property
    def one_basis(self) -> bool:
        """Whether both rest on the same kind of reckoning."""
        return self.before.basis == self.after.basis

    def pair(self, name: str) -> Pair:
        """One of the figures; raises KeyError."""
        for pair in self.pairs:
            if pair.name == name:
                return pair
        raise KeyError(name)

    @property
    def alike(self) -> bool:
        """Whether the lead times differ by 5 % of the earlier one at most."""
        by = self.pair("lead").by
        return by is not None and by <= ALIKE


def gain(
    before: Sequence[Step], after: Sequence[Step], found: FlowFindings, hours_per_day: float, diff: FlowDiff | None
) -> FlowGain | None:
    """The flow ``found`` of the steps ``after`` beside that of ``before``; None without one.

    ``diff`` tells which durations one of the two flows lacks.
    """
    present = flows.analyse(before, hours_per_day)
    if present is None or diff is None:
        return None
    if "calendar" in (present.clock, found.clock) and present.clock != found.clock:
        present, found = (_working(steps, hours_per_day, key, flow, lost) for steps, key, flow, lost in (
            (before, "as_is", present, ()), (after, diff.name, found, diff.lost)))  # fmt: skip
    lacking = _lacking(present, found, diff)
    pairs = [_time(key, present, found, diff.name, lacking) for key in TIMES]
    pairs.append(_time("calendar", present, found, diff.name, lacking | ({"calendar"} if lacking else set())))
    pairs.append(_share("pce", present, found, diff.name, lacking))
    pairs += [_count(key, present, found, diff.name) for key in COUNTS]
    partly = bool(lacking) or not whole(present.lead, found.lead)
    return FlowGain(diff.name, present, found, tuple(pairs), partly)


def _lacking(before: FlowFindings, after: FlowFindings, diff: FlowDiff) -> frozenset[str]:
    """The durations that a step has in one of the flows only: what rests on them is not compared."""
    held = {item.attribute for change in diff.steps for item in change.unfilled} & set(DURATIONS)
    for name in DURATIONS:
        if (getattr(before, name) is None) != (getattr(after, name) is None):
            held.add(name)
    return frozenset(held | ({"lead"} if held else set()) | ({"work"} if "touch" in held else set()))


def _working(
    steps: Sequence[Step], hours: float, name: str, found: FlowFindings, lost: Sequence[tuple[str, str]]
) -> FlowFindings:
    """The figures in working time: calendar days converted."""
    converted = flows.analyse(steps, hours, name, "mixed", lost) if found.clock == "calendar" else found
    return converted or found


def _time(key: str, before: FlowFindings, after: FlowFindings, name: str, lacking: frozenset[str]) -> Pair:
    one, two = getattr(before, key), getattr(after, key)
    if key == "work":
        one, two = _work(before, after), _work(after, before)
    if before.basis != after.basis or not whole(one, two) or not one or key in lacking:
        return Pair(key, one, two)
    return _pair(key, one, two, (two - one) / one, "share", name)


def _work(flow: FlowFindings, other: FlowFindings) -> Quantity | None:
    """The work of all branches; of a flow without a split, beside one that has it, its touch time."""
    return flow.touch if flow.work is None and other.work is not None else flow.work


def _share(key: str, before: FlowFindings, after: FlowFindings, name: str, lacking: frozenset[str]) -> Pair:
    one, two = getattr(before, key), getattr(after, key)
    if before.basis != after.basis or not whole(one, two) or lacking:
        return Pair(key, one, two)
    return _pair(key, one, two, 100 * (two - one), "points", name)


def _pair(key: str, one: Quantity, two: Quantity, change: float, unit: Unit, name: str) -> Pair:
    by = abs(change) if unit == "share" else change
    return Pair(
        key, one, two, _way(change), Quantity(exact(by), Fact(f"change.{key}", (name,), sources(one, two), unit))
    )


def _count(key: str, before: FlowFindings, after: FlowFindings, name: str) -> Pair:
    one, two = getattr(before, key), getattr(after, key)
    if not whole(one, two):
        return Pair(key, one, two)
    fact = Fact(f"change.{key}", (name,), sources(one, two), "count")
    return Pair(key, one, two, _way(two - one), Count(abs(two - one), fact))


def _way(change: float) -> Way:
    return "same" if abs(change) < 1e-9 else "less" if change < 0 else "more"
