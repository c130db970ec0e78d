"""Bars of a schedule and which must end before which → lines at right angles that go round the bars.

A line leaves a bar at its end and enters the next at its start. All lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Path = tuple[Point, ...]

OUT = 5.0  # a line runs straight on before it turns
_IN = 7.0  # and before it enters a bar
_CLEAR = 2.5  # between a line and a bar that it passes
_STRAIGHT = 9.0  # how far before its end a line may leave a bar downwards, into a milestone
_APART = 3.0  # between lines side by side


class Bar(NamedTuple):
    """A bar or milestone in its row: ``entry`` is where a line may come in from above or below."""

    left: float
    right: float
    middle: float
    half: float  # of its height
    top: float  # of its row
    bottom: float
    entry: float


class _Segment(NamedTuple):
    upright: bool
    at: float
    low: float
    high: float
    ends: tuple[int, int]


class Router:
    """Finds one path after the other; later ones keep clear of earlier ones."""

    def __init__(self, bars: Sequence[Bar], left: float, right: float) -> None:
        self.bars = bars
        self.left = left
        self.right = right
        self.placed: list[_Segment] = []

    def route(self, start: int, end: int) -> Path:
        """The path from the end of bar ``start`` to the beginning of bar ``end``, both by their row."""
        best: tuple[float, Path] | None = None
        for path in self._candidates(start, end):
            faults = self._faults(path, start, end)
            cost = faults + _length(path) / 100
            if best is None or cost < best[0]:
                best = (cost, path)
            if faults == 0:
                break  # what follows is longer
        assert best is not None  # the way round the left edge is always there
        self.placed.extend(_segments(best[1], (start, end)))
        return best[1]

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a line placed so far runs through a rectangle."""
        return any(
            left < s.at < right and s.low < bottom and s.high > top
            if s.upright
            else top < s.at < bottom and s.low < right and s.high > left
            for s in self.placed
        )

    def _candidates(self, start: int, end: int) -> Iterator[Path]:
        """Paths from the plainest to the longest way round."""
        one, two = self.bars[start], self.bars[end]
        a, b = (one.right, one.middle), (two.left, two.middle)
        down = 1 if end > start else -1
        onto = (two.entry, two.middle - down * two.half)
        if two.entry >= one.right:
            yield _plain((a, (two.entry, a[1]), onto))
        elif two.entry > max(one.left, one.right - _STRAIGHT):
            yield (two.entry, one.middle + down * one.half), onto
        for step in range(4):
            for x in (b[0] - _IN - step * _APART, a[0] + OUT + step * _APART):
                if a[0] + 2 <= x <= b[0] - _IN:
                    yield a, (x, a[1]), (x, b[1]), b
        yield from self._round(a, b, start, end)

    def _round(self, a: Point, b: Point, start: int, end: int) -> Iterator[Path]:
        """Through the gap below (or above) the first row, then down a free lane, to the gap beside the last."""
        down = end > start
        leave = self.bars[start].bottom if down else self.bars[start].top
        reach = self.bars[end].top if down else self.bars[end].bottom
        for step in range(3):
            shift = step * _APART
            out, into = min(a[0] + OUT + shift, self.right), max(b[0] - _IN - shift, self.left)
            if abs(end - start) == 1:
                for y in (leave, leave - 2, leave + 2):
                    yield a, (out, a[1]), (out, y), (into, y), (into, b[1]), b
                continue
            for x in self._lanes(start, end, out, into)[:10]:
                yield _plain((a, (out, a[1]), (out, leave), (x, leave), (x, reach), (into, reach), (into, b[1]), b))

    def _lanes(self, start: int, end: int, out: float, into: float) -> list[float]:
        """Where a line can pass the rows between without a bar in the way, the shortest way first."""
        between = self.bars[min(start, end) + 1 : max(start, end)]
        places = {out, into, self.left}
        for bar in between:
            for step in range(5):
                aside = _CLEAR + 1 + step * _APART
                places |= {bar.left - aside, bar.right + aside}
        free = [
            x
            for x in places
            if self.left <= x <= self.right and all(x < bar.left - _CLEAR or x > bar.right + _CLEAR for bar in between)
        ]
        return sorted(free, key=lambda x: (abs(x - out) + abs(x - into), x))

    def _faults(self, path: Path, start: int, end: int) -> float:
        """Bars run through weigh most, then lines run along; lines may cross."""
        cost = 0.0
        for segment in _segments(path, (start, end)):
            if segment.upright:
                cost += 100 * sum(self._hit(segment, bar) for bar in self._rows_between(start, end))
            cost += sum(_along(segment, other) for other in self.placed)
        return cost

    def _rows_between(self, start: int, end: int) -> Sequence[Bar]:
        return self.bars[min(start, end) + 1 : max(start, end)]

    def _hit(self, segment: _Segment, bar: Bar) -> bool:
        inside = bar.left - _CLEAR < segment.at < bar.right + _CLEAR
        return inside and segment.low < bar.middle + bar.half and segment.high > bar.middle - bar.half


def _segments(path: Path, ends: tuple[int, int]) -> Iterator[_Segment]:
    for (x1, y1), (x2, y2) in pairwise(path):
        if abs(x1 - x2) < 0.01:
            yield _Segment(True, x1, min(y1, y2), max(y1, y2), ends)
        else:
            yield _Segment(False, y1, min(x1, x2), max(x1, x2), ends)


def _along(one: _Segment, other: _Segment) -> float:
    """How much it matters that two lines run along each other, most if they have nothing in common.

    Lines out of one bar or into one may run as one, but not side by side as if they were two.
    """
    apart = abs(one.at - other.at)
    if one.upright != other.upright or apart > 2.5 or one.low > other.high - 1 or other.low > one.high - 1:
        return 0.0
    if one.ends[0] == other.ends[0] or one.ends[1] == other.ends[1]:
        return 0.5 if apart > 0.1 else 0.0
    return 10.0 if apart < 1.5 else 0.5


def _length(path: Path) -> float:
    return sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(path))


def _plain(path: Path) -> Path:
    """The path without points that stand on a straight line between their neighbours."""
    kept: list[Point] = []
    for point in path:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and any(abs(kept[-2][i] - kept[-1][i]) < 0.01 > abs(kept[-1][i] - point[i]) for i in (0, 1)):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
