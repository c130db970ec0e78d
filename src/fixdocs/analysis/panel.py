"""How far the panel agrees: first choices, preferences between two, Kendall's W.

Every count is over those who scored what is compared: a reviewer who abstained on one of two alternatives has no
preference between them. First choices and orders are among the alternatives that have a total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ..schema.improve import Alternative, Reviewer
from .ballot import TIE, Ballot
from .facts import Cells, Count, Fact, Quantity
from .statistics import average_ranks, kendall

Totals = Mapping[str, Sequence[Quantity | None]]
"""Reviewers' totals by the reviewer's id, in the order of the alternatives."""

Unknown = Literal["few", "single", "level"]
"""Why W is not computable: fewer than two complete reviewers, one alternative, every reviewer ties everything."""


class Agreement(Struct, frozen=True):
    """How the reviewers' orders agree.

    ``complete`` counts those who scored every alternative that has a total, ``open`` the others present, ``level`` the
    complete ones who put several first alike. ``w`` is Kendall's coefficient over ``m`` complete reviewers and
    ``objects`` alternatives with a total, from ``s`` and the ties' sum; ``unknown`` tells why it is None. ``ranks`` are
    average ranks by reviewer, in the order of the alternatives that have a total, ``rank_sums`` their sums.
    """

    complete: Count
    open: Count
    level: Count
    w: Quantity | None
    s: Quantity | None
    ties: Quantity | None
    objects: Count
    unknown: Unknown | None
    ranks: Mapping[str, tuple[Quantity, ...]]
    rank_sums: tuple[Quantity, ...]


class Preference(Struct, frozen=True):
    """How those who scored both of two alternatives put them: ``ahead`` for the first, ``behind`` for the second."""

    one: str
    two: str
    n: Count
    ahead: Count
    level: Count
    behind: Count


def first(row: Sequence[float | None], among: Sequence[int]) -> tuple[int, ...]:
    """The places of a reviewer's top totals ``among`` some, several where they are level; none where one is unknown."""
    held = {n: v for n in among if (v := row[n]) is not None}
    if not held or len(held) < len(among):
        return ()
    best = max(held.values())
    return tuple(n for n, v in held.items() if v >= best - TIE)


def agreement(ballot: Ballot, complete: Sequence[Reviewer], totals: Totals, among: Sequence[int]) -> Agreement:
    """The agreement of the ``complete`` reviewers, whose ``totals`` are all known at the places ``among``."""
    incomplete = [r for r in ballot.present if r not in complete]
    level = [r for r in complete if len(first(totals[r.id], among)) > 1]
    rows = {r.id: average_ranks([v for n in among if (v := totals[r.id][n]) is not None], TIE) for r in complete}
    found = kendall(list(rows.values()))
    cells = _cells(ballot, complete)
    held = tuple(ballot.alternatives[n] for n in among)
    objects = Count(len(held), Fact("scoring.w_objects", (), (Cells("alternatives", ("id",), held),), "count"))

    def of_w(kind: str, value: float | None, digits: int | None = None) -> Quantity | None:
        fact = Fact(f"scoring.{kind}", (), cells, n=len(complete), left_out=len(incomplete), digits=digits)
        return None if value is None else Quantity(value, fact)

    return Agreement(
        complete=_count(ballot, "complete", complete),
        open=_count(ballot, "incomplete", incomplete),
        level=_count(ballot, "level", level),
        w=of_w("w", found.w if found else None, 3),
        s=of_w("w_s", found.s if found else None),
        ties=of_w("w_ties", found.ties if found else None),
        objects=objects,
        unknown=None if found else _unknown(complete, held),
        ranks={r.id: _ranks(ballot, held, r, rows[r.id]) for r in complete},
        rank_sums=_sums(held, list(rows.values()), cells),
    )


def _unknown(complete: Sequence[Reviewer], held: Sequence[Alternative]) -> Unknown:
    if len(held) < 2:
        return "single"
    return "few" if len(complete) < 2 else "level"


def _ranks(
    ballot: Ballot, held: Sequence[Alternative], reviewer: Reviewer, ranks: Sequence[float]
) -> tuple[Quantity, ...]:
    cells = _cells(ballot, [reviewer])
    return tuple(
        Quantity(rank, Fact("scoring.own_rank", (reviewer.id, a.id), cells, digits=1)) for a, rank in zip(held, ranks)
    )


def _sums(
    held: Sequence[Alternative], rows: Sequence[Sequence[float]], cells: tuple[Cells, ...]
) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(sum(column), Fact("scoring.rank_sum", (a.id,), cells, n=len(rows), digits=1))
        for a, column in zip(held, zip(*rows))
    )


def preference(ballot: Ballot, totals: Totals, one: Alternative, two: Alternative) -> Preference:
    """How the reviewers present whose totals of both are known put ``one`` and ``two``."""
    places = ballot.alternatives.index(one), ballot.alternatives.index(two)
    gaps: dict[str, float] = {}
    for key, row in totals.items():
        left, right = row[places[0]], row[places[1]]
        if left is not None and right is not None:
            gaps[key] = left - right

    def count(kind: str, who: Sequence[str]) -> Count:
        held = [r for r in ballot.present if r.id in who]
        cells = ballot.cells(ballot.rows(held or ballot.present, (one, two)), ballot.criteria)
        fact = Fact(f"scoring.{kind}", (one.id, two.id), (cells,), "count", n=len(gaps))
        return Count(len(held), fact)

    return Preference(
        one.id,
        two.id,
        n=count("pair", list(gaps)),
        ahead=count("pair_ahead", [key for key, gap in gaps.items() if gap > TIE]),
        level=count("pair_level", [key for key, gap in gaps.items() if abs(gap) <= TIE]),
        behind=count("pair_behind", [key for key, gap in gaps.items() if gap < -TIE]),
    )


def _count(ballot: Ballot, kind: str, who: Sequence[Reviewer]) -> Count:
    return Count(len(who), Fact(f"scoring.{kind}", (), _cells(ballot, who or ballot.present), "count", n=len(who)))


def _cells(ballot: Ballot, who: Sequence[Reviewer]) -> tuple[Cells, ...]:
    rows = ballot.rows(who, ballot.alternatives)
    return (ballot.cells(rows, ballot.criteria), Cells("criteria", ("weight",), ballot.criteria))
