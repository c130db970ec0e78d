"""A chart of every kind, as the reports draw them, and the awkward ones."""

from __future__ import annotations

from itertools import accumulate

from fixdocs.charts import Axis, Bars, Chart, Clustered, ColumnsAndLines, Likert, Pareto, Series, Stacked, Trend

MONTHS = ("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06")
STEPS = (
    "F01 客户投诉",
    "F02 信息登记",
    "F03 分类转办",
    "F04 部门处理",
    "F05 审核与批准",
    "F06 结果反馈",
    "F07 客户回访",
)
SHARE = Axis("累计占比（%）", "0%")
PERCENT = Axis("占比（%）", "0%")


def trend() -> Trend:
    return Trend(
        alt="流程平均耗时逐月变化，6 月为 5.2 个工作日，高于目标 3.0。",
        categories=MONTHS,
        value=Axis("流程平均耗时（工作日）", "0.0"),
        series=(Series("平均耗时", (4.1, 4.4, 4.3, 4.9, 5.0, 5.2)),),
        target=Series.level("目标", 3.0, 6),
    )


def trend_of_three() -> Trend:
    return Trend(
        alt="三个部门的响应时长。",
        categories=MONTHS,
        value=Axis("首次响应时长（小时）", "0.0"),
        series=(
            Series("客服部", (2.4, 2.2, None, 2.0, 2.1, 1.9)),
            Series("技术支持部", (6.0, 6.3, 6.1, 6.8, 7.2, 7.0)),
            Series("运营部", (5.0, None, 5.5, 6.2, 6.6, 6.7)),
        ),
        target=Series.level("目标", 2.0, 6),
    )


def pareto(counts: tuple[int, ...] = (46, 31, 18, 12, 8, 5, 9), names: tuple[str, ...] = ()) -> Pareto:
    total = sum(counts)
    return Pareto(
        alt="响应慢与处理结果不满意两类投诉合计占 60%。",
        categories=names
        or ("响应慢", "处理结果不满意", "重复提交资料", "态度问题", "信息不透明", "转办错误", "其他")[: len(counts)],
        value=Axis("投诉量（件）"),
        counts=Series("投诉量", counts),
        cumulative=Series("累计占比", tuple(part / total for part in accumulate(counts))),
        share=SHARE,
        mark=Series.level("80% 线", 0.8, len(counts)),
        vital=min(4, len(counts)),
    )


def stacked() -> Stacked:
    return Stacked(
        alt="部门处理一步等待 26 小时，占总历时一半以上。",
        categories=STEPS,
        value=Axis("平均耗时（小时）", "0.0"),
        series=(
            Series("作业时间", (0.0, 0.3, 0.5, 6.0, 1.5, 0.5, 0.8)),
            Series("等待时间", (0.0, 1.2, 4.0, 26.0, 9.5, 3.0, None)),
        ),
    )


def likert() -> Likert:
    rows = ((0.05, 0.10, 0.20, 0.40, 0.25), (0.12, 0.18, 0.25, 0.30, 0.15), (0.30, 0.28, 0.20, 0.15, 0.07))
    names = ("非常不满意", "不满意", "一般", "满意", "非常满意")
    return Likert(
        alt="进度透明度一题不满意的占 58%。",
        categories=(
            "Q1 受理人员的服务态度（n=126）",
            "Q2 问题得到解决的程度（n=126）",
            "Q3 处理过程中能随时了解进度（n=124）",
        ),
        value=PERCENT,
        series=tuple(Series(name, tuple(row[at] for row in rows)) for at, name in enumerate(names)),
    )


def scores() -> Clustered:
    return Clustered(
        alt="方案 B 在有效性上最高。",
        categories=("可行性", "有效性", "风险性（已换算）"),
        value=Axis("平均分（1–5 分）", "0.0", low=0, high=5),
        series=(
            Series("方案 A 优化现有流程", (4.1, 3.2, 3.9)),
            Series("方案 B 联合小组与系统对接", (3.6, 4.6, 3.1)),
            Series("方案 C 外包", (2.9, 3.0, 2.2)),
        ),
    )


def before_and_after() -> Clustered:
    return Clustered(
        alt="五项时长的改进前后对比。",
        categories=("登记", "转办", "处理", "审批", "反馈"),
        value=Axis("平均耗时（小时）", "0.0"),
        series=(
            Series("改进前", (1.5, 4.5, 32.0, 11.0, 3.5), colour="line"),
            Series("改进后（预期）", (0.5, 0.5, 18.0, 4.0, 1.0), colour="primary"),
        ),
    )


def lying_clusters() -> Clustered:
    return Clustered(
        alt="两组对八个环节的评价。",
        categories=(
            "受理渠道是否方便",
            "材料要求是否清楚",
            "办理时限是否合理",
            "进度是否可以查询",
            "结果通知是否及时",
            "投诉渠道是否畅通",
        ),
        value=Axis("同意的占比（%）", "0%", low=0, high=1),
        series=(
            Series("客户", (0.82, 0.55, 0.41, 0.22, 0.48, 0.61)),
            Series("一线员工", (0.91, 0.72, 0.50, 0.35, 0.66, 0.70)),
            Series("管理层", (0.95, 0.88, 0.75, 0.60, 0.81, 0.90)),
        ),
        horizontal=True,
    )


def tickets() -> ColumnsAndLines:
    return ColumnsAndLines(
        alt="工单量上升，处理时长中位数由 2.1 天升至 3.0 天。",
        categories=MONTHS,
        value=Axis("工单量（件）"),
        second=Axis("处理时长（天）", "0.0"),
        series=(Series("新建工单", (210, 232, 251, 248, 289, 305)),),
        lines=(Series("中位数", (2.1, 2.2, 2.4, 2.5, 2.8, 3.0)), Series("P90", (6.5, 7.0, 7.8, 8.1, 9.4, 10.2))),
    )


def classes() -> Bars:
    return Bars(
        alt="效率类问题最多，共 9 项。",
        categories=("效率类", "质量类", "体验类", "成本类", "风险类"),
        value=Axis("问题数（项）"),
        category_title="问题类别",
        series=Series("问题数", (9, 6, 5, 2, 0)),
        strong=frozenset({0}),
    )


KINDS = {
    make.__name__: make
    for make in (
        trend,
        trend_of_three,
        pareto,
        stacked,
        likert,
        scores,
        before_and_after,
        lying_clusters,
        tickets,
        classes,
    )
}

_LONG = "客户通过电话、微信与线下窗口重复提交同一诉求，而各渠道之间没有共用的受理编号，致使前后答复不一"


def one_point() -> Trend:
    return Trend(
        alt="只有一个月的数据。",
        categories=("2024-01",),
        value=Axis("投诉量（件）"),
        series=(Series("投诉量", (12,)),),
        target=Series.level("目标", 8, 1),
    )


def nothing_but_zero() -> Bars:
    return Bars(alt="全部为零。", categories=("甲", "乙"), value=Axis("件"), series=Series("数量", (0, 0)))


def below_zero() -> Clustered:
    return Clustered(
        alt="改进比例有升有降。",
        categories=("耗时", "投诉量", "满意度", "NPS"),
        value=Axis("变化（%）", "0.0%"),
        series=(Series("变化", (-0.325, -0.41, 0.12, 0.055)), Series("目标", (-0.3, -0.3, 0.1, None))),
    )


def below_zero_lying() -> Bars:
    return Bars(
        alt="各部门 NPS。",
        categories=("客服部", "技术部", "运营部"),
        value=Axis("NPS（−100…100）", "0"),
        series=Series("NPS", (32, -18, -4)),
    )


def sixty_rows() -> Stacked:
    return Stacked(
        alt="六十个步骤。",
        categories=tuple(f"F{at:02} 第 {at} 步的名称" for at in range(1, 61)),
        value=Axis("平均耗时（小时）", "0.0"),
        series=(
            Series("作业时间", tuple(1 + at % 7 * 0.5 for at in range(60))),
            Series("等待时间", tuple(at % 11 * 0.8 for at in range(60))),
        ),
    )


def sixty_months() -> Trend:
    return Trend(
        alt="五年的投诉量。",
        categories=tuple(f"{2020 + at // 12}-{at % 12 + 1:02}" for at in range(60)),
        value=Axis("投诉量（件）"),
        series=(Series("投诉量", tuple(1200 + at * 13 % 170 for at in range(60))),),
        target=Series.level("目标", 1250, 60),
    )


def sixty_classes() -> Pareto:
    return pareto(tuple(range(90, 30, -1)), tuple(f"投诉类型{at}" for at in range(60)))


def long_names() -> Stacked:
    return Stacked(
        alt="名称很长。",
        categories=(_LONG, _LONG[:30], "短", "A step whose English name runs on for quite a while"),
        value=Axis("平均耗时（分钟）"),
        series=(Series("作业时间", (12, 1500, 3, 40)), Series(_LONG, (200, 900, 0, 10))),
    )


def long_pareto() -> Pareto:
    names = tuple(f"{_LONG[at : at + 4 + at * 3]}" for at in range(9))
    return pareto((40, 33, 21, 17, 12, 9, 6, 3, 2), names)


def many_lines() -> Trend:
    return Trend(
        alt="六条线。",
        categories=MONTHS,
        value=Axis("满意度（%）", "0.0%"),
        series=tuple(
            Series(f"部门{name}", tuple(0.93 + at * 0.007 + month % 3 * 0.002 for month in range(6)))
            for at, name in enumerate("甲乙丙丁戊己")
        ),
    )


def foul_text() -> Bars:
    return Bars(
        alt='含 <特殊> & "字符"\x07 的图',
        categories=("A & B <1>", "换行\n与\t制表", "响铃\x07与\ufffe", "", '引"号"'),
        value=Axis("件 <&>", '0" 件"'),
        series=Series("数量 <&>\x0b", (1, 2, 3, 4, 5)),
    )


def many_bars() -> Clustered:
    return Clustered(
        alt="七个方案。",
        categories=("可行性", "有效性", "风险性", "加权总分"),
        value=Axis("平均分（分）", "0.00", low=0, high=5),
        series=tuple(Series(f"方案 {name}", (3.2, 4.1, 2.5 + at * 0.3, 3.33)) for at, name in enumerate("ABCDEFG")),
    )


def two_kinds_of_ticket() -> ColumnsAndLines:
    return ColumnsAndLines(
        alt="新建与关闭的工单，三月没有时长。",
        categories=tuple(f"2024-{month:02}" for month in range(1, 13)),
        value=Axis("工单量（件）"),
        second=Axis("处理时长（小时）", "0.0"),
        category_title="月份",
        series=(
            Series("新建", tuple(1200 + at * 37 for at in range(12))),
            Series("关闭", tuple(1180 + at * 21 for at in range(12))),
        ),
        lines=(
            Series("中位数", (20.1, 21, None, 24, 26, 25, 25, 27, 30, 31, 33, 34)),
            Series("P90", (60.5, 70, None, 71, 75, 88, 85, 90, 92, 99, 101, 110)),
        ),
    )


AWKWARD = {
    make.__name__: make
    for make in (
        one_point,
        nothing_but_zero,
        below_zero,
        below_zero_lying,
        sixty_rows,
        sixty_months,
        sixty_classes,
        long_names,
        long_pareto,
        many_lines,
        foul_text,
        many_bars,
        two_kinds_of_ticket,
    )
}


def every_chart() -> dict[str, Chart]:
    """All of them by name."""
    return {name: make() for name, make in (KINDS | AWKWARD).items()}
