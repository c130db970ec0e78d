"""A chart decided but not yet written: what the XML and the workbook transcribe.

Lengths are points, places are fractions of the chart's width and height; ``column`` counts the workbook's
columns from 0, the first being that of the categories.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from fixdocs.charts.palette import Fill
from fixdocs.charts.spec import Number

Grouping = Literal["clustered", "stacked", "percentStacked", "standard"]
_NOTHING: Final[Mapping[int, Any]] = MappingProxyType({})


class Label(NamedTuple):
    """How a data label looks: where it stands by its point, its colour, whether it names the series.

    ``shift`` moves it by fractions of the chart's width and height; ``backed`` puts white behind it.
    """

    position: str
    colour: str
    named: bool = False
    shift: tuple[float, float] | None = None
    backed: bool = False


class Labels(NamedTuple):
    """The labels of a series: the usual one (``None``: no label) and what differs at single points."""

    usual: Label | None = None
    points: Mapping[int, Label | None] = _NOTHING
    size: float = 9.0


class Column(NamedTuple):
    """A column of the workbook and its series: heading, values, number format."""

    heading: str
    values: tuple[Number, ...]
    format: str


class Mark(NamedTuple):
    """A series as drawn: an area (``fill``) or a line (``stroke``, ``width``, ``dash``, ``marker``)."""

    column: int
    labels: Labels
    fill: Fill | None = None
    fills: Mapping[int, Fill] = _NOTHING
    stroke: str = ""
    width: float = 2.0
    dash: str = "solid"
    marker: str | None = None


class Group(NamedTuple):
    """Series drawn the same way on the same axes; ``gap`` and ``overlap`` are per cent of a bar's width."""

    kind: Literal["bar", "line"]
    grouping: Grouping
    marks: tuple[Mark, ...]
    horizontal: bool = False
    gap: int = 60
    overlap: int = 0
    second: bool = False


class Title(NamedTuple):
    """An axis title, its lines, with the place of its top left corner."""

    lines: tuple[str, ...]
    x: float
    y: float


class Scale(NamedTuple):
    """A value axis; ``low`` and ``high`` are ``None`` where Word shall choose."""

    format: str
    unit: float
    low: float | None
    high: float | None
    gridlines: bool = True
    title: Title | None = None


class Names(NamedTuple):
    """The category axis: turn of the labels in degrees, every how many is written, size, title."""

    turn: int = 0
    skip: int = 1
    size: float = 9.0
    title: Title | None = None


class Plan(NamedTuple):
    """A whole chart. ``plot`` is the inner plot area: x, y, width, height."""

    width: float
    height: float
    language: str
    heading: str
    categories: tuple[str, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    names: Names
    value: Scale
    second: Scale | None
    legend: bool
    plot: tuple[float, float, float, float]
