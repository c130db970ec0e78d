"""The facts of the running data, and how each is computed."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    # Indicators
    "running.months_given": FactWords("有数据的月数", "该指标填写了数值的月份个数。"),
    "running.months_low": FactWords("最低值的月数", "数值等于该指标最低值的月份个数。"),
    "running.months_high": FactWords("最高值的月数", "数值等于该指标最高值的月份个数。"),
    "running.mean": FactWords("月均值", "有数据各月的数值之和 ÷ 有数据的月数；未填的月份不计。"),
    "running.trend_p": FactWords(
        "趋势检验 p 值",
        "Mann-Kendall 精确检验的双侧 p 值：各月次序随机时，|S| 不小于实际值的次序所占比例；相同的值按并列处理。",
    ),
    "running.met": FactWords("达标月数", "数值达到目标值的月份个数；越低越好为不大于目标值，越高越好为不小于目标值。"),
    "running.points": FactWords("首末月之差", "最后一个有数据的月的数值 − 第一个有数据的月的数值，单位为百分点。"),
    "running.indicators": FactWords("运行指标数", "至少填写了一个月数值的指标个数。"),
    "running.unjudged": FactWords("不判断升降的运行指标数", "填写了数值的月份不足 5 个的指标数。"),
    "running.undirected": FactWords("看不出升降方向的运行指标数", "有 5 个及以上月份、趋势检验 p 大于 0.05 的指标数。"),
    "running.worsening": FactWords(
        "在变差的指标数", "趋势检验 p ≤ 0.05、至少有 5 个月数据，且朝不利方向变化的指标个数。"
    ),
    "running.improving": FactWords(
        "在变好的指标数", "趋势检验 p ≤ 0.05、至少有 5 个月数据，且朝有利方向变化的指标个数。"
    ),
    "running.missed": FactWords(
        "各月都未达标的指标数", "有目标值、至少有两个月数据，且每个月都没有达到目标值的指标个数。"
    ),
    # Classes
    "running.classes": FactWords("类别数", "投诉分类（或工单类型）的类别个数。"),
    "running.class_total": FactWords("各类合计", "各类别数量之和。"),
    "running.class_count": FactWords("类别数量", "投诉分类表填写的数量；没有该表时为数据期间内该类型的工单数。"),
    "running.class_share": FactWords("类别占比", "该类数量 ÷ 各类合计。"),
    "running.class_cumulative": FactWords("累计占比", "按数量从多到少（其他排最后）到该类为止的数量之和 ÷ 各类合计。"),
    "running.complaints_told": FactWords("指标各月合计的投诉件数", "该运行指标有数据各月的数值之和。"),
    "running.ticket_kind": FactWords("某类型的工单数", "数据期间内该类型的工单数。"),
    "running.unclassed": FactWords("没有类型的工单数", "数据期间内没有填写类型的工单数。"),
    # Tickets
    "running.tickets": FactWords("工单数", "创建时间在数据期间内的工单数；全部工单都在期间之外时为全部工单数。"),
    "running.tickets_outside": FactWords("期间外的工单数", "创建时间不在数据期间内的工单数。"),
    "running.tickets_earlier": FactWords(
        "期初未关闭的工单数", "早于期间内第一张工单创建、到该工单所在月份仍未关闭的工单数。"
    ),
    "running.opened": FactWords("新建工单数", "创建时间在该月的工单数。"),
    "running.closed": FactWords("关闭工单数", "关闭时间在该月的工单数，含期初未关闭的工单。"),
    "running.backlog": FactWords("月末积压", "该月末或以前创建、到月末没有关闭的工单数。"),
    "running.closing_n": FactWords("已关闭的工单数", "填写了关闭时间的工单数。"),
    "running.closing_mean": FactWords("关闭时间平均", "（关闭时间 − 创建时间）的平均，自然时间；未关闭的不计。"),
    "running.closing_median": FactWords("关闭时间中位数", "（关闭时间 − 创建时间）的中位数，自然时间；未关闭的不计。"),
    "running.closing_p90": FactWords(
        "关闭时间 P90", "（关闭时间 − 创建时间）的 90% 分位数，在次序统计量之间线性插值。"
    ),
    "running.response_n": FactWords("有首次响应的工单数", "填写了首次响应时间的工单数。"),
    "running.response_mean": FactWords("首次响应平均", "（首次响应时间 − 创建时间）的平均，自然时间。"),
    "running.response_median": FactWords("首次响应中位数", "（首次响应时间 − 创建时间）的中位数，自然时间。"),
    "running.response_p90": FactWords(
        "首次响应 P90", "（首次响应时间 − 创建时间）的 90% 分位数，在次序统计量之间线性插值。"
    ),
    "running.unanswered": FactWords("没有首次响应的工单数", "没有填写首次响应时间的工单数。"),
    "running.ticket_time": FactWords("工单用时", "该工单的关闭时间 − 创建时间，自然时间。"),
    "running.open": FactWords("未关闭的工单数", "没有填写关闭时间的工单数。"),
    "running.unclosed": FactWords("某月创建而未关闭的工单数", "创建时间在该月、没有填写关闭时间的工单数。"),
    "running.closed_later": FactWords("最后一个月之后关闭的工单数", "关闭时间晚于表中最后一个月的工单数。"),
    "running.marked": FactWords("注明是否重复的工单数", "填写了“是否重复”的工单数。"),
    "running.repeated": FactWords("重复工单占比", "标为重复的工单数 ÷ 注明是否重复的工单数。"),
    # The process log
    "running.cases": FactWords("案例数", "流程日志中不同案例号的个数。"),
    "running.events": FactWords("事件数", "流程日志的行数。"),
    "running.events_outside": FactWords("期间外的事件数", "完成时间不在数据期间内的事件数。"),
    "running.activities": FactWords("活动种数", "流程日志中不同活动名称的个数。"),
    "running.activity_events": FactWords("活动的事件数", "该活动在日志中出现的行数。"),
    "running.activity_repeated": FactWords("重复该活动的案例数", "该活动出现一次以上的案例数。"),
    "running.resources": FactWords("处理人数", "日志中不同处理人（或岗位）的个数；有空白时只知下限。"),
    "running.variants": FactWords("走法种数", "案例的活动按完成时间排成的不同序列的个数。"),
    "running.ways_shown": FactWords("列出的走法种数", "“最常见的走法”一表的行数。"),
    "running.ways_left": FactWords("没有列出的走法种数", "走法种数减去表中列出的种数。"),
    "running.ways_left_cases": FactWords("没有列出的走法的案例数", "案例数减去表中各走法的案例数。"),
    "running.unlisted": FactWords("不在流程步骤中的活动种数", "日志的活动名称与各步骤名称都不同的种数。"),
    "running.variant_cases": FactWords("走法的案例数", "按该活动序列走完的案例数。"),
    "running.variant_share": FactWords("走法占比", "该走法的案例数 ÷ 全部案例数。"),
    "running.variant_rank": FactWords("走法名次", "按案例数从多到少的名次，相同的并列。"),
    "running.variant_length": FactWords("走法的步数", "该走法的活动次数。"),
    "running.throughput_n": FactWords("计时的案例数", "有两个及以上时刻的案例数。"),
    "running.throughput_mean": FactWords(
        "案例历时平均", "案例最后一个事件的完成时间 − 第一个事件的时间，取平均，自然时间。"
    ),
    "running.throughput_median": FactWords(
        "案例历时中位数", "案例最后一个事件的完成时间 − 第一个事件的时间，取中位数，自然时间。"
    ),
    "running.throughput_p90": FactWords("案例历时 P90", "案例历时的 90% 分位数，在次序统计量之间线性插值。"),
    "running.from_start": FactWords(
        "从开始时间算起的案例数", "案例最早的时刻是某个活动的开始时间的案例数；其余案例最早的时刻是完成时间。"
    ),
    "running.unended": FactWords(
        "没有走到末步的案例数", "最后一个活动的名称不是结束步骤、也不是紧接结束的步骤的案例数。"
    ),
    "running.single": FactWords("不计时的案例数", "只有一个时刻、没有历时的案例数。"),
    "running.repeating": FactWords("有重复活动的案例数", "至少有一种活动出现一次以上的案例数。"),
    "running.rework": FactWords("返工率", "有活动出现一次以上的案例数 ÷ 全部案例数。"),
    "running.no_repeat": FactWords("无重复活动案例占比", "没有活动重复出现的案例数 ÷ 全部案例数。"),
    "running.log_handoffs": FactWords("平均换手次数", "相邻事件处理人不同的次数，在每个事件都有处理人的案例中取平均。"),
    "running.named_cases": FactWords("处理人齐全的案例数", "每个事件都填写了处理人的案例数。"),
    "running.stay": FactWords("活动的平均停留", "从上一个事件完成到该活动完成的时间（含等待），取平均，自然时间。"),
}
