"""What may be said of what the analysis of causes leaves unproven, and of the measures that wait for it."""

from __future__ import annotations

from collections.abc import Sequence

from ..chain import Links, RootKeys, RootLink, Standing
from ..claim import Claim, claims
from ..open_items import OpenItems, Reason

_WANTED = (Standing.ANSWERS, Standing.PROPOSED)  # measures that may still be carried out


@claims("causes.first_roots", "causes.first_measures")
def first(roots: Sequence[RootLink]) -> Claim | None:
    """What waits for open items: the measures against root causes that rest on them, or these being devised."""
    held = {m.measure.id: m.measure for link in roots for m in link.measures if m.standing in _WANTED}
    if not roots:
        return None
    return Claim("causes.first_measures", {"measures": tuple(held.values())}) if held else Claim("causes.first_roots")


@claims("causes.open_bearing", "causes.open_all", "causes.open_free", "causes.open_before", "causes.open_rest")
def open_counted(links: Links, held: OpenItems) -> Claim | None:
    """How many things are open and whether root causes rest on them."""
    if len(held.items) < 2:
        return None
    slots = {"n": held.count}
    if held.bearing:
        told = {"bearing": held.bearing, "roots": RootKeys(held.roots), "first": first(held.roots)}
        key = "causes.open_all" if held.bearing == held.count else "causes.open_bearing"
        return Claim(key, {**slots, **told})
    if not links.roots:
        return Claim("causes.open_before", slots)
    unrooted = any(item.reason is Reason.UNROOTED for item in held.items)
    return Claim("causes.open_rest" if unrooted else "causes.open_free", slots)
