"""What the figures of the benefit are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "benefit.ratio": FactWords("改善比例", "（改进后 − 基线）÷ |基线|，越低越好的指标取反号。"),
    "benefit.points": FactWords("百分点差", "改进后 − 基线，两者都是百分数。"),
    "benefit.attained": FactWords("达成率", "（基线 − 改进后）÷（基线 − 目标值）。"),
    "benefit.goals": FactWords("目标数", "“优化目标”表的行数。"),
    "benefit.rest": FactWords("其余目标数", "“优化目标”表的行数，不含目标值不优于基线值、维持现状即达到的。"),
    "benefit.idle": FactWords(
        "维持现状即达到的目标数", "目标值与基线值相同或比基线值差、试行值（没有时取预期值）达到目标值的目标数。"
    ),
    "benefit.dropped": FactWords(
        "只有不计入效益的值的目标数", "给出试行值或预期值的措施都试行无效或没有采纳的目标数。"
    ),
    "benefit.reached": FactWords(
        "可达到目标值的目标数", "试行值（没有时取预期值）达到目标值的目标数，不含维持现状即达到的。"
    ),
    "benefit.aimed": FactWords(
        "能与目标值比较的目标数", "有试行值或预期值、也有目标值的目标数，不含维持现状即达到的。"
    ),
    "benefit.missed": FactWords("达不到目标值的目标数", "试行值（没有时取预期值）达不到目标值的目标数。"),
    "benefit.unstated": FactWords("没有试行值或预期值的目标数", "没有措施给出试行值或预期值的目标数。"),
}
