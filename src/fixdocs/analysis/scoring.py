"""The panel's scores: weighted totals and ranks, with the agreement of the panel and what the weights decide.

A reviewer's total of an alternative is Σ wⱼ·xᵢⱼ over the criteria with weights normalised to 1 and scores of
low-is-good criteria converted once (x′ = L + U − x). An alternative's total is computed from the criterion means
over reviewers (weighted by the reviewers' own weights, abstentions left out, each mean with its n), so that an
abstention never counts as a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..schema.choices import Direction
from ..schema.improve import Alternative, Criterion, Reviewer, Score
from .ballot import TIE, Ballot, cast, convert, telling
from .facts import Cells, Count, Fact, Quantity, known, sources, tally
from .panel import Agreement, agreement, first
from .sensitivity import Switch, switches
from .statistics import competition_ranks, deviation, exact


class CriterionScore(Struct, frozen=True):
    """An alternative under a criterion: weighted means, raw and converted, spread of the single scores.

    ``n`` counts the scores, ``abstained`` the abstentions written down, ``missing`` the gaps among those present.
    """

    alternative: str
    criterion: str
    converted: Quantity | None
    raw: Quantity | None
    deviation: Quantity | None
    low: Quantity | None
    high: Quantity | None
    n: Count
    abstained: Count
    missing: Count


class Standing(Struct, frozen=True):
    """An alternative's weighted total (on the converted scale), rank and vetoes (criteria it fails).

    ``tied`` tells that another alternative has the same total. ``by_reviewer`` are the totals of those present.
    """

    alternative: Alternative
    total: Quantity | None
    rank: Count | None
    tied: bool
    vetoes: tuple[str, ...]
    by_reviewer: tuple[Quantity | None, ...]
    first_choices: Count


class ScoringFindings(Struct, frozen=True):
    """What the panel's scores say. ``present`` are the reviewers whose scores count.

    ``winners`` holds every alternative that shares the top total. ``suggestion`` is the one that the declared order
    of criteria puts first among tied winners (None: still tied, or no tie). ``complete`` are the reviewers present who
    scored every alternative that has a total on every criterion. ``standings`` are in the order of ranks. ``own`` are
    the totals of each reviewer present, in the order of the alternatives.
    """

    ballot: Ballot
    present: tuple[Reviewer, ...]
    weights: Mapping[str, Quantity]
    cells: tuple[CriterionScore, ...]
    standings: tuple[Standing, ...]
    winners: tuple[str, ...]
    suggestion: str | None
    agreement: Agreement
    switches: tuple[Switch, ...]
    complete: tuple[Reviewer, ...]
    own: Mapping[str, tuple[Quantity | None, ...]]

    def cell(self, alternative: str, criterion: str) -> CriterionScore:
        """The means of ``alternative`` under ``criterion``; raises KeyError."""
        for cell in self.cells:
            if (cell.alternative, cell.criterion) == (alternative, criterion):
                return cell
        raise KeyError((alternative, criterion))

    def standing(self, alternative: str | None) -> Standing | None:
        """How ``alternative`` stands; None for one that is not there."""
        return next((s for s in self.standings if s.alternative.id == alternative), None)

    @property
    def ranked(self) -> tuple[Standing, ...]:
        """The alternatives that have a total."""
        return tuple(s for s in self.standings if s.total is not None)

    @property
    def top(self) -> tuple[Standing, ...]:
        """Those that share the highest total."""
        return tuple(s for s in self.ranked if s.rank == 1)

    @property
    def winner(self) -> Standing | None:
        """The alternative that alone has the highest total."""
        return self.top[0] if len(self.top) == 1 else None

    @property
    def by_choice(self) -> tuple[Standing, ...]:
        """The alternatives by first choices, the most first."""
        return tuple(sorted(self.standings, key=lambda s: -s.first_choices))

    @property
    def favourite(self) -> Standing | None:
        """The one alternative that more of the complete reviewers put first than any other, alone or beside it."""
        if len(self.ranked) < 2:
            return None
        place = {a.id: n for n, a in enumerate(self.ballot.alternatives)}
        tops = [self.firsts(r) for r in self.complete]
        shared = {s.alternative.id: sum(place[s.alternative.id] in top for top in tops) for s in self.standings}
        held = self.by_choice[0]
        others = [n for key, n in shared.items() if key != held.alternative.id]
        return held if held.first_choices > max(others, default=0) else None

    def firsts(self, reviewer: Reviewer) -> tuple[int, ...]:
        """The places of the alternatives that ``reviewer`` puts first among those with a total."""
        held = {s.alternative.id for s in self.ranked}
        return first(self.own[reviewer.id], [n for n, a in enumerate(self.ballot.alternatives) if a.id in held])

    @property
    def compared(self) -> Count:
        """How many alternatives have a total."""
        return tally("scoring.ranked", [s.alternative for s in self.ranked], "alternatives", ("id",))

    def lead(self, one: Standing, two: Standing) -> Quantity:
        """By how much the total of ``one`` is above that of ``two``."""
        return difference("scoring.lead", one.total, two.total, (one.alternative.id, two.alternative.id))

    def margin(self, one: str, two: str, criterion: str) -> Quantity:
        """By how much the converted mean of ``one`` is above that of ``two`` under ``criterion``."""
        ahead, behind = self.cell(one, criterion), self.cell(two, criterion)
        return difference("scoring.margin", ahead.converted, behind.converted, (one, two, criterion))


def alternatives(rows: Sequence[Alternative]) -> Count:
    """How many alternatives there are."""
    return tally("scoring.alternatives", rows, "alternatives", ("id",))


def difference(kind: str, one: Quantity | None, two: Quantity | None, about: tuple[str, ...]) -> Quantity:
    """``one`` − ``two``, in the digits that both are printed in."""
    if one is None or two is None:
        raise ValueError("only known figures have a difference")
    fact = Fact(kind, about, sources(one, two), "score", digits=one.fact.digits)
    return Quantity(0.0 if abs(one - two) <= TIE else exact(one - two), fact)


def analyse(
    alternatives: Sequence[Alternative],
    reviewers: Sequence[Reviewer],
    criteria: Sequence[Criterion],
    scores: Sequence[Score],
) -> ScoringFindings | None:
    """Totals, ranks, agreement and sensitivity; None without alternatives, criteria or any score."""
    if not (alternatives and criteria and scores):
        return None
    ballot = cast(alternatives, reviewers, criteria, scores)
    cells = _cells(ballot)
    totals = [_total(ballot, a, cells) for a in alternatives]
    personal = {r.id: tuple(_personal(ballot, r, a) for a in alternatives) for r in ballot.present}
    digits = telling([totals, *personal.values()])
    by_reviewer = {r.id: _own_totals(ballot, r, personal[r.id], digits) for r in ballot.present}
    among = [n for n, total in enumerate(totals) if total is not None]
    standings = _standings(ballot, cells, [_digits(total, digits) for total in totals], by_reviewer)
    winners = tuple(s.alternative.id for s in standings if s.rank == 1)
    complete = tuple(r for r in ballot.present if among and all(personal[r.id][n] is not None for n in among))
    return ScoringFindings(
        ballot=ballot,
        present=ballot.present,
        weights=ballot.weights,
        cells=cells,
        standings=standings,
        winners=winners,
        suggestion=_suggest(winners, criteria, cells),
        agreement=agreement(ballot, complete, by_reviewer, among),
        switches=_switches(ballot, standings, cells) if len(winners) == 1 else (),
        complete=complete,
        own=by_reviewer,
    )


def _cells(ballot: Ballot) -> tuple[CriterionScore, ...]:
    """Every alternative under every criterion; the means of a criterion in digits that tell them apart."""
    means = {(a.id, c.name): _mean(ballot, a, c) for a in ballot.alternatives for c in ballot.criteria}
    digits = telling([[means[a.id, c.name] for a in ballot.alternatives] for c in ballot.criteria])
    return tuple(_cell(ballot, a, c, means[a.id, c.name], digits) for a in ballot.alternatives for c in ballot.criteria)


def _mean(ballot: Ballot, alternative: Alternative, criterion: Criterion) -> float | None:
    """The mean of the scores as given, by the reviewers' weights."""
    held = [
        (v, r.weight) for r in ballot.present if (v := ballot.value(r.id, alternative.id, criterion.name)) is not None
    ]
    weight = sum(w for _, w in held)
    return exact(sum(v * w for v, w in held) / weight) if weight > 0 else None


def _cell(
    ballot: Ballot, alternative: Alternative, criterion: Criterion, mean: float | None, digits: int
) -> CriterionScore:
    about = (alternative.id, criterion.name)
    keys = {r.id: ballot.value(r.id, *about) for r in ballot.present}
    scored = [r for r in ballot.present if keys[r.id] is not None]
    abstained = [r for r in ballot.present if ballot.abstained(r.id, *about)]
    missing = [r for r in ballot.present if r not in scored and r not in abstained]
    cells = ballot.cells(ballot.rows(scored, [alternative]), [criterion])
    plain = [v for v in keys.values() if v is not None]
    left_out = len(ballot.present) - len(plain)

    def fact(kind: str, **more: Any) -> Fact:
        held = (cells, *ballot.voices()) if "mean" in kind else (cells,)
        return Fact(f"scoring.{kind}", about, held, n=len(plain), left_out=left_out, **more)

    def count(kind: str, who: Sequence[Reviewer]) -> Count:
        rows = ballot.rows(who, [alternative])
        held = ballot.cells(rows, [criterion]) if rows else Cells("scores", (f"values[{criterion.name}]",))
        return Count(len(who), Fact(f"scoring.{kind}", about, (held,), "count", n=len(who)))

    return CriterionScore(
        *about,
        converted=known(None if mean is None else convert(mean, criterion), fact("mean", unit="score", digits=digits)),
        raw=known(mean, fact("raw_mean", unit="score", digits=digits)),
        deviation=known(deviation(plain), fact("deviation", unit="score")),
        low=known(min(plain, default=None), fact("lowest")),
        high=known(max(plain, default=None), fact("highest")),
        n=count("n", scored),
        abstained=count("abstained", abstained),
        missing=count("missing", missing),
    )


def _total(ballot: Ballot, alternative: Alternative, cells: Sequence[CriterionScore]) -> Quantity | None:
    mine = [cell for cell in cells if cell.alternative == alternative.id]
    if any(cell.converted is None for cell in mine):
        return None
    total = sum(ballot.weights[cell.criterion] * (cell.converted or 0.0) for cell in mine)
    rows = ballot.rows(ballot.present, [alternative])
    return Quantity(
        exact(total), Fact("scoring.total", (alternative.id,), ballot.sources(rows, ballot.criteria), "score")
    )


def _personal(ballot: Ballot, reviewer: Reviewer, alternative: Alternative) -> float | None:
    """One reviewer's weighted total; None where a score is missing or an abstention."""
    total = 0.0
    for criterion in ballot.criteria:
        value = ballot.value(reviewer.id, alternative.id, criterion.name)
        if value is None:
            return None
        total += ballot.weights[criterion.name] * convert(value, criterion)
    return exact(total)


def _own_totals(
    ballot: Ballot, reviewer: Reviewer, totals: Sequence[float | None], digits: int
) -> tuple[Quantity | None, ...]:
    """A reviewer's totals as facts, in the order of the alternatives."""
    weights = Cells("criteria", ("weight",), ballot.criteria)

    def fact(alternative: Alternative) -> Fact:
        cells = ballot.cells(ballot.rows([reviewer], [alternative]), ballot.criteria)
        return Fact("scoring.own_total", (reviewer.id, alternative.id), (cells, weights), "score", digits=digits)

    return tuple(known(total, fact(a)) for a, total in zip(ballot.alternatives, totals))


def _digits(total: Quantity | None, digits: int) -> Quantity | None:
    return None if total is None else Quantity(total, replace(total.fact, digits=digits))


def _standings(
    ballot: Ballot,
    cells: Sequence[CriterionScore],
    totals: Sequence[Quantity | None],
    by_reviewer: Mapping[str, tuple[Quantity | None, ...]],
) -> tuple[Standing, ...]:
    numbers = [t for t in totals if t is not None]
    ranks = iter(competition_ranks(numbers, TIE))
    rank_of = [None if total is None else next(ranks) for total in totals]
    everyone = sources(*numbers)
    among = [n for n, total in enumerate(totals) if total is not None]
    standings = []
    for n, (alternative, total, rank) in enumerate(zip(ballot.alternatives, totals, rank_of)):
        key = (alternative.id,)
        voters = [r for r in ballot.present if first(by_reviewer[r.id], among) == (n,)]
        rows = ballot.rows(voters or ballot.present, ballot.alternatives)
        firsts = Fact("scoring.first", key, (ballot.cells(rows, ballot.criteria),), "count", n=len(ballot.present))
        standings.append(
            Standing(
                alternative,
                total,
                None if rank is None else Count(rank, Fact("scoring.rank", key, everyone, "count", n=len(numbers))),
                rank is not None and rank_of.count(rank) > 1,
                _vetoes(alternative, ballot.criteria, cells),
                tuple(row[n] for row in by_reviewer.values()),
                Count(len(voters), firsts),
            )
        )
    return tuple(sorted(standings, key=lambda s: (s.rank is None, s.rank or 0)))


def _vetoes(
    alternative: Alternative, criteria: Sequence[Criterion], cells: Sequence[CriterionScore]
) -> tuple[str, ...]:
    """Criteria whose veto line the raw mean passes on the bad side (the line itself is still good)."""
    raw = {cell.criterion: cell.raw for cell in cells if cell.alternative == alternative.id}
    failed = []
    for line in criteria:
        mean = raw[line.name]
        if line.veto is None or mean is None:
            continue
        if mean > line.veto + TIE if line.direction is Direction.LOWER else mean < line.veto - TIE:
            failed.append(line.name)
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


def _switches(ballot: Ballot, standings: Sequence[Standing], cells: Sequence[CriterionScore]) -> tuple[Switch, ...]:
    """The switching weights of the winner against every other alternative that has a total.

    None where one criterion has all the weight: nothing says in what proportion the others would share what it loses.
    """
    if any(weight >= 1 - TIE for weight in ballot.weights.values()):
        return ()
    score = {(c.alternative, c.criterion): c.converted for c in cells}
    totals = {s.alternative.id: s.total for s in standings if s.total is not None}
    return switches(totals, score, ballot.weights)
