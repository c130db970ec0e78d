"""The sample's measures, schedule, resources, risks and alternatives."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..schema.choices import Adoption, Ecrs, Principle, Trial, YesNo
from ..schema.improve import Alternative, Duty, Measure, Risk, Task, Tool
from .flow import AGENT, ENGINEER, HEAD, QUALITY, SERVICE

_CUT, _JOIN, _MOVE, _EASE, _NEW = Ecrs.ELIMINATE, Ecrs.COMBINE, Ecrs.REARRANGE, Ecrs.SIMPLIFY, Ecrs.ADD
_ECRS, _CUSTOMER, _FIT = Principle.ECRS, Principle.CUSTOMER, Principle.RESOURCES
_IN = Adoption.ADOPTED
YES = YesNo.YES

MEASURES = (
    Measure(id="M01", roots=("R01",), name="小额补偿分级授权", content="200元及以下的补偿由客服主管当场决定，只备案不审批；超过200元的仍由售后服务经理审批",
            post=SERVICE, ecrs=(_CUT, _EASE), principles=(_ECRS, _FIT), goals=("G01",), partners="财务部",
            acceptance="小额补偿审批等待为0", investment=0, running_cost=0, saving=12450,
            saving_basis="每年约800单×每单1.25次审批×83%×15分钟＝207.5小时，每小时60元", person_days=5,
            indicator="流程平均耗时", expected=7.0, basis="5月受理的76单中63单在200元及以下，每单可免去约1个工作日审批等待",
            trial=Trial.PARTIAL, before=9.0, after=7.9, trial_n=28, trial_from=date(2026, 7, 6),
            trial_to=date(2026, 7, 24), adoption=_IN),
    Measure(id="M02", roots=("R01",), name="审批代理与移动审批", content="设置审批代理人，开通移动审批；超过4小时未审批自动提醒", post=SERVICE,
            ecrs=(_EASE,), principles=(_ECRS,), goals=("G01",), partners="信息部", acceptance="超权限方案4小时内审结率不低于95%",
            investment=6000, running_cost=2400, person_days=8, trial=Trial.UNTRIED, adoption=_IN),
    Measure(id="M03", roots=("R02",), name="客服与技术系统接口", content="打通客服工单系统与技术支持平台，工单状态、产品信息和处理结果实时同步，取消重复录入",
            post=HEAD, ecrs=(_CUT, _JOIN), principles=(_ECRS, _FIT), goals=("G01", "G04"), partners="信息部、技术支持部",
            acceptance="两系统状态差异不超过5分钟", investment=60000, running_cost=12000, saving=15900,
            saving_basis="每年约800单：重复录入每单少8.6分钟（6分钟×1.43次），服务核查占45%、每单少25分钟，合计约265小时，每小时60元",
            person_days=40, indicator="流程平均耗时", expected=3.4,
            basis="改进后流程测算约2.7个工作日；现状测算7.2、6月实际9.0，按同样的倍数1.25折算为3.4个工作日", trial=Trial.UNTRIED,
            adoption=_IN),
    Measure(id="M04", roots=("R03",), name="客户进度查询与节点通知", content="公众号开通进度查询；受理、派单、方案确定、处理完成四个节点自动通知客户",
            post=HEAD, ecrs=(_NEW,), principles=(_CUSTOMER,), goals=("G03",), partners="信息部", acceptance="节点通知送达率不低于98%",
            investment=24000, running_cost=9600, person_days=20, indicator="客户满意度", expected=73,
            basis="客户问卷中“及时了解处理进度”得分最低；试行提高13.2个百分点，从半年平均60.0%推算约73%",
            trial=Trial.PARTIAL, before=55.2, after=68.4, trial_n=38, trial_from=date(2026, 7, 6),
            trial_to=date(2026, 7, 24), adoption=_IN),
    Measure(id="M05", roots=("R04",), name="按类型的必填清单与登记校验", content="按七类投诉分别制定必填清单，登记界面校验序列号和照片", post=AGENT,
            ecrs=(_JOIN, _EASE), principles=(_ECRS,), goals=("G01", "G02"), partners="技术支持部", acceptance="退回补充率不高于5%",
            investment=8000, running_cost=0, person_days=15, indicator="退回补充率", expected=12.5,
            basis="按试行结果估计：退回补充率由6月的31.1%降至12.5%", trial=Trial.PARTIAL, before=31.1, after=12.5, trial_n=32,
            trial_from=date(2026, 7, 6), trial_to=date(2026, 7, 17), adoption=_IN),
    Measure(id="M06", roots=("R05",), name="判定范围界定与批量判定", content="书面规定须判定的五种情形；判定移至处理之后，与结果反馈并行，同批次问题一次判定",
            post=QUALITY, ecrs=(_MOVE, _JOIN), principles=(_ECRS,), goals=("G01", "G04"), partners="技术支持部",
            acceptance="判定不占用客户等待时间", investment=0, running_cost=0, person_days=12, indicator="工单积压量", expected=21,
            basis="质量判定约占总历时的一成二，后置后不再占用关闭时间：24.3×（1－12%）≈21件", trial=Trial.UNTRIED,
            adoption=_IN),
    Measure(id="M07", roots=("R04",), name="语音自动分类", content="来电语音自动识别投诉类型并填单", post=HEAD, ecrs=(_NEW,), principles=(_FIT,),
            goals=("G01",), partners="信息部", acceptance="分类准确率不低于90%", investment=30000, running_cost=12000, person_days=20,
            indicator="流程平均耗时", expected=6.5, basis="供应商测算", trial=Trial.FAILED, before=8.4, after=8.9, trial_n=24,
            trial_from=date(2026, 6, 1), trial_to=date(2026, 6, 26), adoption=Adoption.REJECTED,
            reason="试行四周，误分类增多，平均耗时由8.4升至8.9个工作日；方言来电识别率低"),
    Measure(id="M08", roots=("R06", "R07"), name="联合处理小组与首问负责制", content="客服、技术、质量、售后组成联合小组，2小时内响应；首问人跟到客户确认满意；处理后复测并归并同批次问题",
            post=HEAD, ecrs=(_JOIN, _NEW), principles=(_CUSTOMER, _FIT), goals=("G01", "G02"), partners="技术支持部、质量管理部、售后服务部",
            acceptance="重复投诉率不高于10%", investment=6000, running_cost=12000, saving=18676,
            saving_basis="重复投诉按试行由17.5%降至11.8%，每年约800单少46单；每单处理作业4.8小时、每小时60元，另省上门费118元", person_days=20,
            indicator="重复投诉率", expected=10, basis="6月11起重复投诉中5起为同一批次，复测与归并可避免；从半年平均17.5%推算约9.5%，取10%",
            trial=Trial.PARTIAL, before=17.5, after=11.8, trial_n=51, trial_from=date(2026, 7, 1),
            trial_to=date(2026, 7, 24), adoption=_IN),
    Measure(id="M09", roots=("R02", "R05"), name="投诉处理整体外包", content="将受理、分派与回访整体委托外部呼叫中心", post=SERVICE, ecrs=(_CUT,),
            principles=(_FIT,), goals=("G04",), investment=20000, running_cost=240000, person_days=30, trial=Trial.UNTRIED,
            adoption=Adoption.REJECTED, reason="年费用高，且客户信息交外部处理的合规风险无法排除"),
)  # fmt: skip

_JOINT, _LEAN, _BOTH = ("S02", "S03"), ("S01", "S02"), ("S02",)

DUTIES = (
    Duty(matter="200元及以下补偿的决定", old_post=SERVICE, new_post=HEAD, note="每月抽查备案单的一成"),
    Duty(
        matter="投诉分类与派单", old_post=HEAD, new_post=AGENT, note="按必填清单由登记人直接派单", alternatives=_JOINT
    ),
    Duty(matter="不满意单的跟进", new_post=AGENT, note="首问人负责到客户确认满意", alternatives=_JOINT),
    Duty(matter="处理后复测", new_post=ENGINEER, note="复测结果记入处理记录", alternatives=_JOINT),
    Duty(
        matter="同批次问题归并", old_post=QUALITY, new_post="联合处理小组", note="每周例会归并一次", alternatives=_JOINT
    ),
)

# A budget stands in one place: at the measure, or at a tool that no measure pays for.
TOOLS = (
    Tool(id="Y01", name="系统接口", use="客服与技术两套系统同步", measures=("M03",), requirement="状态差异不超过5分钟，接口有日志",
         provider="信息部", due=date(2026, 11, 13), alternatives=_BOTH),
    Tool(id="Y02", name="进度查询与通知", use="客户自助查询，四个节点自动通知", measures=("M04",), requirement="送达率不低于98%",
         provider="信息部", due=date(2026, 10, 16), alternatives=_JOINT),
    Tool(id="Y03", name="登记校验", use="按类型校验必填项", measures=("M05",), requirement="缺项不得提交", provider="信息部",
         due=date(2026, 9, 11)),
    Tool(id="Y04", name="移动审批", use="代理与超时提醒", measures=("M02",), requirement="4小时未审批自动提醒", provider="信息部",
         due=date(2026, 9, 18), alternatives=_LEAN),
    Tool(id="Y05", name="效果看板", use="按月汇总各项指标，供效果评估", requirement="指标口径与本报告一致，次月5日前更新", budget=8000,
         provider="信息部", due=date(2026, 11, 27)),
)  # fmt: skip

_TASKS: tuple[tuple[Any, ...], ...] = (
    ("成立联合处理小组", HEAD, (8, 10), (8, 14), ("M08",), (), None, "小组名单与职责", _JOINT),
    ("发布分级授权规定", SERVICE, (8, 10), (8, 21), ("M01",), (), None, "授权规定（每月封顶8000元）", ()),
    ("分级授权上线", SERVICE, (8, 24), (8, 24), ("M01",), ("T02",), YES, None, ()),
    ("编制七类必填清单", AGENT, (8, 17), (8, 28), ("M05",), (), None, "必填清单", ()),
    ("登记校验开发", HEAD, (8, 31), (9, 11), ("M05",), ("T04",), None, "登记界面新版", ()),
    ("移动审批与代理配置", SERVICE, (8, 31), (9, 18), ("M02",), ("T03",), None, "配置完成单", _LEAN),
    ("界定判定范围", QUALITY, (8, 17), (9, 4), ("M06",), (), None, "判定范围规定", _LEAN),
    ("判定并行试运行", QUALITY, (9, 7), (9, 30), ("M06",), ("T07",), None, "试运行小结", _LEAN),
    ("接口需求与设计", HEAD, (8, 24), (9, 18), ("M03",), ("T01",), None, "接口说明书", _BOTH),
    ("接口第一期开发与联调", HEAD, (9, 21), (10, 14), ("M03",), ("T09",), None, "状态同步接口与测试报告", _BOTH),
    ("接口第一期上线", HEAD, (10, 16), (10, 16), ("M03",), ("T10",), YES, None, _BOTH),
    (
        "接口第二期开发与联调",
        HEAD,
        (10, 19),
        (11, 11),
        ("M03",),
        ("T11",),
        None,
        "信息与结果接口与测试报告",
        _BOTH,
    ),
    ("接口第二期上线", HEAD, (11, 13), (11, 13), ("M03",), ("T12",), YES, None, _BOTH),
    ("进度查询与通知开发", HEAD, (8, 31), (10, 16), ("M04",), (), None, "公众号功能", _JOINT),
    ("全员培训", HEAD, (10, 19), (10, 30), ("M01", "M05"), ("T05",), None, "培训记录", ()),
    ("效果评估", HEAD, (12, 7), (12, 24), (), ("T15",), None, "效果评估报告", ()),
    ("效果评估报告通过评审", HEAD, (12, 25), (12, 25), (), ("T16",), YES, None, ()),
)


def tasks() -> tuple[Task, ...]:
    """Seventeen tasks, four of them milestones of a day, August to December 2026."""
    return tuple(
        Task(id=f"T{n:02}", name=name, post=post, start=date(2026, *begin), finish=date(2026, *end), measures=measures,
             after=after, milestone=milestone, output=output, alternatives=alternatives)
        for n, (name, post, begin, end, measures, after, milestone, output, alternatives) in enumerate(_TASKS, 1)
    )  # fmt: skip


RISKS = (
    Risk(id="K01", name="售后服务经理担心分级授权后补偿失控", likelihood=3, impact=3, answer="授权额度按月封顶，每月抽查一成备案单并通报", post=SERVICE),
    Risk(id="K02", name="接口开发延期", likelihood=3, impact=4, answer="先以每日批量同步过渡；关键路径每周例会盯进度", post=HEAD, alternatives=_BOTH),
    Risk(id="K03", name="客服专员认为必填清单增加登记时间", likelihood=4, impact=2, answer="清单由专员参与编制；首月不考核接听量", post=HEAD),
    Risk(id="K04", name="联合小组成员本职工作冲突", likelihood=3, impact=3, answer="按周排班，明确每日两小时响应时段，纳入部门绩效", post=HEAD,
         alternatives=_JOINT),
    Risk(id="K05", name="节点通知过多引起客户反感", likelihood=2, impact=2, answer="只发四个节点，客户可选择方式或退订", post=AGENT,
         alternatives=_JOINT),
    Risk(id="K06", name="判定后置导致责任追溯困难", likelihood=2, impact=4, answer="处理前保留照片与旧件，判定时限3个工作日", post=QUALITY,
         alternatives=_LEAN),
    Risk(id="K07", name="客户仍看不到进度，催问不减", likelihood=4, impact=4, answer="由客服专员在派单和处理完成时人工告知", post=AGENT,
         alternatives=("S01",)),
    Risk(id="K08", name="质量判定仍排队，客户查得到进度却等不到结果", likelihood=4, impact=3, answer="批量性问题优先判定，进度页注明预计时间",
         post=QUALITY, alternatives=("S03",)),
)  # fmt: skip

ALTERNATIVES = (
    Alternative(id="S01", name="流程精简方案", measures=("M01", "M02", "M05", "M06"), description="不动系统间的接口，先减审批、补清单、调判定；投入少，见效快"),
    Alternative(id="S02", name="协同平台方案", measures=("M01", "M02", "M03", "M04", "M05", "M06", "M08"),
                description="在精简之上打通系统、开通进度查询、成立联合小组；七个根因都有措施"),
    Alternative(id="S03", name="客户透明方案", measures=("M01", "M04", "M05", "M08"), description="先解决进度透明与跟进责任，系统接口留待下一年度"),
)  # fmt: skip
