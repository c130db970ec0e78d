"""The panel's scores recomputed with numpy and pandas; switching weights proved by switching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from fixdocs.analysis import scoring as own
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Attendance, Direction
from fixdocs.schema.improve import Alternative, Criterion, Reviewer, Score

Panel = tuple[Sequence[Alternative], Sequence[Reviewer], Sequence[Criterion], Sequence[Score]]


def panel(
    weights: Sequence[float], scores: Sequence[Sequence[Sequence[float | None]]], *,
    lower: Sequence[int] = (), voices: Sequence[float] | None = None, attendance: Sequence[Attendance | None] = (),
) -> Panel:  # fmt: skip
    """A panel from scores by reviewer, alternative and criterion; ``lower`` are criteria where low is good."""
    criteria = [
        Criterion(name=f"K{k}", weight=w, direction=Direction.LOWER if k in lower else Direction.HIGHER)
        for k, w in enumerate(weights)
    ]
    alternatives = [Alternative(id=f"S{i}", name=f"方案{i}", measures=("M01",)) for i in range(len(scores[0]))]
    reviewers = [
        Reviewer(id=f"E{m}", name=f"评审{m}", weight=voices[m] if voices else 1.0,
                 attendance=attendance[m] if attendance else None)
        for m in range(len(scores))
    ]  # fmt: skip
    rows = [
        Score(reviewer=f"E{m}", alternative=f"S{i}", values={f"K{k}": v for k, v in enumerate(row)})
        for m, table in enumerate(scores) for i, row in enumerate(table)
    ]  # fmt: skip
    return alternatives, reviewers, criteria, rows


def cube(held: Panel) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Converted scores (reviewer × alternative × criterion, NaN for none), weights and voices."""
    alternatives, reviewers, criteria, scores = held
    given_by = {s.reviewer for s in scores if any(value is not None for value in s.values.values())}
    sitting = [r for r in reviewers if r.attendance in (None, Attendance.PRESENT) and r.id in given_by]
    values = np.full((len(sitting), len(alternatives), len(criteria)), np.nan)
    for score in scores:
        for m, reviewer in enumerate(sitting):
            if score.reviewer == reviewer.id:
                i = [a.id for a in alternatives].index(score.alternative)
                for k, criterion in enumerate(criteria):
                    value = score.values.get(criterion.name)
                    if value is not None:
                        turned = criterion.low + criterion.high - value
                        values[m, i, k] = turned if criterion.direction is Direction.LOWER else value
    weights = np.array([c.weight for c in criteria])
    return values, weights / weights.sum(), np.array([r.weight for r in sitting])


def check(held: Panel) -> None:
    found = own.analyse(*held)
    assert found is not None
    alternatives, _, criteria, _ = held
    values, weights, voices = cube(held)
    assert list(found.weights.values()) == pytest.approx(weights)
    mask = ~np.isnan(values)
    loud = (voices[:, None, None] * mask).sum(axis=0)
    with np.errstate(invalid="ignore"):
        means = (np.nan_to_num(values) * voices[:, None, None]).sum(axis=0) / loud
    for i, alternative in enumerate(alternatives):
        for k, criterion in enumerate(criteria):
            cell = found.cell(alternative.id, criterion.name)
            column = pd.Series(values[:, i, k]).dropna()
            assert cell.n == len(column)
            if column.empty:
                assert cell.converted is cell.raw is cell.deviation is cell.low is cell.high is None
                continue
            assert cell.converted == pytest.approx(means[i, k])
            lower = criterion.direction is Direction.LOWER
            raw = criterion.low + criterion.high - column if lower else column
            assert (cell.low, cell.high) == (raw.min(), raw.max())
            assert cell.deviation == (pytest.approx(raw.std()) if len(raw) > 1 else None)
            assert cell.raw == pytest.approx(criterion.low + criterion.high - means[i, k] if lower else means[i, k])
    totals = dict(zip([a.id for a in alternatives], means @ weights))
    whole = {key: total for key, total in totals.items() if not np.isnan(total)}
    for standing in found.standings:
        key = standing.alternative.id
        assert (standing.total is None) == (key not in whole)
        if key in whole:
            assert standing.total == pytest.approx(whole[key])
            assert standing.rank == 1 + sum(total > whole[key] + 1e-9 for total in whole.values())
    top = max(whole.values(), default=None)
    assert set(found.winners) == {key for key, total in whole.items() if total >= top - 1e-9}
    ranked = [n for n, a in enumerate(alternatives) if a.id in whole]
    complete = [m for m in range(len(values)) if ranked and not np.isnan(values[m][ranked]).any()]
    personal = values[complete][:, ranked] @ weights
    check_agreement(found, personal)
    favourites = [np.flatnonzero(row >= row.max() - 1e-9) for row in personal]
    firsts = pd.Series(
        [alternatives[ranked[only[0]]].id for only in favourites if len(only) == 1], dtype=object
    ).value_counts()
    assert {s.alternative.id: s.first_choices for s in found.standings if s.first_choices} == firsts.to_dict()
    shared = pd.Series([alternatives[ranked[n]].id for tops in favourites for n in tops], dtype=object).value_counts()
    ahead = {key for key, n in firsts.items() if n > shared.drop(key).max()} if len(shared) > 1 else set(firsts.index)
    expected = ahead if len(whole) > 1 else set()
    assert {s.alternative.id for s in [found.favourite] if s} == expected
    assert found.agreement.complete == len(complete)
    assert found.agreement.open == len(values) - len(complete)
    assert found.agreement.level == sum(len(only) > 1 for only in favourites)


def check_agreement(found: own.ScoringFindings, personal: np.ndarray[Any, Any]) -> None:
    """W by Friedman's statistic; scipy wants three objects, so two are left to the formula's own tests."""
    personal = np.round(personal, 9)
    m, n = personal.shape
    if m < 2 or n < 2 or all(len(set(row)) == 1 for row in personal):
        assert found.agreement.w is None
    elif n > 2:
        chi = stats.friedmanchisquare(*personal.T).statistic
        assert found.agreement.w == pytest.approx(chi / (m * (n - 1)), abs=1e-9)
        assert (found.agreement.complete, found.agreement.objects) == (m, n)


def test_the_samples_scores() -> None:
    project = sample()
    held = (project.alternatives, project.reviewers, project.criteria, project.scores)
    check(held)
    found = own.analyse(*held)
    assert found is not None
    assert sum(c.abstained for c in found.cells) == sum(v is None for s in project.scores for v in s.values.values())
    assert {r.id for r in found.ballot.away("absent")} == {
        r.id for r in project.reviewers if r.attendance is not Attendance.PRESENT
    }


@st.composite
def panels(draw: st.DrawFn, *, abstain: bool = True) -> Panel:
    criteria, count, sitting = draw(st.integers(1, 4)), draw(st.integers(1, 4)), draw(st.integers(1, 5))
    level: st.SearchStrategy[Any] = st.integers(1, 5).map(float)
    level = st.one_of(level, level, level, st.none()) if abstain else level

    def lists(inner: st.SearchStrategy[Any], size: int) -> st.SearchStrategy[Any]:
        return st.lists(inner, min_size=size, max_size=size)

    scores = draw(lists(lists(lists(level, criteria), count), sitting))
    weights = draw(lists(st.integers(1, 9).map(lambda w: w / 10), criteria))
    return panel(
        weights, scores, lower=draw(st.lists(st.integers(0, criteria - 1), unique=True)),
        voices=draw(lists(st.sampled_from([0.5, 1.0, 2.0]), sitting)),
        attendance=draw(lists(st.sampled_from([None, Attendance.PRESENT, Attendance.PRESENT, Attendance.ABSENT]), sitting)),
    )  # fmt: skip


@given(panels())
def test_any_panel(held: Panel) -> None:
    assume(any(r.attendance in (None, Attendance.PRESENT) for r in held[1]))
    check(held)


def totals(held: Panel, criterion: int, weight: float) -> list[float]:
    """Totals with one weight set and the others shrunk in proportion."""
    values, weights, voices = cube(held)
    means = np.average(values, axis=0, weights=voices)
    rest = 1 - weights[criterion]
    moved = weights * ((1 - weight) / rest if rest else 0)
    moved[criterion] = weight
    return list(means @ moved)


@given(panels(abstain=False))
def test_switching_weights_switch(held: Panel) -> None:
    """At each one the challenger draws level; between them and the present weight he stays behind."""
    assume(any(r.attendance in (None, Attendance.PRESENT) for r in held[1]))
    found = own.analyse(*held)
    assert found is not None
    keys = [a.id for a in held[0]]
    names = [c.name for c in held[2]]
    if len(found.winners) > 1:
        assert found.switches == ()
        return
    told = {(s.criterion, s.challenger): s for s in found.switches}
    winner = keys.index(found.winners[0])
    for k, name in enumerate(names):
        for j, key in enumerate(keys):
            if j == winner or len(names) == 1:
                assert (name, key) not in told
                continue
            ends = [totals(held, k, weight)[winner] - totals(held, k, weight)[j] for weight in (0.0, 1.0)]
            switch = told.get((name, key))
            if switch is None:  # linear in the weight: ahead at both ends is ahead all the way
                assert min(ends) > -1e-6
                continue
            assert 0 < switch.weight < 1
            level = totals(held, k, switch.weight)
            assert level[winner] == pytest.approx(level[j], abs=1e-6)
            assert switch.present == pytest.approx(found.weights[name])
            assert switch.rising == (switch.weight > switch.present)
            half = (switch.weight + switch.present) / 2
            between = totals(held, k, half)
            assert between[winner] > between[j] - 1e-9


@pytest.mark.parametrize(
    ("weights", "winner", "other", "criterion", "expected"),
    [((0.4, 0.4, 0.2), (5, 3, 4), (3, 5, 3), 1, 0.4545), ((0.5, 0.3, 0.2), (5, 5, 3), (3, 4, 4), 2, 0.619)],
)
def test_sensitivity_check_vectors(
    weights: tuple[float, ...], winner: tuple[float, ...], other: tuple[float, ...], criterion: int, expected: float
) -> None:
    found = own.analyse(*panel(weights, [[winner, other]]))
    assert found is not None
    assert found.winners == ("S0",)
    (switch,) = (s for s in found.switches if s.criterion == f"K{criterion}")
    assert round(switch.weight, 4) == pytest.approx(expected, abs=5e-4)


def test_ties_keep_their_rank_and_the_declared_order_suggests() -> None:
    """有效性 → 可行性 → 风险性, which the sheet lists second, first and third."""
    held = panel((0.4, 0.4, 0.2), [[(5, 3, 3), (3, 5, 3), (1, 1, 3), (4, 4, 3)]], lower=(2,))
    found = own.analyse(*held)
    assert found is not None
    assert {s.alternative.id: s.rank for s in found.standings} == {"S0": 1, "S1": 1, "S3": 1, "S2": 4}
    assert set(found.winners) == {"S0", "S1", "S3"}
    assert found.suggestion == "S1"
    assert found.switches == ()


def test_a_low_score_on_risk_is_good_and_turned_once() -> None:
    found = own.analyse(*panel((1.0,), [[(2,), (4,)]], lower=(0,)))
    assert found is not None
    assert found.winners == ("S0",)
    assert [s.total for s in found.standings] == [4, 2]
    assert own.analyse(*panel((1.0,), [[(2,), (4,)]])).winners == ("S1",)


@pytest.mark.parametrize(
    ("lower", "veto", "vetoed"), [((), 3, False), ((), 3.5, True), ((0,), 3, False), ((0,), 2.5, True)]
)
def test_the_veto_line_itself_is_good(lower: tuple[int, ...], veto: float, vetoed: bool) -> None:
    alternatives, reviewers, criteria, scores = panel((1.0,), [[(3,)]], lower=lower)
    found = own.analyse(alternatives, reviewers, [criteria[0].model_copy(update={"veto": veto})], scores)
    assert found is not None
    assert found.standings[0].vetoes == (("K0",) if vetoed else ())


def test_an_abstention_is_no_zero() -> None:
    found = own.analyse(*panel((0.5, 0.5), [[(4, 4), (3, 3)], [(None, 2), (3, 3)]]))
    assert found is not None
    assert found.cell("S0", "K0").converted == 4
    assert found.cell("S0", "K0").n == 1
    assert found.cell("S0", "K0").abstained == 1
    assert [r.id for r in found.complete] == ["E0"]
    assert found.agreement.w is None
    assert found.agreement.unknown == "few"


def test_no_majority_where_two_are_put_first_as_often() -> None:
    found = own.analyse(*panel((1.0,), [[(5,), (1,)], [(1,), (5,)]]))
    assert found is not None
    assert found.favourite is None
