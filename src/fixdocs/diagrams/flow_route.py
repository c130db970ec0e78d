"""Grid → the way of each edge, as right-angled runs along channels and through empty cells.

Ways are found on an index grid: cells have odd indexes, the channels between them even ones. Where exactly in
its channel a line runs is settled later (:mod:`.flow_track`); here a way is only a list of index points.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise

from fixdocs.diagrams.flow_grid import Grid
from fixdocs.diagrams.flow_rank import Graph

RIGHT, DOWN, LEFT, UP = range(4)
_FLAT = ("parallel", "join")  # too low for lines at their sides
Cells = tuple[int, ...]

# Costs, in points of line length: what a reader would trade one fault for.
_STEP_X, _STEP_Y = 40, 24
_BEND = 30
_CROSS = 150
_MAY_CROSS = 20
_BESIDE = 6  # another line in the same channel
_ON_CENTRE = 120  # another line along the same row or column of cells
_THROUGH = 14  # through an empty cell that belongs to neither end
_SIDE_TAKEN = 45
_SIDE_SHARED = 110  # one line comes in where another goes out
_NEVER = 400
_STEPS = (_STEP_X, _STEP_Y, _STEP_X, _STEP_Y)

# A state of the search (a cell and the direction it was entered in), what led there cost and what the whole way
# will cost at least are one number: sorting numbers is cheaper than sorting tuples.
_STATE, _KEY = 20, 44
_MASK = (1 << _KEY - _STATE) - 1  # no way costs as much

# What it costs to leave by a side or to move into the node in a direction: right, down, left, up.
_LEAVE = {
    "decision": (8, 0, 8, 300),
    "parallel": (120, 0, 120, 300),
    "join": (120, 0, 120, 300),
    "connector": (10, 0, 10, 300),
}
_LEAVE_ANY = (24, 0, 24, 300)
_LEAVE_LOOP = (0, 40, 0, 160)
_ENTER_ANY = (20, 0, 20, _NEVER)
_ENTER_FLAT = (150, 0, 150, _NEVER)  # bars are entered from above
_ENTER_LOOP = (0, 10, 0, 260)


Points = tuple[tuple[int, int], ...]


def ways(graph: Graph, grid: Grid) -> list[Points]:
    """For each edge the index points (x, y) of its way: the two cells it joins and the bends between."""
    router = _Router(graph, grid)
    found: dict[int, Cells] = {}
    later = []
    for edge in range(len(graph.arcs)):
        line = router.straight(edge)
        if line is None:
            later.append(edge)
        else:
            found[edge] = line
            router.mark(edge, line, 1)
    later.sort(key=router.urgency)
    for edge in later:
        found[edge] = router.search(edge)
        router.mark(edge, found[edge], 1)
    for edge in later:  # a second look, now that all others are known
        router.mark(edge, found[edge], -1)
        found[edge] = router.search(edge)
        router.mark(edge, found[edge], 1)
    return [router.points(found[edge]) for edge in range(len(graph.arcs))]


class _Router:
    """The index grid with a closed border round it, and what has been laid on it."""

    def __init__(self, graph: Graph, grid: Grid) -> None:
        self.graph = graph
        self.stride = 2 * grid.columns + 3
        height = 2 * grid.rows + 3
        size = self.stride * height
        self.offsets = (1, self.stride, -1, -self.stride)
        self.at = [(2 * row + 2) * self.stride + 2 * column + 2 for row, column in grid.cells]
        self.blocked = bytearray(size)
        for cell in range(size):
            y, x = divmod(cell, self.stride)
            self.blocked[cell] = x in (0, self.stride - 1) or y in (0, height - 1)
        for cell in self.at:
            self.blocked[cell] = 1
        self.lines = ([0] * size, [0] * size)  # lines that pass a point horizontally, and vertically
        points = [divmod(cell, self.stride) for cell in range(size)]
        # What each line beside one costs, horizontally and vertically: rows and columns have even indexes here.
        self.beside = [
            [_BESIDE if y & 1 else _ON_CENTRE for y, _ in points],
            [_BESIDE if x & 1 else _ON_CENTRE for _, x in points],
        ]
        self.cells = [0 if y & 1 or x & 1 else _THROUGH for y, x in points]
        self.rest: dict[int, list[int]] = {}
        self.leaving = [[0] * 4 for _ in self.at]  # lines that leave a node by each side
        self.entering = [[0] * 4 for _ in self.at]  # and that come in by it

    def points(self, cells: Cells) -> tuple[tuple[int, int], ...]:
        """Index points without the border."""
        return tuple((cell % self.stride - 1, cell // self.stride - 1) for cell in cells)

    def urgency(self, edge: int) -> tuple[bool, int, int]:
        """Forward edges first, short before long."""
        source, target = (self.at[end] for end in self.graph.arcs[edge])
        return edge in self.graph.loops, self._to(target)[source], edge

    def heading(self, start: int, end: int) -> int:
        """The direction from one grid point to another on the same row or column."""
        if start // self.stride == end // self.stride:
            return RIGHT if end > start else LEFT
        return DOWN if end > start else UP

    def straight(self, edge: int) -> Cells | None:
        """The line from cell to cell where nothing stands or runs between them, else None."""
        source, target = self.graph.arcs[edge]
        start, end = self.at[source], self.at[target]
        if edge in self.graph.loops or start == end:
            return None
        same_row = start // self.stride == end // self.stride
        if not same_row and (start - end) % self.stride:
            return None
        side = self.heading(start, end)
        kinds = self.graph.kinds
        if side == UP or (same_row and (kinds[source] in _FLAT or kinds[target] in _FLAT)):
            return None
        step, along = self.offsets[side], self.lines[0 if same_row else 1]
        if any(self.blocked[cell] or along[cell] for cell in range(start + step, end, step)):
            return None
        return start, end

    def mark(self, edge: int, cells: Cells, count: int) -> None:
        """Note (or with -1 forget) that ``edge`` runs along ``cells``."""
        source, target = self.graph.arcs[edge]
        self.leaving[source][self.heading(cells[0], cells[1])] += count
        self.entering[target][(self.heading(cells[-2], cells[-1]) + 2) & 3] += count
        for start, end in pairwise(cells):
            side = self.heading(start, end)
            along = self.lines[side & 1]
            step = self.offsets[side]
            for cell in range(start, end + step, step):
                along[cell] += count

    def search(self, edge: int) -> Cells:
        """The cheapest way, by A*."""
        source, target = self.graph.arcs[edge]
        begin, goal = self.at[source], self.at[target]
        rest, through = self._to(goal), self._through(begin, goal)
        best, came = [_MASK] * (4 * len(rest)), [-1] * (4 * len(rest))
        heap = self._start(edge, rest, best)
        enter, blocked, lines, offsets = self._enter_costs(edge), self.blocked, self.lines, self.offsets
        blocked[goal] = 0
        while True:  # the channels connect everything, so the goal is always met
            key = heappop(heap)
            cost, state = key >> _STATE & _MASK, key & (1 << _STATE) - 1
            if cost > best[state]:
                continue
            cell, side = state >> 2, state & 3
            if cell == goal:
                break
            cost += through[cell]
            along, across = lines[side & 1][cell], lines[side & 1 ^ 1][cell]
            # Whether a bend beside other lines crosses them shows only once tracks are known.
            bent = cost + _BEND + _MAY_CROSS * (along + across)
            for turn, price in ((side, cost + _CROSS * across), (side + 1 & 3, bent), (side + 3 & 3, bent)):
                following = cell + offsets[turn]
                if blocked[following]:
                    continue
                price += _STEPS[turn]
                beside = along if turn == side else across
                if beside and (there := lines[turn & 1][following]):
                    price += min(beside, there) * self.beside[turn & 1][cell]
                if following == goal:
                    price += enter[turn]
                after = following * 4 + turn
                if price < best[after]:
                    best[after], came[after] = price, state
                    heappush(heap, price + rest[following] << _KEY | price << _STATE | after)
        blocked[goal] = 1
        return self._trace(begin, state, came)

    def _start(self, edge: int, rest: list[int], best: list[int]) -> list[int]:
        """The four first steps of a search, as its heap."""
        begin = self.at[self.graph.arcs[edge][0]]
        heap: list[int] = []
        for side, cost in enumerate(self._leave_costs(edge)):
            cell = begin + self.offsets[side]
            cost += _STEPS[side]
            best[cell * 4 + side] = cost
            heappush(heap, cost + rest[cell] << _KEY | cost << _STATE | cell * 4 + side)
        return heap

    def _to(self, goal: int) -> list[int]:
        """For each cell what no way from it to ``goal`` costs less than."""
        if goal not in self.rest:
            goal_y, goal_x = divmod(goal, self.stride)
            level = [abs(x - goal_x) * _STEP_X for x in range(self.stride)]
            upright = [abs(y - goal_y) * _STEP_Y for y in range(len(self.blocked) // self.stride)]
            self.rest[goal] = [x + y for y in upright for x in level]
        return self.rest[goal]

    def _through(self, begin: int, goal: int) -> list[int]:
        """For each cell what going on from it costs because a step could stand there; free in both ends' columns."""
        found = self.cells[:]
        for end in (begin, goal):
            column = end % self.stride
            found[column :: self.stride] = [0] * (len(found) // self.stride)
        return found

    def _trace(self, begin: int, state: int, came: list[int]) -> Cells:
        """The bends of the way that ends in ``state``, with both its ends."""
        cells = [state >> 2]
        while (before := came[state]) >= 0:
            if before & 3 != state & 3:
                cells.append(before >> 2)
            state = before
        return (begin, *reversed(cells))

    def _leave_costs(self, edge: int) -> list[int]:
        node = self.graph.arcs[edge][0]
        kind = self.graph.kinds[node]
        base = _LEAVE_LOOP if edge in self.graph.loops and kind not in _FLAT else _LEAVE.get(kind, _LEAVE_ANY)
        shared = 0 if kind in ("parallel", "join") else _SIDE_SHARED if kind == "decision" else _SIDE_TAKEN
        return [
            base[side] + shared * self.leaving[node][side] + _SIDE_SHARED * self.entering[node][side]
            for side in range(4)
        ]

    def _enter_costs(self, edge: int) -> list[int]:
        """By direction of movement: moving right enters by the left side."""
        node = self.graph.arcs[edge][1]
        kind = self.graph.kinds[node]
        base = _ENTER_FLAT if kind in _FLAT else _ENTER_LOOP if edge in self.graph.loops else _ENTER_ANY
        shared = 0 if kind in ("parallel", "join") else _SIDE_TAKEN
        return [
            base[side]
            + shared * self.entering[node][(side + 2) & 3]
            + _SIDE_SHARED * self.leaving[node][(side + 2) & 3]
            for side in range(4)
        ]
