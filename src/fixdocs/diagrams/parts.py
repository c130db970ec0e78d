"""Pieces that several figures are made of: measured labels, names that stay unique, a legend's row."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from fixdocs.diagrams.scene import Align, Anchor, Shape, Text
from fixdocs.diagrams.text import block_height, text_width, wrap


class Block(NamedTuple):
    """Text wrapped to a width, with the room it takes in points (insets left out)."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    width: float
    height: float

    def text(
        self, *, colour: str = "ink", align: Align = "center", anchor: Anchor = "middle", inset: float = 3.0
    ) -> Text:
        """The block as the text of a shape."""
        return Text(self.lines, self.size, self.bold, colour, align, anchor, inset)


@lru_cache(maxsize=4096)  # fitting a figure tries the same text at the same width more than once
def block(text: str, width: float, size: float, *, bold: bool = False) -> Block:
    """Wrap ``text`` to ``width`` points and measure what came out."""
    lines = wrap(text, width, size, bold=bold)
    widest = max(text_width(line, size, bold=bold) for line in lines)
    return Block(lines, size, bold, widest, block_height(len(lines), size))


def even(text: str, width: float, size: float, *, bold: bool = False) -> Block:
    """As :func:`block`; where the last line would hold a character or two, the lines are made alike long."""
    found = block(text, width, size, bold=bold)
    lines = len(found.lines)
    if lines == 1 or text_width(found.lines[-1], size, bold=bold) > 3 * size:
        return found
    alike = block(text, min(width, text_width(text, size, bold=bold) / lines + size), size, bold=bold)
    return alike if len(alike.lines) <= lines else found


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> Block:
    """As :func:`block`, in the narrowest width that takes no more lines: no short last line."""
    found = block(text, width, size, bold=bold)
    narrow = width
    while len(found.lines) > 1 and narrow > 2 * size:
        narrow -= size / 2
        closer = block(text, narrow, size, bold=bold)
        if len(closer.lines) > len(found.lines):
            break
        found = closer
    return found


def label(
    name: str,
    text: str,
    x: float,
    y: float,
    *,
    size: float = 8.0,
    bold: bool = False,
    colour: str = "muted",
    inset: float = 1.0,
    width: float | None = None,
    align: Align = "left",
) -> Shape:
    """One line of text without fill or outline, as wide as it needs or exactly ``width``; (x, y) is its top left."""
    room = text_width(text, size, bold=bold) + 2 * inset if width is None else width
    height = block_height(1, size) + 2 * inset
    return Shape(name, "rect", x, y, room, height, Text((text,), size, bold, colour, align, inset=inset), role="label")


class Names:
    """Gives every shape of a scene a name of its own: a second "T03" becomes "T03 (2)"."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def __call__(self, name: str) -> str:
        """``name`` on one line, or with a number behind it if it has been given before."""
        wanted = clip(name, 80)
        unique = wanted
        while self._seen[unique]:
            self._seen[wanted] += 1
            unique = f"{wanted} ({self._seen[wanted]})"
        self._seen[unique] += 1
        return unique


def paged(alt: str, pattern: str, page: int, pages: int) -> str:
    """``alt`` for one figure of several: ``pattern`` has the fields ``{alt}``, ``{page}`` and ``{pages}``."""
    return alt if pages == 1 else pattern.format(alt=alt, page=page, pages=pages)


def clip(text: str, most: int = 300) -> str:
    """``text`` on one line, cut with an ellipsis where it is longer than any figure can carry."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
