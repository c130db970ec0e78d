"""A university library's interlending: two clocks, uneven branches, gaps, ties and trials that disagree with figures."""

from __future__ import annotations

from fixdocs.project import Project, project_of

from . import library_flow as flow
from . import library_issues as issues
from . import library_mass as mass
from . import library_plan as plan


def library() -> Project:
    """馆际互借流程优化 of a library that does not exist; every sheet but 列映射 is filled, some with one row."""
    return project_of(
        [
            flow.INFO, *flow.REVISIONS, *flow.GOALS, *flow.PARTIES, *flow.STEPS, *flow.INDICATORS, *flow.COMPLAINTS,
            *flow.INTERVIEWS, *flow.QUESTIONS, *flow.OBSERVATIONS,
            *issues.ISSUES, *issues.RATING, *issues.FIVE_W, *issues.CAUSES, *issues.CHAINS, *issues.ROOTS,
            *plan.MEASURES, *plan.TO_BE, *plan.DUTIES, *plan.TOOLS, *plan.TASKS, *plan.RISKS, *plan.ALTERNATIVES,
            *plan.REVIEWERS, *plan.CRITERIA, *plan.SCORES, plan.DECISION,
        ],
        answers=mass.answers(), tickets=mass.tickets(), log=mass.log(),
    )  # fmt: skip
