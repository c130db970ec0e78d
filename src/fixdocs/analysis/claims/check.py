"""What may be said of how the sources agree on the lead time."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import StepKind
from ...schema.survey import Step
from ..claim import Claim, claims
from ..consistency import Consistency
from ..facts import Cells, Count, Fact, sources, tally
from ..flow import FlowFindings
from ..running import LogFindings

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


@claims("check.log_part")
def log_part(rows: Sequence[Consistency], found: LogFindings | None, steps: Sequence[Step]) -> Claim | None:
    """That the log compared knows less than half of the flow's activities: its cases need not be the whole flow."""
    if found is None or not any(row.source == "log" for row in rows):
        return None
    told = {"".join(each.name.split()) for each in found.activities}
    activities = [step for step in steps if step.kind is StepKind.ACTIVITY]
    known = [step for step in activities if "".join(step.name.split()) in told]
    if 2 * len(known) >= len(activities):
        return None
    cells = (Cells("log", ("activity",)), Cells("steps", ("name", "kind"), tuple(activities)))
    n = Count(len(known), Fact("check.log_known", (), cells, "count"))
    return Claim("check.log_part", {"n": n, "of": tally("check.activities", activities, "steps", ("kind",))})


@claims("check.to_calendar", "check.to_working")
def conversion(found: FlowFindings, rows: Sequence[Consistency]) -> Claim | None:
    """Which durations were converted to compare them: those of the other clock than the flow's."""
    if found.clock == "calendar":
        return Claim("check.to_working") if any(row.unit == "workdays" for row in rows) else None
    return Claim("check.to_calendar") if any(row.unit == "days" for row in rows) else None
