"""An objective whose indicator has no monthly data blocks nothing, but is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.analysis.claims.goals import no_data
from fixdocs.analysis.facts import fact_of
from fixdocs.analysis.findings import analyse
from fixdocs.diagnostics import Severity
from fixdocs.diagnostics.codes import CODES
from fixdocs.pipeline import check
from fixdocs.project import project_of
from fixdocs.reports.shared.writer import Writer
from fixdocs.schema.choices import GoalKind
from fixdocs.schema.survey import Goal, Indicator
from fixdocs.words import words_of
from tests.reports.reading import info
from tests.rules.draft import Draft, draft


def goal(key: str, indicator: str | None) -> Goal:
    return Goal(id=key, kind=GoalKind.EFFICIENCY, description="更快", indicator=indicator, baseline=5, target=3)


def said(*rows: Goal | Indicator) -> str | None:
    project = project_of([info(), *rows])
    made = no_data(project)
    return Writer(analyse(project), words_of("zh")).claim(made) if made else None


def test_kind_10_an_objective_without_monthly_data_is_said() -> None:
    bare = Indicator(name="满意度", target=80)
    text = said(goal("G1", "耗时"), goal("G2", "满意度"), goal("G3", None), goal("G4", "投诉量"), bare,
                Indicator(name="投诉量", months={3: 12.0}))  # fmt: skip
    assert text is not None
    assert text.startswith("2 项目标")
    assert "G1" in text
    assert "G2" in text
    assert "G3" not in text  # it names no indicator at all
    assert "G4" not in text
    assert "耗时、满意度" in text


def test_kind_10_with_data_for_each_nothing_is_said() -> None:
    assert said(goal("G1", "耗时"), Indicator(name="耗时", months={1: 4.0})) is None
    assert said(goal("G1", None)) is None
    assert said() is None


def test_its_number_comes_from_the_goals() -> None:
    made = no_data(project_of([info(), goal("G1", "耗时")]))
    assert made is not None
    fact = fact_of(made.slots["n"])
    assert fact is not None
    assert [(cells.sheet, cells.columns) for cells in fact.sources] == [("goals", ("indicator",))]


def blank(sheet: Draft) -> None:
    sheet.sheets["运行数据"][0] |= dict.fromkeys(["目标值", *(f"第{n}月" for n in range(1, 7))])


def gone(sheet: Draft) -> None:
    del sheet.sheets["运行数据"]


@pytest.mark.parametrize("change", [blank, gone])
def test_kind_10_it_blocks_nothing(change: object, tmp_path: Path) -> None:
    sheet = draft()
    change(sheet)
    checked = check(sheet.write(tmp_path))
    assert {d.code for d in checked.diagnostics} == {"FD514"}
    assert CODES["FD514"].severity is Severity.HINT
    assert not checked.project.faulty


def test_a_slip_of_the_pen_is_still_an_error(tmp_path: Path) -> None:
    sheet = draft()
    sheet.set("优化目标", 1, 指标="流程平均耗时间")
    assert "FD303" in {d.code for d in check(sheet.write(tmp_path)).diagnostics}


def test_a_blank_indicator_with_an_objective_is_no_fault(tmp_path: Path) -> None:
    """预期指标 blank, 对应目标 given: the objective's indicator is meant."""
    sheet = draft()
    sheet.set("改进措施", 1, 对应目标="G01", 预期指标=None, 预期值=1.5, 测算依据="试算")
    assert [d.code for d in check(sheet.write(tmp_path)).diagnostics] == []
