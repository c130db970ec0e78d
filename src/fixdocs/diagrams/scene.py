"""A drawing as pure geometry: shapes, lines and labels with places, sizes and colour roles.

Units are points (1/72 inch), the origin is the top left corner, y grows downwards.
Colours are role names of :data:`fixdocs.look.COLOURS`, or a hexadecimal RGB value.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from fixdocs.look import PAGE_WIDTH

ShapeKind = Literal[
    "rect",
    "round",  # corners of 4 pt
    "terminator",
    "diamond",
    "hexagon",  # a diamond with upright sides, for much text
    "parallelogram",
    "ellipse",
    "circle",
    "bar",  # drawn as a rectangle; the name tells a reader of the document what it stands for
    "pentagon",  # ISO 5807's off-page connector, pointing down
    "pointer",  # a rectangle with a point at the right
]
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dash", "dot"]


class Text(Struct, frozen=True):
    """Lines already wrapped to the room they stand in; the layout made them fit."""

    lines: tuple[str, ...]
    size: float = 9.0
    bold: bool = False
    colour: str = "ink"
    align: Align = "center"
    anchor: Anchor = "middle"
    inset: float = 3.0  # free room kept on every side of the box
    minor: tuple[int, ...] = ()  # indexes of lines set at ``minor_size`` in the muted colour
    minor_size: float = 8.0
    minor_colour: str = "muted"
    strike: bool = False  # struck through, for what was ruled out

    def line_size(self, index: int) -> float:
        """The font size of one line in points."""
        return self.minor_size if index in self.minor else self.size


class Shape(Struct, frozen=True):
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
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height


class Line(Struct, frozen=True):
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


class Scene(Struct, frozen=True):
    """One figure, ready to be transcribed. ``items`` are drawn in order, the first lowest.

    ``alt`` tells the content in a sentence for people who cannot see the figure.
    """

    name: str
    width: float
    height: float
    items: tuple[Item, ...]
    alt: str

    @property
    def landscape(self) -> bool:
        """Whether the figure is too wide for a portrait page of :mod:`fixdocs.look`."""
        return self.width > PAGE_WIDTH + 0.05

    def shapes(self) -> Iterator[Shape]:
        """The closed shapes, the lowest first."""
        return (item for item in self.items if isinstance(item, Shape))

    def lines(self) -> Iterator[Line]:
        """The open lines, the lowest first."""
        return (item for item in self.items if isinstance(item, Line))
