"""The plain statistics against numpy, scipy and pandas, and against the check vectors of the method."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from fixdocs.analysis import statistics as own

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60)
COUNTS = st.lists(st.integers(0, 200), min_size=1, max_size=12)


@given(VALUES, st.floats(0, 1))
def test_quantiles_interpolate_linearly(values: list[float], share: float) -> None:
    assert own.quantile(values, share) == pytest.approx(np.quantile(values, share, method="linear"), abs=1e-6)


@given(VALUES)
def test_summary(values: list[float]) -> None:
    found = own.summary(values)
    series = pd.Series(values)
    assert found is not None
    assert (found.n, found.mean) == (series.count(), pytest.approx(series.mean(), abs=1e-6))
    assert found.median == pytest.approx(series.median(), abs=1e-6)
    assert found.p90 == pytest.approx(series.quantile(0.9), abs=1e-6)


@given(VALUES)
def test_deviation_is_the_samples(values: list[float]) -> None:
    found = own.deviation(values)
    if len(values) < 2:
        assert found is None
    else:
        assert found == pytest.approx(float(np.std(values, ddof=1)), rel=1e-6, abs=1e-6)


def test_nothing_of_nothing() -> None:
    assert own.summary([]) is own.csat([]) is own.nps([]) is own.kendall([]) is None
    for function in (own.mean, lambda values: own.quantile(values, 0.5)):
        with pytest.raises(ValueError, match="no values"):
            function([])


@given(COUNTS, st.booleans())
def test_pareto(counts: list[int], with_other: bool) -> None:
    pairs = [(f"类{n}", count) for n, count in enumerate(counts)] + ([("其他", 7)] if with_other else [])
    bars = own.pareto(pairs, ["其他"])
    frame = pd.DataFrame(pairs, columns=["key", "count"])
    frame["last"] = frame["key"] == "其他"
    frame = frame.sort_values(["last", "count"], ascending=[True, False], kind="stable")
    total = frame["count"].sum()
    assert [bar.key for bar in bars] == list(frame["key"])
    if not total:
        assert not any(bar.vital or bar.share or bar.cumulative for bar in bars)
        return
    assert [bar.share for bar in bars] == pytest.approx(list(frame["count"] / total))
    assert [bar.cumulative for bar in bars] == pytest.approx(list(frame["count"].cumsum() / total))
    few = [bar for bar in bars if bar.vital]
    assert few == list(bars[: len(few)])  # the first ones
    reached = sum(bar.count for bar in few)
    if with_other and 5 * (total - 7) < 4 * total:
        assert {bar.key for bar in few} <= set(frame["key"]) - {"其他"}  # what is left over explains nothing
    else:
        assert 5 * reached >= 4 * total
        assert 5 * (reached - few[-1].count) < 4 * total


@pytest.mark.parametrize("total", [5, 10, 15, 35, 45, 70, 1005, 99_999_995])
def test_eighty_per_cent_exactly_is_eighty_per_cent(total: int) -> None:
    """0.8 has no exact binary form: a class of just 80 % must not drag the next one along."""
    bars = own.pareto([("a", total * 4 // 5), ("b", total // 5)])
    assert [bar.vital for bar in bars] == [True, False]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=50))
def test_csat(answers: list[int]) -> None:
    assert own.csat(answers) == pytest.approx((pd.Series(answers) >= 4).mean())


@given(st.lists(st.integers(0, 10), min_size=1, max_size=50))
def test_nps(answers: list[int]) -> None:
    groups = pd.cut(pd.Series(answers), [-1, 6, 8, 10], labels=["against", "neither", "for"]).value_counts(
        normalize=True
    )
    assert own.nps(answers) == pytest.approx(100 * (groups["for"] - groups["against"]))


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=10))
def test_ranks(values: list[int]) -> None:
    turned = [-value for value in values]
    assert list(own.competition_ranks(values)) == list(stats.rankdata(turned, method="min"))
    assert list(own.average_ranks(values)) == list(stats.rankdata(turned, method="average"))


def test_ranks_of_sums_that_differ_in_the_last_bit_only() -> None:
    assert own.competition_ranks([0.1 + 0.2, 0.3, 0.2]) == (1, 1, 3)
    assert own.average_ranks([0.1 + 0.2, 0.3, 0.2]) == (1.5, 1.5, 3)


@given(st.integers(2, 8), st.integers(3, 7), st.data())
def test_concordance_is_friedmans_statistic(reviewers: int, objects: int, data: st.DataObject) -> None:
    """W = χ²(Friedman, corrected for ties) ÷ (m(n − 1))."""
    scores = data.draw(
        st.lists(
            st.lists(st.integers(1, 5), min_size=objects, max_size=objects), min_size=reviewers, max_size=reviewers
        )
    )
    found = own.kendall([own.average_ranks(row) for row in scores])
    if all(len(set(row)) == 1 for row in scores):
        assert found is None
        return
    assert found is not None
    chi = stats.friedmanchisquare(*np.array(scores, dtype=float).T).statistic
    assert found.w == pytest.approx(chi / (reviewers * (objects - 1)), abs=1e-9)
    assert (found.m, found.n) == (reviewers, objects)
    assert 0 <= found.w <= 1 + 1e-12


def test_concordance_check_vectors() -> None:
    six = [[int(figure) for figure in row] for row in ["312546", "213456", "321546", "412635", "312645", "421536"]]
    found = own.kendall(six)
    assert found is not None
    assert (found.s, round(found.w, 4)) == (546, 0.8667)
    tied = own.kendall([[1, 4, 2.5, 5, 6, 2.5], [2, 3, 1, 5, 6, 4], [1.5, 3, 1.5, 4, 5.5, 5.5]])
    assert tied is not None
    assert (tied.s, tied.ties, round(tied.w, 4)) == (130, 18, 0.8497)
    assert round(12 * tied.s / (9 * (6**3 - 6)), 4) == 0.8254  # without the correction


@pytest.mark.parametrize("ranks", [[[1, 2, 3]], [[1], [1]], [[2, 2, 2], [2, 2, 2]]])
def test_concordance_that_cannot_be_computed(ranks: list[list[float]]) -> None:
    assert own.kendall(ranks) is None


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.booleans())
def test_improvement(before: float, after: float, lower: bool) -> None:
    assume(before == 0 or abs(before) > 1e-6)
    found = own.improvement(before, after, lower_is_better=lower)
    if before == 0:
        assert found is None
    else:
        assert found is not None
        assert math.copysign(1, found or 1) == math.copysign(1, ((before - after) if lower else (after - before)) or 1)
        assert abs(found) == pytest.approx(abs(after - before) / abs(before))


def test_attainment_check_vector() -> None:
    assert own.attainment(20.9, 0, 12.4) == pytest.approx(2.4588, abs=5e-5)  # 245.9 %
    assert own.attainment(5, 3, 5) is None


@given(st.lists(st.sampled_from("abcde"), max_size=40))
def test_counted(values: list[str]) -> None:
    expected = pd.Series(values, dtype=object).value_counts(sort=True)
    found = own.counted(values)
    assert dict(found) == expected.to_dict()
    assert [count for _, count in found] == sorted(expected, reverse=True)
    for (one, n), (two, m) in itertools.pairwise(found):
        assert n > m or values.index(one) < values.index(two)
