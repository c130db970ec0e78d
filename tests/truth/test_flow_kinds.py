"""What the survey says of a flow: each kind of untruth once found, and the near case in which the sentence stands."""

from __future__ import annotations

import re

import pytest

from fixdocs.analysis.claims import flow as claim
from fixdocs.analysis.findings import analyse as all_findings
from fixdocs.analysis.flow import analyse
from fixdocs.reports.shared.flowchart import as_is_figure
from fixdocs.reports.survey.flow import FlowWriter
from fixdocs.reports.survey.report import context
from fixdocs.schema.choices import DurationSource
from fixdocs.words import words_of

from .flow_cases import (
    ADD,
    ASK,
    HOUR,
    MIN,
    NO,
    WORKDAY,
    YES,
    both_clocks,
    calendar_only,
    duration,
    figures,
    found,
    line,
    parallel,
    project,
    read,
    returning,
    step,
)  # fmt: skip

ZH = words_of("zh")


class TestKind01ParallelBranches:
    def test_kind_01_touch_and_waiting_add_up_to_the_lead_time(self) -> None:
        made = read(*parallel())
        table = figures(made)
        assert table["总历时"][0] == "2.7 小时"  # 60 + 100 minutes
        assert (table["作业时间"][0], table["等待时间"][0]) == ("100 分钟", "60 分钟")
        assert table["总作业量"][0] == "4.8 小时"  # 290 minutes
        assert table["流程周期效率（PCE）"][0] == "62.5%"
        text = made.texts("现状流程")
        assert "其中作业 100 分钟，等待 60 分钟，等待占 37.5%" in text
        assert "（总作业量）为 4.8 小时" in text
        assert "合计大于总历时" in text

    def test_kind_01_ratios_never_exceed_1(self) -> None:
        held = found(*parallel())
        assert 0 <= held.pce <= 1
        assert 0 <= held.wait_share <= 1

    def test_kind_01_without_a_split_nothing_is_said_of_branches(self) -> None:
        made = read(*(s for s in parallel() if s.id in ("F00", "F01", "F99")))
        assert "总作业量" not in made.text
        assert "并行" not in made.texts("现状流程")

    def test_kind_01_a_step_beside_the_longest_branch_has_no_share_of_the_lead_time(self) -> None:
        steps = [s.model_copy(update={"wait": 400.0}) if s.id == "F05" else s for s in parallel()]
        held = found(*steps)
        assert held.time("F05").share == pytest.approx(490 / 550)
        assert held.time("F03").share is None
        assert sum(t.share or 0 for t in held.times) == pytest.approx(1)


class TestKind02TwoClocks:
    def test_kind_02_calendar_days_are_converted_and_said(self) -> None:
        held = found(*both_clocks())
        assert held.clock == "mixed"
        assert held.lead == pytest.approx(120 + 3 * 480 + 60 + 7 * 480 * 5 / 7)
        assert [t.step.id for t in held.longest] == ["F02"]  # 7 calendar days are 5 working days, more than 3
        text = read(*both_clocks()).texts("现状流程")
        assert "其中 7.0 个自然日按每 7 个合 5 个工作日折算" in text
        assert "最长的步骤是“F02 步骤2”" in text

    def test_kind_02_seven_calendar_days_are_five_working_days(self) -> None:
        """The same flow on one clock has the same figures, and nothing is said of conversion."""
        one = [s.model_copy(update={"wait": 5.0, "wait_unit": WORKDAY}) if s.id == "F02" else s for s in both_clocks()]
        two = found(*both_clocks())
        single = found(*one)
        for name in ("lead", "touch", "wait", "pce", "wait_share"):
            assert getattr(single, name) == pytest.approx(getattr(two, name))
        assert claim.converted(single) is None
        assert "折算" not in read(*one).text

    def test_kind_02_a_flow_in_calendar_days_speaks_in_them(self) -> None:
        made = read(*calendar_only())
        assert "平均需要 11.5 个自然日" in made.texts("现状流程")
        assert figures(made)["总历时"][0] == "11.5 个自然日"
        assert "没有填写耗时" not in made.text
        assert "折算" not in made.text
        assert "工作日" not in "".join(made.points())

    def test_kind_02_sources_are_compared_on_one_clock(self) -> None:
        rows = [duration("平均耗时", "工作日", m1=5.75, m2=5.75)]
        made = all_findings(project(*calendar_only(), rows=rows), _terms())
        (check,) = made.consistency
        assert check.computed == pytest.approx(11.5 * 5 / 7)
        assert check.gap == pytest.approx(5.75 / (11.5 * 5 / 7) - 1)
        other = all_findings(project(*both_clocks(), rows=rows), _terms())
        assert other.consistency[0].computed == pytest.approx(other.flow.lead / 480)

    def test_kind_02_a_flow_can_be_put_on_another_clock_under_another_id(self) -> None:
        own = analyse(calendar_only())
        other = analyse(calendar_only(), clock="working")
        assert other.lead == pytest.approx(own.lead / 1440 * 5 / 7 * 480)
        assert own.lead.fact.id != other.lead.fact.id


class TestKind03BlankIsNot0:
    COLUMNS = (("approval", "审批节点"), ("customer", "客户操作"))

    @pytest.mark.parametrize(("column", "row"), COLUMNS)
    def test_kind_03_a_blank_column_is_a_dash(self, column: str, row: str) -> None:
        steps = both_clocks()
        assert figures(read(*steps))[row] == ("—", "没有填写")
        no = [s.model_copy(update={column: NO}) for s in steps]
        assert figures(read(*no))[row][0] == "0"
        some = [s.model_copy(update={column: YES}) if s.id == "F01" else s for s in steps]
        assert figures(read(*some))[row][0] == "至少 1"

    def test_kind_03_systems(self) -> None:
        steps = both_clocks()
        assert found(*steps).systems is None
        whole = [s.model_copy(update={"system": "台账、邮箱" if s.id == "F01" else "邮箱"}) for s in steps]
        assert (found(*whole).systems, found(*whole).systems.fact.partly) == (2, False)

    def test_kind_03_no_decision_is_known_to_be_none(self) -> None:
        assert found(*both_clocks()).decisions == 0
        assert found(*returning()).decisions == 1

    def test_kind_03_an_activity_without_duration_makes_all_sums_at_least(self) -> None:
        held = line(step("F01", touch=(1, HOUR), wait=(1, HOUR), value=ADD), step("F02"), step("F03", wait=(3, HOUR)))
        made = read(*held)
        assert figures(made)["总历时"][0] == "至少 5.0 小时"
        assert made.points()[0].startswith(
            "有 1 个步骤没有填写耗时，其余步骤合计，一个案例从头到尾平均需要至少 5.0 小时"
        )
        assert "等待占 " not in made.text
        assert "流程周期效率（PCE）" not in figures(made)
        assert "填写了耗时的步骤中最长的是" in made.texts("现状流程")
        rows = [duration("平均耗时", "小时", m1=50.0)]
        assert all_findings(project(*held, rows=rows), _terms()).consistency == ()
        filled = [s.model_copy(update={"wait": 1.0, "wait_unit": HOUR}) if s.id == "F02" else s for s in held]
        assert "至少" not in read(*filled).texts("现状流程")
        assert len(all_findings(project(*filled, rows=rows), _terms()).consistency) == 1

    def test_kind_03_waiting_that_nobody_filled_is_no_0(self) -> None:
        made = read(*line(step("F01", touch=(1, HOUR), value=ADD), step("F02", touch=(2, HOUR), value=ADD)))
        assert "没有填写等待时间，总历时不能计算" in made.points()[0]
        assert {"总历时", "等待时间", "流程周期效率（PCE）"}.isdisjoint(figures(made))
        zero = line(
            step("F01", touch=(1, HOUR), wait=(0, HOUR), value=ADD), step("F02", touch=(2, HOUR), wait=(0, MIN))
        )
        assert figures(read(*zero))["等待时间"][0] == "0 分钟"

    def test_kind_03_a_step_without_waiting_among_others_is_named(self) -> None:
        made = read(*line(step("F01", touch=(1, HOUR)), step("F02", touch=(2, HOUR), wait=(1, HOUR))))
        assert "有 1 个步骤没有填写等待时间（F01 步骤1）" in made.texts("现状流程")
        assert made.points()[0].endswith("；1 个步骤的作业或等待时间没有填写，未计入。")
        whole = read(*line(step("F01", touch=(1, HOUR), wait=(0, MIN)), step("F02", touch=(2, HOUR), wait=(1, HOUR))))
        assert "没有填写等待时间" not in whole.text
        assert "未计入" not in whole.points()[0]

    def test_kind_03_durations_beside_the_main_path_are_not_denied(self) -> None:
        ways = step("F01", ASK, ways={"F99": None, "F02": None})
        made = read(*line(ways, step("F02", touch=(1, HOUR), wait=(1, HOUR))))
        assert made.texts("现状流程").startswith("所计算的主路径上，各步骤都没有填写耗时")
        assert "没有填写耗时，不能计算总历时" in read(*line(step("F01"))).text

    def test_kind_03_efficiency_needs_every_value_type(self) -> None:
        steps = both_clocks()
        assert found(*steps).pce == pytest.approx(120 / found(*steps).lead)
        gap = [s.model_copy(update={"value": None}) if s.id == "F02" else s for s in steps]
        assert found(*gap).pce is None
        assert "有 1 个步骤有作业时间而没有填写价值类型，流程周期效率不计算" in read(*gap).texts("现状流程")

    def test_kind_03_approvals_and_rework_add_no_value(self) -> None:
        steps = both_clocks()
        checked = [s.model_copy(update={"approval": YES}) if s.id == "F01" else s for s in steps]
        assert found(*checked).pce == 0
        assert "F01 步骤1是审批或返工步骤，虽标为“增值”，未计入增值时间" in read(*checked).texts("现状流程")


class TestKind14Loops:
    def test_kind_14_a_loop_is_told_by_its_visits(self) -> None:
        """F04 leads back to F02 always, but only 38 % of the judgements send a case there."""
        made = read(*returning())
        text = made.texts("现状流程")
        assert "“F04 步骤4”退回“F02 步骤2”，38.0%的案例至少退回一次，平均每个案例退回 0.61 次" in text
        assert "100%" not in text
        assert any("38.0%的案例至少退回一次" in cell for row in made.table("初步发现") for cell in row)

    def test_kind_14_without_shares_it_is_only_named(self) -> None:
        made = read(*returning(None, None))
        assert "流程中有 1 处回退：“F04 步骤4”退回“F02 步骤2”。" in made.texts("现状流程")
        assert "的案例" not in made.text
        assert "占比最大的不退回去向，没有填全占比的走第一个" in made.texts("现状流程")

    def test_kind_14_the_main_path_goes_on_where_the_first_way_leads_back(self) -> None:
        steps = line(
            step("F01", touch=(30, MIN), wait=(0, MIN)),
            step("F02", ASK, ways={"F01": None, "F03": None}),
            step("F03", touch=(20, MIN), wait=(0, MIN)),
        )
        assert found(*steps).main_path == ("F00", "F01", "F02", "F03", "F99")
        assert found(*steps).lead == 50


class TestKind17Longest:
    def test_kind_17_one_step_is_longest_everywhere(self) -> None:
        project_ = project(*returning())
        held = all_findings(project_)
        chapter = FlowWriter(held, ZH).chapter()
        (longest,) = {
            *re.findall(r"最长的步骤是“(.*?)”", chapter.longest),
            *(name for point in read(*returning()).points() for name in re.findall(r"最长的步骤是“(.*?)”", point)),
            *re.findall(r"最长的步骤是“(.*?)”", context(held, ZH).findings[1].text),
            *re.findall(r"最长的是 ?(.*?)。", chapter.times.drawings[0].alt),
            chapter.times.drawings[0].categories[0],
            *re.findall(r"停留最长的是 (.*?)。", as_is_figure(held, ZH).drawings[0].alt),
        }
        assert longest == "F04 步骤4"

    def test_kind_17_the_measure_is_named(self) -> None:
        assert "按每个案例的平均停留时间（作业加等待，含重复经过）计" in read(*returning()).points()[1]
        assert "瓶颈" not in read(*returning()).text

    def test_kind_17_ties_are_named_and_no_step_of_equals_is_longest(self) -> None:
        assert "F03 步骤3、F04 步骤4并列最长，都是 100 分钟" in read(*parallel()).texts("现状流程")
        alike = line(*(step(f"F0{n}", touch=(5, MIN), wait=(5, MIN)) for n in (1, 2, 3)))
        assert "最长的步骤" not in read(*alike).text
        assert "并列最长" not in read(*alike).text

    def test_kind_17_posts_that_tie_are_named(self) -> None:
        assert "案例在乙岗、丙岗的各步骤停留时间并列最长" in read(*parallel()).texts("现状流程")
        assert "案例在乙岗的各步骤停留时间最长" in read(*both_clocks()).texts("现状流程")


class TestPrinting:
    def test_posts_have_one_unit_a_column(self) -> None:
        rows = read(*both_clocks()).table("各岗位的时间")[1:]
        assert {cell.split()[-1] for row in rows for cell in row[1:3]} == {"小时"}  # 1 hour would be 0.1 day
        far = line(step("F01", touch=(15, MIN), wait=(30, WORKDAY)), step("F02", touch=(3, WORKDAY), post="乙岗"))
        rows = read(*far).table("各岗位的时间")[1:]
        assert {cell.split()[-1] for row in rows for cell in row[1:3] if cell != "—"} == {"个工作日"}

    def test_parts_that_do_not_add_up_as_printed_are_said_to_be_rounded(self) -> None:
        none = step("F02", touch=(0, MIN), wait=(0, MIN))
        off = read(*line(step("F01", touch=(134.5, MIN), wait=(134.5, MIN)), none)).points()[0]
        assert "平均需要 4.5 小时，其中作业 2.2 小时，等待 2.2 小时" in off
        assert "四舍五入" in off
        on = read(*line(step("F01", touch=(132, MIN), wait=(132, MIN)), none)).points()[0]
        assert "平均需要 4.4 小时，其中作业 2.2 小时，等待 2.2 小时" in on
        assert "四舍五入" not in on

    def test_where_the_rest_comes_from_is_said_only_where_every_step_tells(self) -> None:
        measured = [s.model_copy(update={"source": s.source or DurationSource.MEASURED}) for s in both_clocks()]
        assert "其余为实测或系统记录" in read(*measured).text
        assert "其余为实测或系统记录" not in read(*both_clocks()).text


def _terms() -> object:
    from fixdocs import pipeline

    return pipeline.terms(ZH)
