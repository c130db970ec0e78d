"""A figure of each kind as a team would have it: the complaint handling of a service centre."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from fixdocs.diagrams import fishbone, gantt, matrix, why_tree
from fixdocs.diagrams.fishbone import Bone, Cause
from fixdocs.diagrams.gantt import Calendar, Task
from fixdocs.diagrams.matrix import Issue
from fixdocs.diagrams.scene import Scene
from fixdocs.diagrams.why_tree import Chain

EFFECT = "投诉平均处理时长 5.8 天，超过承诺的 3 天"


def causes() -> list[Scene]:
    bones = [
        Bone("人", (
            Cause("客服对技术类投诉判断不准", "confirmed", (
                Cause("培训只讲话术，不讲产品", "confirmed"), Cause("新员工上岗三天即接线", "pending"),
            )),
            Cause("夜班人手不足", "excluded"),
        )),
        Bone("机", (
            Cause("工单系统与维修系统没有接口", "confirmed", (
                Cause("两套系统由不同部门采购", "confirmed", (Cause("没有统一的信息化规划"),)),
            )),
            Cause("系统不提示超时", "pending"),
        )),
        Bone("料", (Cause("登记字段缺产品序列号", "confirmed"), Cause("客户描述不清", "excluded"))),
        Bone("法", (
            Cause("转办需要三级审批", "confirmed", (Cause("审批不分金额大小", "confirmed"),)),
            Cause("部门之间没有应答时限", "confirmed"),
            Cause("退回没有规定理由"),
        )),
        Bone("环"),
        Bone("测", (Cause("只考核接通率，不考核解决率", "confirmed"), Cause("没有统计转办时长", "pending"))),
    ]  # fmt: skip
    words = fishbone.Words("已确认", "已排除", "待验证", "{title}（续）", "{alt}（第 {page} 幅，共 {pages} 幅）")
    return fishbone.layout(EFFECT, bones, words, name="鱼骨图", alt="投诉处理超时的原因，按六个维度排列")


def whys() -> list[Scene]:
    late = "技术支持收到工单时已过两个工作日"
    first = (
        late,
        "分类转办要等部门主管审批",
        "审批人每天只集中处理一次",
        "审批没有时限，也不进考核",
        "审批制度 2016 年后没有修订",
    )
    second = (late, "工单靠邮件转发，常漏看", "工单系统与维修系统没有接口", "两套系统立项时没有统一的信息化规划")
    third = ("客服判断不了投诉属于哪一类", "分类口径只有八个大类", "口径没有随产品更新")
    chains = [
        Chain("W01", first, "转办需要三级审批", "passed", "R01"),
        Chain("W02", second, "转办需要三级审批", "failed", "R02"),
        Chain("W03", third, "", None, "R03"),
    ]
    words = why_tree.Words("问题", "起始原因", "为什么{n}", "根因", "反向验证通过", "反向验证不通过", "未做反向验证")
    return why_tree.layout(EFFECT, chains, words, name="五问图", alt="从问题问到三个根因")


def issues() -> list[Scene]:
    rated = [(5, 5), (5, 4), (4, 4), (4, 5), (3, 4), (4, 2), (2, 4), (3, 3), (2, 2), (1, 3), (5, 2), (4, 4)]
    shown = [
        Issue(f"P{i:02}", impact, frequency, i == 5 or (impact >= 4 and frequency >= 4 and i != 4), i in (4, 5))
        for i, (impact, frequency) in enumerate(rated, 1)
    ]
    words = matrix.Words(
        "影响程度", "发生频率", "立即解决", "重点规划", "快速改善", "持续观察",
        "核心问题", "其他问题", "人工列为核心", "人工不列为核心",
    )  # fmt: skip
    return matrix.layout(shown, words, name="优先级矩阵", alt="十二个问题按影响程度与发生频率排列")


def schedule() -> list[Scene]:
    plan = [
        ("T01", "成立投诉联合处理小组", "运营总监", 0, 5, ""),
        ("T02", "修订分类口径", "质量主管", 7, 12, "T01"),
        ("T03", "取消三级审批，改为按金额分级", "运营总监", 7, 12, "T01"),
        ("T04", "系统接口需求说明", "产品经理", 7, 10, "T01"),
        ("T05", "接口开发与联调", "技术支持工程师", 17, 35, "T04"),
        ("T06", "客户进度查询页开发", "技术支持工程师", 25, 28, "T04"),
        ("T07", "客服培训", "培训专员", 21, 10, "T02 T03"),
        ("T08", "试运行（华东区）", "客服主管", 53, 21, "T05 T06 T07"),
        ("T09", "试运行评估通过", "运营总监", 77, 0, "T08"),
        ("T10", "全面上线", "客服主管", 80, 14, "T09"),
        ("T11", "上线完成", "运营总监", 93, 0, "T10"),
    ]
    tasks = []
    for key, name, owner, first, days, after in plan:
        start = date(2025, 3, 3) + timedelta(days=first)
        end = start + timedelta(days=max(days - 1, 0))
        labels = (
            (f"{start.month}/{start.day}–{end.month}/{end.day}", f"{days}天") if days else (f"{end.month}/{end.day}",)
        )
        tasks.append(Task(key, name, owner, start, end, days == 0, tuple(after.split()), labels))
    words = gantt.Words("编号", "任务", "责任岗位", "任务", "里程碑", "前置关系", "休息日", "前置：{keys}")
    calendar = Calendar("{year}年", "{year}年{month}月", "{month}月", "{month}/{day}", "{day}")
    return gantt.layout(tasks, words, calendar, name="甘特图", alt="实施计划，三月至六月，两个里程碑")


KINDS: dict[str, Callable[[], list[Scene]]] = {
    "fishbone": causes,
    "why tree": whys,
    "priority matrix": issues,
    "gantt": schedule,
}
