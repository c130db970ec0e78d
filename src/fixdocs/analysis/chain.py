"""The chain from evidence to choice: issue → root cause → measure → alternative, and what each link still owes.

One object (:func:`of_project`) says how every link stands. Rules, summaries, trace and coverage all ask it, so that a
root cause that is not verified, or a measure that failed, is that wherever it is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..project import Project
from ..schema.choices import Adoption, IssueStatus, ReverseCheck, Treatment, Trial, Verdict
from ..schema.improve import Alternative, Cause, Chain, Issue, Measure, Reviewer, RootCause, Score
from . import issues
from .facts import Cells, Count, tally
from .order import by_number

Link = Literal["evidence", "root", "measure", "alternative", "score"]
Counted = Literal["roots", "confirmed", "unverified", "answered", "uncovered"]
LINKS: tuple[Link, ...] = ("evidence", "root", "measure", "alternative", "score")


class Standing(StrEnum):
    """How a measure stands to the root causes it names; a root cause takes the best of its measures'."""

    ANSWERS = "answers"  # adopted, and not failed in trial
    PROPOSED = "proposed"  # adoption blank or 待定, and not failed in trial
    FAILED = "failed"  # in trial, whatever was decided
    REJECTED = "rejected"  # 不采纳
    NONE = "none"  # of a root cause: no measure names it


class Doubt(StrEnum):
    """Why a source of a root cause does not hold."""

    PENDING = "pending"  # a cause that is still to be verified
    EXCLUDED = "excluded"  # a cause that is excluded
    FAILED = "failed"  # a chain that does not read true in reverse
    UNCHECKED = "unchecked"  # a chain that was not read back
    START = "start"  # a chain that reads true, from a cause that is not confirmed


class RootBasis(Struct, frozen=True):
    """What a root cause stands on: the sources that hold, and those that do not (or not yet).

    A cause holds where it is confirmed; a chain where it reads true in reverse and the cause it starts from, if
    any, is confirmed.
    """

    root: RootCause
    sound: tuple[str, ...]
    doubts: tuple[tuple[str, Doubt], ...]

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The sources that do not hold."""
        return tuple(key for key, _ in self.doubts)

    @property
    def confirmed(self) -> bool:
        """Whether the root cause is confirmed: it has a source that holds, and none that does not. Else 待验证."""
        return bool(self.sound) and not self.doubtful


class MeasureLink(Struct, frozen=True):
    """A measure, how it stands, and the alternatives it is part of."""

    measure: Measure
    standing: Standing
    alternatives: tuple[Alternative, ...]


class Borrowed(Struct, frozen=True):
    """A root cause cited for ``issue`` though its ``source`` (a cause or a chain) comes from the analysis of ``of``."""

    issue: str
    source: str
    of: str


class RootLink(Struct, frozen=True):
    """A root cause: what it stands on, and the measures that name it.

    ``standing`` is the best of its measures' (:class:`Standing`): only ``ANSWERS`` covers it. ``borrowed`` are those
    of its issues that none of its sources comes from, each with the first source and the issue that one is about.
    """

    root: RootCause
    basis: RootBasis
    measures: tuple[MeasureLink, ...]
    standing: Standing
    borrowed: tuple[Borrowed, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the root cause is confirmed; else it is 待验证 wherever it is named."""
        return self.basis.confirmed

    @property
    def answered(self) -> bool:
        """Whether a measure covers it that is adopted and has not failed."""
        return self.standing is Standing.ANSWERS


class IssueLink(Struct, frozen=True):
    """An issue and its root causes."""

    issue: Issue
    core: bool
    roots: tuple[RootLink, ...]

    @property
    def planned(self) -> bool:
        """Whether the issue is still to be solved in this round (立即处理, 列入方案, not 已关闭)."""
        to_do = self.issue.treatment in (Treatment.NOW, Treatment.PLANNED)
        return to_do and self.issue.status is not IssueStatus.CLOSED

    @property
    def confirmed(self) -> bool:
        """Whether the issue has a root cause and all of them are confirmed."""
        return bool(self.roots) and all(link.confirmed for link in self.roots)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that name one of its root causes, each once."""
        return tuple({m.measure.id: m.measure for link in self.roots for m in link.measures}.values())


class RootKeys(tuple[RootLink, ...]):
    """Root causes that a sentence names by their numbers, each with its standing."""

    __slots__ = ()


class Links(Struct, frozen=True):
    """The whole chain of a project: issues by priority, root causes and measures by number.

    ``decided`` tells that the adoption of some measure is filled: before it, measures are proposed and nothing is
    covered yet.
    """

    issues: tuple[IssueLink, ...]
    roots: tuple[RootLink, ...]
    measures: tuple[MeasureLink, ...]
    decided: bool

    def root(self, key: str) -> RootLink | None:
        """The root cause ``key``."""
        return next((link for link in self.roots if link.root.id == key), None)

    @property
    def confirmed(self) -> tuple[RootCause, ...]:
        """The root causes that are confirmed."""
        return tuple(link.root for link in self.roots if link.confirmed)

    @property
    def unverified(self) -> tuple[RootCause, ...]:
        """The root causes that are 待验证."""
        return tuple(link.root for link in self.roots if not link.confirmed)

    def standing(self, *standings: Standing) -> tuple[RootCause, ...]:
        """The root causes whose measures stand so."""
        return tuple(link.root for link in self.roots if link.standing in standings)

    @property
    def uncovered(self) -> tuple[RootCause, ...]:
        """The root causes that nothing covers: no measure, or only such as failed or were not adopted."""
        return tuple(link.root for link in self.roots if not link.answered)

    def count(self, kind: Counted) -> Count:
        """How many root causes there are of a kind, as the one fact that all reports print."""
        held = {
            "roots": tuple(link.root for link in self.roots),
            "confirmed": self.confirmed,
            "unverified": self.unverified,
            "answered": self.standing(Standing.ANSWERS),
            "uncovered": self.uncovered,
        }[kind]
        columns = {"roots": ("id",), "confirmed": ("sources",), "unverified": ("sources",)}.get(kind, ("id",))
        counted = tally(f"chain.{kind}", held, "roots", columns)
        return Count(counted, replace(counted.fact, sources=(*counted.fact.sources, *_told_by(kind, self))))


def _told_by(kind: Counted, links: Links) -> tuple[Cells, ...]:
    """The further cells that tell how root causes stand: verdicts and checks in reverse, or adoption and trials."""
    if kind in ("confirmed", "unverified"):
        return (Cells("causes", ("verdict",)), Cells("chains", ("reverse",)))
    if kind in ("answered", "uncovered") and links.measures:
        return (Cells("measures", ("roots", "adoption", "trial")),)
    return ()


def of_project(project: Project, rated: issues.IssueFindings | None = None) -> Links:
    """The chain of ``project`` as it stands; ``rated`` are its issues, where they are rated."""
    rated = rated or issues.of_project(project)
    measures = tuple(MeasureLink(m, measured(m), _holders(m, project)) for m in by_number(project.measures))
    roots = tuple(_root(root, measures, project) for root in by_number(project.roots))
    held = tuple(
        IssueLink(item.issue, item.core, tuple(link for link in roots if item.issue.id in link.root.issues))
        for item in (rated.rated if rated else ())
    )
    return Links(held, roots, measures, any(m.adoption is not None for m in project.measures))


def measured(measure: Measure) -> Standing:
    """How a measure stands by itself."""
    if measure.adoption is Adoption.REJECTED:
        return Standing.REJECTED
    if measure.trial is Trial.FAILED:
        return Standing.FAILED
    return Standing.ANSWERS if measure.adoption is Adoption.ADOPTED else Standing.PROPOSED


def basis(root: RootCause, causes: Sequence[Cause], chains: Sequence[Chain]) -> RootBasis:
    """Which sources of ``root`` hold; a source that leads nowhere (the check reports it) is in neither group."""
    found = {cause.id: _cause_doubt(cause) for cause in causes}
    found |= {chain.id: _chain_doubt(chain, found) for chain in chains}
    known = [(key, found[key]) for key in root.sources if key in found]
    sound = tuple(key for key, doubt in known if doubt is None)
    return RootBasis(root, sound, tuple((key, doubt) for key, doubt in known if doubt))


def _cause_doubt(cause: Cause) -> Doubt | None:
    if cause.verdict is Verdict.CONFIRMED:
        return None
    return Doubt.EXCLUDED if cause.verdict is Verdict.EXCLUDED else Doubt.PENDING


def _chain_doubt(chain: Chain, causes: Mapping[str, Doubt | None]) -> Doubt | None:
    if chain.reverse is not ReverseCheck.PASSED:
        return Doubt.FAILED if chain.reverse else Doubt.UNCHECKED
    return Doubt.START if chain.start and causes.get(chain.start) else None


def _holders(measure: Measure, project: Project) -> tuple[Alternative, ...]:
    return tuple(a for a in project.alternatives if measure.id in a.measures)


def _root(root: RootCause, measures: Sequence[MeasureLink], project: Project) -> RootLink:
    mine = tuple(link for link in measures if root.id in link.measure.roots)
    standings = {link.standing for link in mine}
    best = next((each for each in Standing if each in standings), Standing.NONE)
    return RootLink(root, basis(root, project.causes, project.chains), mine, best, _borrowed(root, project))


def _borrowed(root: RootCause, project: Project) -> tuple[Borrowed, ...]:
    """The issues that ``root`` is cited for from another's analysis; where no source can be found nothing is said."""
    of = {c.id: c.issue for c in project.causes} | {c.id: c.issue for c in project.chains}
    known = [(key, of[key]) for key in root.sources if key in of]
    own = {issue for _, issue in known}
    return tuple(Borrowed(key, *known[0]) for key in root.issues if known and key not in own)


class Gap(Struct, frozen=True):
    """What a link lacks: the keys on its near side that nothing answers yet, and the workbook that should."""

    link: Link
    workbook: int
    keys: tuple[str, ...]


class Unscored(Struct, frozen=True):
    """What a reviewer who takes part owes an alternative: the criteria without a score. No row at all: ``score`` None.

    An abstention is written (``None``): a blank cell is a gap, as a missing row is.
    """

    reviewer: Reviewer
    alternative: Alternative
    score: Score | None
    criteria: tuple[str, ...]


def sourceless(found: Sequence[Issue]) -> tuple[Issue, ...]:
    """Issues that name no source."""
    return tuple(issue for issue in found if not issue.evidence)


def core_issues(project: Project) -> tuple[Issue, ...]:
    """The core issues, by the form's thresholds."""
    rated = issues.of_project(project)
    return tuple(item.issue for item in rated.core) if rated else ()


def unanswered(roots: Sequence[RootCause], measures: Sequence[Measure]) -> tuple[RootCause, ...]:
    """Root causes that no measure names at all; what covers them says :attr:`Links.uncovered`."""
    answered = {key for measure in measures for key in measure.roots}
    return tuple(root for root in roots if root.id not in answered)


def unused(measures: Sequence[Measure], alternatives: Sequence[Alternative]) -> tuple[Measure, ...]:
    """Adopted measures that stand in no alternative."""
    used = {key for alternative in alternatives for key in alternative.measures}
    return tuple(m for m in measures if m.adoption is Adoption.ADOPTED and m.id not in used)


def unscored(project: Project) -> Iterator[Unscored]:
    """Each reviewer who takes part and alternative with a score missing, in the order of the sheets."""
    given: dict[tuple[str, str], Score] = {}
    for row in project.scores:
        given.setdefault((row.reviewer, row.alternative), row)
    for reviewer in project.reviewers:
        if not reviewer.takes_part:
            continue
        for alternative in project.alternatives:
            score = given.get((reviewer.id, alternative.id))
            names = tuple(c.name for c in project.criteria if score is None or c.name not in score.values)
            if score is None or names:
                yield Unscored(reviewer, alternative, score, names)


def gaps(project: Project) -> tuple[Gap, ...]:
    """The open gaps, whether or not the step that should close them has begun; links without a gap are left out.

    An issue without a source; a core issue without a root cause; a root cause without a measure; an adopted measure
    in no alternative; a reviewer who takes part and an alternative without any score. The rules ask the functions
    above for the same gaps once a step has begun.
    """
    links = of_project(project)
    found = (
        Gap("evidence", 2, tuple(i.id for i in sourceless(project.issues))),
        Gap("root", 3, tuple(link.issue.id for link in links.issues if link.core and not link.roots)),
        Gap("measure", 4, tuple(root.id for root in links.standing(Standing.NONE))),
        Gap("alternative", 4, tuple(m.id for m in unused(project.measures, project.alternatives))),
        Gap("score", 5, tuple(
            f"{gap.reviewer.id}\u00d7{gap.alternative.id}" for gap in unscored(project) if gap.score is None
        )),
    )  # fmt: skip
    return tuple(gap for gap in found if gap.keys)
