"""The library's measures, new flow, schedule, alternatives and review."""

from __future__ import annotations

from datetime import date

from fixdocs.schema.choices import (
    Adoption,
    Attendance,
    Direction,
    Ecrs,
    Principle,
    ReviewerKind,
    StepKind,
    TimeUnit,
    Trial,
    ValueType,
    YesNo,
)
from fixdocs.schema.improve import (
    Alternative,
    Criterion,
    Decision,
    Duty,
    Measure,
    Reviewer,
    Risk,
    Score,
    Task,
    ToBeStep,
    Tool,
)
from fixdocs.schema.survey import Exit

from .library_flow import CLERK, FINANCE, FINDER, HEAD, LENDING, MONEY, SUBJECT

_CUT, _JOIN, _EASE, _NEW = Ecrs.ELIMINATE, Ecrs.COMBINE, Ecrs.SIMPLIFY, Ecrs.ADD
_ECRS, _READER, _FIT = Principle.ECRS, Principle.CUSTOMER, Principle.RESOURCES
_S1, _S2, _S3 = ("S01",), ("S02",), ("S03",)

MEASURES = (
    Measure(id="M01", roots=("R01",), name="必填书目字段", content="申请页面按ISBN自动带出版次，缺项不能提交", post=CLERK,
            ecrs=(_EASE,), principles=(_ECRS, _READER), goals=("G01", "G02"), partners="信息技术部", acceptance="退回补充率不高于10%",
            investment=6000, running_cost=0, saving=9000, saving_basis="每年1200件，少退回约300次，每次省半小时，每小时60元",
            person_days=12, indicator="退回补充率", expected=10, basis="试行两周降到14%，补齐论文字段后可到10%",
            trial=Trial.EFFECTIVE, before=26, after=14, trial_n=44, trial_from=date(2026, 9, 14), trial_to=date(2026, 9, 27),
            adoption=Adoption.ADOPTED),
    Measure(id="M02", roots=("R06",), name="联盟平台直接下单", content="用联盟平台下单和对账，停用邮件往来", post=FINDER, ecrs=(_CUT, _JOIN),
            principles=(_ECRS,), goals=("G01", "G04"), partners="联盟秘书处", acceptance="国内订单全部在平台下达", investment=45000,
            running_cost=-3000, saving=28000, saving_basis="每年约720笔国内订单，每笔省邮寄与人工约39元", person_days=20,
            indicator="单件平均费用", expected=31, basis="联盟报价", trial=Trial.UNTRIED, adoption=Adoption.ADOPTED),
    Measure(id="M03", roots=("R02",), name="境外小额免签批", content="三百元及以下的境外订单由文献传递馆员直接付款，月底汇总报主任", post=HEAD,
            ecrs=(_CUT,), principles=(_FIT,), goals=("G01",), partners=MONEY, acceptance="小额订单当天付款", investment=0,
            running_cost=0, person_days=4, indicator="平均办结时长", expected=7.5, basis="签批等待一个半工作日，只影响三成申请",
            trial=Trial.PARTIAL, before=9.6, after=8.7, trial_n=15, trial_from=date(2026, 9, 14), trial_to=date(2026, 9, 30),
            adoption=Adoption.ADOPTED),
    Measure(id="M04", roots=("R05",), name="公布互借价目", content="汇总各供应馆报价，每学期初更新并在申请页面显示费用区间", post=FINDER,
            ecrs=(_NEW,), principles=(_READER,), goals=("G03",), acceptance="申请页面可见费用区间", indicator="读者满意度", expected=80,
            basis="投诉中五分之一与费用有关", trial=Trial.UNTRIED, adoption=Adoption.ADOPTED),
    Measure(id="M05", roots=("R02", "R05"), name="双人轮值验收", content="验收与通知由两名互借员轮值，当天到书当天通知", post=CLERK, ecrs=(_NEW,),
            principles=(_FIT,), goals=("G03",), investment=2000, running_cost=3600, saving=-4000,
            saving_basis="轮值每年多用约67小时，每小时60元", person_days=6, trial=Trial.UNTRIED),
    Measure(id="M06", roots=("R04",), name="智能补全书目", content="用外购的识别服务按封面照片补全书目", post=CLERK, ecrs=(_NEW,),
            principles=(_FIT,), goals=("G02",), partners="供应商", acceptance="补全正确率不低于95%", investment=18000, running_cost=9600,
            person_days=10, indicator="退回补充率", expected=10, basis="供应商演示", trial=Trial.FAILED, before=26, after=9, trial_n=22,
            trial_from=date(2026, 9, 7), trial_to=date(2026, 9, 18)),
    Measure(id="M07", roots=("R03",), name="新签境外供应馆", content="按学科再与四家境外馆签订互借协议", post=FINDER, ecrs=(_NEW,),
            principles=(_FIT,), goals=("G01",), acceptance="有协议的境外馆达到12家", running_cost=8000, person_days=8,
            indicator="境外供应馆数", expected=12, basis="已有四家书面答复", trial=Trial.UNTRIED, adoption=Adoption.PENDING),
)  # fmt: skip

_MIN, _HOUR, _DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.DAYS
_ADD, _NEED, _NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE
_ACT = StepKind.ACTIVITY

TO_BE = (
    ToBeStep(id="N01", name="提交互借申请", kind=StepKind.START, post=CLERK, department=LENDING, origins=("F01",), alternatives=_S1),
    ToBeStep(id="N02", name="核对书目信息", kind=_ACT, post=CLERK, department=LENDING, touch=6, touch_unit=_MIN, wait=1,
             wait_unit=_HOUR, system="互借平台", value=_NEED, origins=("F02",), measures=("M01",), alternatives=_S1),
    ToBeStep(id="N03", name="书目信息是否完整", kind=StepKind.DECISION, post=CLERK, department=LENDING, touch=2, touch_unit=_MIN,
             value=_NEED, origins=("F03",), measures=("M01",), alternatives=_S1,
             exits=(Exit(target="N05", result="完整", share=0.92), Exit(target="N04", result="不完整", share=0.08))),
    ToBeStep(id="N04", name="退回补充书目信息", kind=_ACT, post=CLERK, department=LENDING, touch=6, touch_unit=_MIN, wait=2,
             wait_unit=_DAY, value=_NONE, origins=("F04",), alternatives=_S1, exits=(Exit(target="N02"),)),
    ToBeStep(id="N05", name="查源与核费并行", kind=StepKind.FORK, post=FINDER, department=SUBJECT, wait=60, wait_unit=_MIN,
             origins=("F05",), alternatives=_S1, exits=(Exit(target="N06"), Exit(target="N07"))),
    ToBeStep(id="N06", name="查找可供馆", kind=_ACT, post=FINDER, department=SUBJECT, touch=15, touch_unit=_MIN, wait=1,
             wait_unit=_HOUR, system="联盟平台", value=_ADD, origins=("F06",), measures=("M02",), alternatives=_S1,
             exits=(Exit(target="N08"),)),
    ToBeStep(id="N07", name="核对读者经费", kind=_ACT, post=MONEY, department=FINANCE, touch=10, touch_unit=_MIN, wait=4,
             wait_unit=_HOUR, value=_NEED, origins=("F07",), measures=("M02",), alternatives=_S1),
    ToBeStep(id="N08", name="查源与核费汇合", kind=StepKind.JOIN, post=FINDER, department=SUBJECT, origins=("F08",), alternatives=_S1),
    ToBeStep(id="N09", name="由何处供应", kind=StepKind.DECISION, post=FINDER, department=SUBJECT, touch=5, touch_unit=_MIN,
             value=_NEED, origins=("F09",), alternatives=_S1,
             exits=(Exit(target="N10", result="国内馆可供", share=0.6), Exit(target="N12", result="转境外馆", share=0.3),
                    Exit(target="N16", result="无馆可供", share=0.1))),
    ToBeStep(id="N10", name="联盟平台下单", kind=_ACT, post=FINDER, department=SUBJECT, touch=5, touch_unit=_MIN, wait=30,
             wait_unit=_MIN, system="联盟平台", value=_ADD, origins=("F10",), measures=("M02",), alternatives=_S1),
    ToBeStep(id="N11", name="等国内馆寄到", kind=_ACT, post=FINDER, department=SUBJECT, touch=5, touch_unit=_MIN, wait=3,
             wait_unit=_DAY, value=_NONE, origins=("F11",), alternatives=_S1, exits=(Exit(target="N14"),)),
    ToBeStep(id="N12", name="境外直接付款", kind=_ACT, post=FINDER, department=SUBJECT, touch=10, touch_unit=_MIN, wait=2,
             wait_unit=_HOUR, value=_NEED, origins=("F12",), measures=("M03",), alternatives=_S1),
    ToBeStep(id="N13", name="等境外馆寄到", kind=_ACT, post=FINDER, department=SUBJECT, touch=20, touch_unit=_MIN, wait=7,
             wait_unit=_DAY, value=_NONE, origins=("F13",), alternatives=_S1),
    ToBeStep(id="N14", name="验收并通知取书", kind=_ACT, post=CLERK, department=LENDING, touch=20, touch_unit=_MIN, wait=4,
             wait_unit=_HOUR, system="互借平台", value=_ADD, origins=("F14", "F15"), measures=("M04",), alternatives=_S1),
    ToBeStep(id="N15", name="读者取书", kind=StepKind.END, post=CLERK, department=LENDING, origins=("F16",), alternatives=_S1),
    ToBeStep(id="N16", name="谢绝并说明理由", kind=StepKind.END, post=FINDER, department=SUBJECT, origins=("F17",), alternatives=_S1),
)  # fmt: skip

DUTIES = (
    Duty(matter="三百元及以下境外订单的付款", old_post=HEAD, new_post=FINDER, note="月底汇总报主任", alternatives=_S1),
)

TOOLS = (
    Tool(id="Y01", name="申请页面改版", use="必填书目字段", measures=("M01",), requirement="缺项不能提交", provider="信息技术部",
         due=date(2026, 11, 27)),
    Tool(id="Y02", name="到书短信接口", use="到书当天自动通知", requirement="当天送达", budget=3500, provider="信息技术部",
         due=date(2027, 8, 31)),
    Tool(id="Y03", name="联盟平台接入", use="国内订单与对账", measures=("M02",), provider="联盟秘书处", due=date(2027, 1, 15),
         alternatives=_S1),
)  # fmt: skip

TASKS = (
    Task(id="T01", name="试填新申请页面", post=CLERK, start=date(2026, 9, 14), finish=date(2026, 9, 27), measures=("M01",),
         output="试填记录"),
    Task(id="T02", name="申请页面改版上线", post=CLERK, start=date(2026, 10, 19), finish=date(2026, 11, 27), measures=("M01",),
         after=("T01",), output="新申请页面"),
    Task(id="T03", name="轮值排班试运行", post=CLERK, start=date(2026, 10, 26), finish=date(2026, 11, 20), measures=("M05",),
         alternatives=_S2),
    Task(id="T04", name="封面识别再测", post=CLERK, start=date(2026, 11, 2), finish=date(2026, 12, 4), measures=("M06",),
         alternatives=_S3),
    Task(id="T05", name="修订《互借须知》", post=CLERK, start=date(2026, 11, 2), finish=date(2026, 11, 13), output="新版《互借须知》"),
    Task(id="T06", name="联盟平台接入", post=FINDER, start=date(2026, 11, 2), finish=date(2027, 1, 15), measures=("M02",),
         after=("T02",), output="接入验收单", alternatives=_S1),
    Task(id="T07", name="发布小额付款规定", post=HEAD, start=date(2026, 10, 19), finish=date(2026, 10, 30), measures=("M03",),
         output="付款规定"),
    Task(id="T08", name="汇总供应馆报价", post=FINDER, start=date(2026, 12, 1), finish=date(2026, 12, 31), measures=("M04",),
         output="价目表", alternatives=_S1),
    Task(id="T09", name="总结会", post=HEAD, start=date(2027, 4, 20), finish=date(2027, 4, 20), after=("T06",), milestone=YesNo.YES),
    Task(id="T10", name="培训柜台馆员", post=CLERK, start=date(2026, 11, 9), finish=date(2026, 11, 20), measures=("M01",),
         output="签到表"),
)  # fmt: skip

RISKS = (
    Risk(id="K01", name="联盟平台停机，订单积压", likelihood=2, impact=4, answer="保留邮件下单的备用办法", post=FINDER, alternatives=_S1),
    Risk(id="K02", name="免签批后境外付款超支", likelihood=3, impact=3, answer="每月设总额上限", post=HEAD),
    Risk(id="K03", name="读者嫌必填项多而改走柜台", likelihood=3, impact=2, answer="输入ISBN自动带出其余各项"),
    Risk(id="K04", name="汇率波动使价目失准", answer="价目只给区间，学期中途可改", post=FINDER, alternatives=_S1),
)  # fmt: skip

ALTERNATIVES = (
    Alternative(id="S01", name="联盟直连", measures=("M01", "M02", "M03", "M04", "M07"), description="接通联盟平台，小额免签批，价目公开"),
    Alternative(id="S02", name="岗位轮值", measures=("M01", "M05"), description="只改页面和排班"),
    Alternative(id="S03", name="智能识别", measures=("M01", "M03", "M06"), description="外购识别服务补全书目"),
)  # fmt: skip

_HERE = Attendance.PRESENT

REVIEWERS = (
    Reviewer(id="E01", name="陆承安", post="分管副馆长", department="馆领导", kind=ReviewerKind.MANAGEMENT, attendance=_HERE),
    Reviewer(id="E02", name="沈砚秋", post=HEAD, department=LENDING, kind=ReviewerKind.BUSINESS, attendance=_HERE),
    Reviewer(id="E03", name="顾望舒", post="系统馆员", department="信息技术部", kind=ReviewerKind.TECHNICAL, attendance=_HERE),
    Reviewer(id="E04", name="何知夏", post=CLERK, department=LENDING, kind=ReviewerKind.FRONT_LINE, attendance=_HERE),
    Reviewer(id="E05", name="江一帆", post=MONEY, department=FINANCE, kind=ReviewerKind.BUSINESS, attendance=Attendance.RECUSED),
)  # fmt: skip

CRITERIA = (
    Criterion(name="可行性", weight=0.3, description="人手、经费和系统是否到位", anchor_low="都不到位", anchor_middle="缺一部分",
              anchor_high="都到位", veto=2),
    Criterion(name="有效性", weight=0.3, description="能否缩短等书时间", anchor_low="不能", anchor_middle="部分能", anchor_high="能"),
    Criterion(name="推行阻力", weight=0.2, direction=Direction.LOWER, description="各方抵触的程度", anchor_low="没有抵触",
              anchor_middle="有抵触，说得通", anchor_high="抵触很大"),
    Criterion(name="读者受益", weight=0.2, description="读者能否感到变化", anchor_low="感不到", anchor_middle="部分读者能",
              anchor_high="多数读者能"),
)  # fmt: skip

# Means: S01 4.5 4.75 2.75 4; S02 4.5 3 2 3.25; S03 13/3 4 3 3 of three reviewers. S02 and S03 both come to 3.70.
_SCORES: dict[str, tuple[tuple[int | None, ...], ...]] = {
    "E01": ((5, 5, 3, 4), (5, 3, 2, 3), (5, 4, 3, 3)),
    "E02": ((4, 5, 3, 4), (4, 3, 1, 4), (4, 3, 3, 3)),
    "E03": ((5, 5, 2, 4), (5, 2, 3, 3), (4, 5, 3, 3)),
    "E04": ((4, 4, 3, 4), (4, 4, 2, 3), (None, None, None, None)),
}

SCORES = tuple(
    Score(reviewer=who, alternative=what, values=dict(zip((c.name for c in CRITERIA), given, strict=True)),
          comment="没用过识别服务，弃权" if given[0] is None else None)
    for who, rows in _SCORES.items()
    for what, given in zip(("S01", "S02", "S03"), rows, strict=True)
)  # fmt: skip

DECISION = Decision(
    day=date(2026, 10, 12), chair="陆承安", adopted="S01", conditions="联盟平台接入前须完成信息安全检查"
)
