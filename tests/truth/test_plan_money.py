"""Money: sums with how many state them, tools' budgets reconciled, what is saved and when it is back, quick wins."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from fixdocs.analysis.facts import filled
from fixdocs.analysis.money import Money, money
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Trial
from fixdocs.schema.improve import Alternative, Measure, Tool
from tests.reports.plans import box
from tests.reports.reading import info

from .plans import findings, goal, measure, plan, read, risk, tool, tried


def said(*measures: Measure, **sheets: Any) -> str:
    return read(plan(measures=measures, **sheets)).text


PRICED = measure("M1", investment=40000.0, running_cost=2000.0)
SAVING = measure("M2", "R2", investment=20000.0, running_cost=-1000.0, saving=31000.0, saving_basis="每月少 100 小时")


class TestKind11:
    """Budgets that overlap "分别统计"; money that is not stated."""

    def test_kind_11_budgets_that_may_be_part_of_a_cost_are_a_range(self) -> None:
        text = said(PRICED, measure("M2", "R2", investment=0.0), tools=(tool("Y1", "M1", budget=30000.0),))
        assert "一次性资金合计 4 万元至 7 万元，视工具预算是否已含在措施投入之内而定" in text
        assert "工具与系统的预算合计 3 万元（Y1 工具Y1），可能已含在措施的一次性投入 4 万元之内，清单没有注明。" in text
        assert "分别统计" not in text

    def test_kind_11_budgets_of_measures_without_a_cost_come_on_top(self) -> None:
        text = said(PRICED, measure("M2", "R2"), tools=(tool("Y1", "M2", budget=30000.0),))
        assert (
            "一次性资金合计 7 万元（2 项措施中 1 项给出）；" in text
        )  # the box; the chapter has it beside the sum of costs
        assert (
            "工具与系统的预算合计 3 万元（Y1 工具Y1），不在措施的一次性投入 4 万元之内，已计入一次性资金合计。" in text
        )
        assert "万元至" not in text

    def test_kind_11_both_kinds_are_told_apart(self) -> None:
        tools = (tool("Y1", "M1", budget=10000.0), tool("Y2", "M2", budget=5000.0), tool("Y3", "M2"))
        text = said(PRICED, measure("M2", "R2"), tools=tools)
        assert (
            "其中 1 万元（Y1 工具Y1）可能已含在措施的一次性投入 4 万元之内，清单没有注明；其余 5,000 元（Y2 工具Y2）"
            in text
        )
        assert "一次性资金合计 4.5 万元至 5.5 万元（2 项措施中 1 项给出），" in text
        assert "没有填写预算的工具与系统：Y3 工具Y3。" in text

    def test_kind_11_a_tool_of_no_measure_is_in_no_measures_cost(self) -> None:
        text = said(PRICED, SAVING, tools=(tool("Y1", "", budget=15000.0),))
        assert (
            "工具与系统的预算合计 1.5 万元（Y1 工具Y1），不在措施的一次性投入 6 万元之内，已计入一次性资金合计。"
            in text
        )
        assert "一次性资金合计 7.5 万元。" in text
        assert "可能已含" not in text

    def test_kind_11_one_off_money_is_no_most_where_a_measure_states_none(self) -> None:
        """The box, the key figure and the table say over how many measures the sum goes."""
        tools = (tool("Y1", "M1", budget=30000.0),)
        part, whole = said(PRICED, measure("M2", "R2"), tools=tools), said(PRICED, SAVING, tools=tools)
        assert "一次性资金（最高）" not in part
        assert "一次性资金（已给出的）" in part
        assert "一次性资金（最高）" in whole
        assert "一次性资金合计 4 万元至 7 万元（2 项措施中 1 项给出），" in part
        assert "一次性资金合计 6 万元至 9 万元，" in whole

    def test_kind_11_before_the_choice_a_blank_cost_is_said_beside_the_range(self) -> None:
        both = tuple(Alternative(id=f"S{n}", name=f"{n}案", measures=(f"M{n}",)) for n in (1, 2))
        made = [read(plan(measures=(PRICED, row), alternatives=both)) for row in (measure("M2", "R2"), SAVING)]
        blank, whole = (box(each)["所需资金"] for each in made)
        assert ["有的措施没有给出，不计在内" in each.text for each in made] == [True, False]
        assert blank == "一次性资金 4 万元（有的措施没有给出一次性投入，只合计已给出的）"
        assert whole == "一次性资金 2 万元至 4 万元，视选定的方案而定"

    def test_kind_11_tools_alone(self) -> None:
        text = said(measure("M1"), measure("M2", "R2"), tools=(tool("Y1", "M1", budget=30000.0),))
        assert "措施没有给出一次性投入；工具与系统的预算合计 3 万元。" in text
        costed = said(measure("M1", running_cost=0.0), measure("M2", "R2"), tools=(tool("Y1", "M1", budget=30000.0),))
        assert "工具与系统的预算 3 万元，措施没有给出一次性投入" in costed
        assert "0 项给出" not in costed

    def test_kind_11_how_many_state_a_sum_is_said(self) -> None:
        text = said(PRICED, measure("M2", "R2"))
        assert "一次性投入 4 万元（2 项措施中 1 项给出），年运行费 2,000 元（2 项措施中 1 项给出）" in text
        assert "项给出" not in said(PRICED, SAVING).partition("年节约")[0]

    def test_kind_11_saving_net_and_payback(self) -> None:
        text = said(PRICED, SAVING)
        assert "年节约 3.1 万元（2 项措施中 1 项给出）" in text
        assert "扣除年运行费，年净节约 3 万元。" in text
        assert "按一次性资金与净节约（已给出的年节约减年运行费）计，回收期约 24 个月。" in text  # 60,000 ÷ 30,000 × 12
        assert "年节约的依据：M2 办法M2 3.1 万元，每月少 100 小时。" in text
        ranged = said(PRICED, SAVING, tools=(tool("Y1", "M1", budget=15000.0),))
        assert "回收期约 24 至 30 个月。" in ranged

    def test_kind_11_no_saving_no_claim_of_one(self) -> None:
        text = said(PRICED, measure("M2", "R2", investment=20000.0, running_cost=0.0))
        assert "没有估算年节约，以金额计的效益未估算。" in text
        assert "回收期" not in text
        assert "净节约" not in text

    def test_kind_11_a_blank_cost_is_not_nought(self) -> None:
        """With a yearly cost blank nothing is said of the net, with a one-off cost blank nothing of the payback."""
        unknown = said(PRICED.model_copy(update={"running_cost": None}), SAVING)
        assert "2 项措施中只有 1 项给出了年运行费，年净节约与回收期不能计算。" in unknown
        assert "回收期约" not in unknown
        nowhere = said(
            PRICED.model_copy(update={"running_cost": None}), SAVING.model_copy(update={"running_cost": None})
        )
        assert "措施没有给出年运行费，年净节约与回收期不能计算。" in nowhere
        assert "回收期约" not in said(PRICED.model_copy(update={"investment": None}), SAVING)

    def test_kind_11_a_saving_that_does_not_cover_the_running_cost(self) -> None:
        text = said(PRICED.model_copy(update={"running_cost": 50000.0}), SAVING)
        assert "年净节约 −1.8 万元。" in text
        assert "扣除年运行费后没有净节约，谈不上回收期。" in text
        assert "回收期约" not in text

    def test_kind_11_what_failed_saves_nothing(self) -> None:
        failed = SAVING.model_copy(update={"trial": Trial.FAILED, "before": 10.0, "after": 11.0})
        text = said(PRICED, failed)
        assert "年节约 " not in text
        assert "没有估算年节约" not in text  # one is stated
        assert "试行无效、所填年节约不计入的措施：M2 办法M2。" in text

    def test_kind_11_a_tool_for_what_is_left_out_is_not_needed(self) -> None:
        gone = measure("M3", "R2", adoption=Adoption.REJECTED, reason="太贵")
        tools = (tool("Y1", "M3", budget=30000.0), tool("Y2", "M1 M3", budget=500.0))
        text = said(PRICED, SAVING, gone, tools=tools)
        assert "预算合计 500 元" in text
        assert "Y1" not in text

    def test_kind_11_a_negative_yearly_cost(self) -> None:
        text = said(
            measure("M1", investment=0.0, running_cost=-9000.0), measure("M2", "R2", investment=0.0, running_cost=0.0)
        )
        assert "年运行费 −9,000 元（负数表示比现在少支出）" in text
        assert "负数" not in said(PRICED, SAVING)

    def test_kind_11_the_rate_of_a_day_only_where_it_is_given(self) -> None:
        rows = (measure("M1", person_days=10.0), measure("M2", "R2", person_days=5.0))
        assert "按人天单价 800 元计，投入人力折合 1.2 万元，没有计入一次性投入。" in said(
            *rows, info=info(day_rate=800.0)
        )
        assert "折合" not in said(*rows)

    def test_kind_11_nothing_stated_is_unknown(self) -> None:
        text = said(measure("M1"), measure("M2", "R2"))
        assert "措施没有给出投入数据" in text
        assert "万元" not in text

    def test_kind_11_quick_wins_are_cheap_tried_and_of_no_high_risk(self) -> None:
        """速赢 = anything that costs nothing no longer."""
        win = tried("M1", Trial.EFFECTIVE, 10.0, 5.0, investment=0.0, running_cost=0.0, person_days=4.0)
        rest = measure("M2", "R2", investment=50000.0)
        assert "速赢措施 1 项，合计 4 人天：M1 办法M1。" in said(win, rest)
        assert "速赢措施 1 项：M1 办法M1。" in said(win.model_copy(update={"person_days": None}), rest)
        assert "速赢措施 1 项" in said(win.model_copy(update={"investment": 2000.0}), rest)
        for changed in ({"trial": Trial.UNTRIED, "before": None, "after": None}, {"trial": Trial.PARTIAL},
                        {"investment": None}, {"investment": 20000.0}, {"running_cost": 30000.0}, {"running_cost": None},
                        {"before": 10.0, "after": 11.0}):  # fmt: skip
            rows = (win.model_copy(update=changed), rest)
            assert "速赢措施" not in said(*rows, indicators=(), goals=(goal(target=None),)), changed
        grave = risk("K1", 4, 4, answer="M1 先在一个网点试")
        assert "速赢措施" not in said(win, rest, risks=(grave,))
        assert "速赢措施" in said(win, rest, risks=(grave.model_copy(update={"impact": 2}),))
        assert "速赢措施" not in said(win, rest, risks=(grave.model_copy(update={"impact": None}),))


AMOUNTS = st.none() | st.integers(0, 60).map(lambda n: n * 500.0)


@st.composite
def priced(draw: Any) -> tuple[tuple[Measure, ...], tuple[Tool, ...]]:
    rows = tuple(
        measure(
            f"M{n}",
            investment=draw(AMOUNTS),
            running_cost=draw(AMOUNTS),
            saving=draw(AMOUNTS),
            person_days=draw(AMOUNTS),
        )
        for n in range(draw(st.integers(1, 5)))
    )
    keys = st.lists(st.sampled_from([m.id for m in rows]), unique=True, max_size=2)
    tools = tuple(tool(f"Y{n}", " ".join(draw(keys)), budget=draw(AMOUNTS)) for n in range(draw(st.integers(0, 4))))
    return rows, tools


@settings(max_examples=150, deadline=None)
@given(priced())
def test_sums_and_bounds_by_another_way(held: tuple[tuple[Measure, ...], tuple[Tool, ...]]) -> None:
    rows, tools = held
    sums = money(rows, tools)
    frame = pd.DataFrame([m.model_dump() for m in rows])
    for name in ("investment", "running_cost", "saving", "person_days"):
        column = pd.to_numeric(frame[name])
        assert (getattr(sums, name) or 0.0) == column.sum()
        assert (getattr(sums, name) is None) == column.isna().all()
        assert sums.given(name) == column.notna().sum()
    budgets = sum(t.budget or 0.0 for t in tools)
    cost = frame.investment.astype(float).sum()
    low, high = sums.one_off.low, sums.one_off.high
    if low is None or high is None:
        assert budgets == 0
        assert sums.investment is None
        return
    assert high == cost + budgets
    assert low >= max(cost, budgets)
    assert low <= high
    least = max(budgets, _least(rows, tools))
    assert low <= least + 1e-6
    if all(len(t.measures) <= 1 for t in tools):
        assert low == pytest.approx(least)


def _least(rows: tuple[Measure, ...], tools: tuple[Tool, ...]) -> float:
    """The least that can be spent, as a linear programme: each budget is shared out among the measures it is for, and
    a measure costs what it states, or its share where that is more. A tool for no costed measure comes on top.
    """
    costs = {m.id: m.investment or 0.0 for m in rows}
    outside = sum(t.budget or 0.0 for t in tools if not any(costs[k] for k in t.measures))
    linked = [t for t in tools if t.budget and any(costs[k] for k in t.measures)]
    keys = list(costs)
    pairs = [(n, key) for n, t in enumerate(linked) for key in t.measures if costs[key]]
    width = len(keys) + len(pairs)
    above, shared = np.zeros((len(keys), width)), np.zeros((len(linked), width))
    for at, key in enumerate(keys):
        above[at, at] = -1.0
        for column, (_, to) in enumerate(pairs, len(keys)):
            above[at, column] = float(to == key)
    for column, (n, _) in enumerate(pairs, len(keys)):
        shared[n, column] = 1.0
    bounds = [(cost, None) for cost in costs.values()] + [(0.0, None)] * len(pairs)
    goal_ = np.array([1.0] * len(keys) + [0.0] * len(pairs))
    given_ = {"A_eq": shared, "b_eq": [t.budget for t in linked]} if linked else {}
    return float(linprog(goal_, above, np.zeros(len(keys)), bounds=bounds, **given_).fun) + outside


def test_the_order_of_the_rows_changes_no_sum() -> None:
    project = sample()
    one, two = (money(rows, tools) for rows, tools in (
        (project.measures, project.tools), (project.measures[::-1], project.tools[::-1])
    ))  # fmt: skip
    for name in ("investment", "running_cost", "person_days", "net"):
        first, second = getattr(one, name), getattr(two, name)
        assert first == second
        assert (first is None) or first.fact.id == second.fact.id
    assert (one.one_off.low, one.one_off.high) == (two.one_off.low, two.one_off.high)


def test_an_alternative_is_charged_its_own_tools() -> None:
    both = (Alternative(id="S1", name="甲案", measures=("M1",)), Alternative(id="S2", name="乙案", measures=("M2",)))
    tools = (tool("Y1", "M1", budget=1000.0), tool("Y2", "M2", budget=7000.0))
    found = findings(plan(alternatives=both, tools=tools))
    assert [sums.one_off.tools for _, sums in found.money_of] == [1000.0, 7000.0]


def test_the_same_measures_have_one_fact_whoever_adds_them_up() -> None:
    rows = (PRICED, SAVING)
    one, two = money(rows), money(rows[::-1], (), filled(info(day_rate=800.0), "day_rate"))
    assert isinstance(one, Money)
    assert one.investment is not None
    assert two.investment is not None
    assert one.investment.fact.id == two.investment.fact.id
