"""Conditions of a decision are counted once: two reports that list them hold the same ones (kind 15)."""

from __future__ import annotations

import pytest

from fixdocs.analysis.conditions import conditions, counted
from fixdocs.analysis.facts import Cells
from fixdocs.schema.improve import Alternative, Decision
from tests.reports.plans import box, read, thin
from tests.reports.test_evaluation import THIN, composed, panel


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("先试行；再推广;年底复评", ("先试行", "再推广", "年底复评")),
        ("先试行\n再推广。\n", ("先试行", "再推广")),
        ("1. 先试行 2. 再推广", ("先试行", "再推广")),
        ("1、完成2、3级培训2、再推广", ("完成2、3级培训", "再推广")),
        ("（1）先试行（2）再推广", ("先试行", "再推广")),
        ("①先试行②再推广", ("先试行", "再推广")),
        ("1)先试行\n2)再推广", ("先试行", "再推广")),
        ("人员配比为1;2", ("人员配比为1;2",)),
        ("投入不超过1.5万元；4 月复评", ("投入不超过1.5万元", "4 月复评")),
        ("先试行（1）个月", ("先试行（1）个月",)),
        ("2.0 版上线后执行第1、2条", ("2.0 版上线后执行第1、2条",)),
        (None, ()),
    ],
)
def test_conditions_are_parted_by_stops_lines_and_numbers_but_not_inside_figures(
    text: str | None, items: tuple[str, ...]
) -> None:
    assert conditions(Decision(conditions=text)) == items


def test_the_count_is_a_fact_of_the_minutes_cell() -> None:
    decision = Decision(conditions="甲；乙")
    held = counted(decision)
    assert held == 2
    assert held is not None
    assert held.fact.sources == (Cells("decision", ("conditions",), (decision,)),)
    assert counted(None) is None


@pytest.mark.parametrize("text", ["先试行；再推广;年底复评", "1. 先试行 2. 再推广", "人员配比为1;2"])
def test_kind_15_both_reports_list_the_same_conditions(text: str) -> None:
    decision = Decision(adopted="S1", conditions=text)
    chosen = Alternative(id="S1", name="甲", measures=("M1",))
    plan = box(read(thin(alternatives=(chosen, Alternative(id="S2", name="乙", measures=())), decision=decision)))
    evaluation = composed(panel(THIN, decision))
    listed = next(line.value for line in evaluation.asks if line.label == "附带条件")
    assert plan["附带条件"] == listed
    assert listed.split("\n") == [str(point.text) for point in evaluation.conditions] == list(conditions(decision))
