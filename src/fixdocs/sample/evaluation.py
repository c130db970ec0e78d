"""The sample's review meeting: panel, criteria, scores and decision."""

from __future__ import annotations

from datetime import date

from ..schema.choices import Attendance, Direction, ReviewerKind
from ..schema.improve import Criterion, Decision, Reviewer, Score
from .flow import AFTER, CARE, QA, TECH

_IN = Attendance.PRESENT

REVIEWERS = (
    Reviewer(id="E01", name="评审人甲", post="运营总监", department="公司管理层", kind=ReviewerKind.MANAGEMENT, attendance=_IN),
    Reviewer(id="E02", name="评审人乙", post="技术经理", department=TECH, kind=ReviewerKind.TECHNICAL, attendance=_IN),
    Reviewer(id="E03", name="评审人丙", post="客服负责人", department=CARE, kind=ReviewerKind.BUSINESS, attendance=_IN),
    Reviewer(id="E04", name="评审人丁", post="客服专员代表", department=CARE, kind=ReviewerKind.FRONT_LINE, attendance=_IN),
    Reviewer(id="E05", name="评审人戊", post="质量负责人", department=QA, kind=ReviewerKind.BUSINESS,
             attendance=Attendance.ABSENT),
    Reviewer(id="E06", name="评审人己", post="售后服务经理", department=AFTER, kind=ReviewerKind.BUSINESS, attendance=_IN),
    Reviewer(id="E07", name="评审人庚", post="技术支持工程师代表", department=TECH, kind=ReviewerKind.FRONT_LINE,
             attendance=_IN),
)  # fmt: skip

CRITERIA = (
    Criterion(name="可行性", weight=0.4, direction=Direction.HIGHER, description="人员、技术、预算等资源是否具备",
              anchor_low="资源基本不具备", anchor_middle="资源部分具备，可以补足", anchor_high="资源完全具备", veto=2),
    Criterion(name="有效性", weight=0.4, direction=Direction.HIGHER, description="能否解决核心问题", anchor_low="基本不能解决",
              anchor_middle="解决部分核心问题", anchor_high="全部解决"),
    Criterion(name="风险性", weight=0.2, direction=Direction.LOWER, description="推行中的阻力大小", anchor_low="几乎无阻力",
              anchor_middle="有阻力，可以化解", anchor_high="阻力极大"),
)  # fmt: skip

_SCORES: dict[str, tuple[tuple[int, int, int | None], ...]] = {
    "E01": ((4, 3, 2), (4, 5, 3), (4, 4, 2)),
    "E02": ((5, 3, 2), (4, 5, 2), (4, 3, 3)),
    "E03": ((5, 3, 1), (4, 5, 2), (4, 4, 2)),
    "E04": ((4, 2, 2), (4, 4, 2), (5, 4, 2)),
    "E06": ((5, 4, 1), (3, 5, 4), (4, 3, None)),
    "E07": ((4, 3, 2), (3, 5, 3), (4, 4, 3)),
}

_COMMENTS = {
    ("E01", "S02"): "投入可以接受，要求按季度报告收益",
    ("E02", "S02"): "接口工作量可控，建议先做状态同步",
    ("E04", "S03"): "一线最盼望进度透明",
    ("E06", "S02"): "担心授权后补偿总额上升，须有封顶",
    ("E06", "S03"): "对推行阻力没有把握，弃权",
    ("E07", "S01"): "见效快，但系统不通的问题仍在",
}


def scores() -> tuple[Score, ...]:
    """Six reviewers by three alternatives; E05 was absent, E06 abstains once."""
    names = [criterion.name for criterion in CRITERIA]
    return tuple(
        Score(reviewer=who, alternative=what, values=dict(zip(names, given)), comment=_COMMENTS.get((who, what)))
        for who, rows in _SCORES.items()
        for what, given in zip(("S01", "S02", "S03"), rows)
    )


DECISION = Decision(
    day=date(2026, 7, 30),
    chair="运营总监",
    adopted="S02",
    conditions="小额补偿授权按月封顶8000元；系统接口分两期上线，第一期只做状态同步",
    dissent="售后服务经理认为授权额度宜先定为100元，试行一季度后再提高",
)
