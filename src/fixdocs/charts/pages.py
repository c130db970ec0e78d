"""A chart with more rows than a page holds → charts that each fit a page."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any, TypeVar

from fixdocs.charts.frame import rows_a_page
from fixdocs.charts.spec import Chart, Series

_Kind = TypeVar("_Kind", bound=Chart)


def split(chart: _Kind) -> tuple[_Kind, ...]:
    """``chart`` cut between two categories into as few charts of about equal length as pages can hold.

    Kinds whose categories run from left to right are never cut. Cutting loses a series that has no number in one
    of the pieces: it is left out there.
    """
    count, most = len(chart.categories), rows_a_page()
    if not chart.splits or count <= most:
        return (chart,)
    pieces = math.ceil(count / most)
    bounds = [round(count * at / pieces) for at in range(pieces + 1)]
    return tuple(_cut(chart, start, end) for start, end in pairwise(bounds))


def _cut(chart: _Kind, start: int, end: int) -> _Kind:
    changes: dict[str, Any] = {"categories": chart.categories[start:end]}
    for item in fields(chart):
        value = getattr(chart, item.name)
        if isinstance(value, Series):
            changes[item.name] = replace(value, values=value.values[start:end])
        elif isinstance(value, tuple) and value and isinstance(value[0], Series):
            changes[item.name] = tuple(replace(series, values=series.values[start:end]) for series in value)
        elif isinstance(value, frozenset):
            changes[item.name] = frozenset(at - start for at in value if start <= at < end)
    return replace(chart, **changes)
