"""What the facts about the objectives are and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "goals.no_data": FactWords(
        "没有逐月数据的目标", "优化目标中填了指标、而运行数据里该指标没有任何一个月有数值的目标数。"
    ),
    "goals.reached": FactWords(
        "已达到目标值的月数", "从该指标最后一个有数据的月往前数，数值连续达到优化目标的目标值的月份个数。"
    ),
    "goals.past": FactWords("已过达成日期的目标数", "达成日期早于报告日期的优化目标数。"),
}
