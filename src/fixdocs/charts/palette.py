"""Colours, patterns, markers and dashes: told apart in colour, by colour-blind readers, and in grey."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from fixdocs import look

# The first three stay apart in grey by their lightness (L* about 46, 71 and 85: the third is a tint with an
# outline); from the fourth on a pattern tells what lightness no longer can.
_PATTERNS: Final = ("wdUpDiag", "dkHorz", "smGrid", "wdDnDiag", "dkVert", "lgCheck")
_SOLIDS: Final = 3
_PALE: Final = 0.35
# Thin lines want contrast with the paper first: orange and sky blue come last.
_LINE_ORDER: Final = (0, 3, 2, 4, 1, 5)
_MARKERS: Final = ("circle", "square", "triangle", "diamond", "x", "plus")
_DASHES: Final = ("solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash")
TARGET_DASH: Final = "sysDash"

# From the least to the most favourable. Neighbours differ in lightness by 10 steps of L* or more; the two ends
# differ as well, so that a grey print still tells which end is which.
_DIVERGING: Final[dict[int, tuple[str, ...]]] = {
    1: ("1F4E79",),
    2: ("E8A15C", "1F4E79"),
    3: ("E8A15C", "E4E7EB", "1F4E79"),
    4: ("B8500F", "F8D3AE", "7FAFD6", "1F4E79"),
    5: ("B8500F", "F3BE8A", "E6E9ED", "8DB9DC", "1F4E79"),
    6: ("8A3A08", "D9803A", "F8D9BC", "A0C4E2", "6A9CC6", "153452"),
    7: ("8A3A08", "D9803A", "F8D9BC", "9AA3AF", "C5DCEF", "6A9CC6", "153452"),
}


class Fill(NamedTuple):
    """How an area is filled: a colour, a pattern of that colour on white, an outline."""

    colour: str
    pattern: str | None = None
    outline: str | None = None


def resolve(colour: str) -> str:
    """Hexadecimal RGB for a role of ``look.COLOURS`` or for what already is hexadecimal."""
    return look.COLOURS.get(colour, colour)


def bar_fill(index: int, colour: str | None = None) -> Fill:
    """The fill of the bar series at ``index``, in its own ``colour`` where it has one."""
    if colour is not None:
        return Fill(resolve(colour))
    own = look.SERIES[index % len(look.SERIES)]
    if index < _SOLIDS - 1:
        return Fill(own)
    if index < _SOLIDS:
        return Fill(tint(own, _PALE), outline=own)
    return Fill(own, _PATTERNS[(index - _SOLIDS) % len(_PATTERNS)])


def line_colour(index: int, colour: str | None = None) -> str:
    """The colour of the line series at ``index``."""
    return resolve(colour) if colour else look.SERIES[_LINE_ORDER[index % len(_LINE_ORDER)]]


def marker(index: int) -> str:
    """The marker of the line series at ``index``."""
    return _MARKERS[index % len(_MARKERS)]


def dash(index: int) -> str:
    """The dash of the line series at ``index``; the first is solid."""
    return _DASHES[index % len(_DASHES)]


def diverging(count: int) -> tuple[str, ...]:
    """``count`` colours from the least to the most favourable.

    Raises:
        ValueError: more than seven, which nobody can tell apart.
    """
    if count not in _DIVERGING:
        raise ValueError(f"{count} steps of an answer: at most {max(_DIVERGING)} can be told apart")
    return _DIVERGING[count]


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), of hexadecimal RGB (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(fill: Fill) -> str:
    """White or ink, whichever reads better on ``fill``; a pattern is half white."""
    ink, paper = look.COLOURS["ink"], look.COLOURS["paper"]
    if fill.pattern:
        return ink
    return paper if contrast(fill.colour, paper) > contrast(fill.colour, ink) else ink


@lru_cache(maxsize=256)
def readable(colour: str) -> str:
    """``colour``, darkened until text in it keeps 4.5 : 1 on white."""
    channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    while contrast(colour, look.COLOURS["paper"]) < 4.5:
        channels = [channel * 94 // 100 for channel in channels]
        colour = "".join(f"{channel:02X}" for channel in channels)
    return colour


@lru_cache(maxsize=256)
def tint(colour: str, strength: float) -> str:
    """``colour`` mixed with white; ``strength`` 1 leaves it, 0 is white."""
    channels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - channel) * strength):02X}" for channel in channels)
