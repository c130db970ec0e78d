"""Flows grown from a tree of which the figures are known without any linear system.

A tree is a step, a sequence, a choice, a loop or branches side by side; its lead and touch time follow by recursion.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from fixdocs.schema.choices import StepKind, TimeUnit, ValueType
from fixdocs.schema.survey import Exit, Step


@dataclass(frozen=True)
class Leaf:
    touch: int
    wait: int
    value: ValueType


@dataclass(frozen=True)
class Sequence:
    parts: tuple[Any, ...]


@dataclass(frozen=True)
class Choice:
    """One of the parts, by shares in tenths."""

    parts: tuple[Any, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True)
class Loop:
    """The part once, and again with ``again`` tenths, after a way back through the other part."""

    part: Any
    back: Any
    again: int


@dataclass(frozen=True)
class Side:
    """The parts side by side, from a fork to its join."""

    parts: tuple[Any, ...]


LEAVES = st.builds(Leaf, st.integers(0, 90), st.integers(0, 400), st.sampled_from(ValueType))


def _shares(number: int) -> st.SearchStrategy[tuple[int, ...]]:
    cuts = st.lists(st.integers(1, 9), min_size=number - 1, max_size=number - 1, unique=True).map(sorted)
    return cuts.map(lambda at: tuple(b - a for a, b in zip([0, *at], [*at, 10])))


def _deeper(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Sequence),
        several.flatmap(lambda held: _shares(len(held)).map(lambda shares: Choice(held, shares))),
        st.builds(Loop, parts, parts, st.integers(1, 8)),
        several.map(Side),
    )


TREES = st.recursive(LEAVES, _deeper, max_leaves=12)


def lead(tree: Any) -> float:
    """Minutes from start to end: branches side by side take as long as the longest."""
    match tree:
        case Leaf():
            return tree.touch + tree.wait
        case Sequence():
            return sum(map(lead, tree.parts))
        case Choice():
            return sum(share / 10 * lead(part) for share, part in zip(tree.shares, tree.parts))
        case Loop():
            again = tree.again / 10
            return lead(tree.part) / (1 - again) + lead(tree.back) * again / (1 - again)
        case Side():
            return max(map(lead, tree.parts))
    raise TypeError(tree)


def touch(tree: Any, value: ValueType | None = None) -> float:
    """Minutes of work, of one value type where one is named: branches side by side add up."""
    match tree:
        case Leaf():
            return tree.touch if value in (None, tree.value) else 0
        case Sequence() | Side():
            return sum(touch(part, value) for part in tree.parts)
        case Choice():
            return sum(share / 10 * touch(part, value) for share, part in zip(tree.shares, tree.parts))
        case Loop():
            again = tree.again / 10
            return touch(tree.part, value) / (1 - again) + touch(tree.back, value) * again / (1 - again)
    raise TypeError(tree)


def longest(held: Side) -> Any:
    """The branch that takes longest, the first of equals."""
    most = max(map(lead, held.parts))
    return next(part for part in held.parts if lead(part) >= most - 1e-9 * max(1, most))


def waiting(tree: Any) -> float:
    """Minutes of waiting on the longest branch."""
    return lead(tree) - at_work(tree)


def at_work(tree: Any, value: ValueType | None = None, *, back: bool = False) -> float:
    """Minutes of work on the longest branch, of one value type where one is named; what leads back adds no value."""
    match tree:
        case Leaf():
            known = ValueType.NECESSARY if back and tree.value is ValueType.VALUE_ADDING else tree.value
            return tree.touch if value in (None, known) else 0
        case Sequence():
            return sum(at_work(part, value, back=back) for part in tree.parts)
        case Choice():
            return sum(share / 10 * at_work(part, value, back=back) for share, part in zip(tree.shares, tree.parts))
        case Loop():
            again = tree.again / 10
            redone = at_work(tree.back, value, back=True) * again / (1 - again)
            return at_work(tree.part, value, back=back) / (1 - again) + redone
        case Side():
            return at_work(longest(tree), value, back=back)
    raise TypeError(tree)


# A step where branches come together takes no time, and says so: blank would not be known.
NO_TIME = {"touch": 0, "touch_unit": TimeUnit.MINUTES, "wait": 0, "wait_unit": TimeUnit.MINUTES}


@dataclass
class Planter:
    """Writes a tree down as rows, every way out named."""

    steps: list[dict[str, Any]] = field(default_factory=list)

    def row(self, kind: StepKind, **cells: Any) -> int:
        number = len(self.steps) + 1
        self.steps.append(
            {"id": f"F{number:03}", "name": f"步骤{number}", "kind": kind, "post": "甲", "exits": ()} | cells
        )
        return number - 1

    def leads(self, step: int, target: int, share: float | None = None) -> None:
        exits = self.steps[step]["exits"]
        way = Exit(target=self.steps[target]["id"], result=f"结果{len(exits) + 1}", share=share)
        self.steps[step]["exits"] = (*exits, way)

    def plant(self, tree: Any) -> tuple[int, int]:
        """Its first and its last row."""
        match tree:
            case Leaf():
                at = self.row(
                    StepKind.ACTIVITY, touch=tree.touch, touch_unit=TimeUnit.MINUTES, wait=tree.wait,
                    wait_unit=TimeUnit.MINUTES, value=tree.value,
                )  # fmt: skip
                return at, at
            case Sequence():
                ends = [self.plant(part) for part in tree.parts]
                for (_, one), (two, _) in itertools.pairwise(ends):
                    self.leads(one, two)
                return ends[0][0], ends[-1][1]
            case Choice() | Side():
                side = isinstance(tree, Side)
                first = self.row(StepKind.FORK if side else StepKind.DECISION)
                ends = [self.plant(part) for part in tree.parts]
                last = self.row(StepKind.JOIN) if side else self.row(StepKind.ACTIVITY, **NO_TIME)
                for n, (one, two) in enumerate(ends):
                    self.leads(first, one, None if side else tree.shares[n] / 10)
                    self.leads(two, last)
                return first, last
            case Loop():
                begin, end = self.plant(tree.part)
                choice = self.row(StepKind.DECISION)
                back_begin, back_end = self.plant(tree.back)
                after = self.row(StepKind.ACTIVITY, **NO_TIME)
                self.leads(end, choice)
                self.leads(choice, after, 1 - tree.again / 10)
                self.leads(choice, back_begin, tree.again / 10)
                self.leads(back_end, begin)
                return begin, after
        raise TypeError(tree)


def planted(tree: Any) -> list[Step]:
    """The tree between a start and an end."""
    planter = Planter()
    start = planter.row(StepKind.START)
    first, last = planter.plant(tree)
    end = planter.row(StepKind.END)
    planter.leads(start, first)
    planter.leads(last, end)
    return [Step(**row) for row in planter.steps]
