"""A plan → the XML of a chart part: one small writer an element, children in the schema's order.

The order of children is that of ECMA-376 part 1, section 21.2; Word repairs or refuses a chart that breaks it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from fixdocs import look
from fixdocs.charts.embedded import cells, heading_cell
from fixdocs.charts.palette import Fill
from fixdocs.charts.plan import Column, Group, Label, Labels, Mark, Names, Plan, Scale, Title
from fixdocs.charts.text import escape, number

WORKBOOK_REL: Final = "rId1"
"""The relationship of the chart part to its workbook: its first and only one."""

_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INK: Final = look.COLOURS["ink"]
_RULE: Final = look.COLOURS["rule"]
_LINE: Final = look.COLOURS["line"]
_AXES: Final = (("111111111", "111111112"), ("222222221", "222222222"))  # ids: category, value; first, second
_MARKER_SIZES: Final = {"dash": 12, "x": 7, "plus": 7}


def chart_space(plan: Plan) -> bytes:
    """The chart part of ``plan``."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}">'
        f'<c:date1904 val="0"/><c:lang val="{escape(plan.language)}"/><c:roundedCorners val="0"/>'
        f"{_chart(plan)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(look.SIZE_FIGURE, _INK)}"
        f'<c:externalData r:id="{WORKBOOK_REL}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _chart(plan: Plan) -> str:
    return (
        f'<c:chart><c:autoTitleDeleted val="1"/>{_plot_area(plan)}{_legend(plan)}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    )


def _plot_area(plan: Plan) -> str:
    groups = "".join(_group(plan, group) for group in plan.groups)
    lying = plan.groups[0].horizontal
    axes = _category_axis(plan.names, lying) + _value_axis(plan.value, lying)
    if plan.second:
        axes += _hidden_category_axis() + _value_axis(plan.second, lying, second=True)
    area = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    return f"<c:plotArea>{_inner_layout(plan.plot)}{groups}{axes}{area}</c:plotArea>"


def _inner_layout(plot: tuple[float, float, float, float]) -> str:
    x, y, width, height = (f"{part:.4f}" for part in plot)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{width}"/><c:h val="{height}"/></c:manualLayout></c:layout>'
    )


def _legend(plan: Plan) -> str:
    if not plan.legend:
        return ""
    text = _text(look.SIZE_FIGURE, _INK)
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text}</c:legend>'


def _group(plan: Plan, group: Group) -> str:
    series = "".join(_series(plan, group, mark) for mark in group.marks)
    ids = "".join(f'<c:axId val="{axis}"/>' for axis in _AXES[group.second])
    head = f'<c:grouping val="{group.grouping}"/><c:varyColors val="0"/>{series}'
    if group.kind == "line":
        return f'<c:lineChart>{head}<c:marker val="1"/>{ids}</c:lineChart>'
    direction = f'<c:barDir val="{"bar" if group.horizontal else "col"}"/>'
    spacing = f'<c:gapWidth val="{group.gap}"/><c:overlap val="{group.overlap}"/>'
    return f"<c:barChart>{direction}{head}{spacing}{ids}</c:barChart>"


def _series(plan: Plan, group: Group, mark: Mark) -> str:
    column, count = plan.columns[mark.column - 1], len(plan.categories)
    head = f'<c:idx val="{mark.column - 1}"/><c:order val="{mark.column - 1}"/>{_name(mark.column, column.heading)}'
    labels = _labels(mark.labels, column)
    data = f"<c:cat>{_strings(cells(0, count), plan.categories)}</c:cat>{_values(mark.column, column)}"
    if group.kind == "line":
        return f'<c:ser>{head}{_line_look(mark)}{_marker(mark)}{labels}{data}<c:smooth val="0"/></c:ser>'
    return f"<c:ser>{head}{_bar_look(mark)}{labels}{data}</c:ser>"


def _name(column: int, heading: str) -> str:
    return f"<c:tx>{_strings(heading_cell(column), (heading,))}</c:tx>" if heading else ""


def _strings(formula: str, texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{formula}</c:f>{cache}</c:strRef>"


def _values(column: int, data: Column) -> str:
    known = ((at, value) for at, value in enumerate(data.values) if value is not None)
    points = "".join(f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>' for at, value in known)
    count = len(data.values)
    cache = f'<c:formatCode>{escape(data.format)}</c:formatCode><c:ptCount val="{count}"/>{points}'
    return f"<c:val><c:numRef><c:f>{cells(column, count)}</c:f><c:numCache>{cache}</c:numCache></c:numRef></c:val>"


def _bar_look(mark: Mark) -> str:
    fill = _area(mark.fill) if mark.fill else ""
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_area(other)}</c:dPt>'
        for at, other in sorted(mark.fills.items())
    )
    return f'{fill}<c:invertIfNegative val="0"/>{points}'


@lru_cache(maxsize=128)
def _area(fill: Fill) -> str:
    inside = _solid(fill.colour)
    if fill.pattern:
        colours = f"<a:fgClr>{_rgb(fill.colour)}</a:fgClr><a:bgClr>{_rgb(look.COLOURS['paper'])}</a:bgClr>"
        inside = f'<a:pattFill prst="{fill.pattern}">{colours}</a:pattFill>'
    outline = fill.outline or (fill.colour if fill.pattern else None)
    line = _stroke(outline, 0.75) if outline else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{inside}{line}</c:spPr>"


def _line_look(mark: Mark) -> str:
    return f"<c:spPr>{_stroke(mark.stroke, mark.width, mark.dash)}</c:spPr>"


def _marker(mark: Mark) -> str:
    if mark.marker is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    size = _MARKER_SIZES.get(mark.marker, 6)
    drawn = mark.marker in {"x", "plus"}  # strokes without an inside
    inside = "<a:noFill/>" if drawn else _solid(mark.stroke)
    shape = f"<c:spPr>{inside}{_stroke(mark.stroke, 1.25 if drawn else 0.75)}</c:spPr>"
    return f'<c:marker><c:symbol val="{mark.marker}"/><c:size val="{size}"/>{shape}</c:marker>'


def _labels(labels: Labels, column: Column) -> str:
    if labels.usual is None and not labels.points:
        return ""
    points = "".join(_point_label(at, label, labels, column) for at, label in sorted(labels.points.items()))
    usual = _label(labels.usual, labels.size, column.format) if labels.usual else _NO_LABELS
    return f"<c:dLbls>{points}{usual}</c:dLbls>"


_NO_LABELS: Final = "".join(
    f'<c:{name} val="0"/>'
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)


def _point_label(at: int, label: Label | None, labels: Labels, column: Column) -> str:
    if label is None:
        return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
    return f'<c:dLbl><c:idx val="{at}"/>{_shift(label)}{_label(label, labels.size, column.format)}</c:dLbl>'


def _shift(label: Label) -> str:
    if label.shift is None:
        return ""
    x, y = label.shift
    return f'<c:layout><c:manualLayout><c:x val="{number(x)}"/><c:y val="{number(y)}"/></c:manualLayout></c:layout>'


def _label(label: Label, size: float, code: str) -> str:
    name = f'<c:showCatName val="0"/><c:showSerName val="{int(label.named)}"/>'
    shows = f'<c:showLegendKey val="0"/><c:showVal val="1"/>{name}'
    return (
        f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'
        f"<c:spPr>{_PAPER if label.backed else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(size, label.colour, wrap=False)}<c:dLblPos val="{label.position}"/>{shows}'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{"<c:separator> </c:separator>" if label.named else ""}'
    )


_PAPER: Final = f'<a:solidFill><a:srgbClr val="{look.COLOURS["paper"]}"/></a:solidFill>'


def _category_axis(names: Names, lying: bool) -> str:
    order = "maxMin" if lying else "minMax"
    axis, other = _AXES[0]
    return (
        f'<c:catAx><c:axId val="{axis}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if lying else "b"}"/>{_title(names.title)}'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_stroke(_LINE, 0.75)}</c:spPr>{_text(names.size, _INK, turn=names.turn)}"
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="50"/><c:tickLblSkip val="{names.skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _hidden_category_axis() -> str:
    """The second value axis needs a category axis of its own, which nobody sees."""
    axis, other = _AXES[1]
    return (
        f'<c:catAx><c:axId val="{axis}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(scale: Scale, lying: bool, *, second: bool = False) -> str:
    other, axis = _AXES[second]
    place = ("t" if lying else "r") if second else ("b" if lying else "l")
    # Lying bars start at the top, so that the axis below them crosses at the last category.
    crosses = "max" if second or lying else "autoZero"
    lines = f"<c:majorGridlines><c:spPr>{_stroke(_RULE, 0.5)}</c:spPr></c:majorGridlines>" if scale.gridlines else ""
    return (
        f'<c:valAx><c:axId val="{axis}"/>{_scaling(scale)}<c:delete val="0"/><c:axPos val="{place}"/>{lines}'
        f'{_title(scale.title)}<c:numFmt formatCode="{escape(scale.format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(look.SIZE_FIGURE, look.COLOURS['muted'])}"
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{number(scale.unit)}"/></c:valAx>'
    )


def _scaling(scale: Scale) -> str:
    high = "" if scale.high is None else f'<c:max val="{number(scale.high)}"/>'
    low = "" if scale.low is None else f'<c:min val="{number(scale.low)}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{high}{low}</c:scaling>'


def _title(title: Title | None) -> str:
    if title is None:
        return ""
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{title.x:.4f}"/><c:y val="{title.y:.4f}"/></c:manualLayout></c:layout>'
    )
    usual = _run("defRPr", look.SIZE_FIGURE, look.COLOURS["muted"])
    run = _run("rPr", look.SIZE_FIGURE, look.COLOURS["muted"])
    paragraphs = "".join(
        f'<a:p><a:pPr algn="l">{usual}</a:pPr><a:r>{run}<a:t>{escape(line)}</a:t></a:r></a:p>' for line in title.lines
    )
    rich = f'<c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/>{paragraphs}</c:rich>'
    return f'<c:title><c:tx>{rich}</c:tx>{place}<c:overlay val="0"/></c:title>'


@lru_cache(maxsize=128)
def _text(size: float, colour: str, *, turn: int = 0, wrap: bool = True) -> str:
    room = 'wrap="square"' if wrap else 'wrap="none" lIns="38100" tIns="0" rIns="38100" bIns="0"'
    body = f'<a:bodyPr rot="{turn * 60_000}" vert="horz" {room}/>'
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{_run('defRPr', size, colour)}</a:pPr>"
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


@lru_cache(maxsize=128)
def _run(name: str, size: float, colour: str) -> str:
    fonts = f'<a:latin typeface="{look.FONT_FIGURE_LATIN}"/><a:ea typeface="{look.FONT_FIGURE_CJK}"/>'
    return f'<a:{name} sz="{round(size * 100)}" b="0">{_solid(colour)}{fonts}</a:{name}>'


@lru_cache(maxsize=128)
def _stroke(colour: str, width: float, dash: str = "solid") -> str:
    dashed = "" if dash == "solid" else f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{round(width * 12_700)}" cap="flat">{_solid(colour)}{dashed}<a:round/></a:ln>'


def _solid(colour: str) -> str:
    return f"<a:solidFill>{_rgb(colour)}</a:solidFill>"


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour}"/>'
