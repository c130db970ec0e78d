"""Claims about money: what a plan costs once and a year, what it saves, when that is back, and what is not known."""

from __future__ import annotations

from ...schema.choices import Trial
from ..claim import Claim, claims
from ..money import Money, Sum
from .named import named


@claims("money.investment", "money.investment_part")
def investment(sums: Money) -> Claim | None:
    """The measures' one-off cost, with how many state it."""
    return _sum(sums, "investment", "money.investment")


@claims("money.running", "money.running_part", "money.running_less", "money.running_less_part")
def running(sums: Money) -> Claim | None:
    """The yearly cost; below 0 it is a saving of cost."""
    less = sums.running_cost is not None and sums.running_cost < 0
    return _sum(sums, "running_cost", "money.running_less" if less else "money.running")


@claims("money.days", "money.days_part")
def days(sums: Money) -> Claim | None:
    """The person-days."""
    return _sum(sums, "person_days", "money.days")


@claims(
    "money.saving", "money.saving_part", "money.saving_counted", "money.saving_loss", "money.saving_loss_part",
    "money.saving_loss_counted",
)  # fmt: skip
def saving(sums: Money) -> Claim | None:
    """The yearly saving, below 0 a loss; that only some count where others state one and failed (:func:`uncounted`)."""
    key = "money.saving_loss" if sums.saving is not None and sums.saving < 0 else "money.saving"
    made = _sum(sums, "saving", key)
    if made is None or not sums.dropped:
        return made
    return Claim(f"{key}_counted", {"sum": sums.saving, "n": sums.given("saving"), "of": sums.measures})


@claims("money.uncounted", "money.uncounted_rejected", "money.uncounted_mixed")
def uncounted(sums: Money) -> Claim | None:
    """The measures whose savings do not count, with why."""
    held = sums.dropped
    if not held:
        return None
    kinds = {m.trial is Trial.FAILED for m in held}
    key = "uncounted_mixed" if len(kinds) == 2 else "uncounted" if kinds == {True} else "uncounted_rejected"
    return Claim(f"money.{key}", {"names": named(held)})


def _sum(sums: Money, name: Sum, key: str) -> Claim | None:
    value = getattr(sums, name)
    if value is None:
        return None
    if sums.whole(name):
        return Claim(key, {"sum": value})
    return Claim(f"{key}_part", {"sum": value, "n": sums.given(name), "of": sums.measures})


@claims("money.net")
def net(sums: Money) -> Claim | None:
    """What is saved a year after the running cost."""
    return None if sums.net is None else Claim("money.net", {"net": sums.net})


@claims("money.net_unknown", "money.net_short", "money.running_unknown")
def net_unknown(sums: Money) -> Claim | None:
    """That the net can't be told, because some measures leave their yearly cost blank, or all do."""
    if sums.saving is None or sums.net is not None:
        return None
    if sums.running_cost is None:
        return Claim("money.running_unknown")
    short = sums.running_cost > sums.saving
    slots = {"n": sums.given("running_cost"), "of": sums.measures, "saving": sums.saving, "cost": sums.running_cost}
    return Claim("money.net_short" if short else "money.net_unknown", slots)


@claims("money.unsaved")
def unsaved(sums: Money) -> Claim | None:
    """That no saving is estimated; one that does not count is another thing (:func:`uncounted`)."""
    return Claim("money.unsaved") if sums.saving is None and sums.stated and not sums.dropped else None


@claims("money.payback", "money.payback_range", "money.payback_never", "money.payback_free")
def payback(sums: Money) -> Claim | None:
    """In how many months the one-off money is back; that nothing is left to pay it back with."""
    if sums.net is not None and sums.net <= 0:
        return Claim("money.payback_never")
    if sums.net is not None and sums.free:
        return Claim("money.payback_free")
    if sums.payback is None:
        return None
    low, high = sums.payback
    if low == high:
        return Claim("money.payback", {"months": low})
    return Claim("money.payback_range", {"low": low, "high": high})


@claims("money.labour")
def labour(sums: Money) -> Claim | None:
    """What the person-days come to at the form's rate."""
    if sums.labour is None:
        return None
    return Claim("money.labour", {"rate": sums.rate, "sum": sums.labour})


@claims("money.tools", "money.tools_extra", "money.tools_mixed", "money.tools_alone")
def tools(sums: Money) -> Claim | None:
    """How the tools' budgets stand to the measures' one-off cost: part of it as it may be, on top of it, or both."""
    held = sums.one_off
    if not held.tools:
        return None
    slots = {
        "tools": held.tools, "within": held.within, "extra": held.extra, "cost": sums.investment, "low": held.low,
        "high": held.high, "names": named(held.overlapping), "apart": named(held.apart),
    }  # fmt: skip
    if sums.investment is None and held.single:
        return Claim("money.tools_alone", slots)
    if held.within is None or held.single:
        return Claim("money.tools_extra", slots)
    return Claim("money.tools_mixed" if held.extra else "money.tools", slots)


@claims("money.budgets", "money.budgets_part")
def budgets(sums: Money) -> Claim | None:
    """The sum of the tools' budgets, with how many of them state one where some do not."""
    held = sums.one_off
    if held.tools is None:
        return None
    if not held.unpriced:
        return Claim("money.budgets", {"sum": held.tools})
    return Claim("money.budgets_part", {"sum": held.tools, "n": held.given, "of": held.needed})


@claims("money.one_off", "money.one_off_part", "money.one_off_range", "money.one_off_range_part", "money.one_off_tools")
def one_off(sums: Money, *, alone: bool = True) -> Claim | None:
    """All one-off money, measures and tools together: an amount, or from the least to the most.

    With how many measures state a one-off cost where some do not; unless it stands beside their own sum, which says so.
    """
    held = sums.one_off
    if held.low is None:
        return None
    if sums.investment is None:
        return Claim("money.one_off_tools", {"sum": held.low})
    part = "_part" if alone and not sums.whole("investment") else ""
    slots = {"sum": held.low, "low": held.low, "high": held.high, "n": sums.given("investment"), "of": sums.measures}
    return Claim(f"money.one_off{part}" if held.single else f"money.one_off_range{part}", slots)


@claims("money.unpriced")
def unpriced(sums: Money) -> Claim | None:
    """Tools without a budget."""
    held = sums.one_off.unpriced
    return Claim("money.unpriced", {"names": named(held)}) if held else None


@claims("money.uncosted")
def uncosted(sums: Money) -> Claim | None:
    """That no measure states what it costs."""
    return None if sums.stated else Claim("money.uncosted")
