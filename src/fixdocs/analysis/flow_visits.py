"""How often a case meets each step: the flow as an absorbing Markov chain, its splits taken as one step each.

A split is solved from the inside out. Each branch is a chain of its own, from its first step to where the branches
meet; the split then passes on as one step does. Its longest branch is the one that takes longest on average, the
first of equals: the lead time is the expectation over the chain in which a split takes that branch alone. Where a
branch is certain, that is the longest; where it holds a decision or a loop, the expectation of the longest would be
somewhat longer, and the words say what was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod

from msgspec import Struct

from ..schema.choices import StepKind
from ..schema.survey import Step
from .flow_parallel import Edge, Fork, forks

Visits = Mapping[str, float]
Rows = Mapping[str, Mapping[str, float]]
"""The shares of a step's ways out, by target."""

_MANY = 1e6  # visits: a loop that hardly ever ends


class Block(Struct, frozen=True):
    """What one pass through a split meets: on all branches, on the longest, and where it goes on.

    ``sure`` tells of each branch whether it always leads to where the branches meet, ``tied`` that another branch
    takes as long as the longest.
    """

    fork: Fork
    all: Visits
    longest: Visits
    out: Visits
    sure: tuple[bool, ...]
    tied: bool


class Walk(Struct, frozen=True):
    """Visits of a case: over all branches, and along the longest alone."""

    all: Visits
    longest: Visits
    rows: Rows
    blocks: Mapping[str, Block]
    starts: Visits


def expected_rows(steps: Sequence[Step], edges: Sequence[Edge]) -> Rows | None:
    """The shares of every step's ways out, of each step made to sum to 1; None where one is missing."""
    split = {step.id for step in steps if step.kind is StepKind.FORK}
    rows: dict[str, dict[str, float]] = {}
    for edge in edges:
        if edge.source in split:
            continue
        if edge.share is None:
            return None
        row = rows.setdefault(edge.source, {})
        row[edge.target] = row.get(edge.target, 0.0) + edge.share
    if not all(sum(row.values()) > 0 for row in rows.values()):
        return None
    return {key: {to: share / sum(row.values()) for to, share in row.items()} for key, row in rows.items()}


def main_rows(steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge]) -> Rows:
    """Each step's first of ``edges`` that does not lead back, taken always."""
    split = {step.id for step in steps if step.kind is StepKind.FORK}
    rows: dict[str, dict[str, float]] = {}
    for edge in edges:
        if edge not in loops and edge.source not in split:
            rows.setdefault(edge.source, {edge.target: 1.0})
    return rows


def walk(
    steps: Sequence[Step], edges: Sequence[Edge], loops: Sequence[Edge], rows: Rows, stay: Callable[[str], float]
) -> Walk | None:
    """The visits of a case; ``stay`` is a step's minutes a visit. None where a loop never ends."""
    keys = [step.id for step in steps]
    begin = [step.id for step in steps if step.kind is StepKind.START] or keys[:1]
    starts = {key: 1.0 / len(begin) for key in begin}
    held = dict(rows)
    blocks: dict[str, Block] = {}
    # From the inside out: a split within a branch of another has fewer steps in its own branches.
    for fork in sorted(forks(steps, edges, loops), key=lambda f: (len(frozenset[str]().union(*f.branches)), f.key)):
        block = _block(fork, held, blocks, stay)
        if block is None:
            return None
        blocks[fork.key], held[fork.key] = block, block.out
    met = solve(keys, held, starts)
    if met is None:
        return None
    return Walk(_spread(met, blocks, "all"), _spread(met, blocks, "longest"), held, blocks, starts)


def _block(fork: Fork, rows: Rows, blocks: Mapping[str, Block], stay: Callable[[str], float]) -> Block | None:
    passes: list[Visits] = []
    alone: list[Visits] = []
    leaving: list[dict[str, float]] = []
    for first, branch in zip(fork.firsts, fork.branches):
        met = solve(sorted(branch), rows, {first: 1.0}) if branch else {}
        if met is None:
            return None
        passes.append(_spread(met, blocks, "all"))
        alone.append(_spread(met, blocks, "longest"))
        leaving.append(_leaving(first, branch, met, rows))
    lengths = [sum(stay(key) * n for key, n in visits.items()) for visits in alone]
    most = max(lengths, default=0.0)
    alike = [v for v, length in zip(alone, lengths) if length >= most - 1e-9 * max(1.0, most)]
    # A step that several branches share is met once: they meet before it.
    every = {key: max(v.get(key, 0.0) for v in passes) for visits in passes for key in visits}
    sure = tuple(abs(ways.get(fork.meeting or "", 0.0) - 1.0) < 1e-9 for ways in leaving)
    tied = most > 0 and len(alike) > 1
    return Block(fork, every, alike[0] if alike else {}, _onward(fork.meeting, leaving), sure, tied)


def _leaving(first: str, branch: frozenset[str], met: Visits, rows: Rows) -> dict[str, float]:
    """Where a branch leads to, with what probability; what is missing to 1 ends within it."""
    if not branch:
        return {first: 1.0}
    found: dict[str, float] = {}
    for key in sorted(branch):
        for target, share in rows.get(key, {}).items():
            if target not in branch:
                found[target] = found.get(target, 0.0) + met[key] * share
    return found


def _onward(meeting: str | None, leaving: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Where a split goes on: to the meeting if no branch leads elsewhere, else there or to an end, by probability.

    A branch that always ends by itself holds up no other.
    """
    led = [ways for ways in leaving if ways]
    together = prod(ways.get(meeting, 0.0) for ways in led) if meeting and led else 0.0
    elsewhere: dict[str, float] = {}
    for ways in led:
        for target, share in ways.items():
            if target != meeting:
                elsewhere[target] = elsewhere.get(target, 0.0) + share
    ended = sum(max(0.0, 1.0 - sum(ways.values())) for ways in led)
    parts = sum(elsewhere.values()) + ended
    found = {meeting: together} if meeting and together else {}
    if parts > 1e-12:
        found |= {target: (1.0 - together) * share / parts for target, share in elsewhere.items()}
    return found


def _spread(met: Visits, blocks: Mapping[str, Block], which: str) -> dict[str, float]:
    """Visits with those that each split met holds inside it."""
    found = dict(met)
    for key, n in met.items():
        if n and key in blocks:
            for inner, each in getattr(blocks[key], which).items():
                found[inner] = found.get(inner, 0.0) + n * each
    return found


def solve(keys: Sequence[str], rows: Rows, starts: Visits) -> dict[str, float] | None:
    """How often each of ``keys`` is met: v = e + Pᵀv, by elimination; None where a loop never ends."""
    at = {key: n for n, key in enumerate(keys)}
    size = len(keys)
    matrix = [[float(i == j) for j in range(size)] + [starts.get(keys[i], 0.0)] for i in range(size)]
    for key in keys:
        for target, share in rows.get(key, {}).items():
            if target in at:
                matrix[at[target]][at[key]] -= share
    solution = _eliminated(matrix)
    if solution is None or any(value < -1e-9 or value > _MANY for value in solution):
        return None
    return dict(zip(keys, (max(0.0, value) for value in solution)))


def _eliminated(matrix: list[list[float]]) -> list[float] | None:
    """Gauss elimination with partial pivoting on an augmented matrix, in place; None where it is singular."""
    size = len(matrix)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(matrix[row][column]))
        if abs(matrix[pivot][column]) < 1e-12:
            return None
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        for row in range(size):
            factor = matrix[row][column] / matrix[column][column] if row != column else 0.0
            if factor:
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[column])]
    return [matrix[row][size] / matrix[row][row] for row in range(size)]


def returns(held: Walk, keys: Sequence[str], source: str, target: str) -> tuple[float, float] | None:
    """The share of cases that take the way back at least once, and how often a case takes it on average.

    With m the mean from the start and g the mean of those who stand at ``target`` once more, the share is
    m ÷ (1 + g): whoever has gone back once is where everybody is who has. None where a split's other branches may
    lead elsewhere, so that its branches cannot be told one by one.
    """
    rows = dict(held.rows)
    for block in held.blocks.values():
        inside = [n for n, branch in enumerate(block.fork.branches) if source in branch]
        if not inside:
            continue
        if len(inside) > 1 or not all(sure for n, sure in enumerate(block.sure) if n not in inside):
            return None
        rows[block.fork.key] = {block.fork.firsts[inside[0]]: 1.0}
    share = rows.get(source, {}).get(target, 0.0)
    first, again = (solve(keys, rows, begin) for begin in (held.starts, {target: 1.0}))
    if first is None or again is None:
        return None
    mean = first[source] * share
    return mean / (1.0 + again[source] * share), mean


def merged(loops: Iterable[Edge]) -> tuple[tuple[str, str], ...]:
    """The ways back, each once, whatever results lead there."""
    return tuple(dict.fromkeys((edge.source, edge.target) for edge in loops))
