"""Numbers and an axis → a scale with few, round gridlines."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from fixdocs.charts.measure import ends, is_flat, step
from fixdocs.charts.plan import Scale
from fixdocs.charts.spec import Axis
from fixdocs.charts.text import places, signed


def scale(axis: Axis, values: Sequence[float], intervals: float, *, from_zero: bool) -> tuple[Scale, float, float]:
    """The scale of ``axis`` for ``values``, and where it will begin and end on the page.

    ``intervals`` is about how many gridlines are wanted. Bars start ``from_zero``; lines do unless they would look
    flat. An end that ``axis`` leaves open stays open in the file, so that nothing is cut off when somebody edits
    the numbers.
    """
    low, high = min(values), max(values)
    start = low - (high - low) * 0.3 if not from_zero and is_flat(low, high) else min(0.0, low)
    first = start if axis.low is None else axis.low
    last = max(0.0, high) if axis.high is None else axis.high
    closed = axis.low is not None and axis.high is not None
    unit = step(last - first, intervals, places(axis.format), even=closed)
    bottom, top = ends(values, unit, from_zero=from_zero)
    bottom = bottom if axis.low is None else axis.low
    top = max(top, bottom + unit) if axis.high is None else axis.high
    fixed = None if axis.low is None and bottom < 0 else bottom
    return Scale(signed(tick_format(axis.format, unit), (low,)), unit, fixed, axis.high), bottom, top


def tick_format(code: str, unit: float) -> str:
    """The number format ``code`` without decimals where every tick is a whole number (or per cent)."""
    steps = unit * 100 if "%" in code else unit
    return re.sub(r"\.0+", "", code) if math.isclose(steps, round(steps)) else code
