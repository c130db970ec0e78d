"""The chain from evidence to choice: what each step still owes the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ..project import Project
from ..schema.choices import Adoption
from ..schema.improve import Alternative, Issue, Measure, Reviewer, RootCause, Score
from . import issues

Link = Literal["evidence", "root", "measure", "alternative", "score"]
LINKS: tuple[Link, ...] = ("evidence", "root", "measure", "alternative", "score")


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


def rootless(core: Sequence[Issue], roots: Sequence[RootCause]) -> tuple[Issue, ...]:
    """Those of ``core`` that no root cause answers for."""
    rooted = {key for root in roots for key in root.issues}
    return tuple(issue for issue in core if issue.id not in rooted)


def unanswered(roots: Sequence[RootCause], measures: Sequence[Measure]) -> tuple[RootCause, ...]:
    """Root causes without a measure; one that is not adopted is an answer too."""
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
    found = (
        Gap("evidence", 2, tuple(i.id for i in sourceless(project.issues))),
        Gap("root", 3, tuple(i.id for i in rootless(core_issues(project), project.roots))),
        Gap("measure", 4, tuple(root.id for root in unanswered(project.roots, project.measures))),
        Gap("alternative", 4, tuple(m.id for m in unused(project.measures, project.alternatives))),
        Gap("score", 5, tuple(
            f"{gap.reviewer.id}\u00d7{gap.alternative.id}" for gap in unscored(project) if gap.score is None
        )),
    )  # fmt: skip
    return tuple(gap for gap in found if gap.keys)
