"""What the facts about the objectives are and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "goals.no_data": FactWords(
        "没有逐月数据的目标", "优化目标中填了指标、而运行数据里该指标没有任何一个月有数值的目标数。"
    ),
}
