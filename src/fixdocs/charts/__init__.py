"""Numbers → a native Word chart and the small workbook that stands behind it.

A chart is described by one of the kinds in :mod:`~fixdocs.charts.spec`; :func:`build` decides sizes, scales,
labels and colours and gives a :class:`ChartPart`; :func:`attach` hangs it in a document and :func:`inline_xml`
shows it in a run. Nothing here knows the method or a person's language: every word comes in as an argument.
"""

from fixdocs.charts.attach import attach, inline_xml
from fixdocs.charts.build import ChartPart, build
from fixdocs.charts.pages import split
from fixdocs.charts.spec import (
    Axis,
    Bars,
    Chart,
    Clustered,
    ColumnsAndLines,
    Likert,
    Pareto,
    Series,
    Stacked,
    Trend,
)

__all__ = [
    "Axis",
    "Bars",
    "Chart",
    "ChartPart",
    "Clustered",
    "ColumnsAndLines",
    "Likert",
    "Pareto",
    "Series",
    "Stacked",
    "Trend",
    "attach",
    "build",
    "inline_xml",
    "split",
]
