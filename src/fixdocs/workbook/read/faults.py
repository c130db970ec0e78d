"""Gathers diagnostics while workbooks are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...diagnostics import CODES, Diagnostic, Place, Severity
from ...words import Words


class Faults:
    """The diagnostics so far, and the sheets with an error in them; ``words`` give the language of their values."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.found: list[Diagnostic] = []
        self.sheets: set[str] = set()

    def add(
        self,
        code: str,
        place: Place,
        *,
        others: Iterable[Place] = (),
        sheets: Iterable[str] = (),
        **values: Any,
    ) -> None:
        """Note one; ``sheets`` are those it makes unsound where it stands in another, or in none that is known."""
        texts = {name: str(value) for name, value in values.items()}
        self.found.append(Diagnostic(code, place, texts, tuple(others), frozenset(sheets)))
        if CODES[code].severity is Severity.ERROR and place.sheet:
            self.sheets.add(place.sheet)
