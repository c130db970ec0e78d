"""《服务流程改进方案说明书》 read back: its chapters, its figures against independent sums, what it says in each case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pytest

from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Direction, GoalKind, StepKind, TimeUnit, Trial, YesNo
from fixdocs.schema.improve import Alternative, Decision, Duty, Measure, Risk, RootCause, Task, ToBeStep, Tool
from fixdocs.schema.survey import Goal, Step

from .reports import Read, built, dangling, info

CHAPTERS = ["提请决策事项", "背景与目标", "改进措施", "改进后流程", "实施安排", "预期效益与方案比较", "会签", "从问题到方案的追溯"]


@pytest.fixture(scope="module")
def report() -> Read:
    return Read(built("plan", sample()))


def read(project: Project) -> Read:
    made = Read(built("plan", project))
    assert dangling(made.text) == []
    return made


def box(made: Read) -> dict[str, str]:
    rows = next(block.rows for block in made.under("提请决策事项") if block.rows)
    return {row[0]: row[1] for row in rows}


def thin(**sheets: Any) -> Project:
    """The form, one root cause, one measure, and what is given."""
    held: dict[str, Any] = {
        "info": info(),
        "roots": (RootCause(id="R1", issues=("P1",), sources=(), description="没有规则"),),
        "measures": (Measure(id="M1", roots=("R1",), name="立规则", content="写成文件", post="主管"),),
    }
    return Project(**(held | sheets))


def step(key: str, minutes: float, kind: StepKind = StepKind.ACTIVITY, **more: Any) -> dict[str, Any]:
    timed = {"touch": minutes, "touch_unit": TimeUnit.MINUTES} if minutes else {}
    return {"id": key, "name": f"步骤{key}", "kind": kind, "post": "专员", **timed, **more}


def flows(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[str, Any]:
    return {"steps": tuple(Step(**s) for s in before), "to_be": tuple(ToBeStep(**s) for s in after)}


START, END = step("F1", 0, StepKind.START), step("F9", 0, StepKind.END)


class TestSample:
    def test_it_opens_with_the_decision_and_has_its_chapters(self, report: Read) -> None:
        assert report.headings() == CHAPTERS
        asked = box(report)
        assert list(asked) == [
            "决策事项", "所需资金", "所需人力", "实施时间", "预期效益", "附带条件", "不同意见", "主要风险", "项目负责人", "批准人",
        ]  # fmt: skip
        assert asked["决策事项"] == "批准实施 S02 协同平台方案，含 7 项措施"
        assert asked["实施时间"] == "2026年8月10日至2026年12月25日"
        assert dangling(report.text) == []

    def test_sums_are_those_of_pandas(self, report: Read) -> None:
        project = sample()
        chosen = next(a for a in project.alternatives if a.id == "S02")
        frame = pd.DataFrame([m.model_dump() for m in project.measures]).set_index("id").loc[list(chosen.measures)]
        rows = report.table("各项措施的投入")
        assert [row[0] for row in rows[1:-1]] == sorted(chosen.measures)
        total = rows[-1]
        sums = [frame[name].sum() for name in ("investment", "running_cost", "person_days")]
        assert [float(cell.replace(",", "")) for cell in total[2:]] == sums
        assert box(report)["所需资金"] == f"一次性投入 {sums[0] / 1e4:g} 万元，年运行费 {sums[1] / 1e4:g} 万元"
        assert f"{sums[2]:g} 人天" in box(report)["所需人力"]
        by_post = frame.groupby("post").person_days.sum()
        assert {row[0]: float(row[3]) for row in report.table("各责任岗位的工作")[1:]} == by_post.to_dict()

    def test_benefits_are_recomputed(self, report: Read) -> None:
        rows = {row[0]: row for row in report.table("各项目标的预期效益")[1:]}
        for goal in sample().goals:
            assert goal.baseline is not None
            assert goal.target is not None
            serving = [m for m in sample().measures if m.id in ("M01", "M02", "M03", "M04", "M05", "M06", "M08")]
            stated = [
                m.after if m.trial in (Trial.EFFECTIVE, Trial.PARTIAL) and m.after is not None else m.expected
                for m in serving
                if goal.id in m.goals and m.indicator == goal.indicator
            ]
            lower = goal.direction is Direction.LOWER
            after = (min if lower else max)(value for value in stated if value is not None)
            ratio = (after - goal.baseline) / abs(goal.baseline) * (-1 if lower else 1)
            row = rows[goal.id]
            assert row[5].startswith(f"{ratio * 100:+.1f}%")
            if goal.unit == "%":
                assert f"{after - goal.baseline:+.1f}".replace("-", "−") in row[5]
            assert row[7] == f"{(goal.baseline - after) / (goal.baseline - goal.target) * 100:.0f}%"
        assert rows["G02"][4] == "试行"
        assert rows["G01"][4] == "预期"

    def test_a_failed_measure_is_said_and_counts_for_nothing(self, report: Read) -> None:
        trials = report.texts("试行结果")
        assert "无效 1 项（M07 语音自动分类）" in trials
        assert "试行无效的措施不计入预期效益" in trials
        left = {row[0]: row for row in report.table("没有列入的措施与理由")[1:]}
        assert "方言来电识别率低" in left["M07 语音自动分类"][-1]
        assert "M07" not in str(report.table("各项目标的预期效益"))

    def test_quick_wins_cost_nothing(self, report: Read) -> None:
        free = [m for m in sample().measures if m.investment == 0 and m.id in ("M01", "M06")]
        text = report.texts("速赢措施")
        assert f"速赢措施 {len(free)} 项" in text
        assert all(m.name in text for m in free)
        assert f"合计 {sum(m.person_days or 0 for m in free):g} 人天" in text

    def test_every_changed_step_is_told(self, report: Read) -> None:
        rows = {row[0].partition(" ")[0]: row for row in report.table("逐步骤的变化")[1:]}
        assert rows["N08"][1] == "新增"
        assert rows["N02"][1] == "合并"
        assert "F02 信息登记" in rows["N02"][2]
        assert "责任岗位：客服主管 → 客服专员" in rows["N03"][3]
        assert "重排" in rows["N13"][1]
        assert rows["—"][1] == "取消"
        counts = pd.Series([kind for row in rows.values() for kind in row[1].split("、")]).value_counts()
        said = report.texts("改进后流程")
        for kind, n in counts.items():
            assert f"{kind} {n} 处" in said

    def test_flow_figures_before_and_after(self, report: Read) -> None:
        rows = {row[0]: row[1:] for row in report.table("流程指标的前后对比")[1:]}
        assert rows["步骤"] == (str(len(sample().steps)), str(len(sample().to_be)), "+1")
        assert rows["总历时"][2] == "−62%"
        before, after = (float(cell.rstrip("%")) for cell in rows["流程周期效率（PCE）"][:2])
        assert rows["流程周期效率（PCE）"][2] == f"+{after - before:.1f} 百分点"
        approvals = [sum(s.approval is YesNo.YES for s in steps) for steps in (sample().steps, sample().to_be)]
        assert rows["审批节点"][:2] == tuple(map(str, approvals))

    def test_figures_stand_where_the_text_leads(self, report: Read) -> None:
        assert report.captions("FigureCaption")[:2] == ["改进前后的时间", "改进后流程图"]
        assert any("甘特图" in alt for alt in report.drawings())
        text = report.text
        assert "?" not in text  # a reference that leads nowhere would print one

    def test_the_schedule_and_its_milestones(self, report: Read) -> None:
        marks = [t for t in sample().tasks if t.milestone is YesNo.YES]
        text = report.texts("实施计划")
        assert f"分 {len(sample().tasks)} 项任务" in text
        assert all(f"{t.name}（{t.finish.year}年{t.finish.month}月{t.finish.day}日）" in text for t in marks)
        rows = report.table("实施任务（◆ 为里程碑）")[1:]
        assert [row[0] for row in rows if row[1].startswith("◆")] == [t.id for t in marks]

    def test_risks_come_gravest_first(self, report: Read) -> None:
        levels = [int(row[3]) for row in report.table("风险与应对措施")[1:]]
        assert levels == sorted((r.likelihood * r.impact for r in sample().risks if r.likelihood and r.impact), reverse=True)

    def test_the_chain_is_whole(self, report: Read) -> None:
        rows = report.table("追溯表")[1:]
        project = sample()
        paths = [(i.id, r.id, m.id) for i in project.issues for r in project.roots if i.id in r.issues
                 for m in project.measures if r.id in m.roots]  # fmt: skip
        shown = [tuple(row[n].partition(" ")[0] for n in (2, 4, 5)) for row in rows]
        assert shown == paths
        assert "每个根因都有措施" in report.texts("从问题到方案的追溯")

    def test_alternatives_stand_side_by_side(self, report: Read) -> None:
        head, *rows = report.table("备选方案比较")
        assert head == ("项目", "S01 流程精简方案", "S02 协同平台方案（选定）", "S03 客户透明方案")
        told = {row[0]: row[1:] for row in rows}
        assert told["排名"] == ("2", "1", "3")
        frame = pd.DataFrame([m.model_dump() for m in sample().measures]).set_index("id")
        for n, alternative in enumerate(sample().alternatives):
            held = frame.loc[list(alternative.measures)]
            assert float(told["一次性投入（元）"][n].replace(",", "")) == held.investment.sum()
            assert float(told["投入人力（人天）"][n]) == held.person_days.sum()
            assert told["覆盖的根因"][n].startswith(f"{held.roots.explode().nunique()} 项")
        assert told["工单积压量"] == ("15 件（预期）", "15 件（预期）", "—")  # the third leaves its measure out
        assert told["重复投诉率"][0] == "—"

    def test_chapters_open_with_what_they_come_to(self, report: Read) -> None:
        opened = {block.text for block in report.blocks if block.style == "Finding"}
        assert (
            "2026年8月10日至2026年12月25日分 14 项任务实施，一次性投入 28.5 万元，投入人力 200 人天；"
            "5 项事项的职责有调整，需要 4 项工具与系统，识别风险 6 项。"
        ) in opened
        assert any(text.startswith("4 项目标中 2 项可达到目标值；选定的方案 S02") for text in opened)

    def test_an_issue_is_told_once(self, report: Read) -> None:
        """Its steps and evidence are not repeated on every path of it."""
        rows = report.table("追溯表")[1:]
        seen: set[str] = set()
        for row in rows:
            issue = row[2].partition(" ")[0]
            assert (row[1] == "同上") == (issue in seen)
            seen.add(issue)


@pytest.fixture(scope="module")
def pending() -> Read:
    """Three alternatives, not chosen yet; the first skips a step."""
    project = sample()
    own = tuple(s.model_copy(update={"alternatives": ("S02", "S03")}) if s.id == "N08" else s for s in project.to_be)
    return read(replace(project, decision=None, to_be=own))


class TestBeforeTheChoice:
    def test_it_asks_to_choose(self, pending: Read) -> None:
        asked = box(pending)
        assert "S01 流程精简方案、S02 协同平台方案、S03 客户透明方案" in asked["决策事项"]
        assert asked["所需资金"] == "一次性投入 3.5 万元至 28.5 万元，视选定的方案而定"
        assert asked["预期效益"].startswith("按各备选方案中最好的一个值计，")
        assert "附带条件" not in asked

    def test_each_alternative_is_detailed(self, pending: Read) -> None:
        heads = [h for h in pending.headings(2) if "待评审" in h]
        assert heads == ["S01 流程精简方案（待评审）", "S02 协同平台方案（待评审）", "S03 客户透明方案（待评审）"]
        one, two = (str([b.rows for b in pending.under(h) if b.rows]) for h in heads[:2])
        assert "N08" not in one.replace("N08、", "")
        assert "N08" in two
        assert sum(alt.startswith("客户投诉处理流程的改进后流程图") for alt in pending.drawings()) >= 3

    def test_what_they_cost_and_save_stands_side_by_side(self, pending: Read) -> None:
        text = "\n".join(pending.points())
        for key, money, days in (("S01（流程精简方案）", "3.5 万元", 40), ("S02（协同平台方案）", "28.5 万元", 200)):
            assert f"方案 {key}一次性投入 {money}" in text
            assert f"投入人力 {days} 人天" in text
        head, *rows = pending.table("现状与各备选方案的流程指标")
        assert head == ("指标", "现状", "S01（预期）", "S02（预期）", "S03（预期）")
        assert ("步骤", "15", "15", "16", "16") in rows
        assert pending.captions("FigureCaption")[0] == "现状与各备选方案的时间"
        assert pending.table("各项措施的投入")[-1][1] == "全部措施合计"

    def test_rejected_measures_stay_out(self, pending: Read) -> None:
        assert {"M07", "M09"}.isdisjoint(row[0] for row in pending.table("措施明细"))
        assert {"M07", "M09"} <= {row[0][:3] for row in pending.table("没有列入的措施与理由")[1:]}

    def test_what_is_for_one_alternative_says_so(self) -> None:
        project = sample()
        risks = (*project.risks[:1], project.risks[1].model_copy(update={"alternatives": ("S02",)}))
        made = read(replace(project, decision=None, risks=risks))
        assert "接口开发延期（适用方案 S02）" in str(made.table("风险与应对措施"))


class TestThin:
    def test_one_measure(self) -> None:
        made = read(thin())
        assert made.headings() == ["提请决策事项", "改进措施", "会签"]  # nothing to say of background and objectives
        assert "M1 立规则：写成文件。针对根因 R1；由主管负责。" in made.text
        assert made.captions() == []
        assert "请批准实施本方案的 1 项措施" in made.text
        assert box(made)["所需人力"] == "由主管承担"
        assert "所需资金" not in box(made)

    def test_a_root_cause_without_a_measure_is_named(self) -> None:
        roots = (*thin().roots, RootCause(id="R2", issues=("P1",), sources=(), description="没有人"))
        assert "还有 1 个根因没有措施（R2）" in read(thin(roots=roots)).text

    def test_a_root_cause_whose_measure_is_not_chosen(self) -> None:
        roots = (*thin().roots, RootCause(id="R2", issues=("P1",), sources=(), description="没有人"))
        measures = (*thin().measures, Measure(id="M2", roots=("R2",), name="招人", content="招两人", post="人事"))
        chosen = {
            "alternatives": (Alternative(id="S1", name="甲案", measures=("M1",)),), "decision": Decision(adopted="S1"),
        }  # fmt: skip
        text = read(thin(roots=roots, measures=measures, **chosen)).text
        assert "1 个根因的措施不在本方案之内（R2）" in text
        assert "方案 S1（甲案）含 1 项措施，覆盖 2 个根因中的 1 个" in text
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
        assert "需要 1 项工具与系统：表单，预算合计 500 元。" in made.text
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
        assert "从问题到方案只有一条路径：P1 慢 → R1 没有规则 → M1 立规则。" in made.text
        assert "追溯表" not in made.captions()

    def test_nothing_is_free_by_silence(self) -> None:
        made = read(thin())
        assert "速赢" not in made.text  # a blank investment is unknown, not nought
        assert "万元" not in made.text

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
            (60, 30, "总历时预计由 60 分钟缩短到 30 分钟，减少 50%"),
            (60, 90, "总历时预计由 60 分钟延长到 90 分钟，增加 50%"),
            (60, 60, "总历时预计仍为 60 分钟，与现状基本持平"),
            (0, 30, "改进后总历时预计为 30 分钟；现状没有耗时数据，无从比较"),
        ],
    )
    def test_the_lead_time(self, before: float, after: float, said: str) -> None:
        assert said in self.finding(**flows([START, step("F2", before), END], [START, step("F2", after), END]))

    def test_an_unchanged_flow_is_said_to_be(self) -> None:
        same = [START, step("F2", 30), END]
        assert "流程步骤与现状相同" in self.finding(**flows(same, same))

    def test_one_change_is_a_sentence(self) -> None:
        made = self.finding(**flows([START, step("F2", 30), END], [START, step("F2", 30, post="主管"), END]))
        assert "只有一个步骤发生变化：F2 步骤F2（变更），责任岗位：专员 → 主管。" in made

    def test_an_eliminated_step_that_law_asks_for(self) -> None:
        old = [START, step("F2", 30), step("F3", 10, regulation="《条例》第 5 条"), END]
        text = self.finding(**flows(old, [START, step("F2", 30), END]))
        assert "须先确认：取消的步骤中有法规或内控要求的是F3 步骤F3（《条例》第 5 条）" in text

    def test_two_bases_are_not_compared_in_silence(self) -> None:
        ways = [{"target": "F3", "result": "是"}, {"target": "F9", "result": "否"}]
        shares = [ways[0] | {"share": 0.5}, ways[1] | {"share": 0.5}]
        ask = [step("F2", 5, StepKind.DECISION, exits=ways), step("F3", 30)]
        known = [step("F2", 5, StepKind.DECISION, exits=shares), step("F3", 30)]
        assert "口径不同" in self.finding(**flows([START, *ask, END], [START, *known, END]))
        assert "口径不同" not in self.finding(**flows([START, *known, END], [START, *known, END]))


def goal(**more: Any) -> Goal:
    given = {"id": "G1", "kind": GoalKind.EFFICIENCY, "description": "更快", "indicator": "耗时", "unit": "天"}
    return Goal(**(given | more))


def promising(value: float | None, **more: Any) -> Measure:
    given = {"id": "M1", "roots": ("R1",), "name": "立规则", "content": "写成文件", "post": "主管", "goals": ("G1",),
             "indicator": "耗时", "expected": value}  # fmt: skip
    return Measure(**(given | more))


class TestBenefit:
    def rows(self, goals: tuple[Goal, ...], **sheets: Any) -> tuple[Read, dict[str, str]]:
        """The row of the first objective; a second one, which no measure serves, makes it a table."""
        other = goal(id="G2", indicator="满意度", baseline=60)
        made = read(thin(goals=(*goals, other), **sheets))
        head, row = made.table("各项目标的预期效益")[:2]
        return made, dict(zip(head, row, strict=True))

    def test_a_base_of_nought_is_not_divided_by(self) -> None:
        low = goal(baseline=0, target=0, direction=Direction.LOWER)
        _, row = self.rows(goals=(low,), measures=(promising(1),))
        assert row["改善比例"] == "不可计算"
        assert row["达成率"] == "不可计算"

    def test_worse_is_not_called_better(self) -> None:
        made, row = self.rows(goals=(goal(baseline=10, target=8, direction=Direction.LOWER),), measures=(promising(12),))
        assert "耗时由 10 天变为 12 天（预期），没有改善" in made.text
        assert row["改善比例"] == "−20.0%"

    def test_the_attainment_of_the_method(self) -> None:
        """20.9 % → 0 % with a target of 12.4 % is 245.9 %."""
        aim = goal(baseline=20.9, target=12.4, unit="%", direction=Direction.LOWER)
        _, row = self.rows(goals=(aim,), measures=(promising(0),))
        assert row["达成率"] == "246%"
        assert row["改善比例"] == "+100.0%\n（−20.9 百分点）"

    def test_an_objective_no_measure_serves(self) -> None:
        made, _ = self.rows(goals=(goal(baseline=10, target=8),), measures=(promising(8),))
        assert "1 项目标（G2）没有措施给出预期值" in made.text

    def test_none_is_stated(self) -> None:
        made, _ = self.rows(goals=(goal(baseline=10, target=8),), measures=(promising(None),))
        assert "2 项目标都没有给出预期值，效益尚不能估算" in made.text

    def test_a_single_objective_is_a_sentence(self) -> None:
        aim = goal(baseline=20.9, target=12.4, unit="%", direction=Direction.LOWER)
        made = read(thin(goals=(aim,), measures=(promising(0),)))
        assert "改进要达到的目标是更快（指标为耗时，基线值 20.9%，目标值 12.4%）。" in made.text
        assert "耗时由 20.9%改善到 0%（预期）。可达到目标值。" in made.text
        assert "改善比例 +100.0%（−20.9 百分点）；目标值 12.4%；达成率 246%；该值出自 M1。" in made.text
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
        Measure(id=f"M{n:02}", roots=("R1",), name=f"措施{n}", content="内容" * 40, post=f"岗位{n % 7}", investment=1000)
        for n in range(1, 61)
    )
    tasks = tuple(
        Task(id=f"T{n:02}", name=f"任务{n}", post="主管", start=date(2026, 1, 1 + n % 28), finish=date(2026, 3, 1 + n % 28))
        for n in range(1, 61)
    )
    made = read(thin(measures=measures, tasks=tasks))
    assert len(made.table("措施明细")) == 61
    assert "一次性投入 6 万元" in made.text
    assert sum("甘特图" in alt for alt in made.drawings()) > 1
