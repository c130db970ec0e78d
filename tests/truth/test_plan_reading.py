"""What a reader of the plan found untrue, each kind once true and once not."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import pytest

from fixdocs.schema.choices import Adoption, Direction, StepKind, Trial
from fixdocs.schema.improve import Alternative, Decision, Issue, RootCause
from tests.reports.plans import END, START, box, flows, step, thin

from .plans import goal, measure, months, plan, read, tool, tried

DAYS = {"trial_from": date(2026, 1, 5), "trial_to": date(2026, 1, 30)}


def said(*measures: Any, **sheets: Any) -> str:
    return read(
        plan(measures=measures, **({"goals": (goal(),), "indicators": (months(9.0, 12.0, 10.0),)} | sheets))
    ).text


class TestTrials:
    def test_a_value_within_the_months_is_no_betterment(self) -> None:
        """8 → 7.9 in a range of 6.9 to 9 was called 改善."""
        text = said(tried("M1", Trial.PARTIAL, 12.0, 9.5))
        assert "耗时由 10 天变为 9.5 天（试行），仍在此前各月的范围之内，还看不出改善" in text
        assert "改善到" not in text
        assert "耗时由 10 天改善到 8.5 天（试行）" in said(tried("M1", Trial.PARTIAL, 12.0, 8.5))
        assert "耗时由 10 天改善到 9.5 天（试行）" in said(tried("M1", Trial.PARTIAL, 12.0, 9.5), indicators=())

    def test_only_months_before_the_trial_make_the_range(self) -> None:
        early = tried("M1", Trial.PARTIAL, 12.0, 9.5, trial_from=date(2025, 11, 3))
        assert "还看不出改善" in said(early)
        low = months(12.0, 12.5, 9.0)
        assert "改善到 9.5 天（试行）" in said(early, indicators=(low,))

    def test_what_was_tried_is_not_called_untried(self) -> None:
        """The expected value of a measure whose own trial fell short."""
        text = said(tried("M1", Trial.PARTIAL, 12.0, 8.0, expected=5.0))
        assert "M1 办法M1的预期值为 5 天，可达到目标值，但试行没有达到，以试行值为准。" in text
        assert "尚未试行，以" not in text
        other = measure("M2", "R2", indicator="耗时", expected=5.0)
        assert "但尚未试行，以试行值为准。" in said(tried("M1", Trial.PARTIAL, 12.0, 8.0), other)

    def test_several_trials_stand_in_a_table_with_what_is_said_of_each(self) -> None:
        made = read(plan(
            measures=(tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_n=12, **DAYS),
                      tried("M2", Trial.EFFECTIVE, 9.0, 5.0, roots="R2", trial_n=40, **DAYS)),
            goals=(goal(),), indicators=(months(9.0, 12.0, 10.0),),
        ))  # fmt: skip
        rows = made.table("试行前后的数值")
        assert rows[0] == ("措施", "样本与试行期", "指标", "试行前", "试行后", "目标值", "结果与判断")
        assert rows[1][1] == "12 个\n2026-01-05至\n2026-01-30"
        assert rows[1][2:6] == ("耗时", "10 天", "9.5 天", "6 天")
        assert rows[1][6].startswith("部分有效\n未达到目标值；仍在此前 3 个月的范围（9 天至 12 天）之内")
        assert rows[2][6] == "有效\n达到目标值；好于此前 3 个月中的任何一个月（9 天至 12 天）"
        text = made.texts("试行结果")
        assert "样本不足 30 个、结果仅供参考的措施：M1 办法M1。" in text
        assert "试行前值与目标的基线值不同、口径须核对的措施：M2 办法M2。" in text
        assert "试行期为" not in text

    def test_blanks_of_a_trial_stay_blank_in_the_table(self) -> None:
        made = read(plan(measures=(tried("M1", Trial.PARTIAL, None, None, indicator=None),
                                   tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2"))))  # fmt: skip
        heads, first, _ = made.table("试行前后的数值")
        row = dict(zip(heads, first, strict=True))
        assert (row["试行前"], row["试行后"], row["结果与判断"]) == ("—", "—", "部分有效")
        assert "样本与试行期" not in row  # a column of dashes goes


class TestTargets:
    def test_which_objectives_reach_their_targets_and_on_what_basis(self) -> None:
        """One of four reaches its target, by an estimate; what can't be compared is no miss."""
        rows = (measure("M1", indicator="耗时", expected=6.5),)
        text = said(*rows, goals=(goal(), goal("G2", target=7.0), goal("G3", indicator="别的")), indicators=())
        assert "3 项目标中 1 项可达到目标值（耗时，预期），1 项达不到，其余无从比较。" in text
        text = said(*rows, goals=(goal(), goal("G2", target=7.0)), indicators=())
        assert "2 项目标中 1 项可达到目标值（耗时，预期），其余达不到。" in text

    def test_targets_reached_by_estimates_alone(self) -> None:
        both = (goal(), goal("G2", target=7.0))
        assert "按预期值，2 项目标都可达到目标值，尚无试行值可以证实" in said(
            measure("M1", indicator="耗时", expected=5.0), goals=both, indicators=()
        )
        assert "证实" not in said(tried("M1", Trial.EFFECTIVE, 10.0, 5.0), goals=both, indicators=())


class TestObjectives:
    def test_a_baseline_that_is_the_worst_month_is_said(self) -> None:
        worst = "优化目标 G1 的基线值 12 天与耗时最差月份（2025年10月）的数值相同"
        assert worst in said(measure("M1"), goals=(goal(baseline=12.0),))
        assert worst in said(measure("M1"), goals=(goal(baseline=12.0), goal("G2", indicator="别的")))
        assert "基线值 13 天不在耗时各月的范围（9 天 至 12 天）之内" in said(
            measure("M1"), goals=(goal(baseline=13.0),)
        )
        assert "最差月份" not in said(measure("M1"), goals=(goal(baseline=10.0),))

    def test_an_objective_without_monthly_data_is_said(self) -> None:
        gap = "1 项目标的指标没有逐月数据，基线值无法核对"
        assert gap in said(measure("M1"), goals=(goal(), goal("G2", indicator="别的")))
        assert gap not in said(measure("M1"))


class TestGaps:
    ISSUE: ClassVar[dict[str, Any]] = {
        "description": "慢",
        "kind": "效率类",
        "scope": "全程",
        "impact": 5,
        "frequency": 5,
    }

    @pytest.mark.parametrize(("treatment", "apart"), [("now", True), ("planned", True), ("deferred", False)])
    def test_an_issue_in_the_plan_whose_root_causes_no_measure_names(self, treatment: str, apart: bool) -> None:
        rows = (Issue(id="P1", treatment=treatment, **self.ISSUE),)
        roots = (RootCause(id="R1", issues=("P9",), sources=(), description="甲"),
                 RootCause(id="R2", issues=("P1",), sources=(), description="乙"))  # fmt: skip
        text = said(measure("M1", "R1"), issues=rows, roots=roots)
        assert ("P1 已决定立即处理或列入方案，其根因还没有措施。" in text) == apart
        assert "没有措施应对" not in text  # said once
        assert "其根因还没有措施" not in said(measure("M1", "R1 R2"), issues=rows, roots=roots)

    def test_a_closed_issue_waits_for_no_measure(self) -> None:
        rows = [Issue(id="P1", treatment="planned", status=status, **self.ISSUE) for status in (None, "closed")]
        assert ["没有措施应对" in said(measure("M1"), issues=(row,), roots=()) for row in rows] == [True, False]


def test_the_direction_of_an_objective_turns_within_and_beyond() -> None:
    up = {"goals": (goal(direction=Direction.HIGHER, baseline=9.0, target=20.0),)}
    assert "还看不出改善" in said(tried("M1", Trial.PARTIAL, 9.0, 11.0), **up)
    assert "改善到 13 天" in said(tried("M1", Trial.PARTIAL, 9.0, 13.0), **up)


class TestMoney:
    PRICED: ClassVar[dict[str, float]] = {"investment": 40000.0, "running_cost": 2000.0}

    def table(self, *tools: Any, **saving: float) -> dict[str, tuple[str, ...]]:
        rows = (measure("M1", saving=12000.0, **self.PRICED), measure("M2", "R2", investment=9000.0, **saving))
        both = tuple(Alternative(id=f"S{n}", name=f"{n}案", measures=(f"M{n}",)) for n in (1, 2))
        made = read(plan(measures=rows, alternatives=both, tools=tools, decision=Decision(adopted="S1")))
        return {row[0]: row[1:] for row in made.table("备选方案比较")}

    def test_each_alternative_has_its_own_payback(self) -> None:
        """The chosen one was back in over six years, another in two and a half: nothing said so."""
        assert self.table(running_cost=1000.0, saving=7000.0)["回收期（月）"] == ("48", "18")
        assert self.table(running_cost=1000.0, saving=500.0)["回收期（月）"] == ("48", "没有净节约")
        assert self.table(saving=7000.0)["回收期（月）"] == ("48", "—")  # a blank yearly cost is not nought
        assert "一次性资金（含工具）" not in self.table(running_cost=1000.0, saving=7000.0)
        ranged = self.table(tool("Y1", "M1", budget=10000.0), running_cost=1000.0, saving=7000.0)
        assert ranged["回收期（月）"] == ("48 至 60", "18")
        assert ranged["一次性资金（含工具）"] == ("4 万元至 5 万元", "9,000 元")

    def test_the_box_tells_the_payback_or_that_nothing_is_saved(self) -> None:
        def money(saving: float) -> str:
            return box(read(plan(measures=(measure("M1", "R1 R2", saving=saving, **self.PRICED),))))["所需资金"]

        assert money(12000.0).endswith("年节约 1.2 万元；按一次性资金与已给出的年节约计，回收期约 48 个月")
        assert money(2000.0).endswith("扣除年运行费后没有净节约，谈不上回收期")

    def test_a_sum_of_budgets_says_how_many_tools_state_one(self) -> None:
        text = said(measure("M1"), tools=(tool("Y1", "M1", budget=800.0), tool("Y2", "M1")))
        assert "预算合计 800 元（2 项中 1 项填了预算）" in text
        assert "项填了预算" not in said(measure("M1"), tools=(tool("Y1", "M1", budget=800.0),))

    def test_days_of_tools_are_told_as_far_as_they_are_filled(self) -> None:
        first, last = tool("Y1", "M1", due=date(2026, 5, 1)), tool("Y2", "M1", due=date(2026, 6, 1))
        assert "，最迟 2026年6月1日到位。" in said(measure("M1"), tools=(first, last))
        assert "，2026年5月1日到位。" in said(measure("M1"), tools=(first,))
        assert "，已填到位日期的最迟 2026年5月1日到位，1 项没有填到位日期。" in said(
            measure("M1"), tools=(first, tool("Y2", "M1"))
        )


class TestStanding:
    def test_what_counts_for_nothing_says_so_in_the_chain(self) -> None:
        rows = (measure("M1"), tried("M2", Trial.FAILED, 10.0, 11.0),
                measure("M3", "R2", adoption=Adoption.REJECTED, reason="太贵"))  # fmt: skip
        issues = (Issue(id="P1", description="慢", kind="效率类", scope="全程", impact=5, frequency=5),)
        made = read(plan(measures=rows, issues=issues))
        chain = [cell for row in made.table("追溯表") for cell in row if cell.startswith("M")]
        assert chain == ["M1 办法M1", "M2 办法M2（试行无效）", "M3 办法M3（不采纳）"]

    def test_a_trial_s_value_stands_below_what_was_expected(self) -> None:
        rows = (
            tried("M1", Trial.PARTIAL, 10.0, 8.0, expected=5.0),
            measure("M2", "R2", indicator="耗时", expected=7.0),
        )
        made = read(plan(measures=rows, goals=(goal(),)))
        heads, first, second = made.table("措施明细")
        column = heads.index("预期值")
        assert first[column] == "耗时 5 天\n（试行值 8 天，部分有效）"
        assert second[column] == "耗时 7 天"

    def test_root_causes_that_are_not_verified_are_counted_as_they_are(self) -> None:
        one = said(measure("M1"), roots=(RootCause(id="R1", issues=("P1",), sources=(), description="甲"),))
        assert "该根因待验证：R1 甲。" in one
        assert "2 个根因都待验证：" in said(measure("M1"))


class TestFlow:
    @pytest.mark.parametrize(
        ("sources", "sentence"),
        [
            (("estimate", "estimate"), "改进后各步骤的耗时都是估计值。"),
            (("estimate", "measured"), "改进后有耗时的 2 个步骤中，1 个的耗时为估计值。"),
            (("measured", None), ""),
        ],
    )
    def test_estimates_are_told_beside_the_lead_time(self, sources: tuple[str | None, ...], sentence: str) -> None:
        """A lead time of estimates alone stood in the summary without a word."""
        after = [START, *(step(f"F{n}", 30, source=source) for n, source in enumerate(sources, 2)), END]
        made = read(thin(**flows([START, step("F2", 90), END], after)))
        assert any(sentence in point for point in made.points())
        assert sentence or "估计值" not in made.text
        assert made.text.count(sentence) == 3 or not sentence  # summary, box and chapter

    def test_work_without_a_split_is_the_touch_time(self) -> None:
        """Known was printed as unknown: no branches side by side before, two after."""
        fork = step("F2", 0, StepKind.FORK, exits=({"target": "F3"}, {"target": "F4"}))
        branches = [step("F3", 20, exits=({"target": "F5"},)), step("F4", 30, exits=({"target": "F5"},))]
        split = [START, fork, *branches, step("F5", 0, StepKind.JOIN), END]
        made = read(thin(**flows([START, step("F3", 60), END], split)))
        rows = {row[0]: row[1:] for row in made.table("流程指标的前后对比")}
        assert rows["总作业量"] == ("60 分钟", "50 分钟", "减少 16.7%")
        assert rows["作业时间"] == ("60 分钟", "30 分钟", "减少 50.0%")
        plain = read(thin(**flows([START, step("F3", 60), END], [START, step("F3", 40), END])))
        assert "总作业量" not in plain.text

    def test_nothing_is_said_of_where_a_change_lies(self) -> None:
        same = [START, step("F2", 30), END]
        text = read(thin(**flows(same, same))).text
        assert "填写的步骤、去向与占比都与现状相同，看不出措施带来的变化。" in text
        assert "流程之外" not in text
