"""Each figure of the evaluation is found again from the cells it names, by another way than the analysis."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.analysis.facts import Fact
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Attendance, Direction, YesNo
from fixdocs.schema.improve import Decision
from fixdocs.sources.ledger import Printed

from .marked import loose, made, own_texts
from .panels import LEVEL, THIN, Rows, changed, drawn, informed, panel

ABSTAINING: Rows = THIN | {("E3", "S1"): (4, None, 2), ("E3", "S2"): (3, 4, 5)}
PROJECTS = {
    "sample": sample(),
    "anonymous": informed(sample(), anonymous=YesNo.YES),
    "thin": panel(THIN, Decision(adopted="S2", reason="预算", conditions="甲;乙")),
    "level": panel(LEVEL),
    "abstaining": panel(ABSTAINING),
    "voices": changed(panel(ABSTAINING), "reviewers", "E1", weight=2.5),
    "absent": changed(panel(ABSTAINING), "reviewers", "E2", attendance=Attendance.ABSENT),
    "thirds": replace(panel(THIN), criteria=tuple(c.model_copy(update={"weight": 0.7}) for c in panel(THIN).criteria)),
    "random": drawn(np.random.default_rng(11), alternatives=4, reviewers=5),
}


@cache
def printed(name: str) -> tuple[Printed, ...]:
    return made(PROJECTS[name], "evaluation").printed


def scores(project: Project, fact: Fact) -> pd.DataFrame:
    """The scores in the cells that ``fact`` names: reviewer, alternative, criterion, score, converted, voice."""
    criteria = {c.name: c for c in project.criteria}
    voices = {r.id: r.weight for r in project.reviewers}
    found = []
    for cells in (c for c in fact.sources if c.sheet == "scores"):
        for row in cells.rows or ():
            for column in cells.columns:
                name = column.removeprefix("values[").removesuffix("]")
                if name not in criteria:
                    continue
                value, criterion = row.values.get(name), criteria[name]
                turned = None if value is None else criterion.low + criterion.high - value
                if criterion.direction is not Direction.LOWER:
                    turned = value
                found.append((row.reviewer, row.alternative, name, value, turned, voices[row.reviewer]))
    names = ["reviewer", "alternative", "criterion", "raw", "converted", "voice"]
    return pd.DataFrame(found, columns=names).astype({"raw": float, "converted": float})


def mean(frame: pd.DataFrame, column: str) -> float:
    kept = frame.dropna(subset=[column])
    return float(np.average(kept[column], weights=kept.voice))


def weights(project: Project) -> pd.Series:
    held = pd.Series({c.name: c.weight for c in project.criteria})
    return held / held.sum()


def recomputed(project: Project, fact: Fact) -> float | None:
    """The value of a fact from its cells; None for a kind that is not recomputed here."""
    frame, shares = scores(project, fact), weights(project)
    kind = fact.kind.removeprefix("scoring.")
    if kind in ("mean", "raw_mean"):
        return mean(frame, "converted" if kind == "mean" else "raw")
    if kind in ("deviation", "lowest", "highest", "n"):
        column = frame.raw.dropna()
        return {"deviation": column.std, "lowest": column.min, "highest": column.max, "n": column.count}[kind]()
    if kind == "weight":
        return float(shares[fact.about[0]])
    if kind in ("total", "own_total"):
        return float(sum(shares[name] * mean(part, "converted") for name, part in frame.groupby("criterion")))
    if kind in ("lead", "margin"):
        one, two = (frame[frame.alternative == key] for key in fact.about[:2])
        parts = [fact.about[2]] if kind == "margin" else list(shares.index)
        share = {name: 1.0 if kind == "margin" else shares[name] for name in parts}
        gap = (mean(one[one.criterion == n], "converted") - mean(two[two.criterion == n], "converted") for n in parts)
        return float(sum(share[n] * g for n, g in zip(parts, gap, strict=True)))
    if kind in ("complete", "first", "level"):
        return counted(frame, shares, kind, fact.about)
    return None


def counted(frame: pd.DataFrame, shares: pd.Series, kind: str, about: tuple[str, ...]) -> float:
    """How many complete reviewers there are, or put one alternative first, or several."""
    frame = frame.assign(part=frame.converted * frame.criterion.map(shares))
    totals = frame.groupby(["reviewer", "alternative"]).part.agg(lambda part: part.sum(skipna=False))
    wide = totals.unstack().dropna().round(9)
    best = wide.eq(wide.max(axis=1), axis=0)
    if kind == "complete":
        return len(wide)
    single = best.sum(axis=1) == 1
    return int((~single).sum()) if kind == "level" else int(best[single][about[0]].sum())


def recomputable() -> Iterator[tuple[str, Printed, float]]:
    for name, project in PROJECTS.items():
        for row in printed(name):
            value = recomputed(project, row.fact)
            if value is not None and not (row.value == 0 and row.fact.kind in ("scoring.first", "scoring.level")):
                yield name, row, value


def test_every_figure_is_what_its_cells_make() -> None:
    rows = list(recomputable())
    wrong = [(name, row.fact.id, float(row.value), value) for name, row, value in rows if abs(row.value - value) > 1e-8]
    assert wrong == []
    assert len(rows) > 500
    kinds = {row.fact.kind for _, row, _ in rows}
    assert {f"scoring.{k}" for k in ("mean", "raw_mean", "deviation", "total", "own_total", "lead", "margin")} <= kinds


@pytest.mark.parametrize("name", PROJECTS)
def test_no_figure_stands_without_a_fact(name: str) -> None:
    project = PROJECTS[name]
    own = own_texts(project)
    people = [r for r in project.reviewers if r.post or r.name]
    masked = {t for text in own for r in people for t in text.split(r.post or r.name)}  # an anonymous panel's texts
    pieces = (*own, *sorted((t for t in masked if t), key=len, reverse=True))
    held = made(project, "evaluation")
    assert [found for block in held.marked for found in loose(block, pieces)] == []


@pytest.mark.parametrize("name", PROJECTS)
def test_no_fact_prints_two_values(name: str) -> None:
    held: dict[str, set[float]] = {}
    for row in printed(name):
        held.setdefault(row.fact.id, set()).add(float(row.value))
    assert {key: values for key, values in held.items() if len(values) > 1} == {}
    assert [row.fact.id for row in printed(name) if not row.fact.sources] == []
