"""Kind 11: two futures of one time, a measure's value and the flow's own lead time, stand beside each other."""

from __future__ import annotations

from typing import Any

import pytest

from fixdocs.analysis.claims import change
from fixdocs.schema.choices import Adoption, Direction, TimeUnit, Trial
from tests.reports.plans import END, START, flows, goal, promising, read, step, thin
from tests.truth.changes import found, said

NAME = "流程平均耗时"
GOAL = goal(indicator=NAME, unit="工作日", baseline=5, target=2, direction=Direction.LOWER)


def flow(days: float) -> dict[str, Any]:
    """A flow to be whose lead time is a number of working days, of one that takes five."""
    lines = [
        [START, {**step("F2", 0), "wait": n, "wait_unit": TimeUnit.WORKDAYS, "touch": 0, "touch_unit": TimeUnit.HOURS},
         END] for n in (5, days)
    ]  # fmt: skip
    return flows(*lines)


def sheets(days: float, expected: float | None, **more: Any) -> dict[str, Any]:
    measure = promising(expected, indicator=NAME, basis="测算", adoption=Adoption.ADOPTED, **more)
    return flow(days) | {"goals": (GOAL,), "measures": (measure,)}


def test_kind_11_two_futures_that_differ_are_said_with_their_difference() -> None:
    text = said(change.two_futures(found(**sheets(2.7, 4.8))))
    assert "的预期值 4.8 工作日为准" in text
    assert "总历时为 2.7 个工作日，比前者短 2.1 个工作日" in text
    assert "比前者长 2.3 个工作日" in said(change.two_futures(found(**sheets(2.7, 0.4))))


@pytest.mark.parametrize("expected", [2.7, 2.68, 2.74])
def test_kind_11_two_futures_that_agree_as_printed_are_said_to_agree(expected: float) -> None:
    made = change.two_futures(found(**sheets(2.7, expected)))
    assert made is not None
    assert made.key == "change.futures_agree"
    apart = change.two_futures(found(**sheets(2.7, expected + 0.1)))
    assert apart is not None
    assert apart.key == "change.futures_apart"


def test_kind_11_two_futures_the_trial_goes_before_the_estimate() -> None:
    held = sheets(2.7, 4.8, trial=Trial.EFFECTIVE, before=5, after=3.5)
    text = said(change.two_futures(found(**held)))
    assert "的试行值 3.5 工作日为准" in text
    assert "短 48" not in text
    failed = sheets(2.7, 4.8, trial=Trial.FAILED, before=5, after=3.5)
    assert change.two_futures(found(**failed)) is None  # what failed promises nothing


def test_kind_11_two_futures_need_an_indicator_of_the_whole_duration_in_working_time() -> None:
    base = sheets(2.7, 4.8)
    for changed in ({"indicator": "投诉量"}, {"unit": "件"}):
        other = goal(**({"indicator": NAME, "unit": "工作日", "baseline": 5} | changed))
        measure = promising(4.8, indicator=other.indicator, adoption=Adoption.ADOPTED)
        assert change.two_futures(found(**base | {"goals": (other,), "measures": (measure,)})) is None
    assert change.two_futures(found(**sheets(2.7, None))) is None


def test_kind_11_two_futures_are_not_held_against_each_other_where_the_flow_is_a_lower_bound() -> None:
    held = sheets(2.7, 4.8)
    held["to_be"] = (*held["to_be"][:2], held["to_be"][1].model_copy(update={"id": "F3", "wait": None, "touch": None,
                     "wait_unit": None, "touch_unit": None}), held["to_be"][2])  # fmt: skip
    text = said(change.two_futures(found(**held)))
    assert "至少 2.7 个工作日，两者无从比较" in text


def test_kind_11_two_futures_in_minutes_and_hours_are_converted() -> None:
    for unit, value in (("小时", 2.7 * 8), ("分钟", 2.7 * 480)):
        held = sheets(2.7, value) | {"goals": (goal(indicator=NAME, unit=unit, baseline=5 * 480),)}
        made = change.two_futures(found(**held))
        assert made is not None
        assert made.key == "change.futures_agree", unit


def test_kind_11_two_futures_stand_in_the_plan() -> None:
    text = read(thin(**sheets(2.7, 4.8))).text
    assert "比前者短 2.1 个工作日" in text
    assert "比前者" not in read(thin(**sheets(2.7, 2.7))).text
