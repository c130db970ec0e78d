"""What measures cost and save, and what they ask for together with the tools they need. Currency as the team writes it.

A sum is over the measures that state the figure: how many do stands beside it (:meth:`Money.given`). Whether a tool's
budget is part of a measure's one-off cost the sheets don't tell, so where it may be, the whole is a range.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ..schema.choices import Adoption, Trial
from ..schema.improve import Measure, Tool
from .facts import Cells, Count, Fact, Quantity, Unit, filled, known, sources, tally
from .rounding import rounded

Sum = Literal["investment", "running_cost", "saving", "person_days"]

_COSTS: tuple[Sum, ...] = ("investment", "running_cost", "person_days")
_UNITS: dict[Sum, Unit] = {"investment": "money", "running_cost": "money", "saving": "money", "person_days": "number"}
_MONTHS = 12


class OneOff(Struct, frozen=True):
    """One-off money of measures and tools together.

    ``tools`` is the sum of all budgets, ``within`` of those whose measure states a one-off cost above 0: they may be
    part of it. ``extra`` is the rest, which comes on top: a tool that names no measure is in no measure's cost. ``low``
    counts ``within`` as part of the measures' cost as far as it fits into the cost of all measures it is linked with,
    ``high`` adds it; they are one fact where nothing overlaps. ``overlapping`` and ``apart`` are the tools of either
    sum, ``unpriced`` those without a budget; ``given`` counts those that state one of all that are ``needed``.
    """

    tools: Quantity | None
    within: Quantity | None
    extra: Quantity | None
    low: Quantity | None
    high: Quantity | None
    overlapping: tuple[Tool, ...]
    apart: tuple[Tool, ...]
    unpriced: tuple[Tool, ...]
    given: Count
    needed: Count

    @property
    def single(self) -> bool:
        """Whether the sum is known as one amount."""
        return self.low is not None and self.low == self.high


class Money(Struct, frozen=True):
    """Sums over ``rows``; None where no measure states the figure.

    ``stated`` counts the measures that state at least one of one-off cost, running cost and person-days. ``net`` is
    saving less running cost a year, known where a saving is stated and no running cost is blank. ``labour`` is the
    person-days at the form's rate.
    """

    rows: tuple[Measure, ...]
    investment: Quantity | None
    running_cost: Quantity | None
    saving: Quantity | None
    person_days: Quantity | None
    stated: Count
    measures: Count
    net: Quantity | None
    labour: Quantity | None
    rate: Quantity | None
    one_off: OneOff

    def given(self, name: Sum) -> Count:
        """How many of the measures state the figure ``name``; a failed one's saving is none."""
        return tally("money.given", _stating(self.rows, name), "measures", (name,), (name, *ids(self.rows)))

    def whole(self, name: Sum) -> bool:
        """Whether every measure states the figure ``name``."""
        return bool(self.rows) and len(_stating(self.rows, name)) == len(self.rows)

    @property
    def dropped(self) -> tuple[Measure, ...]:
        """The measures that state a saving that does not count: they failed in trial, or are not adopted."""
        held = self.saving_rows
        return tuple(m for m in self.rows if m.saving is not None and m not in held)

    @property
    def free(self) -> bool:
        """Whether every measure states that it costs nothing once, and no tool costs anything or leaves it open."""
        once = self.one_off
        return self.whole("investment") and once.high is not None and once.high <= 0 and not once.unpriced

    @property
    def saving_rows(self) -> tuple[Measure, ...]:
        """The measures whose saving counts."""
        return tuple(_stating(self.rows, "saving"))

    @property
    def payback(self) -> tuple[Quantity, Quantity] | None:
        """Months until the one-off money is back, from the least to the most: it ÷ net a year × 12.

        Whole months from a year up.
        None unless the net is above 0, money has to be spent, and no measure leaves its one-off cost blank.
        """
        low, high, net = self.one_off.low, self.one_off.high, self.net
        if low is None or high is None or net is None or net <= 0 or high <= 0 or not self.whole("investment"):
            return None
        first, last = (
            Quantity(
                _months(value / net * _MONTHS),
                Fact(f"money.payback{end}", fact.about, sources(value, net), n=len(self.rows)),
            )
            for value, end, fact in ((low, "", low.fact), (high, "" if low == high else "_high", high.fact))
        )
        return first, last


def _months(value: float) -> float:
    """Months as far as an estimate tells them: with a decimal below a year."""
    return float(rounded(value, 1 if value < _MONTHS else 0))


def money(measures: Sequence[Measure], tools: Sequence[Tool] = (), rate: Quantity | None = None) -> Money:
    """Sums of what ``measures`` state, with the budgets of their ``tools``, at ``rate`` a person-day.

    A sum's id names the measures it is over: whoever adds up the same measures has the same fact.
    """
    about = ids(measures)
    stated = [m for m in measures if any(getattr(m, name) is not None for name in _COSTS)]
    investment, running, saving, days = (
        _sum(measures, name) for name in ("investment", "running_cost", "saving", "person_days")
    )
    net = None
    if saving is not None and running is not None and all(m.running_cost is not None for m in measures):
        net = Quantity(saving - running, Fact("money.net", about, sources(saving, running), "money", n=len(measures)))
    labour = None
    if days is not None and rate is not None:
        labour = Quantity(days * rate, Fact("money.labour", about, sources(days, rate), "money", n=days.fact.n))
    return Money(
        rows=tuple(measures),
        investment=investment,
        running_cost=running,
        saving=saving,
        person_days=days,
        stated=tally("money.stated", stated, "measures", _COSTS, about),
        measures=tally("plan.measures", measures, "measures", ("id",), about),
        net=net,
        labour=labour,
        rate=rate,
        one_off=_one_off(measures, tools, investment),
    )


def ids(measures: Sequence[Measure]) -> tuple[str, ...]:
    """What tells a set of measures from another in a fact's id."""
    return tuple(sorted(m.id for m in measures))


def _stating(measures: Sequence[Measure], name: Sum) -> list[Measure]:
    """The measures whose figure ``name`` counts: what failed in trial, or is not adopted, saves nothing."""
    held = [m for m in measures if getattr(m, name) is not None]
    if name != "saving":
        return held
    return [m for m in held if m.trial is not Trial.FAILED and m.adoption is not Adoption.REJECTED]


def _sum(measures: Sequence[Measure], name: Sum) -> Quantity | None:
    held = _stating(measures, name)
    cells = Cells("measures", (name, "trial", "adoption") if name == "saving" else (name,), tuple(held))
    fact = Fact(f"money.{name}", ids(measures), (cells,), _UNITS[name], n=len(held),
                left_out=len(measures) - len(held))  # fmt: skip
    return Quantity(sum(getattr(m, name) for m in held), fact) if held else None


def _one_off(measures: Sequence[Measure], tools: Sequence[Tool], investment: Quantity | None) -> OneOff:
    """What the budgets of ``tools`` add to the measures' one-off cost, as far as the sheets tell."""
    priced = [t for t in tools if t.budget is not None]
    costs = {m.id: m.investment for m in measures if m.investment}
    inside = [t for t in priced if t.budget and any(key in costs for key in t.measures)]
    outside = [t for t in priced if t not in inside]
    about = (*ids(measures), *sorted(t.id for t in priced))

    def budgets(kind: str, held: Sequence[Tool]) -> Quantity | None:
        cells = Cells("tools", ("budget",), tuple(held))
        fact = Fact(f"money.{kind}", about, (cells,), "money", n=len(held))
        return known(sum(t.budget or 0.0 for t in held) if held else None, fact)

    whole, within, extra = budgets("tools", priced), budgets("within", inside), budgets("extra", outside)
    low, high = _bounds(about, investment, whole, _over(inside, costs) + (extra or 0.0))
    if not inside and low is not None:
        high = low
    unpriced = tuple(t for t in tools if t.budget is None)
    given = tally("money.priced", priced, "tools", ("budget",), about)
    return OneOff(
        whole,
        within,
        extra,
        low,
        high,
        tuple(inside),
        tuple(t for t in outside if t.budget),
        unpriced,
        given,
        tally("plan.tools", tools, "tools", ("id",)),
    )


def _bounds(
    about: tuple[str, ...], investment: Quantity | None, tools: Quantity | None, added: float
) -> tuple[Quantity | None, Quantity | None]:
    """The least and the most of the whole; without budgets it is the measures' own cost."""
    if not tools:
        return investment, investment
    cost = investment or 0.0
    least, most = max(cost + added, float(tools)), cost + tools
    kinds = ("total", "total") if least == most else ("total_low", "total_high")
    cells = sources(investment, tools)
    low, high = (
        Quantity(value, Fact(f"money.{kind}", about, cells, "money")) for kind, value in zip(kinds, (least, most))
    )
    return low, high


def _over(tools: Sequence[Tool], costs: dict[str, float]) -> float:
    """By how much the budgets of ``tools`` exceed the costs of the measures they are for, group by linked group."""
    groups: list[tuple[set[str], float]] = []
    for tool in tools:
        keys, budget = set(tool.measures) & costs.keys(), tool.budget or 0.0
        joined = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(g[0] for g in joined)), budget + sum(g[1] for g in joined)))
    return sum(max(0.0, budget - sum(costs[key] for key in keys)) for keys, budget in groups)


def labelled(row: Measure | Tool, name: str) -> Quantity | None:
    """An amount of a row as its cell has it, in the currency's base unit."""
    unit: Unit = "number" if name == "person_days" else "money"
    return filled(row, name, unit=unit)


__all__ = ["Money", "OneOff", "Sum", "labelled", "money"]
