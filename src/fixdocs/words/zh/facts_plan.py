"""What the counts of the plan are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "plan.measures": FactWords("措施数", "所列措施的行数。"),
    "plan.tasks": FactWords("任务数", "适用于本方案的任务的行数。"),
    "plan.tools": FactWords("工具与系统数", "适用于本方案的工具与系统的行数。"),
    "plan.risks": FactWords("风险数", "适用于本方案的风险的行数。"),
    "plan.duties": FactWords("职责调整数", "适用于本方案的职责调整的行数。"),
    "plan.alternatives": FactWords("备选方案数", "“备选方案”表的行数。"),
    "plan.pooled": FactWords("各备选方案合计的措施数", "评审前列入任一备选方案、且没有被否决的措施数，共有的计一次。"),
    "plan.goals": FactWords("目标数", "“优化目标”表的行数。"),
    "plan.issues": FactWords("核心问题数", "分析过根因的问题中，按阈值判定或人工指定的核心问题数。"),
    "plan.other_issues": FactWords("其他问题数", "分析过根因、但不是核心问题的问题数。"),
    "plan.roots_of_core": FactWords("所分析问题的根因数", "引用了所分析问题的根因数，同一根因计一次。"),
    "plan.core_met": FactWords("有措施应对的根因数", "所分析问题的根因中，覆盖（尚无采纳状态时为拟应对）的个数。"),
    "plan.core_roots": FactWords("所分析问题的根因数", "引用了所分析问题的根因数，同一根因计一次。"),
    "plan.core_unverified": FactWords("待验证的根因数", "所分析问题的根因中待验证的个数。"),
    "plan.more_roots": FactWords("未列出的根因数", "单元格中没有逐个列出的根因数。"),
    "plan.posts": FactWords("岗位数", "所列各行责任岗位的个数，同名计一次。"),
    "plan.new_duties": FactWords("原来无人负责的事项数", "“原责任岗位”为空的职责调整数。"),
    "plan.milestones": FactWords("里程碑数", "“是否里程碑”为“是”的任务数。"),
    "plan.undated": FactWords("没有到位日期的工具数", "“到位日期”为空的工具与系统数。"),
    "plan.quick": FactWords(
        "速赢措施数",
        "一次性投入为 0 或不超过全部措施一次性投入的 5%、填写的年运行费不高于同一数额、试行结果为“有效”且与试行值不矛盾、"
        "没有等级 12 以上或未评定的风险提到的措施数。",
    ),
    "plan.untasked": FactWords("没有任务的措施数", "没有任务在“关联措施”中引用、且没有被否决的措施数。"),
    "plan.unserved": FactWords("没有措施的目标数", "没有措施在“对应目标”或“预期指标”中提到的目标数。"),
    "plan.unplanned": FactWords(
        "没有措施应对的列入方案问题数", "处理决定为列入方案、尚未关闭、没有登记根因因而没有措施的问题数。"
    ),
    "plan.unanswered": FactWords(
        "没有可计入措施的问题数",
        "处理决定为立即处理或列入方案、尚未关闭、其措施都试行无效、不采纳或不在本方案之内的问题数。",
    ),
    "plan.pending": FactWords("采纳待定的措施数", "本方案的措施中“采纳状态”为“待定”或空白的项数。"),
    "plan.overdue": FactWords("到期早于实施期结束的目标数", "“达成日期”早于最后一项任务结束日期的目标数。"),
    "plan.unowned": FactWords("没有责任岗位的风险数", "“责任岗位”为空的风险数。"),
    "plan.risks_rated": FactWords("按等级计的风险数", "可能性与影响都已评定并属于所述等级的，或没有评定齐全的风险数。"),
    "plan.risk_level": FactWords("风险等级", "可能性 × 影响，各为 1 至 5。"),
    "plan.left_out": FactWords("没有列入的措施数", "不在本方案之内的措施的行数。"),
    "plan.kind": FactWords("按 ECRS 或设计原则计的措施数", "“ECRS”或“设计原则”列中填有所述一项的措施数。"),
    "plan.work": FactWords("岗位的任务数", "责任岗位为该岗位的任务数。"),
    "plan.paths": FactWords("追溯路径数", "从问题经根因、措施到方案的不同路径数，缺一环的也计一条。"),
    "plan.traced": FactWords("追溯的问题数", "至少有一条路径的问题数。"),
    "plan.rank": FactWords("排名", "加权总分由高到低的名次，同分同名次。"),
}
