"""A flow's figures: against trees whose figures are known, a Markov chain solved by numpy, and walks at random."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence as Rows
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from fixdocs.analysis import flow as own
from fixdocs.project import project_of
from fixdocs.rules import check
from fixdocs.sample import project as sample
from fixdocs.schema.choices import StepKind, TimeUnit, ValueType, YesNo
from fixdocs.schema.survey import Exit, Step

from .flows import TREES, Choice, Leaf, Loop, Sequence, Side, at_work, lead, planted, touch, waiting

HOURS = 8.0


def minutes(value: float | None, unit: TimeUnit | None, hours: float = HOURS) -> float:
    """Working minutes: 5 working days for 7 calendar days."""
    lengths = {None: 0, "minutes": 1, "hours": 60, "workdays": 60 * hours, "days": 60 * hours * 5 / 7}
    return (value or 0) * lengths[unit and unit.value]


def ways(steps: Rows[Step]) -> dict[str, list[tuple[str, float | None]]]:
    """Where each step leads, read from the sheet's own rules."""
    keys = [s.id for s in steps]
    found: dict[str, list[tuple[str, float | None]]] = {}
    for n, step in enumerate(steps):
        named = [(e.target, e.share) for e in step.exits if e.target]
        if not named and step.kind in (StepKind.START, StepKind.ACTIVITY, StepKind.JOIN) and n + 1 < len(keys):
            named = [(keys[n + 1], None)]
        found[step.id] = [(t, 1.0 if len(named) == 1 and share is None else share) for t, share in named if t]
    return found


def markov(steps: Rows[Step]) -> dict[str, float]:
    """Expected visits: the first row of (I − Q)⁻¹, a fork meeting all its ways, a join once for all it gathers."""
    keys = [s.id for s in steps]
    kinds = {s.id: s.kind for s in steps}
    leads = ways(steps)
    chain = np.zeros((len(keys), len(keys)))
    for key, targets in leads.items():
        for target, share in targets:
            weight = 1.0 if kinds[key] is StepKind.FORK else share
            if kinds[target] is StepKind.JOIN:
                weight /= sum(target == t for held in leads.values() for t, _ in held)
            chain[keys.index(key), keys.index(target)] += weight
    start = next(n for n, s in enumerate(steps) if s.kind is StepKind.START)
    return dict(zip(keys, np.linalg.inv(np.eye(len(keys)) - chain)[start]))


@given(TREES)
def test_lead_touch_and_value_of_any_tree(tree: Any) -> None:
    found = own.analyse(planted(tree), HOURS)
    assert found is not None
    assert found.basis == "expected"
    assert found.lead == pytest.approx(lead(tree), abs=1e-6)
    assert found.touch == pytest.approx(at_work(tree), abs=1e-6)
    assert found.wait == pytest.approx(waiting(tree), abs=1e-6)
    if found.work is not None:
        assert found.work == pytest.approx(touch(tree), abs=1e-6)
    adding = at_work(tree, ValueType.VALUE_ADDING)
    assert found.value_minutes.get(ValueType.VALUE_ADDING, 0) == pytest.approx(adding, abs=1e-6)
    if at_work(tree) > 0:
        assert found.pce == pytest.approx(adding / lead(tree))
    else:
        assert found.pce is None
    assert found.by_post[0].touch == pytest.approx(touch(tree), abs=1e-6)


@given(TREES)
def test_a_sound_tree_has_no_fault(tree: Any) -> None:
    codes = {d.code for d in check(project_of(planted(tree)))}
    assert codes <= {"FD409"}  # a way back may be said to add value


LEAF = Leaf(10, 20, ValueType.NECESSARY)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            Side(
                (
                    Side((Leaf(10, 0, ValueType.NECESSARY), Leaf(20, 0, ValueType.NECESSARY))),
                    Leaf(25, 0, ValueType.NECESSARY),
                )
            ),
            25,
        ),
        (Side((Choice((LEAF, Leaf(40, 20, ValueType.NECESSARY)), (5, 5)), Leaf(1, 1, ValueType.NECESSARY))), 45),
        (Loop(Side((LEAF, LEAF)), LEAF, 5), 90),
        (Sequence((LEAF, Loop(LEAF, LEAF, 2), LEAF)), 30 + 30 / 0.8 + 30 * 0.25 + 30),
    ],
)
def test_trees_by_hand(tree: Any, expected: float) -> None:
    found = own.analyse(planted(tree))
    assert found is not None
    assert lead(tree) == pytest.approx(expected)
    assert found.lead == pytest.approx(expected)


def test_a_branch_with_two_ways_to_the_join_passes_it_once() -> None:
    """fork → a → join and fork → decision → join, decision → b → join: three arrows, one passage."""
    rows = [
        Step(id="S", name="始", kind=StepKind.START, post="甲"),
        Step(id="K", name="并行", kind=StepKind.FORK, post="甲", exits=(Exit(target="A"), Exit(target="D"))),
        Step(id="A", name="甲", kind=StepKind.ACTIVITY, post="甲", touch=10, touch_unit=TimeUnit.MINUTES, exits=(Exit(target="J"),)),
        Step(id="D", name="判断", kind=StepKind.DECISION, post="甲",
             exits=(Exit(target="J", result="是", share=0.5), Exit(target="B", result="否", share=0.5))),
        Step(id="B", name="乙", kind=StepKind.ACTIVITY, post="乙", touch=60, touch_unit=TimeUnit.MINUTES, exits=(Exit(target="J"),)),
        Step(id="J", name="汇合", kind=StepKind.JOIN, post="甲"),
        Step(id="E", name="终", kind=StepKind.END, post="甲"),
    ]  # fmt: skip
    found = own.analyse(rows)
    assert found is not None
    assert {t.step.id: t.visits for t in found.times} == pytest.approx(
        {"S": 1, "K": 1, "A": 1, "D": 1, "B": 0.5, "J": 1, "E": 1}
    )
    # The branch with the decision takes 30 minutes on average, the other 10: touch time is the longer one's.
    assert (found.lead, found.touch, found.work) == (pytest.approx(30), pytest.approx(30), pytest.approx(40))


@pytest.fixture(scope="module", params=["as-is", "to-be"])
def steps(request: pytest.FixtureRequest) -> tuple[Step, ...]:
    project = sample()
    if request.param == "as-is":
        return project.steps
    chosen = project.decision.adopted if project.decision else None
    return tuple(s for s in project.to_be if not s.alternatives or chosen in s.alternatives)


def test_the_samples_visits_solve_the_chain(steps: tuple[Step, ...]) -> None:
    found = own.analyse(steps, HOURS)
    assert found is not None
    assert found.basis == "expected"
    assert {t.step.id: t.visits for t in found.times} == pytest.approx(markov(steps))


def test_the_samples_figures(steps: tuple[Step, ...]) -> None:
    visits = markov(steps)
    found = own.analyse(steps, HOURS)
    assert found is not None
    work = sum(visits[s.id] * minutes(s.touch, s.touch_unit) for s in steps)
    still = sum(visits[s.id] * minutes(s.wait, s.wait_unit) for s in steps)
    adding = sum(visits[s.id] * minutes(s.touch, s.touch_unit) for s in steps if s.value is ValueType.VALUE_ADDING)
    if any(s.kind is StepKind.FORK for s in steps):
        assert found.work == pytest.approx(work)
        assert found.lead < work + still
        assert found.touch < work
    else:
        assert (found.wait, found.touch, found.work) == (pytest.approx(still), pytest.approx(work), None)
        assert found.pce == pytest.approx(adding / (work + still))
    assert found.lead == pytest.approx(found.touch + found.wait)
    assert found.approvals == sum(s.approval is YesNo.YES for s in steps)
    assert found.customer_actions == sum(s.customer is YesNo.YES for s in steps)
    assert found.decisions == sum(s.kind is StepKind.DECISION for s in steps)
    assert found.systems == len({name for s in steps if s.system for name in s.system.split("、")})
    for part in found.by_post:
        own_steps = [s for s in steps if s.post == part.post]
        assert part.touch == pytest.approx(sum(visits[s.id] * minutes(s.touch, s.touch_unit) for s in own_steps))
        assert part.wait == pytest.approx(sum(visits[s.id] * minutes(s.wait, s.wait_unit) for s in own_steps))
    heaviest = max(steps, key=lambda s: visits[s.id] * (minutes(s.touch, s.touch_unit) + minutes(s.wait, s.wait_unit)))
    assert [time.step for time in found.longest] == [heaviest]
    timed = [s for s in steps if s.touch is not None or s.wait is not None]
    assert found.timed == len(timed)
    assert found.estimated == sum(s.source is not None and s.source.value == "estimate" for s in timed)


def test_walks_at_random_take_as_long(steps: tuple[Step, ...]) -> None:
    """20,000 cases on foot: the mean of what they met is the lead time, within four standard errors."""
    found = own.analyse(steps, HOURS)
    assert found is not None
    held, leads, dice = {s.id: s for s in steps}, ways(steps), random.Random(7)

    def walk(key: str | None, *, inside: bool = False) -> tuple[float, str | None]:
        """The span from ``key`` to the end, or to the join that closes the branch; and that join."""
        span = 0.0
        while key is not None and not (inside and held[key].kind is StepKind.JOIN):
            step, targets = held[key], leads[key]
            span += minutes(step.touch, step.touch_unit) + minutes(step.wait, step.wait_unit)
            if step.kind is StepKind.FORK:
                branches = [walk(target, inside=True) for target, _ in targets]
                span += max(branch for branch, _ in branches)
                key = branches[0][1]
            else:
                key = (
                    dice.choices([t for t, _ in targets], [share or 0 for _, share in targets])[0] if targets else None
                )
        return span, key

    start = next(s.id for s in steps if s.kind is StepKind.START)
    spans = [walk(start)[0] for _ in range(20_000)]
    error = float(np.std(spans, ddof=1)) / len(spans) ** 0.5
    assert found.lead == pytest.approx(float(np.mean(spans)), abs=4 * error + 1e-6)


def test_the_main_path_takes_the_first_way_out() -> None:
    steps = sample().steps
    leads = ways(steps)
    path = [next(s.id for s in steps if s.kind is StepKind.START)]
    while leads[path[-1]] and leads[path[-1]][0][0] not in path:
        path.append(leads[path[-1]][0][0])
    found = own.analyse(steps, HOURS)
    assert found is not None
    assert list(found.main_path) == path
    posts = {s.id: s.post for s in steps}
    assert found.handoffs == sum(posts[a] != posts[b] for a, b in itertools.pairwise(path))


def test_loops_are_the_ways_that_lead_back(steps: tuple[Step, ...]) -> None:
    found = own.analyse(steps, HOURS)
    assert found is not None
    kept = {(e.source, e.target) for e in found.edges} - {(e.source, e.target) for e in found.loops}
    order = {s.id: n for n, s in enumerate(steps)}
    ahead: dict[str, set[str]] = {key: {t for s, t in kept if s == key} for key in order}
    for key in order:  # without them no step is met twice
        seen, queue = set[str](), list(ahead[key])
        while queue:
            at = queue.pop()
            assert at != key
            if at not in seen:
                seen.add(at)
                queue += ahead[at]


def test_without_shares_the_main_path_counts() -> None:
    rows = [
        Step(id="S", name="始", kind=StepKind.START, post="甲"),
        Step(id="D", name="判断", kind=StepKind.DECISION, post="甲", exits=(Exit(target="A", result="是"), Exit(target="B", result="否"))),
        Step(id="A", name="甲", kind=StepKind.ACTIVITY, post="乙", touch=2, touch_unit=TimeUnit.HOURS, exits=(Exit(target="E"),)),
        Step(id="B", name="乙", kind=StepKind.ACTIVITY, post="乙", touch=5, touch_unit=TimeUnit.WORKDAYS),
        Step(id="E", name="终", kind=StepKind.END, post="甲"),
    ]  # fmt: skip
    found = own.analyse(rows, 7.5)
    assert found is not None
    assert (found.basis, found.lead, found.main_path, found.handoffs) == ("main", 120, ("S", "D", "A", "E"), 2)


def test_hand_offs_between_branches_are_none() -> None:
    """A fork hands over to each branch and each branch to the join; one branch hands nothing to the next."""
    rows = [
        Step(id="S", name="始", kind=StepKind.START, post="甲"),
        Step(id="K", name="并行", kind=StepKind.FORK, post="甲", exits=(Exit(target="A"), Exit(target="B"))),
        Step(id="A", name="甲", kind=StepKind.ACTIVITY, post="甲", exits=(Exit(target="J"),)),
        Step(id="B", name="乙", kind=StepKind.ACTIVITY, post="乙", exits=(Exit(target="J"),)),
        Step(id="J", name="汇合", kind=StepKind.JOIN, post="甲"),
        Step(id="E", name="终", kind=StepKind.END, post="甲"),
    ]
    found = own.analyse(rows)
    assert found is not None
    assert found.handoffs == 2  # 甲 → 乙 into the branch, 乙 → 甲 out of it
    assert set(found.main_path) == {"S", "K", "A", "B", "J", "E"}
