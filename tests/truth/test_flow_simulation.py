"""Lead, touch and waiting time, visits and ways back of flows made by chance, against cases that walk through them."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from fixdocs.analysis import flow as flows
from fixdocs.schema.choices import StepKind, TimeUnit, ValueType
from fixdocs.schema.survey import Exit, Step
from tests.analysis.flows import Choice, Leaf, Loop, Sequence, Side, planted

from .walking import Case, Walker, close

CASES = 3000


def leaf(dice: random.Random) -> Leaf:
    return Leaf(dice.randint(0, 90), dice.randint(0, 400), dice.choice(list(ValueType)))


def certain(dice: random.Random, depth: int) -> Any:
    """A tree without chance in it: what a branch must be for its length to be one."""
    if depth == 0 or dice.random() < 0.4:
        return leaf(dice)
    parts = tuple(certain(dice, depth - 1) for _ in range(dice.randint(2, 3)))
    return Side(parts) if dice.random() < 0.4 else Sequence(parts)


def tree(dice: random.Random, depth: int = 3) -> Any:
    """A tree of all kinds, with chance everywhere but in branches side by side."""
    if depth == 0:
        return leaf(dice)
    kind = dice.choice(("sequence", "choice", "loop", "side"))
    if kind == "side":
        return Side(tuple(certain(dice, depth - 1) for _ in range(dice.randint(2, 3))))
    if kind == "loop":
        return Loop(tree(dice, depth - 1), tree(dice, depth - 1), dice.randint(1, 6))
    parts = tuple(tree(dice, depth - 1) for _ in range(2))
    cut = dice.randint(1, 9)
    return Sequence(parts) if kind == "sequence" else Choice(parts, (cut, 10 - cut))


def walked(steps: list[Step], seed: int) -> list[Case]:
    walker = Walker(steps, seed)
    return [walker.case() for _ in range(CASES)]


@pytest.mark.parametrize("seed", range(24))
def test_kind_01_times_of_any_flow_are_those_of_cases_on_foot(seed: int) -> None:
    steps = planted(Sequence((tree(random.Random(seed)), certain(random.Random(-seed), 3))))
    found = flows.analyse(steps)
    assert found is not None
    assert found.basis == "expected"
    cases = walked(steps, seed)
    assert close([case.touch + case.wait for case in cases], found.lead)
    assert close([case.touch for case in cases], found.touch)
    assert close([case.wait for case in cases], found.wait)
    if found.work is not None:
        assert close([case.work for case in cases], found.work)
    for time in found.times:
        assert close([case.visits[time.step.id] for case in cases], time.visits)


def any_tree(dice: random.Random, depth: int = 3) -> Any:
    """A tree of all kinds, with loops and choices within branches too."""
    if depth == 0:
        return leaf(dice)
    kind = dice.choice(("sequence", "choice", "loop", "side"))
    parts = tuple(any_tree(dice, depth - 1) for _ in range(2))
    cut = dice.randint(1, 9)
    return {
        "sequence": Sequence(parts), "choice": Choice(parts, (cut, 10 - cut)), "side": Side(parts),
        "loop": Loop(*parts, dice.randint(1, 6)),
    }[kind]  # fmt: skip


@pytest.mark.parametrize("seed", range(24))
def test_kind_14_ways_back_are_those_of_cases_on_foot(seed: int) -> None:
    dice = random.Random(100 + seed)
    steps = planted(Side((Loop(any_tree(dice), leaf(dice), dice.randint(1, 6)), any_tree(dice))))
    found = flows.analyse(steps)
    assert found is not None
    cases = walked(steps, seed)
    assert found.returns
    for held in found.returns:
        taken = [case.ways[held.source.id, held.target.id] for case in cases]
        assert close([float(n > 0) for n in taken], held.share)
        assert close(taken, held.mean)
        assert 0 < held.share <= min(1, held.mean) + 1e-12


def row(key: str, kind: StepKind = StepKind.ACTIVITY, minutes: float = 0, **ways: float | None) -> Step:
    exits = tuple(Exit(target=target, result=target, share=share) for target, share in ways.items())
    timed = {"touch": minutes, "touch_unit": TimeUnit.MINUTES, "wait": 0, "wait_unit": TimeUnit.MINUTES}
    return Step(id=key, name=key, kind=kind, post="甲", exits=exits, **(timed if minutes else {}))


def test_a_branch_that_leads_back_before_its_split_redoes_all_of_it() -> None:
    """S → A → K → (B 30 → D: back to A 25 %) beside (C 100) → J → X 7 → E."""
    steps = [
        row("S", StepKind.START, A=None), row("A", minutes=10, K=None), row("K", StepKind.FORK, B=None, C=None),
        row("B", minutes=30, D=None), row("D", StepKind.DECISION, A=0.25, J=0.75), row("C", minutes=100, J=None),
        row("J", StepKind.JOIN, X=None), row("X", minutes=7, E=None), row("E", StepKind.END),
    ]  # fmt: skip
    found = flows.analyse(steps)
    assert found is not None
    cases = walked(steps, 5)
    assert close([case.touch + case.wait for case in cases], found.lead)
    assert found.lead == pytest.approx((10 + 100) / 0.75 + 7)
    assert found.time("X").visits == pytest.approx(1)
    (back,) = found.returns
    assert (back.share, back.mean) == (pytest.approx(0.25), pytest.approx(1 / 3))
    assert np.mean([case.ways["D", "A"] > 0 for case in cases]) == pytest.approx(0.25, abs=0.04)


def test_branches_that_meet_in_a_step_without_a_join_pass_it_once() -> None:
    steps = [
        row("S", StepKind.START, K=None), row("K", StepKind.FORK, A=None, B=None), row("A", minutes=20, X=None),
        row("B", minutes=50, X=None), row("X", minutes=7, E=None), row("E", StepKind.END),
    ]  # fmt: skip
    found = flows.analyse(steps)
    assert found is not None
    assert (found.lead, found.work, found.time("X").visits) == (57, 77, 1)


def test_two_of_three_branches_that_meet_early_are_one_from_there() -> None:
    steps = [
        row("S", StepKind.START, K=None), row("K", StepKind.FORK, A=None, B=None, C=None),
        row("A", minutes=20, J1=None), row("B", minutes=50, J1=None), row("J1", StepKind.JOIN, X=None),
        row("X", minutes=30, J2=None), row("C", minutes=60, J2=None), row("J2", StepKind.JOIN, E=None),
        row("E", StepKind.END),
    ]  # fmt: skip
    found = flows.analyse(steps)
    assert found is not None
    assert (found.lead, found.work) == (80, 160)


def test_a_side_branch_with_an_end_of_its_own_holds_nothing_up() -> None:
    steps = [
        row("S", StepKind.START, K=None), row("K", StepKind.FORK, A=None, N=None), row("A", minutes=20, X=None),
        row("X", minutes=30, E=None), row("E", StepKind.END), row("N", minutes=5, F=None), row("F", StepKind.END),
    ]  # fmt: skip
    found = flows.analyse(steps)
    assert found is not None
    assert (found.lead, found.work) == (50, 55)
