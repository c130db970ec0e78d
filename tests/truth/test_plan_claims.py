"""Every claim of the plan stands in one project and not in another; every figure of its report comes from a fact."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Trial
from fixdocs.schema.improve import Alternative, Chain, Decision, Issue
from fixdocs.words import words_of
from tests.reports.reading import built, info

from .examined_plan import examined as of_the_plan
from .examined_plans import examined
from .marked import loose, made, own_texts
from .plans import goal, measure, months, plan, risk, task, tool, tried
from .projects.lab import lab

SUBJECTS = ("plan", "trials", "benefit", "money", "named")
S1, S2 = (Alternative(id=f"S{n}", name=f"{n}案", measures=held) for n, held in ((1, ("M1", "M2")), (2, ("M1",))))
ISSUES = tuple(
    Issue(id=f"P{n}", description="慢", kind="效率类", scope="全程", impact=5, frequency=5, treatment="planned")
    for n in (1, 2)
)
WORK = (task("T1", date(2026, 4, 1), date(2026, 5, 1), "M1"), task("T2", date(2026, 4, 1), date(2026, 6, 1), "M2"))
MANY = tuple(measure(f"M{n}", "R1", person_days=2.0, investment=500.0) for n in range(1, 7))


def choice(**more: Any) -> dict[str, Any]:
    return {"alternatives": (S1, S2), "decision": Decision(adopted="S1", **more)}


def one_goal(*rows: Any, **more: Any) -> Project:
    return plan(measures=rows, goals=(goal(),), **more)


@cache
def projects() -> dict[str, Project]:
    """What the tests of the plan build, once more in one place; each makes some claims stand and others fall."""
    m1, m2 = measure("M1"), measure("M2", "R2")
    failed = tried("M2", Trial.FAILED, 10.0, 9.0, roots="R2")
    worked = tried("M1", Trial.EFFECTIVE, 10.0, 5.0, trial_n=12, trial_from=date(2026, 1, 5), trial_to=date(2026, 2, 1),
                   investment=0.0, running_cost=0.0, person_days=3.0)  # fmt: skip
    return {
        "sample": sample(),
        "lab": lab(),
        "plain": plan(issues=ISSUES[:1], tasks=WORK),
        "unverified no more": plan(
            roots=(measure_root("R1"), measure_root("R2")), issues=ISSUES[:1],
            chains=(Chain(id="W1", issue="P1", whys=("甲", "乙"), reverse="passed"),),
        ),
        "proposed": plan(measures=(measure("M1", adoption=None), measure("M2", "R2", adoption=None)), issues=ISSUES),
        "proposed part": plan(measures=(measure("M1", adoption=None),), issues=ISSUES),
        "proposed one": plan(measures=(measure("M1", adoption=None),), roots=plan().roots[:1]),
        "missed by both": plan(
            measures=(tried("M1", Trial.PARTIAL, 10.0, 9.0), measure("M2", "R2", indicator="别的", expected=9.0)),
            goals=(goal(), goal("G2", indicator="别的")),
        ),
        "proposed none": plan(measures=(measure("M1", "R9", adoption=None),), issues=ISSUES),
        "one": plan(measures=(m1,), roots=plan().roots[:1]),
        "none": plan(measures=(m1.model_copy(update={"roots": ("R9",)}),)),
        "rootless": plan(roots=()),
        "pending": plan(measures=(m1, measure("M2", "R2", adoption=Adoption.PENDING)), issues=ISSUES[:1]),
        "failed": plan(measures=(m1, failed), goals=(goal(),), indicators=(months(9.5, 12.0),)),
        "rejected": plan(measures=(m1, measure("M2", "R2", adoption=Adoption.REJECTED))),
        "aside": plan(alternatives=(S2,), decision=Decision(adopted="S2")),
        "compared": plan(**choice(day=date(2026, 5, 2), conditions="先买服务器"), tasks=WORK),
        "equal": plan(alternatives=(S1, S1.model_copy(update={"id": "S3"})), decision=Decision(adopted="S1")),
        "over": plan(**choice(day=date(2026, 7, 2)), tasks=WORK),
        "late": plan(tasks=WORK, tools=(tool("Y1", "M1", due=date(2026, 5, 2)), tool("Y2", "M2", due=date(2026, 7, 1)))),
        "untasked": plan(tasks=WORK[:1], goals=(goal(indicator="别的"),)),
        "risks": plan(risks=(risk("K1", 3, 4), risk("K2", 4, 3), risk("K3", 1, 1, post=None), risk("K4", None, 2))),
        "tied risks": plan(risks=(risk("K1", 3, 4), risk("K2", 4, 3), risk("K3", 1, 1))),
        "gravest of the rated": plan(risks=(risk("K1", 5, 4), risk("K2", 4, 3), risk("K3", None, 1))),
        "gravest": plan(risks=(risk("K1", 5, 4), risk("K2", 4, 3))),
        "same risks": plan(risks=(risk("K1", 3, 3), risk("K2", 3, 3))),
        "unrated": plan(risks=(risk("K1", None, None), risk("K2", None, None))),
        "quick": one_goal(worked, m2.model_copy(update={"investment": 9000.0}), indicators=(months(9.0, 12.0),)),
        "quick without days": one_goal(worked.model_copy(update={"person_days": None}), m2),
        "many": plan(measures=MANY, roots=tuple(measure_root(f"R{n}") for n in range(1, 12)), tasks=WORK[:1]),
        "missed": one_goal(tried("M1", Trial.EFFECTIVE, 9.0, 8.0, trial_n=40), m2, indicators=(months(7.0, 12.0),)),
        "not better": one_goal(tried("M1", Trial.EFFECTIVE, 10.0, 13.0, trial_from=date(2026, 1, 5),
                                     trial_to=date(2026, 2, 1)), indicators=(months(9.0, 12.0),)),
        "no change": one_goal(tried("M1", Trial.PARTIAL, 10.0, 10.0), m2),
        "no direction": plan(measures=(tried("M1", Trial.PARTIAL, 10.0, 8.0),), goals=(goal(direction=None, target=None),)),
        "unnamed": plan(measures=(tried("M1", Trial.PARTIAL, 10.0, 8.0, indicator=None),)),
        "not tried": plan(measures=(measure("M1", trial=Trial.UNTRIED), measure("M2", "R2", trial=Trial.UNTRIED))),
        "beside": one_goal(tried("M1", Trial.PARTIAL, 10.0, 8.0),
                           measure("M2", "R2", indicator="耗时", expected=5.0)),
        "beside and short": one_goal(tried("M1", Trial.PARTIAL, 10.0, 8.0),
                                     measure("M2", "R2", indicator="耗时", expected=7.0)),
        "bare": plan(measures=(measure("M1", indicator="耗时", expected=5.0),), goals=(goal(baseline=None),)),
        "several goals": plan(measures=(measure("M1", indicator="耗时", expected=5.0),),
                              goals=(goal(), goal("G2", indicator="别的"))),
        "all goals": plan(measures=(measure("M1", indicator="耗时", expected=5.0),), goals=(goal(), goal("G2", target=7.0))),
        "tried goals": plan(measures=(tried("M1", Trial.EFFECTIVE, 10.0, 5.0),), goals=(goal(), goal("G2", target=7.0))),
        "mixed goals": plan(measures=(measure("M1", indicator="耗时", expected=6.5),),
                            goals=(goal(), goal("G2", target=7.0), goal("G3", indicator="别的"))),
        "unknown goals": plan(measures=(measure("M1", indicator="耗时", expected=8.0),),
                              goals=(goal(), goal("G3", indicator="别的"))),
        "short of its own promise": one_goal(tried("M1", Trial.PARTIAL, 10.0, 8.0, expected=5.0)),
        "untried": one_goal(tried("M1", Trial.PARTIAL, 10.0, 8.0),
                            measure("M2", "R2", indicator="耗时", expected=5.0, trial=Trial.UNTRIED)),
        "trial without before": one_goal(tried("M1", Trial.PARTIAL, None, 8.0)),
        "begun and done": plan(**choice(day=date(2026, 5, 20)), tasks=WORK, goals=(goal(due=date(2026, 5, 20)),)),
        "begun": plan(**choice(day=date(2026, 4, 20)), tasks=(*WORK, task("T3", date(2026, 4, 20), date(2026, 6, 1), after=("T1",)))),
        "from the worst": one_goal(tried("M1", Trial.PARTIAL, 12.0, 8.0), indicators=(months(9.0, 9.5, 10.0),)),
        "other issues": plan(issues=(*ISSUES[:1], ISSUES[1].model_copy(update={"impact": 1, "id": "P1X"})),
                             roots=(measure_root("R1").model_copy(update={"issues": ("P1", "P1X")}),)),
        "no core issue": plan(issues=(ISSUES[0].model_copy(update={"impact": 1}),)),
        "shared cost": plan(**choice(), measures=(measure("M1", investment=5.0), measure("M2", "R2", adoption=Adoption.PENDING))),
        "a goal without value": plan(
            measures=(measure("M1", indicator="耗时", expected=5.0), measure("M2", "R2", goals=("G2",))),
            goals=(goal(), goal("G2", indicator="别的")),
        ),
        "no goal": plan(measures=(measure("M1", indicator="耗时", expected=8.0),), goals=(goal(), goal("G2", target=7.0))),
        "no value": plan(goals=(goal(),)),
        "money": plan(
            info=info(day_rate=800.0), tools=(tool("Y1", "M1", budget=800.0), tool("Y2", "M2", budget=50.0)),
            measures=(measure("M1", investment=900.0, running_cost=-50.0, saving=600.0, person_days=3.0),
                      measure("M2", "R2", running_cost=0.0, saving=1.0, person_days=2.0)),
        ),
        "money whole": plan(
            tools=(tool("Y1", "M1", budget=800.0), tool("Y2", "M2")),
            measures=(measure("M1", investment=900.0, running_cost=50.0, saving=600.0, person_days=3.0),
                      measure("M2", "R2", investment=0.0, running_cost=0.0, saving=0.0, person_days=2.0)),
        ),
        "payback": plan(measures=(measure("M1", "R1 R2", investment=900.0, running_cost=50.0, saving=600.0),)),
        "money in part": plan(measures=(measure("M1", investment=900.0, running_cost=-50.0, saving=600.0, person_days=3.0), m2)),
        "costs in part": plan(measures=(measure("M1", running_cost=50.0, saving=600.0), m2)),
        "no costs": plan(measures=(measure("M1", investment=900.0, saving=600.0), m2)),
        "no gain": plan(measures=(measure("M1", "R1 R2", running_cost=900.0, saving=600.0),)),
        "extra": plan(measures=(measure("M1", investment=900.0), m2), tools=(tool("Y1", "M2", budget=70.0),)),
        "one unverified": plan(roots=plan().roots[:1], issues=ISSUES[:1]),
        "one proposed": plan(measures=(measure("M1", adoption=None),), roots=plan().roots[:1], issues=ISSUES[:1]),
        "part of several": plan(
            roots=(measure_root("R1"), *plan().roots[1:]), issues=ISSUES[:1],
            chains=(Chain(id="W1", issue="P1", whys=("甲", "乙"), reverse="passed"),),
        ),
        "one confirmed": plan(
            roots=(measure_root("R1"),), issues=ISSUES[:1],
            chains=(Chain(id="W1", issue="P1", whys=("甲", "乙"), reverse="passed"),),
        ),
        "budgets": plan(tools=(tool("Y1", "M2", budget=70.0), tool("Y2", "M1", budget=5.0))),
        "tools alone": plan(tools=(tool("Y1", "M2", budget=70.0),)),
        **examined(),
        **of_the_plan(),
    }  # fmt: skip


def measure_root(key: str) -> Any:
    from .plans import root

    return root(key, sources=("W1",))


@cache
def seen() -> dict[str, set[bool]]:
    with watching() as found:
        for project in projects().values():
            built("plan", project)
    return found


def own() -> list[str]:
    seen()
    return sorted(key for key in CLAIMS if key.partition(".")[0] in SUBJECTS)


@pytest.mark.parametrize("key", own())
def test_a_claim_stands_here_and_falls_there(key: str) -> None:
    assert seen()[key] == {True, False}


def test_every_sentence_is_of_a_claim() -> None:
    for subject in SUBJECTS:
        words = words_of("zh").module(f"claim_{subject}").SAY
        assert {f"{subject}.{name}" for name in words} == {key for key in own() if key.startswith(f"{subject}.")}


@pytest.mark.parametrize("name", [name for name in projects() if name not in ("sample", "lab")])
def test_every_figure_of_the_plan_comes_from_a_fact(name: str) -> None:
    """No digit without a fact, no fact with two values or without a source, and a word for each."""
    project = projects()[name]
    held, texts = made(project, "plan"), own_texts(project)
    assert [found for block in held.marked for found in loose(block, texts)] == []
    values: dict[str, set[float]] = {}
    for row in held.printed:
        values.setdefault(row.fact.id, set()).add(float(row.value))
        assert row.fact.sources, row.fact.id
        assert row.fact.kind == "filled" or all(words_of("zh").fact(row.fact.kind))
    assert {key: found for key, found in values.items() if len(found) > 1} == {}
