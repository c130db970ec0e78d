"""The order in which a flow meets its steps: told by its ways out, never by the rows they stand in.

Steps on different branches have no order between them. Where two flows are held against each other, such steps are
taken in the other flow's order: only what one flow must meet before and the other after counts as rearranged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from ..schema.choices import StepKind
from ..schema.improve import ToBeStep
from ..schema.survey import Step
from .flow import edges_of
from .flow_ways import ahead_of, back_edges, reach


def rearranged(
    before: Sequence[Step], after: Sequence[ToBeStep], sources: Mapping[str, tuple[Step, ...]]
) -> frozenset[str]:
    """The to-be steps that lie off the longest order common to both flows; ``sources`` are their old steps.

    A step that comes from several stands where the first of them stood.
    """
    old, new = _Order(before), _Order(after)
    first = {key: min((s.id for s in held), key=old.at.__getitem__) for key, held in sources.items() if held}
    matched = sorted(first, key=new.at.__getitem__)
    now = _lined(matched, lambda one, two: two in new.ahead[one], lambda key: (old.at[first[key]], new.at[key]))
    turn = {key: n for n, key in enumerate(now)}
    was = _lined(matched, lambda one, two: first[two] in old.ahead[first[one]], turn.__getitem__)
    place = {key: n for n, key in enumerate(was)}
    places = {old_key: min(place[key] for key in matched if first[key] == old_key) for old_key in first.values()}
    return frozenset(now) - _longest_run([(key, places[first[key]]) for key in now])


class _Order:
    """A flow's steps: ``at`` their turn on a walk from the start, ``ahead`` what each leads to without a way back."""

    def __init__(self, steps: Sequence[Step]) -> None:
        edges = edges_of(steps)
        loops = set(back_edges(steps, edges))
        out = ahead_of(edge for edge in edges if edge not in loops)
        starts = [s.id for s in steps if s.kind is StepKind.START]
        self.at = {key: n for n, key in enumerate(_walked([*starts, *(s.id for s in steps)], out))}
        self.ahead = {s.id: reach(out.get(s.id, ()), out) for s in steps}


def _walked(roots: Sequence[str], out: Mapping[str, Sequence[str]]) -> list[str]:
    """The steps from each root on, a step after all that lead to it, branches as the ways out stand."""
    seen: set[str] = set()
    walked: list[str] = []
    for root in roots:
        done: list[str] = []
        stack = [(root, False)]
        while stack:
            key, left = stack.pop()
            if left:
                done.append(key)
            elif key not in seen:
                seen.add(key)
                stack += [(key, True), *((ahead, False) for ahead in out.get(key, ()))]
        walked += reversed(done)
    return walked


def _lined(keys: Sequence[str], leads: Callable[[str, str], bool], rank: Callable[[str], object]) -> list[str]:
    """``keys`` in a line that keeps what leads to what; of those that are free, the lowest rank goes first."""
    left = list(keys)
    line: list[str] = []
    while left:
        free = [key for key in left if not any(leads(other, key) for other in left if other != key)]
        line.append(min(free or left, key=rank))  # type: ignore[type-var, arg-type] # ranks are of one kind
        left.remove(line[-1])
    return line


def _longest_run(matched: Sequence[tuple[str, int]]) -> frozenset[str]:
    """The keys on the longest run whose positions never fall."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for n, (_, position) in enumerate(matched):
        k = bisect_right(tails, position)
        previous.append(ends[k - 1] if k else None)
        tails[k : k + 1], ends[k : k + 1] = [position], [n]
    kept: set[str] = set()
    cursor = ends[-1] if ends else None
    while cursor is not None:
        kept.add(matched[cursor][0])
        cursor = previous[cursor]
    return frozenset(kept)
