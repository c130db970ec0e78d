"""FD4xx and FD5xx: the flow and the survey.

The as-is flow loses its start and its end, the to-be flow of S02 gains rows nothing leads to, that of S03 a circle.
"""

from __future__ import annotations

from datetime import date

from .draft import At, Draft, day, new_step
from .faults import ALL, fault, further_step, goal

FLOW = ("survey", "plan")
UNMET = ("FD403",)  # the row stands behind the end: nothing leads to it


@fault("FD401", ("没有类型为“开始”",), FLOW)
def _(draft: Draft) -> At:
    """a flow without a start"""
    draft.set("流程步骤", 1, 类型="活动", 作业时间=1, 作业单位="分钟")
    return At("流程步骤")


@fault("FD402", ("没有类型为“结束”",), FLOW)
def _(draft: Draft) -> At:
    """a flow without an end"""
    draft.set("流程步骤", 6, 类型="活动", 作业时间=1, 作业单位="分钟", 去向1="F02")
    return At("流程步骤")


@fault("FD403", ("走不到 N",), "plan")
def _(draft: Draft) -> At:
    """a step nothing leads to"""
    return At("改进后流程", further_step(draft)[1], "步骤编号")


@fault("FD404", ("没有去向", "不是“结束”"), "plan", UNMET)
def _(draft: Draft) -> At:
    """a decision that leads nowhere"""
    number = further_step(draft, "并行", 去向1=None)[1]
    further_step(draft, "汇合")
    return At("改进后流程", number, "去向1")


@fault("FD405", ("90%", "应为 100%"), "plan", UNMET)
def _(draft: Draft) -> At:
    """shares of 50 % and 40 %"""
    ways = {"去向1": "N02", "结果1": "是", "占比1": 0.5, "去向2": "N03", "结果2": "否", "占比2": 0.4}
    return At("改进后流程", further_step(draft, "判断", **ways)[1], "占比1")


@fault("FD406", ("有的填了，有的没填",), "plan", UNMET)
def _(draft: Draft) -> At:
    """one share of two"""
    ways = {"去向1": "N02", "结果1": "是", "占比1": 0.5, "去向2": "N03", "结果2": "否"}
    return At("改进后流程", further_step(draft, "判断", **ways)[1], "占比2")


@fault("FD407", ("只有 1 个去向", "至少要有 2 个"), "plan", UNMET)
def _(draft: Draft) -> At:
    """a decision with one way out"""
    return At("改进后流程", further_step(draft, "判断", 去向1="N02", 结果1="是")[1], "去向1")


@fault("FD408", ("没有写结果",), "plan", UNMET)
def _(draft: Draft) -> At:
    """a way out of a decision without its result"""
    return At("改进后流程", further_step(draft, "判断", 去向1="N02", 结果1="是", 去向2="N03")[1], "结果2")


@fault("FD409", ("F04 主管审批", "增值"))
def _(draft: Draft) -> At:
    """an approval said to add value"""
    return draft.set("流程步骤", 4, 价值类型="增值")


@fault("FD410", ("2 个开始步骤", "N01"))
def _(draft: Draft) -> At:
    """two ways in"""
    return At("改进后流程", further_step(draft, "开始")[1], "类型")


@fault("FD411", ("F04 主管审批",))
def _(draft: Draft) -> At:
    """a step without any duration"""
    draft.set("流程步骤", 4, 作业时间=None, 作业单位=None, 等待时间=None, 等待单位=None)
    return At("流程步骤", 4, "作业时间")


@fault("FD412", ("1 个“并行”", "0 个“汇合”"), also=UNMET)
def _(draft: Draft) -> At:
    """a fork without a join"""
    return At("改进后流程", further_step(draft, "并行", 去向1="N02", 去向2="N03")[1], "类型")


@fault("FD413", ("F05", "自然日"), also=("FD512",))
def _(draft: Draft) -> At:
    """days on the wall beside days at work"""
    draft.set("流程步骤", 5, 等待时间=1, 等待单位="自然日")
    return At("流程步骤")


@fault("FD414", ("到不了结束",), "plan")
def _(draft: Draft) -> At:
    """a circle without a way out"""
    ways = {"去向1": "N23", "结果1": "是", "去向2": "N91", "结果2": "否"}
    draft.set("改进后流程", 8, 类型="判断", **ways)
    cells = {"适用方案": "S03", "措施编号": "M02", "作业时间": 1, "作业单位": "小时"}
    first = draft.add("改进后流程", **new_step("N91", "补充", "活动", None, 去向1="N92", **cells))
    draft.add("改进后流程", **new_step("N92", "复核", "活动", None, 去向1="N91", **cells))
    return At("改进后流程", first, "去向1")


@fault("FD501", ("2026-05-01", "2026-06-01"), ALL)
def _(draft: Draft) -> At:
    """a survey that ends before it begins"""
    return draft.set("项目信息", 0, 调研结束日期=date(2026, 5, 1))


@fault("FD502", ("7 个月", "3 至 6 个月"), also=("FD507",))
def _(draft: Draft) -> At:
    """seven months of data"""
    return draft.set("项目信息", 0, 数据期间止=date(2026, 7, 31))


@fault("FD503", ("分管领导",))
def _(draft: Draft) -> At:
    """a party nobody asked"""
    return At("调研对象", draft.add("调研对象", 对象类别="管理层", 岗位或群体="分管领导", 计划数=2), "岗位或群体")


@fault("FD504", ("1 条在数据期间", "2026-01-01"))
def _(draft: Draft) -> At:
    """a ticket of last year"""
    number = draft.add(
        "工单明细", 工单号="T901", 创建时间=day(1).replace(year=2025), 关闭时间=day(2).replace(year=2025)
    )
    return At("工单明细", number, "创建时间")


@fault("FD505", ("2026-03-01", "2026-03-05", "共 1 处"), "survey")
def _(draft: Draft) -> At:
    """a ticket closed before it was opened"""
    return At("工单明细", draft.add("工单明细", 工单号="T902", 创建时间=day(3, 5), 关闭时间=day(3, 1)), "关闭时间")


@fault("FD505", ("2026-03-02", "2026-03-06", "共 1 处"), "survey")
def _(draft: Draft) -> At:
    """a ticket answered before it was opened"""
    return At(
        "工单明细", draft.add("工单明细", 工单号="T903", 创建时间=day(3, 6), 首次响应时间=day(3, 2)), "首次响应时间"
    )


@fault("FD506", ("19 大于 18",))
def _(draft: Draft) -> At:
    """more valid answers than answers"""
    return draft.set("调研对象", 1, 有效=19)


@fault("FD507", ("工单积压量", "只填了 5 个月"))
def _(draft: Draft) -> At:
    """a month left out"""
    months = {f"第{n}月": 9 for n in (1, 2, 4, 5, 6)}
    return At("运行数据", draft.add("运行数据", 指标="工单积压量", 单位="件", **months), "第3月")


@fault("FD508", ("重复投诉率", "第 9 月", "只有"), "survey")
def _(draft: Draft) -> At:
    """a month that has not come"""
    months = {f"第{n}月": 20 for n in (1, 2, 3, 4, 5, 6, 9)}
    return At("运行数据", draft.add("运行数据", 指标="重复投诉率", 单位="件", **months), "第9月")


@fault("FD509", ("Q1", "9", "1 至 5", "共 1 处"), "survey")
def _(draft: Draft) -> At:
    """an answer of 9 on a scale of 5"""
    return At("问卷答卷", draft.add("问卷答卷", 答卷编号="A91", 对象类别="客户", Q1=9), "Q1")


@fault("FD509", ("Q2", "很愿意", "0 至 10", "共 1 处"), "survey")
def _(draft: Draft) -> At:
    """a word where a level is wanted"""
    return At("问卷答卷", draft.add("问卷答卷", 答卷编号="A92", 对象类别="客户", Q2="很愿意"), "Q2")


@fault("FD510", ("来源",))
def _(draft: Draft) -> At:
    """a column of the answers that is no question"""
    draft.set("问卷答卷", 1, 来源="微信")
    return At("问卷答卷", 0, "来源")


@fault("FD511", ("目标值 9", "基线值 8"))
def _(draft: Draft) -> At:
    """a target worse than the baseline"""
    return At("优化目标", goal(draft, 基线值=8, 目标值=9), "目标值")


@fault("FD512", ("5.0", "个工作日", "+"))
def _(draft: Draft) -> At:
    """an indicator that says twice what the steps add up to"""
    draft.set("运行数据", 1, **{f"第{n}月": 5.04 for n in range(1, 7)})
    return At("运行数据", 1, "指标")


@fault("FD514", ("G", "培训满意度"))
def _(draft: Draft) -> At:
    """an objective that nobody has data for"""
    return At("优化目标", goal(draft, 指标="培训满意度"), "指标")


@fault("FD513", ("V2.0",))
def _(draft: Draft) -> At:
    """a version nobody recorded"""
    return draft.set("项目信息", 0, 文档版本="V2.0")
