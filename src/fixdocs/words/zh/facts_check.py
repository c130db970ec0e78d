"""The facts of how the sources agree on the lead time."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "check.log_known": FactWords("日志中有的活动步骤数", "名称与日志中某种活动相同的活动步骤数。"),
    "check.activities": FactWords("活动步骤数", "类型为“活动”的步骤数。"),
    "check.computed": FactWords(
        "流程表推算的总历时", "总历时按一天的工时换算为工作日；与按自然日计的来源比较时再乘 7÷5。"
    ),
    "check.stated": FactWords(
        "来源的平均历时", "指标为各月平均；工单为创建到关闭的平均天数；日志为每个案例首尾事件相隔的平均天数。"
    ),
    "check.gap": FactWords("来源与流程表的差异", "（来源值－流程表推算值）÷流程表推算值。"),
    "check.sources": FactWords("核对总历时的来源数", "能与总历时比较的指标、工单和日志的个数。"),
    "check.wide": FactWords("相差超过 30% 的来源数", "差异的绝对值超过 30% 的来源个数。"),
}
