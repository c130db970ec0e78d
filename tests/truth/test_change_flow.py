"""Kinds 2 and 3 in the flow to be: figures before and after are compared where both are known, and converted."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from fixdocs.analysis.claims import change
from fixdocs.analysis.facts import fact_of
from fixdocs.schema.choices import StepKind, TimeUnit, YesNo
from tests.reports.plans import END, START, flows, read, step, thin
from tests.truth.changes import Line, option, said

LENGTHS = {"minutes": 1.0, "hours": 60.0, "workdays": 480.0, "days": 480 * 5 / 7}  # working minutes


def waits(key: str, value: float, unit: TimeUnit, **more: Any) -> Line:
    return step(key, 30, wait=value, wait_unit=unit, **more)


def minutes(lines: list[Line]) -> float:
    """The lead time of steps one after the other, from the cells."""
    frame = pd.DataFrame([{"touch": 0, "wait": 0, "wait_unit": "minutes"} | line for line in lines])
    length = frame.wait_unit.fillna("minutes").map(LENGTHS)
    return float((frame.touch.fillna(0) + frame.wait.fillna(0) * length).sum())


CALENDAR = [START, waits("F2", 7, TimeUnit.DAYS), waits("F3", 1, TimeUnit.WORKDAYS), END]
SHORTER = [START, waits("F2", 5, TimeUnit.DAYS), waits("F3", 6, TimeUnit.HOURS), END]


def test_kind_02_the_change_of_the_lead_time_counts_calendar_days() -> None:
    before, after = minutes(CALENDAR), minutes(SHORTER)
    text = said(change.lead(option(CALENDAR, SHORTER)))
    assert f"减少 {(before - after) / before * 100:.1f}%" in text
    assert text.startswith(f"总历时预计由 {before / 480:.1f} 个工作日缩短到 {after / 480:.1f} 个工作日")


def test_kind_02_a_flow_in_calendar_days_is_held_against_one_in_working_time() -> None:
    days = [START, {"id": "F2", "name": "步骤F2", "kind": StepKind.ACTIVITY, "post": "专员", "wait": 14,
                    "wait_unit": TimeUnit.DAYS}, END]  # fmt: skip
    hours = [START, {**days[1], "wait": 8, "wait_unit": TimeUnit.WORKDAYS}, END]
    text = said(change.lead(option(days, hours)))
    assert text == "总历时预计由 10.0 个工作日缩短到 8.0 个工作日，减少 20.0%。"
    assert said(change.lead(option(days, days))) == "总历时预计仍为 14.0 个自然日，与现状相同。"


@pytest.mark.parametrize(("after", "key"), [(57, "same"), (56, "less"), (63, "same"), (64, "more"), (60, "equal")])
def test_kind_03_level_is_only_what_differs_by_5_percent_at_most(after: float, key: str) -> None:
    made = change.lead(option([START, step("F2", 60), END], [START, step("F2", after), END]))
    assert made is not None
    assert made.key == f"change.lead_{key}"


def test_kind_03_a_duration_that_is_blank_in_one_flow_is_not_compared() -> None:
    before = [START, waits("F2", 2, TimeUnit.WORKDAYS), END]
    made = option(before, [START, step("F2", 30), END])
    text = said(change.lead(made))
    assert "无从比较" in text
    assert "%" not in text
    assert said(change.unfilled(made.diff)) == "现状填写、改进后没有填写，因而无从比较的有：等待时间 1 处（F2）。"
    assert said(change.unfilled(option(before, before).diff)) == ""


def test_kind_03_0_minutes_to_blank_is_no_change() -> None:
    made = option([START, waits("F2", 0, TimeUnit.MINUTES), END], [START, step("F2", 30), END])
    assert made.diff is not None
    assert not made.diff.changed
    assert made.gain is not None
    assert made.gain.pair("wait").way is None
    assert change.same(made.diff) == change.Claim("change.same_filled")
    assert "没有填写" in said(change.unfilled(made.diff))


def test_kind_03_two_bases_are_not_compared() -> None:
    ways = [{"target": "F3", "result": "是", "share": 0.5}, {"target": "F9", "result": "否", "share": 0.5}]
    blank = [{**way, "share": None} for way in ways]
    flow = [[START, step("F2", 5, StepKind.DECISION, exits=held), step("F3", 30), END] for held in (ways, blank)]
    assert "口径不同，不作比较" in said(change.lead(option(*flow)))
    assert "口径" not in said(change.lead(option(flow[0], flow[0])))


def test_kind_03_a_present_flow_without_durations_is_no_match() -> None:
    assert "无从比较" in said(change.lead(option([START, step("F2", 0), END], [START, step("F2", 30), END])))
    assert said(change.lead(option([START, step("F2", 30), END], [START, step("F2", 0), END]))) == ""


def test_kind_03_a_step_without_a_duration_makes_the_lead_time_a_lower_bound() -> None:
    before = [START, step("F2", 60), step("F3", 60), END]
    after = [START, step("F2", 60), step("F4", 0, origins=()), END]
    text = said(change.lead(option(before, after)))
    assert (
        text
        == "总历时无从比较，有步骤没有填写作业或等待时间；按已填的时间，现状：2.0 小时，改进后（预计）：至少 60 分钟。"
    )


def customers(*answers: YesNo | None) -> list[Line]:
    return [START, *(step(f"F{n}", 30, customer=answer) for n, answer in enumerate(answers, 2)), END]


YES, NO = YesNo.YES, YesNo.NO


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ((YES, YES), (None, None), ""),
        ((YES, YES), (NO, None), ""),
        ((YES, None), (NO, NO), ""),
        ((YES, YES), (NO, NO), "客户操作由 2 处减为 0 处。"),
        ((YES, NO), (YES, YES), "客户操作由 1 处增为 2 处。"),
        ((YES, NO), (NO, YES), ""),
    ],
)
def test_kind_03_a_count_falls_to_0_only_where_the_column_is_filled(before: Any, after: Any, text: str) -> None:
    assert said(change.counts(option(customers(*before), customers(*after)))) == text


def test_kind_03_an_unfilled_column_is_a_dash_and_a_partly_filled_one_at_least() -> None:
    rows = {}
    for name, answers in (("blank", (None, None)), ("partly", (YES, None)), ("whole", (YES, NO))):
        made = read(thin(**flows(customers(YES, YES), customers(*answers))))
        rows[name] = next(row for row in made.table("流程指标的前后对比") if row[0] == "客户操作")
    assert rows["blank"] == ("客户操作", "2", "—", "—")
    assert rows["partly"] == ("客户操作", "2", "至少 1", "—")
    assert rows["whole"] == ("客户操作", "2", "1", "减少 1")


def test_equal_flows_say_nothing_of_change() -> None:
    made = option(CALENDAR, CALENDAR)
    assert made.diff is not None
    assert made.diff.same
    claims = (change.counts(made), change.unfilled(made.diff), change.bypassed(made.diff), change.met_less(made.diff),
              change.regulated_bypassed(made.diff), change.regulated_less(made.diff),
              change.regulated_removed(made.diff))  # fmt: skip
    assert claims == (None,) * 7
    assert "都与现状相同" in said(change.same(made.diff))
    assert change.same(option(CALENDAR, SHORTER).diff) is None


@pytest.mark.parametrize(
    ("column", "name"), [("touch", "touch"), ("wait", "wait"), ("approval", "approvals"), ("customer", "customer_actions"),
                         ("system", "systems")],
)  # fmt: skip
def test_what_is_blank_to_be_is_compared_in_no_figure(column: str, name: str) -> None:
    whole = {"approval": NO, "customer": NO, "system": "甲系统"}
    before = [START, *(waits(f"F{n}", n, TimeUnit.HOURS, **whole) for n in (2, 3)), END]
    after = [
        {**line, column: None, **({f"{column}_unit": None} if column in ("touch", "wait") else {})} for line in before
    ]
    made = option(before, after)
    assert made.gain is not None
    assert made.gain.pair(name).way is None
    assert option(before, before).gain.pair(name).way == "same"
    if column in ("touch", "wait"):
        assert made.gain.pair("lead").way is None


def test_durations_twice_as_long_change_by_the_same_share() -> None:
    def twice(lines: list[Line]) -> list[Line]:
        return [line | {name: line[name] * 2 for name in ("touch", "wait") if line.get(name)} for line in lines]

    one, two = (option(*map(scale, (CALENDAR, SHORTER))).gain for scale in (list, twice))
    assert one is not None
    assert two is not None
    for name in ("lead", "touch", "wait"):
        assert one.pair(name).by == pytest.approx(two.pair(name).by)
        assert 2 * (one.pair(name).after or 0) == pytest.approx(two.pair(name).after)


def test_every_figure_of_the_comparison_tells_its_cells() -> None:
    gain = option(CALENDAR, SHORTER).gain
    assert gain is not None
    for pair in gain.pairs:
        for value in (pair.before, pair.after, pair.by):
            if value is not None:
                fact = fact_of(value)
                assert fact is not None
                assert fact.sources
