"""The least a team can fill and still get all five reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fixdocs.reports import REPORTS

from .folder import Folder, run, whole_text

STEPS = [
    ("F01", "受理", "开始", "客服专员"),
    ("F02", "处理", "活动", "技术工程师"),
    ("F03", "答复", "结束", "客服专员"),
]


def fill(folder: Folder) -> int:
    """Fill the blank workbooks; how many cells that takes."""
    cells = folder.fill_form(1, "项目信息", {
        "项目名称": "报修流程优化", "流程名称": "报修处理", "组织名称": "示例物业", "项目负责人": "物业主管",
        "报告日期": date(2026, 7, 1), "数据期间起": date(2026, 1, 1), "数据期间止": date(2026, 6, 30),
    })  # fmt: skip
    heads = ("步骤编号", "步骤名称", "类型", "责任岗位")
    cells += folder.fill(1, "流程步骤", [dict(zip(heads, step, strict=True)) for step in STEPS])
    cells += folder.fill(2, "问题清单", [{
        "问题编号": "P01", "问题描述": "报修后平均等两天才有人上门", "类别": "效率类", "影响范围": "全部报修",
        "影响程度": 5, "发生频率": 4,
    }])  # fmt: skip
    cells += folder.fill(3, "鱼骨图", [{"问题编号": "P01", "原因编号": "C01", "维度": "法", "原因": "派单靠人工转发"}])
    cells += folder.fill(3, "根因", [{"根因编号": "R01", "问题编号": "P01", "来源": "C01", "根因描述": "没有派单规则"}])
    cells += folder.fill(4, "改进措施", [{
        "措施编号": "M01", "根因编号": "R01", "措施名称": "自动派单", "措施内容": "按片区自动派单", "责任岗位": "客服专员",
    }])  # fmt: skip
    flow = [dict(zip(heads, ("N" + s[0][1:], *s[1:]), strict=True)) | {"原步骤": s[0]} for s in STEPS]
    cells += folder.fill(4, "改进后流程", flow)
    cells += folder.fill(5, "备选方案", [{"方案编号": "S01", "方案名称": "自动派单", "措施编号": "M01"}])
    cells += folder.fill(5, "评审人", [{"评审人编号": "E01", "姓名或代号": "甲"}])
    cells += folder.fill(5, "评分", [{"评审人": "E01", "方案编号": "S01", "可行性": 4, "有效性": 4, "风险性": 2}])
    cells += folder.fill_form(5, "评审结论", {"采纳方案": "S01"})
    return cells


@pytest.fixture(scope="module")
def minimum(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, int]:
    path: Path = tmp_path_factory.mktemp("minimum") / "项目"
    assert run("new", str(path)).code == 0
    folder = Folder(path)
    return folder, fill(folder)


def test_at_most_eighty_cells_build_all_five(minimum: tuple[Folder, int]) -> None:
    folder, cells = minimum
    assert cells <= 80
    done = folder.build()
    assert done.code == 0, done.out
    assert folder.reports().keys() == set(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_thin_reports_are_whole(minimum: tuple[Folder, int], name: str) -> None:
    folder, _ = minimum
    if not folder.report(name).exists():
        folder.build()
    text = whole_text(folder.document(name))
    for bad in ("None", "{{", "nan", "（）", "、。", "：。", "待补"):
        assert bad not in text
    assert "报修处理" in text
