"""FD9xx: the scores are whole, fair and followed."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from ..analysis.ballot import convert
from ..analysis.chain import Unscored, unscored
from ..analysis.scoring import ScoringFindings, analyse
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Direction, ReviewerKind
from ..schema.improve import Criterion, Reviewer, Score
from .base import at_row, at_sheet, rule


@rule(FD901="scores.values reviewers.id", FD908="scores.reviewer")
def complete(project: Project) -> Iterator[Diagnostic]:
    """FD901, FD908: who took part scores every alternative on every criterion; who did not, scores none."""
    if not project.scores or {"scores", "reviewers", "alternatives", "criteria"} & project.faulty:
        return
    for gap in unscored(project):
        yield from _missing(project, gap)
    out = {r.id for r in project.reviewers if not r.takes_part}
    for score in project.scores:
        if score.reviewer in out:
            yield at_row(project, "FD908", score, reviewer=score.reviewer, alternative=score.alternative)


def _missing(project: Project, gap: Unscored) -> Iterator[Diagnostic]:
    """FD901 at the reviewer where a row is missing, at the cell where a score is."""
    who, what = gap.reviewer.id, gap.alternative.id
    if gap.score is None:
        yield at_row(project, "FD901", gap.reviewer, reviewer=who, alternative=what, criterion=", ".join(gap.criteria))
        return
    for name in gap.criteria:
        yield at_row(project, "FD901", gap.score, f"values[{name}]", reviewer=who, alternative=what, criterion=name)


@rule(FD902="scores.reviewer")
def doubled(project: Project) -> Iterator[Diagnostic]:
    """FD902: one row a reviewer and alternative."""
    seen: dict[tuple[str, str], Score] = {}
    for score in project.scores:
        key = (score.reviewer, score.alternative)
        if key in seen:
            yield at_row(
                project, "FD902", score, others=[(seen[key], "reviewer")],
                reviewer=score.reviewer, alternative=score.alternative,
            )  # fmt: skip
        seen.setdefault(key, score)


@rule(FD903="scores.values", FD911="criteria.low criteria.high criteria.veto")
def scales(project: Project) -> Iterator[Diagnostic]:
    """FD903, FD911: scores lie on their criterion's scale, and the scale makes sense."""
    criteria = {c.name: c for c in project.criteria}
    for criterion in project.criteria:
        veto = criterion.veto
        if criterion.high <= criterion.low:
            yield at_row(
                project, "FD911", criterion, "high", others=[(criterion, "low")], criterion=criterion.name,
                found=f"{criterion.high:g}", low=f"{criterion.low:g}", high=f"{criterion.high:g}",
            )  # fmt: skip
        elif veto is not None and not criterion.low <= veto <= criterion.high:
            yield at_row(
                project, "FD911", criterion, "veto", criterion=criterion.name, found=f"{veto:g}",
                low=f"{criterion.low:g}", high=f"{criterion.high:g}",
            )  # fmt: skip
    for score in project.scores:
        for name, value in score.values.items():
            scale = criteria.get(name)
            if scale and scale.low < scale.high and value is not None and not scale.low <= value <= scale.high:
                yield at_row(
                    project, "FD903", score, f"values[{name}]", criterion=name, found=f"{value:g}",
                    low=f"{scale.low:g}", high=f"{scale.high:g}",
                )  # fmt: skip


@rule(FD904="criteria.weight")
def weights(project: Project) -> Iterator[Diagnostic]:
    """FD904: criteria weights sum to 100 %."""
    if project.criteria and "criteria" not in project.faulty:
        total = sum(c.weight for c in project.criteria)
        if not isclose(total, 1.0, abs_tol=0.001):
            yield at_row(project, "FD904", project.criteria[-1], found=f"{total * 100:.4g}%")


@rule(FD905="reviewers.")
def panel(project: Project) -> Iterator[Diagnostic]:
    """FD905: the panel comes from several departments and from the front line."""
    present = [r for r in project.reviewers if r.takes_part]
    if len(present) < 2 or "reviewers" in project.faulty:
        return
    departments = {r.department for r in present if r.department}
    front = sum(r.kind is ReviewerKind.FRONT_LINE for r in present)
    one_department = len(departments) == 1 and all(r.department for r in present)
    if one_department or (any(r.kind for r in present) and not front):
        yield at_sheet(
            project, "FD905", "reviewers", found=len(present), departments=len(departments) or "—", front=front
        )


def _scoring(project: Project) -> ScoringFindings | None:
    if {"scores", "criteria", "alternatives", "reviewers"} & project.faulty:
        return None
    return analyse(project.alternatives, project.reviewers, project.criteria, project.scores)


@rule(FD906="scores.values")
def reversed_order(project: Project) -> Iterator[Diagnostic]:
    """FD906: a reviewer's order on a criterion is exactly the panel's turned round: a scale read the wrong way?"""
    found = _scoring(project)
    if found is None or len(found.present) < 3 or len(project.alternatives) < 3:
        return
    given = {(s.reviewer, s.alternative): s for s in project.scores}
    for criterion in project.criteria:
        for reviewer in found.present:
            if _is_reverse(project, found, criterion, reviewer):
                score = given[reviewer.id, project.alternatives[0].id]
                yield at_row(
                    project, "FD906", score, f"values[{criterion.name}]", reviewer=reviewer.id,
                    criterion=criterion.name, low_is_good=criterion.direction is Direction.LOWER,
                )  # fmt: skip


def _is_reverse(project: Project, found: ScoringFindings, criterion: Criterion, reviewer: Reviewer) -> bool:
    """Whether all pairs of alternatives stand the other way round than the rest of the panel sees them."""
    given = {(s.reviewer, s.alternative): s for s in project.scores}

    def value(who: Reviewer, alternative: str) -> float | None:
        score = given.get((who.id, alternative))
        raw = score.values.get(criterion.name) if score else None
        return None if raw is None else convert(raw, criterion)

    keys = [a.id for a in project.alternatives]
    own = [value(reviewer, key) for key in keys]
    rest = [[value(o, key) for o in found.present if o is not reviewer] for key in keys]
    given_by_rest = [[v for v in values if v is not None] for values in rest]
    means = [sum(values) / len(values) if values else None for values in given_by_rest]
    if None in own or None in means or len(set(own)) < 3:
        return False
    pairs = [(a, b) for a in range(len(keys)) for b in range(a)]
    return all((own[a] - own[b]) * (means[a] - means[b]) < 0 for a, b in pairs)  # type: ignore[operator] # no None left


@rule(FD907="decision.reason", FD910="decision.adopted")
def choice(project: Project) -> Iterator[Diagnostic]:
    """FD907, FD910: the top score is chosen, or the reason is given; no veto is passed over."""
    decision, found = project.decision, _scoring(project)
    if decision is None or decision.adopted is None or found is None:
        return
    if found.winners and decision.adopted not in found.winners and not decision.reason:
        yield at_row(
            project, "FD907", decision, others=[(decision, "adopted")], found=decision.adopted,
            top=", ".join(found.winners),
        )  # fmt: skip
    for standing in found.standings:
        if standing.alternative.id == decision.adopted and standing.vetoes:
            yield at_row(project, "FD910", decision, found=decision.adopted, criterion=", ".join(standing.vetoes))


@rule(FD909="alternatives.id")
def alternatives(project: Project) -> Iterator[Diagnostic]:
    """FD909: a choice needs two alternatives."""
    if len(project.alternatives) == 1 and "alternatives" not in project.faulty:
        yield at_row(project, "FD909", project.alternatives[0])
