"""Figures as a report prints them: one way for numbers, shares, durations, money and dates.

"—" stands for none, never blank or 0 for unknown; the minus is U+2212; thousands are separated.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from ...words import Words

NONE = "—"


class Formatter:
    """Formats for one language and one length of the working day (hours)."""

    def __init__(self, words: Words, hours_per_day: float = 8.0) -> None:
        self.words = words
        self.hours_per_day = hours_per_day

    def number(self, value: float | None, digits: int | None = None) -> str:
        """A number with ``digits`` decimals; without them as many as it needs, two at most."""
        if value is None:
            return NONE
        text = f"{value:,.2f}".rstrip("0").rstrip(".") if digits is None else f"{value:,.{digits}f}"
        if text.strip("-0.,") == "":
            text = text.lstrip("-")
        return text.replace("-", "−")

    def signed(self, value: float | None, digits: int | None = None) -> str:
        """A number with its sign, for changes."""
        text = self.number(value, digits)
        return f"+{text}" if value is not None and value > 0 and text.strip("0.") else text

    def percent(self, share: float | None, digits: int = 1) -> str:
        """A fraction as a percentage: 0.125 → 12.5%."""
        return NONE if share is None else f"{self.number(share * 100, digits)}%"

    def value(self, value: float | None, unit: str | None, digits: int | None = None) -> str:
        """A number with its unit: a space before words, none before %."""
        if value is None:
            return NONE
        text = self.number(value, digits)
        if not unit:
            return text
        return f"{text}{unit}" if unit in ("%", "‰") else f"{text} {unit}"

    def duration(self, minutes: float | None) -> str:
        """Working minutes in the unit a reader would say: minutes below 2 hours, hours below 2 days, then days."""
        if minutes is None:
            return NONE
        day = 60 * self.hours_per_day
        if abs(minutes) < 120:
            return self.words.say("format.minutes", n=self._whole(minutes))
        if abs(minutes) < 2 * day:
            return self.words.say("format.hours", n=self.number(minutes / 60, 1))
        return self.words.say("format.workdays", n=self.number(minutes / day, 1))

    def _whole(self, minutes: float) -> str:
        return self.number(minutes, 0 if abs(minutes) >= 10 or minutes == round(minutes) else 1)

    def calendar(self, minutes: float | None) -> str:
        """Calendar minutes in calendar days or hours."""
        if minutes is None:
            return NONE
        if abs(minutes) < 1440:
            return self.words.say("format.calendar_hours", n=self.number(minutes / 60, 1))
        return self.words.say("format.days", n=self.number(minutes / 1440, 1))

    def money(self, value: float | None) -> str:
        """An amount in the currency's base unit (元), in 万元 from ten thousand up."""
        if value is None:
            return NONE
        if abs(value) >= 10000:
            return self.words.say("format.ten_thousand", n=self.number(value / 10000))
        return self.words.say("format.money", n=self.number(value))

    def long_date(self, day: date | datetime | None) -> str:
        """A date, one way everywhere."""
        return NONE if day is None else self.words.say("format.date", y=day.year, m=day.month, d=day.day)

    def day(self, day: date | datetime | None) -> str:
        """A date for tables: 2026-03-05."""
        return NONE if day is None else f"{day:%Y-%m-%d}"

    def month(self, day: date | datetime | None) -> str:
        """A month: 2026年3月."""
        return NONE if day is None else self.words.say("format.month", y=day.year, m=day.month)

    def period(self, begin: date | None, end: date | None) -> str:
        """From – to; one date where they are the same."""
        if begin is None or end is None or begin == end:
            return self.long_date(begin or end)
        return self.words.say("format.period", begin=self.long_date(begin), end=self.long_date(end))

    def text(self, value: str | None) -> str:
        """Text, or the dash for none."""
        return value.strip() if value and value.strip() else NONE

    def join(self, items: Iterable[str]) -> str:
        """Items joined as the language lists things; the dash for none."""
        return self.words.say("format.joint").join(item for item in items if item) or NONE
