"""The library's issues, causes, chains and root causes."""

from __future__ import annotations

from datetime import date
from typing import Any

from fixdocs.schema.base import WHOLE
from fixdocs.schema.choices import (
    Control,
    Dimension,
    IssueClass,
    IssueStatus,
    Rated,
    ReverseCheck,
    Treatment,
    Verdict,
    YesNo,
)
from fixdocs.schema.improve import Cause, Chain, FiveW, Issue, RatingStandard, RootCause

from .library_flow import FINANCE, LENDING, SUBJECT

_SLOW, _BAD, _FEEL, _DEAR = IssueClass.EFFICIENCY, IssueClass.QUALITY, IssueClass.EXPERIENCE, IssueClass.COST
_NOW, _PLAN, _LATER, _NO = Treatment.NOW, Treatment.PLANNED, Treatment.DEFERRED, Treatment.NONE

_ISSUES: tuple[tuple[Any, ...], ...] = (
    ("申请缺版次和ISBN，四分之一退回读者补充", _BAD, "全部申请", 4, 5, ("F02", "F03", "F04"),
     ("I01", "I02", "O01", "Q03", "退回补充率"), ("G01", "G02"), LENDING, _NOW, date(2026, 11, 30)),
    ("境外小额订单逐笔签批，过夜才批", _SLOW, "转境外的申请，约三成", 4, 4, ("F12",), ("I03", "O02"), ("G01",), LENDING, _PLAN,
     date(2026, 12, 31)),
    ("读者下单前不知道费用", _FEEL, "境外申请的读者", 5, 4, (WHOLE,), ("I06", "I07", "Q04", "费用事先不知"), ("G03",), LENDING, _PLAN,
     date(2026, 12, 31)),
    ("境外供应馆少，寄送慢", _SLOW, "转境外的申请，约三成", 5, 3, ("F13",), ("O03", "境外到馆天数", "境外供应馆数"), ("G01",), SUBJECT,
     _PLAN, date(2027, 3, 31)),
    ("经费核对每天只做一次", _SLOW, "全部申请", 3, 5, ("F07",), ("I05", "O05"), ("G01", "G04"), FINANCE, _PLAN, None),
    ("到书通知靠电话，时有漏发", _FEEL, "到馆申请，约九成", 3, 4, ("F15",), ("I01", "O04", "漏发到书通知"), ("G03",), LENDING, _PLAN,
     date(2026, 11, 30)),
    ("谢绝时不说明理由，读者重复申请", _FEEL, "无馆可供的申请，约一成", 3, 2, ("F09", "F17"), ("I04", "谢绝不说理由"), ("G03",), SUBJECT,
     _PLAN, None),
    ("国内下单靠邮件往来", _DEAR, "国内馆供应的申请，约六成", 3, 4, ("F10",), ("I03", "J0001"), ("G04",), SUBJECT, _PLAN, date(2026, 12, 31)),
    ("原书寄送途中受损", _BAD, "原书借入", 2, 2, ("F11", "F13"), ("原书受损",), ("G05",), LENDING, _LATER, None),
    ("柜台申请单字迹难辨", _BAD, "柜台渠道", 1, 2, ("F01",), (), (), LENDING, _NO, None),
)  # fmt: skip

_REASONS = {"P09": "待明年邮寄合同到期后一并更换包装", "P10": "柜台申请逐年减少，不单独处理"}

ISSUES = tuple(
    Issue(id=f"P{n:02}", description=text, kind=kind, scope=scope, impact=impact, frequency=frequency, steps=steps,
          evidence=evidence, goals=aims, department=owner, found=date(2026, 9, 10 + n),
          core_override=YesNo.YES if n == 4 else None, override_reason="等书时间的大头在境外寄送" if n == 4 else None,
          treatment=treatment, deferral_reason=_REASONS.get(f"P{n:02}"), due=due,
          status=IssueStatus.RUNNING if treatment is _NOW else IssueStatus.OPEN if n % 2 else None)
    for n, (text, kind, scope, impact, frequency, steps, evidence, aims, owner, treatment, due) in enumerate(_ISSUES, 1)
)  # fmt: skip

_LEVELS = {
    Rated.IMPACT: ("只是不便", "馆员返工", "读者多等一两天", "读者改用别的途径", "读者投诉或放弃申请"),
    Rated.FREQUENCY: ("一年几次", "每月一两次", "每周一次", "每周多次", "天天发生"),
}

RATING = tuple(
    RatingStandard(what=what, level=level, meaning=meaning)
    for what, meanings in _LEVELS.items()
    for level, meaning in enumerate(meanings, 1)
)

FIVE_W = (
    FiveW(issue="P01", what="书目信息不全的申请退回读者", where="核对书目信息、退回补充书目信息", when="学期初最多", who="馆际互借员与读者",
          why="不解决，后续各环节都得重来", how="四分之一的申请至少退回一次"),
)  # fmt: skip

_PEOPLE, _MACHINE, _MATERIAL, _METHOD, _AROUND, _MEASURE = (
    Dimension.PEOPLE, Dimension.MACHINE, Dimension.MATERIAL, Dimension.METHOD, Dimension.ENVIRONMENT,
    Dimension.MEASUREMENT,
)  # fmt: skip
_YES, _OUT, _OPEN = Verdict.CONFIRMED, Verdict.EXCLUDED, Verdict.PENDING

_CAUSES: tuple[tuple[str, str, Dimension, str, str | None, Verdict | None, str | None], ...] = (
    ("P01", "C01", _MACHINE, "申请页面不要求ISBN和版次", None, _YES, "页面实测：只填书名也能提交"),
    ("P01", "C02", _METHOD, "没有按文献类型的填写要求", None, _YES, "查《互借须知》，未分图书与论文"),
    ("P01", "C03", _PEOPLE, "新生不熟悉书目著录", None, _OUT, "退回的申请中新生只占8%"),
    ("P01", "C04", _MATERIAL, "联合目录同名条目多", None, _OPEN, None),
    ("P02", "C05", _METHOD, "签批不分金额", None, _YES, "抽查40笔境外订单，31笔在300元以下"),
    ("P02", "C06", _AROUND, "主任一周两天在分馆办公", None, _YES, "查9月排班表"),
    ("P02", "C07", _MEASURE, "没有统计签批停留时间", None, None, None),
    ("P03", "C08", _METHOD, "收费办法没有对读者公布", None, _YES, "网站与《互借须知》都查不到收费标准"),
    ("P03", "C09", _MACHINE, "平台没有报价一栏", None, _OPEN, None),
    ("P04", "C10", _MATERIAL, "只与8家境外馆有协议", None, _OPEN, None),
    ("P04", "C11", _MATERIAL, "现有境外馆集中在理工科", "C10", _OPEN, None),
)  # fmt: skip

CAUSES = tuple(
    Cause(issue=issue, id=key, dimension=bone, text=text, parent=parent, verdict=verdict,
          method="查阅与抽样" if evidence else None, evidence=evidence, checker="沈砚秋" if evidence else None,
          day=date(2026, 9, 22) if evidence else None)
    for issue, key, bone, text, parent, verdict, evidence in _CAUSES
)  # fmt: skip

CHAINS = (
    Chain(id="W01", issue="P01", start="C01", reverse=ReverseCheck.PASSED,
          whys=("页面照搬旧的纸质申请单", "改版时没有请馆际互借员列出必需字段", "平台需求由供应商代写")),
    Chain(id="W02", issue="P02", start="C05", reverse=ReverseCheck.PASSED,
          whys=("财务制度只有一档签批权限", "制度没有考虑小额高频的互借付款")),
    Chain(id="W03", issue="P03", start="C08", reverse=ReverseCheck.FAILED,
          whys=("收费由各供应馆定，馆里没有汇总", "没有人负责维护一份价目")),
)  # fmt: skip

ROOTS = (
    RootCause(id="R01", issues=("P01",), sources=("W01", "C01"), description="互借平台的需求没有馆员参与，必需的书目字段缺失",
              dimension=_MACHINE, value=25.0, unit="%", evidence="四分之一的申请退回补充", control=Control.FULL),
    RootCause(id="R02", issues=("P02", "P05"), sources=("W02", "C05"), description="付款签批不分金额，小额也走全程",
              dimension=_METHOD, value=78.0, unit="%", evidence="抽查40笔境外订单，31笔在300元以下", control=Control.PARTIAL),
    RootCause(id="R03", issues=("P04",), sources=("C10",), description="境外供应馆少且不按学科选定", dimension=_MATERIAL,
              control=Control.PARTIAL),
    RootCause(id="R04", issues=("P01",), sources=("C02",), description="不同文献类型没有各自的填写要求", dimension=_METHOD,
              evidence="《互借须知》未分文献类型", control=Control.FULL),
    RootCause(id="R05", issues=("P03", "P06"), sources=("W03", "C08"), description="没有人负责维护并公布互借价目", dimension=_PEOPLE,
              evidence="网站与《互借须知》都查不到收费标准", control=Control.FULL),
    RootCause(id="R06", issues=("P08",), sources=("W01",), description="平台没有接通联盟的下单功能", dimension=_MACHINE,
              control=Control.NONE),
)  # fmt: skip
