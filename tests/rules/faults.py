"""Every code as a change of a sound project: what a person did, where it is told, what the message says.

``apart`` numbers a fault that cannot live in one project with the rest, with the reason beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .draft import At, Draft, measure, new_step, task

ALL = ("survey", "issues", "causes", "plan", "evaluation")
"""The reports of which is said here by hand what blocks them; a further one has tests of its own."""


@dataclass(frozen=True)
class Fault:
    """A change that gives ``code`` at the place it returns.

    ``says`` are parts of the Chinese message: what was found, what is wanted, the near miss. ``blocks`` are the
    reports it keeps from being written; ``also`` codes that follow from it of necessity.
    """

    code: str
    name: str
    change: Callable[[Draft], At]
    says: tuple[str, ...]
    blocks: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()
    apart: int = 0

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


FAULTS: list[Fault] = []


@dataclass
class fault:  # noqa: N801 - reads as the decorator it is
    """Register the change below as a fault; its docstring is its name."""

    code: str
    says: tuple[str, ...] | str
    blocks: tuple[str, ...] | str = ()
    also: tuple[str, ...] = ()
    apart: int = 0
    kept: list[Fault] = field(default_factory=lambda: FAULTS)

    def __call__(self, change: Callable[[Draft], At]) -> Callable[[Draft], At]:
        def texts(value: tuple[str, ...] | str) -> tuple[str, ...]:
            return (value,) if isinstance(value, str) else value

        name = (change.__doc__ or change.__name__).strip()
        self.kept.append(
            Fault(self.code, name, change, texts(self.says), texts(self.blocks), frozenset(self.also), self.apart)
        )
        return change


def goal(draft: Draft, **cells: Any) -> int:
    """A further goal that M01 serves, sound but for ``cells``."""
    number = len(draft.sheets["优化目标"]) + 1
    draft.sheets["改进措施"][0]["对应目标"] += f"、G{number:02}"
    base = {"目标编号": f"G{number:02}", "类别": "成本控制", "目标描述": "降低单件成本", "方向": "越低越好"}
    return draft.add("优化目标", **(base | cells))


def issue(draft: Draft, **cells: Any) -> tuple[str, int]:
    """A further issue that is not core, sound but for ``cells``; its id and record."""
    key = f"P{len(draft.sheets['问题清单']) + 1:02}"
    base = {"问题编号": key, "问题描述": "回访漏做", "类别": "质量类", "影响范围": "客服部", "来源": "I01", "影响程度": 2,
            "发生频率": 2}  # fmt: skip
    return key, draft.add("问题清单", **(base | cells))


def core(draft: Draft, **cells: Any) -> tuple[str, int]:
    """A further core issue."""
    return issue(draft, **({"影响程度": 5, "发生频率": 5} | cells))


def cause(draft: Draft, **cells: Any) -> tuple[str, int]:
    """A further cause of P01, not verified."""
    key = f"C{len(draft.sheets['鱼骨图']) + 1:02}"
    base = {"问题编号": "P01", "原因编号": key, "维度": "法", "原因": "职责不清", "上级原因": None, "判定": "待验证"}
    return key, draft.add("鱼骨图", **(base | cells))


def chain(draft: Draft, **cells: Any) -> tuple[str, int]:
    """A further chain of P01."""
    key = f"W{len(draft.sheets['五问法']) + 1:02}"
    base = {"链编号": key, "问题编号": "P01", "为什么1": "甲", "为什么2": "乙", "反向验证": "通过"}
    return key, draft.add("五问法", **(base | cells))


def root(draft: Draft, *, met: bool = True, **cells: Any) -> tuple[str, int]:
    """A further root cause, answered by M01 where it is to be ``met``."""
    key = f"R{len(draft.sheets['根因']) + 1:02}"
    base = {"根因编号": key, "问题编号": "P02", "来源": "C02", "根因描述": "没有规定时限"}
    if met:
        draft.sheets["改进措施"][0]["根因编号"] += f"、{key}"
    return key, draft.add("根因", **(base | cells))


def further_measure(draft: Draft, *, into: int = 0, tasked: bool = False, **cells: Any) -> tuple[str, int]:
    """A further measure of R02; ``into`` is the alternative's record that takes it."""
    key = f"M{len(draft.sheets['改进措施']) + 1:02}"
    if into:
        draft.sheets["备选方案"][into - 1]["措施编号"] += f"、{key}"
    if tasked:
        further_task(draft, 关联措施=key)
    return key, draft.add("改进措施", **measure(key, "R02", f"措施{key}", **cells))


def further_task(draft: Draft, **cells: Any) -> tuple[str, int]:
    key = f"T{len(draft.sheets['实施计划']) + 1:02}"
    return key, draft.add("实施计划", **(task(key, f"任务{key}", 9, 10) | cells))


def further_step(draft: Draft, kind: str = "活动", **cells: Any) -> tuple[str, int]:
    """A further row of the to-be flow of S02, behind its end: nothing leads to it."""
    key = f"N{len(draft.sheets['改进后流程']) + 31}"
    base: dict[str, Any] = {"适用方案": "S02", "去向1": "N02", "措施编号": "M01"}
    if kind == "活动":
        base |= {"作业时间": 1, "作业单位": "小时"}
    return key, draft.add("改进后流程", **new_step(key, f"步骤{key}", kind, None, **(base | cells)))


def reviewer(draft: Draft, *, scores: dict[str, tuple[Any, Any, Any]], **cells: Any) -> tuple[str, int]:
    """A further reviewer with his scores."""
    key = f"E{len(draft.sheets['评审人']) + 1:02}"
    for alternative, (feasible, effective, risk) in scores.items():
        draft.add("评分", 评审人=key, 方案编号=alternative, 可行性=feasible, 有效性=effective, 风险性=risk)
    base = {"评审人编号": key, "姓名或代号": f"评审{key}", "部门": "运营部", "类别": "业务", "出席": "出席"}
    return key, draft.add("评审人", **(base | cells))


FAIR = {"S01": (4, 5, 3), "S02": (5, 3, 3), "S03": (3, 4, 3)}
