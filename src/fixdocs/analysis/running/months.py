"""The months of the data period: number 1 is the month that 数据期间起 falls in."""

from __future__ import annotations

from datetime import date


class Month(date):
    """A calendar month, by its first day: what a sentence names by year and month."""

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that ``day`` falls in."""
        return cls(day.year, day.month, 1)


def month_of(begin: date, number: int) -> Month:
    """The calendar month of the data period's month ``number`` (from 1)."""
    total = begin.month - 1 + number - 1
    return Month(begin.year + total // 12, total % 12 + 1, 1)


def months_touched(begin: date, end: date) -> int:
    """The calendar months a period has a day in: as many columns 第1月 … an indicator may fill."""
    return (end.year - begin.year) * 12 + end.month - begin.month + 1
