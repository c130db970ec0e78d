"""Projects for the improvement plan's tests, and the plan read back."""

from __future__ import annotations

from typing import Any

from fixdocs.project import Project
from fixdocs.schema.choices import GoalKind, StepKind, TimeUnit
from fixdocs.schema.improve import Measure, RootCause, ToBeStep
from fixdocs.schema.survey import Goal, Step

from .reading import Read, built, dangling, info


def read(project: Project) -> Read:
    made = Read(built("plan", project))
    assert dangling(made.text) == []
    return made


def box(made: Read) -> dict[str, str]:
    rows = next(block.rows for block in made.under("提请决策事项") if block.rows)
    return {row[0]: row[1] for row in rows}


def thin(**sheets: Any) -> Project:
    """The form, one root cause, one measure, and what is given."""
    held: dict[str, Any] = {
        "info": info(),
        "roots": (RootCause(id="R1", issues=("P1",), sources=(), description="没有规则"),),
        "measures": (Measure(id="M1", roots=("R1",), name="立规则", content="写成文件", post="主管"),),
    }
    return Project(**(held | sheets))


def step(key: str, minutes: float, kind: StepKind = StepKind.ACTIVITY, **more: Any) -> dict[str, Any]:
    timed = {"touch": minutes, "touch_unit": TimeUnit.MINUTES} if minutes else {}
    return {"id": key, "name": f"步骤{key}", "kind": kind, "post": "专员", **timed, **more}


def flows(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[str, Any]:
    return {"steps": tuple(Step(**s) for s in before), "to_be": tuple(ToBeStep(**s) for s in after)}


START, END = step("F1", 0, StepKind.START), step("F9", 0, StepKind.END)


def goal(**more: Any) -> Goal:
    given = {"id": "G1", "kind": GoalKind.EFFICIENCY, "description": "更快", "indicator": "耗时", "unit": "天"}
    return Goal(**(given | more))


def promising(value: float | None, **more: Any) -> Measure:
    given = {"id": "M1", "roots": ("R1",), "name": "立规则", "content": "写成文件", "post": "主管", "goals": ("G1",),
             "indicator": "耗时", "expected": value}  # fmt: skip
    return Measure(**(given | more))
