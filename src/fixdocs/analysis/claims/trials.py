"""Claims about trials: what a measure's figures say against its target, its indicator's months and its own verdict."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import Trial
from ...schema.improve import Measure
from ..benefit import Tried
from ..claim import Claim, Keys, claims
from ..facts import tally
from ..statistics import SMALL_SAMPLE
from .named import named


@claims("trials.better", "trials.moved", "trials.only_after", "trials.worse", "trials.same", "trials.changed")
def figures(held: Tried) -> Claim | None:
    """What a trial measured before and after.

    Better or worse only where the direction is known; no betterment yet within the range of the months before.
    """
    if held.after is None:
        return None
    if held.before is None:
        return Claim("trials.only_after", {"measure": held.measure, "indicator": indicator(held), "after": held.after})
    key = {True: "better", False: "worse", None: "changed"}[held.better]
    if held.before == held.after:
        key = "same"
    elif held.better and held.place == "within":
        key = "moved"
    return Claim(f"trials.{key}", {
        "measure": held.measure, "indicator": indicator(held), "before": held.before, "after": held.after,
    })  # fmt: skip


@claims("trials.indicator", "trials.unnamed")
def indicator(held: Tried) -> Claim | None:
    """What was measured; that it is not said where no indicator is filled."""
    if held.indicator is None:
        return Claim("trials.unnamed")
    return Claim("trials.indicator", {"name": held.indicator})


@claims("trials.sample", "trials.period", "trials.sample_period")
def sample(held: Tried) -> Claim | None:
    """On how many cases and when it was tried."""
    begin, end = held.measure.trial_from, held.measure.trial_to
    slots = {"n": held.n, "begin": begin, "end": end}
    if begin is None or end is None:
        return Claim("trials.sample", slots) if held.n is not None else None
    return Claim("trials.period" if held.n is None else "trials.sample_period", slots)


@claims("trials.small")
def small(held: Tried) -> Claim | None:
    """That a sample is small."""
    return Claim("trials.small") if held.n is not None and held.n < SMALL_SAMPLE else None


@claims("trials.few")
def few(tried: Sequence[Tried]) -> Claim | None:
    """The trials whose samples are small."""
    held = [t.measure for t in tried if small(t) is not None]
    return Claim("trials.few", {"names": _keys(held)}) if held else None


@claims("trials.unsized")
def unsized(tried: Sequence[Tried]) -> Claim | None:
    """The trials of which neither sample nor period is filled."""
    held = [t.measure for t in tried if sample(t) is None]
    return Claim("trials.unsized", {"names": named(held)}) if held else None


@claims("trials.undated")
def undated(tried: Sequence[Tried]) -> Claim | None:
    """The trials of which the sample is filled and the period is not."""
    held = [t.measure for t in tried if t.n is not None and None in (t.measure.trial_from, t.measure.trial_to)]
    return Claim("trials.undated", {"names": named(held)}) if held else None


@claims("trials.reached", "trials.kept", "trials.missed")
def target(held: Tried) -> Claim | None:
    """Whether the trial met the target; a verdict that goes against it is told with it (:func:`against`)."""
    if held.reached is None or held.against == "effective_misses":
        return None
    key = ("kept" if held.kept else "reached") if held.reached else "missed"
    return Claim(f"trials.{key}", {"target": held.target})


@claims("trials.within", "trials.beyond", "trials.beneath")
def place(held: Tried) -> Claim | None:
    """Where the trial's value lies to the earlier months of its indicator."""
    if held.place is None:
        return None
    key = {"within": "within", "beyond": "beyond", "worse": "beneath"}[held.place]
    return Claim(f"trials.{key}", {"low": held.low, "high": held.high, "span": span(held)})


@claims("trials.before", "trials.throughout")
def span(held: Tried) -> Claim | None:
    """The months that a trial's value is held against: those before it, or all where it is not known when it began."""
    if held.place is None:
        return None
    key = "throughout" if held.measure.trial_from is None else "before"
    return Claim(f"trials.{key}", {"months": held.months})


@claims("trials.off")
def off(held: Tried) -> Claim | None:
    """That the trial began at another value than the objective's baseline."""
    if held.off is None:
        return None
    return Claim("trials.off", {"before": held.before, "baseline": held.off})


@claims("trials.apart")
def apart(tried: Sequence[Tried]) -> Claim | None:
    """The trials that began at another value than their objective's baseline."""
    held = [t.measure for t in tried if t.off is not None]
    return Claim("trials.apart", {"names": _keys(held)}) if held else None


@claims("trials.effective_not_better", "trials.effective_misses", "trials.failed_yet_better")
def against(held: Tried) -> Claim | None:
    """That a verdict goes against its own figures."""
    if held.against is None or held.measure.trial is None:
        return None
    return Claim(f"trials.{held.against}", {"result": held.measure.trial, "target": held.target})


def told(held: Tried) -> tuple[Claim | None, ...]:
    """A trial's figures and everything that is said of them."""
    return figures(held), sample(held), small(held), target(held), place(held), off(held), against(held)


@claims("trials.results")
def results(tried: Sequence[Tried]) -> Claim | None:
    """How many measures were tried, and with what result."""
    if not tried:
        return None
    groups = [(kind, [t.measure for t in tried if t.measure.trial is kind]) for kind in _RESULTS]
    parts = [made for kind, held in groups if (made := group(kind, held))]
    n = tally("trials.tried", [t.measure for t in tried], "measures", ("trial",))
    return Claim("trials.results", {"n": n, "parts": tuple(parts)})


_RESULTS = (Trial.EFFECTIVE, Trial.PARTIAL, Trial.FAILED)


@claims("trials.group")
def group(kind: Trial, held: Sequence[Measure]) -> Claim | None:
    """How many measures had one result."""
    if not held:
        return None
    n = tally("trials.result", held, "measures", ("trial",), (kind,))
    names = named(held) if kind is Trial.FAILED or len(held) == 1 else _keys(held)
    return Claim("trials.group", {"result": kind, "n": n, "names": names})


def _keys(held: Sequence[Measure]) -> Keys:
    """Measures by number alone: the table of trials has their names."""
    return Keys(m.id for m in held)


@claims("trials.failed")
def failed(tried: Sequence[Tried]) -> Claim | None:
    """That what failed is no benefit and no coverage."""
    return Claim("trials.failed") if any(t.measure.trial is Trial.FAILED for t in tried) else None


@claims("trials.none", "trials.none_one", "trials.untried")
def untried(measures: Sequence[Measure]) -> Claim | None:
    """Which of the plan's measures were not tried: all, or some; blank is not known (:func:`unsaid`)."""
    held = [m for m in measures if m.trial is Trial.UNTRIED]
    if not held:
        return None
    n = tally("trials.untried", held, "measures", ("trial",), tuple(sorted(m.id for m in measures)))
    if len(held) == len(measures):
        return Claim("trials.none_one") if len(held) == 1 else Claim("trials.none", {"n": n})
    return Claim("trials.untried", {"n": n, "names": named(held)})


@claims("trials.unsaid")
def unsaid(measures: Sequence[Measure]) -> Claim | None:
    """Which measures do not say whether they were tried, where others do."""
    held = [m for m in measures if m.trial is None]
    if not held or len(held) == len(measures):
        return None
    n = tally("trials.unsaid", held, "measures", ("trial",), tuple(sorted(m.id for m in measures)))
    return Claim("trials.unsaid", {"n": n, "names": named(held)})


@claims("trials.worst")
def worst(tried: Sequence[Tried]) -> Claim | None:
    """The trials that got better from the worst of the months before: part of that may be chance."""
    held = [t.measure for t in tried if t.worst and t.better and t.measure.trial_from is not None]
    return Claim("trials.worst", {"names": _keys(held)}) if held else None


@claims("trials.worst_undated")
def worst_undated(tried: Sequence[Tried]) -> Claim | None:
    """The same of trials of which it is not known which months were before."""
    held = [t.measure for t in tried if t.worst and t.better and t.measure.trial_from is None]
    return Claim("trials.worst_undated", {"names": _keys(held)}) if held else None
