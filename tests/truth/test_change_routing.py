"""Kind 12: ways out, conditions and shares are part of what changes; what can be bypassed is said."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from fixdocs.analysis.claims import change
from fixdocs.analysis.flow_diff import Change
from fixdocs.analysis.flow_routes import Routes
from fixdocs.schema.choices import StepKind
from tests.analysis.flows import TREES, Choice, Leaf, Loop, Sequence, Side, planted
from tests.reports.plans import END, START, flows, read, step, thin
from tests.truth.changes import Line, option, said

RULE = "《条例》第五条"


def asks(*ways: tuple[str, str, float | None]) -> Line:
    exits = [{"target": target, "result": result, "share": share} for target, result, share in ways]
    return step("F2", 5, StepKind.DECISION, exits=exits)


def flow(*ways: tuple[str, str, float | None], **more: Any) -> list[Line]:
    """A decision, a simple and a thorough handling, a check and the end."""
    return [START, asks(*ways), step("F3", 30, exits=[{"target": "F5"}]), step("F4", 60), step("F5", 20, **more), END]


ALL = (("F3", "简单", 0.6), ("F4", "复杂", 0.4))
ROUND = (("F3", "简单", 0.45), ("F4", "复杂", 0.4), ("F9", "免检", 0.15))


def test_kind_12_a_legally_required_check_that_15_percent_bypass_is_said() -> None:
    diff = option(flow(*ALL, regulation=RULE), flow(*ROUND, regulation=RULE)).diff
    assert diff is not None
    assert not diff.same
    text = said(change.regulated_bypassed(diff))
    assert text == f"须先确认：有法规或内控要求的步骤，改进后可以绕过：F5 步骤F5（{RULE}），15.0% 的案例不再经过。"
    assert change.same(diff) is None
    assert said(change.bypassed(diff)) == ""  # the others are met by fewer, and were never met by all
    near = option(flow(*ALL, regulation=RULE), flow(*ALL, regulation=RULE)).diff
    assert change.regulated_bypassed(near) is None


def test_kind_12_the_report_says_it_where_the_flow_is_told_and_in_the_summary() -> None:
    made = read(thin(**flows(flow(*ALL, regulation=RULE), flow(*ROUND, regulation=RULE))))
    assert "15.0% 的案例不再经过" in made.texts("改进后流程")
    assert any("15.0% 的案例不再经过" in point for point in made.points())
    assert "流程步骤、去向与占比都与现状相同" not in made.text


def test_kind_12_a_step_without_a_requirement_that_can_be_bypassed_is_said_too() -> None:
    diff = option(flow(*ALL), flow(*ROUND)).diff
    assert said(change.bypassed(diff)) == "改进后可以绕过的步骤：F5 步骤F5，15.0% 的案例不再经过。"
    assert change.bypassed(option(flow(*ALL), flow(*ALL)).diff) is None


def test_kind_12_without_shares_a_bypass_is_said_and_its_share_is_not() -> None:
    bare = [tuple((target, result, None) for target, result, _ in ways) for ways in (ALL, ROUND)]
    text = said(change.bypassed(option(flow(*bare[0]), flow(*bare[1])).diff))
    assert text == "改进后可以绕过的步骤：F5 步骤F5，去向没有填全占比，绕过的比例未知。"


def test_kind_12_a_way_that_jumps_a_step_not_all_cases_met() -> None:
    before = [START, asks(("F3", "甲", None), ("F9", "乙", None)), step("F3", 30), step("F4", 30, regulation=RULE),
              step("F5", 30), END]  # fmt: skip
    after = [START, before[1], step("F3", 30, exits=[{"target": "F5"}]), before[3], *before[4:]]
    assert "F4 步骤F4" in said(change.regulated_bypassed(option(before, after).diff))
    assert change.regulated_bypassed(option(before, before).diff) is None


def test_kind_12_shares_alone_are_a_change() -> None:
    fewer = (("F3", "简单", 0.8), ("F4", "复杂", 0.2))
    before, after = flow(*ALL), flow(*fewer)
    made = option(before, after).diff
    assert made is not None
    assert made.counts[Change.CHANGED] == 1
    assert said(change.met_less(made)) == "经过的案例减少的步骤：F4 步骤F4由 40.0% 减为 20.0%。"
    for flows_ in (before, after):
        flows_[3] = step("F4", 60, regulation=RULE)
    text = said(change.regulated_less(option(before, after).diff))
    assert text.startswith("须先确认")
    assert change.regulated_less(option(after, before).diff) is None  # more meet it
    assert change.met_less(option(before, before).diff) is None


@pytest.mark.parametrize(
    "ways",
    [
        (("F3", "一般", 0.6), ("F4", "复杂", 0.4)),  # another condition
        (("F4", "简单", 0.6), ("F3", "复杂", 0.4)),  # the ways crossed
        (("F3", "简单", 0.5), ("F4", "复杂", 0.5)),
        ROUND,
    ],
)
def test_kind_12_conditions_ways_and_shares_make_a_flow_another(ways: Any) -> None:
    diff = option(flow(*ALL), flow(*ways)).diff
    assert diff is not None
    assert change.same(diff) is None
    (changed,) = [c for c in diff.steps if c.changes]
    assert [d.attribute for d in changed.differences] == ["exits"]


def test_kind_12_targets_are_the_same_steps_under_their_new_numbers() -> None:
    before, after = flow(*ALL), flow(*ALL)
    renamed = [{**line, "id": line["id"].replace("F", "N"), "origins": (line["id"],)} for line in after]
    for line in renamed:
        if "exits" in line:
            line["exits"] = [way | {"target": way["target"].replace("F", "N")} for way in line["exits"]]
    assert "都与现状相同" in said(change.same(option(before, renamed).diff))


def test_kind_12_what_follows_an_eliminated_step_is_no_change_of_the_one_before_it() -> None:
    before = [START, step("F2", 30), step("F3", 10), step("F4", 10), END]
    diff = option(before, [START, step("F2", 30), step("F4", 10), END]).diff
    assert diff is not None
    assert diff.counts[Change.CHANGED] == 0
    assert diff.counts[Change.REMOVED] == 1


def test_kind_12_shares_filled_on_one_side_are_no_known_change_and_no_sameness() -> None:
    bare = tuple((target, result, None) for target, result, _ in ALL)
    diff = option(flow(*ALL), flow(*bare)).diff
    assert diff is not None
    assert not diff.changed
    assert not diff.same
    assert change.same(diff) == change.Claim("change.same_filled")


def test_kind_12_an_eliminated_step_with_a_requirement_is_said() -> None:
    before = [START, step("F2", 30), step("F3", 10, regulation=RULE), END]
    after = [START, step("F2", 30), END]
    assert RULE in said(change.regulated_removed(option(before, after).diff))
    assert change.regulated_removed(option(before, before).diff) is None


@pytest.mark.parametrize(
    ("attribute", "one", "two"),
    [("approval", "yes", "no"), ("customer", "no", "yes"), ("regulation", "甲法", "乙法"), ("system", "甲", "乙"),
     ("inputs", "表", "单"), ("outputs", "表", "单")],
)  # fmt: skip
def test_what_a_step_is_is_compared_and_a_blank_is_not(attribute: str, one: str, two: str) -> None:
    def lines(value: str | None) -> list[Line]:
        return [START, step("F2", 30, **({attribute: value} if value else {})), END]

    changed = option(lines(one), lines(two)).diff
    assert changed is not None
    assert [d.attribute for c in changed.steps for d in c.differences] == [attribute]
    for pair in ((one, None), (None, two)):
        blank = option(*map(lines, pair)).diff
        assert blank is not None
        assert not blank.changed
        assert [d.attribute for c in blank.steps for d in c.unfilled] == [attribute]


# By another way


def meeting(tree: Any) -> list[float]:
    """The share of cases that meet each leaf at least once, in the order in which leaves are planted."""
    match tree:
        case Leaf():
            return [1.0]
        case Sequence() | Side():
            return [share for part in tree.parts for share in meeting(part)]
        case Choice():
            return [n / 10 * share for n, part in zip(tree.shares, tree.parts) for share in meeting(part)]
        case Loop():
            again = tree.again / 10
            first = [p / (1 - again * (1 - p)) for p in meeting(tree.part)]
            return first + [again * p / (1 - again * (1 - p)) for p in meeting(tree.back)]
    raise TypeError(tree)


@settings(max_examples=60)
@given(TREES)
def test_the_share_of_cases_that_meet_a_step_is_that_of_the_tree(tree: Any) -> None:
    steps = planted(tree)
    leaves = [s.id for s in steps if s.value is not None]
    routes = Routes(steps)
    shares = meeting(tree)
    assert [routes.share_meeting((key,)) for key in leaves] == pytest.approx(shares)
    for key, share in zip(leaves, shares):
        assert routes.must((key,)) == (share > 1 - 1e-12)


def test_the_share_of_cases_that_meet_a_step_is_that_of_a_simulation() -> None:
    """Ten thousand cases walked by dice, over a split, a loop and a bypass."""
    lines = [
        START, step("F2", 5, StepKind.FORK, exits=[{"target": "F3"}, {"target": "F4"}]),
        step("F3", 5, StepKind.DECISION, exits=[{"target": "F5", "result": "查", "share": 0.3},
                                                {"target": "F6", "result": "免", "share": 0.7}]),
        step("F4", 5, exits=[{"target": "F6"}]), step("F5", 5), step("F6", 0, StepKind.JOIN),
        step("F7", 5, StepKind.DECISION, exits=[{"target": "F2", "result": "退", "share": 0.25},
                                                {"target": "F9", "result": "过", "share": 0.75}]), END,
    ]  # fmt: skip
    routes = Routes(option(lines, lines).steps)
    dice, cases = Random(11), 10_000
    met = dict.fromkeys(routes.steps, 0)
    for _ in range(cases):
        seen = set()
        waiting = [START["id"]]
        while waiting:
            key = waiting.pop()
            seen.add(key)
            ways = [way for way in routes.edges if way.source == key]
            kind = routes.steps[key].kind
            if kind is StepKind.FORK:  # both branches, then once on from the join
                waiting += [way.target for way in ways]
            elif kind is StepKind.JOIN and any(k in ("F3", "F4", "F5") for k in waiting):
                continue
            elif ways:
                (chosen,) = dice.choices(ways, [way.share or 0.0 for way in ways])
                waiting.append(chosen.target)
        for key in seen:
            met[key] += 1
    for key, n in met.items():
        assert routes.share_meeting((key,)) == pytest.approx(n / cases, abs=0.02), key


def moved(before: list[Line], after: list[Line]) -> int:
    diff = option(before, after).diff
    assert diff is not None
    return diff.counts[Change.MOVED]


def test_only_what_must_come_before_and_then_after_is_rearranged() -> None:
    """The order is that of the ways out: not of the rows, not of branches that have none between them."""
    in_turn = [START, step("F2", 5), step("F3", 5), step("F4", 5), END]
    turned = [START, step("F3", 5), step("F2", 5), step("F4", 5), END]
    assert moved(in_turn, turned) == 1
    other_rows = [
        {**START, "exits": [{"target": "F2"}]}, step("F4", 5, exits=[{"target": "F9"}]),
        step("F3", 5, exits=[{"target": "F4"}]), step("F2", 5, exits=[{"target": "F3"}]), END,
    ]  # fmt: skip
    assert moved(in_turn, other_rows) == 0
    assert moved(other_rows, turned) == 1
    assert moved(flow(*ALL), flow(*reversed(ALL))) == 0
    side = [
        START, step("F5", 0, StepKind.FORK, exits=[{"target": "F3"}, {"target": "F2"}]),
        step("F3", 5, exits=[{"target": "F6"}]), step("F2", 5, exits=[{"target": "F6"}]),
        step("F6", 0, StepKind.JOIN), step("F4", 5), END,
    ]  # fmt: skip
    assert moved(in_turn, side) == 0
