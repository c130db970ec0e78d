"""Claims about the alternatives beside one another: what each could answer, what they share, which has the most."""

from __future__ import annotations

from ...schema.choices import Adoption, Trial
from ...schema.improve import Decision
from ..claim import Claim, claims
from ..plan import PlanFindings
from ..scoring import ScoringFindings
from .adoption import departs
from .named import named
from .scoring import keys


@claims("plan.compared", "plan.compared_if")
def compared(plan: PlanFindings) -> Claim | None:
    """That the chosen alternative covers more root causes than every other; if all its measures are adopted, where
    some of them are not yet.
    """
    of = {a.id: found for a, found in plan.coverage_of}
    others = [found for a, found in plan.coverage_of if a is not plan.chosen]
    if plan.chosen is None or not others or not plan.coverage.roots:
        return None
    own, best = of[plan.chosen.id], max(others, key=lambda found: len(found.possible))
    if len(own.possible) <= len(best.possible):
        return None
    key = "plan.compared" if len(own.possible) == len(plan.coverage.met) else "plan.compared_if"
    return Claim(key, {"own": own.count("possible"), "best": best.count("possible")})


@claims("plan.below")
def below(scoring: ScoringFindings | None, decision: Decision | None) -> Claim | None:
    """That another alternative has the higher total, for a reader who has not seen the totals."""
    if scoring is None or departs(scoring, decision) is None:
        return None
    return Claim("plan.below", {"names": keys(scoring.top)})


@claims("plan.if_adopted")
def if_adopted(plan: PlanFindings) -> Claim | None:
    """That the root causes of some alternative include such as no adopted measure answers yet."""
    held = [found for _, found in plan.coverage_of if found.decided and found.proposed]
    return Claim("plan.if_adopted") if held else None


@claims("plan.pending_counted")
def pending_counted(plan: PlanFindings) -> Claim | None:
    """Measures of the alternatives whose adoption is 待定, and which the money and the values count all the same."""
    rows = {m.id: m for _, found in plan.coverage_of for m in found.measures}
    held = [m for m in rows.values() if m.adoption is Adoption.PENDING and m.trial is not Trial.FAILED]
    return Claim("plan.pending_counted", {"names": named(held)}) if held else None


@claims("plan.common")
def common(plan: PlanFindings) -> Claim | None:
    """The costed measures that several alternatives hold: their costs are in the sums of each."""
    held = [m for m in {m.id: m for found in plan.money_of for m in found[1].rows}.values() if m.investment
            and sum(m.id in a.measures for a in plan.alternatives) > 1]  # fmt: skip
    return Claim("plan.common", {"names": named(held)}) if held else None
