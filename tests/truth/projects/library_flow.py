"""The library's survey: the form, the flow of interlending, who was asked and what was counted."""

from __future__ import annotations

from datetime import date

from fixdocs.schema.base import WHOLE
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
)
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
)

CLERK, FINDER, HEAD, MONEY = "馆际互借员", "文献传递馆员", "借阅部主任", "财务员"
LENDING, SUBJECT, FINANCE = "借阅部", "学科服务部", "财务室"
YES, NO = YesNo.YES, YesNo.NO
LOW, HIGH = Direction.LOWER, Direction.HIGHER

INFO = ProjectInfo(
    name="馆际互借流程优化", process="馆际互借与文献传递", organisation="江岚大学图书馆", department=LENDING,
    leader="沈砚秋", author="互借改进小组", reviewer="分管副馆长", approver="馆长", version="1.0版",
    report_date=date(2026, 10, 15), survey_from=date(2026, 9, 1), survey_to=date(2026, 9, 18),
    data_from=date(2026, 3, 1), data_to=date(2026, 8, 31), occasions=(Occasion.COMPLAINTS, Occasion.GROWTH),
    background="本馆每年承接约1200件互借申请，其中约三成须向境外图书馆借入。读者反映等书时间长、费用事先不知。",
    hours_per_day=7.5, day_rate=360,
)  # fmt: skip

REVISIONS = (Revision(version="1.0版", day=date(2026, 10, 15), person="互借改进小组", change="首次成稿"),)

_DUE = date(2027, 3, 31)

GOALS = (
    Goal(id="G01", kind=GoalKind.EFFICIENCY, description="缩短读者从申请到取书的时间", indicator="平均办结时长", unit="工作日",
         direction=LOW, baseline=9.6, target=6.0, due=_DUE),
    Goal(id="G02", kind=GoalKind.QUALITY, description="减少因书目信息不全的退回", indicator="退回补充率", unit="%", direction=LOW,
         baseline=26, target=10, due=_DUE),
    Goal(id="G03", kind=GoalKind.EXPERIENCE, description="让读者对互借服务更满意", indicator="读者满意度", unit="%",
         direction=HIGH, baseline=62, target=85, due=_DUE),
    Goal(id="G04", kind=GoalKind.COST, description="降低每件申请的费用", indicator="单件平均费用", unit="元", direction=LOW,
         baseline=38, target=30, due=_DUE),
    Goal(id="G05", kind=GoalKind.RISK, description="杜绝境外原书逾期归还", indicator="原书逾期归还次数", unit="次", direction=LOW,
         baseline=6, target=0, due=date(2026, 12, 31)),
)  # fmt: skip

_TALK, _FORM, _SITE, _DATA = (
    SurveyMethod.INTERVIEW,
    SurveyMethod.QUESTIONNAIRE,
    SurveyMethod.OBSERVATION,
    SurveyMethod.DATA,
)

PARTIES = (
    Party(kind=PartyKind.FRONT_LINE, group="互借与传递馆员", department=LENDING, methods=(_TALK, _FORM, _SITE), planned=6,
          actual=4, sent=12, returned=12, valid=11),
    Party(kind=PartyKind.CUSTOMER, group="近一年申请过互借的读者", methods=(_FORM, _DATA), sent=300, returned=41, valid=38),
    Party(kind=PartyKind.DEPARTMENT, group="财务室与学科服务部", methods=(_TALK,), planned=2, actual=3),
    Party(kind=PartyKind.MANAGEMENT, group="馆领导", methods=(_TALK,), planned=1, actual=1),
)  # fmt: skip

_MIN, _HOUR, _WORK, _DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.WORKDAYS, TimeUnit.DAYS
_SEEN, _SYSTEM, _GUESS = DurationSource.MEASURED, DurationSource.SYSTEM, DurationSource.ESTIMATE
_ADD, _NEED, _NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE
_PORTAL = "互借平台"

STEPS = (
    Step(id="F01", name="提交互借申请", kind=StepKind.START, post=CLERK, department=LENDING, system=_PORTAL, approval=NO,
         customer=YES, outputs="互借申请单"),
    Step(id="F02", name="核对书目信息", kind=StepKind.ACTIVITY, post=CLERK, department=LENDING, touch=15, touch_unit=_MIN,
         wait=3, wait_unit=_HOUR, source=_SEEN, inputs="互借申请单", outputs="核对过的申请单", system=_PORTAL, approval=NO,
         customer=NO, value=_NEED),
    Step(id="F03", name="书目信息是否完整", kind=StepKind.DECISION, post=CLERK, department=LENDING, touch=2, touch_unit=_MIN,
         source=_SEEN, approval=NO, value=_NEED,
         exits=(Exit(target="F05", result="完整", share=0.75), Exit(target="F04", result="不完整", share=0.25))),
    Step(id="F04", name="退回补充书目信息", kind=StepKind.ACTIVITY, post=CLERK, department=LENDING, touch=6,
         touch_unit=_MIN, wait=2, wait_unit=_DAY, source=_GUESS, system="邮件", approval=NO, customer=YES, value=_NONE,
         exits=(Exit(target="F02"),)),
    Step(id="F05", name="查源与核费并行", kind=StepKind.FORK, post=FINDER, department=SUBJECT, wait=60, wait_unit=_MIN,
         source=_GUESS, approval=NO, exits=(Exit(target="F06"), Exit(target="F07"))),
    Step(id="F06", name="查找可供馆", kind=StepKind.ACTIVITY, post=FINDER, department=SUBJECT, touch=25, touch_unit=_MIN,
         wait=2, wait_unit=_HOUR, source=_SEEN, inputs="核对过的申请单", outputs="可供馆名单", system="联合目录", approval=NO,
         value=_ADD, exits=(Exit(target="F08"),)),
    Step(id="F07", name="核对读者经费", kind=StepKind.ACTIVITY, post=MONEY, department=FINANCE, touch=10, touch_unit=_MIN,
         wait=1, wait_unit=_WORK, source=_GUESS, inputs="核对过的申请单", outputs="经费核对单", approval=YES, value=_NEED),
    Step(id="F08", name="查源与核费汇合", kind=StepKind.JOIN, post=FINDER, department=SUBJECT, approval=NO),
    Step(id="F09", name="由何处供应", kind=StepKind.DECISION, post=FINDER, department=SUBJECT, touch=5, touch_unit=_MIN,
         source=_SEEN, approval=NO, customer=NO, value=_NEED,
         exits=(Exit(target="F10", result="国内馆可供", share=0.6), Exit(target="F12", result="转境外馆", share=0.3),
                Exit(target="F17", result="无馆可供", share=0.1))),
    Step(id="F10", name="向国内馆下单", kind=StepKind.ACTIVITY, post=FINDER, department=SUBJECT, touch=12, touch_unit=_MIN,
         wait=4, wait_unit=_HOUR, source=_SYSTEM, inputs="可供馆名单", outputs="国内借书单", system="邮件", approval=NO,
         value=_ADD),
    Step(id="F11", name="等国内馆寄到", kind=StepKind.ACTIVITY, post=FINDER, department=SUBJECT, touch=5, touch_unit=_MIN,
         wait=3, wait_unit=_DAY, source=_SYSTEM, approval=NO, value=_NONE, exits=(Exit(target="F14"),)),
    Step(id="F12", name="境外订购审批", kind=StepKind.ACTIVITY, post=HEAD, department=LENDING, touch=10, touch_unit=_MIN,
         wait=1.5, wait_unit=_WORK, source=_SYSTEM, inputs="可供馆名单、报价", outputs="批准的订单", system="办公系统",
         approval=YES, customer=NO, value=_NONE, regulation="单笔境外付款须由部门负责人签批"),
    Step(id="F13", name="等境外馆寄到", kind=StepKind.ACTIVITY, post=FINDER, department=SUBJECT, touch=20, touch_unit=_MIN,
         wait=7, wait_unit=_DAY, source=_SYSTEM, system="境外供应馆网站", approval=NO, value=_NONE),
    Step(id="F14", name="到馆验收登记", kind=StepKind.ACTIVITY, post=CLERK, department=LENDING, touch=15, touch_unit=_MIN,
         wait=0.5, wait_unit=_WORK, source=_SEEN, inputs="到馆原书或复制件", outputs="验收记录", system=_PORTAL, approval=NO,
         value=_NEED),
    Step(id="F15", name="通知取书并收费", kind=StepKind.ACTIVITY, post=CLERK, department=LENDING, touch=8, touch_unit=_MIN,
         wait=4, wait_unit=_HOUR, source=_SEEN, inputs="验收记录", outputs="收费单", system="电话", approval=NO, customer=YES,
         value=_ADD),
    Step(id="F16", name="读者取书", kind=StepKind.END, post=CLERK, department=LENDING, approval=NO, customer=YES),
    Step(id="F17", name="谢绝办理", kind=StepKind.END, post=FINDER, department=SUBJECT, approval=NO, customer=YES),
)  # fmt: skip


def _months(*values: float | None) -> dict[int, float]:
    return {n: value for n, value in enumerate(values, 1) if value is not None}


INDICATORS = (
    Indicator(name="平均办结时长", unit="工作日", direction=LOW, target=6, source=_PORTAL,
              months=_months(7.0, 7.4, 7.9, 8.3, 8.8, 9.6)),
    Indicator(name="境外到馆天数", unit="天", direction=LOW, target=25, source="境外供应馆账单",
              months=_months(30, None, 44, None, None, 58)),
    Indicator(name="月末在途件数", unit="件", direction=LOW, target=25, source=_PORTAL,
              months=_months(20, 35, 50, 40, 30, 20)),
    Indicator(name="境外供应馆数", unit="家", direction=HIGH, target=12, source="合作协议",
              months=_months(8, 8, 8, 8, 8, 8)),
    Indicator(name="退回补充率", unit="%", direction=LOW, target=10, source=_PORTAL,
              months=_months(18, 20, 19, 23, 25, 26)),
    Indicator(name="读者满意度", unit="%", direction=HIGH, target=85, source="取书时评价",
              months=_months(62, 68, 71, 74, 73, 76)),
    Indicator(name="境外申请量", unit="件", months=_months(12, 15, 9, 14, 18, 16)),
)  # fmt: skip

COMPLAINTS = tuple(
    Complaint(kind=kind, count=9) for kind in ("到书太慢", "费用事先不知", "谢绝不说理由", "漏发到书通知", "原书受损")
)

_FRONT, _DEPT, _TOP = PartyKind.FRONT_LINE, PartyKind.DEPARTMENT, PartyKind.MANAGEMENT
_PAIN, _BRIGHT, _IDEA, _WISH = Nature.PAIN, Nature.BRIGHT, Nature.SUGGESTION, Nature.STRATEGY

_TALKS: tuple[tuple[str, PartyKind, str, str, Nature, str, tuple[str, ...], str | None], ...] = (
    ("I01", _FRONT, "馆际互借员（甲）", "书目核对", _PAIN, "申请页面只要求书名，版次和ISBN常常缺着，只能写信问读者。", ("F02", "F04"),
     "一本书同名五个版本，读者自己也说不清。"),
    ("I01", _FRONT, "馆际互借员（甲）", "到书通知", _PAIN, "到书后逐个打电话，读者上课不接，常要打三四次。", ("F15",), None),
    ("I02", _FRONT, "馆际互借员（乙）", "书目核对", _PAIN, "同一申请退回两次以上的并不少见。", ("F03", "F04"), None),
    ("I02", _FRONT, "馆际互借员（乙）", "验收登记", _BRIGHT, "原书到馆即拍照留底，破损争议比往年少。", ("F14",), None),
    ("I03", _FRONT, "文献传递馆员（甲）", "境外订购", _PAIN, "三百元以下的境外订单也要等主任签批。", ("F12",), "二十欧元的一章复印件，等签字比等书还烦。"),
    ("I03", _FRONT, "文献传递馆员（甲）", "国内下单", _IDEA, "联盟平台已能直接下单，不必再发邮件。", ("F10",), None),
    ("I04", _FRONT, "文献传递馆员（乙）", "谢绝答复", _PAIN, "查不到可供馆时只发一句谢绝，读者会再来申请一遍。", ("F09", "F17"), None),
    ("I05", _DEPT, "财务员", "经费核对", _PAIN, "经费本每天下午才统一核对一次。", ("F07",), None),
    ("I06", _DEPT, "学科馆员（甲）", "费用说明", _PAIN, "老师常问要花多少钱，我们只能等账单来了再说。", (WHOLE,), None),
    ("I07", _DEPT, "学科馆员（乙）", "费用说明", _IDEA, "下单前给一个费用区间就够了。", ("F12", "F15"), None),
    ("I08", _TOP, "分管副馆长", "服务定位", _WISH, "互借是小众服务，但要让用到它的老师觉得可靠。", (WHOLE,), None),
)  # fmt: skip

INTERVIEWS = tuple(
    Interview(id=key, party=party, topic=topic, nature=nature, content=content, interviewee=person,
              day=date(2026, 9, int(key[1:])), interviewer="互借改进小组", steps=steps, quote=quote)
    for key, party, person, topic, nature, content, steps, quote in _TALKS
)  # fmt: skip

_LIKERT = QuestionKind.LIKERT

QUESTIONS = (
    Question(id="Q01", text="互借申请页面容易填写", kind=_LIKERT, scale=5, dimension="申请", wording=Wording.POSITIVE),
    Question(id="Q02", text="对互借服务总体满意", kind=_LIKERT, scale=10, dimension="满意度", wording=Wording.POSITIVE),
    Question(id="Q03", text="要反复补充书目信息", kind=_LIKERT, scale=5, dimension="申请", wording=Wording.REVERSE),
    Question(id="Q04", text="收费标准清楚", kind=_LIKERT, scale=10, dimension="满意度", wording=Wording.POSITIVE),
    Question(id="Q05", text="愿意向同事或同学推荐互借服务", kind=QuestionKind.NPS, dimension="推荐"),
    Question(id="Q06", text="最想先改进哪一环", kind=QuestionKind.SINGLE, options="填写申请、等书、取书、付费、其他"),
    Question(id="Q07", text="希望用什么方式收到到书通知", kind=QuestionKind.MULTIPLE, options="短信、邮件、校园应用"),
    Question(id="Q08", text="还有什么建议", kind=QuestionKind.OPEN),
)  # fmt: skip

_ODD, _AGAIN, _WAIT = ObservationKind.ABNORMAL, ObservationKind.REPEATED, ObservationKind.WAITING

OBSERVATIONS = (
    Observation(id="O01", kind=_AGAIN, description="同一申请两次发信询问版次", step="F04", day=date(2026, 9, 8), times=4,
                duration=9, duration_unit=_MIN, observer="沈砚秋"),
    Observation(id="O02", kind=_WAIT, description="境外订单在主任桌上过夜", step="F12", day=date(2026, 9, 9), times=3,
                duration=1, duration_unit=_WORK, case="J0012", observer="沈砚秋"),
    Observation(id="O03", kind=_WAIT, description="境外包裹在海关滞留", step="F13", day=date(2026, 9, 10), times=1, duration=4,
                duration_unit=_DAY),
    Observation(id="O04", kind=_ODD, description="到书通知漏发，读者自行来问才得知", step="F15", day=date(2026, 9, 10), times=2),
    Observation(id="O05", kind=_WAIT, description="申请单积到下午统一核费", step="F07", day=date(2026, 9, 11), times=5,
                duration=3.5, duration_unit=_HOUR),
)  # fmt: skip
