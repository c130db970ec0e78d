"""《服务流程改进方案说明书》 of projects other than the sample: what it says in each case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Direction, StepKind, Trial, YesNo
from fixdocs.schema.improve import Alternative, Decision, Duty, Issue, Measure, Risk, RootCause, Task, Tool
from fixdocs.schema.survey import Goal

from .plans import END, START, box, flows, goal, promising, read, step, thin
from .reading import Read


class TestThin:
    def test_one_measure(self) -> None:
        made = read(thin())
        assert made.headings() == ["提请决策事项", "改进措施", "会签"]  # nothing to say of background and objectives
        assert "M1 立规则：写成文件。针对根因 R1；由主管负责。" in made.text
        assert made.captions() == []
        # Neither money nor dates are known: what is missing is a condition of what is asked.
        assert "请批准实施本方案的 1 项措施，并同意下列人力安排，前提是先解决下列未决事项。" in made.text
        assert "措施没有给出投入数据" in box(made)["未决事项"]
        assert box(made)["所需人力"] == "没有给出人天，由主管负责"
        assert "所需资金" not in box(made)

    def test_a_root_cause_without_a_measure_is_named(self) -> None:
        roots = (*thin().roots, RootCause(id="R2", issues=("P1",), sources=(), description="没有人"))
        assert "1 个根因没有措施：R2 没有人。" in read(thin(roots=roots)).text

    def test_a_root_cause_whose_measure_is_not_chosen(self) -> None:
        roots = (*thin().roots, RootCause(id="R2", issues=("P1",), sources=(), description="没有人"))
        measures = (*thin().measures, Measure(id="M2", roots=("R2",), name="招人", content="招两人", post="人事"))
        chosen = {
            "alternatives": (Alternative(id="S1", name="甲案", measures=("M1",)),), "decision": Decision(adopted="S1"),
        }  # fmt: skip
        text = read(thin(roots=roots, measures=measures, **chosen)).text
        assert "1 个根因的措施不在本方案之内：R2 没有人。" in text
        assert "方案 S1（甲案）共 1 项措施，拟应对 2 个根因中的 1 个，措施尚未确定采纳。" in text
        assert "M2 招人没有列入本方案：不在方案 S1 之内" in text

    def test_single_rows_are_sentences(self) -> None:
        made = read(thin(
            duties=(Duty(matter="审批", old_post="经理", new_post="主管"),),
            risks=(Risk(id="K1", name="有人反对", answer="先沟通", post="主管"),),
            tools=(Tool(id="Y1", name="表单", use="登记", budget=500, measures=("M1",), provider="信息部"),),
            tasks=(Task(id="T1", name="写规则", post="主管", start=date(2026, 4, 1), finish=date(2026, 4, 20),
                        output="规则"),),
        ))  # fmt: skip
        assert made.captions() == []
        assert made.drawings() == []
        assert "需要 1 项工具与系统：表单，预算合计 500 元，没有填到位日期。" in made.text
        assert "用途：登记；由信息部提供；用于 M1。" in made.text
        assert "2026年4月1日至2026年4月20日由主管完成一项任务：写规则。" in made.text
        assert "交付物：规则。" in made.text
        assert "应对措施：先沟通；由主管负责。" in made.text
        assert "职责调整一项：审批由经理改为主管负责。" in made.text
        assert "职责调整" not in made.captions()
        assert "识别风险一项：有人反对。" in made.text

    def test_a_single_path_is_a_sentence(self) -> None:
        issue = sample().issues[0].model_copy(update={"id": "P1", "description": "慢", "steps": (), "evidence": ()})
        made = read(thin(issues=(issue,)))
        assert "从问题到方案只有一条路径：P1 慢 → R1 没有规则（待验证） → M1 立规则。" in made.text
        assert "追溯表" not in made.captions()

    def test_nothing_is_free_by_silence(self) -> None:
        made = read(thin())
        assert "速赢" not in made.text  # a blank investment is unknown, not nought
        assert "万元" not in made.text

    def test_core_issues_and_the_part_that_is_answered(self) -> None:
        issues = tuple(
            Issue(id=f"P{n}", description=f"问题{n}", kind="效率类", scope="全程", impact=5, frequency=5)
            for n in (1, 2)
        )
        roots = tuple(RootCause(id=f"R{n}", issues=(f"P{n}",), sources=(), description=f"根因{n}") for n in (1, 2))
        part = read(thin(issues=issues, roots=roots))
        assert (
            "费用报销有 2 个核心问题，追溯到 2 个根因（见表 1），其中 1 个有拟采取的措施应对；2 个根因中 2 个待验证。"
            in part.text
        )
        one = read(thin(issues=issues[:1], roots=roots[:1]))
        assert "费用报销的核心问题是“P1 问题1”，追溯到 1 个根因，已有拟采取的措施应对；该根因待验证。" in one.text
        assert "费用报销的核心问题是“P1 问题1”，根因尚未登记。" in read(thin(issues=issues[:1], roots=roots[1:])).text

    def test_every_optional_sheet_empty(self) -> None:
        keep = ("info", "measures", "roots", "issues", "steps", "alternatives", "criteria", "reviewers", "scores")
        made = read(Project(**{name: getattr(sample(), name) for name in keep}))
        assert "实施计划" not in made.headings(2)
        assert "改进后流程" not in made.headings()


class TestFlow:
    def finding(self, **sheets: Any) -> str:
        return read(thin(**sheets)).texts("改进后流程")

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            (60, 30, "总历时预计由 60 分钟缩短到 30 分钟，减少 50.0%"),
            (60, 90, "总历时预计由 60 分钟延长到 90 分钟，增加 50.0%"),
            (60, 60, "总历时预计仍为 60 分钟，与现状相同"),
            (60, 58, "总历时预计为 58 分钟，现状为 60 分钟，相差 3.3%，基本持平"),
            (0, 30, "改进后总历时（预计）：30 分钟；现状没有填写耗时，无从比较"),
        ],
    )
    def test_the_lead_time(self, before: float, after: float, said: str) -> None:
        assert said in self.finding(**flows([START, step("F2", before), END], [START, step("F2", after), END]))

    def test_counts_that_rise_are_told_as_well(self) -> None:
        after = [START, step("F2", 20, post="主管"), step("F3", 10, origins=()), END]
        assert "岗位交接由 0 次增为 2 次" in self.finding(**flows([START, step("F2", 30), END], after))

    def test_an_unchanged_flow_is_said_to_be(self) -> None:
        same = [START, step("F2", 30), END]
        assert "填写的步骤、去向与占比都与现状相同" in self.finding(**flows(same, same))

    def test_one_change_is_a_sentence(self) -> None:
        made = self.finding(**flows([START, step("F2", 30), END], [START, step("F2", 30, post="主管"), END]))
        assert "只有一个步骤发生变化：F2 步骤F2（变更），责任岗位：专员 → 主管。" in made
        assert "虚线" not in made  # no step goes

    def test_an_eliminated_step_that_law_asks_for(self) -> None:
        old = [START, step("F2", 30), step("F3", 10, regulation="《条例》第 5 条"), END]
        text = self.finding(**flows(old, [START, step("F2", 30), END]))
        assert "须先确认：取消的步骤中有法规或内控要求的是F3 步骤F3（《条例》第 5 条）" in text
        assert "取消的步骤保留为虚线" in text

    def test_two_bases_are_not_compared_in_silence(self) -> None:
        ways = [{"target": "F3", "result": "是"}, {"target": "F9", "result": "否"}]
        shares = [ways[0] | {"share": 0.5}, ways[1] | {"share": 0.5}]
        ask = [step("F2", 5, StepKind.DECISION, exits=ways), step("F3", 30)]
        known = [step("F2", 5, StepKind.DECISION, exits=shares), step("F3", 30)]
        assert "口径不同" in self.finding(**flows([START, *ask, END], [START, *known, END]))
        assert "口径不同" not in self.finding(**flows([START, *known, END], [START, *known, END]))


class TestBenefit:
    def rows(self, goals: tuple[Goal, ...], **sheets: Any) -> tuple[Read, dict[str, str]]:
        """The row of the first objective; a second one, which no measure serves, makes it a table."""
        other = goal(id="G2", indicator="满意度", baseline=60)
        made = read(thin(goals=(*goals, other), **sheets))
        head, row = made.table("各项目标的预期效益")[:2]
        return made, dict(zip(head, row, strict=True))

    def test_a_base_of_nought_is_not_divided_by(self) -> None:
        low = goal(baseline=0, target=0, direction=Direction.LOWER)
        made, row = self.rows(goals=(low,), measures=(promising(1),))
        assert row["改善比例"] == "不可计算"
        assert "耗时由 0 天变为 1 天（预期），变差" in made.text
        assert "达成率" not in row  # the target is the baseline: there is no way to it

    def test_worse_is_not_called_better(self) -> None:
        made, row = self.rows(
            goals=(goal(baseline=10, target=8, direction=Direction.LOWER),), measures=(promising(12),)
        )
        assert "耗时由 10 天变为 12 天（预期），变差" in made.text
        assert row["改善比例"] == "−20.0%"

    def test_the_attainment_of_the_method(self) -> None:
        """20.9 % → 0 % with a target of 12.4 % is 245.9 %."""
        aim = goal(baseline=20.9, target=12.4, unit="%", direction=Direction.LOWER)
        _, row = self.rows(goals=(aim,), measures=(promising(0),))
        assert row["达成率"] == "246%"
        assert row["改善比例"] == "+100.0%\n（−20.9 个百分点）"

    def test_without_a_baseline_there_is_no_before(self) -> None:
        aim = goal(target=8, direction=Direction.LOWER)
        made, row = self.rows(goals=(aim,), measures=(promising(5),))
        assert (
            "耗时为 5 天（预期），没有基线值可比。2 项目标中 1 项可达到目标值（耗时，预期），其余无从比较。"
            in made.text
        )
        assert row["改进后"] == "5 天"
        assert {"改善比例", "达成率"}.isdisjoint(row)  # a column of dashes goes

    def test_a_target_that_is_met_already(self) -> None:
        """Worse than before and yet within the target, as it was before: nothing is reached by that."""
        aim = goal(baseline=5, target=8, direction=Direction.LOWER)
        made, _ = self.rows(goals=(aim,), measures=(promising(6),))
        assert (
            "耗时由 5 天变为 6 天（预期），变差。1 项目标的目标值不优于基线值，维持现状即达到，不计入（耗时）。"
            in made.text
        )

    def test_an_objective_no_measure_serves(self) -> None:
        made, _ = self.rows(goals=(goal(baseline=10, target=8),), measures=(promising(8),))
        assert "1 项目标没有措施：G2 更快。" in made.text
        assert "尚不能估算" not in made.text  # said once

    def test_none_is_stated(self) -> None:
        made, _ = self.rows(goals=(goal(baseline=10, target=8),), measures=(promising(None),))
        assert "2 项目标都没有试行值或预期值，效益尚不能估算" in made.text

    def test_a_single_objective_is_a_sentence(self) -> None:
        aim = goal(baseline=20.9, target=12.4, unit="%", direction=Direction.LOWER)
        made = read(thin(goals=(aim,), measures=(promising(0),)))
        assert "改进要达到的目标是更快（指标为耗时，基线值 20.9%，目标值 12.4%）。" in made.text
        assert "耗时由 20.9%改善到 0%（预期）。可达到目标值。" in made.text
        assert "改善比例 +100.0%（−20.9 个百分点）；目标值 12.4%；达成率 246%；该值出自 M1。" in made.text
        assert made.headings()[-2:] == ["预期效益", "会签"]  # no chapter of two sections for one

    def test_failed_in_trial(self) -> None:
        failed = promising(5, trial=Trial.FAILED, before=10, after=11, adoption=Adoption.ADOPTED)
        made, row = self.rows(goals=(goal(baseline=10, target=8),), measures=(failed,))
        assert row.get("改进后", "—") == "—"
        assert "预期值：试行无效，不计效益" in made.text


def test_anonymous_scoring_keeps_the_dissent_where_it_is() -> None:
    project = sample()
    assert project.info is not None
    made = read(replace(project, info=project.info.model_copy(update={"anonymous": YesNo.YES})))
    assert box(made)["不同意见"] == "评审会有不同意见记录在案，见《方案评估报告》。"
    assert "授权额度宜先定为100元" not in made.text


def test_sixty_measures_and_tasks() -> None:
    measures = tuple(
        Measure(
            id=f"M{n:02}", roots=("R1",), name=f"措施{n}", content="内容" * 40, post=f"岗位{n % 7}", investment=1000
        )
        for n in range(1, 61)
    )
    tasks = tuple(
        Task(
            id=f"T{n:02}",
            name=f"任务{n}",
            post="主管",
            start=date(2026, 1, 1 + n % 28),
            finish=date(2026, 3, 1 + n % 28),
        )
        for n in range(1, 61)
    )
    made = read(thin(measures=measures, tasks=tasks))
    assert len(made.table("措施明细")) == 61
    assert "一次性投入 6 万元" in made.text
    assert sum("甘特图" in alt for alt in made.drawings()) > 1


LONG = "长" * 199 + "。"


def test_long_names() -> None:
    """Two hundred characters in every name: in full where a thing is introduced, cut short in sentences."""
    project = sample()

    def named(rows: tuple[Any, ...], *names: str) -> tuple[Any, ...]:
        return tuple(row.model_copy(update=dict.fromkeys(names, LONG)) for row in rows)

    made = read(replace(
        project, measures=named(project.measures, "name"), alternatives=named(project.alternatives, "name"),
        tasks=named(project.tasks, "name"), risks=named(project.risks, "name"), tools=named(project.tools, "name"),
        roots=named(project.roots, "description"), issues=named(project.issues, "description"),
        goals=named(project.goals, "description"), to_be=named(project.to_be, "name"),
    ))  # fmt: skip
    assert not any("长" * 61 in point for point in made.points())
    assert not any("长" * 61 in block.text for block in made.blocks if block.style in ("Finding", "BodyText"))
    assert all(LONG[:-1] in row[1] for row in made.table("措施明细")[1:])
    assert all(LONG[:-1] in row[1] for row in made.table("实施任务（◆ 为里程碑）")[1:])


class TestChoice:
    def test_one_alternative_is_not_compared(self) -> None:
        one = (Alternative(id="S1", name="甲案", measures=("M1",)),)
        made = read(thin(alternatives=one, decision=Decision(adopted="S1")))
        assert box(made)["决策事项"] == "批准实施 S1 甲案，含 1 项措施"
        assert "备选方案比较" not in made.text
        assert "待评审" not in made.text

    def test_one_alternative_not_decided(self) -> None:
        made = read(thin(alternatives=(Alternative(id="S1", name="甲案", measures=("M1",)),)))
        assert "请批准实施本方案的 1 项措施" in made.text

    def test_many_alternatives_are_told_by_their_range(self) -> None:
        measures = tuple(
            Measure(id=f"M{n}", roots=("R1",), name=f"措施{n}", content="做", post="主管", investment=n * 20000.0)
            for n in range(1, 7)
        )
        held = tuple(Alternative(id=f"S{n}", name=f"案{n}", measures=(f"M{n}",)) for n in range(1, 7))
        made = read(thin(measures=measures, alternatives=held))
        assert "6 个备选方案的投入不同：一次性投入 2 万元至 12 万元。" in made.text
        assert len(made.table("备选方案比较")[0]) == 7
        assert made.headings()[-2:] == ["备选方案比较", "会签"]  # without objectives no chapter of two sections

    def test_chosen_for_a_reason(self) -> None:
        one, two = (Alternative(id=f"S{n}", name=f"{n}案", measures=("M1",)) for n in (1, 2))
        made = read(thin(alternatives=(one, two), decision=Decision(adopted="S2", reason="见效快。")))
        assert "选定的理由：见效快。" in made.text
        assert "S2 2案（选定）" in made.table("备选方案比较")[0]
