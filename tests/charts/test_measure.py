"""Steps of an axis, its ends, and labels that keep out of each other's way."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fixdocs.charts.measure import ends, lines, shorten, spread, step, text_width
from fixdocs.charts.text import number, places, shown, signed

spans = st.floats(1e-6, 1e12)


@given(spans, st.sampled_from((2, 3.5, 4, 5)))
def test_a_step_is_round_and_makes_about_as_many_intervals_as_asked(span, intervals):
    unit = step(span, intervals, 12)
    digits = f"{unit:.3e}".partition("e")[0].rstrip("0").rstrip(".")
    assert digits in {"1", "2", "2.5", "5"} or unit == 1e-12
    assert intervals / 1.7 <= span / unit <= intervals * 1.7


@given(st.floats(0.01, 1e9), st.integers(0, 3))
def test_a_step_shows_as_what_it_is(span, decimals):
    unit = step(span, 4, decimals)
    assert unit > 0
    assert math.isclose(round(unit, decimals), unit)


@given(spans, st.integers(1, 6), st.integers(0, 3))
def test_enough_steps_reach_the_end(span, intervals, decimals):
    assert step(span, intervals, decimals, enough=True) * intervals >= span * 0.998


def test_an_even_step_divides_the_scale():
    assert step(5, 3.5, 1, even=True) == 1
    assert step(4, 3.5, 1, even=True) == 1
    assert step(1, 3.5, 2, even=True) in {0.2, 0.25}
    assert step(0, 4, 0) == 1


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20), st.booleans())
def test_an_axis_holds_every_value(values, from_zero):
    unit = step(max(*values, 0.0) - min(*values, 0.0), 4, 12)
    low, high = ends(values, unit, from_zero=from_zero)
    assert low <= min(values) + 1e-9
    assert high >= max(values) - 1e-9
    assert not from_zero or low <= 0


@given(st.lists(st.floats(0, 140), min_size=1, max_size=4))
def test_spread_labels_keep_their_distance_and_order(given_places):
    moved = spread(given_places, 13, 0, 140)
    ordered = sorted(moved)
    assert all(b - a >= 13 - 1e-6 for a, b in pairwise(ordered))
    assert min(moved) >= -1e-6
    assert max(moved) <= 140 + 1e-6
    assert sorted(range(len(moved)), key=lambda at: (given_places[at], at)) == sorted(
        range(len(moved)), key=lambda at: (moved[at], at)
    )


def test_labels_far_apart_stay_where_they_are():
    assert spread([10, 80, 40], 13, 0, 140) == [10, 80, 40]


def test_widths_lines_and_cuts():
    assert text_width("客户", 10) == 20
    assert text_width("ab", 10) < 12
    assert lines("客户投诉", 40, 10) == 1
    assert lines("客户投诉处理流程", 40, 10) == 3
    assert shorten("客户投诉处理流程", 50, 10) == "客户投诉…"
    assert shorten("客户投诉", 40, 10) == "客户投诉"


def test_numbers_as_word_shows_them():
    shown_as = {
        ("#,##0", 1234.5): "1,234",
        ("0.0", -1.25): "\u22121.2",
        ("0%", 0.456): "46%",
        ("0.0%", 1): "100.0%",
        ("General", 2.5): "2.5",
    }
    assert {key: shown(key[1], key[0]) for key in shown_as} == shown_as
    assert [places(code) for code in ("#,##0", "0.0", "0.0%", "0%")] == [0, 1, 3, 2]


def test_a_minus_is_set_only_where_one_is_needed():
    assert signed("0.0", (1, None, 2)) == "0.0"
    assert signed("0.0", (1, None, -2)) == "0.0;\u22120.0"
    assert signed("0;(0)", (-2,)) == "0;(0)"


def test_numbers_are_written_short():
    assert [number(value) for value in (1.0, 1, -0.0, 0.1, True, 1e21)] == ["1", "1", "0", "0.1", "1", "1e+21"]
