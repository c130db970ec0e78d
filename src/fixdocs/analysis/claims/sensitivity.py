"""What the weights decide, as far as a report may say it."""

from __future__ import annotations

from itertools import combinations

from ..ballot import TIE
from ..claim import Claim, claims
from ..rounding import rounded
from ..scoring import ScoringFindings
from ..sensitivity import Switch


@claims(
    "scoring.nearest", "scoring.nearest_tied", "scoring.robust", "scoring.one_criterion", "scoring.one_weight",
    "scoring.tied_equal", "scoring.tied_differ", "scoring.tied_mixed",
)  # fmt: skip
def sensitivity(found: ScoringFindings) -> Claim | None:
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
        steps = tuple(made for switch in found.switches if (made := _passed(switch, near, winner)))
        return Claim("scoring.nearest_tied", {"steps": steps})
    return Claim("scoring.nearest", {"step": step(near[0]), "name": near[0].challenger, "winner": winner})


@claims("scoring.passed")
def _passed(switch: Switch, near: tuple[Switch, ...], winner: str) -> Claim | None:
    """A challenger passes the winner by as small a change of a weight as any does.

    What is told is the pair: beyond the switching weight the challenger stays ahead of the winner, whatever the weight,
    but another alternative may pass both.
    """
    if switch not in near:
        return None
    return Claim("scoring.passed", {"step": step(switch), "name": switch.challenger, "winner": winner})


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
    held, digits = _shifts(found), found.switches[0].change.fact.digits or 1
    least = min(rounded(abs(s.change), digits) for s in held)
    return tuple(s for s in held if rounded(abs(s.change), digits) == least)


def _shifts(found: ScoringFindings) -> tuple[Switch, ...]:
    """The switches, each shift of weight once: where two criteria have all the weight, one rises as the other falls."""
    shared = [name for name, weight in found.weights.items() if weight > TIE]
    if len(shared) != 2:
        return found.switches
    told = {s.challenger for s in found.switches if s.criterion == shared[0]}
    return tuple(s for s in found.switches if s.criterion != shared[1] or s.challenger not in told)


@claims("scoring.overtaking_vetoed")
def overtaking_vetoed(found: ScoringFindings) -> Claim | None:
    """Alternatives that the smallest change of a weight would put ahead pass a veto line."""
    ahead = {switch.challenger for switch in nearest(found)} if found.winner is not None else set()
    held = tuple(s.alternative.id for s in found.standings if s.vetoes and s.alternative.id in ahead)
    return Claim("scoring.overtaking_vetoed", {"names": held}) if held else None


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
    names = tuple(c.name for c in found.ballot.criteria if c.name not in moved and found.weights[c.name] > TIE)
    return Claim("scoring.firm", {"names": names, "name": found.winner.alternative.id}) if names else None


@claims("scoring.change_rounded")
def change_rounded(found: ScoringFindings) -> Claim | None:
    """A printed change is not the difference of the two printed weights."""

    def off(switch: Switch) -> bool:
        digits = switch.weight.fact.digits or 1
        level = rounded(switch.weight * 100, digits)
        now = rounded(switch.present * 100, switch.present.fact.digits or 0)
        return level - now != rounded(switch.change, digits)

    return Claim("scoring.change_rounded") if any(map(off, found.switches)) else None
