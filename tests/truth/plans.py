"""Small projects for the tests of the plan: two root causes, two measures, and what a test changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from fixdocs.analysis.plan import PlanFindings, analyse
from fixdocs.project import Project
from fixdocs.schema.choices import Adoption, Direction, GoalKind, Trial
from fixdocs.schema.improve import Measure, Risk, RootCause, Task, Tool
from fixdocs.schema.survey import Goal, Indicator
from tests.reports.reading import Read, built, dangling, info


def root(key: str, **more: Any) -> RootCause:
    return RootCause(**({"id": key, "issues": ("P1",), "sources": (), "description": f"根因{key}的说明"} | more))


def measure(key: str, roots: str = "R1", **more: Any) -> Measure:
    given = {"id": key, "roots": tuple(roots.split()), "name": f"办法{key}", "content": "做法", "post": "主管",
             "adoption": Adoption.ADOPTED}  # fmt: skip
    return Measure(**(given | more))


def tried(key: str, result: Trial, before: float, after: float, **more: Any) -> Measure:
    return measure(key, **({"trial": result, "before": before, "after": after, "indicator": "耗时"} | more))


def goal(key: str = "G1", **more: Any) -> Goal:
    given = {"id": key, "kind": GoalKind.EFFICIENCY, "description": f"目标{key}的说明", "indicator": "耗时", "unit": "天",
             "direction": Direction.LOWER, "baseline": 10.0, "target": 6.0}  # fmt: skip
    return Goal(**(given | more))


def months(*values: float, **more: Any) -> Indicator:
    given = {"name": "耗时", "unit": "天", "direction": Direction.LOWER, "months": dict(enumerate(values, 1))}
    return Indicator(**(given | more))


def task(key: str, begin: date, end: date, measures: str = "M1", **more: Any) -> Task:
    given = {"id": key, "name": f"事项{key}", "post": "主管", "start": begin, "finish": end}
    return Task(**(given | {"measures": tuple(measures.split())} | more))


def tool(key: str, measures: str = "M1", **more: Any) -> Tool:
    return Tool(**({"id": key, "name": f"工具{key}", "measures": tuple(measures.split())} | more))


def risk(key: str, likelihood: int | None, impact: int | None, **more: Any) -> Risk:
    given = {
        "id": key,
        "name": f"风险{key}",
        "answer": "先沟通",
        "post": "主管",
        "likelihood": likelihood,
        "impact": impact,
    }
    return Risk(**(given | more))


def plan(**sheets: Any) -> Project:
    """A project of two root causes, each answered by a measure of its own."""
    held: dict[str, Any] = {
        "info": info(),
        "roots": (root("R1"), root("R2")),
        "measures": (measure("M1", "R1"), measure("M2", "R2")),
    }
    return Project(**(held | sheets))


def findings(project: Project) -> PlanFindings:
    found = analyse(project)
    assert found is not None
    return found


def read(project: Project) -> Read:
    made = Read(built("plan", project))
    assert dangling(made.text) == []
    return made
