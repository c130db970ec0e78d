"""Flow → which edges loop back, and an order in which every other edge leads forward."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import NamedTuple

from fixdocs.diagrams.flow_model import Flow, NodeKind


class Graph(NamedTuple):
    """A flow with numbers for ids and without its words: flows that differ in words only are one graph.

    ``loops`` are the edges that lead back; the others form no cycle.
    """

    kinds: tuple[NodeKind, ...]
    arcs: tuple[tuple[int, int], ...]  # source and target of each edge
    lanes: tuple[int, ...]  # the lane of each node
    width: int  # how many lanes there are, empty ones too
    loops: frozenset[int]
    ahead: tuple[tuple[int, ...], ...]  # per node, the forward edges that leave it
    behind: tuple[tuple[int, ...], ...]  # per node, the forward edges that enter it
    order: tuple[int, ...]  # all nodes, sources of forward edges before their targets


def graph(flow: Flow) -> Graph:
    """Number the flow, tell loops from forward edges, and sort its nodes."""
    number = {node.id: index for index, node in enumerate(flow.nodes)}
    lane = {item.id: index for index, item in enumerate(flow.lanes)}
    arcs = tuple((number[edge.source], number[edge.target]) for edge in flow.edges)
    loops = _loops(flow, arcs)
    ahead: list[list[int]] = [[] for _ in flow.nodes]
    behind: list[list[int]] = [[] for _ in flow.nodes]
    for index, (source, target) in enumerate(arcs):
        if index not in loops:
            ahead[source].append(index)
            behind[target].append(index)
    return Graph(
        tuple(node.kind for node in flow.nodes),
        arcs,
        tuple(lane[node.lane] for node in flow.nodes),
        len(flow.lanes),
        loops,
        tuple(map(tuple, ahead)),
        tuple(map(tuple, behind)),
        _order(arcs, ahead, behind),
    )


def _loops(flow: Flow, arcs: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The edges that lead back to a step which is still open when a depth-first walk meets them.

    The walk begins at the starts and takes the ways out in the order given, so that the main path is never
    the one that is turned round.
    """
    leaving: list[list[int]] = [[] for _ in flow.nodes]
    entered = [0] * len(flow.nodes)
    for index, (source, target) in enumerate(arcs):
        leaving[source].append(index)
        entered[target] += source != target
    rank = {"start": 0, "connector": 1}
    roots = sorted(
        range(len(flow.nodes)),
        key=lambda node: (rank.get(flow.nodes[node].kind, 2), entered[node] > 0, node),
    )
    loops: set[int] = set()
    state = [0] * len(flow.nodes)  # 0 not met, 1 open, 2 done
    for root in roots:
        if not state[root]:
            _walk(root, arcs, leaving, state, loops)
    return frozenset(loops)


def _walk(
    root: int, arcs: tuple[tuple[int, int], ...], leaving: list[list[int]], state: list[int], loops: set[int]
) -> None:
    stack = [(root, iter(leaving[root]))]
    state[root] = 1
    while stack:
        node, ways = stack[-1]
        for edge in ways:
            target = arcs[edge][1]
            if state[target] == 1:
                loops.add(edge)
            elif state[target] == 0:
                state[target] = 1
                stack.append((target, iter(leaving[target])))
                break
        else:
            state[node] = 2
            stack.pop()


def _order(arcs: tuple[tuple[int, int], ...], ahead: list[list[int]], behind: list[list[int]]) -> tuple[int, ...]:
    waiting = [len(edges) for edges in behind]
    ready = [node for node, count in enumerate(waiting) if count == 0]
    heapify(ready)
    order = []
    while ready:
        node = heappop(ready)
        order.append(node)
        for edge in ahead[node]:
            target = arcs[edge][1]
            waiting[target] -= 1
            if waiting[target] == 0:
                heappush(ready, target)
    return tuple(order)
