"""Charts whose categories run from left to right: trend, Pareto, columns with lines, upright clusters."""

from __future__ import annotations

from typing import Final, NamedTuple

from fixdocs import look
from fixdocs.charts import frame, measure, palette
from fixdocs.charts.frame import EDGE, LINE, SIZE, Box, Foot
from fixdocs.charts.plan import Column, Group, Label, Labels, Mark, Plan, Scale
from fixdocs.charts.scales import scale, tick_format
from fixdocs.charts.spec import Axis, Chart, Clustered, ColumnsAndLines, Pareto, Trend
from fixdocs.charts.text import places, shown, signed

_PLOT: Final = 138.0  # the usual height of the plot
_LOWEST: Final = 70.0
_THICKEST: Final = 42.0  # a column
_INTERVALS: Final = 3.5  # few gridlines
_DIRECT: Final = 4  # lines that can be labelled at their ends
_ROOM: Final = 0.32  # the share of the width that labels at the ends may take
_EVERY: Final = 12  # points, above which only the last gets its value
_OVER: Final = 1.1  # what a line and the label above it take of the scale
_NEAR: Final = 0.11  # of the height of a share axis: what a label above its point takes
_MUTED: Final = look.COLOURS["muted"]
_INK: Final = look.COLOURS["ink"]


class _Ground(NamedTuple):
    """An upright chart's parts before its series are drawn."""

    chart: Chart
    height: float
    box: Box
    foot: Foot
    value: Scale
    second: Scale | None
    legend: bool

    def plan(self, columns: tuple[Column, ...], *groups: Group) -> Plan:
        chart, box = self.chart, self.box
        at = box.top + box.height + self.foot.height - 3
        title = frame.title_centred(chart.category_title, box, chart.width, self.height, at)
        return Plan(
            width=chart.width,
            height=self.height,
            language=chart.language,
            heading=title.lines[0] if title else "",
            categories=self.foot.texts,
            columns=columns,
            groups=groups,
            names=self.foot.names._replace(title=title),
            value=self.value,
            second=self.second,
            legend=self.legend,
            plot=box.within(chart.width, self.height),
        )


def _ground(
    chart: Chart,
    value: Scale,
    high: float,
    *,
    second: Scale | None = None,
    legend: tuple[Column, ...] = (),
    right: float = 10.0,
    above: float = 8.0,
    plot: float = _PLOT,
) -> _Ground:
    """Share out the room; ``right`` and ``above`` are what labels need beside and over the plot.

    ``high`` is where the left-hand axis will end.
    """
    top = above + frame.title_height(chart.width, value.title, second.title if second else None)
    left = EDGE + 8 + _ticks(value, high)
    right = max(right, _ticks(second, second.high or 0.0) + 14 if second else 0.0)
    texts = frame.names_of(chart)
    foot = frame.foot(texts, (chart.width - left - right) / len(texts))
    left = max(left, foot.left + EDGE)
    bottom = foot.height + (LINE + 2 if chart.category_title else 0.0)
    if legend:
        bottom += frame.legend_height([column.heading for column in legend], chart.width)
    height = max(chart.height or plot + top + bottom, _LOWEST + top + bottom)
    box = Box(left, top, chart.width - left - right, height - top - bottom)
    return _Ground(chart, height, box, foot, value, second, bool(legend))


def _ticks(scale: Scale, high: float) -> float:
    """The room of the widest number beside an axis."""
    low = -high if scale.low is None else scale.low
    return frame.widest((low, high, scale.unit), scale.format)


def _scale(axis: Axis, values: list[float], width: float, *, from_zero: bool) -> tuple[Scale, float, float]:
    """The left-hand axis of a chart ``width`` points wide, titled, and where it begins and ends."""
    found, low, high = scale(axis, values, _INTERVALS, from_zero=from_zero)
    return found._replace(title=frame.title_left(axis.title, width)), low, high


def trend(chart: Trend) -> Plan:
    """Lines, their names and last values at their ends; a legend only where the ends have no room for it."""
    columns = tuple(frame.column(series, chart.value.format) for series in chart.columns())
    value, low, high = _scale(chart.value, frame.numbers(columns), chart.width, from_zero=False)
    named = [measure.text_width(_end(column, named=True), SIZE) for column in columns]
    direct = len(columns) <= _DIRECT and max(named) + 14 <= chart.width * _ROOM
    alone = len(columns) == 1
    room = max(measure.text_width(_end(column, named=direct and not alone), SIZE) for column in columns)
    ground = _ground(chart, value, high, legend=() if direct else columns, right=room + 14, above=16.0)
    marks = _trend_marks(chart, columns, named=direct and not alone)
    marks = _apart(marks, columns, ground, low, high)
    return ground.plan(columns, Group("line", "standard", marks))


def _trend_marks(chart: Trend, columns: tuple[Column, ...], *, named: bool) -> tuple[Mark, ...]:
    every = len(chart.series) == 1 and len(chart.categories) <= _EVERY
    single = len(chart.categories) == 1
    marks = []
    for at, column in enumerate(columns):
        is_target = at == len(chart.series)
        series = chart.target if is_target and chart.target else chart.series[at]
        colour = palette.resolve(series.colour or "muted") if is_target else palette.line_colour(at, series.colour)
        text = palette.readable(colour)
        labels = Labels(
            Label("t", text) if every and not is_target else None,
            {_last(column): Label("r", text, named=named, backed=True)},
        )
        if is_target:
            marker = "dash" if single else None  # a line of one point would not show
            marks.append(Mark(at + 1, labels, stroke=colour, width=1.5, dash=palette.TARGET_DASH, marker=marker))
        else:
            marks.append(Mark(at + 1, labels, stroke=colour, width=2.25, marker=palette.marker(at)))
    return tuple(marks)


def _apart(
    marks: tuple[Mark, ...], columns: tuple[Column, ...], ground: _Ground, low: float, high: float
) -> tuple[Mark, ...]:
    """Move the labels at the lines' ends until they can be read one by one."""
    box = ground.box
    values = [column.values[_last(column)] or 0.0 for column in columns]
    places = [box.height * (1 - (value - low) / (high - low)) for value in values]
    moved = measure.spread(places, LINE + 1, 0.0, box.height)
    result = []
    for mark, column, place, new in zip(marks, columns, places, moved):
        at, shift = _last(column), (new - place) / ground.height
        label = mark.labels.points[at]
        if label is not None and abs(shift) > 0.002:
            label = label._replace(shift=(0.0, round(shift, 4)))
        result.append(mark._replace(labels=mark.labels._replace(points={at: label})))
    return tuple(result)


def _last(column: Column) -> int:
    """The position of the last number."""
    return max(at for at, value in enumerate(column.values) if value is not None)


def _end(column: Column, *, named: bool) -> str:
    value = shown(column.values[_last(column)] or 0.0, column.format)
    return f"{column.heading} {value}" if named else value


def _gap(slot: float, bars: int, thickest: float = _THICKEST) -> int:
    """The gap between two categories, per cent of a bar, so that few columns do not become slabs."""
    return round(min(500.0, max(45.0, (slot / thickest - bars) * 100)))


def pareto(chart: Pareto) -> Plan:
    """Columns on a scale that ends at the total, so that the cumulative line starts at the first one's top."""
    counts = frame.column(chart.counts, chart.value.format)
    share = frame.column(chart.cumulative, chart.share.format)
    mark = (frame.column(chart.mark, chart.share.format),) if chart.mark else ()
    total = sum(frame.numbers([counts])) or 1.0
    unit = measure.step(total, 5, places(chart.value.format))
    left = Scale(chart.value.format, unit, 0.0, total, False, frame.title_left(chart.value.title, chart.width))
    title = frame.title_right(chart.share.title, chart.width)
    right = Scale(chart.share.format, 0.2, 0.0, 1.0, False, title)
    columns = (counts, share, *mark)
    ground = _ground(chart, left, total, second=right, legend=columns, above=20.0, plot=160.0)
    slot = ground.box.width / len(counts.values)
    bars = Group("bar", "clustered", (_pareto_bars(chart, counts, ground, total),), gap=_gap(slot, 1, slot * 0.68))
    lines = Group("line", "standard", _pareto_lines(columns, slot), second=True)
    return ground.plan(columns, bars, lines)


def _pareto_bars(chart: Pareto, counts: Column, ground: _Ground, total: float) -> Mark:
    fill = palette.bar_fill(0, chart.counts.colour)
    pale = fill._replace(colour=palette.tint(fill.colour, 0.4))
    vital = len(counts.values) if chart.vital is None else chart.vital
    fills = dict.fromkeys(range(vital, len(counts.values)), pale)
    points: dict[int, Label | None] = {}
    for at, value in enumerate(counts.values):
        tall = (value or 0.0) / total * ground.box.height > LINE + 3
        points[at] = Label("inEnd", palette.text_on(fills.get(at, fill))) if tall else Label("outEnd", _INK)
    slot = ground.box.width / len(counts.values)
    if frame.widest(frame.numbers([counts]), counts.format) > slot:
        return Mark(1, Labels(), fill=fill, fills=fills)
    return Mark(1, Labels(Label("outEnd", _INK), points), fill=fill, fills=fills)


def _pareto_lines(columns: tuple[Column, ...], slot: float) -> tuple[Mark, ...]:
    colour = palette.line_colour(1)
    share = columns[1]
    fits = frame.widest(frame.numbers([share]), share.format) + 4 <= slot
    usual = Label("t", palette.readable(colour)) if fits else None
    points: dict[int, Label | None] = {}
    if usual and len(columns) > 2:
        # A label above a point just under the line would be struck through.
        limits = zip(columns[2].values, share.values)
        near = [at for at, (limit, part) in enumerate(limits) if 0 <= (limit or 0.0) - (part or 0.0) < _NEAR]
        points = {at: usual._replace(position="b") for at in near}
    line = Mark(2, Labels(usual, points), stroke=colour, width=2.0, marker="circle")
    if len(columns) == 2:
        return (line,)
    marker = "dash" if len(share.values) == 1 else None
    return line, Mark(3, Labels(), stroke=_MUTED, width=1.25, dash=palette.TARGET_DASH, marker=marker)


def columns_and_lines(chart: ColumnsAndLines) -> Plan:
    """Pale columns in the lower two thirds, lines above them on a second axis with the same gridlines."""
    bars = tuple(frame.column(series, chart.value.format) for series in chart.series)
    lines = tuple(frame.column(series, chart.second.format) for series in chart.lines)
    first, low, high = _scale(chart.value, [value * 1.3 for value in frame.numbers(bars)], chart.width, from_zero=True)
    second = _second(chart, lines, max(1, round((high - low) / first.unit)))
    first = first._replace(low=low, high=high)
    ground = _ground(chart, first, high, second=second, legend=(*bars, *lines), above=10.0)
    slot = ground.box.width / len(chart.categories)
    gap = _gap(slot, len(bars), min(_THICKEST, slot * 0.62 / len(bars)))
    shared = Group("bar", "clustered", _pale_columns(chart, bars, slot), gap=gap)
    return ground.plan((*bars, *lines), shared, Group("line", "standard", _upper(chart, lines), second=True))


def _second(chart: ColumnsAndLines, lines: tuple[Column, ...], intervals: int) -> Scale:
    """The right-hand axis, in as many steps as the left one, so that one set of gridlines serves both."""
    numbers = frame.numbers(lines)
    found, low, _ = scale(chart.second, [*numbers, 0.0], intervals, from_zero=True)
    span = (max(numbers) - low) * _OVER
    unit = measure.step(span, intervals, places(chart.second.format), enough=True) if span > 0 else found.unit
    title = frame.title_right(chart.second.title, chart.width)
    return Scale(
        signed(tick_format(chart.second.format, unit), (low,)), unit, low, low + unit * intervals, False, title
    )


def _pale_columns(chart: ColumnsAndLines, bars: tuple[Column, ...], slot: float) -> tuple[Mark, ...]:
    marks = []
    fits = frame.widest(frame.numbers(bars), bars[0].format) <= slot * 0.62 / len(bars)
    for at, series in enumerate(chart.series):
        strong = palette.resolve(series.colour) if series.colour else (look.SERIES[0], _MUTED, look.SERIES[2])[at % 3]
        fill = palette.Fill(palette.tint(strong, 0.28 if at % 2 == 0 else 0.7), outline=palette.tint(strong, 0.8))
        labels = Labels(Label("inBase", palette.text_on(fill)) if fits else None)
        marks.append(Mark(at + 1, labels, fill=fill))
    return tuple(marks)


def _upper(chart: ColumnsAndLines, lines: tuple[Column, ...]) -> tuple[Mark, ...]:
    """The lines; each has its last value above it, on white, because columns stand behind."""
    start = len(chart.series) + 1
    marks = []
    for at, column in enumerate(lines):
        # The columns are blue: the lines begin with the second colour, and each has its own dash and marker.
        colour = palette.line_colour(at + 1, chart.lines[at].colour)
        labels = Labels(None, {_last(column): Label("t", palette.readable(colour), backed=True)})
        marker, dash = palette.marker(at), palette.dash(at)
        marks.append(Mark(start + at, labels, stroke=colour, width=2.25, dash=dash, marker=marker))
    return tuple(marks)


def clustered(chart: Clustered) -> Plan:
    """Upright bars side by side; gridlines only where the bars are too thin to carry their values."""
    columns = tuple(frame.column(series, chart.value.format) for series in chart.series)
    value, _, high = _scale(chart.value, frame.numbers(columns), chart.width, from_zero=True)
    legend = columns if len(columns) > 1 else ()
    ground = _ground(chart, value, high, legend=legend, above=14.0)
    slot = ground.box.width / len(chart.categories)
    gap = _gap(slot, len(columns))
    bar = slot / (len(columns) + gap / 100)
    fits = frame.widest(frame.numbers(columns), columns[0].format) <= bar
    ground = ground._replace(value=value._replace(gridlines=not fits))
    labels = Labels(Label("outEnd", _INK) if fits else None)
    marks = tuple(
        Mark(at + 1, labels, fill=palette.bar_fill(at, series.colour)) for at, series in enumerate(chart.series)
    )
    return ground.plan(columns, Group("bar", "clustered", marks, gap=gap, overlap=0))


def stands(chart: Clustered) -> bool:
    """Whether the names fit below upright bars, in up to three lines, and the values above them."""
    if chart.horizontal is not None:
        return not chart.horizontal
    slot = (chart.width - 50) / len(chart.categories)
    numbers = [value for series in chart.series for value in series.values if value is not None]
    wide = frame.widest(numbers, chart.value.format)
    foot = frame.foot(frame.names_of(chart), slot)
    return foot.names.turn == 0 and slot >= (len(chart.series) + 0.45) * wide * 0.95
