"""Claims about the benefit: by how much objectives get better, which reach their targets, which can't be estimated."""

from __future__ import annotations

from collections.abc import Sequence

from ..benefit import Benefit
from ..claim import Claim, claims
from ..facts import Count, tally
from .named import named


def _count(kind: str, held: Sequence[Benefit], whole: Sequence[Benefit]) -> Count:
    """How many objectives there are of a kind, by the measures that serve any of them."""
    keys = sorted({m.id for b in whole for m in b.measures})
    return tally(f"benefit.{kind}", [b.goal for b in held], "goals", ("baseline", "target"), tuple(keys))


@claims("benefit.better", "benefit.worse", "benefit.same", "benefit.bare", "benefit.changed")
def promise(held: Benefit) -> Claim | None:
    """What an objective's indicator comes to, and whether that is better than its baseline."""
    if held.after is None:
        return None
    if held.before is None:
        key = "bare"
    elif held.better is None:
        key = "changed"
    elif held.better:
        key = "better"
    else:
        key = "same" if held.before == held.after else "worse"
    return Claim(f"benefit.{key}", {
        "indicator": held.goal.indicator or held.goal.description, "before": held.before, "after": held.after,
        "basis": basis(held),
    })  # fmt: skip


@claims("benefit.trial", "benefit.expected")
def basis(held: Benefit) -> Claim | None:
    """What a value rests on: the trial or an estimate."""
    if held.after is None:
        return None
    return Claim("benefit.trial" if held.measured else "benefit.expected")


@claims("benefit.beside", "benefit.beside_reached")
def beside(held: Benefit) -> Claim | None:
    """What is expected besides what was measured, where the two differ."""
    other = held.beside
    if other is None or other.value == held.after:
        return None
    slots = {"indicator": held.goal.indicator or held.goal.description, "after": held.after, "value": other.value}
    key = "benefit.beside_reached" if held.beside_reached else "benefit.beside"
    return Claim(key, slots | {"names": named(other.measures)})


@claims("benefit.reached_all", "benefit.reached_part", "benefit.reached_none", "benefit.reached", "benefit.missed")
def attained(found: Sequence[Benefit]) -> Claim | None:
    """How many objectives reach their targets, of those that can be held against one."""
    aimed = [b for b in found if b.reached is not None]
    met = [b for b in aimed if b.reached]
    if not aimed:
        return None
    if len(found) == 1:
        return Claim("benefit.reached" if met else "benefit.missed")
    slots = {"n": _count("reached", met, found), "of": _count("goals", found, found)}
    if not met:
        return Claim("benefit.reached_none", {"n": _count("aimed", aimed, found), "of": slots["of"]})
    return Claim("benefit.reached_all" if len(met) == len(found) else "benefit.reached_part", slots)


@claims("benefit.unstated", "benefit.open")
def unstated(found: Sequence[Benefit]) -> Claim | None:
    """Objectives for which nothing is expected and nothing was measured: all of them, or some."""
    held = [b for b in found if b.after is None]
    if not held:
        return None
    n = _count("unstated", held, found)
    if len(held) == len(found):
        return Claim("benefit.unstated", {"n": n})
    return Claim("benefit.open", {"n": n, "names": named([b.goal for b in held])})
