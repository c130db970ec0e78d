"""Issues by class and quadrant, and which of them are core."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ..project import Project
from ..schema.choices import IssueClass, Treatment, YesNo
from ..schema.improve import Issue
from .facts import Cells, Count, Fact, Quantity, fact_of, filled, tally
from .order import number

_RATING = ("impact", "frequency", "core_override")


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
    value: Count
    core: bool
    overridden: bool

    @property
    def impact(self) -> Quantity | None:
        """The impact as the team rated it, 1 to 5."""
        return filled(self.issue, "impact")

    @property
    def frequency(self) -> Quantity | None:
        """The frequency as the team rated it, 1 to 5."""
        return filled(self.issue, "frequency")


class ClassCount(Struct, frozen=True):
    """A class of issues: how many it holds, how many of them are core, and its share of all."""

    kind: str
    count: Count
    core: Count
    share: Quantity


class IssueFindings(Struct, frozen=True):
    """All issues in order of priority, and the groups the reports speak of.

    ``nearest`` are the issues closest to the core quadrant, where none lies in it: the least sum of what is missing
    to both thresholds. ``high_impact`` and ``high_frequency`` carry their cells where the form gives them.
    """

    rated: tuple[RatedIssue, ...]
    core: tuple[RatedIssue, ...]
    by_class: tuple[ClassCount, ...]  # the largest first
    by_quadrant: tuple[tuple[Quadrant, tuple[RatedIssue, ...]], ...]
    untreated: tuple[RatedIssue, ...]
    nearest: tuple[RatedIssue, ...]
    high_impact: float
    high_frequency: float

    @property
    def count(self) -> Count:
        """How many issues there are."""
        return tally("issues.all", [item.issue for item in self.rated], "issues", ("id",))

    @property
    def core_count(self) -> Count:
        """How many of them are core."""
        counted = counted_by("core", self.core, _RATING)
        return _with(counted, self.high_impact, self.high_frequency)

    @property
    def core_share(self) -> Quantity:
        """The core issues' share of all."""
        core, count = self.core_count, self.count
        return Quantity(core / count, replace(core.fact, kind="issues.core_share", unit="share", n=int(count)))

    def within(self, where: Quadrant) -> tuple[RatedIssue, ...]:
        """The issues in a quadrant, whatever a person decided."""
        return dict(self.by_quadrant)[where]

    def quadrant_count(self, where: Quadrant) -> Count:
        """How many issues lie in a quadrant."""
        counted = counted_by("quadrant", self.within(where), ("impact", "frequency"), (where,))
        return _with(counted, self.high_impact, self.high_frequency)


def counted_by(kind: str, items: Sequence[RatedIssue], columns: tuple[str, ...], about: tuple[str, ...] = ()) -> Count:
    """How many issues there are of a kind ``issues.<kind>``, told by ``columns``."""
    return tally(f"issues.{kind}", [item.issue for item in items], "issues", columns, about)


def _with(counted: Count, *values: float) -> Count:
    """A count that rests on further facts, too."""
    more = tuple(cells for value in values if (fact := fact_of(value)) for cells in fact.sources)
    return Count(counted, replace(counted.fact, sources=(*counted.fact.sources, *more)))


def quadrant(impact: int, frequency: int, high_impact: float = 4, high_frequency: float = 4) -> Quadrant:
    """The quadrant of a rating 1–5 × 1–5; a value on the threshold counts as high."""
    if impact >= high_impact:
        return Quadrant.CORE if frequency >= high_frequency else Quadrant.MAJOR
    return Quadrant.QUICK if frequency >= high_frequency else Quadrant.WATCH


def of_project(project: Project) -> IssueFindings | None:
    """The project's issues by the thresholds of its form (高影响阈值, 高频率阈值), 4 and 4 where it is missing."""
    info = project.info
    limits = [filled(info, name) if info else None for name in ("high_impact", "high_frequency")]
    return analyse(project.issues, *(4 if limit is None else limit for limit in limits))


def analyse(issues: Sequence[Issue], high_impact: float = 4, high_frequency: float = 4) -> IssueFindings | None:
    """Rate and order the issues; None where there is none."""
    if not issues:
        return None
    rated = [_rate(issue, high_impact, high_frequency) for issue in issues]
    order = list(Quadrant)
    # Core issues lead whatever their quadrant; within a quadrant by the product, then by impact, then by number.
    rated.sort(key=lambda r: (not r.core, order.index(r.quadrant), -r.value, -r.issue.impact, number(r.issue.id)))
    core = tuple(r for r in rated if r.core)
    return IssueFindings(
        rated=tuple(rated),
        core=core,
        by_class=_by_class(rated),
        by_quadrant=tuple((q, tuple(r for r in rated if r.quadrant is q)) for q in order),
        untreated=tuple(r for r in rated if r.issue.treatment in (Treatment.DEFERRED, Treatment.NONE)),
        nearest=_nearest(rated, high_impact, high_frequency),
        high_impact=high_impact,
        high_frequency=high_frequency,
    )


def _rate(issue: Issue, high_impact: float, high_frequency: float) -> RatedIssue:
    where = quadrant(issue.impact, issue.frequency, high_impact, high_frequency)
    by_matrix = where is Quadrant.CORE
    core = by_matrix if issue.core_override is None else issue.core_override is YesNo.YES
    cells = Cells("issues", ("impact", "frequency"), (issue,))
    value = Count(issue.impact * issue.frequency, Fact("issues.value", (issue.id,), (cells,), unit="count"))
    return RatedIssue(issue, where, value, core, core != by_matrix)


def _by_class(rated: Sequence[RatedIssue]) -> tuple[ClassCount, ...]:
    standard = [each.value for each in IssueClass]
    kinds = {item.issue.kind for item in rated}
    ordered = sorted(kinds, key=lambda k: (standard.index(k) if k in standard else len(standard), k))
    rows = [_class(kind, rated) for kind in ordered]
    return tuple(sorted(rows, key=lambda row: -row.count))


def _class(kind: str, rated: Sequence[RatedIssue]) -> ClassCount:
    mine = [item for item in rated if item.issue.kind == kind]
    core = [item for item in mine if item.core]
    about = (IssueClass(kind) if kind in set(IssueClass) else kind,)
    count = counted_by("class", mine, ("kind",), about)
    return ClassCount(
        kind,
        count,
        counted_by("class_core", core, ("kind", *_RATING), about),
        Quantity(count / len(rated), replace(count.fact, kind="issues.class_share", unit="share", n=len(rated))),
    )


def _nearest(rated: Sequence[RatedIssue], high_impact: float, high_frequency: float) -> tuple[RatedIssue, ...]:
    def distance(item: RatedIssue) -> float:
        return max(0, high_impact - item.issue.impact) + max(0, high_frequency - item.issue.frequency)

    least = min(map(distance, rated))
    return tuple(item for item in rated if distance(item) == least) if least else ()
