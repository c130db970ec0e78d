"""Dates and times as people and exports write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from .lexicon import date_words

Parse = Callable[[Any], datetime | None]

_YEAR_FIRST = r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
_DAY_FIRST = r"(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{2,4})"  # dots: nobody writes the month first with them
_DATE = rf"(?:{_YEAR_FIRST}|{_DAY_FIRST})"
_TIME = r"(?P<h>\d{1,2}):(?P<mi>\d{1,2})(?::(?P<se>\d{1,2})(?:[.,](?P<f>\d{1,9}))?)?"
_ZONE = r"(?P<z>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)"
_WRITTEN = re.compile(rf"{_DATE}[-\s]*(?:T?\s*(?P<ap>AM|PM)?\s*{_TIME}:?\s*(?P<pa>AM|PM)?\s*{_ZONE}?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:(?P<h>\d\d)(?P<mi>\d\d)(?P<se>\d\d)?)?")
_DIRECTIVES = (
    ("yyyy", "%Y"), ("yy", "%y"), ("MM", "%m"), ("M", "%m"), ("dd", "%d"), ("d", "%d"), ("HH", "%H"), ("H", "%H"),
    ("hh", "%I"), ("h", "%I"), ("mm", "%M"), ("ss", "%S"), ("s", "%S"), ("SSS", "%f"), ("fff", "%f"), ("tt", "%p"),
    ("a", "%p"), ("zzz", "%z"), ("z", "%z"), ("XXX", "%z"), ("X", "%z"),
)  # fmt: skip
_TOKEN = re.compile("'([^']*)'|" + "|".join(sorted((t for t, _ in _DIRECTIVES), key=len, reverse=True)))
_EARLIEST, _LATEST = 1900, 2200
_SERIALS = range(20_000, 80_000)  # 1954 to 2119: a day's number in a cell that lost its date format


def parse_moment(value: Any) -> datetime | None:
    """The moment a cell holds, with its zone if it states one; None where it is none.

    Takes dates and times, the day numbers of spreadsheets, and text. ``3/4/2026`` is nobody's guess: None.
    """
    if isinstance(value, datetime):
        moment: datetime | None = value
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
    elif isinstance(value, str):
        moment = _written(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        moment = _number(value)
    else:
        moment = None
    return moment if moment and _EARLIEST <= moment.year <= _LATEST else None


def parser(pattern: str | None) -> Parse:
    """A parser that tries ``pattern`` (``yyyy-MM-dd`` or ``%Y-%m-%d``) on text first: it alone then decides."""
    if not pattern:
        return parse_moment
    directives = pattern if "%" in pattern else _directives(pattern)
    # A pattern of a date alone also takes text that goes on with a time, and one with a time a bare date.
    shorter = re.split(r"[\sT]*%[HI]", directives)[0]

    def parse(value: Any) -> datetime | None:
        if not isinstance(value, str):
            return parse_moment(value)
        for form in dict.fromkeys((directives, shorter)):
            try:
                return datetime.strptime(value.strip(), form)
            except ValueError:
                continue
        return None

    return parse


def is_pattern(pattern: str) -> bool:
    """Whether the text says how dates are written: it names at least year, month and day."""
    directives = pattern if "%" in pattern else _directives(pattern)
    return any(y in directives for y in ("%Y", "%y")) and "%m" in directives and "%d" in directives


def same_clock(columns: list[list[datetime | None]]) -> None:
    """Set moments with zones to one clock, in place, and drop the zones.

    The clock is the zone most of them state, so that days and hours read as they did where they were written, while
    every span stays what it was: in a log over a change to summer time, local clocks would be an hour off. Moments
    without a zone are taken to be on that clock already.
    """
    offsets: dict[timedelta, int] = {}
    for column in columns:
        for moment in column:
            if moment is not None and (offset := moment.utcoffset()) is not None:
                offsets[offset] = offsets.get(offset, 0) + 1
    if not offsets:
        return
    zone = timezone(max(offsets, key=lambda offset: (offsets[offset], -abs(offset), offset)))
    for column in columns:
        column[:] = [m.astimezone(zone).replace(tzinfo=None) if m is not None and m.tzinfo else m for m in column]


def _written(text: str) -> datetime | None:
    text = text.strip()
    if len(text) > 9 and text[4] == "-" and text[:4].isdecimal():
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    plain = _plain(text) if not text.isascii() else text
    match = _WRITTEN.fullmatch(plain.strip(" -:")) or _DIGITS.fullmatch(plain)
    return _moment(match.groupdict()) if match else None


@lru_cache(4096)
def _plain(text: str) -> str:
    """``2026年3月5日 上午9时30分`` → ``2026-3-5  AM 9:30:``."""
    text = unicodedata.normalize("NFKC", text)
    for word, mark in date_words():
        text = text.replace(word, mark)
    return text


def _moment(part: dict[str, str | None]) -> datetime | None:
    year = part["y"] or part.get("y2") or ""
    if len(year) == 3:
        return None
    number = int(year) + (2000 if len(year) == 2 else 0)
    hour = int(part["h"] or 0)
    half = (part.get("ap") or part.get("pa") or "").upper()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "PM" else 0)
    fraction = (part.get("f") or "").ljust(6, "0")[:6]
    try:
        return datetime(
            number, int(part["m"] or part.get("m2") or 0), int(part["d"] or part.get("d2") or 0),
            hour, int(part["mi"] or 0), int(part["se"] or 0), int(fraction or 0), _zone(part.get("z")),
        )  # fmt: skip
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _number(value: float) -> datetime | None:
    if value == int(value) and (match := _DIGITS.fullmatch(str(int(value)))):
        return _moment(match.groupdict())
    if int(value) in _SERIALS:
        return datetime(1899, 12, 30) + timedelta(milliseconds=round(value * 86_400_000))
    return None


@lru_cache(64)
def _directives(pattern: str) -> str:
    """``yyyy/M/d HH:mm`` → ``%Y/%m/%d %H:%M``; ``m`` after an hour is minutes, elsewhere months."""
    known = dict(_DIRECTIVES)
    hours = False

    def replace(match: re.Match[str]) -> str:
        nonlocal hours
        token = match[0]
        if token.startswith("'"):
            return match[1]
        hours = hours or token in ("HH", "H", "hh", "h")
        return "%m" if token == "mm" and not hours else known[token]

    return _TOKEN.sub(replace, pattern.replace("YYYY", "yyyy").replace("DD", "dd"))
