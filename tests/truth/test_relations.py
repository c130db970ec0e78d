"""The input is changed in a way of which it is known what must change in the reports, over all test projects.

:data:`RELATIONS` counts them; each runs over every project of ``PROJECTS``, those that need no sheet of their own also
over projects made by Hypothesis (``test_relations_made``).
"""

from __future__ import annotations

from functools import cache

import pytest

from . import relations as r
from .noticed import Noticed, noticed
from .projects import PROJECTS

RELATIONS = {
    "a project changed as a whole": len(r.WHOLE),
    "rows of a sheet in another order": len(r.ORDERED),
    "an optional column blank": len(r.BLANKS),
    "half the rows of a sheet without optional cells": len(r.SHEETS_OF_BLANKS),
}
"""How many relations there are, by kind."""

NAMES = list(PROJECTS)


@cache
def before(name: str) -> Noticed:
    return noticed(PROJECTS[name]())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("relation", r.WHOLE)
def test_a_project_changed_as_a_whole(relation: str, name: str) -> None:
    r.WHOLE[relation](before(name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sheet", r.ORDERED)
def test_rows_in_another_order(sheet: str, name: str) -> None:
    r.order(before(name), sheet)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("sheet", "column"), r.BLANKS)
def test_a_blank_column(sheet: str, column: str, name: str) -> None:
    r.blank(before(name), sheet, column)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sheet", r.SHEETS_OF_BLANKS)
def test_half_the_cells_blank(sheet: str, name: str) -> None:
    r.half_blank(before(name), sheet)


def test_every_relation_meets_a_project_that_it_can_change() -> None:
    """A relation over nothing says nothing: each sheet that is turned or blank is filled in one project at least."""
    sheets = {*r.ORDERED, *(sheet for sheet, _ in r.BLANKS)}
    assert [s for s in sheets if not any(before(name).found.project.count(s) for name in NAMES)] == []
    assert any(before(name).found.scoring and before(name).found.indicators for name in NAMES)
