"""FD6xx to FD9xx: issues, causes, plan and evaluation."""

from __future__ import annotations

from datetime import date

from .draft import At, Draft, new_step
from .faults import FAIR, cause, chain, core, fault, further_measure, further_task, goal, issue, reviewer, root


@fault("FD601", ("P", "没有填写来源"))
def _(draft: Draft) -> At:
    """an issue from nowhere"""
    return At("问题清单", issue(draft, 来源=None)[1], "来源")


@fault("FD602", ("缺乏",))
def _(draft: Draft) -> At:
    """a solution for an issue"""
    return At("问题清单", issue(draft, 问题描述="缺乏统一的工单系统")[1], "问题描述")


@fault("FD603", ("没有理由",), ("issues", "causes", "plan"))
def _(draft: Draft) -> At:
    """the matrix overridden without a word"""
    return At("问题清单", issue(draft, **{"是否核心(人工)": "否", "人工理由": None})[1], "人工理由")


# No issue is core: then none lacks a root cause, a fishbone or a treatment.
@fault("FD604", ("影响 4 分", "频率 4 分", "P02"), apart=1)
def _(draft: Draft) -> At:
    """nothing is grave"""
    draft.set("问题清单", 1, 影响程度=2)
    return At("问题清单")


@fault("FD605", ("暂缓", "没有写理由"))
def _(draft: Draft) -> At:
    """put off without a reason"""
    return At("问题清单", issue(draft, 处理决定="暂缓", 暂缓理由=None)[1], "暂缓理由")


@fault("FD606", ("核心问题 P",))
def _(draft: Draft) -> At:
    """a core issue put off"""
    key, number = core(draft, 处理决定="暂缓", 暂缓理由="等预算")
    root(draft, 问题编号=key, 来源=cause(draft, 问题编号=key, 判定="确认", 证据="数据")[0])
    return At("问题清单", number, "处理决定")


@fault("FD607", ("9 条", "影响程度 —", "发生频率 5"))
def _(draft: Draft) -> At:
    """a level without its meaning"""
    draft.sheets["评级标准"].pop()
    return At("评级标准")


@fault("FD608", ("P", "没有根因"))
def _(draft: Draft) -> At:
    """an issue to be solved that nobody asked why"""
    return At("问题清单", issue(draft, 处理决定="列入方案")[1], "处理决定")


@fault("FD609", ("2026-", "已关闭"))
def _(draft: Draft) -> At:
    """an issue that should have been done"""
    late = {"处理决定": "暂缓", "暂缓理由": "等预算", "期望完成日期": date(2026, 1, 1), "状态": "处理中"}
    return At("问题清单", issue(draft, **late)[1], "期望完成日期")


@fault("FD701", ("核心问题 P", "根因"), "causes")
def _(draft: Draft) -> At:
    """a core issue without a root cause"""
    key, number = core(draft)
    cause(draft, 问题编号=key)
    return At("问题清单", number, "问题编号")


@fault("FD702", ("C", "没有证据"), "causes")
def _(draft: Draft) -> At:
    """confirmed by nothing"""
    return At("鱼骨图", cause(draft, 判定="确认", 证据=None)[1], "证据")


@fault("FD703", ("R", "“排除”"), ("causes", "plan"))
def _(draft: Draft) -> At:
    """a root on an excluded cause"""
    return At("根因", root(draft, 来源=cause(draft, 判定="排除")[0])[1], "来源")


@fault("FD704", ("第 2 层是空的", "2 至 7 层"), "causes")
def _(draft: Draft) -> At:
    """a chain of one link"""
    return At("五问法", chain(draft, 为什么2=None)[1], "为什么2")


@fault("FD704", ("第 3 层是空的", "连续"), "causes")
def _(draft: Draft) -> At:
    """a chain with a link missing"""
    draft.set("五问法", 1, 为什么4=None)
    return At("五问法", chain(draft, 为什么4="丁")[1], "为什么3")


@fault("FD705", ("W", "不通过"))
def _(draft: Draft) -> At:
    """a chain that does not read back"""
    return At("五问法", chain(draft, 反向验证="不通过")[1], "反向验证")


@fault("FD706", ("C", "超过 3 层"), "causes")
def _(draft: Draft) -> At:
    """a cause under a cause under a cause under a cause"""
    above, number = None, 0
    for _ in range(4):
        above, number = cause(draft, 上级原因=above)
    return At("鱼骨图", number, "上级原因")


@fault("FD707", ("C01",), "causes")
def _(draft: Draft) -> At:
    """a sub-cause on another bone"""
    return At("鱼骨图", cause(draft, 上级原因="C01", 维度="人")[1], "上级原因")


@fault("FD708", ("R", "尚未确认"))
def _(draft: Draft) -> At:
    """a root on a guess"""
    return At("根因", root(draft, 来源=cause(draft)[0])[1], "来源")


@fault("FD709", ("核心问题 P", "鱼骨图"))
def _(draft: Draft) -> At:
    """a core issue without a fishbone"""
    key, number = core(draft)
    root(draft, 问题编号=key)
    return At("问题清单", number, "问题编号")


@fault("FD710", ("P02", "C01", "P01"))
def _(draft: Draft) -> At:
    """a chain that starts from another issue's cause"""
    return At("五问法", chain(draft, 问题编号="P02", 起始原因="C01")[1], "起始原因")


@fault("FD711", ("已判定为排除",))
def _(draft: Draft) -> At:
    """a chain from an excluded cause"""
    return At("五问法", chain(draft, 起始原因=cause(draft, 判定="排除")[0])[1], "起始原因")


@fault("FD801", ("根因 R",), "plan")
def _(draft: Draft) -> At:
    """a root cause nobody answers"""
    return At("根因", root(draft, met=False)[1], "根因编号")


@fault("FD802", ("M", "不在任何备选方案"), "plan")
def _(draft: Draft) -> At:
    """an adopted measure in no alternative"""
    return At("改进措施", further_measure(draft, 采纳状态="采纳", tasked=True)[1], "采纳状态")


@fault("FD803", ("2026-09-01", "2026-09-05"), "plan")
def _(draft: Draft) -> At:
    """a task that ends before it begins"""
    return At("实施计划", further_task(draft, 结束日期=date(2026, 9, 1))[1], "结束日期")


# FD805 and FD814 look at the flow that is missing here.
@fault("FD804", ("S01", "没有适用于它的改进后流程"), "plan", apart=1)
def _(draft: Draft) -> At:
    """an alternative chosen without its flow"""
    del draft.sheets["改进后流程"]
    return At("改进后流程", file=" ")


@fault("FD805", ("F04 主管审批", "投诉管理办法"))
def _(draft: Draft) -> At:
    """a step that the law asks for is gone"""
    draft.set("改进后流程", 4, 原步骤=None)
    return At("流程步骤", 4, "法规或内控要求")


# They need the flow whole, where other faults take its steps and ways apart.
@fault("FD835", ("F05 部门处理", "处理规范"), apart=3)
def _(draft: Draft) -> At:
    """a step that the law asks for can be bypassed"""
    draft.set("改进后流程", 3, 去向2="N06")
    return draft.set("流程步骤", 5, 法规或内控要求="处理规范")


@fault("FD836", ("F04 主管审批", "40%", "10%", "投诉管理办法"), apart=3)
def _(draft: Draft) -> At:
    """fewer cases come to a step that the law asks for"""
    draft.set("改进后流程", 3, 占比1="10%", 占比2="90%")
    return At("流程步骤", 4, "法规或内控要求")


@fault("FD806", ("2026-09-01", "T02", "2026-09-04"))
def _(draft: Draft) -> At:
    """a task that does not wait"""
    _, number = further_task(draft, 前置任务="T02", 开始日期=date(2026, 9, 1))
    return At("实施计划", number, "开始日期")


@fault("FD807", ("S02", "试行无效"))
def _(draft: Draft) -> At:
    """a failed measure in an alternative"""
    further_measure(draft, into=2, 试行结果="无效", 试行前值=3, 试行后值=3)
    return At("备选方案", 2, "措施编号")


@fault("FD808", ("S02", "不采纳"))
def _(draft: Draft) -> At:
    """a rejected measure in an alternative"""
    further_measure(draft, into=2, 采纳状态="不采纳", 理由="太贵")
    return At("备选方案", 2, "措施编号")


@fault("FD809", ("M", "没有写理由"))
def _(draft: Draft) -> At:
    """rejected without a reason"""
    return At("改进措施", further_measure(draft, 采纳状态="不采纳")[1], "理由")


# FD805 and FD814 need a flow that has changed, FD804 one that is missing.
@fault("FD810", ("完全相同",), apart=2)
def _(draft: Draft) -> At:
    """a to-be flow in which nothing changed"""
    keys = {f"F0{n}": f"N0{n}" for n in range(1, 7)}
    draft.sheets["改进后流程"] = [
        {name: keys.get(value, value) for name, value in row.items()} | {"原步骤": row["步骤编号"]}
        for row in draft.sheets["流程步骤"]
    ]
    return At("改进后流程")


@fault("FD811", ("M", "没有测算依据"))
def _(draft: Draft) -> At:
    """a promise without a basis"""
    return At("改进措施", further_measure(draft, 预期指标="投诉量", 预期值=20)[1], "测算依据")


@fault("FD812", ("M", "试行后值"))
def _(draft: Draft) -> At:
    """tried, with no value after it"""
    return At("改进措施", further_measure(draft, 试行结果="有效", 试行前值=3)[1], "试行后值")


@fault("FD813", ("M", "没有它的任务"))
def _(draft: Draft) -> At:
    """an adopted measure nobody carries out"""
    return At("改进措施", further_measure(draft, into=1, 采纳状态="采纳")[1], "措施编号")


@fault("FD814", ("N61 自动分派", "没有注明"))
def _(draft: Draft) -> At:
    """a new step from nowhere"""
    draft.set("改进后流程", 2, 去向1="N61")
    cells = {"去向1": "N03", "作业时间": 1, "作业单位": "分钟"}
    return At("改进后流程", draft.add("改进后流程", **new_step("N61", "自动分派", "活动", None, **cells)), "措施编号")


@fault("FD815", ("M", "没有节约依据"))
def _(draft: Draft) -> At:
    """a saving without a basis"""
    return At("改进措施", further_measure(draft, 年节约=5000, 节约依据=None)[1], "节约依据")


@fault("FD816", ("M", "2026-05-02", "2026-05-20"), ("plan", "evaluation"))
def _(draft: Draft) -> At:
    """a trial that ends before it begins"""
    cells = {"试行结果": "有效", "试行前值": 3, "试行后值": 2}
    days = {"试行开始": date(2026, 5, 20), "试行结束": date(2026, 5, 2)}
    return At("改进措施", further_measure(draft, **cells, **days)[1], "试行结束")


@fault("FD817", ("M", "2026-08-01", "2026-07-10"))
def _(draft: Draft) -> At:
    """a trial that the report cannot know"""
    cells = {
        "试行结果": "有效",
        "试行前值": 3,
        "试行后值": 2,
        "试行开始": date(2026, 7, 1),
        "试行结束": date(2026, 8, 1),
    }
    return At("改进措施", further_measure(draft, **cells)[1], "试行结束")


@fault("FD818", ("T", "22 天"))
def _(draft: Draft) -> At:
    """a milestone of three weeks"""
    days = {"开始日期": date(2026, 11, 2), "结束日期": date(2026, 11, 23)}
    return At("实施计划", further_task(draft, 是否里程碑="是", **days)[1], "是否里程碑")


@fault("FD820", ("M", "2", "2.5"))
def _(draft: Draft) -> At:
    """effective, though it took longer"""
    cells = {"预期指标": "流程平均耗时", "试行结果": "部分有效", "试行前值": 2, "试行后值": 2.5}
    return At("改进措施", further_measure(draft, **cells)[1], "试行结果")


@fault("FD821", ("M", "1.5", "目标值 1"))
def _(draft: Draft) -> At:
    """effective, though not enough"""
    cells = {"预期指标": "流程平均耗时", "试行结果": "有效", "试行前值": 2, "试行后值": 1.5}
    return At("改进措施", further_measure(draft, **cells)[1], "试行后值")


@fault("FD822", ("G02",))
def _(draft: Draft) -> At:
    """an objective nobody works for"""
    number = goal(draft)
    draft.set("改进措施", 1, 对应目标="G01")
    return At("优化目标", number, "目标编号")


@fault("FD823", ("Y02", "2026-10-01", "T02", "2026-09-04"))
def _(draft: Draft) -> At:
    """a tool that comes too late"""
    cells = {"编号": "Y02", "名称": "看板", "关联措施": "M02", "到位日期": date(2026, 10, 1)}
    return At("工具与系统需求", draft.add("工具与系统需求", **cells), "到位日期")


@fault("FD824", ("2026-07-09", "T01", "2026-07-05"))
def _(draft: Draft) -> At:
    """work that began before it was decided on"""
    draft.set("评审结论", 0, 会议日期=date(2026, 7, 9))
    return At("评审结论", 0, "会议日期")


# The other project has no column of answers, so no risk is read from it.
@fault("FD825", ("K02",), apart=1)
def _(draft: Draft) -> At:
    """a risk nobody answers for"""
    cells = {"编号": "K02", "风险": "接口延期", "可能性": 2, "影响": 2, "应对措施": "先人工同步", "责任岗位": None}
    return At("风险与应对", draft.add("风险与应对", **cells), "编号")


@fault("FD901", ("E", "方案 S03", "可行性, 有效性, 风险性"), "evaluation")
def _(draft: Draft) -> At:
    """a reviewer who forgot an alternative"""
    return At("评审人", reviewer(draft, scores={k: v for k, v in FAIR.items() if k != "S03"})[1], "评审人编号")


@fault("FD901", ("E", "方案 S03", "风险性"), "evaluation")
def _(draft: Draft) -> At:
    """a blank among the scores"""
    reviewer(draft, scores=FAIR | {"S03": (3, 4, None)})
    return At("评分", len(draft.sheets["评分"]), "风险性")


@fault("FD902", ("E01", "S01", "两次"), "evaluation")
def _(draft: Draft) -> At:
    """two rows for one judgement"""
    number = draft.add("评分", 评审人="E01", 方案编号="S01", 可行性=5, 有效性=5, 风险性=2)
    return At("评分", number, "评审人")


@fault("FD903", ("有效性", "9", "1 至 5"), "evaluation")
def _(draft: Draft) -> At:
    """a score of 9 out of 5"""
    reviewer(draft, scores=FAIR | {"S01": (4, 9, 3)})
    return At("评分", len(draft.sheets["评分"]) - 2, "有效性")


@fault("FD904", ("90%",))
def _(draft: Draft) -> At:
    """weights of 90 %"""
    draft.set("评估维度", 1, 权重="20%")
    return At("评估维度", 3, "权重")


@fault("FD906", ("E", "可行性", "相反"))
def _(draft: Draft) -> At:
    """a scale read from the wrong end"""
    reviewer(draft, scores={"S01": (2, 5, 3), "S02": (1, 3, 3), "S03": (5, 4, 3)})
    return At("评分", len(draft.sheets["评分"]) - 2, "可行性")


@fault("FD907", ("S02", "S01", "没有写理由"), ("plan", "evaluation"))
def _(draft: Draft) -> At:
    """the second best chosen without a reason"""
    draft.set("评审结论", 0, 采纳方案="S02")
    return At("评审结论", 0, "与得分不一致的理由")


@fault("FD908", ("E", "S01"))
def _(draft: Draft) -> At:
    """scores from someone who was not there"""
    reviewer(draft, scores={"S01": (5, 5, 1)}, 出席="缺席")
    return At("评分", len(draft.sheets["评分"]), "评审人")


# One alternative is neither ahead nor behind, and nobody can turn its order round.
@fault("FD909", ("只有一个备选方案",), apart=1)
def _(draft: Draft) -> At:
    """nothing to choose from"""
    draft.sheets["备选方案"] = draft.sheets["备选方案"][:1]
    draft.sheets["评分"] = [row for row in draft.sheets["评分"] if row["方案编号"] == "S01"]
    if "改进后流程" in draft.sheets:
        draft.sheets["改进后流程"] = [row | {"适用方案": "S01"} for row in draft.sheets["改进后流程"][:6]]
    return At("备选方案", 1, "方案编号")


@fault("FD910", ("S0", "可行性", "否决线"))
def _(draft: Draft) -> At:
    """a choice that a veto line rules out"""
    draft.set("评估维度", 1, 否决线=5)
    return At("评审结论", 0, "采纳方案")


@fault("FD911", ("风险性", "9", "下限 1", "上限 5"), "evaluation")
def _(draft: Draft) -> At:
    """a veto line off the scale"""
    return draft.set("评估维度", 3, 否决线=9)


# Last: it speaks of all reviewers there are.
@fault("FD905", ("1 个部门", "一线代表 1 位"))
def _(draft: Draft) -> At:
    """a panel of one department"""
    for row in draft.sheets["评审人"]:
        row["部门"] = "运营部"
    return At("评审人")
