"""What indicators say: their direction where it has evidence, their target, their baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from ...schema.choices import Direction
from ...schema.survey import Goal, Indicator, ProjectInfo
from ..claim import Claim, claims
from ..facts import Cells, Count, Fact, Quantity, filled
from ..running import IndicatorFindings
from ..running.indicators import is_worst
from ..running.months import Month, month_of, months_touched
from ..running.trend import LEAST

_SURE = 0.001  # below it p is told as "less than"
_MONTHS = 3  # months that are named; more are counted
_NAMED = 4  # indicators whose figures one sentence tells; of more it tells the names


def of_indicator(found: IndicatorFindings, info: ProjectInfo) -> tuple[Claim | None, ...]:
    """All that is said of an indicator, the same in every report."""
    return (
        trend(found, info), missing(found, info), points(found), target(found), verdict(found),
    )  # fmt: skip


@claims(
    "running.rise", "running.fall", "running.steady_rise", "running.steady_fall", "running.unclear", "running.flat",
    "running.constant", "running.few", "running.one",
)  # fmt: skip
def trend(found: IndicatorFindings, info: ProjectInfo) -> Claim | None:
    """What the months say of a direction; every indicator has one of these claims."""
    (low, at_low), (high, at_high) = found.low, found.high
    held = {"name": found.indicator.name, "n": found.n, "mean": found.mean}
    first, last = found.months[0], found.months[-1]
    if len(found.months) == 1:
        return Claim("running.one", {"name": found.indicator.name, "month": _month(first[0], info), "value": first[1]})
    if found.trend == "constant":
        return Claim("running.constant", {**held, "value": low})
    if found.trend == "few":
        return Claim("running.few", {**held, "values": _values(found, info)})
    range_ = {"low": low, "low_months": many_months(found, "low") or _months(at_low, info),
              "high": high, "high_months": many_months(found, "high") or _months(at_high, info)}  # fmt: skip
    if found.trend in ("rise", "fall") and found.steady:
        ends = {"begin": _month(first[0], info), "end": _month(last[0], info), "first": first[1], "last": last[1]}
        return Claim(f"running.steady_{found.trend}", {**held, **ends, "way": way(found)})
    return Claim(f"running.{found.trend}", {**held, **range_, "test": evidence(found)})


@claims("running.many_months")
def many_months(found: IndicatorFindings, end: Literal["low", "high"]) -> Claim | None:
    """In how many months an indicator is at its lowest or highest, where they are too many to be named."""
    _, months = found.low if end == "low" else found.high
    if len(months) <= _MONTHS:
        return None
    fact = Fact(f"running.months_{end}", (found.indicator.name,), found.n.fact.sources, "count", n=found.n)
    return Claim("running.many_months", {"n": Count(len(months), fact)})


def _values(found: IndicatorFindings, info: ProjectInfo) -> tuple[Claim, ...]:
    held = dict(found.months)
    made = (month_value(held.get(n), _month(n, info)) for n in range(1, max(max(held), _span(info)) + 1))
    return tuple(claim for claim in made if claim is not None)


@claims("running.month_value")
def month_value(value: Quantity | None, month: Month) -> Claim | None:
    """The value of one month, where it has one."""
    return Claim("running.month_value", {"month": month, "value": value}) if value is not None else None


@claims("running.monthly", "running.in_turn")
def way(found: IndicatorFindings) -> Claim | None:
    """逐月 only where no month between the first and the last is missing."""
    if not found.steady:
        return None
    gapless = found.months[-1][0] - found.months[0][0] + 1 == len(found.months)
    return Claim("running.monthly" if gapless else "running.in_turn")


@claims("running.p", "running.p_small")
def evidence(found: IndicatorFindings) -> Claim | None:
    """The p of the trend; below 0.001 the bound alone."""
    if found.p is None:
        return None
    return Claim("running.p", {"p": found.p}) if found.p >= _SURE else Claim("running.p_small")


@claims("running.missing")
def missing(found: IndicatorFindings, info: ProjectInfo) -> Claim | None:
    """The months of the data period that have no value."""
    held = {number for number, _ in found.months}
    lacking = [n for n in range(1, _span(info) + 1) if n not in held]
    return Claim("running.missing", {"months": _months(lacking, info)}) if lacking else None


@claims("running.points")
def points(found: IndicatorFindings) -> Claim | None:
    """By how many percentage points a percentage with a direction moved from its first month to its last."""
    return Claim("running.points", {"points": found.points}) if found.points is not None else None


@claims("running.met_all", "running.met_none", "running.met_some", "running.met_one", "running.missed_one")
def target(found: IndicatorFindings) -> Claim | None:
    """In how many of the months given the target is met; nothing without a target or a direction."""
    if found.met is None:
        return None
    held = {"target": found.target, "met": found.met, "n": found.n, "direction": found.indicator.direction}
    if found.n == 1:
        return Claim("running.met_one" if found.met else "running.missed_one", held)
    key = "met_all" if found.met == found.n else "met_none" if found.met == 0 else "met_some"
    return Claim(f"running.{key}", held)


@claims("running.better", "running.worse", "running.better_told", "running.worse_told")
def verdict(found: IndicatorFindings) -> Claim | None:
    """For the better or the worse: only where a direction has evidence and it is known which way is good.

    Which way is good is said with the target where there is one.
    """
    if found.better is None:
        return None
    key = "better" if found.better else "worse"
    if target(found) is not None:
        return Claim(f"running.{key}_told")
    return Claim(f"running.{key}", {"direction": found.indicator.direction})


# Over all indicators


@claims("running.worsening", "running.worsening_names", "running.worsening_only")
def worsening(found: Sequence[IndicatorFindings]) -> Claim | None:
    """Which indicators get worse, with their figures while they are few."""
    worse = [item for item in found if item.better is False]
    if not worse:
        return None
    held = {"of": _count("indicators", found), "n": _count("worsening", worse)}
    parts = tuple(moved(item) for item in worse)
    if len(found) == 1:
        return Claim("running.worsening_only", {"parts": parts})
    if len(worse) <= _NAMED:
        return Claim("running.worsening", {**held, "parts": parts})
    return Claim("running.worsening_names", {**held, "names": _names(worse)})


@claims("running.rose", "running.fell", "running.rose_steadily", "running.fell_steadily")
def moved(found: IndicatorFindings) -> Claim | None:
    """How an indicator with a direction moved, as a part of a sentence."""
    if found.trend not in ("rise", "fall"):
        return None
    key = "rose" if found.trend == "rise" else "fell"
    name = found.indicator.name
    if found.steady:
        ends = {"first": found.months[0][1], "last": found.months[-1][1]}
        return Claim(f"running.{key}_steadily", {"name": name, **ends, "way": way(found)})
    return Claim(f"running.{key}", {"name": name, "low": found.low[0], "high": found.high[0]})


@claims("running.improving")
def improving(found: Sequence[IndicatorFindings]) -> Claim | None:
    """Which indicators get better."""
    better = [item for item in found if item.better]
    return Claim("running.improving", {"n": _count("improving", better), "names": _names(better)}) if better else None


@claims("running.missed")
def missed(found: Sequence[IndicatorFindings]) -> Claim | None:
    """Which indicators miss their target in every month given, two months at least."""
    held = [item for item in found if item.met == 0 and item.n > 1]
    return Claim("running.missed", {"n": _count("missed", held), "names": _names(held)}) if held else None


@claims(
    "running.undirected", "running.undirected_only", "running.undirected_rest", "running.unjudged",
    "running.unjudged_only",
)  # fmt: skip
def undirected(found: Sequence[IndicatorFindings]) -> Claim | None:
    """That no indicator has a direction that can be told; those of too few months were not judged at all."""
    if not found or any(item.trend in ("rise", "fall") for item in found):
        return None
    short = [item for item in found if len(item.months) < LEAST]
    judged = [item for item in found if item not in short]
    if len(found) == 1:
        key = "unjudged_only" if short else "undirected_only"
        return Claim(f"running.{key}", {"name": found[0].indicator.name})
    if not judged:
        return Claim("running.unjudged", {"n": _count("unjudged", short)})
    if not short:
        return Claim("running.undirected", {"n": _count("indicators", found)})
    held = {"n": _count("undirected", judged), "rest": _count("unjudged", short)}
    return Claim("running.undirected_rest", held)


# Against the objective


@claims("running.baseline_worst", "running.baseline_outside")
def baseline(goal: Goal, found: IndicatorFindings, info: ProjectInfo) -> Claim | None:
    """That an objective's baseline is the worst month of its own indicator (not most of its months), or lies outside
    all of them.

    Nothing is said where the units differ or the months are one or all alike.
    """
    way = goal.direction or found.indicator.direction
    given = filled(goal, "baseline", word=goal.unit)
    unlike = goal.unit and found.indicator.unit and goal.unit != found.indicator.unit
    if goal.indicator != found.indicator.name or given is None or unlike or found.low[0] == found.high[0]:
        return None
    held = {"goal": goal.id, "baseline": given, "name": found.indicator.name, "n": found.n, "mean": found.mean}
    _, months = found.high if way is Direction.LOWER else found.low
    if way is not None and is_worst(given, [value for _, value in found.months], lower=way is Direction.LOWER):
        return Claim("running.baseline_worst", {**held, "months": _months(months, info)})
    if found.low[0] <= given <= found.high[0]:
        return None
    return Claim("running.baseline_outside", {**held, "low": found.low[0], "high": found.high[0]})


@claims("running.baseline_months")
def baseline_months(goal: Goal, found: Sequence[IndicatorFindings], info: ProjectInfo) -> Claim | None:
    """What is said beside a baseline that is the worst month of its own series: which month that is."""
    made = (baseline(goal, item, info) for item in found)
    worst = next((claim for claim in made if claim is not None and claim.key == "running.baseline_worst"), None)
    return Claim("running.baseline_months", {"months": worst.slots["months"]}) if worst else None


def _span(info: ProjectInfo) -> int:
    return months_touched(info.data_from, info.data_to)


def _month(number: int, info: ProjectInfo) -> Month:
    return month_of(info.data_from, number)


def _months(numbers: Iterable[int], info: ProjectInfo) -> tuple[Month, ...]:
    return tuple(_month(number, info) for number in numbers)


def _count(kind: str, found: Sequence[IndicatorFindings]) -> Count:
    rows: tuple[Indicator, ...] = tuple(item.indicator for item in found)
    cells = Cells("indicators", ("months", "direction", "target"), rows)
    return Count(len(found), Fact(f"running.{kind}", (), (cells,), "count", n=len(found)))


def _names(found: Sequence[IndicatorFindings]) -> tuple[str, ...]:
    return tuple(item.indicator.name for item in found)
