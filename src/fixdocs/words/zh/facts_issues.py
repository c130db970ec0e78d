"""What the facts about issues are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "issues.all": FactWords("问题数", "“问题清单”表的行数。"),
    "issues.core": FactWords(
        "核心问题数", "影响程度和发生频率都达到阈值的问题数；填写了“是否核心(人工)”的，以人工判定为准。"
    ),
    "issues.core_share": FactWords("核心问题占比", "核心问题数 ÷ 问题数。"),
    "issues.value": FactWords("优先级", "影响程度 × 发生频率。"),
    "issues.gap": FactWords("离阈值的差距", "影响程度与阈值之差（不足为正，达到为 0）+ 发生频率与阈值之差，取最小的。"),
    "issues.class": FactWords("某一类别的问题数", "类别为该类的问题数。"),
    "issues.class_core": FactWords("某一类别的核心问题数", "类别为该类的核心问题数。"),
    "issues.class_share": FactWords("某一类别的占比", "该类别的问题数 ÷ 问题数。"),
    "issues.classes": FactWords("类别数", "问题清单中出现的类别数。"),
    "issues.quadrant": FactWords("某一象限的问题数", "按影响程度和发生频率落在该象限的问题数，不计人工判定。"),
    "issues.step": FactWords("牵涉某一步骤的问题数", "“涉及步骤”中列出该步骤的问题数；涉及全流程的问题不计在内。"),
    "issues.with_steps": FactWords("写明涉及步骤的问题数", "“涉及步骤”不为空、也不是全流程的问题数。"),
    "issues.by_hand": FactWords("人工判定的问题数", "人工判定与阈值的结论不同的问题数。"),
    "issues.treatment": FactWords("某一处理决定的问题数", "处理决定为该项的问题数。"),
    "issues.treatment_open": FactWords("尚未决定的问题数", "处理决定为空的问题数。"),
    "issues.untreated": FactWords("暂缓或不处理的问题数", "处理决定为暂缓或不处理的问题数。"),
    "issues.overdue": FactWords("逾期未关闭的问题数", "期望完成日期早于报告日期、状态为未开始或处理中的问题数。"),
    "issues.closed": FactWords("已关闭的问题数", "状态为已关闭的问题数。"),
    "issues.sourceless": FactWords("没有来源的问题数", "“来源”为空的问题数。"),
    "issues.evidence": FactWords(
        "一个问题的证据条数",
        "“来源”所指的访谈、观察、题目、指标等，一行算一条；访谈中只计痛点和建议，没有作答的题目、没有数据的指标不计。",
    ),
    "issues.other_unproving": FactWords(
        "其他问题不作为证据的来源条数", "核心问题以外各问题的来源中，不计入证据的行数。"
    ),
    "issues.unproving": FactWords("一个问题不作为证据的来源条数", "“来源”所指的各行中，不计入证据的行数。"),
    "issues.core_evidence": FactWords("核心问题的证据条数", "各核心问题的证据，几个问题共用的一行只计一次。"),
    "issues.core_evidence_kind": FactWords("核心问题某一种证据的条数", "核心问题的证据中属于该种的条数。"),
    "issues.other_evidence": FactWords("其他问题的来源条数", "核心问题以外各问题的来源条数之和。"),
    "issues.other": FactWords("其他问题数", "核心问题以外的问题数。"),
    "issues.other_sourced": FactWords("有来源的其他问题数", "核心问题以外，“来源”不为空的问题数。"),
}
