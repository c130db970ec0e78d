"""The sample's interviews, questionnaire items and observations."""

from __future__ import annotations

from datetime import date

from ..schema.base import WHOLE
from ..schema.choices import Nature, ObservationKind, PartyKind, QuestionKind, TimeUnit, Wording
from ..schema.survey import Interview, Observation, Question

_PEOPLE = {
    "I01": (PartyKind.FRONT_LINE, "客服专员（甲）", date(2026, 6, 9)),
    "I02": (PartyKind.FRONT_LINE, "客服专员（乙）", date(2026, 6, 9)),
    "I03": (PartyKind.FRONT_LINE, "客服专员（丙）", date(2026, 6, 10)),
    "I04": (PartyKind.FRONT_LINE, "客服专员（丁）", date(2026, 6, 10)),
    "I05": (PartyKind.FRONT_LINE, "技术支持工程师（甲）", date(2026, 6, 11)),
    "I06": (PartyKind.FRONT_LINE, "技术支持工程师（乙）", date(2026, 6, 11)),
    "I07": (PartyKind.DEPARTMENT, "质量工程师", date(2026, 6, 15)),
    "I08": (PartyKind.DEPARTMENT, "售后服务经理", date(2026, 6, 15)),
    "I09": (PartyKind.DEPARTMENT, "备件计划员", date(2026, 6, 16)),
    "I10": (PartyKind.DEPARTMENT, "区域售后主管", date(2026, 6, 17)),
    "I11": (PartyKind.MANAGEMENT, "运营总监", date(2026, 6, 22)),
    "I12": (PartyKind.MANAGEMENT, "客服负责人", date(2026, 6, 23)),
}

_PAIN, _BRIGHT, _IDEA, _WISH = Nature.PAIN, Nature.BRIGHT, Nature.SUGGESTION, Nature.STRATEGY

_FINDINGS: tuple[tuple[str, str, Nature, str, tuple[str, ...], str | None], ...] = (
    ("I01", "信息登记", _PAIN, "客户信息要在工单系统和电子表格里各录一遍，每单多花约6分钟。", ("F02",),
     "同一张单录两遍，录完还得对一遍。"),
    ("I01", "进度查询", _PAIN, "客户来电催问时看不到技术部门的处理进度，只能再打电话去问。", (WHOLE,), None),
    ("I01", "信息登记", _IDEA, "登记界面应按投诉类型提示必填项，减少退回补充。", ("F03",), None),
    ("I02", "信息登记", _PAIN, "登记时没有统一的必填清单，约三成工单因信息不全被退回补充。", ("F02", "F03"), None),
    ("I02", "方案审批", _PAIN, "赔付方案无论金额大小都要等售后服务经理审批，平均要等一个工作日。", ("F10",),
     "二十块钱的运费补偿也要等经理批。"),
    ("I02", "服务态度", _BRIGHT, "客服团队每日晨会复盘前一日的投诉录音，新人上手较快。", (), None),
    ("I03", "进度查询", _PAIN, "客户每次来电都要重新说明情况，情绪容易激化。", (WHOLE,), None),
    ("I03", "客户回访", _PAIN, "回访名单靠手工表格整理，常在反馈后第二天才打出电话。", ("F14",), None),
    ("I04", "分类转办", _PAIN, "分类标准不清，转错部门后要退回主管重新分派。", ("F04", "F05"), None),
    ("I04", "进度查询", _IDEA, "希望客户能在公众号上自助查询处理节点。", (WHOLE,), None),
    ("I05", "技术诊断", _PAIN, "转办单经常缺产品序列号和故障照片，要再联系客户核实。", ("F02", "F06"),
     "没有序列号，我连保修期都查不到。"),
    ("I05", "系统割裂", _PAIN, "技术支持平台与客服工单系统不通，处理结果要由客服再抄录一次。", ("F12",), None),
    ("I05", "技术诊断", _IDEA, "常见故障可由客服按诊断手册当场答复，不必转技术。", ("F05",), None),
    ("I06", "备件供应", _PAIN, "执行处理前才发现没有备件，只能改约时间。", ("F11",), None),
    ("I06", "方案审批", _PAIN, "审批期间工程师空等，批下来往往要重新约客户。", ("F10",), None),
    ("I06", "技术诊断", _BRIGHT, "重大故障可直接拉群会诊，当天能给出结论。", ("F06",), None),
    ("I07", "质量判定", _PAIN, "判定每周只集中处理三次，其余时间单据排队等候。", ("F07",), None),
    ("I07", "职责不清", _PAIN, "服务类与质量类投诉的界线没有书面规定，同一类问题有时判定、有时不判定。", ("F05", "F07"), None),
    ("I07", "质量判定", _IDEA, "批量性问题集中判定一次即可，不必逐单进行。", ("F07",), None),
    ("I08", "方案审批", _PAIN, "每月审批八十来单，多数是小额补偿，真正要把关的不到两成。", ("F10",), None),
    ("I08", "职责不清", _PAIN, "反馈不满意的单子由客服还是售后跟进没有规定，容易两头都不管。", ("F12", "F13"), None),
    ("I08", "系统割裂", _PAIN, "服务核查要翻三张电子表格，核对一单约40分钟。", ("F08",), None),
    ("I09", "备件供应", _PAIN, "备件需求到执行环节才传过来，平均晚两个工作日。", ("F11",), None),
    ("I09", "备件供应", _BRIGHT, "常用备件实行安全库存后，缺货次数比去年少了一半。", ("F11",), None),
    ("I10", "结果反馈", _PAIN, "现场处理完成后要等客服次日汇总才反馈客户。", ("F12",), None),
    ("I10", "职责不清", _PAIN, "跨部门投诉没有牵头人，催办全凭个人关系。", ("F13",), "谁声音大，谁的单子先办。"),
    ("I11", "战略方向", _WISH, "把投诉处理周期压到一周以内，作为今年服务口碑的硬指标。", (WHOLE,), None),
    ("I11", "战略方向", _WISH, "不靠增加人手，先理顺流程、打通系统。", (WHOLE,), None),
    ("I12", "进度查询", _WISH, "处理进度要对客户透明，让客户随时看得到。", (WHOLE,), None),
    ("I12", "指标考核", _PAIN, "现有考核只看接听量，不看一次解决率，专员倾向于尽快转走。", ("F04",), None),
)  # fmt: skip


def interviews() -> tuple[Interview, ...]:
    """Twelve interviews with thirty findings, a row a finding."""
    rows = []
    for number, topic, nature, content, steps, quote in _FINDINGS:
        party, person, day = _PEOPLE[number]
        rows.append(
            Interview(id=number, party=party, topic=topic, nature=nature, content=content, day=day,
                      interviewee=person, interviewer="流程改进小组", steps=steps, quote=quote)
        )  # fmt: skip
    return tuple(rows)


_LIKERT = QuestionKind.LIKERT

QUESTIONS = (
    Question(id="Q01", text="投诉渠道方便、容易找到", kind=_LIKERT, scale=5, dimension="受理便利", wording=Wording.POSITIVE),
    Question(id="Q02", text="投诉处理速度令人满意", kind=_LIKERT, scale=5, dimension="处理效率", wording=Wording.POSITIVE),
    Question(id="Q03", text="能够及时了解处理进度", kind=_LIKERT, scale=5, dimension="过程透明", wording=Wording.POSITIVE),
    Question(id="Q04", text="处理结果解决了我的问题", kind=_LIKERT, scale=5, dimension="处理质量", wording=Wording.POSITIVE),
    Question(id="Q05", text="工作人员态度友善、耐心", kind=_LIKERT, scale=5, dimension="服务态度", wording=Wording.POSITIVE),
    Question(id="Q06", text="需要向不同的人重复说明情况", kind=_LIKERT, scale=5, dimension="过程透明",
             wording=Wording.REVERSE),
    Question(id="Q07", text="您愿意向亲友推荐我们的产品和服务吗", kind=QuestionKind.NPS, dimension="总体推荐"),
    Question(id="Q08", text="您希望以什么方式得到进度通知", kind=QuestionKind.MULTIPLE, dimension="过程透明",
             options="短信、微信、电话、小程序"),
    Question(id="Q09", text="您认为哪个环节最需要改进", kind=QuestionKind.SINGLE, dimension="处理效率",
             options="信息登记、分类转办、技术诊断、方案审批、结果反馈"),
    Question(id="Q10", text="您对投诉处理还有哪些建议", kind=QuestionKind.OPEN),
)  # fmt: skip

_ODD, _AGAIN, _WAIT, _ELSE = (
    ObservationKind.ABNORMAL,
    ObservationKind.REPEATED,
    ObservationKind.WAITING,
    ObservationKind.OTHER,
)

_SEEN: tuple[tuple[str, ObservationKind, str, int, float | None, int, str | None], ...] = (
    ("F02", _AGAIN, "同一客户信息先录入工单系统，再录入部门电子表格", 7, 6, 24, None),
    ("F02", _ODD, "登记时未问产品序列号，事后回拨客户补问", 3, 5, 24, None),
    ("F03", _AGAIN, "信息不完整的工单退回登记，专员重新联系客户", 3, 8, 24, "T20260380"),
    ("F04", _WAIT, "工单集中到上午、下午各分派一次，其余时间排队", 4, 230, 25, None),
    ("F04", _ODD, "转错部门后退回主管重新分派", 1, 35, 25, None),
    ("F06", _WAIT, "等待客户补传故障照片", 2, 180, 26, "T20260376"),
    ("F06", _AGAIN, "工程师重复询问客服已登记过的故障现象", 3, 6, 26, None),
    ("F07", _WAIT, "责任判定单排队等候集中判定", 4, 660, 26, None),
    ("F08", _AGAIN, "在三张电子表格之间逐一核对服务记录", 3, 38, 29, "T20260393"),
    ("F10", _WAIT, "小额补偿方案等待审批", 7, 470, 29, None),
    ("F10", _ODD, "审批人外出一天，方案整日无人处理", 3, 480, 30, None),
    ("F11", _ODD, "到现场后发现备件型号不符，改约时间", 1, 120, 30, "T20260364"),
    ("F12", _WAIT, "处理完成后等次日汇总再反馈客户", 5, 125, 30, None),
    ("F14", _AGAIN, "手工从三张表整理当天的回访名单", 1, 40, 30, None),
    ("F14", _ELSE, "客户在回访时已不记得处理经过", 2, None, 30, "T20260367"),
)  # fmt: skip


def observations() -> tuple[Observation, ...]:
    """Fifteen observations over five days on site; durations are minutes an occurrence."""
    return tuple(
        Observation(id=f"O{n:02}", kind=kind, description=text, step=step, day=date(2026, 6, day), times=times,
                    duration=minutes, duration_unit=TimeUnit.MINUTES if minutes else None, case=case, observer="流程改进小组")
        for n, (step, kind, text, times, minutes, day, case) in enumerate(_SEEN, 1)
    )  # fmt: skip
