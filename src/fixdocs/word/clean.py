"""Text on its way into a document: what it cannot hold is left out, and remembered for whoever is to be told.

Cells are cleaned where they are read, and told there by their address; this is the net for all other text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from ..characters import clean_text, is_plain, removed_characters

_EXCERPT: Final = 20


class Removal(Struct, frozen=True):
    """What was left out of one text: an excerpt of what stayed, and the characters as ``U+0007``."""

    excerpt: str
    characters: tuple[str, ...]


class Cleaner(Struct):
    """Cleans texts and remembers what it left out, for the message that tells the user."""

    _removals: dict[Removal, None] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        """``text`` cleaned; what was left out is remembered."""
        if is_plain(text):
            return text
        cleaned = clean_text(text)
        if characters := removed_characters(text):
            self._removals[Removal(_excerpt(cleaned), characters)] = None
        return cleaned

    @property
    def removals(self) -> tuple[Removal, ...]:
        """Every removal once, in the order it was first met."""
        return tuple(self._removals)


def _excerpt(text: str) -> str:
    line = "".join(_without_breaks(text))
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def _without_breaks(text: str) -> Iterator[str]:
    for char in text:
        yield " " if unicodedata.category(char) == "Cc" else char
