"""Analysed issues with their fishbones, chains and root causes, and how many of each there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..project import Project
from ..schema.choices import Control, Dimension, ReverseCheck, Verdict
from ..schema.improve import Cause, Chain, FiveW, Issue, RootCause
from .chain import IssueLink, Links, RootLink
from .facts import Count, Quantity, filled, tally
from .issues import IssueFindings
from .order import by_number


class CauseNode(Struct, frozen=True):
    """A cause with its sub-causes, by number."""

    cause: Cause
    children: tuple[CauseNode, ...]


class Counts(Struct, frozen=True):
    """How many causes there are, of an issue or in all, by their verdicts; a blank verdict is one to be verified."""

    total: Count
    confirmed: Count
    excluded: Count
    pending: Count

    def share(self, count: Count) -> Quantity:
        """The share of ``count`` among all causes."""
        fact = replace(count.fact, kind=f"{count.fact.kind}_share", unit="share", n=int(self.total))
        return Quantity(count / self.total, fact)


class ChainCounts(Struct, frozen=True):
    """How many chains read true in reverse, how many do not, how many were not read back."""

    total: Count
    passed: Count
    failed: Count
    unchecked: Count


class IssueCauses(Struct, frozen=True):
    """One analysed issue and everything found about where it comes from.

    ``bones`` holds the top causes of each dimension that has any. The link's ``core`` is False for an issue that was
    analysed although it is not core.
    """

    link: IssueLink
    frame: FiveW | None
    bones: tuple[tuple[Dimension, tuple[CauseNode, ...]], ...]
    causes: tuple[Cause, ...]
    chains: tuple[Chain, ...]

    @property
    def issue(self) -> Issue:
        """The issue."""
        return self.link.issue

    @property
    def core(self) -> bool:
        """Whether it is core."""
        return self.link.core

    @property
    def roots(self) -> tuple[RootCause, ...]:
        """Its root causes; how they stand says the link."""
        return tuple(link.root for link in self.link.roots)

    @property
    def counts(self) -> Counts:
        """Its causes by verdict."""
        return cause_counts(self.causes, self.issue.id)

    @property
    def chain_counts(self) -> ChainCounts:
        """Its chains by their check in reverse."""
        return chain_counts(self.chains, self.issue.id)

    @property
    def root_count(self) -> Count:
        """How many root causes it has."""
        return tally("causes.issue_roots", self.roots, "roots", ("issues",), (self.issue.id,))


class CauseFindings(Struct, frozen=True):
    """All analysed issues (core first) and the whole of causes, chains and root causes, each by number."""

    rated: IssueFindings
    links: Links
    issues: tuple[IssueCauses, ...]
    causes: tuple[Cause, ...]
    chains: tuple[Chain, ...]

    @property
    def core(self) -> tuple[IssueCauses, ...]:
        """The core issues."""
        return tuple(item for item in self.issues if item.core)

    @property
    def other(self) -> tuple[IssueCauses, ...]:
        """The issues that were analysed although they are not core; where nothing was, those that have a root cause."""
        rest = tuple(item for item in self.issues if not item.core)
        analysed = tuple(item for item in rest if item.causes or item.chains)
        return analysed if analysed or self.core else rest

    @property
    def cited(self) -> tuple[IssueCauses, ...]:
        """The further issues that root causes of others are cited for; nothing else is known of them."""
        told = {item.issue.id for item in (*self.core, *self.other)}
        return tuple(item for item in self.issues if item.issue.id not in told)

    @property
    def counts(self) -> Counts:
        """All causes by verdict."""
        return cause_counts(self.causes)

    @property
    def chain_counts(self) -> ChainCounts:
        """All chains by their check in reverse."""
        return chain_counts(self.chains)

    @property
    def other_count(self) -> Count:
        """How many issues that are not core were analysed."""
        rows = tuple(item.issue for item in self.other)
        return tally("causes.other_issues", rows, "issues", ("id",))

    def by_dimension(self) -> tuple[tuple[Dimension, Count], ...]:
        """The confirmed causes by dimension, in the order of the fishbone."""
        confirmed = [cause for cause in self.causes if cause.verdict is Verdict.CONFIRMED]
        held = ((d, [cause for cause in confirmed if cause.dimension is d]) for d in Dimension)
        columns = ("dimension", "verdict")
        return tuple((d, tally("causes.dimension", rows, "causes", columns, (d,))) for d, rows in held if rows)

    def roots_by_dimension(self) -> tuple[tuple[Dimension, Count], ...]:
        """The root causes by dimension, the most first; none where one has no dimension."""
        roots = [link.root for link in self.links.roots]
        if not all(root.dimension for root in roots):
            return ()
        held = ((d, [root for root in roots if root.dimension is d]) for d in Dimension)
        counts = [(d, _roots("root_dimension", rows, "dimension", d)) for d, rows in held if rows]
        return tuple(sorted(counts, key=lambda pair: -pair[1]))

    def control_count(self, control: Control | None) -> Count:
        """How many root causes are controllable to this degree; None: not stated."""
        rows = [link.root for link in self.controlled(control)]
        if control is None:
            return _roots("root_control_open", rows, "control")
        return _roots("root_control", rows, "control", control)

    def controlled(self, control: Control | None) -> tuple[RootLink, ...]:
        """The root causes of that controllability."""
        return tuple(link for link in self.links.roots if link.root.control is control)

    def measured(self) -> tuple[RootLink, ...]:
        """The root causes with a figure."""
        return tuple(link for link in self.links.roots if link.root.value is not None)


def root_value(root: RootCause) -> Quantity | None:
    """A root cause's figure, in the team's unit."""
    return filled(root, "value", word=root.unit or "")


def bearing(root: RootCause) -> Count:
    """How many issues a root cause bears on."""
    counted = _roots("root_issues", [root], "issues", root.id)
    return Count(len(root.issues), replace(counted.fact, n=len(root.issues)))


def _roots(kind: str, rows: Sequence[RootCause], column: str, *about: str) -> Count:
    return tally(f"causes.{kind}", rows, "roots", (column,), about)


def cause_counts(causes: Sequence[Cause], *about: str) -> Counts:
    """Causes by verdict."""

    def count(kind: str, *verdicts: Verdict | None) -> Count:
        rows = [cause for cause in causes if cause.verdict in verdicts]
        return tally(f"causes.{kind}", rows, "causes", ("verdict",), about)

    return Counts(
        tally("causes.all", causes, "causes", ("id",), about),
        count("confirmed", Verdict.CONFIRMED),
        count("excluded", Verdict.EXCLUDED),
        count("pending", Verdict.PENDING, None),
    )


def chain_counts(chains: Sequence[Chain], *about: str) -> ChainCounts:
    """Chains by their check in reverse."""

    def count(kind: str, result: ReverseCheck | None) -> Count:
        rows = [chain for chain in chains if chain.reverse is result]
        return tally(f"causes.chains_{kind}", rows, "chains", ("reverse",), about)

    return ChainCounts(
        tally("causes.chains", chains, "chains", ("id",), about),
        count("passed", ReverseCheck.PASSED),
        count("failed", ReverseCheck.FAILED),
        count("unchecked", None),
    )


def of_project(project: Project, rated: IssueFindings | None, links: Links) -> CauseFindings | None:
    """Gather what is known of each issue; None where neither causes, chains nor root causes exist."""
    causes, chains = by_number(project.causes), by_number(project.chains)
    if rated is None or not (causes or chains or links.roots):
        return None
    named = (
        {c.issue for c in causes}
        | {c.issue for c in chains}
        | {key for link in links.roots for key in link.root.issues}
    )
    items = (link for link in links.issues if link.core or link.issue.id in named)
    gathered = tuple(_gather(link, project.five_w, causes, chains) for link in items)
    return CauseFindings(rated, links, gathered, causes, chains)


def _gather(link: IssueLink, frames: Iterable[FiveW], causes: Sequence[Cause], chains: Sequence[Chain]) -> IssueCauses:
    key = link.issue.id
    mine = tuple(cause for cause in causes if cause.issue == key)
    frame = next((frame for frame in frames if frame.issue == key), None)
    return IssueCauses(link, frame, bones(mine), mine, tuple(chain for chain in chains if chain.issue == key))


def bones(causes: Sequence[Cause]) -> tuple[tuple[Dimension, tuple[CauseNode, ...]], ...]:
    """The trees of causes on each dimension that has any."""
    keys = {c.id for c in causes}
    tops = [c for c in causes if c.parent is None or c.parent not in keys]
    found = [(d, tuple(_node(c, causes, 0) for c in tops if c.dimension is d)) for d in Dimension]
    return tuple(pair for pair in found if pair[1])


def _node(cause: Cause, causes: Sequence[Cause], depth: int) -> CauseNode:
    children = [c for c in causes if c.parent == cause.id] if depth < 3 else []
    return CauseNode(cause, tuple(_node(child, causes, depth + 1) for child in children))


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same but for case, blanks and punctuation."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def foreign(issue: str, rows: Iterable[Cause | Chain], keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those of ``keys`` (of ``rows``) that belong to another issue, by that issue."""
    held: dict[str, tuple[str, ...]] = {}
    of = {row.id: row.issue for row in rows}
    for key in keys:
        if of.get(key, issue) != issue:
            held[of[key]] = (*held.get(of[key], ()), key)
    return held
