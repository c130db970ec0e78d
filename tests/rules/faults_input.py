"""FD1xx to FD3xx: files, sheets, cells, keys and references.

They stand in sheets that other rules can do without: a rule that needs a whole sheet is silent while one of its
rows is left out.
"""

from __future__ import annotations

from .draft import At, Draft
from .faults import ALL, fault, goal, issue

GOALS = ("survey", "issues", "plan")


@fault("FD101", ("损坏",), ("plan", "evaluation"))
def _(draft: Draft) -> At:
    """a file cut off in the middle"""
    draft.files["评分-张三.xlsx"] = b"PK\x03\x04broken"
    return At(file="评分-张三.xlsx")


@fault("FD102", ("问题清但", "未读取", "是否为 问题清单"))
def _(draft: Draft) -> At:
    """a sheet whose name is misspelt"""
    draft.raw["问题清但"] = [["甲", "乙"], [1, 2]]
    return At("问题清但", file="02-问题清单.xlsx")


@fault("FD103", ("经办人员", "未读取"))
def _(draft: Draft) -> At:
    """a heading that is none of ours"""
    draft.set("优化目标", 1, 经办人员="甲")
    return At("优化目标", 0, "经办人员")


@fault("FD104", ("应对措施",), "plan")
def _(draft: Draft) -> At:
    """a required column deleted"""
    draft.dropped.add(("风险与应对", "应对措施"))
    return At("风险与应对")


@fault("FD105", ("指标", "第一处"))
def _(draft: Draft) -> At:
    """the same heading twice"""
    draft.doubled["优化目标"] = "指标"
    return At("优化目标", 0, "指标", again=True)


@fault("FD106", ("职责调整", "找不到标题行"), "plan")
def _(draft: Draft) -> At:
    """the heading row deleted"""
    draft.raw["职责调整"] = [["客服", "主管"], ["甲", "乙"]]
    return At("职责调整")


@fault("FD107", ("02-问题清.xlsx", "是否为 02-问题清单.xlsx"), "survey")
def _(draft: Draft) -> At:
    """a mapping to a file that is not there"""
    line = {"目标表": "流程日志", "文件": "02-问题清.xlsx", "我们的列名": "案例号", "来源列名": "case"}
    return At("列映射", draft.add("列映射", **line), "文件")


@fault("FD108", ("完成时间",), "survey")
def _(draft: Draft) -> At:
    """a mapping that leaves a required column out"""
    draft.files["log.csv"] = b"case,act,done\n1,a,2026-01-05 10:00\n"
    first = draft.add("列映射", 目标表="流程日志", 文件="log.csv", 我们的列名="案例号", 来源列名="case")
    draft.add("列映射", 目标表="流程日志", 文件="log.csv", 我们的列名="活动", 来源列名="act")
    return At("列映射", first, "我们的列名")


@fault("FD109", ("附录.xlsx", "未读取"))
def _(draft: Draft) -> At:
    """a workbook that is none of ours"""
    draft.files["附录.xlsx"] = {"Sheet1": [["甲", "乙"], ["丙", "丁"]]}
    return At(file="附录.xlsx")


@fault("FD110", ("第 2 行", "隐藏"))
def _(draft: Draft) -> At:
    """a hidden row"""
    draft.hidden["修订记录"] = 2
    return At("修订记录")


# Without the form there is no data period and no version to speak of.
@fault("FD111", ("项目信息",), ALL, apart=1)
def _(draft: Draft) -> At:
    """no project form"""
    del draft.forms["项目信息"]
    return At()


@fault("FD201", ("目标描述",), GOALS)
def _(draft: Draft) -> At:
    """a required cell left empty"""
    return At("优化目标", goal(draft, 目标描述=None), "目标描述")


@fault("FD202", ("高",), GOALS)
def _(draft: Draft) -> At:
    """a word for a number"""
    return At("优化目标", goal(draft, 基线值="高"), "基线值")


@fault("FD203", ("2.5",), "survey")
def _(draft: Draft) -> At:
    """half a person"""
    return At("调研对象", draft.add("调研对象", 对象类别="一线", 岗位或群体="质检", 计划数=2.5), "计划数")


@fault("FD204", ("-1", "不小于 0"), ("survey", "issues"))
def _(draft: Draft) -> At:
    """a count below zero"""
    return At("现场观察", draft.add("现场观察", 观察编号="O11", 类型="等待", 描述="等签字", 次数=-1), "次数")


@fault("FD205", ("上周", "2026-03-05"), GOALS)
def _(draft: Draft) -> At:
    """a date in words"""
    return At("优化目标", goal(draft, 达成日期="上周"), "达成日期")


@fault("FD206", ("效律提升", "体验优化", "是否为 效率提升"), GOALS)
def _(draft: Draft) -> At:
    """a choice misspelt"""
    return At("优化目标", goal(draft, 类别="效律提升"), "类别")


@fault("FD207", ("#DIV/0!",), GOALS)
def _(draft: Draft) -> At:
    """a formula that divides by zero"""
    return At("优化目标", goal(draft, 目标值="#DIV/0!"), "目标值")


@fault("FD208", ("没有计算结果",), GOALS)
def _(draft: Draft) -> At:
    """a formula no program has calculated"""
    return At("优化目标", goal(draft, 目标值="=1+1"), "目标值")


@fault("FD209", ("0.85", "85"), GOALS)
def _(draft: Draft) -> At:
    """a fraction beside a percentage"""
    return At("优化目标", goal(draft, 单位="%", 方向="越高越好", 基线值=0.85, 目标值=95), "基线值")


@fault("FD210", ("—", "按空白处理"))
def _(draft: Draft) -> At:
    """a dash where a number is wanted"""
    return At("现场观察", draft.add("现场观察", 观察编号="O12", 类型="等待", 描述="等电话", 次数="—"), "次数")


@fault("FD211", ("U+0007",))
def _(draft: Draft) -> At:
    """a control character"""
    return At("投诉分类", draft.add("投诉分类", 类型="态度", 数量=2, 备注="含响铃_x0007_"), "备注")


@fault("FD212", ("效率", "是否为 效率类"))
def _(draft: Draft) -> At:
    """a class that is almost a usual one"""
    return At("问题清单", issue(draft, 类别="效率")[1], "类别")


@fault("FD213", ("2001", "2000"))
def _(draft: Draft) -> At:
    """a novel in a cell"""
    number = draft.add("访谈记录", 访谈编号="I03", 对象类别="一线", 主题="其他", 性质="建议", 内容="长" * 2001)
    return At("访谈记录", number, "内容")


@fault("FD214", ("时长", "时长单位"), ("survey", "issues"))
def _(draft: Draft) -> At:
    """a duration without its unit"""
    number = draft.add("现场观察", 观察编号="O13", 类型="等待", 描述="等系统", 时长=3, 时长单位=None)
    return At("现场观察", number, "时长单位")


@fault("FD215", ("合并单元格",))
def _(draft: Draft) -> At:
    """merged cells among the rows"""
    first = draft.add("投诉分类", 类型="流程不明", 数量=4, 备注="两类同因")
    draft.add("投诉分类", 类型="多次转接", 数量=3)
    draft.merged["投诉分类"] = ("备注", first, first + 1)
    return At("投诉分类", first, "备注")


@fault("FD301", ("Y09",), "plan")
def _(draft: Draft) -> At:
    """one number for two things"""
    draft.add("工具与系统需求", 编号="Y09", 名称="看板")
    return At("工具与系统需求", draft.add("工具与系统需求", 编号="Y09", 名称="短信平台"), "编号")


@fault("FD302", ("降低返工", "降低重复投诉", "01-现状调研.xlsx"), GOALS)
def _(draft: Draft) -> At:
    """two files that disagree"""
    draft.add("优化目标", 目标编号="G88", 类别="质量改善", 目标描述="降低重复投诉")
    rows = [["目标编号", "类别", "目标描述"], ["G88", "质量改善", "降低返工"]]
    draft.files["补充.xlsx"] = {"优化目标": rows}
    return At("优化目标", file="补充.xlsx", cell="C2")


@fault("FD303", ("F2", "流程步骤", "是否为 F02"), ("survey", "issues"))
def _(draft: Draft) -> At:
    """a number that leads nowhere"""
    number = draft.add("现场观察", 观察编号="O14", 类型="等待", 描述="等转办", 步骤编号="F2")
    return At("现场观察", number, "步骤编号")


@fault("FD304", ("F02", "只计一次"))
def _(draft: Draft) -> At:
    """a number twice in one cell"""
    number = draft.add(
        "访谈记录", 访谈编号="I04", 对象类别="一线", 涉及步骤="F02、F02", 主题="登记", 性质="痛点", 内容="系统慢"
    )
    return At("访谈记录", number, "涉及步骤")


# A task left out may be the one that a measure seems to lack (FD813).
@fault("FD305", ("T11 → T11",), "plan", apart=1)
def _(draft: Draft) -> At:
    """a task that waits for itself"""
    number = draft.add(
        "实施计划",
        任务编号="T11",
        任务="培训",
        责任岗位="甲",
        开始日期="2026-09-01",
        结束日期="2026-09-09",
        前置任务="T11",
    )
    return At("实施计划", number, "前置任务")


@fault("FD306", ("完全相同",))
def _(draft: Draft) -> At:
    """a row pasted twice"""
    row = {"类型": "其他渠道", "数量": 2}
    draft.add("投诉分类", **row)
    return At("投诉分类", draft.add("投诉分类", **row))
