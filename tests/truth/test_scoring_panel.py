"""Panels (kind 16): counts are over those who scored; abstention, recusal and absence are said with their numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.schema.choices import Attendance, YesNo

from .panels import LEVEL, THIN, changed, composed, cube, drawn, found, informed, one, panel, said

TIE = 1e-9


def frame(project: Project) -> pd.DataFrame:
    """Reviewers' totals by alternative, from the rows; NaN where a score is missing."""
    weights = np.array([c.weight for c in project.criteria])
    return pd.DataFrame(
        cube(project) @ (weights / weights.sum()),
        index=[r.id for r in project.reviewers],
        columns=[a.id for a in project.alternatives],
    )


def holed(seed: int) -> Project:
    """A panel with abstentions at random."""
    rng = np.random.default_rng(seed)
    made = drawn(rng, alternatives=3, reviewers=6)
    return replace(
        made,
        scores=tuple(
            s.model_copy(update={"values": {k: None if rng.random() < 0.08 else v for k, v in s.values.items()}})
            for s in made.scores
        ),
    )


@pytest.mark.parametrize("seed", range(40))
def test_kind_16_panels_preferences_are_over_those_who_scored_the_pair(seed: int) -> None:
    from fixdocs.analysis.claims.panel import preferred

    project = holed(seed)
    totals, held = frame(project), preferred(found(project))
    if held is None:
        return
    pair = totals[[held.one, held.two]].dropna()
    gaps = pair[held.one] - pair[held.two]
    assert (held.n, held.ahead, held.level, held.behind) == (
        len(pair), (gaps > TIE).sum(), (gaps.abs() <= TIE).sum(), (gaps < -TIE).sum(),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_kind_16_panels_first_choices_are_over_those_who_scored_everything(seed: int) -> None:
    project = holed(seed)
    held, totals = found(project), frame(project).dropna().round(9)
    best = totals.eq(totals.max(axis=1), axis=0)
    single = best[best.sum(axis=1) == 1].sum()
    assert held.agreement.complete == len(totals)
    assert held.agreement.level == (best.sum(axis=1) > 1).sum()
    assert {s.alternative.id: int(s.first_choices) for s in held.standings} == single.to_dict()
    made = composed(project)
    if len(totals) and held.ranked and f"评分完整的 {len(totals)} 人" not in made.agreement:
        assert f"{len(totals)} 人一致首选" in made.agreement


@pytest.mark.parametrize("seed", range(40))
def test_kind_16_panels_means_say_their_n(seed: int) -> None:
    project = holed(seed)
    values = cube(project)
    for i, alternative in enumerate(project.alternatives):
        for k, criterion in enumerate(project.criteria):
            cell = found(project).cell(alternative.id, criterion.name)
            column = values[:, i, k]
            assert cell.n == np.isfinite(column).sum()
            assert cell.abstained == np.isnan(column).sum()
            assert cell.missing == 0
            if cell.n:
                assert cell.converted == pytest.approx(np.nanmean(column))


def test_kind_16_panels_abstention_recusal_and_absence_are_said() -> None:
    made = panel(THIN | {("E3", "S1"): (4, 3, None), ("E3", "S2"): (3, 4, 2)})
    away = (("E4", Attendance.ABSENT), ("E5", Attendance.RECUSED), ("E6", Attendance.PRESENT))
    more = tuple(made.reviewers[0].model_copy(update={"id": k, "name": f"评审{k}", "attendance": a}) for k, a in away)
    project = replace(made, reviewers=(*made.reviewers, *more))
    text = said(project)
    assert "6 位评审人中 3 位参加了评分：1 位缺席（评审E4）；1 位回避（评审E5）；1 位没有评分（评审E6）。" in text
    assert "方案 S1 的风险性有 1 人弃权，均分按 2 人计算。" in text
    assert "另有 1 人有弃权或缺分，不计首选。" in text
    whole = said(panel(THIN))
    for word in ("弃权", "回避", "缺席", "不计首选"):
        assert word not in whole


def test_kind_16_panels_who_scored_only_some_alternatives_is_said() -> None:
    made = panel(THIN)
    project = replace(made, scores=made.scores[:-1])
    assert "评审E2只评了方案 S1。方案 S2 的各维度都有 1 人没有评分，均分按 1 人计算。" in composed(project).exceptions
    hidden = composed(informed(project, anonymous=YesNo.YES)).exceptions
    assert "只评了方案 S1" in hidden
    assert "评审E2" not in hidden


def test_kind_16_panels_a_result_that_rests_on_incomplete_scores_is_said() -> None:
    """One reviewer who scored S2 alone lifts its means above S1's; without him S1 is first."""
    project = panel(THIN | {(f"E{n}", "S2"): (5, 5, 1) for n in (3, 4)})
    assert found(project).winners == ("S2",)
    whole = replace(project, scores=tuple(s for s in project.scores if s.reviewer in ("E1", "E2")))
    assert found(whole).winners == ("S1",)
    assert "只计评分完整的 2 人时，总分最高的是方案 S1，与全组的结果不同。" in composed(project).agreement
    assert "与全组的结果不同" not in composed(whole).agreement


def test_kind_16_panels_the_majority_against_the_totals_is_said() -> None:
    rows = {(w, a): v for w in ("E1", "E2") for a, v in (("S1", (3, 3, 2)), ("S2", (3, 4, 2)))}
    rows |= {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (1, 1, 5)}
    assert "首选人数最多的是方案 S2，总分最高的却是方案 S1" in composed(panel(rows)).agreement
    rows["E1", "S1"] = (4, 5, 2)
    assert "却是" not in composed(panel(rows)).agreement


def test_kind_16_panels_the_reviewers_weights_are_said_and_counted() -> None:
    project = changed(panel(THIN), "reviewers", "E1", weight=3.0)
    made = composed(project)
    assert "各评审人的权重不同" in str(made.panel_lead)
    total = np.average(frame(project), axis=0, weights=[3.0, 1.0])
    assert [s.total for s in sorted(found(project).standings, key=lambda s: s.alternative.id)] == pytest.approx(total)
    for same in (panel(THIN), changed(panel(THIN), "reviewers", "*", weight=3.0)):
        assert "权重不同" not in str(composed(same).panel_lead)
        assert [s.total for s in found(same).standings] == pytest.approx([4.1, 3.7])


def test_kind_16_panels_scores_of_the_absent_do_not_count_and_that_is_said() -> None:
    project = changed(panel(THIN), "reviewers", "E2", attendance=Attendance.ABSENT)
    assert "评审E2缺席或回避，所填的评分不计入结果。" in said(project)
    assert {s.alternative.id: s.total for s in found(project).standings} == pytest.approx({"S1": 3.6, "S2": 3.6})
    assert "不计入结果" not in said(panel(THIN))


ORDERS = {
    "six": (("312546", "213456", "321546", "412635", "312645", "421536"), 546, 0, 0.8667),
    "ties": (((1, 4, 2.5, 5, 6, 2.5), (2, 3, 1, 5, 6, 4), (1.5, 3, 1.5, 4, 5.5, 5.5)), 130, 18, 0.8497),
}


@pytest.mark.parametrize("name", ORDERS)
def test_kendalls_w_of_the_methods_own_vectors(name: str) -> None:
    rows, s, ties, w = ORDERS[name]
    scores = {f"E{m}": {f"S{i}": 7 - float(rank) for i, rank in enumerate(row)} for m, row in enumerate(rows)}
    held = found(one(scores, low=1, high=6)).agreement
    assert (held.s, held.ties) == (s, ties)
    assert held.w == pytest.approx(w, abs=5e-5)


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        (panel(LEVEL), "评分完整的评审人给各方案的总分都没有高低之分，排序的一致程度不可计算。"),
        (panel(THIN | {("E2", "S2"): (4, 4, None)}), "评分完整的评审人不足 2 位，排序的一致程度不可计算。"),
    ],
)
def test_why_w_is_not_computable_is_said(project: Project, reason: str) -> None:
    made = composed(project)
    assert str(made.concordance) == reason
    assert made.kendall == ""
    assert "显著" not in said(project)
