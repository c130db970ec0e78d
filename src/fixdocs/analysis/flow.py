"""A flow's figures: what a case goes through on average, how long it takes, where it stays.

All figures share one basis, which the findings name: the expected visits where every decision has shares, else the
main path. Lead, touch and waiting time are those of the longest branch where a flow splits, so they add up; the work
of all branches stands apart. Calendar days are converted, 5 working days for 7, but in a flow timed in calendar days
alone: that one speaks in calendar days.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ..schema.choices import StepKind, ValueType
from ..schema.survey import Step
from .facts import Count, Quantity
from .flow_figures import Ending, Figures, PostTime, Return, StepTime, longest, times_of
from .flow_parallel import Edge
from .flow_times import Clock, clock_of, minutes_of
from .flow_visits import Walk, expected_rows, main_rows, walk
from .flow_ways import back_edges, handoffs, likeliest, main_path, rework

Basis = Literal["expected", "main"]
_NEXT_ALLOWED = (StepKind.START, StepKind.ACTIVITY, StepKind.JOIN)


class FlowFindings(Struct, frozen=True):
    """The figures of one flow, durations a case in minutes of its clock (working minutes; calendar minutes where
    ``clock`` is "calendar"). None is not known.

    ``lead`` is the touch and the waiting time of the longest branch, "at least" where ``blank`` activities have no
    duration; ``work`` the touch time of all branches, None without a split; ``calendar`` the part of the lead that
    was filled in calendar days, in calendar minutes, where other durations are working time. ``pce`` and
    ``wait_share`` need durations of all activities, ``pce`` also the value type of all that have touch time.
    ``longest`` are the steps where a case stays longest over all its visits; ties are several. ``returns`` are the
    ways back of ``loops`` with their figures. ``recounted`` are approvals and rework that the team calls
    value-adding: they are not counted as such. ``unwaited`` activities have touch time and no
    waiting time, ``untouched`` ones the reverse: what they lack is in no sum. ``lost`` are
    the steps that lack a duration which they have in the flow they come from: what would hold it is "at least" too.
    ``tied`` are the forks of which several
    branches take longest alike; ``varying`` the decisions inside the branches of a fork, after which the longest
    branch is not the same one for every case. ``endings`` are the ends by the share of cases, where there are several.
    """

    basis: Basis
    clock: Clock
    times: tuple[StepTime, ...]
    edges: tuple[Edge, ...]
    loops: tuple[Edge, ...]
    returns: tuple[Return, ...]
    lead: Quantity | None
    touch: Quantity | None
    wait: Quantity | None
    work: Quantity | None
    calendar: Quantity | None
    pce: Quantity | None
    wait_share: Quantity | None
    steps: Count
    posts: Count
    handoffs: Count
    approvals: Count | None
    customer_actions: Count | None
    decisions: Count
    systems: Count | None
    longest: tuple[StepTime, ...]
    estimated: Count
    timed: Count
    blank: tuple[Step, ...]
    unwaited: tuple[Step, ...]
    untouched: tuple[Step, ...]
    recounted: tuple[Step, ...]
    lost: tuple[Step, ...]
    by_post: tuple[PostTime, ...]
    value_minutes: Mapping[ValueType, Quantity]
    main_path: tuple[str, ...]
    tied: tuple[Step, ...]
    varying: tuple[Step, ...]
    endings: tuple[Ending, ...]

    @property
    def whole(self) -> bool:
        """Whether the lead time holds the touch and the waiting time of every activity that is met."""
        return self.touch is not None and self.wait is not None and not self.blank and not self.lost

    def time(self, key: str) -> StepTime:
        """The times of step ``key``; raises KeyError."""
        for time in self.times:
            if time.step.id == key:
                return time
        raise KeyError(key)


def edges_of(steps: Sequence[Step]) -> tuple[Edge, ...]:
    """Every way out, with blank targets filled by the next row (not for decisions, forks and ends)."""
    edges: list[Edge] = []
    for number, step in enumerate(steps):
        following = steps[number + 1].id if number + 1 < len(steps) else None
        exits = [e for e in step.exits if e.target]
        for way in exits:
            share = way.share if len(exits) > 1 or way.share is not None else 1.0
            edges.append(Edge(step.id, way.target or "", way.result, share))
        if not exits and following and step.kind in _NEXT_ALLOWED:
            edges.append(Edge(step.id, following, None, 1.0))
    known = {step.id for step in steps}
    return tuple(edge for edge in edges if edge.target in known)


def final_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The ends, and the steps that lead to one at once or by way of a join."""
    edges, kinds = edges_of(steps), {step.id: step.kind for step in steps}
    reached = {step.id for step in steps if step.kind is StepKind.END}
    queue = list(reached)
    while queue:
        key = queue.pop()
        for source in {edge.source for edge in edges if edge.target == key} - reached:
            reached.add(source)
            if kinds[source] is StepKind.JOIN:
                queue.append(source)
    return tuple(step for step in steps if step.id in reached)


def analyse(
    steps: Sequence[Step], hours_per_day: float = 8.0, name: str = "as_is", clock: Clock | None = None,
    lost: Collection[tuple[str, str]] = (),
) -> FlowFindings | None:  # fmt: skip
    """The figures of a sound flow; None for an empty one.

    ``name`` tells its facts from those of other flows. ``clock`` is another than the flow's own, to hold it against a
    flow on that clock; its facts are then others too. ``lost`` are the durations, by step and attribute, that are
    blank here and filled in the flow this one comes from.
    """
    if not steps:
        return None
    (clock, about), (edges, loops, path) = _clock(steps, name, clock), _ways(steps)
    walked, basis = _walked(steps, edges, loops, hours_per_day, clock)
    made = Figures(times_of(steps, walked, hours_per_day, clock), about, clock, rework(steps, edges, loops), lost)
    lead, touch, wait = made.lead(), made.touch(), made.wait()
    return FlowFindings(
        basis,
        clock,
        times=(times := made.step_times(lead)),
        edges=edges,
        loops=loops,
        returns=made.returns(walked if basis == "expected" else None, loops),
        lead=lead,
        touch=touch,
        wait=wait,
        work=made.work(),
        calendar=made.calendar() if clock == "mixed" else None,
        pce=made.pce(lead, wait),
        wait_share=made.wait_share(lead, touch, wait),
        steps=made.count("steps", steps, ("id",)),
        posts=made.posts(),
        handoffs=made.handoffs(handoffs(steps, likeliest(edges, loops), path)),
        approvals=made.answered("approvals", "approval"),
        customer_actions=made.answered("customer_actions", "customer"),
        decisions=made.count("decisions", [s for s in steps if s.kind is StepKind.DECISION], ("kind",)),
        systems=made.systems(),
        longest=longest(times),
        estimated=made.estimated(),
        timed=made.timed(),
        **_gaps(made),
        recounted=made.recounted(),
        by_post=made.by_post(),
        value_minutes=made.value_minutes(),
        main_path=path,
        **_open(steps, walked),
        endings=made.endings(walked) if basis == "expected" else (),
    )


def _tied(steps: Sequence[Step], walked: Walk) -> tuple[Step, ...]:
    """The forks that a case meets and of which several branches take longest alike."""
    return tuple(s for s in steps if (held := walked.blocks.get(s.id)) and held.tied and walked.all.get(s.id))


def _gaps(made: Figures) -> dict[str, tuple[Step, ...]]:
    """The steps that lack a duration: ``blank``, ``unwaited``, ``untouched`` and ``lost``."""
    unwaited, untouched = made.lacking("wait", "touch"), made.lacking("touch", "wait")
    return {"blank": made.blank, "unwaited": unwaited, "untouched": untouched, "lost": made.lost()}


def _open(steps: Sequence[Step], walked: Walk) -> dict[str, tuple[Step, ...]]:
    """Where more than one branch may be the longest: ``tied`` and ``varying``."""
    return {"tied": _tied(steps, walked), "varying": _varying(steps, walked)}


def _varying(steps: Sequence[Step], walked: Walk) -> tuple[Step, ...]:
    """The steps that send cases different ways within a branch of a fork they meet."""
    held = [block.fork for key, block in walked.blocks.items() if walked.all.get(key) and len(block.fork.branches) > 1]
    inside = {key for fork in held for branch in fork.branches for key in branch if key not in walked.blocks}
    ways = {key: [share for share in walked.rows.get(key, {}).values() if share > 0] for key in inside}
    return tuple(step for step in steps if len(ways.get(step.id, ())) > 1 and walked.all.get(step.id))


def _clock(steps: Sequence[Step], name: str, clock: Clock | None) -> tuple[Clock, tuple[str, ...]]:
    """The clock to speak in, and what tells the facts from others: the flow's name, and a clock that is not its own."""
    own = clock_of(steps)
    return (own, (name,)) if clock in (None, own) else (clock or own, (name, clock or own))


def _ways(steps: Sequence[Step]) -> tuple[tuple[Edge, ...], tuple[Edge, ...], tuple[str, ...]]:
    """Every way out, those of them that lead back, and the main path."""
    edges = edges_of(steps)
    loops = back_edges(steps, edges)
    return edges, loops, main_path(steps, likeliest(edges, loops), loops)


def _walked(
    steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge], hours: float, clock: Clock
) -> tuple[Walk, Basis]:
    """The visits on the basis that the shares allow; every way by the main path leads to an end."""
    spans = {
        s.id: (minutes_of(s.touch, s.touch_unit, hours, clock) or 0.0)
        + (minutes_of(s.wait, s.wait_unit, hours, clock) or 0.0)
        for s in steps
    }
    rows = expected_rows(steps, edges)
    expected = walk(steps, edges, loops, rows, spans.__getitem__) if rows is not None else None
    if expected is not None:
        return expected, "expected"
    main = walk(steps, edges, loops, main_rows(steps, likeliest(edges, loops), loops), spans.__getitem__)
    if main is None:
        raise AssertionError("a flow without its ways back ends")
    return main, "main"
