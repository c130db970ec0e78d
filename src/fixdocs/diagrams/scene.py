"""A drawing as pure geometry: shapes, lines and labels with places, sizes and colour roles.

Units are points (1/72 inch), the origin is the top left corner, y grows downwards.
Colours are role names of :data:`fixdocs.look.COLOURS`, or a hexadecimal RGB value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ShapeKind = Literal[
    "rect", "round", "terminator", "diamond", "parallelogram", "ellipse", "circle", "bar", "pentagon"
]
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dash", "dot"]


@dataclass(frozen=True, slots=True)
class Text:
    """Lines already wrapped to the room they stand in; the layout made them fit."""

    lines: tuple[str, ...]
    size: float = 9.0
    bold: bool = False
    colour: str = "ink"
    align: Align = "center"
    anchor: Anchor = "middle"
    inset: float = 3.0  # free room kept on every side of the box


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape; ``kind="rect"`` without fill and stroke is a plain label."""

    name: str  # unique in its scene; says what it shows ("F03 分类转办")
    kind: ShapeKind
    x: float
    y: float
    width: float
    height: float
    text: Text | None = None
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.75
    dash: Dash = "solid"
    role: Literal["node", "label", "lane", "badge", "frame", "decoration"] = "node"

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """An open polyline through ``points``; ``joins`` names the two shapes it connects, if any."""

    name: str
    points: tuple[tuple[float, float], ...]
    stroke: str = "line"
    width: float = 1.0
    dash: Dash = "solid"
    arrow_end: bool = False
    arrow_start: bool = False
    joins: tuple[str, str] | None = None


Item = Shape | Line


@dataclass(frozen=True, slots=True)
class Scene:
    """One figure, ready to be transcribed. ``items`` are drawn in order, the first lowest.

    ``alt`` tells the content in a sentence for people who cannot see the figure.
    """

    name: str
    width: float
    height: float
    items: tuple[Item, ...]
    alt: str

    def shapes(self) -> Iterator[Shape]:
        return (item for item in self.items if isinstance(item, Shape))

    def lines(self) -> Iterator[Line]:
        return (item for item in self.items if isinstance(item, Line))
