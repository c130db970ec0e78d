"""A context class → every name a template may use, with its kind and an example.

The one definition of those names is the context classes themselves (frozen records, one folder a deliverable).
The lint checks templates against :func:`names_of`; ``fixdocs fields`` and the site print :func:`fields_of`; the
tables of the templates are made from :func:`columns_of`. Meanings and headings stand in the catalogue under
``ClassName.attribute``.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct, field

from ..inline import Prose
from ..printed import Printed

Kind = Literal["text", "number", "flag", "record", "list", "block", "any"]

PRINTABLE: Final = ("text", "number", "flag")
_EXAMPLE_LENGTH: Final = 60
_LISTS: Final = (tuple, list, Sequence, Iterable, Collection)


class Name(Struct, frozen=True):
    """What a name stands for. ``members`` are a record's attributes, ``item`` what a list holds.

    ``block`` is a figure or another object that gives paragraphs: it stands alone in ``{{p … }}``. ``optional``
    says that it may be absent (None). ``owner`` is the class of a record.
    """

    kind: Kind
    optional: bool = False
    owner: str = ""
    members: Mapping[str, Name] = field(default_factory=dict)
    item: Name | None = None


class Field(Struct, frozen=True):
    """One name for a template: its path (``issues[].description``), kind, the key of its meaning, an example.

    ``loop`` is the path of the list that has to be gone through to reach it, empty outside lists.
    """

    path: str
    kind: Kind
    optional: bool
    meaning: str
    example: str = ""
    loop: str = ""


ANYTHING: Final = Name("any")


def names_of(context: type[Struct]) -> Name:
    """The tree of names of the context class ``context``."""
    return _record(context, ())


def fields_of(context: type[Struct], example: object | None = None) -> list[Field]:
    """Every name of ``context`` in the order of its declaration; examples are read from ``example``, an instance."""
    return list(_fields(names_of(context), "", "", example))


def columns_of(owner: type[Struct], layout: str = "") -> dict[str, Printed]:
    """The attributes of the row class ``owner`` that its table prints, in the order of their declaration.

    A ``layout`` is another table of the same class: what is declared for it comes before what holds for all.
    """
    held = {name: {mark.layout: mark for mark in marks} for name, marks in marks_of(owner).items()}
    return {name: found for name, marks in held.items() if (found := marks.get(layout) or marks.get(""))}


def marks_of(owner: type[Struct]) -> dict[str, tuple[Printed, ...]]:
    """Every attribute of ``owner`` that is declared as printed, with its marks: one for each layout that differs."""
    hints = {name: _hint(owner, name, text, marked=True) for name, text in _annotations(owner).items()}
    held = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    found = {name: tuple(mark for mark in marks if isinstance(mark, Printed)) for name, marks in held.items()}
    return {name: marks for name, marks in found.items() if marks}


def is_block(kind: type) -> bool:
    """Whether objects of ``kind`` give paragraphs: they have XML of their own and cannot be said as a plain text."""
    return hasattr(kind, "__html__") and not issubclass(kind, str) and kind.__str__ is object.__str__


@cache
def _hints(owner: type[Struct]) -> dict[str, Any]:
    return {name: _hint(owner, name, text) for name, text in _annotations(owner).items()}


def _annotations(owner: type[Struct]) -> dict[str, Any]:
    """What is written behind each attribute of ``owner``, those it inherits first."""
    written: dict[str, Any] = {}
    for kind in reversed(owner.__mro__):
        written |= vars(kind).get("__annotations__", {})
    return {name: written[name] for name in owner.__struct_fields__}


def _hint(owner: type, name: str, annotation: Any, *, marked: bool = False) -> Any:
    """One attribute's type, with its marks or without. A name that only type checkers import is Any."""
    one = type(owner.__name__, (), {"__annotations__": {name: annotation}})
    try:
        return get_type_hints(one, vars(sys.modules[owner.__module__]), include_extras=marked)[name]
    except NameError:
        return Any


def _record(owner: type[Struct], above: tuple[type, ...]) -> Name:
    hints = _hints(owner)
    members = {name: _name(hint, (*above, owner)) for name, hint in hints.items() if not name.startswith("_")}
    return Name("record", owner=owner.__name__, members=members)


def _name(hint: Any, above: tuple[type, ...]) -> Name:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        wanted = [option for option in get_args(hint) if option is not type(None)]
        name = _name(wanted[0], above) if len({_name(option, above).kind for option in wanted}) == 1 else ANYTHING
        return Name(name.kind, len(wanted) < len(get_args(hint)), name.owner, name.members, name.item)
    if origin is Literal:
        return Name("text")
    if origin in _LISTS:
        inner = [option for option in get_args(hint) if option is not Ellipsis]
        return Name("list", item=_name(inner[0], above) if inner else ANYTHING)
    return _plain(hint, above)


def _plain(hint: Any, above: tuple[type, ...]) -> Name:
    if not isinstance(hint, type):
        return ANYTHING
    if is_block(hint):
        return Name("block", owner=hint.__name__, members=_plain_members(hint))
    if issubclass(hint, str) or hasattr(hint, "__html__"):  # the latter gives runs: a text with references in it
        return Name("text")
    if issubclass(hint, bool):
        return Name("flag")
    if issubclass(hint, int | float):
        return Name("number")
    if issubclass(hint, Struct) and hint not in above:  # a class that holds itself would never end
        return _record(hint, above)
    return ANYTHING


def _plain_members(block: type) -> dict[str, Name]:
    """The attributes of a block that a template may print: texts, numbers and flags (a caption, a note)."""
    if not issubclass(block, Struct):
        return {}
    named = ((name, _name(hint, (block,))) for name, hint in _hints(block).items())
    return {name: kind for name, kind in named if kind.kind in PRINTABLE and not name.startswith("_")}


def _fields(name: Name, path: str, loop: str, example: object) -> Iterator[Field]:
    for attribute, member in name.members.items():
        value = getattr(example, attribute, None)
        here = f"{path}.{attribute}" if path else attribute
        yield Field(here, member.kind, member.optional, f"{name.owner}.{attribute}", _shown(value, member), loop)
        if member.kind == "record":
            yield from _fields(member, here, loop, value)
        elif member.kind == "list" and member.item is not None:
            first = value[0] if isinstance(value, tuple | list) and value else None
            yield from _fields(member.item, f"{here}[]", here, first)


def _shown(value: object, name: Name) -> str:
    if value is None or name.kind in ("record", "block", "any"):
        return ""
    if isinstance(value, tuple | list):
        value = value[0] if value and isinstance(value[0], str) else ""
    text = " ".join((value.shown() if isinstance(value, Prose) else str(value)).split())
    return text if len(text) <= _EXAMPLE_LENGTH else text[: _EXAMPLE_LENGTH - 1] + "…"
