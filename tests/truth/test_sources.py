"""The workbook of sources by itself: ranges, and nothing that leads to an anonymous reviewer."""

from __future__ import annotations

import io

import openpyxl
import pytest

from fixdocs.analysis.facts import Cells, Fact
from fixdocs.diagnostics import Source
from fixdocs.project import Origin, Project, project_of
from fixdocs.schema.choices import GoalKind, YesNo
from fixdocs.schema.improve import Reviewer, Score
from fixdocs.schema.survey import Goal
from fixdocs.sources.book import write_book
from fixdocs.sources.cells import Finder
from fixdocs.sources.ledger import Printed
from fixdocs.words import words_of
from tests.reports.reading import info

SOURCE = Source("01-现状调研.xlsx", "优化目标")
COLUMNS = {"id": 1, "baseline": 7, "target": 8}
GOALS = [Goal(id=f"G{n}", kind=GoalKind.COST, description="省") for n in range(1, 6)]


def project(*rows: int) -> Project:
    """Goals in the sheet rows that are given."""
    held = project_of([info(), *GOALS[: len(rows)]])
    origins = {id(goal): Origin(SOURCE, row, COLUMNS) for goal, row in zip(held.goals, rows, strict=True)}
    return Project(info=held.info, goals=held.goals, origins=origins)


@pytest.mark.parametrize(
    ("rows", "columns", "addresses"),
    [
        ((5, 6, 7), ("baseline",), ["G5:G7"]),
        ((5, 6, 7), ("baseline", "target"), ["G5:H7"]),
        ((5, 7), ("baseline",), ["G5", "G7"]),
        ((5,), ("baseline",), ["G5"]),
        ((5, 6), (), ["5:6"]),
        ((5,), ("baseline", "unit"), ["G5"]),  # the file has no such column
    ],
)
def test_cells_that_touch_are_one_range(rows: tuple[int, ...], columns: tuple[str, ...], addresses: list[str]) -> None:
    found = Finder(project(*rows)).ranges((Cells("goals", columns),))
    assert [held.address for held in found] == addresses


@pytest.mark.parametrize("anonymous", [YesNo.YES, YesNo.NO])
def test_nothing_leads_to_an_anonymous_reviewer(anonymous: YesNo) -> None:
    score = Score(reviewer="V03", alternative="S01", values={"有效性": 4.0})
    held = project_of([info(anonymous=anonymous), Reviewer(id="V03", name="甲"), score])
    origins = {id(held.scores[0]): Origin(Source("05-方案评估.xlsx", "评分"), 9, {"values[有效性]": 3})}
    held = Project(info=held.info, reviewers=held.reviewers, scores=held.scores, origins=origins)
    fact = Fact("scoring.own_total", ("V03", "S01"), (Cells("scores", ("values[有效性]",), held.scores),))
    row = Printed("evaluation", "一", "", "4.00", "4.00", 4.0, fact)
    book = openpyxl.load_workbook(io.BytesIO(write_book([row], held, words_of("zh")))).worksheets[0]
    texts = [str(cell.value) for cell in book[2] if cell.value]
    links = [cell.hyperlink for cell in book[2] if cell.hyperlink]
    assert bool(links) == (anonymous is YesNo.NO)
    assert any("V03" in text for text in texts) == (anonymous is YesNo.NO)
    assert any("S01" in text for text in texts)
