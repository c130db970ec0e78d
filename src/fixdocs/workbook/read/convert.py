"""One cell → a typed value, or what is wrong with it. Ranges are pydantic's matter, references come later."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from ...characters import clean_text, is_plain, removed_characters
from ...schema import Column
from ...schema.choices import YesNo
from ...words import LANGUAGES, Words, words_of
from ..open.raw import FormulaFault, Percentage
from .dates import parse_moment
from .lexicon import bare, ending, is_blank, listed, members, near, normal, says_nothing

LONGEST, LONGEST_SHORT = 2000, 200
"""Characters of a long and of a short text beyond which a table of a report stretches over pages."""

_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)(?:e[-+]?\d{1,3})?", re.IGNORECASE)
_SEPARATORS = re.compile("[、,，;；\n┋|]+")


class Problem(Struct):
    """What is wrong with a cell: a code and what fills its text."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


class CellError(Exception):
    """The cell holds nothing that can be used."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, values)


class Converter(Struct):
    """Converts cells and notes in ``remarks`` what is worth saying without being an error."""

    words: Words
    remarks: list[Problem] = field(default_factory=list)

    def convert(self, value: Any, column: Column) -> Any:
        """The typed value of a cell that is not empty; ``None`` if it says that there is nothing.

        Raises CellError. A reference comes back as clean text; several choices as a tuple.
        """
        if isinstance(value, FormulaFault):
            raise CellError("FD207", found=value.error) if value.error else CellError("FD208")
        if isinstance(value, str) and not (value := self.clean(value)):
            return None
        if column.kind == "choice":
            return self._choice(value, column)
        if column.kind == "text":
            return self._text(value, column)
        if isinstance(value, str) and is_blank(value):
            self.remarks.append(Problem("FD210", {"found": value.strip()}))
            return None
        return _KINDS[column.kind](self, value)

    def _text(self, value: Any, column: Column) -> str | None:
        """Text; None where an optional cell says that there is nothing: no dissent is no dissent called 无.

        A word for nothing stands where the column is not marked: 无异议 is a result of a decision.
        """
        text = self.clean(value)
        if not column.required and says_nothing(text, column.nothing):
            return None
        limit = LONGEST if column.long else LONGEST_SHORT
        if len(text) > limit:
            self.remarks.append(Problem("FD213", {"found": len(text), "limit": limit}))
        return text or None

    def clean(self, value: Any) -> str:
        """Text without what a document cannot hold (FD211) and without spaces around it."""
        if isinstance(value, str) and not is_plain(value) and (found := removed_characters(value)):
            self.remarks.append(Problem("FD211", {"found": ", ".join(found)}))
        return as_text(value).strip()

    def _reference(self, value: Any) -> str:
        return unicodedata.normalize("NFC", self.clean(value))

    def _number(self, value: Any) -> float:
        number = as_number(value)
        if number is None:
            raise CellError("FD202", found=as_text(value))
        return number

    def _whole(self, value: Any) -> int:
        number = self._number(value)
        if number != int(number):
            raise CellError("FD203", found=as_text(value))
        return int(number)

    def _date(self, value: Any) -> date:
        return self._moment(value, "input.date").date()

    def _stamp(self, value: Any) -> datetime:
        return self._moment(value, "input.stamp").replace(tzinfo=None)

    def _moment(self, value: Any, example: str) -> datetime:
        moment = parse_moment(value)
        if moment is None:
            raise CellError("FD205", found=as_text(value), wanted=self.words.say(example))
        return moment

    def _choice(self, value: Any, column: Column) -> Any:
        assert column.choices is not None
        text = self.clean(value)
        if column.many:
            found = (self._member(piece, column.choices) for piece in pieces(text, _knows(column.choices)))
            return tuple(dict.fromkeys(member for member in found if member is not None))
        if column.open:
            return self._open(text, column.choices)
        return self._member(text, column.choices, value)

    def _member(self, text: str, choices: type[StrEnum], value: Any = None) -> StrEnum | None:
        if isinstance(value, bool) and choices is YesNo:
            return YesNo.YES if value else YesNo.NO
        known = members(choices)
        if member := known.get(normal(text)) or known.get(bare(text)):
            return member
        if is_blank(text):
            self.remarks.append(Problem("FD210", {"found": text}))
            return None
        own = [self.words.choice(member) for member in choices]
        wanted = self.words.say("input.joint").join(own)
        raise CellError("FD206", found=text, wanted=wanted, **ending(self.words, near(text, _words(choices), 0.5)))

    def _open(self, text: str, choices: type[StrEnum]) -> str:
        """A suggested word gives its key; any other word stands as it is."""
        known = members(choices)
        if member := known.get(normal(text)) or known.get(bare(text)):
            return member.value
        suggestion = near(text, _words(choices))
        if suggestion is not None:
            self.remarks.append(Problem("FD212", {"found": text, **ending(self.words, suggestion)}))
        return text


def _words(choices: type[StrEnum]) -> list[str]:
    """What a cell may say in every language: a message in one may be about a workbook in the other."""
    return [words_of(language).choice(member) for language in LANGUAGES for member in choices]


_KINDS: dict[str, Callable[[Converter, Any], Any]] = {
    "reference": Converter._reference,
    "number": Converter._number,
    "percent": Converter._number,
    "integer": Converter._whole,
    "date": Converter._date,
    "datetime": Converter._stamp,
}


def _knows(choices: type[StrEnum]) -> Callable[[str], bool]:
    known = members(choices)
    return lambda part: normal(part) in known or bare(part) in known


def as_text(value: Any) -> str:
    """A value as a person would read it in the cell: 3.0 is ``3``, a date without time is its day.

    A text comes without what a document cannot hold, so that messages and marked copies can quote it, too.
    """
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Percentage):
        return f"{float(value) * 100:.12g}%"
    if isinstance(value, datetime):
        form = "%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M:%S"
        return value.strftime(form)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def as_number(value: Any) -> float | None:
    """A number, from a number or from text with separators, full-width digits, a currency or a percent sign.

    A percentage comes back as a :class:`Percentage`; None where it is no number.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return value if abs(value) < 1e300 and value == value else None
    if not isinstance(value, str):
        return None
    text = unicodedata.normalize("NFKC", value).replace("−", "-").strip()
    for mark in sorted(listed("CURRENCY")):
        folded = text.casefold()
        if folded.startswith(mark) or folded.endswith(mark):
            text = text[len(mark) :] if folded.startswith(mark) else text[: -len(mark)]
            break
    percent = text.endswith("%")
    text = text.rstrip("%").strip().replace(" ", "")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", ""))
    return Percentage(number / 100) if percent else number


def pieces(text: str, knows: Callable[[str], bool]) -> list[str]:
    """The parts of a cell that holds several: whole if it is known, else split at marks, then at spaces.

    A space is a weak separator, because names hold spaces: it splits only what is not known whole, and only where
    at least one of the parts is known.
    """
    if knows(text):
        return [text]
    found: list[str] = []
    for piece in filter(None, map(str.strip, _SEPARATORS.split(text))):
        parts = [piece] if knows(piece) else piece.split()
        found += parts if len(parts) > 1 and any(map(knows, parts)) else [piece]
    return found
