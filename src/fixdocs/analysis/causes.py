"""Core issues with their fishbones, chains and root causes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..schema.choices import Dimension, ReverseCheck, Verdict
from ..schema.improve import Cause, Chain, FiveW, Issue, RootCause
from .issues import IssueFindings


class CauseNode(Struct, frozen=True):
    """A cause with its sub-causes, in the order of the sheet."""

    cause: Cause
    children: tuple[CauseNode, ...]


class IssueCauses(Struct, frozen=True):
    """One core issue and everything found about where it comes from.

    ``bones`` holds the top causes of each dimension that has any. ``core`` is False for an issue that was analysed
    although it is not core.
    """

    issue: Issue
    core: bool
    frame: FiveW | None
    bones: tuple[tuple[Dimension, tuple[CauseNode, ...]], ...]
    causes: tuple[Cause, ...]
    chains: tuple[Chain, ...]
    roots: tuple[RootCause, ...]

    def verdicts(self, verdict: Verdict | None) -> int:
        """How many causes have ``verdict``; None counts the unmarked ones."""
        return sum(cause.verdict is verdict for cause in self.causes)


class RootBasis(Struct, frozen=True):
    """What a root cause stands on: the sources that hold, and those that do not (or not yet).

    A cause holds where it is confirmed; a chain where it reads true in reverse and the cause it starts from, if
    any, is not open or excluded.
    """

    root: RootCause
    sound: tuple[str, ...]
    doubtful: tuple[str, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the root cause is confirmed: it has a source that holds, and none that does not. Else 待验证."""
        return bool(self.sound) and not self.doubtful


class CauseFindings(Struct, frozen=True):
    """All analysed issues (core first), the roots, and what is still open.

    ``pending`` are causes to be verified (marked so, or without any verdict). ``failed_chains`` do not read true in
    reverse; ``unchecked_chains`` were not read back. ``by_dimension`` counts confirmed causes.
    """

    issues: tuple[IssueCauses, ...]
    roots: tuple[RootCause, ...]
    pending: tuple[Cause, ...]
    failed_chains: tuple[Chain, ...]
    unchecked_chains: tuple[Chain, ...]
    by_dimension: tuple[tuple[Dimension, int], ...]
    verdicts: tuple[int, int, int]  # confirmed, excluded, pending
    bases: tuple[RootBasis, ...]  # one a root, in the same order


def analyse(
    rated: IssueFindings | None,
    frames: Sequence[FiveW],
    causes: Sequence[Cause],
    chains: Sequence[Chain],
    roots: Sequence[RootCause],
) -> CauseFindings | None:
    """Gather what is known of each issue; None where neither causes, chains nor roots exist."""
    if rated is None or not (causes or chains or roots):
        return None
    named = {c.issue for c in causes} | {c.issue for c in chains} | {k for r in roots for k in r.issues}
    items = [r for r in rated.rated if r.core or r.issue.id in named]
    gathered = tuple(_gather(r.issue, r.core, frames, causes, chains, roots) for r in items)
    pending = tuple(c for c in causes if c.verdict in (None, Verdict.PENDING))
    confirmed = [c for c in causes if c.verdict is Verdict.CONFIRMED]
    counts = [(d, sum(c.dimension is d for c in confirmed)) for d in Dimension]
    return CauseFindings(
        issues=gathered,
        roots=tuple(roots),
        pending=pending,
        failed_chains=tuple(c for c in chains if c.reverse is ReverseCheck.FAILED),
        unchecked_chains=tuple(c for c in chains if c.reverse is None),
        by_dimension=tuple(pair for pair in counts if pair[1]),
        verdicts=(len(confirmed), sum(c.verdict is Verdict.EXCLUDED for c in causes), len(pending)),
        bases=tuple(basis(root, causes, chains) for root in roots),
    )


def basis(root: RootCause, causes: Sequence[Cause], chains: Sequence[Chain]) -> RootBasis:
    """Which sources of ``root`` hold; a source that leads nowhere (the check reports it) is in neither group."""
    verdicts = {c.id: c.verdict for c in causes}
    held = {key: verdict is Verdict.CONFIRMED for key, verdict in verdicts.items()}
    for chain in chains:
        started = chain.start not in verdicts or held[chain.start]
        held[chain.id] = chain.reverse is ReverseCheck.PASSED and started
    known = [key for key in root.sources if key in held]
    return RootBasis(root, tuple(k for k in known if held[k]), tuple(k for k in known if not held[k]))


def _gather(
    issue: Issue,
    core: bool,
    frames: Sequence[FiveW],
    causes: Sequence[Cause],
    chains: Sequence[Chain],
    roots: Sequence[RootCause],
) -> IssueCauses:
    mine = tuple(c for c in causes if c.issue == issue.id)
    return IssueCauses(
        issue=issue,
        core=core,
        frame=next((f for f in frames if f.issue == issue.id), None),
        bones=bones(mine),
        causes=mine,
        chains=tuple(c for c in chains if c.issue == issue.id),
        roots=tuple(r for r in roots if issue.id in r.issues),
    )


def bones(causes: Sequence[Cause]) -> tuple[tuple[Dimension, tuple[CauseNode, ...]], ...]:
    """The trees of causes on each dimension that has any."""
    keys = {c.id for c in causes}
    tops = [c for c in causes if c.parent is None or c.parent not in keys]
    found = [(d, tuple(_node(c, causes, 0) for c in tops if c.dimension is d)) for d in Dimension]
    return tuple(pair for pair in found if pair[1])


def _node(cause: Cause, causes: Sequence[Cause], depth: int) -> CauseNode:
    children = [c for c in causes if c.parent == cause.id] if depth < 3 else []
    return CauseNode(cause, tuple(_node(child, causes, depth + 1) for child in children))
