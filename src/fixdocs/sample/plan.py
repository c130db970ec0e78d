"""The sample's measures, to-be flow, schedule, resources, risks and alternatives."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..schema.choices import Adoption, DurationSource, Ecrs, Principle, StepKind, TimeUnit, Trial, ValueType, YesNo
from ..schema.improve import Alternative, Duty, Measure, Risk, Task, ToBeStep, Tool
from ..schema.survey import Exit
from .flow import AFTER, AGENT, CARE, ENGINEER, HEAD, QA, QUALITY, SERVICE, TECH

_CUT, _JOIN, _MOVE, _EASE, _NEW = Ecrs.ELIMINATE, Ecrs.COMBINE, Ecrs.REARRANGE, Ecrs.SIMPLIFY, Ecrs.ADD
_ECRS, _CUSTOMER, _FIT = Principle.ECRS, Principle.CUSTOMER, Principle.RESOURCES
_IN = Adoption.ADOPTED

MEASURES = (
    Measure(id="M01", roots=("R01",), name="小额补偿分级授权", content="200元及以下的补偿由客服主管当场决定，只备案不审批；超过200元的仍由售后服务经理审批",
            post=SERVICE, ecrs=(_CUT, _EASE), principles=(_ECRS, _FIT), goals=("G01",), partners="财务部",
            acceptance="小额补偿审批等待为0", investment=0, running_cost=0, person_days=5, indicator="流程平均耗时", expected=7.0,
            basis="6月82单中68单低于200元，可免去约1个工作日等待", trial=Trial.EFFECTIVE, before=9.0, after=7.9, adoption=_IN),
    Measure(id="M02", roots=("R01",), name="审批代理与移动审批", content="设置审批代理人，开通移动审批；超过4小时未审批自动提醒", post=SERVICE,
            ecrs=(_EASE,), principles=(_ECRS,), goals=("G01",), partners="信息部", acceptance="超权限方案4小时内审结率不低于95%",
            investment=15000, running_cost=3000, person_days=8, trial=Trial.UNTRIED, adoption=_IN),
    Measure(id="M03", roots=("R02",), name="客服与技术系统接口", content="打通客服工单系统与技术支持平台，工单状态、产品信息和处理结果实时同步，取消重复录入",
            post=HEAD, ecrs=(_CUT, _JOIN), principles=(_ECRS, _FIT), goals=("G01", "G04"), partners="信息部、技术支持部",
            acceptance="两系统状态差异不超过5分钟", investment=180000, running_cost=24000, person_days=90, indicator="流程平均耗时",
            expected=4.8, basis="改进后流程测算总历时约2.7个工作日，按高峰月份的放大倍数取4.8个工作日", trial=Trial.UNTRIED, adoption=_IN),
    Measure(id="M04", roots=("R03",), name="客户进度查询与节点通知", content="公众号开通进度查询；受理、派单、方案确定、处理完成四个节点自动通知客户",
            post=HEAD, ecrs=(_NEW,), principles=(_CUSTOMER,), goals=("G03",), partners="信息部", acceptance="节点通知送达率不低于98%",
            investment=60000, running_cost=18000, person_days=40, indicator="客户满意度", expected=75,
            basis="问卷显示进度透明是首要不满；试点客户满意度提高13个百分点", trial=Trial.EFFECTIVE, before=55.2, after=68.4, adoption=_IN),
    Measure(id="M05", roots=("R04",), name="按类型的必填清单与登记校验", content="按七类投诉分别制定必填清单，登记界面校验序列号和照片", post=AGENT,
            ecrs=(_JOIN, _EASE), principles=(_ECRS,), goals=("G01", "G02"), partners="技术支持部", acceptance="退回补充率不高于5%",
            investment=20000, running_cost=0, person_days=15, trial=Trial.PARTIAL, before=30, after=12, adoption=_IN,
            basis="试行两周，退回补充率由30%降至12%"),
    Measure(id="M06", roots=("R05",), name="判定范围界定与批量判定", content="书面规定须判定的五种情形；判定移至处理之后，与结果反馈并行，同批次问题一次判定",
            post=QUALITY, ecrs=(_MOVE, _JOIN), principles=(_ECRS,), goals=("G01", "G04"), partners="技术支持部",
            acceptance="判定不占用客户等待时间", investment=0, running_cost=0, person_days=12, indicator="工单积压量", expected=15,
            basis="月末积压中约四成停在质量判定环节，后置后不再占用关闭时间", trial=Trial.UNTRIED, adoption=_IN),
    Measure(id="M07", roots=("R04",), name="语音自动分类", content="来电语音自动识别投诉类型并填单", post=HEAD, ecrs=(_NEW,), principles=(_FIT,),
            goals=("G01",), partners="信息部", acceptance="分类准确率不低于90%", investment=95000, running_cost=36000, person_days=30,
            indicator="流程平均耗时", expected=6.5, basis="供应商测算", trial=Trial.FAILED, before=10.0, after=10.6,
            adoption=Adoption.REJECTED, reason="试行四周，误分类增多，平均耗时由10.0升至10.6个工作日；方言来电识别率低"),
    Measure(id="M08", roots=("R06", "R07"), name="联合处理小组与首问负责制", content="客服、技术、质量、售后组成联合小组，2小时内响应；首问人跟到客户确认满意；处理后复测并归并同批次问题",
            post=HEAD, ecrs=(_JOIN, _NEW), principles=(_CUSTOMER, _FIT), goals=("G01", "G02"), partners="技术支持部、质量管理部、售后服务部",
            acceptance="重复投诉率不高于10%", investment=10000, running_cost=48000, person_days=30, indicator="重复投诉率", expected=10,
            basis="6月11起重复投诉中7起为同一批次，复测与归并可避免", trial=Trial.EFFECTIVE, before=17.5, after=11.8, adoption=_IN),
    Measure(id="M09", roots=("R02", "R05"), name="投诉处理整体外包", content="将受理、分派与回访整体委托外部呼叫中心", post=SERVICE, ecrs=(_CUT,),
            principles=(_FIT,), goals=("G04",), investment=50000, running_cost=960000, person_days=60, trial=Trial.UNTRIED,
            adoption=Adoption.REJECTED, reason="年费用高，且客户信息出境合规风险无法排除"),
)  # fmt: skip

_MIN, _HOUR, _DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.WORKDAYS
_GUESS = DurationSource.ESTIMATE
_ADD, _NEED = ValueType.VALUE_ADDING, ValueType.NECESSARY
YES = YesNo.YES


def _step(key: str, name: str, kind: StepKind, post: str, department: str, **more: Any) -> ToBeStep:
    if "touch" in more:
        more |= {"touch_unit": _MIN, "source": _GUESS}
    return ToBeStep(id=key, name=name, kind=kind, post=post, department=department, **more)


_ACT, _ASK = StepKind.ACTIVITY, StepKind.DECISION

TO_BE = (
    _step("N01", "客户投诉", StepKind.START, AGENT, CARE, origins=("F01",), outputs="投诉诉求", customer=YES,
          system="400电话、微信、门店"),
    _step("N02", "信息登记与校验", _ACT, AGENT, CARE, origins=("F02", "F03"), measures=("M05",), touch=14, wait=10, wait_unit=_MIN,
          inputs="投诉诉求、必填清单", outputs="投诉工单", system="客服工单系统", customer=YES, value=_NEED),
    _step("N03", "分类派单", _ACT, AGENT, CARE, origins=("F04",), measures=("M05", "M08"), touch=5, wait=20, wait_unit=_MIN,
          inputs="投诉工单", outputs="转办单", system="客服工单系统", value=_NEED),
    _step("N04", "是否涉及技术问题", _ASK, AGENT, CARE, origins=("F05",), measures=("M08",), touch=2, inputs="转办单", value=_NEED,
          exits=(Exit(target="N05", result="技术类", share=0.55), Exit(target="N06", result="服务类", share=0.45))),
    _step("N05", "联合小组诊断", _ACT, ENGINEER, TECH, origins=("F06",), measures=("M03", "M08"), touch=40, wait=4, wait_unit=_HOUR,
          inputs="转办单、产品档案", outputs="诊断意见", system="技术支持平台（已对接）", value=_ADD, exits=(Exit(target="N07"),)),
    _step("N06", "服务核查", _ACT, SERVICE, AFTER, origins=("F08",), measures=("M03",), touch=15, wait=4, wait_unit=_HOUR,
          inputs="转办单、服务记录", outputs="核查结论", system="客服工单系统", value=_NEED, exits=(Exit(target="N07"),)),
    _step("N07", "制定处理方案", _ACT, HEAD, CARE, origins=("F09",), touch=30, wait=3, wait_unit=_HOUR, measures=("M03",),
          inputs="判定单或核查结论", outputs="处理方案", system="客服工单系统", value=_ADD),
    _step("N08", "是否超出授权", _ASK, HEAD, CARE, measures=("M01",), touch=1, inputs="处理方案", value=_NEED,
          exits=(Exit(target="N10", result="授权内", share=0.83), Exit(target="N09", result="超出授权", share=0.17))),
    _step("N09", "方案审批", _ACT, SERVICE, AFTER, origins=("F10",), measures=("M01", "M02"), touch=15, wait=4, wait_unit=_HOUR,
          inputs="处理方案", outputs="批准的方案", system="办公系统（移动审批）", approval=YES, value=_NEED),
    _step("N10", "执行处理并复测", _ACT, ENGINEER, TECH, origins=("F11",), measures=("M08",), touch=95, wait=1, wait_unit=_DAY,
          inputs="批准的方案、备件", outputs="处理记录、复测记录", system="技术支持平台（已对接）", customer=YES, value=_ADD),
    _step("N11", "反馈与判定并行", StepKind.FORK, ENGINEER, TECH, measures=("M06",),
          exits=(Exit(target="N12"), Exit(target="N13"))),
    _step("N12", "结果反馈", _ACT, AGENT, CARE, origins=("F12",), measures=("M03", "M04"), touch=8, wait=1, wait_unit=_HOUR,
          inputs="处理记录", outputs="反馈记录", system="客服工单系统、公众号", customer=YES, value=_ADD, exits=(Exit(target="N14"),)),
    _step("N13", "质量判定", _ACT, QUALITY, QA, origins=("F07",), measures=("M06",), touch=20, wait=10, wait_unit=_MIN,
          inputs="诊断意见、处理记录", outputs="责任判定单", system="质量管理系统", approval=YES, value=_NEED,
          regulation="产品质量责任判定须留存记录", exits=(Exit(target="N14"),)),
    _step("N14", "反馈与判定汇合", StepKind.JOIN, AGENT, CARE, measures=("M06",)),
    _step("N15", "客户是否满意", _ASK, AGENT, CARE, origins=("F13",), measures=("M04",), touch=2, inputs="反馈记录", customer=YES,
          value=_NEED, system="公众号",
          exits=(Exit(target="N16", result="满意", share=0.9), Exit(target="N07", result="不满意", share=0.1))),
    _step("N16", "结案归档", StepKind.END, AGENT, CARE, origins=("F15",), outputs="投诉档案", system="客服工单系统"),
)  # fmt: skip

DUTIES = (
    Duty(matter="200元及以下补偿的决定", old_post=SERVICE, new_post=HEAD, note="每月抽查备案单的一成"),
    Duty(matter="投诉分类与派单", old_post=HEAD, new_post=AGENT, note="按必填清单由登记人直接派单"),
    Duty(matter="不满意单的跟进", new_post=AGENT, note="首问人负责到客户确认满意"),
    Duty(matter="处理后复测", new_post=ENGINEER, note="复测结果记入处理记录"),
    Duty(matter="同批次问题归并", old_post=QUALITY, new_post="联合处理小组", note="每周例会归并一次"),
)

TOOLS = (
    Tool(id="Y01", name="系统接口", use="客服与技术两套系统同步", measures=("M03",), requirement="状态差异不超过5分钟，接口有日志",
         budget=180000, provider="信息部", due=date(2026, 11, 13)),
    Tool(id="Y02", name="进度查询与通知", use="客户自助查询，四个节点自动通知", measures=("M04",), requirement="送达率不低于98%",
         budget=60000, provider="信息部", due=date(2026, 10, 16)),
    Tool(id="Y03", name="登记校验", use="按类型校验必填项", measures=("M05",), requirement="缺项不得提交", budget=20000,
         provider="信息部", due=date(2026, 9, 11)),
    Tool(id="Y04", name="移动审批", use="代理与超时提醒", measures=("M02",), requirement="4小时未审批自动提醒", budget=15000,
         provider="信息部", due=date(2026, 9, 18)),
)  # fmt: skip

_TASKS: tuple[tuple[Any, ...], ...] = (
    ("成立联合处理小组", HEAD, (8, 10), (8, 14), ("M08",), (), None, "小组名单与职责"),
    ("发布分级授权规定", SERVICE, (8, 10), (8, 21), ("M01",), (), None, "授权规定"),
    ("分级授权上线", SERVICE, (8, 24), (8, 24), ("M01",), ("T02",), YES, None),
    ("编制七类必填清单", AGENT, (8, 17), (8, 28), ("M05",), ("T01",), None, "必填清单"),
    ("登记校验开发", HEAD, (8, 31), (9, 11), ("M05",), ("T04",), None, "登记界面新版"),
    ("移动审批与代理配置", SERVICE, (8, 31), (9, 18), ("M02",), ("T03",), None, "配置完成单"),
    ("界定判定范围", QUALITY, (8, 17), (9, 4), ("M06",), (), None, "判定范围规定"),
    ("判定并行试运行", QUALITY, (9, 7), (9, 30), ("M06",), ("T07",), None, "试运行小结"),
    ("接口需求与设计", HEAD, (8, 24), (9, 18), ("M03",), ("T01",), None, "接口说明书"),
    ("接口开发与联调", HEAD, (9, 21), (11, 6), ("M03",), ("T09",), None, "接口与测试报告"),
    ("接口上线", HEAD, (11, 13), (11, 13), ("M03",), ("T10",), YES, None),
    ("进度查询与通知开发", HEAD, (8, 31), (10, 16), ("M04",), (), None, "公众号功能"),
    ("全员培训", HEAD, (10, 19), (10, 30), ("M01", "M05", "M08"), ("T05", "T06"), None, "培训记录"),
    ("效果评估", HEAD, (12, 7), (12, 25), ("M08",), ("T11", "T13"), YES, "效果评估报告"),
)


def tasks() -> tuple[Task, ...]:
    """Fourteen tasks with three milestones, August to December 2026."""
    return tuple(
        Task(id=f"T{n:02}", name=name, post=post, start=date(2026, *begin), finish=date(2026, *end), measures=measures,
             after=after, milestone=milestone, output=output)
        for n, (name, post, begin, end, measures, after, milestone, output) in enumerate(_TASKS, 1)
    )  # fmt: skip


RISKS = (
    Risk(id="K01", name="售后服务经理担心分级授权后补偿失控", likelihood=3, impact=3, answer="授权额度按月封顶，每月抽查一成备案单并通报", post=SERVICE),
    Risk(id="K02", name="接口开发延期", likelihood=3, impact=4, answer="先以每日批量同步过渡；关键路径每周例会盯进度", post=HEAD),
    Risk(id="K03", name="客服专员认为必填清单增加登记时间", likelihood=4, impact=2, answer="清单由专员参与编制；首月不考核接听量", post=HEAD),
    Risk(id="K04", name="联合小组成员本职工作冲突", likelihood=3, impact=3, answer="按周排班，明确每日两小时响应时段，纳入部门绩效", post=HEAD),
    Risk(id="K05", name="节点通知过多引起客户反感", likelihood=2, impact=2, answer="只发四个节点，客户可选择方式或退订", post=AGENT),
    Risk(id="K06", name="判定后置导致责任追溯困难", likelihood=2, impact=4, answer="处理前保留照片与旧件，判定时限3个工作日", post=QUALITY),
)  # fmt: skip

ALTERNATIVES = (
    Alternative(id="S01", name="流程精简方案", measures=("M01", "M02", "M05", "M06"), description="不动系统，先减审批、补清单、调判定；投入少，见效快"),
    Alternative(id="S02", name="协同平台方案", measures=("M01", "M02", "M03", "M04", "M05", "M06", "M08"),
                description="在精简之上打通系统、开通进度查询、成立联合小组；覆盖全部根因"),
    Alternative(id="S03", name="客户透明方案", measures=("M01", "M04", "M05", "M08"), description="先解决进度透明与跟进责任，系统接口留待下一年度"),
)  # fmt: skip
