"""What may be said of how the sources agree on the lead time."""

from __future__ import annotations

from collections.abc import Sequence

from ..claim import Claim, claims
from ..consistency import Consistency
from ..facts import Count, Fact, sources
from ..flow import FlowFindings

WIDE, CLOSE = "check.wide", "check.close"


def _count(kind: str, rows: Sequence[Consistency]) -> Count:
    held = sources(*(row.gap for row in rows))
    return Count(len(rows), Fact(f"check.{kind}", (), held, "count", n=len(rows)))


def source(row: Consistency) -> Claim:
    """A source by its name."""
    return Claim(f"check.source_{row.source}", {"name": row.name} if row.name else {})


@claims("check.wide", "check.all_wide", "check.close")
def verdict(rows: Sequence[Consistency]) -> Claim | None:
    """Whether the sources agree with the flow's lead time within 30 %, one and all."""
    if not rows:
        return None
    wide = [row for row in rows if row.wide]
    if not wide:
        return Claim("check.close", {"n": _count("sources", rows)})
    named = tuple(source(row) for row in wide)
    if len(wide) == len(rows):
        return Claim("check.all_wide", {"n": _count("sources", rows), "names": named})
    return Claim("check.wide", {"n": _count("sources", rows), "wide": _count("wide", wide), "names": named})


@claims("check.row_wide", "check.row_close")
def of_row(row: Consistency) -> Claim | None:
    """Whether one source agrees."""
    return Claim("check.row_wide" if row.wide else "check.row_close")


@claims("check.to_calendar", "check.to_working")
def conversion(found: FlowFindings, rows: Sequence[Consistency]) -> Claim | None:
    """Which durations were converted to compare them: those of the other clock than the flow's."""
    if found.clock == "calendar":
        return Claim("check.to_working") if any(row.unit == "workdays" for row in rows) else None
    return Claim("check.to_calendar") if any(row.unit == "days" for row in rows) else None
