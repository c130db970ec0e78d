"""Words of direction have evidence: the exact test computed in other ways, and what a report says with and without."""

from __future__ import annotations

import random
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from fixdocs.analysis.running.trend import direction, mann_kendall
from fixdocs.schema.choices import GoalKind
from fixdocs.schema.improve import Issue
from fixdocs.schema.survey import Goal
from tests.reports.reading import Read, built

from .running_data import HIGHER, LOWER, everything, project, said_of, series

VALUES = st.lists(st.integers(0, 4).map(float), min_size=1, max_size=7)
OPPOSITE = {"rise": "fall", "fall": "rise"}


def brute(values: list[float]) -> tuple[int, float]:
    """S, and the part of all orders of the values whose |S| is at least as large."""

    def s_of(order: tuple[float, ...]) -> int:
        return int(sum(np.sign(b - a) for a, b in combinations(order, 2)))

    found = abs(s_of(tuple(values)))
    orders = list(permutations(values))
    return s_of(tuple(values)), sum(abs(s_of(order)) >= found for order in orders) / len(orders)


@pytest.mark.parametrize("seed", range(30))
def test_the_exact_test_counts_all_orders_with_ties_as_they_are(seed: int) -> None:
    chance = random.Random(seed)
    values = [float(chance.randint(0, chance.choice((2, 4, 9)))) for _ in range(chance.randint(1, 7))]
    assert (mann_kendall(values).s, mann_kendall(values).p) == pytest.approx(brute(values))


@pytest.mark.parametrize("n", range(2, 13))
def test_the_exact_test_is_scipys_where_nothing_is_tied(n: int) -> None:
    chance = random.Random(n)
    for _ in range(20):
        values = chance.sample(range(100), n)
        expected = scipy.stats.kendalltau(range(n), values, method="exact").pvalue
        assert mann_kendall(values).p == pytest.approx(expected)


def test_ties_in_twelve_months_agree_with_a_simulation() -> None:
    values = [3.0, 1, 2, 2, 4, 4, 4, 5, 3, 6, 6, 7]
    chance = np.random.default_rng(7)
    shuffled = chance.permuted(np.tile(values, (40_000, 1)), axis=1)
    rows = sum(np.sign(shuffled[:, b] - shuffled[:, a]) for a, b in combinations(range(12), 2))
    assert mann_kendall(values).p == pytest.approx((abs(rows) >= abs(mann_kendall(values).s)).mean(), abs=0.004)


@given(VALUES)
def test_reversed_months_reverse_the_direction(values: list[float]) -> None:
    told = direction(values)
    assert direction(values[::-1]) == OPPOSITE.get(told, told)
    assert mann_kendall(values).p == mann_kendall(values[::-1]).p


@given(VALUES)
def test_fewer_than_five_months_never_have_a_direction(values: list[float]) -> None:
    assert direction(values[:4]) in ("few", "constant")


@pytest.mark.parametrize(
    ("values", "unit"),
    [((20, 35, 50, 40, 30, 20), "件"), ((15.4, 19, 15.9, 20.3, 21.1, 13.4), "%"), ((30, 44, 20, 58, 21, 60), "件")],
)
def test_kind_06_first_and_last_month_are_no_verdict(values: tuple[float, ...], unit: str) -> None:
    text = said_of(series(*values, unit=unit, direction=LOWER))
    assert "波动，看不出方向" in text
    for word in ("持平", "上升", "下降", "在变好", "在变差", "之差"):
        assert word not in text
    low, high = min(values), max(values)
    assert f"最低 {low:g}" in text
    assert f"最高 {high:g}" in text


def test_kind_06_the_months_of_the_range_are_named_with_ties() -> None:
    assert "最低 20 件（2025年9月、2026年2月），最高 50 件（2025年11月）" in said_of(series(20, 35, 50, 40, 30, 20))


def test_kind_06_months_that_are_missing_are_said_and_make_no_run() -> None:
    text = said_of(series(30, None, 44, None, None, 58, direction=LOWER))
    assert "只有 3 个月的数据，不判断升降：2025年9月 30 件；2025年11月 44 件；2026年2月 58 件。" in text
    assert "2025年10月、12月、2026年1月没有数据。" in text
    assert "上升" not in text
    assert "在变" not in text


def test_kind_06_five_of_six_months_one_way_are_told_as_such() -> None:
    gap, whole = said_of(series(1, 2, None, 4, 5, 6)), said_of(series(1, 2, 3, 4, 5, 6))
    assert "在有数据的各月依次上升，由2025年9月的 1 件升至2026年2月的 6 件" in gap
    assert "逐月" not in gap
    assert "逐月上升" in whole
    assert "没有数据" not in whole


@pytest.mark.parametrize("unit", ["%", "小时"])
def test_kind_06_a_percentage_changes_by_points(unit: str) -> None:
    text = said_of(series(20, 21, 22, 22.5, 23, 24, unit=unit, direction=LOWER))
    assert ("末月与首月之差为 +4.0 个百分点" in text) == (unit == "%")
    assert "变化" not in text  # 4 of 20 is no change of a percentage
    assert "在变差" in text
    assert "百分点" not in said_of(series(20, None, None, None, None, 24, unit="%"))  # two months have no direction


@pytest.mark.parametrize(
    ("values", "said", "unsaid"),
    [
        ((100, 101, 99, 102, 100, 98), "大体持平", "波动"),
        ((100, 104, 99, 106, 100, 98), "看不出方向", "持平"),
        ((2, 2, 2, 2, 2, 2), "6 个月都是 2 件", "持平"),
        ((2, 2), "2 个月都是 2 件", "看不出"),
        ((7,), "只有2025年9月一个月的数据，为 7 件", "平均"),
        ((10, 12, 15, 16), "不判断升降", "上升"),
        ((10, 12, 11, 14, 15, 16), "总体上升（趋势检验 p = 0.017）", "逐月"),
        ((16, 15, 14, 12, 11, 10), "逐月下降", "总体"),
        ((10, 12, 11, 16, 15, 14), "看不出方向（趋势检验 p = 0.272）", "上升"),
    ],
)
def test_kind_06_every_word_has_its_guard(values: tuple[float, ...], said: str, unsaid: str) -> None:
    text = said_of(series(*values))
    assert said in text
    assert unsaid not in text


def test_kind_06_better_and_worse_need_evidence_and_a_direction() -> None:
    rising = (10, 11, 12, 13, 14, 15)
    assert "在变差" in said_of(series(*rising, direction=LOWER))
    assert "在变好" in said_of(series(*rising, direction=HIGHER))
    assert "在变" not in said_of(series(*rising))
    assert "在变" not in said_of(series(10, 11, 12, direction=LOWER))


def test_kind_06_reversed_months_reverse_every_word() -> None:
    values = (10, 12, 11, 14, 15, 16)
    forth, back = (everything(project(series(*v, direction=LOWER, unit="%"))) for v in (values, values[::-1]))
    for one, other in (("上升", "下降"), ("在变差", "在变好"), ("之差为 +6.0", "之差为 −6.0")):
        assert one in forth
        assert other not in forth
        assert other in back
        assert one not in back


def test_kind_06_the_issue_list_says_what_the_survey_says() -> None:
    row = series(15.4, 19, 15.9, 20.3, 21.1, 13.4, name="重复投诉率", unit="%", direction=LOWER, target=10)
    issue = Issue(
        id="P01", kind="quality", description="重复投诉多", scope="客户", steps=("F1",), evidence=("重复投诉率",),
        impact=5, frequency=5,
    )  # fmt: skip
    held = project(row, issues=(issue,))
    text = said_of(row)
    assert text.rstrip("。") in Read(built("issues", held)).text
    assert "波动，看不出方向" in text
    assert "6 个月都没有达到" in text


def test_kind_06_what_stands_out_has_evidence() -> None:
    worse, steady_ = (
        series(1, 2, 3, 4, 5, 6, name="甲", direction=LOWER),
        series(9, 1, 5, 2, 8, 3, name="乙", direction=LOWER),
    )
    assert "2 项运行指标中有 1 项在变差：甲逐月上升，由 1 件升至 6 件。" in everything(project(worse, steady_))
    assert "在变差：" not in everything(project(steady_, series(1, 2, name="丙", direction=LOWER)))
    some = everything(project(steady_, series(1, 2, name="丙")))
    assert "1 项运行指标看不出升降方向，另有 1 项的数据不足五个月，不判断升降。" in some
    assert "2 项运行指标的数据都不足五个月，不判断升降。" in everything(project(series(1, 2), series(1, 2, name="丙")))
    assert "看不出升降方向" not in everything(project(series(1, 2), series(1, 2, name="丙")))
    both = everything(project(steady_, series(9, 1, 5, 2, 8, 3, name="丙")))
    assert "2 项运行指标都看不出升降方向。" in both
    assert "看不出升降方向" not in everything(project(worse, steady_))
    better = series(6, 5, 4, 3, 2, 1, name="丁", direction=LOWER)
    assert "在变好的运行指标有 1 项：丁。" in everything(project(worse, better))
    many = [series(1, 2, 3, 4, 5, 6, name=name, direction=LOWER) for name in "甲乙丙丁戊"]
    assert "5 项运行指标中有 5 项在变差：甲、乙、丙、丁、戊。" in everything(project(*many))


def test_kind_06_targets_are_held_against_the_months_given() -> None:
    def told(*values: float | None, **more: Any) -> str:
        return said_of(series(*values, **({"target": 5, "direction": LOWER} | more)))

    assert "有数据的 2 个月全部达到" in told(3, None, 2)
    assert "有数据的 2 个月都没有达到" in told(9, 8)
    assert "有数据的 3 个月中有 1 个月达到" in told(9, 4, 8)
    assert "这个月达到了" in told(5)
    assert "这个月没有达到" in told(6)
    assert "目标" not in told(9, 8, direction=None)
    assert "目标" not in told(9, 8, target=None)
    everywhere = everything(
        project(series(9, 8, target=5, direction=LOWER), series(4, 9, name="乙", target=5, direction=LOWER))
    )
    assert "1 项指标在有数据的各月都没有达到目标：积压。" in everywhere
    assert "都没有达到目标" not in everything(project(series(9, target=5, direction=LOWER)))  # one month is no "every"


def goal(baseline: float | None, **more: Any) -> Goal:
    held = {"id": "G01", "kind": GoalKind.EFFICIENCY, "description": "更快", "indicator": "积压", "unit": "件"}
    return Goal(**(held | more), baseline=baseline)


@pytest.mark.parametrize(
    ("baseline", "more", "said"),
    [
        (25, {}, "基线值 25 件与积压最差月份（2025年11月）的数值相同，6 个月平均为 20.0 件。"),
        (15, {"direction": HIGHER}, "最差月份（2025年9月）"),
        (20, {}, ""),
        (15, {}, ""),
        (26, {}, "基线值 26 件不在积压各月的范围（15 件 至 25 件）之内"),
        (25, {"unit": "小时"}, ""),
        (25, {"indicator": "别的"}, ""),
        (None, {}, ""),
    ],
)
def test_kind_06_a_baseline_that_is_the_worst_month_is_said(baseline: float | None, more: Any, said: str) -> None:
    text = said_of(series(15, 22, 25, 18, 21, 19, direction=LOWER), goals=(goal(baseline, **more),))
    assert (said in text) if said else ("基线值" not in text)
    assert "基线值" not in said_of(series(25, direction=LOWER), goals=(goal(25),))
