"""The sample's issues, rating standard, causes, chains and root causes."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..schema.base import WHOLE
from ..schema.choices import Control, Dimension, IssueStatus, Rated, ReverseCheck, Treatment, Verdict, YesNo
from ..schema.improve import Cause, Chain, FiveW, Issue, RatingStandard, RootCause

_NOW, _PLAN, _LATER, _NO = Treatment.NOW, Treatment.PLANNED, Treatment.DEFERRED, Treatment.NONE
_WAITING, _BEGUN = IssueStatus.OPEN, IssueStatus.RUNNING

# Frequency follows the share of tickets that an issue meets (_FREQUENCY).
_ISSUES: tuple[tuple[Any, ...], ...] = (
    ("小额补偿与大额赔付同等审批，方案平均等待一个工作日", "efficiency", "全部投诉，6月82件", 5, 5, ("F10",),
     ("I02", "I06", "I08", "O10", "O11", "Q09", "流程平均耗时"), ("G01",), "售后服务部", _NOW, (9, 18), _BEGUN),
    ("客户无法得知处理进度，反复来电催问并重复说明情况", "experience", "全部客户；进度不透明类投诉占23%", 5, 5, (WHOLE,),
     ("I01", "I03", "I12", "Q03", "Q06", "处理进度不透明"), ("G03",), "客户服务部", _NOW, (10, 16), _BEGUN),
    ("登记信息不完整，三成工单退回补充", "quality", "受理环节全部工单，其中三成退回", 4, 5, ("F02", "F03"),
     ("I02", "I05", "O02", "O03", "退回补充率"), ("G01", "G02"), "客户服务部", _PLAN, (9, 11), _BEGUN),
    ("质量判定集中处理，单据平均排队一个半工作日", "efficiency", "技术类投诉，占55%", 4, 5, ("F07",),
     ("I07", "O08", "维修超时"), ("G01",), "质量管理部", _PLAN, (9, 30), _WAITING),
    ("同一客户就同一问题重复投诉，重复投诉率超过目标", "quality", "每月约12件，占17.5%", 5, 3, ("F11", "F13"),
     ("重复投诉率", "重复报修", "Q04"), ("G02",), "技术支持部", _PLAN, (10, 30), _BEGUN),
    ("客户信息在两处重复录入", "cost", "全部工单，每单多录约6分钟", 3, 5, ("F02",), ("I01", "O01"), ("G04",), "客户服务部",
     _PLAN, (11, 13), _WAITING),
    ("分类标准不清，转错部门后退回重派", "quality", "约一成工单", 3, 3, ("F04", "F05"), ("I04", "O05"), ("G01",),
     "客户服务部", _PLAN, (9, 11), _BEGUN),
    ("处理完成后次日才反馈客户", "experience", "全部客户", 3, 5, ("F12",), ("I10", "O13"), ("G03",), "客户服务部", _PLAN,
     (10, 16), _WAITING),
    ("工程师重复询问已登记的故障现象", "efficiency", "技术类投诉，占55%", 2, 5, ("F06",), ("I05", "O06", "O07"), ("G01",),
     "技术支持部", _PLAN, (11, 13), _WAITING),
    ("备件需求到执行环节才提出，临时改约时间", "efficiency", "配件缺货类投诉，每月约4件", 4, 2, ("F11",),
     ("I06", "I09", "O12", "配件缺货"), ("G01",), "售后服务部", _PLAN, (11, 13), _WAITING),
    ("不满意单的跟进责任不明，两头都不管", "quality", "反馈不满意的投诉，约两成", 3, 4, ("F13",), ("I08", "I10"),
     ("G02",), "客户服务部", _PLAN, (8, 31), _BEGUN),
    ("服务核查逐表翻查，每单约40分钟", "cost", "服务类投诉，占45%", 3, 5, ("F08",), ("I08", "O09"), ("G04",), "售后服务部",
     _PLAN, (11, 13), _WAITING),
    ("回访名单手工整理，回访不及时", "cost", "全部客户", 2, 5, ("F14",), ("I03", "O14", "O15"), ("G04",), "客户服务部",
     _PLAN, (10, 16), _WAITING),
    ("考核只看接听量，不看一次解决率", "quality", "全体客服专员，按月考核", 4, 2, ("F04",), ("I12", "一次解决率"), ("G02",),
     "客户服务部", _LATER, (3, 31), _WAITING),
    ("门店渠道的投诉单格式与其他渠道不同", "efficiency", "门店渠道，占17%", 2, 3, ("F01",), ("T20260017",), (),
     "客户服务部", _LATER, None, _WAITING),
    ("夜间来电无人接听，次日才登记", "experience", "夜间来电客户，每月不足3件", 2, 1, ("F01", "F02"), ("首次响应时长",), ("G03",),
     "客户服务部", _NO, None, None),
)  # fmt: skip

_REASONS = {
    "P14": "考核办法须与人力资源部年度修订同步，列入2027年一季度",
    "P15": "门店系统将于2027年统一更换，届时一并解决",
    "P16": "夜间来电每月不足3件，增设夜班成本高于收益",
}


def issues() -> tuple[Issue, ...]:
    """Sixteen issues: four core by the matrix and one raised by hand."""
    rows = []
    for n, given in enumerate(_ISSUES, 1):
        text, kind, scope, impact, frequency, steps, evidence, aims, owner, treatment, due, status = given
        key = f"P{n:02}"
        raised = key == "P05"
        year = 2027 if treatment is _LATER else 2026
        rows.append(
            Issue(id=key, description=text, kind=kind, scope=scope, impact=impact, frequency=frequency, steps=steps,
                  evidence=evidence, goals=aims, department=owner, found=date(2026, 7, 1 + n // 3),
                  core_override=YesNo.YES if raised else None,
                  override_reason="直接影响优化目标G02，且重复投诉最易升级为媒体曝光" if raised else None,
                  treatment=treatment, deferral_reason=_REASONS.get(key), due=date(year, *due) if due else None,
                  status=status)
        )  # fmt: skip
    return tuple(rows)


_IMPACT = ("个别人员感到不便，不影响结果", "局部返工，不影响客户", "客户可察觉，需额外解释", "客户明显不满或处理明显延误",
           "引起投诉升级、赔付或声誉损失")  # fmt: skip
_FREQUENCY = ("不到5%的工单", "5%以上的工单；不按单发生的，每月一次", "10%以上的工单；不按单发生的，每周一次",
              "20%以上的工单；不按单发生的，每周多次", "30%以上的工单；不按单发生的，每天")  # fmt: skip


def rating() -> tuple[RatingStandard, ...]:
    """What 1 to 5 mean in this project."""
    return tuple(
        RatingStandard(what=what, level=level, meaning=meaning)
        for what, meanings in ((Rated.IMPACT, _IMPACT), (Rated.FREQUENCY, _FREQUENCY))
        for level, meaning in enumerate(meanings, 1)
    )


FIVE_W = (
    FiveW(issue="P01", what="补偿与赔付方案一律等待审批", where="F10 方案审批（售后服务部）", when="工作日全天，审批人外出时尤甚",
          who="售后服务经理；受影响的是客服主管、工程师和客户", why="审批平均等待1个工作日，与执行处理同为等待最长的步骤（按每单平均，含重做各1.25个工作日）",
          how="每次平均等待1个工作日；两成方案因客户不满意重做，再批一次"),
    FiveW(issue="P02", what="客户看不到处理进度", where="登记之后至结果反馈之前", when="等待超过两天即开始催问",
          who="客户；客服专员每日接听催问电话", why="进度不透明类投诉占全部投诉的23%，居第二位",
          how="问卷“能够及时了解处理进度”，客户平均2.2分（满分5分）"),
    FiveW(issue="P03", what="工单信息不完整", where="F02 信息登记、F03 信息是否完整", when="登记时，各时段都有", who="客服专员",
          why="三成工单须退回补充，后续各环节随之延误", how="30%的工单至少退回一次"),
    FiveW(issue="P04", what="判定单排队", where="F07 质量判定", when="非集中判定日", who="质量工程师", why="占技术类投诉总历时的近两成",
          how="平均排队1.5个工作日"),
    FiveW(issue="P05", what="同一问题重复投诉", where="结果反馈之后", when="处理完成后一个月内", who="客户", why="重复投诉率列为优化目标（G02），且重复投诉最易升级",
          how="半年平均重复投诉率约17.5%"),
)  # fmt: skip

_P, _MA, _I, _ME, _E, _T = (
    Dimension.PEOPLE, Dimension.MACHINE, Dimension.MATERIAL, Dimension.METHOD, Dimension.ENVIRONMENT,
    Dimension.MEASUREMENT,
)  # fmt: skip
_YES, _OUT, _OPEN = Verdict.CONFIRMED, Verdict.EXCLUDED, Verdict.PENDING

_CAUSES: tuple[tuple[str, str, Dimension, str, str | None, Verdict, str | None], ...] = (
    ("P01", "C01", _ME, "未按金额分级授权", None, _YES, "抽查5月受理的76单，63单金额在200元及以下"),
    ("P01", "C02", _ME, "审批规则自2019年起未修订", "C01", _YES, "流程文件末次修订日期为2019-03"),
    ("P01", "C03", _P, "审批人只有一名，外出无人代理", None, _YES, "现场观察到审批人外出一天，3份方案无人处理（O11）"),
    ("P01", "C04", _MA, "办公系统无移动审批提醒", None, _OPEN, None),
    ("P01", "C05", _I, "方案附件不全，退回补充", None, _OUT, "同一批76单中仅2单因附件退回"),
    ("P01", "C06", _T, "未统计审批停留时长", None, _YES, "月报中无该指标"),
    ("P02", "C07", _MA, "客服与技术系统不通，进度无法同步", None, _YES, "两系统无接口，结果由人工抄录（I05）"),
    ("P02", "C08", _MA, "没有面向客户的查询入口", "C07", _YES, "公众号现有菜单核查"),
    ("P02", "C09", _ME, "未规定节点告知的时限", None, _YES, "服务规范全文无告知时限条款"),
    ("P02", "C10", _P, "专员不愿主动告知", None, _OUT, "录音抽查40通，38通有主动告知意愿"),
    ("P02", "C11", _E, "部门分处两地，沟通靠电话", None, _OPEN, None),
    ("P02", "C12", _I, "转办后工单状态不回写", None, _YES, "抽查30单，27单状态停在“已转办”"),
    ("P03", "C13", _ME, "没有按投诉类型的必填清单", None, _YES, "登记规范只列4项通用字段"),
    ("P03", "C14", _MA, "登记界面不校验序列号", None, _YES, "测试录入空序列号可以提交"),
    ("P03", "C15", _P, "新员工不熟悉产品", None, _OPEN, None),
    ("P03", "C16", _T, "考核接听量，不考核登记质量", None, _YES, "绩效表中无登记完整率"),
    ("P03", "C17", _E, "高峰时段话务集中", None, _OUT, "高峰与平峰退回率分别为31%和29%"),
    ("P04", "C18", _ME, "判定每周集中三次", None, _YES, "质量部排班表"),
    ("P04", "C19", _ME, "判定范围没有书面界线", "C18", _YES, "流程文件未规定哪些投诉须判定（I07）"),
    ("P04", "C20", _P, "判定人员不足", None, _OUT, "判定工时利用率仅62%"),
    ("P04", "C21", _I, "诊断意见格式不一，需往返确认", None, _YES, "抽查40份诊断意见，13份需补充"),
    ("P05", "C22", _ME, "处理后不验证故障是否消除", None, _YES, "处理记录无复测项"),
    ("P05", "C23", _I, "同批次问题未归并分析", None, _YES, "6月11起重复投诉中5起为同一批次"),
    ("P05", "C24", _ME, "不满意单的跟进责任没有规定", None, _YES, "岗位职责书均未提及（I08）"),
    ("P05", "C25", _P, "工程师技能差异", None, _OPEN, None),
    ("P05", "C26", _MA, "历史投诉不在同一系统，工程师看不到", None, _YES, "技术支持平台无投诉历史页"),
)  # fmt: skip


_METHODS = {
    **dict.fromkeys(("C01", "C05", "C10", "C12", "C21", "C23"), "抽样核查"),
    **dict.fromkeys(("C07", "C08", "C14", "C26"), "上机核对"),
    **dict.fromkeys(("C17", "C20"), "数据统计"),
    "C03": "现场观察",
}


def causes() -> tuple[Cause, ...]:
    """Five fishbones, one a core issue."""
    return tuple(
        Cause(issue=issue, id=key, dimension=bone, text=text, parent=parent, verdict=verdict,
              method=_METHODS.get(key, "查阅文件") if verdict is not _OPEN else None, evidence=evidence,
              checker="流程改进小组" if evidence else None, day=date(2026, 7, 15) if evidence else None)
        for issue, key, bone, text, parent, verdict, evidence in _CAUSES
    )  # fmt: skip


_PASS = ReverseCheck.PASSED

# A chain ends in the words of the root cause drawn from it: one code, one text.
_R = {
    "R01": "没有定期评审制度的机制，不分金额、不设代理的规定沿用至今",
    "R02": "两部门各自立项建系统，客服与技术两套系统没有同步机制，状态与信息靠人工传递",
    "R03": "服务规范按内部考核编写，没有规定让客户随时了解进度",
    "R04": "登记规范由客服单独编写，没有汇总处理部门需要的信息",
    "R05": "判定制度沿用产品检验的做法，没有划定哪些投诉须判定",
    "R06": "处理规范以处理完成为终点，不以故障消除为终点",
    "R07": "岗位职责按部门编写，跨部门投诉没有牵头岗位",
}

CHAINS = (
    Chain(id="W01", issue="P01", start="C01", reverse=_PASS, whys=(
        "授权规则只写“方案由售后服务经理审批”", "授权规则自2019年起未修订", _R["R01"])),
    Chain(id="W02", issue="P01", start="C03", reverse=_PASS, whys=(
        "授权规则只指定一名审批人", "授权规则没有代理审批的条款", _R["R01"])),
    Chain(id="W03", issue="P02", start="C07", reverse=_PASS, whys=(
        "处理结果不自动回到客服系统", "两套系统之间没有接口", _R["R02"])),
    Chain(id="W04", issue="P02", start="C09", reverse=_PASS, whys=(
        "服务规范只规定最终答复时限", _R["R03"])),
    Chain(id="W05", issue="P03", start="C13", reverse=_PASS, whys=(
        "登记规范只列4项通用字段", _R["R04"])),
    Chain(id="W06", issue="P04", start="C18", reverse=_PASS, whys=(
        "凡涉及技术的投诉一律送判定，单量大，只能集中", "判定范围没有书面界线", _R["R05"])),
    Chain(id="W07", issue="P05", start="C22", reverse=ReverseCheck.FAILED, whys=(
        "处理规范不含复测要求", _R["R06"])),
    Chain(id="W08", issue="P05", start="C24", reverse=_PASS, whys=(
        "客服与售后都认为不归自己", "岗位职责书没有规定由谁跟到底", _R["R07"])),
)  # fmt: skip

ROOTS = (
    RootCause(id="R01", issues=("P01",), sources=("W01", "W02", "C01"), description=_R["R01"],
              dimension=_ME, value=83.0, unit="%", evidence="5月受理的76单中63单在200元及以下，仍逐级审批", control=Control.FULL),
    RootCause(id="R02", issues=("P02", "P03", "P06", "P09", "P10", "P12", "P13"), sources=("W03", "C07", "C12"),
              description=_R["R02"], dimension=_MA, value=2.0, unit="工作日",
              evidence="状态回写平均晚2个工作日", control=Control.PARTIAL),
    RootCause(id="R03", issues=("P02", "P08"), sources=("W04", "C09"), description=_R["R03"],
              dimension=_ME, evidence="服务规范全文核查", control=Control.FULL),
    RootCause(id="R04", issues=("P03", "P07"), sources=("W05", "C13", "C14"), description=_R["R04"],
              dimension=_ME, value=30.0, unit="%", evidence="三成工单退回补充", control=Control.FULL),
    RootCause(id="R05", issues=("P04",), sources=("W06", "C19"), description=_R["R05"],
              dimension=_ME, value=1.5, unit="工作日", evidence="判定单平均排队1.5个工作日", control=Control.PARTIAL),
    RootCause(id="R06", issues=("P05",), sources=("W07", "C22", "C23"), description=_R["R06"],
              dimension=_ME, value=5.0, unit="件", evidence="6月11起重复投诉中5起为同一批次", control=Control.FULL),
    RootCause(id="R07", issues=("P05", "P11"), sources=("W08", "C24"), description=_R["R07"],
              dimension=_P, evidence="岗位职责书均未规定", control=Control.FULL),
)  # fmt: skip
