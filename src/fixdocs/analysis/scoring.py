"""The panel's scores: weighted totals, ranks, agreement, sensitivity.

A reviewer's total of an alternative is Σ wⱼ·xᵢⱼ over the criteria with weights normalised to 1 and scores of
low-is-good criteria converted once (x′ = L + U − x). An alternative's total is computed from the criterion means
over reviewers (weighted by the reviewers' own weights, abstentions left out, each mean with its n), so that an
abstention never counts as a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..schema.choices import Direction
from ..schema.improve import Alternative, Criterion, Reviewer, Score
from .statistics import Concordance, average_ranks, competition_ranks, deviation, kendall

TIE = 1e-9


class CriterionScore(Struct, frozen=True):
    """An alternative under a criterion: weighted mean of converted scores, the raw mean, spread and n."""

    alternative: str
    criterion: str
    converted: float | None
    raw: float | None
    deviation: float | None
    low: float | None
    high: float | None
    n: int


class Standing(Struct, frozen=True):
    """An alternative's weighted total (on the converted scale), rank and vetoes (criteria it fails)."""

    alternative: Alternative
    total: float | None
    rank: int | None
    vetoes: tuple[str, ...]
    by_reviewer: tuple[float | None, ...]
    first_choices: int


class Switch(Struct, frozen=True):
    """At ``weight`` of ``criterion`` (others shrunk in proportion) ``challenger`` draws level with the winner.

    ``rising`` tells whether the weight must rise from ``present`` to get there.
    """

    criterion: str
    challenger: str
    weight: float
    present: float
    rising: bool


class ScoringFindings(Struct, frozen=True):
    """What the panel's scores say. ``present`` are the reviewers whose scores count.

    ``winners`` holds every alternative that shares the top total. ``suggestion`` is the one that the declared order
    of criteria puts first among tied winners (None: still tied, or no tie). ``majority`` is the one alternative that
    most reviewers put first, with their number and that of all present.
    """

    present: tuple[Reviewer, ...]
    absent: tuple[Reviewer, ...]
    weights: Mapping[str, float]
    weight_sum: float
    cells: tuple[CriterionScore, ...]
    standings: tuple[Standing, ...]
    winners: tuple[str, ...]
    suggestion: str | None
    majority: tuple[str, int, int] | None
    concordance: Concordance | None
    switches: tuple[Switch, ...]
    complete: tuple[str, ...]
    abstentions: int

    def cell(self, alternative: str, criterion: str) -> CriterionScore:
        """The means of ``alternative`` under ``criterion``; raises KeyError."""
        for cell in self.cells:
            if (cell.alternative, cell.criterion) == (alternative, criterion):
                return cell
        raise KeyError((alternative, criterion))


def convert(value: float, criterion: Criterion) -> float:
    """A score with high as good: x′ = L + U − x where low is good."""
    return criterion.low + criterion.high - value if criterion.direction is Direction.LOWER else value


def analyse(
    alternatives: Sequence[Alternative],
    reviewers: Sequence[Reviewer],
    criteria: Sequence[Criterion],
    scores: Sequence[Score],
) -> ScoringFindings | None:
    """Totals, ranks, agreement and sensitivity; None without alternatives, criteria or any score.

    Criteria that all weigh 0 count alike.
    """
    total_weight = sum(c.weight for c in criteria)
    if not (alternatives and criteria and scores):
        return None
    weights = {c.name: c.weight / total_weight if total_weight > 0 else 1 / len(criteria) for c in criteria}
    given = {(s.reviewer, s.alternative): s for s in scores}
    present = tuple(r for r in reviewers if r.takes_part and _scored(r, given))
    absent = tuple(r for r in reviewers if r not in present)
    cells = tuple(_cell(a, c, present, given) for a in alternatives for c in criteria)
    personal = {r.id: tuple(_personal(r, a, criteria, weights, given) for a in alternatives) for r in present}
    standings = _standings(alternatives, criteria, weights, cells, personal)
    winners = tuple(s.alternative.id for s in standings if s.rank == 1)
    complete = tuple(r.id for r in present if None not in personal[r.id])
    ranks = [average_ranks([v for v in personal[key] if v is not None]) for key in complete]
    return ScoringFindings(
        present=present,
        absent=absent,
        weights=weights,
        weight_sum=total_weight,
        cells=cells,
        standings=standings,
        winners=winners,
        suggestion=_suggest(winners, criteria, cells),
        majority=_majority(standings, len(present)),
        concordance=kendall(ranks),
        switches=_switches(standings, criteria, weights, cells) if len(winners) == 1 else (),
        complete=complete,
        abstentions=_abstentions(present, alternatives, criteria, given),
    )


_Given = Mapping[tuple[str, str], Score]


def _scored(reviewer: Reviewer, given: _Given) -> bool:
    return any(key[0] == reviewer.id for key in given)


def _values(
    alternative: Alternative, criterion: Criterion, present: Sequence[Reviewer], given: _Given
) -> list[tuple[float, float]]:
    """(score, reviewer's weight) of everyone who scored, raw."""
    found = []
    for reviewer in present:
        score = given.get((reviewer.id, alternative.id))
        value = score.values.get(criterion.name) if score else None
        if value is not None:
            found.append((value, reviewer.weight))
    return found


def _cell(alternative: Alternative, criterion: Criterion, present: Sequence[Reviewer], given: _Given) -> CriterionScore:
    values = _values(alternative, criterion, present, given)
    weight = sum(w for _, w in values)
    if not values or weight <= 0:
        return CriterionScore(alternative.id, criterion.name, None, None, None, None, None, 0)
    raw = sum(v * w for v, w in values) / weight
    plain = [v for v, _ in values]
    return CriterionScore(
        alternative.id,
        criterion.name,
        convert(raw, criterion),
        raw,
        deviation(plain),
        min(plain),
        max(plain),
        len(values),
    )


def _personal(
    reviewer: Reviewer,
    alternative: Alternative,
    criteria: Sequence[Criterion],
    weights: Mapping[str, float],
    given: _Given,
) -> float | None:
    """One reviewer's weighted total; None where a score is missing or an abstention."""
    score = given.get((reviewer.id, alternative.id))
    total = 0.0
    for criterion in criteria:
        value = score.values.get(criterion.name) if score else None
        if value is None:
            return None
        total += weights[criterion.name] * convert(value, criterion)
    return total


def _standings(
    alternatives: Sequence[Alternative],
    criteria: Sequence[Criterion],
    weights: Mapping[str, float],
    cells: Sequence[CriterionScore],
    personal: Mapping[str, tuple[float | None, ...]],
) -> tuple[Standing, ...]:
    mine = {a.id: [c for c in cells if c.alternative == a.id] for a in alternatives}
    totals = [_total(mine[a.id], weights) for a in alternatives]
    ranked = competition_ranks([t for t in totals if t is not None], TIE)
    ranks = iter(ranked)
    firsts = [_first(row) for row in personal.values()]
    standings = [
        Standing(
            alternative,
            total,
            next(ranks) if total is not None else None,
            _vetoes(mine[alternative.id], criteria),
            tuple(row[n] for row in personal.values()),
            sum(n in first for first in firsts),
        )
        for n, (alternative, total) in enumerate(zip(alternatives, totals))
    ]
    return tuple(sorted(standings, key=lambda s: (s.rank is None, s.rank or 0)))


def _total(cells: Sequence[CriterionScore], weights: Mapping[str, float]) -> float | None:
    if any(cell.converted is None for cell in cells):
        return None
    return sum(weights[cell.criterion] * (cell.converted or 0.0) for cell in cells)


def _first(row: Sequence[float | None]) -> tuple[int, ...]:
    """The place of a reviewer's single top total; empty where he ties the top or abstained."""
    if None in row:
        return ()
    best = max(v for v in row if v is not None)
    top = tuple(n for n, v in enumerate(row) if v is not None and v >= best - TIE)
    return top if len(top) == 1 else ()


def _vetoes(cells: Sequence[CriterionScore], criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """Criteria whose veto line the raw mean passes on the bad side (the line itself is still good)."""
    lines = {c.name: c for c in criteria if c.veto is not None}
    failed = []
    for cell in cells:
        line = lines.get(cell.criterion)
        if line is None or line.veto is None or cell.raw is None:
            continue
        worse = cell.raw > line.veto + TIE if line.direction is Direction.LOWER else cell.raw < line.veto - TIE
        if worse:
            failed.append(cell.criterion)
    return tuple(failed)


def _suggest(winners: Sequence[str], criteria: Sequence[Criterion], cells: Sequence[CriterionScore]) -> str | None:
    """Among tied winners, the one ahead on the criteria in the declared order; None where they stay tied."""
    left = list(winners)
    if len(left) < 2:
        return None
    for criterion in declared_order(criteria):
        score = {c.alternative: c.converted or 0.0 for c in cells if c.criterion == criterion.name}
        best = max(score[a] for a in left)
        left = [a for a in left if score[a] >= best - TIE]
        if len(left) == 1:
            return left[0]
    return None


def declared_order(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Criteria in the order that breaks ties.

    The method declares 有效性 → 可行性 → 风险性; its sheet lists them as 可行性, 有效性, 风险性, the third with low as
    good, by which they are known in any language. A sheet with other criteria keeps its own order.
    """
    if len(criteria) >= 3 and criteria[2].direction is Direction.LOWER:
        return (criteria[1], criteria[0], *criteria[2:])
    return tuple(criteria)


def _majority(standings: Sequence[Standing], present: int) -> tuple[str, int, int] | None:
    if not standings:
        return None
    most = max(s.first_choices for s in standings)
    top = [s.alternative.id for s in standings if s.first_choices == most]
    return (top[0], most, present) if most and len(top) == 1 else None


def _switches(
    standings: Sequence[Standing],
    criteria: Sequence[Criterion],
    weights: Mapping[str, float],
    cells: Sequence[CriterionScore],
) -> tuple[Switch, ...]:
    """Switching weights: with D = Pᵢ − Pⱼ and d = aᵢₖ − aⱼₖ, w′ₖ = (D − wₖ·d) / (D − d), if 0 ≤ w′ₖ ≤ 1."""
    score = {(c.alternative, c.criterion): c.converted for c in cells}
    winner = standings[0]
    found = []
    for criterion in criteria:
        for other in standings[1:]:
            one = score[winner.alternative.id, criterion.name]
            two = score[other.alternative.id, criterion.name]
            if one is None or two is None or winner.total is None or other.total is None:
                continue
            level = switching_weight(winner.total - other.total, one - two, weights[criterion.name])
            if level is not None:
                present = weights[criterion.name]
                found.append(Switch(criterion.name, other.alternative.id, level, present, level > present))
    return tuple(found)


def switching_weight(lead: float, ahead: float, weight: float) -> float | None:
    """The weight (0…1) at which a lead of ``lead`` vanishes; ``ahead`` is the lead on the criterion itself.

    None where no weight within 0…1 changes the order.
    """
    if abs(lead - ahead) < TIE:
        return None
    level = (lead - weight * ahead) / (lead - ahead)
    return level if -TIE <= level <= 1 + TIE and abs(level - weight) > TIE else None


def _abstentions(
    present: Sequence[Reviewer], alternatives: Sequence[Alternative], criteria: Sequence[Criterion], given: _Given
) -> int:
    return sum(
        (score := given.get((r.id, a.id))) is not None and score.values.get(c.name) is None
        for r in present
        for a in alternatives
        for c in criteria
    )
