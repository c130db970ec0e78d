"""What the panel, its attendance and its agreement let a report say."""

from __future__ import annotations

from ...schema.choices import ReviewerKind
from ..ballot import Away
from ..claim import Claim, claims
from ..facts import Count, tally
from ..panel import Preference, preference
from ..scoring import ScoringFindings, Standing, analyse

AWAY: tuple[Away, ...] = ("absent", "recused", "abstaining", "silent")
_BANDS = ((0.2, "poor"), (0.4, "fair"), (0.6, "moderate"), (0.8, "strong"))


# Who took part


@claims("scoring.panel_none", "scoring.panel_single", "scoring.panel_all", "scoring.panel_part")
def attendance(found: ScoringFindings, *, named: bool) -> Claim:
    """How many were invited, how many scored, who did not and why; by name only where ``named``."""
    ballot = found.ballot
    if not ballot.reviewers:
        return Claim("scoring.panel_none")
    if ballot.scored == ballot.invited:
        return Claim("scoring.panel_single" if ballot.scored == 1 else "scoring.panel_all", {"n": ballot.invited})
    parts = tuple(made for why in AWAY if (made := away(found, why, named=named)))
    return Claim("scoring.panel_part", {"n": ballot.invited, "scored": ballot.scored, "parts": parts})


@claims(*(f"scoring.{why}{end}" for why in AWAY for end in ("", "_count")))
def away(found: ScoringFindings, why: Away, *, named: bool) -> Claim | None:
    """How many reviewers' scores do not count for one reason, and who."""
    who = found.ballot.away(why)
    if not who:
        return None
    n = found.ballot.missing(why)
    return Claim(f"scoring.{why}", {"n": n, "who": who}) if named else Claim(f"scoring.{why}_count", {"n": n})


@claims("scoring.uncounted", "scoring.uncounted_count")
def uncounted(found: ScoringFindings, *, named: bool) -> Claim | None:
    """Somebody who was absent or recused gave scores; they do not count."""
    ballot = found.ballot
    held = [r for r in (*ballot.away("absent"), *ballot.away("recused")) if any(key[0] == r.id for key in ballot.given)]
    if not held:
        return None
    if named:
        return Claim("scoring.uncounted", {"who": tuple(held)})
    return Claim("scoring.uncounted_count", {"n": tally("scoring.uncounted", held, "reviewers", ("attendance",))})


@claims("scoring.no_front_line")
def no_front_line(found: ScoringFindings) -> Claim | None:
    """Everybody who scored is of a stated kind, and nobody from the front line."""
    kinds = [r.kind for r in found.present]
    if len(kinds) < 2 or None in kinds or ReviewerKind.FRONT_LINE in kinds:
        return None
    return Claim("scoring.no_front_line")


@claims("scoring.departments", "scoring.one_department")
def departments(found: ScoringFindings) -> Claim | None:
    """How many departments those who scored come from, where every one of them states his."""
    held = {r.department: r for r in found.present if r.department}
    if len(found.present) < 2 or not all(r.department for r in found.present):
        return None
    if len(held) == 1:
        return Claim("scoring.one_department")
    return Claim(
        "scoring.departments", {"n": tally("scoring.departments", [*held.values()], "reviewers", ("department",))}
    )


@claims("scoring.weighted")
def weighted(found: ScoringFindings) -> Claim | None:
    """The reviewers who scored do not all weigh the same."""
    return Claim("scoring.weighted") if len({r.weight for r in found.present}) > 1 else None


# Agreement


@claims(
    "scoring.agreement_single", "scoring.agreement_open", "scoring.agreement_none", "scoring.agreement_all",
    "scoring.agreement_all_complete", "scoring.agreement",
)  # fmt: skip
def firsts(found: ScoringFindings) -> Claim | None:
    """First choices, over those who scored every alternative that has a total."""
    held = found.agreement
    if not found.present or len(found.ranked) < 2:
        return None
    if len(found.present) == 1:
        return Claim("scoring.agreement_single", {"n": found.ballot.scored})
    if not held.complete:
        return Claim("scoring.agreement_open")
    top = found.by_choice[0]
    if not top.first_choices:
        return Claim("scoring.agreement_none", {"n": held.complete})
    if top.first_choices == held.complete and held.complete > 1:
        key = "scoring.agreement_all" if not held.open else "scoring.agreement_all_complete"
        return Claim(key, {"n": top.first_choices, "name": top.alternative.id})
    parts = (*map(_choice, found.by_choice), _choice_level(found))
    return Claim("scoring.agreement", {"n": held.complete, "parts": tuple(filter(None, parts))})


@claims("scoring.choice_level")
def _choice_level(found: ScoringFindings) -> Claim | None:
    return Claim("scoring.choice_level", {"n": found.agreement.level}) if found.agreement.level else None


@claims("scoring.choice")
def _choice(standing: Standing) -> Claim | None:
    if not standing.first_choices:
        return None
    return Claim("scoring.choice", {"n": standing.first_choices, "name": standing.alternative.id})


@claims("scoring.firsts_among")
def firsts_among(found: ScoringFindings) -> Claim | None:
    """First choices are among the alternatives that have a total, where others have none."""
    if not found.agreement.complete or not 2 <= len(found.ranked) < len(found.standings) or len(found.present) < 2:
        return None
    return Claim("scoring.firsts_among", {"names": tuple(s.alternative.id for s in found.ranked)})


@claims("scoring.open")
def open_(found: ScoringFindings) -> Claim | None:
    """Somebody present did not score everything, and counts for no first choice."""
    if not found.agreement.open or not found.agreement.complete or len(found.ranked) < 2:
        return None
    return Claim("scoring.open", {"n": found.agreement.open})


def preferred(found: ScoringFindings) -> Preference | None:
    """The winner against the one second, by those who scored both; None where either is several."""
    second = [s for s in found.ranked[1:] if s.rank == found.ranked[1].rank]
    if found.winner is None or len(second) != 1 or len(found.present) < 2:
        return None
    held = preference(found.ballot, found.own, found.winner.alternative, second[0].alternative)
    return held if held.n else None


@claims("scoring.pair")
def pair(found: ScoringFindings) -> Claim | None:
    """Preferences between winner and second, where first choices do not tell them already."""
    held = preferred(found)
    if held is None or (len(found.ranked) == 2 and not found.agreement.open):
        return None
    parts = tuple(filter(None, (_prefers(held.ahead, held.one), _prefers(held.behind, held.two), _pair_level(held))))
    return Claim("scoring.pair", {"n": held.n, "one": held.one, "two": held.two, "parts": parts})


@claims("scoring.prefers")
def _prefers(n: Count, name: str) -> Claim | None:
    return Claim("scoring.prefers", {"n": n, "name": name}) if n else None


@claims("scoring.pair_level")
def _pair_level(held: Preference) -> Claim | None:
    return Claim("scoring.pair_level", {"n": held.level}) if held.level else None


@claims("scoring.against_first", "scoring.against_pair")
def against(found: ScoringFindings) -> Claim | None:
    """The panel's majority puts another alternative first than the totals do."""
    winner, favourite, held = found.winner, found.favourite, preferred(found)
    if winner is None or len(found.present) < 2:
        return None
    if favourite is not None and favourite is not winner:
        return Claim("scoring.against_first", {"name": favourite.alternative.id, "winner": winner.alternative.id})
    if held is not None and 2 * held.behind > held.n:
        return Claim("scoring.against_pair", {"name": held.two, "winner": held.one})
    return None


@claims("scoring.complete_differs")
def complete_differs(found: ScoringFindings) -> Claim | None:
    """Without the reviewers who left scores out, another alternative would have the highest total."""
    if not found.agreement.open or not found.complete or not found.top:
        return None
    ballot = found.ballot
    held = analyse(ballot.alternatives, found.complete, ballot.criteria, tuple(ballot.given.values()))
    if held is None or set(held.winners) == set(found.winners):
        return None
    return Claim("scoring.complete_differs", {"n": found.agreement.complete, "names": held.winners})


def band(w: float) -> str:
    """The band of Kendall's W: poor, fair, moderate, strong, very_strong."""
    return next((name for limit, name in _BANDS if w < limit), "very_strong")


@claims(*(f"scoring.band_{name}" for name in (*(name for _, name in _BANDS), "very_strong")))
def band_claim(found: ScoringFindings) -> Claim | None:
    """The word for the band of W."""
    w = found.agreement.w
    return None if w is None else Claim(f"scoring.band_{band(w)}")


@claims(
    "scoring.concordance", "scoring.concordance_part", "scoring.unknown_few", "scoring.unknown_level",
)  # fmt: skip
def concordance(found: ScoringFindings) -> Claim | None:
    """How far the complete reviewers' orders agree, in words; why that is not computable where it is not."""
    held = found.agreement
    if len(found.present) < 2 or len(found.ranked) < 2:
        return None
    if held.w is None:
        return Claim(f"scoring.unknown_{held.unknown}")
    key = "scoring.concordance_part" if held.open else "scoring.concordance"
    return Claim(key, {"n": held.complete, "band": band_claim(found)})
