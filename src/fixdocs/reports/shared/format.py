"""Figures as a report prints them: one way for numbers, shares, durations, money and dates.

Whatever carries a fact is noted in the ledger where one is open. A number that is not 0 is never printed as 0: it
takes the digits it needs.

A figure that is not known stays None until it is printed: in a cell by :func:`dashed`, in a sentence by
:meth:`Formatter.say`. "—" stands for none, never blank or 0 for unknown; nothing compares with it. The minus is
U+2212; thousands are separated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Literal, overload

from ...analysis.facts import Count, Quantity
from ...analysis.rounding import rounded
from ...words import Words
from .ledger import noted

_DASH = "—"
_HOUR, _CALENDAR_DAY = 60.0, 1440.0  # minutes
_CALENDAR = {"calendar_minutes": 1.0, "calendar_hours": _HOUR, "days": _CALENDAR_DAY}

Scale = Literal["minutes", "hours", "workdays", "days"]
CalendarScale = Literal["calendar_minutes", "calendar_hours", "days"]
_FINER: dict[str, Scale] = {"workdays": "hours", "hours": "minutes"}
_FINER_CALENDAR: dict[str, CalendarScale] = {"days": "calendar_hours", "calendar_hours": "calendar_minutes"}


def _too_coarse(held: Sequence[float], length: float, finer: float) -> bool:
    """Whether the shortest is less than one ``length`` while the longest has not yet 100 of the ``finer``."""
    return bool(held) and min(map(abs, held)) < length and max(map(abs, held)) < 100 * finer


def _in_calendar(minutes: float, scale: CalendarScale) -> str:
    whole = scale == "calendar_minutes" and abs(minutes) >= 10
    digits = 0 if whole else None if scale == "calendar_minutes" else 1
    return _digits(minutes / _CALENDAR[scale], digits)


def dashed(text: str | None) -> str:
    """``text`` as a cell of the context holds it: the dash for none."""
    return text or _DASH


def _digits(value: float, digits: int | None = None) -> str:
    """A number with ``digits`` decimals; without them with as many as it needs, two at most. A half is rounded up.

    A cell of the team's keeps up to four. Two figures that count stay where those decimals would leave none, or only
    one of a small number.
    """
    exact = Decimal(f"{value:.14g}")
    given = digits
    if given is None:
        given = 4 if _as_filled(value, exact) else max(2, 1 - exact.adjusted()) if exact else 0
    text = f"{rounded(value, given):,f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if text.strip("-0.,") == "":
        text = format(Decimal(f"{value:.2g}").normalize(), "f") if value else text.lstrip("-")
    return text.replace("-", "−")


def _as_filled(value: float, exact: Decimal) -> bool:
    exponent = exact.normalize().as_tuple().exponent
    return isinstance(value, Quantity) and value.fact.kind == "filled" and isinstance(exponent, int) and exponent >= -4


class Formatter:
    """Formats for one language and one length of the working day (hours). None for what is not known stays None."""

    def __init__(self, words: Words, hours_per_day: float = 8.0) -> None:
        self.words = words
        self.hours_per_day = hours_per_day

    def say(self, key: str, /, **values: object) -> str:
        """The sentence ``domain.name``; a value that is not known is the dash, a fact is printed in its unit."""
        return self.words.say(key, **{name: self._slot(value) for name, value in values.items()})

    def _slot(self, value: object) -> object:
        if value is None:
            return _DASH
        return self.fact(value) if isinstance(value, Quantity | Count) else value

    @overload
    def fact(self, value: Quantity | Count) -> str: ...
    @overload
    def fact(self, value: Quantity | Count | None) -> str | None: ...
    def fact(self, value: Quantity | Count | None) -> str | None:
        """A fact in its own unit and precision, which are the same wherever it is printed."""
        if value is None:
            return None
        fact = value.fact
        if fact.word is not None:
            text = self.value(value, fact.word, fact.digits)
        elif fact.unit == "working":
            text = self.duration(value)
        elif fact.unit == "calendar":
            text = self.calendar(value)
        elif fact.unit == "share":
            text = self.percent(value, 1 if fact.digits is None else fact.digits)
        elif fact.unit == "points":
            text = self.words.say("format.points", n=self.signed(value, 1 if fact.digits is None else fact.digits))
        elif fact.unit == "money":
            text = self.money(value)
        elif fact.unit == "signed":
            text = self.signed(value, 0)
        else:
            digits = {"count": 0, "score": 2}.get(fact.unit)
            text = self.number(value, digits if fact.digits is None else fact.digits)
        return self.words.say("format.at_least", n=text) if fact.partly else text

    @overload
    def number(self, value: float, digits: int | None = None) -> str: ...
    @overload
    def number(self, value: float | None, digits: int | None = None) -> str | None: ...
    def number(self, value: float | None, digits: int | None = None) -> str | None:
        """A number with ``digits`` decimals; without them as many as it needs, two at most."""
        return None if value is None else noted(_digits(value, digits), value)

    def signed(self, value: float, digits: int | None = None) -> str:
        """A number with its sign, for changes."""
        text = _digits(value, digits)
        return noted(f"+{text}" if value > 0 else text, value)

    def change(self, share: float) -> str:
        """A fraction as a change in percent with its sign: −0.125 → −12.5%."""
        text = _digits(share * 100, 1)
        return noted(f"+{text}%" if share > 0 else f"{text}%", share)

    @overload
    def percent(self, share: float, digits: int = 1) -> str: ...
    @overload
    def percent(self, share: float | None, digits: int = 1) -> str | None: ...
    def percent(self, share: float | None, digits: int = 1) -> str | None:
        """A fraction as a percentage: 0.125 → 12.5%."""
        return None if share is None else noted(f"{_digits(share * 100, digits)}%", share)

    def gain(self, share: float) -> str:
        """A fraction as a percentage with its sign, for changes: 0.125 → +12.5%."""
        text = f"{_digits(100 * share, 1)}%"
        return noted(f"+{text}" if share > 0 else text, share)

    @overload
    def value(self, value: float, unit: str | None, digits: int | None = None) -> str: ...
    @overload
    def value(self, value: float | None, unit: str | None, digits: int | None = None) -> str | None: ...
    def value(self, value: float | None, unit: str | None, digits: int | None = None) -> str | None:
        """A number with its unit: a space before words, none before %."""
        if value is None:
            return None
        text = _digits(value, digits)
        if unit:
            text = f"{text}{unit}" if unit in ("%", "‰") else f"{text} {unit}"
        return noted(text, value)

    def scale(self, longest: float) -> tuple[Scale, float]:
        """The unit a reader would say ``longest`` minutes in, and its length in minutes.

        Working minutes below 2 hours, hours below 2 days, then days; calendar minutes in days from one day up: the
        only place that says so.
        """
        if isinstance(longest, Quantity) and longest.fact.unit == "calendar" and abs(longest) >= _CALENDAR_DAY:
            return "days", _CALENDAR_DAY
        day = _HOUR * self.hours_per_day
        if abs(longest) < 2 * _HOUR:
            return "minutes", 1.0
        return ("hours", _HOUR) if abs(longest) < 2 * day else ("workdays", day)

    def shared(self, values: Iterable[float | None]) -> Scale:
        """The unit in which several durations are read together: that of the longest, a finer one for the shortest.

        A finer unit serves where the shortest would be less than 1 and the longest is not yet 100 of the finer.
        """
        held = [value for value in values if value]
        scale, _ = self.scale(max(held, key=abs, default=0.0))
        while (finer := _FINER.get(scale)) and _too_coarse(held, self._length(scale), self._length(finer)):
            scale = finer
        return scale

    def alike(self, values: Sequence[Quantity]) -> list[str]:
        """Durations of one sentence, all in one unit: working time, or all on the calendar's clock."""
        if values[0].fact.unit == "calendar":
            wide = self.shared_calendar(values)
            held = [noted(self._calendar(value, wide), value) for value in values]
        else:
            scale = self.shared(values)
            held = [self.measured_in(value, scale) for value in values]
        least = partial(self.words.say, "format.at_least")
        return [least(n=text) if value.fact.partly else text for text, value in zip(held, values, strict=True)]

    def _length(self, scale: Scale) -> float:
        return {"minutes": 1.0, "hours": _HOUR, "workdays": _HOUR * self.hours_per_day, "days": _CALENDAR_DAY}[scale]

    def measured(self, minutes: float) -> tuple[str, Scale]:
        """Working minutes as a number and its unit: a decimal, but whole minutes from ten up."""
        scale, _ = self.scale(minutes)
        return noted(self._in(minutes, scale), minutes), scale

    def measured_in(self, minutes: float, scale: Scale) -> str:
        """Minutes in the unit that a whole column shares, with its word."""
        return noted(self.words.say(f"format.{scale}", n=self._in(minutes, scale)), minutes)

    def in_scale(self, minutes: float | None, scale: Scale) -> str | None:
        """Working minutes as a number alone, in the unit that a whole column shares; the heading names it."""
        return None if minutes is None else noted(self._in(minutes, scale), minutes)

    def _in(self, minutes: float, scale: Scale) -> str:
        length = self._length(scale)
        whole = scale == "minutes" and (abs(minutes) >= 10 or minutes == round(minutes))
        return _digits(minutes / length, 0 if whole else 1)

    @overload
    def duration(self, minutes: float) -> str: ...
    @overload
    def duration(self, minutes: float | None) -> str | None: ...
    def duration(self, minutes: float | None) -> str | None:
        """Working minutes in the unit a reader would say."""
        if minutes is None:
            return None
        scale, _ = self.scale(minutes)
        return noted(self.words.say(f"format.{scale}", n=self._in(minutes, scale)), minutes)

    def adds(self, whole: Quantity, parts: Sequence[Quantity]) -> bool:
        """Whether durations add up as they are printed; those in different units are not added by a reader."""
        scales = {self.scale(value) for value in (whole, *parts)}
        if len(scales) > 1:
            return True
        ((scale, length),) = scales
        digits = 0 if scale == "minutes" else 1
        printed = [rounded(value / length, digits) for value in (whole, *parts)]
        return printed[0] == sum(printed[1:])

    def shared_calendar(self, values: Iterable[float | None]) -> CalendarScale:
        """The unit in which several calendar durations are read together, as :meth:`shared` finds it."""
        held = [value for value in values if value]
        scale = self.calendar_scale(max(held, key=abs, default=0.0))
        while (finer := _FINER_CALENDAR.get(scale)) and _too_coarse(held, _CALENDAR[scale], _CALENDAR[finer]):
            scale = finer
        return scale

    def calendar_scale(self, longest: float) -> CalendarScale:
        """The unit for ``longest`` calendar minutes: minutes below two hours, hours below a day, then days."""
        if abs(longest) < 2 * _HOUR:
            return "calendar_minutes"
        return "calendar_hours" if abs(longest) < _CALENDAR_DAY else "days"

    def calendar(self, minutes: float) -> str:
        """Calendar minutes in calendar days, below a day in hours, below two hours in minutes."""
        return noted(self._calendar(minutes, self.calendar_scale(minutes)), minutes)

    def _calendar(self, minutes: float, scale: CalendarScale) -> str:
        return self.words.say(f"format.{scale}", n=_in_calendar(minutes, scale))

    def calendar_measured(self, minutes: float, scale: CalendarScale) -> str:
        """Calendar minutes as a number alone, as a sentence prints it in that unit."""
        return noted(_in_calendar(minutes, scale), minutes)

    def in_calendar(self, minutes: float | None, scale: CalendarScale) -> str | None:
        """Calendar minutes as a number alone, with a decimal, in the unit of its column; the heading names it."""
        return None if minutes is None else noted(_digits(minutes / _CALENDAR[scale], 1), minutes)

    @overload
    def money(self, value: float) -> str: ...
    @overload
    def money(self, value: float | None) -> str | None: ...
    def money(self, value: float | None) -> str | None:
        """An amount in the currency's base unit (元), in 万元 from ten thousand up."""
        if value is None:
            return None
        if abs(value) >= 10000:
            text = self.words.say("format.ten_thousand", n=_digits(value / 10000))
        else:
            text = self.words.say("format.money", n=_digits(value))
        return noted(text, value)

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

    def months(self, days: Sequence[date]) -> str | None:
        """Months in order, the year where it changes: 2025年11月、12月、2026年1月."""
        years = [None, *(day.year for day in days)]
        return self.join(
            self.words.say("format.month_alone", m=day.month) if day.year == before else self.month(day)
            for before, day in zip(years, days, strict=False)
        )

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
