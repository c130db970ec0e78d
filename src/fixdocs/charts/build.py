"""A chart's description → its part and its workbook, as bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct

from fixdocs.charts import lying, upright
from fixdocs.charts.embedded import workbook
from fixdocs.charts.plan import Plan
from fixdocs.charts.spec import Bars, Chart, Clustered, ColumnsAndLines, Likert, Pareto, Stacked, Trend
from fixdocs.charts.text import clean
from fixdocs.charts.xml import chart_space


class ChartPart(Struct, frozen=True):
    """A chart ready for a document: the part's XML, its workbook, its size in points, its alternative text."""

    xml: bytes
    workbook: bytes
    width_pt: float
    height_pt: float
    alt: str


def _clustered(chart: Clustered) -> Plan:
    return upright.clustered(chart) if upright.stands(chart) else lying.clustered(chart)


_KINDS: Final[dict[type[Chart], Callable[[Any], Plan]]] = {
    Trend: upright.trend,
    Pareto: upright.pareto,
    Stacked: lying.stacked,
    Likert: lying.likert,
    Clustered: _clustered,
    ColumnsAndLines: upright.columns_and_lines,
    Bars: lying.bars,
}


def build(chart: Chart) -> ChartPart:
    """Decide and write ``chart``; the same description gives the same bytes.

    Raises:
        ValueError: more rows than a page holds (:func:`fixdocs.charts.split` cuts them), or more steps of an
            answer than can be told apart.
    """
    plan = _KINDS[type(chart)](chart)
    return ChartPart(chart_space(plan), workbook(plan), plan.width, plan.height, clean(chart.alt))
