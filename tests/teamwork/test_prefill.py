"""What the next step's workbook begins with."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fixdocs.analysis.chain import core_issues
from fixdocs.sample import project as sample
from fixdocs.schema import SHEETS, Row, sheets_of
from fixdocs.schema.choices import Dimension
from fixdocs.teamwork.next_step import STEPS, ground_of, telling
from fixdocs.teamwork.prefill import GIVEN, prefill
from fixdocs.words import words_of


def test_causes_begin_with_the_core_issues() -> None:
    project = replace(sample(), five_w=(), causes=(), chains=(), roots=(), known={})
    made = prefill(project, 3)
    core = ["P01", "P02", "P03", "P04", "P05"]
    assert [issue.id for issue in core_issues(project)] == core
    assert [row["issue"] for row in made.rows["five_w"]] == core
    assert [(r["issue"], r["dimension"]) for r in made.rows["causes"]] == [(k, d) for k in core for d in Dimension]
    assert [r["id"] for r in made.rows["causes"]][:2] == ["C01", "C02"]
    assert len({r["id"] for r in made.rows["causes"]}) == 30
    assert [r["issues"] for r in made.rows["roots"]] == [(k,) for k in core]
    assert ("P01", sample().issues[0].description) in made.lists["issues"]


def test_measures_answer_the_roots_and_the_flow_begins_as_it_is() -> None:
    project = replace(sample(), measures=(), to_be=(), known={})
    made = prefill(project, 4)
    assert [row["roots"] for row in made.rows["measures"]] == [(root.id,) for root in project.roots]
    flow = made.rows["to_be"]
    assert [row.name for row in flow] == [step.name for step in project.steps]
    assert [row.origins for row in flow] == [(step.id,) for step in project.steps]
    renamed = {step.id: row.id for step, row in zip(project.steps, flow, strict=True)}
    for step, row in zip(project.steps, flow, strict=True):
        assert [way.target for way in row.exits] == [renamed.get(way.target or "") for way in step.exits]
        assert [way.share for way in row.exits] == [way.share for way in step.exits]


def test_evaluation_begins_with_the_alternatives_the_plan_speaks_of() -> None:
    project = replace(sample(), alternatives=(), scores=(), known={})
    spoken = {key for step in project.to_be for key in step.alternatives}
    made = prefill(project, 5)
    assert spoken <= {row["id"] for row in made.rows["alternatives"]}
    assert "scores" not in made.rows, "nobody can score what is not named yet"


def test_a_row_for_every_score_to_be_given() -> None:
    project = replace(sample(), scores=sample().scores[3:])
    rows = prefill(project, 5).rows["scores"]
    missing = {(s.reviewer, s.alternative) for s in sample().scores[:3]}
    absent = {r.id for r in project.reviewers if r.attendance not in (None, "present")}
    assert {(r["reviewer"], r["alternative"]) for r in rows} == missing
    assert not {r["reviewer"] for r in rows} & absent


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_a_whole_project_owes_nothing(number: int) -> None:
    assert prefill(sample(), number).rows == {}


def test_prefilled_cells_make_no_record() -> None:
    """Only keys and seeds: a workbook that nobody has filled is empty (the flow is there to be edited)."""
    project = replace(
        sample(), five_w=(), causes=(), chains=(), roots=(), measures=(), to_be=(), alternatives=(), scores=(), known={}
    )
    project = replace(project, roots=sample().roots)
    for number in (3, 4, 5):
        for name, rows in prefill(project, number).rows.items():
            if name != "to_be":
                seeds = {c.key for c in SHEETS[name].columns if c.seed}
                assert all(row.keys() <= seeds for row in rows), name


def test_numbers_in_use_are_not_given_again() -> None:
    project = replace(sample(), roots=sample().roots[:1], chains=(), known={"roots": frozenset({"R01", "R02", "R05"})})
    numbers = [row["id"] for row in prefill(project, 3).rows["roots"]]
    assert numbers[:3] == ["R03", "R04", "R06"]


def test_sheets_that_come_with_records_are_known() -> None:
    """A record in one of these is no sign that people have begun a step."""
    project = replace(sample(), **{s.name: () for n in STEPS for s in sheets_of(n) if s.shape == "table"}, known={})
    started = replace(project, issues=sample().issues, roots=sample().roots, measures=sample().measures)
    made = {name: rows for number in STEPS for name, rows in prefill(started, number).rows.items()}
    assert {name for name, rows in made.items() if any(isinstance(row, Row) for row in rows)} == GIVEN


@pytest.mark.parametrize(
    ("number", "ground", "begun"),
    [
        (2, "steps", {"issues"}),
        (3, "issues", {"five_w", "causes", "chains", "roots"}),
        (4, "roots", {"measures", "duties", "tools", "tasks", "risks"}),
        (5, "measures", {"alternatives", "reviewers", "scores", "decision"}),
    ],
)
def test_when_a_step_can_begin_and_has_begun(number: int, ground: str, begun: set[str]) -> None:
    """What the schema and the blank workbooks give; the criteria, the rating and the to-be flow come filled."""
    assert ground_of(number) == ground
    assert set(telling(number, words_of("zh"))) == begun
