"""What a reader found untrue in the plan's flow to be and in its box, each kind once true and once not."""

from __future__ import annotations

import pytest

from fixdocs.schema.choices import StepKind, TimeUnit
from tests.reports.plans import END, START, box, flows, step, thin

from .plans import read
from .projects.lab import lab
from .projects.library import library


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


class TestBox:
    def test_what_the_law_asks_for_stands_in_the_box(self) -> None:
        rule = {"regulation": "须复核"}
        before = [START, step("F2", 30, **rule), END]
        made = read(thin(**flows(before, [START, END])))
        assert "取消的步骤中有法规或内控要求的是F2 步骤F2（须复核）" in box(made)["法规与内控"]
        assert "法规与内控" not in box(read(thin(**flows(before, before))))

    def test_a_choice_that_has_not_the_highest_total_says_so(self) -> None:
        made = box(read(lab()))["决策事项"]
        assert "加权总分最高的是方案 S03，不是选定的方案；与得分不一致的理由：" in made
        assert "总分" not in box(read(library()))["决策事项"]


class TestChanges:
    def test_a_blank_is_no_change_and_is_said_once(self) -> None:
        before = [START, step("F2", 30, system="表格", inputs="单"), step("F3", 30, system="表格"), END]
        after = [START, step("F2", 20), step("F3", 20), END]
        made = read(thin(**flows(before, after)))
        assert [row[3] for row in made.table("逐步骤的变化")[1:]] == ["作业时间：30 分钟 → 20 分钟"] * 2
        assert "无从比较的有：输入 1 处（F2）；系统或工具 2 处（F2、F3）。" in made.text

    def test_a_change_that_names_no_measure_is_said_where_others_do(self) -> None:
        before = [START, step("F2", 30), step("F3", 30), END]
        after = [START, step("F2", 20, measures=("M1",)), step("F3", 20), END]
        assert "没有注明出自哪项措施的变化：F3。" in read(thin(**flows(before, after))).text
        after[2] = {**after[2], "measures": ("M1",)}
        assert "没有注明出自" not in read(thin(**flows(before, after))).text

    def test_parts_that_do_not_add_up_as_printed_are_said_to_be_rounded(self) -> None:
        """2.7 + 8.1 beside 10.7."""

        def note(touch: float, wait: float) -> str:
            long = step("F2", touch * 480, wait=wait, wait_unit=TimeUnit.WORKDAYS)
            return read(thin(**flows([START, long, END], [START, long, END]))).text

        assert "各数分别四舍五入，合计略有出入。" in note(2.74, 8.04)
        assert "四舍五入" not in note(2.7, 8.1)

    def test_calendar_parts_are_held_against_each_other_where_both_are_known(self) -> None:
        def rows(days: float) -> dict[str, tuple[str, ...]]:
            lines = [
                [START, {**step("F2", 60), "wait": n, "wait_unit": TimeUnit.DAYS}, END] for n in (4.0, days)
            ]  # fmt: skip
            made = read(thin(**flows(*lines)))
            return {row[0]: row[1:] for row in made.table("流程指标的前后对比")}

        assert rows(3.0)["其中以自然日填写的耗时"] == ("4.0 个自然日", "3.0 个自然日", "减少 25.0%")
        assert rows(4.0)["其中以自然日填写的耗时"][-1] == "不变"
