"""What a kind of shape leaves for text, and where its outline runs.

The fractions are those of the preset geometries that :mod:`.drawingml` uses, so that text which fits here
fits in Word, too. All lengths are points.
"""

from __future__ import annotations

from math import sqrt

from fixdocs.diagrams.scene import Shape, ShapeKind, Text
from fixdocs.diagrams.text import block_height, text_width

_ROUND_RADIUS = 4.0
TERMINATOR_END = 3475 / 21600  # width of a terminator's rounded end, as a share of the shape's
_SLACK = 0.01  # points; rounding noise, far below what a printer shows


def corner_radius(width: float, height: float) -> float:
    """The corner radius of a "round" shape of this size."""
    return min(_ROUND_RADIUS, width / 2, height / 2)


def slant(width: float) -> float:
    """How far the sides of a parallelogram lean."""
    return min(8.0, width * 0.2)


def tip(width: float) -> float:
    """The height of a hexagon's upper and lower points."""
    return width * 0.25


def text_area(kind: ShapeKind, width: float, height: float) -> tuple[float, float]:
    """Width and height of the text rectangle of a shape, centred in it but for the two pointed ones."""
    if kind in ("ellipse", "circle"):
        return width / sqrt(2), height / sqrt(2)
    if kind == "diamond":
        return width / 2, height / 2
    if kind == "parallelogram":
        return width - 2 * slant(width), height
    if kind == "terminator":
        return width * 0.905, height * 0.707
    if kind == "pentagon":
        return width, height * 0.8
    if kind == "hexagon":
        return width, height - 2 * tip(width) + 4  # lines of full width rarely stand first or last
    if kind == "pointer":
        return width - height / 4, height
    if kind == "round":
        trim = corner_radius(width, height) * 0.586
        return width - trim, height - trim
    return width, height


def text_size(text: Text) -> tuple[float, float]:
    """Width and height of a block of text, insets left out."""
    width = max(text_width(line, text.line_size(i), bold=text.bold) for i, line in enumerate(text.lines))
    return width, sum(block_height(1, text.line_size(i)) for i in range(len(text.lines)))


def fits(shape: Shape) -> bool:
    """Whether the shape's text stands inside it.

    In a diamond every line has the room the slanted sides leave at its own height, so a short first and last
    line are allowed to stand higher and lower than the inner rectangle.
    """
    if shape.text is None:
        return True
    if shape.kind == "diamond":
        return _fits_diamond(shape.width, shape.height, shape.text)
    width, height = text_size(shape.text)
    room_x, room_y = text_area(shape.kind, shape.width, shape.height)
    return width <= room_x + _SLACK and height <= room_y + _SLACK


def _fits_diamond(width: float, height: float, text: Text) -> bool:
    heights = [block_height(1, text.line_size(i)) for i in range(len(text.lines))]
    y = -sum(heights) / 2
    for index, line in enumerate(text.lines):
        # Only the glyphs must stay inside, not the leading above and below them.
        size = text.line_size(index)
        middle = y + heights[index] / 2
        reach = abs(middle) + size / 2
        room = width * (1 - 2 * reach / height)
        if text_width(line, size, bold=text.bold) > room + _SLACK:
            return False
        y += heights[index]
    return True


def half_height(kind: ShapeKind, width: float, height: float, dx: float, *, lower: bool = False) -> float:
    """How far above (``lower``: below) its centre the outline runs at ``dx`` beside the centre."""
    if kind == "diamond":
        return height / 2 * max(0.0, 1 - abs(dx) / (width / 2))
    if kind in ("circle", "ellipse"):
        return height / 2 * _arc(abs(dx) / (width / 2))
    if kind == "terminator":
        beyond = abs(dx) - (width / 2 - TERMINATOR_END * width)
        return height / 2 * _arc(beyond / (TERMINATOR_END * width))
    if kind == "hexagon":
        return height / 2 - tip(width) * abs(dx) / (width / 2)
    if kind == "pentagon" and lower:
        return height * (0.5 - 0.2 * abs(dx) / (width / 2))
    return height / 2


def half_width(kind: ShapeKind, width: float, height: float, dy: float, *, right: bool = False) -> float:
    """How far to the left (``right``: to the right) of its centre the outline runs at ``dy`` below the centre."""
    if kind == "diamond":
        return width / 2 * max(0.0, 1 - abs(dy) / (height / 2))
    if kind in ("circle", "ellipse"):
        return width / 2 * _arc(abs(dy) / (height / 2))
    if kind == "terminator":
        return width / 2 - TERMINATOR_END * width * (1 - _arc(abs(dy) / (height / 2)))
    if kind == "hexagon":
        return width / 2 * min(1.0, (height / 2 - abs(dy)) / tip(width))
    if kind == "parallelogram":
        return width / 2 - slant(width) * (0.5 + (dy if right else -dy) / height)
    return width / 2


def _arc(share: float) -> float:
    """The height of a unit quarter circle at ``share`` of its width; 1 before it begins."""
    return sqrt(max(0.0, 1 - max(0.0, share) ** 2))
