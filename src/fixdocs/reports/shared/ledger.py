"""The ledger: every figure that is printed while it is open, with the fact it comes from.

A figure is noted by marks around its printed text. They stay in the document that is made with the ledger open, so
that chapter, table and sentence are read where the figure really stands; that document is for reading only. Without
an open ledger nothing is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ...analysis.facts import Fact, fact_of
from ...word.noted import marked

_OPENED: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


class Ledger:
    """What was printed: ``facts`` and ``values`` by the number that the marks name."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.values: list[float] = []

    def mark(self, text: str, fact: Fact, value: float) -> str:
        """``text`` between its marks."""
        self.facts.append(fact)
        self.values.append(value)
        return marked(len(self.facts) - 1, text)


@contextmanager
def noting() -> Iterator[Ledger]:
    """Opens a ledger; what is composed meanwhile is noted in it."""
    ledger = Ledger()
    token = _OPENED.set(ledger)
    try:
        yield ledger
    finally:
        _OPENED.reset(token)


@contextmanager
def unnoted() -> Iterator[None]:
    """What is composed meanwhile is not noted: the labels of a drawing, which no mark may reach or widen."""
    token = _OPENED.set(None)
    try:
        yield
    finally:
        _OPENED.reset(token)


def noted(text: str, value: object) -> str:
    """``text`` as it is to be printed for ``value``: marked where a ledger is open and the value carries a fact."""
    ledger = _OPENED.get()
    if ledger is None:
        return text
    fact = fact_of(value)
    return text if fact is None else ledger.mark(text, fact, value)  # type: ignore[arg-type] # a fact's value is a number
