"""The sample's survey: the form, the flow and who was asked. Fictional throughout."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from ..schema.choices import (
    Direction,
    DurationSource,
    GoalKind,
    Occasion,
    PartyKind,
    StepKind,
    SurveyMethod,
    TimeUnit,
    ValueType,
    YesNo,
)
from ..schema.survey import Exit, Goal, Party, ProjectInfo, Revision, Step

AGENT, HEAD, ENGINEER, QUALITY, SERVICE = "客服专员", "客服主管", "技术支持工程师", "质量工程师", "售后服务经理"
CARE, TECH, QA, AFTER = "客户服务部", "技术支持部", "质量管理部", "售后服务部"
YES = YesNo.YES

INFO = ProjectInfo(
    name="客户投诉处理流程优化",
    process="客户投诉处理流程",
    organisation="云杉家电服务有限公司",
    department=CARE,
    leader="客服主管（甲）",
    author="流程改进小组",
    reviewer="运营总监",
    approver="总经理",
    version="V1.2",
    document_number="YS-PI-2026-03",
    classification="内部",
    report_date=date(2026, 7, 31),
    survey_from=date(2026, 6, 8),
    survey_to=date(2026, 7, 10),
    data_from=date(2026, 1, 1),
    data_to=date(2026, 6, 30),
    occasions=(Occasion.COMPLAINTS, Occasion.REDUNDANCY, Occasion.DUTIES),
    background="2026年上半年投诉量由1月的52件升至6月的82件，客户普遍反映处理周期长、进度无从查询。"
    "管理层要求在年内缩短处理时间、减少重复投诉，并理清客服、技术、质量与售后四个部门的职责。",
    day_rate=480,
    sample=YES,
)

REVISIONS = (
    Revision(version="V1.0", day=date(2026, 7, 13), person="流程改进小组", change="完成现状调研部分"),
    Revision(version="V1.1", day=date(2026, 7, 22), person="流程改进小组", change="补充问题清单与根因分析"),
    Revision(version="V1.2", day=date(2026, 7, 31), person="流程改进小组", change="加入改进方案与评审结论"),
)


def goals(lead: float, repeat: float, backlog: float, satisfied: float) -> tuple[Goal, ...]:
    """The objectives; the baselines are the means of the indicators over the data period."""
    due, low, high = date(2026, 12, 31), Direction.LOWER, Direction.HIGHER
    table = (
        (GoalKind.EFFICIENCY, "缩短投诉从受理到结案的时间", "流程平均耗时", "工作日", low, lead, 5.0),
        (GoalKind.QUALITY, "减少同一客户就同一问题再次投诉", "重复投诉率", "%", low, repeat, 10.0),
        (GoalKind.EXPERIENCE, "提高客户对投诉处理的满意度", "客户满意度", "%", high, satisfied, 75.0),
        (GoalKind.COST, "压减月末积压，减少加班处理", "工单积压量", "件", low, backlog, 22.0),
    )
    return tuple(
        Goal(id=f"G{n:02}", kind=kind, description=text, indicator=name, unit=unit, direction=way,
             baseline=base, target=target, due=due)
        for n, (kind, text, name, unit, way, base, target) in enumerate(table, 1)
    )  # fmt: skip


_INTERVIEW, _FORM, _SITE, _DATA = (
    SurveyMethod.INTERVIEW,
    SurveyMethod.QUESTIONNAIRE,
    SurveyMethod.OBSERVATION,
    SurveyMethod.DATA,
)

PARTIES = (
    Party(kind=PartyKind.FRONT_LINE, group="客服专员", department=CARE, methods=(_INTERVIEW, _FORM, _SITE),
          planned=4, actual=4, sent=18, returned=17, valid=16),
    Party(kind=PartyKind.FRONT_LINE, group="技术支持工程师", department=TECH, methods=(_INTERVIEW, _FORM, _SITE),
          planned=3, actual=2, sent=9, returned=8, valid=8),
    Party(kind=PartyKind.CUSTOMER, group="半年内投诉过的客户", methods=(_FORM, _DATA),
          sent=260, returned=104, valid=96),
    Party(kind=PartyKind.DEPARTMENT, group="质量、售后、备件", department="质量管理部、售后服务部、备件中心",
          methods=(_INTERVIEW, _SITE, _DATA), planned=4, actual=4),
    Party(kind=PartyKind.MANAGEMENT, group="运营与客服负责人", department="公司管理层", methods=(_INTERVIEW,),
          planned=2, actual=2),
)  # fmt: skip

_S = TypeVar("_S", bound=Step)


def settled(step: _S) -> _S:
    """An activity that says of itself whether it is an approval and whether the customer acts: no where not yes."""
    if step.kind is not StepKind.ACTIVITY:
        return step
    blank = [name for name in ("approval", "customer") if getattr(step, name) is None]
    return step.model_copy(update=dict.fromkeys(blank, YesNo.NO))


_MIN, _HOUR, _DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.WORKDAYS
_MEASURED, _SYSTEM, _GUESS = DurationSource.MEASURED, DurationSource.SYSTEM, DurationSource.ESTIMATE
_ADD, _NEED, _NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE

_STEPS = (
    Step(id="F01", name="客户投诉", kind=StepKind.START, post=AGENT, department=CARE, customer=YES,
         outputs="投诉诉求", system="400电话、微信、门店"),
    Step(id="F02", name="信息登记", kind=StepKind.ACTIVITY, post=AGENT, department=CARE, touch=12, touch_unit=_MIN,
         wait=30, wait_unit=_MIN, source=_MEASURED, inputs="投诉诉求", outputs="投诉工单", system="客服工单系统",
         customer=YES, value=_NEED),
    Step(id="F03", name="信息是否完整", kind=StepKind.DECISION, post=AGENT, department=CARE, touch=3, touch_unit=_MIN,
         source=_MEASURED, inputs="投诉工单", value=_NEED, system="客服工单系统",
         exits=(Exit(target="F04", result="完整", share=0.7), Exit(target="F02", result="不完整", share=0.3))),
    Step(id="F04", name="分类转办", kind=StepKind.ACTIVITY, post=HEAD, department=CARE, touch=10, touch_unit=_MIN,
         wait=4, wait_unit=_HOUR, source=_SYSTEM, inputs="投诉工单", outputs="转办单", system="客服工单系统",
         value=_NEED),
    Step(id="F05", name="是否涉及技术问题", kind=StepKind.DECISION, post=HEAD, department=CARE, touch=2,
         touch_unit=_MIN, source=_GUESS, inputs="转办单", value=_NEED,
         exits=(Exit(target="F06", result="技术类", share=0.55), Exit(target="F08", result="服务类", share=0.45))),
    Step(id="F06", name="技术诊断", kind=StepKind.ACTIVITY, post=ENGINEER, department=TECH, touch=45, touch_unit=_MIN,
         wait=1, wait_unit=_DAY, source=_SYSTEM, inputs="转办单、产品档案", outputs="诊断意见", system="技术支持平台",
         value=_ADD, exits=(Exit(target="F07"),)),
    Step(id="F07", name="质量判定", kind=StepKind.ACTIVITY, post=QUALITY, department=QA, touch=30, touch_unit=_MIN,
         wait=1.5, wait_unit=_DAY, source=_SYSTEM, inputs="诊断意见", outputs="责任判定单", system="质量管理系统",
         approval=YES, value=_NEED, regulation="产品质量责任判定须留存记录", exits=(Exit(target="F09"),)),
    Step(id="F08", name="服务核查", kind=StepKind.ACTIVITY, post=SERVICE, department=AFTER, touch=40, touch_unit=_MIN,
         wait=4, wait_unit=_HOUR, source=_GUESS, inputs="转办单、服务记录", outputs="核查结论", system="电子表格",
         value=_NEED, exits=(Exit(target="F09"),)),
    Step(id="F09", name="制定处理方案", kind=StepKind.ACTIVITY, post=HEAD, department=CARE, touch=30, touch_unit=_MIN,
         wait=4, wait_unit=_HOUR, source=_MEASURED, inputs="判定单或核查结论", outputs="处理方案", system="电子表格",
         value=_ADD),
    Step(id="F10", name="方案审批", kind=StepKind.ACTIVITY, post=SERVICE, department=AFTER, touch=15, touch_unit=_MIN,
         wait=1, wait_unit=_DAY, source=_SYSTEM, inputs="处理方案", outputs="批准的方案", system="办公系统",
         approval=YES, value=_NONE),
    Step(id="F11", name="执行处理", kind=StepKind.ACTIVITY, post=ENGINEER, department=TECH, touch=90, touch_unit=_MIN,
         wait=1, wait_unit=_DAY, source=_SYSTEM, inputs="批准的方案、备件", outputs="处理记录", system="技术支持平台",
         customer=YES, value=_ADD),
    Step(id="F12", name="结果反馈", kind=StepKind.ACTIVITY, post=AGENT, department=CARE, touch=10, touch_unit=_MIN,
         wait=2, wait_unit=_HOUR, source=_MEASURED, inputs="处理记录", outputs="反馈记录", system="客服工单系统",
         customer=YES, value=_ADD),
    Step(id="F13", name="客户是否满意", kind=StepKind.DECISION, post=AGENT, department=CARE, touch=3, touch_unit=_MIN,
         source=_MEASURED, inputs="反馈记录", customer=YES, value=_NEED,
         exits=(Exit(target="F14", result="满意", share=0.8), Exit(target="F09", result="不满意", share=0.2))),
    Step(id="F14", name="客户回访", kind=StepKind.ACTIVITY, post=AGENT, department=CARE, touch=8, touch_unit=_MIN,
         wait=1, wait_unit=_DAY, source=_GUESS, inputs="反馈记录", outputs="回访记录", system="电子表格",
         customer=YES, value=_NONE),
    Step(id="F15", name="结案归档", kind=StepKind.END, post=AGENT, department=CARE, outputs="投诉档案",
         system="客服工单系统"),
)  # fmt: skip

STEPS = tuple(map(settled, _STEPS))
