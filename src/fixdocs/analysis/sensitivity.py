"""What the weights decide: where another alternative would draw level with the winner.

For criterion k and the winner i against j, with D = Pᵢ − Pⱼ and d = aᵢₖ − aⱼₖ (weights normalised, scores converted),
the switching weight is w′ₖ = (D − wₖ·d) ÷ (D − d), the other weights shrunk in proportion; it is possible only
strictly between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from .ballot import TIE
from .facts import Cells, Fact, Quantity, sources

_MOST_DIGITS = 5

Key = tuple[str, str]


class Switch(Struct, frozen=True):
    """At ``weight`` of ``criterion`` (others shrunk in proportion) ``challenger`` draws level with the winner.

    ``present`` is the weight as it is, ``change`` what leads from it to ``weight``, in percentage points; ``rising``
    tells its direction.
    """

    criterion: str
    challenger: str
    weight: Quantity
    present: Quantity
    change: Quantity
    rising: bool


def switches(
    totals: Mapping[str, Quantity], scores: Mapping[Key, Quantity | None], weights: Mapping[str, Quantity]
) -> tuple[Switch, ...]:
    """Every switching weight of the first of ``totals``, by criterion, then in the order of ``totals``.

    ``scores`` are the converted means by alternative and criterion.
    """
    winner, *others = totals
    levels: dict[Key, float] = {}
    for criterion, weight in weights.items():
        for other in others:
            one, two = scores[winner, criterion], scores[other, criterion]
            if one is None or two is None:
                continue
            level = switching_weight(totals[winner] - totals[other], one - two, weight)
            if level is not None:
                levels[criterion, other] = level
    digits = _digits(levels, weights)
    return tuple(
        _switch(key, level, weights[key[0]], digits, sources(totals[winner], totals[key[1]]))
        for key, level in levels.items()
    )


def _switch(key: Key, level: float, present: Quantity, digits: int, held: tuple[Cells, ...]) -> Switch:
    criterion, challenger = key
    about = (criterion, challenger)
    return Switch(
        criterion,
        challenger,
        Quantity(level, Fact("scoring.switch", about, held, "share", digits=digits)),
        present,
        Quantity((level - present) * 100, Fact("scoring.switch_change", about, held, "points", digits=digits)),
        level > present,
    )


def switching_weight(lead: float, ahead: float, weight: float) -> float | None:
    """The weight at which a lead of ``lead`` vanishes; ``ahead`` is the lead on the criterion itself.

    None where no weight strictly between 0 and 1 makes both level, and where both are level already: equal totals are
    equal, and no weight "decides" between them. None too for a criterion that has all the weight: the others cannot
    share what it gives up.
    """
    if abs(lead) <= TIE or abs(lead - ahead) <= TIE or weight >= 1 - TIE:
        return None
    level = (lead - weight * ahead) / (lead - ahead)
    return level if TIE < level < 1 - TIE else None


def _digits(levels: Mapping[Key, float], weights: Mapping[str, Quantity]) -> int:
    """The decimals of a percentage that print no level as 0 %, as 100 % or as the weight it is held against."""
    for digits in range(1, _MOST_DIGITS):
        printed = {key: f"{level:.{digits}%}" for key, level in levels.items()}
        ends = {f"{end:.{digits}%}" for end in (0.0, 1.0)}
        if all(text not in ends | {f"{weights[key[0]]:.{digits}%}"} for key, text in printed.items()):
            return digits
    return _MOST_DIGITS
