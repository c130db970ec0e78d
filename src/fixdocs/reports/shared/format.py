"""Figures as a report prints them: one way for numbers, shares, durations, money and dates.

A figure that is not known stays None until it is printed: in a cell by :func:`dashed`, in a sentence by
:meth:`Formatter.say`. "—" stands for none, never blank or 0 for unknown; nothing compares with it. The minus is
U+2212; thousands are separated.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, overload

from ...words import Words

_DASH = "—"
_HOUR, _CALENDAR_DAY = 60.0, 1440.0  # minutes

Scale = Literal["minutes", "hours", "workdays"]


def dashed(text: str | None) -> str:
    """``text`` as a cell of the context holds it: the dash for none."""
    return text or _DASH


class Formatter:
    """Formats for one language and one length of the working day (hours). None for what is not known stays None."""

    def __init__(self, words: Words, hours_per_day: float = 8.0) -> None:
        self.words = words
        self.hours_per_day = hours_per_day

    def say(self, key: str, /, **values: object) -> str:
        """The sentence ``domain.name``; a value that is not known is the dash."""
        return self.words.say(key, **{name: _DASH if value is None else value for name, value in values.items()})

    @overload
    def number(self, value: float, digits: int | None = None) -> str: ...
    @overload
    def number(self, value: float | None, digits: int | None = None) -> str | None: ...
    def number(self, value: float | None, digits: int | None = None) -> str | None:
        """A number with ``digits`` decimals; without them as many as it needs, two at most."""
        if value is None:
            return None
        text = f"{value:,.2f}".rstrip("0").rstrip(".") if digits is None else f"{value:,.{digits}f}"
        if text.strip("-0.,") == "":
            text = text.lstrip("-")
        return text.replace("-", "−")

    def signed(self, value: float, digits: int | None = None) -> str:
        """A number with its sign, for changes."""
        text = self.number(value, digits)
        return f"+{text}" if value > 0 and text.strip("0.") else text

    @overload
    def percent(self, share: float, digits: int = 1) -> str: ...
    @overload
    def percent(self, share: float | None, digits: int = 1) -> str | None: ...
    def percent(self, share: float | None, digits: int = 1) -> str | None:
        """A fraction as a percentage: 0.125 → 12.5%."""
        return None if share is None else f"{self.number(share * 100, digits)}%"

    @overload
    def value(self, value: float, unit: str | None, digits: int | None = None) -> str: ...
    @overload
    def value(self, value: float | None, unit: str | None, digits: int | None = None) -> str | None: ...
    def value(self, value: float | None, unit: str | None, digits: int | None = None) -> str | None:
        """A number with its unit: a space before words, none before %."""
        if value is None:
            return None
        text = self.number(value, digits)
        if not unit:
            return text
        return f"{text}{unit}" if unit in ("%", "‰") else f"{text} {unit}"

    def scale(self, longest: float) -> tuple[Scale, float]:
        """The unit a reader would say ``longest`` working minutes in, and its length in minutes.

        Minutes below 2 hours, hours below 2 days, then days: the only place that says so.
        """
        day = _HOUR * self.hours_per_day
        if abs(longest) < 2 * _HOUR:
            return "minutes", 1.0
        return ("hours", _HOUR) if abs(longest) < 2 * day else ("workdays", day)

    def measured(self, minutes: float) -> tuple[str, Scale]:
        """Working minutes as a number and its unit: a decimal, but whole minutes from ten up."""
        scale, length = self.scale(minutes)
        whole = scale == "minutes" and (abs(minutes) >= 10 or minutes == round(minutes))
        return self.number(minutes / length, 0 if whole else 1), scale

    @overload
    def duration(self, minutes: float) -> str: ...
    @overload
    def duration(self, minutes: float | None) -> str | None: ...
    def duration(self, minutes: float | None) -> str | None:
        """Working minutes in the unit a reader would say."""
        if minutes is None:
            return None
        text, scale = self.measured(minutes)
        return self.words.say(f"format.{scale}", n=text)

    def calendar(self, minutes: float) -> str:
        """Calendar minutes in calendar days or hours."""
        if abs(minutes) < _CALENDAR_DAY:
            return self.words.say("format.calendar_hours", n=self.number(minutes / _HOUR, 1))
        return self.words.say("format.days", n=self.number(minutes / _CALENDAR_DAY, 1))

    @overload
    def money(self, value: float) -> str: ...
    @overload
    def money(self, value: float | None) -> str | None: ...
    def money(self, value: float | None) -> str | None:
        """An amount in the currency's base unit (元), in 万元 from ten thousand up."""
        if value is None:
            return None
        if abs(value) >= 10000:
            return self.words.say("format.ten_thousand", n=self.number(value / 10000))
        return self.words.say("format.money", n=self.number(value))

    @overload
    def long_date(self, day: date | datetime) -> str: ...
    @overload
    def long_date(self, day: date | datetime | None) -> str | None: ...
    def long_date(self, day: date | datetime | None) -> str | None:
        """A date, one way everywhere."""
        return None if day is None else self.words.say("format.date", y=day.year, m=day.month, d=day.day)

    @overload
    def day(self, day: date | datetime) -> str: ...
    @overload
    def day(self, day: date | datetime | None) -> str | None: ...
    def day(self, day: date | datetime | None) -> str | None:
        """A date for tables: 2026-03-05."""
        return None if day is None else f"{day:%Y-%m-%d}"

    def month(self, day: date | datetime) -> str:
        """A month: 2026年3月."""
        return self.words.say("format.month", y=day.year, m=day.month)

    @overload
    def period(self, begin: date, end: date | None) -> str: ...
    @overload
    def period(self, begin: date | None, end: date | None) -> str | None: ...
    def period(self, begin: date | None, end: date | None) -> str | None:
        """From – to; one date where they are the same."""
        if begin is None or end is None or begin == end:
            return self.long_date(begin or end)
        return self.words.say("format.period", begin=self.long_date(begin), end=self.long_date(end))

    def text(self, value: str | None) -> str | None:
        """Text without the blanks around it; None where it is blank."""
        return (value or "").strip() or None

    def join(self, items: Iterable[str | None]) -> str | None:
        """Items joined as the language lists things; None for none."""
        return self.words.say("format.joint").join(item for item in items if item) or None
