"""What the weights decide (kind 8): switching weights found again by scanning, ties that stay ties."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from fixdocs.analysis.sensitivity import switching_weight
from fixdocs.project import Project
from fixdocs.schema.choices import Direction
from fixdocs.schema.improve import Alternative, Decision
from tests.reports.plans import goal, promising, read, thin

from .panels import LEVEL, THIN, changed, composed, cube, drawn, found, panel, said, stood

WEIGHTS = np.array((0.4, 0.4, 0.2))
STEPS = np.linspace(0.0005, 0.9995, 1000)


def leads(project: Project, criterion: int, weight: float) -> np.ndarray:
    """Totals with one weight set and the others shrunk in proportion, from the rows."""
    moved = WEIGHTS * (1 - weight) / (1 - WEIGHTS[criterion])
    moved[criterion] = weight
    total: np.ndarray = cube(project).mean(axis=0) @ moved
    return total


def only(winner: tuple[float, ...], other: tuple[float, ...], weights: tuple[float, ...]) -> Project:
    """One reviewer's scores of two alternatives, high as good throughout."""
    made = panel({("E1", "S1"): winner, ("E1", "S2"): other})
    criteria = tuple(
        c.model_copy(update={"weight": w, "direction": Direction.HIGHER})
        for c, w in zip(made.criteria, weights, strict=True)
    )
    return replace(made, criteria=criteria)


@pytest.mark.parametrize(
    ("weights", "winner", "other", "criterion", "expected"),
    [
        ((0.4, 0.4, 0.2), (5, 3, 4), (3, 5, 3), "有效性", 0.4545),
        ((0.5, 0.3, 0.2), (5, 5, 3), (3, 4, 4), "风险性", 0.619),
    ],
)
def test_the_methods_own_check_vectors(
    weights: tuple[float, ...], winner: tuple[float, ...], other: tuple[float, ...], criterion: str, expected: float
) -> None:
    held = {s.criterion: s.weight for s in found(only(winner, other, weights)).switches}
    assert held[criterion] == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("seed", range(60))
def test_a_scan_of_all_weights_finds_the_same_switches(seed: int) -> None:
    """A challenger passes the winner somewhere on a fine grid of weights if and only if a switch is told there."""
    project = drawn(np.random.default_rng(seed), alternatives=3)
    held = found(project)
    if held.winner is None:
        assert held.switches == ()
        return
    keys = [a.id for a in project.alternatives]
    first = keys.index(held.winner.alternative.id)
    told = {(s.criterion, s.challenger): s for s in held.switches}
    for k, criterion in enumerate(project.criteria):
        gaps = np.array([leads(project, k, w) for w in STEPS])
        for j, key in enumerate(keys):
            if j == first:
                continue
            behind = gaps[:, first] < gaps[:, j] - 1e-12
            switch = told.get((criterion.name, key))
            assert behind.any() == (switch is not None) or (switch and not 0.001 < switch.weight < 0.999)
            if switch and behind.any():
                edge = STEPS[behind].min() if switch.rising else STEPS[behind].max()
                assert edge == pytest.approx(switch.weight, abs=0.0021)


def test_kind_08_a_switching_weight_lies_strictly_between_0_and_1() -> None:
    """Level at a weight of 0 is no switch: no weight the team could choose gets there. A little further in is one."""
    assert switching_weight(0.5, 1.0, 0.5) is None
    assert switching_weight(0.5, 2.0, 0.5) == pytest.approx(1 / 3)
    assert switching_weight(0.5, 0.0, 0.5) is None  # level only at 1
    weights = (0.5, 0.5, 0.0)
    edge, inside = only((4, 3, 3), (3, 3, 3), weights), only((4, 3, 3), (2, 4, 3), weights)
    assert "scoring.robust" in stood(edge)
    assert "scoring.robust" not in stood(inside)
    assert [(s.criterion, round(s.weight, 4)) for s in found(inside).switches if s.criterion == "可行性"] == [
        ("可行性", 0.3333)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_kind_08_no_switching_weight_is_printed_as_0_or_100_percent(seed: int) -> None:
    text = said(drawn(np.random.default_rng(seed), alternatives=3))
    assert "至约 0.0%" not in text
    assert "至约 100.0%" not in text


def test_kind_08_equal_alternatives_are_equal() -> None:
    text = composed(panel(LEVEL)).sensitivity
    assert text == "方案 S1、S2 在各维度上得分都相同，权重怎样变动都分不出先后。"
    near = composed(panel({("E1", "S1"): (5, 3, 2), ("E1", "S2"): (3, 5, 2)})).sensitivity
    assert near == "方案 S1、S2 总分相同而各维度得分不同，先后取决于权重，不作敏感性判断。"


def test_kind_08_a_tie_at_the_top_is_a_tie_everywhere() -> None:
    """Finding, box, key figures, ranks, decision; the plan too."""
    decision = Decision(adopted="S1")
    tied, clear = composed(panel(LEVEL, decision)), composed(panel(THIN, decision))
    assert "并列第一" in tied.finding
    assert "居首" not in tied.finding
    assert tied.summary.figures.figures[0].note == "方案 S1、S2 并列"
    assert [f.label for f in tied.summary.figures.figures if "领先" in f.label] == []
    assert tied.totals is not None
    assert [row[5] for row in tied.totals.rows] == ["1（并列）", "1（并列）"]
    assert tied.decision_finding.endswith(
        "它与方案 S2 总分并列第一，由评审会选定。没有写明在并列的方案中选定它的理由。"
    )
    assert clear.decision_finding.endswith("它的加权总分最高，与评分结果一致。")
    assert composed(panel(LEVEL)).ask_finding == "方案 S1、S2 并列第一，请评审会裁定采纳哪一个。"
    assert "在 2 个方案中与方案 S2 并列第 1" in plan(LEVEL, decision)
    assert "在 2 个方案中排第 1" in plan(THIN, decision)
    assert "并列" not in plan(THIN, decision)


def plan(rows: dict[tuple[str, str], tuple[int, ...]], decision: Decision) -> str:
    """The plan of a project with these scores."""
    scored = panel(rows)
    held = tuple(Alternative(id=a.id, name=a.name, measures=("M1",)) for a in scored.alternatives)
    return read(
        thin(
            alternatives=held, decision=decision, goals=(goal(),), measures=(promising(3),), reviewers=scored.reviewers,
            criteria=scored.criteria, scores=scored.scores,
        )
    ).text  # fmt: skip


def test_kind_08_most_disagreement_is_named_only_for_a_single_maximum() -> None:
    single = {**LEVEL, ("E2", "S1"): (1, 4, 2)}
    assert composed(panel(single)).spread.startswith("分歧最大的是方案 S1 的可行性：原始分从 1 分到 4 分")
    four = {("E1", "S1"): (4, 4, 2), ("E1", "S2"): (4, 4, 2), ("E2", "S1"): (2, 2, 2), ("E2", "S2"): (2, 2, 2)}
    text = composed(panel(four)).spread
    assert text == "分歧最大的有 4 处，标准差同为 1.41，没有一处特别突出。"


def test_kind_08_risk_is_told_in_words_of_risk_with_its_own_scores() -> None:
    more = {("E1", "S1"): (5, 5, 3), ("E1", "S2"): (3, 3, 2)}
    text = composed(panel(more)).finding
    assert "风险性更高（原始均分 3.00 分，对方 2.00 分，越低越好）" in text
    assert "风险性低" not in text
    less = {("E1", "S1"): (5, 5, 1), ("E1", "S2"): (3, 3, 2)}
    assert "风险性更低（原始均分 1.00 分，对方 2.00 分，越低越好）" in composed(panel(less)).finding
    assert "风险性以方案 S1 最低（1.00 分，越低越好）" in composed(panel(less)).criterion_finding
    high = changed(panel(more), "criteria", "风险性", direction=Direction.HIGHER)
    assert "风险性高 1.00 分" in composed(high).finding
