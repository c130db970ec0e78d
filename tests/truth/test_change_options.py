"""Kind 5: an alternative has its own flow, tasks, tools and risks; what it has not is unknown, never lent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.analysis import options
from fixdocs.analysis.claims import change
from fixdocs.project import Project
from fixdocs.schema.improve import Alternative, Decision, Measure, Risk, Task, ToBeStep, Tool
from tests.reports.plans import END, START, flows, read, step, thin
from tests.truth.changes import Line, found, said

BEFORE = [START, step("F2", 120), step("F3", 60), END]


def measures(*keys: str) -> tuple[Measure, ...]:
    return tuple(Measure(id=k, roots=("R1",), name=f"措施{k}", content="做", post="主管") for k in keys)


def alternatives(**held: tuple[str, ...]) -> tuple[Alternative, ...]:
    return tuple(Alternative(id=key, name=f"方案{key}", measures=keys) for key, keys in held.items())


def own(key: str, minutes: float, alternative: str | None = None, measure: str | None = None, **more: Any) -> Line:
    marks = {"alternatives": (alternative,)} if alternative else {}
    by = {"measures": (measure,)} if measure else {}
    return step(key, minutes, **{"origins": ("F2",), **marks, **by, **more})


TWO: dict[str, Any] = {"alternatives": alternatives(S1=("M1",), S2=("M2",)), "measures": measures("M1", "M2")}


def marked(one: float, two: float) -> dict[str, Any]:
    """Two alternatives with a step each, told by 适用方案."""
    return flows(BEFORE, [START, own("N2", one, "S1"), own("N3", two, "S2"), step("F3", 60), END]) | TWO


def test_kind_05_each_alternative_has_the_lead_time_of_its_own_flow() -> None:
    made = read(thin(**marked(30, 90)))
    row = next(row for row in made.table("备选方案比较") if row[0] == "总历时（预期）")
    assert row == ("总历时（预期）", "90 分钟", "2.5 小时")
    assert change.missing(found(**marked(30, 90))) is None
    assert change.shared(found(**marked(30, 90))) is None


def test_kind_05_a_step_belongs_to_an_alternative_through_its_measure() -> None:
    by_measure = flows(BEFORE, [START, own("N2", 30, measure="M1"), own("N3", 90, measure="M2"), step("F3", 60), END])
    held = {o.alternative.id: o.flow.lead for o in found(**by_measure, **TWO).options if o.alternative}
    assert held == {"S1": 90, "S2": 150}
    assert held == {o.alternative.id: o.flow.lead for o in found(**marked(30, 90)).options if o.alternative}


def test_kind_05_an_alternative_without_own_steps_has_no_flow_and_no_lead_time() -> None:
    sheets = flows(BEFORE, [START, own("N2", 30, "S1"), step("F3", 60), END]) | TWO
    made = read(thin(**sheets))
    row = next(row for row in made.table("备选方案比较") if row[0] == "总历时（预期）")
    assert row == ("总历时（预期）", "90 分钟", "—")
    assert "方案 S2（方案S2）没有单独填写改进后流程，其总历时未知" in made.text
    text = said(change.missing(found(**sheets)))
    assert "S2" in text
    assert "S1" not in text


def test_kind_05_a_part_of_anothers_steps_is_no_flow_of_its_own() -> None:
    """The second leaves the third measure out: what it does there instead is not written."""
    sheets = flows(BEFORE, [START, own("N2", 30, measure="M1"), step("F3", 20, measures=("M3",)), END])
    held = found(**sheets, alternatives=alternatives(S1=("M1", "M3"), S2=("M1", "M2"), S3=("M2",)),
                 measures=measures("M1", "M2", "M3"))  # fmt: skip
    assert [o.alternative.id for o in held.options if o.alternative] == ["S1"]


def test_kind_05_a_flow_that_would_lead_to_steps_it_has_not_is_none() -> None:
    ways = [{"target": "N3", "result": "快"}, {"target": "F3", "result": "慢"}]
    lines = [START, own("N2", 30, "S2", exits=ways), own("N3", 10, measure="M1"), step("F3", 60), END]
    assert [o.alternative.id for o in found(**flows(BEFORE, lines), **TWO).options if o.alternative] == ["S1"]


def test_kind_05_one_flow_for_all_is_said_once_and_no_lead_time_a_alternative() -> None:
    sheets = flows(BEFORE, [START, own("N2", 30), step("F3", 60), END]) | TWO
    made = read(thin(**sheets))
    assert "2 个备选方案的改进后流程相同" in made.text
    assert not [row for row in made.table("备选方案比较") if row[0] == "总历时（预期）"]
    assert change.shared(found(**sheets)) is not None
    assert change.pending(found(**sheets)) is None
    assert change.pending(found(**marked(30, 90))) is not None
    assert change.missing(found(**sheets)) is None


def test_kind_05_the_plan_of_a_chosen_alternative_shows_its_flow_alone() -> None:
    for key, lead, other in (("S1", "90 分钟", "2.5 小时"), ("S2", "2.5 小时", "90 分钟")):
        text = read(thin(**marked(30, 90), decision=Decision(adopted=key))).texts("改进后流程")
        assert f"缩短到 {lead}" in text
        assert f"缩短到 {other}" not in text


def test_kind_05_swapping_the_alternatives_rows_swaps_every_sentence() -> None:
    def told(one: float, two: float) -> dict[str, list[str]]:
        held = found(**marked(one, two))
        return {o.alternative.id: [said(change.lead(o)), said(change.counts(o))] for o in held.options if o.alternative}

    first, swapped = told(30, 240), told(240, 30)
    assert first["S1"] == swapped["S2"]
    assert first["S2"] == swapped["S1"]
    assert "缩短" in first["S1"][0]
    assert "延长" in first["S2"][0]


def test_kind_05_the_flow_of_another_alternative_is_told_once() -> None:
    sheets = marked(30, 90)
    both = tuple(
        s.model_copy(update={"alternatives": ("S1", "S2")}) if s.id == "N2" else s
        for s in sheets["to_be"] if s.id != "N3"
    )  # fmt: skip
    three = sheets | {"to_be": both, "alternatives": alternatives(S1=("M1",), S2=("M2",), S3=("M1", "M2"))}
    held = found(**three)
    assert [said(change.same_as(o, held.options[:n])) for n, o in enumerate(held.options)] == [
        "", "各步骤与方案 S1 的改进后流程相同，图与各表见该节。",
    ]  # fmt: skip
    assert "方案 S3（方案S3）没有单独填写改进后流程" in said(change.missing(held))


DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("cells", "belongs"),
    [
        ({}, ("S1", "S2")),
        ({"measures": ("M1",)}, ("S1",)),
        ({"measures": ("M2",)}, ("S2",)),
        ({"measures": ("M1", "M2")}, ("S1", "S2")),
        ({"measures": ("M9",)}, ("S1", "S2")),  # in no alternative
        ({"measures": ("M1",), "alternatives": ("S2",)}, ("S2",)),  # what is marked goes before
    ],
)
def test_kind_05_tasks_and_tools_belong_as_steps_do(cells: dict[str, Any], belongs: tuple[str, ...]) -> None:
    project = Project(alternatives=TWO["alternatives"], measures=measures("M1", "M2", "M9"))
    rows = (Task(id="T1", name="做", post="主管", start=DAY, finish=DAY, **cells), Tool(id="Y1", name="系统", **cells),
            ToBeStep(**step("N2", 10, **cells)))  # fmt: skip
    for row in rows:
        assert tuple(a.id for a in project.alternatives if options.belongs(row, a, project)) == belongs
        assert options.belongs(row, None, project)


def test_kind_05_a_risk_belongs_to_the_alternatives_it_names() -> None:
    project = Project(alternatives=TWO["alternatives"])
    risk = Risk(id="K1", name="延期", answer="盯", alternatives=("S2",))
    assert [options.belongs(risk, a, project) for a in project.alternatives] == [False, True]


def test_kind_05_the_table_shows_the_tasks_and_tools_of_each() -> None:
    sheets = marked(30, 90) | {
        "tasks": (Task(id="T1", name="做一", post="主管", start=DAY, finish=DAY, measures=("M1",)),
                  Task(id="T2", name="做二", post="主管", start=DAY, finish=DAY)),
        "tools": (Tool(id="Y1", name="系统", measures=("M2",)),),
    }  # fmt: skip
    rows = {row[0]: row[1:] for row in read(thin(**sheets)).table("备选方案比较")}
    assert rows["任务"] == ("2 项\nT1、T2", "1 项\nT2")
    assert rows["工具与系统"] == ("—", "1 项\nY1")
    same = sheets | {"tasks": sheets["tasks"][1:], "tools": ()}
    assert not {"任务", "工具与系统"} & {row[0] for row in read(thin(**same)).table("备选方案比较")}


def test_kind_05_no_row_of_alternatives_before_there_are_any() -> None:
    project = replace(thin(**marked(30, 90)), alternatives=())
    flows_ = options.flows(project)
    assert [alternative for alternative, _ in flows_] == [None, None]
    assert [[s.id for s in steps] for _, steps in flows_] == [["F1", "N2", "F3", "F9"], ["F1", "N3", "F3", "F9"]]
