"""A flow too long for a page → one flow a page, joined by matched connectors.

The letter of a connector belongs to the step it leads to: wherever the same letter stands on another page, the
line goes on there.
"""

from __future__ import annotations

from collections.abc import Sequence

from fixdocs.diagrams.flow_model import Edge, Flow, Node, Words

_CUT = 14.0  # points of imbalance that one line cut in two is worth
_DRIFT = 0.22  # how far from even pages a cut may lie, as a share of a page


def cuts(bottoms: Sequence[float], crossing: Sequence[int], pages: int) -> list[int]:
    """The rows that begin pages 2, 3 …, for ``pages`` pages of about the same height.

    ``bottoms`` are the rows' lower ends, ``crossing`` counts the lines that pass below each row.
    """
    share = bottoms[-1] / pages
    begins: list[int] = []
    for page in range(1, pages):
        wanted = share * page
        first = begins[-1] + 1 if begins else 1
        last = len(bottoms) - (pages - page)
        rows = range(first, max(last, first) + 1)
        near = [row for row in rows if abs(bottoms[row - 1] - wanted) <= share * _DRIFT]
        row = min(near or rows, key=lambda row: (abs(bottoms[row - 1] - wanted) + _CUT * crossing[row - 1], row))
        if row >= len(bottoms):
            break
        begins.append(row)
    return begins


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
    return Flow(flow.name, nodes, tuple(edges), flow.lanes)
