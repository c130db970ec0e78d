"""Durations of steps on one clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..schema.choices import StepKind, TimeUnit
from ..schema.survey import Step

Clock = Literal["working", "mixed", "calendar"]
"""What the durations of a flow are filled in: working time, calendar days, or both."""

WORKDAYS_SHARE = 5 / 7  # working days among calendar days
CALENDAR_DAY = 1440.0  # minutes


def working_minutes(value: float | None, unit: TimeUnit | None, hours_per_day: float) -> float | None:
    """A duration in working minutes; None for blank or for calendar days."""
    if value is None or unit is None or unit is TimeUnit.DAYS:
        return None
    return value * {TimeUnit.MINUTES: 1.0, TimeUnit.HOURS: 60.0, TimeUnit.WORKDAYS: 60.0 * hours_per_day}[unit]


def calendar_minutes(value: float | None, unit: TimeUnit | None) -> float | None:
    """A duration in calendar minutes; None for blank or for working time."""
    return value * CALENDAR_DAY if value is not None and unit is TimeUnit.DAYS else None


def minutes_of(value: float | None, unit: TimeUnit | None, hours_per_day: float, clock: Clock) -> float | None:
    """A duration in minutes of the flow's clock: calendar minutes where it is "calendar", else working minutes, of
    which a calendar day has 5 ÷ 7 of a working day's. None for blank.
    """
    working = working_minutes(value, unit, hours_per_day)
    if working is not None:
        return working / (60.0 * hours_per_day) / WORKDAYS_SHARE * CALENDAR_DAY if clock == "calendar" else working
    days = calendar_minutes(value, unit)
    if days is None or clock == "calendar":
        return days
    return days / CALENDAR_DAY * WORKDAYS_SHARE * 60.0 * hours_per_day


def clock_of(steps: Sequence[Step]) -> Clock:
    """What the durations are filled in; those of 0 decide only where there are no others."""
    pairs = [pair for s in steps for pair in ((s.touch, s.touch_unit), (s.wait, s.wait_unit)) if None not in pair]
    calendar = [unit is TimeUnit.DAYS for value, unit in pairs if value] or [unit is TimeUnit.DAYS for _, unit in pairs]
    if not any(calendar):
        return "working"
    return "calendar" if all(calendar) else "mixed"


def timed(step: Step) -> bool:
    """Whether the step has a duration of either kind."""
    return (step.touch is not None and step.touch_unit is not None) or (
        step.wait is not None and step.wait_unit is not None
    )


def lacks(step: Step) -> bool:
    """Whether the step ought to have a duration and has none: an activity."""
    return step.kind is StepKind.ACTIVITY and not timed(step)
