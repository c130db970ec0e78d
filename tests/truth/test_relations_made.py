"""The relations of a whole project, and of the order of its rows, over projects made by Hypothesis."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fixdocs.project import Project

from . import relations as r
from .made import projects
from .noticed import noticed

MADE = settings(
    max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate]
)  # a smaller project that fails would take longer to find than the reason takes to see
SHEETS = ("steps", "to_be", "indicators", "goals", "issues", "roots", "measures", "alternatives", "criteria", "scores")


@pytest.mark.parametrize("relation", r.WHOLE)
@MADE
@given(projects())
def test_a_made_project_changed_as_a_whole(relation: str, project: Project) -> None:
    r.WHOLE[relation](noticed(project))


@MADE
@given(projects())
def test_a_made_project_in_another_order(project: Project) -> None:
    held = noticed(project)
    for sheet in SHEETS:
        r.order(held, sheet)
