"""Panels changed in a known way: what must change changes, nothing else does."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.improve import Score

from .panels import THIN, changed, composed, cube, drawn, found, panel, said, stood

SEEDS = range(25)


def swapped(project: Project, one: str, two: str) -> Project:
    """Two alternatives' scores exchanged."""
    other = {one: two, two: one}
    scores = (s.model_copy(update={"alternative": other.get(s.alternative, s.alternative)}) for s in project.scores)
    return replace(project, scores=tuple(scores))


def decided(seed: int) -> Project:
    """A panel at random with a winner: a tie lists both in the order of their sheet."""
    rng = np.random.default_rng(seed)
    return next(made for _ in range(99) if found(made := drawn(rng)).winner is not None)


@pytest.mark.parametrize("seed", SEEDS)
def test_swapping_two_alternatives_scores_swaps_every_sentence(seed: int) -> None:
    project = decided(seed)
    text = "\n".join(told(project)).replace("S1", "S?").replace("S2", "S1").replace("S?", "S2")
    assert told(swapped(project, "S1", "S2")) == text.split("\n")


def told(project: Project) -> list[str]:
    """The sentences about scores; the list of what was put before the panel keeps the order of its sheet."""
    return [line for line in said(project).split("\n") if not line.startswith("提交评审的有")]


def test_swapping_winner_and_second_of_the_sample_swaps_the_winner() -> None:
    before, after = found(sample()), found(swapped(sample(), "S01", "S02"))
    other = {"S01": "S02", "S02": "S01"}
    assert [s.alternative.id for s in after.standings] == [
        other.get(s.alternative.id, s.alternative.id) for s in before.standings
    ]
    assert [float(s.total or 0) for s in after.standings] == [float(s.total or 0) for s in before.standings]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reviewer_who_scores_the_mean_changes_no_total_and_no_rank(seed: int) -> None:
    project = drawn(np.random.default_rng(seed), alternatives=3)
    before = found(project)
    means = {a.id: {c.name: before.cell(a.id, c.name).raw for c in project.criteria} for a in project.alternatives}
    more = tuple(Score(reviewer="E9", alternative=key, values=dict(values)) for key, values in means.items())
    extra = project.reviewers[0].model_copy(update={"id": "E9", "name": "评审E9"})
    after = found(replace(project, reviewers=(*project.reviewers, extra), scores=(*project.scores, *more)))
    assert [(s.alternative.id, s.rank) for s in after.standings] == [
        (s.alternative.id, s.rank) for s in before.standings
    ]
    assert [s.total for s in after.standings] == pytest.approx([s.total for s in before.standings])
    assert [s.weight for s in after.switches] == pytest.approx([s.weight for s in before.switches])


@pytest.mark.parametrize("make", [lambda: drawn(np.random.default_rng(3), alternatives=3), sample])
def test_the_order_of_reviewers_and_rows_changes_no_sentence(make: Callable[[], Project]) -> None:
    project = make()
    turned = replace(
        project,
        reviewers=tuple(reversed(project.reviewers)),
        scores=tuple(reversed(project.scores)),
    )
    named = ("finding", "exceptions", "criterion_finding", "spread", "agreement", "sensitivity", "total_formula")
    one, two = composed(project), composed(turned)
    for name in named:
        assert getattr(one, name) == getattr(two, name)


@pytest.mark.parametrize("name", ["可行性", "有效性", "风险性"])
def test_a_blank_criterion_leaves_no_claim_that_used_it(name: str) -> None:
    project = panel(THIN)
    blank = replace(
        project, scores=tuple(s.model_copy(update={"values": {**s.values, name: None}}) for s in project.scores)
    )
    gone = {"winner", "compared", "higher", "lower", "less", "nearest", "robust", "agreement", "concordance", "best"}
    assert {f"scoring.{key}" for key in gone} & stood(project)
    assert not {f"scoring.{key}" for key in gone} & stood(blank)
    assert "scoring.no_total" in stood(blank)


def test_turning_a_criterions_direction_turns_its_scores() -> None:
    """Low is good with scores turned by hand is the same panel."""
    project = panel(THIN)
    turned = replace(
        changed(project, "criteria", "风险性", direction=project.criteria[0].direction),
        scores=tuple(
            s.model_copy(update={"values": {**s.values, "风险性": 6 - (s.values["风险性"] or 0)}})
            for s in project.scores
        ),
    )
    assert cube(turned) == pytest.approx(cube(project))
    one, two = found(project), found(turned)
    assert [(s.alternative.id, float(s.total or 0)) for s in one.standings] == [
        (s.alternative.id, float(s.total or 0)) for s in two.standings
    ]
    assert [(s.criterion, float(s.weight)) for s in one.switches] == [
        (s.criterion, float(s.weight)) for s in two.switches
    ]
