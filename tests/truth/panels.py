"""Panels for the tests of scores: small projects in memory, and all that a report says of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec.structs import replace

from fixdocs.analysis import scoring
from fixdocs.analysis.claim import watching
from fixdocs.analysis.scoring import ScoringFindings
from fixdocs.project import Project
from fixdocs.schema.choices import Direction
from fixdocs.schema.improve import Alternative, Criterion, Reviewer, Score
from tests.reports.test_evaluation import composed, panel

Rows = Mapping[tuple[str, str], tuple[Any, ...]]

THIN = {("E1", "S1"): (4, 3, 2), ("E1", "S2"): (3, 4, 2), ("E2", "S1"): (5, 4, 1), ("E2", "S2"): (4, 4, 3)}
LEVEL = {(who, what): (4, 4, 2) for who in ("E1", "E2") for what in ("S1", "S2")}


def changed(project: Project, sheet: str, key: str, **changes: Any) -> Project:
    """``project`` with the row ``key`` of a sheet changed; ``*`` changes every row."""
    rows = getattr(project, sheet)
    held = tuple(
        row.model_copy(update=changes) if key in ("*", getattr(row, type(row).sheet.key[0])) else row for row in rows
    )
    return replace(project, **{sheet: held})


def informed(project: Project, **changes: Any) -> Project:
    """``project`` with the form changed."""
    assert project.info is not None
    return replace(project, info=project.info.model_copy(update=changes))


def one(scores: Mapping[str, Mapping[str, float | None]], *, low: float = 1, high: float = 5) -> Project:
    """A panel with a single criterion: scores by reviewer and alternative."""
    rows = {(who, what): (v, v, v) for who, given in scores.items() for what, v in given.items()}
    found = panel(rows)
    return replace(
        found,
        criteria=(Criterion(name="可行性", weight=1.0, low=low, high=high),),
        scores=tuple(s.model_copy(update={"values": {"可行性": s.values["可行性"]}}) for s in found.scores),
    )


def said(project: Project) -> str:
    """Every sentence of the report, tables and figures aside."""
    made = composed(project)
    names = (
        "ask_finding", "panel_finding", "composition", "panel_lead", "alternatives_finding", "criteria_finding",
        "conversion", "finding", "exceptions", "criterion_finding", "spread", "agreement", "concordance", "sensitivity",
        "decision_finding", "dissent", "total_formula", "kendall", "switching",
    )  # fmt: skip
    parts = [str(getattr(made, name)) for name in names]
    parts += [line.value for line in made.asks]
    parts += [str(point.text) for point in (*made.summary.points, *made.follow)]
    parts += [f"{f.value} {f.label} {f.note}" for f in made.summary.figures.figures]
    return "\n".join(parts)


def stood(project: Project) -> set[str]:
    """The keys of the claims that stand when the report of ``project`` is composed."""
    with watching() as seen:
        composed(project)
    return {key for key, held in seen.items() if True in held}


def found(project: Project) -> ScoringFindings:
    """What the scores of ``project`` say."""
    made = scoring.analyse(project.alternatives, project.reviewers, project.criteria, project.scores)
    assert made is not None
    return made


def drawn(rng: np.random.Generator, *, alternatives: int = 2, reviewers: int = 4) -> Project:
    """A complete panel of whole scores at random."""
    rows = {
        (f"E{m}", f"S{i}"): tuple(int(v) for v in rng.integers(1, 6, 3))
        for m in range(1, reviewers + 1)
        for i in range(1, alternatives + 1)
    }
    return panel(rows)


def cube(project: Project) -> np.ndarray[Any, Any]:
    """Converted scores by reviewer, alternative and criterion, from the rows alone; NaN for none."""
    people = [r.id for r in project.reviewers]
    keys = [a.id for a in project.alternatives]
    values = np.full((len(people), len(keys), len(project.criteria)), np.nan)
    for score in project.scores:
        for k, criterion in enumerate(project.criteria):
            value = score.values.get(criterion.name)
            if value is not None:
                turned = criterion.low + criterion.high - value if criterion.direction is Direction.LOWER else value
                values[people.index(score.reviewer), keys.index(score.alternative), k] = turned
    return values


__all__ = [
    "LEVEL", "THIN", "Alternative", "Reviewer", "Score", "changed", "composed", "cube", "drawn", "found", "informed",
    "one", "panel", "said", "stood",
]  # fmt: skip
