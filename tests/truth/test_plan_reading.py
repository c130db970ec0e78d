"""What a reader of the plan found untrue, each kind once true and once not."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import pytest

from fixdocs.schema.choices import Adoption, Direction, Trial
from fixdocs.schema.improve import Alternative, Decision, Issue, RootCause
from tests.reports.plans import box

from .plans import goal, measure, months, plan, read, risk, task, tool, tried

DAYS = {"trial_from": date(2026, 1, 5), "trial_to": date(2026, 1, 30)}


def said(*measures: Any, **sheets: Any) -> str:
    return read(
        plan(measures=measures, **({"goals": (goal(),), "indicators": (months(9.0, 12.0, 10.0),)} | sheets))
    ).text


class TestTrials:
    def test_a_value_within_the_months_is_no_betterment(self) -> None:
        """8 → 7.9 in a range of 6.9 to 9 was called 改善."""
        text = said(tried("M1", Trial.PARTIAL, 12.0, 9.5))
        assert "耗时由 10 天变为 9.5 天（试行，试行前为 12 天），仍在该指标各月的范围之内，还看不出改善" in text
        dated = said(tried("M1", Trial.PARTIAL, 10.0, 9.5, **DAYS))
        assert "耗时由 10 天变为 9.5 天（试行），仍在此前各月的范围之内，还看不出改善" in dated
        assert "改善到" not in text
        assert "耗时由 10 天改善到 8.5 天（试行，试行前为 12 天）" in said(tried("M1", Trial.PARTIAL, 12.0, 8.5))
        assert "耗时由 10 天改善到 9.5 天（试行，试行前为 12 天）" in said(
            tried("M1", Trial.PARTIAL, 12.0, 9.5), indicators=()
        )

    def test_only_months_before_the_trial_make_the_range(self) -> None:
        early = tried("M1", Trial.PARTIAL, 12.0, 9.5, trial_from=date(2025, 11, 3))
        assert "还看不出改善" not in said(early)  # two months before it are no range
        early = early.model_copy(update={"trial_from": date(2025, 12, 3)})
        assert "还看不出改善" in said(early)
        low = months(12.0, 12.5, 12.2, 9.0)
        assert "改善到 9.5 天（试行，试行前为 12 天）" in said(early, indicators=(low,))

    def test_what_was_tried_is_not_called_untried(self) -> None:
        """The expected value of a measure whose own trial fell short."""
        text = said(tried("M1", Trial.PARTIAL, 12.0, 8.0, expected=5.0))
        assert "M1 办法M1的预期值为 5 天，可达到目标值，但试行没有达到，以试行值为准。" in text
        assert "尚未试行，以" not in text
        other = measure("M2", "R2", indicator="耗时", expected=5.0, trial=Trial.UNTRIED)
        assert "但尚未试行，以试行值为准。" in said(tried("M1", Trial.PARTIAL, 12.0, 8.0), other)
        blank = other.model_copy(update={"trial": None})
        assert "M2 办法M2的预期值为 5 天，以试行值为准。" in said(tried("M1", Trial.PARTIAL, 12.0, 8.0), blank)

    def test_several_trials_stand_in_a_table_with_what_is_said_of_each(self) -> None:
        made = read(plan(
            measures=(tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_n=12, **DAYS),
                      tried("M2", Trial.EFFECTIVE, 9.0, 5.0, roots="R2", trial_n=40, **DAYS)),
            goals=(goal(),), indicators=(months(9.0, 12.0, 10.0),),
        ))  # fmt: skip
        rows = made.table("试行前后的数值")
        assert rows[0] == ("措施", "样本与试行期", "指标", "试行前", "试行后", "目标值", "结果与判断")
        assert rows[1][1] == "12 个\n2026-01-05–\n2026-01-30"
        assert rows[1][2:6] == ("耗时", "10 天", "9.5 天", "6 天")
        assert rows[1][6].startswith("部分有效\n未达到目标值；仍在此前 3 个月的范围（9 天至 12 天）之内")
        assert rows[2][6] == "有效\n达到目标值；好于此前 3 个月中的任何一个月（9 天至 12 天）"
        text = made.texts("试行结果")
        assert "样本不足 30 个、结果仅供参考的措施：M1。" in text
        assert "试行前值与目标的基线值不同、口径须核对的措施：M2。" in text
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
        assert "3 项目标中 1 项可达到目标值（耗时，预期），按预期值有 1 项达不到，其余无从比较。" in text
        text = said(*rows, goals=(goal(), goal("G2", target=7.0)), indicators=())
        assert "2 项目标中 1 项可达到目标值（耗时，预期），按预期值其余达不到。" in text

    def test_what_is_missed_says_by_which_value_it_was_judged(self) -> None:
        """A trial of one measure falls short; a measure not yet tried is expected to reach the target."""
        rows = (tried("M1", Trial.PARTIAL, 10.0, 9.0), measure("M2", "R2", indicator="耗时", expected=5.0))
        assert "按试行值尚达不到目标值" in said(*rows, goals=(goal(),))
        both = (goal(), goal("G2", indicator="别的"))
        two = (rows[0], measure("M2", "R2", indicator="别的", expected=9.0))
        assert "按试行值或预期值2 项目标都达不到目标值" not in said(*two, goals=both)
        assert "按试行值或预期值，2 项目标都达不到目标值" in said(*two, goals=both)

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

    def test_a_payback_has_no_tenths_of_a_month_from_a_year_up(self) -> None:
        assert self.table(running_cost=1000.0, saving=7100.0)["回收期（月）"] == ("48", "18")  # 17.7
        assert self.table(running_cost=1000.0, saving=21000.0)["回收期（月）"] == ("48", "5.4")
        ranged = self.table(tool("Y1", "M1", budget=300.0), running_cost=1000.0, saving=7000.0)
        assert ranged["回收期（月）"][0] == "48"  # 48 to 48.4: one figure as it is printed

    def test_the_box_tells_the_payback_or_that_nothing_is_saved(self) -> None:
        def money(saving: float) -> str:
            return box(read(plan(measures=(measure("M1", "R1 R2", saving=saving, **self.PRICED),))))["所需资金"]

        assert money(12000.0).endswith(
            "年节约 1.2 万元；按一次性资金与净节约（已给出的年节约减年运行费）计，回收期约 48 个月"
        )
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


class TestIssues:
    """Rooted issues were all called core: 13 instead of 5."""

    def issues(self, *impacts: int) -> tuple[Issue, ...]:
        given = {"description": "慢", "kind": "效率类", "scope": "全程", "frequency": 5}
        return tuple(Issue(id=f"P{n}", impact=impact, **given) for n, impact in enumerate(impacts, 1))

    def opening(self, *impacts: int) -> str:
        keys = tuple(f"P{n}" for n in range(1, len(impacts) + 1))
        roots = (RootCause(id="R1", issues=keys, sources=(), description="甲"),)
        made = read(plan(measures=(measure("M1"),), roots=roots, issues=self.issues(*impacts)))
        return "\n".join("\t".join(row) for b in made.under("背景与目标") for row in b.rows or ((b.text,),))

    def test_core_and_other_issues_are_told_apart(self) -> None:
        assert "有 1 个核心问题和 1 个其他问题，追溯到 1 个根因" in self.opening(5, 1)
        assert "P2\t慢（非核心问题）" in self.opening(5, 1)
        assert "有 2 个核心问题，追溯到" in self.opening(5, 4)
        assert "非核心" not in self.opening(5, 4)

    def test_no_issue_is_core(self) -> None:
        assert "有 2 个问题，都不是核心问题，追溯到" in self.opening(1, 1)
        assert "没有核心问题，分析的问题是“P1 慢”" in self.opening(1)
        assert "的核心问题是“P1 慢”" in self.opening(5)


class TestAlternatives:
    def said(self, *measures: Any, adopted: str = "S1", **more: Any) -> Any:
        of = (("M1", "M2"), ("M1",))
        both = tuple(Alternative(id=f"S{n}", name=f"{n}案", measures=held) for n, held in enumerate(of, 1))
        return read(plan(measures=measures, alternatives=both, decision=Decision(adopted=adopted), **more))

    def test_what_is_not_adopted_yet_is_no_coverage_and_that_is_said(self) -> None:
        """ "覆盖 6 个根因中的 4 个" stood beside "可应对 5 个根因" without a word."""
        pending = measure("M2", "R2", adoption=Adoption.PENDING)
        text = self.said(measure("M1"), pending).text
        assert "各方案的措施如果全部采纳，选定的方案可应对 2 个根因，其余方案最多 1 个。" in text
        assert "“可应对的根因”也计入措施尚未采纳的根因。" in text
        text = self.said(measure("M1"), measure("M2", "R2")).text
        assert "。选定的方案可应对 2 个根因，其余方案最多 1 个。" in text
        assert "尚未采纳" not in text

    def test_a_shared_measure_is_not_to_be_added_up(self) -> None:
        sentence = "几个方案共有的措施，投入在各方案中都计入，不可相加：M1 办法M1。"
        assert sentence in self.said(measure("M1", investment=500.0), measure("M2", "R2")).text
        assert "不可相加" not in self.said(measure("M1"), measure("M2", "R2", investment=500.0)).text

    def test_a_measure_that_failed_is_told_in_the_alternative_that_holds_it(self) -> None:
        failed = tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2")
        rows = {row[0]: row[1:] for row in self.said(measure("M1"), failed).table("备选方案比较")}
        assert rows["措施"] == ("2 项\nM1、M2\nM2 试行无效", "1 项\nM1")

    def test_a_failed_measure_that_is_left_out_gives_the_trial_as_the_reason(self) -> None:
        left = (tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2"), measure("M3", "R2"))
        rows = self.said(measure("M1"), *left, adopted="S2").table("没有列入的措施与理由")
        assert [row[-1] for row in rows[1:]] == ["试行无效", "不在方案 S2 之内"]


class TestPartly:
    ROWS: ClassVar[tuple[Any, ...]] = (
        measure("M1", investment=900.0, person_days=3.0, running_cost=0.0),
        measure("M2", "R2", person_days=4.0, post="柜员"),
        measure("M3", "R2", post="柜员"),
    )

    def test_sums_over_blanks_say_so_wherever_they_stand(self) -> None:
        made = read(plan(measures=self.ROWS, tasks=(task("T1", date(2026, 4, 1), date(2026, 5, 1)),)))
        assert {row[0]: row[-1] for row in made.table("各责任岗位的工作")[1:]} == {"主管": "3", "柜员": "至少 4"}
        strip = next(row for block in made.blocks for row in block.rows if "投入人力（人天）" in row[-1])
        assert strip[-2].endswith("3 项措施中 1 项给出")
        assert strip[-1].endswith("3 项措施中 2 项给出")

    def test_a_measure_without_any_figure_keeps_its_row(self) -> None:
        rows = read(plan(measures=self.ROWS)).table("各项措施的投入")
        assert [row[0] for row in rows[1:]] == ["M1", "M2", "M3", ""]
        assert set(rows[3][2:]) == {"—"}


class TestUnknown:
    def test_a_blank_result_of_a_trial_is_not_untried(self) -> None:
        text = said(measure("M1", trial=Trial.UNTRIED), measure("M2", "R2"))
        assert "本方案中还有 1 项措施尚未试行（M1 办法M1）" in text
        assert "1 项措施没有填写是否试行（M2 办法M2）" in text
        assert "没有填写是否试行" not in said(measure("M1"), measure("M2", "R2"))

    def test_a_trial_without_a_value_before_tells_what_it_measured(self) -> None:
        assert "M1 办法M1：耗时试行后为 8 天，没有填写试行前的值。" in said(tried("M1", Trial.PARTIAL, None, 8.0))

    def test_a_trial_or_a_promise_from_the_worst_month_says_so(self) -> None:
        text = said(tried("M1", Trial.PARTIAL, 12.0, 8.0), goals=(goal(baseline=12.0),))
        assert "试行前值为该指标各月中最差的一个月" in text
        dated = said(tried("M1", Trial.PARTIAL, 12.0, 8.0, **DAYS), goals=(goal(baseline=12.0),))
        assert "试行前值为此前各月中最差的一个月" in dated
        worse = said(tried("M1", Trial.FAILED, 12.0, 13.0), goals=(goal(baseline=12.0),))
        assert "最差的一个月" not in worse  # nothing got better
        assert "耗时由 12 天（最差月）改善到 8 天（试行）" in text
        text = said(tried("M1", Trial.PARTIAL, 11.0, 8.0), goals=(goal(baseline=11.0),))
        assert "最差" not in text
        flat = (months(12.0, 12.0),)
        assert "最差" not in said(tried("M1", Trial.PARTIAL, 12.0, 8.0), goals=(goal(baseline=12.0),), indicators=flat)

    def test_an_objective_without_a_measure_is_said_once(self) -> None:
        rows = (measure("M1", indicator="耗时", expected=5.0), measure("M2", "R2", goals=("G3",)))
        goals = (goal(), goal("G2", indicator="别的"), goal("G3", indicator="又一项"))
        text = said(*rows, goals=goals, indicators=())
        assert "1 项目标没有试行值或预期值，效益尚不能估算：G3 目标G3的说明。" in text
        assert "1 项目标没有措施：G2 目标G2的说明。" in text


class TestSchedule:
    def test_a_task_that_starts_before_what_it_waits_for(self) -> None:
        first = task("T1", date(2026, 4, 1), date(2026, 5, 1))

        def text(start: date) -> str:
            return said(measure("M1"), tasks=(first, task("T2", start, date(2026, 6, 1), after=("T1",))))

        early = "开始早于前置任务的结束：T2 事项T2于2026年4月30日开始，前置任务 T1 事项T1到2026年5月1日才结束。"
        assert early in text(date(2026, 4, 30))
        assert "开始早于前置任务" not in text(date(2026, 5, 1))

    def test_an_objective_that_is_due_before_the_work_is_done(self) -> None:
        rows = (task("T1", date(2026, 4, 1), date(2026, 5, 1)), task("T2", date(2026, 4, 1), date(2026, 6, 1)))
        late = said(measure("M1"), tasks=rows, goals=(goal(due=date(2026, 5, 31)),))
        assert "1 项目标的达成日期早于实施期的结束日期（2026年6月1日）：G1" in late
        assert "的达成日期早于" not in said(measure("M1"), tasks=rows, goals=(goal(due=date(2026, 6, 1)),))

    def test_work_that_was_done_when_it_was_decided_is_not_called_begun(self) -> None:
        rows = (task("T1", date(2026, 4, 1), date(2026, 4, 10)), task("T2", date(2026, 5, 1), date(2026, 6, 1)))
        one = (Alternative(id="S1", name="甲案", measures=("M1",)),)

        def text(day: date) -> str:
            return said(measure("M1"), tasks=rows, alternatives=one, decision=Decision(adopted="S1", day=day))

        assert "T1 事项T1已于2026年4月10日完成。" in text(date(2026, 4, 20))
        assert "T1 事项T1已于2026年4月1日开始。" in text(date(2026, 4, 5))


class TestRisks:
    def test_the_gravest_is_so_among_those_that_are_rated(self) -> None:
        rows = (risk("K1", 3, 3), risk("K2", 1, 2))
        assert "等级最高的是 K1 风险K1（9）。" in said(measure("M1"), risks=rows)
        assert "已评定的" not in said(measure("M1"), risks=rows)
        open_one = (*rows, risk("K3", None, 2))
        made = read(plan(measures=(measure("M1"),), risks=open_one))
        sentence = "已评定的 2 项中，等级最高的是 K1 风险K1（9）。"
        assert sentence in box(made)["主要风险"]
        assert "其中 1 项没有评定可能性或影响：K3 风险K3。" in made.text
