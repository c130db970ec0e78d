"""What an outside examiner found of the running data, answers and objectives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.analysis.benefit import benefits, trials
from fixdocs.analysis.claims import running as of_running
from fixdocs.analysis.claims import trials as of_trials
from fixdocs.analysis.flow import final_steps
from fixdocs.schema.choices import StepKind, SurveyMethod, Trial, YesNo
from fixdocs.schema.improve import Decision, Task
from fixdocs.schema.survey import Goal, Step
from tests.reports.reading import Read, built, info
from tests.truth.panels import THIN, changed, composed, panel
from tests.truth.plans import goal, measure, root, task, tried
from tests.truth.running_data import (
    LOWER,
    chapter,
    classes,
    complaints,
    found,
    log,
    project,
    said_of,
    series,
    tickets,
)
from tests.truth.voiced import CHOICE, CUSTOMER, LIKERT, party, said, sheets


def own(baseline: float, target: float | None = 3, **more: Any) -> Goal:
    given = {"indicator": "积压", "unit": "件", "baseline": baseline, "target": target}
    return goal(**(given | more))


# 2 and 70: a baseline is the worst month where it equals it, not where rounding makes it so


@pytest.mark.parametrize(
    ("baseline", "worst", "said"),
    [(9.0, 9.4, False), (9.4, 9.4, True), (9.0, 9.0, True), (9.45, 9.4, False)],
)
def test_a_baseline_is_the_worst_month_only_at_the_finer_precision(baseline: float, worst: float, said: bool) -> None:
    months = series(6.5, worst, 7.1, 8.2, 6.9, direction=LOWER)
    (item,) = found(project(months)).indicators
    made = of_running.baseline(own(baseline), item, info())
    assert (made is not None and made.key == "running.baseline_worst") == said
    (held,) = benefits([own(baseline)], [measure("M1", goals=("G1",), indicator="积压", expected=5.0)], [months])
    assert held.from_worst == said
    (told,) = trials([own(baseline)], [tried("M1", Trial.EFFECTIVE, baseline, 5.0, indicator="积压")], [months])
    assert told.worst == said
    assert (of_trials.worst_undated([told]) is not None) == said


def test_what_most_months_have_is_no_worst_month() -> None:
    (item,) = found(project(series(15, 15, 15, 15, 12, 15, direction=LOWER))).indicators
    assert of_running.baseline(own(15), item, info()) is None
    (item,) = found(project(series(15, 14, 13, 15, 12, 11, direction=LOWER))).indicators
    made = of_running.baseline(own(15), item, info())
    assert made is not None
    assert made.key == "running.baseline_worst"


def plan() -> dict[str, Any]:
    return {"roots": (root("R1"),), "measures": (measure("M1", "R1"),)}


# 14: 其他 stands last whatever its number, and classes of none are not compared


def test_the_pareto_says_that_the_rest_stands_last() -> None:
    held = chapter(project(complaints=complaints({"久等": 2, "配错料": 1, "其他": 3}))).complaints_chart
    assert held is not None
    assert "从多到少为久等、配错料，其他列在最后。" in held.drawings[0].alt
    held = chapter(project(complaints=complaints({"久等": 2, "配错料": 1}))).complaints_chart
    assert held is not None
    assert "从多到少为久等、配错料。" in held.drawings[0].alt


def test_classes_of_none_are_not_compared() -> None:
    text = classes({"久等": 0, "配错料": 0, "其他": 3})
    assert "数量相同" not in text
    assert "“其他”的数量超过其余每一类，有 3 件" in text
    assert "数量相同，各 2 件" in classes({"久等": 2, "配错料": 2, "其他": 1})


# 18 and 67: an option that nobody chose has its row; an answer beside those offered is told as such


def test_the_options_offered_are_those_of_the_question() -> None:
    sheet = project(questions=(CHOICE,), answers=sheets((CUSTOMER, 4, {"Q4": ["审核", "审核、停车", "受理", "停车"]})))
    made = Read(built("survey", sheet))
    rows = [row[1:3] for row in made.table("选择题结果")[1:]]
    assert rows == [("审核", "2"), ("停车（其他填写）", "2"), ("受理", "1"), ("办结", "0")]
    assert "审核：2，停车（其他填写）：2，受理：1，办结：0" in made.text


def test_answers_written_otherwise_than_the_question_are_left_as_they_are() -> None:
    sheet = project(questions=(CHOICE,), answers=sheets((CUSTOMER, 2, {"Q4": ["A", "B"]})))
    assert [row[1] for row in Read(built("survey", sheet)).table("选择题结果")[1:]] == ["A", "B"]


# 64: classes of tickets are not those of complaints


def test_classes_of_tickets_are_called_so() -> None:
    kinds = tickets([60.0] * 6)
    kinds = type(kinds)("tickets", {**kinds.values, "kind": ["甲", "甲", "甲", "乙", "乙", "丙"]}, kinds.rows)
    made = Read(built("survey", project(tickets=kinds)))
    assert "工单类别" in made.headings(2)
    assert "工单类别" in made.captions()
    assert "投诉" not in made.text
    made = Read(built("survey", project(tickets=kinds, complaints=complaints({"甲": 3, "乙": 1}))))
    assert "投诉类别" in made.headings(2)
    assert "工单类别" not in made.text
    assert "工单按类型分：甲 3 张；乙 2 张；丙 1 张。" in made.text  # 41


# 40: an indicator that counts complaints, beside their classes


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ((0, 0, 0, 0, 0, 0), True),
        ((4, 4, 4, 4, 4, 4), False),
        ((4, None, 4, 4, 4, 4), False),  # the month missing may hold the rest
        ((9, None, 9, 4, 4, 4), True),
    ],
)
def test_two_counts_of_complaints_that_differ_are_told(months: tuple[float | None, ...], said: bool) -> None:
    counted = complaints({"甲": 20, "乙": 4})
    text = str(chapter(project(series(*months, name="入职投诉量"), complaints=counted)).complaints_text)
    assert ("投诉分类登记了 24 件，两者不一致，请核对口径。" in text) == said
    assert "两者不一致" not in str(
        chapter(project(series(*months, name="投诉响应量", unit="%"), complaints=counted)).complaints_text
    )


# 42: a month of the data period without tickets is one of 0


def test_months_without_tickets_have_their_row() -> None:
    months = chapter(project(tickets=tickets([60.0] * 2 + [None], datetime(2025, 10, 25)))).months
    assert months is not None
    assert [row[:4] for row in months.rows] == [
        ("2025年9月", "0", "0", "0"), ("2025年10月", "2", "2", "0"), ("2025年11月", "1", "0", "1"),
        ("2025年12月", "0", "0", "1"), ("2026年1月", "0", "0", "1"), ("2026年2月", "0", "0", "1"),
    ]  # fmt: skip
    beyond = found(project(tickets=tickets([60.0] * 9, datetime(2026, 4, 25)))).tickets
    assert beyond is not None
    assert [month.month.month for month in beyond.months] == [4, 5]  # all beyond the period: their own months


# 43: cases that stop before the flow's last step, two clocks in one figure, and a single case


def steps(*names: str) -> tuple[Step, ...]:
    kinds = [StepKind.START, *[StepKind.ACTIVITY] * (len(names) - 2), StepKind.END]
    return tuple(
        Step(id=f"F{n}", name=name, kind=kind, post="专员")
        for n, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
    )


def test_cases_that_stop_before_the_last_step_are_told() -> None:
    def told(*cases: str) -> bool:
        text = chapter(project(log=log(*cases), steps=steps("a", "b", "c", "d"))).log_text
        return "个的最后一条记录不是流程的末步" in text

    text = chapter(project(log=log("abcd", "abc", "ab"), steps=steps("a", "b", "c", "d"))).log_text
    assert "3 个案例中有 1 个的最后一条记录不是流程的末步（c、d）" in text
    assert told("abc", "ab")
    assert not told("abc", "abbc")
    assert not told("ab", "ab")  # a log that knows no last step tells nothing of it


def test_a_join_before_the_end_is_no_step_to_stop_at() -> None:
    held = [step.model_copy(update={"kind": StepKind.JOIN}) if step.name == "c" else step for step in steps(*"abcd")]
    assert [step.name for step in final_steps(held)] == ["b", "c", "d"]


def test_two_clocks_in_one_figure_are_told() -> None:
    def told(*started: datetime | None) -> str:
        held = log("ab", "ab")
        return chapter(project(log=type(held)("log", {**held.values, "started": list(started)}, held.rows))).log_text

    early = datetime(2025, 10, 1, 8)
    assert "其中 1 个从第一个活动的开始时间算起，其余没有填开始时间" in told(early, None, None, None)
    assert "口径不一" not in told(None, None, None, None)
    assert "口径不一" not in told(early, None, datetime(2025, 10, 2, 8), None)


def test_one_case_has_no_median() -> None:
    text = chapter(project(log=log("ab"))).log_text
    assert "1 个案例从首个事件到最后一个事件历时 60 分钟（自然时间）。" in text
    assert "中位数" not in text
    text = str(chapter(project(tickets=tickets([60.0]))).tickets_text)
    assert "已关闭的 1 张，从创建到关闭用了 60 分钟（自然时间）。" in text
    assert "中位数" not in text


# 71: the closing time has one unit, in the key figure and in the chapter


def test_the_closing_time_is_told_in_one_unit() -> None:
    made = Read(built("survey", project(tickets=tickets([50.0] * 8 + [900.0] * 2))))
    assert "工单关闭中位数（小时，自然时间）" in made.text
    assert "中位数为 0.8 小时（自然时间）" in made.text
    assert "50 分钟" not in made.text


# 44 and 66: whom the survey heard, and whom not


def sample_text(**rows: Any) -> str:
    return Read(built("survey", project(series(1, 2, 3), **rows))).text


def test_a_questionnaire_without_answers_is_told() -> None:
    assert "问卷有 2 道题，没有答卷。" in sample_text(questions=LIKERT)
    assert "没有答卷" not in sample_text(questions=LIKERT, answers=sheets((CUSTOMER, 6, {"Q1": 3, "Q2": 2})))
    stated = party(kind=CUSTOMER, methods=(SurveyMethod.QUESTIONNAIRE,), valid=6)
    assert "道题，没有答卷" not in sample_text(questions=LIKERT, parties=(stated,))  # told of the party


def test_that_nobody_of_the_front_line_was_heard_is_told() -> None:
    unheard, unplanned = "一线的看法没有收集到", "没有填写调研对象"
    text = sample_text(interviews=(said("I1", party=CUSTOMER),))
    assert unheard in text
    assert unplanned in text
    text = sample_text(interviews=(said("I1", party=CUSTOMER), said("I2")))
    assert unheard not in text
    assert unplanned in text
    text = sample_text(interviews=(said("I1", party=CUSTOMER),), parties=(party(planned=2),))
    assert unheard not in text  # the party's own line tells it
    assert unplanned not in text
    assert unheard not in sample_text(questions=LIKERT, answers=sheets((None, 6, {"Q1": 3})))
    assert unheard not in sample_text()


def test_a_party_that_was_to_be_asked_otherwise_is_in_the_table() -> None:
    asked = party(kind=CUSTOMER, methods=(SurveyMethod.QUESTIONNAIRE,))
    text = sample_text(interviews=(said("I1", party=CUSTOMER),), parties=(asked,))
    assert "客户有 1 次访谈，调研对象表中该类对象的调研方式没有访谈" in text
    text = sample_text(interviews=(said("I1", party=CUSTOMER),), parties=(party(),))
    assert "客户有 1 次访谈，调研对象表没有登记" in text


# 58: many months are counted


def test_many_months_of_one_value_are_counted() -> None:
    text = said_of(series(0, 2, 0, 0, 0, 1))
    assert "最低 0 件（有 4 个月），最高 2 件（2025年10月）" in text
    assert "最低 0 件（2025年9月、11月、12月）" in said_of(series(0, 2, 0, 0, 1, 1))


# 68: one milestone is told without a table


def test_a_single_milestone_is_told() -> None:
    def follow(*tasks: Task) -> str:
        held = replace(panel(THIN, Decision(adopted="S1")), measures=(measure("M1"), measure("M2")), tasks=tasks)
        made = composed(changed(held, "alternatives", "S1", measures=("M1", "M2")))
        return "\n".join(str(point.text) for point in made.follow)

    begin, mid, end = date(2026, 4, 1), date(2026, 4, 20), date(2026, 5, 9)
    text = follow(task("T1", begin, mid), task("T2", mid, end, milestone=YesNo.YES))
    assert "实施期为2026年4月1日至2026年5月9日。里程碑一项：T2 事项T2（主管，2026年5月9日）。" in text
    assert "任务一项：T1 事项T1（主管，2026年4月20日完成）" in follow(task("T1", begin, mid))
    assert "各项任务见" in follow(task("T1", begin, mid), task("T2", mid, end))
