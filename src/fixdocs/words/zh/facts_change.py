"""What the facts about the flow to be are, and how each is computed."""

from .. import FactWords

_BY = "取改进后与现状之差的绝对值；两边都完整填写时才计算。"
_RATIO = "|改进后 − 现状| ÷ 现状；两边的时间完整、口径与时钟相同时才计算。"

FACTS: dict[str, FactWords] = {
    "change.added": FactWords("新增的步骤数", "改进后流程中，原步骤为空且编号不在现状流程中的步骤数。"),
    "change.removed": FactWords("取消的步骤数", "现状流程中，没有一个改进后步骤以它为原步骤的步骤数。"),
    "change.merged": FactWords("合并的步骤数", "改进后流程中，原步骤多于一个的步骤数。"),
    "change.changed": FactWords(
        "变更的步骤数", "改进后流程中，与原步骤相比有一项填写的内容、时间、去向或占比不同的步骤数；一边空白不算不同。"
    ),
    "change.moved": FactWords(
        "重排的步骤数", "改进后流程中，不在与现状最长的共同次序之内的步骤数；次序按去向走，不按行，互不先后的分支不算。"
    ),
    "change.flows": FactWords(
        "有自己流程的备选方案数", "改进后流程能按适用方案或措施编号分给某些方案的，有这样步骤的方案数。"
    ),
    "change.listed": FactWords("有变化的步骤数", "改进后有任何变化的步骤数，加上取消的现状步骤数。"),
    "change.merged_from": FactWords("合并的原步骤数", "该步骤“原步骤”中列出的现状步骤数。"),
    "change.parted": FactWords("拆分出的步骤数", "以同一个现状步骤为原步骤的改进后步骤数。"),
    "change.unfilled": FactWords("改进后没有填写的步骤数", "该列现状填写、改进后空白的步骤数。"),
    "change.met_before": FactWords("现状经过该步骤的案例占比", "按现状各去向的占比，求案例至少经过该步骤一次的概率。"),
    "change.met_after": FactWords(
        "改进后经过该步骤的案例占比", "按改进后各去向的占比，求案例至少经过由它而来的步骤一次的概率。"
    ),
    "change.bypassed": FactWords("改进后绕过该步骤的案例占比", "1 − 改进后经过该步骤的案例占比。"),
    "change.lead": FactWords("总历时的变化", _RATIO),
    "change.touch": FactWords("作业时间的变化", _RATIO),
    "change.wait": FactWords("等待时间的变化", _RATIO),
    "change.work": FactWords("总作业量的变化", _RATIO),
    "change.calendar": FactWords("以自然日填写的耗时的变化", _RATIO),
    "change.pce": FactWords("流程周期效率的变化", "改进后与现状的百分比之差，以百分点表示。"),
    "change.steps": FactWords("步骤数的变化", _BY),
    "change.handoffs": FactWords("岗位交接次数的变化", _BY),
    "change.approvals": FactWords("审批节点数的变化", _BY),
    "change.customer_actions": FactWords("客户操作数的变化", _BY),
    "change.decisions": FactWords("判断数的变化", _BY),
    "change.systems": FactWords("系统或工具数的变化", _BY),
    "change.future_apart": FactWords("两个总历时之差", "|措施给出的值 − 按改进后流程计算的总历时|，都换算为工作时间。"),
}
