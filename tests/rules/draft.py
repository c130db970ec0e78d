"""A project as a person fills it: plain cells under plain headings, sound from the start, changed fault by fault.

Nothing here asks the product where a cell stands: headings are in the order of first use, rows count from 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

Line = dict[str, Any]

BOOKS: dict[str, tuple[str, ...]] = {
    "01-现状调研.xlsx": (
        "项目信息", "修订记录", "优化目标", "调研对象", "流程步骤", "运行数据", "投诉分类", "访谈记录", "问卷题目", "问卷答卷",
        "现场观察", "工单明细", "流程日志", "列映射",
    ),
    "02-问题清单.xlsx": ("问题清单", "评级标准"),
    "03-根因分析.xlsx": ("5W1H", "鱼骨图", "五问法", "根因"),
    "04-改进方案.xlsx": ("改进措施", "改进后流程", "职责调整", "工具与系统需求", "实施计划", "风险与应对"),
    "05-方案评估.xlsx": ("备选方案", "评审人", "评估维度", "评分", "评审结论"),
}  # fmt: skip
FORMS = ("项目信息", "评审结论")


@dataclass(frozen=True)
class At:
    """A place: sheet, number of the record (0: the headings, or none), heading.

    ``file`` where the sheet stands in another, ``cell`` where it is known outright. ``again`` is the second column
    under its heading.
    """

    sheet: str = ""
    record: int = 0
    heading: str = ""
    file: str = ""
    cell: str = ""
    again: bool = False


@dataclass
class Draft:
    """The sheets by title: a list of rows a table, one row a form. ``raw`` sheets replace tables cell by cell.

    ``doubled`` are second columns under a heading that stands there already; ``files`` are further files by name,
    sheets of raw rows or bytes; ``hidden`` and ``merged`` change the make-up of a sheet after it is filled.
    """

    sheets: dict[str, list[Line]]
    forms: dict[str, Line]
    raw: dict[str, list[list[Any]]] = field(default_factory=dict)
    doubled: dict[str, str] = field(default_factory=dict)
    dropped: set[tuple[str, str]] = field(default_factory=set)
    files: dict[str, Mapping[str, list[list[Any]]] | bytes] = field(default_factory=dict)
    hidden: dict[str, int] = field(default_factory=dict)
    merged: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def add(self, sheet: str, **cells: Any) -> int:
        """Append a record; its number."""
        self.sheets.setdefault(sheet, []).append(cells)
        return len(self.sheets[sheet])

    def set(self, sheet: str, record: int, **cells: Any) -> At:
        """Change a record; the place of the last cell changed."""
        row = self.forms[sheet] if sheet in FORMS else self.sheets[sheet][record - 1]
        row.update(cells)
        return At(sheet, record, list(cells)[-1])

    def headings(self, sheet: str) -> list[str]:
        """The headings in the order of first use; what was dropped left out."""
        used = dict.fromkeys(key for row in self.sheets[sheet] for key in row)
        return [key for key in used if (sheet, key) not in self.dropped]

    def where(self, at: At) -> tuple[str, str, str]:
        """File, sheet and cell of a place."""
        file = at.file or next((name for name, titles in BOOKS.items() if at.sheet in titles), "")
        return file, at.sheet, at.cell or self.cell(at)

    def cell(self, at: At) -> str:
        """``E7``; empty for a whole sheet or row, or where the sheet has no such column."""
        if at.sheet in FORMS and at.heading:
            return f"B{list(self.forms[at.sheet]).index(at.heading) + 1}"
        if at.file or not at.heading:
            return ""
        names = self.headings(at.sheet)
        if at.heading not in names:
            return ""
        number = len(names) if at.again else names.index(at.heading)
        return f"{get_column_letter(number + 1)}{at.record + 1}"

    def write(self, folder: Path) -> Path:
        """The five workbooks and whatever else there is."""
        for name, titles in BOOKS.items():
            book = Workbook()
            book.remove(book.active)
            for title in titles:
                self._sheet(book, title)
            for title in self.raw.keys() - {t for known in BOOKS.values() for t in known}:
                if name.startswith("02"):
                    self._sheet(book, title)
            if book.sheetnames:
                book.save(folder / name)
        for name, content in self.files.items():
            _write_file(folder / name, content)
        return folder

    def _sheet(self, book: Workbook, title: str) -> None:
        rows = self._rows(title)
        if not rows:
            return
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in self.hidden:
            sheet.row_dimensions[self.hidden[title]].hidden = True
        if title in self.merged:
            heading, first, last = self.merged[title]
            letter = get_column_letter(self.headings(title).index(heading) + 1)
            sheet.merge_cells(f"{letter}{first + 1}:{letter}{last + 1}")

    def _rows(self, title: str) -> list[list[Any]]:
        if title in self.raw:
            return self.raw[title]
        if title in FORMS:
            return [[label, value] for label, value in self.forms.get(title, {}).items()]
        if not self.sheets.get(title):
            return []
        names = self.headings(title)
        again = [self.doubled[title]] if title in self.doubled else []
        return [[*names, *again], *([row.get(name) for name in names] for row in self.sheets[title])]


def _write_file(path: Path, content: Mapping[str, list[list[Any]]] | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
        return
    book = Workbook()
    book.remove(book.active)
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def day(month: int, number: int = 1, hour: int = 9) -> datetime:
    """A moment of 2026."""
    return datetime(2026, month, number, hour)


def draft() -> Draft:
    """A small sound project with something in every sheet but those that are rarely filled."""
    levels = [(what, level) for what in ("影响程度", "发生频率") for level in range(1, 6)]
    return Draft(
        forms={
            "项目信息": {
                "项目名称": "客户投诉处理优化", "流程名称": "客户投诉处理", "组织名称": "示例公司", "项目负责人": "甲",
                "文档版本": "V1.0", "报告日期": date(2026, 7, 10), "调研开始日期": date(2026, 6, 1),
                "调研结束日期": date(2026, 6, 30), "数据期间起": date(2026, 1, 1), "数据期间止": date(2026, 6, 30),
            },
            "评审结论": {"会议日期": date(2026, 7, 3), "主持人": "丁", "采纳方案": "S01", "与得分不一致的理由": None},
        },
        sheets={
            "修订记录": [{"版本": "V1.0", "日期": date(2026, 7, 1), "修订内容": "初稿"}],
            "优化目标": [
                {"目标编号": "G01", "类别": "效率提升", "目标描述": "缩短处理时间", "指标": "流程平均耗时", "单位": "工作日",
                 "方向": "越低越好", "基线值": 2, "目标值": 1, "达成日期": date(2026, 12, 31)},
            ],
            "调研对象": [
                {"对象类别": "一线", "岗位或群体": "客服专员", "调研方式": "访谈", "计划数": 2, "实际数": 2, "发放": 20,
                 "回收": 18, "有效": 17},
            ],
            "流程步骤": [
                step("F01", "客户投诉", "开始"),
                step("F02", "信息登记", "活动", 作业时间=60, 作业单位="分钟", 等待时间=3, 等待单位="小时", 价值类型="增值"),
                step("F03", "是否需要升级", "判断", 去向1="F04", 结果1="是", 占比1="40%", 去向2="F05", 结果2="否", 占比2="60%"),
                step("F04", "主管审批", "活动", 作业时间=1, 作业单位="小时", 等待时间=1, 等待单位="工作日", 是否审批="是",
                     法规或内控要求="投诉管理办法", 价值类型="必要非增值"),
                step("F05", "部门处理", "活动", 作业时间=2, 作业单位="小时", 等待时间=1, 等待单位="工作日", 价值类型="增值"),
                step("F06", "结束", "结束"),
            ],
            "运行数据": [
                {"指标": "流程平均耗时", "单位": "工作日", "方向": "越低越好", "目标值": 1,
                 **{f"第{n}月": 2.0 + n / 100 for n in range(1, 7)}},
                {"指标": "投诉量", "单位": "件", **{f"第{n}月": 40 + n for n in range(1, 7)}},
            ],
            "投诉分类": [{"类型": "等待过久", "数量": 30}, {"类型": "信息有误", "数量": 12}, {"类型": "其他", "数量": 3}],
            "访谈记录": [
                {"访谈编号": "I01", "对象类别": "一线", "涉及步骤": "F04", "主题": "审批", "性质": "痛点", "内容": "审批要等一天"},
                {"访谈编号": "I02", "对象类别": "一线", "涉及步骤": "F02", "主题": "登记", "性质": "痛点", "内容": "同一信息填两次"},
            ],
            "问卷题目": [
                {"题号": "Q1", "题目": "您对处理时间是否满意", "题型": "量表", "量表上限": 5},
                {"题号": "Q2", "题目": "您愿意推荐我们吗", "题型": "NPS", "量表上限": None},
            ],
            "问卷答卷": [{"答卷编号": f"A{n}", "对象类别": "客户", "Q1": 1 + n % 5, "Q2": n} for n in range(1, 9)],
            "现场观察": [
                {"观察编号": "O01", "步骤编号": "F02", "类型": "重复动作", "描述": "两个系统各录一次", "次数": 5, "时长": 6,
                 "时长单位": "分钟"},
            ],
            "工单明细": [
                {"工单号": f"T{n:03}", "类型": "等待过久", "创建时间": day(1 + n % 6, 2 + n, 9),
                 "首次响应时间": day(1 + n % 6, 2 + n, 15), "关闭时间": day(1 + n % 6, 5 + n, 9)}
                for n in range(1, 13)
            ],
            "流程日志": [
                {"案例号": f"K{n}", "活动": name, "完成时间": day(1 + n, 10 + at * 3 // 2)}
                for n in range(1, 5) for at, name in enumerate(("登记", "处理", "回访"))
            ],
            "问题清单": [
                {"问题编号": "P01", "问题描述": "审批平均等待一个工作日", "类别": "效率类", "涉及步骤": "F04", "影响范围": "全部客户",
                 "来源": "I01", "影响程度": 5, "发生频率": 4, "处理决定": "立即处理"},
                {"问题编号": "P02", "问题描述": "同一信息录入两次", "类别": "成本类", "涉及步骤": "F02", "影响范围": "客服部",
                 "来源": "I02", "影响程度": 3, "发生频率": 4, "处理决定": "列入方案"},
            ],
            "评级标准": [{"评级对象": what, "分值": level, "含义": f"第{level}级"} for what, level in levels],
            "5W1H": [{"问题编号": "P01", "何事": "审批等待", "何地": "客服部"}],
            "鱼骨图": [
                {"问题编号": "P01", "原因编号": "C01", "维度": "法", "原因": "逐级审批", "上级原因": None, "判定": "确认",
                 "证据": "抽查20单"},
                {"问题编号": "P01", "原因编号": "C02", "维度": "机", "原因": "系统不通知", "上级原因": None, "判定": "确认",
                 "证据": "系统日志"},
            ],
            "五问法": [
                {"链编号": "W01", "问题编号": "P01", "起始原因": "C01", "为什么1": "逐级审批", "为什么2": "制度未分级",
                 "为什么3": "制度多年未修订", "反向验证": "通过"},
            ],
            "根因": [
                {"根因编号": "R01", "问题编号": "P01", "来源": "W01", "根因描述": "审批制度未按金额分级"},
                {"根因编号": "R02", "问题编号": "P02", "来源": "C02", "根因描述": "系统之间没有接口"},
            ],
            "改进措施": [
                measure("M01", "R01", "分级审批", 对应目标="G01", 采纳状态="采纳"),
                measure("M02", "R02", "系统对接", 采纳状态="采纳"),
            ],
            "改进后流程": [
                new_step("N01", "客户投诉", "开始", "F01"),
                new_step("N02", "信息登记", "活动", "F02", 作业时间=30, 作业单位="分钟", 等待时间=1, 等待单位="小时",
                         措施编号="M02"),
                new_step("N03", "是否需要升级", "判断", "F03", 去向1="N04", 结果1="是", 占比1="40%", 去向2="N05", 结果2="否",
                         占比2="60%"),
                new_step("N04", "主管审批", "活动", "F04", 作业时间=1, 作业单位="小时", 等待时间=2, 等待单位="小时",
                         是否审批="是", 法规或内控要求="投诉管理办法", 措施编号="M01"),
                new_step("N05", "部门处理", "活动", "F05", 作业时间=2, 作业单位="小时", 等待时间=1, 等待单位="工作日"),
                new_step("N06", "结束", "结束", "F06"),
                new_step("N21", "客户投诉", "开始", "F01", 适用方案="S03"),
                new_step("N22", "自动转办", "活动", "F05", 作业时间=5, 作业单位="分钟", 措施编号="M02", 适用方案="S03"),
                new_step("N23", "结束", "结束", "F06", 适用方案="S03"),
            ],
            "工具与系统需求": [{"编号": "Y01", "名称": "接口", "关联措施": "M02", "预算": 30000}],
            "实施计划": [
                task("T01", "修订制度", 7, 8, 关联措施="M01"),
                task("T02", "开发接口", 8, 9, 关联措施="M02", 前置任务="T01"),
            ],
            "风险与应对": [{"编号": "K01", "风险": "主管不愿放权", "可能性": 3, "影响": 3, "应对措施": "先试行一个月", "责任岗位": "流程主管"}],
            "备选方案": [
                {"方案编号": "S01", "方案名称": "制度与系统并改", "措施编号": "M01、M02"},
                {"方案编号": "S02", "方案名称": "只改制度", "措施编号": "M01"},
                {"方案编号": "S03", "方案名称": "只改系统", "措施编号": "M02"},
            ],
            "评审人": [
                {"评审人编号": f"E0{n}", "姓名或代号": f"评审{n}", "部门": where, "类别": kind, "出席": "出席"}
                for n, (where, kind) in enumerate((("运营部", "管理层"), ("技术部", "技术"), ("客服部", "一线代表")), 1)
            ],
            "评估维度": [
                {"维度": "可行性", "权重": "30%", "方向": "越高越好", "下限": 1, "上限": 5, "否决线": None},
                {"维度": "有效性", "权重": "40%", "方向": "越高越好", "下限": 1, "上限": 5, "否决线": None},
                {"维度": "风险性", "权重": "30%", "方向": "越低越好", "下限": 1, "上限": 5, "否决线": None},
            ],
            "评分": [
                {"评审人": f"E0{n}", "方案编号": key, "可行性": feasible, "有效性": effective, "风险性": 3}
                for n in range(1, 4) for key, feasible, effective in (("S01", 4, 5), ("S02", 5, 3), ("S03", 3, 4))
            ],
        },
    )  # fmt: skip


def step(key: str, name: str, kind: str, **cells: Any) -> Line:
    """A row of the flow; columns stand in one order whatever is filled."""
    names = ("作业时间", "作业单位", "等待时间", "等待单位", "是否审批", "法规或内控要求", "价值类型", "去向1", "结果1", "占比1", "去向2",
             "结果2", "占比2")  # fmt: skip
    return {"步骤编号": key, "步骤名称": name, "类型": kind, "责任岗位": "客服专员"} | dict.fromkeys(names) | cells


def new_step(key: str, name: str, kind: str, origin: str | None, **cells: Any) -> Line:
    """A row of the to-be flow."""
    return step(key, name, kind, **{"原步骤": origin, "措施编号": None, "适用方案": "S01、S02", **cells})


def measure(key: str, roots: str, name: str, **cells: Any) -> Line:
    """A row of the measures."""
    names = ("对应目标", "预期指标", "预期值", "测算依据", "试行结果", "试行前值", "试行后值", "采纳状态", "理由")
    base = {"措施编号": key, "根因编号": roots, "措施名称": name, "措施内容": f"{name}的做法", "责任岗位": "流程主管"}
    return base | dict.fromkeys(names) | cells


def task(key: str, name: str, begin: int, end: int, **cells: Any) -> Line:
    """A task from the first of one month to the last days of another; the next one waits for it."""
    return {
        "任务编号": key, "任务": name, "责任岗位": "流程主管", "开始日期": date(2026, begin, 5), "结束日期": date(2026, end, 4),
        "前置任务": None, "关联措施": None,
    } | cells  # fmt: skip
