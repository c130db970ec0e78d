"""Spreads, groups, references, percentages: what a sheet may hold besides plain cells."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from fixdocs.project import Project
from fixdocs.schema import WHOLE
from fixdocs.schema.survey import Exit
from fixdocs.workbook.read.load import load

from ..books import PROJECT, write

STEPS = ["步骤编号", "步骤名称", "类型", "责任岗位"]
ISSUES = ["问题编号", "问题描述", "类别", "影响范围", "影响程度", "发生频率", "涉及步骤", "来源"]


def sound(folder: Path, **sheets: Any) -> Project:
    write(folder / "a.xlsx", {"项目信息": PROJECT, **sheets})
    project, found = load(folder)
    assert [(d.code, d.place.cell, d.values) for d in found] == []
    return project


def test_ways_out_keep_their_order_and_their_cells(tmp_path: Path) -> None:
    headings = [*STEPS, *(f"{name}{n}" for n in range(1, 5) for name in ("去向", "结果", "占比"))]
    first = [
        "F01",
        "是否属实",
        "判断",
        "甲",
        None,
        None,
        None,
        "F02",
        "属实",
        0.7,
        None,
        None,
        None,
        "关闭",
        "不属实",
        0.3,
    ]
    project = sound(tmp_path, 流程步骤=[headings, first, ["F02", "处理", "活动", "乙"], ["F03", "关闭", "结束", "乙"]])
    step = project.steps[0]
    assert step.exits == (Exit(target="F02", result="属实", share=0.7), Exit(target="F03", result="不属实", share=0.3))
    assert [project.place(step, f"exits[{n}].share").cell for n in (1, 2)] == ["J2", "P2"]
    assert project.place(step, "exits[1].target").heading == "去向2"


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.5, 0.5], [0.5, 0.5]),
        ([60, 40], [0.6, 0.4]),
        (["60%", "40％"], [0.6, 0.4]),
        ([99, 1], [0.99, 0.01]),
        ([1, 0], [1, 0]),
    ],
)
def test_shares_in_any_notation(tmp_path: Path, shares: list[Any], expected: list[float]) -> None:
    headings = [*STEPS, "去向1", "结果1", "占比1", "去向2", "结果2", "占比2"]
    row = ["F01", "判断", "判断", "甲", "F01", "是", shares[0], "F01", "否", shares[1]]
    assert [e.share for e in sound(tmp_path, 流程步骤=[headings, row]).steps[0].exits] == pytest.approx(expected)


def percents(folder: Path, cells: list[Any], formats: list[str], unit: str | None) -> Any:
    book = Workbook()
    sheet = book.active
    sheet.title = "运行数据"
    sheet.append(["指标", "单位", "目标值", *(f"第{n}月" for n in range(1, len(cells)))])
    sheet.append(["满意度", unit, *cells])
    for column, form in enumerate(formats, 3):
        sheet.cell(2, column).number_format = form
    form = book.create_sheet("项目信息")
    for row in PROJECT:
        form.append(row)
    book.save(folder / "a.xlsx")
    return load(folder)


@pytest.mark.parametrize(
    ("cells", "formats", "unit"),
    [
        ([90, 85, 86.5], ["0", "0", "0.0"], "%"),
        ([0.9, 0.85, 0.865], ["0%", "0%", "0.0%"], "%"),
        ([0.9, 0.85, 0.865], ["0%", "0%", "0.00%"], None),
        ([90, 0.85, 86.5], ["0", "0%", "General"], "%"),
        (["90%", "85%", "86.5%"], ["@", "@", "@"], "％"),
    ],
)
def test_percentages_are_told_from_their_format(
    tmp_path: Path, cells: list[Any], formats: list[str], unit: str
) -> None:
    project, found = percents(tmp_path, cells, formats, unit)
    assert found == []
    (row,) = project.indicators
    assert (row.target, row.months) == (90, {1: 85, 2: 86.5})
    assert row.unit in ("%", "％")


def test_a_fraction_beside_a_percentage_is_asked_about(tmp_path: Path) -> None:
    _, found = percents(tmp_path, [90, 0.85, 85, 86], ["0"] * 4, "%")
    assert [(d.code, d.place.cell, d.values["found"]) for d in found] == [("FD209", "D2", "0.85")]


def test_small_percentages_are_left_alone(tmp_path: Path) -> None:
    project, found = percents(tmp_path, [0.5, 0.9, 1.2], ["0.0"] * 3, "%")
    assert found == []
    assert project.indicators[0].months == {1: 0.9, 2: 1.2}


def test_numbers_of_other_units_are_no_percentages(tmp_path: Path) -> None:
    project, found = percents(tmp_path, [0.5, 0.9, 85], ["0.0"] * 3, "小时")
    assert found == []
    assert project.indicators[0].months == {1: 0.9, 2: 85}


@pytest.mark.parametrize(
    "headings",
    [
        ["第1月", "第2月", "第4月"],
        ["第 １ 月", "第2月（2026年2月）", "第4月"],
        ["2026年1月", "2026年02月", "2026年4月"],
        ["2026-01", "2026/2", "2026.04"],
        ["1月", "2月", "4月"],
        [date(2026, 1, 1), datetime(2026, 2, 1), date(2026, 4, 1)],
        ["Month 1", "Feb 2026", "2026-04"],
    ],
    ids=str,
)
def test_months_by_number_or_by_name(tmp_path: Path, headings: list[Any]) -> None:
    project = sound(
        tmp_path, 运行数据=[["客户投诉处理运行数据"], ["指标", "来源", *headings], ["投诉量", "系统", "1,234", 20, 0]]
    )
    assert project.indicators[0].months == {1: 1234, 2: 20, 4: 0}


def test_references_by_id_and_by_name(tmp_path: Path) -> None:
    project = sound(
        tmp_path,
        流程步骤=[STEPS, ["F01", "登记", "开始", "甲"], ["F02", "核查 和 分派", "活动", "甲"], ["F10", "结束", "结束", "甲"]],
        运行数据=[["指标", "第1月"], ["平均耗时、含等待", 5]],
        投诉分类=[["类型", "数量"], ["处理超时", 12]],
        访谈记录=[["访谈编号", "对象类别", "主题", "性质", "内容", "涉及步骤"], ["I01", "一线", "等", "痛点", "久", "F02 F10"],
               ["I01", "一线", "退", "痛点", "退", None]],
        工单明细=[["工单号", "创建时间"], [20260001, "2026-02-01"]],
        问题清单=[
            ISSUES,
            ["P01", "甲", "效率类", "全部", 5, 5, "f1０；登记\nF02", "I01，处理超时 20260001"],
            ["P02", "乙", "风险类", "全部", 5, 5, "全流程", "平均耗时、含等待"],
            ["P03", "丙", "Cost", "全部", 5, 5, "核查 和 分派", None],
        ],
    )  # fmt: skip
    assert [row.steps for row in project.issues] == [("F10", "F01", "F02"), (WHOLE,), ("F02",)]
    assert [row.evidence for row in project.issues[:2]] == [("I01", "处理超时", "20260001"), ("平均耗时、含等待",)]
    assert [row.kind for row in project.issues] == ["efficiency", "风险类", "cost"]
    assert project.interviews[0].steps == ("F02", "F10")


def test_blanks_are_no_references(tmp_path: Path) -> None:
    headings = ["任务编号", "任务", "责任岗位", "开始日期", "结束日期", "前置任务"]
    write(
        tmp_path / "a.xlsx",
        {"项目信息": PROJECT, "实施计划": [headings, ["T1", "甲", "乙", "2026-8-1", "2026-8-2", "无"]]},
    )
    project, found = load(tmp_path)
    assert [(d.code, d.place.cell) for d in found] == [("FD210", "F2")]
    assert project.tasks[0].after == ()


def test_a_chain_shows_its_gap(tmp_path: Path) -> None:
    issues = [ISSUES, ["P01", "甲", "效率类", "全部", 5, 5, None, None]]
    chain = [["链编号", "问题编号", "为什么1", "为什么2", "为什么3", "为什么4"], ["W1", "P01", "一", None, "三", None]]
    assert sound(tmp_path, 问题清单=issues, 五问法=chain).chains[0].whys == ("一", "", "三")


def test_several_choices_in_one_cell(tmp_path: Path) -> None:
    parties = [
        ["对象类别", "岗位或群体", "调研方式"],
        ["一线", "客服", "访谈、观察"],
        ["customer", "客户", "Questionnaire; 数据"],
    ]
    found = [row.methods for row in sound(tmp_path, 调研对象=parties).parties]
    assert [[m.value for m in methods] for methods in found] == [
        ["interview", "observation"],
        ["questionnaire", "data"],
    ]


QUESTIONS = [
    ["题号", "题目", "题型", "量表上限"],
    ["Q1", "您对处理速度是否满意？", "量表", 5],
    ["Q2", "您愿意向他人推荐吗", "NPS", None],
    ["Q3", "您用过哪些渠道？", "多选", None],
    ["Q4", "其他意见", "开放", None],
]


@pytest.mark.parametrize(
    "headings",
    [
        ["Q1", "Q2", "Q3", "Q4"],
        ["您对处理速度是否满意？", "您愿意向他人推荐吗", "您用过哪些渠道？", "其他意见"],
        ["1、您对处理速度是否满意?", "2、您愿意向他人推荐吗：", "3.您用过哪些渠道？（多选）", "4、其他意见"],
        [
            "1、请评价：—您对处理速度是否满意",
            "2、您愿意向他人推荐吗",
            "3、请选择：—您用过哪些渠道",
            "4、请填写：其他意见",
        ],
    ],
    ids=["ids", "texts", "numbered", "stems"],
)
def test_answers_by_number_or_text_of_the_question(tmp_path: Path, headings: list[str]) -> None:
    order = [3, 0, 2, 1]
    rows: list[list[Any]] = [[5, "9", "电话┋网络", "快些"], ["4分", 10, "(跳过)", None], ["无", "满意", "电话", " "]]
    answers = [["答卷编号", "对象类别", *(headings[n] for n in order)]]
    answers += [[f"A{n}", "客户", *(row[m] for m in order)] for n, row in enumerate(rows, 1)]
    table = sound(tmp_path, 问卷题目=QUESTIONS, 问卷答卷=answers).answers
    assert list(table.column("values[Q1]")) == [5.0, 4.0, None]
    assert list(table.column("values[Q2]")) == [9.0, 10.0, "满意"]
    assert list(table.column("values[Q3]")) == ["电话┋网络", None, "电话"]
    assert list(table.column("values[Q4]")) == ["快些", None, None]
    assert table.place(0, "values[Q4]").cell == "C2"


def test_headings_in_two_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "流程步骤"
    sheet.append(["步骤编号", "步骤名称", "类型", "责任岗位", "第一去向", None])
    sheet.append([None, None, None, None, "去向1", "结果1"])
    sheet.append(["F01", "登记", "活动", "甲", "F01", "完成"])
    for letter in "ABCD":
        sheet.merge_cells(f"{letter}1:{letter}2")
    sheet.merge_cells("E1:F1")
    form = book.create_sheet("项目信息")
    for row in PROJECT:
        form.append(row)
    book.save(tmp_path / "a.xlsx")
    project, found = load(tmp_path)
    assert found == []
    assert project.steps[0].exits == (Exit(target="F01", result="完成"),)


def test_headings_with_marks_hints_and_spaces(tmp_path: Path) -> None:
    headings = ["*问题 编号", "问题描述*（一句话）", "类 别", "影响范围：", "影响程度\n(1-5)", "Frequency", "是否核心"]
    project = sound(tmp_path, **{"02 问题清单（终稿）": [headings, ["P01", "甲", "效率类", "全部", 5, 5, "否"]]})
    assert project.issues[0].core_override is not None


def test_a_form_with_merged_labels_and_help_beside(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "项目信息"
    sheet["B1"] = "项目信息"
    for row, (label, value) in enumerate(PROJECT, 3):
        sheet.cell(row, 2, f"{label} *")
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
        sheet.cell(row, 4, value if row != 6 else None)
        sheet.cell(row, 5, "填写说明")
    book.save(tmp_path / "a.xlsx")
    _, found = load(tmp_path)
    assert [(d.code, d.place.cell) for d in found] == [("FD201", "D6")]
