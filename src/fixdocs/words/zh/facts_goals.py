"""What the facts about the objectives are and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "goals.no_data": FactWords(
        "没有逐月数据的目标", "优化目标中填了指标、而运行数据里该指标没有任何一个月有数值的目标数。"
    ),
    "goals.unlike": FactWords("单位不同的目标数", "优化目标的单位与其指标的单位不同、指标有逐月数据的目标数。"),
    "goals.kept": FactWords("维持现状即达到的目标数", "优化目标的目标值与基线值相同，或比基线值差的目标数。"),
    "goals.run": FactWords("连续达到目标值的月数", "指标从最后一个有数据的月往前、逐月达到优化目标的目标值的月数。"),
    "goals.past_due": FactWords("已过达成日期的目标数", "优化目标的达成日期早于报告日期的目标数。"),
}
