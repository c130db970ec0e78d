"""What ``Annotated`` says of a column beside its type: how it looks, what it names, and the rules it keeps.

Workbooks, reading, the rules and the guide follow from these. ``attribute`` is another column of the same row; in a
repeated group it is one of the row too, not of the group. ``code`` is the fault that a row which breaks the rule gives.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Ref(Struct, frozen=True):
    """A cell that names rows of other sheets by their keys; ``"self"`` is the sheet it stands in.

    ``whole`` admits the word for "the whole process", read as :data:`fixdocs.schema.WHOLE`; ``free`` admits a name
    that no row has, unless it resembles one: the row may still come.
    """

    targets: tuple[str, ...]
    whole: bool = False
    free: bool = False


def ref(*targets: str, whole: bool = False, free: bool = False) -> Ref:
    """Mark a column as a reference to ``targets`` (sheet keys)."""
    return Ref(targets, whole, free)


class Open(Struct, frozen=True):
    """A text column that offers ``choices`` and takes other words too (a team adds its own class)."""

    choices: type[StrEnum]


class Formula(Struct, frozen=True):
    """A column the workbook computes for the eye; never read. The text uses ``{attribute}`` for cells of the row."""

    text: str


class UnitOf(Struct, frozen=True):
    """The unit of the number in another column of the row."""

    attribute: str


class Group(Struct, frozen=True):
    """A repeated group of columns: 去向1, 结果1, 占比1, 去向2 … at most ``size`` times."""

    size: int


class Spread(Struct, frozen=True):
    """Columns whose headings come from elsewhere.

    ``source`` is a sheet key (one column for each of its rows, headed by the row's key or name) or
    ``"months"`` (第1月 …). ``size`` bounds the number of columns; 0 is no bound.
    """

    source: str
    size: int = 0


class NotBefore(Struct, frozen=True):
    """A date or a moment that is not before the one in ``attribute``."""

    attribute: str
    code: str


class OnlyWith(Struct, frozen=True):
    """A column that applies only where ``attribute`` holds one of ``members``; none named: anything."""

    attribute: str
    members: tuple[StrEnum, ...] = ()

    def holds(self, row: object) -> bool:
        """Whether it applies in ``row``."""
        value = getattr(row, self.attribute)
        return value in self.members if self.members else not is_blank(value)


class NeededWith(OnlyWith, frozen=True, kw_only=True):
    """A column that must be filled where ``attribute`` holds one of ``members``; none named: anything."""

    code: str


class Points:
    """Faults that reading tells at this column for reasons of its own, not for the kind of its cells."""

    def __init__(self, *codes: str) -> None:
        self.codes = codes


class Percent:
    """A share, read as a fraction: 0.4, 40 and 40 % in a cell are all 0.4."""


class Measured:
    """A number whose unit may be per cent; the percentages of a row must then be written in one way."""


class Money:
    """An amount of money."""


class Summed:
    """A column whose sum is shown above it."""


class Acyclic:
    """A reference to the own sheet that must lead somewhere: no row may come back to itself."""


class Seed:
    """A column that may come prefilled: alone it does not make a row a record."""


class Nothing(Struct, frozen=True):
    """A text in which a word for nothing (无, 没有, 不适用) says that there is none; unmarked, such a word is a value.

    With ``objections`` a phrase that nobody objects (无异议, 没有意见, 无附带条件) says so, too.
    """

    objections: bool = False


class Long:
    """Text of more than a few words: a wide, wrapping cell."""


def is_blank(value: object) -> bool:
    """Whether an attribute's value stands for an empty cell."""
    return value is None or value == () or value == ""
