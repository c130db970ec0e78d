"""One cell changed in a workbook shows in the right report and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from fixdocs.reports import REPORTS

from .folder import Folder, whole_text


def changed(demo: Folder, sample: Folder) -> set[str]:
    """The reports that differ from the demo's."""
    assert sample.build().code == 0
    before, after = demo.reports(), sample.reports()
    assert before.keys() == after.keys() == set(REPORTS)
    return {name for name in REPORTS if before[name] != after[name]}


def test_saved_again_without_a_change_nothing_differs(demo: Folder, sample: Folder) -> None:
    held = sample.set(5, "评分", "E01|S01", "可行性", None)
    sample.set(5, "评分", "E01|S01", "可行性", held)
    assert changed(demo, sample) == set()


def test_one_score(demo: Folder, sample: Folder) -> None:
    held = sample.set(5, "评分", "E01|S01", "可行性", None)
    assert isinstance(held, int | float)
    sample.set(5, "评分", "E01|S01", "可行性", 2 if held != 2 else 4)
    assert changed(demo, sample) - {"plan"} == {"evaluation"}, "the plan speaks of the choice only"


def test_one_duration(demo: Folder, sample: Folder) -> None:
    held = sample.set(1, "流程步骤", "F05", "作业时间", None)
    sample.set(1, "流程步骤", "F05", "作业时间", (held or 10) * 2)
    assert changed(demo, sample) == {"survey", "plan"}, "the plan compares with the flow as it is"


def test_one_rating(demo: Folder, sample: Folder) -> None:
    held = sample.set(2, "问题清单", "P16", "发生频率", None)
    sample.set(2, "问题清单", "P16", "发生频率", 2 if held != 2 else 1)
    assert changed(demo, sample) == {"issues"}


@pytest.mark.parametrize(
    ("number", "sheet", "key", "heading", "value", "report"),
    [
        (1, "访谈记录", "I01", "内容", "登记员一天要切换四个系统 <&> 试", "survey"),
        (2, "问题清单", "P01", "影响范围", "每月约 987 件", "issues"),
        (3, "根因", "R01", "根因描述", "独一无二的根因描述", "causes"),
        (4, "改进措施", "M01", "措施名称", "独一无二的措施名", "plan"),
        (5, "备选方案", "S01", "方案名称", "独一无二的方案名", "evaluation"),
    ],
)
def test_what_is_written_is_printed(
    sample: Folder, number: int, sheet: str, key: str, heading: str, value: Any, report: str
) -> None:
    sample.set(number, sheet, key, heading, value)
    assert sample.build().code == 0
    assert value in whole_text(sample.document(report))
