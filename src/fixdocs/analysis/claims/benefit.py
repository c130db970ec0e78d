"""Claims about the benefit: by how much objectives get better, which reach their targets, which can't be estimated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schema.choices import Adoption, Trial
from ...schema.improve import Measure
from ...schema.survey import Goal
from ..benefit import Benefit
from ..claim import Claim, claims
from ..facts import Count, filled, tally
from ..statistics import SMALL_SAMPLE
from .named import named


def _count(kind: str, held: Sequence[Benefit], whole: Sequence[Benefit]) -> Count:
    """How many objectives there are of a kind, by the measures that serve any of them."""
    keys = sorted({m.id for b in whole for m in b.measures})
    return tally(f"benefit.{kind}", [b.goal for b in held], "goals", ("baseline", "target"), tuple(keys))


@claims(
    "benefit.better", "benefit.within", "benefit.within_undated", "benefit.worse", "benefit.same", "benefit.bare",
    "benefit.changed", "benefit.unlike",
)  # fmt: skip
def promise(held: Benefit) -> Claim | None:
    """What an objective's indicator comes to, and whether that is better than its baseline.

    What a trial measured within the range of the months before it is no betterment yet.
    """
    if held.after is None:
        return None
    if held.before is None:
        key = "bare"
    elif held.unlike is not None:
        key = "unlike"
    elif held.better is None:
        key = "changed"
    elif held.better:
        key = ("within" if held.dated else "within_undated") if held.within else "better"
    else:
        key = "same" if held.before == held.after else "worse"
    return Claim(f"benefit.{key}", {
        "indicator": _indicator(held), "before": worst(held) or held.before,
        "after": held.after, "basis": ground(held) or basis(held),
    })  # fmt: skip


def promises(found: Sequence[Benefit]) -> tuple[Claim, ...]:
    """What every objective's indicator comes to, once where several objectives are about the same values."""
    return _once(map(promise, found))


def _once(made: Iterable[Claim | None]) -> tuple[Claim, ...]:
    """The claims that stand, those that are alike once."""
    held: list[Claim] = []
    for claim in made:
        if claim is not None and claim not in held:
            held.append(claim)
    return tuple(held)


@claims("benefit.trial_off", "benefit.trial_few", "benefit.trial_off_few")
def ground(held: Benefit) -> Claim | None:
    """What weakens a trial as a basis (:func:`basis`): a small sample, a start that is not the baseline."""
    few = held.measured and held.n is not None and held.n < SMALL_SAMPLE
    if held.began is None and not few:
        return None
    key = "trial_few" if held.began is None else "trial_off_few" if few else "trial_off"
    return Claim(f"benefit.{key}", {"began": held.began, "n": held.n})


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
    slots = {"indicator": _indicator(held), "after": held.after, "value": other.value}
    return Claim(f"benefit.{key}", slots | {"names": named(other.measures)})


@claims(
    "benefit.reached_all", "benefit.reached_hoped", "benefit.reached_part", "benefit.reached_some",
    "benefit.reached_mixed", "benefit.reached_none", "benefit.reached_none_known", "benefit.reached", "benefit.missed",
    "benefit.reached_other", "benefit.missed_other",
)  # fmt: skip
def attained(found: Sequence[Benefit]) -> Claim | None:
    """How many objectives reach their targets, which, on what basis; those without a value to compare are no misses.

    A target that is met as things are is not reached by anything (:func:`idle`).
    """
    rest = [b for b in found if not b.idle]
    aimed = [b for b in rest if b.reached is not None]
    met = [b for b in aimed if b.reached]
    missed = [b for b in aimed if not b.reached]
    if not aimed:
        return None
    basis = _judged(missed)
    if len(rest) == 1:
        key = "benefit.reached" if met else "benefit.missed"
        if len(found) == 1:
            return Claim(key, {"basis": basis})
        return Claim(f"{key}_other", {"indicator": _indicator(rest[0]), "basis": basis})
    of = _count("goals" if len(rest) == len(found) else "rest", rest, found)
    if not met:
        key = "benefit.reached_none" if len(aimed) == len(rest) else "benefit.reached_none_known"
        return Claim(key, {"n": _count("aimed", aimed, found), "of": of, "basis": basis})
    if len(met) == len(rest):
        return Claim("benefit.reached_all" if any(b.measured for b in met) else "benefit.reached_hoped", {"of": of})
    slots = {"n": _count("reached", met, found), "of": of, "names": _items(found), "basis": basis}
    if len(aimed) == len(rest):
        return Claim("benefit.reached_part", slots)
    if len(aimed) == len(met):
        return Claim("benefit.reached_some", slots)
    return Claim("benefit.reached_mixed", slots | {"missed": _count("missed", missed, found)})


@claims("benefit.by_trial", "benefit.by_expected", "benefit.by_both")
def _judged(missed: Sequence[Benefit]) -> Claim | None:
    """What objectives that miss their targets were judged by: a trial is of some measures, not of the whole plan."""
    if not missed:
        return None
    measured = {b.measured for b in missed}
    return Claim("benefit.by_both" if len(measured) > 1 else f"benefit.by_{'trial' if measured.pop() else 'expected'}")


def _indicator(held: Benefit) -> str:
    return held.goal.indicator or held.goal.description


def _items(found: Sequence[Benefit]) -> tuple[Claim, ...]:
    """Objectives by :func:`item`, once where several have one indicator."""
    return _once(map(item, found))


@claims("benefit.idle", "benefit.idle_same", "benefit.idle_only")
def idle(found: Sequence[Benefit]) -> Claim | None:
    """Objectives whose targets their values meet, but which were met as things are: no effect of the measures."""
    held = [b for b in found if b.idle]
    if not held:
        return None
    if len(found) == 1:
        return Claim("benefit.idle_only")
    key = "benefit.idle_same" if all(b.kept == "same" for b in held) else "benefit.idle"
    return Claim(key, {"n": _count("idle", held, found), "names": tuple(dict.fromkeys(map(_indicator, held)))})


@claims("benefit.item")
def item(held: Benefit) -> Claim | None:
    """An objective that reaches its target, by its indicator, with what its value rests on."""
    if not held.reached or held.idle:
        return None
    return Claim("benefit.item", {"indicator": _indicator(held), "basis": basis(held)})


@claims("benefit.unstated", "benefit.unstated_one", "benefit.open")
def unstated(found: Sequence[Benefit], unserved: Sequence[Goal] = ()) -> Claim | None:
    """Objectives for which nothing is expected and nothing was measured: all of them, or some.

    Of some, those that are ``unserved`` are told as such (:func:`.plan.unserved`).
    """
    held = [b for b in found if b.after is None and not b.dropped]
    if held and len(held) == len(found):
        if len(held) == 1:
            return Claim("benefit.unstated_one")
        return Claim("benefit.unstated", {"n": _count("unstated", held, found)})
    held = [b for b in held if b.goal not in unserved]
    if not held:
        return None
    n = _count("unstated", held, found)
    return Claim("benefit.open", {"n": n, "names": named([b.goal for b in held])})


@claims("benefit.dropped", "benefit.dropped_only")
def dropped(found: Sequence[Benefit]) -> Claim | None:
    """Objectives whose values come only from measures that do not count, with which and why."""
    held = [b for b in found if b.after is None and b.dropped]
    if not held:
        return None
    parts: list[Claim] = []
    for made in (drop(m, b) for b in held for m in b.dropped):
        if made is not None and made not in parts:
            parts.append(made)
    key = "benefit.dropped_only" if len(held) == len(found) else "benefit.dropped"
    return Claim(key, {"n": _count("dropped", held, found), "parts": tuple(parts)})


@claims("benefit.drop_figures", "benefit.drop_failed", "benefit.drop_rejected")
def drop(measure: Measure, held: Benefit) -> Claim | None:
    """Why a measure's values do not count, with what a trial that failed measured."""
    if measure.trial is not Trial.FAILED:
        rejected = measure.adoption is Adoption.REJECTED
        return Claim("benefit.drop_rejected", {"measure": measure}) if rejected else None
    unit = held.goal.unit
    before, after = (filled(measure, name, word=unit, basis="trial") for name in ("before", "after"))
    if before is None or after is None:
        return Claim("benefit.drop_failed", {"measure": measure})
    return Claim("benefit.drop_figures", {"measure": measure, "before": before, "after": after})
