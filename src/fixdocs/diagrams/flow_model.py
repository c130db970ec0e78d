"""A flow as a neutral graph: what the swimlane chart is drawn from. Words come with it, none are made here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

NodeKind = Literal["start", "end", "activity", "decision", "parallel", "join", "data", "connector"]
Mark = Literal["none", "added", "removed", "changed", "moved", "merged"]


class Lane(Struct, frozen=True):
    """A column of the chart; lanes stand from left to right in the order given."""

    id: str
    title: str


class Node(Struct, frozen=True):
    """One step. ``number`` and ``duration`` are printed small, ``name`` is the step's own text.

    ``badge`` is the word that goes with ``mark``; ``highlight`` the word of a second badge that singles the
    step out (a bottleneck), empty for none. The kind "connector" is made by paging, not by callers.
    """

    id: str
    name: str
    kind: NodeKind
    lane: str
    number: str = ""
    duration: str = ""
    mark: Mark = "none"
    badge: str = ""
    highlight: str = ""


class Edge(Struct, frozen=True):
    """One way from a node to another; ``label`` is the branch's result, ``share`` its probability as text."""

    source: str
    target: str
    label: str = ""
    share: str = ""
    mark: Mark = "none"


class Flow(Struct, frozen=True):
    """A whole flow. The order of nodes and edges is the order of reading and settles every tie."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lanes: tuple[Lane, ...]

    def check(self) -> None:
        """Raise ValueError where an id is doubled or leads nowhere; callers check their data before."""
        ids = [node.id for node in self.nodes]
        known, lanes = set(ids), {lane.id for lane in self.lanes}
        for node_id in known:
            if ids.count(node_id) > 1:
                raise ValueError(f"node {node_id!r} is given twice")
        for node in self.nodes:
            if node.lane not in lanes:
                raise ValueError(f"node {node.id!r} stands in the unknown lane {node.lane!r}")
        for edge in self.edges:
            for end in (edge.source, edge.target):
                if end not in known:
                    raise ValueError(f"edge {edge.source!r} → {edge.target!r} names the unknown node {end!r}")


class Words(Struct, frozen=True):
    """The words of the chart that are no step's own.

    ``legend`` gives a word for each mark and for "highlight"; an entry is printed only if its mark occurs.
    ``other_page`` names the page a connector goes on at, with the field ``pages``; ``page_join`` stands
    between several page numbers. ``scene`` and ``alt`` name a page of a chart that takes several, with the
    fields ``text``, ``page`` and ``pages``.
    """

    legend: Mapping[str, str] = field(default_factory=dict)
    other_page: str = "{pages}"
    page_join: str = ", "
    scene: str = "{text} {page}/{pages}"
    alt: str = "{text} {page}/{pages}"
