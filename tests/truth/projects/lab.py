"""A calibration laboratory: instruments come in, are calibrated side by side, certified and given back. Fictional.

Everything lasts calendar days. Tricky on purpose: a legally required check that some cases go round, a loop, equal
alternatives, a tie of disagreement, trials without a figure before, four months only.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from fixdocs.project import Project, project_of
from fixdocs.schema import Row
from fixdocs.schema.choices import (
    Direction,
    DurationSource,
    GoalKind,
    Nature,
    ObservationKind,
    Occasion,
    PartyKind,
    QuestionKind,
    StepKind,
    SurveyMethod,
    TimeUnit,
    ValueType,
    Wording,
    YesNo,
)  # fmt: skip
from fixdocs.schema.improve import ToBeStep
from fixdocs.schema.survey import (
    Complaint,
    Exit,
    Goal,
    Indicator,
    Interview,
    Observation,
    Party,
    ProjectInfo,
    Question,
    Revision,
    Step,
)  # fmt: skip

from . import lab_choice, lab_mass

DESK, HEAD, METER, CHECKER, SIGNER = "业务受理员", "检测室主任", "检定员", "核验员", "授权签字人"
OFFICE, ROOMS, QUALITY = "业务受理室", "检测室", "质量管理室"
_LOW, _HIGH = Direction.LOWER, Direction.HIGHER
_DAYS, YES = TimeUnit.DAYS, YesNo.YES

INFO = ProjectInfo(
    name="器具送检服务提速",
    process="计量器具送检服务",
    organisation="衡准计量检测中心",
    department=OFFICE,
    leader="检测室主任（甲）",
    author="送检提速工作组",
    reviewer="质量负责人",
    approver="技术负责人",
    version="第1版",
    document_number="HZ-2026-017",
    report_date=date(2026, 8, 14),
    survey_from=date(2026, 7, 1),
    survey_to=date(2026, 7, 24),
    data_from=date(2026, 3, 1),
    data_to=date(2026, 6, 30),
    occasions=(Occasion.GROWTH,),
    background="今年承接了两家整车厂的年度送检，在检器具堆在收发间，企业客户多次来电问证书何时能取。",
    anonymous=YES,
    day_rate=520,
)

_GOALS = (
    Goal(id="G01", kind=GoalKind.EFFICIENCY, description="器具从收样到可取件不超过十天", indicator="平均送检周期", unit="天",
         direction=_LOW, baseline=15.1, target=10.0, due=date(2026, 12, 31)),
    Goal(id="G02", kind=GoalKind.QUALITY, description="证书差错降到现在的一半以下", indicator="证书差错率", unit="处/份",
         direction=_LOW, baseline=0.0044, target=0.002, due=date(2026, 12, 31)),
    Goal(id="G03", kind=GoalKind.EXPERIENCE, description="超期取件的器具不超过一成", indicator="超期率", unit="%",
         direction=_LOW, baseline=22.1, target=10.0, due=date(2027, 3, 31)),
)  # fmt: skip

_PARTIES = (
    Party(kind=PartyKind.FRONT_LINE, group="检定员与业务受理员", department=ROOMS, methods=(SurveyMethod.INTERVIEW,), planned=3,
          actual=2),
    Party(kind=PartyKind.CUSTOMER, group="半年内送检的企业客户", methods=(SurveyMethod.QUESTIONNAIRE,), planned=30, actual=21,
          sent=30, returned=21, valid=21),
    Party(kind=PartyKind.MANAGEMENT, group="中心领导", methods=(SurveyMethod.INTERVIEW,), planned=1, actual=1),
)  # fmt: skip

_ADD, _NEED, _NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE
REQUIRED = "JJF 1069：检定原始记录须经核验人员核验并签字"

# number, name, kind, post, department, touch, wait, value
_LINES: tuple[tuple[int, str, StepKind, str, str, float | None, float | None, ValueType | None], ...] = (
    (1, "器具送达", StepKind.START, DESK, OFFICE, None, None, None),
    (2, "收样登记与外观检查", StepKind.ACTIVITY, DESK, OFFICE, 0.25, None, _NEED),
    (3, "待检排队", StepKind.ACTIVITY, HEAD, ROOMS, None, 2.5, _NONE),
    (4, "按专业分送", StepKind.FORK, HEAD, ROOMS, None, None, None),
    (5, "电学量检定", StepKind.ACTIVITY, METER, ROOMS, 1.5, 2.67, _ADD),
    (6, "力学量检定", StepKind.ACTIVITY, METER, ROOMS, 1.25, 2.92, _ADD),
    (7, "热工量检定", StepKind.ACTIVITY, METER, ROOMS, 1.0, 2.75, _ADD),
    (8, "结果汇齐", StepKind.JOIN, HEAD, ROOMS, None, None, None),
    (9, "结论是否合格", StepKind.DECISION, HEAD, ROOMS, None, None, None),
    (10, "编制检定证书", StepKind.ACTIVITY, METER, ROOMS, 0.5, 0.75, _ADD),
    (11, "编制检定结果通知书", StepKind.ACTIVITY, METER, ROOMS, 0.5, 0.5, _ADD),
    (12, "原始记录核验", StepKind.ACTIVITY, CHECKER, QUALITY, 0.25, 1.0, _NEED),
    (13, "核验是否通过", StepKind.DECISION, CHECKER, QUALITY, None, None, None),
    (14, "授权签字批准", StepKind.ACTIVITY, SIGNER, QUALITY, 0.25, 2.0, _NEED),
    (15, "封样与取件通知", StepKind.ACTIVITY, DESK, OFFICE, 0.25, 1.0, _NEED),
    (16, "客户取件", StepKind.END, DESK, OFFICE, None, None, None),
)  # fmt: skip
_CUSTOMERS = {1, 15, 16}

_Ways = dict[int, tuple[tuple[int, str | None, float | None], ...]]
_WAYS: _Ways = {
    4: ((5, None, None), (6, None, None), (7, None, None)), 5: ((8, None, None),), 6: ((8, None, None),),
    7: ((8, None, None),), 9: ((10, "合格", 0.85), (11, "不合格", 0.15)), 10: ((12, None, None),), 11: ((12, None, None),),
    13: ((14, "通过", 0.62), (10, "退回修改", 0.38)),
}  # fmt: skip


def _fields(n: int, prefix: str, ways: _Ways, times: dict[int, tuple[float | None, float | None]]) -> dict[str, Any]:
    _, name, kind, post, department, touch, wait, value = _LINES[n - 1]
    touch, wait = times.get(n, (touch, wait))
    exits = tuple(Exit(target=f"{prefix}{to:02}", result=result, share=share) for to, result, share in ways.get(n, ()))
    timed = {"source": DurationSource.ESTIMATE} if touch or wait else {}
    return {"id": f"{prefix}{n:02}", "name": name, "kind": kind, "post": post, "department": department, "value": value,
            "touch": touch, "touch_unit": _DAYS if touch else None, "wait": wait, "wait_unit": _DAYS if wait else None,
            "exits": exits, "customer": YES if n in _CUSTOMERS else None, "regulation": REQUIRED if n == 12 else None,
            **timed}  # fmt: skip


def _step(n: int) -> Step:
    approval = {12: YES, 2: YesNo.NO, 15: YesNo.NO}.get(n)  # blank at 授权签字批准
    return Step(**_fields(n, "F", _WAYS, {}), approval=approval)


STEPS = tuple(_step(n) for n in range(1, 17))

_SYSTEM, _EXPRESS = "检测业务系统", "检测业务系统（电子签批）"


def _to_be(
    owner: str, prefix: str, ways: _Ways, times: dict[int, tuple[float | None, float | None]], by: dict[int, str]
) -> tuple[ToBeStep, ...]:
    """All steps of the present flow, by the same names."""
    return tuple(
        ToBeStep(
            **_fields(n, prefix, _WAYS | ways, times), origins=(f"F{n:02}",), alternatives=(owner,),
            system=_EXPRESS if n == 14 else _SYSTEM, approval=YES if n in (12, 14) else YesNo.NO,
            measures=(by[n],) if n in by else (),
        )
        for n in range(1, 17)
    )  # fmt: skip


TO_BE = (
    *_to_be("S01", "A", {13: ((14, "通过", 0.8), (10, "退回修改", 0.2))}, {3: (None, 1.0), 10: (0.25, 0.75)},
            {3: "M02", 10: "M01", 13: "M01"}),
    *_to_be("S02", "B", {11: ((14, None, None),), 13: ((14, "通过", 0.8), (10, "退回修改", 0.2))},
            {10: (0.25, 0.5), 11: (0.25, 0.25), 14: (0.125, 0.25)}, {10: "M01", 11: "M05", 13: "M01", 14: "M05"}),
)  # fmt: skip
"""S03 has no flow yet. In S02 the 15 % without a pass go past the check that the regulation asks for."""

_MONTHS: tuple[tuple[str, str, Direction | None, float | None, tuple[float, ...]], ...] = (
    ("平均送检周期", "天", _LOW, 10.0, (13.9, 14.6, 15.1, 14.2)),
    ("证书差错率", "处/份", _LOW, 0.002, (0.0042, 0.0038, 0.0051, 0.0044)),
    ("月检定收入", "元", _HIGH, None, (1286400, 1342750, 1198300, 1405260)),
    ("超期率", "%", _LOW, 10.0, (20, 21.5, 22.9, 24)),
    ("月末在检器具", "台件", None, None, (412, 405, 418, 409)),
)
INDICATORS = tuple(
    Indicator(name=name, unit=unit, direction=way, target=target, source="检测业务系统月报",
              months=dict(enumerate(values, 1)))
    for name, unit, way, target, values in _MONTHS
)  # fmt: skip

_PAIN, _BRIGHT = Nature.PAIN, Nature.BRIGHT
_FRONT, _TOP = PartyKind.FRONT_LINE, PartyKind.MANAGEMENT
INTERVIEWS = (
    Interview(id="I01", party=_FRONT, topic="证书编制", nature=_PAIN, content="不确定度靠手工套表，抄错一个修正值整张证书就得重出。",
              day=date(2026, 7, 6), interviewee="检定员（甲）", steps=("F10",), quote="一天有半天在抄数。"),
    Interview(id="I01", party=_FRONT, topic="待检排队", nature=_PAIN, content="器具按到货先后码在架上，急件也只能翻。",
              day=date(2026, 7, 6), interviewee="检定员（甲）", steps=("F03",)),
    Interview(id="I02", party=_FRONT, topic="收样登记", nature=_BRIGHT, content="收样间的条码枪用起来顺手，登记几乎不出错。",
              day=date(2026, 7, 7), interviewee="业务受理员（甲）", steps=("F02",)),
    Interview(id="I03", party=_TOP, topic="授权签字", nature=_PAIN, content="三名授权签字人常在外评审，证书压在待签夹里。",
              day=date(2026, 7, 9), interviewee="中心副主任", steps=("F14",)),
)  # fmt: skip

QUESTIONS = (
    Question(id="Q01", text="送检手续简便", kind=QuestionKind.LIKERT, scale=5, dimension="受理", wording=Wording.POSITIVE),
    Question(id="Q02", text="取件时间有把握", kind=QuestionKind.LIKERT, scale=10, dimension="时效", wording=Wording.POSITIVE),
    Question(id="Q03", text="证书内容要反复更正", kind=QuestionKind.LIKERT, scale=5, dimension="证书", wording=Wording.REVERSE),
    Question(id="Q04", text="您对送检服务有什么建议", kind=QuestionKind.OPEN),
)  # fmt: skip


def lab() -> Project:
    """Five issues, three of them core; three alternatives, of which the one adopted is not ranked first."""
    return project_of([*_survey(), *lab_choice.rows()], **lab_mass.tables())


def lab_two() -> Project:
    """The same laboratory with two issues, neither of them core, and one alternative."""
    held = [row for row in _survey() if not isinstance(row, Goal) or row.id != "G03"]
    return project_of([*held, *lab_choice.two()], **lab_mass.tables())


def _survey() -> list[Row]:
    return [
        INFO, Revision(version="第1版", day=date(2026, 8, 14), person="送检提速工作组", change="首次提交"),
        *_GOALS, *_PARTIES, *STEPS, *INDICATORS, Complaint(kind="取证书太慢", count=17), *INTERVIEWS, *QUESTIONS,
        Observation(id="O01", kind=ObservationKind.WAITING, description="待签夹里压着四十余份证书", step="F14",
                    day=date(2026, 7, 13), times=1, duration=2, duration_unit=_DAYS, observer="送检提速工作组"),
    ]  # fmt: skip
