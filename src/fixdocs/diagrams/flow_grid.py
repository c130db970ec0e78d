"""Graph → a cell for each node: rows follow the flow, columns belong to lanes, one node a cell.

A step that is handed to another lane may stand in its predecessor's row, so that the hand-over is a straight
line across; everything else stands at least one row below what leads to it.
"""

from __future__ import annotations

from typing import NamedTuple

from fixdocs.diagrams.flow_rank import Graph

_RESERVED = -1  # a cell that a line across a row needs
_NEAR = 3  # rows within which a late node is still beside its neighbour
_OTHER_LANE = 1.0  # rows that a connector would go further for to stay in its lane
_FAR = 4.5  # rows away at which a connector rather gets a row of its own


class Grid(NamedTuple):
    """Cells of the nodes as (row, column), and which columns are whose."""

    cells: tuple[tuple[int, int], ...]
    rows: int
    columns: int
    spans: tuple[tuple[int, int], ...]  # first column and number of columns of each lane


def grid(graph: Graph, *, columns: int, hops: int) -> Grid:
    """Place the nodes in at most ``columns`` columns (but one a lane at least).

    ``hops`` is how many steps may follow one another within a row.
    """
    lanes = graph.width
    free = _Placement(graph, [4] * lanes, hops)
    free.place_all()
    counts = _share(free.demand(), columns)
    placement = free
    if counts != [4] * lanes:
        placement = _Placement(graph, counts, hops)
        placement.place_all()
    return placement.result()


def _share(demand: list[int], columns: int) -> list[int]:
    """Columns for each lane: one, and what is left to those that could use it most."""
    counts = [1] * len(demand)
    while sum(counts) < columns:
        lacks = [wanted - had for wanted, had in zip(demand, counts, strict=True)]
        most = max(lacks, default=0)
        if most <= 0:
            break
        counts[lacks.index(most)] += 1
    return counts


class _Placement:
    def __init__(self, graph: Graph, counts: list[int], hops: int) -> None:
        self.graph = graph
        self.hops = hops
        self.spans = [(sum(counts[:lane]), count) for lane, count in enumerate(counts)]
        self.columns = sum(counts)
        self.cell: dict[int, tuple[int, int]] = {}
        self.taken: dict[tuple[int, int], int] = {}
        self.hop = [0] * len(graph.lanes)  # steps that precede a node within its row
        self.sides: set[tuple[int, bool]] = set()  # (node, right?) where a line leaves across the row

    def place_all(self) -> None:
        late = [node for node in self.graph.order if self._is_late(node)]
        for node in self.graph.order:
            if node not in late:
                self._place(node)
        for node in late:
            self._place_late(node)
        self._close_rows()

    def demand(self) -> list[int]:
        """The most nodes that stand side by side in each lane."""
        seen: dict[tuple[int, int], int] = {}
        for node, (row, _) in self.cell.items():
            key = (self.graph.lanes[node], row)
            seen[key] = seen.get(key, 0) + 1
        return [
            max((count for (owner, _), count in seen.items() if owner == lane), default=1)
            for lane in range(len(self.spans))
        ]

    def result(self) -> Grid:
        cells = tuple(self.cell[node] for node in range(len(self.graph.lanes)))
        rows = max((row for row, _ in cells), default=-1) + 1
        return Grid(cells, rows, self.columns, tuple(self.spans))

    def _is_late(self, node: int) -> bool:
        """Whether a node belongs beside its neighbour: connectors, and what nothing leads to but the first."""
        graph = self.graph
        if graph.kinds[node] == "connector":
            return bool(graph.ahead[node] or graph.behind[node])
        return not graph.behind[node] and bool(graph.ahead[node]) and node != graph.order[0]

    def _place(self, node: int) -> None:
        sources = [self.graph.arcs[edge][0] for edge in self.graph.behind[node]]
        sources = [source for source in sources if source in self.cell]
        row = max((self.cell[source][0] + 1 for source in sources), default=0)
        if not (sources and self._across(node, sources, row - 1)):
            self._settle(node, row, self._wish(node, sources))

    def _across(self, node: int, sources: list[int], row: int) -> bool:
        """Put ``node`` into the row of the one step that leads to it there, if the way is free."""
        beside = [source for source in sources if self.cell[source][0] == row]
        if len(beside) != 1 or self.hop[beside[0]] >= self.hops:
            return False
        source = beside[0]
        kinds = (self.graph.kinds[source], self.graph.kinds[node])
        if self.graph.lanes[source] == self.graph.lanes[node] or kinds[0] == "parallel" or kinds[1] == "join":
            return False
        start = self.cell[source][1]
        column = self._nearest(node, row, start)
        right = column is not None and column > start
        if column is None or (source, right) in self.sides:
            return False
        between = range(start + 1, column) if right else range(column + 1, start)
        if any((row, other) in self.taken for other in between):
            return False
        for other in between:
            self.taken[row, other] = _RESERVED
        self.sides.add((source, right))
        self.sides.add((node, not right))
        self.hop[node] = self.hop[source] + 1
        self._take(node, row, column)
        return True

    def _wish(self, node: int, sources: list[int]) -> int:
        """The column a node would like: below its first predecessor in the lane, else the lane's middle."""
        lane = self.graph.lanes[node]
        first, count = self.spans[lane]
        for source in sorted(sources):
            if self.graph.lanes[source] == lane:
                return self.cell[source][1]
        return first + (count - 1) // 2

    def _nearest(self, node: int, row: int, wish: int) -> int | None:
        first, count = self.spans[self.graph.lanes[node]]
        free = [column for column in range(first, first + count) if (row, column) not in self.taken]
        return min(free, key=lambda column: (abs(column - wish), -column), default=None)

    def _settle(self, node: int, row: int, wish: int) -> None:
        while (column := self._nearest(node, row, wish)) is None:
            row += 1
        self._take(node, row, column)

    def _take(self, node: int, row: int, column: int) -> None:
        self.cell[node] = (row, column)
        self.taken[row, column] = node

    def _place_late(self, node: int) -> None:
        """Put a node just above what it leads to, or just below what leads to it."""
        if self.graph.kinds[node] == "connector" and self._place_connector(node):
            return
        arcs, ahead, behind = self.graph.arcs, self.graph.ahead[node], self.graph.behind[node]
        first = self.spans[self.graph.lanes[node]][0]
        if ahead:
            found = [self.cell[arcs[edge][1]] for edge in ahead if arcs[edge][1] in self.cell]
            opened, wish = min(found, default=(0, first))
            rows = range(opened - 1, max(opened - 1 - _NEAR, -1), -1)
        else:
            found = [self.cell[arcs[edge][0]] for edge in behind if arcs[edge][0] in self.cell]
            row, wish = max(found, default=(-1, first))
            opened = row + 1
            rows = range(opened, opened + _NEAR)
        for row in rows:
            column = self._nearest(node, row, wish)
            if column is not None:
                self._take(node, row, column)
                return
        self._open_row(opened)
        self._settle(node, opened, wish)

    def _place_connector(self, node: int) -> bool:
        """Put a connector into a free cell near its neighbour, if need be in another lane: it is no step."""
        arcs, ahead = self.graph.arcs, self.graph.ahead[node]
        ends = [arcs[edge][1] for edge in ahead] or [arcs[edge][0] for edge in self.graph.behind[node]]
        found = [self.cell[end] for end in ends if end in self.cell]
        if not found:
            return False
        row, column = min(found) if ahead else max(found)
        first, count = self.spans[self.graph.lanes[node]]
        best: tuple[float, int, int] | None = None
        for steps in range(_NEAR):
            at = row - steps if ahead else row + steps
            for beside in range(self.columns):
                if at < 0 or (at, beside) in self.taken or (steps == 0 and abs(beside - column) != 1):
                    continue
                away = abs(beside - column) + (0 if first <= beside < first + count else _OTHER_LANE)
                cost = (1.2 * steps + away, at, beside)
                best = min(best or cost, cost)
        if best is None or best[0] > _FAR:
            return False
        self._take(node, best[1], best[2])
        return True

    def _open_row(self, row: int) -> None:
        """Push everything from ``row`` down by one row."""
        self.cell = {node: (old + (old >= row), column) for node, (old, column) in sorted(self.cell.items())}
        self.taken = {(old + (old >= row), column): node for (old, column), node in sorted(self.taken.items())}

    def _close_rows(self) -> None:
        """Take out rows that hold no node."""
        used = sorted({row for row, _ in self.cell.values()})
        number = {row: index for index, row in enumerate(used)}
        self.cell = {node: (number[row], column) for node, (row, column) in self.cell.items()}
