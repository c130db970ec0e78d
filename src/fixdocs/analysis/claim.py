"""A claim: what a sentence asserts about facts, with the guard under which it is true.

A claim is made by a function of ``analysis/claims/``: it returns the :class:`Claim` where its guard holds and None
where it does not. Reports choose claims and print them; they compute no verdict. The sentence is the catalogue's,
``claim_flow.longest`` for the key ``flow.longest``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec

from msgspec import Struct, field

from .facts import Quantity

_P = ParamSpec("_P")

CLAIMS: set[str] = set()
"""The keys of all claims whose modules are loaded."""

_WATCH: ContextVar[dict[str, set[bool]] | None] = ContextVar("claims", default=None)


class Keys(tuple[str, ...]):
    """Numbers of records in a slot: of many a sentence names the first."""

    __slots__ = ()


class Heading(Struct, frozen=True):
    """A column of a sheet in a slot: a sentence names it by its heading."""

    sheet: str
    attribute: str


class Alike(tuple[Quantity, ...]):
    """Durations of which one sentence tells the first: all of them in one unit."""

    __slots__ = ()

    @classmethod
    def of(cls, values: Sequence[Quantity]) -> tuple[Alike, ...]:
        """One each of ``values``, to be told in the unit of them all."""
        return tuple(cls((value, *values)) for value in values)


class Claim(Struct, frozen=True):
    """A sentence that is true: its key, and the facts, records or names in its slots."""

    key: str
    slots: Mapping[str, Any] = field(default_factory=dict)


def values_of(made: object) -> Iterator[object]:
    """What stands in the slots of a claim, in those of the claims within it, and in its lists."""
    held = made.slots.values() if isinstance(made, Claim) else made if isinstance(made, tuple) else ()
    for value in held:
        if isinstance(value, Claim | tuple):
            yield from values_of(value)
        else:
            yield value


def claims(*keys: str) -> Callable[[Callable[_P, Claim | None]], Callable[_P, Claim | None]]:
    """Marks a function that makes one of the claims ``keys``, or none."""
    CLAIMS.update(keys)

    def mark(make: Callable[_P, Claim | None]) -> Callable[_P, Claim | None]:
        @wraps(make)
        def guarded(*args: _P.args, **kwargs: _P.kwargs) -> Claim | None:
            made = make(*args, **kwargs)
            if made is not None and made.key not in keys:
                raise LookupError(f"{make.__qualname__} does not declare the claim {made.key}")
            watch = _WATCH.get()
            if watch is not None:
                for key in keys:
                    watch.setdefault(key, set()).add(made is not None and made.key == key)
            return made

        return guarded

    return mark


@contextmanager
def watching() -> Iterator[dict[str, set[bool]]]:
    """Notes, while it is open, which claims were asked for and whether they stood: what tests of guards read.

    A watch within another tells the outer one when it closes.
    """
    seen: dict[str, set[bool]] = {}
    outer = _WATCH.get()
    token = _WATCH.set(seen)
    try:
        yield seen
    finally:
        _WATCH.reset(token)
        if outer is not None:
            for key, stood in seen.items():
                outer.setdefault(key, set()).update(stood)
