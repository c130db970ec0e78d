"""Files from real systems, put into a project as they are and mapped by the sheet 列映射 alone."""

from __future__ import annotations

import shutil

from tests.support.programs import ROOT, requires

from .folder import Folder, whole_text

REAL = ROOT.parent / "shared" / "real"
TICKETS = "citizen-messages.xlsx"
LOG = "permit-receipt.csv"


MAPPING = [
    *(
        {"目标表": "工单明细", "文件": TICKETS, "工作表": "Sheet1", "我们的列名": ours, "来源列名": theirs}
        for ours, theirs in (("工单号", "留言编号"), ("创建时间", "留言时间"), ("关闭时间", "答复时间"))
    ),
    *(
        {"目标表": "流程日志", "文件": LOG, "我们的列名": ours, "来源列名": theirs}
        for ours, theirs in (
            ("案例号", "case:concept:name"), ("活动", "concept:name"), ("完成时间", "time:timestamp"),
            ("人员或岗位", "org:resource"),
        )
    ),
]  # fmt: skip


def _mapped(sample: Folder) -> None:
    """Both files beside the sample's workbooks, instead of its own tickets and log."""
    for extra in sample.path.glob("*.csv"):
        extra.unlink()
    shutil.copy(REAL / "tickets" / TICKETS, sample.path)
    shutil.copy(REAL / "event-log" / LOG, sample.path)
    sample.clear(1, "工单明细", "流程日志")
    sample.fill(1, "列映射", MAPPING)


@requires("real-files")
def test_the_report_states_what_is_in_them(sample: Folder) -> None:
    _mapped(sample)
    done = sample.build("--only", "survey")
    assert done.code == 0, done.out
    text = whole_text(sample.document("survey"))
    for figure in ("2,816", "11.2", "41.0", "1,434", "8,577", "27", "116"):
        assert figure in text, figure
