"""The panel's ballot as it was cast: who scored what, and the cells each figure comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ..schema.choices import Attendance, Direction
from ..schema.improve import Alternative, Criterion, Reviewer, Score
from .facts import Cells, Count, Fact, Quantity, tally
from .rounding import rounded

TIE = 1e-9
_MOST_DIGITS = 6

Away = Literal["absent", "recused", "silent", "abstaining"]
"""Why a reviewer's scores do not count: not there, recused, there without a score, there with abstentions alone."""


class Ballot(Struct, frozen=True):
    """What was put before the panel and what it gave. ``given`` finds a row by reviewer and alternative.

    ``present`` are the reviewers whose scores count: they take part and gave at least one score. ``weights`` are the
    criteria's, normalised to 1; criteria that all weigh 0 count alike.
    """

    alternatives: tuple[Alternative, ...]
    reviewers: tuple[Reviewer, ...]
    criteria: tuple[Criterion, ...]
    given: Mapping[tuple[str, str], Score]
    present: tuple[Reviewer, ...]
    weights: Mapping[str, Quantity]
    weight_sum: Quantity

    def value(self, reviewer: str, alternative: str, criterion: str) -> float | None:
        """A score as it was given; None for a gap or an abstention."""
        score = self.given.get((reviewer, alternative))
        return score.values.get(criterion) if score else None

    def abstained(self, reviewer: str, alternative: str, criterion: str) -> bool:
        """Whether an abstention is written down; a blank cell or no row at all is a gap."""
        score = self.given.get((reviewer, alternative))
        return score is not None and criterion in score.values and score.values[criterion] is None

    def rows(self, reviewers: Sequence[Reviewer], alternatives: Sequence[Alternative]) -> tuple[Score, ...]:
        """The rows of ``reviewers`` on ``alternatives`` that there are."""
        pairs = [(r.id, a.id) for r in reviewers for a in alternatives]
        return tuple(self.given[pair] for pair in pairs if pair in self.given)

    def cells(self, rows: Sequence[Score], criteria: Sequence[Criterion]) -> Cells:
        """The scores' cells in ``rows``."""
        return Cells("scores", tuple(f"values[{c.name}]" for c in criteria), tuple(rows))

    def sources(self, rows: Sequence[Score], criteria: Sequence[Criterion]) -> tuple[Cells, ...]:
        """The scores' cells with the weights and voices that a weighted figure rests on."""
        return (self.cells(rows, criteria), Cells("criteria", ("weight",), self.criteria), *self.voices())

    def voices(self) -> tuple[Cells, ...]:
        """The reviewers' own weights, where they differ."""
        return (Cells("reviewers", ("weight",), self.present),) if len({r.weight for r in self.present}) > 1 else ()

    def away(self, why: Away) -> tuple[Reviewer, ...]:
        """The reviewers whose scores do not count, by the reason."""
        return tuple(r for r in self.reviewers if r not in self.present and self._why(r) == why)

    def _why(self, reviewer: Reviewer) -> Away:
        if reviewer.attendance is Attendance.ABSENT:
            return "absent"
        if reviewer.attendance is Attendance.RECUSED:
            return "recused"
        return "abstaining" if any(key[0] == reviewer.id for key in self.given) else "silent"

    @property
    def invited(self) -> Count:
        """How many reviewers there are."""
        return tally("scoring.reviewers", self.reviewers, "reviewers", ("id",))

    @property
    def scored(self) -> Count:
        """How many of them gave scores that count."""
        return tally("scoring.scored", self.present, "reviewers", ("attendance",))

    def missing(self, why: Away) -> Count:
        """How many reviewers' scores do not count, by the reason."""
        return tally(f"scoring.{why}", self.away(why), "reviewers", ("attendance",))


def cast(
    alternatives: Sequence[Alternative],
    reviewers: Sequence[Reviewer],
    criteria: Sequence[Criterion],
    scores: Sequence[Score],
) -> Ballot:
    """The ballot of these rows; of two rows for one pair the first counts."""
    given: dict[tuple[str, str], Score] = {}
    for score in scores:
        given.setdefault((score.reviewer, score.alternative), score)
    names = {c.name for c in criteria}
    scoring = {s.reviewer for s in scores if any(s.values.get(name) is not None for name in names)}
    weights, whole = _weights(criteria)
    return Ballot(
        alternatives=tuple(alternatives),
        reviewers=tuple(reviewers),
        criteria=tuple(criteria),
        given=given,
        present=tuple(r for r in reviewers if r.takes_part and r.id in scoring),
        weights=weights,
        weight_sum=whole,
    )


def _weights(criteria: Sequence[Criterion]) -> tuple[dict[str, Quantity], Quantity]:
    """The weights normalised, and the sum of what was filled."""
    cells = (Cells("criteria", ("weight",), tuple(criteria)),)
    whole = sum(c.weight for c in criteria)
    shares = [c.weight / whole if whole > 0 else 1 / len(criteria) for c in criteria]
    digits = _percent_digits(shares)
    weights = {
        c.name: Quantity(share, Fact("scoring.weight", (c.name,), cells, "share", digits=digits))
        for c, share in zip(criteria, shares)
    }
    return weights, Quantity(whole, Fact("scoring.weight_sum", (), cells, "share", digits=_percent_digits([whole])))


def _percent_digits(shares: Sequence[float]) -> int:
    """Whole percents stand without a decimal."""
    return 0 if all(abs(share * 100 - round(share * 100)) < 1e-6 for share in shares) else 1


def convert(value: float, criterion: Criterion) -> float:
    """A score with high as good: x′ = L + U − x where low is good."""
    return criterion.low + criterion.high - value if criterion.direction is Direction.LOWER else value


def telling(groups: Sequence[Sequence[float | None]], least: int = 2) -> int:
    """The decimals, ``least`` or more, that print different values of a group differently."""
    for digits in range(least, _MOST_DIGITS):
        if all(_told_apart([v for v in group if v is not None], digits) for group in groups):
            return digits
    return _MOST_DIGITS


def _told_apart(values: Sequence[float], digits: int) -> bool:
    ordered = sorted(values)
    return all(b - a <= TIE or rounded(a, digits) != rounded(b, digits) for a, b in pairwise(ordered))
