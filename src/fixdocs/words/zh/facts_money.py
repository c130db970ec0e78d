"""What the sums of money and work are, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "money.investment": FactWords("一次性投入", "所列措施已填的一次性投入之和。"),
    "money.running_cost": FactWords("年运行费", "所列措施已填的年运行费之和，可以为负。"),
    "money.saving": FactWords("年节约", "所列措施已填的年节约之和，试行无效或不采纳的不计。"),
    "money.person_days": FactWords("投入人力（人天）", "所列措施已填的人天之和。"),
    "money.given": FactWords("给出数据的措施数", "所列措施中该列已填的行数；年节约不计试行无效或不采纳的措施。"),
    "money.stated": FactWords("给出投入数据的措施数", "一次性投入、年运行费、人天至少填了一项的措施数。"),
    "money.net": FactWords("年净节约", "年节约 − 年运行费；有措施没有填年运行费时不计算。"),
    "money.labour": FactWords("人力折合金额", "投入人力（人天）× 人天单价。"),
    "money.payback": FactWords(
        "回收期（月）", "一次性资金 ÷ 年净节约 × 12，满 12 个月取整，不满的保留一位小数；一次性资金为区间时取低值。"
    ),
    "money.payback_high": FactWords(
        "回收期上限（月）", "一次性资金的高值 ÷ 年净节约 × 12，满 12 个月取整，不满的保留一位小数。"
    ),
    "money.tools": FactWords("工具预算合计", "适用的工具与系统已填的预算之和。"),
    "money.priced": FactWords("填了预算的工具数", "适用的工具与系统中“预算”已填的行数。"),
    "money.within": FactWords("可能重复的工具预算", "关联措施已列一次性投入的工具预算之和。"),
    "money.extra": FactWords("另计的工具预算", "没有关联措施、或关联措施没有列一次性投入或列为 0 的工具预算之和。"),
    "money.total": FactWords("一次性资金合计", "措施的一次性投入 + 工具预算。"),
    "money.total_low": FactWords(
        "一次性资金合计（低值）",
        "可能重复的工具预算视为已含在措施投入之内，超出所关联措施投入的部分与另计的预算加在措施投入之上，且不低于工具预算合计。",
    ),
    "money.total_high": FactWords("一次性资金合计（高值）", "措施的一次性投入 + 工具预算合计，视为不重复。"),
}
