"""What changes from the as-is to the to-be flow, step by step.

Steps are matched by 原步骤 (by id where blank). An old step nothing answers to is eliminated; one new step for
several old ones is combined; a new step without origin is added; a step is changed where two filled values of it
differ or where it leads elsewhere (said which), and rearranged where it lies off the longest order common to both.
A blank against a value is no change: it is told as not filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from ..schema.improve import ToBeStep
from ..schema.survey import Step
from .facts import Cells, Count, Fact, tally
from .flow_order import rearranged
from .flow_passing import Passage, passages
from .flow_routes import Routes, became, past, same_ways, ways
from .flow_times import minutes_of


class Change(StrEnum):
    """The kinds of change a step can show; a step may show several."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    CHANGED = "changed"
    MOVED = "moved"


class Difference(Struct, frozen=True):
    """One attribute that differs, with both values as they were filled (None: blank); of ``exits`` the ways out."""

    attribute: str
    before: object
    after: object


class StepChange(Struct, frozen=True):
    """A step of the to-be flow (or a removed old one) with what became of it.

    ``unfilled`` are the attributes that only one of the two has filled; ``parts`` the number of new steps that its
    only old step was divided into, None where it was not.
    """

    step: ToBeStep | None
    origins: tuple[Step, ...]
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...] = ()
    unfilled: tuple[Difference, ...] = ()
    parts: Count | None = None

    @property
    def main(self) -> Change | None:
        """The change a chart marks it with: the gravest of its changes."""
        return next((change for change in Change if change in self.changes), None)

    def merged_from(self, name: str) -> Count | None:
        """How many old steps were combined into this one of the flow called ``name``; None for any other step."""
        if self.step is None or Change.MERGED not in self.changes:
            return None
        cells = (Cells("to_be", ("origins",), (self.step,)),)
        return Count(len(self.origins), Fact("change.merged_from", (name, self.step.id), cells, "count"))


class FlowDiff(Struct, frozen=True):
    """Every to-be step in order, the removed old steps, how many of each kind, and the steps fewer cases meet.

    ``name`` is the flow's: the alternative's id, or "to_be". ``shorter`` are old steps that go on as one step each, of
    which a duration becomes less, with the steps they become.
    """

    name: str
    steps: tuple[StepChange, ...]
    removed: tuple[StepChange, ...]
    counts: Mapping[Change, Count]
    passages: tuple[Passage, ...] = ()
    shorter: tuple[tuple[Step, ToBeStep], ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is known to differ."""
        return any(self.counts.values()) or bool(self.passages)

    @property
    def same(self) -> bool:
        """Whether all is known to be alike, ways out and shares too."""
        return not self.changed and not any(change.unfilled for change in self.steps)

    @property
    def lost(self) -> tuple[tuple[str, str], ...]:
        """The durations, by step and attribute, that the old steps have and the new one leaves blank."""
        return tuple(
            (change.step.id, item.attribute) for change in self.steps for item in change.unfilled
            if change.step and item.attribute in DURATIONS and item.after is None
        )  # fmt: skip

    @property
    def regulated(self) -> tuple[Step, ...]:
        """The removed steps that law or internal control asks for."""
        return tuple(o for change in self.removed for o in change.origins if o.regulation)


_TEXTS = ("name", "post", "system", "inputs", "outputs", "regulation")
_CHOICES = ("kind", "approval", "customer")
DURATIONS = ("touch", "wait")


def compare(
    before: Sequence[Step], after: Sequence[ToBeStep], hours_per_day: float = 8.0, name: str = "to_be"
) -> FlowDiff | None:
    """The differences of the flow called ``name``; None where either flow is missing."""
    if not before or not after:
        return None
    made = _Comparison(before, after, hours_per_day, name)
    steps = tuple(map(made.change, after))
    used = {origin.id for origins in made.sources.values() for origin in origins}
    removed = tuple(StepChange(None, (step,), (Change.REMOVED,)) for step in before if step.id not in used)
    counts = {kind: _count(kind, steps, removed, name) for kind in Change}
    fewer = passages(made.old, made.new, made.became, name)
    shorter = tuple((c.origins[0], c.step) for c in steps if c.step and made.shorter(c))
    return FlowDiff(name, steps, removed, counts, fewer, shorter)


def listed(diff: FlowDiff) -> Count:
    """How many steps change, the eliminated ones included."""
    held = [c for c in (*diff.steps, *diff.removed) if c.changes]
    now, gone = tuple(c.step for c in held if c.step), tuple(c.origins[0] for c in held if not c.step)
    cells = [Cells(sheet, ("id",), rows) for sheet, rows in (("to_be", now), ("steps", gone)) if rows]
    return Count(len(held), Fact("change.listed", (diff.name,), tuple(cells), "count", n=len(held)))


def _count(kind: Change, steps: Sequence[StepChange], removed: Sequence[StepChange], name: str) -> Count:
    """How many steps changed so: told by the to-be steps, the eliminated ones by the as-is steps."""
    held = [c for c in (*steps, *removed) if kind in c.changes]
    rows = [change.step or change.origins[0] for change in held]
    columns = ("id",) if kind is Change.REMOVED else ("id", "origins")
    sheet = "steps" if kind is Change.REMOVED else "to_be"
    return tally(f"change.{kind.value}", rows, sheet, columns, (name,))


def origins_of(step: ToBeStep, old: Mapping[str, Step]) -> tuple[Step, ...]:
    """The old steps a new one comes from: 原步骤, else the step of the same id."""
    keys = step.origins or ((step.id,) if step.id in old else ())
    return tuple(old[key] for key in keys if key in old)


class _Comparison:
    """Two flows beside each other."""

    def __init__(self, before: Sequence[Step], after: Sequence[ToBeStep], hours: float, name: str) -> None:
        self.old, self.new, self.hours, self.name = Routes(before), Routes(after), hours, name
        self.sources = {step.id: origins_of(step, {s.id: s for s in before}) for step in after}
        self.became = became(after, self.sources)
        self.off = rearranged(before, after, self.sources)

    def change(self, step: ToBeStep) -> StepChange:
        """What became of the old steps that ``step`` comes from."""
        origins = self.sources[step.id]
        if not origins:
            return StepChange(step, (), (Change.ADDED,))
        moved = (Change.MOVED,) if step.id in self.off else ()
        if len(origins) > 1:
            return StepChange(step, origins, (Change.MERGED, *moved), (), _untimed(origins, step))
        parted = self.became[origins[0].id]
        parts = self._parts(origins[0], parted) if len(parted) > 1 else None
        found = differing(origins[0], step, self.hours, timed=parts is None)
        found += self._ways(origins[0], step) if parts is None else ()
        known = tuple(d for d in found if d.before is not None and d.after is not None)
        blank = tuple(d for d in found if d not in known)
        changed = (Change.CHANGED,) if known or parts else ()
        return StepChange(step, origins, (*changed, *moved), known, blank, parts)

    def shorter(self, change: StepChange) -> bool:
        """Whether a step that comes from one old step alone has a duration less than that one's."""
        if change.step is None or len(change.origins) != 1 or change.parts is not None:
            return False
        both = (*change.origins, change.step)
        pairs = ([_length(step, name, self.hours) for step in both] for name in DURATIONS)
        return any(one is not None and two is not None and two < one for one, two in pairs)

    def _parts(self, old: Step, parted: Sequence[str]) -> Count:
        cells = (Cells("to_be", ("origins",), tuple(self.new.steps[key] for key in parted)),)
        return Count(len(parted), Fact("change.parted", (self.name, old.id), cells, "count"))

    def _ways(self, old: Step, new: ToBeStep) -> tuple[Difference, ...]:
        """The ways out where they lead elsewhere, or as often is not known."""
        one, two = ways(old, self.old), ways(new, self.new)
        gone = {key for key in self.old.steps if key not in self.became}

        def now(target: Step) -> tuple[str, ...]:
            return self.became.get(past(target, self.old, lambda s: s.id in gone).id, ())

        def after(target: Step) -> Step:
            return past(target, self.new, lambda s: not self.sources[s.id])

        alike = same_ways(one, two, now, after)
        if alike:
            return ()
        if alike is None:
            shares = [way.share is not None for way in one]
            return (Difference("exits", one if all(shares) else None, None if all(shares) else two),)
        return (Difference("exits", one, two),)


def _untimed(origins: Sequence[Step], new: Step) -> tuple[Difference, ...]:
    """The durations that steps had and that the one they were combined into has not."""
    gone = ((name, next((o for o in origins if getattr(o, name) is not None), None)) for name in DURATIONS)
    return tuple(Difference(name, old, None) for name, old in gone if old is not None and getattr(new, name) is None)


def differing(old: Step, new: Step, hours_per_day: float = 8.0, *, timed: bool = True) -> tuple[Difference, ...]:
    """The attributes in which two steps differ, durations only if ``timed``; a blank differs from any value."""
    found: list[Difference] = []
    for name in _TEXTS:
        if (was := _text(old, name)) != (now := _text(new, name)):
            found.append(Difference(name, was, now))
    for name in _CHOICES:
        if (one := getattr(old, name)) is not (two := getattr(new, name)):
            found.append(Difference(name, one, two))
    for name in DURATIONS if timed else ():
        lengths = [_length(step, name, hours_per_day) for step in (old, new)]
        if lengths[0] != lengths[1]:
            found.append(Difference(name, *(None if n is None else s for n, s in zip(lengths, (old, new)))))
    return tuple(found)


def _length(step: Step, name: str, hours_per_day: float) -> float | None:
    """A duration of a step in working minutes; None for blank."""
    return minutes_of(getattr(step, name), getattr(step, f"{name}_unit"), hours_per_day, "mixed")


def _text(step: Step, name: str) -> str | None:
    return (getattr(step, name) or "").strip() or None
