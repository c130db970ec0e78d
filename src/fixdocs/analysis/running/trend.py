"""Whether the values of some months have a direction: the exact Mann–Kendall test (Mann 1945; Kendall 1975)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise
from math import comb
from typing import Literal

from msgspec import Struct

from ..statistics import quantile

Trend = Literal["rise", "fall", "flat", "constant", "unclear", "few"]

LEAST = 5  # months below which nothing is said of a direction
LEVEL = 0.05  # the two-sided p up to which a direction has evidence
NARROW = 0.05  # the range, as a part of the median, up to which values are level


class MannKendall(Struct, frozen=True):
    """``s``: pairs that rise in time less pairs that fall. ``p``: two-sided, exact, with ties as they are."""

    s: int
    p: float


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """The test over ``values`` in order of time.

    Under chance every distinct order of the values is equally likely; how many have a given number of inversions is
    a coefficient of the q-multinomial of the ties (Stanley, Enumerative Combinatorics 1, 1.7). With P untied pairs
    S = P − 2 × inversions, and p is the part of all orders whose |S| is at least the one found.
    """
    s = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    groups = Counter(values).values()
    pairs = comb(len(values), 2) - sum(comb(size, 2) for size in groups)
    held, ways = 0, [1]
    for size in groups:
        ways = _multiplied(ways, _box(held, size))
        held += size
    extreme = sum(count for inversions, count in enumerate(ways) if abs(pairs - 2 * inversions) >= abs(s))
    return MannKendall(s, extreme / sum(ways))


@cache
def _box(width: int, height: int) -> tuple[int, ...]:
    """Coefficients of the q-binomial: partitions by their size that fit into a box (Pascal's rule for q)."""
    if not width or not height:
        return (1,)
    found = [0] * (width * height + 1)
    for n, count in enumerate(_box(width, height - 1)):
        found[n] += count
    for n, count in enumerate(_box(width - 1, height)):
        found[n + height] += count
    return tuple(found)


def _multiplied(first: Sequence[int], second: Sequence[int]) -> list[int]:
    product = [0] * (len(first) + len(second) - 1)
    for n, a in enumerate(first):
        for m, b in enumerate(second):
            product[n + m] += a * b
    return product


def steady(values: Sequence[float]) -> bool:
    """Whether every value lies on the same side of the one before it."""
    steps = [b - a for a, b in pairwise(values)]
    return len(steps) > 1 and (all(step > 0 for step in steps) or all(step < 0 for step in steps))


def direction(values: Sequence[float]) -> Trend:
    """What may be said of ``values`` in order of time.

    A rise or fall needs five values and p ≤ 0.05 (a run one way throughout always has it); level is a range of at
    most 5 % of the median; anything else has no direction that can be told.
    """
    low, high = min(values), max(values)
    if low == high and len(values) > 1:
        return "constant"
    if len(values) < LEAST:
        return "few"
    found = mann_kendall(values)
    if found.p <= LEVEL:
        return "rise" if found.s > 0 else "fall"
    return "flat" if high - low <= NARROW * abs(quantile(values, 0.5)) else "unclear"
