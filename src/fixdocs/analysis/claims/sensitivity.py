"""What the weights decide, as far as a report may say it."""

from __future__ import annotations

from itertools import combinations

from ..ballot import TIE
from ..claim import Claim, claims
from ..scoring import ScoringFindings
from ..sensitivity import Switch


@claims(
    "scoring.nearest", "scoring.nearest_tied", "scoring.robust", "scoring.one_criterion", "scoring.one_weight",
    "scoring.tied_equal", "scoring.tied_differ", "scoring.tied_mixed",
)  # fmt: skip
def sensitivity(found: ScoringFindings, adopted: str | None) -> Claim | None:
    """The smallest change of a weight that takes the first place from the winner; what else there is to say of it."""
    if len(found.ranked) < 2:
        return None
    if found.winner is None:
        return Claim(f"scoring.tied_{_tie(found)}", {"names": tuple(s.alternative.id for s in found.top)})
    winner = found.winner.alternative.id
    if len(found.ballot.criteria) == 1:
        return Claim("scoring.one_criterion")
    whole = [name for name, weight in found.weights.items() if weight >= 1 - TIE]
    if whole:
        return Claim("scoring.one_weight", {"criterion": whole[0]})
    near = nearest(found)
    if not near:
        return Claim("scoring.robust", {"name": winner})
    if len(near) > 1:
        steps = tuple(made for switch in found.switches if (made := _passed(switch, near)))
        return Claim("scoring.nearest_tied", {"steps": steps, "name": winner})
    return Claim("scoring.nearest", {"step": step(near[0]), "outcome": _outcome(near[0], winner, adopted)})


@claims("scoring.outcome", "scoring.outcome_top")
def _outcome(near: Switch, winner: str, adopted: str | None) -> Claim:
    """The challenger is chosen instead; where another than the winner was adopted, it only comes first."""
    plain = adopted is None or adopted == winner
    return Claim("scoring.outcome" if plain else "scoring.outcome_top", {"name": near.challenger})


@claims("scoring.passed")
def _passed(switch: Switch, near: tuple[Switch, ...]) -> Claim | None:
    """A challenger passes the winner by as small a change of a weight as any does."""
    return Claim("scoring.passed", {"step": step(switch), "name": switch.challenger}) if switch in near else None


def _tie(found: ScoringFindings) -> str:
    """Whether tied winners are level on every criterion, or differ on one whose weight could tell them apart."""
    keys = [s.alternative.id for s in found.top]
    differ = [
        any(weight < 1 - TIE and abs(found.margin(one, two, name)) > TIE for name, weight in found.weights.items())
        for one, two in combinations(keys, 2)
    ]
    if all(differ):
        return "differ"
    return "mixed" if any(differ) else "equal"


def nearest(found: ScoringFindings) -> tuple[Switch, ...]:
    """The switches that the smallest change of a weight brings about; several where changes are alike as printed."""
    if not found.switches:
        return ()
    digits = found.switches[0].change.fact.digits or 1
    least = min(round(abs(s.change), digits) for s in found.switches)
    return tuple(s for s in found.switches if round(abs(s.change), digits) == least)


@claims("scoring.step_up", "scoring.step_down")
def step(switch: Switch) -> Claim:
    """The change of a weight at which a challenger passes the winner."""
    slots = {"criterion": switch.criterion, "present": switch.present, "level": switch.weight,
             "change": switch.change}  # fmt: skip
    return Claim("scoring.step_up" if switch.rising else "scoring.step_down", slots)


@claims("scoring.firm")
def firm(found: ScoringFindings) -> Claim | None:
    """Some criteria's weights can change the first place, others cannot, whatever they are."""
    if found.winner is None or not found.switches:
        return None
    moved = {s.criterion for s in found.switches}
    names = tuple(c.name for c in found.ballot.criteria if c.name not in moved)
    return Claim("scoring.firm", {"names": names, "name": found.winner.alternative.id}) if names else None


@claims("scoring.change_rounded")
def change_rounded(found: ScoringFindings) -> Claim | None:
    """A printed change is not the difference of the two printed weights."""

    def off(switch: Switch) -> bool:
        digits = switch.weight.fact.digits or 1
        level = float(f"{switch.weight * 100:.{digits}f}")
        now = float(f"{switch.present * 100:.{switch.present.fact.digits or 0}f}")
        return f"{level - now:.{digits}f}" != f"{switch.change:.{digits}f}"

    return Claim("scoring.change_rounded") if any(map(off, found.switches)) else None
