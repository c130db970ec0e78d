"""Two futures of one time: what a measure's trial or estimate says of the whole flow's duration, and what the flow
to be comes to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from ..schema.improve import Measure
from .benefit import Benefit
from .facts import Fact, Quantity, fact_of, filled, sources, whole
from .flow_times import CALENDAR_DAY, WORKDAYS_SHARE
from .rounding import rounded


class Future(Struct, frozen=True):
    """The headline of an indicator of the whole flow's duration beside the flow's own lead time.

    ``stated`` is the measure's value, as filled: of its trial (``measured``) or expected. ``computed`` is the lead
    time of the flow to be. ``apart`` is by how much they differ, in working minutes: None where they agree as far
    as they are printed, or where the flow's is known as "at least" only. ``longer`` tells that the flow's is.
    """

    indicator: str
    measure: Measure
    measured: bool
    stated: Quantity
    computed: Quantity
    apart: Quantity | None
    longer: bool


def futures(
    benefits: Iterable[Benefit],
    lead: Quantity | None,
    hours_per_day: float,
    names: Collection[str],
    units: Mapping[str, float],
) -> tuple[Future, ...]:
    """A future for each objective whose indicator is the whole flow's duration and which a measure states a value for.

    ``names`` are parts of such an indicator's name, ``units`` the lengths in minutes of the words for working units
    (0: a working day).
    """
    if lead is None:
        return ()
    found: dict[str, Future] = {}
    for benefit in benefits:
        name = benefit.goal.indicator or ""
        told = any(part in name.lower() for part in names)
        if told and name not in found and (made := _future(benefit, lead, hours_per_day, units)):
            found[name] = made
    return tuple(found.values())


def _future(benefit: Benefit, lead: Quantity, hours: float, units: Mapping[str, float]) -> Future | None:
    after, measure = benefit.after, benefit.source
    if after is None or measure is None:
        return None
    fact = fact_of(after)
    word = (fact.word if fact else None) or benefit.goal.unit or ""
    length = units.get(word.strip().lower())
    kept = (
        after
        if isinstance(after, Quantity)
        else filled(measure, "after" if benefit.measured else "expected", word=word)
    )
    if length is None or kept is None:
        return None
    length = length or 60.0 * hours
    computed = lead / CALENDAR_DAY * WORKDAYS_SHARE * 60.0 * hours if lead.fact.unit == "calendar" else float(lead)
    digits = 0 if length == 1.0 else 1
    agree = rounded(kept, digits) == rounded(computed / length, digits)
    gap = abs(kept * length - computed)
    name = benefit.goal.indicator or ""
    apart = Quantity(gap, Fact("change.future_apart", (name,), sources(kept, lead), "working"))
    return Future(
        name, measure, benefit.measured, kept, lead,
        None if agree or not whole(lead) else apart, computed > kept * length,
    )  # fmt: skip
