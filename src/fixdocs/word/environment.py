"""Jinja as a template meets it: sandboxed, strict about names, escaping, the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

_MARK: Final = re.compile("\ue000([0-9]+)\ue001")  # private use: cleaned text cannot hold it
_UNWANTED_FILTERS: Final = ("random", "pprint", "xmlattr", "tojson", "urlize", "filesizeformat")
_UNWANTED_GLOBALS: Final = ("lipsum", "cycler", "joiner")
_LONGEST: Final = 1_000_000  # characters or items an operator in a template may make


class Environment(ImmutableSandboxedEnvironment):
    """The sandboxed environment of every template, the pack's own included.

    An operator may not make a value beyond a million characters or items: ``'a' * 10**9`` would take the machine
    down before any limit on a loop could.
    """

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, finalize: Callable[[Any], Any] | None = None) -> None:
        super().__init__(autoescape=True, undefined=jinja2.StrictUndefined, finalize=finalize)
        self._fields: dict[type, frozenset[str]] = {}
        for name in _UNWANTED_FILTERS:
            self.filters.pop(name, None)
        for name in _UNWANTED_GLOBALS:
            self.globals.pop(name, None)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute``; a declared field of a context class skips the sandbox's dozen of checks."""
        kind = type(obj)
        fields = self._fields.get(kind)
        if fields is None:
            declared = getattr(kind, "__struct_fields__", ())
            fields = self._fields[kind] = frozenset(name for name in declared if not name.startswith("_"))
        return getattr(obj, attribute) if attribute in fields else super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """``left operator right``, refused where the outcome could be huge."""
        if operator == "*":
            _refuse_beyond(_size(left) * right if isinstance(right, int) else 0)
            _refuse_beyond(_size(right) * left if isinstance(left, int) else 0)
        elif operator == "**" and not (_is_small(left, 1_000_000) and _is_small(right, 64)):
            raise OverflowError(operator)
        elif operator == "%" and isinstance(left, str):
            raise OverflowError(operator)  # '%999999999d' % 1
        return super().call_binop(context, operator, left, right)


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _is_small(value: object, bound: int) -> bool:
    return isinstance(value, int | float) and abs(value) <= bound


def _refuse_beyond(size: int) -> None:
    if size > _LONGEST:
        raise OverflowError("*")


class Marks:
    """Hands out a mark for every object that gives XML of its own, in the order they were met."""

    def __init__(self) -> None:
        self.objects: list[object] = []
        self._numbers: dict[int, int] = {}

    def mark(self, value: object) -> Markup:
        """The mark that stands for ``value``; the same object has the same mark."""
        return mark_of(self.number(value))

    def number(self, value: object) -> int:
        """The place of ``value`` in ``objects``, where it is entered if it is new."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self.objects)
            self.objects.append(value)
        return number


def mark_of(number: int) -> Markup:
    """The mark of the object ``number``, as it stands in rendered XML."""
    return Markup(f"\ue000{number}\ue001")


def fill_marks(xml: str, fill: Callable[[int], str]) -> str:
    """Replace every mark in ``xml`` by what ``fill`` gives for its number, in document order."""
    return _MARK.sub(lambda match: fill(int(match[1])), xml)


def finalizer(clean: Callable[[str], str], mark: Callable[[object], Markup]) -> Callable[[Any], Any]:
    """What Jinja does to each value it prints: clean texts, mark objects that give XML, print None as nothing."""

    def finalize(value: Any) -> Any:
        kind = type(value)
        if kind is str:
            return clean(value)
        if value is None:
            return ""
        if isinstance(value, str):  # Markup, by |e or |safe
            return kind(clean(value))
        if hasattr(value, "__html__") and not isinstance(value, jinja2.Undefined):
            return mark(value)
        return clean(str(value))

    return finalize
