"""Charts whose bars lie, the first category on top: parts of a whole, answers, classes, lying clusters."""

from __future__ import annotations

from typing import Final, NamedTuple

from fixdocs import look
from fixdocs.charts import frame, measure, palette
from fixdocs.charts.frame import EDGE, LINE, SIZE, Box, Side
from fixdocs.charts.palette import Fill
from fixdocs.charts.plan import Column, Group, Grouping, Label, Labels, Mark, Names, Plan, Scale
from fixdocs.charts.scales import scale
from fixdocs.charts.spec import Bars, Chart, Clustered, Likert, Stacked
from fixdocs.charts.text import shown

_ROW: Final = 22.0  # a row with one bar
_BAR: Final = 11.5  # a bar of a cluster
_THICKEST: Final = 15.0
_INTERVALS: Final = 5
_INK: Final = look.COLOURS["ink"]


class _Ground(NamedTuple):
    """A lying chart's parts before its series are drawn; ``span`` is what the value axis shows in all."""

    chart: Chart
    height: float
    box: Box
    side: Side
    value: Scale
    span: float
    legend: bool

    def plan(self, columns: tuple[Column, ...], group: Group) -> Plan:
        chart = self.chart
        title = frame.title_left(chart.category_title, chart.width)
        return Plan(
            width=chart.width,
            height=self.height,
            language=chart.language,
            heading=title.lines[0] if title else "",
            categories=self.side.texts,
            columns=columns,
            groups=(group,),
            names=Names(size=self.side.size, title=title),
            value=self.value,
            second=None,
            legend=self.legend,
            plot=self.box.within(chart.width, self.height),
        )


def _ground(
    chart: Chart, columns: tuple[Column, ...], values: list[float], row: float, right: float, *, gridlines: bool
) -> _Ground:
    """Share out the room: names left, axis and legend below; ``row`` is the height a category wants."""
    top = EDGE + (LINE + 2 if chart.category_title else 0.0)
    legend = frame.legend_height([column.heading for column in columns], chart.width) if len(columns) > 1 else 0.0
    bottom = LINE + 6 + (LINE + 2 if chart.value.title else 0.0) + legend
    side = frame.side(frame.names_of(chart), chart.width, row, top + bottom)
    height = max(chart.height or 0.0, len(side.texts) * side.pitch + top + bottom)
    left = side.width + EDGE + 8
    box = Box(left, top, chart.width - left - right, height - top - bottom)
    at = top + box.height + LINE + 4
    title = frame.title_centred(chart.value.title, box, chart.width, height, at)
    intervals = max(2, min(_INTERVALS, int(box.width / 55)))
    value, low, high = scale(chart.value, [*values, 0.0], intervals, from_zero=True)
    value = value._replace(gridlines=gridlines, title=title)
    return _Ground(chart, height, box, side, value, high - low, bool(legend))


def _gap(pitch: float, bars: int) -> int:
    return round(min(500.0, max(30.0, (pitch / _THICKEST - bars) * 100)))


def stacked(chart: Stacked) -> Plan:
    """Parts side by side in one bar, each valued where its value fits inside."""
    columns = tuple(frame.column(series, chart.value.format) for series in chart.series)
    totals = [sum(value or 0.0 for value in row) for row in zip(*(column.values for column in columns))]
    ground = _ground(chart, columns, totals, _ROW, 16.0, gridlines=True)
    fills = [palette.bar_fill(at, series.colour) for at, series in enumerate(chart.series)]
    return _parts(ground, columns, fills, "stacked", [ground.span] * len(totals))


def likert(chart: Likert) -> Plan:
    """Answers from the least to the most favourable, each bar 100 % long."""
    columns = tuple(frame.column(series, chart.value.format) for series in chart.series)
    totals = [sum(value or 0.0 for value in row) for row in zip(*(column.values for column in columns))]
    ground = _ground(chart, columns, [0.0, 1.0], _ROW, 16.0, gridlines=True)
    ground = ground._replace(value=Scale("0%", 0.25, 0.0, 1.0, title=ground.value.title))
    colours = palette.diverging(len(columns))
    fills = [Fill(palette.resolve(series.colour or colour)) for series, colour in zip(chart.series, colours)]
    return _parts(ground, columns, fills, "percentStacked", totals)


def _parts(
    ground: _Ground, columns: tuple[Column, ...], fills: list[Fill], grouping: Grouping, wholes: list[float]
) -> Plan:
    """Bars made of parts; ``wholes`` says what value would fill the plot's whole width, a row."""
    size = min(SIZE, ground.side.size)
    marks = []
    for at, (column, fill) in enumerate(zip(columns, fills)):
        hidden: dict[int, Label | None] = {}
        for row, value in enumerate(column.values):
            room = (value or 0.0) / (wholes[row] or 1.0) * ground.box.width
            if value is not None and room < measure.text_width(shown(value, column.format), size) + 4:
                hidden[row] = None
        outlined = Fill(fill.colour, fill.pattern, look.COLOURS["paper"])
        labels = Labels(Label("ctr", palette.text_on(fill)), hidden, size)
        marks.append(Mark(at + 1, labels, fill=outlined))
    gap = _gap(ground.side.pitch, 1)
    return ground.plan(columns, Group("bar", grouping, tuple(marks), horizontal=True, gap=gap, overlap=100))


def bars(chart: Bars) -> Plan:
    """One bar a class with its value at the end."""
    column = frame.column(chart.series, chart.value.format)
    values = frame.numbers([column])
    right = frame.widest(values, column.format) + 10
    ground = _ground(chart, (column,), values, _ROW, right, gridlines=min(values, default=0) < 0)
    fill = palette.bar_fill(0, chart.series.colour or "primary")
    strong = Fill(look.COLOURS["accent"])
    labels = Labels(Label("outEnd", _INK), {}, min(SIZE, ground.side.size))
    fills = {at: strong for at in sorted(chart.strong) if at < len(column.values)}
    mark = Mark(1, labels, fill=fill, fills=fills)
    gap = _gap(ground.side.pitch, 1)
    return ground.plan((column,), Group("bar", "clustered", (mark,), horizontal=True, gap=gap))


def clustered(chart: Clustered) -> Plan:
    """Lying bars side by side; gridlines only where the bars are too thin to carry their values."""
    columns = tuple(frame.column(series, chart.value.format) for series in chart.series)
    values = frame.numbers(columns)
    right = frame.widest(values, columns[0].format) + 10
    ground = _ground(chart, columns, values, len(columns) * _BAR + 8, right, gridlines=True)
    fits = ground.side.pitch / (len(columns) + 0.4) >= look.SIZE_FIGURE_MIN
    ground = ground._replace(value=ground.value._replace(gridlines=not fits))
    labels = Labels(Label("outEnd", _INK) if fits else None, {}, min(SIZE, ground.side.size))
    marks = tuple(
        Mark(at + 1, labels, fill=palette.bar_fill(at, series.colour)) for at, series in enumerate(chart.series)
    )
    gap = _gap(ground.side.pitch, len(columns))
    return ground.plan(columns, Group("bar", "clustered", marks, horizontal=True, gap=gap))
