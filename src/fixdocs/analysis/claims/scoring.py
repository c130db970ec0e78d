"""What the totals and the means by criterion let a report say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...schema.choices import Direction
from ...schema.improve import Alternative, Criterion, Reviewer
from ..ballot import TIE
from ..claim import Claim, claims
from ..facts import Count, Fact, filled, sources
from ..rounding import rounded
from ..scoring import CriterionScore, ScoringFindings, Standing, declared_order

_WHOLE = 0.001  # how far weights may be off 100 % before they are said to be normalised
_PART = 2  # decimals in which the figure prints what a criterion adds to a total
_MOST_PLACES = 3  # ties that a sentence names
_MOST_SHORT = 4  # means on fewer scores that sentences tell one by one


@claims("scoring.equal_weights", "scoring.normalised", "scoring.weights_rounded")
def weighing(found: ScoringFindings) -> Claim | None:
    """The weights as they are counted are not those that were filled, or as printed do not add up to 100 %."""
    ballot = found.ballot
    if ballot.weight_sum <= 0:
        return Claim("scoring.equal_weights")
    if abs(ballot.weight_sum - 1) >= _WHOLE:
        return Claim("scoring.normalised", {"total": ballot.weight_sum})
    printed = sum(rounded(weight * 100, weight.fact.digits or 0) for weight in found.weights.values())
    return Claim("scoring.weights_rounded") if printed != 100 else None


@claims("scoring.weightless")
def weightless(found: ScoringFindings) -> Claim | None:
    """Criteria that were scored and count nothing, beside others that do."""
    names = tuple(name for name, weight in found.weights.items() if weight <= TIE)
    return Claim("scoring.weightless", {"names": names}) if names else None


@claims("scoring.no_total", "scoring.one_total", "scoring.winner", "scoring.winner_part", "scoring.tied")
def result(found: ScoringFindings) -> Claim:
    """Who is ahead and by how much; a tie at the top is a tie."""
    ranked = found.ranked
    if not ranked:
        return Claim("scoring.no_total")
    top = ranked[0]
    if len(ranked) == 1:
        return Claim("scoring.one_total", {"name": top.alternative, "total": top.total})
    if found.winner is None:
        return Claim("scoring.tied", {"names": keys(found.top), "total": top.total})
    second = [s for s in ranked if s.rank == ranked[1].rank]
    slots = {"name": top.alternative, "total": top.total, "n": found.compared, "second": _second(second),
             "lead": found.lead(top, second[0])}  # fmt: skip
    return Claim("scoring.winner" if len(ranked) == len(found.standings) else "scoring.winner_part", slots)


@claims("scoring.second", "scoring.seconds")
def _second(held: Sequence[Standing]) -> Claim:
    """The alternative second, or those that share the second place."""
    return Claim("scoring.second" if len(held) == 1 else "scoring.seconds", {"names": keys(held)})


def keys(standings: Sequence[Standing]) -> tuple[str, ...]:
    """The alternatives' numbers."""
    return tuple(s.alternative.id for s in standings)


@claims("scoring.lead_rounded")
def lead_rounded(found: ScoringFindings) -> Claim | None:
    """The printed totals differ by another figure than the printed lead."""
    if found.winner is None or len(found.ranked) < 2:
        return None
    one, two = found.ranked[:2]
    if one.total is None or two.total is None:
        return None
    lead, digits = found.lead(one, two), one.total.fact.digits or 2
    parts = rounded(one.total, digits) - rounded(two.total, digits)
    return None if parts == rounded(lead, digits) else Claim("scoring.lead_rounded")


def _same(one: float, two: float, digits: int) -> bool:
    """Whether two values are printed alike."""
    return rounded(one, digits) == rounded(two, digits)


@claims("scoring.tied_open", "scoring.tied_suggestion", "scoring.tied_settled", "scoring.tied_first")
def suggestion(found: ScoringFindings, *, decided: bool) -> Claim | None:
    """What the declared order of the criteria says among tied winners; a suggestion only before the decision."""
    if len(found.top) < 2:
        return None
    held = found.standing(found.suggestion)
    if held is None:
        return Claim("scoring.tied_settled" if decided else "scoring.tied_open")
    order = tuple(c.name for c in declared_order(found.ballot.criteria))
    key = "scoring.tied_first" if decided else "scoring.tied_suggestion"
    return Claim(key, {"order": order, "name": held.alternative})


@claims("scoring.total_rounded")
def total_rounded(found: ScoringFindings, standing: Standing) -> Claim | None:
    """The printed weights and means of a total make another figure than the printed total."""
    if standing.total is None:
        return None
    digits, parts = standing.total.fact.digits or 2, 0.0
    for name, weight in found.weights.items():
        mean = found.cell(standing.alternative.id, name).converted
        if mean is None:
            return None
        parts += float(rounded(weight, 2 + (weight.fact.digits or 0)) * rounded(mean, mean.fact.digits or 2))
    return None if _same(parts, standing.total, digits) else Claim("scoring.total_rounded")


@claims("scoring.parts_rounded")
def parts_rounded(found: ScoringFindings) -> Claim | None:
    """What the criteria add to some total, each part printed in two decimals, makes another figure than the total."""
    for standing in found.ranked:
        means = {name: found.cell(standing.alternative.id, name).converted for name in found.weights}
        parts = sum(rounded(weight * (means[name] or 0.0), _PART) for name, weight in found.weights.items())
        if standing.total is not None and parts != rounded(standing.total, _PART):
            return Claim("scoring.parts_rounded")
    return None


# Two alternatives by criterion


@claims("scoring.compared")
def compared(found: ScoringFindings, two: Standing) -> Claim | None:
    """Where the winner is ahead of ``two``, where behind, where level, by every criterion that counts."""
    one = found.winner
    if one is None or two.total is None or two is one:
        return None
    parts = tuple(margin(found, one, two, c) for c in found.ballot.criteria if found.weights[c.name] > 0)
    return Claim("scoring.compared", {"name": two.alternative.id, "parts": parts})


@claims("scoring.higher", "scoring.lower", "scoring.less", "scoring.more", "scoring.level")
def margin(found: ScoringFindings, one: Standing, two: Standing, criterion: Criterion) -> Claim:
    """How ``one`` stands to ``two`` under a criterion; where low is good in the words of the criterion itself."""
    keys_ = one.alternative.id, two.alternative.id
    gap = found.margin(*keys_, criterion.name)
    name = criterion.name
    if abs(gap) <= TIE:
        return Claim("scoring.level", {"criterion": name})
    if criterion.direction is Direction.LOWER:
        raw = [found.cell(key, name).raw for key in keys_]
        return Claim("scoring.less" if gap > 0 else "scoring.more", {"criterion": name, "one": raw[0], "two": raw[1]})
    if gap > 0:
        return Claim("scoring.higher", {"criterion": name, "margin": gap})
    return Claim("scoring.lower", {"criterion": name, "margin": found.margin(keys_[1], keys_[0], name)})


@claims("scoring.nowhere_behind")
def nowhere_behind(found: ScoringFindings) -> Claim | None:
    """The winner is behind no other alternative on any criterion, and ahead of each on one at least."""
    one = found.winner
    if one is None or len(found.ranked) < 2 or len(found.ranked) < len(found.standings):
        return None
    for two in found.ranked[1:]:
        gaps = [found.margin(one.alternative.id, two.alternative.id, c.name) for c in found.ballot.criteria]
        if min(gaps) < -TIE or max(gaps) <= TIE:
            return None
    return Claim("scoring.nowhere_behind", {"name": one.alternative.id})


@claims(
    "scoring.best",
    "scoring.best_tied",
    "scoring.least",
    "scoring.least_tied",
    "scoring.all_level",
    "scoring.some_level",
)
def best(found: ScoringFindings, criterion: Criterion) -> Claim | None:
    """Which of the alternatives scored under a criterion leads, by the mean as it was scored; ties are named."""
    if len(found.ranked) < 2:
        return None
    cells = [found.cell(s.alternative.id, criterion.name) for s in found.standings]
    known = [(c.converted, c) for c in cells if c.converted is not None]
    top = max(value for value, _ in known)
    leaders = [cell for value, cell in known if value >= top - TIE]
    slots = {"criterion": criterion.name, "who": tuple(c.alternative for c in leaders), "score": leaders[0].raw}
    if len(leaders) == len(known):
        return Claim("scoring.all_level" if len(known) == len(cells) else "scoring.some_level", slots)
    key = "least" if criterion.direction is Direction.LOWER else "best"
    return Claim(f"scoring.{key}" if len(leaders) == 1 else f"scoring.{key}_tied", slots)


# What the totals leave out, or pass over


@claims("scoring.untotalled")
def untotalled(found: ScoringFindings) -> Claim | None:
    """Alternatives without a total, because nobody scored one of their criteria."""
    without = [s for s in found.standings if s.total is None and s.alternative.id in _touched(found)]
    return Claim("scoring.untotalled", {"names": keys(without)}) if without and found.ranked else None


@claims("scoring.unscored", "scoring.unscored_abstained")
def unscored(found: ScoringFindings) -> Claim | None:
    """Alternatives that nobody scored on any criterion; whether everybody present wrote down an abstention on all."""
    without = [s for s in found.standings if s.alternative.id not in _touched(found)]
    if not without or not found.ranked:
        return None
    held = [cell for cell in found.cells if cell.alternative in keys(without)]
    everyone = all(cell.abstained == len(found.present) for cell in held)
    return Claim("scoring.unscored_abstained" if everyone else "scoring.unscored", {"names": keys(without)})


def _touched(found: ScoringFindings) -> set[str]:
    """The alternatives that somebody scored on some criterion."""
    return {cell.alternative for cell in found.cells if cell.n}


@claims("scoring.veto_below", "scoring.veto_above")
def vetoed(found: ScoringFindings, standing: Standing, criterion: Criterion) -> Claim | None:
    """An alternative passes a criterion's veto line on the bad side."""
    if criterion.name not in standing.vetoes:
        return None
    key = "scoring.veto_above" if criterion.direction is Direction.LOWER else "scoring.veto_below"
    mean = found.cell(standing.alternative.id, criterion.name).raw
    slots = {"name": standing.alternative.id, "criterion": criterion.name, "mean": mean,
             "line": filled(criterion, "veto")}  # fmt: skip
    return Claim(key, slots)


@claims("scoring.veto_none")
def veto_none(found: ScoringFindings) -> Claim | None:
    """No alternative passes a veto line on the bad side, and every mean that has one is known."""
    lines = [c.name for c in found.ballot.criteria if c.veto is not None]
    if not lines or any(s.vetoes for s in found.standings):
        return None
    known = all(found.cell(s.alternative.id, name).raw is not None for s in found.standings for name in lines)
    return Claim("scoring.veto_none") if known else None


# How the single scores differ


@claims(
    "scoring.spread", "scoring.spread_tied", "scoring.spread_many", "scoring.spread_all",
    "scoring.spread_none",
)  # fmt: skip
def spread(found: ScoringFindings) -> Claim | None:
    """Where the reviewers differ most, by the standard deviation; only scores on one scale are held together."""
    if len({(c.low, c.high) for c in found.ballot.criteria}) > 1:
        return None
    cells = [found.cell(s.alternative.id, c.name) for s in found.standings for c in found.ballot.criteria]
    known = [(c.deviation, c) for c in cells if c.deviation is not None]
    if not known:
        return None
    widest = max(value for value, _ in known)
    if widest <= TIE:
        return Claim("scoring.spread_none") if len(known) == len(found.cells) else None
    held = [cell for value, cell in known if _same(value, widest, 2)]
    first = held[0]
    if len(held) == 1:
        slots = {"name": first.alternative, "criterion": first.criterion, "low": first.low, "high": first.high,
                 "deviation": first.deviation}  # fmt: skip
        return Claim("scoring.spread", slots)
    if len(held) == len(found.cells):
        return Claim("scoring.spread_all", {"n": _places(found, "widest", len(held)), "deviation": first.deviation})
    if len(held) <= _MOST_PLACES:
        places = tuple(made for cell in cells if (made := _place(cell, held)))
        n = _places(found, "widest", len(held))
        return Claim("scoring.spread_tied", {"n": n, "places": places, "deviation": first.deviation})
    return Claim("scoring.spread_many", {"n": _places(found, "widest", len(held)), "deviation": first.deviation})


@claims("scoring.place")
def _place(cell: CriterionScore, widest: Sequence[CriterionScore]) -> Claim | None:
    """One of the places where scores differ most."""
    return Claim("scoring.place", {"name": cell.alternative, "criterion": cell.criterion}) if cell in widest else None


def _places(found: ScoringFindings, kind: str, n: int) -> Count:
    """How many means there are of a kind."""
    rows = found.ballot.rows(found.present, found.ballot.alternatives)
    return Count(n, Fact(f"scoring.{kind}", (), (found.ballot.cells(rows, found.ballot.criteria),), "count"))


@claims("scoring.abstained", "scoring.gaps", "scoring.abstained_gaps")
def short(cell: CriterionScore) -> Claim | None:
    """A mean stands on fewer scores than there are reviewers present: abstentions and gaps apart."""
    if not cell.n or not (cell.abstained or cell.missing):
        return None
    slots: dict[str, object] = {"name": cell.alternative, "criterion": cell.criterion, "left": cell.n}
    if not cell.missing:
        return Claim("scoring.abstained", {**slots, "n": cell.abstained})
    if not cell.abstained:
        return Claim("scoring.gaps", {**slots, "gaps": cell.missing})
    return Claim("scoring.abstained_gaps", {**slots, "n": cell.abstained, "gaps": cell.missing})


@claims("scoring.abstained_whole", "scoring.gaps_whole")
def short_whole(found: ScoringFindings, alternative: Alternative) -> Claim | None:
    """As many reviewers abstained on every criterion of an alternative, or left every one out."""
    cells = sorted((cell for cell in found.cells if cell.alternative == alternative.id), key=lambda c: c.criterion)
    numbers = {(int(cell.n), int(cell.abstained), int(cell.missing)) for cell in cells}
    cell = cells[0]
    if len(cells) < 2 or len(numbers) > 1 or not cell.n or bool(cell.abstained) == bool(cell.missing):
        return None
    away = _of_each([c.abstained or c.missing for c in cells], alternative)
    slots = {"name": alternative.id, "n": away, "left": _of_each([c.n for c in cells], alternative)}
    return Claim("scoring.abstained_whole" if cell.abstained else "scoring.gaps_whole", slots)


def _of_each(counts: Sequence[Count], alternative: Alternative) -> Count:
    """What counts are over every criterion of an alternative, alike over all of them."""
    first = counts[0]
    return Count(int(first), replace(first.fact, about=(alternative.id,), sources=sources(*counts)))


@claims("scoring.abstained_many")
def short_many(found: ScoringFindings) -> Claim | None:
    """More means than sentences should tell one by one stand on fewer scores than there are reviewers."""
    held = [c for c in found.cells if c.n and (c.abstained or c.missing)]
    if len(held) <= _MOST_SHORT:
        return None
    return Claim("scoring.abstained_many", {"n": _places(found, "short", len(held))})


def shorts(found: ScoringFindings) -> tuple[Claim | None, ...]:
    """What is to be said of means on fewer scores: each of a few, the number of many."""
    whole = {a.id: made for a in found.ballot.alternatives if (made := short_whole(found, a))}
    many = None if whole else short_many(found)
    if many:
        return (many,)
    return (*whole.values(), *(short(cell) for cell in found.cells if cell.alternative not in whole))


def partials(found: ScoringFindings, people: Sequence[Reviewer]) -> tuple[Claim | None, ...]:
    """Reviewers who gave some alternatives no score that others scored; those who left out the same, together."""
    ballot, touched = found.ballot, _touched(found)
    held: dict[tuple[str, ...], list[Reviewer]] = {}
    for reviewer in people:
        scored = tuple(
            a.id
            for a in ballot.alternatives
            if any(ballot.value(reviewer.id, a.id, c.name) is not None for c in ballot.criteria)
        )
        if reviewer in found.present and len(scored) < len(touched):
            held.setdefault(scored, []).append(reviewer)
    return tuple(_partial(who, names) for names, who in held.items())


@claims("scoring.partial", "scoring.partial_several")
def _partial(who: Sequence[Reviewer], names: tuple[str, ...]) -> Claim:
    """One or several reviewers scored these alternatives only."""
    return Claim("scoring.partial" if len(who) == 1 else "scoring.partial_several", {"who": tuple(who), "names": names})


@claims("scoring.placed", "scoring.placed_part", "scoring.placed_tied", "scoring.placed_tied_part", "scoring.unplaced")
def placed(found: ScoringFindings | None, alternative: str) -> Claim | None:
    """Where an alternative stands among those that have a total, all or part: alone, tied, or without a total."""
    standing = found.standing(alternative) if found else None
    if found is None or standing is None or len(found.ranked) < 2:
        return None
    if standing.total is None:
        return Claim("scoring.unplaced", {"name": alternative})
    others = [s for s in found.ranked if s.rank == standing.rank and s is not standing]
    slots: dict[str, object] = {"total": standing.total, "n": found.compared, "rank": standing.rank}
    part = "_part" if len(found.ranked) < len(found.standings) else ""
    if not others:
        return Claim(f"scoring.placed{part}", slots)
    return Claim(f"scoring.placed_tied{part}", {**slots, "others": keys(others)})
