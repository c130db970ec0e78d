"""A context → plain JSON values, and back to objects that a template sees as it would see the context's own.

Only data crosses to the child process: texts, numbers, lists, and records of them. An object that gives XML of its own
(a figure) crosses as its mark and its printable attributes; its XML never does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from ..environment import Marks, mark_of

Plain = str | int | float | bool | None


def encode_context(context: Mapping[str, object], marks: Marks) -> str:
    """``context`` as JSON; objects that give XML are entered in ``marks``."""
    return json.dumps({name: _encoded(value, marks) for name, value in context.items()}, ensure_ascii=False)


def decode_context(text: str) -> dict[str, object]:
    """What :func:`encode_context` wrote, as objects."""
    return {name: _decoded(value) for name, value in json.loads(text).items()}


def _encoded(value: object, marks: Marks) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value if type(value) in (str, int, float, bool, type(None)) else _simple(value)
    if hasattr(value, "__html__"):
        own = {name: item for name, item in _attributes(value) if item is None or isinstance(item, str | int | float)}
        said = str(value) if type(value).__str__ is not object.__str__ else ""
        return {"mark": marks.number(value), "truth": bool(value), "said": said, "own": _all(own.items(), marks)}
    if isinstance(value, Mapping):
        return {"own": _all(((str(key), item) for key, item in value.items()), marks)}
    if isinstance(value, Struct):
        return {"own": _all(_attributes(value), marks), "truth": bool(value)}
    if isinstance(value, Iterable):
        return [_encoded(item, marks) for item in value]
    return str(value)


def _simple(value: object) -> Plain:
    """A member of an enumeration or another kind of text or number, as the text or number itself."""
    for kind in (str, int, float):
        if isinstance(value, kind):
            return kind(value)
    return None


def _attributes(value: object) -> list[tuple[str, object]]:
    names = value.__struct_fields__ if isinstance(value, Struct) else ()
    return [(name, getattr(value, name)) for name in names if not name.startswith("_")]


def _all(items: Iterable[tuple[str, object]], marks: Marks) -> dict[str, Any]:
    return {name: _encoded(item, marks) for name, item in items}


class Record:
    """A record of the context: its attributes, nothing else."""

    def __init__(self, own: Mapping[str, object], truth: bool) -> None:
        self.__dict__.update(own)
        self._truth = truth

    def __bool__(self) -> bool:
        return self._truth


class MarkedRecord(Record):
    """A record that stands for an object with XML of its own."""

    def __init__(self, own: Mapping[str, object], truth: bool, number: int, said: str) -> None:
        super().__init__(own, truth)
        self._number = number
        self._said = said

    def __str__(self) -> str:
        return self._said

    def __html__(self) -> str:
        return self.mark()

    def mark(self) -> Markup:
        """The mark that the parent process replaces by the object's XML."""
        return mark_of(self._number)


def _decoded(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decoded(item) for item in value)
    if isinstance(value, dict):
        own = {name: _decoded(item) for name, item in value["own"].items()}
        truth = value.get("truth", True)
        return MarkedRecord(own, truth, value["mark"], value["said"]) if "mark" in value else Record(own, truth)
    return value
