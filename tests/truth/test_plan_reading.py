"""What a reader of the plan found untrue, each kind once true and once not."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import pytest

from fixdocs.schema.choices import Direction, Trial
from fixdocs.schema.improve import Issue, RootCause

from .plans import goal, measure, months, plan, read, tried

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
