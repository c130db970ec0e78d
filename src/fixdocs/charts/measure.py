"""How wide words are, how long an axis is, and how labels keep out of each other's way.

Widths are estimated without a font and err on the wide side. They are the charts' own: a chart's text is set by
Word, in one line mostly, and needs no wrapping as a drawing's does.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

LINE_HEIGHT: Final = 1.35  # in ems; what 微软雅黑 needs

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_HEADROOM: Final = 0.05  # what Word leaves free above the largest value
_FOOTROOM: Final = 0.15  # and below the smallest, where the axis does not start at zero
_FLAT: Final = 1 / 6  # Word starts an axis above zero where the range is less than this share of the largest value


def text_width(text: str, size: float) -> float:
    """The width of ``text`` in points at ``size`` points, in one line."""
    if text.isascii():
        return len(text) * 0.58 * size
    return size * sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.58 for char in text)


def lines(text: str, room: float, size: float) -> int:
    """How many lines ``text`` takes in ``room`` points; a tenth is lost where lines break."""
    width = text_width(text, size)
    return 1 if width <= room else math.ceil(width * 1.1 / room)


def shorten(text: str, room: float, size: float) -> str:
    """``text``, cut with an ellipsis where it is wider than ``room`` points in all."""
    if text_width(text, size) <= room:
        return text
    kept = 0
    width = size  # of the ellipsis
    for char in text:
        width += text_width(char, size)
        if width > room:
            break
        kept += 1
    return text[: max(1, kept)].rstrip() + "…"


def step(span: float, intervals: float, decimals: int, *, even: bool = False, enough: bool = False) -> float:
    """The round number that divides ``span`` into as near to ``intervals`` as one can.

    It has no more than ``decimals``, else ticks would show other numbers than their own. ``even``: it leaves no
    rest, where that can be had; ``enough``: it makes no more than ``intervals``.
    """
    if span < 1e-300:  # so small a number has no power of ten of its own left
        return 1.0 if decimals < 2 else 0.1
    raw = span / intervals
    power = 10.0 ** math.floor(math.log10(raw))
    units = [float(f"{factor * power:.12g}") for factor in _STEPS]  # 0.30000000000000004 is nobody's step
    units = [unit for unit in units if math.isclose(round(unit, decimals), unit)] or [10.0**-decimals]
    if enough:
        return next((unit for unit in units if unit >= raw * 0.999), units[-1])
    if even:
        units = [unit for unit in units if math.isclose(span / unit, round(span / unit))] or units
    return min(units, key=lambda unit: abs(math.log(unit / raw)))


def ends(values: Iterable[float], unit: float, *, from_zero: bool) -> tuple[float, float]:
    """Where an axis with ``unit`` between two lines begins and ends, as Word would choose.

    Bars start at zero always, lines unless the values hardly differ.
    """
    numbers = list(values)
    low, high = min(numbers), max(numbers)
    span = high - min(low, 0.0) if from_zero or not is_flat(low, high) else high - low
    top = math.ceil(round((high + span * _HEADROOM) / unit, 9)) * unit if high > 0 else 0.0
    if low < 0:
        return math.floor(round((low - span * _HEADROOM) / unit, 9)) * unit, top
    if from_zero or not is_flat(low, high):
        return 0.0, top
    return max(0.0, math.floor(round((low - (high - low) * _FOOTROOM) / unit, 9)) * unit), top


def is_flat(low: float, high: float) -> bool:
    """Whether a line from ``low`` to ``high`` would look flat on an axis from zero."""
    return 0 < low < high and (high - low) / high < _FLAT


def spread(places: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """``places`` moved apart until any two are ``distance`` from each other, as little as may be.

    The order stays; all end between ``low`` and ``high`` where there is room. With the distance taken off, it is a
    regression that must not fall: neighbours that would are pooled at their mean.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    pools: list[tuple[float, int]] = []  # mean, count
    for rank, at in enumerate(order):
        mean, count = places[at] - rank * distance, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    top = max(low, high - (len(places) - 1) * distance)
    level = [min(max(mean, low), top) for mean, count in pools for _ in range(count)]
    result = list(places)
    for rank, at in enumerate(order):
        result[at] = level[rank] + rank * distance
    return result
