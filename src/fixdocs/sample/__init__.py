"""The sample project: 客户投诉处理流程优化, fictional, as rich as a real one.

Rows are made from the schema's own classes, so a wrong value cannot stand here; workbooks are written from them.
"""

from __future__ import annotations

from functools import cache

from ..project import Project, project_of
from ..schema import Row


@cache
def project() -> Project:
    """The sample in memory."""
    from . import mass
    from .flow import INFO

    found = mass.cases()
    return project_of(
        _rows(),
        tickets=mass.tickets(found, until=INFO.data_to),
        log=mass.log(found, until=INFO.data_to),
        answers=mass.answers(),
    )


def _rows() -> list[Row]:
    from . import evaluation, evidence, flow, issues, mass, plan, to_be

    indicators = mass.indicators(mass.cases())
    mean = {i.name: round(sum(i.months.values()) / len(i.months), 1) for i in indicators}
    goals = flow.goals(mean["流程平均耗时"], mean["重复投诉率"], mean["工单积压量"], mean["客户满意度"])
    return [
        flow.INFO, *flow.REVISIONS, *goals, *flow.PARTIES, *flow.STEPS, *indicators, *mass.complaints(),
        *evidence.interviews(), *evidence.QUESTIONS, *evidence.observations(),
        *issues.issues(), *issues.rating(), *issues.FIVE_W, *issues.causes(), *issues.CHAINS, *issues.ROOTS,
        *plan.MEASURES, *to_be.TO_BE, *plan.DUTIES, *plan.TOOLS, *plan.tasks(), *plan.RISKS, *plan.ALTERNATIVES,
        *evaluation.REVIEWERS, *evaluation.CRITERIA, *evaluation.scores(), evaluation.DECISION,
    ]  # fmt: skip
