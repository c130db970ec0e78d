"""《服务流程改进方案说明书》 read back: its chapters, its figures against independent sums, what it says in each case."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from fixdocs.sample import project as sample
from fixdocs.schema.choices import Direction, StepKind, TimeUnit, Trial, ValueType, YesNo
from fixdocs.schema.survey import Exit, Step
from tests.support.rounding import half_up

from .plans import box, read
from .reading import Read, built, dangling

CHOSEN = tuple(step for step in sample().to_be if "S02" in step.alternatives)
CHAPTERS = [
    "提请决策事项",
    "背景与目标",
    "改进措施",
    "改进后流程",
    "实施安排",
    "预期效益与方案比较",
    "会签",
    "从问题到方案的追溯",
]


@pytest.fixture(scope="module")
def report() -> Read:
    return Read(built("plan", sample()))


def minutes(value: float | None, unit: TimeUnit | None) -> float:
    """In minutes, eight hours a working day."""
    return (value or 0.0) * {None: 0, TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.WORKDAYS: 480}[unit]


def expected_times(steps: Sequence[Step]) -> tuple[float, float, float]:
    """Lead, touch and value-adding time of a case, from how often each step is expected to be visited.

    Branches side by side are single steps here: the fork is as the longest of them and leads to the join.
    """
    at = {s.id: n for n, s in enumerate(steps)}
    follow = np.zeros((len(steps), len(steps)))
    own = np.array([[minutes(s.touch, s.touch_unit), minutes(s.wait, s.wait_unit)] for s in steps])
    lead, touch = own.sum(axis=1), own[:, 0].copy()
    value = np.array([t if s.value is ValueType.VALUE_ADDING else 0.0 for s, t in zip(steps, touch, strict=True)])
    for n, s in enumerate(steps):
        ways = s.exits or ((Exit(target=steps[n + 1].id),) if s.kind is not StepKind.END else ())
        if s.kind is StepKind.FORK:
            branches = [at[str(way.target)] for way in ways]
            longest = max(branches, key=lambda branch: lead[branch])
            lead[n], touch[n], value[n] = lead[longest], touch[longest], value[longest]
            ways = steps[branches[0]].exits
        for way in ways:
            follow[n, at[str(way.target)]] += 1.0 if way.share is None else way.share
    start = np.eye(len(steps))[0]
    visits = np.linalg.solve(np.eye(len(steps)) - follow.T, start)
    return float(visits @ lead), float(visits @ touch), float(visits @ value)


def assert_led(report: Read) -> None:
    """Every table and figure is led to by the text of its own chapter, and every reference leads somewhere."""
    assert "?" not in report.text  # a reference that leads nowhere would print one
    chapter: list[str] = []
    captions: list[str] = []

    def close() -> None:
        told = "\n".join(chapter)
        assert [n for n in captions if not re.search(rf"{n}(?!\d)", told)] == []
        chapter.clear()
        captions.clear()

    for block in report.blocks:
        if block.style in ("Heading1", "AnnexHeading"):
            close()
        if block.style in ("TableCaption", "FigureCaption"):
            number = block.text.partition("\u3000")[0]
            if "（续）" not in block.text and number not in captions:
                captions.append(number)
        else:
            chapter.append(block.text)
    close()
    body = report.document.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    fields = [f.text or "" for f in body.iter(qn("w:instrText"))]
    wanted = {f.split()[1] for f in fields if f.split()[:1] == ["REF"]}
    assert wanted
    assert wanted <= marks


class TestSample:
    def test_it_opens_with_the_decision_and_has_its_chapters(self, report: Read) -> None:
        assert report.headings() == CHAPTERS
        asked = box(report)
        assert list(asked) == [
            "决策事项", "所需资金", "所需人力", "实施时间", "预期效益", "附带条件", "未决事项", "不同意见",
            "主要风险", "项目负责人", "批准人",
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
        said = report.texts("资源与预算")
        assert f"一次性投入 {sums[0] / 1e4:g} 万元，年运行费 {sums[1] / 1e4:g} 万元" in said
        assert f"年运行费 {sums[1] / 1e4:g} 万元" in box(report)["所需资金"]
        assert f"{sums[2]:g} 人天" in box(report)["所需人力"]
        by_post = frame.groupby("post").person_days.sum()
        assert {row[0]: float(row[3]) for row in report.table("各责任岗位的工作")[1:]} == by_post.to_dict()

    def test_benefits_are_recomputed(self, report: Read) -> None:
        rows = {row[0]: row for row in report.table("各项目标的预期效益")[1:]}
        for goal in sample().goals:
            assert goal.baseline is not None
            assert goal.target is not None
            serving = [m for m in sample().measures if m.id in ("M01", "M02", "M03", "M04", "M05", "M06", "M08")]
            about = [m for m in serving if m.indicator == goal.indicator]
            tried = [m.after for m in about if m.trial in (Trial.EFFECTIVE, Trial.PARTIAL)]
            lower = goal.direction is Direction.LOWER
            stated = [v for v in tried if v is not None] or [m.expected for m in about if m.expected is not None]
            after = (min if lower else max)(stated)
            ratio = (after - goal.baseline) / abs(goal.baseline) * (-1 if lower else 1)
            row = rows[goal.id]
            assert row[5].startswith(
                f"{half_up(ratio * 100, 1)}%".replace("-", "−") if ratio < 0 else f"+{half_up(ratio * 100, 1)}%"
            )
            if goal.unit == "%":
                assert f"{after - goal.baseline:+.1f}".replace("-", "−") in row[5]
            assert row[7] == f"{half_up((goal.baseline - after) / (goal.baseline - goal.target) * 100, 0)}%"
        assert rows["G02"][4] == "试行"
        assert rows["G04"][4] == "预期"

    def test_a_failed_measure_is_said_and_counts_for_nothing(self, report: Read) -> None:
        trials = report.texts("试行结果")
        assert "无效 1 项（M07 语音自动分类）" in trials
        assert "试行无效的措施不计入覆盖与效益" in trials
        left = {row[0]: row for row in report.table("没有列入的措施与理由")[1:]}
        assert "方言来电识别率低" in left["M07 语音自动分类"][-1]
        assert "M07" not in str(report.table("各项目标的预期效益"))

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
        assert rows["步骤"] == (str(len(sample().steps)), str(len(CHOSEN)), "增加 1")
        times = [expected_times(steps) for steps in (sample().steps, CHOSEN)]
        (lead, touch, value), (lead_after, touch_after, value_after) = times
        change = f"减少 {(lead - lead_after) / lead * 100:.1f}%"
        assert rows["总历时"] == (f"{lead / 480:.1f} 个工作日", f"{lead_after / 480:.1f} 个工作日", change)
        assert rows["作业时间"][:2] == tuple(f"{minutes / 60:.1f} 小时" for minutes in (touch, touch_after))
        assert rows["流程周期效率（PCE）"][:2] == tuple(
            f"{v / t * 100:.1f}%" for v, t in ((value, lead), (value_after, lead_after))
        )
        assert (
            f"由 {lead / 480:.1f} 个工作日缩短到 {lead_after / 480:.1f} 个工作日"
            in box(report)["预期效益"] + report.points()[1]
        )
        before, after = (float(cell.rstrip("%")) for cell in rows["流程周期效率（PCE）"][:2])
        assert rows["流程周期效率（PCE）"][2] == f"+{after - before:.1f} 个百分点"
        approvals = [sum(s.approval is YesNo.YES for s in steps) for steps in (sample().steps, CHOSEN)]
        assert rows["审批节点"] == (*map(str, approvals), "不变")

    def test_figures_stand_where_the_text_leads(self, report: Read) -> None:
        assert report.captions("FigureCaption")[:2] == ["改进前后的时间", "改进后流程图"]
        assert any("甘特图" in alt for alt in report.drawings())
        assert_led(report)

    def test_the_schedule_and_its_milestones(self, report: Read) -> None:
        marks = [t for t in sample().tasks if t.milestone is YesNo.YES]
        text = report.texts("实施计划")
        assert f"分 {len(sample().tasks)} 项任务" in text
        assert all(f"{t.name}（{t.finish.year}年{t.finish.month}月{t.finish.day}日）" in text for t in marks)
        rows = report.table("实施任务（◆ 为里程碑）")[1:]
        assert [row[0] for row in rows if row[1].startswith("◆")] == [t.id for t in marks]

    def test_risks_come_gravest_first(self, report: Read) -> None:
        levels = [int(row[3]) for row in report.table("风险与应对措施")[1:]]
        assert levels == sorted(
            (
                r.likelihood * r.impact
                for r in sample().risks
                if r.likelihood and r.impact and (not r.alternatives or "S02" in r.alternatives)
            ),
            reverse=True,
        )

    def test_the_chain_is_whole(self, report: Read) -> None:
        rows = report.table("追溯表")[1:]
        project = sample()
        paths = [(i.id, r.id, m.id) for i in project.issues for r in project.roots if i.id in r.issues
                 for m in project.measures if r.id in m.roots]  # fmt: skip
        shown = [tuple(row[n].partition(" ")[0] for n in (2, 4, 5)) for row in rows]
        assert shown == paths
        assert f"覆盖全部 {len(project.roots)} 个根因" in report.texts("从问题到方案的追溯")

    def test_alternatives_stand_side_by_side(self, report: Read) -> None:
        head, *rows = report.table("备选方案比较")
        assert head == ("项目", "S01 流程精简方案", "S02 协同平台方案（选定）", "S03 客户透明方案")
        told = {row[0]: row[1:] for row in rows}
        assert told["排名"] == ("2", "1", "3")
        frame = pd.DataFrame([m.model_dump() for m in sample().measures]).set_index("id")
        for n, alternative in enumerate(sample().alternatives):
            held = frame.loc[list(alternative.measures)]
            assert told["措施的一次性投入"][n] == f"{held.investment.sum() / 10_000:g} 万元"
            assert float(told["投入人力（人天）"][n]) == held.person_days.sum()
            assert told["可应对的根因"][n].startswith(f"{held.roots.explode().nunique()} 项")
        assert told["工单积压量"] == ("21 件（预期）", "21 件（预期）", "—")  # the third leaves its measure out
        assert told["重复投诉率"][0] == "—"

    def test_chapters_open_with_what_they_come_to(self, report: Read) -> None:
        opened = {block.text for block in report.blocks if block.style == "Finding"}
        assert (
            "2026年8月10日至2026年12月25日实施 17 项任务，一次性投入 10.4 万元，投入人力 120 人天；"
            "职责调整 5 项，需要 5 项工具与系统，识别风险 6 项。"
        ) in opened
        assert any(re.match(r"4 项目标.*选定方案 S02", text) for text in opened)

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
    """Three alternatives with a flow each, not chosen yet."""
    return read(replace(sample(), decision=None))


class TestBeforeTheChoice:
    def test_it_asks_to_choose(self, pending: Read) -> None:
        asked = box(pending)
        assert "S01 流程精简方案、S02 协同平台方案、S03 客户透明方案" in asked["决策事项"]
        assert re.fullmatch(r"一次性资金 [0-9.]+ 万元至 [0-9.]+ 万元，视选定的方案.*而定", asked["所需资金"])
        assert asked["预期效益"].startswith("按各备选方案中最好的一个值计，")
        assert "附带条件" not in asked

    def test_each_alternative_is_detailed(self, pending: Read) -> None:
        heads = [h for h in pending.headings(2) if "待评审" in h]
        assert heads == ["S01 流程精简方案（待评审）", "S02 协同平台方案（待评审）", "S03 客户透明方案（待评审）"]
        one, two = (str([b.rows for b in pending.under(h) if b.rows]) for h in heads[:2])
        assert "N28" in one
        assert "N08" in two
        assert "N28" not in two
        assert sum(alt.startswith("客户投诉处理流程的改进后流程图") for alt in pending.drawings()) >= 3

    def test_what_they_cost_and_save_stands_side_by_side(self, pending: Read) -> None:
        text = "\n".join(pending.points())
        for key, money, days in (("S01（流程精简方案）", "1.4 万元", 40), ("S02（协同平台方案）", "10.4 万元", 120)):
            assert f"方案 {key}一次性投入 {money}" in text
            assert f"投入人力 {days} 人天" in text
        head, *rows = pending.table("现状与各备选方案的流程指标")
        assert head == ("指标", "现状", "S01（预期）", "S02（预期）", "S03（预期）")
        assert ("步骤", "15", "17", "16", "14") in rows
        assert pending.captions("FigureCaption")[0] == "现状与各备选方案的时间"
        assert pending.table("各项措施的投入")[-1][1] == "全部措施合计"

    def test_each_chapter_leads_to_its_tables_and_figures(self, pending: Read) -> None:
        assert_led(pending)

    def test_rejected_measures_stay_out(self, pending: Read) -> None:
        assert {"M07", "M09"}.isdisjoint(row[0] for row in pending.table("措施明细"))
        assert {"M07", "M09"} <= {row[0][:3] for row in pending.table("没有列入的措施与理由")[1:]}

    def test_what_is_for_one_alternative_says_so(self) -> None:
        made = read(replace(sample(), decision=None))
        assert "接口开发延期（适用方案 S02）" in str(made.table("风险与应对措施"))
