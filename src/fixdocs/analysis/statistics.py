"""Plain statistics with their conventions said once. Every function is pure; blanks are left out by the caller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import ceil, floor, sqrt
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T", bound=Hashable)

SMALL_SAMPLE = 30  # below it a report says that n is small
_EXACT = 10  # decimals below which sums of floats are noise


def exact(value: float) -> float:
    """A sum without the noise of floats, so that equal sums are printed alike, whatever they were added up in."""
    return round(value, _EXACT)


class Summary(Struct, frozen=True):
    """n, mean, median and 90th percentile of a sample, in the sample's own unit."""

    n: int
    mean: float
    median: float
    p90: float


def quantile(values: Sequence[float], share: float) -> float:
    """The quantile at ``share`` (0…1) by linear interpolation between order statistics (Hyndman & Fan type 7).

    Raises ValueError for an empty sample.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low, high = floor(at), ceil(at)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; raises ValueError for an empty sample."""
    if not values:
        raise ValueError("no values")
    return sum(values) / len(values)


def deviation(values: Sequence[float]) -> float | None:
    """The sample standard deviation (n − 1); None below two values."""
    if len(values) < 2:
        return None
    centre = mean(values)
    return sqrt(sum((value - centre) ** 2 for value in values) / (len(values) - 1))


def summary(values: Sequence[float]) -> Summary | None:
    """Mean, median and P90; None for an empty sample."""
    if not values:
        return None
    return Summary(len(values), mean(values), quantile(values, 0.5), quantile(values, 0.9))


class Bar(Struct, Generic[T], frozen=True):
    """One class of a Pareto chart: its count, its share and the share up to and including it (0…1)."""

    key: T
    count: int
    share: float
    cumulative: float
    vital: bool


def pareto(counts: Iterable[tuple[T, int]], last: Iterable[T] = ()) -> tuple[Bar[T], ...]:
    """Classes by count, descending, those in ``last`` (其他) at the end.

    The vital few are the smallest set, in that order, whose cumulative share reaches 80 %. Ties keep their order.
    """
    at_end = set(last)
    ordered = sorted(counts, key=lambda pair: (pair[0] in at_end, -pair[1]))
    total = sum(count for _, count in ordered)
    bars: list[Bar[T]] = []
    running = 0
    for key, count in ordered:
        vital = 5 * running < 4 * total and key not in at_end
        running += count
        bars.append(Bar(key, count, count / total if total else 0.0, running / total if total else 0.0, vital))
    return tuple(bars)


def csat(answers: Sequence[float]) -> float | None:
    """Answers of 4 or 5 ÷ answers, on a 5-point item; None without answers."""
    return sum(value >= 4 for value in answers) / len(answers) if answers else None


def nps(answers: Sequence[float]) -> float | None:
    """Net promoter score −100…100: % of 9–10 less % of 0–6; None without answers."""
    if not answers:
        return None
    promoters = sum(value >= 9 for value in answers)
    detractors = sum(value <= 6 for value in answers)
    return 100 * (promoters - detractors) / len(answers)


def counted(values: Iterable[T]) -> tuple[tuple[T, int], ...]:
    """Values with their counts, most frequent first; ties in order of first appearance."""
    return tuple(Counter(values).most_common())


def improvement(before: float, after: float, *, lower_is_better: bool) -> float | None:
    """(after − before) ÷ |before|, its sign turned where lower is better; None where ``before`` is 0."""
    if before == 0:
        return None
    ratio = (after - before) / abs(before)
    return -ratio if lower_is_better else ratio


def attainment(before: float, after: float, target: float) -> float | None:
    """(before − after) ÷ (before − target); None where the target equals the start."""
    return (before - after) / (before - target) if before != target else None


def competition_ranks(values: Sequence[float], tolerance: float = 1e-9) -> tuple[int, ...]:
    """Ranks 1-2-2-4, the largest value first; values within ``tolerance`` are tied."""
    return tuple(1 + sum(other > value + tolerance for other in values) for value in values)


def average_ranks(values: Sequence[float], tolerance: float = 1e-9) -> tuple[float, ...]:
    """Ranks 1-2.5-2.5-4, the largest value first."""
    return tuple(
        1
        + sum(other > value + tolerance for other in values)
        + (sum(abs(other - value) <= tolerance for other in values) - 1) / 2
        for value in values
    )


class Concordance(Struct, frozen=True):
    """Kendall's W with what it was made of: ``m`` reviewers, ``n`` objects, S and the ties' sum ΣT."""

    w: float
    s: float
    ties: float
    m: int
    n: int


def kendall(ranks: Sequence[Sequence[float]]) -> Concordance | None:
    """Kendall's coefficient of concordance, corrected for ties (Kendall & Babington Smith 1939).

    ``ranks`` holds a row a reviewer, an average rank an object. S = Σ(Rᵢ − R̄)²,
    W = 12 S / (m²(n³ − n) − m ΣTⱼ) with Tⱼ = Σ(t³ − t). None where m < 2, n < 2 or every reviewer ties everything.
    """
    m, n = len(ranks), len(ranks[0]) if ranks else 0
    if m < 2 or n < 2:
        return None
    sums = [sum(row[i] for row in ranks) for i in range(n)]
    centre = sum(sums) / n
    s = sum((total - centre) ** 2 for total in sums)
    ties = float(sum(t**3 - t for row in ranks for t in Counter(row).values()))
    below = m**2 * (n**3 - n) - m * ties
    if below <= 0:
        return None
    return Concordance(12 * s / below, s, ties, m, n)
