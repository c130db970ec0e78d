"""What the facts about causes and root causes are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "causes.all": FactWords("可能原因数", "“鱼骨图”表的行数；注明问题的，只计该问题的原因。"),
    "causes.confirmed": FactWords("确认的原因数", "判定为“确认”的原因数。"),
    "causes.excluded": FactWords("排除的原因数", "判定为“排除”的原因数。"),
    "causes.pending": FactWords("待验证的原因数", "判定为“待验证”或空白的原因数。"),
    "causes.confirmed_share": FactWords("确认的原因占比", "确认的原因数 ÷ 可能原因数。"),
    "causes.dimension": FactWords("某一维度的确认原因数", "维度为该项、判定为“确认”的原因数。"),
    "causes.chains": FactWords("因果链数", "“五问法”表的行数；注明问题的，只计该问题的因果链。"),
    "causes.chains_passed": FactWords("反向验证通过的因果链数", "反向验证为“通过”的因果链数。"),
    "causes.chains_failed": FactWords("反向验证不通过的因果链数", "反向验证为“不通过”的因果链数。"),
    "causes.chains_unchecked": FactWords("未做反向验证的因果链数", "反向验证为空白的因果链数。"),
    "causes.issue_roots": FactWords("一个问题的根因数", "“问题编号”中列出该问题的根因数。"),
    "causes.root_issues": FactWords("一个根因对应的问题数", "该根因“问题编号”中列出的问题数。"),
    "causes.root_borrowed": FactWords(
        "引用根因的问题数", "该根因（几个并列时任一个）“问题编号”中列出、但“来源”中没有该问题的原因或因果链的问题数。"
    ),
    "causes.elsewhere": FactWords("核心问题以外的原因数", "“鱼骨图”表中，所属问题不是核心问题的行数。"),
    "causes.chains_elsewhere": FactWords("核心问题以外的因果链数", "“五问法”表中，所属问题不是核心问题的行数。"),
    "causes.cited": FactWords("只引用根因的问题数", "有根因、但没有自己的原因和因果链的非核心问题数。"),
    "causes.planned_rootless": FactWords(
        "还没有根因的待解决问题数", "处理决定为立即处理或列入方案、状态不是已关闭、没有任何根因引用的问题数。"
    ),
    "causes.other_issues": FactWords("核心问题以外列有原因或根因的问题数", "有原因、因果链或根因的非核心问题数。"),
    "causes.issues_confirmed": FactWords("根因已确认的问题数", "有根因、且根因都已确认的问题数。"),
    "causes.issues_unverified": FactWords("根因待验证的问题数", "有根因、其中至少一个待验证的问题数。"),
    "causes.issues_missing": FactWords("没有根因的问题数", "没有任何根因引用的问题数。"),
    "causes.traced": FactWords("有根因的问题数", "已分析的问题中至少有一个根因的问题数。"),
    "causes.root_dimension": FactWords("某一维度的根因数", "维度为该项的根因数。"),
    "causes.root_control": FactWords("某一可控性的根因数", "可控性为该项的根因数。"),
    "causes.root_control_open": FactWords("未标明可控性的根因数", "可控性为空白的根因数。"),
    "causes.open": FactWords(
        "待验证事项数",
        "待验证或没有证据的原因、反向验证未通过或未做的因果链、没有可查来源或没有证据的根因、没有根因的核心问题之和。",
    ),
    "causes.open_bearing": FactWords("涉及根因的待验证事项数", "待验证事项中，有根因以它为来源的项数。"),
}
