"""Placed lines → places for the branches' labels: beside their line, near the decision, covering nothing.

Where no free place is found, the layout is asked for room at one place; the caller widens that channel and
asks again.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from fixdocs.diagrams.flow_fit import BADGE_HEIGHT, Fitted, balanced
from fixdocs.diagrams.flow_model import Edge
from fixdocs.diagrams.flow_place import Frame, Placement, Slot
from fixdocs.diagrams.flow_track import Run
from fixdocs.diagrams.scene import Text
from fixdocs.diagrams.text import block_height, text_width, wrap
from fixdocs.look import SIZE_FIGURE_MIN

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

_SIZE = SIZE_FIGURE_MIN
_OFFS = (2.0, 4.0)  # between a label and its line; the second clears the line's arrowhead
_FAR_OFFS = (2.0, 4.0, 8.0, 13.0, 19.0)  # where room did not help
_PATIENCE = 6  # rounds until labels may stand further off
_WORTH = 10.0  # points nearer that make up for another line of text
_TOUCH = 1e-9  # lines have no width, but are in the way
_NO_BOX: Box = (inf, inf, -inf, -inf)  # touches nothing
_CLEAR = 0.8  # between a label and anything else
_ARROW = 8.0  # an arrowhead's length; no label stands beside its tip
_WIDEST_LINE = 64.0


class Label(NamedTuple):
    """A branch's label with its place."""

    edge: int
    box: Box
    text: Text


def badge_boxes(centre: tuple[float, float], fitted: Fitted) -> tuple[Box | None, Box | None]:
    """Where the mark's badge (at the right) and the highlight (at the left) of a node stand."""
    x, y = centre
    top = y - fitted.height / 2 - BADGE_HEIGHT / 2
    if fitted.kind not in ("diamond", "hexagon") and max(fitted.badge, fitted.highlight) > fitted.width / 2 - 4:
        top = y - fitted.height / 2 + 2
        if fitted.badge and fitted.highlight:
            return (
                (x - fitted.badge / 2, top, x + fitted.badge / 2, top + BADGE_HEIGHT),
                (
                    x - fitted.highlight / 2,
                    y + fitted.height / 2 - BADGE_HEIGHT - 1,
                    x + fitted.highlight / 2,
                    y + fitted.height / 2 - 1,
                ),
            )
        half = max(fitted.badge, fitted.highlight) / 2
        box = (x - half, top, x + half, top + BADGE_HEIGHT)
        return (box, None) if fitted.badge else (None, box)
    if fitted.kind in ("diamond", "hexagon"):
        top = y - fitted.height / 2
    right, left = x + fitted.width / 2 + 2, x - fitted.width / 2 - 2
    badge = (right - fitted.badge, top, right, top + BADGE_HEIGHT) if fitted.badge else None
    highlight = (left, top, left + fitted.highlight, top + BADGE_HEIGHT) if fitted.highlight else None
    return badge, highlight


def place_labels(placement: Placement, frame: Frame, round_: int) -> tuple[list[Label], set[Slot]]:
    """All labels that found a place, and where the others want room; ``round_`` counts the attempts from 0."""
    obstacles = _Obstacles(frame)
    labels: list[Label] = []
    wanted: set[Slot] = set()
    for index, edge in enumerate(placement.flow.edges):
        forms = _forms(edge)
        if not forms:
            continue
        found = _search(index, forms, frame, obstacles, _OFFS if round_ < _PATIENCE else _FAR_OFFS)
        if found:
            labels.append(found)
            obstacles.boxes.append(found.box)
        else:
            wanted.add(_wish(placement.ways[index], placement, round_))
    return labels, wanted


def _forms(edge: Edge) -> list[Text]:
    """The label's text on one line if it is short, on two, and narrow."""
    return _shaped(edge.label, edge.share)


@lru_cache(maxsize=512)  # every round of every attempt asks again
def _shaped(label: str, share: str) -> list[Text]:
    parts = [part for part in (label, share) if part]
    if not parts:
        return []
    choices = [
        wrap(" ".join(parts), _WIDEST_LINE, _SIZE),
        tuple(line for part in parts for line in wrap(part, _WIDEST_LINE, _SIZE)),
        tuple(line for part in parts for line in balanced(part, 26.0, _SIZE)),
    ]
    return [Text(lines, _SIZE, inset=0.0) for lines in dict.fromkeys(choices)]


@lru_cache(maxsize=512)
def _extent(text: Text) -> tuple[float, float]:
    width = max(text_width(line, text.size) for line in text.lines)
    return width + 1.0, block_height(len(text.lines), text.size)


class _Obstacles:
    """What a label may not touch."""

    def __init__(self, frame: Frame) -> None:
        self.limits = (1.0, frame.header + 1.0, frame.width - 1.0, frame.height - 1.0)
        self.boxes: list[Box] = []
        self.diamonds: list[tuple[float, float, float, float]] = []
        for (x, y), size in zip(frame.centres, frame.fitted, strict=True):
            half_x, half_y = size.width / 2, size.height / 2
            if size.kind == "diamond":
                self.diamonds.append((x, y, half_x, half_y))
            else:
                self.boxes.append((x - half_x, y - half_y, x + half_x, y + half_y))
            self.boxes.extend(box for box in badge_boxes((x, y), size) if box)
        for points in frame.polylines:
            for (x1, y1), (x2, y2) in pairwise(points):
                self.boxes.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
            self.boxes.append(_arrow(points))
        self.boxes.extend((x, 0.0, x, frame.height) for x in frame.borders)

    def near(self, start: Point, end: Point, reach: float) -> list[Box]:
        """The boxes within ``reach`` of a segment: most of a chart is far from any one line."""
        left, right = min(start[0], end[0]) - reach, max(start[0], end[0]) + reach
        top, bottom = min(start[1], end[1]) - reach, max(start[1], end[1]) + reach
        return [box for box in self.boxes if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]]

    def hit(self, box: Box, near: list[Box]) -> Box | None:
        """What touches ``box``, of ``near``; :data:`_NO_BOX` for a diamond or the chart's edge, None for nothing."""
        left, top, right, bottom = box
        limits = self.limits
        if left < limits[0] or top < limits[1] or right > limits[2] or bottom > limits[3]:
            return _NO_BOX
        left, top, right, bottom = left - _CLEAR, top - _CLEAR, right + _CLEAR, bottom + _CLEAR
        for other in near:
            if other[0] < right and left < other[2] + _TOUCH and other[1] < bottom and top < other[3] + _TOUCH:
                return other
        for x, y, half_x, half_y in self.diamonds:
            dx = max(left - x, 0.0, x - right) / half_x
            dy = max(top - y, 0.0, y - bottom) / half_y
            if dx + dy < 1.0:
                return _NO_BOX
        return None


def _arrow(points: list[tuple[float, float]]) -> Box:
    (x1, y1), (x2, y2) = points[-2], points[-1]
    if abs(x1 - x2) > abs(y1 - y2):
        back = x2 - _ARROW if x1 < x2 else x2 + _ARROW
        return min(back, x2), y2 - 3, max(back, x2), y2 + 3
    back = y2 - _ARROW if y1 < y2 else y2 + _ARROW
    return x2 - 3, min(back, y2), x2 + 3, max(back, y2)


def _search(edge: int, forms: list[Text], frame: Frame, obstacles: _Obstacles, offs: tuple[float, ...]) -> Label | None:
    """The label where it is nearest to its line's beginning; a form of more lines must bring it clearly nearer."""
    reach = max(map(sum, map(_extent, forms))) + offs[-1] + 2 * _CLEAR
    for start, end in list(pairwise(frame.polylines[edge]))[:5]:
        found: Label | None = None
        least = inf
        near = obstacles.near(start, end, reach)
        for number, form in enumerate(forms):
            place = _first_free(start, end, _extent(form), offs, obstacles, near, least - number * _WORTH)
            if place:
                least, found = place[0] + number * _WORTH, Label(edge, place[1], form)
        if found:
            return found
    return None


def _first_free(
    start: Point,
    end: Point,
    extent: tuple[float, float],
    offs: tuple[float, ...],
    obstacles: _Obstacles,
    near: list[Box],
    most: float,
) -> tuple[float, Box] | None:
    """The free place nearest to a line's beginning, and how far from it that is: None if not less than ``most``.

    ``low`` and ``high`` are along the line. What is in a label's way is as a rule still in its way one step on.
    """
    upright = start[0] == end[0]
    axis = 1 if upright else 0
    begin, length, long = start[axis], abs(end[axis] - start[axis]), extent[axis]
    step, spare = (max(long / 2, 5.0), 2) if upright else (6.0, 4)
    bands = _bands(start[1 - axis], extent[1 - axis], offs, upright=upright)
    hits = [_NO_BOX] * len(bands)
    done = 1.0
    while done <= max(length - spare, 1.0):
        low = begin + done if end[axis] > begin else begin - done - long
        high = low + long
        away = max(low - begin, begin - high, 0.0)
        if away >= most:
            break
        for index, (left, right) in enumerate(bands):
            hit = hits[index]
            if hit[axis] < high + _CLEAR and low - _CLEAR < hit[axis + 2] + _TOUCH:
                continue
            box = (left, low, right, high) if upright else (low, left, high, right)
            found = obstacles.hit(box, near)
            if found is None:
                return away, box
            hits[index] = found
        done += step
    return None


def _bands(at: float, wide: float, offs: tuple[float, ...], *, upright: bool) -> list[tuple[float, float]]:
    """From where to where labels stand across a line: right and left of an upright one, above and below a level one."""
    bands: list[tuple[float, float]] = []
    for off in offs:
        after, before = (at + off, at + off + wide), (at - off - wide, at - off)
        bands.extend((after, before) if upright else (before, after))
    return bands


def _wish(way: list[Run], placement: Placement, round_: int) -> Slot:
    """A place where more room would let the label in; another one if it has not helped for some rounds."""
    first = way[0]
    row, column = placement.grid.cells[placement.graph.arcs[first.edge][0]]
    wishes: list[Slot] = []
    if not first.level:
        line = 2 * row + (2 if first.forward else 0)
        wishes.append((True, line, 0 if first.forward else _tracks(placement, True, line)))
    wishes.extend((True, run.line, run.track) for run in way if run.level and run.line % 2 == 0)
    right = first.forward if first.level else True
    for side in (right, not right):
        line = 2 * column + (2 if side else 0)
        wishes.append((False, line, 0 if side else _tracks(placement, False, line)))
    return wishes[round_ // 4 % len(wishes)]


def _tracks(placement: Placement, level: bool, line: int) -> int:
    return max((run.track + 1 for run in placement.lines.get((level, line), ())), default=0)
