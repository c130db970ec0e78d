"""Several hands: the same sheet in several files is one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fixdocs.workbook.read.load import load

from ..books import PROJECT, write

ISSUES = ["问题编号", "问题描述", "类别", "影响范围", "影响程度", "发生频率", "责任部门"]
REVIEW = {
    "备选方案": [["方案编号", "方案名称", "措施编号"], ["S01", "方案甲", "M01"], ["S02", "方案乙", "M01"]],
    "评审人": [["评审人编号", "姓名或代号"], ["E01", "张三"], ["E02", "李四"]],
    "评估维度": [["维度", "权重"], ["可行性", 0.4], ["有效性", 0.4], ["风险性", 0.2]],
    "改进措施": [
        ["措施编号", "根因编号", "措施名称", "措施内容", "责任岗位"],
        ["M01", "R01", "合并", "合并两步", "甲"],
    ],
    "根因": [["根因编号", "问题编号", "来源", "根因描述"], ["R01", "P01", "C1", "没有同步"]],
    "鱼骨图": [["问题编号", "原因编号", "维度", "原因"], ["P01", "C1", "法", "没有同步"]],
    "问题清单": [ISSUES, ["P01", "等待过久", "效率类", "全部客户", 5, 4, None]],
}
BALLOT = ["评审人", "方案编号", "可行性", "有效性", "风险性", "意见"]


def test_blank_yields_to_filled_cell_by_cell(tmp_path: Path) -> None:
    write(
        tmp_path / "a.xlsx",
        {"项目信息": PROJECT, "问题清单": [ISSUES, ["P01", "等待过久", "效率类", "甲", 5, None, None]]},
    )
    write(tmp_path / "b.xlsx", {"问题清单": [ISSUES, ["P01", "等待过久", "效率类", "甲", None, 4, "客服部"], ["P02"]]})
    project, found = load(tmp_path)
    assert found == []
    (row,) = project.issues
    assert (row.impact, row.frequency, row.department) == (5, 4, "客服部")
    assert [project.place(row, a).source.file for a in ("impact", "frequency", "department")] == [
        "a.xlsx",
        "b.xlsx",
        "b.xlsx",
    ]


def test_two_different_values_name_both_places(tmp_path: Path) -> None:
    write(
        tmp_path / "a.xlsx",
        {"项目信息": PROJECT, "问题清单": [ISSUES, ["P01", "等待过久", "效率类", "甲", 5, 4, None]]},
    )
    write(tmp_path / "b" / "b.xlsx", {"问题清单": [["说明"], ISSUES, ["p01", "等待过久", "效率类", "甲", 3, 4, None]]})
    project, found = load(tmp_path)
    (fault,) = found
    assert (fault.code, fault.place.source.file, fault.place.cell) == ("FD302", "b/b.xlsx", "E3")
    assert [(o.source.file, o.cell) for o in fault.others] == [("a.xlsx", "E2")]
    assert fault.values == {"found": "3", "held": "5"}
    assert project.issues == ()


def test_forms_agree_or_are_asked(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", {"项目信息": [*PROJECT[:3], ["项目负责人"], *PROJECT[4:], ["每工作日小时数", 8]]})
    write(tmp_path / "b.xlsx", {"项目信息": [*PROJECT, ["每工作日小时数", 7.5], ["编制人", "乙"]]})
    project, found = load(tmp_path)
    assert found == []
    assert project.info is not None
    assert (project.info.leader, project.info.author, project.info.hours_per_day) == ("甲", "乙", 7.5)
    assert project.place(project.info, "leader").source.file == "b.xlsx"

    write(tmp_path / "c.xlsx", {"项目信息": [["组织名称", "另一家公司"], ["流程名称", "客户投诉处理"]]})
    _, found = load(tmp_path)
    assert [(d.code, d.place.source.file, d.place.cell, d.others[0].cell) for d in found] == [
        ("FD302", "c.xlsx", "B1", "B3")
    ]


def test_copies_count_once(tmp_path: Path) -> None:
    interviews = [["访谈编号", "对象类别", "主题", "性质", "内容"], ["I01", "一线", "等待", "痛点", "等一天"]]
    tickets = [["工单号", "创建时间"], ["T1", "2026-02-01 08:00"], ["T2", "2026-02-02"]]
    log = [["案例号", "活动", "完成时间"], ["T1", "登记", "2026-02-01"], ["T1", "反馈", "2026-02-03"]]
    for name in ("a", "b", "c"):
        own = [*interviews, ["I02", "一线", name, "痛点", "等两天"]]
        write(tmp_path / f"{name}.xlsx", {"项目信息": PROJECT, "访谈记录": own, "工单明细": tickets, "流程日志": log})
    project, found = load(tmp_path)
    assert found == []
    assert [row.topic for row in project.interviews] == ["等待", "a", "b", "c"]
    assert len(project.tickets) == len(project.log) == 2


def test_tickets_of_two_files_fill_one_another(tmp_path: Path) -> None:
    write(
        tmp_path / "a.xlsx",
        {
            "项目信息": PROJECT,
            "工单明细": [["工单号", "创建时间", "渠道"], ["T1", "2026-02-01", "电话"], ["T2", "2026-02-01", "网络"]],
        },
    )
    write(
        tmp_path / "b.xlsx",
        {
            "工单明细": [
                ["工单号", "创建时间", "关闭时间", "渠道"],
                ["T1", "2026-02-01", "2026-02-04", None],
                ["T2", "2026-02-01", None, "电话"],
            ]
        },
    )
    project, found = load(tmp_path)
    assert project.tickets.column("id") == ["T1"]
    assert str(project.tickets.column("closed")[0]) == "2026-02-04 00:00:00"
    assert [(d.code, d.place.cell, d.others[0].cell, d.values["held"]) for d in found] == [
        ("FD302", "D3", "C3", "网络")
    ]


@pytest.mark.parametrize("who", ["E01", "张三", "e01"])
def test_ballots_are_gathered(tmp_path: Path, who: str) -> None:
    """A reviewer is named by number or name; what has not been returned is no answer."""
    rows: list[list[Any]] = [["E01", "S01"], ["E01", "S02"], ["E02", "S01"], ["E02", "S02"]]
    write(tmp_path / "05.xlsx", {"项目信息": PROJECT, **REVIEW, "评分": [BALLOT, *rows]})
    write(
        tmp_path / "回收" / "评分-张三.xlsx",
        {"评分": [BALLOT, [who, "S01", 5, 4, 2, "可以"], [who, "方案乙", 3, "弃权", "-", None]]},
    )
    write(tmp_path / "回收" / "评分-李四.xlsx", {"评分": [BALLOT, *rows[2:]]})
    project, found = load(tmp_path)
    assert [(d.code, d.place.cell) for d in found] == [("FD210", "E3")]
    assert [(s.reviewer, s.alternative, s.values, s.comment) for s in project.scores] == [
        ("E01", "S01", {"可行性": 5.0, "有效性": 4.0, "风险性": 2.0}, "可以"),
        ("E01", "S02", {"可行性": 3.0, "有效性": None}, None),
    ]


def test_a_score_given_twice_is_left_to_the_rule(tmp_path: Path) -> None:
    rows = [["E01", "S01", 5, 4, 2, None], ["E01", "S01", 4, 4, 2, None]]
    write(tmp_path / "05.xlsx", {"项目信息": PROJECT, **REVIEW, "评分": [BALLOT, *rows]})
    project, found = load(tmp_path)
    assert found == []
    assert len(project.scores) == 2


def test_prefilled_rows_are_no_records(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", {
        "项目信息": PROJECT,
        "问题清单": [[*ISSUES, "优先级"], *([f"P{n:02}", *[None] * 6, "=E2*F2"] for n in range(1, 40))],
        "鱼骨图": [["问题编号", "原因编号", "维度", "原因"], ["P01", "C01", "人", None]],
        "运行数据": [["指标", "单位", "方向", "第1月"], ["投诉量", "件", "越低越好", None]],
        "评审人": [["评审人编号", "姓名或代号", "权重"], ["E01", None, 1]],
    })  # fmt: skip
    project, found = load(tmp_path)
    assert found == []
    assert {project.count(name) for name in ("issues", "causes", "indicators", "reviewers")} == {0}


def test_formula_columns_are_never_read(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", {"项目信息": PROJECT, "问题清单": [
        [*ISSUES[:6], "优先级"], ["P01", "等待过久", "效率类", "甲", 5, 4, "=E2*F2"], ["P02", "退回", "质量类", "甲", 5, 4, "乱写"]]})  # fmt: skip
    project, found = load(tmp_path)
    assert found == []
    assert [row.priority for row in project.issues] == [None, None]
