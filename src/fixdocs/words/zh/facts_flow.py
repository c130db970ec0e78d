"""The facts of a flow."""

from .. import FactWords

FACTS: dict[str, FactWords] = {
    "flow.lead": FactWords(
        "总历时",
        "各步骤（作业时间＋等待时间）×每个案例平均经过次数，求和；并行时只取平均耗时最长的一支，相等时取先列的一支。"
        "自然日按 5÷7 折算为工作日；全部以自然日填写的流程按自然日计。",
    ),
    "flow.touch": FactWords("作业时间", "各步骤作业时间×平均经过次数，求和；并行时只计总历时所取的一支。"),
    "flow.wait": FactWords("等待时间", "各步骤等待时间×平均经过次数，求和；并行时只计总历时所取的一支。"),
    "flow.work": FactWords("总作业量", "各步骤作业时间×平均经过次数，并行的各支都计入，求和。"),
    "flow.calendar": FactWords(
        "总历时中以自然日填写的部分", "以自然日填写的作业和等待时间×平均经过次数，求和，未折算。"
    ),
    "flow.pce": FactWords(
        "流程周期效率（PCE）", "总历时所取的一支上增值步骤的作业时间÷总历时；审批和返工步骤不计为增值。"
    ),
    "flow.wait_share": FactWords("等待时间占总历时的比例", "等待时间÷总历时。"),
    "flow.steps": FactWords("步骤数", "流程表的行数，含开始、判断、并行、汇合和结束。"),
    "flow.posts": FactWords("岗位数", "流程表中不同责任岗位的个数。"),
    "flow.end_share": FactWords("止于某个终点的案例比例", "由各分支占比按吸收马尔可夫链计算。"),
    "flow.handoffs": FactWords(
        "岗位交接次数",
        "沿主路径（判断取占比最大的不退回去向，没有填全占比的取第一个）相邻两步责任岗位不同的次数，并行的各支都计入。",
    ),
    "flow.approvals": FactWords("审批节点数", "“是否审批”填“是”的步骤数；有活动没有填写时，只知道至少有这些。"),
    "flow.customer_actions": FactWords(
        "客户操作数", "“客户是否操作”填“是”的步骤数；有活动没有填写时，只知道至少有这些。"
    ),
    "flow.decisions": FactWords("判断数", "类型为“判断”的步骤数。"),
    "flow.systems": FactWords(
        "系统或工具数", "“系统或工具”中不同名称的个数，一格中的几个名称分别计；有活动没有填写时，只知道至少有这些。"
    ),
    "flow.timed": FactWords("有耗时的步骤数", "案例会经过、且填写了作业时间或等待时间的步骤数。"),
    "flow.estimated": FactWords("耗时为估计值的步骤数", "有耗时的步骤中，“耗时来源”为“估计”的步骤数。"),
    "flow.blank": FactWords("没有耗时的步骤数", "案例会经过、但作业时间和等待时间都没有填写的活动数。"),
    "flow.unwaited": FactWords("没有填写等待时间的步骤数", "填写了作业时间、没有填写等待时间的活动数。"),
    "flow.untouched": FactWords("没有填写作业时间的步骤数", "填写了等待时间、没有填写作业时间的活动数。"),
    "flow.gaps": FactWords("作业或等待时间没有填写的步骤数", "作业时间和等待时间只填写了一项的活动数。"),
    "flow.untyped": FactWords("没有价值类型的步骤数", "有作业时间而没有填写价值类型的步骤数。"),
    "flow.regulated": FactWords("有法规或内控要求的步骤数", "填写了“法规或内控要求”的步骤数。"),
    "flow.step_stay": FactWords("步骤的停留时间", "（作业时间＋等待时间）×每个案例平均经过次数。"),
    "flow.step_wait": FactWords("步骤的等待时间", "等待时间×每个案例平均经过次数。"),
    "flow.step_share": FactWords("步骤停留时间占总历时的比例", "步骤的停留时间÷总历时。"),
    "flow.step_visits": FactWords("步骤的平均经过次数", "由各分支占比按吸收马尔可夫链计算；占比不全时按主路径。"),
    "flow.step_once": FactWords("步骤每次的停留时间", "作业时间＋等待时间。"),
    "flow.work_aside": FactWords("较短各支的作业时间", "总作业量减去作业时间。"),
    "flow.post_touch": FactWords("岗位的作业时间", "该岗位各步骤的作业时间×平均经过次数，并行的各支都计入，求和。"),
    "flow.post_wait": FactWords("岗位的等待时间", "该岗位各步骤的等待时间×平均经过次数，并行的各支都计入，求和。"),
    "flow.post_share": FactWords("岗位停留时间的占比", "该岗位的作业与等待时间÷各岗位的作业与等待时间合计。"),
    "flow.value_time": FactWords(
        "某种价值类型的作业时间", "总历时所取的一支上，该类型各步骤的作业时间×平均经过次数，求和。"
    ),
    "flow.value_share": FactWords("某种价值类型占作业时间的比例", "该类型的作业时间÷作业时间。"),
    "flow.value_blank": FactWords("没有价值类型的作业时间", "作业时间减去各价值类型的作业时间。"),
    "flow.returns": FactWords("回退处数", "从开始出发，通向已经过步骤的去向数；同两步之间的几个结果计一处。"),
    "flow.return_share": FactWords(
        "至少退回一次的案例比例", "平均退回次数÷（1＋退回后再次退回的平均次数），由各分支占比按吸收马尔可夫链计算。"
    ),
    "flow.return_mean": FactWords("平均每个案例退回次数", "退回的起点平均经过次数×退回去向的占比。"),
}
