"""Flows → swimlane charts: the flow as it is, and the flow to be with every change marked.

Here the method meets the drawing: posts become lanes, kinds of steps become shapes, changes become marks. The
drawing knows neither. A step's small print is its touch time, and its waiting time behind a plus.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ...analysis.claims.flow import span
from ...analysis.findings import Findings
from ...analysis.flow import FlowFindings, edges_of
from ...analysis.flow_diff import Change, FlowDiff, StepChange
from ...analysis.flow_parallel import Edge as Way
from ...diagrams.flow_model import Edge, Flow, Lane, Mark, Node, NodeKind
from ...diagrams.flow_model import Words as ChartWords
from ...schema.choices import StepKind, TimeUnit
from ...schema.survey import Step
from ...words import Words
from .figures import Figure, figure
from .format import Formatter
from .writer import Writer

_KINDS: Final[Mapping[StepKind, NodeKind]] = {
    StepKind.START: "start",
    StepKind.ACTIVITY: "activity",
    StepKind.DECISION: "decision",
    StepKind.FORK: "parallel",
    StepKind.JOIN: "join",
    StepKind.END: "end",
}


def as_is_figure(findings: Findings, words: Words, anchor: str = "as_is") -> Figure | None:
    """The flow as it is, the step where a case stays longest singled out; None without steps."""
    found = findings.flow
    if found is None:
        return None
    chart = _Chart(words, _form(findings, words))
    steps = findings.project.steps
    longest = [time.step for time in found.longest]
    nodes = [chart.node(step, highlight=words.say("flow.longest") if step in longest else "") for step in steps]
    flow = chart.flow(words.say("flow.as_is"), nodes, chart.edges(edges_of(steps)))
    alt = _alt(findings, words, steps, found, "as_is_alt")
    if longest:
        named = [words.say("format.named", key=step.id, name=step.name) for step in longest]
        alt += words.say("flow.as_is_longest", steps=words.say("format.joint").join(named))
    return _drawn(flow, words, anchor, words.say("flow.as_is"), alt)


def to_be_figure(
    findings: Findings,
    words: Words,
    anchor: str = "to_be",
    *,
    steps: Sequence[Step] | None = None,
    diff: FlowDiff | None = None,
    flow: FlowFindings | None = None,
) -> Figure | None:
    """The flow to be with added, changed, rearranged and combined steps marked; eliminated ones stay, dashed.

    ``steps``, ``diff`` and ``flow`` are another alternative's than the one the findings hold. None without steps.
    """
    diff = diff or findings.diff
    found = flow or findings.to_be
    steps = steps if steps is not None else tuple(c.step for c in diff.steps if c.step) if diff else ()
    if found is None or not steps:
        return None
    chart = _Chart(words, _form(findings, words))
    changes = {change.step.id: change for change in diff.steps if change.step} if diff else {}
    nodes = [chart.node(step, changes.get(step.id)) for step in steps]
    edges = chart.edges(edges_of(steps))
    if diff and diff.removed:
        nodes, edges = chart.with_removed(nodes, edges, diff, edges_of(findings.project.steps), findings.project.steps)
    made = chart.flow(words.say("flow.to_be"), nodes, edges)
    alt = _alt(findings, words, steps, found, "to_be_alt")
    if diff and diff.changed:
        counted = [(change, n) for change, n in diff.counts.items() if n]
        parts = [words.say("flow.change", kind=words.say(f"flow.{change.value}"), n=n) for change, n in counted]
        alt += words.say("flow.to_be_changes", changes=words.say("format.joint").join(parts))
    return _drawn(made, words, anchor, words.say("flow.to_be"), alt)


def _form(findings: Findings, words: Words) -> Formatter:
    info = findings.project.info
    return Formatter(words, info.hours_per_day if info else 8.0)


def _drawn(flow: Flow, words: Words, anchor: str, caption: str, alt: str) -> Figure | None:
    from ...diagrams.flowchart import flowchart

    marks = (*(change.value for change in Change),)
    legend = {mark: words.say(f"flow.{mark}") for mark in marks} | {"highlight": words.say("flow.longest")}
    said = {key: words.say(f"flow.{key}") for key in ("other_page", "page_join", "scene", "alt")}
    return figure(words, anchor, caption, flowchart(flow, ChartWords(legend, **said), alt))


def _alt(findings: Findings, words: Words, steps: Sequence[Step], found: FlowFindings, key: str) -> str:
    info = findings.project.info
    return words.say(
        f"flow.{key}",
        process=info.process if info else "",
        steps=len(steps),
        posts=len({step.post for step in steps}),
        span=Writer(findings, words).claim(span(steps)),
        decisions=found.decisions,
        loops=len(found.loops),
    )


class _Chart:
    """Steps and ways in the drawing's terms."""

    def __init__(self, words: Words, form: Formatter) -> None:
        self.words, self.form = words, form

    def flow(self, name: str, nodes: Sequence[Node], edges: Sequence[Edge]) -> Flow:
        """The whole, with a lane a post in the order posts first act."""
        lanes = dict.fromkeys(node.lane for node in nodes)
        return Flow(name, tuple(nodes), tuple(edges), tuple(Lane(lane, lane) for lane in lanes))

    def node(self, step: Step, change: StepChange | None = None, highlight: str = "") -> Node:
        """A step; the gravest of its changes gives the mark, all of them the badge."""
        main = change.main if change else None
        return Node(
            id=step.id,
            name=step.name,
            kind=_KINDS[step.kind],
            lane=step.post.strip() or self.words.say("flow.no_post"),
            number="" if step.kind in (StepKind.FORK, StepKind.JOIN) else step.id,
            duration=self.duration(step),
            mark=main.value if main else "none",
            badge=self.words.say("flow.badges").join(self.words.say(f"flow.{c.value}") for c in change.changes)
            if change
            else "",
            highlight=highlight,
        )

    def duration(self, step: Step) -> str:
        """Touch time, and waiting time behind a plus, as they were filled in; short units leave room for the name."""
        touch = self._stated(step.touch, step.touch_unit)
        wait = self._stated(step.wait, step.wait_unit) if step.wait else ""
        if touch and wait:
            return self.words.say("flow.duration", touch=touch, wait=wait)
        return touch or (self.words.say("flow.waiting", wait=wait) if wait else "")

    def _stated(self, value: float | None, unit: object) -> str:
        if value is None or not isinstance(unit, TimeUnit):
            return ""
        return self.words.say(f"flow.{unit.value}", n=self.form.number(value))

    def edges(self, ways: Iterable[Way], mark: Mark = "none") -> list[Edge]:
        """The ways with results and shares; a share of 1 is not said."""
        return [
            Edge(way.source, way.target, way.result or "", self._share(way.share) if way.result else "", mark)
            for way in ways
        ]

    def _share(self, share: float | None) -> str:
        return "" if share is None or share >= 1 else self.form.percent(share, 0)

    def with_removed(
        self,
        nodes: list[Node],
        edges: list[Edge],
        diff: FlowDiff,
        ways: Sequence[Way],
        old: Sequence[Step],
    ) -> tuple[list[Node], list[Edge]]:
        """Put eliminated steps back where they stood, dashed: behind what became of the step before them.

        Each is joined to one step before and one after it, enough to see its place.
        """
        now = {origin.id: change.step.id for change in diff.steps if change.step for origin in change.origins}
        gone = {change.origins[0].id: change for change in diff.removed}
        named = now | {key: f"old:{key}" for key in gone}
        order = [node.id for node in nodes]
        by_id = {node.id: node for node in nodes}
        for step in old:
            if step.id not in gone:
                continue
            node = self.node(step, gone[step.id])
            key = named[step.id]
            by_id[key] = Node(key, node.name, node.kind, node.lane, node.number, node.duration, node.mark, node.badge)
            before = next((named[way.source] for way in ways if way.target == step.id and way.source in named), "")
            after = next((named[way.target] for way in ways if way.source == step.id and way.target in named), "")
            order.insert(order.index(before) + 1 if before in order else 0, key)
            if before and before != key:
                edges.append(Edge(before, key, mark="removed"))
            if after and after != key:
                edges.append(Edge(key, after, mark="removed"))
        return [by_id[key] for key in order], list(dict.fromkeys(edges))
