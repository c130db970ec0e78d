"""Ways → runs with a track each: lines that share a channel stand side by side, in the order that crosses least.

A run is a straight piece of a way. Runs on one line of the index grid whose ranges meet get different tracks,
so no two lines can lie on top of one another whatever the sizes turn out to be.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from msgspec import Struct

from fixdocs.diagrams.flow_route import Points

_END = 0.4  # how far beyond its cell's index the outline of a node stands


class Run(Struct, eq=False):
    """A straight piece of a way on the index grid; ``low`` and ``high`` are its ends along the line."""

    edge: int
    level: bool  # horizontal, on a row or a channel between rows
    line: int
    low: float
    high: float
    forward: bool  # whether the way runs from low to high
    before: Run | None = None
    after: Run | None = None
    track: int = 0
    group: int = 0  # runs of other groups on the same line are never beside this one

    def end(self, upper: bool) -> tuple[Run | None, float]:
        """The run that follows at the end, and the end itself."""
        following = self.after if upper == self.forward else self.before
        return following, self.high if upper else self.low

    def turn(self, upper: bool) -> int:
        """Where the way goes at the end: -1 to lower lines, 1 to higher ones, 0 into a node."""
        following, _ = self.end(upper)
        if following is None:
            return 0
        # The neighbour runs across: it reaches this line with one end and leads away with the other.
        return 1 if following.high - self.line > self.line - following.low else -1


Lines = dict[tuple[bool, int], list[Run]]


def runs(ways: list[Points]) -> list[list[Run]]:
    """The runs of each edge, in the order of its way, with their tracks."""
    result = [_split(edge, points) for edge, points in enumerate(ways)]
    lines: Lines = defaultdict(list)
    for way in result:
        for run in way:
            lines[run.level, run.line].append(run)
    for key in sorted(lines, reverse=True):  # level ones first
        if not key[0]:
            _sharpen(lines, lines[key])
        _assign(lines[key])
    return result


def _sharpen(lines: Lines, upright: list[Run]) -> None:
    """Let upright runs end where the tracks of the level ones are, so that fewer of them seem to meet."""
    for run in upright:
        for upper in (False, True):
            following, end = run.end(upper)
            if following is None or following.line % 2:
                continue
            count = 1 + max(other.track for other in lines[True, following.line])
            end += (following.track + 1) / (count + 1) * 0.7 - 0.35
            if upper:
                run.high = end
            else:
                run.low = end


def _split(edge: int, points: Points) -> list[Run]:
    way: list[Run] = []
    last = len(points) - 2
    for index, (start, end) in enumerate(pairwise(points)):
        level = start[1] == end[1]
        a, b = (start[0], end[0]) if level else (start[1], end[1])
        forward = b > a
        step = 1 if forward else -1
        first = a + step * _END if index == 0 else float(a)
        final = b - step * _END if index == last else float(b)
        run = Run(edge, level, start[1] if level else start[0], min(first, final), max(first, final), forward)
        if way:
            run.before, way[-1].after = way[-1], run
        way.append(run)
    return way


def _assign(found: list[Run]) -> None:
    """Group the runs of one line and number the tracks within each group."""
    found.sort(key=lambda run: (run.low, run.high, run.edge))
    group, reach = -1, -1.0
    groups: dict[int, list[Run]] = defaultdict(list)
    for run in found:
        if run.low > reach:
            group += 1
        reach = max(reach, run.high)
        run.group = group
        groups[group].append(run)
    for members in groups.values():
        if len(members) > 1:
            _layer(_sorted(members))


def _layer(members: list[Run]) -> None:
    for index, run in enumerate(members):
        run.track = max((other.track + 1 for other in members[:index] if _meet(run, other)), default=0)


def _meet(one: Run, other: Run) -> bool:
    return one.low <= other.high and other.low <= one.high


def _sorted(members: list[Run]) -> list[Run]:
    """The order that fewest pairs object to: by the sum of all pairs' wishes, then neighbours are swapped."""
    size = len(members)
    wish = [[0] * size for _ in members]
    for i in range(size):
        for j in range(i + 1, size):
            if _meet(members[i], members[j]):
                wish[i][j] = compare(members[i], members[j])
                wish[j][i] = -wish[i][j]
    order = sorted(range(size), key=lambda i: (sum(wish[i]), i))
    for _ in range(size):
        swapped = False
        for at in range(size - 1):
            if wish[order[at]][order[at + 1]] > 0:
                order[at], order[at + 1] = order[at + 1], order[at]
                swapped = True
        if not swapped:
            break
    return [members[i] for i in order]


def compare(one: Run, other: Run) -> int:
    """Negative where ``one`` should stand before (above, left of) ``other`` on their common line."""
    upper, lower = _at_end(one, other, True), _at_end(one, other, False)
    if upper + lower or not upper:
        return upper + lower
    # A crossing either way. Prefer the order in which lines that leave and enter a shape stay in its middle.
    return (_final(one, other, True) - _final(one, other, False)) * upper


def _final(one: Run, other: Run, upper: bool) -> bool:
    """Whether at this end both runs turn into a shape at once."""
    ends = one.end(upper)[0], other.end(upper)[0]
    return all(run is not None and (run.before is None or run.after is None) for run in ends)


def _at_end(one: Run, other: Run, upper: bool) -> int:
    """The wish that comes from the way the two part at one end of what they share."""
    end_one, end_other = one.end(upper)[1], other.end(upper)[1]
    if end_one != end_other:
        inner_is_one = (end_one < end_other) == upper
        return one.turn(upper) if inner_is_one else -other.turn(upper)
    turn_one, turn_other = one.turn(upper), other.turn(upper)
    if turn_one != turn_other:
        return (turn_one > turn_other) - (turn_one < turn_other)
    next_one, next_other = one.end(upper)[0], other.end(upper)[0]
    if turn_one == 0 or next_one is None or next_other is None:
        return 0
    # Both turn the same way: the one that ends up outside there is outside here as well.
    wish = _at_end(next_one, next_other, turn_one > 0)
    return -wish * turn_one if upper else wish * turn_one
