"""Told apart in colour, in grey, and by colour-blind readers; labels that can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from fixdocs import look
from fixdocs.charts import build, palette
from tests.charts.reading import find, tree, values
from tests.charts.samples import every_chart

PAPER = look.COLOURS["paper"]


def lightness(colour):
    """L* of CIELAB, 0 to 100."""
    y = palette.luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_the_first_three_bars_differ_in_grey_and_the_rest_by_pattern():
    fills = [palette.bar_fill(at) for at in range(9)]
    grey = [lightness(fill.colour) for fill in fills[:3]]
    assert all(abs(one - other) >= 12 for one, other in combinations(grey, 2))
    assert all(fill.pattern for fill in fills[3:])
    assert len({fill.pattern for fill in fills[3:]}) == 6


def test_six_lines_have_six_colours_markers_and_dashes():
    for looks in (palette.line_colour, palette.marker, palette.dash):
        assert len({looks(at) for at in range(6)}) == 6


@pytest.mark.parametrize("count", range(2, 8))
def test_steps_of_an_answer_differ_from_their_neighbours_and_end_from_end(count):
    grey = [lightness(colour) for colour in palette.diverging(count)]
    assert all(abs(one - other) >= 10 for one, other in pairwise(grey))
    assert abs(grey[0] - grey[-1]) >= 10


@pytest.mark.parametrize("count", range(2, 8))
def test_values_can_be_read_on_every_step_of_an_answer(count):
    for colour in palette.diverging(count):
        fill = palette.Fill(colour)
        assert palette.contrast(palette.text_on(fill), colour) >= 4.5


def test_values_can_be_read_on_the_bars_that_carry_them():
    for at in range(3):
        fill = palette.bar_fill(at)
        assert palette.contrast(palette.text_on(fill), fill.colour) >= 4.5


@pytest.mark.parametrize("colour", [*look.SERIES, *look.COLOURS.values()])
def test_text_in_a_colour_keeps_its_contrast(colour):
    assert palette.contrast(palette.readable(colour), PAPER) >= 4.5


def test_contrast_is_that_of_the_standard():
    assert palette.contrast("000000", "FFFFFF") == pytest.approx(21)
    assert palette.contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "chart"), every_chart().items())
def test_no_label_outside_a_bar_is_too_pale(name, chart):
    for label in find(tree(build(chart)), "//c:dLbls | //c:dLbl"):
        if values(label, "c:dLblPos")[:1] in (["t"], ["b"], ["r"], ["outEnd"]):
            (colour,) = values(label, "c:txPr//a:srgbClr")
            assert palette.contrast(colour, PAPER) >= 4.5


def test_no_two_series_of_a_chart_look_alike():
    for name, chart in every_chart().items():
        looks = []
        for series in find(tree(build(chart)), "//c:ser"):
            shape = find(series, "c:spPr")[0]
            marks = values(series, "c:marker/c:symbol") + values(shape, ".//a:prstDash")
            pattern = [node.get("prst") for node in find(shape, "a:pattFill")]
            looks.append((tuple(values(shape, ".//a:srgbClr")), tuple(marks), tuple(pattern)))
        assert len(set(looks)) == len(looks), name
