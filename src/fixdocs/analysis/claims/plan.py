"""Claims about the plan: what it covers, what is quick, what it leaves open, which risk is gravest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...schema.improve import Measure, Risk, RootCause
from ..causes import CauseFindings
from ..claim import Claim, claims
from ..coverage import Coverage
from ..facts import Cells, Count, Fact, Quantity, tally
from ..gaps import Late, Wait, unscheduled
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
)  # fmt: skip
def covered(plan: PlanFindings) -> Claim | None:
    """How many of the root causes the plan's measures answer; proposed, as long as no adoption is filled."""
    found = plan.coverage
    if not found.roots:
        return Claim("plan.rootless", {"n": counted(plan, "measures")})
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
    "plan.core_all", "plan.core_one", "plan.core_part", "plan.core_none", "plan.core_hoped", "plan.core_hoped_one",
    "plan.core_hoped_part",
)  # fmt: skip
def core(plan: PlanFindings, roots: Sequence[RootCause]) -> Claim | None:
    """How many of the core issues' root causes are covered; hoped to be, as long as no adoption is filled."""
    if not roots:
        return None
    met = [root for root in roots if root in plan.coverage.met]
    if not met:
        return Claim("plan.core_none")
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


def uncovered(found: Coverage) -> tuple[Claim | None, ...]:
    """Every way in which root causes stay open."""
    return (
        roots_bare(found), roots_pending(found), roots_failed(found), roots_rejected(found), roots_aside(found),
        roots_unverified(found),
    )  # fmt: skip


@claims("plan.idle")
def idle(found: Coverage) -> Claim | None:
    """Measures of the plan that count for nothing: failed in trial, or not adopted."""
    return Claim("plan.idle", {"names": named(found.idle)}) if found.idle else None


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


# What is open


@claims("plan.untasked")
def untasked(plan: PlanFindings) -> Claim | None:
    """Measures without a task."""
    held = plan.open.untasked
    if not held:
        return None
    n = tally("plan.untasked", held, "measures", ("id",), ids(plan.included))
    return Claim("plan.untasked", {"n": n, "names": named(held)})


@claims("plan.unserved")
def unserved(plan: PlanFindings) -> Claim | None:
    """Objectives without a measure."""
    held = plan.open.unserved
    if not held:
        return None
    n = tally("plan.unserved", held, "goals", ("id",), ids(plan.included))
    return Claim("plan.unserved", {"n": n, "names": named(held)})


@claims("plan.unplanned")
def unplanned(plan: PlanFindings) -> Claim | None:
    """Issues put into the plan that none of its measures answers."""
    held = plan.open.unplanned
    if not held:
        return None
    n = tally("plan.unplanned", held, "issues", ("treatment",), ids(plan.included))
    return Claim("plan.unplanned", {"n": n, "names": named(held)})


@claims("plan.late_end")
def late_end(plan: PlanFindings) -> Claim | None:
    """Tools that come after the plan's end."""
    held = [late for late in plan.open.late if late.end]
    if not held:
        return None
    return Claim("plan.late_end", {"names": named([late.tool for late in held]), "end": held[0].task.finish})


@claims("plan.late_task")
def late_task(plan: PlanFindings) -> Claim | None:
    """Tools that come after the last task they are for."""
    parts = tuple(filter(None, map(late_part, plan.open.late)))
    return Claim("plan.late_task", {"parts": parts}) if parts else None


@claims("plan.late_part")
def late_part(held: Late) -> Claim | None:
    """When a tool comes and when the last task it is for is done."""
    if held.end:
        return None
    slots = {"tool": held.tool, "due": held.due, "task": held.task, "finish": held.task.finish}
    return Claim("plan.late_part", slots)


@claims("plan.early")
def early(plan: PlanFindings) -> Claim | None:
    """Tasks that start before a task they wait for is done."""
    parts = tuple(filter(None, map(early_part, plan.open.waits)))
    return Claim("plan.early", {"parts": parts}) if parts else None


@claims("plan.early_part")
def early_part(held: Wait) -> Claim | None:
    """When a task starts and when the one it waits for is done, where that is later."""
    if held.task.start >= held.before.finish:
        return None
    return Claim("plan.early_part", {
        "task": held.task, "start": held.task.start, "before": held.before, "finish": held.before.finish,
    })  # fmt: skip


@claims("plan.overdue")
def overdue(plan: PlanFindings) -> Claim | None:
    """Objectives that are due before the plan's work is done."""
    held = plan.open.overdue
    if not held or plan.period is None:
        return None
    n = tally("plan.overdue", held, "goals", ("due",), ids(plan.included))
    return Claim("plan.overdue", {"n": n, "names": named(held), "end": plan.period[1]})


@claims("plan.begun", "plan.begun_done", "plan.over")
def begun(plan: PlanFindings) -> Claim | None:
    """That work had begun, or was over, when the meeting decided on it."""
    held = plan.open.begun
    if held is None:
        return None
    last = max(task.finish for task in plan.tasks)
    if held.over:
        return Claim("plan.over", {"day": held.day, "end": last})
    if held.task.finish < held.day:
        return Claim("plan.begun_done", {"day": held.day, "task": held.task, "finish": held.task.finish})
    return Claim("plan.begun", {"day": held.day, "task": held.task, "start": held.task.start})


@claims("plan.unowned")
def unowned(plan: PlanFindings) -> Claim | None:
    """Risks that nobody is responsible for."""
    held = plan.open.unowned
    if not held:
        return None
    return Claim("plan.unowned", {"n": tally("plan.unowned", held, "risks", ("post",)), "names": named(held)})


@claims("plan.unscheduled")
def conditions(plan: PlanFindings, held: Sequence[str]) -> Claim | None:
    """Conditions of the decision that no task takes up."""
    missing = unscheduled(held, plan.tasks)
    return Claim("plan.unscheduled", {"texts": missing}) if missing else None


@claims("plan.unscheduled_all")
def taskless(plan: PlanFindings) -> Claim | None:
    """That there is no schedule."""
    return Claim("plan.unscheduled_all") if not plan.tasks else None


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


@claims("plan.risks_unrated", "plan.risks_all_unrated")
def unrated(plan: PlanFindings) -> Claim | None:
    """Risks whose likelihood or impact is blank."""
    held = [risk for risk in plan.risks if level(risk) is None]
    if not held:
        return None
    slots = {"n": _rated("unrated", held), "names": named(held)}
    return Claim("plan.risks_all_unrated" if len(held) == len(plan.risks) else "plan.risks_unrated", slots)


def _rated(about: str, held: Sequence[Risk]) -> Count:
    return tally("plan.risks_rated", held, "risks", ("likelihood", "impact"), (about,))


def level(risk: Risk) -> Count | None:
    """Likelihood × impact; None where one is blank."""
    if risk.likelihood is None or risk.impact is None:
        return None
    cells = Cells("risks", ("likelihood", "impact"), (risk,))
    return Count(risk.likelihood * risk.impact, Fact("plan.risk_level", (risk.id,), (cells,), "count", n=1))
