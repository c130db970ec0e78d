"""What is asked, what was decided against the scores, and what the choice leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from ...project import Project
from ...schema.choices import Trial
from ...schema.improve import Alternative, Decision
from ..chain import Links, Standing, measured
from ..claim import Claim, claims
from ..conditions import counted
from ..facts import tally
from ..money import Sum
from ..plan import PlanFindings, included_measures
from ..scoring import ScoringFindings
from .causes import planned_measureless
from .money import uncosted
from .named import named
from .plan import roots_bare, roots_failed, roots_rejected
from .plan_open import late_end, late_task, pending, taskless, unanswered, unplanned, unserved, untasked, verdicts
from .scoring import keys


@claims(
    "scoring.ask_approve", "scoring.ask_approve_open", "scoring.ask_adopt", "scoring.ask_adopt_only",
    "scoring.ask_vetoed", "scoring.ask_settle", "scoring.ask_score",
)  # fmt: skip
def asked(found: ScoringFindings, adopted: Alternative | None, before: Sequence[Claim] = ()) -> Claim:
    """What the meeting or the management is asked; ``before`` is what has to be settled before an approval."""
    if adopted is not None:
        return Claim("scoring.ask_approve_open" if before else "scoring.ask_approve", {"name": adopted})
    winner = found.winner
    if winner is None:
        return Claim("scoring.ask_settle", {"names": keys(found.top)}) if found.top else Claim("scoring.ask_score")
    if winner.vetoes:
        return Claim("scoring.ask_vetoed", {"name": winner.alternative, "criteria": winner.vetoes})
    key = "scoring.ask_adopt" if len(found.ranked) > 1 else "scoring.ask_adopt_only"
    return Claim(key, {"name": winner.alternative})


@claims(
    "scoring.adopted_top", "scoring.adopted_tied", "scoring.adopted_below", "scoring.adopted_below_tied",
    "scoring.adopted_untotalled",
)  # fmt: skip
def against_scores(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """Whether the choice follows the totals; one alternative alone is neither first nor behind."""
    standing = found.standing(decision.adopted if decision else None)
    if standing is None or not found.top or len(found.standings) < 2:
        return None
    slots: dict[str, object] = {"adopted": standing.alternative.id, "names": keys(found.top)}
    if standing.rank is None:
        return Claim("scoring.adopted_untotalled", slots)
    others = [s for s in found.ranked if s.rank == standing.rank and s is not standing]
    if standing.rank > 1:
        slots |= {"rank": standing.rank, "others": keys(others)}
        return Claim("scoring.adopted_below_tied" if others else "scoring.adopted_below", slots)
    if others:
        return Claim("scoring.adopted_tied", {"names": keys(others)})
    return Claim("scoring.adopted_top") if len(found.ranked) > 1 else None


def departs(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """That the adopted alternative is none of those with the highest total, where it is so."""
    held = against_scores(found, decision)
    return None if held is None or held.key in ("scoring.adopted_top", "scoring.adopted_tied") else held


@claims("scoring.unchosen")
def unchosen(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """Nobody who scored everything puts the adopted alternative first, alone or beside others."""
    standing = found.standing(decision.adopted if decision else None)
    if standing is None or departs(found, decision) is None or len(found.complete) < 2:
        return None
    place = found.ballot.alternatives.index(standing.alternative)
    if any(place in found.firsts(r) for r in found.complete):
        return None
    return Claim("scoring.unchosen", {"n": found.agreement.complete, "name": standing.alternative.id})


@claims("scoring.no_reason", "scoring.no_reason_tied")
def no_reason(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """Another alternative than the one with the highest total alone is adopted, and no reason is written."""
    held = against_scores(found, decision)
    if held is None or held.key == "scoring.adopted_top" or (decision and (decision.reason or "").strip()):
        return None
    return Claim("scoring.no_reason_tied" if held.key == "scoring.adopted_tied" else "scoring.no_reason")


@claims("scoring.adopted_vetoed")
def adopted_vetoed(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """The adopted alternative passes a veto line."""
    standing = found.standing(decision.adopted if decision else None)
    return Claim("scoring.adopted_vetoed", {"criteria": standing.vetoes}) if standing and standing.vetoes else None


@claims("scoring.sums_partly")
def sums_partly(plan: PlanFindings | None) -> Claim | None:
    """The sums of some alternative leave measures out that do not state the figure."""
    names: tuple[Sum, ...] = ("investment", "running_cost", "person_days")
    held = tuple(
        a.id
        for a, sums in (plan.money_of if plan else ())
        if any(getattr(sums, name) is not None and not sums.whole(name) for name in names)
    )
    return Claim("scoring.sums_partly", {"names": held}) if held else None


@claims("scoring.holds_failed")
def holds_failed(project: Project, alternative: Alternative) -> Claim | None:
    """An alternative that was put before the panel has measures that failed in trial."""
    held = [m for m in included_measures(project.measures, alternative) if m.trial is Trial.FAILED]
    return Claim("scoring.holds_failed", {"name": alternative.id, "names": tuple(held)}) if held else None


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


@claims("scoring.conditions")
def attached(decision: Decision | None) -> Claim | None:
    """How many conditions the decision holds under."""
    n = counted(decision)
    return Claim("scoring.conditions", {"n": n}) if n else None


@claims("scoring.undecided")
def undecided(found: ScoringFindings, decision: Decision | None) -> Claim | None:
    """The one alternative there is has been scored, and the meeting has not adopted it; of several one is chosen."""
    if len(found.standings) != 1 or (decision is not None and decision.adopted):
        return None
    return Claim("scoring.undecided")


@claims("scoring.verify_first")
def verify_first(plan: PlanFindings) -> Claim | None:
    """Measures of the plan rest on root causes that are 待验证: to be verified before they are carried out."""
    held = {root.id: root for root in plan.coverage.unverified}
    live = [m for m in plan.included if measured(m) in (Standing.ANSWERS, Standing.PROPOSED)]
    measures = [m for m in live if not held.keys().isdisjoint(m.roots)]
    roots = [root for key, root in held.items() if any(key in m.roots for m in measures)]
    return Claim("scoring.verify_first", {"roots": named(roots), "measures": named(measures)}) if roots else None


def gaps(plan: PlanFindings, links: Links) -> tuple[Claim | None, ...]:
    """Objectives without a measure, and issues to be solved in this round without one, or without one that counts."""
    return unserved(plan), unplanned(plan), unanswered(plan), planned_measureless(links)


def before_approval(
    plan: PlanFindings | None, found: ScoringFindings | None, project: Project, links: Links
) -> tuple[Claim, ...]:
    """What has to be settled before anything is approved: the same for the plan as for the panel's conclusion."""
    made: list[Claim | None] = []
    if found is not None:
        decision = project.decision
        made += [undecided(found, decision), adopted_vetoed(found, decision), no_reason(found, decision)]
    if plan is not None:
        made += [
            trial(project, plan.chosen, Trial.FAILED), verify_first(plan), uncosted(plan.money), taskless(plan),
            untasked(plan), roots_bare(plan.coverage), roots_failed(plan.coverage), roots_rejected(plan.coverage),
            *gaps(plan, links), pending(plan), verdicts(plan), late_end(plan), late_task(plan),
        ]  # fmt: skip
    return tuple(filter(None, made))
