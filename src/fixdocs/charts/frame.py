"""Where the plot, the titles, the names and the legend stand: a chart's room, shared out.

Axis titles stand upright above their axis, left and right (turned Chinese is hard to read); the legend stands
below. The inner plot area gets a place of its own, so that Word, WPS and LibreOffice draw the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from fixdocs import look
from fixdocs.charts.measure import LINE_HEIGHT, lines, shorten, text_width
from fixdocs.charts.plan import Column, Names, Title
from fixdocs.charts.spec import Chart, Series
from fixdocs.charts.text import clean, shown, signed

SIZE: Final = look.SIZE_FIGURE
LINE: Final = SIZE * LINE_HEIGHT
EDGE: Final = 4.0  # free at the chart's rim
_KEY: Final = 34.0  # a legend's key and the space around an entry
_TALLEST: Final = look.PAGE_HEIGHT - 40.0  # leaves room for the caption
_TIGHTEST: Final = look.SIZE_FIGURE_MIN * 1.24  # a row of the smallest type, one line
_WRAPPED: Final = 3  # lines of a category's name
_SLANTED: Final = 120.0  # the longest name that stands at a slant
_TITLE: Final = 0.19  # the share of the width a value axis's title may take in a line
_SLANT: Final = math.sqrt(0.5)
_LONGEST_LEGEND: Final = 16.0  # ems of a series name


class Box(NamedTuple):
    """The inner plot area in points."""

    left: float
    top: float
    width: float
    height: float

    def within(self, width: float, height: float) -> tuple[float, float, float, float]:
        """As fractions of the whole chart."""
        return self.left / width, self.top / height, self.width / width, self.height / height


def column(series: Series, code: str) -> Column:
    """The workbook's column of ``series``, cleaned; a minus in its format is a true one."""
    name = shorten(clean(series.name), _LONGEST_LEGEND * SIZE, SIZE)
    return Column(name, tuple(series.values), signed(code, series.values))


def names_of(chart: Chart) -> tuple[str, ...]:
    """The categories' names, cleaned; a blank one keeps its place."""
    return tuple(clean(name) or "—" for name in chart.categories)


def numbers(columns: Iterable[Column]) -> list[float]:
    """Every number of ``columns``, gaps left out."""
    return [value for column in columns for value in column.values if value is not None]


def widest(values: Iterable[float], code: str, size: float = SIZE) -> float:
    """The room the widest of ``values`` takes as Word shows it."""
    return max((text_width(shown(value, code), size) for value in values), default=0.0)


def legend_height(headings: Sequence[str], width: float) -> float:
    """What a legend of these entries takes at the foot, in as many rows as it needs."""
    used = sum(text_width(heading, SIZE) + _KEY for heading in headings)
    return math.ceil(used / (width * 0.95)) * (LINE + 2) + 7


def title_left(text: str, width: float) -> Title | None:
    """A title above the plot, at the left rim of a chart ``width`` points wide."""
    parts = _title_lines(text, width)
    return Title(parts, 0.004, 0.0) if parts else None


def title_right(text: str, width: float) -> Title | None:
    """A title above the plot that ends at the right rim of a chart ``width`` points wide."""
    parts = _title_lines(text, width)
    wide = max((text_width(part, SIZE) for part in parts), default=0.0) + 12
    return Title(parts, max(0.0, 1 - wide / width), 0.0) if parts else None


def _title_lines(text: str, width: float) -> tuple[str, ...]:
    """A long title in two lines, the unit below: programs break a value axis's title at a fifth of the width."""
    text = clean(text)
    bracket = max(text.find("（"), text.find("("))
    if bracket > 0 and text_width(text, SIZE) > width * _TITLE:
        return text[:bracket].rstrip(), text[bracket:]
    return (text,) if text else ()


def title_height(width: float, *titles: Title | None) -> float:
    """What the titles above the plot take in a chart ``width`` points wide."""
    rows = [sum(lines(part, width * _TITLE, SIZE) for part in title.lines) for title in titles if title]
    return max(rows) * LINE + 2 if rows else 0.0


def title_centred(text: str, box: Box, width: float, height: float, y: float) -> Title | None:
    """A title below the middle of the plot."""
    text = clean(text)
    x = box.left + (box.width - text_width(text, SIZE) - 8) / 2
    return Title((text,), max(0.0, x / width), y / height) if text else None


class Foot(NamedTuple):
    """The categories' names below upright bars and lines: how they are set, and the room they take."""

    names: Names
    texts: tuple[str, ...]
    height: float
    left: float = 0.0  # what a slanted first name takes left of the plot's edge


def foot(texts: tuple[str, ...], slot: float) -> Foot:
    """Set the names in one line, in up to three, or else slanted, leaving some out where they are many."""
    longest = max(text_width(text, SIZE) for text in texts)
    if longest <= slot * 0.94:
        return Foot(Names(), texts, LINE + 4)
    rows = max(lines(text, slot * 0.9, SIZE) for text in texts)
    if rows <= _WRAPPED and slot >= 2.6 * SIZE:
        return Foot(Names(), texts, rows * LINE + 4)
    texts = tuple(shorten(text, _SLANTED, SIZE) for text in texts)
    longest = max(text_width(text, SIZE) for text in texts) * _SLANT
    left = max(text_width(text, SIZE) * _SLANT - slot * (at + 0.5) for at, text in enumerate(texts))
    skip = max(1, math.ceil(LINE / _SLANT * 0.8 / slot))
    return Foot(Names(turn=-45, skip=skip), texts, longest + LINE, left)


class Side(NamedTuple):
    """The categories' names left of lying bars: their texts and size, the room, and the pitch of the rows."""

    texts: tuple[str, ...]
    size: float
    width: float
    pitch: float


def side(texts: tuple[str, ...], width: float, bars: float, rest: float) -> Side:
    """Set the names in up to three lines, fewer and smaller the more rows have to share a page.

    ``bars`` is the height the bars of a row want, ``rest`` what else stands above and below them.

    Raises:
        ValueError: one page cannot hold so many rows.
    """
    room = min(max(text_width(text, SIZE) for text in texts) + 2, width * 0.36)
    for allowed, size, wanted in ((3, SIZE, 1.0), (2, SIZE, 0.9), (1, SIZE, 0.7), (1, look.SIZE_FIGURE_MIN, 0.0)):
        cut = tuple(shorten(text, room if allowed == 1 else room * allowed / 1.15, size) for text in texts)
        rows = max(min(allowed, lines(text, room, size)) for text in cut)
        pitch = max(rows * size * LINE_HEIGHT + 4, bars * wanted) if wanted else _TIGHTEST
        if len(texts) * pitch + rest <= _TALLEST:
            return Side(cut, size, room, pitch)
    raise ValueError(f"{len(texts)} rows are more than a page can hold: split() the chart")


def rows_a_page(rest: float = 60.0) -> int:
    """How many rows of lying bars a page holds at the least."""
    return int((_TALLEST - rest) / _TIGHTEST)
