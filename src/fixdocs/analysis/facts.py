"""A fact: a value with its conditions, made once and taken by every report.

A fact that is known is a number that carries its :class:`Fact`: a :class:`Quantity`, or a :class:`Count` where it
counts. Both calculate and compare as plain numbers; what is calculated from them is a plain number again, until it
is made a fact of its own. What is not known is ``None``, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Self

from msgspec import Struct

from ..schema import Row

Unit = Literal["working", "calendar", "share", "points", "money", "count", "score", "number"]
"""Working or calendar minutes, a fraction, percentage points, the currency's base unit, a count, a score, a number."""

Basis = Literal["filled", "computed", "measured", "system", "estimate", "trial", "expected"]


class Cells(Struct, frozen=True):
    """Where a fact comes from: columns of a sheet, in the rows named, or down the whole sheet.

    ``columns`` are physical attributes (``touch``, ``months[3]``, ``exits[1].share``); none mean the whole rows.
    """

    sheet: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] | None = None


class Fact(Struct, frozen=True):
    """The conditions of a value.

    ``kind`` (``flow.lead``) finds what it is and how it is computed in the catalogue; with ``about``, what it speaks
    of, it is the fact's id. ``word`` is the team's own unit. ``n`` counts the values it rests on, ``left_out`` those
    that were blank, invalid or outside the period. ``partly`` tells that the value is known only as "at least": a
    count over a column that is not filled throughout. ``digits`` are the decimals of the column it stands in, where
    those of its unit would print two different values alike.
    """

    kind: str
    about: tuple[str, ...] = ()
    sources: tuple[Cells, ...] = ()
    unit: Unit = "number"
    word: str | None = None
    basis: Basis = "computed"
    n: int | None = None
    left_out: int = 0
    partly: bool = False
    digits: int | None = None

    @property
    def id(self) -> str:
        """What tells this fact from every other of a project."""
        return ":".join((self.kind, *self.about))


class Quantity(float):
    """A number that carries its fact."""

    fact: Fact

    def __new__(cls, value: float, fact: Fact) -> Self:
        """``value`` with its ``fact``."""
        made = super().__new__(cls, value)
        made.fact = fact
        return made


class Count(int):
    """A whole number that carries its fact."""

    fact: Fact

    def __new__(cls, value: int, fact: Fact) -> Self:
        """``value`` with its ``fact``."""
        made = super().__new__(cls, value)
        made.fact = fact
        return made


def known(value: float | None, fact: Fact) -> Quantity | None:
    """``value`` as a fact; None stays None."""
    return None if value is None else Quantity(value, fact)


def tally(
    kind: str,
    rows: Sequence[Row],
    sheet: str,
    columns: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    *,
    partly: bool = False,
) -> Count:
    """How many ``rows`` of ``sheet`` there are, told by ``columns``; where there are none the whole column tells it."""
    cells = Cells(sheet, columns, tuple(rows) or None)
    return Count(len(rows), Fact(kind, about, (cells,), unit="count", n=len(rows), partly=partly))


def filled(
    row: Row,
    attribute: str,
    value: float | None = None,
    *,
    unit: Unit = "number",
    word: str | None = None,
    basis: Basis = "filled",
) -> Quantity | None:
    """A number as the team filled it; ``value`` where it is one of a group or spread (``months[3]``)."""
    held = getattr(row, attribute) if value is None else value
    sheet = type(row).sheet
    about = (sheet.name, *(str(getattr(row, key)) for key in sheet.key), attribute)
    return known(held, Fact("filled", about, (Cells(sheet.name, (attribute,), (row,)),), unit, word, basis, n=1))


def fact_of(value: object) -> Fact | None:
    """The fact that ``value`` carries; None for any other value."""
    return value.fact if isinstance(value, Quantity | Count) else None


def sources(*values: object) -> tuple[Cells, ...]:
    """The cells that all of ``values`` come from, each once; what carries no fact adds none."""
    found: list[Cells] = []
    for value in values:
        if fact := fact_of(value):
            found += (cells for cells in fact.sources if cells not in found)
    return tuple(found)


def whole(*values: object) -> bool:
    """Whether all values are known throughout: only such values are held against each other."""
    return all(value is not None and not ((fact := fact_of(value)) and fact.partly) for value in values)


def total(values: Iterable[float | None]) -> float | None:
    """The sum of the values that are known; None where none is."""
    held = [value for value in values if value is not None]
    return sum(held) if held else None
