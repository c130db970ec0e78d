"""Gathers diagnostics while workbooks are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...diagnostics import CODES, Diagnostic, Place, Severity
from ...diagnostics.codes import SHEET
from ...schema import SHEETS
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
        blocks: Iterable[str] | None = None,
        **values: Any,
    ) -> None:
        """Note one; ``blocks`` narrows or widens what the table of codes says."""
        usual = CODES[code].blocks
        if blocks is None:
            blocks = SHEETS[place.sheet].reports if usual == SHEET and place.sheet else usual
        blocks = frozenset(blocks) - set(SHEET)
        texts = {name: str(value) for name, value in values.items()}
        self.found.append(Diagnostic(code, place, texts, tuple(others), blocks))
        if CODES[code].severity is Severity.ERROR and place.sheet:
            self.sheets.add(place.sheet)
