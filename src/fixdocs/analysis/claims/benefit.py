"""Claims about the benefit: by how much objectives get better, which reach their targets, which can't be estimated."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import Trial
from ...schema.survey import Goal
from ..benefit import Benefit
from ..claim import Claim, claims
from ..facts import Count, tally
from .named import named


def _count(kind: str, held: Sequence[Benefit], whole: Sequence[Benefit]) -> Count:
    """How many objectives there are of a kind, by the measures that serve any of them."""
    keys = sorted({m.id for b in whole for m in b.measures})
    return tally(f"benefit.{kind}", [b.goal for b in held], "goals", ("baseline", "target"), tuple(keys))


@claims("benefit.better", "benefit.within", "benefit.worse", "benefit.same", "benefit.bare", "benefit.changed")
def promise(held: Benefit) -> Claim | None:
    """What an objective's indicator comes to, and whether that is better than its baseline.

    What a trial measured within the range of the months before it is no betterment yet.
    """
    if held.after is None:
        return None
    if held.before is None:
        key = "bare"
    elif held.better is None:
        key = "changed"
    elif held.better:
        key = "within" if held.within else "better"
    else:
        key = "same" if held.before == held.after else "worse"
    return Claim(f"benefit.{key}", {
        "indicator": held.goal.indicator or held.goal.description, "before": worst(held) or held.before,
        "after": held.after, "basis": basis(held),
    })  # fmt: skip


@claims("benefit.from_worst")
def worst(held: Benefit) -> Claim | None:
    """A baseline that is the worst of its indicator's months, with that said beside it."""
    return Claim("benefit.from_worst", {"before": held.before}) if held.from_worst else None


@claims("benefit.trial", "benefit.expected")
def basis(held: Benefit) -> Claim | None:
    """What a value rests on: the trial or an estimate."""
    if held.after is None:
        return None
    return Claim("benefit.trial" if held.measured else "benefit.expected")


@claims("benefit.beside", "benefit.beside_reached", "benefit.beside_short")
def beside(held: Benefit) -> Claim | None:
    """What is expected besides what was measured, where the two differ.

    An expected value that meets the target is untried where all its measures say so; where one was tried, the trial
    fell short.
    """
    other = held.beside
    if other is None or other.value == held.after:
        return None
    key = "beside"
    if held.beside_reached and not held.reached:
        trials = {m.trial for m in other.measures}
        if trials == {Trial.UNTRIED}:
            key = "beside_reached"
        elif trials - {None, Trial.UNTRIED}:
            key = "beside_short"
    slots = {"indicator": held.goal.indicator or held.goal.description, "after": held.after, "value": other.value}
    return Claim(f"benefit.{key}", slots | {"names": named(other.measures)})


@claims(
    "benefit.reached_all", "benefit.reached_hoped", "benefit.reached_part", "benefit.reached_some",
    "benefit.reached_mixed", "benefit.reached_none", "benefit.reached_none_known", "benefit.reached", "benefit.missed",
)  # fmt: skip
def attained(found: Sequence[Benefit]) -> Claim | None:
    """How many objectives reach their targets, which, on what basis; those without a value to compare are no misses."""
    aimed = [b for b in found if b.reached is not None]
    met = [b for b in aimed if b.reached]
    if not aimed:
        return None
    if len(found) == 1:
        return Claim("benefit.reached" if met else "benefit.missed")
    of = _count("goals", found, found)
    if not met:
        key = "benefit.reached_none" if len(aimed) == len(found) else "benefit.reached_none_known"
        return Claim(key, {"n": _count("aimed", aimed, found), "of": of})
    if len(met) == len(found):
        return Claim("benefit.reached_all" if any(b.measured for b in met) else "benefit.reached_hoped", {"of": of})
    slots = {"n": _count("reached", met, found), "of": of, "names": tuple(filter(None, map(item, found)))}
    if len(aimed) == len(found):
        return Claim("benefit.reached_part", slots)
    if len(aimed) == len(met):
        return Claim("benefit.reached_some", slots)
    missed = [b for b in aimed if not b.reached]
    return Claim("benefit.reached_mixed", slots | {"missed": _count("missed", missed, found)})


@claims("benefit.item")
def item(held: Benefit) -> Claim | None:
    """An objective that reaches its target, by its indicator, with what its value rests on."""
    if not held.reached:
        return None
    return Claim("benefit.item", {"indicator": held.goal.indicator or held.goal.description, "basis": basis(held)})


@claims("benefit.unstated", "benefit.unstated_one", "benefit.open")
def unstated(found: Sequence[Benefit], unserved: Sequence[Goal] = ()) -> Claim | None:
    """Objectives for which nothing is expected and nothing was measured: all of them, or some.

    Of some, those that are ``unserved`` are told as such (:func:`.plan.unserved`).
    """
    held = [b for b in found if b.after is None]
    if held and len(held) == len(found):
        if len(held) == 1:
            return Claim("benefit.unstated_one")
        return Claim("benefit.unstated", {"n": _count("unstated", held, found)})
    held = [b for b in held if b.goal not in unserved]
    if not held:
        return None
    n = _count("unstated", held, found)
    return Claim("benefit.open", {"n": n, "names": named([b.goal for b in held])})
