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
        self.across = [0] * size  # lines that pass a point horizontally
        self.down = [0] * size  # and vertically
        self.leaving = [[0] * 4 for _ in self.at]  # lines that leave a node by each side
        self.entering = [[0] * 4 for _ in self.at]  # and that come in by it

    def points(self, cells: Cells) -> tuple[tuple[int, int], ...]:
        """Index points without the border."""
        return tuple((cell % self.stride - 1, cell // self.stride - 1) for cell in cells)

    def urgency(self, edge: int) -> tuple[bool, int, int]:
        """Forward edges first, short before long."""
        source, target = (self.at[end] for end in self.graph.arcs[edge])
        return edge in self.graph.loops, self._rest(source, target), edge

    def _rest(self, cell: int, goal: int) -> int:
        """No way from ``cell`` to ``goal`` costs less."""
        y, x = divmod(cell, self.stride)
        goal_y, goal_x = divmod(goal, self.stride)
        return abs(x - goal_x) * _STEP_X + abs(y - goal_y) * _STEP_Y

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
        step, along = self.offsets[side], (self.across if same_row else self.down)
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
            along = self.down if side & 1 else self.across
            step = self.offsets[side]
            for cell in range(start, end + step, step):
                along[cell] += count

    def search(self, edge: int) -> Cells:
        """The cheapest way, by A*."""
        source, target = self.graph.arcs[edge]
        begin, goal = self.at[source], self.at[target]
        rest, enter = self._rest, self._enter_costs(edge)
        best: dict[int, int] = {}
        came: dict[int, int] = {}
        heap: list[tuple[int, int, int]] = []
        for side, cost in enumerate(self._leave_costs(edge)):
            cell = begin + self.offsets[side]
            cost += _STEP_Y if side & 1 else _STEP_X
            best[cell * 4 + side] = cost
            heappush(heap, (cost + rest(cell, goal), cost, cell * 4 + side))
        free_columns = (begin % self.stride, goal % self.stride)
        self.blocked[goal] = 0
        while True:  # the channels connect everything, so the goal is always met
            _, cost, state = heappop(heap)
            if cost > best[state]:
                continue
            cell, side = state >> 2, state & 3
            if cell == goal:
                break
            for turn in (side, side + 1 & 3, side + 3 & 3):
                following = cell + self.offsets[turn]
                if self.blocked[following]:
                    continue
                price = cost + self._price(cell, side, turn, following, free_columns)
                if following == goal:
                    price += enter[turn]
                after = following * 4 + turn
                if price < best.get(after, 1 << 30):
                    best[after] = price
                    came[after] = state
                    heappush(heap, (price + rest(following, goal), price, after))
        self.blocked[goal] = 1
        return self._trace(begin, state, came)

    def _price(self, cell: int, side: int, turn: int, following: int, free_columns: tuple[int, int]) -> int:
        """The cost of going on from ``cell``, entered in direction ``side``, in direction ``turn``."""
        vertical = turn & 1
        along, against = (self.down, self.across) if vertical else (self.across, self.down)
        price = _STEP_Y if vertical else _STEP_X
        if side != turn:
            # Whether a bend beside other lines crosses them shows only once tracks are known.
            price += _BEND + _MAY_CROSS * (self.across[cell] + self.down[cell])
        elif against[cell]:
            price += _CROSS * against[cell]
        beside = min(along[cell], along[following])
        x, y = cell % self.stride, cell // self.stride
        if beside:
            on_centre = not (x & 1) if vertical else not (y & 1)
            price += beside * (_ON_CENTRE if on_centre else _BESIDE)
        if not (x & 1 or y & 1) and x not in free_columns:
            price += _THROUGH
        return price

    def _trace(self, begin: int, state: int, came: dict[int, int]) -> Cells:
        """The bends of the way that ends in ``state``, with both its ends."""
        cells = [state >> 2]
        while state in came:
            before = came[state]
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
