"""The chain from evidence to choice: what each step still owes the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..project import Project
from ..schema.choices import Adoption
from . import issues

Link = Literal["evidence", "root", "measure", "alternative", "score"]
LINKS: tuple[Link, ...] = ("evidence", "root", "measure", "alternative", "score")


@dataclass(frozen=True, slots=True)
class Gap:
    """What a link lacks: the keys on its near side that nothing answers yet, and the workbook that should."""

    link: Link
    workbook: int
    keys: tuple[str, ...]


def gaps(project: Project) -> tuple[Gap, ...]:
    """The open gaps, whether or not the step that should close them has begun; links without a gap are left out.

    An issue without a source; a core issue without a root cause; a root cause without a measure (one that is not
    adopted is an answer); an adopted measure in no alternative; a reviewer who is present and an alternative without
    a score.
    """
    core: tuple[str, ...] = ()
    if project.issues:
        info = project.info
        rated = issues.analyse(project.issues, *((info.high_impact, info.high_frequency) if info else (4, 4)))
        core = tuple(item.issue.id for item in rated.core) if rated else ()
    rooted = {key for root in project.roots for key in root.issues}
    answered = {key for measure in project.measures for key in measure.roots}
    used = {key for alternative in project.alternatives for key in alternative.measures}
    given = {(score.reviewer, score.alternative) for score in project.scores}
    panel = [r for r in project.reviewers if r.takes_part]
    found = (
        Gap("evidence", 2, tuple(i.id for i in project.issues if not i.evidence)),
        Gap("root", 3, tuple(key for key in core if key not in rooted)),
        Gap("measure", 4, tuple(root.id for root in project.roots if root.id not in answered)),
        Gap("alternative", 4, tuple(
            m.id for m in project.measures if m.adoption is Adoption.ADOPTED and m.id not in used
        )),
        Gap("score", 5, tuple(
            f"{r.id}\u00d7{a.id}" for r in panel for a in project.alternatives if (r.id, a.id) not in given
        )),
    )  # fmt: skip
    return tuple(gap for gap in found if gap.keys)
