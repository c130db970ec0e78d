"""The chart part keeps to the schema, to the house's look, and to what Word needs."""

from __future__ import annotations

import pytest
from lxml import etree

from fixdocs import look
from fixdocs.charts import build
from tests.charts.reading import A, C, find, tree, values
from tests.charts.samples import KINDS, classes, every_chart, pareto, tickets, trend, trend_of_three

CHARTS = every_chart()

_LABEL = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
# ECMA-376 part 1, 21.2.2: the children of each complex type, in order.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart catAx valAx dTable spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "ser": "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbls": f"dLbl delete {_LABEL} showLeaderLines leaderLines",
    "dLbl": f"idx delete layout tx {_LABEL}",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "title": "tx layout overlay spPr txPr",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "marker": "symbol size spPr",
    "strRef": "f strCache",
    "numRef": "f numCache",
    "strCache": "ptCount pt",
    "numCache": "formatCode ptCount pt",
    "externalData": "autoUpdate",
}
# Where Word lets a label stand; anything else makes it call the file damaged.
PLACES = {
    "clustered": {"outEnd", "inEnd", "ctr", "inBase"},
    "stacked": {"ctr", "inEnd", "inBase"},
    "percentStacked": {"ctr", "inEnd", "inBase"},
    "standard": {"t", "b", "l", "r", "ctr"},
}


@pytest.fixture(params=CHARTS, scope="module")
def root(request):
    return tree(build(CHARTS[request.param]))


def test_children_stand_in_the_schemas_order(root):
    for node in root.iter(f"{{{C}}}*"):
        name = etree.QName(node).localname
        children = [etree.QName(child).localname for child in node if etree.QName(child).namespace == C]
        if name not in ORDER:
            assert len(children) <= 1 or name in {"cat", "val", "tx", "rich", "txPr"}, name
            continue
        if name in {"marker", "dLbl"} and node.get("val") is not None:
            continue
        order = ORDER[name].split()
        if name == "plotArea":  # groups and axes may mix: only what is before and behind is fixed
            children = [child for child in children if child not in {"barChart", "lineChart", "catAx", "valAx"}]
        assert [order.index(child) for child in children] == sorted(order.index(child) for child in children), name


def test_labels_stand_where_word_allows(root):
    for group in find(root, "//c:barChart | //c:lineChart"):
        (grouping,) = values(group, "c:grouping")
        assert set(values(group, ".//c:dLblPos")) <= PLACES[grouping]


def test_axes_know_each_other(root):
    ids = values(root, "//c:catAx/c:axId | //c:valAx/c:axId")
    assert len(ids) == len(set(ids))
    assert set(values(root, "//c:barChart/c:axId | //c:lineChart/c:axId")) == set(ids)
    assert set(values(root, "//c:crossAx")) == set(ids)
    assert values(root, "//c:valAx/c:delete") == ["0"] * len(find(root, "//c:valAx"))
    assert values(root, "//c:catAx/c:delete")[0] == "0"


def test_every_value_axis_has_a_title_with_words(root):
    for axis in find(root, "//c:valAx"):
        assert "".join(find(axis, "c:title//a:t/text()")).strip()


def test_what_word_needs_is_said(root):
    assert values(root, "c:date1904 | c:roundedCorners | c:lang") == ["0", "zh-CN", "0"]
    assert values(root, "c:chart/c:autoTitleDeleted") == ["1"]
    assert not find(root, "c:chart/c:title")
    assert find(root, "c:externalData/@r:id") == ["rId1"]
    assert set(values(root, "//c:varyColors")) == {"0"}


def test_every_text_names_both_fonts_and_no_small_size(root):
    for properties in root.iter(f"{{{A}}}defRPr", f"{{{A}}}rPr"):
        assert find(properties, "a:latin/@typeface") == [look.FONT_FIGURE_LATIN]
        assert find(properties, "a:ea/@typeface") == [look.FONT_FIGURE_CJK]
        assert int(properties.get("sz")) >= look.SIZE_FIGURE_MIN * 100


def test_the_plot_stays_inside_the_chart(root):
    (layout,) = find(root, "c:chart/c:plotArea/c:layout/c:manualLayout")
    x, y, width, height = (float(values(layout, f"c:{side}")[0]) for side in "xywh")
    assert min(x, y) >= 0
    assert x + width <= 1
    assert y + height <= 1
    assert width > 0.4
    assert height > 0.2


def test_a_legend_only_where_names_stand_nowhere_else():
    shown = {name: bool(find(tree(build(make())), "//c:legend")) for name, make in KINDS.items()}
    assert shown == {
        "trend": False,
        "trend_of_three": False,
        "pareto": True,
        "stacked": True,
        "likert": True,
        "scores": True,
        "before_and_after": True,
        "lying_clusters": True,
        "tickets": True,
        "classes": False,
    }


def test_the_target_is_a_dashed_line_without_markers_and_named_at_its_end():
    target = find(tree(build(trend())), "//c:ser")[-1]
    assert values(target, "c:spPr/a:ln/a:prstDash") == ["sysDash"]
    assert values(target, "c:marker/c:symbol") == ["none"]
    assert values(target, "c:dLbls/c:dLbl/c:idx") == ["5"]
    assert values(target, "c:dLbls/c:dLbl/c:showSerName") == ["1"]


def test_the_name_stands_at_the_last_point_that_is_known():
    chart = trend_of_three()
    last = [max(at for at, value in enumerate(one.values) if value is not None) for one in chart.columns()]
    labelled = [int(values(one, "c:dLbls/c:dLbl/c:idx")[0]) for one in find(tree(build(chart)), "//c:ser")]
    assert labelled == last


def test_a_paretos_axes_end_at_the_total_and_at_100_percent():
    root = tree(build(pareto()))
    assert values(root, "//c:valAx/c:scaling/c:max") == ["129", "1"]
    assert values(root, "//c:valAx/c:scaling/c:min") == ["0", "0"]
    assert values(root, "//c:valAx/c:crosses") == ["autoZero", "max"]
    assert values(root, "//c:catAx/c:delete") == ["0", "1"]
    assert [point.get("val") for point in find(root, "//c:dPt/c:idx")] == ["4", "5", "6"]


def test_both_axes_of_tickets_have_equally_many_steps():
    axes = find(tree(build(tickets())), "//c:valAx")
    steps = [
        (float(values(axis, ".//c:max")[0]) if values(axis, ".//c:max") else 500)
        / float(values(axis, "c:majorUnit")[0])
        for axis in axes
    ]
    assert steps[0] == pytest.approx(steps[1])


def test_the_first_category_is_on_top_and_the_axis_below():
    root = tree(build(classes()))
    assert values(root, "//c:catAx/c:scaling/c:orientation") == ["maxMin"]
    assert values(root, "//c:valAx/c:crosses") == ["max"]
    assert values(root, "//c:valAx/c:axPos") == ["b"]
