"""A chart with more rows than a page holds → charts that each fit a page."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any, TypeVar

from msgspec.structs import replace

from fixdocs.charts.frame import rows_a_page
from fixdocs.charts.scales import scale
from fixdocs.charts.spec import Axis, Chart, Likert, Series, Stacked

_Kind = TypeVar("_Kind", bound=Chart)
_INTERVALS = 5


def split(chart: _Kind) -> tuple[_Kind, ...]:
    """``chart`` cut between two categories into as few charts of about equal length as pages can hold.

    The pieces share one scale and every series' look. Kinds whose categories run from left to right are never cut.
    """
    count, most = len(chart.categories), rows_a_page()
    if not chart.splits or count <= most:
        return (chart,)
    pieces = math.ceil(count / most)
    bounds = [round(count * at / pieces) for at in range(pieces + 1)]
    axis = _shared_axis(chart)
    return tuple(_cut(chart, axis, start, end) for start, end in pairwise(bounds))


def _shared_axis(chart: Chart) -> Axis:
    """The axis of ``chart`` with the ends that the whole of it needs."""
    if isinstance(chart, Likert):
        return chart.value
    rows = list(zip(*(series.values for series in chart.columns())))
    if isinstance(chart, Stacked):
        values = [sum(value or 0.0 for value in row) for row in rows]
    else:
        values = [value for row in rows for value in row if value is not None]
    _, low, high = scale(chart.value, [*values, 0.0], _INTERVALS, from_zero=True)
    return replace(chart.value, low=low, high=high)


def _cut(chart: _Kind, axis: Axis, start: int, end: int) -> _Kind:
    changes: dict[str, Any] = {"categories": chart.categories[start:end], "value": axis, "piece": True}
    for name in chart.__struct_fields__:
        value = getattr(chart, name)
        if isinstance(value, Series):
            changes[name] = replace(value, values=value.values[start:end])
        elif isinstance(value, tuple) and value and isinstance(value[0], Series):
            changes[name] = tuple(replace(series, values=series.values[start:end]) for series in value)
        elif isinstance(value, frozenset):
            changes[name] = frozenset(at - start for at in value if start <= at < end)
    return replace(chart, **changes)
