"""A flow too long for a page → one flow a page, joined by matched connectors.

The letter of a connector belongs to the step it leads to: wherever the same letter stands on another page, the
line goes on there.
"""

from __future__ import annotations

from collections.abc import Sequence

from fixdocs.diagrams.flow_fit import fit
from fixdocs.diagrams.flow_grid import Grid
from fixdocs.diagrams.flow_model import Edge, Flow, Node, Words

_KEPT = 6  # a chart of more lanes shows only those that a page has steps in
_BESIDES = 70.0  # points of a page that its header and its connectors take, roughly


def row_heights(flow: Flow, cells: Grid, column: float, gap: float) -> list[float]:
    """About how high each row will be with the gap below it, if columns are ``column`` points wide."""
    heights = [0.0] * cells.rows
    for node, (row, _) in zip(flow.nodes, cells.cells, strict=True):
        heights[row] = max(heights[row], fit(node, column).height + gap)
    return heights


def fill(heights: Sequence[float], begin: int, height: float) -> int:
    """The row after the last that a page of ``height`` points may hold if ``begin`` is its first."""
    used, end = _BESIDES, begin
    while end < len(heights) and (used + heights[end] <= height or end == begin):
        used += heights[end]
        end += 1
    return end


def letter(number: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def split(flow: Flow, page_of: Sequence[int], words: Words) -> list[Flow]:
    """The flow of each page; ``page_of`` gives each node's page, counted from 0."""
    index = {node.id: number for number, node in enumerate(flow.nodes)}
    page = {node.id: page_of[number] for number, node in enumerate(flow.nodes)}
    lane = {node.id: node.lane for node in flow.nodes}
    apart = [edge for edge in flow.edges if page[edge.source] != page[edge.target]]
    letters: dict[str, str] = {}
    for edge in sorted(apart, key=lambda edge: (page[edge.source], index[edge.source])):
        letters.setdefault(edge.target, letter(len(letters)))
    return [_part(flow, number, page, lane, letters, words) for number in range(max(page_of, default=-1) + 1)]


def _part(
    flow: Flow, number: int, page: dict[str, int], lane: dict[str, str], letters: dict[str, str], words: Words
) -> Flow:
    arriving: dict[str, list[Edge]] = {}
    leaving: dict[str, list[Edge]] = {}
    edges = []
    for edge in flow.edges:
        here = page[edge.source] == number, page[edge.target] == number
        if all(here):
            edges.append(edge)
        elif here[0]:
            leaving.setdefault(edge.target, []).append(edge)
        elif here[1]:
            arriving.setdefault(edge.target, []).append(edge)

    def connector(target: str, side: str, owner: str, pages: set[int]) -> Node:
        shown = words.page_join.join(str(other + 1) for other in sorted(pages))
        hint = words.other_page.format(pages=shown)
        return Node(f"{side}{target}", letters[target], "connector", lane[owner], duration=hint)

    ins = [
        connector(target, "\0in", target, {page[edge.source] for edge in found}) for target, found in arriving.items()
    ]
    outs = [connector(target, "\0out", found[0].source, {page[target]}) for target, found in leaving.items()]
    for target, found in arriving.items():
        marks = {edge.mark for edge in found}
        edges.append(Edge(f"\0in{target}", target, mark=marks.pop() if len(marks) == 1 else "none"))
    for target, found in leaving.items():
        edges.extend(Edge(e.source, f"\0out{target}", e.label, e.share, e.mark) for e in found)
    nodes = (*ins, *(node for node in flow.nodes if page[node.id] == number), *outs)
    used = {node.lane for node in nodes}
    lanes = tuple(item for item in flow.lanes if item.id in used or len(flow.lanes) <= _KEPT)
    return Flow(flow.name, nodes, tuple(edges), lanes)
