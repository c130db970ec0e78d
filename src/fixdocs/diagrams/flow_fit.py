"""Node + width → its shape's size and its wrapped text: shapes grow until the text stands inside them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from fixdocs.diagrams.flow_model import Node
from fixdocs.diagrams.outline import TERMINATOR_END, slant, text_area, tip
from fixdocs.diagrams.scene import ShapeKind, Text
from fixdocs.diagrams.text import block_height, text_width, wrap
from fixdocs.look import SIZE_FIGURE, SIZE_FIGURE_MIN

SHAPES: dict[str, ShapeKind] = {
    "start": "terminator",
    "end": "terminator",
    "activity": "rect",
    "decision": "diamond",
    "parallel": "bar",
    "join": "bar",
    "data": "parallelogram",
    "connector": "pentagon",
}
BADGE_HEIGHT = 11.0
_PAD = 4.0  # between text and outline at the sides
_RISE = 3.5  # above and below
_LEAST = {
    "rect": 27.0,
    "terminator": 24.0,
    "bar": 15.0,
    "parallelogram": 27.0,
    "pentagon": 26.0,
    "diamond": 38.0,
    "hexagon": 38.0,
}
_STEEP = 1.7  # a diamond higher than this, for its width, gets upright sides
_NARROW = 52.0  # below this width text is set at the smallest size


class Fitted(NamedTuple):
    """The size of a node's shape, the text in it, and how wide its badges are (0 for none)."""

    kind: ShapeKind
    width: float
    height: float
    text: Text
    badge: float
    highlight: float


def badge_width(word: str, most: float) -> float:
    """The width of a badge with ``word`` on it, 0 without a word; never wider than ``most``."""
    return min(most, text_width(word, SIZE_FIGURE_MIN, bold=True) + 5) if word else 0.0


@lru_cache(maxsize=2048)
def fit(node: Node, width: float) -> Fitted:
    """The shape for ``node`` in a column ``width`` points wide."""
    kind = SHAPES[node.kind]
    size = SIZE_FIGURE if width >= _NARROW else SIZE_FIGURE_MIN
    if kind == "diamond":
        height, text = _diamond(node, width, size)
        if height > _STEEP * width:
            kind = "hexagon"
            height, text = _box(node, kind, width, size)
    elif kind == "pentagon":
        width = min(width, 46.0)
        height, text = _box(node, kind, width, size)
    else:
        height, text = _box(node, kind, width, size)
    marks = [badge_width(word, width - 4) for word in (node.badge, node.highlight)]
    if any(marks) and kind not in ("diamond", "hexagon"):
        # Badges stand on the upper edge; where they would meet in the middle they get a strip inside.
        height += 8 if max(marks) <= width / 2 - 4 else 2 * BADGE_HEIGHT
    return Fitted(kind, width, height, text, *marks)


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` wrapped to as few lines as :func:`wrap` needs, but of about the same length."""
    lines = wrap(text, width, size, bold=bold)
    even = text_width(text, size, bold=bold) / len(lines)
    for spare in (0.2, 1.0, 2.0) if len(lines) > 1 else ():
        tried = wrap(text, min(width, even + spare * size), size, bold=bold)
        if len(tried) == len(lines):
            return tried
    return lines


def _meta(node: Node, room: float) -> tuple[str, ...]:
    """Number and duration on one line if they fit, else on lines of their own."""
    parts = [part for part in (node.number, node.duration) if part]
    whole = "  ".join(parts)
    if text_width(whole, SIZE_FIGURE_MIN) <= room:
        return (whole,) if whole else ()
    return tuple(line for part in parts for line in wrap(part, room, SIZE_FIGURE_MIN))


def _box(node: Node, kind: ShapeKind, width: float, size: float) -> tuple[float, Text]:
    lines: tuple[str, ...]
    extra: tuple[str, ...]
    room = text_area(kind, width, 100.0)[0] - 2 * _PAD
    if kind == "bar":
        lines = wrap(" ".join(part for part in (node.number, node.name, node.duration) if part), room, size)
        text = Text(lines, size, bold=True, colour="paper", inset=_PAD)
    elif kind == "terminator":
        whole = " ".join(part for part in (node.number, node.name, node.duration) if part)
        lines, extra = (whole,), ()
        if text_width(whole, size, bold=True) > room:
            lines, extra = balanced(node.name, room, size, bold=True), _meta(node, room)
        minor = tuple(range(len(lines), len(lines) + len(extra)))
        text = Text(lines + extra, size, bold=True, colour="paper", inset=_PAD, minor=minor, minor_colour="paper")
    else:
        lines = balanced(node.name, room, size, bold=kind == "pentagon")
        extra = _meta(node, room)
        minor = tuple(range(len(lines), len(lines) + len(extra)))
        text = Text(lines + extra, size, bold=kind == "pentagon", inset=_PAD, minor=minor)
    if kind == "hexagon":
        return _height(text) + 2 * tip(width) - 4, text
    block = _height(text) + {"bar": 3.0, "terminator": 0.0}.get(kind, 2 * _RISE)
    return max(_LEAST[kind], block / (text_area(kind, 100.0, 1.0)[1])), text


def _height(text: Text) -> float:
    return sum(block_height(1, text.line_size(index)) for index in range(len(text.lines)))


def _diamond(node: Node, width: float, size: float) -> tuple[float, Text]:
    """The lowest diamond that holds number, name and duration one below the other."""
    first = (node.number,) if node.number else ()
    best = (1e9, 0.0, Text(()))
    previous: tuple[str, ...] = ()
    for share in (0.84, 0.72, 0.6, 0.5, 0.42):
        name = wrap(node.name, width * share, size)
        last = balanced(node.duration, width * 0.66, SIZE_FIGURE_MIN) if node.duration else ()
        if name == previous:
            continue
        previous = name
        count = len(first) + len(name)
        minor = (*range(len(first)), *range(count, count + len(last)))
        text = Text(first + name + last, size, inset=0.0, minor=minor)
        height = _diamond_height(text, width)
        # One more line must be worth it, and a last line of one character hardly ever is.
        merit = height + 9 * len(name) + (12 if len(name) > 1 and len(name[-1]) == 1 else 0)
        if merit < best[0]:
            best = merit, height, text
    return best[1], best[2]


def _diamond_height(text: Text, width: float) -> float:
    """The height at which the slanted sides leave every line its room; two points are kept free beside it."""
    heights = [block_height(1, text.line_size(index)) for index in range(len(text.lines))]
    y, need = -sum(heights) / 2, _LEAST["diamond"]
    for index, line in enumerate(text.lines):
        size = text.line_size(index)
        reach = abs(y + heights[index] / 2) + size / 2 + 1
        share = (text_width(line, size) + 4) / width
        need = max(need, 2 * reach / max(1 - share, 0.06))
        y += heights[index]
    return need


def port_room(fitted: Fitted, side: int) -> tuple[float, float]:
    """How far from the middle of a side (right, down, left, up as 0 … 3) lines may meet it, both ways."""
    if side in (0, 2):
        share = {"diamond": 0.3, "hexagon": 0.25, "terminator": 0.3, "pentagon": 0.2}.get(fitted.kind, 0.5)
        room = fitted.height * share - (0 if share < 0.5 else 4)
        # A badge hangs over the corner: lines pass below it.
        hung = BADGE_HEIGHT if fitted.kind in ("diamond", "hexagon") else BADGE_HEIGHT / 2
        badge = fitted.badge if side == 0 else fitted.highlight
        up = min(room, fitted.height / 2 - hung - 1) if badge else room
        return max(up, 1.0), max(room, 1.0)
    room = fitted.width / 2 - 5
    if fitted.kind in ("diamond", "hexagon"):
        room = fitted.width * 0.3
    elif fitted.kind == "terminator":
        room = fitted.width * (0.5 - TERMINATOR_END)
    elif fitted.kind == "parallelogram":
        room = fitted.width / 2 - slant(fitted.width) - 3
    if side == 1:
        return room, room
    left = fitted.width / 2 - fitted.highlight - 2 if fitted.highlight else room
    right = fitted.width / 2 - fitted.badge - 2 if fitted.badge else room
    return max(min(room, left), 2.0), max(min(room, right), 2.0)
