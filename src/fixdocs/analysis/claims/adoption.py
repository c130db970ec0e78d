"""What is asked, what was decided against the scores, and what the choice leaves open."""

from __future__ import annotations

from ...project import Project
from ...schema.choices import Trial
from ...schema.improve import Alternative, Decision
from ..claim import Claim, claims
from ..conditions import counted
from ..facts import tally
from ..money import Sum
from ..plan import PlanFindings, included_measures
from ..scoring import ScoringFindings
from .scoring import keys


@claims(
    "scoring.ask_approve", "scoring.ask_adopt", "scoring.ask_adopt_only", "scoring.ask_vetoed", "scoring.ask_settle",
    "scoring.ask_score",
)  # fmt: skip
def asked(found: ScoringFindings, adopted: Alternative | None) -> Claim:
    """What the meeting or the management is asked."""
    if adopted is not None:
        return Claim("scoring.ask_approve", {"name": adopted})
    winner = found.winner
    if winner is None:
        return Claim("scoring.ask_settle", {"names": keys(found.top)}) if found.top else Claim("scoring.ask_score")
    if winner.vetoes:
        return Claim("scoring.ask_vetoed", {"name": winner.alternative, "criteria": winner.vetoes})
    key = "scoring.ask_adopt" if len(found.ranked) > 1 else "scoring.ask_adopt_only"
    return Claim(key, {"name": winner.alternative})


@claims("scoring.adopted_top", "scoring.adopted_tied", "scoring.adopted_below", "scoring.adopted_untotalled")
def against_scores(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """Whether the choice follows the totals."""
    standing = found.standing(decision.adopted if decision else None)
    if standing is None or not found.top:
        return None
    if standing.rank is None:
        return Claim("scoring.adopted_untotalled", {"names": keys(found.top)})
    if standing.rank > 1:
        return Claim("scoring.adopted_below", {"rank": standing.rank, "names": keys(found.top)})
    others = [s for s in found.top if s is not standing]
    return Claim("scoring.adopted_tied", {"names": keys(others)}) if others else Claim("scoring.adopted_top")


@claims("scoring.no_reason")
def no_reason(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """Another alternative than one with the highest total is adopted, and no reason is written."""
    held = against_scores(found, decision)
    if held is None or held.key not in ("scoring.adopted_below", "scoring.adopted_untotalled"):
        return None
    return None if decision and (decision.reason or "").strip() else Claim("scoring.no_reason")


@claims("scoring.adopted_vetoed")
def adopted_vetoed(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """The adopted alternative passes a veto line."""
    standing = found.standing(decision.adopted if decision else None)
    return Claim("scoring.adopted_vetoed", {"criteria": standing.vetoes}) if standing and standing.vetoes else None


@claims("scoring.sums_partly")
def sums_partly(plan: PlanFindings | None) -> Claim | None:
    """The sums of some alternative leave measures out that do not state the figure."""
    names: tuple[Sum, ...] = ("investment", "running_cost", "person_days")
    for _, sums in plan.money_of if plan else ():
        if any(getattr(sums, name) is not None and not sums.whole(name) for name in names):
            return Claim("scoring.sums_partly")
    return None


_TRIALS = {Trial.FAILED: "failed", Trial.PARTIAL: "partial_trial", Trial.UNTRIED: "untried", None: "trial_blank"}


@claims(*(f"scoring.{key}" for key in _TRIALS.values()))
def trial(project: Project, adopted: Alternative | None, outcome: Trial | None) -> Claim | None:
    """Measures of the adopted alternative by what became of them in trial; None: the cell is blank."""
    if adopted is None or outcome not in _TRIALS:
        return None
    held = [m for m in included_measures(project.measures, adopted) if m.trial is outcome]
    if not held:
        return None
    key = f"scoring.{_TRIALS[outcome]}"
    n = tally(key, held, "measures", ("trial",), (adopted.id,))
    return Claim(key, {"n": n, "names": tuple(held)})


def trials(project: Project, adopted: Alternative | None) -> tuple[Claim | None, ...]:
    """All that trials leave open, the failed first."""
    return tuple(trial(project, adopted, outcome) for outcome in _TRIALS)


@claims("scoring.conditions", "scoring.condition")
def attached(decision: Decision | None) -> Claim | None:
    """The decision holds under conditions; the minute has no cells for their owners and dates."""
    n = counted(decision)
    if not n:
        return None
    return Claim("scoring.condition" if n == 1 else "scoring.conditions", {"n": n})
