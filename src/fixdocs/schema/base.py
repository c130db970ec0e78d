"""How a sheet is described: a class is a sheet, an attribute is a column.

A subclass of :class:`Row` declares its columns as annotated attributes. Their Python types say what a cell
may hold; markers in ``Annotated`` say the rest (reference, percentage, rules …). From the class a
:class:`Sheet` is derived, which the author of workbooks, the reader, the diagnostics, the site and the list of
template names all read. Only keys stand here: every word a person sees comes from the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict

from .markers import (
    Acyclic,
    Formula,
    Group,
    Long,
    Measured,
    Money,
    NeededWith,
    NotBefore,
    Nothing,
    OnlyWith,
    Open,
    Percent,
    Points,
    Ref,
    Seed,
    Spread,
    Summed,
    UnitOf,
)

Kind = Literal["text", "integer", "number", "percent", "date", "datetime", "choice", "reference"]

WHOLE = "*"  # the value of a step reference that means the whole process


class Column(Struct, frozen=True):
    """One column of a sheet, derived from an attribute.

    ``minimum`` and ``maximum`` bound numbers and are checked by pydantic when a row is made. ``members`` are the
    columns of a repeated group; ``group`` and ``spread`` say how the column repeats.
    """

    key: str
    kind: Kind = "text"
    required: bool = False
    many: bool = False
    choices: type[StrEnum] | None = None
    open: bool = False
    reference: Ref | None = None
    minimum: float | None = None
    maximum: float | None = None
    default: Any = None
    formula: str | None = None
    seed: bool = False
    long: bool = False
    unit_of: str | None = None
    group: Group | None = None
    members: tuple[Column, ...] = ()
    spread: Spread | None = None
    not_before: NotBefore | None = None
    only_with: OnlyWith | None = None
    needed_with: NeededWith | None = None
    measured: bool = False
    money: bool = False
    summed: bool = False
    acyclic: bool = False
    nothing: Nothing | None = None
    points: tuple[str, ...] = ()


class Cell(Struct, frozen=True):
    """One physical column: ``id`` is ``"impact"``, ``"exits[2].share"``, ``"whys[1]"`` or ``"scores[可行性]"``."""

    id: str
    column: Column
    owner: Column
    index: int | str | None = None


class Sheet(Struct, frozen=True):
    """A sheet: its columns and the workbook it stands in.

    ``key`` names the attributes that identify a row; empty where rows have no identity. ``prefix`` begins the ids
    that a blank workbook is numbered with, and ``numbered`` is how many rows come so: about twice what a team of
    middling size fills. ``need`` is the colour and word of its tab, ``filtered`` whether its headings have a filter.
    """

    name: str
    workbook: int
    row: type[Row]
    shape: Literal["table", "form", "mass"]
    key: tuple[str, ...]
    prefix: str | None
    need: Literal["required", "optional"]
    columns: tuple[Column, ...] = field(default=())
    numbered: int = 0
    filtered: bool = True

    def column(self, key: str) -> Column:
        """The column of attribute ``key``; raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(f"{self.name}.{key}")

    def cells(self) -> Iterator[Cell]:
        """The physical columns in the order they stand, spreads left out (their headings are not known here)."""
        for column in self.columns:
            if column.spread is not None and column.spread.source != "months":
                continue
            yield from expand(column)


def expand(column: Column, names: tuple[str, ...] = ()) -> Iterator[Cell]:
    """The physical columns of ``column``; ``names`` are the headings of a spread that is read from another sheet."""
    if column.spread is not None:
        indices: tuple[int | str, ...] = names
        if column.spread.source == "months":
            indices = tuple(range(1, column.spread.size + 1))
        for index in indices:
            yield Cell(f"{column.key}[{index}]", column, column, index)
    elif column.group is not None:
        for number in range(1, column.group.size + 1):
            if column.members:
                for member in column.members:
                    yield Cell(f"{column.key}[{number}].{member.key}", member, column, number)
            else:
                yield Cell(f"{column.key}[{number}]", column, column, number)
    else:
        yield Cell(column.key, column, column)


class Part(BaseModel):
    """One member of a repeated group of columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(BaseModel):
    """One row of a sheet, or the one record of a form."""

    # Built at first use: a command that reads two sheets does not pay for thirty.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sheet: ClassVar[Sheet]

    def __init_subclass__(cls, **_: Any) -> None:
        super().__init_subclass__()  # the class arguments are for the pydantic hook below

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        cls.sheet = _describe(cls, **kwargs)


def _describe(
    row: type[Row],
    *,
    sheet: str,
    workbook: int,
    key: str | tuple[str, ...] = (),
    prefix: str | None = None,
    shape: Literal["table", "form", "mass"] = "table",
    need: Literal["required", "optional"] = "optional",
    numbered: int = 0,
    filtered: bool = True,
) -> Sheet:
    keys = (key,) if isinstance(key, str) else key
    columns = tuple(_column(name, info) for name, info in row.model_fields.items())
    columns = tuple(replace(c, seed=True) if c.key in keys else c for c in columns)
    return Sheet(sheet, workbook, row, shape, keys, prefix, need, columns, numbered, filtered)


_KINDS: dict[Any, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    date: "date",
    datetime: "datetime",
}


def _column(key: str, info: Any) -> Column:
    """Read one attribute's annotation and markers into a Column."""
    kind_of, many, marks = _bare(info.annotation)
    column = Column(key, required=info.is_required(), many=many)
    if not info.is_required() and info.default_factory is None and info.default not in (None, ()):
        column = replace(column, default=info.default)
    if isinstance(kind_of, type) and issubclass(kind_of, StrEnum):
        column = replace(column, kind="choice", choices=kind_of)
    elif isinstance(kind_of, type) and issubclass(kind_of, Part):
        members = tuple(_column(name, sub) for name, sub in kind_of.model_fields.items())
        column = replace(column, members=members)
    else:
        column = replace(column, kind=_KINDS.get(kind_of, "text"))
    for mark in (*marks, *info.metadata):
        column = replace(column, **_said(mark))
    return column


# Markers that are kept whole or say one thing, and the attribute of a column that they set.
_KEPT: dict[type, str] = {
    Group: "group", NeededWith: "needed_with", NotBefore: "not_before", Nothing: "nothing",
    OnlyWith: "only_with", Spread: "spread",
}  # fmt: skip
_FLAGS: dict[type, str] = {
    Acyclic: "acyclic", Long: "long", Measured: "measured", Money: "money", Seed: "seed", Summed: "summed",
}  # fmt: skip


def _said(mark: Any) -> dict[str, Any]:
    """The attributes of a column that a marker sets."""
    if kept := _KEPT.get(type(mark)):
        return {kept: mark}
    if flag := _FLAGS.get(type(mark)):
        return {flag: True}
    match mark:
        case Ref():
            return {"kind": "reference", "reference": mark}
        case Open():
            return {"kind": "choice", "choices": mark.choices, "open": True}
        case Percent():
            return {"kind": "percent"}
        case Formula():
            return {"formula": mark.text}
        case UnitOf():
            return {"unit_of": mark.attribute}
        case Points():
            return {"points": mark.codes}
    bounds = {"minimum": getattr(mark, "ge", None), "maximum": getattr(mark, "le", None)}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _bare(annotation: Any) -> tuple[Any, bool, tuple[Any, ...]]:
    """The type inside unions, tuples, dicts and ``Annotated``; whether a cell holds several; the markers met."""
    many, marks = False, ()
    while origin := get_origin(annotation):
        arguments = get_args(annotation)
        if origin is Annotated:
            annotation, marks = arguments[0], (*marks, *_flat(arguments[1:]))
        elif origin in (Union, UnionType):
            annotation = next(arg for arg in arguments if arg is not type(None))
        elif origin is tuple:
            annotation, many = arguments[0], True
        else:  # dict[key, value]
            annotation = arguments[1]
    return annotation, many, marks


def _flat(marks: tuple[Any, ...]) -> tuple[Any, ...]:
    """Markers, with the bounds inside a pydantic ``Field`` beside them."""
    return tuple(part for mark in marks for part in (mark, *getattr(mark, "metadata", ())))
