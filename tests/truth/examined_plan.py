"""Projects for what the outside examiner found in the plan: each makes some claims stand and others fall."""

from __future__ import annotations

from typing import Any

from fixdocs.project import Project
from fixdocs.schema.choices import Adoption, Treatment, Trial
from fixdocs.schema.improve import Alternative, Chain, Decision, Duty, Issue

from .plans import goal, measure, plan, risk, root, tool, tried

ONE = {"roots": (root("R1"),)}
FAILED = tried("M1", Trial.FAILED, 5.0, 6.0)
REJECTED = measure("M2", "R2", adoption=Adoption.REJECTED, reason="太贵")


def options(*held: str) -> tuple[Alternative, ...]:
    """Alternatives that hold these measures."""
    return tuple(Alternative(id=f"S{n}", name=f"{n}案", measures=tuple(keys.split())) for n, keys in enumerate(held, 1))


def chosen(*held: str) -> dict[str, Any]:
    return {"alternatives": options(*held), "decision": Decision(adopted="S1")}


def issue(key: str, **more: Any) -> Issue:
    given = {"id": key, "description": "慢", "kind": "效率类", "scope": "全程", "impact": 5, "frequency": 5}
    return Issue(**(given | more))


def examined() -> dict[str, Project]:
    """The projects by name."""
    days = (measure("M1", person_days=2.0), measure("M2", "R2"))
    waiting = tuple(measure(f"M{n}", f"R{n}", adoption=Adoption.PENDING) for n in (1, 2))
    return {
        "pooled": plan(alternatives=options("M1 M2", "M1"), measures=days),
        "pooled without": plan(alternatives=options("M1 M2", "")),
        "pooled even": plan(alternatives=options("M1", "M2")),
        "pooled many": plan(alternatives=options("M1 M2", "M1", "M2", "M1", "M2")),
        "only failed": plan(**ONE, measures=(FAILED,), issues=(issue("P1"),)),
        "only failed, confirmed": plan(
            roots=(root("R1", sources=("W1",)),), measures=(FAILED,),
            chains=(Chain(id="W1", issue="P1", whys=("甲", "乙"), reverse="passed"),),
        ),
        "only rejected": plan(**ONE, measures=(measure("M1", "R9"), measure("M2", adoption=Adoption.REJECTED))),
        "only proposed": plan(**ONE, measures=(measure("M1", "R9"), measure("M2", adoption=Adoption.PENDING))),
        "only aside": plan(**ONE, measures=(measure("M1"), measure("M2", "R9")), **chosen("M2")),
        "only bare": plan(**ONE, measures=(measure("M1", "R9"),)),
        "all pending": plan(measures=waiting),
        "idle of both kinds": plan(measures=(FAILED, REJECTED), **chosen("M1 M2")),
        "idle rejected": plan(measures=(measure("M1"), REJECTED), **chosen("M1 M2")),
        "unanswered": plan(measures=(FAILED, measure("M2", "R2")), issues=(issue("P1", treatment=Treatment.NOW),),
                           roots=(root("R1"), root("R2", issues=("P2",)))),
        "unmoved": plan(duties=(Duty(matter="签字", old_post="主管", new_post="主管"),)),
        "unowned one": plan(risks=(risk("K1", None, 2, post=None),)),
        "unowned all": plan(risks=(risk("K1", 2, 2, post=None), risk("K2", 2, 3, post=None))),
        "one not tried": plan(measures=(measure("M1", trial=Trial.UNTRIED),), goals=(goal(), goal("G2"))),
        "bare tools": plan(tools=(tool("Y1"), tool("Y2"))),
        "a bare tool": plan(tools=(tool("Y1"),)),
    }  # fmt: skip
