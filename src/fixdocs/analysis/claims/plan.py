"""Claims about the plan: what it covers, what is quick, which risk is gravest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...schema.choices import Adoption
from ...schema.improve import Alternative, Measure, Risk, RootCause
from ..causes import CauseFindings
from ..claim import Claim, claims
from ..coverage import Coverage
from ..facts import Cells, Count, Fact, Quantity, tally
from ..money import ids, money
from ..plan import PlanFindings
from .named import named

Kind = Literal["measures", "tasks", "tools", "risks", "duties"]


def counted(plan: PlanFindings, kind: Kind) -> Count:
    """How many measures, tasks, tools, risks or duties the plan has."""
    if kind == "measures":
        return plan.money.measures
    rows = getattr(plan, kind)
    return tally(f"plan.{kind}", rows, kind, _KEYS[kind])


_KEYS = {"tasks": ("id",), "tools": ("id",), "risks": ("id",), "duties": ("matter",)}


# Coverage


@claims(
    "plan.covered_all", "plan.covered_one", "plan.covered_part", "plan.covered_none",
    "plan.proposed_all", "plan.proposed_one", "plan.proposed_part", "plan.proposed_none", "plan.rootless",
    "plan.pooled", "plan.pooled_even", "plan.pooled_span", "plan.only_proposed", "plan.only_failed",
    "plan.only_rejected", "plan.only_aside", "plan.only_bare",
)  # fmt: skip
def covered(plan: PlanFindings) -> Claim | None:
    """How many of the root causes the plan's measures answer; proposed, as long as no adoption is filled.

    Before the choice each alternative has its own number: none is credited with another's measures.
    """
    found = plan.coverage
    if not found.roots:
        return Claim("plan.rootless", {"n": counted(plan, "measures")})
    if plan.pooled:
        return _pooled(plan)
    if only := _only(found):
        slots = {"n": counted(plan, "measures"), "plan": subject(plan), "root": found.roots[0]}
        return Claim(f"plan.only_{only}", slots)
    met, kind = found.met, "covered" if found.decided else "proposed"
    if not met:
        ending = "none"
    elif len(met) < len(found.roots):
        ending = "part"
    else:
        ending = "one" if len(met) == 1 else "all"
    slots = {
        "n": found.n, "measures": counted(plan, "measures"), "roots": found.count("roots"),
        "covered": found.count("answered" if found.decided else "proposed"), "plan": subject(plan),
    }  # fmt: skip
    return Claim(f"plan.{kind}_{ending}", slots)


def pooled(plan: PlanFindings) -> Count:
    """How many measures the alternatives have together."""
    return tally("plan.pooled", plan.pooled, "measures", ("id",), ids(plan.pooled))


_EACH = 4  # alternatives that a sentence tells one by one


def _pooled(plan: PlanFindings) -> Claim:
    """What each alternative could answer, or from the least to the most of many."""
    held = [found.count("possible") for _, found in plan.coverage_of]
    slots: dict[str, object] = {
        "alternatives": tally("plan.alternatives", plan.alternatives, "alternatives", ("id",)), "n": pooled(plan),
        "roots": plan.coverage.count("roots"), "low": min(held), "high": max(held),
    }  # fmt: skip
    if min(held) == max(held):
        return Claim("plan.pooled_even", slots)
    if len(held) > _EACH:
        return Claim("plan.pooled_span", slots)
    of = zip((a for a, _ in plan.coverage_of), held)
    return Claim("plan.pooled", slots | {"parts": tuple(filter(None, (pooled_part(a, n) for a, n in of)))})


@claims("plan.pooled_part", "plan.pooled_no_part")
def pooled_part(held: Alternative, n: Count) -> Claim | None:
    """How many root causes an alternative could answer."""
    return Claim("plan.pooled_part" if n else "plan.pooled_no_part", {"key": held.id, "n": n})


@claims("plan.chosen", "plan.this")
def subject(plan: PlanFindings) -> Claim | None:
    """What a sentence calls the plan: the chosen alternative, else 本方案."""
    if plan.chosen is not None:
        return Claim("plan.chosen", {"alternative": plan.chosen})
    return Claim("plan.this")


@claims("plan.issues_core", "plan.issues_mixed", "plan.issues_other")
def analysed(found: CauseFindings) -> Claim | None:
    """How many issues were analysed: core ones, core ones and others, or none that is core."""
    core, others = ([item.issue for item in found.issues if item.core is kind] for kind in (True, False))
    slots = {
        "n": tally("plan.issues", core, "issues", ("impact", "frequency")),
        "others": tally("plan.other_issues", others, "issues", ("impact", "frequency")),
    }
    if not found.issues:
        return None
    if not core:
        return Claim("plan.issues_other", slots)
    return Claim("plan.issues_mixed" if others else "plan.issues_core", slots)


@claims(
    "plan.core_all", "plan.core_one", "plan.core_part", "plan.core_none", "plan.core_none_one",
    "plan.core_hoped", "plan.core_hoped_one", "plan.core_hoped_part",
)  # fmt: skip
def core(plan: PlanFindings, roots: Sequence[RootCause]) -> Claim | None:
    """How many of the core issues' root causes are covered; hoped to be, as long as no adoption is filled."""
    if not roots:
        return None
    met = [root for root in roots if root in plan.coverage.met]
    if not met:
        return Claim("plan.core_none_one" if len(roots) == 1 else "plan.core_none")
    key = "core" if plan.coverage.decided else "core_hoped"
    if len(roots) == 1:
        return Claim(f"plan.{key}_one")
    if len(met) == len(roots):
        return Claim("plan.core_all" if plan.coverage.decided else "plan.core_hoped")
    n = tally("plan.core_met", met, "roots", ("id",), ids(plan.included))
    return Claim(f"plan.{key}_part", {"n": n})


@claims("plan.core_unverified", "plan.core_unverified_one")
def core_unverified(plan: PlanFindings, roots: Sequence[RootCause]) -> Claim | None:
    """How many of the core issues' root causes are 待验证."""
    held = [root for root in roots if root in plan.coverage.unverified]
    if not held:
        return None
    if len(roots) == 1:
        return Claim("plan.core_unverified_one")
    n, of = (
        tally("plan.core_unverified", held, "roots", ("sources",)),
        tally("plan.core_roots", roots, "roots", ("issues",)),
    )
    return Claim("plan.core_unverified", {"n": n, "of": of})


@claims("plan.roots_bare")
def roots_bare(found: Coverage) -> Claim | None:
    """Root causes that no measure names."""
    if not found.bare:
        return None
    return Claim("plan.roots_bare", {"n": found.count("bare"), "names": named(found.bare)})


@claims("plan.roots_pending")
def roots_pending(found: Coverage) -> Claim | None:
    """Root causes whose only measures wait for adoption, where others are decided."""
    if not found.decided or not found.proposed:
        return None
    return Claim("plan.roots_pending", {"n": found.count("proposed"), "names": named(found.proposed)})


@claims("plan.roots_failed")
def roots_failed(found: Coverage) -> Claim | None:
    """Root causes whose measures all failed in trial."""
    if not found.failed:
        return None
    return Claim("plan.roots_failed", {"n": found.count("failed"), "names": named(found.failed)})


@claims("plan.roots_rejected")
def roots_rejected(found: Coverage) -> Claim | None:
    """Root causes whose measures were not adopted."""
    if not found.rejected:
        return None
    return Claim("plan.roots_rejected", {"n": found.count("rejected"), "names": named(found.rejected)})


@claims("plan.roots_aside")
def roots_aside(found: Coverage) -> Claim | None:
    """Root causes whose measures are no part of the plan."""
    if not found.aside:
        return None
    return Claim("plan.roots_aside", {"n": found.count("aside"), "names": named(found.aside)})


@claims("plan.roots_unverified", "plan.roots_unverified_one", "plan.roots_unverified_all")
def roots_unverified(found: Coverage) -> Claim | None:
    """Root causes that are 待验证."""
    if not found.unverified:
        return None
    slots = {"n": found.count("unverified"), "names": named(found.unverified)}
    if len(found.roots) == 1:
        return Claim("plan.roots_unverified_one", slots)
    every = len(found.unverified) == len(found.roots)
    return Claim("plan.roots_unverified_all" if every else "plan.roots_unverified", slots)


@claims("plan.only_unverified")
def only_unverified(found: Coverage) -> Claim | None:
    """That the only root cause, named before, is 待验证."""
    return Claim("plan.only_unverified") if found.unverified else None


def uncovered(found: Coverage) -> tuple[Claim | None, ...]:
    """Every way in which root causes stay open; of the only one :func:`covered` tells it."""
    if _only(found):
        return (only_unverified(found),)
    return (
        roots_bare(found), roots_pending(found), roots_failed(found), roots_rejected(found), roots_aside(found),
        roots_unverified(found),
    )  # fmt: skip


@claims("plan.idle", "plan.idle_failed", "plan.idle_rejected")
def idle(found: Coverage) -> Claim | None:
    """Measures of the plan that count for nothing: failed in trial, or not adopted.

    Not told again where the sentence on the only root cause has them all.
    """
    if not found.idle or (_only(found) in _IDLE and len(found.idle) == len(found.measures)):
        return None
    rejected = [m for m in found.idle if m.adoption is Adoption.REJECTED]
    key = "_rejected" if len(rejected) == len(found.idle) else "" if rejected else "_failed"
    return Claim(f"plan.idle{key}", {"names": named(found.idle)})


_IDLE = ("failed", "rejected")
_OPEN = ("proposed", *_IDLE, "aside", "bare")


def _only(found: Coverage) -> str | None:
    """How the only root cause stands that nothing covers; None where there are several, or it is covered."""
    if len(found.roots) != 1 or found.met:
        return None
    return next((name for name in _OPEN if getattr(found, name)), None)


# What can begin at once


@claims("plan.quick", "plan.quick_days")
def quick(plan: PlanFindings) -> Claim | None:
    """The measures that are cheap, tried with effect and of no high risk, with their person-days where all state it."""
    held = plan.quick_wins
    if not held:
        return None
    n = tally("plan.quick", held, "measures", ("investment", "running_cost", "trial"))
    days = _days(held)
    if days is None:
        return Claim("plan.quick", {"n": n, "names": named(held)})
    return Claim("plan.quick_days", {"n": n, "names": named(held), "days": days})


def _days(measures: Sequence[Measure]) -> Quantity | None:
    sums = money(measures)
    return sums.person_days if sums.whole("person_days") else None


@claims("plan.dayless")
def dayless(plan: PlanFindings) -> Claim | None:
    """That no measure states its person-days."""
    return Claim("plan.dayless") if plan.money.person_days is None else None


# Risks


@claims("plan.risk_top", "plan.risk_top_rated", "plan.risk_tied", "plan.risk_tied_rated", "plan.risk_same")
def gravest(plan: PlanFindings) -> Claim | None:
    """The gravest of the risks that are rated, those of the same level together."""
    rated = [risk for risk in plan.risks if level(risk) is not None]
    if len(rated) < 2:
        return None
    top = max(level(risk) or 0 for risk in rated)
    held = [risk for risk in rated if level(risk) == top]
    slots = {"top": level(held[0]), "names": named(held), "n": _rated("top", held)}
    if len(held) == len(rated):
        return Claim("plan.risk_same", slots)
    key = "plan.risk_top" if len(held) == 1 else "plan.risk_tied"
    if len(rated) == len(plan.risks):
        return Claim(key, slots)
    return Claim(f"{key}_rated", {**slots, "rated": _rated("rated", rated)})


@claims("plan.risks_unrated", "plan.risks_all_unrated", "plan.risk_unrated")
def unrated(plan: PlanFindings) -> Claim | None:
    """Risks whose likelihood or impact is blank."""
    held = [risk for risk in plan.risks if level(risk) is None]
    if not held:
        return None
    slots = {"n": _rated("unrated", held), "names": named(held)}
    if len(plan.risks) == 1:
        return Claim("plan.risk_unrated")
    return Claim("plan.risks_all_unrated" if len(held) == len(plan.risks) else "plan.risks_unrated", slots)


def _rated(about: str, held: Sequence[Risk]) -> Count:
    return tally("plan.risks_rated", held, "risks", ("likelihood", "impact"), (about,))


def level(risk: Risk) -> Count | None:
    """Likelihood × impact; None where one is blank."""
    if risk.likelihood is None or risk.impact is None:
        return None
    cells = Cells("risks", ("likelihood", "impact"), (risk,))
    return Count(risk.likelihood * risk.impact, Fact("plan.risk_level", (risk.id,), (cells,), "count", n=1))
