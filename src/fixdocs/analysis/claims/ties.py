"""Claims about how many reviewers the totals of a tie rest on."""

from __future__ import annotations

from collections.abc import Sequence

from ..claim import Claim, claims
from ..facts import Count, Fact
from ..scoring import ScoringFindings, Standing
from .scoring import keys


@claims("scoring.tie_part")
def _tie_part(found: ScoringFindings, standing: Standing, rank: Sequence[Standing]) -> Claim | None:
    """How many scored an alternative of a tie, one number under every criterion that counts."""
    alternative = standing.alternative
    numbers = _raters(found, standing)
    if standing not in rank or len(numbers) != 1:
        return None
    rows = found.ballot.rows(found.present, [alternative])
    counted = [c for c in found.ballot.criteria if found.weights[c.name] > 0]
    fact = Fact("scoring.raters", (alternative.id,), (found.ballot.cells(rows, counted),), "count")
    return Claim("scoring.tie_part", {"name": alternative.id, "n": Count(next(iter(numbers)), fact)})


def _raters(found: ScoringFindings, standing: Standing) -> set[int]:
    """How many scored an alternative under the criteria that count."""
    own = [c for c in found.cells if c.alternative == standing.alternative.id]
    return {int(c.n) for c in own if found.weights[c.criterion] > 0}


@claims("scoring.tie_uneven")
def tie_uneven(found: ScoringFindings, rank: Sequence[Standing]) -> Claim | None:
    """Totals that tie rest on different numbers of reviewers, one number for every criterion of an alternative."""
    numbers = [_raters(found, standing) for standing in rank]
    if any(len(each) != 1 for each in numbers) or len(set().union(*numbers)) < 2:
        return None
    parts = tuple(made for standing in found.ranked if (made := _tie_part(found, standing, rank)))
    return Claim("scoring.tie_uneven", {"names": keys(rank), "parts": parts})


def ties_uneven(found: ScoringFindings) -> tuple[Claim | None, ...]:
    """What is to be said of every group of alternatives with the same place."""
    places = sorted({s.rank for s in found.ranked if s.rank is not None})
    return tuple(tie_uneven(found, [s for s in found.ranked if s.rank == place]) for place in places)
