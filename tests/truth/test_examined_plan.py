"""What the outside examiner found in the plan, a test each: where it must be said, and a near project where not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.schema.choices import Adoption, Treatment, Trial
from fixdocs.schema.improve import Decision, Duty
from tests.reports.plans import END, START, flows, step
from tests.reports.reading import Read, built

from .examined_plan import FAILED, ONE, chosen, examined, issue, options
from .plans import goal, measure, plan, read, risk, root, task, tool, tried

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


def box(made: Read) -> dict[str, str]:
    return {row[0]: row[1] for block in made.under("提请决策事项") for row in block.rows}


def points(project: Project) -> str:
    return "\n".join(read(project).points())


def test_10_alternatives_of_a_single_path_stand_side_by_side() -> None:
    held = plan(**ONE, measures=(measure("M1"),), issues=(issue("P1"),), alternatives=options("M1", "M1"))
    assert "→ 方案 S1（1案）、方案 S2（2案）。" in read(held).text


def test_17_a_duty_that_stays_with_its_post_is_no_change() -> None:
    same = Duty(matter="签字", old_post="主管", new_post=" 主管")
    moved = Duty(matter="盖章", old_post="主管", new_post="专员")
    text = read(plan(duties=(same, moved))).text
    assert "职责调整一项：盖章由主管改为专员负责。填写的原岗位与新岗位相同，不算职责调整，须核对：签字。" in text
    assert "主管改为" not in read(plan(duties=(same,))).text
    assert "须核对" not in read(plan(duties=(moved,))).text


class TestPooled:
    """22: no alternative is credited with another's measures."""

    def test_22_each_alternative_has_its_own_number(self) -> None:
        made = examined()
        assert "2 个备选方案合计 2 项措施；2 个根因中，可应对的：方案 S1 2 个；方案 S2 1 个。" in points(made["pooled"])
        assert "方案 S2 没有。" in points(made["pooled without"])
        assert "2 个根因中，各方案可应对的都是 1 个。" in points(made["pooled even"])
        assert "各方案可应对的最少 1 个，最多 2 个。" in points(made["pooled many"])
        text = read(made["pooled"]).text
        assert "本方案" not in text
        assert "覆盖" not in text

    def test_22_after_the_choice_the_plan_is_one(self) -> None:
        assert "合计" not in points(plan(**chosen("M1 M2", "M1")))
        assert "方案 S1（1案）以 2 项措施覆盖全部 2 个根因。" in points(plan(**chosen("M1 M2", "M1")))

    def test_22_tasks_and_posts_depend_on_the_choice(self) -> None:
        tasks = (task("T1", APRIL, MAY), task("T2", APRIL, MAY, "M2", post="专员"))
        made = read(plan(tasks=tasks, alternatives=options("M1", "M2")))
        assert "各备选方案的任务不同，合计 2 项，在2026年4月1日至2026年5月1日之间，涉及 2 个岗位。" in made.text
        assert box(made)["所需人力"] == "没有给出人天，各方案合计涉及的岗位：主管、专员"
        assert box(made)["实施时间"].endswith("之间，视选定的方案而定")
        alike = read(plan(tasks=tasks, alternatives=options("M1 M2", "M2 M1")))
        assert "分 2 项任务" in alike.text


class TestPending:
    """28: a measure whose adoption is 待定 is told where it is asked for."""

    @pytest.mark.parametrize("adoption", [Adoption.PENDING, None])
    def test_28_the_box_says_it(self, adoption: Adoption | None) -> None:
        rows = (measure("M1"), measure("M2", "R2", adoption=adoption))
        assert "1 项措施还没有确定采纳：M2 办法M2" in box(read(plan(measures=rows)))["未决事项"]
        assert "还没有确定采纳" not in read(plan()).text

    def test_28_before_any_adoption_is_filled_nothing_is_pending(self) -> None:
        blank = (measure("M1", adoption=None), measure("M2", "R2", adoption=None))
        assert "还没有确定采纳" not in read(plan(measures=blank)).text

    def test_28_pending_and_failed_are_both_told(self) -> None:
        rows = (tried("M1", Trial.FAILED, 5.0, 6.0, adoption=Adoption.PENDING), measure("M2", "R2"))
        text = read(plan(measures=rows, issues=(issue("P1"),))).text
        assert "M1 办法M1（待定、试行无效）" in text
        assert "M2 办法M2（" not in text

    def test_28_and_75_the_table_says_which_is_which(self) -> None:
        rows = (FAILED, measure("M2", "R2", adoption=Adoption.REJECTED), measure("M3", adoption=Adoption.PENDING))
        made = read(plan(measures=rows, **chosen("M1 M2 M3", "M3")))
        table = {row[0]: row[1:] for row in made.table("备选方案比较")}
        assert table["措施"] == (
            "3 项\nM1、M2、M3\nM1 试行无效\nM2 不采纳\nM3 待定",
            "1 项\nM3\nM3 待定",
        )
        assert "采纳待定的措施如有投入、节约与指标值，也计入各方案：M3 办法M3。" in made.text
        assert "采纳待定" not in read(plan(**chosen("M1 M2", "M1"))).text


class TestUnsettled:
    """29: what the chapters leave open stands in the box that asks."""

    @pytest.mark.parametrize(
        ("gap", "said"),
        [
            ({"measures": (measure("M1"), measure("M2", "R2", adoption=Adoption.REJECTED))},
             "1 个根因的措施没有采纳：R2 根因R2的说明"),
            ({"tools": (tool("Y1", due=date(2026, 6, 1)),)}, "Y1 工具Y1的到位日期晚于实施期的结束日期（2026年5月1日）"),
            ({"measures": (tried("M1", Trial.EFFECTIVE, 10.0, 13.0), measure("M2", "R2")), "goals": (goal(),)},
             "试行结论与试行值不符的措施，须先核对：M1 办法M1"),
            ({"issues": (issue("P9", treatment=Treatment.NOW),), "roots": (root("R1"), root("R2"), root("R3", issues=("P9",)))},
             "P9 已决定立即处理或列入方案，其根因还没有措施"),
        ],
    )  # fmt: skip
    def test_29_it_is_asked_under_the_proviso(self, gap: dict[str, Any], said: str) -> None:
        tasks = {"tasks": (task("T1", APRIL, MAY, "M1 M2"),)}
        assert said in box(read(plan(**tasks, **gap)))["未决事项"]
        assert said not in box(read(plan(**tasks)))["未决事项"]

    def test_29_what_is_not_adopted_needs_no_verification_first(self) -> None:
        held = box(read(examined()["idle rejected"]))["未决事项"]
        assert "再实施 M1 办法M1；" in held

    def test_29_a_step_that_law_asks_for_is_cut_short(self) -> None:
        rule = {"regulation": "公示不少于十日"}
        before = [START, step("F2", 30, **rule), END]
        said = "有法规或内控要求的步骤，改进后耗时缩短，又没有填写这项要求：F2 步骤F2（公示不少于十日）"
        assert said in box(read(plan(**flows(before, [START, step("F2", 20), END]))))["法规与内控"]
        for after in (step("F2", 20, **rule), step("F2", 30), step("F2", 40)):
            assert "耗时缩短" not in read(plan(**flows(before, [START, after, END]))).text

    def test_31_issues_whose_measures_all_failed(self) -> None:
        made = examined()["unanswered"]
        said = "1 个决定立即处理或列入方案的问题没有可以计入的措施：P1 慢。"
        assert said in points(made)
        assert said not in points(replace(made, measures=(measure("M1"), measure("M2", "R2"))))
        closed = issue("P1", treatment=Treatment.NOW, status="closed")
        assert "可以计入的措施：P1" not in points(replace(made, issues=(closed,)))


class TestPeople:
    """49, 50, 61: the posts of tasks, duties and lost steps."""

    def test_49_posts_of_tasks_and_no_days(self) -> None:
        other = (task("T1", APRIL, MAY, post="专员"),)
        assert box(read(plan(tasks=other)))["所需人力"] == "没有给出人天，由主管负责；任务另由专员承担"
        days = (measure("M1", "R1 R2", person_days=0.0),)
        assert box(read(plan(measures=days)))["所需人力"] == "投入人力 0 人天，由主管负责"

    def signing(self, **sheets: Any) -> list[str]:
        rows = next(block.rows for block in read(plan(**sheets)).under("会签") if block.rows)
        return [row[0] for row in rows[1:]]

    def test_50_whoever_gets_or_loses_work_signs(self) -> None:
        assert self.signing() == ["主管", "项目负责人"]
        assert "专员" in self.signing(tasks=(task("T1", APRIL, MAY, post="专员"),))
        moved = self.signing(duties=(Duty(matter="盖章", old_post="会计", new_post="出纳"),))
        assert {"会计", "出纳"} <= set(moved)
        lost = flows([START, step("F2", 5, post="医生"), step("F3", 5), END], [START, step("F3", 5), END])
        assert "医生" in self.signing(**lost)

    def test_61_the_lead_names_the_columns_there_are(self) -> None:
        tasks = (task("T1", APRIL, MAY, "M1 M2", post="专员"),)
        assert "各责任岗位的措施与任务见" in read(plan(tasks=tasks)).text
        days = (measure("M1", "R1 R2", person_days=2.0),)
        assert "各责任岗位的措施、任务与人天见" in read(plan(tasks=tasks, measures=days)).text


def test_51_a_tool_without_date_or_budget() -> None:
    assert "需要 1 项工具与系统：工具Y1，没有填预算，没有填到位日期。" in read(plan(tools=(tool("Y1"),))).text
    several = read(plan(tools=(tool("Y1"), tool("Y2")))).text
    assert "都没有填预算，都没有填到位日期。" in several
    whole = read(plan(tools=(tool("Y1", budget=5.0, due=MAY),))).text
    assert "没有填" not in whole.partition("需要 1 项")[2].partition("\n")[0]


def test_52_removed_steps_name_no_measure() -> None:
    before = [START, step("F2", 5), step("F3", 5), END]
    measured = {"measures": ("M1",), "post": "会计"}
    gone = read(plan(**flows(before, [START, step("F3", 5, **measured), END]))).text
    assert "取消的步骤，流程表没有登记出自哪项措施：F2。" in gone
    kept = read(plan(**flows(before, [START, step("F2", 5), step("F3", 5, **measured), END]))).text
    assert "取消的步骤，" not in kept
    assert "取消的步骤，" not in read(plan(**flows(before, [START, step("F3", 5), END]))).text


def test_55_the_only_root_cause_is_told_once() -> None:
    text = points(examined()["only failed"])
    assert text.splitlines()[0] == (
        "本方案共 1 项措施，唯一的根因（R1 根因R1的说明）的措施试行无效，尚无应对办法。该根因待验证。"
    )
    assert "待验证" not in points(examined()["only failed, confirmed"])
    assert "唯一" not in points(plan())


class TestOne:
    """56: no 都 and no name twice where there is one."""

    def test_56_one_risk(self) -> None:
        one = read(examined()["unowned one"]).text
        assert "识别风险一项：风险K1。可能性或影响没有评定。该风险没有责任岗位。" in one
        two = (risk("K1", 2, 2, post=None), risk("K2", 2, 3))
        assert "1 项风险没有责任岗位：K1 风险K1。" in read(plan(risks=two)).text

    def test_56_one_measure_and_one_goal(self) -> None:
        one = read(plan(measures=(measure("M1", trial=Trial.UNTRIED),), goals=(goal(),))).text
        assert "该措施尚未试行，效果为预期，须在实施中验证。" in one
        assert "该目标没有试行值或预期值，效益尚不能估算。" in one
        assert "2 项目标都没有试行值或预期值" in read(plan(goals=(goal(), goal("G2")))).text


def test_62_a_pending_measure_outside_the_chosen_alternative() -> None:
    rows = (measure("M1", "R1 R2"), measure("M2", "R2", adoption=Adoption.PENDING))
    assert "M2 办法M2没有列入本方案：采纳待定，不在方案 S1 之内。" in read(plan(measures=rows, **chosen("M1"))).text
    assert "没有列入本方案：不在方案 S1 之内。" in read(plan(**chosen("M1"))).text


def test_30_the_evaluation_leaves_no_gap_out_of_what_follows() -> None:
    from .panels import THIN, panel

    held = replace(panel(THIN, Decision(adopted="S1")), measures=(measure("M1"),), roots=(root("R1"),))
    open_goal = replace(held, goals=(goal("G9", indicator="别的"),))
    said = "1 项目标没有措施：G9 目标G9的说明。"
    assert said in Read(built("evaluation", open_goal)).texts("后续事项")
    assert said not in Read(built("evaluation", held)).text
