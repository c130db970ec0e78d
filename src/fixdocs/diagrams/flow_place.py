"""Cells and tracks → coordinates: how wide every channel is, where every shape stands and every line bends.

Vertical lines of the index grid are columns of cells (odd) and the channels beside them (even), horizontal ones
rows and the channels between them. Only the sizes are settled here; what runs where was decided before, so
nothing can come to overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from math import floor
from typing import NamedTuple

from msgspec import Struct, field

from fixdocs.diagrams.flow_fit import Fitted, fit, port_room
from fixdocs.diagrams.flow_grid import Grid
from fixdocs.diagrams.flow_model import Flow
from fixdocs.diagrams.flow_rank import Graph
from fixdocs.diagrams.flow_track import Run
from fixdocs.diagrams.outline import half_height, half_width
from fixdocs.diagrams.text import block_height, wrap
from fixdocs.look import SIZE_FIGURE

Slot = tuple[bool, int, int]  # (horizontal?, line, before which track): a place that labels asked room for
Gaps = Mapping[Slot, float]

WIDEST = 104.0  # a column wider than this looks empty
_NARROWEST = 20.0
_FIRST, _LAST = 9.0, 8.0  # free room above the first row and below the last
_SIDE = 9.5  # free room beside a shape where an arrowhead enters it
_SIDE_PLAIN = 5.5  # and where none does
_ABOVE = 11.0  # free room above a row for the arrowheads that enter it
_BELOW = 6.0
_PORT = 8.0  # between lines that meet one side of a shape, where there is room
_PAD_HEADER = 4.0


class Measure(NamedTuple):
    """Distances that a crowded chart may shrink."""

    pitch: float = 6.5  # between lines in a channel
    gap: float = 17.0  # between rows without lines between them


class Frame(Struct):
    """Everything's place, in points."""

    width: float
    height: float
    column: float  # width of a column
    header: float  # height of the lanes' titles
    titles: tuple[tuple[str, ...], ...] = ()
    borders: tuple[float, ...] = ()  # the lanes' edges from left to right
    fitted: list[Fitted] = field(default_factory=list)
    centres: list[tuple[float, float]] = field(default_factory=list)
    polylines: list[list[tuple[float, float]]] = field(default_factory=list)


def least_height(flow: Flow, grid: Grid, measure: Measure, width: float) -> float:
    """What a chart ``width`` points wide cannot be lower than: its shapes at their widest, and no line between rows."""
    column = min(width / grid.columns - 2 * _SIDE_PLAIN, WIDEST)
    heights = [0.0] * grid.rows
    for node, (row, _) in zip(flow.nodes, grid.cells, strict=True):
        heights[row] = max(heights[row], fit(node, max(column, _NARROWEST)).height)
    header = block_height(1, SIZE_FIGURE) + 2 * _PAD_HEADER
    return header + _FIRST + sum(heights) + (grid.rows - 1) * measure.gap + _LAST


class _Channel(Struct):
    """One channel: where its tracks run, from its beginning; ``border`` is a lane's edge in it."""

    tracks: list[float]
    size: float
    border: float = 0.0


class Placement:
    """Sizes for one page of a flow; :meth:`frame` may be asked again with more room for labels."""

    def __init__(self, flow: Flow, graph: Graph, grid: Grid, ways: list[list[Run]], measure: Measure) -> None:
        self.flow, self.graph, self.grid, self.ways, self.measure = flow, graph, grid, ways, measure
        self.lines: dict[tuple[bool, int], list[Run]] = defaultdict(list)
        for way in ways:
            for run in way:
                self.lines[run.level, run.line].append(run)
        self.entered = self._entered()
        self.edges_of_lanes = {first for first, _ in grid.spans} | {grid.columns}

    def _entered(self) -> set[tuple[int, bool]]:
        """The channels (by line) with an arrowhead at their lower or upper side."""
        found = set()
        for way in self.ways:
            last = way[-1]
            if last.level:
                column = self.grid.cells[self.graph.arcs[last.edge][1]][1]
                found.add((2 * column, True) if last.forward else (2 * column + 2, False))
        return found

    def _side(self, line: int, upper: bool) -> float:
        return _SIDE if (line, upper) in self.entered else _SIDE_PLAIN

    def frame(self, width: float, gaps: Gaps) -> Frame:
        """Place everything within ``width`` points; ``column`` of the result tells how wide shapes could be."""
        upright = [self._upright(2 * index, gaps) for index in range(self.grid.columns + 1)]
        column = (width - sum(channel.size for channel in upright)) / self.grid.columns
        if column > WIDEST:
            self._spread(upright, (column - WIDEST) * self.grid.columns)
        column = floor(max(min(column, WIDEST), _NARROWEST) * 10) / 10
        fitted = [fit(node, column) for node in self.flow.nodes]
        starts, x = [], 0.0
        for channel in upright:
            starts.append(x)
            x += channel.size + column
        borders = tuple(
            starts[index] + upright[index].border for index in range(len(upright)) if index in self.edges_of_lanes
        )
        frame = Frame(x - column, 0.0, column, 0.0, borders=borders, fitted=fitted)
        self._head(frame)
        self._fill(frame, upright, starts, gaps)
        return frame

    def _head(self, frame: Frame) -> None:
        lanes = self.flow.lanes
        widths = [right - left for left, right in pairwise(frame.borders)]
        frame.titles = tuple(
            wrap(lane.title, width - 2 * _PAD_HEADER, SIZE_FIGURE, bold=True)
            for lane, width in zip(lanes, widths, strict=True)
        )
        most = max((len(lines) for lines in frame.titles), default=1)
        frame.header = block_height(most, SIZE_FIGURE) + 2 * _PAD_HEADER

    def _upright(self, line: int, gaps: Gaps) -> _Channel:
        """A channel between columns; an inner lane's edge takes a slot of its own among the tracks."""
        index, last = line // 2, 2 * self.grid.columns
        count = max((run.track + 1 for run in self.lines.get((False, line), ())), default=0)
        inner = index in self.edges_of_lanes and 0 < line < last
        at, border, tracks = 0.0 if line == 0 else self._side(line, False), 0.0, []
        at += self.measure.pitch if line == 0 and count else 0.0
        for track in range(count):
            at += gaps.get((False, line, track), 0.0)
            if inner and track == count // 2:
                border = at
                at += 4.0
            tracks.append(at)
            at += 4.0 if inner and track == count // 2 - 1 else self.measure.pitch
        at += gaps.get((False, line, count), 0.0) - (self.measure.pitch if count else 0.0)
        size = at + (0.0 if line == last else self._side(line, True))
        if line == last:
            size += self.measure.pitch if count else 0.0
            border = size
        elif inner and not count:
            border = size / 2
        return _Channel(tracks, size, border)

    def _spread(self, channels: list[_Channel], spare: float) -> None:
        """Share out width that shapes don't need, up to a point: a chart need not fill its page."""
        outer = (channels[0], channels[-1])
        share = min(spare / len(channels), 34.0)
        for channel in channels:
            shift = share if channel is outer[0] else 0.0 if channel is outer[1] else share / 2
            channel.tracks = [track + (shift if channel is not outer[0] else shift / 2) for track in channel.tracks]
            channel.size += share
            if channel is not outer[0]:
                channel.border += share if channel is outer[1] else share / 2

    def _fill(self, frame: Frame, upright: list[_Channel], starts: list[float], gaps: Gaps) -> None:
        heights = [0.0] * self.grid.rows
        for (row, _), size in zip(self.grid.cells, frame.fitted, strict=True):
            heights[row] = max(heights[row], size.height)
        level = [self._level(2 * row, gaps) for row in range(self.grid.rows + 1)]
        y, tops, middles = frame.header, [], []
        for row, channel in enumerate(level):
            tops.append(y)
            y += channel.size
            if row < self.grid.rows:
                middles.append(y + heights[row] / 2)
                y += heights[row]
        frame.height = y
        columns = [starts[i] + upright[i].size + frame.column / 2 for i in range(self.grid.columns)]
        frame.centres = [(columns[column], middles[row]) for row, column in self.grid.cells]
        at: dict[int, float] = {}
        for (horizontal, line), found in sorted(self.lines.items(), key=lambda item: item[0]):
            if line % 2:
                middle = (middles if horizontal else columns)[line // 2]
                self._place_ports(found, middle, frame, at)
            else:
                channels, begin = (level, tops) if horizontal else (upright, starts)
                for run in found:
                    at[id(run)] = begin[line // 2] + channels[line // 2].tracks[run.track]
        frame.polylines = [self._polyline(edge, way, frame, at) for edge, way in enumerate(self.ways)]

    def _level(self, line: int, gaps: Gaps) -> _Channel:
        """A channel between rows."""
        last = 2 * self.grid.rows
        found = self.lines.get((True, line), ())
        count = max((run.track + 1 for run in found), default=0)
        at = gaps.get((True, line, 0), 0.0)
        if not count:
            free = _FIRST if line == 0 else _LAST if line == last else self.measure.gap
            return _Channel([], max(free, at + 3.0 if at else 0.0))
        at += _BELOW + (2.0 if line == 0 else 0.0)
        tracks = []
        for track in range(count):
            at += gaps.get((True, line, track), 0.0) if track else 0.0
            tracks.append(at)
            at += self.measure.pitch
        size = tracks[-1] + gaps.get((True, line, count), 0.0) + (_BELOW if line == last else _ABOVE)
        spare = self.measure.gap - size
        if spare > 0:
            tracks = [track + spare / 2 for track in tracks]
            size += spare
        return _Channel(tracks, size)

    def _place_ports(self, found: list[Run], middle: float, frame: Frame, at: dict[int, float]) -> None:
        """Lines along the middle of a column or row: the straight one in the middle, others beside it."""
        groups: dict[int, list[Run]] = defaultdict(list)
        for run in found:
            groups[run.group].append(run)
        for members in groups.values():
            offsets = self._offsets(members, frame)
            for run in members:
                at[id(run)] = middle + offsets[run.track]

    def _offsets(self, members: list[Run], frame: Frame) -> list[float]:
        count = max(run.track for run in members) + 1
        if count == 1:
            return [0.0]
        low, high = -1e9, 1e9
        for run in members:
            for node, side in self._ends(run):
                room = port_room(frame.fitted[node], side)
                low, high = max(low, -room[0]), min(high, room[1])
        straight = [run.track for run in members if run.before is None and run.after is None]
        if len(straight) == 1 and count % 2 == 0 and count > 2:
            straight = []
        if straight:
            main, reach = straight[0], count - 1 - straight[0]
            pitch = min([_PORT, *([-low / main] if main else []), *([high / reach] if reach else [])])
            if pitch >= 4.0:
                return [(track - main) * pitch for track in range(count)]
        pitch = min(_PORT, (high - low) / (count - 1))
        first = min(max(-(count - 1) / 2 * pitch, low), high - (count - 1) * pitch)
        return [first + track * pitch for track in range(count)]

    def _ends(self, run: Run) -> list[tuple[int, int]]:
        """The nodes a run meets, each with the side it meets: right, down, left, up as 0 … 3."""
        source, target = self.graph.arcs[run.edge]
        leaving = (0 if run.forward else 2) if run.level else (1 if run.forward else 3)
        ends = []
        if run.before is None:
            ends.append((source, leaving))
        if run.after is None:
            ends.append((target, (leaving + 2) % 4))
        return ends

    def _polyline(self, edge: int, way: list[Run], frame: Frame, at: dict[int, float]) -> list[tuple[float, float]]:
        source, target = self.graph.arcs[edge]
        points = [self._meet(way[0], source, way[0].forward, frame, at)]
        for run, following in pairwise(way):
            here, there = at[id(run)], at[id(following)]
            points.append((there, here) if run.level else (here, there))
        points.append(self._meet(way[-1], target, not way[-1].forward, frame, at))
        return points

    def _meet(self, run: Run, node: int, upper: bool, frame: Frame, at: dict[int, float]) -> tuple[float, float]:
        """Where a run meets the outline of ``node``, on its right or lower side if ``upper``."""
        (x, y), size = frame.centres[node], frame.fitted[node]
        sign = 1 if upper else -1
        if run.level:
            offset = at[id(run)] - y
            return x + sign * half_width(size.kind, size.width, size.height, offset, right=upper), at[id(run)]
        offset = at[id(run)] - x
        return at[id(run)], y + sign * half_height(size.kind, size.width, size.height, offset, lower=upper)
