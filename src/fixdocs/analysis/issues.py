"""Issues by class and quadrant, and which of them are core."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from ..project import Project
from ..schema.choices import Treatment, YesNo
from ..schema.improve import Issue


class Quadrant(StrEnum):
    """The four fields of the priority matrix; a value on the line counts as high."""

    CORE = "core"  # high impact, high frequency: 立即解决
    MAJOR = "major"  # high impact, low frequency: 重点规划
    QUICK = "quick"  # low impact, high frequency: 快速改善
    WATCH = "watch"  # low, low: 持续观察


class RatedIssue(Struct, frozen=True):
    """An issue with its place in the matrix.

    ``value`` is impact × frequency and ranks within a quadrant only (products of ordinal scales lose information:
    Cox 2008). ``core`` is the quadrant's verdict unless a person overrode it, which ``overridden`` tells.
    """

    issue: Issue
    quadrant: Quadrant
    value: int
    core: bool
    overridden: bool


class IssueFindings(Struct, frozen=True):
    """All issues in order of priority, and the groups the reports speak of.

    ``nearest`` are the issues closest to the core quadrant, named where no issue is core.
    """

    rated: tuple[RatedIssue, ...]
    core: tuple[RatedIssue, ...]
    by_class: tuple[tuple[str, int, int], ...]  # class, issues, core issues
    by_quadrant: tuple[tuple[Quadrant, tuple[RatedIssue, ...]], ...]
    untreated: tuple[RatedIssue, ...]
    nearest: tuple[RatedIssue, ...]
    high_impact: int
    high_frequency: int


def quadrant(impact: int, frequency: int, high_impact: int = 4, high_frequency: int = 4) -> Quadrant:
    """The quadrant of a rating 1–5 × 1–5; a value on the threshold counts as high."""
    if impact >= high_impact:
        return Quadrant.CORE if frequency >= high_frequency else Quadrant.MAJOR
    return Quadrant.QUICK if frequency >= high_frequency else Quadrant.WATCH


def of_project(project: Project) -> IssueFindings | None:
    """The project's issues by the thresholds of its form (高影响阈值, 高频率阈值), 4 and 4 where it is missing."""
    info = project.info
    return analyse(project.issues, *((info.high_impact, info.high_frequency) if info else (4, 4)))


def analyse(issues: Sequence[Issue], high_impact: int = 4, high_frequency: int = 4) -> IssueFindings | None:
    """Rate and order the issues; None where there is none."""
    if not issues:
        return None
    rated = [_rate(issue, high_impact, high_frequency) for issue in issues]
    order = list(Quadrant)
    # Core issues lead whatever their quadrant; within a quadrant by the product, then by impact.
    rated.sort(key=lambda r: (not r.core, order.index(r.quadrant), -r.value, -r.issue.impact))
    core = tuple(r for r in rated if r.core)
    return IssueFindings(
        rated=tuple(rated),
        core=core,
        by_class=_by_class(issues, core),
        by_quadrant=tuple((q, tuple(r for r in rated if r.quadrant is q)) for q in order),
        untreated=tuple(r for r in rated if r.issue.treatment in (Treatment.DEFERRED, Treatment.NONE)),
        nearest=() if core else _nearest(rated, high_impact, high_frequency),
        high_impact=high_impact,
        high_frequency=high_frequency,
    )


def _rate(issue: Issue, high_impact: int, high_frequency: int) -> RatedIssue:
    where = quadrant(issue.impact, issue.frequency, high_impact, high_frequency)
    by_matrix = where is Quadrant.CORE
    core = by_matrix if issue.core_override is None else issue.core_override is YesNo.YES
    return RatedIssue(issue, where, issue.impact * issue.frequency, core, core != by_matrix)


def _by_class(issues: Sequence[Issue], core: Sequence[RatedIssue]) -> tuple[tuple[str, int, int], ...]:
    kinds = dict.fromkeys(issue.kind for issue in issues)
    rows = [(k, sum(i.kind == k for i in issues), sum(r.issue.kind == k for r in core)) for k in kinds]
    return tuple(sorted(rows, key=lambda row: -row[1]))


def _nearest(rated: Sequence[RatedIssue], high_impact: int, high_frequency: int) -> tuple[RatedIssue, ...]:
    def distance(item: RatedIssue) -> int:
        return max(0, high_impact - item.issue.impact) + max(0, high_frequency - item.issue.frequency)

    least = min(map(distance, rated))
    return tuple(item for item in rated if distance(item) == least)
