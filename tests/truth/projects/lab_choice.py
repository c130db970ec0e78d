"""The laboratory's issues, causes, measures and its choice."""

from __future__ import annotations

from datetime import date

from fixdocs.schema import Row
from fixdocs.schema.choices import (
    Adoption,
    Attendance,
    Control,
    Dimension,
    Direction,
    Ecrs,
    IssueClass,
    IssueStatus,
    Principle,
    ReverseCheck,
    ReviewerKind,
    Treatment,
    Trial,
    Verdict,
    YesNo,
)  # fmt: skip
from fixdocs.schema.improve import (
    Alternative,
    Cause,
    Chain,
    Criterion,
    Decision,
    Duty,
    Issue,
    Measure,
    Reviewer,
    Risk,
    RootCause,
    Score,
    Task,
    Tool,
)  # fmt: skip

_EFFICIENCY, _QUALITY = IssueClass.EFFICIENCY, IssueClass.QUALITY

ISSUES = (
    Issue(id="P01", description="证书编好后平均两天才签出", kind=_EFFICIENCY, scope="全部证书", impact=5, frequency=5, steps=("F14",),
          evidence=("I03", "O01", "取证书太慢"), goals=("G01", "G03"), department="质量管理室", treatment=Treatment.NOW,
          due=date(2026, 10, 31), status=IssueStatus.RUNNING),
    Issue(id="P02", description="核验退回多，近四成记录要改了再核", kind=_QUALITY, scope="全部原始记录", impact=4, frequency=4,
          steps=("F12", "F13"), evidence=("I01",), goals=("G02",), department="检测室", treatment=Treatment.PLANNED,
          due=date(2026, 11, 30), status=IssueStatus.OPEN),
    Issue(id="P03", description="器具上架后不分缓急，平均排队两天半", kind=_EFFICIENCY, scope="全部在检器具", impact=4, frequency=5,
          steps=("F03",), evidence=("I01", "平均送检周期"), goals=("G01",), department="检测室", treatment=Treatment.PLANNED),
    Issue(id="P04", description="收样时附件清点不全，取件时起争执", kind="服务类", scope="带附件的器具", impact=3, frequency=4,
          steps=("F02",), evidence=("I02",), department="业务受理室", treatment=Treatment.NOW, due=date(2026, 5, 31),
          status=IssueStatus.CLOSED),
    Issue(id="P05", description="客户来电问进度，窗口只能逐室去问", kind=IssueClass.EXPERIENCE, scope="企业客户", impact=4, frequency=2,
          evidence=("Q02",), treatment=Treatment.PLANNED, due=date(2026, 12, 15)),
)  # fmt: skip

_ME, _MA, _P = Dimension.METHOD, Dimension.MACHINE, Dimension.PEOPLE
_YES = Verdict.CONFIRMED

CAUSES = (
    Cause(issue="P01", id="C01", dimension=_ME, text="签字必须用纸质证书", verdict=_YES, evidence="签发记录全为手签", method="查阅"),
    Cause(issue="P01", id="C02", dimension=_P, text="授权签字人外出时无人代签", verdict=_YES, evidence="六月外出11天", parent=None),
    Cause(issue="P02", id="C03", dimension=_MA, text="原始记录用电子表格手工计算", verdict=_YES, evidence="抽查50份，19份为抄录错误"),
    Cause(issue="P02", id="C04", dimension=_P, text="新检定员不熟悉规程", verdict=Verdict.PENDING),
    Cause(issue="P03", id="C05", dimension=_ME, text="没有按约定取件日排序的规则", verdict=_YES, evidence="排架单只记到货日期"),
    Cause(issue="P04", id="C06", dimension=_ME, text="收样单没有附件栏", verdict=_YES, evidence="收样单第3版"),
)  # fmt: skip

CHAINS = (
    Chain(id="W01", issue="P01", start="C01", reverse=ReverseCheck.PASSED,
          whys=("证书要打印出来才能签", "业务系统不支持电子签批", "建系统时没有把证书签发算进来")),
    Chain(id="W02", issue="P02", start="C03", reverse=ReverseCheck.FAILED, whys=("修正值靠手抄", "没有受控的计算模板")),
    Chain(id="W03", issue="P03", start="C05", reverse=ReverseCheck.PASSED, whys=("排架只看到货先后", "收样时不约取件日")),
)  # fmt: skip

ROOTS = (
    RootCause(id="R01", issues=("P01", "P02", "P03"), sources=("W01", "C01"), description="检测业务系统只管收样，证书与排队都在系统外",
              dimension=_MA, value=2.0, unit="天", evidence="签发平均等2天", control=Control.PARTIAL),
    RootCause(id="R02", issues=("P02",), sources=("W02",), description="原始记录的计算模板没有受控", dimension=_ME,
              value=38.0, unit="%", evidence="近四成退回", control=Control.FULL),
    RootCause(id="R03", issues=("P04",), sources=("W03", "C06"), description="收样时不约取件日，也不清点附件", dimension=_ME,
              control=Control.FULL),
)  # fmt: skip
"""R01 is worded otherwise than the end of W01; R03 stands on the chain of another issue."""

_CUT, _EASE, _NEW = Ecrs.ELIMINATE, Ecrs.SIMPLIFY, Ecrs.ADD
_TAKEN, _WAITING = Adoption.ADOPTED, Adoption.PENDING

MEASURES = (
    Measure(id="M01", roots=("R02",), name="受控计算模板", content="三个专业各出一套锁定公式的模板，修正值从台账读取", post="检测室主任",
            ecrs=(_EASE,), principles=(Principle.ECRS,), goals=("G02",), acceptance="抄录错误为零", investment=155000,
            running_cost=0, person_days=30, indicator="证书差错率", expected=0.0018, basis="抽查的错误中抄录占大半",
            trial=Trial.EFFECTIVE, after=0.0026, trial_n=380, trial_from=date(2026, 7, 6), trial_to=date(2026, 7, 31),
            adoption=_TAKEN),
    Measure(id="M02", roots=("R01",), name="约期收样与排队看板", content="收样时约定取件日，按约期上架", post="业务受理员", ecrs=(_NEW,),
            principles=(Principle.CUSTOMER,), goals=("G01",), investment=120000, running_cost=6000, person_days=18,
            indicator="平均送检周期", expected=9.5, basis="排队由两天半减到一天", trial=Trial.PARTIAL, before=15.1, after=13.2,
            trial_n=46, trial_from=date(2026, 7, 1), trial_to=date(2026, 7, 24), adoption=_WAITING, reason="待中心年会定预算"),
    Measure(id="M04", roots=("R03",), name="收样单加附件栏", content="附件逐项拍照并当面签认", post="业务受理员", ecrs=(_EASE,),
            goals=("G03",), saving=36000, saving_basis="每月少6起争执，每起少跑一次上门补件", adoption=_TAKEN),
    Measure(id="M05", roots=("R01",), name="电子签批与证书直签", content="证书在系统里签批；不合格通知书由系统直接送签", post="授权签字人",
            ecrs=(_CUT, _EASE), goals=("G01", "G03"), investment=130000, running_cost=-18000, saving=42000,
            saving_basis="每年省打印装订约1.2万份×3.5元", person_days=25, indicator="超期率", expected=9, basis="参照兄弟单位",
            trial=Trial.UNTRIED, adoption=_TAKEN),
    Measure(id="M06", roots=("R01", "R02"), name="检定外包", content="热工量器具送外单位检定", post="检测室主任", investment=0,
            running_cost=310000, adoption=Adoption.REJECTED, reason="资质不能转移"),
)  # fmt: skip

ALTERNATIVES = (
    Alternative(id="S01", name="约期收样方案", measures=("M01", "M02"), description="先把队排好"),
    Alternative(id="S02", name="电子签批方案", measures=("M01", "M04", "M05"), description="先把签发提快"),
    Alternative(id="S03", name="两步并行方案", measures=("M02", "M04", "M05")),
)

TASKS = (
    Task(id="T01", name="编制并锁定计算模板", post="检测室主任", start=date(2026, 8, 24), finish=date(2026, 9, 25), measures=("M01",),
         output="三套模板"),
    Task(id="T02", name="电子签批开发", post="授权签字人", start=date(2026, 9, 1), finish=date(2026, 10, 30), measures=("M05",)),
    Task(id="T03", name="电子签批启用", post="授权签字人", start=date(2026, 11, 2), finish=date(2026, 11, 2), measures=("M05",),
         after=("T02",), milestone=YesNo.YES),
    Task(id="T04", name="约期看板上线", post="业务受理员", start=date(2026, 9, 7), finish=date(2026, 9, 30), measures=("M02",)),
)  # fmt: skip

REVIEWERS = (
    Reviewer(id="E01", name="评审人甲", post="技术负责人", department="中心领导", kind=ReviewerKind.MANAGEMENT,
             attendance=Attendance.PRESENT),
    Reviewer(id="E02", name="评审人乙", post="质量负责人", department="质量管理室", kind=ReviewerKind.TECHNICAL,
             attendance=Attendance.PRESENT),
    Reviewer(id="E03", name="评审人丙", post="检定员", department="检测室", kind=ReviewerKind.FRONT_LINE,
             attendance=Attendance.PRESENT),
)  # fmt: skip

CRITERIA = (
    Criterion(name="可行性", weight=0.5, direction=Direction.HIGHER, description="人手、设备与资质是否够用"),
    Criterion(name="有效性", weight=0.3, direction=Direction.HIGHER, description="周期与差错能否下来"),
    Criterion(name="风险性", weight=0.2, direction=Direction.LOWER, description="违反规程或推不动的可能"),
    Criterion(name="客户感受", weight=0.0, direction=Direction.HIGHER, description="只作参考，不计分"),
)

GIVEN: dict[str, dict[str, tuple[int, int, int, int]]] = {
    "E01": {"S01": (4, 3, 2, 4), "S02": (4, 5, 5, 3), "S03": (5, 4, 2, 5)},
    "E02": {"S01": (4, 3, 2, 4), "S02": (4, 5, 5, 3), "S03": (5, 4, 2, 5)},
    "E03": {"S01": (3, 2, 1, 3), "S02": (3, 4, 4, 2), "S03": (4, 3, 3, 4)},
}
"""E01 and E02 agree throughout; E03 is one apart on every criterion; S01 and S02 come out equal, S03 first."""

SCORES = tuple(
    Score(reviewer=who, alternative=what, values={c.name: float(v) for c, v in zip(CRITERIA, values)})
    for who, rows_ in GIVEN.items()
    for what, values in rows_.items()
)

DECISION = Decision(
    day=date(2026, 8, 11), chair="中心主任", adopted="S02",
    conditions="不合格通知书免核验须先经质量负责人书面同意；投入不超过28.5万元;电子签批先在电学室启用\n每月向技术负责人报告退回率",
    reason="两步并行方案尚无流程与排期，年内难以落地；签发是客户等得最久的一段",
)  # fmt: skip


def rows() -> list[Row]:
    """Workbooks 2 to 5; 六何, 评级标准 stay empty."""
    return [
        *ISSUES, *CAUSES, *CHAINS, *ROOTS, *MEASURES, *ALTERNATIVES, *TASKS, *REVIEWERS, *CRITERIA, *SCORES, DECISION,
        Duty(matter="取件日的约定", old_post="检测室主任", new_post="业务受理员"),
        Tool(id="Y01", name="电子签批模块", use="证书在线签批", measures=("M05",), provider="软件供应商", due=date(2026, 10, 23)),
        Risk(id="K01", name="签字人不习惯在系统里签", answer="先两人试用一个月", likelihood=3, impact=3, post="授权签字人"),
        *_to_be(),
    ]  # fmt: skip


def _to_be() -> tuple[Row, ...]:
    from .lab import TO_BE

    return TO_BE


def two() -> list[Row]:
    """Two issues below the lines of the matrix, one root cause, one measure, and one alternative to accept or refuse."""
    from .lab import TO_BE

    flow = [
        row.model_copy(update={"measures": tuple({"M01"} & {*row.measures})})
        for row in TO_BE
        if row.alternatives == ("S01",)
    ]
    return [
        ISSUES[1].model_copy(update={"impact": 3, "frequency": 3, "treatment": Treatment.PLANNED}),
        ISSUES[4].model_copy(update={"impact": 2, "frequency": 5, "treatment": Treatment.DEFERRED,
                                     "deferral_reason": "等业务系统换代", "due": None}),
        CAUSES[2], CHAINS[1], ROOTS[1].model_copy(update={"issues": ("P02",)}), MEASURES[0], TASKS[0],
        Alternative(id="S01", name="模板方案", measures=("M01",)), *flow, *REVIEWERS, *CRITERIA,
        *(score for score in SCORES if score.alternative == "S01"),
        Decision(day=date(2026, 8, 11), chair="中心主任", adopted="S01"),
    ]  # fmt: skip
