"""What measures promise for the objectives, and what their trials showed, held against the target and the months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from ..schema.choices import Adoption, Direction, Trial
from ..schema.improve import Measure
from ..schema.survey import Goal, Indicator
from . import running
from .facts import Basis, Cells, Count, Fact, Quantity, filled, known, sources
from .running.indicators import is_worst
from .statistics import attainment, improvement

Place = Literal["within", "beyond", "worse"]
Kept = Literal["same", "behind"]
Against = Literal["effective_not_better", "effective_misses", "failed_yet_better"]

RANGE: Final = 3
"""Months from which their least and most are a range that a value is held against."""

_TRIED = (Trial.EFFECTIVE, Trial.PARTIAL, Trial.FAILED)
_WORKED = (Trial.EFFECTIVE, Trial.PARTIAL)


class Stated(Struct, frozen=True):
    """A value that measures state for an objective; several where they state the same."""

    value: Quantity
    measures: tuple[Measure, ...]


class Benefit(Struct, frozen=True):
    """What measures promise for one objective.

    ``after`` is the best value of the measures that have not failed: as measured in trial where there is one
    (``measured``), else the expected one; ``by`` are the measures that state it. ``beside`` is the best expected value
    where a trial leads, ``beside_reached`` whether that meets the target. ``before`` is the baseline, or what the
    trial began at where the baseline is blank. ``ratio`` is the improvement ratio, ``points`` the difference in
    percentage points where the unit is %, ``attained`` the share of the way to the target. ``better`` and ``reached``
    are None where they can't be told: baseline, target or direction is blank, or the units differ. ``within`` tells
    that what a trial measured lies within the months before it: that may be chance; ``dated`` that it is known which
    these are. ``from_worst`` tells that ``before`` is the worst of the indicator's months. ``began`` is what the trial
    began at where that is not the baseline, ``n`` its sample where one trial states the value. ``kept`` tells that the
    target is the baseline, or lies behind it: what is reached without doing anything. ``unlike`` are the units of
    ``before`` and ``after`` where they differ. ``dropped`` are the measures whose values do not count: they failed, or
    are not adopted.
    """

    goal: Goal
    measures: tuple[Measure, ...]
    before: Quantity | None
    after: Quantity | None
    measured: bool
    by: tuple[Measure, ...] = ()
    beside: Stated | None = None
    ratio: Quantity | None = None
    points: Quantity | None = None
    attained: Quantity | None = None
    better: bool | None = None
    reached: bool | None = None
    beside_reached: bool | None = None
    within: bool = False
    from_worst: bool = False
    dated: bool = True
    began: Quantity | None = None
    n: Count | None = None
    kept: Kept | None = None
    unlike: tuple[str, str] | None = None
    dropped: tuple[Measure, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether the target is met, but was so before anything was done."""
        return bool(self.reached) and self.kept is not None

    @property
    def source(self) -> Measure | None:
        """The first measure that states the value."""
        return self.by[0] if self.by else None


class Tried(Struct, frozen=True):
    """A measure that was tried.

    ``lower`` tells that low is good. ``better`` holds its figures against each other, ``reached`` against ``target``,
    ``kept`` tells that this was met as the trial began. ``place`` tells where the value lies in the range (``low`` to
    ``high`` over ``months``) of its indicator's months before it: within it, beyond it on the good side, or on the bad
    one. ``off`` is the objective's baseline where the trial began elsewhere, ``worst`` tells that it began at the worst
    of those months. ``against`` says how the verdict goes against the figures.
    """

    measure: Measure
    indicator: str | None
    before: Quantity | None
    after: Quantity | None
    change: Quantity | None
    n: Count | None
    lower: bool | None
    better: bool | None
    target: Quantity | None
    reached: bool | None
    kept: bool
    low: Quantity | None
    high: Quantity | None
    months: Count | None
    place: Place | None
    off: Quantity | None
    worst: bool
    against: Against | None


def benefits(
    goals: Sequence[Goal],
    measures: Sequence[Measure],
    indicators: Sequence[Indicator] = (),
    begin: date | None = None,
) -> tuple[Benefit, ...]:
    """What ``measures`` promise for each objective; ``indicators`` tell units and directions the objectives leave, and
    what the months (the first is that of ``begin``) were before a trial.
    """
    return tuple(_benefit(goal, goals, measures, indicators, begin) for goal in goals)


def trials(
    goals: Sequence[Goal],
    measures: Sequence[Measure],
    indicators: Sequence[Indicator] = (),
    begin: date | None = None,
) -> tuple[Tried, ...]:
    """Every measure that was tried, in order; the first month of ``indicators`` is that of ``begin``."""
    return tuple(_tried(m, goals, indicators, begin) for m in measures if m.trial in _TRIED)


def units(goals: Iterable[Goal], indicators: Iterable[Indicator]) -> dict[str, str]:
    """The unit of each indicator: its own, else that of an objective it measures."""
    found = {goal.indicator: goal.unit for goal in goals if goal.indicator and goal.unit}
    return found | {row.name: row.unit for row in indicators if row.unit}


def unit_of(measure: Measure, goals: Sequence[Goal], indicators: Sequence[Indicator]) -> str | None:
    """The unit of a measure's values: its indicator's, else that of the objective they are about."""
    goal = aim(measure, goals)
    name = measure.indicator or (goal.indicator if goal else None)
    return units(goals, indicators).get(name) if name else (goal.unit if goal else None)


def aim(measure: Measure, goals: Sequence[Goal]) -> Goal | None:
    """The objective that a measure's values are about.

    The one of its indicator, its own objectives first; where the indicator is blank its objective, if there is one
    only: of several nobody can tell.
    """
    own = [goal for goal in goals if goal.id in measure.goals]
    if measure.indicator is None:
        return own[0] if len({goal.indicator or goal.id for goal in own}) == 1 else None
    return next((goal for goal in (*own, *goals) if goal.indicator == measure.indicator), None)


def _benefit(
    goal: Goal, goals: Sequence[Goal], measures: Sequence[Measure], indicators: Sequence[Indicator], begin: date | None
) -> Benefit:
    held = [m for m in measures if _counts(m)]
    about = [m for m in held if _is_about(m, goal, goals)]
    serving = tuple(m for m in held if goal.id in m.goals or m in about)
    row = next((i for i in indicators if i.name == goal.indicator), None)
    unit = (row.unit if row else None) or goal.unit
    lower = lower_is_good(goal, row)
    tried = _best([m for m in about if m.trial in _WORKED], "after", unit, lower)
    hoped = _best(about, "expected", unit, lower)
    lead = tried or hoped
    baseline, target = filled(goal, "baseline", word=goal.unit), filled(goal, "target", word=goal.unit)
    kept = kept_target(goal, row)
    if lead is None:
        gone = tuple(m for m in measures if not _counts(m) and _is_about(m, goal, goals) and _states(m))
        return Benefit(goal, serving, baseline, None, False, kept=kept, dropped=gone)
    before = baseline
    if before is None and tried is not None:
        before = filled(tried.measures[0], "before", word=unit, basis="trial")
    within = tried is not None and all(
        _place(tried.value, *_range(row, m.trial_from, begin), lower) == "within" for m in tried.measures
    )
    unlike = (goal.unit, unit) if goal.unit and unit and goal.unit != unit else None
    return _held_against(
        Benefit(goal, serving, before, lead.value, tried is not None, lead.measures, hoped if tried else None,
                within=within, from_worst=_worst(before, _before(row, None, None), lower),
                dated=all(m.trial_from is not None for m in lead.measures),
                began=_began(lead.measures, baseline, unit) if tried and not unlike else None,
                n=_sample(lead.measures[0]) if tried and len(lead.measures) == 1 else None,
                kept=kept, unlike=unlike),
        target, lower, unit,
    )  # fmt: skip


def _counts(measure: Measure) -> bool:
    return measure.trial is not Trial.FAILED and measure.adoption is not Adoption.REJECTED


def _states(measure: Measure) -> bool:
    return measure.after is not None or measure.expected is not None


def _began(measures: Sequence[Measure], baseline: Quantity | None, unit: str | None) -> Quantity | None:
    """What the trials of ``measures`` began at, where all began there and it is not the baseline."""
    starts = {m.before for m in measures}
    if baseline is None or len(starts) != 1 or starts & {None, float(baseline)}:
        return None
    return filled(measures[0], "before", word=unit, basis="trial")


def kept_target(goal: Goal, indicator: Indicator | None) -> Kept | None:
    """Whether an objective's target is its baseline, or lies behind it: it is met as things are."""
    if goal.target is None or goal.baseline is None:
        return None
    if goal.target == goal.baseline:
        return "same"
    lower = lower_is_good(goal, indicator)
    return "behind" if lower is not None and (goal.target > goal.baseline) is lower else None


def _is_about(measure: Measure, goal: Goal, goals: Sequence[Goal]) -> bool:
    """Whether a measure's values are about ``goal``: its indicator is the goal's, or the goal is its only one."""
    if measure.indicator is None:
        return aim(measure, goals) is goal
    return measure.indicator == goal.indicator


def _held_against(found: Benefit, target: Quantity | None, lower: bool | None, unit: str | None) -> Benefit:
    """``found`` with its verdicts and ratios, as far as they can be told."""
    before, after, goal = found.before, found.after, found.goal
    assert after is not None
    alike = found.unlike is None
    about, cells = (goal.id, *(m.id for m in found.by)), sources(before, after)
    ratio = points = attained = None
    if before is not None and alike:
        if lower is not None:
            value = improvement(before, after, lower_is_better=lower)
            ratio = known(value, Fact("benefit.ratio", about, cells, "share"))
        if unit == "%":
            points = Quantity(round(after - before, 6), Fact("benefit.points", about, cells, "points"))
        if target is not None and not found.kept:
            value = attainment(before, after, target)
            attained = known(value, Fact("benefit.attained", about, sources(before, after, target), "share"))
    return replace(
        found, ratio=ratio, points=points, attained=attained,
        better=_beats(after, before, lower) if alike else None,
        reached=meets(after, target, lower) if alike else None,
        beside_reached=meets(found.beside.value, target, lower) if alike and found.beside else None,
    )  # fmt: skip


def _best(measures: Sequence[Measure], name: str, unit: str | None, lower: bool | None) -> Stated | None:
    """The best value of the column ``name``, with all measures that state it; without a direction the only one."""
    basis: Basis = "trial" if name == "after" else "expected"
    held = [(m, value) for m in measures if (value := filled(m, name, word=unit, basis=basis)) is not None]
    values = [value for _, value in held]
    if not values or (lower is None and min(values) != max(values)):
        return None
    pick: Callable[[Iterable[Quantity]], Quantity] = min if lower else max
    best = pick(values)
    return Stated(best, tuple(m for m, value in held if value == best))


def lower_is_good(goal: Goal | None, indicator: Indicator | None) -> bool | None:
    """Whether low is good: by the goal's direction, else the side of the baseline that its target lies on, else by the
    indicator's; None where none tells.
    """
    if goal is not None and goal.direction is not None:
        return goal.direction is Direction.LOWER
    if goal is not None and goal.target is not None and goal.baseline is not None and goal.target != goal.baseline:
        return goal.target < goal.baseline
    if indicator is not None and indicator.direction is not None:
        return indicator.direction is Direction.LOWER
    return None


def _beats(after: float | None, before: float | None, lower: bool | None) -> bool | None:
    if after is None or before is None or (lower is None and after != before):
        return None
    return after < before if lower else after > before


def meets(after: float | None, target: float | None, lower: bool | None) -> bool | None:
    """Whether a value meets a target; None where one is blank, or nothing tells which way is good."""
    if after is None or target is None or (lower is None and after != target):
        return None
    return after <= target if lower else after >= target


# Trials


def _tried(measure: Measure, goals: Sequence[Goal], indicators: Sequence[Indicator], begin: date | None) -> Tried:
    goal = aim(measure, goals)
    name = measure.indicator or (goal.indicator if goal else None)
    row = next((i for i in indicators if i.name == name), None)
    unit = unit_of(measure, goals, indicators)
    alike = not (goal and goal.unit and unit and goal.unit != unit)
    lower = lower_is_good(goal, row)
    before, after = (filled(measure, key, word=unit, basis="trial") for key in ("before", "after"))
    baseline = filled(goal, "baseline", word=goal.unit) if goal and alike else None
    target = filled(goal, "target", word=goal.unit) if goal and alike else None
    if target is None and row is not None:
        series = running.indicator(row)  # its target is printed with the decimals of its months
        target = series.target if series else filled(row, "target", word=row.unit)
    better, reached = _beats(after, before, lower), meets(after, target, lower)
    low, high, months = _range(row, measure.trial_from, begin)
    return Tried(
        measure, name, before, after, _change(measure, before, after, unit), _sample(measure), lower, better, target,
        reached, bool(reached and meets(before, target, lower)), low, high, months,
        place=_place(after, low, high, months, lower),
        off=baseline if baseline is not None and before is not None and baseline != before else None,
        worst=_worst(before, _before(row, measure.trial_from, begin), lower),
        against=_against(measure, better, reached),
    )  # fmt: skip


def _change(measure: Measure, before: Quantity | None, after: Quantity | None, unit: str | None) -> Quantity | None:
    if before is None or after is None:
        return None
    percent = unit == "%"
    fact = Fact("trials.change", (measure.id,), sources(before, after), "points" if percent else "number",
                word=None if percent else unit)  # fmt: skip
    return Quantity(round(after - before, 6), fact)


def _sample(measure: Measure) -> Count | None:
    if measure.trial_n is None:
        return None
    cells = Cells("measures", ("trial_n",), (measure,))
    return Count(measure.trial_n, Fact("filled", ("measures", measure.id, "trial_n"), (cells,), "count", n=1))


def _months_until(trial: date | None, begin: date | None) -> int | None:
    """The months of the data before ``trial`` began; None where it is not known when."""
    return None if trial is None or begin is None else 12 * (trial.year - begin.year) + trial.month - begin.month


def _before(row: Indicator | None, trial: date | None, begin: date | None) -> dict[int, float]:
    """An indicator's months before ``trial`` began; all of them where it is not known when."""
    until = _months_until(trial, begin)
    return {n: value for n, value in row.months.items() if until is None or n <= until} if row else {}


def _range(
    row: Indicator | None, trial: date | None, begin: date | None
) -> tuple[Quantity | None, Quantity | None, Count | None]:
    """The least and the most of an indicator's months before ``trial`` began, and how many of these are filled.

    All months where it is not known when it began.
    """
    before, held = _months_until(trial, begin), _before(row, trial, begin)
    if row is None or not held:
        return None, None, None
    about = (row.name,) if before is None else (row.name, str(before))
    cells = (Cells("indicators", tuple(f"months[{n}]" for n in held), (row,)),)
    low, high = (
        Quantity(pick(held.values()), Fact(f"trials.{kind}", about, cells, word=row.unit, n=len(held)))
        for kind, pick in (("low", min), ("high", max))
    )
    return low, high, Count(len(held), Fact("trials.months", about, cells, "count", n=len(held)))


def _place(
    after: float | None, low: float | None, high: float | None, months: int | None, lower: bool | None
) -> Place | None:
    """Where a value lies to the range of months, where these are enough for one."""
    if after is None or low is None or high is None or months is None or months < RANGE:
        return None
    if low <= after <= high:
        return "within"
    if lower is None:
        return None
    return "beyond" if (after < low) is lower else "worse"


def _worst(before: float | None, months: Mapping[int, float], lower: bool | None) -> bool:
    """Whether ``before`` is the worst of ``months``."""
    if before is None or lower is None:
        return False
    return is_worst(before, [value for _, value in sorted(months.items())], lower=lower)


def _against(measure: Measure, better: bool | None, reached: bool | None) -> Against | None:
    """How a verdict goes against its own figures: what worked is not better, or what failed is."""
    if measure.trial in _WORKED and better is False:
        return "effective_not_better"
    if measure.trial is Trial.EFFECTIVE and reached is False:
        return "effective_misses"
    if measure.trial is Trial.FAILED and better is True:
        return "failed_yet_better"
    return None
