"""Every fault of files, cells and references: a workbook that has it gives its code at its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from fixdocs.diagnostics import Diagnostic
from fixdocs.project import Project
from fixdocs.reports import REPORTS, blocked
from fixdocs.words import LANGUAGES, words_of
from fixdocs.workbook.read.load import load

from ..books import PROJECT, write

STEPS = ["步骤编号", "步骤名称", "类型", "责任岗位"]
ISSUES = ["问题编号", "问题描述", "类别", "影响范围", "影响程度", "发生频率"]
GOALS = ["目标编号", "类别", "目标描述"]
TICKETS = ["工单号", "创建时间", "关闭时间"]
MAPPING = ["目标表", "文件", "工作表", "我们的列名", "来源列名", "日期格式"]
SOUND_STEP = ["F01", "登记", "活动", "客服专员"]
SOUND_ISSUE = ["P01", "等待过久", "效率类", "全部客户", 5, 4]

Sheets = Mapping[str, Sequence[Sequence[Any]]]


@dataclass
class Case:
    """A workbook with one fault, and what is said about it."""

    name: str
    code: str
    cell: str
    sheets: Sheets
    values: dict[str, str] = field(default_factory=dict)
    blocks: tuple[str, ...] | None = None
    """None: not asserted; for a warning nothing is blocked anyway."""


def issue(**cells: Any) -> Sheets:
    """问题清单 with one row, some of whose cells are changed or added."""
    row = dict(zip(ISSUES, SOUND_ISSUE)) | cells
    return {"问题清单": [list(row), list(row.values())]}


def step(**cells: Any) -> Sheets:
    row = dict(zip(STEPS, SOUND_STEP)) | cells
    return {"流程步骤": [list(row), list(row.values())]}


def indicators(*row: Any) -> Sheets:
    return {"运行数据": [["指标", "单位", "第1月", "第2月", "第3月"], list(row)]}


def causes(*rows: Sequence[Any]) -> Sheets:
    headings = ["问题编号", "原因编号", "维度", "原因", "上级原因"]
    return issue() | {"鱼骨图": [headings, *rows]}


LONG = "长" * 2001

CASES = [
    Case("sheet renamed", "FD102", "", {"措施清单": [["措施编号", "根因编号", "措施名称", "措施内容", "责任岗位"]]},
         {"found": "措施清单", "outcome": "按表头读作“改进措施”"}),
    Case("sheet almost named", "FD102", "", {"问题清但": [["甲", "乙"], [1, 2]]},
         {"found": "问题清但", "suggestion": "问题清单", "outcome": "未读取", "near": "，是否为 问题清单？"}),
    Case("heading misspelt", "FD103", "G1", issue(影响成度=3), {"found": "影响成度"}),
    Case("heading near", "FD103", "G1", issue(发现日其="2026-01-02"), {"suggestion": "发现日期"}),
    Case("required column gone", "FD104", "1", {"优化目标": [["目标编号", "目标描述"], ["G01", "更快"]]},
         {"column": "类别"}, ("survey", "issues", "plan")),
    Case("heading twice", "FD105", "D1", {"优化目标": [[*GOALS, "目标描述"], ["G01", "效率提升", "更快", "更好"]]},
         {"found": "目标描述"}),
    Case("no heading row", "FD106", "", {"问题清单": [["P01", "等待过久"], ["P02", "退回"]]}, {"sheet": "问题清单"},
         ("issues", "causes", "plan")),
    Case("mapped file absent", "FD107", "B2", {"列映射": [MAPPING, ["工单明细", "tikets.csv", None, "工单号", "id"]]},
         {"what": "文件“tikets.csv”", "suggestion": "tickets.csv"}, ("survey", "issues")),
    Case("mapped tab absent", "FD107", "C2", {"列映射": [MAPPING, ["工单明细", "t.xlsx", "Sheet2", "工单号", "id"]]},
         {"what": "工作表“Sheet2”", "suggestion": "Sheet1"}),
    Case("source column absent", "FD107", "E2",
         {"列映射": [MAPPING, ["工单明细", "tickets.csv", None, "工单号", "idd"]]}, {"suggestion": "id"}),
    Case("own column absent", "FD107", "D2",
         {"列映射": [MAPPING, ["工单明细", "tickets.csv", None, "工单好", "id"]]}, {"suggestion": "工单号"}),
    Case("required column unmapped", "FD108", "D2",
         {"列映射": [MAPPING, ["工单明细", "tickets.csv", None, "工单号", "id"]]},
         {"what": "没有对应“创建时间”的列"}, ("survey", "issues")),
    Case("column mapped twice", "FD108", "D4",
         {"列映射": [MAPPING, *(["工单明细", "tickets.csv", None, a, b] for a, b in
                            (("工单号", "id"), ("创建时间", "opened"), ("工单号", "who")))]},
         {"what": "“工单号”对应了不止一次"}),
    Case("date format makes no sense", "FD205", "F2",
         {"列映射": [MAPPING, ["工单明细", "tickets.csv", None, "创建时间", "opened", "日期"],
                  ["工单明细", "tickets.csv", None, "工单号", "id"]]}, {"found": "日期"}),
    Case("required cell empty", "FD201", "D2", issue(影响范围=None), {"column": "影响范围"}, ("issues", "causes", "plan")),
    Case("required cell blank by a word", "FD201", "E2", issue(影响程度="—"), {"column": "影响程度"}),
    Case("form cell empty", "FD201", "B4", {"项目信息": [*PROJECT[:3], ["项目负责人"], *PROJECT[4:]]}, {}, REPORTS),
    Case("not a number", "FD202", "E2", issue(影响程度="高"), {"found": "高"}),
    Case("a number with its unit", "FD202", "E2", step(作业时间="3天", 作业单位="自然日"), {"found": "3天"}),
    Case("a number taken for a date", "FD202", "E2", step(作业时间=date(2026, 3, 4), 作业单位="小时"), {"found": "2026-03-04"}),
    Case("not a whole number", "FD203", "F2", issue(发生频率=2.5), {"found": "2.5"}),
    Case("above the range", "FD204", "E2", issue(影响程度=6), {"found": "6", "wanted": "1～5"}),
    Case("below zero", "FD204", "E2", step(作业时间=-1, 作业单位="小时"), {"wanted": "不小于 0"}),
    Case("zero where nothing is possible", "FD204", "F2",
         {"评审人": [["评审人编号", "姓名或代号", "岗位", "部门", "类别", "权重"], ["E01", "甲", None, None, None, 0]]},
         {"wanted": "大于 0"}),
    Case("share above all", "FD204", "B2", {"评估维度": [["维度", "权重"], ["可行性", 120]]}, {"found": "120%"}),
    Case("not a date", "FD205", "G2", issue(发现日期="上周"), {"found": "上周"}),
    Case("day and month open", "FD205", "G2", issue(发现日期="3/4/2026"), {"found": "3/4/2026"}),
    Case("form date wrong", "FD205", "B5", {"项目信息": [*PROJECT[:4], ["报告日期", "待定"], *PROJECT[5:]]}, {}, REPORTS),
    Case("not of the list", "FD206", "C2", step(类型="判定"), {"suggestion": "判断", "near": "，是否为 判断？"}),
    Case("one of several not of the list", "FD206", "B8", {"项目信息": [*PROJECT, ["适用场景", "投诉率高、人手不足"]]},
         {"found": "人手不足"}),
    Case("hint", "FD210", "E2", step(作业时间="—"), {"found": "—"}),
    Case("control characters", "FD211", "B2", issue(问题描述="等待_x0007_过久"), {"found": "U+0007"}),
    Case("private-use characters", "FD211", "B2", issue(问题描述="等\ue123待\ue123过\uf0a7久"), {"found": "U+E123, U+F0A7"}),
    Case("half a character", "FD211", "B2", issue(问题描述="等待_xD800_过久"), {"found": "U+D800"}),
    Case("no character at all", "FD211", "B2", issue(问题描述="等待_xFFFE_过久"), {"found": "U+FFFE"}),
    Case("a stray character in a number", "FD211", "E2", issue(影响程度="4\ue123"), {"found": "U+E123"}),
    Case("a stray character in a date", "FD211", "G2", issue(发现日期="2026-03-04_x0007_"), {"found": "U+0007"}),
    Case("a stray character in a choice", "FD211", "C2", issue(类别="效率\ue123类"), {"found": "U+E123"}),
    Case("near a suggested word", "FD212", "C2", issue(类别="效率"), {"suggestion": "效率类"}),
    Case("long text", "FD213", "B2", issue(问题描述=LONG), {"found": "2001", "limit": "2000"}),
    Case("number without unit", "FD214", "F2", step(作业时间=3, 作业单位=None), {"found": "作业时间", "missing": "作业单位"}),
    Case("unit without number", "FD214", "E2", step(等待时间=None, 等待单位="小时"), {"missing": "等待时间"}),
    Case("number without unit's column", "FD214", "E2", step(作业时间=3), {"missing": "作业单位"}),
    Case("fraction beside percentage", "FD209", "C2", indicators("满意度", "%", 0.85, 85, 86),
         {"found": "0.85", "beside": "86"}),
    Case("shares in two notations", "FD209", "E2",
         {"流程步骤": [[*STEPS, "占比1", "去向1", "结果1", "占比2", "去向2", "结果2"],
                   ["F01", "判定", "判断", "甲", 0.5, "F01", "是", 50, "F01", "否"]]}, {"found": "0.5", "beside": "50"}),
    Case("key twice", "FD301", "A3", {"问题清单": [ISSUES, SOUND_ISSUE, ["P01", "退回", "质量类", "甲", 1, 2]]},
         {"found": "P01"}),
    Case("key twice but for its width", "FD301", "A3",
         {"问题清单": [ISSUES, SOUND_ISSUE, ["ｐ ０１", "退回", "质量类", "甲", 1, 2]]}),
    Case("ticket twice", "FD301", "A3", {"工单明细": [TICKETS, ["T1", "2026-01-05"], ["T1", "2026-01-06"]]}),
    Case("reference leads nowhere", "FD303", "G2", step() | issue(涉及步骤="F1"),
         {"found": "F1", "target": "流程步骤", "near": "，是否为 F01？"}, ("issues", "causes", "plan")),
    Case("one reference of several", "FD303", "G2", step() | issue(涉及步骤="F01、F07"), {"found": "F07"}),
    Case("reference twice", "FD304", "G2", step() | issue(涉及步骤="F01、f01"), {"found": "f01"}),
    Case("its own parent", "FD305", "E2", causes(["P01", "C1", "人", "不熟", "C1"]), {"found": "C1 → C1"}),
    Case("circle", "FD305", "E3", causes(["P01", "C1", "人", "不熟", "C2"], ["P01", "C2", "人", "未训", "C1"]),
         {"found": "C2 → C1 → C2"}),
    Case("circle of tasks", "FD305", "F2",
         {"实施计划": [["任务编号", "任务", "责任岗位", "开始日期", "结束日期", "前置任务"],
                   ["T1", "甲", "乙", "2026-08-01", "2026-08-02", "T1"]]}),
    Case("equal rows", "FD306", "3", {"问题清单": [ISSUES, SOUND_ISSUE, SOUND_ISSUE]}),
    Case("equal findings", "FD306", "3",
         {"访谈记录": [["访谈编号", "对象类别", "主题", "性质", "内容"], *[["I01", "一线", "等待", "痛点", "等一天"]] * 2]}),
    Case("equal events", "FD306", "3", {"流程日志": [["案例号", "活动", "完成时间"], *[["C1", "登记", "2026-02-01"]] * 2]}),
    Case("ticket without its date", "FD201", "B2", {"工单明细": [TICKETS, ["T1", None, "2026-01-06"]]}, {"column": "创建时间"}),
    Case("ticket with a date that is none", "FD205", "B2", {"工单明细": [TICKETS, ["T1", "昨天", None]]}, {"found": "昨天"}),
    Case("a column of the answers that is no question", "FD510", "C1",
         {"问卷题目": [["题号", "题目", "题型"], ["Q1", "是否满意？", "量表"]],
          "问卷答卷": [["答卷编号", "Q1", "来源"], ["A1", 5, "微信"]]}, {"found": "来源"}),
]  # fmt: skip


def read(folder: Path, sheets: Sheets) -> tuple[Project, list[Diagnostic]]:
    """The project of one workbook, a project form added, with two foreign files beside it."""
    write(folder / "项目.xlsx", {"项目信息": PROJECT} | dict(sheets))
    (folder / "tickets.csv").write_text("id,who,opened\n1,a,2026-01-05 10:00\n", encoding="utf-8")
    write(folder / "t.xlsx", {"Sheet1": [["id", "opened"], ["1", "2026-01-05"]]})
    project, found = load(folder)
    return project, [d for d in found if not (d.code == "FD109" and d.place.source.file in ("tickets.csv", "t.xlsx"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fault(case: Case, tmp_path: Path) -> None:
    _, found = read(tmp_path, case.sheets)
    own = [d for d in found if d.code == case.code and (d.place.cell or str(d.place.row or "")) == case.cell]
    assert len(own) == 1, [(d.code, d.place.cell, d.values) for d in found]
    assert case.values.items() <= own[0].values.items(), own[0].values
    if case.blocks is not None:
        assert set(blocked(own[0])) == set(case.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_fill(case: Case, language: str, tmp_path: Path) -> None:
    write(tmp_path / "项目.xlsx", {"项目信息": PROJECT} | dict(case.sheets))
    words = words_of(language)
    for each in load(tmp_path, words=words)[1]:
        message = words.message(each.code)
        values = {**each.values, "count": "1", "other": "A1"}
        text = message.text.format(**values) + message.cure.format(**values)
        assert "{" not in text
        text.encode("gb18030" if language == "zh" else "utf-8")


def test_sound_rows_bring_no_faults(tmp_path: Path) -> None:
    project, found = read(tmp_path, step() | issue(涉及步骤="F01"))
    assert found == []
    assert (len(project.steps), len(project.issues)) == (1, 1)
    assert project.issues[0].steps == ("F01",)


def test_a_faulty_row_is_left_out_but_known(tmp_path: Path) -> None:
    project, found = read(tmp_path, {**step(类型="判定"), **issue(涉及步骤="F01")})
    assert [d.code for d in found] == ["FD206"]
    assert project.steps == ()
    assert project.known["steps"] == {"F01"}
    assert project.faulty == {"steps"}
    assert project.issues[0].steps == ("F01",)


def test_all_faults_of_a_row_are_said(tmp_path: Path) -> None:
    _, found = read(tmp_path, issue(影响程度=9, 发生频率="常常", 影响范围=None, 发现日期="某日"))
    assert sorted((d.code, d.place.cell) for d in found) == [
        ("FD201", "D2"), ("FD202", "F2"), ("FD204", "E2"), ("FD205", "G2"),
    ]  # fmt: skip


def test_no_project_form(tmp_path: Path) -> None:
    write(tmp_path / "02.xlsx", issue())
    project, found = load(tmp_path)
    assert [(d.code, blocked(d)) for d in found] == [("FD111", REPORTS)]
    assert project.info is None


def test_an_empty_project_form_is_missing(tmp_path: Path) -> None:
    write(tmp_path / "01.xlsx", {"项目信息": [[label] for label, _ in PROJECT]})
    _, found = load(tmp_path)
    assert [(d.code, d.place.source.tab) for d in found] == [("FD111", "项目信息")]


def formula(text: str, value: str | None) -> Callable[[Path], None]:
    """Puts a formula into 影响程度, with its result as another program would store it."""

    def change(path: Path) -> None:
        import zipfile

        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        sheet = next(name for name in parts if name.endswith("sheet2.xml"))
        cached = f"<v>{value}</v>" if value is not None else ""
        kind = ' t="e"' if value and value.startswith("#") else ""
        old = b'<c r="E2" t="n"><v>5</v></c>'
        assert old in parts[sheet]
        new = f'<c r="E2"{kind}><f>{text}</f>{cached}</c>'.encode()
        parts[sheet] = parts[sheet].replace(old, new)
        with zipfile.ZipFile(path, "w") as package:
            for name, data in parts.items():
                package.writestr(name, data)

    return change


@pytest.mark.parametrize(
    ("value", "code", "found"), [("#DIV/0!", "FD207", "#DIV/0!"), (None, "FD208", None), ("4", None, None)]
)
def test_formulas(tmp_path: Path, value: str | None, code: str | None, found: str | None) -> None:
    path = write(tmp_path / "a.xlsx", {"项目信息": PROJECT} | dict(issue()))
    formula("1/0", value)(path)
    project, diagnostics = load(tmp_path)
    assert [(d.code, d.place.cell) for d in diagnostics] == ([(code, "E2")] if code else [])
    if code is None:
        assert project.issues[0].impact == 4
    elif found:
        assert diagnostics[0].values["found"] == found


def test_hidden_content_is_read_and_said(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx", {"项目信息": PROJECT, "问题清单": [ISSUES, SOUND_ISSUE], "流程步骤": [STEPS, SOUND_STEP]}
    )
    book = load_workbook(path)
    book["问题清单"].row_dimensions[2].hidden = True
    book["问题清单"].column_dimensions["D"].hidden = True
    book["流程步骤"].sheet_state = "hidden"
    book.save(path)
    project, found = load(tmp_path)
    assert sorted((d.code, d.place.source.tab, d.values["found"]) for d in found) == [
        ("FD110", "流程步骤", "整张工作表"), ("FD110", "问题清单", "D 列"), ("FD110", "问题清单", "第 2 行"),
    ]  # fmt: skip
    assert len(project.issues) == len(project.steps) == 1


def test_merged_cells_are_said(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"项目信息": PROJECT, "问题清单": [
        ["公司问题清单"], ISSUES, SOUND_ISSUE, ["P02", "退回", None, "甲", 1, 2]]})  # fmt: skip
    book = load_workbook(path)
    book["问题清单"].merge_cells("A1:F1")
    book["问题清单"].merge_cells("C3:C4")
    book.save(path)
    _, found = load(tmp_path)
    assert [(d.code, d.place.cell, d.values.get("found")) for d in found if d.code == "FD215"] == [
        ("FD215", "C3", "C3:C4")
    ]
    assert [d.place.cell for d in found if d.code == "FD201"] == ["C4"]


def test_faults_stay_at_their_address_wherever_the_table_begins(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "问题清单"
    sheet["C2"] = "客户投诉处理：问题清单（第三版）"
    order = [5, 0, 1, 3, 2, 4]
    for column, n in enumerate(order, 3):
        sheet.cell(5, column, ISSUES[n])
        sheet.cell(9, column, "每日" if n == 5 else SOUND_ISSUE[n])
    book.save(tmp_path / "a.xlsx")
    _, found = load(tmp_path)
    assert [(d.code, d.place.cell, d.place.heading) for d in found if d.code != "FD111"] == [
        ("FD202", "C9", "发生频率")
    ]


def test_dates_times_and_numbers_as_people_write_them(tmp_path: Path) -> None:
    headings = [*ISSUES, "发现日期"]
    forms: list[Any] = [
        "2026/3/5", "2026-03-05", "2026年3月5日", "20260305", 20260305, "5.3.26", "2026.3.5", "２０２６/０３/０５",
        datetime(2026, 3, 5, 9, 30), date(2026, 3, 5), 46086, "2026-03-05 09:30:00", "2026-03-05T09:30:00+08:00",
    ]  # fmt: skip
    impacts: list[Any] = [5, "5", "５", 5.0, " 5 ", "5.0"]
    rows = [[f"P{n:02}", "等待", "效率类", "甲", impacts[n % len(impacts)], 3, form] for n, form in enumerate(forms, 1)]
    project, found = read(tmp_path, {"问题清单": [headings, *rows]})
    assert found == []
    assert {row.found for row in project.issues} == {date(2026, 3, 5)}
    assert {row.impact for row in project.issues} == {5}
    assert len(project.issues) == len(forms)
