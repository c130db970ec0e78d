"""Awkward numbers and words: refused with a reason, or drawn truly."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace

from fixdocs import look
from fixdocs.charts import Axis, Bars, Clustered, ColumnsAndLines, Likert, Series, Stacked, Trend, build, split
from tests.charts import samples
from tests.charts.reading import caches, find, sheet, tree, values


def bars(*numbers, **other):
    names = tuple(f"类{at}" for at in range(len(numbers)))
    return Bars(**{"alt": "", "categories": names, "value": Axis("件"), "series": Series("数", numbers), **other})


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: bars(), "needs a category"),
        (lambda: bars(None, None), "holds no number"),
        (lambda: bars(1, math.nan), "no finite number"),
        (lambda: bars(1, math.inf), "no finite number"),
        (lambda: bars(1, 2, categories=("a",)), "2 values, 1 categories"),
        (lambda: Trend(alt="", categories=("a",), value=Axis("x"), series=()), "needs a series"),
        (lambda: replace(samples.trend(), target=Series("t", (None,) * 6)), "holds no number"),
        (lambda: replace(samples.stacked(), series=(Series("s", (-1,) * 7),)), "negative"),
        (lambda: replace(samples.likert(), series=(Series("s", (0.5, -0.1, 1)),)), "negative"),
        (lambda: replace(samples.tickets(), lines=()), "both are needed"),
        (lambda: Axis("x", low=5, high=1), "is not below"),
    ],
)
def test_what_no_chart_could_show_truly_is_refused(make, reason):
    with pytest.raises(ValueError, match=reason):
        make()


def test_eight_steps_of_an_answer_are_refused():
    series = tuple(Series(f"{at}", (0.125,)) for at in range(8))
    with pytest.raises(ValueError, match="at most 7"):
        build(Likert(alt="", categories=("q",), value=Axis("%", "0%"), series=series))


def test_one_point_still_shows_its_target():
    target = find(tree(build(samples.one_point())), "//c:ser")[-1]
    assert values(target, "c:marker/c:symbol") == ["dash"]


def test_below_zero_the_names_stay_outside_and_the_minus_is_true():
    for chart in (samples.below_zero(), samples.below_zero_lying()):
        root = tree(build(chart))
        assert values(root, "//c:catAx/c:tickLblPos") == ["low"]
        assert not values(root, "//c:valAx//c:min")
        codes = {cached.format for cached in caches(build(chart)) if cached.format}
        assert any(";\u2212" in code for code in codes)
        assert "\u2212" in find(root, "//c:valAx/c:numFmt/@formatCode")[0]


def test_bars_start_at_zero_whatever_the_numbers():
    assert values(tree(build(bars(960, 980, 970))), "//c:valAx//c:min") == ["0"]


def test_a_line_that_would_look_flat_starts_above_zero():
    flat, steep = (values(tree(build(make())), "//c:valAx//c:min") for make in (samples.many_lines, samples.trend))
    assert float(flat[0]) == pytest.approx(0.92)
    assert steep == ["0"]


def test_an_open_end_is_left_to_word_so_that_edited_numbers_are_not_cut_off():
    assert not values(tree(build(samples.trend())), "//c:valAx//c:max")
    assert not values(tree(build(samples.classes())), "//c:valAx//c:max")


def test_whole_numbers_have_whole_steps():
    for numbers in ((1,), (0, 0), (1, 2, 1), (5, 9, 8)):
        (unit,) = values(tree(build(bars(*numbers))), "//c:majorUnit")
        assert float(unit).is_integer()


def test_sixty_rows_fit_a_page_and_one_row_is_low():
    many, one = build(samples.sixty_rows()), build(bars(3))
    assert one.height_pt < 80 < many.height_pt <= look.PAGE_HEIGHT - 40
    assert len(find(tree(many), "//c:ser[1]/c:cat//c:pt")) == 60
    assert values(tree(many), "//c:tickLblSkip") == ["1"]


def test_height_grows_with_the_rows():
    heights = [build(bars(*range(1, count))).height_pt for count in (3, 10, 20, 29)]
    assert heights == sorted(set(heights))


def test_more_rows_than_a_page_holds_are_refused_and_split_cuts_them():
    chart = bars(*range(1, 131), strong=frozenset({0, 70, 129}))
    with pytest.raises(ValueError, match="split"):
        build(chart)
    pieces = split(chart)
    assert [name for piece in pieces for name in piece.categories] == list(chart.categories)
    assert [value for piece in pieces for value in piece.series.values] == list(range(1, 131))
    assert [sorted(piece.strong) for piece in pieces] == [
        [0],
        [70 - len(pieces[0].categories)],
        [len(pieces[2].categories) - 1],
    ]
    assert all(build(piece).height_pt <= look.PAGE_HEIGHT for piece in pieces)


def test_splitting_stacked_rows_cuts_every_series():
    rows = tuple(float(at) for at in range(1, 101))
    names = tuple(f"{at}" for at in range(100))
    chart = Stacked(alt="", categories=names, value=Axis("x"), series=(Series("a", rows), Series("b", rows[::-1])))
    pieces = split(chart)
    assert len(pieces) == 2
    assert tuple(value for piece in pieces for value in piece.series[1].values) == rows[::-1]


def test_the_pieces_share_a_scale():
    pieces = split(bars(*range(1, 131)))
    scales = {
        tuple(values(tree(build(piece)), "//c:valAx//c:max | //c:valAx//c:min | //c:majorUnit")) for piece in pieces
    }
    assert len(scales) == 1
    assert float(next(iter(scales))[0]) >= 130


def test_a_piece_keeps_a_series_that_has_no_number_in_it_and_with_it_every_colour():
    names = tuple(f"{at}" for at in range(100))
    half = Series("half", (1.0,) * 50 + (None,) * 50)
    chart = Stacked(alt="", categories=names, value=Axis("x"), series=(Series("all", (1.0,) * 100), half))
    first, second = (tree(build(piece)) for piece in split(chart))
    assert [find(root, "//c:ser/c:tx//c:v/text()") for root in (first, second)] == [["all", "half"]] * 2
    assert not find(second, "//c:ser[2]/c:val//c:pt")


def test_what_fits_is_not_split():
    assert split(samples.stacked()) == (samples.stacked(),)
    assert split(samples.sixty_months()) == (samples.sixty_months(),)


def test_long_names_are_cut_in_cache_and_workbook_alike():
    part = build(samples.long_names())
    assert sheet(part)["C1"].value.endswith("…")
    part = build(samples.long_pareto())
    names = [cell.value for cell in sheet(part)["A"][1:]]
    assert any(name.endswith("…") for name in names)
    assert names[0] == samples.long_pareto().categories[0]


def test_special_and_control_characters_are_kept_or_cleaned():
    part = build(samples.foul_text())
    names = [cell.value for cell in sheet(part)["A"][1:]]
    assert names == ["A & B <1>", "换行 与 制表", "响铃与", "—", '引"号"']
    assert sheet(part)["B1"].value == "数量 <&>"
    assert part.alt == '含 <特殊> & "字符" 的图'
    assert find(tree(part), "//c:valAx/c:title//a:t/text()") == ["件 <&>"]


def test_names_too_long_for_the_lines_ends_go_to_a_legend():
    long = replace(
        samples.trend(), series=(Series("一个非常非常长的指标名称写满整整一行仍未结束", (1, 2, 3, 4, 5, 6)),)
    )
    root = tree(build(long))
    assert find(root, "//c:legend")
    assert set(values(root, "//c:showSerName")) == {"0"}


def test_clusters_lie_where_their_names_do_not_fit_below():
    short = Clustered(alt="", categories=("甲", "乙"), value=Axis("x"), series=(Series("a", (1, 2)),))
    long = replace(short, categories=("名称" * 40, "乙"))
    wide = Clustered(
        alt="",
        categories=tuple("甲乙丙丁戊己庚"),
        value=Axis("x", "#,##0.00"),
        series=tuple(Series(f"{at}", (12345.678,) * 7) for at in range(4)),
    )
    directions = [values(tree(build(chart)), "//c:barDir")[0] for chart in (short, long, wide)]
    assert directions == ["col", "bar", "bar"]
    assert values(tree(build(replace(long, horizontal=False))), "//c:barDir") == ["col"]


def test_a_given_height_is_kept_where_it_is_enough():
    assert build(replace(samples.trend(), height=260.0)).height_pt == 260
    assert build(replace(samples.trend(), height=10.0)).height_pt > 100
    assert build(replace(samples.classes(), height=300.0)).height_pt == 300


def test_a_part_too_small_for_its_value_goes_without():
    first = find(tree(build(samples.stacked())), "//c:ser[1]")[0]
    hidden = [find(label, "c:idx/@val")[0] for label in find(first, "c:dLbls/c:dLbl[c:delete]")]
    assert hidden == ["0", "1", "2", "4", "5", "6"]


def test_nothing_but_zero_keeps_an_axis():
    for chart in (bars(0, 0), replace(samples.stacked(), series=(Series("s", (0,) * 7),)), samples.pareto((1,))):
        assert float(values(tree(build(chart)), "//c:majorUnit")[0]) > 0


def test_columns_and_lines_of_zero_keep_both_axes():
    nothing = ColumnsAndLines(
        alt="",
        categories=("a", "b"),
        value=Axis("x"),
        second=Axis("y", "0.0"),
        series=(Series("s", (0, 0)),),
        lines=(Series("l", (0, None)),),
    )
    root = tree(build(nothing))
    assert all(float(unit) > 0 for unit in values(root, "//c:majorUnit"))
    assert all(float(high) > 0 for high in values(root, "//c:max"))
