"""What a reading of the survey report from its first sentence to its last had to mend, each by its kind."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
import pytest

from fixdocs.sample import project as sample
from fixdocs.schema.choices import PartyKind, StepKind
from fixdocs.words import words_of
from tests.analysis.helpers import frame
from tests.reports.reading import Read, built

from .flow_cases import END, FORK, HOUR, JOIN, START, line, read, step
from .projects import PROJECTS
from .voiced import said, survey


@cache
def report(name: str) -> Read:
    return Read(built("survey", PROJECTS[name]()))


def test_the_sample_says_of_every_activity_whether_it_is_an_approval_and_whether_the_customer_acts() -> None:
    held = [s for s in (*sample().steps, *sample().to_be) if s.kind is StepKind.ACTIVITY]
    assert held
    assert all(step.approval is not None and step.customer is not None for step in held)
    assert not any("至少" in cell for row in report("sample").table("流程指标") for cell in row)


@pytest.mark.parametrize(("language", "longest"), [("zh", "最长的一支"), ("en", "longest branch")])
def test_the_help_of_touch_time_tells_it_as_it_is_computed(language: str, longest: str) -> None:
    told = words_of(language).column("steps", "touch").help
    assert longest in told


# The flow


def test_a_flow_that_ends_in_several_ways_is_not_said_to_lead_to_its_last_row() -> None:
    text = report("library").text
    assert "从“提交互借申请”到“读者取书”或“谢绝办理”，共 17 个步骤" in text
    assert "到“谢绝办理”" not in text
    assert all("到“读者取书”或“谢绝办理”" in alt for alt in report("library").drawings() if "现状流程图" in alt)
    assert "从“客户投诉”到“结案归档”，共 15 个步骤" in report("sample").text


def branches(wait: float) -> Read:
    """Two branches: an hour's work and an hour's wait, half an hour's work and ``wait`` hours'."""
    return read(
        step("F00", START),
        step("F01", FORK, ways={"F02": None, "F03": None}),
        step("F02", touch=(1, HOUR), wait=(1, HOUR), ways={"F04": None}),
        step("F03", touch=(0.5, HOUR), wait=(wait, HOUR), post="乙岗", ways={"F04": None}),
        step("F04", JOIN),
        step("F99", END),
    )


def test_branches_that_take_longest_alike_are_said_for_their_parts_differ() -> None:
    assert "之后有几支同样最长，取先填写的一支" in branches(1.5).text
    assert "同样最长" not in branches(1.4).text
    assert "F04 按专业分送之后有几支同样最长" in report("lab").text


def test_hand_offs_are_counted_as_their_note_says() -> None:
    rows = {row[0]: row for row in report("lab").table("流程指标")}
    assert "并行的各支都计入" in rows["岗位交接"][2]
    assert "并行" not in {row[0]: row for row in report("sample").table("流程指标")}["岗位交接"][2]


def test_what_stands_beside_the_longest_branch_is_in_no_part_of_the_value() -> None:
    assert "其余各支的作业时间 25 分钟不在其中" in report("library").text  # 105 − 80
    assert "不在其中" not in report("sample").text


def test_a_step_that_is_not_met_once_tells_how_often_and_how_long_each_time() -> None:
    held = report("sample").texts("流程概况与效率")
    assert "每个案例平均经过这一步 1.25 次，每次停留 9.5 小时" in held  # 1 ÷ 0.8; 8 hours' wait and 90 minutes
    some = report("library").texts("流程概况与效率")
    assert "每个案例平均经过这一步 0.3 次，每次停留 5.0 个工作日" in some  # 7 calendar days and 20 minutes
    assert "平均经过这一步" not in read(*line(step("F01", touch=(1, HOUR), wait=(9, HOUR)), step("F02"))).text


def test_the_length_of_a_working_day_is_said() -> None:
    assert "1 个工作日按 8 小时计" in report("sample").text
    assert "1 个工作日按 7.5 小时计" in report("library").text
    assert "个工作日按" not in report("lab").texts("现状流程")  # all in calendar days


def test_parts_of_one_sentence_share_a_unit() -> None:
    value = next(b.text for b in report("sample").blocks if b.text.startswith("作业时间分为"))
    assert set(re.findall(r"\d (分钟|小时|个工作日)", value)) == {"小时"}


def test_no_table_is_led_to_for_what_it_does_not_hold() -> None:
    assert "输入、输出和耗时" not in report("minimum").text
    assert "各步骤的明细见表" in report("minimum").text


def test_all_estimated_is_said_as_all() -> None:
    assert "10 个有耗时的步骤都是估计值" in report("lab").text


# Running data


def test_what_never_changes_has_no_line_to_look_at() -> None:
    drawn = [alt for alt in report("sample").drawings() if "逐月变化" in alt]
    assert len(drawn) == len(sample().indicators) - 1
    assert not any("审批节点数" in alt for alt in drawn)


def test_tickets_still_open_make_the_times_of_their_months_too_short() -> None:
    table = frame(sample().tickets)
    months = sorted({at.month for at in table.created[table.closed.isna()]})
    told = "、".join(f"{m}月" for m in months)
    assert f"尚未关闭的 {table.closed.isna().sum()} 张（创建于2026年{told}）没有计入关闭时间" in report("sample").text


def test_tickets_closed_after_the_last_month_reconcile_the_counts() -> None:
    made = report("library")
    closed = sum(int(row[2]) for row in made.table("各月工单")[1:])
    table = frame(PROJECTS["library"]().tickets)
    table = table[table.created < pd.Timestamp(2026, 9, 1)]
    later = int((table.closed > pd.Timestamp(2026, 9, 1)).sum())
    assert later
    assert closed + later == table.closed.notna().sum()
    assert f"已关闭的工单中有 {later} 张在2026年8月之后才关闭" in made.text


def test_ways_that_are_not_listed_are_counted() -> None:
    events = frame(sample().log).sort_values("finished", kind="stable")
    ways = events.groupby("case").activity.agg(tuple).value_counts()
    shown = len(report("sample").table("最常见的走法")) - 1
    assert f"另有 {len(ways) - shown} 种走法、{ways.iloc[shown:].sum()} 个案例没有列出" in report("sample").text
    assert "种走法、" not in report("library").text  # all are listed


def test_activities_outside_the_flow_are_named() -> None:
    assert "日志的 10 种活动中有 1 种不在流程步骤中：电话催件" in report("library").text
    assert "不在流程步骤中" not in report("sample").text


def test_a_stay_is_the_mean_over_events_that_have_one_before_and_the_rest_is_said() -> None:
    events = frame(sample().log).sort_values("finished", kind="stable")
    gap = events.groupby("case").finished.diff()
    mean = gap.groupby(events.activity).mean().dt.total_seconds() / 3600
    rows = {row[0]: row[3] for row in report("sample").table("各活动的平均停留")[1:]}
    assert {name: float(cell) for name, cell in rows.items()} == pytest.approx(mean.to_dict(), abs=0.051)
    assert "案例的第一个事件之前没有事件，不计入" in report("sample").text
    first = {row[0]: row[3] for row in report("lab").table("各活动的平均停留")[1:]}
    assert first["收样登记与外观检查"] == "—"


def test_a_baseline_that_is_the_worst_month_is_said_where_the_issues_print_it() -> None:
    held = PROJECTS["library"]()
    made = Read(built("issues", held))
    lead = next(row for row in held.indicators if row.name == "平均办结时长")
    assert max(lead.months.values()) == next(g.baseline for g in held.goals if g.indicator == lead.name) == 9.6
    told = "平均办结时长 9.6 工作日 → 6 工作日；基线为2026年8月的数值，是各月中最差的）"
    assert told in made.text
    assert "各月中最差" not in Read(built("issues", sample())).text  # its baselines are means


def test_a_log_of_a_part_of_the_flow_is_not_held_to_be_the_whole() -> None:
    note = "流程日志只记录了流程 10 个活动步骤中的 3 个，它的案例时间不等于总历时。"
    held = PROJECTS["lab"]()
    activities = [s.name for s in held.steps if s.kind is StepKind.ACTIVITY]
    assert (len(activities), len(set(activities) & set(frame(held.log).activity))) == (10, 3)
    assert note in report("lab").text
    assert "只记录了流程" not in report("sample").text


def test_a_mean_is_no_finer_than_its_months_where_they_are_large_or_all_alike() -> None:
    rows = {row[0]: row for row in report("lab").table("各项指标逐月数值")}
    assert rows["月检定收入"][6] == "1,308,178"
    assert {row[0]: row for row in report("sample").table("各项指标逐月数值")}["审批节点数"][8] == "2"


# Voices


def test_questionnaires_of_customers_and_staff_are_returned_apart() -> None:
    text = report("sample").texts("方法与样本")
    assert "客户问卷发放 260 份，回收 104 份，回收率 40.0%" in text
    assert "内部人员问卷发放 27 份，回收 25 份，回收率 92.6%" in text
    assert "287" not in text


def test_open_answers_tell_whose_they_are() -> None:
    table = frame(sample().answers)
    told = table[table["values[Q10]"].notna()]
    for text, own in told.groupby("values[Q10]"):
        customers = int((own.party == PartyKind.CUSTOMER).sum())
        parts = [f"{who} {n} 份" for who, n in (("客户", customers), ("内部人员", len(own) - customers)) if n]
        assert f"{text}（Q10，{'、'.join(parts)}）" in report("sample").text


def test_satisfaction_names_its_questions_its_answers_and_the_indicator_beside_it() -> None:
    text = report("library").text
    assert "五级题（Q01、Q03）中选最高两级的作答占比（客户 72 个作答；内部人员 22 个作答）" in text
    assert "Q02、Q04 不是五级题，没有计入" in text
    assert "运行指标中的读者满意度另行统计，不能与问卷满意度直接比较" in text
    assert "另行统计" not in report("lab").text  # no indicator of satisfaction


def test_a_question_that_hardly_anybody_answered_is_said() -> None:
    assert "作答不足五份的题目，分数仅供参考：Q03（客户 1 份）" in report("lab").text
    assert "作答不足五份" not in report("sample").text


def test_quotations_say_how_many_are_shown_of_how_many() -> None:
    many = survey(interviews=tuple(said(f"I{n}", quote=f"话{n}") for n in range(8)))
    assert "访谈记录中有原话 8 条，这里列出前 6 条。" in many.texts("原话")
    assert "条，这里列出" not in report("sample").text


def test_days_on_the_calendar_are_told_only_where_something_is_summed() -> None:
    assert "已按 5/7 折算" not in report("lab").text
    assert "已按 5/7 折算" in report("library").text


@pytest.mark.parametrize("name", ["sample", "library", "lab"])
def test_a_finding_that_stands_alone_says_what_it_counts(name: str) -> None:
    found = [row[1] for row in report(name).table("初步发现")[1:]]
    assert not [text for text in found if re.match(r"\d+ 条中", text)]


def test_a_big_figure_keeps_its_unit_in_its_label() -> None:
    assert "工单关闭中位数（自然日）" in report("sample").text
    assert "工单关闭中位数（分钟，自然时间）" in report("lab").text


@pytest.mark.parametrize("name", ["sample", "library", "lab"])
def test_a_number_of_a_figure_or_table_is_set_apart_from_the_word_after_it(name: str) -> None:
    assert not re.findall(r"[图表] \d+[\u4e00-\u9fff]", report(name).text)
    assert re.search(r"图 1 按", report(name).text)
