"""Plans for what an outside examiner found: targets met anyway, values that do not count, late days, odd money."""

from __future__ import annotations

from datetime import date
from typing import Any

from fixdocs.project import Project
from fixdocs.schema.choices import Adoption, Trial
from fixdocs.schema.improve import Alternative, Decision

from .plans import goal, measure, months, plan, task, tried

DAYS = {"trial_from": date(2026, 1, 5), "trial_to": date(2026, 1, 30)}
SERIES = {"indicators": (months(9.0, 12.0, 10.0, 11.0),)}
ONE = (Alternative(id="S1", name="甲案", measures=("M1", "M2")),)
COST: dict[str, Any] = {"investment": 40000.0, "running_cost": 2000.0}


def aimed(*rows: Any, **more: Any) -> Project:
    """Measures for one objective."""
    return plan(measures=rows, **({"goals": (goal(),)} | more))


def chosen(*rows: Any, day: date = date(2026, 1, 20), **more: Any) -> Project:
    """Measures of the alternative that was adopted on ``day``."""
    return aimed(*rows, alternatives=ONE, decision=Decision(adopted="S1", day=day), **more)


def kept(target: float, after: float) -> Project:
    """Two objectives: one whose target is no better than its baseline of 30, one from 10 days to ``after``."""
    goals = (goal(), goal("G2", indicator="退回率", baseline=30.0, target=target))
    other = measure("M2", "R2", indicator="退回率", expected=30.0)
    return aimed(tried("M1", Trial.PARTIAL, 10.0, after, **DAYS), other, goals=goals)


def benefits() -> dict[str, Project]:
    """Of objectives and trials."""
    gone = measure("M2", "R2", indicator="差错率", expected=3.0)
    two = (goal(), goal("G2", indicator="差错率"))
    good = tried("M1", Trial.PARTIAL, 10.0, 5.0, **DAYS)
    return {
        "kept alone": aimed(tried("M1", Trial.PARTIAL, 10.0, 10.0, **DAYS), goals=(goal(target=10.0),)),
        "kept beside one reached": kept(30.0, 5.0),
        "kept beside one missed": kept(40.0, 7.0),
        "unlike": aimed(good, indicators=(months(9.0, unit="小时"),)),
        "undated": aimed(tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_n=40), tried("M2", Trial.PARTIAL, 10.0, 9.5, **DAYS), **SERIES),
        "beyond and beneath": aimed(tried("M1", Trial.PARTIAL, 10.0, 8.0, **DAYS), tried("M2", Trial.PARTIAL, 10.0, 13.0, **DAYS), **SERIES),
        "within, alone": aimed(tried("M1", Trial.PARTIAL, 10.0, 9.5, **DAYS), **SERIES),
        "beneath, alone": aimed(tried("M1", Trial.PARTIAL, 10.0, 13.0, **DAYS), **SERIES),
        "from the worst, undated": aimed(tried("M1", Trial.PARTIAL, 12.0, 8.0), **SERIES),
        "from the worst, dated": aimed(tried("M1", Trial.PARTIAL, 12.0, 8.0, trial_n=2, **DAYS), **SERIES),
        "from elsewhere": aimed(tried("M1", Trial.PARTIAL, 9.0, 8.0, **DAYS), **SERIES),
        "failed with figures": aimed(tried("M1", Trial.FAILED, 15.0, 16.0)),
        "failed with a promise": aimed(good, gone.model_copy(update={"trial": Trial.FAILED}), goals=two),
        "rejected with a promise": chosen(good, gone.model_copy(update={"adoption": Adoption.REJECTED}), goals=two),
    }  # fmt: skip


def money() -> dict[str, Project]:
    """Of savings."""
    lost = tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2", saving=5000.0)
    refused = measure("M2", "R2", saving=5000.0, adoption=Adoption.REJECTED)
    loss = measure("M1", saving=-1000.0, **COST)
    return {
        "a saving that failed": aimed(measure("M1", saving=9000.0, **COST), lost),
        "a saving refused": chosen(measure("M1", **COST), refused),
        "savings failed and refused": chosen(
            lost.model_copy(update={"id": "M1"}), refused, tasks=(task("T1", date(2026, 4, 1), date(2026, 5, 1)),)
        ),
        "less saved than spent": aimed(measure("M1", **COST), measure("M2", "R2", saving=1500.0)),
        "a loss": aimed(loss),
        "a loss in part": aimed(loss, measure("M2", "R2")),
        "a loss beside one that failed": aimed(loss, lost),
        "nothing to pay back": aimed(measure("M1", investment=0.0, running_cost=0.0, saving=1000.0)),
    }


def days() -> dict[str, Project]:
    """Of what is late; the report is of 1 March."""
    rows = (
        tried("M1", Trial.PARTIAL, 10.0, 5.0, **DAYS),
        tried("M2", Trial.PARTIAL, 10.0, 5.0, roots="R2", trial_to=date(2026, 1, 9)),
    )
    return {
        "asked after the start": chosen(*rows, tasks=(task("T1", date(2026, 2, 1), date(2026, 5, 1)),)),
        "asked after the end": chosen(*rows, tasks=(task("T1", date(2026, 2, 1), date(2026, 2, 8)),)),
    }  # fmt: skip


def examined() -> dict[str, Project]:
    """All of them."""
    return benefits() | money() | days()
